"""Sheets with the table itself: the bands of the measures, and the path with the targets to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from components.what_if.panel.controls import words_of_investment
from components.what_if.workbook.writing import Look, Sheet, Shown
from model.what_if import Scenario, controls_of
from model.what_if.parameters import CEILING_KINDS, TARGET, TargetKind

MEASURES_NAME, PATH_NAME = "Maatregelen", "Pad"
MEASURES_WIDTHS = (9, 56, 18, 24, 10, 24, *(12,) * 20)
PATH_WIDTHS = (12, 22, 22, 22, 22, 22)
START_COST = "beginkosten"
NOBODY, NO_CATEGORY = "niet genoemd", "geen categorie"
_FIRST_BAND = 6
_FIRST_ROW = 4


@dataclass(frozen=True)
class PlanCells:
    """References to the table: ends of the band per measure and effect year, lead and category, target per year."""

    code: tuple[str, ...]
    lead: tuple[str, ...]
    category: tuple[str, ...]
    low: tuple[tuple[str, ...], ...]
    high: tuple[tuple[str, ...], ...]
    leads: str
    categories: str
    target: tuple[str, ...]


def write_plan(
    book: Any, measures_sheet: Sheet, path_sheet: Sheet, scenario: Scenario, target_name: str, own_target_name: str
) -> PlanCells:
    """Both sheets, and where their figures stand."""
    low, high = _write_measures(measures_sheet, scenario)
    rows = range(_FIRST_ROW + 1, _FIRST_ROW + 1 + len(low))
    target = _write_path(book, path_sheet, scenario, target_name, own_target_name)
    return PlanCells(
        code=tuple(measures_sheet.at(row, 0) for row in rows),
        lead=tuple(measures_sheet.at(row, 2) for row in rows),
        category=tuple(measures_sheet.at(row, 3) for row in rows),
        low=low,
        high=high,
        leads=measures_sheet.down(2, rows[0], rows[-1]),
        categories=measures_sheet.down(3, rows[0], rows[-1]),
        target=target,
    )


def lead_of(lead: str) -> str:
    """Leading party as the workbook names it."""
    return lead or NOBODY


def category_of(category: str) -> str:
    """Category as the workbook names it."""
    return category or NO_CATEGORY


def _write_measures(
    sheet: Sheet, scenario: Scenario
) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    plan = scenario.plan
    years = plan.measures.effect_years
    sheet.text(0, 0, "Maatregelen: de tabel waarmee is gerekend", Look.TITLE)
    sheet.text(
        1, 0, "Besparing per jaar in mln € ten opzichte van niets doen, niet per jaar erbij. Het laatste jaar geldt "
        "ook voor de jaren daarna. Gekleurde cellen kunt u veranderen."
    )  # fmt: skip
    heading = ["Nummer", "Maatregel", "Trekker", "Categorie", "Loopt al", "Investering volgens de tabel"]
    sheet.texts(_FIRST_ROW, 0, heading, Look.HEADING)
    for at, year in enumerate(years):
        later = " en later" if at == len(years) - 1 else ""
        for end, word in enumerate(("laag", "hoog")):
            sheet.text(_FIRST_ROW, _FIRST_BAND + 2 * at + end, f"{year}{later}, {word} (mln €)", Look.FIGURE_HEADING)
    for index, measure in enumerate(plan.measures):
        row = _FIRST_ROW + 1 + index
        kind, amount = measure.investment_kind, measure.investment_mln_eur
        words = words_of_investment(kind, amount, f"{amount:g}".replace(".", ",") if amount is not None else "")
        sheet.texts(row, 0, [measure.code, measure.name])
        sheet.texts(row, 2, [lead_of(measure.lead), category_of(measure.category)], Look.INPUT)
        sheet.texts(row, 4, ["ja" if measure.running else "nee", words])
        ends = zip(measure.effect_low_mln_eur, measure.effect_high_mln_eur, strict=True)
        for at, (low, high) in enumerate(ends):
            sheet.number(row, _FIRST_BAND + 2 * at, low, Shown.EXACT_AMOUNT, Look.INPUT)
            sheet.number(row, _FIRST_BAND + 2 * at + 1, high, Shown.EXACT_AMOUNT, Look.INPUT)
    sheet.sheet.freeze_panes(_FIRST_ROW + 1, 2)
    sheet.sheet.repeat_rows(_FIRST_ROW)
    low_cells, high_cells = (
        tuple(
            tuple(sheet.at(_FIRST_ROW + 1 + index, _FIRST_BAND + 2 * at + end) for at in range(len(years)))
            for index in range(len(plan.codes))
        )
        for end in (0, 1)
    )
    return low_cells, high_cells


def _write_path(book: Any, sheet: Sheet, scenario: Scenario, target_name: str, own_target_name: str) -> tuple[str, ...]:
    plan = scenario.plan
    choice = controls_of(plan)[TARGET.key]
    goal_year = plan.trajectory.target_year
    sheet.text(0, 0, "Pad en doelen: jaarkosten in mln €", Look.TITLE)
    sheet.text(
        1, 0, f"Het doeljaar is {goal_year}. Een eigen bedrag geldt voor dat jaar; in een jaar zonder doel staat er "
        "“onbekend”. Gekleurde cellen kunt u veranderen."
    )  # fmt: skip
    sheet.text(_FIRST_ROW, 0, "Jaar", Look.HEADING)
    sheet.texts(_FIRST_ROW, 1, choice.words, Look.FIGURE_HEADING)
    last = len(choice.words)
    sheet.text(_FIRST_ROW, last + 1, "Gekozen doel", Look.FIGURE_HEADING)
    names, chosen = sheet.across(_FIRST_ROW, 1, last), scenario.target_path_mln_eur
    for index, year in enumerate(plan.years):
        row = _FIRST_ROW + 1 + index
        sheet.number(row, 0, year, Shown.WHOLE, Look.LABEL)
        for column, kind in enumerate(choice.values, start=1):
            if kind is TargetKind.OWN and year == goal_year:
                sheet.formula(row, column, own_target_name, scenario.own_target_mln_eur, Shown.EXACT_AMOUNT)
            elif kind is TargetKind.OWN:
                sheet.number(row, column, None)
            elif kind is TargetKind.PATH:
                sheet.number(row, column, plan.target_path_mln_eur[index], Shown.EXACT_AMOUNT, Look.INPUT)
            else:
                ceiling = plan.ceilings[CEILING_KINDS.index(kind)].cost_mln_eur
                sheet.number(row, column, ceiling, Shown.EXACT_AMOUNT, Look.INPUT)
        found = f"INDEX({sheet.across(row, 1, last)},1,MATCH({target_name},{names},0))"
        sheet.formula(row, last + 1, found, float(chosen[index]), Shown.EXACT_AMOUNT, Look.BOLD)
    book.define_name(START_COST, f"={sheet.at(_FIRST_ROW + 1, 1)}")
    return tuple(sheet.at(_FIRST_ROW + 1 + index, last + 1) for index in range(len(plan.years)))
