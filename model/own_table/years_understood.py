"""A found table of costs to costs per year in mln €, whether its years run down or across."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.notation import listed
from model.own_table.amounts import Amount, Sort, Unit, amount_of, year_of
from model.own_table.amounts_understood import (
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
from model.own_table.costs import Costs, Figure, YearValue
from model.own_table.costs_checked import (
    WITHOUT_SIGN,
    ask_about_proportions,
    ask_about_rising_path,
    ask_about_size,
    note_favour,
    note_unknown,
    sign_of_costs,
)
from model.own_table.costs_path import gathered, path_of
from model.own_table.costs_proposed import PART, year_columns, year_rows
from model.own_table.proposing import Column
from model.own_table.row_marks import in_unit_of, own_units
from model.own_table.rows_seen import COUNTS, NOT
from model.own_table.tables_found import Found
from model.own_table.words import UNUSED, is_total, says_past, unit_in, year_heading
from model.own_table.workbook import EMPTY, SheetCell
from model.what_if.trajectory import MOST_YEARS

_ABOUT = "de kosten per jaar"
_OF_ROLES = ("kolom:kosten", "regel:kosten", "som:kosten")


@dataclass(frozen=True)
class _Read:
    """What a table of costs holds by the roles that were chosen: where each year stands, and each amount."""

    year_cells: dict[int, tuple[SheetCell, int, int]]
    figures: list[Figure]
    headings: dict[str, str]
    columns: tuple[Column, ...]


def understand_years(found: Found, asking: Asking) -> Costs | None:
    """Costs per year of a found table, open where a question stands in the way; None without anything to show."""
    read = _read(found, asking)
    years = _years_from_the_start(found, sorted(read.year_cells), read.year_cells, asking)
    if not {"kosten", "doel", PART} & set(read.headings):
        if any(question.is_open and question.key.startswith(_OF_ROLES) for question in asking.questions):
            return _open(found, years, read)
        asking.fault(
            "kosten-ontbreekt",
            f"In de tabel op “{found.sheet.name}” is geen kolom of regel met jaarkosten gekozen. Kies hierboven welke "
            "dat is.",
            [found.place(found.last)],
            First.COLUMN,
        )
        return None
    written = [figure.written for figure in read.figures]
    years_written = [
        Written(Amount(Sort.EMPTY), cell, found.place(row, column), column)
        for cell, row, column in read.year_cells.values()
    ]
    ask_about_formulas([*years_written, *written], "kosten", asking)
    refuse_unreadable(written, _ABOUT, asking)
    note_marks(written, _ABOUT, asking)
    note_favour(read.figures, asking)
    values = _values(found, read.columns, read.figures, asking)
    headings = dict(read.headings)
    of_template = any(column.role == "kosten" and column.is_template for column in read.columns)
    path = path_of(found, values, years, headings, asking, is_template=of_template) if values and years else None
    if values is None or path is None or any(it.is_open and it.key.startswith(_OF_ROLES) for it in asking.questions):
        return _open(found, years, read)
    ask_about_size(found, path, asking)
    ask_about_proportions(found, path, asking)
    if "doel" not in headings:
        ask_about_rising_path(found, path, asking)
    return Costs(found, tuple(years), read.year_cells, path, headings)


def _read(found: Found, asking: Asking) -> _Read:
    if found.is_across:
        roles = year_rows(found, asking)
        year_cells, figures = _across(found, roles, asking)
        label = found.label_column or 0
        headings = {role: found.cell(row, label).text for row, role in reversed(roles.items())}
        columns = tuple(Column(column, _heading(found, column), "", None) for column in found.years_across)
        return _Read(year_cells, figures, headings, columns)
    chosen = year_columns(found, asking)
    year_cells, figures = _down(found, chosen, asking)
    headings = {column.role: column.heading for column in reversed(chosen)}
    return _Read(year_cells, figures, headings, tuple(column for column in chosen if column.role != "jaar"))


def _open(found: Found, years: Sequence[int], read: _Read) -> Costs:
    """What stands in the cells, while a question about it is open."""
    values = gathered([(it, None) for it in read.figures if it.year in years])
    for year in years:
        _, row, column = read.year_cells[year]
        values.setdefault((year, "kosten"), YearValue(None, EMPTY, row, column))
    return Costs(found, tuple(years), read.year_cells, values, read.headings, is_open=True)


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
) -> tuple[dict[int, tuple[SheetCell, int, int]], list[Figure]]:
    at_year = next((column.index for column in columns if column.role == "jaar"), None)
    years: dict[int, tuple[SheetCell, int, int]] = {}
    figures: list[Figure] = []
    if at_year is None:
        asking.fault(
            "jaar-ontbreekt",
            f"In de tabel op “{found.sheet.name}” is geen kolom met jaren gekozen.",
            [found.place(found.last)],
            First.COLUMN,
        )
        return years, figures
    unit_at = next((column.index for column in columns if column.role == "eenheid"), None)
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
            _figure(found, year, column.role, row, column.index, unit_at, asking)
            for column in columns
            if column.role not in ("jaar", "eenheid", "teken", UNUSED)
        ]
    ask_about_formulas(lacking, "kosten", asking)
    _note_hidden(found, (column.index for column in columns), (), asking)
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
) -> tuple[dict[int, tuple[SheetCell, int, int]], list[Figure]]:
    years: dict[int, tuple[SheetCell, int, int]] = {}
    figures: list[Figure] = []
    unit_at = {row: _unit_cell(found, row) for row in roles}
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
        figures += [_figure(found, year, role, row, column, unit_at[row], asking) for row, role in roles.items()]
    _note_hidden(found, found.years_across, roles, asking)
    return years, figures


def _unit_cell(found: Found, row: int) -> int | None:
    """Column of the cell that says the unit of a row: one called so, or the label of the row itself."""
    named = (heading.column for heading in found.headings if year_heading(heading.text).role == "eenheid")
    if (column := next(named, None)) is not None:
        return column
    label = found.label_column
    return label if label is not None and unit_in(found.cell(row, label).text) is not None else None


def _note_hidden(found: Found, columns: Iterable[int], rows: Iterable[int], asking: Asking) -> None:
    hidden = [found.place(found.last, column) for column in columns if column in found.sheet.hidden_columns]
    hidden += [found.place(row) for row in rows if row in found.sheet.hidden_rows]
    if hidden:
        asking.note(
            "verborgen-kolom:kosten",
            f"Wat het rekenblad verbergt, telt mee in {_ABOUT}: {at(hidden)}.",
            hidden,
            First.COLUMN,
        )


def _figure(found: Found, year: int, role: str, row: int, column: int, unit_at: int | None, asking: Asking) -> Figure:
    cell = found.cell(row, column)
    it = Written(amount_of(cell), cell, found.place(row, column), column)
    if unit_at is not None and it.amount.sort is Sort.NUMBER:
        it = in_unit_of(found.cell(row, unit_at), found.place(row, unit_at), it, _ABOUT, asking)
    return Figure(year, role, it, row)


def _values(
    found: Found, columns: Sequence[Column], figures: list[Figure], asking: Asking
) -> dict[tuple[int, str], YearValue] | None:
    written = [figure.written for figure in figures]
    sign = decimal_sign(written, _ABOUT, "decimaal:kosten", stated_units(found, columns), asking)
    scaled = scaled_as(written, _ABOUT, "opmaak:kosten", asking)
    dash = ask_about_dashes(written, _ABOUT, "streepje:kosten", asking)
    numbers = [number for it in written if (number := number_of(it, sign, scaled)) is not None]
    costs = [
        number
        for figure in figures
        if figure.role in ("kosten", "doel") and (number := number_of(figure.written, sign, scaled)) is not None
    ]
    by_index = {column.index: column for column in columns}
    likely, own = likely_for_costs(costs or numbers), own_units(written)
    used = [by_index[index] for index in sorted({figure.written.column for figure in figures})]
    unit_of = units_of(found, used, _ABOUT, "eenheid:kosten", likely, asking, percent=False, own=own)
    negative = sign_of_costs(figures, sign, scaled, asking)
    if None in (sign, scaled, dash, negative) or None in unit_of.values():
        return None
    note_rounding(written, _ABOUT, asking)
    amounts: list[tuple[Figure, float | None]] = []
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
            number = in_millions(abs(number) if negative == WITHOUT_SIGN else number, unit)
        amounts.append((figure, number))
    note_unknown(written, asking)
    return gathered(amounts)
