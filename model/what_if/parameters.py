"""The assumptions a reader can change: range, step, default, origin, words and link key, stated once.

An entry here refuses what lies outside its range, draws its control on the page and has its place in a link; only what
it does to the costs stands elsewhere (`costs.py`). What it means to a reader: docs/doorrekening.md, section 2. Where
`SavingsPlan.assumption` says so, a range widens with the table of another region.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias, cast

from model.faults import Fault, is_number, number_fault, range_text, shown_value, with_unit


class Origin(StrEnum):
    """Where a value comes from; shown beside its control."""

    SOURCE = "bron"
    CALIBRATED = "gekalibreerd"
    ASSUMPTION = "aanname"
    USER = "eigen invoer"


class Kind(StrEnum):
    """How a value is written; the browser knows these words."""

    PERCENT = "percent"
    GROWTH = "groei"
    MONTHS = "maanden"
    AMOUNT = "mln"
    CHOICE = "keuze"
    SWITCH = "schakelaar"


UNITS = {Kind.PERCENT: "", Kind.GROWTH: "% per jaar", Kind.MONTHS: "maanden", Kind.AMOUNT: "mln €"}
"""Unit per kind of number, as the end of an allowed range."""


class Scope(StrEnum):
    """What an assumption has one value for."""

    WHOLE = "geheel"
    MEASURE = "maatregel"
    YEAR = "jaar"


class TargetKind(StrEnum):
    """What the costs are measured against."""

    PATH = "pad"
    CEILING_1 = "plafond1"
    CEILING_2 = "plafond2"
    OWN = "eigen"


CEILING_KINDS = (TargetKind.CEILING_1, TargetKind.CEILING_2)
"""Kinds of target that a plan has as far as it has ceilings, in their order."""


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
        Name of the field of `Scenario`, ending in its unit.
    label, description : str
        Dutch, for the screen.
    kind : Kind
    low, high, step : float
        Range of the control, bounds included, and its step.
    default : float or None
        None is 'onbekend'.
    origin : Origin
        Where the default comes from.
    link_key : str
        Letter in a link.
    link_default : float or None
        Value that a link without that letter means. It never changes: a new default needs a new version of the links.
    scope : Scope
        Whether there is one value, or one per measure or per year.
    one_for_all : bool
        Whether a control sets the value of every measure at once.
    short_label : str
        Label in front of the name of a measure, where it differs.
    is_typed : bool
        Whether it is typed and has no slider: its steps are too many to list.
    """

    key: str
    label: str
    kind: Kind
    low: float
    high: float
    step: float
    default: float | None
    origin: Origin
    description: str
    link_key: str
    link_default: float | None
    scope: Scope = Scope.WHOLE
    one_for_all: bool = False
    short_label: str = ""
    is_typed: bool = False

    @property
    def unit(self) -> str:
        """Dutch unit, empty for a share."""
        return UNITS[self.kind]

    @property
    def values(self) -> tuple[float | None, ...]:
        """Every step from low to high, or both ends of what is typed, after None where it may be unknown."""
        count = round((self.high - self.low) / self.step)
        listed = (0, count) if self.is_typed else range(count + 1)
        steps = tuple(round(self.low + self.step * step, 9) for step in listed)
        return (None, *steps) if self.default is None else steps

    def fault(self, value: object, of: str = "") -> Fault | None:
        """Fault of a value for this assumption, or None; `of` names the measure or year it is for."""
        subject = f"{self.label}{' ' + of if of else ''}"
        fault = number_fault(value, subject, self.low, self.high, unit=self.unit, may_be_unknown=self.default is None)
        return self._in_percent(fault, value) if fault and self.kind is Kind.PERCENT else fault

    def _in_percent(self, fault: Fault, value: object) -> Fault:
        """The fault of a share as the page shows a share; a value that is no number as it is."""
        shown = with_unit(shown_value(100.0 * float(cast(float, value))), "%") if is_number(value) else fault.value
        return replace(fault, value=shown, allowed=range_text(100.0 * self.low, 100.0 * self.high, "%"))


Way: TypeAlias = InvestmentCount | TargetKind
"""Value of a choice."""


@dataclass(frozen=True)
class Choice:
    """One assumption that is a choice between ways; attributes as for `Parameter`, `words` in the order of `values`."""

    key: str
    label: str
    values: tuple[Way, ...]
    words: tuple[str, ...]
    default: Way
    origin: Origin
    description: str
    link_key: str
    link_default: Way
    kind: Kind = Kind.CHOICE
    scope: Scope = Scope.WHOLE

    def fault(self, value: object, of: str = "") -> Fault | None:
        """Fault of a value for this assumption, or None."""
        # A bare text equals a way, but is none.
        if isinstance(value, type(self.default)) and value in self.values:
            return None
        return Fault(f"{self.label}{' ' + of if of else ''}", shown_value(value), ", ".join(self.values))


Assumption: TypeAlias = Parameter | Choice

