"""Imports run one way: pages, components, model; and from room to room only along arrows with a reason."""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.room_imports import (
    LAYERS_WITH_ROOMS,
    Import,
    dynamic_imports,
    imported_modules,
    imports_between_rooms,
    layer_of,
    module_of,
    packages,
    room_of,
    script_imports,
)

ROOT = Path(__file__).parent.parent

LAYER_IMPORTS = {
    "app": {"components"},
    "pages": {"components"},
    "server": {"components", "model"},
    "components": {"model"},
    "pipeline": {"model"},
    "model": set(),
}
"""Which layers may import which others. Nobody imports app, pages or server, and only tests import pipeline."""

OPEN_TO_ALL = {
    "components/look": {"components"},
    "components/frame": {"components"},
    "model/faults": {"model"},
    "model/notation": {"model"},
}
"""Rooms and single modules that every room of these layers may import. Look and frame have fewer rights: see below."""

ARROWS = {
    ("components/note", "components/region"): "The note on a region says what its page says, from the same rows.",
    ("components/note", "components/what_if"): "The note on a scenario has the results, words and files of its page.",
    ("components/slides", "components/background"): "A slide says what a part of Achtergrond says.",
    ("components/slides", "components/map"): "A slide says what the map says at an address.",
    ("components/slides", "components/matrix"): "A slide says what the comparison says at an address.",
    ("components/slides", "components/partners"): "A slide says what the cooperation says at an address.",
    ("components/slides", "components/region"): "A slide says what the sheet of a region says.",
    ("components/slides", "components/sources"): "A slide says what a part of Bronnen says.",
    ("components/slides", "components/start"): "A slide says what the start page says.",
    ("components/slides", "components/what_if"): "A slide says what a scenario comes to.",
    ("model/background", "model/choices"): "Rotterdam's scale advice counts choices outside the scale as the map does.",
    ("model/background", "model/dataset"): "Documents are read with the codes that the registry allows.",
    (
        "model/background",
        "model/own_table",
    ): "Numbers typed into the cost sharing calculator are read as those of an own table.",
    ("model/faults", "model/notation"): "A number in a fault is written as everywhere.",
    ("model/choices", "model/dataset"): "Levels and statuses are those of the registry.",
    (
        "model/own_table",
        "model/what_if",
    ): "An own table becomes a savings plan and is held to the bounds of the what-if.",
    ("model/regions", "model/choices"): "A profile says where a region and its neighbours choose the same.",
    ("model/regions", "model/dataset"): "How sure a mention is, is a code of the registry.",
    ("model/reproduce", "model/dataset"): "The plan of the source is computed from the shipped tables.",
    ("model/reproduce", "model/own_table"): "An own table is read from the file that the app saves.",
    ("model/reproduce", "model/what_if"): "Whoever computes a result again does so with the same functions.",
    ("model/what_if/__main__", "model/reproduce"): "The command line of the what-if prints what is reproduced.",
    ("model/site", "model/dataset"): "Columns of the tables can be searched.",
    ("model/site", "model/what_if"): "The site map lists the keys that a scenario has in the address.",
    ("components/stage", "components/slides"): "A storyline becomes slides, with the titles of its steps.",
    (
        "components/stage",
        "components/what_if",
    ): "A step with an own table is known by the mark of its table, which is not that of the source.",
    ("model/stage", "model/site"): "A step of a storyline is a page of the site map, with keys that the page owns.",
    ("model/site", "model/regions"): "A search folds capitals and accents as the search for a region does.",
}
"""Every other arrow from one room to another, with the reason why it is there."""

MODULES_AT_THE_TOP = 2
DRAWING = {"streamlit", "altair", "pydeck", "plotly", "matplotlib", "bokeh", "folium"}
TABLES = {"pandas", "numpy", "pyarrow", "altair", "pydeck"}
ONLY_IN_THE_PIPELINE = {"geopandas", "shapely", "pyogrio", "pyproj"}
MOST_PAGE_LINES = 99
MOST_LINES = 400
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}


def files_of(*folders: str, suffixes: tuple[str, ...] = (".py",)) -> list[Path]:
    """Files below folders of the repository; a folder that is not there has none."""
    return sorted(
        path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in suffixes and path.is_file()
    )


def required(file: str) -> set[str]:
    """Packages that a requirements file names, as one imports them."""
    lines = (ROOT / file).read_text(encoding="utf8").splitlines()
    names = [re.split(r"[=<>~!\\[; ]", line, maxsplit=1)[0] for line in lines if line[:1].isalpha()]
    return {name.lower().replace("-", "_") for name in names}


