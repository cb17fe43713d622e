"""What moved since the documents: municipalities that merged or split, and municipalities in another youth region."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

PLAN_YEAR = 2019
"""Year of the plan of Zuid-Holland Zuid. It dates from June; mergers go by 1 January, so those of 2019 had been."""

_SUCCESSORS = ("gemeente van nu", "gemeente tussen 2013 en nu")


@dataclass(frozen=True)
class Merger:
    """A municipality that came after 2013, and the municipalities of 2013 whose area it took over, wholly or partly."""

    since_year: int
    name: str
    of_2013: tuple[str, ...]
    region_codes: tuple[str, ...]
    still_there: bool


def mergers(municipality_names: pd.DataFrame, after_year: int = 2013) -> list[Merger]:
    """Mergers, splits and new names after 1 January of `after_year`, by year and name."""
    changed = municipality_names[
        municipality_names["kind"].isin(_SUCCESSORS) & (municipality_names["since_year"] > after_year).fillna(False)
    ]
    found = []
    for (year, name, kind), rows in changed.groupby(["since_year", "search_name", "kind"]):
        of_2013 = tuple(dict.fromkeys(rows["municipality"]))
        regions = tuple(dict.fromkeys(rows["region_code"]))
        found.append(Merger(int(year), str(name), of_2013, regions, kind == "gemeente van nu"))
    return sorted(found, key=lambda merger: (merger.since_year, merger.name))


def gone_per_year(municipality_names: pd.DataFrame, after_year: int = 2013) -> pd.DataFrame:
    """Per year how many municipalities of 2013 changed: `year`, `count`. One that changed twice counts twice."""
    rows = [(merger.since_year, name) for merger in mergers(municipality_names, after_year) for name in merger.of_2013]
    pairs = pd.DataFrame(rows, columns=["year", "municipality"]).drop_duplicates()
    counts = pairs.groupby("year").size()
    years = range(int(counts.index.min()), int(counts.index.max()) + 1) if len(counts) else range(0)
    return pd.DataFrame({"year": list(years), "count": [int(counts.get(year, 0)) for year in years]})
