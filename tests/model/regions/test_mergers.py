"""What moved since 2013 and 2019, recomputed from the CSV."""

from __future__ import annotations

from collections import Counter

import pytest

from model.dataset.reading import read_table
from model.regions.mergers import gone_per_year, mergers
from tests.data.shipped import CSV, csv_rows

ROWS = [row for row in csv_rows(CSV / "municipality_names.csv") if row["since_year"]]
NAMES = read_table("municipality_names")


@pytest.mark.parametrize("after", [2013, 2019, 2100])
def test_each_merger_has_its_year_and_its_municipalities(after: int) -> None:
    expected = {
        (int(row["since_year"]), row["search_name"], row["municipality"], row["kind"] == "gemeente van nu")
        for row in ROWS
        if int(row["since_year"]) > after
    }
    found = mergers(NAMES, after)
    assert {(m.since_year, m.name, old, m.still_there) for m in found for old in m.of_2013} == expected
    assert [(m.since_year, m.name) for m in found] == sorted((m.since_year, m.name) for m in found)


def test_vijfheerenlanden_came_from_two_regions() -> None:
    (found,) = [merger for merger in mergers(NAMES) if merger.name == "Vijfheerenlanden"]
    assert found.since_year == 2019
    assert len(found.region_codes) == 2
    assert {"Leerdam", "Vianen", "Zederik"} == set(found.of_2013)


@pytest.mark.parametrize("after", [2013, 2019])
def test_counts_per_year(after: int) -> None:
    expected = Counter(
        year for year, _ in {(int(row["since_year"]), row["municipality"]) for row in ROWS} if year > after
    )
    table = gone_per_year(NAMES, after)
    assert {year: count for year, count in zip(table["year"], table["count"], strict=True) if count} == expected
    assert table["year"].tolist() == list(range(table["year"].min(), table["year"].max() + 1))


def test_no_year_is_an_empty_table() -> None:
    assert gone_per_year(NAMES, 2100).empty
