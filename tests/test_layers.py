"""Imports run one way: pages → components → model. Read from the source, so that nothing has to be run."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]
MAX_PAGE_LINES = 100

MAY_IMPORT = {
    "pages": {"components"},
    "components": {"components", "model"},
    "model": {"model"},
    "pipeline": {"pipeline", "model"},
}
"""Own packages per layer; app.py is a page. Nobody imports pages, and only tests import pipeline."""

DRAWING = {"streamlit", "altair", "pydeck", "plotly", "matplotlib", "bokeh", "folium"}


def required(file: str) -> set[str]:
    """Packages that a requirements file names, as one imports them."""
    lines = (ROOT / file).read_text(encoding="utf8").splitlines()
    names = [re.split(r"[=<>~!\\[; ]", line, maxsplit=1)[0] for line in lines if line[:1].isalpha()]
    return {name.lower().replace("-", "_") for name in names}


ONLY_FOR_DEVELOPMENT = required("requirements-dev.txt") - required("requirements.txt")


def layer_of(path: Path) -> str:
    top = path.relative_to(ROOT).parts[0]
    return "pages" if top == "app.py" else top


FILES = [
    *PAGES,
    *(path for layer in ("components", "model", "pipeline") for path in sorted((ROOT / layer).rglob("*.py"))),
]
OWN = {"app", "pages", "components", "model", "pipeline", "tests", "scripts"}


def imported(source: str) -> set[str]:
    """Top-level packages that a source imports, wherever in the file; a relative import counts as '.'."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." if node.level else (node.module or "").split(".")[0])
    return found


def dynamic_imports(source: str) -> list[int]:
    """Lines that import by a name made at run time, which this test could not follow."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        node.lineno
        for node in calls
        if (isinstance(node.func, ast.Name) and node.func.id in ("__import__", "exec", "eval"))
        or (isinstance(node.func, ast.Attribute) and node.func.attr in ("import_module", "run_path", "run_module"))
    ]


def ids(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_imports_run_one_way(path: Path) -> None:
    source = path.read_text(encoding="utf8")
    own = (imported(source) & OWN) | (imported(source) & {"."})
    assert own <= MAY_IMPORT[layer_of(path)]
    assert dynamic_imports(source) == []


@pytest.mark.parametrize("path", [path for path in FILES if layer_of(path) == "model"], ids=ids)
def test_model_draws_nothing(path: Path) -> None:
    assert not imported(path.read_text(encoding="utf8")) & DRAWING


@pytest.mark.parametrize("path", [path for path in FILES if layer_of(path) != "pipeline"], ids=ids)
def test_the_app_runs_without_the_development_packages(path: Path) -> None:
    assert not imported(path.read_text(encoding="utf8")) & ONLY_FOR_DEVELOPMENT


@pytest.mark.parametrize("path", PAGES, ids=ids)
def test_pages_are_short_and_import_no_tables(path: Path) -> None:
    source = path.read_text(encoding="utf8")
    assert len(source.splitlines()) < MAX_PAGE_LINES
    assert not imported(source) & {"pandas", "numpy", "geopandas", "pyarrow", "altair", "pydeck"}


def test_development_packages_are_read_from_the_requirements() -> None:
    assert {"pandera", "topojson", "pytest", "playwright"} <= ONLY_FOR_DEVELOPMENT
    assert not {"streamlit", "pandas", "numpy", "altair", "pyarrow"} & ONLY_FOR_DEVELOPMENT


def test_all_layers_are_looked_at() -> None:
    assert {layer_of(path) for path in FILES} == set(MAY_IMPORT)
    assert len(PAGES) >= 3


@pytest.mark.parametrize(
    ("source", "packages"),
    [
        ("import model.tables as t", {"model"}),
        ("from pipeline.build import x", {"pipeline"}),
        ("def f():\n    import streamlit", {"streamlit"}),
        ("if True:\n    from components import words", {"components"}),
        ("from . import words", {"."}),
        ("'import streamlit'", set()),
    ],
)
def test_imports_are_found_wherever_they_stand(source: str, packages: set[str]) -> None:
    assert imported(source) == packages


@pytest.mark.parametrize("source", ["__import__('pipeline')", "import importlib\nimportlib.import_module('pipeline')"])
def test_imports_by_name_are_found(source: str) -> None:
    assert dynamic_imports(source)
