"""What the browser shows at every value of a dragged control is what Python computes on release, to the last digit."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from components.what_if.panel.payload import plan_id, plan_payload, scenario_json
from components.what_if.results import Results
from components.what_if.session import source_plan
from model.notation import thousandths
from model.what_if import (
    Control,
    InvestmentCount,
    Scenario,
    TargetKind,
    controls_of,
    fan,
    measure_effects,
    preset_scenario,
    scenario_figures,
    with_values,
)
from tests.components.what_if.own_table.tables import own_plan
from tests.serving import ROOT

NODE, SCRIPT = ROOT / ".venv/bin/node", Path(__file__).with_name("dragged.js")
PLAN = source_plan()
MIDDLE = Scenario.default(PLAN)
SCENARIOS = {
    "start": MIDDLE,
    "low": preset_scenario(PLAN, "laag"),
    "high, with investments": replace(preset_scenario(PLAN, "hoog"), investments_counted=InvestmentCount.ONCE),
    "late and growing": with_values(
        replace(MIDDLE, growth_pct=1.3, investments_counted=InvestmentCount.YEARLY),
        {"delay_months": 7.0, "delay_months:2": 13.0, "on:6": False, "unknown_investment_mln_eur:1": 2.5},
    ),
    "own target, overlap nearly certain": replace(
        MIDDLE, target=TargetKind.OWN, own_target_mln_eur=99.4, overlap_margin_share=0.04, dependence_share=0.15
    ),
    "off the steps": replace(MIDDLE, saving_mln_eur=(5.55, *MIDDLE.saving_mln_eur[1:]), overlap_share=0.703),
    "nothing": preset_scenario(PLAN, "niets"),
    "one measure, two years": Scenario.default(own_plan(1, 2)),
    "own table": Scenario.default(own_plan(5, 6, high=20.0, start=1000.0)),
    "small municipality": Scenario.default(own_plan(4, 3, low=0.01, high=0.045, start=3.1)),
}


@pytest.fixture(scope="module", params=SCENARIOS.values(), ids=SCENARIOS)
def dragged(request: pytest.FixtureRequest) -> tuple[Scenario, dict[str, list[dict[str, Any]]]]:
    """A scenario, and by control what the browser shows at each of its values."""
    scenario: Scenario = request.param
    panel = {"plan": plan_id(scenario.plan), "scenario": scenario_json(Results(scenario))}
    sent = json.dumps({"plan": plan_payload(scenario.plan), "panel": panel})
    done = subprocess.run([NODE, SCRIPT], input=sent, capture_output=True, text=True, check=True)
    shown: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
    return scenario, shown


def _with_slider(scenario: Scenario) -> list[tuple[str, Control]]:
    return [(key, control) for key, control in controls_of(scenario.plan).items() if control.typed_step is None]


def test_every_value_of_every_control_shows_what_its_release_gives(
    dragged: tuple[Scenario, dict[str, list[dict[str, Any]]]],
) -> None:
    scenario, shown = dragged
    at = scenario.plan.trajectory.target_index
    for key, control in _with_slider(scenario):
        for value, seen in zip(control.values, shown[key], strict=True):
            released = control.set(scenario, value)
            figures = scenario_figures(released)
            assert seen["cost"] == thousandths(figures.yearly_cost_mln_eur), (key, value)
            assert seen["baseline"] == thousandths(figures.cost_without_measures_mln_eur), (key, value)
            contribution = figures.yearly_cost_mln_eur - figures.regional_cost_mln_eur
            assert seen["contribution"] == thousandths(contribution), (key, value)
            plain_sum = thousandths([figures.cost_without_measures_mln_eur[at] - figures.gross_effect_mln_eur[at]])
            assert seen["plainSum"] in (None, *plain_sum), (key, value)
            if seen["effects"] is None:
                assert key == "delay_months"
                continue
            amounts = {
                effect.measure_code: thousandths([effect.contribution_mln_eur, effect.lost_to_overlap_mln_eur])
                for effect in measure_effects(released)
            }
            assert seen["effects"] == amounts, (key, value)


def test_the_chance_at_every_value_of_every_control_is_that_of_the_release(
    dragged: tuple[Scenario, dict[str, list[dict[str, Any]]]],
) -> None:
    scenario, shown = dragged
    for key, control in _with_slider(scenario):
        for index in {*range(0, len(control.values), 11), len(control.values) - 1}:
            released = fan(control.set(scenario, control.values[index]))
            assert shown[key][index]["chance"] == released.chance_tenths, (key, index)
