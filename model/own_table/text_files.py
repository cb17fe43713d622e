"""Text files and pasted ranges to sheets: in whatever encoding, with whatever between the columns."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from model.notation import of_cell_text
from model.own_table.cells import clean_text, is_computed
from model.own_table.grid import rows_of
from model.own_table.packages import LAST_COLUMN, LAST_ROW, MOST_CELLS
from model.own_table.workbook import EMPTY, Content, Sheet, SheetCell

SEPARATORS = {"\t": "tabs", ";": "puntkomma's", "|": "streepjes", ",": "komma's"}
"""What can stand between columns; of two that fit as well, the first."""
_LOOKED_AT = 300
_RULE = re.compile(r":?-{3,}:?")
_LITERAL = re.compile(r'="([^"]*)"')


@dataclass(frozen=True)
class TextSheet:
    """Sheet of a text, what separates its columns, and remarks on how it was read."""

    sheet: Sheet
    separator: str
    remarks: tuple[str, ...] = ()


class UnreadableTextError(ValueError):
    """A text that cannot be split into cells, with the line where it goes wrong."""


def sheet_of_text(name: str, text: str) -> TextSheet:
    """Sheet of a text. Raises UnreadableTextError."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    stated = ""
    if text[:4].casefold() == "sep=" and text[4:5] in SEPARATORS:
        stated, text = text[4], text.partition("\n")[2]
    separator = stated or _likely_separator(text)
    rows, remarks = _rows(text, separator)
    cells = {
        (row, column): cell
        for row, texts in enumerate(rows)
        if not _is_rule(texts)
        for column, content in enumerate(texts[:LAST_COLUMN])
        if not (cell := text_cell(content)).is_empty
    }
    cut = len(rows) >= LAST_ROW or len(cells) > MOST_CELLS
    kept = dict(itertools.islice(cells.items(), MOST_CELLS))
    return TextSheet(Sheet(name, rows_of(kept), has_addresses=False, cut=cut), separator, remarks)


def _is_rule(texts: Iterable[str]) -> bool:
    """Whether a row is the line that Markdown draws below its headings."""
    filled = [text.strip() for text in texts if text.strip()]
    return len(filled) > 1 and all(_RULE.fullmatch(text) for text in filled)


def text_cell(text: str) -> SheetCell:
    """Cell of a text file or of an editor."""
    cleaned = clean_text(text)
    if literal := _LITERAL.fullmatch(cleaned):
        cleaned = literal[1].strip()
    if not cleaned:
        return EMPTY
    if is_computed(cleaned):
        return SheetCell(None, cleaned, Content.EMPTY, cleaned[:100])
    shown = of_cell_text(cleaned)
    return SheetCell(shown, shown, Content.TEXT)


def _likely_separator(text: str) -> str:
    lines = text.split("\n")[:_LOOKED_AT]
    return max(SEPARATORS, key=lambda separator: _evenness(lines, separator))


def _evenness(lines: Iterable[str], separator: str) -> float:
    """Part of the lines that have as many columns as most have, 0 where that is one."""
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=separator) if any(row)]
    except csv.Error:
        return 0.0
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0.0
    return several.most_common(1)[0][1] / len(widths)


def _rows(text: str, separator: str) -> tuple[list[list[str]], tuple[str, ...]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return list(itertools.islice(reader, LAST_ROW)), ()
    except csv.Error:
        return _loose_rows(text, separator, reader.line_num)


def _loose_rows(text: str, separator: str, line: int) -> tuple[list[list[str]], tuple[str, ...]]:
    """Rows of a text with quotation marks that do not close, line by line; refused where that gives uneven rows."""
    lines = text.split("\n")[:LAST_ROW]
    widths = Counter(len(row) for content in lines if (row := _strict_row(content, separator)))
    usual = widths.most_common(1)[0][0] if widths else 0
    rows = [_strict_row(content, separator) or _loose_row(content, separator, usual) for content in lines]
    if any(len(row) > usual or 1 < len(row) < usual for row in rows):
        raise UnreadableTextError(line)
    remark = f"Regel {line} heeft aanhalingstekens die niet sluiten voor het scheidingsteken. Kijk hem hieronder na."
    return rows, (remark,)


def _strict_row(line: str, separator: str) -> list[str] | None:
    try:
        return next(csv.reader([line], delimiter=separator, strict=True), [])
    except csv.Error:
        return None


def _loose_row(line: str, separator: str, usual: int) -> list[str]:
    """Cells of a line as Excel reads them, or split at every separator where that gives the usual number."""
    try:
        row = next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        row = []
    if len(row) == usual:
        return row
    return [cell.strip().strip('"') for cell in line.split(separator)]
