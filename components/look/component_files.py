"""Browser part of a component: HTML, CSS and JavaScript that lie beside the Python that uses them.

Scripts are modules with real imports, for editors, type checker, linter and tests. The browser gets one text per
component: `script` follows the imports and joins what it finds, so that nothing has to be built and nothing is fetched
twice.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import streamlit as st

BASE_STYLE = Path(__file__).with_name("base.css")

_IMPORT = re.compile(r"^import \{([^}]*)\} from '(\.[^']*)';\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) (\w+))", re.MULTILINE)
_NOT_JOINABLE = re.compile(r"^(?:import\b|export (?!default\b)).*", re.MULTILINE)


class ModuleError(Exception):
    """A script that cannot be joined; the message names the file and what stands in it."""


def component(name: str, beside: str, stem: str | None = None) -> Any:
    """Component `name`, of which `<stem>.html`, `.css` and `.js` lie beside the file `beside`.

    Its style comes after the look that all components share; a component without a style of its own has only that.

    Raises
    ------
    FileNotFoundError
        Where the markup or the script is missing.
    ModuleError
        Where the script cannot be joined with what it imports.
    """
    path = Path(beside).with_name(stem or name)
    style = path.with_suffix(".css")
    return st.components.v2.component(
        name,
        html=text(path.with_suffix(".html")),
        css=text(BASE_STYLE) + (text(style) if style.exists() else ""),
        js=script(path.with_suffix(".js")),
    )


def text(path: Path) -> str:
    """Text of a file."""
    return path.read_text(encoding="utf8")


def script(path: Path) -> str:
    """Module at `path` in one text with all modules that it imports, each once and before its first use.

    An imported module becomes a constant that holds what it exports; what it keeps to itself stays out of sight of the
    others.
    """
    joined: dict[Path, str] = {}
    main = _with_constants(path.resolve(), joined, ())
    _refuse_what_is_left(path, _EXPORT.sub("", main))
    return "\n".join([*joined.values(), main])


def _with_constants(path: Path, joined: dict[Path, str], importers: tuple[Path, ...]) -> str:
    """Source at `path` with constants instead of its imports; the modules behind them are added to `joined`."""
    if path in importers:
        raise ModuleError(f"{path.name} imports itself, by way of {' and '.join(file.name for file in importers)}.")

    def constants(found: re.Match[str]) -> str:
        names, source = found.groups()
        imported = (path.parent / source).resolve()
        if imported not in joined:
            joined[imported] = _module(imported, _with_constants(imported, joined, (*importers, path)))
        return f"const {{{names.replace(' as ', ': ')}}} = {_constant(imported)};\n"

    return _IMPORT.sub(constants, text(path))


def _module(path: Path, source: str) -> str:
    names = _EXPORT.findall(source)
    inside = _EXPORT.sub("", source)
    _refuse_what_is_left(path, inside)
    return f"const {_constant(path)} = (() => {{\n{inside}return {{ {', '.join(names)} }};\n}})();"


def _constant(path: Path) -> str:
    """Name that no source uses, from the folder and the file."""
    return "$" + re.sub(r"\W", "_", f"{path.parent.name}_{path.stem}")


def _refuse_what_is_left(path: Path, source: str) -> None:
    found = _NOT_JOINABLE.search(source)
    if found:
        raise ModuleError(
            f"{path.name} has {found[0]!r}; write import {{ a }} from './b.js'; or export before a definition."
        )
