"""Amounts of a found table of costs by the roles that were chosen, whether its years run down, across or in pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from model.own_table.amounts import Amount, Sort, amount_of
from model.own_table.amounts_understood import (
    Written,
)
from model.own_table.asking import Asking, First, at
from model.own_table.cells_understood import (
    LEAVE,
    USE,
    ask_about_formulas,
)
from model.own_table.costs import Figure
from model.own_table.costs_proposed import year_columns, year_pairs, year_rows
from model.own_table.proposing import Column
from model.own_table.row_marks import in_unit_of
from model.own_table.rows_seen import COUNTS, NOT
from model.own_table.tables_found import Found
from model.own_table.words import UNUSED, is_total, unit_in, year_heading
from model.own_table.workbook import SheetCell
from model.own_table.years_written import span_of_text, year_of, year_or_span

_ABOUT = "de kosten per jaar"


@dataclass(frozen=True)
class Read:
    """What a table of costs holds by the roles that were chosen: where each year stands, and each amount."""

    year_cells: dict[int, tuple[SheetCell, int, int]]
    figures: list[Figure]
    headings: dict[str, str]
    columns: tuple[Column, ...]


def read_figures(found: Found, asking: Asking) -> Read:
    """What a found table of costs holds by the roles that hold now."""
    if found.is_across:
        roles = year_rows(found, asking)
        year_cells, figures = _across(found, roles, asking)
        label = found.label_column or 0
        headings = {role: found.cell(row, label).text for row, role in reversed(roles.items())}
        columns = tuple(Column(column, heading_above(found, column), "", None) for column in found.years_across)
        return Read(year_cells, figures, headings, columns)
    if found.pairs:
        return _paired(found, asking)
    chosen = year_columns(found, asking)
    year_cells, figures = _down(found, chosen, asking)
    headings = {column.role: column.heading for column in reversed(chosen)}
    return Read(year_cells, figures, headings, tuple(column for column in chosen if column.role != "jaar"))


def _paired(found: Found, asking: Asking) -> Read:
    roles = year_pairs(found, asking)
    year_cells: dict[int, tuple[SheetCell, int, int]] = {}
    figures: dict[tuple[int, str, str], Figure] = {}
    for pair in found.pairs:
        if (role := roles.get(pair.name)) is None:
            continue
        place = found.place(pair.row, pair.column)
        if (pair.year, role, pair.name) in figures:
            asking.fault(
                "jaar-dubbel",
                f"“{pair.name[:40]}” staat er twee keer voor {pair.year}: {at([place])}. Laat er één staan.",
                [place],
                First.ROW,
            )
            continue
        it = Written(amount_of(pair.cell), pair.cell, place, pair.column)
        said = pair.label.text.removesuffix(pair.cell.text)
        if it.amount.sort is Sort.NUMBER and unit_in(said) is not None:
            it = in_unit_of(replace(pair.label, text=said), place, it, _ABOUT, asking)
        year_cells.setdefault(pair.year, (pair.label, pair.row, found.headings[0].column))
        figures[pair.year, role, pair.name] = Figure(pair.year, role, it, pair.row)
    headings = {role: name for name, role in reversed(roles.items())}
    columns = tuple(Column(heading.column, heading.text, "", unit_in(heading.text)) for heading in found.headings)
    return Read(year_cells, list(figures.values()), headings, columns)


def in_years(found: Found, read: Read, asking: Asking) -> Read:
    """The same with the year that the visitor means where two in a row stand for one, such as 2026/2027."""
    spans = {year: (cell, span) for year, (cell, row, column) in read.year_cells.items()
             if (span := span_of_text(heading_above(found, column) if found.is_across else cell.text))}  # fmt: skip
    if not spans:
        return read
    first = next(iter(spans))
    (before, after), text = spans[first][1], spans[first][0].text
    _, row, column = read.year_cells[first]
    value = asking.ask(
        "jaren-gebroken:kosten", f"Welk jaar is “{text}”?", [("eerste", str(before)), ("tweede", str(after))], None,
        "een plan heeft één jaar op elke regel", found.place(row, column),
    )  # fmt: skip
    if value != "tweede":
        return read
    moved = {year: year + 1 if year in spans else year for year in read.year_cells}
    return replace(
        read,
        year_cells={moved[year]: cell for year, cell in read.year_cells.items()},
        figures=[replace(figure, year=moved[figure.year]) for figure in read.figures],
    )


def heading_above(found: Found, column: int) -> str:
    """Heading of a column."""
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
        year = year_or_span(cell)
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
        has_year = year_or_span(cell) is not None or cell.lacks_outcome
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
    odd = {
        year: found.place(row, column)
        for year, (cell, row, column) in years.items()
        if not year_of(cell)[1] and span_of_text(cell.text) is None
    }
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
