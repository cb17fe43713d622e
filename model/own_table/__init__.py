"""A region's own table: from the bytes of a file, or the cells of an editor, to a plan, and back to a file.

`tables_of_file` reads bytes, `read_own_table` makes a plan of what was read, `tables_of_plan` lays a plan out under
Dutch headings, and `xlsx_file` and `csv_file` write that down. Whatever is refused raises `OwnTableError`, whose faults
name sheet, row, column, value and what is allowed, in Dutch and all at once.
"""

from model.own_table.assumptions import LONGEST_ASSUMPTION, MOST_ASSUMPTIONS, assumptions_in, growth_in
from model.own_table.cells import CellTable, cell_of_text, cell_text
from model.own_table.faults import OwnTableError, TableFault
from model.own_table.files import tables_of_file
from model.own_table.headings import INVESTMENT_KINDS, MOST_ROWS, CellKind, TableKind, field_of_heading
from model.own_table.layout import blank_tables, canonical, effect_years, path_years, tables_of_plan, with_effect_years
from model.own_table.opening import MOST_BYTES, MOST_BYTES_ALLOWED, PASTED, sheets_of_file, sheets_of_text
from model.own_table.reading import OwnTable, read_own_table
from model.own_table.understanding import understand
from model.own_table.understood import Finding, Option, Question, ShownCell, ShownRow, ShownTable, Understanding
from model.own_table.workbook import Place, Sheet, SheetCell, Workbook
from model.own_table.writing import csv_file, xlsx_file

__all__ = [
    "INVESTMENT_KINDS",
    "LONGEST_ASSUMPTION",
    "MOST_ASSUMPTIONS",
    "MOST_BYTES",
    "MOST_BYTES_ALLOWED",
    "MOST_ROWS",
    "PASTED",
    "CellKind",
    "CellTable",
    "Finding",
    "Option",
    "OwnTable",
    "OwnTableError",
    "Place",
    "Question",
    "Sheet",
    "SheetCell",
    "ShownCell",
    "ShownRow",
    "ShownTable",
    "TableFault",
    "TableKind",
    "Understanding",
    "Workbook",
    "assumptions_in",
    "blank_tables",
    "canonical",
    "cell_of_text",
    "cell_text",
    "csv_file",
    "effect_years",
    "field_of_heading",
    "growth_in",
    "path_years",
    "read_own_table",
    "sheets_of_file",
    "sheets_of_text",
    "tables_of_file",
    "tables_of_plan",
    "understand",
    "with_effect_years",
    "xlsx_file",
]
