"""README, CONTRIBUTING, SECURITY and the records name files and folders that exist."""

import re
from pathlib import Path

from tests.data.shipped import ROOT

DOCUMENTS = [
    *(ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "SECURITY")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
TOP = "app|pages|components|model|pipeline|data|static|tests|docs|scripts|server|deploy"
PATH = re.compile(rf"`((?:{TOP})(?:/[\w.-]+)+/?|(?:{TOP})/)`|\]\(((?!http)[\w./-]+)\)")


def paths_in(document: Path) -> list[str]:
    """Paths of the repository between backticks, and targets of links, seen from the root."""
    found = []
    for path, target in PATH.findall(document.read_text(encoding="utf8")):
        found.append(path or str((document.parent / target).resolve().relative_to(ROOT)))
    return found


def test_paths_exist() -> None:
    named = {str(document.relative_to(ROOT)): paths_in(document) for document in DOCUMENTS}
    assert sum(len(paths) for paths in named.values()) > 60
    missing = {name: [path for path in paths if not (ROOT / path).exists()] for name, paths in named.items()}
    assert {name: paths for name, paths in missing.items() if paths} == {}
