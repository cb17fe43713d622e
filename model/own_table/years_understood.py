"""A found table of costs to costs per year in mln €, whether its years run down or across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from model.faults import dutch_number
from model.notation import listed
from model.own_table.amounts import Amount, Sort, Unit, amount_of, year_of
from model.own_table.amounts_understood import (
    LARGEST_COST,
    Written,
    decimal_sign,
    in_millions,
    likely_for_costs,
    number_of,
    scaled_as,
    stated_units,
    units_of,
)
from model.own_table.asking import Asking, First, at
from model.own_table.cells_understood import (
    LEAVE,
    USE,
    ZERO,
    ask_about_dashes,
    ask_about_formulas,
    note_marks,
    note_rounding,
    refuse_unreadable,
)
from model.own_table.costs import FIELD_OF_ROLE, Costs, YearValue
from model.own_table.proposing import Column, year_columns, year_rows
from model.own_table.rows_understood import COUNTS, NOT
from model.own_table.tables_found import Found
from model.own_table.words import UNUSED, is_total, says_past
from model.own_table.workbook import SheetCell
from model.what_if.trajectory import MOST_YEARS

_ABOUT = "de kosten per jaar"
_OF_ROLES = ("kolom:kosten", "regel:kosten")
_LARGEST_FALL = 0.5
"""Part of the costs of a year below which those of the next year are asked about."""
_WITHOUT_SIGN, _WITH_SIGN = "zonder", "met"


@dataclass(frozen=True)
class _Figure:
    """One amount with the year and role it stands for."""

    year: int
    role: str
    written: Written
    row: int


def understand_years(found: Found, asking: Asking) -> Costs | None:
    """Costs per year of a found table; None while an open question stands in the way."""
    if found.is_across:
        roles = year_rows(found, asking)
        year_cells, figures = _across(found, roles, asking)
        headings = {role: found.cell(row, found.label_column or 0).text for row, role in roles.items()}
        columns = tuple(Column(column, _heading(found, column), "", None) for column in found.years_across)
    else:
        columns = year_columns(found, asking)
        year_cells, figures = _down(found, columns, asking)
        headings = {column.role: column.heading for column in columns}
        columns = tuple(column for column in columns if column.role != "jaar")
    if "kosten" not in headings:
        if any(question.is_open and question.key.startswith(_OF_ROLES) for question in asking.questions):
            return None
        asking.fault(
            "kosten-ontbreekt",
            f"In de tabel op “{found.sheet.name}” is geen kolom of regel met jaarkosten gekozen. Kies hierboven welke "
            "dat is.",
            [found.place(found.last)],
            First.COLUMN,
        )
        return None
    written = [figure.written for figure in figures]
    years_written = [
        Written(Amount(Sort.EMPTY), cell, found.place(row, column), column) for cell, row, column in year_cells.values()
    ]
    ask_about_formulas([*years_written, *written], "kosten", asking)
    refuse_unreadable(written, _ABOUT, asking)
    note_marks(written, _ABOUT, asking)
    values = _values(found, columns, figures, asking)
    if values is None:
        return None
    years = _years_from_the_start(found, sorted(year_cells), year_cells, asking)
    kept = {key: value for key, value in values.items() if key[0] in years}
    return Costs(found, tuple(years), year_cells, kept, headings)


def _years_from_the_start(
    found: Found, years: list[int], year_cells: dict[int, tuple[SheetCell, int, int]], asking: Asking
) -> list[int]:
    """Years of the path: from the year in which the plan starts, ten at most."""
    past = [year for year in years if says_past(_label(found, year_cells[year]))]
    if len(years) <= MOST_YEARS and not 0 < len(past) < len(years):
        return years
    start = asking.ask(
        "beginjaar:kosten",
        "Met welk jaar begint het plan? De kosten van dat jaar zijn het begin.",
        [(str(year), str(year)) for year in years],
        _first_to_come(years, past),
        f"{listed(list(map(str, past)))} {'is' if len(past) == 1 else 'zijn'} al voorbij"
        if past
        else f"er zijn {len(years)} jaren, en een plan heeft er hooguit {MOST_YEARS}",
        found.place(found.last),
    )
    kept = [year for year in years if start is None or year >= int(start)][:MOST_YEARS]
    left_out = [str(year) for year in years if year not in kept]
    if left_out:
        asking.note("beginjaar:kosten", f"Niet gelezen in {_ABOUT}: {listed(left_out)}.", (), First.ROW)
    return kept


def _first_to_come(years: Sequence[int], past: Sequence[int]) -> str | None:
    """First year that is not over yet, where the years from there on are not too many."""
    left = [year for year in years if year not in past]
    return str(left[0]) if past and len(left) <= MOST_YEARS else str(years[0]) if len(years) <= MOST_YEARS else None


def _label(found: Found, cell: tuple[SheetCell, int, int]) -> str:
    return _heading(found, cell[2]) if found.is_across else cell[0].text


def _heading(found: Found, column: int) -> str:
    return next(heading.text for heading in found.headings if heading.column == column)


def _down(
    found: Found, columns: Sequence[Column], asking: Asking
) -> tuple[dict[int, tuple[SheetCell, int, int]], list[_Figure]]:
    at_year = next((column.index for column in columns if column.role == "jaar"), None)
    years: dict[int, tuple[SheetCell, int, int]] = {}
    figures: list[_Figure] = []
    if at_year is None:
        asking.fault(
            "jaar-ontbreekt",
            f"In de tabel op “{found.sheet.name}” is geen kolom met jaren gekozen.",
            [found.place(found.last)],
            First.COLUMN,
        )
        return years, figures
    rows = _rows_that_count(found, at_year, asking)
    lacking: list[Written] = []
    for row in rows:
        cell = found.cell(row, at_year)
        year, _ = year_of(cell)
        if cell.lacks_outcome:
            lacking.append(Written(Amount(Sort.NO_OUTCOME), cell, found.place(row, at_year), at_year))
            continue
        if year is None or year in years:
            place = found.place(row, at_year)
            asking.fault(
                "jaar",
                f"In {at([place])} staat {f'“{cell.text[:30]}”' if cell.text else 'geen jaar'}: vul het jaar "
                "in vier cijfers in, elk jaar één keer.",
                [place],
                First.ROW,
            )
            continue
        years[year] = (cell, row, at_year)
        figures += [
            _figure(found, year, column.role, row, column.index)
            for column in columns
            if column.role not in ("jaar", UNUSED)
        ]
    ask_about_formulas(lacking, "kosten", asking)
    _ask_about_years(found, years, asking)
    return years, figures


def _rows_that_count(found: Found, at_year: int, asking: Asking) -> list[int]:
    hidden = [row for row in found.rows if row in found.sheet.hidden_rows]
    rows = list(found.rows)
    if hidden:
        places = [found.place(row) for row in hidden]
        counts = asking.ask(
            "verborgen:kosten",
            f"Het rekenblad verbergt regels in {_ABOUT} ({at(places)}). Tellen zij mee?",
            [(NOT, "nee, alleen wat het rekenblad laat zien"), (COUNTS, "ja, ook de verborgen regels")],
            NOT,
            "verborgen regels ziet u in het rekenblad niet staan",
            places[0],
        )
        told = "tellen mee" if counts == COUNTS else "tellen niet mee"
        asking.note("verborgen:kosten", f"Verborgen regels in {_ABOUT} {told}: {at(places)}.", places, First.ROW)
        rows = rows if counts == COUNTS else [row for row in rows if row not in hidden]
    kept, left_out = [], []
    for row in rows:
        cell = found.cell(row, at_year)
        texts = [found.cell(row, heading.column).text for heading in found.headings]
        has_year = year_of(cell)[0] is not None or cell.lacks_outcome
        amounts = [amount_of(found.cell(row, heading.column)) for heading in found.headings]
        is_text_only = not any(amount.sort is Sort.NUMBER for amount in amounts)
        if has_year or not (is_text_only or any(map(is_total, texts))):
            kept.append(row)
        else:
            left_out.append(row)
    if left_out:
        places = [found.place(row) for row in left_out]
        asking.note("zonder-jaar:kosten", f"In {_ABOUT} niet gelezen, want zonder jaar: {at(places)}.", places)
    return kept


def _ask_about_years(found: Found, years: dict[int, tuple[SheetCell, int, int]], asking: Asking) -> None:
    odd = {year: found.place(row, column) for year, (cell, row, column) in years.items() if not year_of(cell)[1]}
    if not odd:
        return
    read = ", ".join(f"“{years[year][0].text[:20]}” is {year}" for year in list(odd)[:6])
    places = list(odd.values())
    value = asking.ask(
        "jaren:kosten",
        f"Zijn de jaren goed gelezen: {read}?",
        [(USE, "ja"), (LEAVE, "nee")],
        USE,
        "de cellen bevatten meer of iets anders dan een jaar in vier cijfers",
        places[0],
    )
    asking.note("jaren:kosten", f"Jaren die anders in de cel staan: {read}.", places, First.CELL)
    if value == LEAVE:
        asking.fault("jaren:kosten", f"Vul de jaren in vier cijfers in: {at(places)}.", places, First.ROW)


def _across(
    found: Found, roles: dict[int, str], asking: Asking
) -> tuple[dict[int, tuple[SheetCell, int, int]], list[_Figure]]:
    years: dict[int, tuple[SheetCell, int, int]] = {}
    figures: list[_Figure] = []
    for column, year in found.years_across.items():
        if year in years:
            place = found.place(found.last, column)
            asking.fault(
                "jaar-dubbel",
                f"Het jaar {year} staat in {_ABOUT} boven twee kolommen. Laat één kolom per jaar staan.",
                [place],
                First.COLUMN,
            )
            continue
        years[year] = (found.cell(found.last, column), found.last, column)
        figures += [_figure(found, year, role, row, column) for row, role in roles.items()]
    hidden = [column for column in found.years_across if column in found.sheet.hidden_columns]
    if hidden:
        places = [found.place(found.last, column) for column in hidden]
        asking.note("verborgen-kolom:kosten", f"Verborgen kolommen tellen mee in {_ABOUT}.", places, First.COLUMN)
    return years, figures


def _figure(found: Found, year: int, role: str, row: int, column: int) -> _Figure:
    cell = found.cell(row, column)
    return _Figure(year, role, Written(amount_of(cell), cell, found.place(row, column), column), row)


def _values(
    found: Found, columns: Sequence[Column], figures: list[_Figure], asking: Asking
) -> dict[tuple[int, str], YearValue] | None:
    written = [figure.written for figure in figures]
    sign = decimal_sign(written, _ABOUT, "decimaal:kosten", stated_units(found, columns), asking)
    scaled = scaled_as(written, _ABOUT, "opmaak:kosten", asking)
    dash = ask_about_dashes(written, _ABOUT, "streepje:kosten", asking)
    numbers = [number for it in written if (number := number_of(it, sign, scaled)) is not None]
    costs = [
        number
        for figure in figures
        if figure.role == "kosten" and (number := number_of(figure.written, sign, scaled)) is not None
    ]
    own = {it.amount.unit for it in written if it.amount.sort is Sort.NUMBER}
    only_own = next(iter(own)) if len(own) == 1 else None
    used = sorted({figure.written.column for figure in figures})
    by_index = {column.index: column for column in columns}
    unit_of = units_of(
        found,
        [by_index[index] for index in used],
        _ABOUT,
        "eenheid:kosten",
        likely_for_costs(costs or numbers),
        asking,
        percent=False,
        own=only_own,
    )
    negative = _sign_of_costs(found, figures, sign, scaled, asking)
    if None in (sign, scaled, dash, negative) or None in unit_of.values():
        return None
    note_rounding(written, _ABOUT, asking)
    values: dict[tuple[int, str], YearValue] = {}
    for figure in figures:
        it = figure.written
        unit = it.amount.unit or unit_of[it.column]
        number = number_of(it, sign, scaled)
        if it.amount.sort is Sort.DASH and dash == ZERO:
            number = 0.0
        if unit is Unit.PERCENT and number is not None:
            asking.fault(
                "procent:kosten",
                f"In {_ABOUT} staat een percentage: {at([it.place])}. Vul een bedrag in.",
                [it.place],
                First.CELL,
            )
            number = None
        if number is not None and unit is not None:
            number = in_millions(abs(number) if negative == _WITHOUT_SIGN else number, unit)
        values[figure.year, figure.role] = YearValue(number, it.cell, figure.row, it.column)
    _note_unknown(values, found, asking)
    _ask_about_size(found, values, asking)
    _ask_about_proportions(found, values, asking)
    return values


def _sign_of_costs(
    found: Found, figures: list[_Figure], sign: str | None, scaled: str | None, asking: Asking
) -> str | None:
    numbers = [(it.written, number) for it in figures if (number := number_of(it.written, sign, scaled)) is not None]
    negative = [it.place for it, number in numbers if number < 0]
    if not negative:
        return _WITH_SIGN
    of_role = {
        role: [number for it in figures if it.role == role and (number := number_of(it.written, sign, scaled))]
        for role in FIELD_OF_ROLE
    }
    alike = all(all(it < 0 for it in its) or all(it > 0 for it in its) for its in of_role.values())
    value = asking.ask(
        "teken:kosten",
        f"In {_ABOUT} staan bedragen met een min: {at(negative)}. Wat betekent de min?",
        [(_WITHOUT_SIGN, "niets: het zijn gewone kosten, budgetten of bijdragen"), (_WITH_SIGN, "een bedrag onder 0")],
        _WITHOUT_SIGN if alike else None,
        "alle bedragen van een soort hebben hetzelfde teken"
        if alike
        else "sommige bedragen hebben een min, andere niet",
        negative[0],
    )
    if value == _WITHOUT_SIGN:
        asking.note(
            "teken:kosten", f"In {_ABOUT} is de min voor bedragen weggelaten: {at(negative)}.", negative, First.UNIT
        )
    return value


def _note_unknown(values: dict[tuple[int, str], YearValue], found: Found, asking: Asking) -> None:
    unknown = [
        found.place(value.row, value.column) for value in values.values() if amount_of(value.cell).sort is Sort.UNKNOWN
    ]
    if unknown:
        asking.note("onbekend:kosten", f"In {_ABOUT} is gelezen als onbekend: {at(unknown)}.", unknown, First.CELL)


def _ask_about_size(found: Found, values: dict[tuple[int, str], YearValue], asking: Asking) -> None:
    large = {key: value for key, value in values.items() if value.number is not None and value.number > LARGEST_COST}
    if not large:
        return
    (year, _), value = next(iter(large.items()))
    place = found.place(value.row, value.column)
    sure = asking.ask(
        "te-groot:kosten",
        f"“{value.cell.text}” in {year} is gelezen als € {dutch_number(value.number or 0.0)} mln. Klopt dat?",
        [(USE, "ja, zo groot is het"), (LEAVE, "nee, de eenheid of de komma is anders")],
        None,
        f"geen regio geeft meer dan € {dutch_number(LARGEST_COST)} mln per jaar uit aan jeugdhulp",
        place,
    )
    if sure == LEAVE:
        asking.fault(
            "te-groot:kosten", f"Kies hierboven een andere eenheid of lezing voor {_ABOUT}.", [place], First.UNIT
        )


def _ask_about_proportions(found: Found, values: dict[tuple[int, str], YearValue], asking: Asking) -> None:
    """Question where a contribution is larger than the costs of its year, or costs fall by half within a year."""
    odd: list[tuple[str, YearValue]] = []
    before: float | None = None
    for year in sorted({year for year, _ in values}):
        cost, contribution = values.get((year, "kosten")), values.get((year, "bijdrage"))
        if cost is None or cost.number is None:
            continue
        if contribution is not None and (contribution.number or 0.0) > cost.number:
            odd.append((f"de bijdrage van het rijk in {year} is groter dan de kosten", contribution))
        if before is not None and cost.number < before * _LARGEST_FALL:
            odd.append((f"de kosten van {year} zijn veel lager dan het jaar ervoor", cost))
        before = cost.number
    if not odd:
        return
    (what, value), *_ = odd
    place = found.place(value.row, value.column)
    sure = asking.ask(
        "verhouding:kosten",
        f"Klopt het dat {what} (“{value.cell.text}”)?",
        [(USE, "ja, zo is het"), (LEAVE, "nee, de eenheid of het bedrag is anders")],
        None,
        "dat komt zelden voor",
        place,
    )
    if sure == LEAVE:
        asking.fault(
            "verhouding:kosten",
            f"Kies hierboven een andere eenheid, of verbeter in het bestand: {what}.", [place], First.UNIT,
        )  # fmt: skip
