"""The measures of a savings plan: what each saves a year, when, and what it costs to start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from model.faults import (  # fmt: skip
    TOLERANCE,
    Fault,
    number_fault,
    present,
    raise_if_any,
    range_text,
    shown_value,
    text_fault,
    with_unit,
    years_fault,
)
from model.what_if.trajectory import MOST_YEARS

MOST_MEASURES = 40
HIGHEST_AMOUNT_MLN_EUR = 1000.0
"""Largest saving or investment of one measure; a larger figure is most likely typed in euros."""
LONGEST_PREPARATION_MONTHS = 120.0

_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,7}", re.ASCII)
TEXT_COLUMNS = {"condition": 500, "lead": 100, "risk": 500, "category": 100}


class InvestmentKind(StrEnum):
    """What a source says about an investment; only a blank and 'to be stated' are unknown amounts."""

    AMOUNT = "bedrag"
    NONE = "geen"
    TO_BE_STATED = "op_te_geven"
    TRANSFORMATION_FUND = "transformatiefonds"
    BLANK = "leeg"


@dataclass(frozen=True)
class Measure:
    """One measure.

    Attributes
    ----------
    code, name, condition, lead, risk, category : str
        Texts; empty where the source has none.
    involved : tuple of str
        Other responsible parties.
    effect_years : tuple of int
        Consecutive years of the effect columns; the last one holds for later years too.
    effect_low_mln_eur, effect_high_mln_eur : tuple of float
        Yearly saving level against no measures, one value per effect year, in mln €.
    saving_low_mln_eur, saving_high_mln_eur : float
        Bandwidth as stated beside the effect columns, in mln €.
    investment_kind : InvestmentKind
    investment_mln_eur : float or None
        Amount in mln €, only for kind AMOUNT.
    preparation_months_low, preparation_months_high : float or None
        For display; the effect columns already allow for preparation.
    running : bool
        Whether the measure already runs.

    Raises
    ------
    InputError
        With every fault of the measure, in Dutch.

    Notes
    -----
    Source: 004_8c4e7f4e4fb86d9c.txt, lines 307-425 (section 3c).
    """

    code: str
    name: str
    effect_years: tuple[int, ...]
    effect_low_mln_eur: tuple[float, ...]
    effect_high_mln_eur: tuple[float, ...]
    saving_low_mln_eur: float
    saving_high_mln_eur: float
    investment_kind: InvestmentKind
    investment_mln_eur: float | None
    running: bool
    condition: str = ""
    lead: str = ""
    involved: tuple[str, ...] = ()
    preparation_months_low: float | None = None
    preparation_months_high: float | None = None
    risk: str = ""
    category: str = ""

    def __post_init__(self) -> None:
        raise_if_any(self._faults())

    def _faults(self) -> Iterator[Fault]:
        about = f"maatregel {self.code}"
        if not (isinstance(self.code, str) and _CODE.fullmatch(self.code)):
            yield Fault(
                "maatregel",
                shown_value(self.code),
                "een nummer van 1 tot en met 8 letters, cijfers, punten of streepjes",
                column="measure_code",
            )
        yield from present(text_fault(self.name, about, 200, column="name", required=True))
        for column, longest in TEXT_COLUMNS.items():
            yield from present(text_fault(getattr(self, column), about, longest, column=column))
        for party in self.involved:
            yield from present(text_fault(party, about, 100, column="involved"))
        yield from present(years_fault(self.effect_years, f"effectjaren van {about}", MOST_YEARS))
        if not len(self.effect_years) == len(self.effect_low_mln_eur) == len(self.effect_high_mln_eur):
            yield Fault(
                f"aantal effecten van {about}",
                str(len(self.effect_low_mln_eur)),
                f"één onder- en bovenkant voor elk van de {len(self.effect_years)} jaren",
            )
            return
        for year, low, high in zip(self.effect_years, self.effect_low_mln_eur, self.effect_high_mln_eur, strict=True):
            yield from _band_faults(low, high, about, f"effect_{year}_low_mln_eur", f"effect_{year}_high_mln_eur")
        yield from _band_faults(
            self.saving_low_mln_eur, self.saving_high_mln_eur, about, "saving_low_mln_eur", "saving_high_mln_eur"
        )
        yield from self._investment_faults(about)
        yield from self._preparation_faults(about)
        if not isinstance(self.running, bool):
            yield Fault(about, shown_value(self.running), "ja of nee", column="running")

    def _investment_faults(self, about: str) -> Iterator[Fault]:
        if not isinstance(self.investment_kind, InvestmentKind):
            yield Fault(about, shown_value(self.investment_kind), ", ".join(InvestmentKind), column="investment_kind")
        elif self.investment_kind is InvestmentKind.AMOUNT:
            yield from present(
                number_fault(
                    self.investment_mln_eur,
                    about,
                    0.0,
                    HIGHEST_AMOUNT_MLN_EUR,
                    unit="mln €",
                    column="investment_mln_eur",
                )
            )
        elif self.investment_mln_eur is not None:
            yield Fault(
                about,
                shown_value(self.investment_mln_eur),
                f"leeg, want de soort investering is “{self.investment_kind}”",
                column="investment_mln_eur",
            )

    def _preparation_faults(self, about: str) -> Iterator[Fault]:
        low, high = self.preparation_months_low, self.preparation_months_high
        if low is None and high is None:
            return
        yield from _band_faults(
            low, high, about, "preparation_months_low", "preparation_months_high", LONGEST_PREPARATION_MONTHS, "maanden"
        )


@dataclass(frozen=True)
class MeasureTable:
    """The measures of one plan, 1 to 40, with the same effect years.

    Raises
    ------
    InputError
        If a code or name occurs twice, effect years differ, or every effect is 0.
    """

    measures: tuple[Measure, ...]

    def __post_init__(self) -> None:
        raise_if_any(self._faults())

    def __len__(self) -> int:
        return len(self.measures)

    def __iter__(self) -> Iterator[Measure]:
        return iter(self.measures)

    def _faults(self) -> Iterator[Fault]:
        if not 1 <= len(self.measures) <= MOST_MEASURES:
            yield Fault("aantal maatregelen", str(len(self.measures)), range_text(1, MOST_MEASURES))
            return
        codes: set[str] = set()
        names: set[str] = set()
        for row, measure in enumerate(self.measures, start=1):
            # Links and file names do not reliably keep capitals, so 3A beside 3a would be a trap.
            if measure.code.casefold() in codes:
                yield Fault("maatregel", shown_value(measure.code), "elk nummer één keer", row, "measure_code")
            if measure.name.strip().casefold() in names:
                yield Fault(f"maatregel {measure.code}", shown_value(measure.name), "elke naam één keer", row, "name")
            codes.add(measure.code.casefold())
            names.add(measure.name.strip().casefold())
            if measure.effect_years != self.measures[0].effect_years:
                yield Fault(
                    f"effectjaren van maatregel {measure.code}",
                    shown_value(measure.effect_years),
                    "voor elke maatregel dezelfde jaren",
                    row,
                )
        if all(high == 0 for measure in self.measures for high in measure.effect_high_mln_eur):
            yield Fault(
                "effecten van alle maatregelen",
                "overal 0",
                "ten minste één effect boven 0, anders valt er niets door te rekenen",
            )

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Codes in the order of the table."""
        return tuple(measure.code for measure in self.measures)

    @property
    def effect_years(self) -> tuple[int, ...]:
        """Years of the effect columns; the last holds for later years."""
        return self.measures[0].effect_years

    @property
    def codes_with_falling_effect(self) -> tuple[str, ...]:
        """Measures whose effect shrinks in some year; for these a later start can lower the costs of a later year."""
        return tuple(m.code for m in self.measures if _falls(m.effect_low_mln_eur) or _falls(m.effect_high_mln_eur))


def _band_faults(
    low: object, high: object, about: str, low_column: str, high_column: str,
    highest: float = HIGHEST_AMOUNT_MLN_EUR, unit: str = "mln €",
) -> Iterator[Fault]:  # fmt: skip
    ends = ((low, low_column), (high, high_column))
    faults = [number_fault(value, about, 0.0, highest, unit=unit, column=column) for value, column in ends]
    yield from present(*faults)
    if not any(faults) and float(low) > float(high) + TOLERANCE:  # type: ignore[arg-type]
        allowed = f"ten hoogste de bovenkant, {with_unit(shown_value(high), unit)}"
        yield Fault(about, shown_value(low), allowed, column=low_column)


def _falls(levels: tuple[float, ...]) -> bool:
    return any(later < earlier for earlier, later in pairwise(levels))
