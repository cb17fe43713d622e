"""All results of one scenario, computed once per scenario and shared by panel, tables, exports and visitors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from components.look.axis import Axis
from model.what_if import (
    Contributions,
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
    priorities,
    response_table,
    scenario_figures,
    tornado,
    waterfall,
    years_together,
)

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
        """Chance at each step of every control that can be dragged, in tenths."""
        controls = controls_of(self.scenario.plan).values()
        return chance_table(self.scenario, [control for control in controls if control.typed_step is None])

    @cached_property
    def waterfall(self) -> tuple[WaterfallStep, ...]:
        """Steps from the start cost to the result."""
        return waterfall(self.scenario)

    @cached_property
    def waterfall_axis(self) -> Axis:
        """Axis on which page, hall, slide and paper all draw the waterfall."""
        starts = [step.from_mln_eur for step in self.waterfall if not step.is_level]
        return Axis.around([*starts, *(step.to_mln_eur for step in self.waterfall)], self.decimals, with_room=True)

    @cached_property
    def tornado_axis(self) -> Axis:
        """Axis of the tornado, on which the costs as they stand and the target have their place too."""
        result, distance = self.waterfall[-2:]
        ends = [end for bar in self.tornado for end in (bar.cost_at_low_mln_eur, bar.cost_at_high_mln_eur)]
        return Axis.around([*ends, result.to_mln_eur, distance.from_mln_eur], self.decimals, with_room=True)

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


@lru_cache(maxsize=MOST_SCENARIOS_KEPT)
def results_of(scenario: Scenario) -> Results:
    """Results of a scenario; visitors with the same one, such as the start or a preset, share them."""
    return Results(scenario)
