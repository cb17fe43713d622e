"""Workbooks to what they mean: where the tables are, which column is what, and what the visitor must say about it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from model.notation import listed
from model.own_table.amounts import amount_of
from model.own_table.amounts_understood import certain_signs
from model.own_table.asking import Asking, First
from model.own_table.cells import CellTable
from model.own_table.choosing import Chosen, choose_tables
from model.own_table.codings import CODINGS
from model.own_table.costs import Costs
from model.own_table.effects import CostPath
from model.own_table.faults import OwnTableError, TableFault
from model.own_table.headings import TableKind
from model.own_table.laying_out import laid_out_measures, laid_out_years, shown_measures, shown_years
from model.own_table.layout import blank_tables, path_costs
from model.own_table.measures import Measures
from model.own_table.measures_understood import understand_measures
from model.own_table.opening import text_workbook
from model.own_table.pairs_found import tables_in
from model.own_table.reading import OwnTable, read_own_table
from model.own_table.understood import ShownTable, Understanding
from model.own_table.words import plain
from model.own_table.workbook import Place, Workbook
from model.own_table.years_understood import understand_years

_MEASURES, _YEARS = TableKind.MEASURES, TableKind.YEARS
_BLANK_YEARS = 4
_MOST_FAULTS_OF_ONE_KIND = 3


def understand(
    workbooks: Sequence[Workbook],
    answers: Mapping[str, str],
    typed: Mapping[TableKind, CellTable] | None = None,
) -> Understanding:
    """What the workbooks together mean, with the answers given so far.

    Parameters
    ----------
    workbooks : sequence of Workbook
        One file or pasted range, or several that belong together, such as a CSV file for each table.
    answers : mapping of str to str
        Value chosen for each question, by its key; what is no answer to a question now is left out.
    typed : mapping, optional
        Tables that the visitor typed because the sheets do not have them.
    """
    typed = typed or {}
    asking = Asking(answers)
    books = [_in_its_coding(book, asking) for book in workbooks]
    for book in books:
        for place, remark in enumerate(book.remarks):
            asking.note(f"bestand:{book.name}:{place}", remark, [Place(book.name)], First.FILE)
    found = tuple(table for book in books for sheet in book.sheets for table in tables_in(sheet, book.name))
    chosen = choose_tables(found, books, asking)
    asking.signs = certain_signs(
        amount_of(table.cell(row, heading.column))
        for table in (chosen.measures_table, chosen.years_table)
        if table is not None
        for row in table.rows
        for heading in table.headings
    )
    costs, measures = _understood(chosen, typed, asking)
    tables, shown = _laid_out(costs, measures)
    missing = tuple(kind for kind in TableKind if chosen.lacks(kind))
    tables |= {kind: table for kind, table in typed.items() if kind in missing}
    if found:
        _refuse_missing(missing, tables, asking)
    own = None
    is_open = any(question.is_open for question in asking.questions)
    is_open = (
        is_open
        or (measures is not None and measures.is_open)
        or (chosen.years_table is not None and (not costs or costs.is_open))
    )
    if not is_open and not asking.faults:
        own = _plan(tables, asking)
    if _YEARS in missing and _YEARS not in tables:
        years = measures.years if measures and measures.years else chosen.years
        tables[_YEARS] = blank_tables(_path_for(years))[_YEARS]
    is_template = chosen.is_template and not asking.questions and not asking.notes and not asking.faults
    return Understanding(
        tuple(asking.questions),
        asking.notes,
        asking.faults,
        tuple(shown),
        tables,
        missing,
        own,
        _form(chosen),
        not is_template,
    )


def _in_its_coding(book: Workbook, asking: Asking) -> Workbook:
    """Text file in the encoding that the visitor chose, where several are likely."""
    if len(book.codings) < 2:
        return book
    examples = {coding: _example(text_workbook(book.name, book.data, coding)) for coding in book.codings}
    value = asking.ask(
        f"codering:{book.name}",
        f"Welke namen in {book.name} zijn goed geschreven?",
        [(coding, f"{example} ({CODINGS.get(coding, coding)})") for coding, example in examples.items()],
        None,
        "het bestand zegt niet in welke codering het is bewaard",
        Place(book.name),
    )
    return text_workbook(book.name, book.data, value) if value else book


def _example(book: Workbook) -> str:
    texts = [cell.text for row in book.sheets[0].rows for cell in row if not cell.text.isascii()]
    return ", ".join(f"“{text[:40]}”" for text in dict.fromkeys(texts[:3]))


def _understood(
    chosen: Chosen, typed: Mapping[TableKind, CellTable], asking: Asking
) -> tuple[Costs | None, Measures | None]:
    costs = understand_years(chosen.years_table, asking) if chosen.years_table else None
    path = CostPath({year: costs.cost(year) for year in costs.years} if costs and not costs.is_open else {})
    if _YEARS in typed and chosen.years_table is None:
        path = CostPath(path_costs(typed[_YEARS]))
    measures = understand_measures(chosen.measures_table, path, asking) if chosen.measures_table else None
    # Years that could not be read are told already; effects in them are no second cause.
    if measures is not None and path.years and not asking.faults:
        _within_path(measures, path, asking)
    return costs, measures


def _within_path(measures: Measures, path: CostPath, asking: Asking) -> None:
    """Effects in years without costs: left out if the visitor wants that, else a fault."""
    outside = [year for year in measures.years if not path.years[0] <= year <= path.years[-1]]
    if not outside:
        return
    years, span = listed(list(map(str, outside))), f"{path.years[0]} tot en met {path.years[-1]}"
    value = asking.ask(
        "jaren-buiten",
        f"Voor {years} staan er besparingen en geen kosten: de kosten lopen van {span}. Wat moet ermee?",
        [("weg", f"reken zonder de besparingen in {years}"), ("aanvullen", "ik vul de kosten aan")],
        None,
        "besparingen in een jaar zonder kosten kunnen niet meetellen",
    )
    if value == "weg":
        measures.years = tuple(year for year in measures.years if year not in outside)
        asking.note(
            "jaren-buiten", f"Besparingen in {years} tellen niet mee: daarvoor staan er geen kosten.", (), First.COLUMN
        )
    elif value == "aanvullen":
        asking.fault(
            "jaren-buiten", f"Vul de kosten voor {years} aan, in het bestand of in de tabel hieronder.", (), First.TABLE
        )


def _laid_out(costs: Costs | None, measures: Measures | None) -> tuple[dict[TableKind, CellTable], list[ShownTable]]:
    tables: dict[TableKind, CellTable] = {}
    shown: list[ShownTable] = []
    if measures is not None and measures.rows:
        tables[_MEASURES] = laid_out_measures(measures)
        shown.append(shown_measures(measures))
    if costs is not None and costs.years:
        if not costs.is_open:
            tables[_YEARS] = laid_out_years(costs)
        shown.append(shown_years(costs))
    return tables, shown


def _refuse_missing(missing: Sequence[TableKind], tables: Mapping[TableKind, CellTable], asking: Asking) -> None:
    for kind in missing:
        if kind not in tables:
            what = "maatregelen" if kind is _MEASURES else "kosten per jaar"
            asking.fault(
                f"ontbreekt:{kind}",
                f"Er is geen tabel met {what} gevonden. Voeg het bestand of blad daarmee toe, of "
                "vul die tabel hieronder in.",
                (),
                First.TABLE,
            )


def _plan(tables: Mapping[TableKind, CellTable], asking: Asking) -> OwnTable | None:
    try:
        return read_own_table(tables)
    except OwnTableError as error:
        _add_faults(error.faults, asking)
        return None


def _add_faults(faults: Sequence[TableFault], asking: Asking) -> None:
    """Faults of the tables as understood, the same ones together."""
    groups: dict[tuple[str, str], list[TableFault]] = {}
    for fault in faults:
        groups.setdefault((fault.sheet, fault.allowed), []).append(fault)
    for (sheet, allowed), group in groups.items():
        places = [Place(fault.sheet, fault.row - 1) for fault in group if fault.row]
        first = "; ".join(f"{fault.location}: {fault.value}" for fault in group[:_MOST_FAULTS_OF_ONE_KIND])
        rest = len(group) - _MOST_FAULTS_OF_ONE_KIND
        more = f" (en nog {rest})" if rest > 0 else ""
        asking.fault(
            f"fout:{sheet}:{allowed}", f"{first}{more}. Toegestaan is {allowed}.{_hint(allowed)}", places, First.CELL
        )


def _hint(allowed: str) -> str:
    return " Klopt de eenheid van de besparingen?" if "jaarkosten aan het begin" in allowed else ""


def _path_for(years: Sequence[int]) -> range:
    if not years:
        return range(0)
    return range(years[0] - 1, max(years[-1], years[0] + _BLANK_YEARS - 2) + 1)


def _form(chosen: Chosen) -> str:
    """Signature of headings and layout of the tables that are used."""
    parts = []
    for table in (chosen.measures_table, chosen.years_table):
        if table is not None:
            headings = [plain(heading.text) for heading in table.headings]
            headings += [plain(pair.name) for pair in table.pairs]
            parts.append(repr((table.first, table.last, table.is_across, table.sheet.has_addresses, headings)))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16] if parts else ""