PAGES = [ROOT / "app.py", *files_of("pages")]
APP = [*PAGES, *files_of("components", "model", "server")]
PRODUCT = [*APP, *files_of("pipeline")]
SCRIPTS = files_of("components", suffixes=(".js",))
ONLY_FOR_DEVELOPMENT = required("requirements-dev.txt") - required("requirements.txt")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def is_allowed(room: str, other: str) -> bool:
    """Whether one room may import another."""
    layer, other_layer = layer_of(room), layer_of(other)
    if layer != other_layer:
        return other_layer in LAYER_IMPORTS[layer]
    if (room, other) in ARROWS or room == other:
        return True
    if room == "components/look":
        return False
    if room == "components/frame":
        return other == "components/look"
    return layer in OPEN_TO_ALL.get(other, set()) and not (room in OPEN_TO_ALL and layer == "model")


def refused(imports: list[Import]) -> list[str]:
    """Imports that no rule allows, each with where it stands."""
    return [
        f"{found.where}: {found.room} imports {found.imported_room}"
        for found in imports
        if not is_allowed(found.room, found.imported_room)
    ]


def without_use(imports: list[Import]) -> list[tuple[str, str]]:
    """Named arrows along which nothing is imported any more."""
    return sorted(ARROWS.keys() - {(found.room, found.imported_room) for found in imports})


@pytest.fixture(scope="module")
def imports() -> list[Import]:
    return list(imports_between_rooms([*PRODUCT, *SCRIPTS], ROOT))


def test_imports_run_one_way_and_between_rooms_along_named_arrows(imports: list[Import]) -> None:
    assert len(imports) > 500
    assert refused(imports) == []


def test_every_named_arrow_is_used_and_has_a_reason(imports: list[Import]) -> None:
    assert without_use(imports) == []
    assert [arrow for arrow, reason in ARROWS.items() if not re.fullmatch(r"[A-Z].{20,}\.", reason)] == []


def test_no_rooms_import_each_other_in_a_circle(imports: list[Import]) -> None:
    graph: dict[str, set[str]] = {}
    for found in imports:
        graph.setdefault(found.room, set()).add(found.imported_room)
    TopologicalSorter(graph).prepare()


def test_no_import_by_a_name_made_at_run_time() -> None:
    assert [
        (name(path), dynamic_imports(path.read_text(encoding="utf8")))
        for path in PRODUCT
        if dynamic_imports(path.read_text(encoding="utf8"))
    ] == []


def test_no_relative_imports() -> None:
    assert [name(path) for path in PRODUCT if "" in packages(path.read_text(encoding="utf8"))] == []


def test_layers_hold_rooms_and_few_modules_of_their_own() -> None:
    for layer in LAYERS_WITH_ROOMS:
        own = [path.name for path in (ROOT / layer).glob("*.py") if path.name != "__init__.py"]
        assert len(own) <= MODULES_AT_THE_TOP, own


def test_model_and_pipeline_draw_nothing() -> None:
    assert importing(DRAWING, files_of("model", "pipeline")) == []


def test_app_runs_without_what_development_and_pipeline_need() -> None:
    assert importing(ONLY_FOR_DEVELOPMENT | ONLY_IN_THE_PIPELINE, APP) == []


def test_pages_are_short_and_import_no_tables() -> None:
    assert importing(TABLES | ONLY_IN_THE_PIPELINE, PAGES) == []
    assert [name(path) for path in PAGES if lines_of(path) > MOST_PAGE_LINES] == []


def importing(unwanted: set[str], files: list[Path]) -> list[tuple[str, set[str]]]:
    """Files that import a package they should not, with these packages."""
    found = [(name(path), packages(path.read_text(encoding="utf8")) & unwanted) for path in files]
    return [(file, wrong) for file, wrong in found if wrong]


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf8").splitlines())


def test_files_are_short_and_have_names_that_say_something() -> None:
    files = [
        *PAGES,
        *files_of("components", "model", "pipeline", "server", "scripts", "tests", suffixes=(".py", ".js", ".css")),
    ]
    assert [name(path) for path in files if lines_of(path) > MOST_LINES] == []
    assert [name(path) for path in files if {path.stem, path.parent.name} & EMPTY_NAMES] == []


def test_what_the_rules_speak_of_is_looked_at() -> None:
    rooms = {room_of(module_of(path, ROOT)) for path in PRODUCT}
    assert {layer_of(room) for room in rooms} == set(LAYER_IMPORTS)
    assert set(OPEN_TO_ALL) | {room for arrow in ARROWS for room in arrow} <= rooms
    assert len(PAGES) >= 8
    assert len(SCRIPTS) > 25
    assert {"pandera", "topojson", "pytest", "playwright"} <= ONLY_FOR_DEVELOPMENT
    assert not {"streamlit", "pandas", "numpy", "altair", "pyarrow"} & ONLY_FOR_DEVELOPMENT


