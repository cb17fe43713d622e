"""Sheet with who contributes what: per measure, per leading party and per category, adding up to the effect."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from components.what_if.workbook.computation import ComputedCells
from components.what_if.workbook.figures import Steps
from components.what_if.workbook.inputs import InputCells
from components.what_if.workbook.plan_sheets import PlanCells, category_of, lead_of
from components.what_if.workbook.writing import UNKNOWN, Look, Sheet, Shown
from model.what_if import Scenario, priorities
from model.what_if.plan import FloatArray

NAME = "Bijdragen"
WIDTHS = (9, 56, 18, 24, *(14,) * 15)
_CHECK = "Verschil: hoort 0 te zijn"
NO_PAYBACK = "–"
_YEARS = 4
_FIRST_ROW = 4


def write_contributions(
    sheet: Sheet, scenario: Scenario, steps: Steps, cells: ComputedCells, given: InputCells, plan_cells: PlanCells
) -> None:
    """Contribution of each measure per year, and of each leading party and category."""
    plan, values = scenario.plan, steps.contribution_mln_eur
    years, goal = plan.years, plan.trajectory.target_year
    sheet.text(0, 0, "Bijdragen aan het effect na overlap (mln €)", Look.TITLE)
    sheet.text(
        1, 0, "De bijdragen tellen per jaar op tot het effect na overlap. Getoond worden afgeronde bedragen; opgeteld "
        "kunnen die daardoor op het laatste cijfer afwijken van hun totaal."
    )  # fmt: skip
    sheet.texts(_FIRST_ROW, 0, ("Nummer", "Maatregel", "Trekker", "Categorie"), Look.HEADING)
    sheet.years(_FIRST_ROW, _YEARS, years)
    extra = _YEARS + len(years)
    headings = ("Samen", f"Effect op zichzelf {goal}", f"Kwijt aan overlap {goal}", "Terugverdiend in (jaren)")
    sheet.texts(_FIRST_ROW, extra, headings, Look.FIGURE_HEADING)
    for index, measure in enumerate(plan.measures):
        row = _FIRST_ROW + 1 + index
        sheet.texts(row, 0, (measure.code, measure.name))
        sheet.formula(row, 2, plan_cells.lead[index], lead_of(measure.lead), Shown.TEXT)
        sheet.formula(row, 3, plan_cells.category[index], category_of(measure.category), Shown.TEXT)
        for at in range(len(years)):
            sheet.formula(row, _YEARS + at, cells.contribution[index][at], float(values[index, at]))
        _write_extra(sheet, row, extra, scenario, steps, cells, given, index)
    last = _FIRST_ROW + len(plan.codes)
    _write_totals(sheet, last + 1, extra, steps, cells)
    leads = [lead_of(measure.lead) for measure in plan.measures]
    categories = [category_of(measure.category) for measure in plan.measures]
    after = _write_groups(sheet, last + 5, "Per trekker", leads, plan_cells.leads, years, values, last)
    _write_groups(sheet, after + 1, "Per categorie", categories, plan_cells.categories, years, values, last)
    sheet.sheet.freeze_panes(_FIRST_ROW + 1, 2)
    sheet.sheet.repeat_rows(_FIRST_ROW)


def _write_extra(
    sheet: Sheet, row: int, column: int, scenario: Scenario, steps: Steps, cells: ComputedCells, given: InputCells,
    index: int,
) -> None:  # fmt: skip
    """Over the years, and in the target year the gross effect, what overlap takes, and the years to earn back."""
    at = scenario.plan.trajectory.target_index
    contribution, effect = steps.contribution_mln_eur[index], float(steps.effect_mln_eur[index, at])
    own, share = cells.effect[index][at], cells.contribution[index][at]
    amount, invested = given.investment[index], float(steps.inputs.investment_mln_eur[index])
    span = sheet.across(row, _YEARS, _YEARS + len(scenario.plan.years) - 1)
    sheet.formula(row, column, f"SUM({span})", float(contribution.sum()), look=Look.BOLD)
    sheet.formula(row, column + 1, own, effect)
    sheet.formula(row, column + 2, f"ROUND({own}-{share},9)", effect - float(contribution[at]))
    pays = f'IF({amount}>0,IF({share}>0.000000001,{amount}/{share},"{NO_PAYBACK}"),"{NO_PAYBACK}")'
    payback = f'IF(ISNUMBER({amount}),{pays},"{UNKNOWN}")'
    years = priorities(scenario)[index].payback_years
    nothing = UNKNOWN if np.isnan(invested) else NO_PAYBACK
    sheet.formula(row, column + 3, payback, nothing if years is None else years)


def _write_totals(sheet: Sheet, row: int, extra: int, steps: Steps, cells: ComputedCells) -> None:
    net = steps.yearly.net_effect_mln_eur
    sheet.text(row, 1, "Samen", Look.TOTAL)
    sheet.text(row + 1, 1, "Effect na overlap, volgens het blad Berekening")
    sheet.text(row + 2, 1, _CHECK)
    for at in range(len(net)):
        column = _YEARS + at
        total = f"SUM({sheet.down(column, _FIRST_ROW + 1, row - 1)})"
        sheet.formula(row, column, total, float(net[at]), look=Look.TOTAL)
        sheet.formula(row + 1, column, cells.net[at], float(net[at]))
        check = f"ROUND({sheet.at(row, column)}-{sheet.at(row + 1, column)},6)"
        sheet.formula(row + 2, column, check, 0.0)
    whole = f"SUM({sheet.down(extra, _FIRST_ROW + 1, row - 1)})"
    sheet.formula(row, extra, whole, float(net.sum()), look=Look.TOTAL)


def _write_groups(
    sheet: Sheet, row: int, title: str, names: Sequence[str], names_cells: str, years: Sequence[int],
    values: FloatArray, last: int,
) -> int:  # fmt: skip
    """Contribution of all measures with the same name beside them; the row after the table.

    EXACT, for the sign = and the SUMIF of a spreadsheet take capitals for the same and read signs in a name.
    """
    sheet.text(row, 0, f"{title} (mln €)", Look.TITLE)
    sheet.text(row + 1, 1, title.removeprefix("Per ").capitalize(), Look.HEADING)
    sheet.years(row + 1, _YEARS, years)
    sheet.text(row + 1, _YEARS + len(years), "Samen", Look.FIGURE_HEADING)
    first, own = row + 2, np.array(names)
    sum_of: Callable[[int, int], str] = lambda at, of: (  # noqa: E731
        f"SUMPRODUCT(EXACT({names_cells},{sheet.at(of, 1)})*{sheet.down(_YEARS + at, _FIRST_ROW + 1, last)})"
    )
    found = list(dict.fromkeys(names))
    for of, name in enumerate(found, start=first):
        sheet.text(of, 1, name)
        each = values[own == name].sum(axis=0)
        for at in range(len(years)):
            sheet.formula(of, _YEARS + at, sum_of(at, of), float(each[at]))
        span = sheet.across(of, _YEARS, _YEARS + len(years) - 1)
        sheet.formula(of, _YEARS + len(years), f"SUM({span})", float(each.sum()), look=Look.BOLD)
    end = first + len(found)
    sheet.text(end, 1, "Samen", Look.TOTAL)
    for at in range(len(years) + 1):
        total = values.sum(axis=0)[at] if at < len(years) else values.sum()
        span = sheet.down(_YEARS + at, first, end - 1)
        sheet.formula(end, _YEARS + at, f"SUM({span})", float(total), look=Look.TOTAL)
        rest = f"ROUND({sheet.at(end, _YEARS + at)}-{sheet.at(last + 1, _YEARS + at)},6)"
        sheet.formula(end + 1, _YEARS + at, rest, 0.0)
    sheet.text(end + 1, 1, f"{_CHECK}, anders ontbreekt hier een naam")
    return end + 2
