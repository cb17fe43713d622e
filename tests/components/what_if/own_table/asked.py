"""A reader that asks, as the one of the model does of sheets that are not the template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.own_table import (
    CellTable,
    Finding,
    Option,
    OwnTableError,
    Place,
    Question,
    ShownCell,
    ShownRow,
    ShownTable,
    TableKind,
    Understanding,
    Workbook,
    read_own_table,
    tables_of_file,
)
from model.own_table.cells import Cell, cell_text, column_letters

UNIT = (Option("mln", "mln €"), Option("duizend", "x € 1.000"))
SIGN = (Option("plus", "een besparing is een positief getal"), Option("min", "een besparing is een negatief getal"))
ASSUMED = "Er staat één bedrag per jaar; als band nemen wij 25% minder tot 25% meer."


def understand(
    workbooks: Sequence[Workbook], answers: Mapping[str, str], typed: Mapping[TableKind, CellTable] | None = None
) -> Understanding:
    """Tables of the template, with a unit that only the visitor can say and a sign that is proposed."""
    tables: dict[TableKind, CellTable] = {}
    for workbook in workbooks:
        tables |= tables_of_file(workbook.data)
    questions = (
        Question("eenheid", "In welke eenheid staan de bedragen?", UNIT, None, "Er staat nergens een eenheid.",
                 answers.get("eenheid"), Place("Blad1", 0, 2)),
        Question("teken", "Wat betekent een positief bedrag?", SIGN, "plus", "Alle bedragen zijn positief.",
                 answers.get("teken"), Place("Blad1")),
    )  # fmt: skip
    shown = tuple(_shown(kind, table) for kind, table in tables.items())
    notes = (
        Finding("band", ASSUMED, is_assumption=True),
        Finding("verborgen", "Rij 3 is verborgen en telt mee.", (Place("Blad1", 2),)),
    )
    missing = tuple(kind for kind in TableKind if kind not in tables)
    tables |= typed or {}
    faults: tuple[Finding, ...] = ()
    own = None
    if len(tables) == len(TableKind):
        try:
            own = read_own_table(tables)
        except OwnTableError as error:
            faults = tuple(Finding(str(place), fault.text) for place, fault in enumerate(error.faults))
    is_open = any(question.is_open for question in questions)
    return Understanding(questions, notes, faults, shown, tables, missing, None if is_open else own, "vorm 1")


def _shown(kind: TableKind, table: CellTable) -> ShownTable:
    rows = tuple(
        ShownRow(tuple(_cell(cell, place, number) for place, cell in enumerate(row)), Place("Blad1", number - 1))
        for number, row in zip(table.row_numbers, table.rows, strict=True)
    )
    return ShownTable(kind, table.headings, tuple(text.casefold() for text in table.headings), rows, Place("Blad1"))


def _cell(cell: Cell, place: int, number: int) -> ShownCell:
    """The third column stands otherwise in the sheet."""
    text = cell_text(cell)
    return ShownCell(text, "600" if place == 2 else text, f"{column_letters(place)}{number}", place != 2)
