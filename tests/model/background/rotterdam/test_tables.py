"""Assignments, budgets and events of the Rotterdam plan, recomputed from the CSV in another way."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.background.event_spans import dated, undated
from model.background.rotterdam.assignments import (
    DIMENSIONS,
    LONGEST_SEARCH,
    AssignmentFilter,
    counts_per_theme,
    filtered,
    themes_of,
)
from model.background.rotterdam.budget_checks import (
    amounts_with_all_domains,
    national_total,
    programme_total,
    recomputed,
)
from model.dataset.reading import read_table
from model.faults import InputError
from tests.data.shipped import CSV, csv_rows

ASSIGNMENTS = read_table("assignments")
ROWS = csv_rows(CSV / "assignments.csv")
NATIONAL, PROGRAMME = read_table("national_budget"), read_table("programme_budget")
EVENTS = read_table("events")
OWN_EVENTS = EVENTS[EVENTS["source_file"].str.startswith("000_")].reset_index(drop=True)

FILTERS = st.builds(
    AssignmentFilter,
    theme=st.sampled_from([None, *themes_of(ASSIGNMENTS)]),
    text=st.sampled_from(["", "cjg", "diagnose", "samen kennis"]),
    **{name: st.sampled_from([None, *values]) for name, values in DIMENSIONS.items()},
)


def csv_values(row: dict[str, str], name: str) -> list[str]:
    return row[name].split(";") if row[name] else ["niet_genoemd"]


@given(FILTERS)
def test_filter_finds_what_a_reader_of_the_csv_finds(wanted: AssignmentFilter) -> None:
    expected = [
        row["assignment_code"]
        for row in ROWS
        if wanted.theme in (None, row["theme"])
        and all(getattr(wanted, name) in (None, *csv_values(row, name)) for name in DIMENSIONS)
        and all(
            word in " ".join(row[column] for column in ("name", "subtopics", "shell_text", "reason", "theme")).lower()
            for word in wanted.text.split()
        )
    ]
    assert filtered(ASSIGNMENTS, wanted)["assignment_code"].tolist() == expected


@pytest.mark.parametrize("dimension", list(DIMENSIONS))
def test_counts_per_theme_from_the_csv(dimension: str) -> None:
    counts = counts_per_theme(ASSIGNMENTS, themes_of(ASSIGNMENTS), dimension)
    expected = Counter((row["theme"], value) for row in ROWS for value in csv_values(row, dimension))
    assert {
        (theme, value): count for theme, row in counts.iterrows() for value, count in row.items() if count
    } == expected


def test_local_assignments_have_no_form_and_joint_ones_have() -> None:
    for row in ROWS:
        assert (row["agenda"] == "lokaal") == (row["form"] == "geen"), row["assignment_code"]
        assert bool(row["working_group"]) == (row["form"] == "werkgroep"), row["assignment_code"]


def test_unknown_values_and_long_searches_are_refused() -> None:
    with pytest.raises(InputError, match="Filter op agenda"):
        AssignmentFilter(agenda="samen")
    with pytest.raises(InputError, match="Zoekterm"):
        AssignmentFilter(text="x" * (LONGEST_SEARCH + 1))


def test_national_budget_does_not_add_up_to_what_is_printed() -> None:
    amounts = [
        (row["is_total"], float(row["amount_mln_eur"]))
        for row in csv_rows(CSV / "national_budget.csv")
        if row["amount_mln_eur"]
    ]
    total = national_total(NATIONAL)
    assert total.added_up == sum(amount for is_total, amount in amounts if is_total == "nee") == 3073
    assert total.printed == sum(amount for is_total, amount in amounts if is_total == "ja") == 3032
    assert (total.difference, total.agrees) == (41, False)


def test_amounts_name_every_domain_once() -> None:
    amounts = amounts_with_all_domains(NATIONAL)
    named = [domain for domains in amounts["domains"] for domain in domains]
    rows = csv_rows(CSV / "national_budget.csv")
    together = {row["shared_with"] for row in rows}
    assert sorted(named) == sorted(
        row["domain"] for row in rows if row["is_total"] == "nee" and row["budget_code"] not in together
    )
    assert amounts["share_pct"].sum() == pytest.approx(100)
    assert len(amounts.loc[amounts["amount_mln_eur"] == 917, "domains"].iloc[0]) == 5


@pytest.mark.parametrize("side", ["kosten", "dekking"])
def test_programme_budget_adds_up(side: str) -> None:
    total = programme_total(PROGRAMME, side)
    assert total.agrees
    assert total.printed == 634_000


def test_hours_and_rate_come_to_what_the_readers_computed() -> None:
    rows = recomputed(PROGRAMME).set_index("budget_code")
    for row in csv_rows(CSV / "programme_budget.csv"):
        if row["rate_eur_per_hour"] and row["computed_eur"]:
            assert rows.loc[row["budget_code"], "follows_eur"] == pytest.approx(float(row["computed_eur"])), row["item"]
    assert rows.loc["P01", "follows_eur"] == 6 * 1350 * 60 + 828 * 60
    assert rows.loc["P04", "differs_eur"] == 50_000 - 0.4 * 1350 * 60
    assert rows.index[rows["rate_assumed"]].tolist() == ["P04"], "the source prints no rate there"
    assert rows.loc[["P10", "P15", "P17"], "follows_eur"].isna().all(), "rules are no costs"
    assert rows.loc["P06":"P08", "follows_eur"].isna().all()


def test_without_the_rule_nothing_with_fte_is_recomputed() -> None:
    without = PROGRAMME[PROGRAMME["item"] != "Productieve uren per fte per jaar"]
    assert pd.isna(recomputed(without).set_index("budget_code").loc["P12", "follows_eur"])


def test_every_event_is_dated_or_undated_and_no_more_precise_than_the_source() -> None:
    spans, rest = dated(OWN_EVENTS), undated(OWN_EVENTS)
    assert len(spans) + len(rest) == len(OWN_EVENTS)
    assert not set(spans["event_code"]) & set(rest["event_code"])
    assert (spans["starts"] < spans["ends"]).all()
    assert spans["starts"].is_monotonic_increasing
    by_year = spans[spans["date_precision"] == "jaar"]
    assert set(by_year["starts"].dt.strftime("%m-%d")) == {"01-01"}
    assert set(by_year["ends"].dt.strftime("%m-%d")) == {"01-01"}
    by_less_than_a_day = spans[spans["date_precision"] != "dag"]
    assert set(by_less_than_a_day["starts"].dt.day) == set(by_less_than_a_day["ends"].dt.day) == {1}
    assert set(spans.loc[spans["how"] == "day", "date_precision"]) == {"dag"}
    assert set(spans.loc[spans["how"] == "lasts", "event_kind"]) == {"fase"}


def test_last_day_belongs_to_the_stretch() -> None:
    start = dated(OWN_EVENTS).set_index("event_code").loc["R14"]
    assert (start["ends"] - start["starts"]).days == 2, "20 and 21 March"
