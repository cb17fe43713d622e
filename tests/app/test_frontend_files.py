"""Browser part of the components, as Streamlit needs it."""

from pathlib import Path

import pytest

from components import frontend_files
from components.frontend_files import FOLDER

FILES = sorted(path for path in FOLDER.rglob("*") if path.is_file())


def test_there_are_parts_for_frame_map_and_table() -> None:
    assert {path.parent.name for path in FILES} >= {"frame", "map", "table"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_file_is_content_and_not_taken_for_a_path(path: Path) -> None:
    """Streamlit takes a script or style of a single line for the path of a file."""
    assert path.suffix in {".html", ".css", ".js"}
    text = path.read_text(encoding="utf8").strip()
    assert text
    assert "\n" in text or path.suffix == ".html"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_file_asks_nothing_of_other_servers(path: Path) -> None:
    text = path.read_text(encoding="utf8")
    for address in ("http://", "https://", "@import", "//cdn"):
        rest = text.replace("http://www.w3.org/", "")
        assert address not in rest, address


@pytest.mark.parametrize("name", ["frame", "map", "table"])
def test_parts_are_read_by_name(name: str) -> None:
    assert frontend_files.html(name) == (FOLDER / name / f"{name}.html").read_text(encoding="utf8")
    assert frontend_files.css(name) == (FOLDER / name / f"{name}.css").read_text(encoding="utf8")
    assert "export default" in frontend_files.script(name)


def test_script_joins_its_parts_and_exports_last() -> None:
    script = frontend_files.script("map", "topology", "drawing", "picture")
    own = (FOLDER / "map" / "map.js").read_text(encoding="utf8")
    assert script.endswith(own)
    assert script.startswith((FOLDER / "map" / "topology.js").read_text(encoding="utf8"))
    assert script.count("export default") == 1


def test_missing_part() -> None:
    with pytest.raises(FileNotFoundError, match="bestaat_niet"):
        frontend_files.html("bestaat_niet")
