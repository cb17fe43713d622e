"""A found table of costs to costs per year in mln €, whether its years run down or across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.notation import listed
from model.own_table.amounts import Amount, Sort, Unit
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
    ask_about_path,
    ask_about_proportions,
    ask_about_size,
    note_favour,
    note_unknown,
    sign_of_costs,
)
from model.own_table.costs_path import gathered, path_of
from model.own_table.costs_proposed import PART
from model.own_table.costs_read import Read, heading_above, in_years, read_figures
from model.own_table.proposing import Column
from model.own_table.row_marks import own_units
from model.own_table.tables_found import Found
from model.own_table.words import says_past
from model.own_table.workbook import EMPTY, SheetCell
from model.what_if.trajectory import MOST_YEARS

_ABOUT = "de kosten per jaar"
_OF_ROLES = ("kolom:kosten", "regel:kosten", "som:kosten", "jaren-gebroken:kosten")


def understand_years(found: Found, asking: Asking) -> Costs | None:
    """Costs per year of a found table, open where a question stands in the way; None without anything to show."""
    read = in_years(found, read_figures(found, asking), asking)
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
    years = _from_the_first_costs(years, path, asking)
    ask_about_size(found, path, asking)
    ask_about_proportions(found, path, asking)
    ask_about_path(found, path, headings, asking, is_template=of_template)
    kept = {key: value for key, value in path.items() if key[0] in years}
    return Costs(found, tuple(years), read.year_cells, kept, headings)


def _open(found: Found, years: Sequence[int], read: Read) -> Costs:
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


def _from_the_first_costs(years: list[int], path: Mapping[tuple[int, str], YearValue], asking: Asking) -> list[int]:
    """Years without those at the beginning whose cell for the costs is empty: a plan cannot begin there."""
    filled = [year for year in years if (it := path.get((year, "kosten"))) is not None and not it.cell.is_empty]
    without = [year for year in years if filled and year < filled[0]]
    if without:
        asking.note(
            "zonder-kosten:kosten",
            f"Niet gelezen in {_ABOUT}: {listed(list(map(str, without)))}, want zonder kosten; het plan begint in "
            f"{filled[0]}.",
            (),
            First.ROW,
        )
    return [year for year in years if year not in without]


def _first_to_come(years: Sequence[int], past: Sequence[int]) -> str | None:
    """First year that is not over yet, where the years from there on are not too many."""
    left = [year for year in years if year not in past]
    return str(left[0]) if past and len(left) <= MOST_YEARS else str(years[0]) if len(years) <= MOST_YEARS else None


def _label(found: Found, cell: tuple[SheetCell, int, int]) -> str:
    return heading_above(found, cell[2]) if found.is_across else cell[0].text


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
