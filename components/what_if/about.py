"""What a downloaded file says of the scenario that it holds, and what the file is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from components.look.about_file import About
from components.look.file_names import file_stem
from components.look.words import number
from components.what_if.panel.controls import choice_in_words
from components.what_if.saved.file import SavedScenario
from components.what_if.session import NOT_IN_A_LINK, WhatIfSession
from model.faults import with_unit
from model.notation import decimals_needed
from model.what_if import (
    Control,
    ControlValue,
    Measure,
    SavingsPlan,
    Scenario,
    TargetKind,
    controls_of,
    input_decimals,
    presets,
    realised_years,
    scenario_to_query,
)
from model.what_if.parameters import OWN_TARGET_MLN_EUR, REALISED_COST_MLN_EUR, TARGET, UNITS, Kind, Scope

OWN_STAND = "eigen stand"
UNIT = "mln €, niet geïndexeerd"
_MOST_DECIMALS = 9
_PERCENTS_OF_GROWTH = 1
"""Decimals of the growth on the page."""


@dataclass(frozen=True)
class AboutScenario:
    """Scenario of a file in words.

    Attributes
    ----------
    scenario : Scenario
    whose : str
        Region of the source, or the own table by its name.
    name : str
        Name of the preset or of the saved scenario that it equals, or that it is one of the visitor's own.
    link : str
        Address that opens it, or why there is none.
    marks : tuple of str
        What tells its files from those of another: the table where it is an own one, the scenario, the target where
        that is not the path, and that it has what the costs really were.
    """

    scenario: Scenario
    whose: str
    name: str
    link: str
    marks: tuple[str, ...]

    @cached_property
    def inputs(self) -> tuple[tuple[str, str], ...]:
        """Every input and its value; put into words only for who opens what it is for."""
        return tuple(inputs_in_words(self.scenario))

    def rows(self, unit: str = UNIT) -> About:
        """All of it for a file whose amounts have this unit."""
        return (
            ("Eenheid", unit),
            ("Regio of tabel", self.whose),
            ("Scenario", self.name),
            ("Link", self.link),
            *((f"Invoer: {label}", value) for label, value in self.inputs),
        )

    def file_name(self, what: str) -> str:
        """Name of a file that holds this of the scenario, without its ending."""
        return named_file(what, *self.marks)


def named_file(what: str, *marks: str) -> str:
    """Name of a file of this page without its ending."""
    return file_stem("doorrekening", what, *marks)


def about_scenario(session: WhatIfSession, saved: Sequence[SavedScenario]) -> AboutScenario:
    """The scenario as it stands; `saved` are the scenarios that the visitor saved."""
    scenario = session.scenario
    name = scenario_name(session, saved)
    marks = [session.own_table_name or "", name]
    if scenario.target is not TargetKind.PATH:
        marks.append(exact_in_words(controls_of(session.plan)[TARGET.key], scenario.target, session.plan))
    if realised_years(scenario):
        marks.append("met werkelijke kosten")
    return AboutScenario(
        scenario=scenario,
        whose=session.whose,
        name=name,
        link=link_in_words(session, scenario_to_query(scenario)),
        marks=tuple(marks),
    )


def scenario_name(session: WhatIfSession, saved: Sequence[SavedScenario]) -> str:
    """Name of the preset or else of the saved scenario that the scenario equals."""
    equal = session.preset
    for preset in presets(session.plan):
        if preset.name == equal:
            return preset.label
    query = scenario_to_query(session.scenario)
    return next((entry.name for entry in saved if entry.query == query), OWN_STAND)


def link_in_words(session: WhatIfSession, query: str) -> str:
    """Address that opens a scenario; none for an own table, which no link can carry."""
    if session.own_table_name:
        return f"geen: {NOT_IN_A_LINK}"
    return f"{(st.context.url or '').split('?')[0]}?{query}"


def inputs_in_words(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Every input with its value: those of the whole, those per year, and one line for each measure."""
    controls = [control for control in controls_of(scenario.plan).values() if not control.for_all]
    for control in controls:
        if control.scope is not Scope.MEASURE and not _is_unused(control, scenario):
            yield control.label, exact_in_words(control, control.get(scenario), scenario.plan)
    for index, measure in enumerate(scenario.plan.measures):
        own = [control for control in controls if control.scope is Scope.MEASURE and control.index == index]
        yield f"maatregel {measure.code} {measure.name}", _measure_in_words(measure, own, scenario)


def _is_unused(control: Control, scenario: Scenario) -> bool:
    """Whether there is nothing to say of an input: a target of one's own that is not chosen, an amount never given."""
    if control.key == OWN_TARGET_MLN_EUR.key:
        return scenario.target is not TargetKind.OWN
    return control.field == REALISED_COST_MLN_EUR.key and not realised_years(scenario)


def _measure_in_words(measure: Measure, controls: Sequence[Control], scenario: Scenario) -> str:
    parts = []
    for control in controls:
        value = exact_in_words(control, control.get(scenario), scenario.plan)
        label = control.label.partition(f" van maatregel {measure.code} ")[0].lower()
        parts.append(value if control.kind is Kind.SWITCH else f"{label}: {value}")
    return "; ".join(parts)


def exact_in_words(control: Control, value: ControlValue, plan: SavingsPlan) -> str:
    """Value of a control with its unit: as the page writes it, with more decimals only where it was set finer."""
    if value is None:
        return "onbekend"
    if control.kind is Kind.SWITCH:
        return "aan" if value else "uit"
    if control.kind is Kind.CHOICE:
        return choice_in_words(control, value)
    if control.kind is Kind.PERCENT:
        return f"{_in_all_digits(100 * float(value), 0)}%"
    least = _PERCENTS_OF_GROWTH if control.kind is Kind.GROWTH else 0
    if control.kind is Kind.AMOUNT:
        least = input_decimals(plan).get(control.key, plan.decimals)
    return with_unit(_in_all_digits(float(value), least), UNITS[control.kind])


def _in_all_digits(value: float, least: int) -> str:
    # A number that is almost 0 is not written as -0.
    return number(round(value, _MOST_DECIMALS) or 0.0, decimals_needed([value], least, _MOST_DECIMALS))
