"""The fixed random draws of the uncertainty, reshaped for each setting without drawing anew.

Every setting uses the same draws (common random numbers). A slider only changes the curve through which a rank becomes
a position, and dependence only how the ranks of the measures go together, so that a small move of a slider moves the
band a little, and never the wrong way.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from model.what_if.measures import MOST_MEASURES
from model.what_if.plan import FloatArray

DRAWS, MOST_DRAWS = 2_048, 8_192
"""Number of draws, and where the overlap is so certain that it smooths little; powers of 2, as Sobol asks."""
SMOOTHING_MARGIN_SHARE = 0.1
"""Margin of the overlap from which `DRAWS` are enough."""
SEED = 76
PERT_WEIGHT = 4.0
"""Weight λ of the mode in the PERT distribution; the usual value."""

_SHARED_ROW, _OVERLAP_ROW, _FIRST_MEASURE_ROW = range(3)
_MODE_STEPS = 100
_CURVE_POINTS = 4_000
_MODE_DECIMALS = 9


def draws_for(overlap_margin_share: float) -> int:
    """Number of draws n that a scenario takes: what puts its chance within half a point (docs/what-if-model.md)."""
    return DRAWS if overlap_margin_share >= SMOOTHING_MARGIN_SHARE else MOST_DRAWS


@lru_cache(maxsize=2)
def levels(draws: int) -> FloatArray:
    """Probabilities of the draws in rising order, shape (n,): the middles of n equal slices of 0 to 1."""
    return _read_only((np.arange(draws) + 0.5) / draws)


@lru_cache(maxsize=2)
def slices(draws: int) -> NDArray[np.intp]:
    """Index of each draw in `levels`, shape (2 + 40, n): what measures share, overlap, and each measure's own.

    A scrambled Sobol sequence: the draws lie evenly over all rows together, which takes fewer of them than any other
    way that was tried (docs/what-if-model.md). Each row holds every slice once, so that one table of quantiles serves
    all measures. Early rows lie most evenly; hence the two that matter most come first.
    """
    # Takes half a second to import, so only where draws are made.
    from scipy.stats import qmc

    sequence = qmc.Sobol(d=_FIRST_MEASURE_ROW + MOST_MEASURES, scramble=True, rng=np.random.default_rng(SEED))
    rows: NDArray[np.intp] = np.ascontiguousarray(np.floor(sequence.random(draws) * draws).T, dtype=np.intp)
    rows.setflags(write=False)
    return rows


@lru_cache(maxsize=8)
def measure_levels(count: int, dependence_share: float, draws: int) -> NDArray[np.intp]:
    """Index of each draw in `levels` for the first `count` measures with a dependence ρ, shape (count, n).

    Measure m is drawn at the quantile Φ(√ρ·c + √(1−ρ)·ε(m)) with c and ε(m) standard normal. Only the order of these
    sums is kept: each row again holds every level once, so what one measure does by itself is the same for every ρ.
    """
    rows = _kept_levels(count, dependence_share, draws).astype(np.intp)
    rows.setflags(write=False)
    return rows


@lru_cache(maxsize=64)
def _kept_levels(count: int, dependence_share: float, draws: int) -> NDArray[np.uint16]:
    """The same in a quarter of the memory, for every step of the slider of the dependence."""
    from scipy.special import ndtri

    scores = ndtri(levels(draws))
    shared, own = scores[slices(draws)[_SHARED_ROW]], scores[slices(draws)[_FIRST_MEASURE_ROW:][:count]]
    order = np.argsort(np.sqrt(dependence_share) * shared + np.sqrt(1.0 - dependence_share) * own, axis=1)
    rows = np.empty(order.shape, dtype=np.uint16)
    np.put_along_axis(rows, order, np.arange(draws, dtype=np.uint16)[None, :], axis=1)
    rows.setflags(write=False)
    return rows


@lru_cache(maxsize=2)
def pert_quantile_table(draws: int) -> FloatArray:
    """PERT quantiles on [0, 1] for modes 0, 0.01 … 1 at every level, shape (101, n).

    PERT with mode p is Beta(1 + 4p, 1 + 4(1 − p)). Its distribution function is integrated numerically and inverted,
    which takes some 30 ms once for the process and is exact to 1e-6; the exact `betaincinv` of SciPy takes some 8
    seconds for the same table. With x = (1 − cos πt) / 2 the integrand is smooth at both ends for every mode.
    """
    t = np.linspace(0.0, 1.0, _CURVE_POINTS + 1)
    x, slope = (1.0 - np.cos(np.pi * t)) / 2.0, np.sin(np.pi * t)
    table = np.empty((_MODE_STEPS + 1, draws))
    for row in range(_MODE_STEPS + 1):
        above, below = PERT_WEIGHT * row / _MODE_STEPS, PERT_WEIGHT * (1.0 - row / _MODE_STEPS)
        density = x**above * (1.0 - x) ** below * slope
        cumulative = np.concatenate([[0.0], np.cumsum(density[:-1] + density[1:])])
        table[row] = np.interp(levels(draws), cumulative / cumulative[-1], x)
    return _read_only(table)


def clean_mode(mode_share: float) -> float:
    """Mode without the noise of dividing, so that sliders with as many steps share their quantiles."""
    return round(min(max(mode_share, 0.0), 1.0), _MODE_DECIMALS)


@lru_cache(maxsize=256)
def pert_quantiles(mode_share: float, draws: int) -> FloatArray:
    """PERT quantiles on [0, 1] at every level for one mode, rising, shape (n,); never falls as the mode rises.

    Read-only. All positions of the source's sliders are some 120 modes, of 16 kB each.
    """
    table, exact_row = pert_quantile_table(draws), mode_share * _MODE_STEPS
    row = min(int(exact_row), _MODE_STEPS - 1)
    weight = exact_row - row
    return _read_only((1.0 - weight) * table[row] + weight * table[row + 1])


@lru_cache(maxsize=4)
def drawn_positions(mode_shares: tuple[float, ...], dependence_share: float, draws: int) -> FloatArray:
    """Drawn positions in the band, shape (m, n), read-only: each measure PERT with its slider as the mode."""
    drawn = np.empty((len(mode_shares), draws))
    of_draw = measure_levels(len(mode_shares), dependence_share, draws)
    for row, mode, at in zip(drawn, mode_shares, of_draw, strict=True):
        pert_quantiles(clean_mode(mode), draws).take(at, out=row, mode="clip")
    return _read_only(drawn)


@lru_cache(maxsize=2)
def overlap_deviations(draws: int) -> FloatArray:
    """Symmetric triangular draws on [−1, 1], shape (n,)."""
    level = levels(draws)
    rising = np.where(level < 0.5, np.sqrt(2.0 * level) - 1.0, 1.0 - np.sqrt(2.0 * (1.0 - level)))
    return _read_only(rising[slices(draws)[_OVERLAP_ROW]])


def drawn_overlaps(overlap_share: float, overlap_margin_share: float, draws: int) -> FloatArray:
    """Drawn overlaps, shape (n,): triangular around the slider, draws beyond 0 or 1 moved to 0 or 1."""
    result: FloatArray = np.clip(overlap_share + overlap_margin_share * overlap_deviations(draws), 0.0, 1.0)
    return result


def _read_only(array: FloatArray) -> FloatArray:
    array.setflags(write=False)
    return array
