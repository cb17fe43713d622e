"""Changed results as CHANGELOG.md lists them."""

import pytest

from model.site.changelog import CHANGELOG, HEADING, changed_results


def test_the_shipped_changelog_has_the_section() -> None:
    assert HEADING in CHANGELOG.read_text(encoding="utf8")


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("", []),
        ("# Changelog\n\n* iets\n", []),
        (f"{HEADING}\n\nFigures. None yet.\n", []),
        (f"{HEADING}\n\nFigures.\n\n* 0.3.0: a\n* 0.2.0: b\n  vervolg\n", ["0.3.0: a", "0.2.0: b vervolg"]),
        (f"{HEADING}\n- a\n\nSlot.\n\n## 0.1.0\n\n* b\n", ["a"]),
    ],
)
def test_bullets_of_the_section(text: str, changes: list[str]) -> None:
    assert changed_results(text) == changes
