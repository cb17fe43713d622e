"""What both partner maps draw: the regions with the level that counts for a task, the lines between partners, and the
group numbers. What matters for the chosen region is drawn strongly, the rest dimmed.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal, TypedDict

import pandas as pd

from components.look.palette import LEVEL_COLOURS
from model.choices.classes import NO_LEVEL, class_words
from model.choices.comparison import PARTLY, SAME
from model.choices.neighbour_groups import TaskGroups
from model.regions.profile import relation

BORDERS_URL = "app/static/regions.geo.json"
"""Relative to the page, so that it also works behind a proxy that adds a path."""

LINE, MINE, CHOSEN, CASING = "#a3124b", "#c2410c", "#111318", "#ffffff"
"""A line is dark with a light casing, so that it stands out on any fill, on a light page and on a dark one."""
OTHER, NONE, NONE_EDGE = "#d9dde4", "#ffffff", "#5f6470"

NUMBER_PX = 9
"""Half the width of the light disc that the number of a group stands on, so that it reads on any fill or line."""

Weight = Literal["strong", "plain", "faint"]
FillKind = Literal["near", "same", "other", "none"]

_PX_PER_DEGREE = 125
"""On a map as tall as `camera.map_height` gives at a desk, by the same projection as both maps."""
_SHORT_PX, _THINNEST = 50, 0.5
"""A shorter line is thinner, to this part of its width: two small neighbours are only a few of its widths apart."""


@dataclass(frozen=True)
class Stroke:
    """Width of a line and of the casing around it in pixels, and opacity from 0 to 1."""

    width_px: float
    casing_px: float
    opacity: float

    def thinner(self, width: float, casing: float) -> Stroke:
        """The same with parts of its width and its casing."""
        return Stroke(self.width_px * width, self.casing_px * casing, self.opacity)


STROKES: dict[Weight, Stroke] = {
    "strong": Stroke(6, 10, 1),
    "plain": Stroke(3, 5.5, 1),
    "faint": Stroke(2, 3, 0.35),
}
"""By how much a line matters: both chose the same level · it is of the chosen region · neither."""


@dataclass(frozen=True)
class Edge:
    """Line around some regions."""

    colour: str
    width_px: float
    region_codes: tuple[str, ...]


class PartnerLine(TypedDict):
    """A line between two regions, from the one that names to the one that is named; points are longitude and latitude.

    `weight` is a key of `STROKES`, `choices` says what both chose for the task.
    """

    region_code: str
    partner_region_code: str
    source: list[float]
    target: list[float]
    mutual: bool
    words: str
    mentions: str
    choices: str
    weight: Weight


class GroupLabel(TypedDict):
    """Number of a group of neighbours at one of its regions; the point is longitude and latitude."""

    point: list[float]
    label: str


class Drawn(TypedDict):
    """What both maps draw, for the chosen task and regions."""

    groups: TaskGroups
    lines: list[PartnerLine]
    regions: pd.DataFrame
    mine: str | None
    chosen: str | None


def own_group(groups: TaskGroups, region_code: str | None) -> tuple[str, ...]:
    """Regions of the group that the chosen region is in, itself included; itself where it stands alone; none where no
    region is chosen or it does not choose the level of `groups`.
    """
    if region_code is None or groups.level not in groups.classes[region_code].split("+"):
        return ()
    return next((group for group in groups.groups if region_code in group), (region_code,))


def fill_kind(groups: TaskGroups, group: Collection[str], region_code: str) -> FillKind:
    """How a region is filled, where `group` is the group of the chosen region. Without one every region that chooses
    the level is as near.
    """
    leading_class = groups.classes[region_code]
    if leading_class == NO_LEVEL:
        return "none"
    if groups.level not in leading_class.split("+"):
        return "other"
    return "near" if not group or region_code in group else "same"


def fill_colours(level: str) -> dict[FillKind, str]:
    """Colour of each kind of fill: the colour of the level as everywhere, and a paler one beside it."""
    colour = LEVEL_COLOURS[level]
    return {"near": colour, "same": _paler(colour), "other": OTHER, "none": NONE}


def fills(groups: TaskGroups, chosen: str | None) -> dict[str, str]:
    """Colour of every region."""
    colours, group = fill_colours(groups.level), own_group(groups, chosen)
    return {code: colours[fill_kind(groups, group, code)] for code in groups.classes}


def fill_words(groups: TaskGroups, chosen: str | None) -> dict[FillKind, str]:
    """What each kind of fill means, for the legend; without a group of a chosen region nothing is paler."""
    group = own_group(groups, chosen)
    near = f"kiest {groups.level}" + (", in de groep van de gekozen regio" if len(group) > 1 else "")
    if group == (chosen,):
        near = f"gekozen regio: kiest {groups.level}, geen buur doet dat ook"
    return {
        "near": near,
        **({"same": f"kiest ook {groups.level}, elders"} if group else {}),
        "other": "ander niveau",
        "none": "geen niveau genoemd",
    }


def edges(groups: TaskGroups, chosen: str | None) -> list[Edge]:
    """Edges that tell without colour who is near, and those of regions that would be lost in the page."""
    group = own_group(groups, chosen)
    by_kind: dict[str, list[str]] = {}
    for code in groups.classes:
        by_kind.setdefault(fill_kind(groups, group, code), []).append(code)
    wanted = (("none", NONE_EDGE, 1.0), ("near", CHOSEN, 2.0))
    return [Edge(colour, width, tuple(by_kind[kind])) for kind, colour, width in wanted if kind in by_kind]


def outlines(mine: str | None, chosen: str | None) -> dict[str, str]:
    """Colour of the outline of "uw regio" and of the chosen region; mine where they are the same."""
    return {code: colour for code, colour in ((chosen, CHOSEN), (mine, MINE)) if code}


def partner_lines(
    pairs: pd.DataFrame, regions: pd.DataFrame, groups: TaskGroups, region_code: str | None
) -> list[PartnerLine]:
    """One line per pair of `partnerships`, those that matter most last, so that they lie on top; `region_code` is the
    chosen region and `groups` those of the task.
    """
    names, points = dict(zip(regions["region_code"], regions["name"], strict=True)), _points(regions)
    lines: list[PartnerLine] = [
        {
            "region_code": str(row.region_code),
            "partner_region_code": str(row.partner_region_code),
            "source": points[str(row.region_code)],
            "target": points[str(row.partner_region_code)],
            "mutual": bool(row.mutual),
            "words": pair_words(
                names[str(row.region_code)],
                names[str(row.partner_region_code)],
                mutual=bool(row.mutual),
            ),
            "mentions": f"{row.mention_count} keer genoemd",
            "choices": pair_choices(groups, str(row.region_code), str(row.partner_region_code)),
            "weight": _weight(groups, region_code, (str(row.region_code), str(row.partner_region_code))),
        }
        for row in pairs.sort_values("mutual", kind="stable").itertuples()
    ]
    order = ("faint", "plain", "strong")
    return sorted(lines, key=lambda line: order.index(line["weight"]))


def pair_choices(groups: TaskGroups, region_code: str, partner_region_code: str) -> str:
    """What both regions of a pair chose for the task of `groups`."""
    one, other = groups.classes[region_code], groups.classes[partner_region_code]
    if one == other:
        return "voor beide onbekend" if one == NO_LEVEL else f"beide {class_words(one)}"
    return f"{class_words(one)} / {class_words(other)}"


def _weight(groups: TaskGroups, region_code: str | None, pair: tuple[str, str]) -> Weight:
    """Whether both chose the same level: that of the chosen region, or any that they share where none is chosen."""
    if region_code is None:
        shared = relation(*(groups.classes[code] for code in pair)) in (SAME, PARTLY)
        return "strong" if shared else "faint"
    if region_code not in pair:
        return "faint"
    return "strong" if all(groups.level in groups.classes[code].split("+") for code in pair) else "plain"


def pair_words(name: str, partner_name: str, *, mutual: bool) -> str:
    """Who names whom.

    >>> pair_words("Arnhem", "Twente", mutual=False)
    'Arnhem noemt Twente'
    """
    return f"{name} en {partner_name} noemen elkaar" if mutual else f"{name} noemt {partner_name}"


def stroke_of(line: PartnerLine) -> Stroke:
    """Stroke of a line: by its weight, narrower in one direction, and thinner where its ends are near each other."""
    stroke = STROKES[line["weight"]]
    if not line["mutual"]:
        stroke = stroke.thinner(0.6, 0.7)
    part = min(1.0, max(_THINNEST, math.dist(_on_map(line["source"]), _on_map(line["target"])) / _SHORT_PX))
    return stroke.thinner(part, part)


def group_labels(groups: TaskGroups, regions: pd.DataFrame, lines: Iterable[PartnerLine]) -> list[GroupLabel]:
    """Number of the group at each of its regions where no line that matters and no other number is in the way, and at
    one of them all the same: the one with the fewest lines, and of those the one with the most room.
    """
    points = _points(regions)
    everywhere = [_on_map(point) for point in points.values()]
    heavy = [(_on_map(line["source"]), _on_map(line["target"])) for line in lines if line["weight"] != "faint"]
    labels: list[GroupLabel] = []
    for number, group in enumerate(groups.groups, 1):
        places = {code: points[code] for code in group}
        crossed = {
            code: sum(_distance_px(_on_map(place), *ends) < NUMBER_PX for ends in heavy)
            for code, place in places.items()
        }
        rooms = {code: sorted(math.dist(_on_map(places[code]), other) for other in everywhere)[1] for code in group}
        first, *others = sorted(group, key=lambda code: (crossed[code], -rooms[code]))
        labels.append({"point": places[first], "label": str(number)})
        for code in others:
            taken = (math.dist(_on_map(places[code]), _on_map(label["point"])) < 2 * NUMBER_PX for label in labels)
            if not crossed[code] and not any(taken):
                labels.append({"point": places[code], "label": str(number)})
    return labels


def northing(latitude: float) -> float:
    """How far north a latitude lies on the map, in degrees of longitude."""
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))


def _on_map(point: list[float]) -> tuple[float, float]:
    """Place of a longitude and latitude in pixels, on a map of the usual size."""
    return _PX_PER_DEGREE * point[0], _PX_PER_DEGREE * northing(point[1])


def _distance_px(place: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """From a place to the nearest point of a line."""
    (x, y), (from_x, from_y), (to_x, to_y) = place, start, end
    along_x, along_y = to_x - from_x, to_y - from_y
    part = ((x - from_x) * along_x + (y - from_y) * along_y) / (along_x**2 + along_y**2 or 1)
    part = min(1.0, max(0.0, part))
    return math.hypot(x - from_x - part * along_x, y - from_y - part * along_y)


def _paler(colour: str) -> str:
    """Colour nearer to white, still told from a region with another level by its hue."""
    return "#" + "".join(f"{round(0.42 * int(colour[i : i + 2], 16) + 0.58 * 255):02x}" for i in (1, 3, 5))


def _points(regions: pd.DataFrame) -> dict[str, list[float]]:
    """Longitude and latitude of the name of each region on a map."""
    columns = (regions[column].tolist() for column in ("region_code", "label_lon", "label_lat"))
    return {str(code): [float(lon), float(lat)] for code, lon, lat in zip(*columns, strict=True)}
