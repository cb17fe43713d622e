"""What each input contributes to the target year: tornado, waterfall, and the effect of each measure.

All amounts in mln € in the target year. Rows are tuples with names, so that a table of them is one call away and a step
of a slider, which needs them all, makes none.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from model.what_if.costs import (
    BASELINE_STEPS,
    RESULT_DECIMALS,
    CostInputs,
    cost_without_measures,
    exact_figures,
    scenario_figures,
)
from model.what_if.plan import FloatArray
from model.what_if.scenario import Scenario

OVERLAP_CONTROL = "overlap"


class TornadoBar(NamedTuple):
    """Yearly cost with one input at its low and at its high end, the others as they stand.

    `control` is a measure code or 'overlap'; the inputs are mln €, or a share for the overlap.
    """

    control: str
    low_input: float
    high_input: float
    cost_at_low_mln_eur: float
    cost_at_high_mln_eur: float
    width_mln_eur: float


class WaterfallStep(NamedTuple):
    """One bar of the waterfall from `from_mln_eur` to `to_mln_eur`.

    The amount lowers the costs where it is below 0; for start and result it is the level itself.
    """

    step: str
    amount_mln_eur: float
    from_mln_eur: float
    to_mln_eur: float

    @property
    def is_level(self) -> bool:
        """Whether it is an amount by itself, and no change of one."""
        return self.step in ("start", "result")


class MeasureEffect(NamedTuple):
    """What one measure does.

    Attributes
    ----------
    measure_code : str
    on : bool
    saving_mln_eur, gross_effect_mln_eur : float
        Gross is 0 when off.
    contribution_share_pct : float
        Its share of the gross sum, which is also its share of the net effect; 0 when nothing has an effect.
    contribution_mln_eur : float
        That share of the net effect; these add up to it.
    lost_to_overlap_mln_eur : float
        Gross minus contribution; these add up to the gross sum minus the net effect.
    loss_without_mln_eur : float
        Apart from these: what falls away if only this measure goes, E(all) − E(all without it); 0 when off.
    gain_if_added_mln_eur : float
        What an inactive measure would add; 0 when on.
    """

    measure_code: str
    on: bool
    saving_mln_eur: float
    gross_effect_mln_eur: float
    contribution_share_pct: float
    contribution_mln_eur: float
    lost_to_overlap_mln_eur: float
    loss_without_mln_eur: float
    gain_if_added_mln_eur: float


def tornado(scenario: Scenario) -> tuple[TornadoBar, ...]:
    """One bar per active measure and one for the overlap, widest first; the overlap goes from ω − δ to ω + δ."""
    plan, inputs = scenario.plan, CostInputs.of(scenario)
    active = [index for index, on in enumerate(scenario.on) if on]
    rows = 2 * len(active) + 2
    positions = np.tile(inputs.position_share, (rows, 1))
    for pair, index in enumerate(active):
        positions[2 * pair : 2 * pair + 2, index] = (0.0, 1.0)
    low_overlap = max(0.0, scenario.overlap_share - scenario.overlap_margin_share)
    high_overlap = min(1.0, scenario.overlap_share + scenario.overlap_margin_share)
    overlaps = np.full(rows, scenario.overlap_share)
    overlaps[-2:] = (low_overlap, high_overlap)
    figures = exact_figures(inputs.varied(position_share=positions, overlap_share=overlaps))
    cost = np.round(figures.yearly_cost_mln_eur[:, plan.trajectory.target_index], RESULT_DECIMALS).tolist()
    ends = [(plan.codes[i], float(plan.band_low_mln_eur[i]), float(plan.band_high_mln_eur[i])) for i in active]
    ends.append((OVERLAP_CONTROL, low_overlap, high_overlap))
    bars = [
        TornadoBar(*end, at_low, at_high, round(abs(at_high - at_low), RESULT_DECIMALS))
        for end, at_low, at_high in zip(ends, cost[0::2], cost[1::2], strict=True)
    ]
    return tuple(sorted(bars, key=lambda bar: -bar.width_mln_eur))


def waterfall(scenario: Scenario) -> tuple[WaterfallStep, ...]:
    """Steps from the start cost to the yearly cost in the target year, and on to the target.

    These are start, those of `BASELINE_STEPS`, gross_effect, lost_to_overlap, investment, result and
    distance_to_target: the result minus the target, above 0 where it is too high.
    """
    trajectory, inputs = scenario.plan.trajectory, CostInputs.of(scenario)
    figures = scenario_figures(scenario)
    at = trajectory.target_index
    start, target = trajectory.start_cost_mln_eur, scenario.target_cost_mln_eur
    gross, net = float(figures.gross_effect_mln_eur[at]), float(figures.net_effect_mln_eur[at])
    result = float(figures.yearly_cost_mln_eur[at])
    changes = {
        **_baseline_changes(inputs),
        "gross_effect": -gross,
        "lost_to_overlap": gross - net,
        "investment": float(figures.investment_mln_eur[at]),
    }
    steps = [("start", start, 0.0, start)]
    level = start
    for step, amount in changes.items():
        steps.append((step, amount, level, level + amount))
        level += amount
    steps.append(("result", result, 0.0, result))
    steps.append(("distance_to_target", result - target, target, result))
    # Adding 0.0 turns a rounded −0.0 into 0.0, which would otherwise show as "-0,0".
    return tuple(WaterfallStep(name, *(round(amount, RESULT_DECIMALS) + 0.0 for amount in bar)) for name, *bar in steps)


def _baseline_changes(inputs: CostInputs) -> dict[str, float]:
    """What each assumption adds to the start cost by the target year, in turn, mln €."""
    trajectory, steps = inputs.plan.trajectory, list(BASELINE_STEPS)
    level, changes = trajectory.start_cost_mln_eur, {}
    for number, step in enumerate(steps, start=1):
        still_out = {BASELINE_STEPS[later].key: np.array(0.0) for later in steps[number:]}
        cost = cost_without_measures(inputs.varied(**still_out))[trajectory.target_index]
        reached = float(np.round(cost, RESULT_DECIMALS))
        changes[step], level = reached - level, reached
    return changes


def measure_effects(scenario: Scenario) -> tuple[MeasureEffect, ...]:
    """What each measure does, in the order of the table."""
    plan, figures = scenario.plan, scenario_figures(scenario)
    at = plan.trajectory.target_index
    gross = gross_effects_in_target_year(scenario)
    total, net = float(figures.gross_effect_mln_eur[at]), float(figures.net_effect_mln_eur[at])
    change = net_change_when_switched(scenario)
    on = np.array(scenario.on)
    share = gross / total if total > 0 else np.zeros_like(gross)
    loss = np.where(on, -change, 0.0) + 0.0
    columns = (
        gross,
        np.round(100.0 * share, RESULT_DECIMALS),
        np.round(net * share, RESULT_DECIMALS),
        np.round(gross - net * share, RESULT_DECIMALS),
        loss,
        np.where(on, 0.0, change),
    )
    amounts = zip(*(column.tolist() for column in columns), strict=True)
    return tuple(
        MeasureEffect(code, is_on, saving, *of_measure)
        for code, is_on, saving, of_measure in zip(
            plan.codes, scenario.on, scenario.saving_mln_eur, amounts, strict=True
        )
    )


def gross_effects_in_target_year(scenario: Scenario) -> FloatArray:
    """Effect of each measure alone in the target year, shape (m,), mln €; 0 when off."""
    inputs, at = CostInputs.of(scenario), scenario.plan.trajectory.target_index
    low, span = (end[:, at] for end in inputs.effect_bands)
    effect: FloatArray = inputs.on * (low + inputs.position_share * span)
    return np.round(effect, RESULT_DECIMALS)


def net_change_when_switched(scenario: Scenario, at: int | None = None) -> FloatArray:
    """Change of the net effect when only this measure is switched over, shape (m,), mln €.

    In the year with index `at`, or in the target year.
    """
    plan, inputs = scenario.plan, CostInputs.of(scenario)
    at = plan.trajectory.target_index if at is None else at
    count = len(plan.measures)
    on = np.tile(inputs.on, (count + 1, 1))
    indices = np.arange(count)
    on[indices, indices] = 1.0 - on[indices, indices]
    net = np.round(exact_figures(inputs.varied(on=on)).net_effect_mln_eur[:, at], RESULT_DECIMALS)
    change: FloatArray = np.round(net[:count] - net[count], RESULT_DECIMALS)
    return change
