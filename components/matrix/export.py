"""The matrix as a table on the screen, as CSV, and as an XLSX file that looks like the matrix."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import Any

import pandas as pd
import xlsxwriter

from components.look.cell_face import STATUS_SIGNS, class_letters, ink_on
from components.look.palette import EDGE, class_colours
from components.look.words import capitalised, percent
from model.choices.classes import STATUS_WORDS, class_order, class_words, said_beyond
from model.choices.consensus import task_consensus, usual_counts

USUAL = "Meest gekozen (aantal taken)"
Bands = Sequence[tuple[str, tuple[str, ...]]]

_STRIPES, _DOTS = 8, 18
"""Fills of XlsxWriter for a mixture (diagonal, two colours) and for a class outside the scale."""


def matrix_table(
    bands: Bands, task_codes: Sequence[str], regions: pd.DataFrame, tasks: pd.DataFrame, choices: pd.DataFrame
) -> pd.DataFrame:
    """One row per region in the order of `bands`, one column per task: level and status in words; and how usual."""
    cells = {
        (row.region_code, row.task_code): f"{class_words(row.leading_class)} ({STATUS_WORDS[row.status]})"
        for row in choices.itertuples(index=False)
    }
    names, headings = regions.set_index("region_code")["name"], tasks.set_index("task_code")["name"]
    usual = usual_counts(choices).set_index("region_code")["usual_count"]
    codes = [code for _, band in bands for code in band]
    return pd.DataFrame(
        {
            "Regio": [names[code] for code in codes],
            **{headings[task]: [cells[code, task] for code in codes] for task in task_codes},
            USUAL: [int(usual[code]) for code in codes],
        }
    )


def consensus_table(task_codes: Sequence[str], tasks: pd.DataFrame, choices: pd.DataFrame) -> pd.DataFrame:
    """One row per task: most common level, how many regions choose it, and the spread."""
    consensus = task_consensus(choices).set_index("task_code").loc[list(task_codes)]
    names = tasks.set_index("task_code")["name"]
    return pd.DataFrame(
        {
            "Taak": [names[code] for code in task_codes],
            "Vaakst gekozen niveau": consensus["leading_class"].map(class_words).to_numpy(),
            "Aantal regio's": consensus["count"].to_numpy(),
            "Aandeel in %": consensus["share_pct"].round().astype(int).to_numpy(),
            "Kans in % dat twee regio's verschillen": [
                "onbekend" if math.isnan(value) else round(value) for value in consensus["spread_pct"]
            ],
        }
    )


def matrix_xlsx(
    bands: Bands,
    task_codes: Sequence[str],
    regions: pd.DataFrame,
    tasks: pd.DataFrame,
    choices: pd.DataFrame,
    sources: Sequence[str],
) -> bytes:
    """XLSX with the matrix in its colours (headings and names frozen, remarks as notes), a legend, and the sources."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"title": "Schaalkeuzes per regio en taak"})
        formats = _Formats(book)
        _write_matrix(book, formats, bands, task_codes, regions, tasks, choices)
        _write_legend(book, formats, sorted(set(choices["leading_class"]), key=class_order))
        sheet = book.add_worksheet("Bronnen")
        sheet.set_column(0, 0, 120)
        sheet.write_column(0, 0, sources, formats.text(text_wrap=True))
    return buffer.getvalue()


