"""One small plan as a controller could have it, to write in many ways; and what was understood of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from model.own_table import OwnTable, Understanding, Workbook, sheets_of_file, understand
from model.what_if import SavingsPlan
from tests.model.own_table.written import Page, ods, text, xlsx

MEASURE_HEADINGS = [
    "Nummer", "Maatregel", "Effect 2027 laag (mln €)", "Effect 2027 hoog (mln €)", "Effect 2028 laag (mln €)",
    "Effect 2028 hoog (mln €)", "Effect 2029 laag (mln €)", "Effect 2029 hoog (mln €)", "Categorie", "Trekker",
    "Ook betrokken", "Soort investering", "Investering (mln €)", "Loopt al",
]  # fmt: skip
MEASURES: list[list[Any]] = [
    ["1", "Coördinatie door jeugdteams", 0.2, 0.6, 0.4, 1.2, 0.5, 1.5, "Toegang", "Gemeenten", "Huisartsen", "bedrag",
     0.35, "nee"],
    ["2", "Eén toets op verlengingen", 0.0, 0.5, 0.25, 0.9, 0.25, 0.9, "Toegang", "Bureau", None, "geen", None, "nee"],
    ["3a", "Cliënten sneller naar de wijk", 0.1, 0.4, 0.3, 0.8, 0.3, 1.1, "Uitstroom", "Gemeenten", None,
     "nog op te geven", None, "nee"],
    ["3b", "Contracten nalopen", 0.0, 0.3, 0.0, 0.3, 0.0, 0.3, "Inkoop", "Bureau", None, "onbekend", None, "ja"],
    ["4", "Tarief voor vervoer herzien", 0.05, 0.15, 0.1, 0.2, 0.1, 0.2, "Inkoop", "Bureau", "Vervoerders", "bedrag",
     0.125, "nee"],
]  # fmt: skip
COST_HEADINGS = ["Jaar", "Jaarkosten (mln €)", "Bijdrage van het rijk (mln €)", "Begroting (mln €)"]
COSTS: list[list[Any]] = [
    [2026.0, 41.25, 3.2, 41.25], [2027.0, 40.5, 3.1, None], [2028.0, 39.6, 3.0, None], [2029.0, 38.9, None, None],
]  # fmt: skip
EFFECTS = range(2, 8)
INVESTMENT = 12


def measures(rows: Sequence[Sequence[Any]] = (), headings: Sequence[Any] = ()) -> Page:
    return Page("Maatregelen", [list(headings or MEASURE_HEADINGS), *map(list, rows or MEASURES)])


def costs(rows: Sequence[Sequence[Any]] = (), headings: Sequence[Any] = ()) -> Page:
    return Page("Kosten per jaar", [list(headings or COST_HEADINGS), *map(list, rows or COSTS)])


def dutch(value: Any) -> Any:
    """Cell as a Dutch text file has it."""
    if isinstance(value, float):
        return f"{value:.9f}".rstrip("0").rstrip(".").replace(".", ",")
    return value


def csv_of(page: Page, coding: str = "utf-8-sig", separator: str = ";", line_end: str = "\r\n") -> Workbook:
    rows = [[dutch(value) for value in row] for row in page.rows]
    data = text(Page(page.name, rows), separator, line_end).encode(coding)
    return sheets_of_file(f"{page.name}.csv", data)


def xlsx_of(*pages: Page) -> Workbook:
    return sheets_of_file("plan.xlsx", xlsx(*pages))


def ods_of(*pages: Page) -> Workbook:
    return sheets_of_file("plan.ods", ods(*pages))


def effects_as(write: Any, rows: Sequence[Sequence[Any]] = (), places: Sequence[int] = EFFECTS) -> list[list[Any]]:
    """Rows of measures with every effect written otherwise."""
    return [
        [write(value) if at in places and value is not None else value for at, value in enumerate(row)]
        for row in rows or MEASURES
    ]


def understood(*books: Workbook, **answers: str) -> Understanding:
    """What is understood; the name of an answer has double underscores for colons."""
    return understand(books, {key.replace("__", ":").replace("_", "-"): value for key, value in answers.items()})


def plan_of(understanding: Understanding) -> SavingsPlan:
    own: OwnTable | None = understanding.own
    assert own is not None, (understanding.open_questions, understanding.faults)
    return own.plan


BASE = plan_of(understood(xlsx_of(measures(), costs())))


def proposals(understanding: Understanding) -> Mapping[str, str | None]:
    return {question.key: question.proposal for question in understanding.questions}


def notes(understanding: Understanding) -> str:
    return "\n".join(note.text for note in understanding.notes)


def faults(understanding: Understanding) -> str:
    return "\n".join(fault.text for fault in understanding.faults)


def open_keys(understanding: Understanding) -> list[str]:
    return [question.key for question in understanding.open_questions]
