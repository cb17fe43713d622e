"""What the browser gets: once what holds for a plan, and per scenario the results and what each control would do.

Amounts are thousandths of a million euros: whole ones (model.notation) where they are only shown, and with decimals
where the browser still computes with them; it then rounds as model.notation does, so that both sides show the same
digits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any

import numpy as np
import orjson

from components.look.axis import Axis
from components.what_if.panel.controls import (
    assumption_rows,
    control_values,
    controls_now,
    measure_rows,
    realised_fields,
)
from components.what_if.panel.plan_words import categories_of, plan_words, target_name
from components.what_if.realised import realised_in_words
from components.what_if.results import MOST_SCENARIOS_KEPT, Results
from model.notation import shown, thousandths, whole_percent
from model.what_if import (
    CERTAINTIES,
    SavingsPlan,
    Scenario,
    TargetKind,
    WaterfallStep,
    baseline_values,
    controls_of,
    input_decimals,
    moves_baseline,
    presets,
)
from model.what_if.costs import BASELINE_STEPS
from model.what_if.investments import counted_investments, uncounted_investments
from model.what_if.parameters import NATIONAL_CONTRIBUTION_MLN_EUR, TARGET
from model.what_if.plan import FloatArray

WATERFALL_WORDS = {
    "start": "Zonder maatregelen, {first_year}",
    **{step: assumption.label for step, assumption in BASELINE_STEPS.items()},
    "gross_effect": "Opgeteld, wat niet mag",
    "lost_to_overlap": "Valt weg door overlap",
    "investment": "Investeringen",
    "result": "Jaarkosten {target_year}",
    "distance_to_target": "Verschil met het doel",
}
_EXACT_DECIMALS = 9
"""Far enough beyond the last digit that is rounded to, that no computing with them reaches it."""


@lru_cache(maxsize=16)
def plan_payload(plan: SavingsPlan) -> dict[str, Any]:
    """What holds for every scenario of a plan: sent once, and known by its `id` afterwards; shared, so read-only."""
    controls = controls_of(plan)
    start = Scenario.default(plan)
    return {
        "id": plan_id(plan),
        "years": list(plan.years),
        "targetYear": plan.trajectory.target_year,
        "words": plan_words(plan),
        "decimals": plan.decimals,
        "digits": dict(input_decimals(plan)),
        "certainties": [whole_percent(share) for share in CERTAINTIES],
        "targets": [{"name": name, "path": path} for name, path in _targets(plan)],
        "categories": categories_of(plan),
        "measures": measure_rows(plan),
        "assumptions": assumption_rows(plan),
        "realisedFields": realised_fields(plan),
        "ceilings": [[f"plafond {ceiling.name}", thousandths([ceiling.cost_mln_eur])[0]] for ceiling in plan.ceilings],
        "presets": [[str(preset.name), preset.label] for preset in presets(plan)],
        "presetNotes": {str(preset.name): preset.note for preset in presets(plan) if preset.note},
        "values": control_values(plan),
        "starts": controls_now(start),
        # One control moves the cost without measures, so what it does is the same in every scenario.
        "baselines": {
            control.key: _exact(baseline_values(start, control))
            for control in controls.values()
            if moves_baseline(control)
        },
        "contributions": {
            control.key: control.index
            for control in controls.values()
            if control.input == NATIONAL_CONTRIBUTION_MLN_EUR.key
        },
    }


def _targets(plan: SavingsPlan) -> Iterator[tuple[str, list[int | None] | None]]:
    """Name and path of each value of the target, in order; no path for one of the reader's own."""
    start = Scenario.default(plan)
    for kind in controls_of(plan)[TARGET.key].values:
        target = replace(start, target=TargetKind(str(kind)))
        own = target.target is TargetKind.OWN
        yield target_name(target), None if own else thousandths(target.target_path_mln_eur)


@lru_cache(maxsize=16)
def plan_id(plan: SavingsPlan) -> str:
    """Mark of a plan with all its texts."""
    texts = repr((plan.fingerprint, plan.measures, plan.proposed_codes, plan.ceilings, plan.start_growth_pct))
    return hashlib.sha256(texts.encode()).hexdigest()[:12]


@lru_cache(maxsize=MOST_SCENARIOS_KEPT)
def scenario_json(results: Results) -> str:
    """`scenario_payload` as a text: made once per scenario, for all who have it."""
    return orjson.dumps(scenario_payload(results)).decode()


