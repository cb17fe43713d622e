"""Investments of measures from their column: unit, sign, unknown amounts, and the kind that follows from them."""

from __future__ import annotations

from collections.abc import Sequence

from model.own_table.amounts import Sort, Unit, amount_of
from model.own_table.amounts_understood import (
    PER_UNIT,
    SHOWN,
    Written,
    decimal_sign,
    in_millions,
    number_of,
    stated_units,
    units_of,
)
from model.own_table.asking import Asking, First, at
from model.own_table.cells_understood import ZERO, ask_about_dashes, note_marks, refuse_unreadable
from model.own_table.effects import Effects, Lines
from model.own_table.measures import Measures, Value
from model.own_table.proposing import Column
from model.own_table.row_marks import marked_unit, own_units
from model.own_table.tables_found import Found

_INVESTMENTS = "de investeringen"
_SMALLEST, _LARGEST = 0.001, 200.0
"""Largest investment of a plan, in mln €, between which it is likely where the yearly costs are not known."""
_DIGITS = 9


def add_investments(
    found: Found,
    columns: Sequence[Column],
    measures: Measures,
    lines: Lines,
    effects: Effects,
    start_cost: float | None,
    asking: Asking,
) -> None:
    """Investments and their kinds among the values of each measure."""
    used = [column for column in columns if column.role == "investering"]
    if not used:
        return
    every = _investments_by_measure(found, columns, lines, asking)
    written = {row: every[row][0] for row in measures.rows}
    listed = [it for row in measures.rows for it in every[row]]
    together = _ask_about_several([every[row] for row in measures.rows], asking, by_column=len(used) > 1)
    none = [it for it in listed if it.amount.sort is Sort.OTHER and it.cell.text.casefold() in ("geen", "nee", "n.v.t")]
    refuse_unreadable([it for it in listed if it not in none], _INVESTMENTS, asking)
    if shares := [it.place for it in listed if it.amount.unit is Unit.PERCENT]:
        asking.fault(
            "procent:investering",
            f"In {_INVESTMENTS} staat een percentage: {at(shares)}. Vul een bedrag in.",
            shares,
            First.CELL,
        )
        return
    note_marks(listed, _INVESTMENTS, asking)
    sign = decimal_sign(listed, _INVESTMENTS, "decimaal:maatregelen", stated_units(found, used), asking)
    dash = ask_about_dashes(listed, _INVESTMENTS, "streepje:investering", asking)
    numbers = [number for it in listed if it.amount.unit is None and (number := number_of(it, sign, SHOWN)) is not None]
    unit_of = units_of(
        found, used, _INVESTMENTS, "eenheid:investering", _likely(numbers, start_cost), asking, percent=False,
        own=own_units(listed), beside=None if effects.unit is Unit.PERCENT else effects.unit,
    )  # fmt: skip
    turned = _sign_of_investments(listed, sign, asking)
    if None in (sign, dash, turned, together) or None in unit_of.values():
        measures.is_open = True
        return
    for row, it in written.items():
        parts = [_in_millions(part, sign, unit_of[part.column], turned) for part in every[row]]
        number = parts[0]
        if together == "som" and len(parts) > 1:
            number = round(sum(part or 0.0 for part in parts), _DIGITS)
        number = 0.0 if it.amount.sort is Sort.DASH and dash == ZERO else number
        measures.rows[row]["investment_mln_eur"] = Value(number, it.cell, it.place)
        _settle_kind(measures.rows[row], it, number, it in none, asking)
    unknown = [it.place for it in listed if it.amount.sort is Sort.UNKNOWN]
    if unknown:
        asking.note(
            "onbekend:investering", f"In {_INVESTMENTS} is gelezen als onbekend: {at(unknown)}.", unknown, First.CELL
        )


