"""Browser part of a component: HTML, CSS and JavaScript that lie beside the Python that uses them.

Scripts are modules with real imports, for editors, type checker, linter and tests. The browser gets one module per
component: `script` follows the imports and joins what it finds, so that nothing has to be built. Streamlit would send
all of it again at every step; it sends an address instead, from which the browser fetches the module once and keeps it.
What few visitors ask for is a module of its own, which the browser fetches at the first use: `await import('./b.js')`.
Comments are for who reads the source: a third of what would go over the line.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import streamlit as st

BASE_STYLE = Path(__file__).with_name("base.css")
KEPT_REPORTS = Path(__file__).with_name("kept_reports.js")
"""What stands between every component and Streamlit."""
ADDRESS = "onderdelen"
"""Where the server hands out the modules, below the base path."""

_modules: dict[str, str] = {}
MODULES: Mapping[str, str] = MappingProxyType(_modules)
"""Module of every component by the name of its file, which holds a mark of its content."""

_LOADER = """// Fetches the component, once per version.
const base = window.__streamlit?.BACKEND_BASE_URL ?? location.origin;
const show = await import(`${base}/%(address)s/%(file)s`).then((module) => module.default, () => null);
if (!show) document.dispatchEvent(new Event('part-missing'));
export default show ?? (({ parentElement }) => {
  parentElement.textContent = 'Dit onderdeel is niet geladen. Ververs de pagina.';
});
"""

_SHOW = """
const $filled = new WeakSet();
export default function (component) {
  const root = component.parentElement;
  if (!$filled.has(root)) {
    $filled.add(root);
    const style = document.createElement('style');
    style.textContent = %(style)s;
    root.replaceChildren(style, document.createRange().createContextualFragment(%(markup)s));
  }
  return $show($look_kept_reports.keepingReports(component));
}
"""

_LATER = re.compile(r"\bawait import\('(\.[^']*)'\)")
_IMPORT = re.compile(r"^import \{([^}]*)\} from '(\.[^']*)';\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/[ \t]*)\n", re.MULTILINE)
"""Comment that fills its lines; one behind code stays, for there a slash can mean something else."""
_NOT_JOINABLE = re.compile(r"^(?:import\b|export (?!default\b)).*", re.MULTILINE)
_SECOND_NAME = re.compile(r"^export const \w+ = (?:'[^']*'|[\w.]+), \w+ = .*", re.MULTILINE)
"""Of one that exports several constants, only the first would be handed on."""


class ModuleError(Exception):
    """A script that cannot be joined; the message names the file and what stands in it."""


def component(name: str, beside: str, stem: str | None = None, *, upon: str = "") -> Any:
    """Component `name`, of which `<stem>.html`, `.css` and `.js` lie beside the file `beside`.

    Its style comes after the look that all components share; a component without a style of its own has only that.
    One that stands `upon` another stem has the markup and style of that one, and its own after them.

    Raises
    ------
    FileNotFoundError
        Where the markup or the script is missing.
    ModuleError
        Where the script cannot be joined with what it imports.
    """
    file = _handed_out(
        name, module(Path(beside).with_name(stem or name), Path(beside).with_name(upon) if upon else None)
    )
    return st.components.v2.component(name, js=_LOADER % {"address": ADDRESS, "file": file})


def _handed_out(name: str, content: str) -> str:
    """Name of the file in which the server hands out this module."""
    file = f"{name}.{hashlib.sha256(content.encode()).hexdigest()[:12]}.js"
    _modules[file] = content
    return file


def module(path: Path, upon: Path | None = None) -> str:
    """Module of the component whose files are `path` with .html, .css and .js: it fills its place and shows itself.

    Markup and style of `upon` come before its own.
    """
    stems = [each for each in (upon, path) if each]
    styles = without_comments(text(BASE_STYLE)) + "".join(_style(stem) for stem in stems)
    joined = re.sub(r"^export default ", "const $show = ", script(path.with_suffix(".js")), flags=re.MULTILINE)
    markup = "".join(text(stem.with_suffix(".html")) for stem in stems)
    return (
        joined
        + _module(KEPT_REPORTS, script(KEPT_REPORTS))
        + _SHOW % {"style": json.dumps(styles), "markup": json.dumps(markup)}
    )


def _style(path: Path) -> str:
    style = path.with_suffix(".css")
    return without_comments(text(style)) if style.exists() else ""


@cache
def style_tag(path: Path) -> str:
    """HTML that gives a page the style at `path`."""
    return f"<style>{without_comments(text(path))}</style>"


def text(path: Path) -> str:
    """Text of a file."""
    return path.read_text(encoding="utf8")


def without_comments(source: str) -> str:
    """Script or style without the comments that have lines of their own."""
    return _COMMENT.sub("", source)


def script(path: Path) -> str:
    """Module at `path` in one text with all modules that it imports, each once and before its first use.

    An imported module becomes a constant that holds what it exports; what it keeps to itself stays out of sight of the
    others. One that is imported only when it is used gets a file of its own beside this one.
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

    def address(found: re.Match[str]) -> str:
        later = (path.parent / found[1]).resolve()
        file = _handed_out(_constant(later).removeprefix("$"), script(later))
        return f"await import({f'./{file}'!r})"

    source = text(path)
    several = _SECOND_NAME.search(source)
    if several:
        raise ModuleError(f"{path.name} has {several[0]!r}; export one constant at a time.")
    return _LATER.sub(address, _IMPORT.sub(constants, without_comments(source)))


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
