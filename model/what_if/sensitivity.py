"""What each input contributes to the target year: tornado, waterfall, and a table per measure.

All amounts in mln € in the target year.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from model.what_if.costs import (
    BASELINE_STEPS,
    RESULT_DECIMALS,
    CostInputs,
    cost_without_measures,
    effect_bands,
    yearly_figures,
)
from model.what_if.plan import FloatArray
from model.what_if.scenario import Scenario

OVERLAP_CONTROL = "overlap"


def tornado(scenario: Scenario) -> pd.DataFrame:
    """Yearly cost in the target year with one input at its low and at its high end, the others as they stand.

    Returns
    -------
    pandas.DataFrame
        One row per active measure and one for the overlap, widest first, with columns control (a measure code, or
        'overlap'), low_input, high_input (mln €, or a share for the overlap), cost_at_low_mln_eur,
        cost_at_high_mln_eur and width_mln_eur. The overlap goes from ω − δ to ω + δ, within 0 to 1.
    """
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
    figures = yearly_figures(inputs.changed(position_share=positions, overlap_share=overlaps))
    cost = figures.yearly_cost_mln_eur[:, plan.trajectory.target_index]
    table = pd.DataFrame(
        {
            "control": [*(plan.codes[index] for index in active), OVERLAP_CONTROL],
            "low_input": [*(float(plan.band_low_mln_eur[index]) for index in active), low_overlap],
            "high_input": [*(float(plan.band_high_mln_eur[index]) for index in active), high_overlap],
            "cost_at_low_mln_eur": cost[0::2],
            "cost_at_high_mln_eur": cost[1::2],
        }
    )
    width = (table["cost_at_high_mln_eur"] - table["cost_at_low_mln_eur"]).abs().round(RESULT_DECIMALS)
    table["width_mln_eur"] = width
    return table.sort_values("width_mln_eur", ascending=False, kind="stable", ignore_index=True)


def waterfall(scenario: Scenario) -> pd.DataFrame:
    """Steps from the start cost to the yearly cost in the target year, and on to the target.

    Returns
    -------
    pandas.DataFrame
        Rows start, those of `BASELINE_STEPS`, gross_effect, lost_to_overlap, investment, result, distance_to_target,
        with columns step, amount_mln_eur (below 0 lowers the costs; for start and result the level itself),
        from_mln_eur and to_mln_eur (the ends of the bar). The distance is the result minus the target: above 0 is too
        high.
    """
    trajectory, inputs = scenario.plan.trajectory, CostInputs.of(scenario)
    figures = yearly_figures(inputs)
    at = trajectory.target_index
    start, target = trajectory.start_cost_mln_eur, trajectory.target_cost_mln_eur
    gross, net = float(figures.gross_effect_mln_eur[at]), float(figures.net_effect_mln_eur[at])
    result = float(figures.yearly_cost_mln_eur[at])
    changes = {
        **_baseline_changes(inputs),
        "gross_effect": -gross,
        "lost_to_overlap": gross - net,
        "investment": float(figures.investment_mln_eur[at]),
    }
    rows = [("start", start, 0.0, start)]
    level = start
    for step, amount in changes.items():
        rows.append((step, amount, level, level + amount))
        level += amount
    rows.append(("result", result, 0.0, result))
    rows.append(("distance_to_target", result - target, target, result))
    table = pd.DataFrame(rows, columns=["step", "amount_mln_eur", "from_mln_eur", "to_mln_eur"])
    # Adding 0.0 turns a rounded −0.0 into 0.0, which would otherwise show as "-0,0".
    return table.round(RESULT_DECIMALS).assign(
        amount_mln_eur=lambda t: t["amount_mln_eur"].round(RESULT_DECIMALS) + 0.0
    )


def _baseline_changes(inputs: CostInputs) -> dict[str, float]:
    """What each assumption adds to the start cost by the target year, in turn, mln €."""
    trajectory, steps = inputs.plan.trajectory, list(BASELINE_STEPS)
    level, changes = trajectory.start_cost_mln_eur, {}
    for number, step in enumerate(steps, start=1):
        still_out = {BASELINE_STEPS[later].key: 0.0 for later in steps[number:]}
        cost = cost_without_measures(inputs.changed(**still_out))[trajectory.target_index]
        reached = float(np.round(cost, RESULT_DECIMALS))
        changes[step], level = reached - level, reached
    return changes


def measure_effects(scenario: Scenario) -> pd.DataFrame:
    """What each measure does in the target year.

    Returns
    -------
    pandas.DataFrame
        One row per measure in the order of the table, with columns measure_code, on, saving_mln_eur,
        gross_effect_mln_eur (0 when off), share_of_net_pct (its share of the gross sum, which is also its share of the
        net effect when overlap is spread evenly; 0 when nothing has an effect), net_effect_mln_eur (that share of the
        net effect; these add up), loss_without_mln_eur (what falls away if only this measure goes: E(all) − E(all
        without it); 0 when off), lost_to_overlap_mln_eur (gross minus that loss) and gain_if_added_mln_eur (what an
        inactive measure would add; 0 when on).
    """
    plan, inputs = scenario.plan, CostInputs.of(scenario)
    at = plan.trajectory.target_index
    gross = gross_effects_in_target_year(scenario)
    figures = yearly_figures(inputs)
    total, net = float(figures.gross_effect_mln_eur[at]), float(figures.net_effect_mln_eur[at])
    change = net_change_when_switched(scenario)
    on = np.array(scenario.on)
    share = gross / total if total > 0 else np.zeros_like(gross)
    loss = np.where(on, -change, 0.0) + 0.0
    return pd.DataFrame(
        {
            "measure_code": list(plan.codes),
            "on": on,
            "saving_mln_eur": np.array(scenario.saving_mln_eur, dtype=np.float64),
            "gross_effect_mln_eur": gross,
            "share_of_net_pct": np.round(100.0 * share, RESULT_DECIMALS),
            "net_effect_mln_eur": np.round(net * share, RESULT_DECIMALS),
            "loss_without_mln_eur": loss,
            "lost_to_overlap_mln_eur": np.round(gross - loss, RESULT_DECIMALS),
            "gain_if_added_mln_eur": np.where(on, 0.0, change),
        }
    )


def gross_effects_in_target_year(scenario: Scenario) -> FloatArray:
    """Effect of each measure alone in the target year, shape (m,), mln €; 0 when off."""
    inputs, at = CostInputs.of(scenario), scenario.plan.trajectory.target_index
    low, span = (end[:, at] for end in effect_bands(inputs))
    effect: FloatArray = inputs.on * (low + inputs.position_share * span)
    return np.round(effect, RESULT_DECIMALS)


def net_change_when_switched(scenario: Scenario) -> FloatArray:
    """Change of the net effect in the target year when only this measure is switched over, shape (m,), mln €."""
    plan, inputs = scenario.plan, CostInputs.of(scenario)
    at, count = plan.trajectory.target_index, len(plan.measures)
    on = np.tile(inputs.on, (count + 1, 1))
    indices = np.arange(count)
    on[indices, indices] = 1.0 - on[indices, indices]
    net = yearly_figures(inputs.changed(on=on)).net_effect_mln_eur[:, at]
    change: FloatArray = np.round(net[:count] - net[count], RESULT_DECIMALS)
    return change
