"""Files and pasted ranges to workbooks. Never trusts what it is given."""

from __future__ import annotations

from model.faults import dutch_number
from model.own_table.codings import CODINGS, NoTextError, decoded, likely_codings
from model.own_table.faults import FILE, OwnTableError, TableFault
from model.own_table.ods import ods_sheets
from model.own_table.packages import MOST_UNPACKED_BYTES, DamagedError, Package, TooLargeError
from model.own_table.text_files import UnreadableTextError, sheet_of_text
from model.own_table.workbook import Sheet, Workbook
from model.own_table.xlsx import xlsx_sheets

MOST_BYTES = 1024 * 1024
"""Largest file, 1 MB."""
MOST_BYTES_ALLOWED = f"hooguit {dutch_number(MOST_BYTES)} bytes (1 MB)"
PASTED = "geplakt"

_ZIP, _OLD_OFFICE = b"PK", bytes.fromhex("d0cf11e0a1b11ae1")
_TYPES = "een rekenblad (XLSX of ODS) of een tekstbestand (CSV of TXT)"
_USUAL_CODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
_LONGEST_NAME = 60
_AS_XLSX = "een Excel-werkmap (.xlsx): open het bestand in Excel en kies “Opslaan als”"
_OTHER_PACKAGES = {
    "xl/workbook.bin": "een binaire Excel-werkmap (.xlsb)",
    "word/document.xml": "een Word-bestand",
    "ppt/presentation.xml": "een PowerPoint-bestand",
    "Index/Document.iwa": "een Numbers-bestand van Apple",
}
_OTHER_TEXTS = {
    b"%PDF": "een pdf-bestand",
    b"<html": "een webpagina, ook al heet zij misschien .xls",
    b"<!doctype html": "een webpagina, ook al heet zij misschien .xls",
    b"<?xml": "een XML-bestand, ook al heet het misschien .xls",
    b"{\\rtf": "een RTF-bestand",
}


def sheets_of_file(name: str, data: bytes) -> Workbook:
    """Workbook of a file: XLSX, ODS, or a text file in whatever encoding and with whatever separator.

    Raises
    ------
    OwnTableError
        If the file is too large, damaged, locked or of another type.
    """
    name = name[:_LONGEST_NAME] or FILE
    if not data:
        raise _refused("een leeg bestand", _TYPES)
    if len(data) > MOST_BYTES:
        raise _refused(
            f"een bestand van {dutch_number(len(data))} bytes",
            f"{MOST_BYTES_ALLOWED}; kopieer de bladen met de tabellen naar een nieuw bestand",
        )
    if data.startswith(_OLD_OFFICE):
        raise _refused(
            "een bestand van een oude Excel (.xls), of een met een wachtwoord",
            f"{_TYPES}, zonder wachtwoord; sla het in Excel op als “Excel-werkmap (.xlsx)”",
        )
    if data.startswith(_ZIP):
        return _of_package(name, data)
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for mark, what in _OTHER_TEXTS.items():
        if start.startswith(mark.lower()):
            raise _refused(what, _AS_XLSX)
    return text_workbook(name, data)


def sheets_of_text(pasted: str) -> Workbook:
    """Workbook of a range pasted from a spreadsheet, or of pasted CSV.

    Raises
    ------
    OwnTableError
        If it is too large or empty.
    """
    if len(pasted) > MOST_BYTES:
        raise _refused("een bereik dat te groot is", f"hooguit {dutch_number(MOST_BYTES)} tekens")
    if not pasted.strip():
        raise _refused("een leeg bereik", "cellen die u in het rekenblad kopieerde, met de koppen erbij")
    return _of_text(PASTED, pasted.replace("\x00", ""))


def text_workbook(name: str, data: bytes, coding: str | None = None) -> Workbook:
    """Workbook of a text file, in the likeliest encoding or in this one.

    Raises
    ------
    OwnTableError
    """
    try:
        codings = likely_codings(data)
        chosen = coding if coding in codings else codings[0]
        book = _of_text(name, decoded(data, chosen))
    except NoTextError as error:
        raise _refused("een bestand dat geen rekenblad en geen tekst is", _TYPES) from error
    remarks = book.remarks
    if chosen not in _USUAL_CODINGS:
        remarks = (f"Gelezen als tekst van {CODINGS[chosen]}: kijk of namen met é, ë en ö kloppen.", *remarks)
    return Workbook(name, book.sheets, remarks, data, chosen, book.separator, codings)


def _of_text(name: str, text: str) -> Workbook:
    try:
        read = sheet_of_text(name, text)
    except UnreadableTextError as error:
        raise _refused(
            f"regel {error}", "een regel waarin elk aanhalingsteken sluit, vlak voor het scheidingsteken"
        ) from error
    return Workbook(name, (read.sheet,), read.remarks, separator=read.separator)


def _of_package(name: str, data: bytes) -> Workbook:
    try:
        package = Package(data)
        if "content.xml" in package.names and "xl/workbook.xml" not in package.names:
            return Workbook(name, _ods(package))
        for part, what in _OTHER_PACKAGES.items():
            if part in package.names:
                raise _refused(what, _AS_XLSX)
        return Workbook(name, xlsx_sheets(package))
    except TooLargeError as error:
        raise _refused(
            "een rekenblad dat uitgepakt veel te groot is",
            f"hooguit {MOST_UNPACKED_BYTES // MOST_BYTES} MB uitgepakt; kopieer de bladen met de tabellen naar een "
            "nieuw bestand",
        ) from error
    except (DamagedError, RecursionError) as error:
        raise _refused("een beschadigd rekenblad", f"{_TYPES}; open het in Excel en sla het opnieuw op") from error


def _ods(package: Package) -> tuple[Sheet, ...]:
    if package.is_encrypted or b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise _refused("een OpenDocument-bestand met een wachtwoord", "een bestand zonder wachtwoord")
    sheets = ods_sheets(package)
    if not sheets:
        raise _refused("een OpenDocument-bestand dat geen rekenblad is", _TYPES)
    return sheets


def _refused(value: str, allowed: str) -> OwnTableError:
    return OwnTableError([TableFault(FILE, value, allowed)])
