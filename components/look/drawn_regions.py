"""The map of the 42 regions as SVG made on the server, for slides and paper, as the browser's map looks in light.

A class that mixes levels has stripes, one outside the scale dots (svg.js), so that colour is not all that tells classes
apart; outlines and names are those of components/map/. The key stands beside the map, the Randstad is enlarged where
there is room for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from components.look.drawn_names import Sign, names_on
from components.look.exhibit import ClassFace, MapDrawing
from components.look.letter_widths import LINE_HEIGHT, in_lines
from components.look.region_shapes import region_shapes
from components.look.typeset import FAMILY
from model.choices.classes import STATUS_WORDS

INK, PAPER, GREY, BORDER, CHOSEN = "#1c1f26", "#ffffff", "#5f6470", "#7d8494", "#c2410c"
"""Colours of what no style sheet reaches, as in colours.js."""

_USUAL_LETTERS = 16
_BORDER, _CASING, _OUTLINE, _HALO, _PATTERN = 0.8, 5.5, 3.0, 3.5, 11.0
"""Widths of lines, and the size of stripes and dots, at the usual letters; larger letters bring larger ones."""
_INSET_TITLE = "Randstad, vergroot"
_UNKNOWN = ClassFace("Onbekend", ())
_MIN_INSET = 7
"""Times the letters that the enlarged part must be high, to be of use."""
_SIGN = 4.0
"""Radius of the sign of a status at the usual letters."""
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

    `names` are those of the regions by code: `mine` and `named` of the drawing are written on the map. Signs show its
    `status_of_region`. Without its `key` the map stands alone.
    A region of which no class is known has dots and is "Onbekend" in the key.
    """
    look = _Look(drawing, names, letters, family)
    country_width = min(height * COUNTRY.width / COUNTRY.height, width)
    country_height = country_width * COUNTRY.height / COUNTRY.width
    country = Box(width - country_width, (height - country_height) / 2, country_width, country_height)
    parts = [f'<rect width="{width:g}" height="{height:g}" fill="{PAPER}"/>', _map(look, "land", COUNTRY, country)]
    if key:
        parts += _beside(look, Box(0, 0, country.x - letters, height))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" font-family="{escape(family)}" font-size="{letters:g}" fill="{INK}">'
        f"{''.join(parts)}</svg>"
    )


def _beside(look: _Look, room: Box) -> list[str]:
    """Key at the left of the map, with the Randstad beside it where that is wide enough, else below it."""
    letters = look.letters
    inset_height = room.height - letters * 1.6
    inset_width = inset_height * RANDSTAD.width / RANDSTAD.height
    key_room = room.width - inset_width - 2 * letters
    if key_room >= 14 * letters:
        parts, _ = _key(look, Box(0, 0, key_room, room.height))
        return [*parts, *_inset(look, Box(room.width - inset_width, letters * 1.6, inset_width, inset_height))]
    parts, bottom = _key(look, room)
    below = room.height - bottom - letters * 2.6
    inset_height = min(below, room.width * RANDSTAD.height / RANDSTAD.width)
    if inset_height < _MIN_INSET * letters:
        return parts
    inset_width = inset_height * RANDSTAD.width / RANDSTAD.height
    return [*parts, *_inset(look, Box(0, room.height - inset_height, inset_width, inset_height))]


def _inset(look: _Look, place: Box) -> list[str]:
    return [
        _text(_INSET_TITLE, place.x, place.y - look.letters * 0.45, look.letters),
        _map(look, "randstad", RANDSTAD, place),
        f'<rect {_at(place)} fill="none" stroke="{GREY}" stroke-width="{look.sized(1):g}"/>',
    ]


