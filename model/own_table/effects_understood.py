"""Savings per measure and year from the cells of effects: unit, sign, unknown amounts, bands and growth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from model.faults import dutch_number
from model.notation import listed
from model.own_table.amounts import Amount, Sort, Unit, amount_of, band_of_text
from model.own_table.amounts_understood import (
    SHOWN,
    Written,
    decimal_sign,
    in_millions,
    likely_for_savings,
    number_of,
    scaled_as,
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
from model.own_table.headings import HIGH, LOW
from model.own_table.proposing import BOTH, Column
from model.own_table.tables_found import Found
from model.own_table.words import sign_stated
from model.own_table.workbook import Content, Place, SheetCell

ABOUT = "de besparingen"
END_YEAR = 0
"""Stands for the year of an effect that is reached at the end."""
LEAVE_OUT, BEFORE = "weg", "vorige"
MINUS_SAVES, PLUS_SAVES = "min", "plus"
AT_START, SAME_YEAR, AS_NUMBER = "begin", "zelfde", "getal"
BANDS = (0, 5, 10, 15, 20, 25, 30, 40, 50)
USUAL_BAND = "25"


@dataclass(frozen=True)
class End:
    """One end of the effect of a measure in a year, with the cell that it comes from."""

    number: float | None
    cell: SheetCell
    place: Place
    assumed: bool = False


@dataclass
class Effects:
    """Effects by row, year and end; rows that are left out by an answer; whether something is still open."""

    ends: dict[tuple[int, int, str], End] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)
    is_open: bool = False


@dataclass(frozen=True)
class _Part:
    """One end as written: the row, year and end it is for, and whether its cell holds one amount for both ends."""

    row: int
    year: int
    end: str
    written: Written
    single: bool


def understand_effects(
    found: Found,
    columns: Sequence[Column],
    rows: Sequence[int],
    start_cost: float | None,
    cost_of: Mapping[int, float | None],
    asking: Asking,
) -> Effects:
    """Effects in mln €.

    Parameters
    ----------
    found : Found
    columns : sequence of Column
        All columns; those of effects are used.
    rows : sequence of int
        Rows that are measures.
    start_cost : float or None
        Costs of the first year, for what is a percentage and for what unit is likely.
    cost_of : mapping of int to float or None
        Costs of each year.
    asking : Asking
    """
    effects = Effects()
    used = [column for column in columns if column.parts[0] in ("effect", "eind")]
    parts = [part for row in rows for column in used for part in _parts(found, column, row)]
    written = [part.written for part in parts]
    refuse_unreadable(written, ABOUT, asking)
    note_marks(written, ABOUT, asking)
    sign = decimal_sign(written, ABOUT, "decimaal:maatregelen", [column.unit for column in used], asking)
    scaled = scaled_as(written, ABOUT, "opmaak:maatregelen", asking)
    dash = ask_about_dashes(written, ABOUT, "streepje:maatregelen", asking)
    plain = [number for it in written
             if it.amount.unit is not Unit.PERCENT and (number := number_of(it, sign, scaled)) is not None]  # fmt: skip
    in_cells = {it.amount.unit for it in written if it.amount.sort is Sort.NUMBER and it.amount.dutch != 0}
    own = next(iter(in_cells)) if len(in_cells) == 1 else None
    unit_of = units_of(found, used, ABOUT, "eenheid:maatregelen", likely_for_savings(plain, start_cost), asking,
                       percent=True, own=own)  # fmt: skip
    percent = _ask_about_percentages(parts, unit_of, start_cost, asking)
    turned = _ask_about_sign(found, parts, sign, scaled, asking)
    if None in (sign, scaled, dash, percent, turned) or None in unit_of.values():
        effects.is_open = True
        return effects
    if start_cost is None and percent != AS_NUMBER and (Unit.PERCENT in unit_of.values() or _has_percentages(written)):
        # Without costs there is nothing to take a percentage of.
        effects.is_open = True
        return effects
    note_rounding(written, ABOUT, asking)
    for part in parts:
        it = part.written
        number = number_of(it, sign, scaled)
        unit = it.amount.unit or unit_of[it.column]
        if it.amount.sort is Sort.DASH and dash == ZERO:
            number, unit = 0.0, Unit.MLN
        if number is not None:
            number = _saving(number, it.amount, turned == MINUS_SAVES)
            number = _amount(number, unit, it, percent, part.year, start_cost, cost_of, unit_of[it.column])
        effects.ends[part.row, part.year, part.end] = End(number, it.cell, it.place)
    _settle_costs_of_money(effects, asking)
    _settle_unknown(effects, asking)
    _settle_order(effects, asking)
    _settle_bands(effects, [part for part in parts if part.single], parts, asking)
    return effects


def _has_percentages(written: Sequence[Written]) -> bool:
    return any(it.amount.unit is Unit.PERCENT for it in written)


def _parts(found: Found, column: Column, row: int) -> Iterable[_Part]:
    year = int(column.parts[1]) if column.parts[0] == "effect" else END_YEAR
    end, cell, place = column.parts[-1], found.cell(row, column.index), found.place(row, column.index)
    if end != BOTH:
        yield _Part(row, year, end, Written(amount_of(cell), cell, place, column.index), False)
        return
    amount = amount_of(cell)
    band = band_of_text(cell.text) if amount.sort is Sort.OTHER and cell.content is Content.TEXT else None
    low, high = band or (amount, amount)
    yield _Part(row, year, LOW, Written(low, cell, place, column.index), band is None)
    yield _Part(row, year, HIGH, Written(high, cell, place, column.index), band is None)


def _saving(number: float, amount: Amount, minus_saves: bool) -> float:
    if amount.benefit:
        return abs(number) if amount.benefit == "v" else -abs(number)
    return -number + 0.0 if minus_saves else number


def _amount(
    number: float, unit: Unit | None, it: Written, percent: str | None, year: int, start_cost: float | None,
    cost_of: Mapping[int, float | None], column_unit: Unit | None,
) -> float | None:  # fmt: skip
    if unit is not Unit.PERCENT:
        return in_millions(number, unit or Unit.MLN)
    if percent == AS_NUMBER:
        # The number that is stored, such as 0.06 where 6% is shown, in the unit of its column.
        return in_millions(number / 100, column_unit if column_unit in (Unit.THOUSANDS, Unit.EURO) else Unit.MLN)
    base = cost_of.get(year) if percent == SAME_YEAR and year != END_YEAR else start_cost
    return None if base is None else round(number / 100 * base, 9)


def _ask_about_percentages(
    parts: Sequence[_Part], unit_of: Mapping[int, Unit | None], start_cost: float | None, asking: Asking
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
        stored = dutch_number(round((odd[0].amount.dutch or 0.0) / 100, 9))
        options.append((AS_NUMBER, f"geen percentage: het bedrag is {stored}, in de eenheid van de kolom"))
    places = [it.place for it in odd] or [first.place]
    value = asking.ask(
        "procent:maatregelen", f"{ABOUT.capitalize()} staan in procenten ({at(places)}: “{first.cell.text}”). "
        "Waarvan is het een percentage?", options, None,
        "dat staat er niet bij" if not odd else "de cel toont een percentage en de kolom is voor bedragen", first.place,
    )  # fmt: skip
    if value is not None:
        label = next(label for option, label in options if option == value)
        asking.note("procent:maatregelen", f"Percentages in {ABOUT} zijn gelezen als {label}: {at(places)}.", places,
                    First.UNIT)  # fmt: skip
    return value


def _ask_about_sign(
    found: Found, parts: Sequence[_Part], sign: str | None, scaled: str | None, asking: Asking
) -> str | None:
    """Whether a minus means a saving; None while that is open."""
    numbers = [(part.written, number) for part in parts if not part.written.amount.benefit
               and (number := number_of(part.written, sign, scaled or SHOWN)) is not None]  # fmt: skip
    negative = [it for it, number in numbers if number < 0]
    if not negative:
        return PLUS_SAVES
    places = [it.place for it in negative]
    stated = next((said for text in [*found.above, *_texts(found)] if (said := sign_stated(text))), "")
    all_negative = all(number <= 0 for _, number in numbers)
    reason = "dat staat er boven" if stated else (
        "alle bedragen hebben een min" if all_negative else "sommige bedragen hebben een min en andere niet"
    )  # fmt: skip
    value = asking.ask(
        "teken:maatregelen", f"In {ABOUT} staan bedragen met een min, zoals “{negative[0].cell.text}”. Wat betekent "
        "dat?", [(MINUS_SAVES, "een min is een besparing"), (PLUS_SAVES, "een min is extra kosten")],
        stated or (MINUS_SAVES if all_negative else None), reason, negative[0].place, certain=bool(stated),
    )  # fmt: skip
    if value == MINUS_SAVES:
        asking.note("teken:maatregelen", f"Een min in {ABOUT} is gelezen als besparing: {at(places)}.", places,
                    First.UNIT)  # fmt: skip
    return value


def _texts(found: Found) -> Iterable[str]:
    rows = found.grid.sheet.rows
    return (cell.text for row in rows for cell in row if cell.content is Content.TEXT and "=" in cell.text)


def _settle_costs_of_money(effects: Effects, asking: Asking) -> None:
    """Savings below 0: a measure that costs money in a year, which the model does not know."""
    below = {key: end for key, end in effects.ends.items() if end.number is not None and end.number < 0}
    if not below:
        return
    places = [end.place for end in below.values()]
    value = asking.ask(
        "extra:maatregelen", f"Volgens deze tabel kosten maatregelen in een jaar juist geld: {at(places)}. Extra "
        "kosten passen niet in deze doorrekening. Wat moet ermee?",
        [(ZERO, "reken met 0 in dat jaar"), (LEAVE_OUT, "laat deze maatregelen weg")], None,
        "beide maakt het beeld gunstiger of kleiner", places[0],
    )  # fmt: skip
    if value is None:
        effects.is_open = True
    elif value == ZERO:
        effects.ends |= {key: End(0.0, end.cell, end.place, True) for key, end in below.items()}
        asking.note("extra:maatregelen", f"Extra kosten zijn op 0 gezet: {at(places)}.", places, First.ASSUMPTION)
    else:
        _leave_out(effects, {row for row, _, _ in below}, "extra kosten", places, asking)


def _settle_unknown(effects: Effects, asking: Asking) -> None:
    unknown = {key: end for key, end in effects.ends.items() if end.number is None and key[0] not in effects.left_out}
    early = {key: end for key, end in unknown.items() if _starts_later(effects, key, end)}
    later = {key: end for key, end in unknown.items() if key not in early}
    if early:
        places = [end.place for end in early.values()]
        value = asking.ask(
            "leeg-begin:maatregelen", f"De eerste jaren van sommige maatregelen zijn leeg: {at(places)}. Wat betekent "
            "dat?", [(ZERO, "dan bespaart de maatregel nog niets"), (LEAVE_OUT, "onbekend: laat de maatregel weg")],
            ZERO, "in latere jaren staan wel bedragen", places[0],
        )  # fmt: skip
        _settle(effects, early, value, "leeg-begin:maatregelen", asking)
    if later:
        places = [end.place for end in later.values()]
        seen = listed(
            list(dict.fromkeys(f"“{end.cell.text}”" if end.cell.text else "leeg" for end in later.values()))[:4]
        )
        options = [(LEAVE_OUT, "laat deze maatregelen weg"), (ZERO, "reken met 0 (geen besparing)")]
        if any(_year_before(effects, key) is not None for key in later):
            options.insert(0, (BEFORE, "reken met het jaar ervoor, en met 0 als dat er niet is"))
        value = asking.ask(
            "onbekend:maatregelen", f"Van sommige maatregelen is de besparing niet bekend ({seen}): {at(places)}. "
            "Hoe rekent u daarmee?", options, None, "een onbekende besparing is niet hetzelfde als 0", places[0],
        )  # fmt: skip
        _settle(effects, later, value, "onbekend:maatregelen", asking)


def _starts_later(effects: Effects, key: tuple[int, int, str], end: End) -> bool:
    row, year, side = key
    if not end.cell.is_empty or year == END_YEAR:
        return False
    mine = {at_year: it for (at_row, at_year, at_side), it in effects.ends.items() if (at_row, at_side) == (row, side)}
    before = all(it.cell.is_empty for at_year, it in mine.items() if at_year < year)
    return before and any(it.number is not None for at_year, it in mine.items() if at_year > year)


def _year_before(effects: Effects, key: tuple[int, int, str]) -> float | None:
    row, year, side = key
    earlier = [at_year for at_row, at_year, at_side in effects.ends
               if at_row == row and at_side == side and END_YEAR < at_year < year
               and effects.ends[at_row, at_year, at_side].number is not None]  # fmt: skip
    return effects.ends[row, max(earlier), side].number if earlier else None


def _settle(
    effects: Effects, unknown: Mapping[tuple[int, int, str], End], value: str | None, key: str, asking: Asking
) -> None:
    places = [end.place for end in unknown.values()]
    if value is None:
        effects.is_open = True
    elif value == LEAVE_OUT:
        _leave_out(effects, {row for row, _, _ in unknown}, "een onbekende besparing", places, asking)
    else:
        numbers = {it: (_year_before(effects, it) if value == BEFORE else None) or 0.0 for it in sorted(unknown)}
        effects.ends |= {it: End(number, unknown[it].cell, unknown[it].place, True) for it, number in numbers.items()}
        how = "het jaar ervoor" if value == BEFORE else "0"
        asking.note(key, f"Aanname: voor lege of onbekende besparingen is gerekend met {how}: {at(places)}.", places,
                    First.ASSUMPTION)  # fmt: skip


def _leave_out(effects: Effects, rows: set[int], why: str, places: Sequence[Place], asking: Asking) -> None:
    effects.left_out |= rows
    asking.note(f"weggelaten:{why}", f"Maatregelen met {why} zijn weggelaten: {at(places)}.", places, First.ROW)


def _settle_order(effects: Effects, asking: Asking) -> None:
    """Low above high throughout, as with negative amounts of which the smallest is the largest saving."""
    pairs = {(row, year): (low, high) for (row, year, side), low in effects.ends.items()
             if side == LOW and (high := effects.ends.get((row, year, HIGH))) and row not in effects.left_out}  # fmt: skip
    numbers = [(key, low, high) for key, (low, high) in pairs.items()
               if low.number is not None and high.number is not None]  # fmt: skip
    turned = [(key, low, high) for key, low, high in numbers if (low.number or 0) > (high.number or 0)]
    if not turned:
        return
    different = [it for it in numbers if it[1].number != it[2].number]
    places = [low.place for _, low, _ in turned]
    value = asking.ask(
        "volgorde:maatregelen", f"Laag is hoger dan hoog: {at(places)}. Zijn laag en hoog omgewisseld?",
        [("wissel", "ja, wissel ze om waar laag hoger is"), ("nee", "nee, ik verbeter het in het bestand")],
        "wissel" if len(turned) == len(different) else None,
        "het is overal zo" if len(turned) == len(different) else "het is niet overal zo", places[0],
    )  # fmt: skip
    if value is None:
        effects.is_open = True
    elif value == "nee":
        asking.fault("volgorde:maatregelen", f"Laag is hoger dan hoog: {at(places)}. Verbeter het in het bestand.",
                     places, First.CELL)  # fmt: skip
    else:
        for (row, year), low, high in turned:
            effects.ends[row, year, LOW], effects.ends[row, year, HIGH] = high, low
        asking.note("volgorde:maatregelen", f"Laag en hoog zijn omgewisseld: {at(places)}.", places, First.CELL)


def _settle_bands(effects: Effects, single: Sequence[_Part], parts: Sequence[_Part], asking: Asking) -> None:
    keys = [(part.row, part.year, part.end) for part in single if part.row not in effects.left_out]
    ends = {key: effects.ends[key] for key in keys if effects.ends[key].number}
    if not ends:
        return
    mixed = len(single) < len(parts)
    places = [end.place for key, end in ends.items() if key[2] == LOW]
    value = asking.ask(
        "band:maatregelen", "Er staat één bedrag zonder bandbreedte. Welke bandbreedte legt u eromheen?",
        [(str(band), "geen: laag en hoog zijn gelijk" if not band else f"± {band}%") for band in BANDS],
        None if mixed else USUAL_BAND,
        "andere cellen hebben wel laag en hoog" if mixed else "een aanname: hoe zeker het bedrag is, staat er niet bij",
        places[0],
    )  # fmt: skip
    if value is None:
        effects.is_open = True
        return
    part = int(value) / 100
    for (row, year, side), end in ends.items():
        number = round((end.number or 0.0) * (1 - part if side == LOW else 1 + part), 9)
        effects.ends[row, year, side] = End(number, end.cell, end.place, part > 0)
    if part:
        asking.note("band:maatregelen", f"Aanname: om één bedrag ligt een bandbreedte van {value}% naar beneden en naar "
                    "boven.", places, First.ASSUMPTION)  # fmt: skip


def grown(effects: Effects, years: Sequence[int], asking: Asking) -> tuple[int, ...]:
    """Effects of the end spread over the years after the first; years for which there are effects."""
    found = sorted({year for _, year, _ in effects.ends if year != END_YEAR})
    if found or not any(year == END_YEAR for _, year, _ in effects.ends):
        return _without_gaps(effects, found, asking)
    later = list(years[1:]) or list(years)
    last = asking.ask(
        "eindjaar:maatregelen", "Er staat alleen een besparing aan het eind. In welk jaar is die bereikt?",
        [(str(year), str(year)) for year in later], str(later[-1]), "het laatste jaar van de kosten",
    )  # fmt: skip
    steps = asking.ask(
        "ingroei:maatregelen", "Hoe groeit de besparing naar het eindbedrag?",
        [("gelijk", f"in gelijke stappen vanaf {years[0]}"), ("direct", f"meteen helemaal in {later[0]}")],
        "gelijk", "een aanname: de jaren ertussen staan er niet bij",
    )  # fmt: skip
    wanted = [year for year in later if last and year <= int(last)]
    for (row, year, side), end in list(effects.ends.items()):
        if year != END_YEAR:
            continue
        del effects.ends[row, year, side]
        for step, at_year in enumerate(wanted, start=1):
            part = step / len(wanted) if steps == "gelijk" else 1.0
            number = None if end.number is None else round(end.number * part, 9)
            effects.ends[row, at_year, side] = End(number, end.cell, end.place, True)
    how = f"groeit in gelijke stappen vanaf {years[0]}" if steps == "gelijk" else f"geldt meteen vanaf {later[0]}"
    asking.note("ingroei:maatregelen", f"Aanname: de besparing aan het eind {how} en is in {last} bereikt.", (),
                First.ASSUMPTION)  # fmt: skip
    return tuple(wanted)


def _without_gaps(effects: Effects, years: list[int], asking: Asking) -> tuple[int, ...]:
    """Years without one missing in between: what is missing lies between its neighbours, marked as an assumption."""
    if not years or len(years) == years[-1] - years[0] + 1:
        return tuple(years)
    every = range(years[0], years[-1] + 1)
    missing = [year for year in every if year not in years]
    how = asking.ask(
        "tussenjaar:maatregelen", f"Voor {listed(list(map(str, missing)))} staan er geen besparingen. Hoe rekent u "
        "daarmee?", [("gelijk", "in gelijke stappen tussen de jaren ervoor en erna"), ("vorige", "als het jaar ervoor")],
        "gelijk", "een aanname: deze jaren staan er niet bij",
    )  # fmt: skip
    for row, side in {(row, side) for row, _, side in effects.ends}:
        for year in missing:
            before, after = max(it for it in years if it < year), min(it for it in years if it > year)
            first, last = effects.ends[row, before, side], effects.ends[row, after, side]
            part = (year - before) / (after - before) if how == "gelijk" else 0.0
            number = None
            if first.number is not None and last.number is not None:
                number = round(first.number + (last.number - first.number) * part, 9)
            effects.ends[row, year, side] = End(number, first.cell, first.place, True)
    asking.note("tussenjaar:maatregelen", f"Aanname: de besparingen in {listed(list(map(str, missing)))} liggen tussen "
                "die van de jaren eromheen.", (), First.ASSUMPTION)  # fmt: skip
    return tuple(every)
