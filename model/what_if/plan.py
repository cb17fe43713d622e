"""A savings plan: the measures and the path of one region, laid out as arrays for computing."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.faults import TOLERANCE, Fault, dutch_number, raise_if_any, shown_value
from model.what_if.measures import InvestmentKind, MeasureTable
from model.what_if.parameters import (
    CEILING_KINDS,
    NATIONAL_CONTRIBUTION_MLN_EUR,
    OWN_TARGET_MLN_EUR,
    REALISED_COST_MLN_EUR,
    TARGET,
    UNKNOWN_INVESTMENT_MLN_EUR,
    Assumption,
    Choice,
    Parameter,
    Scope,
)
from model.what_if.trajectory import HIGHEST_COST_MLN_EUR, Trajectory

FloatArray: TypeAlias = NDArray[np.float64]

_FEWEST_STEPS, _MOST_STEPS = 5, 200
_STEPS = (0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
_MOST_TARGET_STEPS = 1_250
"""Between the ends of a target of one's own; for the source 0.1 mln € each."""
_PATH_OF_TABLE = "het pad van uw tabel"
_CLEAN_DECIMALS = 9
_FINER_BELOW_MLN_EUR, _MOST_DECIMALS = (20.0, 2.0), 3


@dataclass(frozen=True)
class Ceiling:
    """A budget ceiling that the source names: yearly cost in every year, mln €."""

    name: str
    cost_mln_eur: float


