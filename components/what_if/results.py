"""All results of one scenario, computed once per scenario and shared by panel, tables, exports and visitors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from model.what_if import (
    Contributions,
    Control,
    ControlResponse,
    Fan,
    GroupContribution,
    InvestmentOverview,
    LaterStart,
    MeasureEffect,
    MeasurePriority,
    Scenario,
    TornadoBar,
    WaterfallStep,
    YearlyFigures,
    YearsTogether,
    chance_range,
    chance_table,
    contributions,
    contributions_by_category,
    contributions_by_lead,
    controls_of,
    fan,
    investment_overview,
    later_starts,
    measure_effects,
    moves_baseline,
    priorities,
    response_table,
    scenario_figures,
    tornado,
    waterfall,
    years_together,
)
from model.what_if.parameters import DELAY_MONTHS

MOST_SCENARIOS_KEPT = 256


@dataclass(frozen=True, eq=False)
class Results:
    """Results of one scenario; each part is computed when it is first asked for."""

    scenario: Scenario

    @property
    def decimals(self) -> int:
        """Decimals of every amount in mln €; see `SavingsPlan.decimals`."""
        return self.scenario.plan.decimals

    @cached_property
    def figures(self) -> YearlyFigures:
        """Yearly figures."""
        return scenario_figures(self.scenario)

    @cached_property
    def fan(self) -> Fan:
        """Band and chance."""
        return fan(self.scenario)

    @cached_property
    def chance_range(self) -> tuple[float, float]:
        """Chance with the overlap 5 points higher and lower."""
        return chance_range(self.scenario)

    @cached_property
    def responses(self) -> dict[str, ControlResponse]:
        """What each control would do."""
        return response_table(self.scenario)

    @cached_property
    def chances(self) -> dict[str, tuple[int, ...]]:
        """Chance at each step of a control, in tenths; left out where the chance can wait for the release."""
        return chance_table(self.scenario, self._with_chance())

    @cached_property
    def waterfall(self) -> tuple[WaterfallStep, ...]:
        """Steps from the start cost to the result."""
        return waterfall(self.scenario)

    @cached_property
    def tornado(self) -> tuple[TornadoBar, ...]:
        """Result with each input at its ends."""
        return tornado(self.scenario)

    @cached_property
    def measures(self) -> tuple[MeasureEffect, ...]:
        """Effect of each measure."""
        return measure_effects(self.scenario)

    @cached_property
    def together(self) -> YearsTogether:
        """All years together."""
        return years_together(self.scenario)

    @cached_property
    def later(self) -> tuple[LaterStart, ...]:
        """The same with all measures later."""
        return later_starts(self.scenario)

    @cached_property
    def contributions(self) -> Contributions:
        """Contribution of each measure per year."""
        return contributions(self.scenario)

    @cached_property
    def by_lead(self) -> tuple[GroupContribution, ...]:
        """Contribution per leading party."""
        return contributions_by_lead(self.scenario)

    @cached_property
    def by_category(self) -> tuple[GroupContribution, ...]:
        """Contribution per category."""
        return contributions_by_category(self.scenario)

    @cached_property
    def priorities(self) -> tuple[MeasurePriority, ...]:
        """What there is to weigh of each measure."""
        return priorities(self.scenario)

    @cached_property
    def investments(self) -> InvestmentOverview:
        """What is known of the investments, and what is not."""
        return investment_overview(self.scenario)

    def _with_chance(self) -> Iterator[Control]:
        """Controls with which the chance moves along during a drag.

        Not a later start of one measure, hidden behind "Meer", nor what leaves the costs alone: the margin of the
        overlap and the dependence ask for other draws at each value. A measure that saves nothing where its slider
        stands can still save something in a draw.
        """
        for control in controls_of(self.scenario.plan).values():
            response = self.responses.get(control.key)
            if response is None:
                shows = moves_baseline(control)
            else:
                cost = response.cost_mln_eur
                hidden = control.field == DELAY_MONTHS.key and not control.for_all
                shows = not hidden and (control.field == "on" or not (cost == cost[0]).all())
            if shows:
                yield control


@lru_cache(maxsize=MOST_SCENARIOS_KEPT)
def results_of(scenario: Scenario) -> Results:
    """Results of a scenario; visitors with the same one, such as the start or a preset, share them."""
    return Results(scenario)
