"""The costs a region starts from and the path it wants to follow, year by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from model.faults import Fault, number_fault, present, raise_if_any, years_fault

MOST_YEARS = 10
HIGHEST_COST_MLN_EUR = 10_000.0
LOWEST_START_COST_MLN_EUR = 0.001

_COLUMNS = {
    "yearly_cost_mln_eur": "jaarkosten",
    "national_contribution_mln_eur": "bijdrage rijk",
    "budget_mln_eur": "begroting",
    "interim_report_mln_eur": "bestuursrapportage",
    "target_mln_eur": "taakstelling",
    "regional_cost_mln_eur": "kosten regio",
}


@dataclass(frozen=True)
class IdentityBreach:
    """A printed figure that does not follow from the others in the same table."""

    year: int
    figure: str
    printed_mln_eur: float
    expected_mln_eur: float


@dataclass(frozen=True)
class Trajectory:
    """The printed path: costs, budget, target and national contribution per year, None where unknown.

    Attributes
    ----------
    years : tuple of int
        1 to 10 consecutive years.
    yearly_cost_mln_eur : tuple of float or None
        Target path; the first is what the region starts from and must be known.
    national_contribution_mln_eur : tuple of float or None
        None where the source leaves it open, which is not 0.
    budget_mln_eur, interim_report_mln_eur, target_mln_eur, regional_cost_mln_eur : tuple of float or None
        As printed, for reference and for the identities; nothing is computed from them.

    Raises
    ------
    InputError
        With every fault, in Dutch.

    Notes
    -----
    Source: 004_8c4e7f4e4fb86d9c.txt, lines 143-184 (section 2b). All amounts nominal, in mln €.
    """

    years: tuple[int, ...]
    yearly_cost_mln_eur: tuple[float | None, ...]
    national_contribution_mln_eur: tuple[float | None, ...]
    budget_mln_eur: tuple[float | None, ...]
    interim_report_mln_eur: tuple[float | None, ...]
    target_mln_eur: tuple[float | None, ...]
    regional_cost_mln_eur: tuple[float | None, ...]

    def __post_init__(self) -> None:
        raise_if_any(self._faults())

    def _faults(self) -> Iterator[Fault]:
        years_wrong = years_fault(self.years, "jaren van het pad", MOST_YEARS)
        if years_wrong:
            yield years_wrong
            return
        for column, label in _COLUMNS.items():
            values = getattr(self, column)
            if len(values) != len(self.years):
                yield Fault(
                    label,
                    f"{len(values)} waarden",
                    f"één waarde voor elk van de {len(self.years)} jaren",
                    column=column,
                )
                continue
            for row, (year, value) in enumerate(zip(self.years, values, strict=True), start=1):
                starts = column == "yearly_cost_mln_eur" and row == 1
                lowest = LOWEST_START_COST_MLN_EUR if starts else 0.0
                fault = number_fault(value, f"{label} {year}", lowest, HIGHEST_COST_MLN_EUR, unit="mln €",
                                     column=column, may_be_unknown=not starts)  # fmt: skip
                yield from (found.at_row(row) for found in present(fault))

    @property
    def start_cost_mln_eur(self) -> float:
        """Yearly cost of the first year, from which costs without measures grow."""
        start = self.yearly_cost_mln_eur[0]
        assert start is not None  # the constructor refuses a path without a start
        return float(start)

    @cached_property
    def target_index(self) -> int:
        """Index of the target year: the last year for which the path gives yearly costs."""
        return max(index for index, cost in enumerate(self.yearly_cost_mln_eur) if cost is not None)

    @property
    def target_year(self) -> int:
        """Year at which a scenario is judged; 2022 in the source."""
        return self.years[self.target_index]

    @cached_property
    def target_cost_mln_eur(self) -> float:
        """Yearly cost to reach in the target year; 100.0 in the source."""
        target = self.yearly_cost_mln_eur[self.target_index]
        assert target is not None  # target_index points at a known cost
        return float(target)

    def identity_breaches(self, tolerance_mln_eur: float = 0.05) -> tuple[IdentityBreach, ...]:
        """Printed figures that differ from what the other printed figures give.

        Tested: yearly cost = budget + interim report − target; next year's budget = yearly cost; regional cost =
        yearly cost − national contribution, and equal to the yearly cost where the contribution is unknown. A blank
        interim report or target counts as 0 here, as it does in the source's own sums.
        """
        return tuple(
            IdentityBreach(year, figure, printed, expected)
            for year, figure, printed, expected in self._expected()
            if abs(printed - expected) > tolerance_mln_eur + 1e-9
        )

    def _expected(self) -> Iterator[tuple[int, str, float, float]]:
        for index, year in enumerate(self.years):
            cost, budget = self.yearly_cost_mln_eur[index], self.budget_mln_eur[index]
            if cost is None:
                continue
            if budget is not None:
                added = (self.interim_report_mln_eur[index] or 0.0) - (self.target_mln_eur[index] or 0.0)
                yield year, "yearly_cost_mln_eur", cost, budget + added
            if index + 1 < len(self.years) and (next_budget := self.budget_mln_eur[index + 1]) is not None:
                yield year + 1, "budget_mln_eur", next_budget, cost
            if (regional := self.regional_cost_mln_eur[index]) is not None:
                yield year, "regional_cost_mln_eur", regional, cost - (self.national_contribution_mln_eur[index] or 0.0)