@pytest.mark.parametrize(
    ("source", "modules"),
    [
        ("import model.dataset.reading as r", ["model.dataset.reading"]),
        ("from pipeline.build import x", ["pipeline.build"]),
        ("from components.look.words import a, b", ["components.look.words"]),
        ("from components import look, map", ["components.look", "components.map"]),
        ("def f():\n    import streamlit", ["streamlit"]),
        ("if True:\n    from components import look", ["components.look"]),
        ("from . import words", [".words"]),
        ("from ..look import words", ["..look.words"]),
        ("'import streamlit'", []),
    ],
)
def test_imports_are_found_wherever_they_stand(source: str, modules: list[str]) -> None:
    assert [module for _, module in imported_modules(source)] == modules


@pytest.mark.parametrize(
    "source", ["__import__('pipeline')", "import importlib\nimportlib.import_module('pipeline')", "eval('1')"]
)
def test_imports_by_name_are_found(source: str) -> None:
    assert dynamic_imports(source)


@pytest.mark.parametrize(
    ("source", "paths"),
    [
        ("import { a } from '../look/dom.js';\n", ["../look/dom.js"]),
        ("import { a,\n  b } from './b.js';\n", ["./b.js"]),
        ('export { a } from "../map/map.js";\n', ["../map/map.js"]),
        ("const a = await import('../map/map.js');\n", ["../map/map.js"]),
        ("/** @param {import('../map/map.js').Shown} shown */\n", ["../map/map.js"]),
        ("const from = 'elsewhere';\n", []),
    ],
)
def test_imports_of_scripts_are_found(source: str, paths: list[str]) -> None:
    assert script_imports(source) == paths


@pytest.mark.parametrize(
    ("path", "source", "arrow"),
    [
        (
            "components/region/peers.py",
            "from components.matrix.view import a",
            ("components/region", "components/matrix"),
        ),
        (
            "components/region/peers.js",
            "import { a } from '../matrix/table.js';",
            ("components/region", "components/matrix"),
        ),
        (
            "components/what_if/panel/bars.js",
            "import { a } from '../../map/map.js';",
            ("components/what_if", "components/map"),
        ),
        ("components/look/words.py", "from components.frame import links", ("components/look", "components/frame")),
        (
            "components/frame/page.py",
            "from components.sources import search",
            ("components/frame", "components/sources"),
        ),
        (
            "model/dataset/reading.py",
            "def f():\n    from model.choices import classes",
            ("model/dataset", "model/choices"),
        ),
        ("model/notation.py", "import model.faults", ("model/notation", "model/faults")),
        ("model/site/site_map.py", "from components.look import words", ("model/site", "components/look")),
        ("components/map/view.py", "import pipeline.build", ("components/map", "pipeline")),
        ("pages/kaart.py", "from model.choices import classes", ("pages", "model/choices")),
        ("pipeline/build.py", "from pages import kaart", ("pipeline", "pages")),
        ("server/routes.py", "from pages import kaart", ("server", "pages")),
    ],
)
def test_new_arrow_is_refused(tmp_path: Path, path: str, source: str, arrow: tuple[str, str]) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(source, encoding="utf8")
    found = list(imports_between_rooms([file], tmp_path))
    assert [(item.room, item.imported_room) for item in found] == [arrow]
    assert [line.split(":")[0] for line in refused(found)] == [path]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("pages/kaart.py", "from components.map.view import show_map"),
        (
            "components/region/peers.py",
            "from components.frame import links\nfrom components.look import words\nimport model.choices.classes",
        ),
        (
            "components/region/peers.js",
            "import { a } from '../look/dom.js';\nimport { b } from '../frame/entry_list.js';",
        ),
        ("components/region/peers.py", "from components.region.choices import a"),
        ("components/frame/page.py", "from components.look import words"),
        ("model/what_if/plan.py", "from model.faults import Fault\nfrom model.notation import listed"),
        ("model/own_table/reading.py", "from model.what_if import SavingsPlan"),
        ("server/routes.py", "from components.look import words"),
    ],
)
def test_rules_let_through_what_they_mean_to(tmp_path: Path, path: str, source: str) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(source, encoding="utf8")
    assert refused(list(imports_between_rooms([file], tmp_path))) == []


def test_arrow_without_use_is_told(imports: list[Import]) -> None:
    gone = ("model/site", "model/regions")
    rest = [found for found in imports if (found.room, found.imported_room) != gone]
    assert len(rest) < len(imports)
    assert without_use(rest) == [gone]
