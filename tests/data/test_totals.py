"""Totals of the inventory, and rows that belong where they stand."""

from collections import Counter
from itertools import pairwise

import pytest

from model.dataset.registry import LEVELS, QUESTIONS, STATUSES, TABLES
from tests.data.shipped import municipalities_of_profile, region_of_profile, shipped

MUNICIPALITIES_OF_2013 = {
    "Groningen": 23,
    "Friesland": 27,
    "Drenthe": 12,
    "Overijssel": 25,
    "Flevoland": 6,
    "Gelderland": 56,
    "Utrecht": 26,
    "Noord-Holland": 53,
    "Zuid-Holland": 67,
    "Zeeland": 13,
    "Noord-Brabant": 67,
    "Limburg": 33,
}
IN_ANOTHER_PROVINCE = {
    "Renswoude": "Utrecht",
    "Rhenen": "Utrecht",
    "Veenendaal": "Utrecht",
    "Mook en Middelaar": "Limburg",
}
"""Municipalities outside the province of most of their region: Food Valley and Rijk van Nijmegen cross a border."""

UTRECHT_STATEMENT = (2502, 2538)
"""Lines between profiles 13 and 14 that belong to six regions and to no profile."""
WEST_BRABANT_STATEMENT = (6549, 6552)
"""Lines above both tables of profile 34."""

BRIEF = {
    "42 regions": ("regions", 42),
    "11 tasks": ("tasks", 11),
    "462 cells": ("scale_choices", 462),
    "408 municipalities": ("municipalities", 408),
    "15 measures": ("measures", 15),
    "4 years": ("trajectory", 4),
    "3 scenarios": ("ceilings", 3),
    "42 regions times 13 questions": ("governance", 546),
}


@pytest.mark.parametrize("what", BRIEF)
def test_number_of_rows(what: str) -> None:
    name, rows = BRIEF[what]
    assert len(shipped(name)) == rows
    assert TABLES[name].rows == rows


def test_42_tables_stand_in_41_profiles() -> None:
    expected = [str(number) for number in range(1, 42) if number != 34] + ["34 West", "34 Oost"]
    assert sorted(shipped("regions")["profile"]) == sorted(expected)


def test_each_region_has_each_task_once() -> None:
    cells = Counter(zip(shipped("scale_choices")["region_code"], shipped("scale_choices")["task_code"], strict=True))
    assert set(cells) == {
        (region, task) for region in shipped("regions")["region_code"] for task in shipped("tasks")["task_code"]
    }
    assert set(cells.values()) == {1}


def test_each_region_has_each_question_once() -> None:
    answers = Counter(zip(shipped("governance")["region_code"], shipped("governance")["question"], strict=True))
    assert set(answers) == {
        (region, question) for region in shipped("regions")["region_code"] for question in QUESTIONS
    }
    assert set(answers.values()) == {1}


def test_status_counts_are_those_of_the_second_reading() -> None:
    counts = Counter(shipped("scale_choices")["status"])
    assert counts == {"intentie": 365, "gedeelde_afspraak": 88, "geen_opvatting": 9}
    assert set(counts) == set(STATUSES)


def test_only_two_cells_name_no_level() -> None:
    choices = shipped("scale_choices")
    empty = choices[choices["levels"].map(len) == 0]
    assert set(zip(empty["region_code"], empty["task_code"], strict=True)) == {
        (region_of_profile("29"), "meldpunten"),
        (region_of_profile("31"), "jeugdzorgplus"),
    }
    assert (empty["leading_levels"].map(len) == 0).all()


def test_a_cell_with_levels_has_leading_levels() -> None:
    choices = shipped("scale_choices")
    named = choices[choices["levels"].map(len) > 0]
    assert (named["leading_levels"].map(len) > 0).all()
    assert named["level_text"].notna().all()
    assert {level for levels in choices["levels"] for level in levels} == set(LEVELS)


def test_no_municipality_stands_twice() -> None:
    assert shipped("municipalities")["municipality"].is_unique
    assert not shipped("municipalities").duplicated(["name_source", "region_code"]).any()


def test_municipalities_per_province() -> None:
    province = shipped("regions").set_index("region_code")["province"]
    counted = Counter(
        IN_ANOTHER_PROVINCE.get(row.municipality, province[row.region_code])
        for row in shipped("municipalities").itertuples()
    )
    assert counted == MUNICIPALITIES_OF_2013
    assert sum(counted.values()) == 408


def test_regions_that_cross_a_province_border() -> None:
    assert set(municipalities_of_profile("12")) & set(IN_ANOTHER_PROVINCE) == {"Renswoude", "Rhenen", "Veenendaal"}
    assert set(municipalities_of_profile("11")) & set(IN_ANOTHER_PROVINCE) == {"Mook en Middelaar"}
    regions = shipped("regions").set_index("profile")
    assert regions.loc["12", "province"] == regions.loc["11", "province"] == "Gelderland"


@pytest.mark.parametrize("name", ["municipalities", "scale_choices", "governance", "partners", "region_notes"])
def test_rows_stand_within_the_profile_of_their_region(name: str) -> None:
    regions = shipped("regions").set_index("region_code")
    outside = {
        (row.line_from, row.line_to)
        for row in shipped(name).itertuples()
        if not regions.loc[row.region_code, "line_from"] <= row.line_from
        or not row.line_to <= regions.loc[row.region_code, "line_to"]
    }
    for line_from, line_to in outside:
        in_statement = any(first <= line_from <= last for first, last in (UTRECHT_STATEMENT, WEST_BRABANT_STATEMENT))
        assert in_statement, (name, line_from, line_to)
    if name in ("municipalities", "scale_choices", "governance"):
        assert not outside


def test_profiles_do_not_share_lines() -> None:
    ranges = sorted(zip(shipped("regions")["line_from"], shipped("regions")["line_to"], strict=True))
    between = [(first[1] + 1, second[0] - 1) for first, second in pairwise(ranges) if second[0] - first[1] != 1]
    assert ranges[0][0] == 1
    # Between profiles stand the Utrecht statement, and the heading with the statement of West-Brabant.
    assert between == [UTRECHT_STATEMENT, (6547, 6552)]


def test_cells_follow_each_other_in_source_order() -> None:
    order = shipped("tasks").set_index("task_code")["task_order"]
    for _, cells in shipped("scale_choices").groupby("region_code"):
        ordered = cells.assign(order=cells["task_code"].map(order)).sort_values("order")
        assert (ordered["line_from"].to_numpy()[1:] > ordered["line_to"].to_numpy()[:-1]).all()


def test_orders_of_tasks_are_permutations() -> None:
    for column in ("task_order", "care_weight_order"):
        assert sorted(shipped("tasks")[column]) == list(range(1, 12))
