"""What the documents say of one region: its choice for a task, its neighbours' choices, its words for 'regionaal'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from model.choices.classes import NO_LEVEL
from model.choices.comparison import DIFFERENT, PARTLY, SAME, UNKNOWN


@dataclass(frozen=True)
class Choice:
    """One cell of the inventory, with its lines in the source."""

    region_code: str
    task_code: str
    leading_class: str
    level_text: str | None
    status: str
    remark: str | None
    source_file: str
    line_from: int
    line_to: int


def choice_of(choices: pd.DataFrame, region_code: str, task_code: str) -> Choice:
    """The choice of a region for a task. Raises KeyError when the pair is not in the data."""
    cell = choices[(choices["region_code"] == region_code) & (choices["task_code"] == task_code)]
    if len(cell) != 1:
        raise KeyError((region_code, task_code))
    row = cell.iloc[0]
    return Choice(
        region_code,
        task_code,
        row["leading_class"],
        row["level_text"],
        row["status"],
        row["remark"],
        row["source_file"],
        int(row["line_from"]),
        int(row["line_to"]),
    )


def neighbour_choices(
    choices: pd.DataFrame, neighbours: pd.DataFrame, region_code: str, task_code: str
) -> pd.DataFrame:
    """Choices for one task of the regions next door: columns of `choices`, longest shared border first."""
    next_door = neighbours[neighbours["region_code"] == region_code].sort_values("border_km", ascending=False)
    for_task = choices[choices["task_code"] == task_code]
    return (
        next_door[["neighbour_region_code"]]
        .rename(columns={"neighbour_region_code": "region_code"})
        .merge(for_task, on="region_code", how="left", validate="1:1")
    )


def notes_of(notes: pd.DataFrame, region_code: str, kind: str) -> pd.DataFrame:
    """Notes of one kind on a region, in the order of the source."""
    own = notes[(notes["region_code"] == region_code) & (notes["kind"] == kind)]
    return own.sort_values("line_from", ignore_index=True)


@dataclass(frozen=True)
class Successor:
    """Municipality of today that took over (a part of) one of 2013, and since when."""

    name: str
    since_year: int


@dataclass(frozen=True)
class Municipality:
    """Municipality of 1 January 2013. `successors` is empty where it still exists under the same name."""

    name: str
    subregion: str | None
    successors: tuple[Successor, ...]


def municipalities_of(municipalities: pd.DataFrame, names: pd.DataFrame, region_code: str) -> list[Municipality]:
    """Municipalities of a region by name, each with what became of it.

    `names` is the table municipality_names. Raises KeyError when a municipality is neither of today nor succeeded.
    """
    own = names[names["region_code"] == region_code]
    lasting = set(own.loc[own["kind"] == "gemeente van 2013 en nu", "municipality"])
    later = own[own["kind"] == "gemeente van nu"].sort_values(["since_year", "search_name"])
    result = []
    for row in municipalities[municipalities["region_code"] == region_code].sort_values("municipality").itertuples():
        name = str(row.municipality)
        found = later[later["municipality"] == name]
        if found.empty and name not in lasting:
            raise KeyError(name)
        successors = tuple(Successor(str(item.search_name), int(item.since_year)) for item in found.itertuples())
        result.append(Municipality(name, row.subregion or None, successors))
    return result


@dataclass(frozen=True)
class BoundaryChange:
    """Municipality that the map of 2017 shows in another region than the inventory. `year` is None where unknown."""

    municipality: str
    from_region: str
    to_region: str
    year: int | None
    reason: str


def boundary_changes_of(changes: pd.DataFrame, region_code: str) -> list[BoundaryChange]:
    """Changes by which the region lost or gained a municipality, by year, those without a year last."""
    own = changes[(changes["region_code"] == region_code) | (changes["polygon_region_code"] == region_code)]
    own = own.drop_duplicates(["municipality", "polygon_region_code"])
    return [
        BoundaryChange(
            str(row.municipality),
            str(row.region_code),
            str(row.polygon_region_code),
            None if pd.isna(row.changed_year) else int(row.changed_year),
            str(row.note),
        )
        for row in own.sort_values(["changed_year", "municipality"]).itertuples()
    ]


def neighbours_of(neighbours: pd.DataFrame, region_code: str) -> list[str]:
    """Codes of the regions next door, longest shared border first."""
    own = neighbours[neighbours["region_code"] == region_code]
    return [str(code) for code in own.sort_values("border_km", ascending=False)["neighbour_region_code"]]


def relation(own_class: str, other_class: str) -> str:
    """How two leading classes relate: SAME, PARTLY, DIFFERENT or UNKNOWN, as comparison.compare says of two regions."""
    if NO_LEVEL in (own_class, other_class):
        return UNKNOWN
    if own_class == other_class:
        return SAME
    return PARTLY if set(own_class.split("+")) & set(other_class.split("+")) else DIFFERENT


def beside(choices: pd.DataFrame, region_code: str, other_codes: Sequence[str]) -> pd.DataFrame:
    """Choices of other regions beside those of one region.

    `region_code`, `task_code`, `leading_class`, `own_class` and `relation`: one row per other region and task, regions
    in the order of `other_codes`, tasks in the order of `choices`. Raises KeyError when a region is not in the data.
    """
    columns = ["region_code", "task_code", "leading_class"]
    by_region = {code: rows for code, rows in choices[columns].groupby("region_code", sort=False)}
    own = by_region[region_code].set_index("task_code")["leading_class"]
    table = pd.concat([choices.iloc[:0][columns], *(by_region[code] for code in other_codes)], ignore_index=True)
    table = table.assign(own_class=table["task_code"].map(own))
    pairs = zip(table["own_class"], table["leading_class"], strict=True)
    return table.assign(relation=[relation(own_class, other_class) for own_class, other_class in pairs])


def partners_named(partners: pd.DataFrame, region_code: str) -> pd.DataFrame:
    """Partners that the region names, in the order of the source."""
    own = partners[partners["region_code"] == region_code]
    return own.sort_values("line_from", kind="stable", ignore_index=True)


def partners_naming(partners: pd.DataFrame, region_code: str) -> pd.DataFrame:
    """Where other regions name this region as a partner, in the order of the source."""
    own = partners[partners["partner_region_code"] == region_code]
    return own.sort_values("line_from", kind="stable", ignore_index=True)


def text_length(
    region_code: str, choices: pd.DataFrame, notes: pd.DataFrame, governance: pd.DataFrame, partners: pd.DataFrame
) -> int:
    """Number of characters in the texts on a region: cells and remarks, notes, answers, partners naming and named."""
    cells = choices[choices["region_code"] == region_code]
    named = partners[(partners["region_code"] == region_code) | (partners["partner_region_code"] == region_code)]
    texts = (
        cells["level_text"],
        cells["remark"],
        notes.loc[notes["region_code"] == region_code, "note"],
        governance.loc[governance["region_code"] == region_code, "gist"],
        named["role"],
    )
    return sum(int(column.fillna("").str.len().sum()) for column in texts)