def _in_millions(it: Written, sign: str | None, unit: Unit | None, turned: str | None) -> float | None:
    number = number_of(it, sign, SHOWN)
    unit = it.amount.unit or unit
    if number is None or unit is None:
        return None
    return in_millions(abs(number) if turned == "zonder" else number, unit)


def _likely(numbers: Sequence[float], start_cost: float | None) -> tuple[Unit, ...]:
    """Units in which the largest investment is worth naming and no more than a year costs."""
    largest = max(map(abs, numbers), default=0.0)
    most = _LARGEST if start_cost is None else start_cost
    return tuple(unit for unit, per in PER_UNIT.items() if _SMALLEST <= largest / per <= most)


def investments_written(found: Found, columns: Sequence[Column], lines: Lines) -> list[Written]:
    """Amounts in the column of investments."""
    return [
        Written(amount_of(cell := found.cell(row, column.index)), cell, found.place(row, column.index), column.index)
        for column in columns
        if column.role == "investering"
        for row in lines.rows
    ]


def _investments_by_measure(
    found: Found, columns: Sequence[Column], lines: Lines, asking: Asking
) -> dict[int, list[Written]]:
    """Cells with an investment of each measure; an empty one where it has none."""
    cells: dict[int, list[Written]] = {}
    for it in investments_written(found, columns, lines):
        row = found.row_at(it.place)
        it = marked_unit(found, columns, it, _INVESTMENTS, asking)
        cells.setdefault(lines.lead.get(row, row), []).append(it)
    return {row: [it for it in its if not it.cell.is_empty] or its[:1] for row, its in cells.items()}


def _ask_about_several(cells: Sequence[Sequence[Written]], asking: Asking, *, by_column: bool) -> str | None:
    """Whether several investments of one measure add up; None while that is open."""
    several = [its for its in cells if len(its) > 1]
    if not several:
        return "eerste"
    place = several[0][0].place
    is_same = all(len({it.cell.text for it in its}) == 1 for its in several)
    return asking.ask(
        "investering-regels",
        f"Van één maatregel staan er meer investeringen ({at([it.place for it in several[0]])}). Wat geldt?",
        [("som", "tel ze op"), ("eerste", "alleen de eerste: het is steeds hetzelfde bedrag")],
        "eerste" if is_same and not by_column else None,
        "dat staat er niet bij",
        place,
    )


def _settle_kind(values: dict[str, Value], it: Written, number: float | None, says_none: bool, asking: Asking) -> None:
    kind = values.get("investment_kind")
    if kind is not None and kind.value not in (None, "bedrag"):
        return
    if says_none:
        values["investment_kind"] = Value("geen", it.cell, it.place)
    elif number is None and kind is not None and kind.value == "bedrag" and it.amount.sort in (Sort.UNKNOWN, Sort.DASH):
        values["investment_kind"] = Value("nog op te geven", kind.cell, kind.place)
        asking.note("soort", "Bij de soort “bedrag” staat geen bedrag; gelezen als nog op te geven.", [it.place])
    elif number is None and it.amount.sort is Sort.UNKNOWN:
        values["investment_kind"] = Value("nog op te geven", it.cell, it.place)


def _sign_of_investments(listed: Sequence[Written], sign: str | None, asking: Asking) -> str | None:
    numbers = [(it, number) for it in listed if (number := number_of(it, sign, SHOWN)) is not None]
    negative = [it.place for it, number in numbers if number < 0]
    if not negative:
        return "met"
    value = asking.ask(
        "teken:investering",
        f"In {_INVESTMENTS} staan bedragen met een min: {at(negative)}. Wat betekent de min?",
        [("zonder", "niets: het zijn gewone investeringen"), ("met", "een bedrag onder 0")],
        "zonder" if all(number <= 0 for _, number in numbers) else None,
        "een investering kan niet onder 0 liggen",
        negative[0],
    )
    asking.note(
        "teken:investering", f"In {_INVESTMENTS} staan bedragen met een min: {at(negative)}.", negative, First.UNIT
    )
    return value
