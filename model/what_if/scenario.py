"""A scenario: every choice and assumption that a reader can set, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self, TypeVar

from model.faults import TOLERANCE, Fault, number_fault, present, raise_if_any, shown_value
from model.what_if.measures import InvestmentKind
from model.what_if.parameters import (
    DELAY_MONTHS,
    GROWTH_PCT,
    INVESTMENTS_COUNTED_DEFAULT,
    OVERLAP_MARGIN_SHARE,
    OVERLAP_SHARE,
    InvestmentCount,
    investments_counted_fault,
)  # fmt: skip
from model.what_if.plan import SavingsPlan

_Value = TypeVar("_Value")


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
    overlap_share, overlap_margin_share : float
        Share lost to overlap, and how far it may be off.
    growth_pct : float
        Autonomous growth per year after the first, percent.
    national_contribution_mln_eur : tuple of float or None
        The reader's figure per year, length y; only where the source has none, elsewhere None.
    investments_counted : InvestmentCount
    unknown_investment_mln_eur : tuple of float or None
        The reader's figure per measure, length m; only where a party has still to state it, elsewhere None.

    Raises
    ------
    InputError
        With every fault, in Dutch.
    """

    plan: SavingsPlan
    on: tuple[bool, ...]
    saving_mln_eur: tuple[float, ...]
    delay_months: tuple[float, ...]
    overlap_share: float
    overlap_margin_share: float
    growth_pct: float
    national_contribution_mln_eur: tuple[float | None, ...]
    investments_counted: InvestmentCount
    unknown_investment_mln_eur: tuple[float | None, ...]

    def __post_init__(self) -> None:
        raise_if_any(self._faults())

    @classmethod
    def default(cls, plan: SavingsPlan) -> Self:
        """Every measure on, in the middle of its band, with the default assumptions."""
        count = len(plan.measures)
        return cls(
            plan=plan,
            on=(True,) * count,
            saving_mln_eur=saving_at_share(plan, 0.5),
            delay_months=(DELAY_MONTHS.known_default,) * count,
            overlap_share=OVERLAP_SHARE.known_default,
            overlap_margin_share=OVERLAP_MARGIN_SHARE.known_default,
            growth_pct=GROWTH_PCT.known_default,
            national_contribution_mln_eur=(None,) * len(plan.years),
            investments_counted=INVESTMENTS_COUNTED_DEFAULT,
            unknown_investment_mln_eur=(None,) * count,
        )

    def with_on(self, code: str, on: bool) -> Self:
        """The same scenario with one measure switched on or off."""
        return replace(self, on=_replaced(self.on, self.plan.index_of(code), on))

    def with_saving(self, code: str, saving_mln_eur: float) -> Self:
        """The same scenario with another saving of one measure, mln €."""
        return replace(self, saving_mln_eur=_replaced(self.saving_mln_eur, self.plan.index_of(code), saving_mln_eur))

    def with_delay(self, code: str, delay_months: float) -> Self:
        """The same scenario with another delay of one measure, months."""
        return replace(self, delay_months=_replaced(self.delay_months, self.plan.index_of(code), delay_months))

    def with_delay_of_all(self, delay_months: float) -> Self:
        """The same scenario with one delay for every measure, months."""
        return replace(self, delay_months=(delay_months,) * len(self.on))

    def with_national_contribution(self, year: int, amount_mln_eur: float | None) -> Self:
        """The same scenario with a figure for an unknown national contribution, mln €; None is unknown."""
        amounts = _replaced(self.national_contribution_mln_eur, self.plan.year_index(year), amount_mln_eur)
        return replace(self, national_contribution_mln_eur=amounts)

    def with_unknown_investment(self, code: str, amount_mln_eur: float | None) -> Self:
        """The same scenario with a figure for an investment that is still to be stated, mln €; None is unknown."""
        amounts = _replaced(self.unknown_investment_mln_eur, self.plan.index_of(code), amount_mln_eur)
        return replace(self, unknown_investment_mln_eur=amounts)

    def _faults(self) -> Iterator[Fault]:
        count = len(self.plan.measures)
        lengths = [self.on, self.saving_mln_eur, self.delay_months, self.unknown_investment_mln_eur]
        if any(len(values) != count for values in lengths):
            yield Fault(
                "aantal waarden", shown_value([len(values) for values in lengths]), f"{count}, één per maatregel"
            )
            return
        if len(self.national_contribution_mln_eur) != len(self.plan.years):
            given = str(len(self.national_contribution_mln_eur))
            yield Fault("aantal bijdragen van het rijk", given, f"{len(self.plan.years)}, één per jaar")
            return
        yield from self._measure_faults()
        yield from self._assumption_faults()

    def _measure_faults(self) -> Iterator[Fault]:
        plan = self.plan
        for place, measure in enumerate(plan.measures):
            of = f"van maatregel {measure.code}"
            if not isinstance(self.on[place], bool):
                yield Fault(f"aan of uit {of}", shown_value(self.on[place]), "ja of nee")
            low, high = float(plan.band_low_mln_eur[place]), float(plan.band_high_mln_eur[place])
            yield from present(
                number_fault(self.saving_mln_eur[place], f"besparing {of}", low, high, unit="mln euro"),
                DELAY_MONTHS.fault(self.delay_months[place], of),
            )
            amount = self.unknown_investment_mln_eur[place]
            if measure.investment_kind is InvestmentKind.TO_BE_STATED:
                yield from present(plan.unknown_investment_parameter.fault(amount, of))
            elif amount is not None:
                yield Fault(
                    f"nog op te geven investering {of}",
                    shown_value(amount),
                    f"leeg, want de soort investering is '{measure.investment_kind}'",
                )

    def _assumption_faults(self) -> Iterator[Fault]:
        yield from present(
            OVERLAP_SHARE.fault(self.overlap_share),
            OVERLAP_MARGIN_SHARE.fault(self.overlap_margin_share),
            GROWTH_PCT.fault(self.growth_pct),
            investments_counted_fault(self.investments_counted),
        )
        for place, (year, amount) in enumerate(zip(self.plan.years, self.national_contribution_mln_eur, strict=True)):
            known = self.plan.trajectory.national_contribution_mln_eur[place]
            if known is None:
                yield from present(self.plan.national_contribution_parameter.fault(amount, f"in {year}"))
            elif amount is not None:
                yield Fault(
                    f"bijdrage van het rijk in {year}",
                    shown_value(amount),
                    f"leeg, want de bron geeft {shown_value(known)} mln euro",
                )


