"""Results that changed between versions, read from CHANGELOG.md."""

from __future__ import annotations

import re
from pathlib import Path

CHANGELOG = Path(__file__).parent.parent.parent / "CHANGELOG.md"
HEADING = "## Changed results"


def changed_results(text: str) -> list[str]:
    """Bullets under 'Changed results', newest first, each on one line; an empty list where there are none yet.

    The bullets are Dutch: the app shows them as they stand.

    >>> changed_results("## 0.2.0\\n\\n* no\\n\\n## Changed results\\n\\nFigures.\\n\\n* 0.2.0: kosten\\n  hoger\\n")
    ['0.2.0: kosten hoger']
    """
    _, found, after = text.partition(HEADING)
    if not found:
        return []
    section = re.split(r"^## ", after, maxsplit=1, flags=re.MULTILINE)[0]
    bullets = re.split(r"^[*-] ", section, flags=re.MULTILINE)[1:]
    return [" ".join(bullet.split("\n\n")[0].split()) for bullet in bullets]
