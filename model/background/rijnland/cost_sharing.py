"""Three ways to share the cost of rare, expensive youth care: who pays what, and how the bill swings.

The ways are those of Holland Rijnland (003_e02f042df02c65ea.txt, lines 2744-2760; table cost_sharing). The document
describes them in a sentence each and works none of them out. What it says, and what is our assumption:

========== ================================================ ==========================================================
way        document                                         assumption
========== ================================================ ==========================================================
insurance  each municipality pays a central party and is    capacity is given, or the yearly average of the years
           insured of a capacity                            before; premium by inhabitants aged 0-17
flat levy  paid in advance into one fund, by expected use   expected use is the average of the last `history_years`
           from the historical average                      years, moving along with the years
by use     by actual use, budgeted before or computed after computed after, in the year of use
========== ================================================ ==========================================================

That a surplus or deficit is settled, when, and by which key (that of the payment in advance), is an assumption in all
of them; so what municipalities pay together always is what the places cost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.faults import Fault, InputError, number_fault, present, raise_if_any, range_text, text_fault
from model.notation import FORMULA_STARTS

Amounts: TypeAlias = NDArray[np.float64]

FEWEST_MUNICIPALITIES, MOST_MUNICIPALITIES = 2, 15
MOST_HISTORY_YEARS, FEWEST_BILLED_YEARS, MOST_YEARS = 5, 2, 10
MOST_PLACES, MOST_CAPACITY = 500.0, 5_000.0
MOST_INHABITANTS = 500_000
MOST_PRICE_EUR = 1_000_000.0
LONGEST_NAME = 40


class Method(StrEnum):
    """The three ways, by their code in the table cost_sharing."""

    INSURANCE = "verzekering"
    FLAT_LEVY = "vlaktaks"
    BY_USE = "verrekening"


class Settlement(StrEnum):
    """When a surplus or deficit of the payments in advance is settled."""

    YEARLY = "elk_jaar"
    AT_END = "na_afloop"


def year_heading(position: int) -> str:
    """Heading of a year by its position, the first being 0."""
    return f"Jaar {position + 1}"


@dataclass(frozen=True)
class Municipality:
    """One municipality: name, inhabitants aged 0-17, and places used in each year, oldest first. Raises InputError."""

    name: str
    inhabitants: int
    places: tuple[float, ...]

    def __post_init__(self) -> None:
        raise_if_any(
            present(
                name_fault(self.name),
                number_fault(self.inhabitants, "inwoners van 0 tot en met 17 jaar", 1, MOST_INHABITANTS, whole=True,
                             column="Inwoners 0-17"),
                *(number_fault(count, "plaatsen", 0, MOST_PLACES, column=year_heading(position))
                  for position, count in enumerate(self.places)),
            )
        )  # fmt: skip


@dataclass(frozen=True)
class SharingCase:
    """Municipalities that share, and how. Raises InputError with all faults at once.

    Attributes
    ----------
    municipalities : tuple of Municipality
        2 to 15, with different names and the same number of years.
    price_eur : float
        Cost of a place a year.
    history_years : int
        The first years: only used to know what to expect. The years after them are billed.
    capacity_places : float or None
        Places a year that are insured; None is the yearly average of the history.
    settlement : Settlement
    """

    municipalities: tuple[Municipality, ...]
    price_eur: float
    history_years: int
    capacity_places: float | None = None
    settlement: Settlement = Settlement.YEARLY

    def __post_init__(self) -> None:
        count = len(self.municipalities)
        if not FEWEST_MUNICIPALITIES <= count <= MOST_MUNICIPALITIES:
            allowed = range_text(FEWEST_MUNICIPALITIES, MOST_MUNICIPALITIES)
            raise InputError([Fault("aantal gemeenten", str(count), allowed)])
        raise_if_any([*self._name_faults(), *self._year_faults(), *self._price_faults()])

    def _name_faults(self) -> list[Fault]:
        names = [item.name.strip().casefold() for item in self.municipalities]
        counts = Counter(names)
        return [
            Fault("gemeente", f"“{item.name}”", "elke naam één keer", row, "Gemeente")
            for row, (item, name) in enumerate(zip(self.municipalities, names, strict=True), 1)
            if counts[name] > 1
        ]

    def _year_faults(self) -> list[Fault]:
        lengths = {len(item.places) for item in self.municipalities}
        if len(lengths) > 1:
            return [Fault("aantal jaren", "verschillend per gemeente", "voor elke gemeente even veel jaren")]
        history = number_fault(self.history_years, "jaren vooraf", 1, MOST_HISTORY_YEARS, whole=True)
        if history is not None:
            return [history]
        fewest = self.history_years + FEWEST_BILLED_YEARS
        return list(present(number_fault(min(lengths), "aantal jaren", fewest, MOST_YEARS)))

    def _price_faults(self) -> list[Fault]:
        return list(
            present(
                number_fault(self.price_eur, "prijs van een plaats", 1, MOST_PRICE_EUR, unit="€"),
                number_fault(self.capacity_places, "ingekochte plaatsen", 0, MOST_CAPACITY, may_be_unknown=True),
            )
        )

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the municipalities."""
        return tuple(item.name for item in self.municipalities)

    @property
    def places(self) -> Amounts:
        """Places used: municipalities x all years."""
        return np.array([item.places for item in self.municipalities], dtype=np.float64)

    @property
    def inhabitants(self) -> Amounts:
        """Inhabitants aged 0-17 per municipality."""
        return np.array([item.inhabitants for item in self.municipalities], dtype=np.float64)

    @property
    def billed_years(self) -> tuple[str, ...]:
        """Headings of the years that are billed."""
        return tuple(
            year_heading(position) for position in range(self.history_years, len(self.municipalities[0].places))
        )

    @property
    def insured_places(self) -> float:
        """Capacity that is insured: as given, or the yearly average of the history."""
        if self.capacity_places is not None:
            return self.capacity_places
        return float(self.places[:, : self.history_years].sum() / self.history_years)

    def with_bad_year(self, position: int, billed_year: int, extra_places: float) -> SharingCase:
        """The same case with extra places for one municipality in one billed year, the first being 0."""
        item = self.municipalities[position]
        at = self.history_years + billed_year
        if billed_year < 0 or at >= len(item.places):
            allowed = range_text(1, len(item.places) - self.history_years)
            raise InputError([Fault("slecht jaar", str(billed_year + 1), allowed)])
        used = (*item.places[:at], item.places[at] + extra_places, *item.places[at + 1 :])
        others = list(self.municipalities)
        others[position] = replace(item, places=used)
        return replace(self, municipalities=tuple(others))


