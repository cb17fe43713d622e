"""Browser part of a component, read once from `components/frontend/<name>/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "frontend"


@cache
def html(name: str) -> str:
    """Markup of component `name`."""
    return _read(name, f"{name}.html")


@cache
def css(name: str) -> str:
    """Style of component `name`; it stays inside the component."""
    return _read(name, f"{name}.css")


@cache
def script(name: str, *parts: str) -> str:
    """Script of component `name`: its parts in order, then the file that exports the component."""
    return "\n".join(_read(name, f"{part}.js") for part in (*parts, name))


def _read(name: str, file: str) -> str:
    return (FOLDER / name / file).read_text(encoding="utf8")