def _map(look: _Look, name: str, box: Box, place: Box) -> str:
    """One drawing of the map: the regions in `box`, at a place of the picture."""
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
    wanted = [code for code in dict.fromkeys((mine, *look.drawing.named)) if code]
    status_of, radius = look.drawing.status_of_region, look.sized(_SIGN)
    labels = names_on(
        {code: look.names[code] for code in wanted if code in look.names},
        signs,
        room=(place.width, place.height),
        letters=look.letters,
        sign_radius=radius if status_of else 0,
    )
    marked = "".join(
        _sign(status_of[sign.region_code], sign.x, sign.y, radius) for sign in signs if sign.region_code in status_of
    )
    written = "".join(
        _text(line, label.x, label.y + at * label.letters * LINE_HEIGHT, label.letters, named=True)
        for label in labels
        for at, line in enumerate(label.lines)
    )
    return (
        f'<svg {_at(place)} viewBox="{box.x:g} {box.y:g} {box.width:g} {box.height:g}">'
        f"{_patterns(look, name, look.sized(_PATTERN) / scale)}"
        f'<g stroke="{BORDER}" stroke-width="{look.sized(_BORDER) / scale:.3f}">{regions}</g>{outline}</svg>'
        f'<g transform="translate({place.x:g} {place.y:g})">{marked}</g>'
        f'<g transform="translate({place.x:g} {place.y:g})" text-anchor="middle" font-weight="600" stroke="{PAPER}" '
        f'stroke-width="{look.sized(_HALO):g}" stroke-linejoin="round" paint-order="stroke">{written}</g>'
    )


def _key(look: _Look, room: Box) -> tuple[list[str], float]:
    """Rows of the key with classes and statuses that occur and the region that is outlined, and where they end."""
    letters, drawn = look.letters, {look.class_of(code) for code in region_shapes()}
    rows = [(_face(look, index), look.classes[index].words) for index in sorted(drawn)]
    counts = Counter(look.drawing.status_of_region.values())
    rows += [
        (_sign(status, 1.1 * letters, 0.6 * letters, look.sized(1.4 * _SIGN)), f"{STATUS_WORDS[status]}: {count}")
        for status in _SIGN_INKS
        if (count := counts[status])
    ]
    if look.drawing.mine in look.names:
        rows.append((_outlined_face(look), look.names[str(look.drawing.mine)]))
    parts, y = [f"{_patterns(look, 'sleutel', look.sized(8))}"], 0.0
    for face, words in rows:
        lines = in_lines(words, letters, room.width - 2.8 * letters)
        parts.append(f'<g transform="translate(0 {y:.2f})">{face}')
        parts += [
            _text(line, 2.8 * letters, letters * (0.98 + at * LINE_HEIGHT), letters) for at, line in enumerate(lines)
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
    """Stripes and dots under the name of a drawing, as in svg.js."""
    return "".join(
        f'<pattern id="{name}-{index}" width="{size:.3f}" height="{size:.3f}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)">{_pattern_parts(face, size)}</pattern>'
        for index, face in enumerate(look.classes)
        if len(face.colours) != 1
    )


def _pattern_parts(face: ClassFace, size: float) -> str:
    if not face.colours:
        return (
            f'<rect width="{size:.3f}" height="{size:.3f}" fill="{PAPER}"/>'
            f'<circle cx="{size / 2:.3f}" cy="{size / 2:.3f}" r="{size / 7:.3f}" fill="{GREY}"/>'
        )
    band = size / len(face.colours)
    return "".join(
        f'<rect y="{at * band:.3f}" width="{size:.3f}" height="{band:.3f}" fill="{colour}"/>'
        for at, colour in enumerate(face.colours)
    )


def _fill(look: _Look, index: int, name: str) -> str:
    colours = look.classes[index].colours
    return colours[0] if len(colours) == 1 else f"url(#{name}-{index})"


def _at(place: Box) -> str:
    return f'x="{place.x:.2f}" y="{place.y:.2f}" width="{place.width:.2f}" height="{place.height:.2f}"'


def _text(text: str, x: float, y: float, size: float, *, named: bool = False) -> str:
    """A line of text; a name on the map takes its size and weight from what it stands in, and has a halo."""
    halo = f' stroke="{PAPER}"' if named else ""
    return f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size:g}"{halo}>{escape(text)}</text>'
