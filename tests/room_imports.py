"""What each module of the product imports, read from the source, so that nothing has to be run.

A room is a folder of `components` or `model`, such as `components/map`. A module at the top of such a layer counts as
one too, such as `model/faults`, and so does any other layer as a whole, such as `pipeline`. So does a program within a
room, such as `model/what_if/__main__`: nobody imports it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LAYERS_WITH_ROOMS = ("components", "model")
LAYERS = ("app", "pages", "components", "model", "pipeline", "server")

_SCRIPT_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*(['"])(\.[^'"]*)\1""")


@dataclass(frozen=True)
class Import:
    """One import of the product itself: from which room to which, and where it stands."""

    room: str
    imported_room: str
    where: str


def room_of(module: str) -> str:
    """Room of a module of the product, such as `components/map` of `components.map.view`."""
    if module.endswith(".__main__") and module.count(".") > 1:
        return module.replace(".", "/")
    layer, *inside = module.split(".")
    return f"{layer}/{inside[0]}" if layer in LAYERS_WITH_ROOMS and inside else layer


def layer_of(room: str) -> str:
    """Layer of a room."""
    return room.partition("/")[0]


@cache
def _nodes(source: str) -> tuple[ast.AST, ...]:
    """Everything in a source, parsed once for all questions that are asked of it."""
    return tuple(ast.walk(ast.parse(source)))


def imported_modules(source: str) -> list[tuple[int, str]]:
    """Line and full name of every import in a source, wherever in the file; a relative import begins with a dot.

    `from components import map` counts as `components.map`, for what is named may be a room.
    """
    found: list[tuple[int, str]] = []
    for node in _nodes(source):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            dot = "." if node.module else ""
            named = node.level or "." not in start
            found += (
                [(node.lineno, f"{start}{dot}{alias.name}") for alias in node.names]
                if named
                else [(node.lineno, start)]
            )
    return found


def packages(source: str) -> set[str]:
    """Top-level packages that a source imports."""
    return {name.partition(".")[0] for _, name in imported_modules(source)}


def dynamic_imports(source: str) -> list[int]:
    """Lines that import by a name made at run time, which cannot be followed here."""
    calls = [node for node in _nodes(source) if isinstance(node, ast.Call)]
    return [
        node.lineno
        for node in calls
        if (isinstance(node.func, ast.Name) and node.func.id in ("__import__", "exec", "eval"))
        or (isinstance(node.func, ast.Attribute) and node.func.attr in ("import_module", "run_path", "run_module"))
    ]


def script_imports(source: str) -> list[str]:
    """Paths that a script imports, also where it only takes a type in a comment."""
    return [path for _, path in _SCRIPT_IMPORT.findall(source)]


def module_of(path: Path, root: Path) -> str:
    """Name of the module in a file; a package bears the name of its folder."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_between_rooms(files: Iterable[Path], root: Path) -> Iterator[Import]:
    """Imports from one room of the product to another, in Python and in scripts."""
    for path in files:
        room = room_of(module_of(path, root))
        for line, other in _rooms_imported(path, root):
            if other != room:
                yield Import(room, other, f"{path.relative_to(root)}{f':{line}' if line else ''}")


def _rooms_imported(path: Path, root: Path) -> Iterator[tuple[int, str]]:
    source = path.read_text(encoding="utf8")
    if path.suffix == ".js":
        for target in script_imports(source):
            yield 0, room_of(module_of((path.parent / target).resolve(), root))
        return
    for line, name in imported_modules(source):
        if name.partition(".")[0] in LAYERS:
            yield line, room_of(name)