@dataclass(frozen=True)
class SavingsPlan:
    """The measures and the path of one region.

    Attributes
    ----------
    measures : MeasureTable
        m measures.
    trajectory : Trajectory
        y years.
    proposed_codes : tuple of str
        Measures that the plan asks a decision for, still to be taken; empty where it asks for none.
    ceilings : tuple of Ceiling
        At most one for each of `CEILING_KINDS`, in that order.
    start_growth_pct : float
        Autonomous growth per year that its own scenarios begin with, percent.

    Raises
    ------
    InputError
        If the effect years lie outside the path, a measure saves more than the start costs, or a proposed code is
        unknown.
    """

    measures: MeasureTable
    trajectory: Trajectory
    proposed_codes: tuple[str, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    start_growth_pct: float = 0.0

    def __post_init__(self) -> None:
        raise_if_any(self._faults())

    def __hash__(self) -> int:
        # The generated hash would walk every text of every measure at each look-up in a cache.
        return hash(self.fingerprint)

    def _faults(self) -> Iterator[Fault]:
        first, last = self.trajectory.years[0], self.trajectory.years[-1]
        effect_years = self.measures.effect_years
        if effect_years[0] < first or effect_years[-1] > last:
            shown = ", ".join(str(year) for year in effect_years)
            yield Fault("effectjaren van de maatregelen", shown, f"jaren binnen het pad van {first} tot en met {last}")
        start = self.trajectory.start_cost_mln_eur
        for row, measure in enumerate(self.measures, start=1):
            highest = max(measure.effect_high_mln_eur)
            if highest > start:
                about = f"grootste besparing van maatregel {measure.code}"
                yield Fault(
                    about,
                    dutch_number(highest),
                    f"ten hoogste de jaarkosten van {first}, € {dutch_number(start)} mln",
                    row,
                )
        if len(self.ceilings) > len(CEILING_KINDS):
            yield Fault("plafonds", str(len(self.ceilings)), f"ten hoogste {len(CEILING_KINDS)}")
        for code in self.proposed_codes:
            if code not in self.measures.codes:
                yield Fault(
                    "maatregel met een voorstel", shown_value(code), f"een van {', '.join(self.measures.codes)}"
                )

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the measures in the order of the table."""
        return self.measures.codes

    @property
    def years(self) -> tuple[int, ...]:
        """Years of the path."""
        return self.trajectory.years

    @cached_property
    def effect_low_mln_eur(self) -> FloatArray:
        """Low end of the effect per measure and path year, shape (m, y), mln €; the last column holds on."""
        return self._effects([measure.effect_low_mln_eur for measure in self.measures])

    @cached_property
    def effect_span_mln_eur(self) -> FloatArray:
        """High minus low end of the effect per measure and path year, shape (m, y), mln €."""
        high = self._effects([measure.effect_high_mln_eur for measure in self.measures])
        return _read_only(np.round(high - self.effect_low_mln_eur, _CLEAN_DECIMALS))

    @cached_property
    def band_low_mln_eur(self) -> FloatArray:
        """Low end of each slider: the last effect column, shape (m,), mln €."""
        return _read_only(np.array([measure.effect_low_mln_eur[-1] for measure in self.measures], dtype=np.float64))

    @cached_property
    def band_high_mln_eur(self) -> FloatArray:
        """High end of each slider: the last effect column, shape (m,), mln €."""
        return _read_only(np.array([measure.effect_high_mln_eur[-1] for measure in self.measures], dtype=np.float64))

    @cached_property
    def first_effect_index(self) -> NDArray[np.int64]:
        """Index in the path of the first year in which a measure can have an effect, shape (m,)."""
        first: NDArray[np.int64] = np.argmax(self.effect_low_mln_eur + self.effect_span_mln_eur > 0, axis=1)
        return first

    @cached_property
    def known_investment_mln_eur(self) -> FloatArray:
        """Investment borne by the region per measure, shape (m,), mln €; NaN where the source leaves it open.

        Paid from the transformation fund counts as 0: the fund is outside the region's yearly costs.
        """
        return _read_only(np.array([
            measure.investment_mln_eur if measure.investment_kind is InvestmentKind.AMOUNT
            else np.nan if measure.investment_kind in (InvestmentKind.TO_BE_STATED, InvestmentKind.BLANK)
            else 0.0
            for measure in self.measures
        ], dtype=np.float64))  # fmt: skip

    @cached_property
    def national_contribution_mln_eur(self) -> FloatArray:
        """National contribution per year as the source gives it, shape (y,), mln €; NaN where unknown."""
        return _read_only(_nan_for_none(self.trajectory.national_contribution_mln_eur))

    @cached_property
    def target_path_mln_eur(self) -> FloatArray:
        """Yearly cost of the target path, shape (y,), mln €; NaN where the path gives none."""
        return _read_only(_nan_for_none(self.trajectory.yearly_cost_mln_eur))

    def names(self, scope: Scope) -> tuple[str, ...]:
        """What an assumption of this scope has a value for: codes of measures, years, or nothing in particular."""
        if scope is Scope.MEASURE:
            return self.codes
        return tuple(str(year) for year in self.years) if scope is Scope.YEAR else ()

    def assumption(self, assumption: Assumption) -> Assumption:
        """An assumption with the range, the ways and the default that it has in this plan."""
        return self._own_assumptions.get(assumption.key, assumption)

    @cached_property
    def _own_assumptions(self) -> dict[str, Assumption]:
        own = (
            self.national_contribution_parameter,
            self.unknown_investment_parameter,
            self._target_choice,
            self.own_target_parameter,
            self.realised_cost_parameter,
        )
        return {assumption.key: assumption for assumption in own}

    def said_by_source(self, assumption: Assumption, index: int) -> str | None:
        """Why a reader has nothing to fill in for a measure or year: what the source says of it; None where he can."""
        if assumption.key == NATIONAL_CONTRIBUTION_MLN_EUR.key:
            known = self.trajectory.national_contribution_mln_eur[index]
            return None if known is None else f"de tabel geeft € {shown_value(known)} mln"
        if assumption.key == UNKNOWN_INVESTMENT_MLN_EUR.key:
            kind = self.measures.measures[index].investment_kind
            return None if kind is InvestmentKind.TO_BE_STATED else f"de soort investering is “{kind}”"
        return None

    @cached_property
    def national_contribution_parameter(self) -> Parameter:
        """Range of an unknown national contribution: up to 15, or where larger 1.25 times the highest known one.

        For the source that is 1.25 × 12 = 15. Where none is known, up to a tenth of the start costs.
        """
        known = [value for value in self.trajectory.national_contribution_mln_eur if value is not None]
        largest = 1.25 * max(known) if known else self.trajectory.start_cost_mln_eur / 10
        high = max(NATIONAL_CONTRIBUTION_MLN_EUR.high, 5.0 * math.ceil(largest / 5.0))
        return replace(NATIONAL_CONTRIBUTION_MLN_EUR, high=high)

    @cached_property
    def unknown_investment_parameter(self) -> Parameter:
        """Range of a to-be-stated investment: up to 10, or where larger the largest yearly saving of the plan."""
        high = max(UNKNOWN_INVESTMENT_MLN_EUR.high, float(math.ceil(self.band_high_mln_eur.max())))
        return replace(UNKNOWN_INVESTMENT_MLN_EUR, high=high)

    @cached_property
    def _target_choice(self) -> Choice:
        """Targets that this plan has: a ceiling only where it names one, which the table of a visitor does not."""
        absent = CEILING_KINDS[len(self.ceilings) :]
        words = TARGET.words if self.ceilings else (_PATH_OF_TABLE, *TARGET.words[1:])
        pairs = [pair for pair in zip(TARGET.values, words, strict=True) if pair[0] not in absent]
        return replace(TARGET, values=tuple(way for way, _ in pairs), words=tuple(words for _, words in pairs))

    @cached_property
    def own_target_parameter(self) -> Parameter:
        """Range of a target of one's own: from half to one and a half times the start costs, rounded outwards.

        The default is the target of the path, where a reader starts; for the source 57.3 to 172.1, from 100.
        """
        start, target = self.trajectory.start_cost_mln_eur, self.trajectory.target_cost_mln_eur
        lowest, highest = min(0.5 * start, target), max(1.5 * start, target)
        step = next(step for step in _STEPS if step * _MOST_TARGET_STEPS >= highest - lowest)
        # From the target outwards in whole steps, so that the target itself is one of the values.
        below, above = (math.ceil(round(width / step, 6)) for width in (target - lowest, highest - target))
        low = max(0.0, round(target - below * step, _CLEAN_DECIMALS))
        if low == 0.0:
            low = round(target - math.floor(round(target / step, 6)) * step, _CLEAN_DECIMALS)
        high = round(target + above * step, _CLEAN_DECIMALS)
        return replace(OWN_TARGET_MLN_EUR, low=low, high=high, step=step, default=target)

    @cached_property
    def realised_cost_parameter(self) -> Parameter:
        """Range of what the costs really were: from a fifth to five times those of the path, rounded outwards.

        Costs do not move as far in these years; an amount in euros or with its comma in the wrong place does. For the
        source 20 to 574.
        """
        known = [cost for cost in self.trajectory.yearly_cost_mln_eur if cost is not None]
        low, high = float(math.floor(min(known) / 5)), float(math.ceil(5 * max(known)))
        return replace(REALISED_COST_MLN_EUR, low=low, high=min(high, HIGHEST_COST_MLN_EUR))

    @cached_property
    def fingerprint(self) -> str:
        """Six hexadecimal digits that change with any figure that a result depends on; texts do not count."""
        figures: list[object] = [
            self.years,
            self.trajectory.yearly_cost_mln_eur,
            self.trajectory.national_contribution_mln_eur,
        ]
        figures += [self.measures.effect_years]
        for m in self.measures:
            figures += [
                m.code,
                m.effect_low_mln_eur,
                m.effect_high_mln_eur,
                str(m.investment_kind),
                m.investment_mln_eur,
            ]
        canonical = repr(_canonical(figures))
        return hashlib.sha256(canonical.encode()).hexdigest()[:6]

    @cached_property
    def decimals(self) -> int:
        """Decimals with which amounts in mln € are shown: as fine as the size of the costs gives reason to.

        One from 20 mln € a year on, two from 2, three (whole thousands of euros) below. One more where the smallest
        measure saves less than that shows: it would stand there as nothing.
        """
        start, savings = self.trajectory.start_cost_mln_eur, self.band_high_mln_eur[self.band_high_mln_eur > 0.0]
        decimals = 1 + sum(start < size - TOLERANCE for size in _FINER_BELOW_MLN_EUR)
        is_too_coarse = len(savings) > 0 and savings.min() < 10.0**-decimals - TOLERANCE
        return min(_MOST_DECIMALS, decimals + int(is_too_coarse))

    @cached_property
    def slider_step_mln_eur(self) -> tuple[float, ...]:
        """Step of each slider: 0.1 mln €, coarser or finer only where the band is very wide or very narrow."""
        return tuple(_step(high - low) for low, high in zip(self.band_low_mln_eur, self.band_high_mln_eur, strict=True))

    @cached_property
    def slider_values_mln_eur(self) -> tuple[FloatArray, ...]:
        """Positions of each slider from the low to the high end of its band, mln €, one array per measure."""
        bands = zip(self.band_low_mln_eur, self.band_high_mln_eur, self.slider_step_mln_eur, strict=True)
        return tuple(_read_only(_grid(float(low), float(high), step)) for low, high, step in bands)

    def _effects(self, columns: list[tuple[float, ...]]) -> FloatArray:
        first, last = self.measures.effect_years[0], self.measures.effect_years[-1]
        stated = np.array(columns, dtype=np.float64)
        laid_out = np.zeros((len(columns), len(self.years)))
        for index, year in enumerate(self.years):
            if year >= first:
                laid_out[:, index] = stated[:, min(year, last) - first]
        return _read_only(laid_out)


def _read_only(array: FloatArray) -> FloatArray:
    array.setflags(write=False)
    return array


def _nan_for_none(values: tuple[float | None, ...]) -> FloatArray:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _canonical(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return [_canonical(part) for part in value]
    return value if value is None or isinstance(value, str) else round(float(value), _CLEAN_DECIMALS)  # type: ignore[arg-type]


def _step(width: float) -> float:
    steps = [digit * 10.0**power for power in range(-4, 3) for digit in (1, 2, 5)]
    if (width + 1e-9 >= 0.1 * _FEWEST_STEPS and width <= 0.1 * _MOST_STEPS + 1e-9) or width == 0:
        return 0.1
    if width < 0.1 * _FEWEST_STEPS:
        fine = [step for step in steps if step < 0.1 and step * _FEWEST_STEPS <= width + 1e-12]
        return round(max(fine, default=steps[0]), 4)
    return round(min(step for step in steps if step * _MOST_STEPS >= width - 1e-9), 4)


def _grid(low: float, high: float, step: float) -> FloatArray:
    count = math.floor((high - low) / step + 1e-9)
    inner = np.round(low + step * np.arange(count + 1), _CLEAN_DECIMALS)
    return inner if high - inner[-1] < step * 1e-6 else np.append(inner, high)
