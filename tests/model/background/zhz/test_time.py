"""Quarters as spans of days, and how busy each quarter is."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.background.zhz.time import (
    Span,
    activities_per_quarter,
    quarter_span,
    spans_of_event,
    spans_of_quarters,
    year_fraction,
)
from model.dataset.document_tables import QUARTERS
from model.dataset.reading import read_table
from tests.data.shipped import CSV, csv_rows


@given(st.sets(st.sampled_from(QUARTERS)))
def test_spans_hold_exactly_the_days_of_the_quarters(quarters: set[str]) -> None:
    spans = spans_of_quarters(quarters)
    day, found = date(2019, 1, 1), set()
    while day < date(2021, 6, 1):
        inside = any(span.first <= day <= span.last for span in spans)
        assert inside == (f"{day.year}-Q{(day.month + 2) // 3}" in quarters)
        found |= {day} if inside else set()
        day += timedelta(days=1)
    assert sum((span.last - span.first).days + 1 for span in spans) == len(found), "no day twice"
    for before, after in pairwise(spans):
        assert after.first - before.last > timedelta(days=1), "touching stretches are one"


def test_quarters_of_the_table_are_known() -> None:
    with pytest.raises(ValueError, match="2021"):
        spans_of_quarters(["2021-Q1"])


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2019-07-01", "2019-09-30", (Span(date(2019, 7, 1), date(2019, 9, 30)),)),
        ("2022-01-01", None, (Span(date(2022, 1, 1), date(2022, 1, 1), "end"),)),
        (None, "2021-12-31", (Span(date(2021, 12, 31), date(2021, 12, 31), "start"),)),
        (None, None, ()),
    ],
)
def test_an_event_keeps_what_the_source_leaves_open(
    first: str | None, last: str | None, expected: tuple[Span, ...]
) -> None:
    assert spans_of_event(first, last) == expected


def test_every_date_of_the_csv_can_be_placed() -> None:
    for row in csv_rows(CSV / "events.csv"):
        spans = spans_of_event(row["date_from"] or None, row["date_to"] or None)
        assert bool(spans) == bool(row["date_from"] or row["date_to"]), row["event_code"]


def test_a_span_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="eindigen"):
        Span(date(2019, 2, 1), date(2019, 1, 1))


@given(st.dates(date(2000, 1, 1), date(2050, 12, 31)), st.dates(date(2000, 1, 1), date(2050, 12, 31)))
def test_place_on_the_axis_follows_the_calendar(one: date, other: date) -> None:
    assert (year_fraction(one) < year_fraction(other)) == (one < other)


@pytest.mark.parametrize("quarter", QUARTERS)
def test_quarters_are_equally_wide_on_the_axis(quarter: str) -> None:
    span = quarter_span(quarter)
    assert year_fraction(span.last + timedelta(days=1)) - year_fraction(span.first) == pytest.approx(0.25)


def test_counts_per_quarter_are_the_crosses_of_the_csv() -> None:
    rows = csv_rows(CSV / "activities.csv")
    counts = activities_per_quarter(read_table("activities"))
    assert list(counts.index) == list(dict.fromkeys(row["party"] for row in rows))
    for party in counts.index:
        for quarter in QUARTERS:
            crossed = [row for row in rows if row["party"] == party and quarter in row["quarters"].split(";")]
            assert counts.loc[party, quarter] == len(crossed)
