"""The fixed random draws of the uncertainty band, reshaped for each setting without drawing anew.

Every setting uses the same 4,096 ranks (common random numbers). A slider only changes the curve through which a rank
becomes a position, so that a small move of a slider moves the band a little, and never the wrong way.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from model.what_if.measures import MOST_MEASURES
from model.what_if.plan import FloatArray

_DOUBLINGS = 12
DRAWS = 2**_DOUBLINGS
SEED = 2019
PERT_WEIGHT = 4.0
"""Weight λ of the mode in the PERT distribution; the usual value."""

QUANTILE_STEPS = 65_534
"""Positions are drawn in so many equal steps of the band: some 100 euros each, and one fewer than 16 bits can count."""

_MODE_STEPS = 100
_CURVE_POINTS = 4_000
_MOST_MODES_KEPT = 100
_CLEAN_DECIMALS = 9


@lru_cache(maxsize=1)
def levels() -> FloatArray:
    """Probabilities of the draws in rising order, shape (DRAWS,): the middles of DRAWS equal slices of 0 to 1."""
    return _read_only((np.arange(DRAWS) + 0.5) / DRAWS)


@lru_cache(maxsize=1)
def ranks() -> NDArray[np.intp]:
    """Index of each draw in `levels`, shape (1 + 40, DRAWS): row 0 for the overlap, row 1 + i for the i-th measure.

    A scrambled Sobol sequence: the draws lie evenly over all rows together, so that 4,096 of them come nearer to the
    exact chance than 10,000 that are even in each row alone (docs/what-if-model.md). Each row holds every slice once,
    so that one table of quantiles serves all measures.
    """
    # Takes half a second to import, so only where draws are made.
    from scipy.stats import qmc

    sequence = qmc.Sobol(d=1 + MOST_MEASURES, scramble=True, rng=np.random.default_rng(SEED))
    slices = np.floor(sequence.random_base2(_DOUBLINGS) * DRAWS)
    rows: NDArray[np.intp] = np.ascontiguousarray(slices.T, dtype=np.intp)
    rows.setflags(write=False)
    return rows


@lru_cache(maxsize=1)
def draws_by_level() -> NDArray[np.intp]:
    """Index of the draw that holds each level, shape (1 + 40, DRAWS): the inverse of `ranks`, row by row."""
    draws = np.argsort(ranks(), axis=1)
    draws.setflags(write=False)
    return draws


@lru_cache(maxsize=1)
def pert_quantile_table() -> FloatArray:
    """PERT quantiles on [0, 1] for modes 0, 0.01 … 1 at every level, shape (101, DRAWS).

    PERT with mode p is Beta(1 + 4p, 1 + 4(1 − p)). Its distribution function is integrated numerically and inverted,
    which takes some 30 ms once for the process and is exact to 1e-6; the exact `betaincinv` of SciPy takes some 8
    seconds for the same table. With x = (1 − cos πt) / 2 the integrand is smooth at both ends for every mode.
    """
    t = np.linspace(0.0, 1.0, _CURVE_POINTS + 1)
    x, slope = (1.0 - np.cos(np.pi * t)) / 2.0, np.sin(np.pi * t)
    table = np.empty((_MODE_STEPS + 1, DRAWS))
    for row in range(_MODE_STEPS + 1):
        above, below = PERT_WEIGHT * row / _MODE_STEPS, PERT_WEIGHT * (1.0 - row / _MODE_STEPS)
        density = x**above * (1.0 - x) ** below * slope
        cumulative = np.concatenate([[0.0], np.cumsum(density[:-1] + density[1:])])
        table[row] = np.interp(levels(), cumulative / cumulative[-1], x)
    return _read_only(table)


@lru_cache(maxsize=256)
def pert_quantiles(mode_share: float) -> FloatArray:
    """PERT quantiles on [0, 1] at every level for one mode, rising, shape (DRAWS,); never falls as the mode rises.

    Whole numbers of `QUANTILE_STEPS`, as `pert_steps_of` keeps them; read-only. All positions of the source's sliders
    are some 120 modes, of 32 kB each.
    """
    return _read_only(_pert_steps(mode_share) / QUANTILE_STEPS)


def pert_steps_of(mode_shares: tuple[float, ...]) -> NDArray[np.uint16]:
    """PERT quantiles at every level for each mode of a slider, in `QUANTILE_STEPS`, shape (n, DRAWS), read-only.

    Looked up instead of computed at every step: the source's sliders need some 2 MB in all. The longer sliders of an
    own table are computed each time, so that no visitor can fill the memory of the server.
    """
    return _kept_steps(mode_shares) if len(mode_shares) <= _MOST_MODES_KEPT else _stacked_steps(mode_shares)


def clean_modes(mode_shares: Iterable[float]) -> tuple[float, ...]:
    """Modes without the noise of dividing, so that sliders with as many steps share their quantiles."""
    return tuple(round(mode, _CLEAN_DECIMALS) for mode in mode_shares)


def _stacked_steps(mode_shares: tuple[float, ...]) -> NDArray[np.uint16]:
    steps = np.stack([_pert_steps(mode) for mode in mode_shares]).astype(np.uint16)
    steps.setflags(write=False)
    return steps


def _pert_steps(mode_share: float) -> FloatArray:
    table = pert_quantile_table()
    (mode,) = clean_modes([min(max(mode_share, 0.0), 1.0)])
    exact_row = mode * _MODE_STEPS
    row = min(int(exact_row), _MODE_STEPS - 1)
    weight = exact_row - row
    steps: FloatArray = np.rint(((1.0 - weight) * table[row] + weight * table[row + 1]) * QUANTILE_STEPS)
    return steps


_kept_steps = lru_cache(maxsize=16)(_stacked_steps)


@lru_cache(maxsize=4)
def drawn_positions(mode_shares: tuple[float, ...]) -> FloatArray:
    """Drawn positions in the band, shape (m, DRAWS), read-only: each measure PERT with its slider as the mode."""
    drawn = np.empty((len(mode_shares), DRAWS))
    for index, mode in enumerate(clean_modes(mode_shares)):
        np.take(pert_quantiles(mode), ranks()[1 + index], out=drawn[index], mode="clip")
    return _read_only(drawn)


@lru_cache(maxsize=1)
def overlap_deviations() -> FloatArray:
    """Symmetric triangular draws on [−1, 1], shape (DRAWS,)."""
    level = levels()
    rising = np.where(level < 0.5, np.sqrt(2.0 * level) - 1.0, 1.0 - np.sqrt(2.0 * (1.0 - level)))
    return _read_only(rising[ranks()[0]])


def drawn_overlaps(overlap_share: float, overlap_margin_share: float) -> FloatArray:
    """Drawn overlaps, shape (DRAWS,): triangular around the slider, draws beyond 0 or 1 moved to 0 or 1."""
    result: FloatArray = np.clip(overlap_share + overlap_margin_share * overlap_deviations(), 0.0, 1.0)
    return result


def _read_only(array: FloatArray) -> FloatArray:
    array.setflags(write=False)
    return array
