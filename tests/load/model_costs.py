"""Costs by the model itself, to hold what the app answers against."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from components.what_if.session import with_changes
from model.dataset.reading import read_table
from model.notation import thousandths
from model.what_if import ZHZ_PROPOSED_CODES, SavingsPlan, Scenario, read_plan, scenario_figures, scenario_from_query


@cache
def source_plan() -> SavingsPlan:
    """Plan that a visit starts with."""
    return read_plan(read_table("measures"), read_table("trajectory"), ZHZ_PROPOSED_CODES)


def costs_after(changes: Mapping[str, int]) -> list[int]:
    """Yearly costs with controls moved to these positions from the start, thousands of euros."""
    return _costs(with_changes(Scenario.default(source_plan()), changes))


def costs_at(query: str) -> list[int]:
    """Yearly costs of the scenario that an address holds, thousands of euros."""
    return _costs(scenario_from_query(dict(part.split("=", 1) for part in query.split("&")), source_plan()))


def _costs(scenario: Scenario) -> list[int]:
    return list(thousandths(scenario_figures(scenario).yearly_cost_mln_eur))
