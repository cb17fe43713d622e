"""Events of a document as stretches of time, no more precise than the source gives them."""

from __future__ import annotations

import pandas as pd

LASTING = "fase"
"""Kind of event that lasts; every other kind happens once, somewhere within the stretch that the source gives."""


def dated(events: pd.DataFrame) -> pd.DataFrame:
    """Events with a date, earliest first, with `starts` and `ends` (timestamps; the end is the day after) and `how`.

    `how` is 'lasts' for a phase, 'day' for something on one or more given days, else 'within': somewhere in that
    stretch. A date that the source gives by the year covers whole years, and one that it gives by anything else but the
    day whole months, whatever day the table holds.
    """
    rows = events[events["date_from"].notna()]
    starts, ends = pd.to_datetime(rows["date_from"]), pd.to_datetime(rows["date_to"].fillna(rows["date_from"]))
    by_year, by_day = rows["date_precision"] == "jaar", rows["date_precision"] == "dag"
    for period, is_wider in (("M", ~by_day), ("Y", by_year)):
        starts = starts.mask(is_wider, starts.dt.to_period(period).dt.start_time)
        ends = ends.mask(is_wider, ends.dt.to_period(period).dt.end_time.dt.normalize())
    how = pd.Series("within", index=rows.index).mask(by_day, "day")
    spans = rows.assign(
        starts=starts.astype("datetime64[ns]"),
        ends=(ends + pd.Timedelta(days=1)).astype("datetime64[ns]"),
        how=how.mask(rows["event_kind"] == LASTING, "lasts"),
    )
    return spans.sort_values(["starts", "ends", "event_code"], kind="stable", ignore_index=True)


def undated(events: pd.DataFrame) -> pd.DataFrame:
    """Events to which the source gives no date, in source order."""
    return events[events["date_from"].isna()].sort_values("line_from", kind="stable", ignore_index=True)
