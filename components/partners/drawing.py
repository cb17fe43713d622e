"""What both partner maps draw: the colour of each region for a task, the lines between partners, the group numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

import pandas as pd

from components.look.palette import LEVEL_COLOURS, blended
from model.choices.classes import NO_LEVEL
from model.choices.neighbour_groups import LEVEL, TaskGroups

BORDERS_URL = "app/static/regions.geo.json"
"""Relative to the page, so that it also works behind a proxy that adds a path."""

LINE, MINE, CHOSEN, CASING = "#c2185b", "#c2410c", "#111318", "#ffffff"


@dataclass(frozen=True)
class Fill:
    """Colour of a region, with its words in the legend."""

    words: str
    colour: str
    edge: str = CASING


FILLS = {
    "only": Fill("bovenregionaal", LEVEL_COLOURS[LEVEL]),
    "mixed": Fill("bovenregionaal naast een ander niveau", blended((LEVEL_COLOURS["regionaal"], LEVEL_COLOURS[LEVEL]))),
    "other": Fill("ander niveau", "#d9dde4"),
    "none": Fill("geen niveau genoemd", "#ffffff", edge="#5f6470"),
}
"""Bovenregionaal as everywhere; a mixture halfway to regionaal; what does not count here stays out of the scale."""


class PartnerLine(TypedDict):
    """A line between two regions, from the one that names to the one that is named; points are longitude and latitude.

    `near` tells whether it concerns the chosen region, or none is chosen.
    """

    region_code: str
    partner_region_code: str
    source: list[float]
    target: list[float]
    mutual: bool
    words: str
    mentions: str
    near: bool


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


def fill_of(groups: TaskGroups, region_code: str) -> Fill:
    """Fill of a region for the task of `groups`."""
    leading_class = groups.classes[region_code]
    if leading_class == NO_LEVEL:
        return FILLS["none"]
    if leading_class == LEVEL:
        return FILLS["only"]
    return FILLS["mixed" if groups.mixed(region_code) else "other"]


def edges(groups: TaskGroups) -> dict[str, str]:
    """Colour of the edge of each region that would be lost in the page with a plain one."""
    fills = {code: fill_of(groups, code) for code in groups.classes}
    return {code: fill.edge for code, fill in fills.items() if fill.edge != CASING}


def outlines(mine: str | None, chosen: str | None) -> dict[str, str]:
    """Colour of the outline of "mijn regio" and of the chosen region; mine where they are the same."""
    return {code: colour for code, colour in ((chosen, CHOSEN), (mine, MINE)) if code}


def partner_lines(pairs: pd.DataFrame, regions: pd.DataFrame, region_code: str | None) -> list[PartnerLine]:
    """One line per pair of `partnerships`, one-sided ones first; `region_code` is the chosen region."""
    points = regions.set_index("region_code")
    return [
        {
            "region_code": str(row.region_code),
            "partner_region_code": str(row.partner_region_code),
            "source": _point(points, str(row.region_code)),
            "target": _point(points, str(row.partner_region_code)),
            "mutual": bool(row.mutual),
            "words": pair_words(
                str(points.loc[row.region_code, "name"]),
                str(points.loc[row.partner_region_code, "name"]),
                mutual=bool(row.mutual),
            ),
            "mentions": f"{row.mention_count} keer genoemd",
            "near": region_code in (None, row.region_code, row.partner_region_code),
        }
        for row in pairs.sort_values("mutual", kind="stable").itertuples()
    ]


def pair_words(name: str, partner_name: str, *, mutual: bool) -> str:
    """Who names whom.

    >>> pair_words("Arnhem", "Twente", mutual=False)
    'Arnhem noemt Twente'
    """
    return f"{name} en {partner_name} noemen elkaar" if mutual else f"{name} noemt {partner_name}"


def group_labels(groups: TaskGroups, regions: pd.DataFrame) -> list[GroupLabel]:
    """Number of the group at each region that is in one."""
    points = regions.set_index("region_code")
    return [
        {"point": _point(points, code), "label": str(number)}
        for number, group in enumerate(groups.groups, 1)
        for code in group
    ]


def _point(points: pd.DataFrame, region_code: str) -> list[float]:
    return [float(points.loc[region_code, "label_lon"]), float(points.loc[region_code, "label_lat"])]
