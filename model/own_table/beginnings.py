"""When the saving of each measure begins, from a column of years or dates: what it does not say is asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.own_table.asking import Asking, First, at
from model.own_table.effects import END_YEAR, Effects
from model.own_table.effects_grown import Begin, Begins
from model.own_table.effects_settled import LEAVE_OUT, leave_out
from model.own_table.proposing import Column
from model.own_table.tables_found import Found
from model.own_table.years_written import begin_of

_PART, _WHOLE, _NEXT = "deel", "heel", "later"
_COUNTS = "mee"
_WHOLE_YEAR = 12


def begins_of(
    found: Found, columns: Sequence[Column], effects: Effects, years: Sequence[int], asking: Asking
) -> Begins | None:
    """First year of each measure; None where the sheet has no such column, or where something is open or wrong.

    Parameters
    ----------
    found : Found
    columns : sequence of Column
        All columns; the one with the role "begin" is used.
    effects : Effects
        Savings at the end; measures that are left out by an answer are marked in it.
    years : sequence of int
        Years of the costs.
    asking : Asking
    """
    column = next((it for it in columns if it.role == "begin"), None)
    if column is None or not years or effects.is_open:
        return None
    place = found.place(found.last, column.index)
    if any(year != END_YEAR for _, year, _ in effects.ends):
        asking.fault(
            "begin:maatregelen",
            f"De besparingen staan al per jaar; een eerste jaar (“{column.heading[:40]}”) past daar niet bij. Zet die "
            "kolom op “niet gebruiken”.",
            [place],
            First.COLUMN,
        )
        effects.is_open = True
        return None
    rows = [row for row in dict.fromkeys(row for row, _, _ in effects.ends) if row not in effects.left_out]
    read = {row: begin_of(found.cell(row, column.index)) for row in rows}
    begins = {row: it for row, it in read.items() if it is not None}
    begins |= _ask_about_missing(found, column, [row for row in rows if row not in begins], effects, years, asking)
    _ask_about_earlier(found, column, begins, effects, years[0], asking)
    begins = {row: it for row, it in begins.items() if row not in effects.left_out}
    how = _ask_about_parts(found, column, begins, years, asking)
    if how is None:
        effects.is_open = True
    if effects.is_open:
        return None
    _note_later(found, column, begins, years[-1], asking)
    return Begins(column.heading, {row: _begin(*it, how or _WHOLE) for row, it in begins.items()})


def _begin(year: int, months: int, how: str) -> Begin:
    if how == _NEXT and months < _WHOLE_YEAR:
        return Begin(year + 1, 1.0)
    return Begin(year, months / _WHOLE_YEAR if how == _PART else 1.0)


def _ask_about_missing(
    found: Found, column: Column, rows: Sequence[int], effects: Effects, years: Sequence[int], asking: Asking
) -> dict[int, tuple[int, int]]:
    """First year of measures without one that can be read."""
    if not rows:
        return {}
    places = [found.place(row, column.index) for row in rows]
    text = next((text for row in rows if (text := found.cell(row, column.index).text)), "leeg")
    value = asking.ask(
        "begin-onbekend:maatregelen",
        f"Van sommige maatregelen is niet te lezen wanneer de besparing begint (“{text[:30]}”): {at(places)}. Hoe "
        "rekent u daarmee?",
        [*((str(year), f"alsof zij in {year} begint") for year in years), (LEAVE_OUT, "laat deze maatregelen weg")],
        None,
        "bij andere maatregelen staat er wel een jaar of datum",
        places[0],
    )
    if value is None:
        effects.is_open = True
    elif value == LEAVE_OUT:
        leave_out(effects, set(rows), "een onbekend eerste jaar", places, asking)
    else:
        asking.note(
            "begin-onbekend:maatregelen",
            f"Aanname: waar niet te lezen is wanneer de besparing begint, is dat in {value}: {at(places)}.",
            places,
            First.ASSUMPTION,
        )
        return {row: (int(value), _WHOLE_YEAR) for row in rows}
    return {}


def _ask_about_earlier(
    found: Found,
    column: Column,
    begins: Mapping[int, tuple[int, int]],
    effects: Effects,
    first: int,
    asking: Asking,
) -> None:
    """Measures that began before the first year of the costs, so that their saving can be in those costs already."""
    rows = [row for row, (year, _) in begins.items() if year < first]
    if not rows:
        return
    places = [found.place(row, column.index) for row in rows]
    value = asking.ask(
        "begin-eerder:maatregelen",
        f"Sommige maatregelen begonnen al vóór {first}, het eerste jaar van de kosten: {at(places)}. Telt hun "
        "besparing nog mee?",
        [(_COUNTS, f"ja, vanaf {first}"), (LEAVE_OUT, f"nee, die zit al in de kosten van {first}")],
        None,
        "dat staat er niet bij",
        places[0],
    )
    if value is None:
        effects.is_open = True
    elif value == LEAVE_OUT:
        leave_out(effects, set(rows), f"een begin vóór {first}", places, asking)


def _ask_about_parts(
    found: Found, column: Column, begins: Mapping[int, tuple[int, int]], years: Sequence[int], asking: Asking
) -> str | None:
    """What counts of the year in which a measure begins after its first weeks."""
    rows = [row for row, (year, months) in begins.items() if months < _WHOLE_YEAR and years[0] <= year <= years[-1]]
    if not rows:
        return _WHOLE
    places = [found.place(row, column.index) for row in rows]
    how = {
        _PART: "mee voor de maanden die er dan nog zijn",
        _WHOLE: "mee als een heel jaar",
        _NEXT: "niet mee: de besparing geldt pas vanaf het jaar erna",
    }
    value = asking.ask(
        "begin-deel:maatregelen",
        f"Sommige maatregelen beginnen in de loop van een jaar, zoals “{found.cell(rows[0], column.index).text[:30]}” "
        f"({at(places)}). Hoe telt dat jaar mee?",
        how.items(),
        _PART,
        "een aanname: wat zij dat jaar besparen, staat er niet bij",
        places[0],
    )
    if value is not None:
        asking.note(
            "begin-deel:maatregelen",
            f"Aanname: een jaar waarin een maatregel later dan in januari begint, telt {how[value]}: {at(places)}.",
            places,
            First.ASSUMPTION,
        )
    return value


def _note_later(found: Found, column: Column, begins: Mapping[int, tuple[int, int]], last: int, asking: Asking) -> None:
    places = [found.place(row, column.index) for row, (year, _) in begins.items() if year > last]
    if places:
        asking.note(
            "begin-later:maatregelen",
            f"Deze maatregelen beginnen na {last}, het laatste jaar van de kosten, en besparen hier dus niets: "
            f"{at(places)}.",
            places,
            First.ROW,
            stays=True,
        )
