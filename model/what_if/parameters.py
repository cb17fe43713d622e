"""The assumptions a reader can change: range, step, default, unit, origin and explanation, stated once.

The same entry draws the control on the page and refuses what lies outside its range.
Source: the what-if definition, section 3; where it says so, ranges widen with the table of another region.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from model.faults import Fault, number_fault, shown_value


class Origin(StrEnum):
    """Where a value comes from; shown beside its control."""

    SOURCE = "bron"
    CALIBRATED = "gekalibreerd"
    ASSUMPTION = "aanname"
    USER = "eigen invoer"


class InvestmentCount(StrEnum):
    """How investments count in the yearly costs. Own assumption: the source does not say."""

    NO = "niet"
    ONCE = "eenmalig"
    YEARLY = "jaarlijks"


@dataclass(frozen=True)
class Parameter:
    """One numeric assumption.

    Attributes
    ----------
    key : str
        Name in the code, ending in its unit.
    label, unit, description : str
        Dutch, for the screen.
    low, high, step : float
        Range of the control, bounds included, and its step.
    default : float or None
        None is 'onbekend'.
    origin : Origin
        Where the default comes from.
    """

    key: str
    label: str
    unit: str
    low: float
    high: float
    step: float
    default: float | None
    origin: Origin
    description: str

    @property
    def known_default(self) -> float:
        """Default of an assumption that is never unknown."""
        if self.default is None:
            raise TypeError(f"{self.key} is unknown by default")
        return self.default

    def fault(self, value: object, of: str = "") -> Fault | None:
        """Fault of a value for this assumption, or None; `of` names the measure or year it is for."""
        subject = f"{self.label}{' ' + of if of else ''}"
        return number_fault(value, subject, self.low, self.high, unit=self.unit, may_be_unknown=self.default is None)


DELAY_MONTHS = Parameter(
    "delay_months", "Later starten", "maanden", 0.0, 24.0, 1.0, 0.0, Origin.ASSUMPTION,
    "Aantal maanden dat een maatregel later begint dan de bron aanneemt.",
)  # fmt: skip
OVERLAP_SHARE = Parameter(
    "overlap_share", "Overlap", "", 0.0, 1.0, 0.01, 0.70, Origin.CALIBRATED,
    "Deel van het effect dat wegvalt doordat maatregelen dezelfde kosten raken; bij 0% telt alles op, "
    "bij 100% telt alleen de grootste maatregel.",
)  # fmt: skip
OVERLAP_MARGIN_SHARE = Parameter(
    "overlap_margin_share", "Onzekerheid van de overlap", "", 0.0, 0.3, 0.01, 0.15, Origin.ASSUMPTION,
    "Hoeveel de overlap naar boven en naar beneden kan afwijken.",
)  # fmt: skip
GROWTH_PCT = Parameter(
    "growth_pct", "Autonome groei", "procent per jaar", -2.0, 10.0, 0.1, 0.0, Origin.SOURCE,
    "Groei van de kosten zonder maatregelen na het eerste jaar; de bron rekent zonder groei en zonder indexatie.",
)  # fmt: skip
NATIONAL_CONTRIBUTION_MLN_EUR = Parameter(
    "national_contribution_mln_eur", "Bijdrage van het rijk", "mln euro", 0.0, 15.0, 0.1, None, Origin.SOURCE,
    "Bijdrage in een jaar waarvoor de bron die openlaat.",
)  # fmt: skip
UNKNOWN_INVESTMENT_MLN_EUR = Parameter(
    "unknown_investment_mln_eur", "Nog op te geven investering", "mln euro", 0.0, 10.0, 0.1, None, Origin.USER,
    "Bedrag dat een partij volgens de bron nog moet opgeven.",
)  # fmt: skip

PARAMETERS = (
    DELAY_MONTHS, OVERLAP_SHARE, OVERLAP_MARGIN_SHARE, GROWTH_PCT, NATIONAL_CONTRIBUTION_MLN_EUR,
    UNKNOWN_INVESTMENT_MLN_EUR,
)  # fmt: skip

INVESTMENTS_COUNTED_LABEL = "Investeringen meetellen"
INVESTMENTS_COUNTED_DEFAULT = InvestmentCount.NO
INVESTMENTS_COUNTED_DESCRIPTION = (
    "Of investeringen in de jaarkosten meetellen: niet, eenmalig in het jaar waarin het effect begint, "
    "of elk jaar vanaf dat jaar."
)


def investments_counted_fault(value: object) -> Fault | None:
    """Fault of a way to count investments, or None."""
    if isinstance(value, InvestmentCount):
        return None
    return Fault(INVESTMENTS_COUNTED_LABEL, shown_value(value), ", ".join(InvestmentCount))