@dataclass(frozen=True)
class Bills:
    """What municipalities pay in one way, in euros; a negative amount is paid back.

    Attributes
    ----------
    method : Method
    advance_eur, settled_eur : array, municipalities x billed years
        Paid in advance, and settled in the same year.
    afterwards_eur : array, municipalities
        Settled once, after the last year.
    """

    method: Method
    advance_eur: Amounts
    settled_eur: Amounts
    afterwards_eur: Amounts

    @property
    def yearly_eur(self) -> Amounts:
        """Bill of each billed year, without what is settled after the last one."""
        return self.advance_eur + self.settled_eur

    @property
    def total_eur(self) -> Amounts:
        """Per municipality, over all billed years, with what is settled afterwards."""
        return np.asarray(self.yearly_eur.sum(axis=1) + self.afterwards_eur)

    @property
    def range_eur(self) -> Amounts:
        """Per municipality, the highest less the lowest yearly bill."""
        return np.asarray(np.ptp(self.yearly_eur, axis=1))

    @property
    def deviation_eur(self) -> Amounts:
        """Per municipality, the standard deviation of the yearly bills (of all of them, so divided by their number)."""
        return np.asarray(self.yearly_eur.std(axis=1))


def bills_of(case: SharingCase, method: Method) -> Bills:
    """What each municipality pays in one way."""
    return bills(
        method, case.places, case.inhabitants, price_eur=case.price_eur, history_years=case.history_years,
        insured_places=case.insured_places, settlement=case.settlement,
    )  # fmt: skip


def bills(
    method: Method, places: Amounts, inhabitants: Amounts, *, price_eur: float, history_years: int,
    insured_places: float, settlement: Settlement,
) -> Bills:  # fmt: skip
    """Bills from places (municipalities x years) and inhabitants; the first `history_years` years are not billed."""
    used = places[:, history_years:]
    cost = price_eur * used.sum(axis=0)
    if method is Method.BY_USE:
        return Bills(method, np.zeros_like(used), price_eur * used, np.zeros(len(used)))
    by_inhabitants = inhabitants / inhabitants.sum()
    if method is Method.INSURANCE:
        keys = np.repeat(by_inhabitants[:, None], used.shape[1], axis=1)
        advance = price_eur * insured_places * keys
    else:
        expected = expected_places(places, history_years)
        keys = _shares(expected, by_inhabitants)
        advance = price_eur * expected
    balance = cost - advance.sum(axis=0)
    if settlement is Settlement.YEARLY:
        return Bills(method, advance, keys * balance, np.zeros(len(used)))
    key = _shares(advance.sum(axis=1, keepdims=True), by_inhabitants)[:, 0]
    return Bills(method, advance, np.zeros_like(advance), key * balance.sum())


def expected_places(places: Amounts, history_years: int) -> Amounts:
    """Average of the `history_years` years before each billed year: municipalities x billed years."""
    windows = np.lib.stride_tricks.sliding_window_view(places, history_years, axis=1)
    return np.asarray(windows[:, :-1].mean(axis=2))


def real_cost_eur(case: SharingCase) -> Amounts:
    """What the places of all municipalities cost in each billed year."""
    return np.asarray(case.price_eur * case.places[:, case.history_years :].sum(axis=0))


def shares_of_bad_year(
    case: SharingCase, position: int, billed_year: int, extra_places: float
) -> dict[Method, Amounts]:
    """What each municipality pays more, over all billed years, because one of them has a bad year."""
    worse = case.with_bad_year(position, billed_year, extra_places)
    return {method: bills_of(worse, method).total_eur - bills_of(case, method).total_eur for method in Method}


def name_fault(name: object) -> Fault | None:
    """Fault of the name of a municipality, or None."""
    fault = text_fault(name, "gemeente", LONGEST_NAME, column="Gemeente", required=True)
    if fault is not None or not isinstance(name, str):
        return fault
    if not name.isprintable():
        return Fault("gemeente", "een naam met stuurtekens", "gewone tekst op één regel", column="Gemeente")
    if name.strip().startswith(FORMULA_STARTS):
        allowed = f"een naam die niet begint met {' of '.join(FORMULA_STARTS)}"
        return Fault("gemeente", f"“{name}”", allowed, column="Gemeente")
    return None


def _shares(amounts: Amounts, otherwise: Sequence[float] | Amounts) -> Amounts:
    """Share of each row in its column; `otherwise` in a column that adds up to nothing."""
    totals = amounts.sum(axis=0)
    fallback = np.repeat(np.asarray(otherwise)[:, None], amounts.shape[1], axis=1)
    return np.where(totals > 0, amounts / np.where(totals > 0, totals, 1.0), fallback)
