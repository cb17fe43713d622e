"""The table beside every chart: the same figures, sortable and searchable in the browser, with downloads."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from numbers import Number
from typing import Any

import pandas as pd
import streamlit as st

from components.look import component_files
from components.look.about_file import ABOUT_SHEET, About, about_rows, of_this_view
from components.look.citation import LINES
from components.look.file_names import file_stem, page_here
from components.look.words import number
from model.notation import as_cell_text

_table = component_files.component("table", __file__)
_TEXTS_STAY_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False}
_YEAR, _YEARS = re.compile(r"\bjaar\b", re.IGNORECASE), (1900, 2100)
_MOST_DECIMALS = 6
_A4 = 9
XLSX_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_table(
    table: pd.DataFrame,
    caption: str,
    *,
    key: str,
    whole: Collection[str] = (),
    numbers: Collection[str] = (),
    decimals: int = 1,
) -> None:
    """Table with Dutch headings as given by the columns of `table`; the first column names the row.

    Amounts stand in Dutch notation with so many decimals and sort by their value; those of the columns `whole` without
    decimals. The columns `numbers` stand as such though there are words among them; a cell of these, as of any column
    of texts, is a text or a pair of a text and what it sorts by. Lines of the text edition show when the reader asks
    for them.
    """
    # Column by column in plain Python, each taken out once: pandas takes longer, at every step of a slider.
    taken = list(table.items())
    columns = [
        {"name": name, "number": name in numbers or pd.api.types.is_numeric_dtype(column.dtype), "lines": name in LINES}
        for name, column in taken
    ]
    cells = [_cells(column.tolist(), 0 if name in whole else decimals, name in whole) for name, column in taken]
    rows = [list(row) for row in zip(*cells, strict=True)]
    _table(key=key, data={"caption": caption, "columns": columns, "rows": rows})


def _cells(values: list[Any], decimals: int, is_whole: bool) -> list[Any]:
    """Cells of one column; a number that stands for an amount comes with what it sorts by, an empty one as nothing."""
    return [
        value
        if isinstance(value, (str, tuple, list))
        else ""
        if value is None or value is pd.NA or value != value
        else [number(value, decimals), float(value)]
        if is_whole or isinstance(value, float)
        else value
        for value in values
    ]


def show_downloads(
    make_table: Callable[[], pd.DataFrame],
    name: str,
    source: str,
    *,
    marks: Sequence[str] = (),
    about: About = (),
    key: str | None = None,
) -> None:
    """Download buttons for CSV and XLSX; the file is made when someone asks for it.

    Parameters
    ----------
    make_table : callable
    name : str
        What the table holds, for the name of the file.
    source : str
        Where the figures come from.
    marks : sequence of str, optional
        What else tells the file apart: region, task, own table, scenario.
    about : sequence of pairs of str, optional
        Heading and text of what else the file says of itself, such as its unit; its page and address it knows.
    key : str, optional
        Key of the buttons where the name of the file changes.
    """
    key, about, stem = key or name, of_this_view(about), file_stem(page_here(), name, *marks)
    with st.container(horizontal=True):
        st.download_button(
            "Download CSV",
            lambda: csv_bytes(make_table(), source, about),
            f"{stem}.csv",
            "text/csv",
            on_click="ignore",
            key=f"{key}_csv",
        )
        st.download_button(
            "Download XLSX",
            lambda: xlsx_bytes(make_table(), source, about),
            f"{stem}.xlsx",
            XLSX_MIME,
            on_click="ignore",
            key=f"{key}_xlsx",
        )


def csv_bytes(table: pd.DataFrame, source: str = "", about: About = ()) -> bytes:
    """CSV as Dutch Excel opens it: semicolons, decimal comma, byte order mark; no text in it is computed.

    What the file says of itself stands below the table, after an empty line: there a spreadsheet ends the table that it
    sorts and filters, and the headings stay the first line. Without a source nothing follows, for who reads by program.
    """
    cells = table.rename(columns=lambda name: _cell_text(name)).map(_cell_text)
    text: str = cells.to_csv(index=False, sep=";", decimal=",")
    if source:
        below = pd.DataFrame(about_rows(source, about)).map(_cell_text)
        text += "\n" + below.to_csv(index=False, header=False, sep=";")
    return text.encode("utf-8-sig")


def _cell_text(cell: Any) -> Any:
    return as_cell_text(cell) if isinstance(cell, str) else cell


def xlsx_bytes(table: pd.DataFrame, source: str, about: About = ()) -> bytes:
    """XLSX with the table on the first sheet, headings frozen, and what the file says of itself on the second."""
    buffer = io.BytesIO()
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs={"options": _TEXTS_STAY_TEXTS}) as writer:
        table.to_excel(writer, sheet_name="Gegevens", index=False, freeze_panes=(1, 1))
        sheet, book = writer.sheets["Gegevens"], writer.book
        for position, name in enumerate(table.columns):
            shown = number_format(str(name), table.iloc[:, position])
            sheet.set_column(position, position, None, book.add_format({"num_format": shown}) if shown else None)
        sheet.autofit(max_width=400)
        sheet.repeat_rows(0)
        second = book.add_worksheet(ABOUT_SHEET)
        for each in (sheet, second):
            each.set_landscape()
            each.set_paper(_A4)
            each.fit_to_pages(1, 0)
            each.set_footer("&L&A&RPagina &P van &N")
        second.set_column(0, 0, 28)
        second.set_column(1, 1, 100, book.add_format({"text_wrap": True, "valign": "top"}))
        for row, texts in enumerate(about_rows(source, about)):
            for column, text in enumerate(texts):
                second.write_string(row, column, text)
    return buffer.getvalue()


def number_format(name: str, column: pd.Series[Any]) -> str | None:
    """Format of the numbers in a column, the same for all of them; None where it has none.

    Amounts show at least the decimal that the screen shows. Years and lines of a text are no amounts.
    """
    numbers: list[Any] = [
        cell for cell in column if isinstance(cell, Number) and not isinstance(cell, bool) and not pd.isna(cell)
    ]
    if not numbers:
        return None
    if not pd.api.types.is_float_dtype(column) and all(number == int(number) for number in numbers):
        is_year = _YEAR.search(name) and all(_YEARS[0] <= number <= _YEARS[1] for number in numbers)
        return "0" if is_year or name in LINES else "#,##0"
    decimals = next((digits for digits in range(1, _MOST_DECIMALS) if _have(numbers, digits)), _MOST_DECIMALS)
    return f"#,##0.{'0' * decimals}"


def _have(numbers: Iterable[Any], decimals: int) -> bool:
    """Whether no number needs more decimals."""
    return all(abs(number - round(number, decimals)) < 1e-9 for number in numbers)
