"""Which rows of a found table are measures: totals, headings in between, footnotes and hidden rows are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from model.own_table.asking import Asking, First, at, slug
from model.own_table.proposing import Column
from model.own_table.rows_doubtful import (
    joined_names,
    without_bullets,
    without_chapters,
    without_doubles,
    without_dropped,
    without_no_measures,
    without_numbering,
    without_spent,
    without_variants,
)
from model.own_table.rows_seen import COUNTS, NOT, Row, count_of, names_of, row_of, unless_counted
from model.own_table.tables_found import Found
from model.own_table.words import is_note, is_total, says_part

CATEGORY = "categorie"
_SAME = 0.006
"""Part by which a sum may differ from its total by rounding, of the total."""
_NEAR = 0.05
"""Part by which the last row may differ from the sum of all others and still be asked about."""
_HEADING_CELLS = 2


@dataclass(frozen=True)
class Rows:
    """Rows that are measures, and the heading in between above each of them where that is its category."""

    measures: tuple[int, ...]
    categories: Mapping[int, str]
    names: Mapping[int, str] = field(default_factory=dict)
    """Names that run over more rows."""
    coded: Mapping[int, int] = field(default_factory=dict)
    """Row with the number of a measure, where that is another."""


def measure_rows(found: Found, columns: Sequence[Column], asking: Asking) -> Rows:
    """Rows of a table of measures that count."""
    rows = _without_hidden(found, [row_of(found, columns, row) for row in found.rows], asking)
    rows = _without_struck(found, rows, asking)
    rows = without_numbering(found, rows, asking)
    rows, names, coded = joined_names(found, rows, asking)
    rows = without_dropped(found, rows, asking)
    rows = without_chapters(found, rows, asking)
    every = rows
    rows = _without_totals(found, rows, asking)
    totals = [row.row for row in every if row not in rows and is_total(row.label)]
    rows = without_no_measures(found, rows, totals, asking)
    rows = _without_parts(found, rows, asking)
    rows = without_bullets(found, rows, asking)
    rows = without_variants(found, rows, asking)
    rows = without_doubles(found, columns, rows, asking)
    rows = _without_bare(found, rows, asking)
    with_amounts = [row.row for row in rows if row.has_amounts]
    last = max(with_amounts, default=-1)
    bare = [row for row in rows if not row.has_amounts and row.filled <= _HEADING_CELLS]
    notes = [row for row in bare if row.row > last or (row.filled == 1 and is_note(row.label))]
    headings = [row for row in bare if row not in notes]
    dropped = {row.row for row in _without_notes(found, notes, asking)}
    categories, is_heading = _headings_between(found, columns, headings, asking)
    rows = without_spent(found, rows, is_heading, asking)
    kept: list[int] = []
    above: dict[int, str] = {}
    category = ""
    for row in rows:
        if row.row in is_heading:
            category = row.label
        elif row.row not in dropped:
            kept.append(row.row)
            if categories and category:
                above[row.row] = category
    return Rows(tuple(kept), above, names, coded)


def _without_hidden(found: Found, rows: list[Row], asking: Asking) -> list[Row]:
    hidden = [row for row in rows if row.row in found.sheet.hidden_rows]
    if not hidden:
        return rows
    why = "door een filter" if found.sheet.filtered else "met de hand"
    places = [found.place(row.row) for row in hidden]
    counts = asking.ask(
        "verborgen:maatregelen",
        f"Het rekenblad verbergt {count_of(hidden)} ({why}): {names_of(hidden)}. Tellen zij mee?",
        [(NOT, "nee, alleen wat het rekenblad laat zien"), (COUNTS, "ja, ook de verborgen regels")],
        NOT,
        "verborgen regels ziet u in het rekenblad niet staan",
        places[0],
    )
    told = "tellen mee" if counts == COUNTS else "tellen niet mee"
    asking.note("verborgen", f"Verborgen regels {told}: {at(places)}.", places, First.ROW)
    return rows if counts == COUNTS else [row for row in rows if row not in hidden]


def _without_struck(found: Found, rows: list[Row], asking: Asking) -> list[Row]:
    struck = [row for row in rows if row.is_struck]
    if not struck:
        return rows
    return unless_counted(
        found, rows, struck, asking, "doorgehaald",
        f"In het rekenblad zijn regels doorgehaald: {names_of(struck)}. Tellen zij mee?",
        ("nee, doorgehaald is vervallen", "ja"), "doorgehaald betekent meestal vervallen", "Doorgehaalde regels",
    )  # fmt: skip


def _without_totals(found: Found, rows: list[Row], asking: Asking) -> list[Row]:
    kept: list[Row] = []
    since: list[Row] = []
    for place, row in enumerate(rows):
        by_name = is_total(row.label)
        of_above = row.has_amounts and (_is_sum(row, since) or _is_sum(row, kept))
        of_below = row.has_amounts and not row.has_code and _is_sum_of_next(row, rows[place + 1 :])
        if not row.has_amounts and not by_name:
            since = []
            kept.append(row)
            continue
        is_last = not any(other.has_amounts for other in rows[place + 1 :])
        nearly = is_last and row.has_amounts and not row.has_code and len(kept) > 2 and _is_sum(row, kept, _NEAR)
        nearly = nearly or (row.has_amounts and not row.has_code and _is_nearly_sum_of_next(row, rows[place + 1 :]))
        if by_name or of_above or of_below or nearly:
            reason = "de naam zegt dat het een optelling is" if by_name else ""
            if of_above or of_below:
                which = "erboven" if of_above else "eronder"
                reason = f"{reason}{', en ' if reason else ''}de bedragen zijn de som van de regels {which}"
            elif not by_name:
                reason = "de bedragen zijn bijna de som van andere regels"
            value = asking.ask(
                f"rij:maatregelen:{slug(row.label) or row.row}:{_nth(rows[:place], row)}",
                f"Is “{row.label[:60]}” (rij {row.row + 1}) een maatregel of een optelling?",
                [(NOT, "een optelling: telt niet mee"), (COUNTS, "een maatregel: telt mee")],
                NOT if by_name or of_above or of_below else None,
                reason,
                found.place(row.row),
                certain=by_name and not row.has_code,
            )
            if value == NOT:
                asking.note(
                    f"totaal:{row.row}",
                    f"Rij {row.row + 1} (“{row.label[:60]}”) telt niet mee: {reason}.",
                    [found.place(row.row)],
                    First.ROW,
                )
                since = []
                continue
        kept.append(row)
        since.append(row)
    return kept


def _without_parts(found: Found, rows: list[Row], asking: Asking) -> list[Row]:
    """Rows that say to be a part of the row above, which would count twice."""
    parts = [row for row in rows if row.has_amounts and says_part(row.label)]
    if not parts:
        return rows
    return unless_counted(
        found, rows, parts, asking, "waarvan",
        f"Deze regels lijken delen van de regel erboven: {names_of(parts)}. Tellen zij mee?",
        ("nee, zij zitten al in de regel erboven", "ja, het zijn aparte maatregelen"),
        "anders telt hetzelfde bedrag twee keer", "Delen van de regel erboven",
    )  # fmt: skip


def _without_bare(found: Found, rows: list[Row], asking: Asking) -> list[Row]:
    """Rows with amounts and a name only, where most others also have a number or other words."""
    with_amounts = [row for row in rows if row.has_amounts]
    bare = [row for row in with_amounts if not row.has_texts]
    if not bare or len(bare) * 5 > len(with_amounts) * 2:
        return rows
    places = [found.place(row.row) for row in bare]
    value = asking.ask(
        "kale-regel:maatregelen",
        f"Deze regels hebben bedragen, en geen nummer of andere tekst zoals de regels eromheen: {names_of(bare)}. "
        "Zijn het maatregelen?",
        [(COUNTS, "ja, zij tellen mee"), (NOT, "nee, het zijn koppen of optellingen")],
        None,
        "aan de regel is het niet te zien",
        places[0],
    )
    if value == NOT:
        asking.note("kale-regel", f"Tellen niet mee: {at(places)}.", places, First.ROW)
        return [row for row in rows if row not in bare]
    return rows


def _nth(before: Iterable[Row], row: Row) -> int:
    return sum(other.label == row.label for other in before)


def _is_sum(row: Row, parts: Sequence[Row], within: float = _SAME) -> bool:
    parts = [part for part in parts if part.has_amounts]
    if len(parts) < 2 or not any(row.numbers):
        return False
    for place, total in enumerate(row.numbers):
        numbers = [part.numbers[place] or 0.0 for part in parts]
        if abs((total or 0.0) - sum(numbers)) > max(abs(total or 0.0) * within, 1e-6):
            return False
    # One measure and nothing beside it is no sum of several.
    return sum(any(part.numbers) for part in parts) > 1


def _is_nearly_sum_of_next(row: Row, following: Sequence[Row]) -> bool:
    """Whether all of several amounts are almost those of the next rows together."""
    if len({number for number in row.numbers if number}) < 2:
        return False
    return any(_is_sum(row, following[:count], _NEAR) for count in range(2, min(len(following), 25) + 1))


def _is_sum_of_next(row: Row, following: Sequence[Row]) -> bool:
    return any(_is_sum(row, following[:count]) for count in range(2, min(len(following), 25) + 1))


def _without_notes(found: Found, notes: list[Row], asking: Asking) -> list[Row]:
    if not notes:
        return []
    places = [found.place(row.row) for row in notes]
    counts = asking.ask(
        "voetnoot:maatregelen",
        f"Onder of tussen de maatregelen staat tekst zonder bedragen: {names_of(notes)}. Wat is dat?",
        [(NOT, "een voetnoot of toelichting: telt niet mee"), (COUNTS, "een maatregel")],
        NOT,
        "er staan geen bedragen in deze regels",
        places[0],
        certain=True,
    )
    if counts == NOT:
        asking.note("voetnoot", f"Niet gelezen, want zonder bedragen: {at(places)}.", places, First.REST)
        return notes
    return []


def _headings_between(
    found: Found, columns: Sequence[Column], headings: list[Row], asking: Asking
) -> tuple[bool, set[int]]:
    if not headings:
        return False, set()
    has_categories = any(column.role == "categorie" for column in columns)
    places = [found.place(row.row) for row in headings]
    amounts = [column.index for column in columns if column.parts[0] in ("effect", "eind")]
    cells = [found.cell(row.row, index).text for row in headings for index in amounts]
    # What has digits where amounts stand may be one that cannot be read, rather than part of a heading.
    unread = next((text for text in cells if re.search("[0-9]", text)), None)
    likely = NOT if has_categories else CATEGORY
    value = asking.ask(
        "tussenkop:maatregelen",
        f"Tussen de maatregelen staan regels zonder bedragen: {names_of(headings)}. Wat zijn dat?",
        [
            (CATEGORY, "koppen: de categorie van de maatregelen eronder"),
            (NOT, "koppen die niets toevoegen"),
            (COUNTS, "maatregelen waarvan de besparing nog niet bekend is"),
        ],
        likely if unread is None else None,
        f"“{unread[:30]}” is geen bedrag dat wij kunnen lezen" if unread else "er staan geen bedragen in deze regels",
        places[0],
    )
    if value in (None, COUNTS):
        return False, set()
    what = "gelezen als categorie" if value == CATEGORY else "niet gelezen"
    asking.note("tussenkop", f"Regels zonder bedragen zijn {what}: {at(places)}.", places, First.ROW)
    return value == CATEGORY, {row.row for row in headings}
