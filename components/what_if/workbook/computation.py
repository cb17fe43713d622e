"""Sheet with the computation, one block per step, in the order of the definition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from components.what_if.workbook.figures import Steps
from components.what_if.workbook.inputs import COUNTED, GROWTH, OVERLAP, YES, InputCells
from components.what_if.workbook.plan_sheets import START_COST, PlanCells
from components.what_if.workbook.writing import UNKNOWN, WITHOUT_NATIONAL, Look, Sheet, Shown
from model.what_if import InvestmentCount, Scenario
from model.what_if.parameters import INVESTMENTS_COUNTED
from model.what_if.plan import FloatArray

NAME = "Berekening"
WIDTHS = (9, 56, *(13,) * 10)
_YEARS = 2
"""Column of the first year."""
_ON, _POSITION, _WHOLE, _PART, _FIRST, _PAID, _AMOUNT, _OPEN = range(2, 10)
_PER_MEASURE = (
    "Telt mee (1 of 0)", "Plaats in de band (0 tot 1)", "Later: hele jaren", "Later: deel van een jaar",
    "Eerste jaar met effect", "Startjaar van de investering", "Investering als zij meetelt (mln €)",
)  # fmt: skip
NOT_DRAWN = "#N/A"
_OPEN_HEADING = "Onbekend tot en met deze rij"


@dataclass(frozen=True)
class ComputedCells:
    """References to the computation: per measure and year, and per year by the name of the figure.

    `drawn_target` is the target as a chart needs it: a chart draws a word, such as the one for unknown, as 0.
    """

    effect: tuple[tuple[str, ...], ...]
    contribution: tuple[tuple[str, ...], ...]
    gross: tuple[str, ...]
    net: tuple[str, ...]
    without: tuple[str, ...]
    invested: tuple[str, ...]
    cost: tuple[str, ...]
    target: tuple[str, ...]
    drawn_target: tuple[str, ...]
    gap: tuple[str, ...]
    national: tuple[str, ...]
    regional: tuple[str, ...]
    realised: tuple[str, ...]
    amount: str
    unknown_names: str


class _Computation:
    """The sheet while it is written: `row` is the next free row."""

    def __init__(self, sheet: Sheet, scenario: Scenario, steps: Steps, given: InputCells, plan: PlanCells) -> None:
        self.sheet, self.scenario, self.steps = sheet, scenario, steps
        self.given, self.plan_cells = given, plan
        self.years, self.codes = scenario.plan.years, scenario.plan.codes
        self.row = 3

    def year_cell(self, at: int) -> str:
        """Year in the heading of the effects."""
        return self.sheet.at(self._heading_row, _YEARS + at)

    def heading(self, title: str, about: str) -> None:
        """A block begins."""
        self.row += 1
        self.sheet.text(self.row, 0, title, Look.TITLE)
        self.sheet.text(self.row + 1, 0, about)
        self.row += 2
        self._heading_row = self.row
        self.sheet.texts(self.row, 0, ("Nummer", "Maatregel"), Look.HEADING)
        self.sheet.years(self.row, _YEARS, self.years)
        self.row += 1

    def repeat_heading(self) -> None:
        """Prints these headings again on every page that follows: the years stand in the same columns in all blocks."""
        self.sheet.sheet.repeat_rows(self._heading_row)

    def per_measure(self, formula: Callable[[int, int], str], values: FloatArray) -> tuple[tuple[str, ...], ...]:
        """One row per measure, one formula per year; their references."""
        cells = []
        for index, measure in enumerate(self.scenario.plan.measures):
            self.sheet.texts(self.row, 0, (measure.code, measure.name))
            for at in range(len(self.years)):
                self.sheet.formula(self.row, _YEARS + at, formula(index, at), float(values[index, at]))
            cells.append(self._cells())
            self.row += 1
        return tuple(cells)

    def per_year(
        self, label: str, formula: Callable[[int], str], values: FloatArray, unknown: str = UNKNOWN
    ) -> tuple[str, ...]:
        """One row with a formula per year; their references."""
        self.sheet.text(self.row, 1, label, Look.TOTAL)
        for at in range(len(self.years)):
            value = unknown if np.isnan(values[at]) else float(values[at])
            self.sheet.formula(self.row, _YEARS + at, formula(at), value, look=Look.TOTAL)
        self.row += 1
        return tuple(self.sheet.at(self.row - 1, _YEARS + at) for at in range(len(self.years)))

    def _cells(self) -> tuple[str, ...]:
        return tuple(self.sheet.at(self.row, _YEARS + at) for at in range(len(self.years)))

    def block(self, cells: tuple[tuple[str, ...], ...], at: int) -> str:
        """All measures of one year."""
        return f"{cells[0][at]}:{cells[-1][at].partition('!')[2]}"


def write_computation(
    sheet: Sheet, scenario: Scenario, steps: Steps, given: InputCells, plan_cells: PlanCells
) -> ComputedCells:
    """The sheet, and where its figures stand."""
    sheet.text(0, 0, "Berekening, stap voor stap", Look.TITLE)
    sheet.text(1, 0, "Bedragen in mln €, niet geïndexeerd. Elke cel met een bedrag is een formule.")
    made = _Computation(sheet, scenario, steps, given, plan_cells)
    first = _write_per_measure(made)
    level = _write_levels(made, first)
    effect, gross, net = _write_effects(made, first, level)
    invested = _write_investments(made, first)
    contribution = _write_contributions(made, effect, gross, net)
    totals = _write_costs(made, net, invested)
    last = first + len(made.codes) - 1
    return ComputedCells(
        effect=effect,
        contribution=contribution,
        gross=gross,
        net=net,
        invested=invested,
        realised=given.realised,
        **totals,
        amount=sheet.down(_AMOUNT, first, last),
        unknown_names=sheet.at(last, _OPEN),
    )


def _write_per_measure(made: _Computation) -> int:
    """What holds for a measure in every year; the row of the first one."""
    sheet, given, inputs = made.sheet, made.given, made.steps.inputs
    sheet.text(made.row, 0, "1. Per maatregel", Look.TITLE)
    sheet.text(
        made.row + 1, 0, "Plaats in de band = (besparing − laag) / (hoog − laag). Een uitstel van 18 maanden is 1 heel "
        "jaar en 0,5 jaar. Wat het startjaar van de investering is, is een eigen aanname."
    )  # fmt: skip
    made.row += 2
    sheet.texts(made.row, 0, ("Nummer", "Maatregel"), Look.HEADING)
    sheet.texts(made.row, 2, _PER_MEASURE, Look.FIGURE_HEADING)
    sheet.text(made.row, _OPEN, _OPEN_HEADING, Look.HEADING)
    first = made.row = made.row + 1
    start_years = np.array(made.years)[0] + made.scenario.plan.first_effect_index
    open_names = ""
    for index, measure in enumerate(made.scenario.plan.measures):
        row = first + index
        cell = [sheet.at(row, column) for column in range(_OPEN + 1)]
        low, high, saving = given.low[index], given.high[index], given.saving[index]
        delay, amount = given.delay[index], given.investment[index]
        on, invested = bool(inputs.on[index]), float(inputs.investment_mln_eur[index])
        whole = int(inputs.delay_months[index] // 12)
        sheet.texts(row, 0, (measure.code, measure.name))
        sheet.formula(row, _ON, f'IF({given.on[index]}="{YES}",1,0)', float(on), Shown.WHOLE)
        position = f"IF({high}-{low}<=0.000000001,1,MAX(0,MIN(1,({saving}-{low})/({high}-{low}))))"
        sheet.formula(row, _POSITION, position, float(inputs.position_share[index]), Shown.POSITION)
        sheet.formula(row, _WHOLE, f"INT({delay}/12)", whole, Shown.WHOLE)
        part = float(inputs.delay_months[index]) / 12 - whole
        sheet.formula(row, _PART, f"{delay}/12-{cell[_WHOLE]}", part, Shown.POSITION)
        sheet.formula(row, _FIRST, _first_year(made, index), int(start_years[index]), Shown.WHOLE)
        sheet.formula(row, _PAID, f"{cell[_FIRST]}+{cell[_WHOLE]}", int(start_years[index]) + whole, Shown.WHOLE)
        amount_if_on = f'IF({cell[_ON]}=0,0,IF(ISNUMBER({amount}),{amount},"{UNKNOWN}"))'
        sheet.formula(row, _AMOUNT, amount_if_on, invested if on else 0.0, Shown.EXACT_AMOUNT)
        before = sheet.at(row - 1, _OPEN) if index else '""'
        joined = f'IF({before}="",{cell[0]},{before}&", "&{cell[0]})' if index else cell[0]
        is_open = f"IF({cell[_ON]}=1,IF(ISNUMBER({amount}),{before},{joined}),{before})"
        if on and np.isnan(invested):
            open_names = f"{open_names}, {measure.code}".removeprefix(", ")
        sheet.formula(row, _OPEN, is_open, open_names, Shown.TEXT)
        made.row += 1
    return first


def _first_year(made: _Computation, index: int) -> str:
    """First year with an effect in the table, or the first of the path where there is none."""
    found = str(made.years[0])
    for year, high in reversed(
        list(zip(made.scenario.plan.measures.effect_years, made.plan_cells.high[index], strict=True))
    ):
        found = f"IF({high}>0,{year},{found})"
    return found


def _write_levels(made: _Computation, first: int) -> tuple[tuple[str, ...], ...]:
    effect_years, cells = made.scenario.plan.measures.effect_years, made.plan_cells

    def level(index: int, at: int) -> str:
        year = made.years[at]
        if year < effect_years[0]:
            return "0"
        column = min(year, effect_years[-1]) - effect_years[0]
        low, high = cells.low[index][column], cells.high[index][column]
        row = first + index
        on, position = (made.sheet.at(row, of) for of in (_ON, _POSITION))
        return f"{on}*({low}+{position}*({high}-{low}))"

    made.heading("2. Effect zonder uitstel", "Telt mee × (laag + plaats in de band × (hoog − laag)), per jaar.")
    made.repeat_heading()
    return made.per_measure(level, made.steps.source_timed_mln_eur)


def _write_effects(
    made: _Computation, first: int, level: tuple[tuple[str, ...], ...]
) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...], tuple[str, ...]]:
    made.heading(
        "3. Effect met uitstel, en na overlap",
        "k hele jaren en een deel f later: (1 − f) × effect van k jaar eerder + f × effect van k + 1 jaar eerder. "
        "Na overlap: grootste + (1 − overlap) × (som − grootste).",
    )
    years = f"{made.year_cell(0)}:{made.year_cell(len(made.years) - 1).partition('!')[2]}"

    def late(index: int, at: int) -> str:
        row, levels = first + index, f"{level[index][0]}:{level[index][-1].partition('!')[2]}"
        whole, part = (made.sheet.at(row, of) for of in (_WHOLE, _PART))
        year = made.year_cell(at)
        return f"(1-{part})*SUMIF({years},{year}-{whole},{levels})+{part}*SUMIF({years},{year}-{whole}-1,{levels})"

    effect = made.per_measure(late, made.steps.effect_mln_eur)
    yearly = made.steps.yearly
    gross = made.per_year(
        "Som (mag niet als uitkomst)", lambda at: f"SUM({made.block(effect, at)})", yearly.gross_effect_mln_eur
    )
    largest = made.per_year(
        "Grootste maatregel", lambda at: f"MAX({made.block(effect, at)})", yearly.largest_effect_mln_eur
    )
    net = made.per_year(
        "Effect na overlap",
        lambda at: f"{largest[at]}+(1-{OVERLAP})*({gross[at]}-{largest[at]})",
        yearly.net_effect_mln_eur,
    )
    return effect, gross, net


def _write_investments(made: _Computation, first: int) -> tuple[str, ...]:
    words = dict(zip(INVESTMENTS_COUNTED.values, INVESTMENTS_COUNTED.words, strict=True))
    never, yearly = words[InvestmentCount.NO], words[InvestmentCount.YEARLY]

    def invested(index: int, at: int) -> str:
        row, year = first + index, made.year_cell(at)
        amount, paid = (made.sheet.at(row, of) for of in (_AMOUNT, _PAID))
        every, once = f"IF({paid}<={year},{amount},0)", f"IF({paid}={year},{amount},0)"
        return f'IF({COUNTED}="{never}",0,IF({COUNTED}="{yearly}",{every},{once}))'

    made.heading(
        "4. Investeringen in de jaarkosten",
        f"Volgens de keuze op het blad Invoer: {', '.join(words.values())}. Onbekende bedragen tellen niet mee en "
        "staan bij naam op het blad Resultaat.",
    )
    cells = made.per_measure(invested, made.steps.investment_mln_eur)
    return made.per_year(
        "Investeringen", lambda at: f"SUM({made.block(cells, at)})", made.steps.yearly.investment_mln_eur
    )


def _write_contributions(
    made: _Computation, effect: tuple[tuple[str, ...], ...], gross: tuple[str, ...], net: tuple[str, ...]
) -> tuple[tuple[str, ...], ...]:
    made.heading(
        "5. Bijdrage per maatregel",
        "Effect met uitstel × effect na overlap / som. De bijdragen tellen op tot het effect na overlap.",
    )
    cells = made.per_measure(
        lambda index, at: f"IF({gross[at]}=0,0,{effect[index][at]}*{net[at]}/{gross[at]})",
        made.steps.contribution_mln_eur,
    )
    made.per_year(
        "Som van de bijdragen", lambda at: f"SUM({made.block(cells, at)})", made.steps.yearly.net_effect_mln_eur
    )
    return cells


def _write_costs(made: _Computation, net: tuple[str, ...], invested: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    yearly, steps = made.steps.yearly, made.steps
    made.heading(
        "6. Jaarkosten",
        "Beginkosten × (1 + groei) tot de macht van het aantal jaren, min het effect na overlap, plus investeringen.",
    )
    first_year = made.year_cell(0)
    without = made.per_year(
        "Zonder maatregelen",
        lambda at: f"{START_COST}*(1+{GROWTH})^({made.year_cell(at)}-{first_year})",
        yearly.cost_without_measures_mln_eur,
    )
    cost = made.per_year(
        "Jaarkosten", lambda at: f"ROUND({without[at]}-{net[at]}+{invested[at]},9)", yearly.yearly_cost_mln_eur
    )
    target = made.per_year("Doel", lambda at: made.plan_cells.target[at], steps.target_mln_eur)
    gap = made.per_year(
        "Verschil met het doel",
        lambda at: f'IF(ISNUMBER({target[at]}),ROUND({cost[at]}-{target[at]},9),"{UNKNOWN}")',
        steps.gap_mln_eur,
    )
    drawn_target = made.per_year(
        f"Doel in de grafiek (niet getekend waar het {UNKNOWN} is)",
        lambda at: f"IF(ISNUMBER({target[at]}),{target[at]},NA())",
        steps.target_mln_eur,
        unknown=NOT_DRAWN,
    )
    given = made.given.contribution
    national = made.per_year(
        "Bijdrage van het Rijk",
        lambda at: f'IF(ISNUMBER({given[at]}),{given[at]},"{UNKNOWN}")',
        steps.inputs.national_contribution_mln_eur,
    )
    regional = made.per_year(
        f"Kosten voor de regio, {WITHOUT_NATIONAL}",
        lambda at: f"IF(ISNUMBER({national[at]}),ROUND({cost[at]}-{national[at]},9),{cost[at]})",
        steps.regional_cost_mln_eur,
    )
    return {
        "without": without, "cost": cost, "target": target, "drawn_target": drawn_target, "gap": gap,
        "national": national, "regional": regional,
    }  # fmt: skip
