"""Where the names of regions stand on a map that is drawn on the server, as components/map/labels.js places them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from components.look.letter_widths import LINE_HEIGHT, text_width

_ASCENT = 0.8
"""Part of the height of a line that stands above its baseline."""
_GAP = 0.15
"""Distance from the point of a region to its name, as a share of the letters."""
_SIDES = (
    (0, 0), (0, 1), (0, -1), (1, 0), (-1, 0), (0.6, 1), (-0.6, 1), (0.6, -1), (-0.6, -1),
    (1, 0.7), (-1, 0.7), (1, -0.7), (-1, -0.7),
)  # fmt: skip
"""Where a name may stand at the point of its region, the best first: a share of its width and height to each side."""


@dataclass(frozen=True)
class Sign:
    """Point of a region in the picture."""

    region_code: str
    x: float
    y: float


@dataclass(frozen=True)
class Edges:
    """What a name covers."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Edges) -> bool:
        """Whether two names lie over each other."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def distance(self, sign: Sign) -> float:
        """From a point to the nearest edge, 0 within."""
        across = max(self.left - sign.x, 0, sign.x - self.right)
        return hypot(across, max(self.top - sign.y, 0, sign.y - self.bottom))


@dataclass(frozen=True)
class Label:
    """A name in its place: its lines, the size of its letters, and its first baseline, centred on `x`."""

    region_code: str
    lines: tuple[str, ...]
    x: float
    y: float
    letters: float
    edges: Edges


def names_on(
    names: Mapping[str, str],
    signs: Sequence[Sign],
    *,
    room: tuple[float, float],
    sizes: Sequence[float],
    sign_radius: float = 0,
    taken: Sequence[Edges] = (),
) -> list[Label]:
    """Places of the names by region code, those first in the mapping before those after.

    A name has the largest of `sizes` for which there is room. None is larger than the first, lies over another or over
    what is `taken`, or nearer to the point of another region than to its own; where there is no room for a name in
    `room` (width, height), it is left out. Signs of `sign_radius` are drawn at the points: no name lies over one.
    """
    point_of = {sign.region_code: sign for sign in signs}
    placed: list[Label] = []
    for code, name in names.items():
        if code not in point_of:
            continue
        most = placed[0].letters if placed else max(sizes)
        tried = (label for size in sizes if size <= most for label in _labels(point_of[code], name, size, sign_radius))
        covered = [*taken, *(other.edges for other in placed)]
        fitting = next((label for label in tried if _fits(label, covered, signs, room, sign_radius)), None)
        if fitting:
            placed.append(fitting)
    return placed


def _fits(
    label: Label, covered: Iterable[Edges], signs: Sequence[Sign], room: tuple[float, float], sign_radius: float
) -> bool:
    edges = label.edges
    return (
        edges.left >= 0
        and edges.top >= 0
        and edges.right <= room[0]
        and edges.bottom <= room[1]
        and not any(edges.overlaps(other) for other in covered)
        and not any(edges.distance(sign) <= sign_radius for sign in signs if sign.region_code != label.region_code)
        and min(signs, key=edges.distance).region_code == label.region_code
    )


def _labels(sign: Sign, name: str, letters: float, sign_radius: float) -> Iterator[Label]:
    gap = _GAP * letters + sign_radius
    for right, down in _SIDES[1:] if sign_radius else _SIDES:
        for lines in forms_of(name):
            width = max(text_width(line, letters, bold=True) for line in lines)
            height = len(lines) * letters * LINE_HEIGHT
            x = sign.x + right * (gap + width / 2)
            y = sign.y + down * (gap + height / 2)
            edges = Edges(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            yield Label(sign.region_code, lines, x, edges.top + _ASCENT * letters * LINE_HEIGHT, letters, edges)


def forms_of(name: str) -> list[tuple[str, ...]]:
    """A name in one line, and in the two that differ least in length.

    >>> forms_of("Zuidoost-Brabant")
    [('Zuidoost-Brabant',), ('Zuidoost-', 'Brabant')]
    """
    parts = re.split(r"(?<=[-/])|(?<= )", name)
    halves = [("".join(parts[:at]).strip(), "".join(parts[at:]).strip()) for at in range(1, len(parts))]
    best = min(halves, key=lambda pair: max(map(len, pair)), default=None)
    return [(name,), best] if best else [(name,)]
