"""Small map beside the heading of the region page: where the region lies, and which regions are next door."""

from __future__ import annotations

from components.frame import loading
from components.look import component_files
from components.look.citation import SHAPES_CREDIT
from components.look.picture import offer_picture
from components.look.region_shapes import TOPOLOGY_URL
from components.look.words import listed
from model.regions.profile import neighbours_of

_locator = component_files.component("locator", __file__)


def show_locator(region_code: str) -> None:
    """Country with the region and its neighbours marked; the text for a screen reader names them."""
    names = loading.region_names()
    around = neighbours_of(loading.table("neighbours"), region_code)
    label = f"Kaartje van Nederland met {names[region_code]}. Buren: {listed([names[code] for code in around])}."
    _locator(
        key="locator", data={"topology": TOPOLOGY_URL, "region": region_code, "neighbours": around, "label": label}
    )
    offer_picture(
        "locator",
        f"{names[region_code]} en haar buren",
        SHAPES_CREDIT,
        drawn=("svg", "figcaption"),
        name="ligging",
        marks=[names[region_code]],
        what="kaartje",
    )
