"""Intentions and events of the plan of Holland Rijnland on one line of time, by the last day of their term.

Source: the tables intentions and events, and document_sections for the chapter of an event.
"""

from __future__ import annotations

import re
from enum import StrEnum

import pandas as pd

_CHAPTER = re.compile(r"Bijlage \d+|\d+")
_CHAPTER_IN_WORDS = re.compile(r"hoofdstuk (\d+)")


class ItemKind(StrEnum):
    """What an item on the line of time is."""

    EVENT = "gebeurtenis"
    OPEN = "open besluit"
    CHOSEN = "gemaakte keuze"


def chapter_key(text: str) -> str:
    """Chapter or annex that a heading begins with or names.

    >>> chapter_key("5.5.1 AMHK"), chapter_key("Bijlage 4 Onderwijs"), chapter_key("Voornemens bij hoofdstuk 4")
    ('5', 'Bijlage 4', '4')
    """
    found = _CHAPTER.match(text)
    if found:
        return found[0]
    named = _CHAPTER_IN_WORDS.search(text)
    return named[1] if named else ""


def chapter_order(key: str) -> tuple[int, int]:
    """Sort key: chapters by number, then annexes."""
    number = re.search(r"\d+", key)
    return (int(key.startswith("Bijlage")), int(number[0]) if number else 99)


def timeline(intentions: pd.DataFrame, events: pd.DataFrame, sections: pd.DataFrame) -> pd.DataFrame:
    """All items, dated ones first by date, then those without one in order of the document.

    Parameters
    ----------
    intentions, events, sections : DataFrame
        Tables of the dataset; of events and sections only the rows of the document of the intentions are used.

    Returns
    -------
    DataFrame
        Columns `code`, `kind` (ItemKind), `what`, `party` (None for intentions), `chapter` (key), `begins` and `ends`
        (datetime64, NaT where the source gives none; `ends` of an event without last day is its first day),
        `term` (as the source words it, None where it gives none), `open_ended` (no last day given), `line_from`,
        `line_to`, `more_lines` (list of text).
    """
    (file,) = set(intentions["source_file"])
    events = events[events["source_file"] == file]
    sections = sections[sections["source_file"] == file].sort_values("line_from")
    wanted = pd.DataFrame(
        {
            "code": intentions["intention_code"],
            "kind": [ItemKind.OPEN if is_open else ItemKind.CHOSEN for is_open in intentions["is_open"]],
            "what": intentions["intention"],
            "party": None,
            "chapter": intentions["chapter"].map(chapter_key),
            "begins": pd.NaT,
            "ends": pd.to_datetime(intentions["due_date"]),
            "term": intentions["due_text"],
            "open_ended": False,
            "line_from": intentions["line_from"],
            "line_to": intentions["line_to"],
            "more_lines": intentions["more_lines"],
        }
    )
    first, last = pd.to_datetime(events["date_from"]), pd.to_datetime(events["date_to"])
    happened = pd.DataFrame(
        {
            "code": events["event_code"],
            "kind": ItemKind.EVENT,
            "what": events["event"],
            "party": events["party"],
            "chapter": [_chapter_of_line(int(line), sections) for line in events["line_from"]],
            "begins": first,
            "ends": last.fillna(first),
            "term": events["date_text"],
            "open_ended": first.notna() & last.isna(),
            "line_from": events["line_from"],
            "line_to": events["line_to"],
            "more_lines": [[]] * len(events),
        }
    )
    both = pd.concat([happened, wanted.astype({"begins": "datetime64[ns]"})], ignore_index=True)
    both = both.astype({"begins": "datetime64[ns]", "ends": "datetime64[ns]"})
    return both.sort_values(["ends", "line_from"], kind="stable", na_position="last", ignore_index=True)


def selected(
    items: pd.DataFrame, *, chapter: str | None = None, kind: ItemKind | None = None, dated: bool | None = None
) -> pd.DataFrame:
    """Items of a chapter, of a kind, and with or without date; None lets all pass."""
    keep = pd.Series(True, index=items.index)
    if chapter is not None:
        keep &= items["chapter"] == chapter
    if kind is not None:
        keep &= items["kind"] == kind
    if dated is not None:
        keep &= items["ends"].notna() == dated
    return items[keep].reset_index(drop=True)


def stacked(items: pd.DataFrame, *, room_days: int = 55) -> pd.DataFrame:
    """Dated items with `row`: the lowest row of their kind where none comes within `room_days` of another.

    An item takes the room from its first to its last day, so that no mark or line hides another.
    """
    dated = items[items["ends"].notna()]
    begins = dated["begins"].fillna(dated["ends"])
    taken: dict[tuple[str, int], list[tuple[pd.Timestamp, pd.Timestamp]]] = {}
    room, rows = pd.Timedelta(days=room_days), []
    for kind, begin, end in zip(dated["kind"], begins, dated["ends"], strict=True):
        row = 0
        while any(begin <= last + room and first <= end + room for first, last in taken.get((kind, row), [])):
            row += 1
        taken.setdefault((kind, row), []).append((begin, end))
        rows.append(row)
    return dated.assign(row=rows)


def _chapter_of_line(line: int, sections: pd.DataFrame) -> str:
    inside = sections[(sections["line_from"] <= line) & (line <= sections["line_to"])]
    return chapter_key(str(inside.iloc[0]["section"])) if len(inside) else ""
