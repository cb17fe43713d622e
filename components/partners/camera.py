"""Where the tilting map is looked at from: in the address, as deck.gl wants it, and as the browser last said.

Streamlit does not tell Python where the camera is; `camera.js` reads it in the browser (see
docs/besluiten/0012).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import TypedDict

import streamlit as st

from components.frame import links
from model.site.site_map import page_at

*_, CAMERA = page_at("samenwerking").parameters
"""Key in the address: latitude, longitude, zoom, pitch and bearing, with commas between."""

RANGES = {"latitude": (48, 56), "longitude": (0, 11), "zoom": (5, 11), "pitch": (0, 60), "bearing": (-180, 180)}
"""From beyond these no part of the country is in sight, or deck.gl does not go there."""
DECIMALS = {"latitude": 4, "longitude": 4, "zoom": 2, "pitch": 1, "bearing": 1}
"""Rounded so, the map shifts by a pixel at most."""

_WHOLE_COUNTRY = {"latitude": 52.0, "longitude": 5.22, "pitch": 30.0, "bearing": 0.0}
_ZOOM, _WIDTH_AT_ZOOM_PX, _HEIGHT_AT_ZOOM_PX = 6.6, 560, 600
"""At this zoom the country, tilted as in `_WHOLE_COUNTRY`, fills this width and height."""
_LIMITS = {"min_zoom": RANGES["zoom"][0], "max_zoom": RANGES["zoom"][1], "max_pitch": RANGES["pitch"][1]}
_HAIR = 1e-7
_NUMBER = r"-?\d{1,3}(?:\.\d{1,8})?"


@dataclass(frozen=True)
class Camera:
    """Point in the middle of the map (degrees), zoom (one more is twice as near), pitch and bearing.

    `pitch` is in degrees from straight down, `bearing` in degrees clockwise from north. Raises ValueError outside
    `RANGES`.
    """

    latitude: float
    longitude: float
    zoom: float
    pitch: float
    bearing: float

    def __post_init__(self) -> None:
        for name, (low, high) in RANGES.items():
            if not low <= getattr(self, name) <= high:
                raise ValueError(f"{name} is {getattr(self, name)}, not between {low} and {high}")

    def in_link(self) -> str:
        """Camera as the address holds it, rounded.

        >>> Camera(52.12345, 5.3, 7.204, 45, -0.01).in_link()
        '52.1234,5.3,7.2,45,0'
        """
        return ",".join(_rounded(getattr(self, name), decimals) for name, decimals in DECIMALS.items())


@dataclass(frozen=True)
class Viewpoint:
    """Where the visitor looks from, and where the map was told to look from; None is the whole country.

    They differ once the visitor moves the map. `moves` counts how often Python moved it: what the browser says of the
    camera before it has heard of the last move no longer counts.
    """

    seen: Camera | None = None
    told: Camera | None = None
    moves: int = 0

    def moved_to(self, camera: Camera | None) -> Viewpoint:
        """Python moves the map."""
        return Viewpoint(seen=camera, told=camera, moves=self.moves + 1)

    def drawn_anew(self) -> Viewpoint:
        """The map has gone from the page, and starts where the visitor looked from."""
        return replace(self, told=self.seen)

    def heard(self, reported: Mapping[str, object] | None) -> Viewpoint:
        """After what the browser said: `text` as in the address or None, `reset` and `moves`."""
        if not reported or reported.get("moves") != self.moves:
            return self
        if reported.get("reset") is True:
            return self.moved_to(None)
        return replace(self, seen=camera_of(reported.get("text")))


class CameraContent(TypedDict):
    """Key of the camera in the address; per number its name, decimals and range; how often Python moved the camera."""

    key: str
    fields: list[tuple[str, int, float, float]]
    moves: int


def camera_of(text: object) -> Camera | None:
    """Camera that a text as in the address stands for, rounded as there; None where it stands for none."""
    if not isinstance(text, str) or not re.fullmatch(
        rf"{_NUMBER}(?:,{_NUMBER}){{{len(fields(Camera)) - 1}}}", text, re.A
    ):
        return None
    numbers = zip(text.split(","), DECIMALS.values(), strict=True)
    try:
        return Camera(*(round(float(number), decimals) for number, decimals in numbers))
    except ValueError:
        return None


def camera_from_link() -> Camera | None:
    """Camera that the address asks for; one that cannot be is said on the page."""
    text = st.query_params.get(CAMERA)
    camera = camera_of(text)
    links.from_link(CAMERA, [text] if text and camera else [], "een stand van de kaart")
    return camera


def camera_payload(viewpoint: Viewpoint) -> CameraContent:
    """What the browser needs to write the address itself."""
    return {
        "key": CAMERA,
        "fields": [(name, decimals, *RANGES[name]) for name, decimals in DECIMALS.items()],
        "moves": viewpoint.moves,
    }


def view_state(viewpoint: Viewpoint, width_px: int) -> dict[str, float]:
    """View state for deck.gl. Each move differs by a hair: Streamlit only takes over the values that changed."""
    wanted = asdict(viewpoint.told) if viewpoint.told else {**_WHOLE_COUNTRY, "zoom": _whole_country_zoom(width_px)}
    return {key: value + viewpoint.moves * _HAIR for key, value in wanted.items()} | _LIMITS


def map_height(width_px: int) -> int:
    """Height in pixels that suits the width of the map: as tall as the country, within a desk screen."""
    return min(_HEIGHT_AT_ZOOM_PX, round(width_px * _HEIGHT_AT_ZOOM_PX / _WIDTH_AT_ZOOM_PX) + 40)


def _whole_country_zoom(width_px: int) -> float:
    return _ZOOM + min(0.0, math.log2(max(width_px, 1) / _WIDTH_AT_ZOOM_PX))


def _rounded(value: float, decimals: int) -> str:
    # Plus zero: minus zero would be written with its sign.
    return f"{round(value, decimals) + 0.0:.{decimals}f}".rstrip("0").rstrip(".")
