"""All results of one scenario, computed once per scenario and shared by panel, tables and exports."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from model.what_if import (
    ControlResponse,
    Fan,
    Scenario,
    YearlyFigures,
    chance_table,
    fan,
    measure_effects,
    response_table,
    scenario_figures,
    tornado,
    waterfall,
)
from model.what_if.parameters import DELAY_MONTHS


@dataclass(frozen=True, eq=False)
class Results:
    """Results of one scenario; each part is computed when it is first asked for."""

    scenario: Scenario
    ceilings: tuple[tuple[str, float], ...] = ()
    """Names and heights of the source's ceilings, mln €; none for an own table."""

    @cached_property
    def figures(self) -> YearlyFigures:
        """Yearly figures."""
        return scenario_figures(self.scenario)

    @cached_property
    def fan(self) -> Fan:
        """Band and chance."""
        return fan(self.scenario)

    @cached_property
    def responses(self) -> dict[str, ControlResponse]:
        """What each step of each control would do."""
        return response_table(self.scenario)

    @cached_property
    def chances(self) -> dict[str, tuple[int, ...]]:
        """Chance at each step of a control, whole percents; left out where the chance can wait for the release."""
        needed = {key: response for key, response in self.responses.items() if _shows_chance(response)}
        return chance_table(self.scenario, needed)

    @cached_property
    def waterfall(self) -> pd.DataFrame:
        """Steps from the start cost to the result."""
        return waterfall(self.scenario)

    @cached_property
    def tornado(self) -> pd.DataFrame:
        """Result with each input at its ends."""
        return tornado(self.scenario)

    @cached_property
    def measures(self) -> pd.DataFrame:
        """Effect of each measure."""
        return measure_effects(self.scenario)


def _shows_chance(response: ControlResponse) -> bool:
    """Whether the chance moves along during a drag.

    Not for a later start of one measure, hidden behind "Meer", nor for what leaves the costs alone.
    """
    cost = response.figures.yearly_cost_mln_eur
    hidden = response.control.field == DELAY_MONTHS.key and not response.control.for_all
    return not hidden and not (cost == cost[0]).all()
