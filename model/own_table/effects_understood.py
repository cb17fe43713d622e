"""Savings per measure and year from the cells of effects: unit, sign, unknown amounts, bands and growth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from model.faults import dutch_number
from model.own_table.amounts import Amount, Sort, Unit
from model.own_table.amounts_understood import (
    SHOWN,
    Written,
    decimal_sign,
    in_millions,
    likely_for_savings,
    number_of,
    scaled_as,
    stated_units,
    units_of,
)
from model.own_table.asking import Asking, First, at
from model.own_table.cells_understood import (
    ZERO,
    ask_about_dashes,
    note_marks,
    note_rounding,
    refuse_unreadable,
)
from model.own_table.effects import ABOUT, END_YEAR, CostPath, Effects, End, Lines, Part
from model.own_table.effects_parts import parts_of
from model.own_table.effects_running import settle_periods, settle_running
from model.own_table.effects_settled import settle_bands, settle_extra_costs, settle_order, settle_unknown
from model.own_table.number_formats import is_percentage
from model.own_table.proposing import Column
from model.own_table.row_marks import marked_parts, own_units
from model.own_table.tables_found import Found
from model.own_table.words import sign_stated
from model.own_table.workbook import EMPTY, Content

MINUS_SAVES, PLUS_SAVES = "min", "plus"
AT_START, SAME_YEAR, AS_NUMBER = "begin", "zelfde", "getal"


def understand_effects(
    found: Found,
    columns: Sequence[Column],
    lines: Lines,
    path: CostPath,
    others: Sequence[Written],
    asking: Asking,
) -> Effects:
    """Effects in mln €.

    Parameters
    ----------
    found : Found
    columns : sequence of Column
        All columns; those of effects are used.
    lines : Lines
    path : CostPath
        Costs per year, for what is a percentage and for what unit is likely.
    others : sequence of Written
        Other amounts of the same table, which say how a point and a comma are meant.
    asking : Asking
    """
    name = next(column.index for column in columns if column.role == "naam")
    effects, start_cost = Effects(names={row: found.cell(row, name).text for row in lines.rows}), path.start
    used = [column for column in columns if column.parts[0] in ("effect", "eind")]
    every, effects.is_open = parts_of(found, used, lines, asking)
    parts = marked_parts(found, columns, every, asking)
    written = [part.written for part in parts]
    refuse_unreadable(written, ABOUT, asking)
    note_marks(written, ABOUT, asking)
    sign = decimal_sign([*written, *others], ABOUT, "decimaal:maatregelen", stated_units(found, used), asking)
    scaled = scaled_as(written, ABOUT, "opmaak:maatregelen", asking)
    dash = ask_about_dashes(written, ABOUT, "streepje:maatregelen", asking)
    unit_of = _units(found, used, written, start_cost, (sign, scaled), asking)
    units = {it.amount.unit or unit_of[it.column] for it in written if it.amount.sort is Sort.NUMBER}
    effects.unit = next(iter(units)) if len(units) == 1 else None
    percent = _ask_about_percentages(parts, unit_of, start_cost, asking)
    turned = _ask_about_sign(found, parts, sign, scaled, asking)
    has_percentages = Unit.PERCENT in unit_of.values() or _has_percentages(written)
    # Without costs there is nothing to take a percentage of.
    lacks_costs = start_cost is None and percent != AS_NUMBER and has_percentages
    is_open = lacks_costs or None in (sign, scaled, dash, percent, turned) or None in unit_of.values()
    effects.is_open = effects.is_open or is_open
    for part in parts:
        it = part.written
        number = number_of(it, sign, scaled) if turned else None
        unit = it.amount.unit or unit_of[it.column]
        if it.amount.sort is Sort.DASH and dash == ZERO:
            number, unit = 0.0, Unit.MLN
        if number is not None:
            number = _saving(number, it.amount, turned == MINUS_SAVES)
            number = _amount(number, unit, it, percent, part.year, path, unit_of[it.column])
        effects.ends[part.row, part.year, part.end] = End(number, it.cell, it.place)
    if effects.is_open:
        return effects
    note_rounding(written, ABOUT, asking)
    _add_missing_years(effects, lines)
    settle_periods(found, used, effects, asking)
    settle_running(found, used, effects, asking)
    settle_extra_costs(effects, asking)
    settle_unknown(effects, asking)
    settle_order(effects, asking)
    settle_bands(effects, [part for part in parts if part.single], parts, asking)
    return effects


def _units(
    found: Found,
    used: Sequence[Column],
    written: Sequence[Written],
    start_cost: float | None,
    how: tuple[str | None, str | None],
    asking: Asking,
) -> dict[int, Unit | None]:
    """Unit of each column of effects; amounts with a unit of their own say nothing about the size of the others."""
    own = own_units(written)
    plain = [it for it in written if it.amount.unit is None] if None in own else written
    numbers = [
        number for it in plain if it.amount.unit is not Unit.PERCENT and (number := number_of(it, *how)) is not None
    ]
    return units_of(
        found, used, ABOUT, "eenheid:maatregelen", likely_for_savings(numbers, start_cost), asking, percent=True,
        own=own,
    )  # fmt: skip


def _has_percentages(written: Sequence[Written]) -> bool:
    return any(it.amount.unit is Unit.PERCENT for it in written)


def _add_missing_years(effects: Effects, lines: Lines) -> None:
    """Unknown ends for the years of which a measure has no row, where every year has its own row."""
    years = set(lines.year.values())
    if not years:
        return
    sides = {side for _, _, side in effects.ends}
    for row in lines.leads:
        for year in years:
            for side in sides:
                other = next(end for (at_row, _, _), end in effects.ends.items() if at_row == row)
                effects.ends.setdefault((row, year, side), End(None, EMPTY, other.place))


def _saving(number: float, amount: Amount, minus_saves: bool) -> float:
    if amount.benefit:
        return abs(number) if amount.benefit == "v" else -abs(number)
    return -number + 0.0 if minus_saves else number


def _amount(
    number: float,
    unit: Unit | None,
    it: Written,
    percent: str | None,
    year: int,
    path: CostPath,
    column_unit: Unit | None,
) -> float | None:
    if unit is None or (unit is Unit.PERCENT and percent is None):
        return None
    if unit is not Unit.PERCENT:
        return in_millions(number, unit)
    if percent == AS_NUMBER:
        # The number that is stored, such as 0.06 where 6% is shown, in the unit of its column.
        number *= _stored_part(it)
        return in_millions(number, column_unit if column_unit in (Unit.THOUSANDS, Unit.EURO) else Unit.MLN)
    own = path.years[-1] if year == END_YEAR and path.years else year
    base = path.by_year.get(own) if percent == SAME_YEAR else path.start
    return None if base is None else round(number / 100 * base, 9)


def _stored_part(it: Written) -> float:
    """What is stored of a percentage that is shown: all of it where only the format puts a percent sign behind it."""
    return 1.0 if it.cell.content is Content.NUMBER and not is_percentage(it.cell.number_format) else 0.01


def _ask_about_percentages(
    parts: Sequence[Part], unit_of: Mapping[int, Unit | None], start_cost: float | None, asking: Asking
) -> str | None:
    """What percentages are of, or that they are amounts after all; None while that is open."""
    cells = [part.written for part in parts if part.written.amount.unit is Unit.PERCENT]
    columns = {column for column, unit in unit_of.items() if unit is Unit.PERCENT}
    odd = [it for it in cells if it.column not in columns and unit_of.get(it.column) is not None]
    if not columns and not odd:
        return AT_START
    first = odd[0] if odd else next(part.written for part in parts if part.written.column in columns)
    cost = f", € {dutch_number(start_cost)} mln" if start_cost is not None else ""
    options = [(AT_START, f"van de jaarkosten in het eerste jaar{cost}"), (SAME_YEAR, "van de jaarkosten in dat jaar")]
    if odd and not columns:
        stored = dutch_number(round((odd[0].amount.dutch or 0.0) * _stored_part(odd[0]), 9))
        options.append((AS_NUMBER, f"geen percentage: het bedrag is {stored}, in de eenheid van de kolom"))
    places = [it.place for it in odd] or [first.place]
    value = asking.ask(
        "procent:maatregelen",
        f"{_how_many(cells, parts)} in procenten ({at(places)}: “{first.cell.text}”). Waarvan is het een percentage?",
        options,
        None,
        "dat staat er niet bij" if not odd else "de cel toont een percentage en de kolom is voor bedragen",
        first.place,
    )
    if value is not None:
        label = next(label for option, label in options if option == value)
        asking.note(
            "procent:maatregelen", f"Percentages in {ABOUT} zijn gelezen als {label}: {at(places)}.", places,
            First.UNIT, stays=True,
        )  # fmt: skip
    return value


def _how_many(cells: Sequence[Written], parts: Sequence[Part]) -> str:
    """Of how many amounts something is so, as the beginning of a sentence."""
    if not 0 < len(cells) < sum(part.written.amount.sort is Sort.NUMBER for part in parts):
        return f"{ABOUT.capitalize()} staan"
    return f"Eén van {ABOUT} staat" if len({it.place for it in cells}) == 1 else f"Sommige van {ABOUT} staan"


def _ask_about_sign(
    found: Found, parts: Sequence[Part], sign: str | None, scaled: str | None, asking: Asking
) -> str | None:
    """Whether a minus means a saving; None while that is open."""
    numbers = [
        (part.written, number)
        for part in parts
        if not part.written.amount.benefit and (number := number_of(part.written, sign, scaled or SHOWN)) is not None
    ]
    negative = [it for it, number in numbers if number < 0]
    stated = next((said for text in [*found.above, *_texts(found)] if (said := sign_stated(text))), "")
    if not negative:
        return (
            _ask_about_plus([it for it, number in numbers if number], asking) if stated == MINUS_SAVES else PLUS_SAVES
        )
    places = [it.place for it in negative]
    all_negative = all(number <= 0 for _, number in numbers)
    reason = (
        "dat staat er boven"
        if stated
        else ("alle bedragen hebben een min" if all_negative else "sommige bedragen hebben een min en andere niet")
    )
    value = asking.ask(
        "teken:maatregelen",
        f"In {ABOUT} staan bedragen met een min, zoals “{negative[0].cell.text}”. Wat betekent dat?",
        [(MINUS_SAVES, "een min is een besparing"), (PLUS_SAVES, "een min is extra kosten")],
        stated or (MINUS_SAVES if all_negative else None),
        reason,
        negative[0].place,
        certain=bool(stated),
    )
    if value == MINUS_SAVES:
        asking.note(
            "teken:maatregelen", f"Een min in {ABOUT} is gelezen als besparing: {at(places)}.", places, First.UNIT
        )
    return value


def _ask_about_plus(positive: Sequence[Written], asking: Asking) -> str | None:
    """Whether amounts without a minus are savings where the sheet says that a minus is."""
    if not positive:
        return PLUS_SAVES
    return asking.ask(
        "teken:maatregelen",
        f"Het blad zegt dat een min een besparing is, en geen bedrag heeft een min. Is “{positive[0].cell.text}” een "
        "besparing?",
        [(PLUS_SAVES, "ja, alle bedragen zijn besparingen"), (MINUS_SAVES, "nee, het zijn extra kosten")],
        None,
        "dat staat er niet bij",
        positive[0].place,
    )


def _texts(found: Found) -> Iterable[str]:
    rows = found.grid.sheet.rows
    return (cell.text for row in rows for cell in row if cell.content is Content.TEXT and "=" in cell.text)
