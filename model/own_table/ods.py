"""OpenDocument spreadsheets to sheets."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from xml.etree import ElementTree

from model.own_table.cells import clean_text, raised
from model.own_table.grid import merged, rows_of, within
from model.own_table.number_formats import general, shown_date
from model.own_table.packages import (
    LAST_COLUMN,
    LAST_ROW,
    LONGEST_NAME,
    MOST_CELLS,
    MOST_SHEETS,
    DamagedError,
    Package,
    attributes,
    children,
    local,
    whole,
)
from model.own_table.workbook import EMPTY, Content, Merged, Sheet, SheetCell
from model.own_table.xlsx import PARTLY, WHOLLY

_HIDDEN = ("collapse", "filter")
_PERCENT = "0%"
_NOT_SHOWN = ("annotation", "notes", "bookmark")
_LONGEST_FORMULA = 100


@dataclass(frozen=True)
class _Styles:
    """Names of styles that strike through, that raise, that hide a sheet, and that show thousands or millions."""

    struck: frozenset[str] = frozenset()
    raised: frozenset[str] = frozenset()
    hiding: frozenset[str] = frozenset()
    thousands: dict[str, int] = field(default_factory=dict)


@dataclass
class _Reading:
    cells: dict[tuple[int, int], SheetCell] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    column_styles: dict[int, str] = field(default_factory=dict)
    filtered: bool = False
    merged: list[Merged] = field(default_factory=list)
    cut: bool = False


def ods_sheets(package: Package) -> tuple[Sheet, ...]:
    """All sheets.

    Raises
    ------
    DamagedError, TooLargeError
    """
    root = package.tree("content.xml")
    trees = [root, package.tree("styles.xml")] if "styles.xml" in package.names else [root]
    styles = _styles(trees)
    sheets: list[Sheet] = []
    left = MOST_CELLS
    tables = (
        table
        for body in children(root, "body")
        for book in children(body, "spreadsheet")
        for table in children(book, "table")
    )
    for table in tables:
        if len(sheets) >= MOST_SHEETS:
            break
        about = attributes(table)
        reading = _read(table, styles, left)
        left -= len(reading.cells)
        sheets.append(
            Sheet(
                clean_text(about.get("name", ""))[:LONGEST_NAME], rows_of(reading.cells),
                about.get("style-name", "") in styles.hiding, frozenset(reading.hidden_rows),
                frozenset(reading.hidden_columns), reading.filtered, tuple(reading.merged), cut=reading.cut,
            )
        )  # fmt: skip
    return tuple(sheets)


def _styles(trees: list[ElementTree.Element]) -> _Styles:
    struck, lifted, hiding = set[str](), set[str](), set[str]()
    factors: dict[str, int] = {}
    uses: dict[str, str] = {}
    for element in (element for tree in trees for element in tree.iter()):
        name = attributes(element).get("name", "")
        if local(element.tag) == "style":
            if data_style := attributes(element).get("data-style-name"):
                uses[name] = data_style
            for part in element:
                about = attributes(part)
                if about.get("text-line-through-style", "none") != "none":
                    struck.add(name)
                if about.get("text-position", "").startswith("super"):
                    lifted.add(name)
                if about.get("display") == "false":
                    hiding.add(name)
        elif local(element.tag).endswith("-style"):
            shown = [float_of(attributes(part).get("display-factor")) for part in element]
            factor = max((number for number in shown if number), default=1.0)
            if factor >= 1000:
                factors[name] = round(math.log(factor, 1000))
    return _Styles(
        frozenset(struck),
        frozenset(lifted),
        frozenset(hiding),
        {name: factors[used] for name, used in uses.items() if used in factors},
    )


def float_of(text: str | None) -> float | None:
    """Finite number of an attribute, None where it is none."""
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _read(table: ElementTree.Element, styles: _Styles, most_cells: int) -> _Reading:
    reading = _Reading()
    column = 0
    for element in _flat(table, "table-column"):
        about = attributes(element)
        count = whole(about.get("number-columns-repeated"), 1)
        if about.get("visibility") in _HIDDEN:
            reading.hidden_columns.update(range(column, min(column + count, LAST_COLUMN)))
        if style := about.get("default-cell-style-name"):
            reading.column_styles |= dict.fromkeys(range(column, min(column + count, LAST_COLUMN)), style)
        column += count
    row = 0
    for element in _flat(table, "table-row"):
        about = attributes(element)
        count = max(whole(about.get("number-rows-repeated"), 1), 1)
        if about.get("visibility") in _HIDDEN:
            reading.hidden_rows.update(range(row, min(row + count, LAST_ROW)))
            reading.filtered = reading.filtered or about["visibility"] == "filter"
        _read_row(element, row, count, reading, styles, most_cells)
        row += count
    return reading


def _flat(element: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """Rows or columns of a table, also those in groups and headers."""
    for child in element:
        kind = local(child.tag)
        if kind == name:
            yield child
        elif kind.startswith(name) or kind in ("table-rows", "table-columns", "table-header-rows"):
            yield from _flat(child, name)


def _read_row(
    element: ElementTree.Element, row: int, count: int, reading: _Reading, styles: _Styles, most_cells: int
) -> None:
    column, of_row = 0, attributes(element).get("default-cell-style-name")
    for child in element:
        kind = local(child.tag)
        if kind not in ("table-cell", "covered-table-cell"):
            continue
        about = attributes(child)
        # A cell without a style of its own has that of its row, or else of its column.
        style = about.get("style-name") or of_row or reading.column_styles.get(column, "")
        repeated = max(whole(about.get("number-columns-repeated"), 1), 1)
        cell = EMPTY if kind == "covered-table-cell" else _cell(child, about | {"style-name": style}, styles)
        if kind == "table-cell":
            height, width = whole(about.get("number-rows-spanned"), 1), whole(about.get("number-columns-spanned"), 1)
            if found := merged(row, column, row + height - 1, column + width - 1):
                reading.merged.append(found)
        if not cell.is_empty:
            _put(cell, row, count, column, repeated, reading, most_cells)
        column += repeated


def _put(cell: SheetCell, row: int, rows: int, column: int, columns: int, reading: _Reading, most_cells: int) -> None:
    reading.cut = reading.cut or not within(row + rows - 1, column + columns - 1)
    for at_row in range(row, min(row + rows, LAST_ROW)):
        for at_column in range(column, min(column + columns, LAST_COLUMN)):
            if len(reading.cells) >= most_cells:
                reading.cut = True
                return
            reading.cells[at_row, at_column] = cell


def _cell(element: ElementTree.Element, about: dict[str, str], styles: _Styles) -> SheetCell:
    shown, kept, struck = _texts(element, styles)
    if about.get("style-name", "") in styles.struck and shown:
        struck, kept = WHOLLY, shown
    # Without the prefix that says in which language the formula is written, such as of:=SUM([.A1]).
    formula = about.get("formula", "").partition(":")[2] or about.get("formula", "")
    formula = clean_text(formula)[:_LONGEST_FORMULA]
    cell = _of_type(about, kept, shown, styles)
    if cell.content is Content.YES_NO and formula.upper() in ("=TRUE()", "=FALSE()"):
        formula = ""
    if cell.is_empty and not formula:
        return EMPTY
    return SheetCell(cell.value, cell.text, cell.content, formula, cell.number_format, struck)


def _of_type(about: dict[str, str], kept: str, shown: str, styles: _Styles) -> SheetCell:
    given = about.get("value-type", "")
    if given == "error" or (about.get("formula") and shown.startswith(("#", "Err:", "Fout:"))):
        return SheetCell(shown[:20], shown[:20], Content.ERROR)
    match given:
        case "float" | "currency" | "percentage" as kind:
            value = float_of(about.get("value"))
            if value is None:
                raise DamagedError("a number that is none")
            code = (
                _PERCENT if kind == "percentage" else "0" + "," * styles.thousands.get(about.get("style-name", ""), 0)
            )
            return SheetCell(value, shown or general(value), Content.NUMBER, "", "" if code == "0" else code)
        case "boolean":
            yes = about.get("boolean-value") == "true"
            return SheetCell(yes, shown or ("WAAR" if yes else "ONWAAR"), Content.YES_NO)
        case "date":
            moment = _moment(about.get("date-value", ""))
            return SheetCell(moment, shown or shown_date(moment, ""), Content.DATE)
        case _:
            text = kept or clean_text(about.get("string-value", "")) if not shown else kept
            return SheetCell(text, text, Content.TEXT) if text else EMPTY


def _moment(text: str) -> date:
    try:
        return datetime.fromisoformat(text[:26]).date()
    except ValueError as error:
        raise DamagedError("a date that is none") from error


def _texts(element: ElementTree.Element, styles: _Styles) -> tuple[str, str, str]:
    """What a cell shows, the part of it that is not struck through, and how much is."""
    runs: list[tuple[str, bool]] = []
    for paragraph in children(element, "p"):
        if runs:
            runs.append((" ", False))
        runs += _runs(paragraph, styles, struck=False)
    shown = clean_text("".join(text for text, _ in runs))
    kept = clean_text("".join(text for text, is_struck in runs if not is_struck))
    some = any(is_struck and text.strip() for text, is_struck in runs)
    return shown, kept if some and kept else shown, "" if not some else PARTLY if kept else WHOLLY


def _runs(element: ElementTree.Element, styles: _Styles, *, struck: bool) -> Iterator[tuple[str, bool]]:
    yield element.text or "", struck
    for child in element:
        kind, about = local(child.tag), attributes(child)
        if kind in ("s", "tab", "line-break"):
            yield " ", struck
        elif kind not in _NOT_SHOWN:
            style = about.get("style-name", "")
            as_shown = raised if style in styles.raised else str
            for text, is_struck in _runs(child, styles, struck=struck or style in styles.struck):
                yield as_shown(text), is_struck
        yield child.tail or "", struck
