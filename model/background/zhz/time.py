"""Quarters with a cross as spans of days, so that planning and dates can stand on one time axis."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import pandas as pd

from model.dataset.document_tables import QUARTERS

OpenEnd = Literal["", "start", "end"]


@dataclass(frozen=True)
class Span:
    """Unbroken stretch of time: its first and its last day, and which of these the source leaves open.

    Where one is open, both are the day that is known.
    """

    first: date
    last: date
    open_end: OpenEnd = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"Een periode kan niet eindigen ({self.last}) voordat zij begint ({self.first}).")


def quarter_span(quarter: str) -> Span:
    """First and last day of a quarter.

    >>> quarter_span("2019-Q4").last
    datetime.date(2019, 12, 31)
    """
    year, number = int(quarter[:4]), int(quarter[-1])
    first = date(year, 3 * number - 2, 1)
    following = date(year + number // 4, 3 * number % 12 + 1, 1)
    return Span(first, following - timedelta(days=1))


def spans_of_event(date_from: str | None, date_to: str | None) -> tuple[Span, ...]:
    """Stretch between two dates (JJJJ-MM-DD) of which the source may leave one or both open; none without a date.

    >>> spans_of_event("2022-01-01", None)[0].open_end
    'end'
    """
    first, last = (date.fromisoformat(text) if text else None for text in (date_from, date_to))
    if first and last:
        return (Span(first, last),)
    if first:
        return (Span(first, first, "end"),)
    return (Span(last, last, "start"),) if last else ()


def spans_of_quarters(quarters: Iterable[str]) -> tuple[Span, ...]:
    """Unbroken stretches that the quarters form, from early to late. Raises ValueError for an unknown quarter."""
    quarters = set(quarters)
    if unknown := sorted(quarters - set(QUARTERS)):
        raise ValueError(f"De planning kent deze kwartalen niet: {', '.join(unknown)}.")
    spans: list[Span] = []
    for index in sorted(QUARTERS.index(quarter) for quarter in quarters):
        span = quarter_span(QUARTERS[index])
        if spans and spans[-1].last + timedelta(days=1) == span.first:
            span = Span(spans.pop().first, span.last)
        spans.append(span)
    return tuple(spans)


def activities_per_quarter(activities: pd.DataFrame) -> pd.DataFrame:
    """Number of activities per `party` (rows, in source order) and quarter; one counts in each of its quarters."""
    counts = {
        party: [sum(quarter in quarters for quarters in rows["quarters"]) for quarter in QUARTERS]
        for party, rows in activities.groupby("party", sort=False)
    }
    return pd.DataFrame.from_dict(counts, orient="index", columns=list(QUARTERS)).rename_axis("party")


def year_fraction(day: date) -> float:
    """Place of a day on an axis of years in which every quarter is a quarter of a year.

    >>> year_fraction(date(2019, 7, 1)), year_fraction(date(2020, 1, 1))
    (2019.5, 2020.0)
    """
    days = monthrange(day.year, day.month)[1]
    return day.year + (day.month - 1 + (day.day - 1) / days) / 12
