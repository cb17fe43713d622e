"""Chances by plain sampling, written from the definition: nothing of the model's own drawing is used.

Every scenario meets the same random numbers, so that a million draws of a hundred scenarios take a quarter of a minute.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, ndtr

from model.what_if import Scenario
from model.what_if.costs import CostInputs, cost_before_effects

_AT_ONCE = 50_000
_HIGHEST_SCORE, _CELLS = 6.0, 8_192
_SCORES = np.linspace(-_HIGHEST_SCORE, _HIGHEST_SCORE, _CELLS + 1)

Singles = NDArray[np.float32]


def plain_chances_pct(scenarios: Sequence[Scenario], draws: int, seed: int) -> list[float]:
    """Share of the draws with the yearly cost at or below the target, percent, one per scenario."""
    generator, reached = np.random.default_rng(seed), np.zeros(len(scenarios), dtype=np.int64)
    measures = max(len(scenario.on) for scenario in scenarios)
    for _ in range(draws // _AT_ONCE):
        scores = generator.standard_normal((1 + measures, _AT_ONCE), dtype=np.float32)
        deviation = generator.triangular(-1.0, 0.0, 1.0, _AT_ONCE).astype(np.float32)
        reached += [_reached(scenario, scores, deviation) for scenario in scenarios]
    counts: list[float] = (100.0 * reached / (draws // _AT_ONCE * _AT_ONCE)).tolist()
    return counts


def _reached(scenario: Scenario, scores: Singles, deviation: Singles) -> int:
    plan, inputs = scenario.plan, CostInputs.of(scenario)
    at, dependence = plan.trajectory.target_index, scenario.dependence_share
    low, span = (inputs.on * end[:, at] for end in inputs.effect_bands)
    shared, gross, largest = np.float32(dependence**0.5) * scores[0], np.zeros_like(deviation), np.zeros_like(deviation)
    for own_low, own_span, mode, own in zip(low, span, inputs.position_share, scores[1:], strict=False):
        if own_low or own_span:
            score = shared + np.float32((1.0 - dependence) ** 0.5) * own
            cell = ((score + _HIGHEST_SCORE) * (_CELLS / 2 / _HIGHEST_SCORE) + 0.5).astype(np.intp)
            effect = np.take(_positions(float(mode)), cell, mode="clip") * np.float32(own_span) + np.float32(own_low)
            gross += effect
            np.maximum(largest, effect, out=largest)
    overlap = np.clip(scenario.overlap_share + scenario.overlap_margin_share * deviation, 0.0, 1.0)
    cost = float(cost_before_effects(inputs)[at]) - (largest + (1.0 - overlap) * (gross - largest))
    return int(np.count_nonzero(cost <= scenario.target_cost_mln_eur + 1e-5))


@cache
def _positions(mode: float) -> Singles:
    """Position in the band for each normal score: the quantile of Beta(1 + 4p, 5 − 4p) at its probability."""
    grid = (1.0 - np.cos(np.linspace(0.0, np.pi, 4_001))) / 2.0
    positions: Singles = np.interp(ndtr(_SCORES), betainc(1.0 + 4.0 * mode, 5.0 - 4.0 * mode, grid), grid).astype(
        np.float32
    )
    return positions
