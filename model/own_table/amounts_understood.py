"""Which number an amount is: decimal sign, thousands in the format of a cell, and the unit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from model.faults import dutch_number
from model.own_table.amounts import Amount, Sort, Unit
from model.own_table.asking import Asking, First, at
from model.own_table.cells import column_letters
from model.own_table.number_formats import scale_of
from model.own_table.proposing import Column
from model.own_table.tables_found import Found
from model.own_table.words import measure_heading, odd_unit, unit_stated, year_heading
from model.own_table.workbook import Place, SheetCell

COMMA, POINT = "komma", "punt"
SHOWN, STORED = "getoond", "bewaard"
PER_UNIT = {Unit.MLN: 1.0, Unit.THOUSANDS: 1000.0, Unit.EURO: 1e6}
"""How many of a unit make a million."""
UNIT_WORDS = {
    Unit.MLN: "mln €",
    Unit.THOUSANDS: "duizenden euro's (x € 1.000)",
    Unit.EURO: "euro's",
    Unit.PERCENT: "procenten van de kosten",
}
SMALLEST_COST, LARGEST_COST = 0.5, 2_000.0
"""Yearly costs of youth care, in mln €, between which every municipality and region lies: an estimate."""
_SMALLEST_PART = 0.0003
"""Part of the yearly costs below which even the largest measure is not worth a plan."""
_SMALLEST_SAVING, _LARGEST_SAVING = 0.01, 200.0
_DIGITS = 9


@dataclass(frozen=True)
class Written:
    """One amount with its cell and place."""

    amount: Amount
    cell: SheetCell
    place: Place
    column: int


def decimal_sign(
    written: Sequence[Written], about: str, key: str, units: Sequence[Unit | None], asking: Asking
) -> str | None:
    """How a point and a comma are meant in one table; None while that is open."""
    typed = [it for it in written if it.amount.sort is Sort.NUMBER and it.amount.typed]
    dutch = [it for it in typed if it.amount.says_dutch and it.amount.dutch != 0]
    english = [it for it in typed if it.amount.says_english]
    either = [it for it in typed if it.amount.says_either]
    if not english and not either:
        return COMMA
    points = [it for it in either if "." in it.cell.text]
    example = (points or english or either)[0]
    shown = example.cell.text
    proposal: str | None
    large = bool(units) and all(unit in (Unit.THOUSANDS, Unit.EURO) for unit in units)
    in_mln = bool(units) and all(unit is Unit.MLN for unit in units)
    too_large = any((it.amount.dutch or 0.0) > LARGEST_COST for it in points)
    if english and dutch:
        proposal, reason = None, f"“{dutch[0].cell.text}” en “{english[0].cell.text}” staan door elkaar"
    elif english:
        proposal, reason = POINT, f"“{english[0].cell.text}” kan alleen met een punt voor de decimalen"
    elif dutch:
        proposal, reason = COMMA, f"“{dutch[0].cell.text}” kan alleen met een komma voor de decimalen"
    elif large:
        proposal = COMMA if points else POINT
        reason = "in hele euro's of duizenden zijn er geen drie decimalen"
    elif asking.signs == {POINT}:
        proposal, reason = POINT, "elders staat een punt voor de decimalen"
    elif in_mln and (too_large or not points):
        proposal = POINT if points else COMMA
        reason = "anders zouden het duizenden miljoenen zijn"
    else:
        proposal, reason = None, "het kan allebei"
    options = [(COMMA, _reading(example, COMMA)), (POINT, _reading(example, POINT))]
    value = asking.ask(
        key,
        f"Hoe leest u “{shown}” in {about}?",
        options,
        proposal,
        reason,
        example.place,
        certain=bool(dutch) and not english,
    )
    if value is not None and (value == POINT or either):
        places = [it.place for it in ([*english, *either] if value == POINT else either)]
        asking.note(key, f"In {about} {_signs_said(example, value)}.", places, First.UNIT)
    return value


def certain_signs(amounts: Iterable[Amount]) -> frozenset[str]:
    """Decimal signs of which at least one amount leaves no doubt."""
    typed = [amount for amount in amounts if amount.typed and amount.dutch != 0]
    found = {COMMA: any(it.says_dutch for it in typed), POINT: any(it.says_english for it in typed)}
    return frozenset(sign for sign, is_there in found.items() if is_there)


def _reading(example: Written, sign: str) -> str:
    number = example.amount.dutch if sign == COMMA else example.amount.english
    words = "komma voor decimalen, punt voor duizendtallen" if sign == COMMA else "punt voor decimalen"
    return words if number is None else f"als {dutch_number(number)} ({words})"


def _signs_said(example: Written, sign: str) -> str:
    """What a point or a comma was taken for, by an example of it."""
    number, other = (example.amount.english, example.amount.dutch)[:: -1 if sign == COMMA else 1]
    mark = "punt" if "." in example.cell.text else "komma"
    meant = "decimalen" if mark == sign else "duizendtallen"
    ends = [dutch_number(it).replace(".", "") for it in (number, other) if it is not None]
    return f"staat de {mark} voor {meant}: “{example.cell.text}” is {' en niet '.join(ends)}"


def scaled_as(written: Sequence[Written], about: str, key: str, asking: Asking) -> str | None:
    """Whether cells that show thousands or millions count as shown or as stored; None while that is open."""
    scaled = [it for it in written if scale_of(it.cell.number_format) and it.amount.sort is Sort.NUMBER]
    scaled = [it for it in scaled if it.cell.value and it.amount.unit is None]
    if not scaled:
        return SHOWN
    example = scaled[0]
    stored = float(example.cell.value) if isinstance(example.cell.value, float) else 0.0
    places = [it.place for it in scaled]
    value = asking.ask(
        key,
        f"In {about} laat het rekenblad “{example.cell.text}” zien waar {dutch_number(stored)} is bewaard. "
        "Welk getal hoort bij de eenheid van de kolom?",
        [
            (SHOWN, f"het getoonde getal, {dutch_number(round(example.amount.dutch or 0.0, 6))}"),
            (STORED, f"het bewaarde getal, {dutch_number(stored)}"),
        ],
        SHOWN,
        "de eenheid boven een kolom gaat over wat er staat",
        example.place,
    )
    asking.note(
        key,
        f"De opmaak van {len(scaled)} cellen in {about} toont duizendtallen of miljoenen: {at(places)}.",
        places,
        First.UNIT,
    )
    return value


def number_of(it: Written, sign: str | None, scaled: str | None) -> float | None:
    """Number of one amount by the answers on point, comma and format; None where it has none or is open."""
    amount = it.amount
    if amount.sort is not Sort.NUMBER or sign is None or scaled is None:
        return None
    number = amount.english if sign == POINT else amount.dutch
    if number is None:
        number = amount.dutch if amount.dutch is not None else amount.english
    if number is not None and scaled == STORED and amount.unit is None:
        number *= 1000 ** scale_of(it.cell.number_format)
    return number


def in_millions(number: float, unit: Unit) -> float:
    """Amount in mln €, without the noise of binary digits."""
    return round(number / PER_UNIT[unit], _DIGITS)


def units_of(
    found: Found,
    columns: Sequence[Column],
    about: str,
    key: str,
    likely: Sequence[Unit],
    asking: Asking,
    *,
    percent: bool,
    own: Collection[Unit | None] = (),
    beside: Unit | None = None,
) -> dict[int, Unit | None]:
    """Unit of each column; one question for all, or one for each column where the headings do not agree.

    Parameters
    ----------
    found : Found
    columns : sequence of Column
    about : str
        What the amounts are, in Dutch.
    key : str
    likely : sequence of Unit
        Units in which the amounts could be true, by their size.
    asking : Asking
    percent : bool
        Whether percentages are possible.
    own : collection of Unit or None, optional
        Units that stand with the amounts themselves, and None where one has none.
    beside : Unit, optional
        Unit of the other amounts in the table, where nothing says that these have another.
    """
    if all(column.is_template and column.unit is Unit.MLN for column in columns):
        return {column.index: Unit.MLN for column in columns}
    if len(own) > 1 and None not in own:
        asking.note(key, f"De eenheid van {about} verschilt per regel of cel.", (), First.UNIT)
        return {column.index: Unit.MLN for column in columns}
    _refuse_odd_unit(found, columns, key, asking)
    options = [(str(unit), UNIT_WORDS[unit]) for unit in Unit if percent or unit is not Unit.PERCENT]
    stated, where = _stated(found)
    units = {column.index: _unit_said(column.unit, stated) for column in columns}
    if len(set(units.values())) > 1:
        asking.note(key, f"De koppen van {about} noemen niet allemaal dezelfde eenheid.", (), First.UNIT)
        return {
            column.index: _unit_of_column(found, column, key, units[column.index], options, asking)
            for column in columns
        }
    unit, reason, certain = _proposed_unit(columns, next(iter(units.values()), None), where, likely)
    in_cells = next(iter(own)) if len(own) == 1 else None
    if unit is None and not reason and in_cells is not None:
        unit, reason, certain = in_cells, "dat staat in de cellen", True
    if unit is None and not reason and beside is not None:
        unit, reason = _as_beside(beside, likely)
    if unit is None and not reason:
        unit, reason = _by_size(likely)
    value = asking.ask(
        key,
        f"In welke eenheid staan {about}?",
        options,
        unit,
        reason,
        found.place(found.last, columns[0].index),
        certain=certain and unit is not Unit.PERCENT,
    )
    chosen = Unit(value) if value else None
    if chosen in (Unit.THOUSANDS, Unit.EURO):
        asking.note(
            key,
            f"{about[0].upper()}{about[1:]} staan in {UNIT_WORDS[chosen]} en zijn omgerekend naar mln €.",
            [found.place(found.last, columns[0].index)],
            First.UNIT,
        )
    return {column.index: chosen for column in columns}


def _proposed_unit(
    columns: Sequence[Column], unit: Unit | None, where: str, likely: Sequence[Unit]
) -> tuple[Unit | None, str, bool]:
    """Unit that the headings or the sheet say, why, and whether the amounts can have that size."""
    if unit is None:
        return None, "", False
    in_heading = all(column.unit is unit for column in columns)
    reason = f"de kop zegt “{columns[0].heading[:60]}”" if in_heading else f"er staat “{where[:60]}”"
    if unit is Unit.PERCENT or unit in likely or not likely:
        return unit, reason, True
    keeps = in_heading and unit is not Unit.EURO
    return (unit if keeps else None), f"{reason}, maar dat past niet bij de grootte van de bedragen", False


def _unit_said(in_heading: Unit | None, stated: Unit | None) -> Unit | None:
    """Unit of a column: a mere € in its heading says nothing against x 1.000 above the table."""
    if in_heading is Unit.EURO and stated in (Unit.THOUSANDS, Unit.MLN):
        return stated
    return in_heading or stated


def _as_beside(unit: Unit, likely: Sequence[Unit]) -> tuple[Unit | None, str]:
    """The unit of the amounts beside, where these can have that size."""
    words = "er staat geen eenheid bij; de besparingen staan in"
    if unit in likely or not likely:
        return unit, f"{words} deze eenheid"
    return None, f"{words} {UNIT_WORDS[unit]}, en dat past hier niet bij de grootte"


def _refuse_odd_unit(found: Found, columns: Sequence[Column], key: str, asking: Asking) -> None:
    said = [*(column.heading for column in columns), *_said(found)]
    odd = next((unit for text in said if (unit := odd_unit(text))), "")
    if odd:
        asking.fault(
            f"{key}:vreemd",
            f"Op “{found.sheet.name}” staat “{odd}”: die eenheid kan hier niet. Reken de bedragen om naar mln €, "
            "duizenden of hele euro's.",
            (),
            First.UNIT,
        )


def _unit_of_column(
    found: Found, column: Column, key: str, unit: Unit | None, options: list[tuple[str, str]], asking: Asking
) -> Unit | None:
    letters = column_letters(column.index)
    reason = f"de kop is “{column.heading[:60]}”" if unit else "de kop noemt geen eenheid, en andere koppen wel"
    value = asking.ask(
        f"{key}:{letters}",
        f"In welke eenheid staat kolom {letters}, “{column.heading[:60]}”?",
        options,
        unit,
        reason,
        found.place(found.last, column.index),
    )
    return Unit(value) if value else None


def stated_units(found: Found, columns: Sequence[Column]) -> tuple[Unit | None, ...]:
    """Unit that the heading of each column says, or else what stands above the table."""
    stated, _ = _stated(found)
    return tuple(_unit_said(column.unit, stated) for column in columns)


def stated_unit(found: Found) -> Unit | None:
    """Unit that stands above or in a table for all of its amounts."""
    return _stated(found)[0]


def _stated(found: Found) -> tuple[Unit | None, str]:
    return next(((unit, text) for text in _said(found) if (unit := unit_stated(text))), (None, ""))


def _said(found: Found) -> list[str]:
    """Texts in and around a table that can say what its amounts are, the nearest first."""
    in_headings = [heading.text for heading in found.headings if _is_about_all(found, heading.column, heading.text)]
    below = [found.cell(row, found.headings[0].column).text for row in found.rows if _is_alone(found, row)]
    return [*in_headings, *reversed(found.above), *below, found.sheet.name]


def _is_about_all(found: Found, column: int, text: str) -> bool:
    """Whether a heading is of no amounts itself, so that what it says can be about all."""
    if found.is_across:
        return column not in found.years_across
    return measure_heading(text).role in ("", "naam", "nummer", "categorie") and not year_heading(text).role


def _is_alone(found: Found, row: int) -> bool:
    """Whether a row holds one cell only, as a footnote does."""
    cells = [found.grid.sheet.cell(row, heading.column) for heading in found.headings]
    return sum(not cell.is_empty for cell in cells) == 1


def _by_size(likely: Sequence[Unit]) -> tuple[Unit | None, str]:
    if len(likely) == 1:
        return likely[0], f"er staat geen eenheid bij; alleen in {UNIT_WORDS[likely[0]]} is de grootte aannemelijk"
    return None, "er staat geen eenheid bij, en aan de grootte van de bedragen is het niet te zien"


def likely_for_costs(numbers: Sequence[float]) -> tuple[Unit, ...]:
    """Units in which amounts can be yearly costs."""
    largest = max(map(abs, numbers), default=0.0)
    return tuple(unit for unit, per in PER_UNIT.items() if SMALLEST_COST <= largest / per <= LARGEST_COST)


def likely_for_savings(numbers: Sequence[float], cost_mln_eur: float | None) -> tuple[Unit, ...]:
    """Units in which amounts can be savings, given the yearly costs where those are known."""
    largest = max(map(abs, numbers), default=0.0)
    low, high = (
        (_SMALLEST_SAVING, _LARGEST_SAVING) if cost_mln_eur is None else (_SMALLEST_PART * cost_mln_eur, cost_mln_eur)
    )
    return tuple(unit for unit, per in PER_UNIT.items() if low <= largest / per <= high)
