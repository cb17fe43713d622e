"""Orders of regions and tasks, checked against the CSV."""

import math
from collections import Counter
from fractions import Fraction

import pandas as pd
import pytest

from model.choices.classes import with_classes
from model.choices.orders import agreement_counts, region_bands, task_orders
from model.choices.similarity import groups, likeness
from model.dataset.reading import read_table
from tests.data.shipped import CSV, csv_rows, shipped


@pytest.fixture(scope="module")
def bands() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    choices = with_classes(read_table("scale_choices"))
    found = region_bands(read_table("regions"), choices, groups(likeness(choices), choices))
    return {order: [(band.name, band.region_codes) for band in parts] for order, parts in found.items()}


def regions() -> dict[str, dict[str, str]]:
    return {row["region_code"]: row for row in csv_rows(CSV / "regions.csv")}


def test_every_order_holds_every_region_once(bands: dict[str, list[tuple[str, tuple[str, ...]]]]) -> None:
    assert sorted(bands) == ["afspraken", "alfabet", "groepen", "noord-zuid", "provincie"]
    for order, parts in bands.items():
        assert sorted(code for _, codes in parts for code in codes) == sorted(regions()), order


def test_north_comes_before_south(bands: dict[str, list[tuple[str, tuple[str, ...]]]]) -> None:
    points = shipped("regions").set_index("region_code").geometry.representative_point().y
    ((_, codes),) = bands["noord-zuid"]
    latitudes = shipped("regions").set_index("region_code")["label_lat"].loc[list(codes)]
    assert latitudes.is_monotonic_decreasing
    assert (codes[0], codes[-1]) == ("JZ01", "JZ41")
    # The label lies inside the region, so the order is that of the map.
    assert (latitudes - points.loc[list(codes)]).abs().max() < 0.3


def test_provinces_hold_their_regions_by_name(bands: dict[str, list[tuple[str, tuple[str, ...]]]]) -> None:
    known = regions()
    assert [name for name, _ in bands["provincie"]] == sorted({row["province"] for row in known.values()})
    for province, codes in bands["provincie"]:
        assert [known[code]["name"] for code in codes] == sorted(
            row["name"] for row in known.values() if row["province"] == province
        )


def test_alphabet_and_number_of_agreements(bands: dict[str, list[tuple[str, tuple[str, ...]]]]) -> None:
    known = regions()
    agreed = Counter(
        row["region_code"] for row in csv_rows(CSV / "scale_choices.csv") if row["status"] == "gedeelde_afspraak"
    )
    assert [known[code]["name"] for code in bands["alfabet"][0][1]] == sorted(row["name"] for row in known.values())
    assert list(bands["afspraken"][0][1]) == sorted(known, key=lambda code: (-agreed[code], known[code]["name"]))
    counts = agreement_counts(read_table("scale_choices"))
    assert {code: int(count) for code, count in counts.items()} == {code: agreed[code] for code in known}


def test_orders_of_the_tasks_agree_with_the_csv() -> None:
    tasks = {row["task_code"]: row for row in csv_rows(CSV / "tasks.csv")}
    cells: dict[str, Counter[str]] = {}
    for row in csv_rows(CSV / "scale_choices.csv"):
        cells.setdefault(row["task_code"], Counter())[row["leading_levels"]] += 1
    orders = task_orders(read_table("tasks"), with_classes(read_table("scale_choices")))
    assert tuple(orders) == ("bron", "zwaarte", "eens")
    assert list(orders["bron"]) == sorted(tasks, key=lambda code: int(tasks[code]["task_order"]))
    assert list(orders["zwaarte"]) == sorted(tasks, key=lambda code: int(tasks[code]["care_weight_order"]))
    assert list(orders["eens"]) == sorted(tasks, key=lambda code: (-alike(cells[code]), int(tasks[code]["task_order"])))


def alike(counts: Counter[str]) -> Fraction:
    """Chance that two regions that name a level choose the same, counted in pairs."""
    named = [count for levels, count in counts.items() if levels]
    return Fraction(sum(math.comb(count, 2) for count in named), math.comb(sum(named), 2))


def test_orders_leave_their_tables_as_they_are() -> None:
    choices = with_classes(read_table("scale_choices"))
    tables = (read_table("regions"), read_table("tasks"), choices)
    before = [table.copy(deep=True) for table in tables]
    region_bands(tables[0], choices, [])
    task_orders(tables[1], choices)
    for table, copy in zip(tables, before, strict=True):
        pd.testing.assert_frame_equal(table, copy)