class _Formats:
    """Formats of one workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def text(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"valign": "vcenter", **properties})
        return self._made[key]

    def of_class(self, class_code: str) -> Any:
        """Fill of a cell: its colour, stripes for a mixture, dots outside the scale; the border keeps it in grey."""
        colours = class_colours(class_code)
        base = {"align": "center", "border": 1, "border_color": EDGE, "font_color": ink_on(colours)}
        if len(colours) == 1:
            return self.text(**base, bg_color=colours[0], pattern=1)
        if colours:
            # Letters on stripes need the light colour behind them.
            return self.text(**base, bold=True, fg_color="#ffffff", bg_color=colours[0], pattern=_STRIPES)
        return self.text(**base, fg_color="#5f6470", bg_color="#ffffff", pattern=_DOTS)


def _write_matrix(
    book: xlsxwriter.Workbook,
    formats: _Formats,
    bands: Bands,
    task_codes: Sequence[str],
    regions: pd.DataFrame,
    tasks: pd.DataFrame,
    choices: pd.DataFrame,
) -> None:
    sheet = book.add_worksheet("Matrix")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, len(task_codes), 17)
    sheet.set_column(len(task_codes) + 1, len(task_codes) + 1, 14)
    sheet.set_row(0, 48)
    sheet.freeze_panes(3, 1)
    names, headings = regions.set_index("region_code")["name"], tasks.set_index("task_code")["name"]
    consensus = task_consensus(choices).set_index("task_code")
    heading = formats.text(bold=True, text_wrap=True, align="center", bottom=1)
    sheet.write_row(0, 0, ["Regio", *(headings[code] for code in task_codes), USUAL], heading)
    sheet.write(1, 0, "Vaakst gekozen niveau", formats.text(italic=True))
    sheet.write(2, 0, "Kans dat twee regio's verschillen", formats.text(italic=True, bottom=1))
    for column, task_code in enumerate(task_codes, start=1):
        row = consensus.loc[task_code]
        words = f"{class_words(row['leading_class'])} {percent(row['share_pct'])}"
        sheet.write(1, column, words, formats.text(italic=True, align="center"))
        spread = "onbekend" if math.isnan(row["spread_pct"]) else row["spread_pct"] / 100
        sheet.write(2, column, spread, formats.text(italic=True, align="center", num_format="0%", bottom=1))
    by_cell = choices.set_index(["region_code", "task_code"])
    usual = usual_counts(choices).set_index("region_code")["usual_count"]
    line = 3
    for band, codes in bands:
        if band:
            sheet.write(line, 0, band, formats.text(bold=True))
            line += 1
        for code in codes:
            sheet.write(line, 0, names[code], formats.text())
            for column, task_code in enumerate(task_codes, start=1):
                cell = by_cell.loc[(code, task_code)]
                class_code = cell["leading_class"]
                words = f"{STATUS_SIGNS[cell['status']]} {class_words(class_code)}"
                sheet.write(line, column, words, formats.of_class(class_code))
                note = _note(cell["level_text"], cell["remark"], class_code)
                if note:
                    sheet.write_comment(line, column, note, {"x_scale": 2})
            sheet.write(line, len(task_codes) + 1, int(usual[code]), formats.text(align="center"))
            line += 1


def _note(level_text: str | None, remark: str | None, class_code: str) -> str:
    """What the source says beyond the class: the cell where it is longer, and its remark."""
    return "\n".join(part for part in (said_beyond(level_text, class_code), remark) if part)


def _write_legend(book: xlsxwriter.Workbook, formats: _Formats, classes: Sequence[str]) -> None:
    sheet = book.add_worksheet("Legenda")
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 70)
    bold = formats.text(bold=True)
    sheet.write(0, 0, "Niveau", bold)
    for line, code in enumerate(classes, start=1):
        sheet.write(line, 0, class_letters(code), formats.of_class(code))
        sheet.write(line, 1, capitalised(class_words(code)))
    start = len(classes) + 2
    sheet.write(start, 0, "Status", bold)
    for line, (code, sign) in enumerate(STATUS_SIGNS.items(), start=start + 1):
        sheet.write(line, 0, sign, formats.text(align="center"))
        sheet.write(line, 1, capitalised(STATUS_WORDS[code]))
    start += len(STATUS_SIGNS) + 2
    explanation = [
        "Vaakst gekozen niveau: het aandeel van alle regio's dat dit niveau kiest.",
        "Kans dat twee regio's verschillen: de kans dat twee regio's die een niveau noemen, door het lot gekozen, "
        "een ander niveau kiezen.",
        "Meest gekozen: bij hoeveel taken de regio het vaakst gekozen niveau kiest.",
    ]
    sheet.write(start, 0, "Uitleg", bold)
    sheet.write_column(start + 1, 1, explanation, formats.text(text_wrap=True))
