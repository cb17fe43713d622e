"""A scenario: every choice and assumption that a reader can set, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

import numpy as np

from model.faults import TOLERANCE, Fault, number_fault, present, raise_if_any, shown_value
from model.what_if.parameters import (
    ASSUMPTIONS,
    CEILING_KINDS,
    GROWTH_PCT,
    Assumption,
    InvestmentCount,
    Scope,
    TargetKind,
    Way,
)
from model.what_if.plan import FloatArray, SavingsPlan


@dataclass(frozen=True)
class Scenario:
    """All inputs of one what-if.

    Attributes
    ----------
    plan : SavingsPlan
        m measures, y years.
    on : tuple of bool
        Whether each measure counts, length m.
    saving_mln_eur : tuple of float
        Structural yearly saving per measure within its band, length m, mln €.
    delay_months : tuple of float
        Months that each measure starts later than the source assumes, length m.
    target : TargetKind
        What the costs are measured against.
    own_target_mln_eur : float
        Target of the reader for the target year, used only where `target` says so.
    overlap_share, overlap_margin_share : float
        Share lost to overlap, and how far it may be off.
    dependence_share : float
        How far the measures turn out high or low together, 0 to 1.
    growth_pct : float
        Autonomous growth per year after the first, percent.
    national_contribution_mln_eur : tuple of float or None
        The reader's figure per year, length y; only where the source has none, elsewhere None.
    investments_counted : InvestmentCount
    unknown_investment_mln_eur : tuple of float or None
        The reader's figure per measure, length m; only where a party has still to state it, elsewhere None.
    realised_cost_mln_eur : tuple of float or None
        What the yearly costs really were, by the reader's own account, length y; None where he has none. Stands beside
        the computed costs, and enters no computation.

    Raises
    ------
    InputError
        With every fault, in Dutch.
    """

    plan: SavingsPlan
    on: tuple[bool, ...]
    saving_mln_eur: tuple[float, ...]
    delay_months: tuple[float, ...]
    target: TargetKind
    own_target_mln_eur: float
    overlap_share: float
    overlap_margin_share: float
    dependence_share: float
    growth_pct: float
    national_contribution_mln_eur: tuple[float | None, ...]
    investments_counted: InvestmentCount
    unknown_investment_mln_eur: tuple[float | None, ...]
    realised_cost_mln_eur: tuple[float | None, ...]

    def __post_init__(self) -> None:
        raise_if_any(self._faults())

    @staticmethod
    def default(plan: SavingsPlan) -> Scenario:
        """Every measure on, in the middle of its band, with the default assumptions."""
        return _default_of(plan)

    @classmethod
    def in_the_middle(cls, plan: SavingsPlan, assumed: Mapping[str, float | Way | None]) -> Self:
        """Every measure on, in the middle of its band; each assumption with the value given for its key.

        Where that is None, the plan's own default holds.
        """
        fields: dict[str, Any] = {}
        for assumption in ASSUMPTIONS:
            value, whole = assumed[assumption.key], assumption.scope is Scope.WHOLE
            value = plan.assumption(assumption).default if value is None else value
            fields[assumption.key] = value if whole else (value,) * len(plan.names(assumption.scope))
        return cls(plan=plan, on=(True,) * len(plan.codes), saving_mln_eur=saving_at_share(plan, 0.5), **fields)

    @property
    def target_cost_mln_eur(self) -> float:
        """Yearly cost to reach in the target year, mln €."""
        return float(self.target_path_mln_eur[self.plan.trajectory.target_index])

    @property
    def target_path_mln_eur(self) -> FloatArray:
        """Yearly cost of the chosen target, shape (y,), mln €; NaN in a year for which it gives none."""
        return target_path_of(self.plan, self.target, self.own_target_mln_eur)

    def _faults(self) -> Iterator[Fault]:
        faults = list(self._length_faults())
        yield from faults or (*self._measure_faults(), *self._assumption_faults())

    def _length_faults(self) -> Iterator[Fault]:
        of_measures, of_years = (
            ["on", "saving_mln_eur", *(a.key for a in ASSUMPTIONS if a.scope is Scope.MEASURE)],
            [a.key for a in ASSUMPTIONS if a.scope is Scope.YEAR],
        )
        for names, wanted, each in (
            (of_measures, len(self.plan.codes), "maatregel"),
            (of_years, len(self.plan.years), "jaar"),
        ):
            lengths = [len(getattr(self, name)) for name in names]
            if any(length != wanted for length in lengths):
                yield Fault("aantal waarden", shown_value(lengths), f"{wanted}, één per {each}")

    def _measure_faults(self) -> Iterator[Fault]:
        plan = self.plan
        of_measures = [assumption for assumption in ASSUMPTIONS if assumption.scope is Scope.MEASURE]
        for index, code in enumerate(plan.codes):
            of = f"van maatregel {code}"
            if not isinstance(self.on[index], bool):
                yield Fault(f"aan of uit {of}", shown_value(self.on[index]), "ja of nee")
            low, high = float(plan.band_low_mln_eur[index]), float(plan.band_high_mln_eur[index])
            yield from present(
                number_fault(self.saving_mln_eur[index], f"besparing {of}", low, high, unit="mln €"),
                *(self._fault_of_one(assumption, index, of) for assumption in of_measures),
            )

    def _assumption_faults(self) -> Iterator[Fault]:
        yield from present(
            *(
                self.plan.assumption(assumption).fault(getattr(self, assumption.key))
                for assumption in ASSUMPTIONS
                if assumption.scope is Scope.WHOLE
            ),
            *(
                self._fault_of_one(assumption, index, f"in {year}")
                for assumption in ASSUMPTIONS
                if assumption.scope is Scope.YEAR
                for index, year in enumerate(self.plan.years)
            ),
        )

    def _fault_of_one(self, assumption: Assumption, index: int, of: str) -> Fault | None:
        """Fault of an assumption for one measure or year, which must stay open where the source leaves no room."""
        value, said = getattr(self, assumption.key)[index], self.plan.said_by_source(assumption, index)
        if said is None:
            return self.plan.assumption(assumption).fault(value, of)
        return None if value is None else Fault(f"{assumption.label} {of}", shown_value(value), f"leeg, want {said}")


@lru_cache(maxsize=64)
def target_path_of(plan: SavingsPlan, target: TargetKind, own_target_mln_eur: float) -> FloatArray:
    """Yearly cost of a target, shape (y,), mln €; NaN in a year for which it gives none. Read-only."""
    if target is TargetKind.PATH:
        return plan.target_path_mln_eur
    path = np.full(len(plan.years), np.nan)
    if target is TargetKind.OWN:
        # A reader names what must be reached, not the way there.
        path[plan.trajectory.target_index] = own_target_mln_eur
    else:
        path[:] = plan.ceilings[CEILING_KINDS.index(target)].cost_mln_eur
    path.setflags(write=False)
    return path


@lru_cache(maxsize=16)
def _default_of(plan: SavingsPlan) -> Scenario:
    defaults = {assumption.key: assumption.default for assumption in ASSUMPTIONS}
    return Scenario.in_the_middle(plan, {**defaults, GROWTH_PCT.key: plan.start_growth_pct})


def saving_at_share(plan: SavingsPlan, share: float) -> tuple[float, ...]:
    """Saving of each measure at the same share of its band, length m, mln €; 0 is the low end, 1 the high end."""
    bands = zip(plan.band_low_mln_eur, plan.band_high_mln_eur, strict=True)
    return tuple(round(float(low + share * (high - low)), 9) for low, high in bands)


def position_shares(scenario: Scenario) -> tuple[float, ...]:
    """Position of each slider in its band, 0 to 1, length m; 1 where the band has no width.

    Explained in docs/doorrekening.md, section 3, step 1.
    """
    plan = scenario.plan
    bands = zip(scenario.saving_mln_eur, plan.band_low_mln_eur, plan.band_high_mln_eur, strict=True)
    return tuple(position_share(saving, float(low), float(high)) for saving, low, high in bands)


def position_share(saving_mln_eur: float, low_mln_eur: float, high_mln_eur: float) -> float:
    """Position of a saving in its band, 0 to 1; 1 where the band has no width."""
    if high_mln_eur - low_mln_eur <= TOLERANCE:
        return 1.0
    return min(1.0, max(0.0, (saving_mln_eur - low_mln_eur) / (high_mln_eur - low_mln_eur)))
