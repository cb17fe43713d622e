"""Colours: those of the theme, classes that everyone can tell apart on both grounds, and each written in one place."""

import re
import tomllib
from itertools import chain, combinations, pairwise
from pathlib import Path

import numpy as np
import pytest

from components.look.cell_face import DARK_INK, LIGHT_INK
from components.look.palette import (
    ANSWER_COLOURS,
    BAR,
    EDGE,
    GROUND,
    LEVEL_COLOURS,
    PURPOSE_COLOURS,
    STATUS_COLOURS,
    TEXT,
    class_colours,
)
from components.partners.drawing import MINE
from model.choices.classes import NO_LEVEL, class_order, with_classes
from model.dataset.reading import read_table
from tests.colour_vision import VISIONS, ciede2000, closest, contrast, lab, linear, luminance, mixed

ROOT = Path(__file__).parents[3]
THEME = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf8"))["theme"]
SCRIPT = (ROOT / "components/look/colours.js").read_text("utf8")
STYLE = (ROOT / "components/look/base.css").read_text("utf8")
SCALES = {
    "niveau": LEVEL_COLOURS,
    "status": STATUS_COLOURS,
    "antwoord": ANSWER_COLOURS,
    "doel": PURPOSE_COLOURS,
}
APART = 12
"""CIEDE2000 from where two classes are told apart at a glance, also when they do not lie beside each other."""
CLASSES = sorted(set(with_classes(read_table("scale_choices"))["leading_class"]), key=class_order)


def in_script(name: str) -> str:
    found = re.search(rf"const {name} = '(#[0-9a-f]{{6}})'", SCRIPT)
    assert found
    return found[1]


def in_style(name: str) -> str:
    found = re.search(rf"--{name}: (#[0-9a-f]{{6}});", STYLE)
    assert found
    return found[1]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_pictures_have_the_colours_of_the_theme(mode: str) -> None:
    theme = THEME[mode]
    assert getattr(TEXT, mode) == theme["textColor"]
    assert getattr(GROUND, mode) == theme["backgroundColor"]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_edges_of_controls_and_pictures_stand_out_three_to_one(mode: str) -> None:
    theme = THEME[mode]
    for edge in (EDGE, theme["borderColor"]):
        assert contrast(edge, theme["backgroundColor"]) >= 3
        assert contrast(edge, theme["secondaryBackgroundColor"]) >= 3
    assert contrast(theme["textColor"], theme["backgroundColor"]) >= 7


def test_letters_on_cells_keep_their_colours_on_a_dark_page() -> None:
    assert (THEME["light"]["textColor"], THEME["light"]["backgroundColor"]) == (DARK_INK, LIGHT_INK)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("scale", SCALES)
def test_any_two_colours_of_a_key_are_told_apart_by_everyone(scale: str, vision: str) -> None:
    lights = {code: linear(colour) for code, colour in SCALES[scale].items()}
    assert closest(lights, vision)[0] >= APART, closest(lights, vision)


@pytest.mark.parametrize("scale", SCALES)
def test_every_colour_of_a_class_stands_out_on_a_dark_page_and_its_edge_on_a_light_one(scale: str) -> None:
    for code, colour in SCALES[scale].items():
        assert contrast(colour, GROUND.dark) >= 3, code
    assert contrast(EDGE, GROUND.light) >= 3
    assert contrast(in_script("BORDER"), GROUND.light) >= 3


@pytest.mark.parametrize("scale", SCALES)
def test_a_scale_keeps_its_order_in_grey(scale: str) -> None:
    greys = [float(lab(np.full(3, luminance(linear(colour))))[0]) for colour in SCALES[scale].values()]
    darkening = greys if greys[0] > greys[-1] else greys[::-1]
    assert all(lighter - darker >= APART for lighter, darker in pairwise(darkening)), greys


@pytest.mark.parametrize("vision", VISIONS)
def test_every_two_classes_of_the_data_differ_by_a_colour_that_the_other_lacks(vision: str) -> None:
    """A mixture is the set of its stripes, no level the set of dot and ground: of each pair, one has a colour that lies
    far from all colours of the other.
    """
    assert "regionaal+bovenregionaal" in CLASSES
    assert NO_LEVEL in CLASSES
    seen = {
        code: [lab(linear(each), vision) for each in class_colours(code) or (in_script("GREY"), in_script("PAPER"))]
        for code in CLASSES
    }
    for one, other in combinations(CLASSES, 2):
        own = max(min(ciede2000(a, b) for b in seen[other]) for a in seen[one])
        back = max(min(ciede2000(a, b) for b in seen[one]) for a in seen[other])
        assert max(own, back) >= APART, (one, other)


def test_the_stripes_are_needed_because_blended_colours_come_too_close() -> None:
    """Why a mixture has no colour of its own: to someone this one would look like another class."""
    blends = {code: mixed(*class_colours(code)) for code in CLASSES if code != NO_LEVEL}
    assert min(closest(blends, vision)[0] for vision in VISIONS) < APART


def test_difference_of_colours_is_that_of_the_published_examples() -> None:
    """Sharma, Wu and Dalal (2005), table 1: rows 1, 4, 9, 15, 25 and 34."""
    for one, other, expected in (
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, -0.001, 2.49), (50, 0.0011, -2.49), 4.7461),
        ((50, 2.5, 0), (61, -5, 29), 22.8977),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ):
        assert ciede2000(np.array(one), np.array(other)) == pytest.approx(expected, abs=1e-4)


def test_scripts_and_styles_have_the_colours_of_the_palette() -> None:
    assert (in_script("INK"), in_script("PAPER")) == (TEXT.light, GROUND.light)
    assert in_script("CHOSEN") == in_style("mine") == MINE
    assert in_style("bar") == BAR


def test_a_colour_of_a_class_is_written_in_the_palette_only() -> None:
    colours = {*chain.from_iterable(scale.values() for scale in SCALES.values()), BAR}
    written = {
        f"{path.relative_to(ROOT)}: {colour}"
        for folder in ("components", "pages", "server", "scripts")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".js", ".css", ".html"} and path.name != "palette.py"
        for colour in colours
        if colour in path.read_text("utf8").lower()
    }
    assert written == {f"components/look/base.css: {BAR}"}
