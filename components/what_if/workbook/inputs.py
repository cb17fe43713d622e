"""Sheet with everything that a reader can set: value, unit, allowed range, origin, and the value of the download."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from components.what_if.panel.controls import INVESTMENT_WORDS
from components.what_if.panel.plan_words import about_in_words, origin_in_words
from components.what_if.session import is_of_source
from components.what_if.workbook.plan_sheets import PlanCells
from components.what_if.workbook.writing import UNKNOWN, Look, Sheet, Shown
from model.what_if import Control, InvestmentKind, SavingsPlan, Scenario, controls_of
from model.what_if.investments import investment_by_measure
from model.what_if.measures import HIGHEST_AMOUNT_MLN_EUR
from model.what_if.parameters import (
    DELAY_MONTHS,
    GROWTH_PCT,
    INVESTMENTS_COUNTED,
    NATIONAL_CONTRIBUTION_MLN_EUR,
    OVERLAP_SHARE,
    OWN_TARGET_MLN_EUR,
    TARGET,
    Kind,
)

NAME = "Invoer"
WIDTHS = (58, 26, 14, 11, 11, 16, 14, 24, 26, *(16,) * 3, 3, *(26,) * 4)
YES, NO = "ja", "nee"
OWN_ORIGIN = "eigen stand"
_VALUE, _UNIT, _LOW, _HIGH, _ORIGIN, _BEFORE, _WAYS = 1, 2, 3, 4, 5, 8, 13
_SAVING, _DELAY, _INVESTMENT, _KIND = 2, 5, 6, 7
_FIRST_ROW = 4
_LONGEST_MESSAGE = 255
_BEFORE_HEADING = "Bij het downloaden"

OVERLAP, GROWTH, COUNTED, TARGET_NAME, OWN_TARGET = (
    "overlap_aandeel",
    "groei_per_jaar",
    "investeringen_meetellen",
    "doel_keuze",
    "doel_eigen_bedrag",
)
"""Names under which formulas know the assumptions about the whole."""
_WHOLE = {
    TARGET_NAME: TARGET.key,
    OWN_TARGET: OWN_TARGET_MLN_EUR.key,
    OVERLAP: OVERLAP_SHARE.key,
    GROWTH: GROWTH_PCT.key,
    COUNTED: INVESTMENTS_COUNTED.key,
}


@dataclass(frozen=True)
class InputCells:
    """References to the inputs: per measure, per year, and the formula that counts what differs from the download."""

    on: tuple[str, ...]
    saving: tuple[str, ...]
    low: tuple[str, ...]
    high: tuple[str, ...]
    delay: tuple[str, ...]
    investment: tuple[str, ...]
    contribution: tuple[str, ...]
    realised: tuple[str, ...]
    differences: str


def write_inputs(book: Any, sheet: Sheet, scenario: Scenario, plan_cells: PlanCells) -> InputCells:
    """The sheet, and where its inputs stand."""
    sheet.text(0, 0, "Invoer: wat u kunt veranderen", Look.TITLE)
    sheet.text(
        1, 0, f"Verander een gekleurde cel en alle bladen rekenen mee. “{UNKNOWN}” of leeg is onbekend: dat is geen 0."
    )
    years_row = _write_whole(book, sheet, scenario) + 1
    realised_row = _write_years(sheet, scenario, years_row) + 1
    measures_row = _write_realised(sheet, scenario, realised_row) + 1
    _write_measures(sheet, scenario, plan_cells, measures_row)
    whole = range(_FIRST_ROW + 1, years_row - 1)
    years, realised = range(years_row + 2, realised_row - 1), range(realised_row + 2, measures_row - 1)
    measures = range(measures_row + 2, measures_row + 2 + len(scenario.plan.codes))
    compared = [(_VALUE, _BEFORE, whole), (_VALUE, _BEFORE, years)]
    compared += [(now, _BEFORE + at, measures) for at, now in enumerate((_VALUE, _SAVING, _DELAY, _INVESTMENT))]
    pairs = [
        f"SUMPRODUCT(--({sheet.down(now, rows[0], rows[-1])}<>{sheet.down(before, rows[0], rows[-1])}))"
        for now, before, rows in compared
    ]
    sheet.sheet.freeze_panes(3, 1)
    sheet.sheet.print_area(0, 0, measures[-1], _BEFORE + 3)
    on, saving, low, high, delay, investment = (
        tuple(sheet.at(row, column) for row in measures)
        for column in (_VALUE, _SAVING, _LOW, _HIGH, _DELAY, _INVESTMENT)
    )
    contribution, what_they_were = (tuple(sheet.at(row, _VALUE) for row in rows) for rows in (years, realised))
    return InputCells(on, saving, low, high, delay, investment, contribution, what_they_were, "+".join(pairs))


def _write_whole(book: Any, sheet: Sheet, scenario: Scenario) -> int:
    """Assumptions about the whole; the row after them."""
    sheet.texts(_FIRST_ROW, 0, ("Aanname", "Waarde", "Eenheid"), Look.HEADING)
    sheet.texts(_FIRST_ROW, _LOW, ("Van", "Tot"), Look.FIGURE_HEADING)
    sheet.text(_FIRST_ROW, _ORIGIN, "Herkomst", Look.HEADING)
    sheet.text(_FIRST_ROW, _BEFORE, _BEFORE_HEADING, Look.HEADING)
    sheet.text(_FIRST_ROW, _WAYS, "Mogelijke keuzes", Look.HEADING)
    controls, start = controls_of(scenario.plan), Scenario.default(scenario.plan)
    for row, (name, key) in enumerate(_WHOLE.items(), start=_FIRST_ROW + 1):
        control = controls[key]
        sheet.text(row, 0, control.label)
        write = _write_choice if control.kind is Kind.CHOICE else _write_number
        write(sheet, row, control, scenario, start)
        book.define_name(name, f"={sheet.at(row, _VALUE)}")
    return row + 1


def _write_choice(sheet: Sheet, row: int, control: Control, scenario: Scenario, start: Scenario) -> None:
    plan = scenario.plan
    now, first = (control.words[control.values.index(control.get(of))] for of in (scenario, start))
    sheet.text(row, _VALUE, now, Look.INPUT)
    sheet.text(row, _BEFORE, now)
    sheet.texts(row, _WAYS, control.words)
    source = f"={sheet.across(row, _WAYS, _WAYS + len(control.words) - 1)}"
    _allow(sheet, row, _VALUE, {"validate": "list", "source": source}, about_in_words(plan, control))
    cell = sheet.at(row, _VALUE)
    origin = origin_in_words(plan, control)
    shown = origin if now == first else OWN_ORIGIN
    sheet.formula(row, _ORIGIN, f'IF({cell}="{first}","{origin}","{OWN_ORIGIN}")', shown, Shown.TEXT)


def _write_number(sheet: Sheet, row: int, control: Control, scenario: Scenario, start: Scenario) -> None:
    shown, unit, part = _ways_to_show(control)
    low, high, now, first = (
        float(value) / part  # type: ignore[arg-type]
        for value in (control.values[0], control.values[-1], control.get(scenario), control.get(start))
    )
    for column, value, look in ((_VALUE, now, Look.INPUT), (_LOW, low, Look.PLAIN), (_HIGH, high, Look.PLAIN)):
        sheet.number(row, column, value, shown, look)
    sheet.text(row, _UNIT, unit)
    sheet.number(row, _BEFORE, now, shown)
    _allow_between(sheet, row, _VALUE, about_in_words(scenario.plan, control))
    _write_origin(sheet, row, origin_in_words(scenario.plan, control), first, now)


def _ways_to_show(control: Control) -> tuple[Shown, str, float]:
    """Format and unit of a number, and what it is divided by: a spreadsheet takes percents as a share."""
    if control.kind is Kind.GROWTH:
        return Shown.SHARE, "per jaar", 100.0
    return (Shown.SHARE, "", 1.0) if control.kind is Kind.PERCENT else (Shown.EXACT_AMOUNT, "mln €", 1.0)


def _write_origin(sheet: Sheet, row: int, origin: str, first: float | None, now: float | None) -> None:
    """Where the value comes from, as long as it is the first one: a formula, so that it follows the value."""
    cell = sheet.at(row, _VALUE)
    if first is None:
        formula, is_first = f'IF(ISNUMBER({cell}),"{OWN_ORIGIN}","{origin}")', now is None
    else:
        formula = f'IF(ISNUMBER({cell}),IF(ROUND({cell}-{first!r},9)=0,"{origin}","{OWN_ORIGIN}"),"{OWN_ORIGIN}")'
        is_first = now is not None and abs(now - first) < 5e-10
    sheet.formula(row, _ORIGIN, formula, origin if is_first else OWN_ORIGIN, Shown.TEXT)


def _write_years(sheet: Sheet, scenario: Scenario, row: int) -> int:
    """National contribution per year; the row after it."""
    plan = scenario.plan
    sheet.text(row, 0, f"{NATIONAL_CONTRIBUTION_MLN_EUR.label} per jaar", Look.TITLE)
    row += 1
    sheet.texts(row, 0, ("Jaar", "Bijdrage", "Eenheid"), Look.HEADING)
    sheet.texts(row, _LOW, ("Van", "Tot"), Look.FIGURE_HEADING)
    sheet.text(row, _ORIGIN, "Herkomst", Look.HEADING)
    sheet.text(row, _BEFORE, _BEFORE_HEADING, Look.HEADING)
    for index, year in enumerate(plan.years):
        row += 1
        known = plan.trajectory.national_contribution_mln_eur[index]
        value = scenario.national_contribution_mln_eur[index] if known is None else known
        highest = max(plan.national_contribution_parameter.high, value or 0.0)
        sheet.number(row, 0, year, Shown.WHOLE, Look.LABEL)
        sheet.number(row, _VALUE, value, Shown.EXACT_AMOUNT, Look.INPUT)
        sheet.text(row, _UNIT, "mln €")
        sheet.number(row, _LOW, 0.0)
        sheet.number(row, _HIGH, highest)
        sheet.number(row, _BEFORE, value, Shown.EXACT_AMOUNT)
        _allow_unknown_or(sheet, row, _VALUE, highest)
        _write_origin(sheet, row, _origin_of_contribution(plan, year), known, value)
    return row + 1


def _write_realised(sheet: Sheet, scenario: Scenario, row: int) -> int:
    """What the costs really were per year, for who fills it in as reports come; the row after it."""
    parameter = scenario.plan.realised_cost_parameter
    sheet.text(row, 0, f"{parameter.label} per jaar: uw eigen opgave, verandert de berekening niet", Look.TITLE)
    row += 1
    sheet.texts(row, 0, ("Jaar", parameter.label, "Eenheid"), Look.HEADING)
    sheet.texts(row, _LOW, ("Van", "Tot"), Look.FIGURE_HEADING)
    sheet.text(row, _ORIGIN, "Herkomst", Look.HEADING)
    sheet.text(row, _BEFORE, _BEFORE_HEADING, Look.HEADING)
    for year, cost in zip(scenario.plan.years, scenario.realised_cost_mln_eur, strict=True):
        row += 1
        sheet.number(row, 0, year, Shown.WHOLE, Look.LABEL)
        sheet.number(row, _VALUE, cost, Shown.EXACT_AMOUNT, Look.INPUT)
        sheet.text(row, _UNIT, parameter.unit)
        sheet.number(row, _LOW, parameter.low)
        sheet.number(row, _HIGH, parameter.high)
        sheet.text(row, _ORIGIN, str(parameter.origin))
        sheet.number(row, _BEFORE, cost, Shown.EXACT_AMOUNT)
        _allow_unknown_or(sheet, row, _VALUE, parameter.high, parameter.low)
    return row + 1


def _origin_of_contribution(plan: SavingsPlan, year: int) -> str:
    control = controls_of(plan).get(f"{NATIONAL_CONTRIBUTION_MLN_EUR.key}:{year}")
    if control is None:
        return str(NATIONAL_CONTRIBUTION_MLN_EUR.origin) if is_of_source(plan) else "uw tabel"
    return origin_in_words(plan, control)


def _write_measures(sheet: Sheet, scenario: Scenario, plan_cells: PlanCells, row: int) -> None:
    plan = scenario.plan
    sheet.text(row, 0, "Maatregelen", Look.TITLE)
    headings = (
        "Besparing per jaar (mln €)", "Van (mln €)", "Tot (mln €)",
        f"Later starten (maanden, {DELAY_MONTHS.low:g}-{DELAY_MONTHS.high:g})", "Investering (mln €)",
    )  # fmt: skip
    before = ("Telt mee", "Besparing per jaar", "Later starten", "Investering")
    sheet.texts(row + 1, 0, ("Maatregel", "Telt mee"), Look.HEADING)
    sheet.texts(row + 1, _SAVING, headings, Look.FIGURE_HEADING)
    sheet.text(row + 1, _KIND, "Investering volgens de tabel", Look.HEADING)
    for column, word in enumerate(before, start=_BEFORE):
        look = Look.HEADING if column == _BEFORE else Look.FIGURE_HEADING
        sheet.text(row + 1, column, f"{word}, bij het downloaden", look)
    sheet.sheet.repeat_rows(row + 1)
    investments = investment_by_measure(scenario)
    for index, measure in enumerate(plan.measures):
        at, kind = row + 2 + index, measure.investment_kind
        on, delay = YES if scenario.on[index] else NO, scenario.delay_months[index]
        months = Shown.WHOLE if delay == int(delay) else Shown.BROKEN
        figures = (
            (_SAVING, scenario.saving_mln_eur[index], Shown.EXACT_AMOUNT),
            (_DELAY, delay, months),
            (_INVESTMENT, float(investments[index]), Shown.EXACT_AMOUNT),
        )
        sheet.text(at, 0, f"{measure.code} {measure.name}")
        sheet.text(at, _VALUE, on, Look.INPUT)
        sheet.text(at, _BEFORE, on)
        for later, (column, value, shown) in enumerate(figures, start=1):
            sheet.number(at, column, value, shown, Look.INPUT)
            sheet.number(at, _BEFORE + later, value, shown)
        sheet.formula(at, _LOW, plan_cells.low[index][-1], float(plan.band_low_mln_eur[index]), Shown.EXACT_AMOUNT)
        sheet.formula(at, _HIGH, plan_cells.high[index][-1], float(plan.band_high_mln_eur[index]), Shown.EXACT_AMOUNT)
        sheet.text(at, _KIND, "bedrag" if kind is InvestmentKind.AMOUNT else INVESTMENT_WORDS[kind])
        sheet.sheet.data_validation(at, _VALUE, at, _VALUE, {"validate": "list", "source": [YES, NO]})
        _allow_between(sheet, at, _SAVING)
        _allow_months(sheet, at, whole=months is Shown.WHOLE)
        stated = kind is InvestmentKind.TO_BE_STATED
        _allow_unknown_or(
            sheet, at, _INVESTMENT, plan.unknown_investment_parameter.high if stated else HIGHEST_AMOUNT_MLN_EUR
        )


def _allow_between(sheet: Sheet, row: int, column: int, about: str = "") -> None:
    """Only numbers between the ends that stand in the same row."""
    low, high = (f"={sheet.here(row, end)}" for end in (_LOW, _HIGH))
    _allow(sheet, row, column, {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}, about)


def _allow_months(sheet: Sheet, row: int, *, whole: bool) -> None:
    ends = {"minimum": DELAY_MONTHS.low, "maximum": DELAY_MONTHS.high}
    _allow(sheet, row, _DELAY, {"validate": "integer" if whole else "decimal", "criteria": "between", **ends})


def _allow_unknown_or(sheet: Sheet, row: int, column: int, highest: float, lowest: float = 0.0) -> None:
    """Only the word for unknown, nothing, or a number from the lowest up to the highest."""
    cell = sheet.here(row, column)
    rule = f'=IF(ISNUMBER({cell}),AND({cell}>={lowest:g},{cell}<={highest:g}),{cell}="{UNKNOWN}")'
    _allow(sheet, row, column, {"validate": "custom", "value": rule})


def _allow(sheet: Sheet, row: int, column: int, rule: dict[str, Any], about: str = "") -> None:
    """A rule for one cell, and what the cell means for who selects it."""
    said = {"error_title": "Dit kan niet", "error_message": "De waarde ligt buiten wat op dit blad mag."}
    if about:
        said["input_message"] = shorten(about, _LONGEST_MESSAGE, placeholder=" …")
    sheet.sheet.data_validation(row, column, row, column, {**rule, **said})


def meanings(scenario: Scenario) -> list[tuple[str, str]]:
    """Name and meaning of every assumption about the whole, for the sheet that explains."""
    plan, controls = scenario.plan, controls_of(scenario.plan)
    return [(controls[key].label, about_in_words(plan, controls[key])) for key in _WHOLE.values()]
