"""Stock of all drawings: each can be saved as a picture, or stands here with the reason why not."""

from __future__ import annotations

import re

import pytest

from tests.data.shipped import ROOT

COMPONENTS = ROOT / "components"

CHARTS = {
    "look/picture.py": "show_chart, which has the buttons",
    "partners/map.py": "flat and tilting map; the buttons stand in partners/controls.js",
    "what_if/saved/section.py": "offered below the chart",
}
"""Files that draw a chart of Vega or deck.gl, and where its buttons are."""

SAVED_BY = {
    "start/overview.html": "start/overview.js",
    "map/map.html": "map/map.js",
    "matrix/matrix.html": "matrix/matrix.js",
    "look/class_bar.html": "look/class_bar.py",
    "region/locator.js": "region/locator.py",
    "region/peers.html": "region/peers.py",
    "region/cooperation.html": "region/cooperation.py",
    "region/choices.html": "region/choices.py",
    "background/zhz/scales.html": "background/zhz/scales.py",
    "what_if/answers/spread.html": "what_if/answers/how_sure.py",
    "what_if/answers/places.html": "what_if/answers/what_first.py",
    "what_if/answers/parts.html": "what_if/answers/who_does_what.py",
    "what_if/answers/lines.html": "what_if/answers/over_the_years.py",
    "what_if/panel/panel.html": "what_if/sections.py",
}
"""What a component draws itself, and the file that offers its picture."""

NOT_SAVED = {
    "start/region_map.html": "a control to choose a region; it shows no data",
    "background/rotterdam/assignments.js": "a table of counts whose cells are buttons; the sign for none is an image",
    "matrix/side_by_side.html": "a table of words, with its own downloads",
    "frame/share.js": "a QR code, which has downloads of its own",
    "frame/stage_words.js": "a QR code for the telephones in a hall; Delen has it as a file",
}


def of_components(pattern: str, *endings: str) -> set[str]:
    """Files of the components in which a pattern occurs."""
    found = (path for path in COMPONENTS.rglob("*") if path.suffix in endings)
    return {
        path.relative_to(COMPONENTS).as_posix() for path in found if re.search(pattern, path.read_text(encoding="utf8"))
    }


def test_every_chart_has_its_buttons() -> None:
    assert of_components(r"\.(?:altair|vega_lite|pydeck|line|bar|scatter|area)_chart\(", ".py") == set(CHARTS)


def test_every_drawing_has_its_buttons_or_a_reason_to_have_none() -> None:
    drawn = of_components(r"""role="img"|'img'|role: 'img'|role="application\"""", ".html", ".js")
    assert drawn - set(SAVED_BY) - set(NOT_SAVED) == set()
    for name in (*SAVED_BY, *NOT_SAVED):
        assert (COMPONENTS / name).exists(), name


@pytest.mark.parametrize("file", sorted({*SAVED_BY.values(), "what_if/saved/section.py", "partners/controls.js"}))
def test_what_offers_a_picture_does_so(file: str) -> None:
    assert re.search(r"offer_picture\(|offerPicture\(|evidence\.picture\(", (COMPONENTS / file).read_text("utf8"))