OVERLAP_SHARE = Parameter(
    "overlap_share", "Overlap", Kind.PERCENT, 0.0, 1.0, 0.01, 0.70, Origin.CALIBRATED,
    "Deel van het effect dat wegvalt doordat maatregelen dezelfde kosten raken; bij 0% telt alles op, "
    "bij 100% telt alleen de grootste maatregel.",
    link_key="o", link_default=0.70,
)  # fmt: skip
OVERLAP_MARGIN_SHARE = Parameter(
    "overlap_margin_share", "Onzekerheid van de overlap", Kind.PERCENT, 0.0, 0.3, 0.01, 0.15, Origin.ASSUMPTION,
    "Hoeveel de overlap naar boven en naar beneden kan afwijken.",
    link_key="m", link_default=0.15,
)  # fmt: skip
DEPENDENCE_SHARE = Parameter(
    "dependence_share", "Samenhang van de maatregelen", Kind.PERCENT, 0.0, 1.0, 0.05, 0.5, Origin.ASSUMPTION,
    "Hoe sterk mee- en tegenvallers samengaan: bij 0% staat elke maatregel op zichzelf, bij 100% vallen alle "
    "maatregelen samen mee of samen tegen. Verandert de bandbreedte en de kans, niet de lijn.",
    link_key="s", link_default=0.5,
)  # fmt: skip
DELAY_MONTHS = Parameter(
    "delay_months", "Later starten", Kind.MONTHS, 0.0, 24.0, 1.0, 0.0, Origin.ASSUMPTION,
    "Aantal maanden dat een maatregel later begint dan in de tabel.",
    link_key="d", link_default=0.0, scope=Scope.MEASURE, one_for_all=True,
)  # fmt: skip
GROWTH_PCT = Parameter(
    "growth_pct", "Autonome groei", Kind.GROWTH, -2.0, 10.0, 0.1, 0.0, Origin.SOURCE,
    "Groei van de kosten zonder maatregelen na het eerste jaar.",
    link_key="g", link_default=0.0,
)  # fmt: skip
NATIONAL_CONTRIBUTION_MLN_EUR = Parameter(
    "national_contribution_mln_eur", "Bijdrage van het Rijk", Kind.AMOUNT, 0.0, 15.0, 0.1, None, Origin.SOURCE,
    "Bijdrage in een jaar waarvoor de tabel die openlaat; leeg is onbekend, niet 0.",
    link_key="r", link_default=None, scope=Scope.YEAR,
)  # fmt: skip
INVESTMENTS_COUNTED = Choice(
    "investments_counted", "Investeringen meetellen", tuple(InvestmentCount),
    ("niet", "eenmalig, in het startjaar", "elk jaar"), InvestmentCount.NO, Origin.ASSUMPTION,
    "Of investeringen in de jaarkosten meetellen: niet, eenmalig in het jaar waarin het effect begint, "
    "of elk jaar vanaf dat jaar.",
    link_key="i", link_default=InvestmentCount.NO,
)  # fmt: skip
UNKNOWN_INVESTMENT_MLN_EUR = Parameter(
    "unknown_investment_mln_eur", "Nog op te geven investering", Kind.AMOUNT, 0.0, 10.0, 0.1, None, Origin.USER,
    "Bedrag dat een partij volgens de tabel nog moet opgeven.",
    link_key="n", link_default=None, scope=Scope.MEASURE, short_label="Investering",
)  # fmt: skip

TARGET = Choice(
    "target", "Doel", tuple(TargetKind),
    ("het pad van het plan", "plafond van scenario 1", "plafond van scenario 2", "een eigen bedrag"), TargetKind.PATH,
    Origin.SOURCE, "Waaraan de jaarkosten worden gemeten.",
    link_key="w", link_default=TargetKind.PATH,
)  # fmt: skip
OWN_TARGET_MLN_EUR = Parameter(
    "own_target_mln_eur", "Eigen doel", Kind.AMOUNT, 0.0, 150.0, 0.1, None, Origin.USER,
    "Jaarkosten die u in het doeljaar wilt halen. Telt alleen mee als u een eigen bedrag als doel kiest.",
    link_key="e", link_default=None,
)  # fmt: skip

REALISED_COST_MLN_EUR = Parameter(
    "realised_cost_mln_eur", "Werkelijke kosten", Kind.AMOUNT, 0.0, 10_000.0, 0.001, None, Origin.USER,
    "Wat de jaarkosten volgens uw bestuursrapportage (burap) of jaarrekening zijn; leeg is onbekend, niet 0. Staat "
    "naast de doorrekening en verandert er niets aan.",
    link_key="j", link_default=None, scope=Scope.YEAR, is_typed=True,
)  # fmt: skip

ASSUMPTIONS: tuple[Assumption, ...] = (
    TARGET, OWN_TARGET_MLN_EUR, OVERLAP_SHARE, OVERLAP_MARGIN_SHARE, DEPENDENCE_SHARE, DELAY_MONTHS, GROWTH_PCT,
    NATIONAL_CONTRIBUTION_MLN_EUR, INVESTMENTS_COUNTED, UNKNOWN_INVESTMENT_MLN_EUR, REALISED_COST_MLN_EUR,
)  # fmt: skip
"""Every assumption, in the order of the page. Where `SavingsPlan.assumption` says so, a default comes from the plan."""

PARAMETERS = tuple(assumption for assumption in ASSUMPTIONS if isinstance(assumption, Parameter))
"""The numeric ones."""