def scenario_payload(results: Results) -> dict[str, Any]:
    """Everything about one scenario that the panel shows, and what each control would do."""
    figures, plan, fan = results.figures, results.scenario.plan, results.fan
    at = plan.trajectory.target_index
    return {
        "now": controls_now(results.scenario),
        "own": _own_effects(results),
        "counted": counted_investments(results.scenario),
        "uncounted": uncounted_investments(results.scenario),
        "result": {
            "cost": _exact(figures.yearly_cost_mln_eur),
            "baseline": _exact(figures.cost_without_measures_mln_eur),
            "contribution": thousandths(fan.national_contribution_mln_eur),
            "p10": thousandths(fan.p10_mln_eur),
            "p90": thousandths(fan.p90_mln_eur),
            "chance": fan.chance_tenths,
            "target": thousandths(results.scenario.target_path_mln_eur),
            "gross": _exact(figures.gross_effect_mln_eur[at]),
            "net": _exact(figures.net_effect_mln_eur[at]),
        },
        "waterfall": _waterfall(results),
        "waterfallAxis": _axis(results.waterfall_axis),
        "tornado": _tornado(results),
        "tornadoAxis": _axis(results.tornado_axis),
        "responses": _responses(results),
        **_realised(results.scenario),
    }


def _realised(scenario: Scenario) -> dict[str, Any]:
    """What the costs really were per year, and how that is said; nothing where the visitor gave no amount."""
    said = realised_in_words(scenario)
    if not said:
        return {}
    amounts = [np.nan if cost is None else cost for cost in scenario.realised_cost_mln_eur]
    return {"realised": {"amounts": thousandths(amounts), "said": said}}


def _responses(results: Results) -> dict[str, Any]:
    """What each control would do, by its key; see payload.js."""
    responses = results.responses.values()
    netted = [response for response in responses if response.net_effect_mln_eur is not None]
    own = [response for response in responses if response.own_effect_mln_eur is not None]
    costs = _pieces([response.cost_mln_eur for response in responses])
    entries: dict[str, Any] = {
        response.control.key: {"at": response.at, "cost": cost} for response, cost in zip(responses, costs, strict=True)
    }
    for name, listed in (("net_effect_mln_eur", netted), ("own_effect_mln_eur", own)):
        amounts = _pieces([getattr(response, name) for response in listed])
        for response, amount in zip(listed, amounts, strict=True):
            entries[response.control.key][_SENT_AS[name]] = amount
    for key, chances in results.chances.items():
        entries.setdefault(key, {})["chance"] = _runs(chances)
    return entries


_SENT_AS = {"net_effect_mln_eur": "net", "own_effect_mln_eur": "effect"}


def _pieces(arrays: Sequence[FloatArray]) -> Iterator[list[Any]]:
    """Arrays as amounts for the browser, all converted at once."""
    rows = iter(_exact(np.concatenate(arrays)))
    return (list(islice(rows, len(array))) for array in arrays)


def _own_effects(results: Results) -> dict[str, list[float]]:
    """Per measure code its gross effect in the target year, and what falls away if only that measure goes."""
    effects = results.measures
    amounts = _exact(np.array([[effect.gross_effect_mln_eur, effect.loss_without_mln_eur] for effect in effects]))
    return {effect.measure_code: pair for effect, pair in zip(effects, amounts, strict=True)}


def _exact(amounts_mln_eur: FloatArray) -> Any:
    """Amounts in thousandths that the browser still computes with, so not yet rounded to whole ones."""
    return np.round(amounts_mln_eur * 1000.0, _EXACT_DECIMALS).tolist()


def _runs(tenths: Sequence[int]) -> list[int]:
    """The first of them, and after it where another one begins, and which: 6, 6, 5, 5, 5 is 6, 2, 5."""
    runs = [tenths[0]]
    for index in range(1, len(tenths)):
        if tenths[index] != tenths[index - 1]:
            runs += [index, tenths[index]]
    return runs


def step_amount(step: WaterfallStep, decimals: int) -> float:
    """Amount of a step, mln €; the sum of the effects has the digits that it has elsewhere, where no minus stands."""
    return -shown(-step.amount_mln_eur, decimals) if step.step == "gross_effect" else step.amount_mln_eur


def _waterfall(results: Results) -> list[dict[str, Any]]:
    plan, steps = results.scenario.plan, results.waterfall
    trajectory = plan.trajectory
    years = {"first_year": results.scenario.plan.years[0], "target_year": trajectory.target_year}
    amounts = thousandths([[step_amount(step, plan.decimals), step.from_mln_eur, step.to_mln_eur] for step in steps])
    return [
        {
            "name": WATERFALL_WORDS[step.step].format(**years),
            "amount": amount,
            "from": start,
            "to": end,
            "step": step.step,
        }
        for step, (amount, start, end) in zip(steps, amounts, strict=True)
    ]


def _axis(axis: Axis) -> dict[str, int]:
    low, high, step = thousandths([axis.low, axis.high, axis.step])
    return {"low": low, "high": high, "step": step, "decimals": axis.decimals}


def _tornado(results: Results) -> list[dict[str, Any]]:
    names = {measure.code: f"{measure.code} {measure.name}" for measure in results.scenario.plan.measures}
    bars = results.tornado
    amounts = thousandths([[bar.cost_at_low_mln_eur, bar.cost_at_high_mln_eur] for bar in bars])
    return [
        {"name": names.get(bar.control, "Overlap"), "low": low, "high": high}
        for bar, (low, high) in zip(bars, amounts, strict=True)
    ]