def saving_at_share(plan: SavingsPlan, share: float) -> tuple[float, ...]:
    """Saving of each measure at the same share of its band, length m, mln €; 0 is the low end, 1 the high end."""
    bands = zip(plan.band_low_mln_eur, plan.band_high_mln_eur, strict=True)
    return tuple(round(float(low + share * (high - low)), 9) for low, high in bands)


def position_shares(scenario: Scenario) -> tuple[float, ...]:
    """Position of each slider in its band, 0 to 1, length m; 1 where the band has no width.

    Source: the what-if definition, section 4, step 1.
    """
    plan = scenario.plan
    bands = zip(scenario.saving_mln_eur, plan.band_low_mln_eur, plan.band_high_mln_eur, strict=True)
    return tuple(position_share(saving, float(low), float(high)) for saving, low, high in bands)


def position_share(saving_mln_eur: float, low_mln_eur: float, high_mln_eur: float) -> float:
    """Position of a saving in its band, 0 to 1; 1 where the band has no width."""
    if high_mln_eur - low_mln_eur <= TOLERANCE:
        return 1.0
    return min(1.0, max(0.0, (saving_mln_eur - low_mln_eur) / (high_mln_eur - low_mln_eur)))


def _replaced(values: tuple[_Value, ...], place: int, value: _Value) -> tuple[_Value, ...]:
    return (*values[:place], value, *values[place + 1 :])
