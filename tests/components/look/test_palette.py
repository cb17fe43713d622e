"""Colours of pictures are those of the theme, and edges can be seen on both grounds."""

import tomllib
from pathlib import Path

import pytest

from components.look.cell_face import DARK_INK, LIGHT_INK
from components.look.palette import EDGE, GROUND, TEXT

THEME = tomllib.loads((Path(__file__).parents[3] / ".streamlit/config.toml").read_text(encoding="utf8"))["theme"]


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(part * value for part, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_pictures_have_the_colours_of_the_theme(mode: str) -> None:
    theme = THEME[mode]
    assert TEXT.on(mode == "dark") == theme["textColor"]
    assert GROUND.on(mode == "dark") == theme["backgroundColor"]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_edges_of_controls_and_pictures_stand_out_three_to_one(mode: str) -> None:
    theme = THEME[mode]
    for edge in (EDGE, theme["borderColor"]):
        assert contrast(edge, theme["backgroundColor"]) >= 3
        assert contrast(edge, theme["secondaryBackgroundColor"]) >= 3
    assert contrast(theme["textColor"], theme["backgroundColor"]) >= 7


def test_letters_on_cells_keep_their_colours_on_a_dark_page() -> None:
    assert (THEME["light"]["textColor"], THEME["light"]["backgroundColor"]) == (DARK_INK, LIGHT_INK)
