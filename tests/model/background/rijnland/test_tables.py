"""Rates, team norm, steering beside the inventory, and the line of time, recomputed from the CSV files."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.background.rijnland.decisions import ItemKind, chapter_order, selected, stacked, timeline
from model.background.rijnland.steering import Outcome, compared_with_inventory, difference_words, outcome_of
from model.background.rijnland.team_norm import MOST_INHABITANTS, TeamNorm, check_of_document, team_need
from model.background.rijnland.volumes import Rate, age_range, rate_of, refusals_per_table, with_rates
from model.dataset.reading import read_table
from model.dataset.registry import LEVELS
from model.faults import InputError
from tests.data.shipped import CSV, csv_rows

FILE = "003_e02f042df02c65ea.txt"
VOLUMES = csv_rows(CSV / "care_volumes.csv")
STEERING = csv_rows(CSV / "steering_scales.csv")
FACTS = {row["fact_code"]: row for row in csv_rows(CSV / "facts.csv")}
INTENTIONS = csv_rows(CSV / "intentions.csv")
EVENTS = [row for row in csv_rows(CSV / "events.csv") if row["source_file"] == FILE]
OWN = {row["task_code"]: row for row in csv_rows(CSV / "scale_choices.csv") if row["region_code"] == "JZ18"}
LEVEL_SETS = st.lists(st.sampled_from(LEVELS), unique=True)


# Rates


def test_no_table_of_the_plan_supports_a_rate() -> None:
    rated = with_rates(read_table("care_volumes"))
    may = [
        row for row in VOLUMES if row["population"] and row["client_age"] and row["client_age"] == row["population_age"]
    ]
    assert rated["per_1000"].notna().sum() == len(may) == 0
    refusals = refusals_per_table(rated)
    assert sorted(refusals) == sorted({row["table_number"] for row in VOLUMES})
    assert "0 t/m 22 jaar" in refusals["1.2"]
    assert "geen aantal inwoners" in refusals["1.3"]
    for table in ("1.1", "1.4", "1.5", "1.6", "1.7"):
        assert "hoe oud de getelde jeugdigen" in refusals[table]


def test_a_rate_comes_where_the_ages_match() -> None:
    assert rate_of(50, "0 tot en met 17 jaar", 10_000, "0-17 jaar") == Rate(5.0, None)
    table = read_table("care_volumes").assign(client_age="0 t/m 17 jaar")
    rated = with_rates(table)
    assert np.isclose(rated.loc[rated["volume_code"] == "V_1_6_jeugdzorgplus", "per_1000"], 1000 * 46 / 113_765).all()
    assert set(refusals_per_table(rated)) == {"1.3"}


@given(
    st.integers(0, 10_000),
    st.none() | st.text(max_size=12),
    st.none() | st.integers(-5, 10_000),
    st.none() | st.text(max_size=12),
)
def test_a_rate_or_a_reason_never_both(count: int, age: str | None, people: int | None, people_age: str | None) -> None:
    rate = rate_of(count, age, people, people_age)
    assert (rate.per_1000 is None) != (rate.refusal is None)


def test_ages_that_are_no_range_are_unknown() -> None:
    assert [age_range(text) for text in ("", "onbekend", "17-0 jaar", "0-17 jaar en ouder", "0-17")] == [None] * 4 + [
        (0, 17)
    ]


# Team norm


def test_norm_gives_the_teams_that_the_plan_itself_gives() -> None:
    norm = TeamNorm.from_facts(read_table("facts"))
    inhabitants, teams = check_of_document(read_table("facts"))
    assert inhabitants == float(FACTS["H_inwoners"]["value"])
    assert teams == float(FACTS["H_team_aantal"]["value"]) == inhabitants / float(FACTS["H_team_norm"]["value"])
    need = team_need(inhabitants, norm)
    assert (need.teams, need.fewest_workers, need.most_workers) == (26, 26 * 8, 26 * 12)


@given(st.integers(1, MOST_INHABITANTS))
def test_teams_are_the_fewest_that_serve_all(inhabitants: int) -> None:
    norm = TeamNorm(20_000, 8, 12)
    teams = team_need(inhabitants, norm).teams
    assert 20_000 * teams >= inhabitants > 20_000 * (teams - 1)


@pytest.mark.parametrize("inhabitants", [0, -1, MOST_INHABITANTS + 1, 1.5, float("nan"), "20000", None])
def test_impossible_inhabitants_are_refused(inhabitants: object) -> None:
    with pytest.raises(InputError, match="Aantal inwoners"):
        team_need(inhabitants, TeamNorm(20_000, 8, 12))  # type: ignore[arg-type]


def test_norm_checks_itself() -> None:
    with pytest.raises(InputError, match="Meeste hulpverleners"):
        TeamNorm(20_000, 12, 8)


# Steering


def test_comparison_has_every_pair_once_with_the_outcome_of_its_levels() -> None:
    found = compared_with_inventory(read_table("steering_scales"), read_table("scale_choices"))
    pairs = [
        (row["steering_code"], task) for row in STEERING for task in row["inventory_task_codes"].split(";") if task
    ]
    assert list(zip(found["steering_code"], found["task_code"], strict=True)) == pairs
    parts = {row["steering_code"]: row for row in STEERING}
    for row in found.to_dict("records"):
        inventory = set(OWN[row["task_code"]]["leading_levels"].split(";"))
        for scale in ("steering", "execution"):
            plan = set(filter(None, parts[row["steering_code"]][f"{scale}_levels"].split(";")))
            wanted = "niet te vergelijken" if not plan else "gelijk" if plan == inventory else "anders"
            assert row[f"{scale}_outcome"] == wanted
            assert bool(row[f"{scale}_difference"]) == (wanted == "anders")


@given(LEVEL_SETS, LEVEL_SETS)
def test_outcome_says_same_exactly_where_there_is_no_difference(plan: list[str], inventory: list[str]) -> None:
    outcome, words = outcome_of(plan, inventory), difference_words(plan, inventory)
    assert outcome is outcome_of(inventory, plan)
    assert (outcome is Outcome.UNKNOWN) == (not plan or not inventory)
    assert (outcome is Outcome.OTHER) == bool(words)


# Line of time


@pytest.fixture(scope="module")
def items() -> pd.DataFrame:
    return timeline(read_table("intentions"), read_table("events"), read_table("document_sections"))


def test_line_of_time_holds_every_intention_and_event_of_the_plan(items: pd.DataFrame) -> None:
    assert sorted(items["code"]) == sorted(
        [row["intention_code"] for row in INTENTIONS] + [row["event_code"] for row in EVENTS]
    )
    kinds = Counter("open besluit" if row["is_open"] == "ja" else "gemaakte keuze" for row in INTENTIONS)
    assert Counter(map(str, items["kind"])) == kinds | Counter({"gebeurtenis": len(EVENTS)})


def test_last_days_are_those_of_the_csv(items: pd.DataFrame) -> None:
    wanted = {row["intention_code"]: row["due_date"] for row in INTENTIONS}
    wanted |= {row["event_code"]: row["date_to"] or row["date_from"] for row in EVENTS}
    shown = {
        code: "" if pd.isna(day) else f"{day:%Y-%m-%d}" for code, day in zip(items["code"], items["ends"], strict=True)
    }
    assert shown == wanted
    assert items["ends"].dropna().is_monotonic_increasing


def test_every_item_has_a_chapter_and_chapters_have_an_order(items: pd.DataFrame) -> None:
    assert (items["chapter"] != "").all()
    assert sorted(set(items["chapter"]), key=chapter_order)[0] == "1"
    assert sorted(set(items["chapter"]), key=chapter_order)[-1] == "Bijlage 4"
    chapters = dict(zip(items["code"], items["chapter"], strict=True))
    assert (chapters["H25"], chapters["HR20"], chapters["H10"]) == ("5", "5", "4")


def test_filters_split_the_items(items: pd.DataFrame) -> None:
    assert len(selected(items)) == len(items)
    assert sum(len(selected(items, kind=kind)) for kind in ItemKind) == len(items)
    assert len(selected(items, dated=True)) + len(selected(items, dated=False)) == len(items)
    assert sum(len(selected(items, chapter=key)) for key in set(items["chapter"])) == len(items)
    no_date = [row for row in INTENTIONS if row["is_open"] == "ja" and not row["due_date"]]
    assert len(selected(items, kind=ItemKind.OPEN, dated=False)) == len(no_date)


def test_no_mark_hides_another(items: pd.DataFrame) -> None:
    placed = stacked(items)
    assert len(placed) == items["ends"].notna().sum()
    for _, row in placed.groupby(["kind", "row"]):
        spans = sorted(zip(row["begins"].fillna(row["ends"]), row["ends"], strict=True))
        assert all(after[0] - before[1] > pd.Timedelta(days=55) for before, after in pairwise(spans))
