"""Chances of saved scenarios in their table, on the screen and in a file."""

from __future__ import annotations

from dataclasses import replace

from components.what_if.saved.comparison import (
    CHANCE,
    comparison_on_screen,
    comparison_table,
    scenario_line,
    target_line,
)
from components.what_if.saved.file import SavedScenario
from components.what_if.session import source_plan
from model.what_if import Scenario, preset_scenario, scenario_to_query

PLAN = source_plan()
NOW = Scenario.default(PLAN)


def test_a_chance_in_a_table_is_never_none_and_never_certain() -> None:
    line = scenario_line(SavedScenario("Niets", scenario_to_query(preset_scenario(PLAN, "niets"))), 0, NOW)
    low, half, high = (replace(line, chance_share=share) for share in (0.0046, 0.5, 0.9962))
    assert comparison_table([low, half, high], PLAN)[CHANCE].tolist() == ["minder dan 1", 50, "meer dan 99"]
    shown = comparison_on_screen([target_line(NOW), low, half, high], PLAN)[CHANCE].tolist()
    assert shown == ["", ("<1", 0.0046), ("50", 0.5), (">99", 0.9962)]
