"""Amounts that add up over the years, or that are added up already, to the saving of each year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.own_table.amounts import Sort, amount_of
from model.own_table.asking import Asking, First
from model.own_table.effects import END_YEAR, Effects
from model.own_table.proposing import BOTH, Column
from model.own_table.tables_found import Found
from model.own_table.title_words import PERIODS_IN_YEAR, period_in
from model.own_table.words import says_change_in_heading, says_change_in_title, says_end

_LEVEL, _CHANGE, _RUNNING = "niveau", "erbij", "opgeteld"
_DIGITS = 9
_CLOSE = 0.006


def settle_running(found: Found, columns: Sequence[Column], effects: Effects, asking: Asking) -> None:
    """Amounts as the saving of each year, as the visitor says where the sheet has words for something else."""
    years = sorted({year for _, year, _ in effects.ends if year != END_YEAR})
    said = [text for text in [*found.above, found.sheet.name] if says_change_in_title(text)]
    said += [column.heading for column in columns if says_change_in_heading(column.heading)]
    said += _sums_at_the_end(found, columns)
    if len(years) < 2 or not said:
        return
    how = asking.ask(
        "opbouw:maatregelen",
        f"Er staat “{said[0][:60]}”. Wat is het bedrag van een jaar?",
        [
            (_LEVEL, "wat er in dat jaar wordt bespaard"),
            (_CHANGE, "wat er in dat jaar bij komt: het telt op bij de jaren ervoor"),
            (_RUNNING, "wat er tot en met dat jaar samen is bespaard"),
        ],
        None,
        "dit kan iets anders zijn dan de besparing van dat jaar",
        found.place(found.last),
    )
    if how is None:
        effects.is_open = True
        return
    if how == _LEVEL:
        return
    for row, side in {(row, side) for row, _, side in effects.ends}:
        before = 0.0
        for year in years:
            end = effects.ends.get((row, year, side))
            if end is None or end.number is None:
                continue
            number = before + end.number if how == _CHANGE else end.number - before
            before = number if how == _CHANGE else end.number
            effects.ends[row, year, side] = replace(end, number=round(number, _DIGITS), assumed=True)
    told = "opgeteld over de jaren" if how == _CHANGE else "het verschil met het jaar ervoor"
    asking.note("opbouw:maatregelen", f"De besparing van een jaar is {told}.", (), First.UNIT)


def settle_periods(found: Found, columns: Sequence[Column], effects: Effects, asking: Asking) -> None:
    """Amounts for a month, a quarter or a week as those of a year, as the visitor says where the sheet says so."""
    said = [text for text in [*(column.heading for column in columns), *found.above] if period_in(text)]
    if not said:
        return
    period = period_in(said[0])
    times = PERIODS_IN_YEAR[period]
    how = asking.ask(
        "periode:maatregelen",
        f"Er staat “{said[0][:60]}”. Zijn dit bedragen per {period}?",
        [("jaar", "nee, het zijn bedragen per jaar"), ("keer", f"ja: een jaar is {times} keer het bedrag")],
        None,
        "de doorrekening rekent met bedragen per jaar",
        found.place(found.last),
    )
    if how is None:
        effects.is_open = True
    elif how == "keer":
        for key, end in effects.ends.items():
            if end.number is not None:
                effects.ends[key] = replace(end, number=round(end.number * times, _DIGITS), assumed=True)
        asking.note("periode:maatregelen", f"Bedragen per {period} zijn {times} keer genomen.", (), First.UNIT)


def _sums_at_the_end(found: Found, columns: Sequence[Column]) -> list[str]:
    """Headings of savings at the end that are the sum of the years, as where every year only has what is new."""
    of_years = [column.index for column in columns if column.parts[0] == "effect" and column.parts[-1] == BOTH]
    sums = [sum(_number(found, row, column) for column in of_years) for row in found.rows]
    lasts = [_number(found, row, of_years[-1]) if of_years else 0.0 for row in found.rows]
    if len(of_years) < 2 or sums == lasts:
        return []
    return [
        heading.text
        for heading in found.headings
        if says_end(heading.text)
        and heading.column not in of_years
        and all(
            abs(_number(found, row, heading.column) - total) <= abs(total) * _CLOSE
            for row, total in zip(found.rows, sums, strict=True)
        )
    ]


def _number(found: Found, row: int, column: int) -> float:
    amount = amount_of(found.cell(row, column))
    return (amount.dutch or 0.0) if amount.sort is Sort.NUMBER else 0.0
