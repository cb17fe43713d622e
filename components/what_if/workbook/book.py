"""The whole workbook as a file."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date

import xlsxwriter

from components.what_if.workbook import computation, contributions, explanation, inputs, plan_sheets, results
from components.what_if.workbook.figures import Steps
from components.what_if.workbook.writing import Looks, Sheet
from model.what_if import Scenario

_SHEETS = (
    (explanation.NAME, explanation.WIDTHS),
    (results.RESULT_NAME, results.RESULT_WIDTHS),
    (inputs.NAME, inputs.WIDTHS),
    (plan_sheets.MEASURES_NAME, plan_sheets.MEASURES_WIDTHS),
    (plan_sheets.PATH_NAME, plan_sheets.PATH_WIDTHS),
    (computation.NAME, computation.WIDTHS),
    (results.WATERFALL_NAME, results.WATERFALL_WIDTHS),
    (contributions.NAME, contributions.WIDTHS),
    (explanation.CHANCE_NAME, explanation.CHANCE_WIDTHS),
)
"""Sheets in their order, with the widths of their columns."""


def workbook_file(scenario: Scenario, whose: str, about: Iterable[tuple[str, str]], today: date) -> bytes:
    """XLSX file in which the inputs of a scenario are cells and every figure that follows from them is a formula.

    Parameters
    ----------
    scenario : Scenario
    whose : str
        Whose figures these are, for the titles.
    about : iterable of pairs of str
        Heading and text of what the file says of itself.
    today : date
        Day of the figures that do not follow the inputs.
    """
    buffer, steps = io.BytesIO(), Steps.of(scenario)
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        looks = Looks(book, scenario.plan.decimals)
        sheets = {name: Sheet(book, looks, name, widths) for name, widths in _SHEETS}
        plan_cells = plan_sheets.write_plan(
            book,
            sheets[plan_sheets.MEASURES_NAME],
            sheets[plan_sheets.PATH_NAME],
            scenario,
            inputs.TARGET_NAME,
            inputs.OWN_TARGET,
        )
        given = inputs.write_inputs(book, sheets[inputs.NAME], scenario, plan_cells)
        cells = computation.write_computation(sheets[computation.NAME], scenario, steps, given, plan_cells)
        results.write_results(book, sheets[results.RESULT_NAME], scenario, steps, cells, whose)
        results.write_waterfall(book, sheets[results.WATERFALL_NAME], scenario, cells)
        contributions.write_contributions(sheets[contributions.NAME], scenario, steps, cells, given, plan_cells)
        explanation.write_explanation(
            sheets[explanation.NAME], f"Doorrekening: {whose}", inputs.meanings(scenario), about
        )
        explanation.write_chances(sheets[explanation.CHANCE_NAME], scenario, given, today)
        sheets[results.RESULT_NAME].sheet.activate()
    return buffer.getvalue()
