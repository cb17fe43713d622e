"""The map of the 42 regions as SVG made on the server, for slides and paper, as the browser's map looks in light.

A class that mixes levels has stripes, one outside the scale dots (svg.js), so that colour is not all that tells classes
apart; outlines and names are those of components/map/. The key stands beside the map, and between the two, as far as
over the sea, the Randstad is enlarged.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import accumulate
from math import sqrt

from components.look.drawn_names import Edges, Label, Sign, names_on
from components.look.exhibit import ClassFace, MapDrawing
from components.look.letter_widths import LINE_HEIGHT, in_lines, text_width
from components.look.region_shapes import region_shapes
from components.look.typeset import FAMILY
from components.look.words import NO_BREAK
from model.choices.classes import STATUS_WORDS

INK, PAPER, GREY, BORDER, CHOSEN = "#1c1f26", "#ffffff", "#5f6470", "#7d8494", "#c2410c"
"""Colours of what no style sheet reaches, as in colours.js."""

_USUAL_LETTERS = 16
_BORDER, _CASING, _OUTLINE, _PATTERN, _KEY_PATTERN = 0.8, 5.5, 3.0, 11.0, 8.0
"""Widths of lines, and the size of stripes and dots, at the usual letters; larger letters bring larger ones."""
_HALO = 0.28
"""Width of the light edge of a name, as a share of its letters."""
_INSET_TITLE = "Randstad, vergroot"
_UNKNOWN = ClassFace("Onbekend", ())
_MIN_INSET = 7
"""Times the letters that the enlarged part must be high, to be of use."""
_ENOUGH = 2.0
"""Times the country that it is enlarged on a picture of the screen; beyond that the key has its lines whole."""
_TITLE_HEIGHT = 1.6
"""Times the letters that its title takes."""
_KEY_FACE = 2.8
"""Times the letters from the left of the key to its words."""
_ASKED_SIZES, _OTHER_SIZE = (1, 0.85, 0.7), 0.5
"""Sizes of the names that the map is about, and of all others, as a share of the letters."""
_SIGN, _KEY_SIGN = 3.0, 5.6
"""Radius of the sign of a status on the map and in the key, at the usual letters."""
_SIGN_INKS = {"gedeelde_afspraak": INK, "intentie": PAPER, "geen_opvatting": "none"}
"""Fill of the sign of each status, as in status_sign.js, in the order of the key."""


@dataclass(frozen=True)
class Box:
    """A part of the map in kilometres (north up, y negative), or a place in the picture."""

    x: float
    y: float
    width: float
    height: float


COUNTRY, RANDSTAD = Box(10, -622, 270, 320), Box(70, -519, 92, 101)
"""The parts of the map that svg.js shows too."""


@dataclass(frozen=True)
class _Look:
    """What all parts of a picture share: the drawing, names of regions by code, size and family of the letters."""

    drawing: MapDrawing
    names: Mapping[str, str]
    letters: float
    family: str

    def sized(self, size: float) -> float:
        """A size that goes with the letters."""
        return size * self.letters / _USUAL_LETTERS

    @property
    def classes(self) -> tuple[ClassFace, ...]:
        """Classes, and after them the one of regions that have none."""
        return (*self.drawing.classes, _UNKNOWN)

    def class_of(self, region_code: str) -> int:
        """Position in `classes`."""
        return self.drawing.class_of_region.get(region_code, len(self.drawing.classes))


def map_svg(
    drawing: MapDrawing,
    names: Mapping[str, str],
    *,
    width: float = 1200,
    height: float = 800,
    letters: float = _USUAL_LETTERS,
    family: str = FAMILY,
    key: bool = True,
) -> str:
    """The map as an SVG document of `width` by `height`, in one unit with the size of its `letters`.

    `names` are those of the regions by code, which are written on the map as far as there is room: `mine` and `named`
    of the drawing first, and larger. Signs show its `status_of_region`. Without its `key` the map stands alone.
    A region of which no class is known has dots and is "Onbekend" in the key.
    """
    look = _Look(drawing, names, letters, family)
    country_width = min(height * COUNTRY.width / COUNTRY.height, width)
    country_height = country_width * COUNTRY.height / COUNTRY.width
    country = Box(width - country_width, (height - country_height) / 2, country_width, country_height)
    beside, inset = _beside(look, country, height) if key else ([], None)
    taken = [_edges_of_inset(look, inset, country)] if inset else []
    parts = [
        f'<rect width="{width:g}" height="{height:g}" fill="{PAPER}"/>',
        _map(look, "land", COUNTRY, country, taken),
        *beside,
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" font-family="{escape(family)}" font-size="{letters:g}" fill="{INK}">'
        f"{''.join(parts)}</svg>"
    )


def _beside(look: _Look, country: Box, height: float) -> tuple[list[str], Box | None]:
    """Key at the left of the map, and the Randstad beside or below it: with the key on the longest lines that let it be
    `_ENOUGH` larger than in the country, else where it is largest. With its place, None where there is none of use.
    """
    letters, room = look.letters, country.x - look.letters
    words = [words for _, words in _key_rows(look)]
    long = max(text_width(line, letters) for line in words)
    short = max(text_width(part, letters) for line in words for part in line.split(" "))
    widths = [long - (long - short) * step / 4 for step in range(5)]
    keys = [Box(0, 0, min(width + (_KEY_FACE + 0.2) * letters, room), height) for width in widths]
    places = [(key, _inset_beside(look, key, country)) for key in keys if _key(look, key)[1] <= height]
    below = Box(0, 0, room, height)
    places.append((below, _inset_below(look, below)))
    enough = _ENOUGH * RANDSTAD.height * country.height / COUNTRY.height
    key, inset = max(places, key=lambda place: min(place[1].height, enough))
    parts, _ = _key(look, key)
    if inset.height < _MIN_INSET * letters:
        return parts, None
    return [*parts, *_inset(look, inset)], inset


def _inset_beside(look: _Look, key: Box, country: Box) -> Box:
    """The largest place at the right of the key that leaves all land free."""
    left, top = key.width + look.letters, _TITLE_HEIGHT * look.letters
    height = key.height - top
    while height > 0:
        width = height * RANDSTAD.width / RANDSTAD.height
        spare = _coast(country, top + height) - look.letters - left - width
        if spare >= 0:
            return Box(left + min(spare, max(0.0, country.x - look.letters - left - width)) / 2, top, width, height)
        height -= 1
    return Box(left, top, 0, 0)


def _inset_below(look: _Look, key: Box) -> Box:
    _, bottom = _key(look, key)
    room = key.height - bottom - (1 + _TITLE_HEIGHT) * look.letters
    height = max(0.0, min(room, key.width * RANDSTAD.height / RANDSTAD.width))
    return Box(0, key.height - height, height * RANDSTAD.width / RANDSTAD.height, height)


def _coast(country: Box, bottom: float) -> float:
    """How far to the left the land reaches from the top of the picture to `bottom`."""
    scale = country.width / COUNTRY.width
    downs, lefts = _west()
    at = bisect(downs, COUNTRY.y + (bottom - country.y) / scale)
    return country.x + scale * ((lefts[at - 1] if at else COUNTRY.x + COUNTRY.width) - COUNTRY.x)


@cache
def _west() -> tuple[list[float], list[float]]:
    """Points of the land from north to south, and how far to the west it reaches until there, in kilometres."""
    found = [re.findall(r"[ML](\S+) ([^LMZ]+)", shape.path) for shape in region_shapes().values()]
    points = sorted((float(y), float(x)) for part in found for x, y in part)
    return [y for y, _ in points], list(accumulate((x for _, x in points), min))


def _edges_of_inset(look: _Look, inset: Box, country: Box) -> Edges:
    """What the enlarged part covers of the country, with its title and some room."""
    left, top = inset.x - country.x, inset.y - country.y
    around, title = 0.4 * look.letters, _TITLE_HEIGHT * look.letters
    return Edges(left - around, top - title, left + inset.width + around, top + inset.height + around)


def _inset(look: _Look, place: Box) -> list[str]:
    return [
        _text(_INSET_TITLE, place.x, place.y - look.letters * 0.45, look.letters),
        _map(look, "randstad", RANDSTAD, place),
        f'<rect {_at(place)} fill="none" stroke="{GREY}" stroke-width="{look.sized(1):g}"/>',
    ]


def _map(look: _Look, name: str, box: Box, place: Box, taken: Sequence[Edges] = ()) -> str:
    """One drawing of the map: the regions in `box`, at a place of the picture; no name stands where it is `taken`."""
    scale = place.width / box.width
    shapes = region_shapes()
    regions = "".join(
        f'<path d="{shape.path}" fill="{_fill(look, look.class_of(code), name)}"/>' for code, shape in shapes.items()
    )
    mine = look.drawing.mine
    outline = _outline(shapes[mine].path, look, scale) if mine and mine in shapes else ""
    signs = [
        Sign(code, (shape.x - box.x) * scale, (shape.y - box.y) * scale)
        for code, shape in shapes.items()
        if box.x < shape.x < box.x + box.width and box.y < shape.y < box.y + box.height
    ]
    status_of, radius = look.drawing.status_of_region, look.sized(_SIGN)
    labels = _labels(look, signs, place, radius if status_of else 0, taken)
    marked = "".join(
        _sign(status_of[sign.region_code], sign.x, sign.y, radius) for sign in signs if sign.region_code in status_of
    )
    written = "".join(
        _text(line, label.x, label.y + at * label.letters * LINE_HEIGHT, label.letters, halo=_HALO * label.letters)
        for label in labels
        for at, line in enumerate(label.lines)
    )
    return (
        f'<svg {_at(place)} viewBox="{box.x:g} {box.y:g} {box.width:g} {box.height:g}">'
        f"{_patterns(look, name, look.sized(_PATTERN) / scale)}"
        f'<g stroke="{BORDER}" stroke-width="{look.sized(_BORDER) / scale:.3f}">{regions}</g>{outline}</svg>'
        f'<g transform="translate({place.x:g} {place.y:g})">{marked}</g>'
        f'<g transform="translate({place.x:g} {place.y:g})" text-anchor="middle" font-weight="600" stroke="{PAPER}" '
        f'stroke-linejoin="round" paint-order="stroke">{written}</g>'
    )


def _labels(look: _Look, signs: Sequence[Sign], place: Box, sign_radius: float, taken: Sequence[Edges]) -> list[Label]:
    """Names of the regions that the map is about, and then of as many others as find a place."""
    asked = [code for code in dict.fromkeys((look.drawing.mine, *look.drawing.named)) if code in look.names]
    others = [code for code in look.names if code not in asked]
    labels: list[Label] = []
    for codes, sizes in ((asked, _ASKED_SIZES), (others, (_OTHER_SIZE,))):
        labels += names_on(
            {code: look.names[code] for code in codes if code is not None},
            signs,
            room=(place.width, place.height),
            sizes=[size * look.letters for size in sizes],
            sign_radius=sign_radius,
            taken=[*taken, *(label.edges for label in labels)],
        )
    return labels


def _key_rows(look: _Look) -> list[tuple[str, str]]:
    """Faces of the key with their words: classes and statuses that occur, and the region that is outlined."""
    letters, drawn = look.letters, {look.class_of(code) for code in region_shapes()}
    rows = [(_face(look, index), look.classes[index].words) for index in sorted(drawn)]
    counts = Counter(look.drawing.status_of_region.values())
    rows += [
        (_sign(status, 1.1 * letters, 0.6 * letters, look.sized(_KEY_SIGN)), f"{STATUS_WORDS[status]}: {count}")
        for status in _SIGN_INKS
        if (count := counts[status])
    ]
    if look.drawing.mine in look.names:
        rows.append((_outlined_face(look), look.names[str(look.drawing.mine)]))
    # A number stands on the line of the last of its words.
    return [(face, words.replace(": ", f":{NO_BREAK}")) for face, words in rows]


def _key(look: _Look, room: Box) -> tuple[list[str], float]:
    """The key from the top of its room, and where it ends."""
    letters = look.letters
    parts, y = [f"{_patterns(look, 'sleutel', look.sized(_KEY_PATTERN))}"], 0.0
    for face, words in _key_rows(look):
        lines = in_lines(words, letters, room.width - _KEY_FACE * letters)
        parts.append(f'<g transform="translate(0 {y:.2f})">{face}')
        parts += [
            _text(line, _KEY_FACE * letters, letters * (0.98 + at * LINE_HEIGHT), letters)
            for at, line in enumerate(lines)
        ]
        parts.append("</g>")
        y += letters * (len(lines) * LINE_HEIGHT + 0.55)
    return parts, y


def _face(look: _Look, index: int) -> str:
    width, height = 2.2 * look.letters, 1.2 * look.letters
    return (
        f'<rect x="{look.sized(0.5):g}" y="{look.sized(0.5):g}" width="{width:g}" height="{height:g}" '
        f'stroke="{GREY}" stroke-width="{look.sized(1):g}" fill="{_fill(look, index, "sleutel")}"/>'
    )


def _sign(status: str, x: float, y: float, radius: float) -> str:
    """Sign of a status around a point, on a light casing so that it can be seen on every colour."""
    arm = 0.8 * radius
    path = (
        f"M{-arm:.2f} {-arm:.2f}L{arm:.2f} {arm:.2f}M{-arm:.2f} {arm:.2f}L{arm:.2f} {-arm:.2f}"
        if status == "geen_opvatting"
        else f"M{-radius:.2f} 0a{radius:.2f} {radius:.2f} 0 1 0 {2 * radius:.2f} 0"
        f"a{radius:.2f} {radius:.2f} 0 1 0 {-2 * radius:.2f} 0Z"
    )
    return "".join(
        f'<path transform="translate({x:.2f} {y:.2f})" d="{path}" fill="{fill}" stroke="{stroke}" '
        f'stroke-width="{size:.2f}"/>'
        for fill, stroke, size in (("none", PAPER, radius), (_SIGN_INKS[status], INK, radius * 0.42))
    )


def _outlined_face(look: _Look) -> str:
    unit = look.letters
    path = f"M{0.2 * unit:g} {0.3 * unit:g}L{2.2 * unit:g} {0.2 * unit:g}L{2.1 * unit:g} {1.2 * unit:g}Z"
    return _outline(path, look, 1)


def _outline(path: str, look: _Look, scale: float) -> str:
    """The outline of a region, on a light casing so that it can be seen on every colour."""
    return "".join(
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{look.sized(size) / scale:.3f}" '
        f'stroke-linejoin="round"/>'
        for colour, size in ((PAPER, _CASING), (CHOSEN, _OUTLINE))
    )


def _patterns(look: _Look, name: str, size: float) -> str:
    """Stripes and dots under the name of a drawing, in the direction and size of svg.js."""
    return "".join(
        _stripes(face, f"{name}-{index}", size) if face.colours else _dots(f"{name}-{index}", size)
        for index, face in enumerate(look.classes)
        if len(face.colours) != 1
    )


def _stripes(face: ClassFace, name: str, size: float) -> str:
    """Stripes as a gradient that goes from one colour to the next at once and begins anew: a pattern of tiles that are
    turned shows their seams in a picture.
    """
    end, share = size / sqrt(2), 1 / len(face.colours)
    stops = "".join(
        f'<stop offset="{edge:.4f}" stop-color="{colour}"/>'
        for at, colour in enumerate(face.colours)
        for edge in (at * share, (at + 1) * share)
    )
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" spreadMethod="repeat" x1="0" y1="0" '
        f'x2="{-end:.3f}" y2="{end:.3f}">{stops}</linearGradient>'
    )


def _dots(name: str, size: float) -> str:
    return (
        f'<pattern id="{name}" width="{size:.3f}" height="{size:.3f}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="{size:.3f}" height="{size:.3f}" fill="{PAPER}"/>'
        f'<circle cx="{size / 2:.3f}" cy="{size / 2:.3f}" r="{size / 7:.3f}" fill="{GREY}"/></pattern>'
    )


def _fill(look: _Look, index: int, name: str) -> str:
    colours = look.classes[index].colours
    return colours[0] if len(colours) == 1 else f"url(#{name}-{index})"


def _at(place: Box) -> str:
    return f'x="{place.x:.2f}" y="{place.y:.2f}" width="{place.width:.2f}" height="{place.height:.2f}"'


def _text(text: str, x: float, y: float, size: float, *, halo: float = 0) -> str:
    """A line of text; a name on the map takes its weight from what it stands in, and has a halo of a width."""
    edge = f' stroke="{PAPER}" stroke-width="{halo:.2f}"' if halo else ""
    return f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size:g}"{edge}>{escape(text)}</text>'
