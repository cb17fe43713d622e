"""XLSX files to sheets: ordinary, Strict Open XML, and as LibreOffice or Google write them."""

from __future__ import annotations

import math
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from xml.etree import ElementTree

from model.own_table.cells import clean_text, raised
from model.own_table.grid import merged, rows_of, within
from model.own_table.number_formats import BUILT_IN, date_of, is_date, shown_date, shown_number
from model.own_table.packages import (
    LAST_COLUMN,
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

WHOLLY, PARTLY = "heel", "deels"
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_CONSTANTS = ("TRUE()", "FALSE()")
"""What LibreOffice makes of yes and no: a formula that nobody typed."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class _Text:
    """A text and whether it is struck through; what is partly struck through keeps only the rest as `kept`."""

    text: str
    kept: str
    struck: str = ""


@dataclass(frozen=True)
class _Look:
    """Number format and strike-through of one cell style."""

    code: str = ""
    struck: bool = False


@dataclass(frozen=True)
class _Book:
    """What the sheets of a workbook have in common."""

    texts: tuple[_Text, ...]
    looks: tuple[_Look, ...]
    from_1904: bool
    not_computed: bool
    """Whether the program that wrote the file left formulas to be computed by who opens it, with 0 as their outcome."""

    def look(self, style: str | None) -> _Look:
        place = whole(style)
        return self.looks[place] if place < len(self.looks) else _Look()


def xlsx_sheets(package: Package) -> tuple[Sheet, ...]:
    """All sheets with cells.

    Raises
    ------
    DamagedError, TooLargeError
    """
    main = _main_part(package)
    root = package.tree(main)
    targets = _targets(package, main)
    looks = next((_looks(package, part) for kind, part in targets.values() if kind == "styles"), ())
    texts = next((_texts(package, part) for kind, part in targets.values() if kind == "sharedStrings"), ())
    setting = next((element for element in root if local(element.tag) == "workbookPr"), None)
    from_1904 = setting is not None and attributes(setting).get("date1904") in ("1", "true")
    computing = next((element for element in root if local(element.tag) == "calcPr"), None)
    not_computed = computing is not None and attributes(computing).get("fullCalcOnLoad") in ("1", "true")
    book = _Book(texts, looks, from_1904, not_computed)
    sheets: list[Sheet] = []
    cells_left = MOST_CELLS
    for listed in (sheet for sheets_of in children(root, "sheets") for sheet in children(sheets_of, "sheet")):
        about = attributes(listed)
        kind, part = targets.get(about.get("id", ""), ("", ""))
        if kind != "worksheet" or len(sheets) >= MOST_SHEETS:
            continue
        sheet, count = _sheet(package, part, about, book, cells_left)
        cells_left -= count
        sheets.append(sheet)
    return tuple(sheets)


def _main_part(package: Package) -> str:
    for relation in package.tree("_rels/.rels"):
        about = attributes(relation)
        if about.get("Type", "").endswith("/officeDocument"):
            return about.get("Target", "").lstrip("/")
    raise DamagedError("no main part")


def _targets(package: Package, main: str) -> dict[str, tuple[str, str]]:
    """Kind and part of everything that the main part refers to, by the id of the reference."""
    folder, name = posixpath.split(main)
    targets = {}
    for relation in package.tree(f"{folder}/_rels/{name}.rels".lstrip("/")):
        about = attributes(relation)
        target = about.get("Target", "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        targets[about.get("Id", "")] = (about.get("Type", "").rpartition("/")[2], part)
    return {key: (kind, part) for key, (kind, part) in targets.items() if part in package.names}


def _looks(package: Package, part: str) -> tuple[_Look, ...]:
    codes, fonts, looks = dict(BUILT_IN), list[bool](), list[_Look]()
    for group in package.tree(part):
        match local(group.tag):
            case "numFmts":
                formats = (attributes(element) for element in group)
                codes |= {whole(about.get("numFmtId")): about.get("formatCode", "") for about in formats}
            case "fonts":
                fonts = [_is_struck(font) for font in group]
            case "cellXfs":
                for element in group:
                    about = attributes(element)
                    font = whole(about.get("fontId"))
                    code = codes.get(whole(about.get("numFmtId")), "")
                    looks.append(_Look("" if code == "General" else code, font < len(fonts) and fonts[font]))
    return tuple(looks)


def _is_struck(font: ElementTree.Element) -> bool:
    return any(attributes(mark).get("val", "1") in ("1", "true") for mark in children(font, "strike"))


def _is_raised(font: ElementTree.Element) -> bool:
    return any(attributes(place).get("val") == "superscript" for place in children(font, "vertAlign"))


def _texts(package: Package, part: str) -> tuple[_Text, ...]:
    return tuple(_text(item) for item in package.tree(part) if local(item.tag) == "si")


def _text(item: ElementTree.Element) -> _Text:
    """Text of one item: plain, or in runs that each have their own font."""
    runs: list[tuple[str, bool]] = []
    for child in item:
        if local(child.tag) == "t":
            runs.append((child.text or "", False))
        elif local(child.tag) == "r":
            looks = list(children(child, "rPr"))
            struck = any(map(_is_struck, looks))
            as_shown = raised if any(map(_is_raised, looks)) else str
            runs += [(as_shown(text.text or ""), struck) for text in children(child, "t")]
    whole_text = _unescaped("".join(text for text, _ in runs))
    kept = _unescaped("".join(text for text, struck in runs if not struck))
    some = any(struck and text.strip() for text, struck in runs)
    return _Text(whole_text, kept, "" if not some else PARTLY if kept.strip() else WHOLLY)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _sheet(package: Package, part: str, about: dict[str, str], book: _Book, most_cells: int) -> tuple[Sheet, int]:
    cells: dict[tuple[int, int], SheetCell] = {}
    hidden_rows, hidden_columns, ranges = set[int](), set[int](), list[Merged]()
    row = -1
    filtered = cut = False
    for event, element in package.elements(part):
        name = local(element.tag)
        if name == "row":
            if event == "start":
                row = _row_started(element, row, hidden_rows)
                continue
            for (at_row, column), cell in _cells_of_row(element, row, book):
                if len(cells) >= most_cells or not within(at_row, column):
                    cut = cut or not cell.is_empty
                else:
                    cells[at_row, column] = cell
            element.clear()
        elif event == "end":
            if name == "col":
                _note_hidden_columns(element, hidden_columns)
            elif name == "mergeCell":
                ranges += _range_of(attributes(element).get("ref", ""))
            filtered = filtered or name == "autoFilter"
    sheet = Sheet(
        clean_text(about.get("name", ""))[:LONGEST_NAME], rows_of(cells), about.get("state", "visible") != "visible",
        frozenset(hidden_rows), frozenset(hidden_columns), filtered, tuple(ranges), cut=cut,
    )  # fmt: skip
    return sheet, len(cells)


def _row_started(element: ElementTree.Element, before: int, hidden: set[int]) -> int:
    about = attributes(element)
    row = whole(about.get("r"), before + 2) - 1
    if about.get("hidden") in ("1", "true") and within(row, 0):
        hidden.add(row)
    return row


def _note_hidden_columns(element: ElementTree.Element, hidden: set[int]) -> None:
    about = attributes(element)
    if about.get("hidden") in ("1", "true"):
        first, last = whole(about.get("min"), 1), whole(about.get("max"), 1)
        hidden.update(range(max(first - 1, 0), min(last, LAST_COLUMN)))


def _range_of(reference: str) -> list[Merged]:
    first, _, last = reference.partition(":")
    start, end = _place(first), _place(last)
    found = merged(*start, *end) if start and end else None
    return [found] if found else []


def _place(address: str) -> tuple[int, int] | None:
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _cells_of_row(element: ElementTree.Element, row: int, book: _Book) -> Iterator[tuple[tuple[int, int], SheetCell]]:
    column = -1
    for child in children(element, "c"):
        about = attributes(child)
        place = _place(about.get("r", ""))
        column = place[1] if place else column + 1
        cell = _cell(child, about, book)
        if not cell.is_empty:
            yield (row, column), cell


def _cell(element: ElementTree.Element, about: dict[str, str], book: _Book) -> SheetCell:
    parts = {local(child.tag): child for child in element}
    formula = ""
    if "f" in parts:
        # A formula that was filled down is written once; the other cells only refer to it.
        formula = f"={clean_text(parts['f'].text or '')[:100] or '…'}"
    stored = parts["v"].text if "v" in parts else None
    kind = about.get("t", "n")
    if formula[1:] in _CONSTANTS:
        stored = stored if stored in ("0", "1") else str(int(formula == "=TRUE()"))
        formula, kind = "", "b"
    if formula and book.not_computed and stored == "0":
        stored = None
    look = book.look(about.get("s"))
    reader = _READERS.get(kind, _number)
    inline = parts.get("is")
    if kind == "inlineStr":
        cell = EMPTY if inline is None else _of_text(_text(inline), look)
    elif stored is None or not stored.strip():
        # A formula can have an empty text as its outcome, which is an outcome too.
        cell = SheetCell("", "", Content.TEXT) if formula and kind == "str" and "v" in parts else EMPTY
    else:
        cell = reader(stored, look, book)
    if not formula:
        return cell
    return SheetCell(cell.value, cell.text, cell.content, formula, cell.number_format, cell.struck)


def _of_text(text: _Text, look: _Look) -> SheetCell:
    struck = WHOLLY if look.struck and text.text.strip() else text.struck
    kept = clean_text(text.kept if struck == PARTLY else text.text)
    return SheetCell(kept, kept, Content.TEXT, struck=struck) if kept else EMPTY


def _shared(stored: str, look: _Look, book: _Book) -> SheetCell:
    place = whole(stored.strip(), len(book.texts))
    if place >= len(book.texts):
        raise DamagedError("a text that is not there")
    return _of_text(book.texts[place], look)


def _plain(stored: str, look: _Look, book: _Book) -> SheetCell:
    text = _unescaped(stored)
    return _of_text(_Text(text, text), look)


def _yes_no(stored: str, look: _Look, book: _Book) -> SheetCell:
    value = stored.strip() in ("1", "true")
    return SheetCell(value, "WAAR" if value else "ONWAAR", Content.YES_NO, struck=WHOLLY if look.struck else "")


def _error(stored: str, look: _Look, book: _Book) -> SheetCell:
    return SheetCell(clean_text(stored)[:20], clean_text(stored)[:20], Content.ERROR)


def _iso_date(stored: str, look: _Look, book: _Book) -> SheetCell:
    try:
        moment = datetime.fromisoformat(stored.strip().removesuffix("Z"))
    except ValueError as error:
        raise DamagedError("a date that is none") from error
    return SheetCell(moment.date(), shown_date(moment, look.code), Content.DATE, number_format=look.code)


def _number(stored: str, look: _Look, book: _Book) -> SheetCell:
    try:
        value = float(stored)
    except ValueError:
        value = math.nan
    if math.isnan(value):
        return _error(stored, look, book)
    struck = WHOLLY if look.struck else ""
    if not math.isfinite(value):
        return SheetCell("oneindig", "oneindig", Content.ERROR)
    if is_date(look.code) and (moment := date_of(value, from_1904=book.from_1904)):
        return SheetCell(moment.date(), shown_date(moment, look.code), Content.DATE, "", look.code, struck)
    if is_date(look.code) and 0 <= value < 1:
        time = shown_date(datetime(1900, 1, 1) + timedelta(days=value), look.code)
        return SheetCell(time, time, Content.TEXT, struck=struck)
    return SheetCell(value, shown_number(value, look.code), Content.NUMBER, "", look.code, struck)


_READERS: dict[str, Callable[[str, _Look, _Book], SheetCell]] = {
    "s": _shared, "str": _plain, "b": _yes_no, "e": _error, "d": _iso_date, "n": _number,
}  # fmt: skip
