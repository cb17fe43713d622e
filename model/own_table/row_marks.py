"""Columns that say of each row in which unit its amounts are, or whether they are favourable (V) or not (N)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from model.own_table.amounts import Sort, Unit
from model.own_table.amounts_understood import Written
from model.own_table.asking import Asking, First, at
from model.own_table.effects import ABOUT, Part
from model.own_table.proposing import Column
from model.own_table.tables_found import Found
from model.own_table.words import favour_of, unit_in
from model.own_table.workbook import Place, SheetCell


def marked_parts(found: Found, columns: Sequence[Column], parts: Iterable[Part], asking: Asking) -> list[Part]:
    """Effects with the unit and the sign that another cell of their row says."""
    signs = _signs_by_column(columns)
    lacking: list[Place] = []
    marked = []
    for part in parts:
        it = marked_unit(found, columns, part.written, ABOUT, asking)
        sign_at, row = signs.get(it.column), found.row_at(it.place)
        if sign_at is not None and it.amount.sort is Sort.NUMBER and it.amount.dutch != 0:
            favour = favour_of(found.cell(row, sign_at).text)
            lacking += [] if favour or it.amount.benefit else [it.place]
            it = replace(it, amount=replace(it.amount, benefit=it.amount.benefit or favour))
        marked.append(replace(part, written=it))
    if lacking:
        asking.fault(
            "teken-ontbreekt",
            f"Bij bedragen staat geen V of N, en bij andere wel: {at(lacking)}. Vul V (voordelig) of N (nadelig) in.",
            lacking,
            First.CELL,
        )
    return marked


def marked_unit(found: Found, columns: Sequence[Column], it: Written, about: str, asking: Asking) -> Written:
    """An amount with the unit that another cell of its row says."""
    index = next((column.index for column in columns if column.role == "eenheid"), None)
    if index is None or it.place.row is None or it.amount.sort is not Sort.NUMBER:
        return it
    row = found.row_at(it.place)
    return in_unit_of(found.cell(row, index), found.place(row, index), it, about, asking)


def in_unit_of(cell: SheetCell, place: Place, it: Written, about: str, asking: Asking) -> Written:
    """An amount with the unit that a cell says, unless it has its own; a unit that cannot be read is refused."""
    unit = unit_in(cell.text)
    if unit is None and not cell.is_empty and it.amount.unit is None:
        asking.fault(
            f"eenheid-regel:{about}",
            f"De eenheid “{cell.text[:30]}” van {about} ({at([place])}) kan hier niet: gebruik mln €, x € 1.000 of €.",
            [place],
            First.UNIT,
        )
    return replace(it, amount=replace(it.amount, unit=it.amount.unit or unit))


def own_units(written: Iterable[Written]) -> set[Unit | None]:
    """Units that stand with the amounts themselves; None is among them where one has none."""
    return {it.amount.unit for it in written if it.amount.sort is Sort.NUMBER and it.amount.dutch != 0}


def _signs_by_column(columns: Sequence[Column]) -> dict[int, int]:
    """Column with V or N for each column of effects: the only one, or else the one right behind or before it."""
    signs = [column.index for column in columns if column.role == "teken"]
    effects = [column.index for column in columns if column.parts[0] in ("effect", "eind")]
    if len(signs) == 1:
        return dict.fromkeys(effects, signs[0])
    found: dict[int, int] = {}
    for step in (-1, 1):
        for sign in [sign for sign in signs if sign not in found.values()]:
            beside = sign + step
            while beside in effects and beside not in found:
                found[beside] = sign
                beside += step
    return found
