"""Sheets with the outcome: headline, path per year and over the years, and the waterfall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from components.look.words import NO_BREAK, capitalised, chance_in_words
from components.what_if.panel.payload import WATERFALL_WORDS
from components.what_if.realised import ABOVE_COMPUTED, ABOVE_GOAL, OWN_ACCOUNT
from components.what_if.targets import chance_subject
from components.what_if.workbook.computation import ComputedCells
from components.what_if.workbook.figures import Steps
from components.what_if.workbook.inputs import TARGET_NAME
from components.what_if.workbook.plan_sheets import START_COST
from components.what_if.workbook.writing import UNKNOWN, WITHOUT_NATIONAL, Look, Sheet, Shown
from model.faults import TOLERANCE
from model.what_if import Scenario, WaterfallStep, controls_of, fan, waterfall, years_together
from model.what_if.parameters import TARGET

RESULT_NAME, WATERFALL_NAME = "Resultaat", "Waterval"
RESULT_WIDTHS = (68, 24, *(17,) * 12)
WATERFALL_WIDTHS = (34, 14, 14, 14, 3, 12, 12, 12, 12)
REACHED, MISSED = "Het doel wordt gehaald.", "Het doel wordt niet gehaald."
NEVER, NOTHING = "in geen van deze jaren", "geen"
_FIRST_YEAR_ROW = 17
_CHANCE_ROW = 12
_ON_TARGET, _AT_GOAL, _REALISED = 9, 10, 11
_LOWER = 8
_GRID = {"visible": True, "line": {"color": "#DCDCE4"}}


def write_results(book: Any, sheet: Sheet, scenario: Scenario, steps: Steps, cells: ComputedCells, whose: str) -> None:
    """Headline, table per year, and over the years."""
    trajectory, at = scenario.plan.trajectory, scenario.plan.trajectory.target_index
    goal_year, yearly = trajectory.target_year, steps.yearly
    sheet.text(0, 0, f"Resultaat: {whose}", Look.TITLE)
    sheet.text(
        1, 0, "Bedragen in mln €, niet geïndexeerd. Op de kans na rekent alles op dit blad mee met het blad Invoer."
    )
    choice = controls_of(scenario.plan)[TARGET.key]
    gap = float(steps.gap_mln_eur[at])
    said = choice.words[choice.values.index(scenario.target)]
    unknown = f'IF({cells.unknown_names}="","{NOTHING}",{cells.unknown_names})'
    amounts = steps.inputs.on * np.nan_to_num(steps.inputs.investment_mln_eur, nan=0.0)
    names = [
        code
        for code, on, amount in zip(scenario.plan.codes, scenario.on, steps.inputs.investment_mln_eur, strict=True)
        if on and np.isnan(amount)
    ]
    headline: Sequence[tuple[str, str, float | str, Shown]] = (
        (f"Jaarkosten {goal_year}", cells.cost[at], float(yearly.yearly_cost_mln_eur[at]), Shown.AMOUNT),
        ("Gekozen doel", TARGET_NAME, said, Shown.TEXT),
        (f"Doel {goal_year}", cells.target[at], float(steps.target_mln_eur[at]), Shown.AMOUNT),
        ("Verschil met het doel", cells.gap[at], gap, Shown.AMOUNT),
        (
            "Gehaald?",
            f'IF(ISNUMBER({cells.gap[at]}),IF({cells.gap[at]}<=0,"{REACHED}","{MISSED}"),"{UNKNOWN}")',
            UNKNOWN if np.isnan(gap) else REACHED if gap <= 0 else MISSED,
            Shown.TEXT,
        ),
        (
            f"{goal_year} als alles optelt (mag niet)",
            f"{cells.without[at]}-{cells.gross[at]}",
            float(yearly.cost_without_measures_mln_eur[at] - yearly.gross_effect_mln_eur[at]),
            Shown.AMOUNT,
        ),
        (
            f"Kosten voor de regio {goal_year}, {WITHOUT_NATIONAL}",
            cells.regional[at],
            float(steps.regional_cost_mln_eur[at]),
            Shown.AMOUNT,
        ),
        ("Bekende investeringen", f"SUM({cells.amount})", float(amounts.sum()), Shown.AMOUNT),
        ("Onbekende investeringen: nummers, niet als 0 geteld", unknown, ", ".join(names) or NOTHING, Shown.TEXT),
    )
    for row, (label, formula, value, shown) in enumerate(headline, start=3):
        sheet.text(row, 0, label)
        sheet.formula(row, 1, formula, value, shown, Look.BOLD)
    chance = fan(scenario).chance_share
    of_what = "Kans op het doel" if chance_subject(chance) == "de kans" else "Het doel halen"
    sheet.text(_CHANCE_ROW, 0, f"{of_what} in {goal_year}")
    sheet.text(_CHANCE_ROW, 1, chance_in_words(chance).replace(NO_BREAK, " "), Look.FIXED)
    sheet.text(_CHANCE_ROW, 2, "Rekent niet mee: zie het blad Kans en band.")
    _write_path(sheet, scenario, steps, cells)
    _add_path_chart(book, sheet, cells, steps)


def _write_path(sheet: Sheet, scenario: Scenario, steps: Steps, cells: ComputedCells) -> None:
    years, yearly = scenario.plan.years, steps.yearly
    columns = (
        ("Doel", cells.target, steps.target_mln_eur),
        ("Zonder maatregelen", cells.without, yearly.cost_without_measures_mln_eur),
        ("Effect na overlap", cells.net, yearly.net_effect_mln_eur),
        ("Investeringen", cells.invested, yearly.investment_mln_eur),
        ("Jaarkosten", cells.cost, yearly.yearly_cost_mln_eur),
        ("Verschil met het doel", cells.gap, steps.gap_mln_eur),
        ("Bijdrage van het Rijk", cells.national, steps.inputs.national_contribution_mln_eur),
        (f"Kosten voor de regio, {WITHOUT_NATIONAL}", cells.regional, steps.regional_cost_mln_eur),
    )
    sheet.text(_FIRST_YEAR_ROW - 2, 0, "Per jaar (mln €)", Look.TITLE)
    heading = ["Jaar", *(label for label, _, _ in columns), *_reached_headings(scenario)]
    sheet.texts(_FIRST_YEAR_ROW - 1, 0, heading[:1], Look.HEADING)
    sheet.texts(_FIRST_YEAR_ROW - 1, 1, heading[1:], Look.FIGURE_HEADING)
    last = _FIRST_YEAR_ROW + len(years) - 1
    goal, goal_cell = scenario.target_cost_mln_eur, cells.target[scenario.plan.trajectory.target_index]
    for index, year in enumerate(years):
        row, gap, cost = _FIRST_YEAR_ROW + index, cells.gap[index], cells.cost[index]
        sheet.number(row, 0, year, Shown.WHOLE, Look.LABEL)
        for column, (_, references, values) in enumerate(columns, start=1):
            sheet.formula(row, column, references[index], float(values[index]))
        on_target = f'IF(ISNUMBER({gap}),IF({gap}<=0,{year},""),"")'
        sheet.formula(row, _ON_TARGET, on_target, year if steps.gap_mln_eur[index] <= 0 else "", Shown.WHOLE)
        at_goal = f'IF(ISNUMBER({goal_cell}),IF(ROUND({cost}-{goal_cell},9)<=0,{year},""),"")'
        is_reached = yearly.yearly_cost_mln_eur[index] - goal <= TOLERANCE
        sheet.formula(row, _AT_GOAL, at_goal, year if is_reached else "", Shown.WHOLE)
    _write_realised(sheet, scenario, steps, cells)
    _write_over_the_years(sheet, scenario, last)


def _write_realised(sheet: Sheet, scenario: Scenario, steps: Steps, cells: ComputedCells) -> None:
    """What the costs really were, and how far above the computed costs and the target of the same year."""
    headings = (OWN_ACCOUNT, ABOVE_COMPUTED, ABOVE_GOAL)
    sheet.texts(_FIRST_YEAR_ROW - 1, _REALISED, headings, Look.FIGURE_HEADING)
    for index, cost in enumerate(scenario.realised_cost_mln_eur):
        row, known = _FIRST_YEAR_ROW + index, np.nan if cost is None else cost
        given = cells.realised[index]
        sheet.formula(row, _REALISED, f'IF(ISNUMBER({given}),{given},"{UNKNOWN}")', known)
        beside = (
            (cells.cost[index], float(steps.yearly.yearly_cost_mln_eur[index])),
            (cells.target[index], float(steps.target_mln_eur[index])),
        )
        for column, (other, value) in enumerate(beside, start=_REALISED + 1):
            above = f'IF(ISNUMBER({given}),IF(ISNUMBER({other}),ROUND({given}-{other},9),"{UNKNOWN}"),"{UNKNOWN}")'
            sheet.formula(row, column, above, round(known - value, 9))


def _reached_headings(scenario: Scenario) -> tuple[str, str]:
    goal_year = scenario.plan.trajectory.target_year
    return "Jaar op of onder zijn eigen doel", f"Jaar op of onder het doel van {goal_year}"


def _write_over_the_years(sheet: Sheet, scenario: Scenario, last: int) -> None:
    years, found = scenario.plan.years, years_together(scenario)
    between = f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])

    def column(of: int) -> str:
        return sheet.down(of, _FIRST_YEAR_ROW, last)

    def first(of: int) -> str:
        return f'IF(COUNT({column(of)})=0,"{NEVER}",MIN({column(of)}))'

    reached: int | str = NEVER if found.first_year_at_goal is None else found.first_year_at_goal
    own, goal = _reached_headings(scenario)
    rows: Sequence[tuple[str, str, float | str, Shown]] = (
        (f"Jaarkosten {between} samen", f"SUM({column(5)})", found.yearly_cost_mln_eur, Shown.AMOUNT),
        (f"Effect {between} samen", f"SUM({column(3)})", found.net_effect_mln_eur, Shown.AMOUNT),
        ("Verschil met het doel samen", f"ROUND(SUM({column(6)}),9)", found.gap_mln_eur, Shown.AMOUNT),
        ("Over hoeveel jaren met een doel", f"COUNT({column(6)})", len(found.gap_years), Shown.WHOLE),
        (
            own.replace("Jaar", "Aantal jaren", 1),
            f"COUNT({column(_ON_TARGET)})",
            len(found.years_on_target),
            Shown.WHOLE,
        ),
        (goal.replace("Jaar", "Eerste jaar", 1), first(_AT_GOAL), reached, Shown.WHOLE),
    )
    sheet.text(last + 2, 0, "Over de jaren (bedragen in mln €)", Look.TITLE)
    for row, (label, formula, value, shown) in enumerate(rows, start=last + 3):
        sheet.text(row, 0, label)
        sheet.formula(row, 1, formula, value, shown, Look.BOLD)


def _add_path_chart(book: Any, sheet: Sheet, cells: ComputedCells, steps: Steps) -> None:
    chart = book.add_chart({"type": "line"})
    drawn, yearly = cells.drawn_target, steps.yearly
    last = _FIRST_YEAR_ROW + len(drawn) - 1
    series = (
        (1, drawn, steps.target_mln_eur, "#C2410C", "dash"),
        (2, cells.without, yearly.cost_without_measures_mln_eur, "#66768A", "round_dot"),
        (5, cells.cost, yearly.yearly_cost_mln_eur, "#2F7FB8", "solid"),
    )
    for column, references, values, colour, dash in series:
        chart.add_series(
            {
                "name": [sheet.name, _FIRST_YEAR_ROW - 1, column],
                "categories": [sheet.name, _FIRST_YEAR_ROW, 0, last, 0],
                "values": f"={references[0]}:{references[-1].partition('!')[2]}",
                # What a viewer draws that does not compute: nothing where nobody knows the amount.
                "values_data": [None if np.isnan(value) else float(value) for value in values],
                "line": {"color": colour, "dash_type": dash, "width": 2.25},
                "marker": {"type": "circle", "size": 6, "fill": {"color": colour}, "border": {"color": colour}},
            }
        )
    chart.show_na_as_empty_cell()
    chart.set_title({"name": "Jaarkosten per jaar (mln €)", "name_font": {"size": 12}})
    chart.set_y_axis({"num_format": "#,##0.0##", "name": "mln €", "major_gridlines": _GRID})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 900, "height": 340})
    sheet.sheet.insert_chart(last + 11, 0, chart, {"description": "Lijnen van de jaarkosten, het doel en niets doen."})


def write_waterfall(book: Any, sheet: Sheet, scenario: Scenario, cells: ComputedCells) -> None:
    """Steps from the start cost to the result, and on to the target, with the chart of them."""
    trajectory, at = scenario.plan.trajectory, scenario.plan.trajectory.target_index
    years = {"first_year": scenario.plan.years[0], "target_year": trajectory.target_year}
    sheet.text(0, 0, f"Waterval: van {years['first_year']} naar {years['target_year']} (mln €)", Look.TITLE)
    sheet.text(
        1, 0, "Een bedrag onder nul verlaagt de kosten. Wat opgeteld is, is geen uitkomst: de maatregelen overlappen."
    )
    first = 4
    sheet.text(first - 1, 0, "Stap", Look.HEADING)
    sheet.texts(first - 1, 1, ("Bedrag", "Van", "Tot"), Look.FIGURE_HEADING)
    sheet.texts(first - 1, 5, ("Onder de balk", "Stand", "Hoger", "Lager"), Look.FIGURE_HEADING)
    amounts = {
        "start": START_COST,
        "growth": f"{cells.without[at]}-{START_COST}",
        "gross_effect": f"-{cells.gross[at]}",
        "lost_to_overlap": f"{cells.gross[at]}-{cells.net[at]}",
        "investment": cells.invested[at],
        "result": cells.cost[at],
        "distance_to_target": cells.gap[at],
    }
    steps = waterfall(scenario)
    for row, step in enumerate(steps, start=first):
        ends = _ends(sheet, row, step, cells, at)
        sheet.text(row, 0, WATERFALL_WORDS[step.step].format(**years))
        sheet.formula(row, 1, amounts[step.step], step.amount_mln_eur, look=Look.BOLD)
        sheet.formula(row, 2, ends[0], step.from_mln_eur)
        sheet.formula(row, 3, ends[1], step.to_mln_eur)
        _write_bar(sheet, row, step)
    _add_waterfall_chart(book, sheet, first, first + len(steps) - 1)


def _ends(sheet: Sheet, row: int, step: WaterfallStep, cells: ComputedCells, at: int) -> tuple[str, str]:
    amount, before = sheet.at(row, 1), sheet.at(row - 1, 3)
    if step.is_level:
        return "0", amount
    if step.step == "distance_to_target":
        return cells.target[at], cells.cost[at]
    return before, f"{before}+{amount}"


def _write_bar(sheet: Sheet, row: int, step: WaterfallStep) -> None:
    """Parts of a stacked bar: what is left open below it, and the bar as a level, a rise or a fall."""
    amount, low, high = (sheet.at(row, column) for column in (1, 2, 3))
    is_level = step.is_level
    below, size = min(step.from_mln_eur, step.to_mln_eur), abs(step.to_mln_eur - step.from_mln_eur)
    rises = step.to_mln_eur >= step.from_mln_eur
    parts = (
        (f"MIN({low},{high})", below),
        (amount if is_level else "0", step.amount_mln_eur if is_level else 0.0),
        ("0" if is_level else f"MAX(0,{high}-{low})", 0.0 if is_level or not rises else size),
        ("0" if is_level else f"MAX(0,{low}-{high})", 0.0 if is_level or rises else size),
    )
    for column, (formula, value) in enumerate(parts, start=5):
        sheet.formula(row, column, formula, value)


def _add_waterfall_chart(book: Any, sheet: Sheet, first: int, last: int) -> None:
    chart = book.add_chart({"type": "column", "subtype": "stacked"})
    for column, colour in ((5, None), (6, "#66768A"), (7, "#C2410C"), (_LOWER, "#1B8A5A")):
        chart.add_series(
            {
                "name": [sheet.name, first - 1, column],
                "categories": [sheet.name, first, 0, last, 0],
                "values": [sheet.name, first, column, last, column],
                "fill": {"color": colour} if colour else {"none": True},
                "gap": 40,
                # The plain sum is no result, so it does not look like one.
                "points": [None, None, {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": colour}}]
                if column == _LOWER
                else [],
            }
        )
    chart.set_y_axis({"num_format": "#,##0", "name": "mln €", "major_gridlines": _GRID})
    chart.set_legend({"position": "bottom", "delete_series": [0]})
    chart.set_title({"name": "Van begin naar resultaat (mln €)", "name_font": {"size": 12}})
    chart.set_size({"width": 900, "height": 380})
    sheet.sheet.insert_chart(last + 3, 0, chart, {"description": capitalised("balken van de stappen hierboven.")})
