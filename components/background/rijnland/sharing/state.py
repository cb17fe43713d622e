"""What a visitor is busy with in the cost-sharing calculator: what was typed, the last possible case, its link."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pandas as pd
import streamlit as st

from components.background.rijnland.citation import fact
from components.frame import links
from components.look.words import plain
from model.background.rijnland.cost_sharing import MOST_YEARS, Municipality, Settlement, SharingCase, year_heading
from model.background.rijnland.sharing_link import case_from_link, case_to_link
from model.background.rijnland.sharing_table import INHABITANTS, NAME, TypedCase, read_case, typed_case
from model.faults import Fault, InputError, number_fault
from model.site.site_map import background_part

SUM, BAD_YEAR, _ = background_part("rijnland", "solidariteit").parameters
MOST_EXTRA = 20
PRICE_FACT = "H_jeugdzorgplus_plaats"
_KEY = "sharing_desk"

_EXAMPLE = (
    ("Voorbeeldstad", 24_000, (9, 7, 8, 8, 9, 7, 8, 8)),
    ("Voorbeeldhaven", 13_000, (4, 6, 5, 5, 4, 6, 5, 4)),
    ("Voorbeelddorp", 8_000, (2, 1, 3, 2, 2, 1, 2, 3)),
    ("Voorbeeldpolder", 5_000, (1, 0, 1, 0, 2, 0, 1, 0)),
    ("Voorbeeldmeer", 3_000, (0, 1, 0, 0, 0, 1, 0, 0)),
)
"""Made up, so that there is something to see; no municipality has these counts."""
_EXAMPLE_HISTORY_YEARS = 3
_EXAMPLE_BAD_YEAR = (2, 1, 4)
_BLANK_ROWS = 5


@dataclass(frozen=True)
class BadYear:
    """A bad year of one municipality: its position in the case, the billed year (the first being 0), extra places."""

    position: int = 0
    billed_year: int = 0
    extra: int = 0

    @property
    def text(self) -> str:
        """Text for the address, counted from 1."""
        return f"{self.position + 1}-{self.billed_year + 1}-{self.extra}"


@dataclass
class SharingDesk:
    """The calculator of one visitor.

    `typed` is what stands in the fields and the editor now, `case` the last of it that could be computed, `frame` what
    the editor began with. Rows of `typed` always hold the most years that can be, so that fewer years lose nothing.
    """

    typed: TypedCase
    years: int
    case: SharingCase
    faults: tuple[Fault, ...] = ()
    bad_year: BadYear = BadYear()
    generation: int = 1
    drawn: int = 0
    frame: pd.DataFrame = field(default_factory=pd.DataFrame)
    replaced: tuple[TypedCase, int] | None = None

    @property
    def is_example(self) -> bool:
        """Whether what is computed is the made-up start."""
        return self.case == example_case()

    @property
    def link(self) -> str | None:
        """Text of the case for the address; None for the example."""
        return None if self.is_example else case_to_link(self.case)

    @property
    def headings(self) -> list[str]:
        """Headings of the editor."""
        return [NAME, INHABITANTS, *(year_heading(position) for position in range(self.years))]

    def restart_editor(self) -> None:
        """The editor anew, with what was typed."""
        rows = [row[: 2 + self.years] for row in self.typed.rows]
        self.frame = pd.DataFrame(rows, columns=self.headings, dtype="str")
        self.frame.index = pd.RangeIndex(1, len(rows) + 1)
        self.generation += 1

    def put(self, case: SharingCase) -> None:
        """Another case in all fields; what stood there can be put back."""
        self._replace(_wide(typed_case(case)), len(case.municipalities[0].places))
        self.case, self.faults, self.bad_year = case, (), usual_bad_year(case)

    def put_blank(self) -> None:
        """Empty rows to fill in; the price and the years stay."""
        rows = (("",) * (2 + MOST_YEARS),) * _BLANK_ROWS
        self._replace(replace(self.typed, rows=rows), self.years)

    def put_back(self) -> None:
        """What stood in the fields before; what stands there now can be put back in turn."""
        if self.replaced is not None:
            self._replace(*self.replaced)

    def _replace(self, typed: TypedCase, years: int) -> None:
        if (typed, years) != (self.typed, self.years):
            self.replaced = (self.typed, self.years)
        self.typed, self.years = typed, years
        self.restart_editor()

    def set_years(self, years: int, history_years: int) -> None:
        """Other numbers of years; what was typed for years that fall off comes back with them."""
        self.typed, self.years = replace(self.typed, history_years=history_years), years
        self.restart_editor()

    def take_rows(self, frame: pd.DataFrame) -> None:
        """What the editor holds now."""
        texts = frame.astype(object).where(frame.notna(), "").to_numpy().tolist()
        shown = [tuple(str(cell) for cell in row) for row in texts]
        hidden = {row[0]: row[2 + self.years :] for row in self.typed.rows}
        blank = ("",) * (MOST_YEARS - self.years)
        self.typed = replace(self.typed, rows=tuple((*row, *hidden.get(row[0], blank)) for row in shown))

    def compute(self) -> None:
        """The case of what was typed, or its faults; the last case stays."""
        rows = tuple(row[: 2 + self.years] for row in self.typed.rows)
        try:
            self.case, self.faults = read_case(replace(self.typed, rows=rows)), ()
        except InputError as error:
            self.faults = error.faults
        self.bad_year = _possible(self.bad_year, self.case)


def example_case() -> SharingCase:
    """The made-up start, with the price of a place from the plan."""
    municipalities = tuple(Municipality(name, people, tuple(map(float, places))) for name, people, places in _EXAMPLE)
    return SharingCase(municipalities, float(fact(PRICE_FACT)["value"]), _EXAMPLE_HISTORY_YEARS)


def usual_bad_year(case: SharingCase) -> BadYear:
    """Bad year that a case starts with: one for the example, so that there is something to see; none for another."""
    return BadYear(*_EXAMPLE_BAD_YEAR) if case == example_case() else BadYear()


def open_desk() -> SharingDesk:
    """Desk of this visit, after what the address asks for; what the address cannot mean is said on the page."""
    desk: SharingDesk | None = st.session_state.get(_KEY)
    if desk is None:
        case = example_case()
        desk = st.session_state[_KEY] = SharingDesk(_wide(typed_case(case)), len(case.municipalities[0].places), case)
        desk.put(case)
    asked = st.query_params.get(SUM)
    # Without anything in the address it is a return to this part: what was typed stays.
    if asked is not None and asked != desk.link:
        _open_link(desk, asked)
    asked_year = st.query_params.get(BAD_YEAR)
    if asked_year is not None and asked_year != desk.bad_year.text:
        _open_bad_year(desk, asked_year)
    return desk


def write_desk(desk: SharingDesk) -> None:
    """Address that leads back to the last case that could be computed."""
    usual = desk.bad_year == usual_bad_year(desk.case)
    links.write_link({SUM: desk.link, BAD_YEAR: None if usual else desk.bad_year.text})


def bad_year_of_link(text: str, case: SharingCase) -> BadYear:
    """Bad year of a text such as '2-1-4'. Raises InputError."""
    parts = text.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) <= 3 for part in parts):
        raise InputError(
            [Fault("slecht jaar in de link", f"“{text[:40]}”", "gemeente, jaar en extra plaatsen, zoals 2-1-4")]
        )
    position, year, extra = (int(part) for part in parts)
    faults = [
        number_fault(position, "gemeente van het slechte jaar", 1, len(case.municipalities)),
        number_fault(year, "slecht jaar", 1, len(case.billed_years)),
        number_fault(extra, "extra plaatsen", 0, MOST_EXTRA),
    ]
    if any(faults):
        raise InputError([fault for fault in faults if fault])
    return BadYear(position - 1, year - 1, extra)


def _open_link(desk: SharingDesk, text: str) -> None:
    try:
        case = case_from_link(text)
    except InputError as error:
        _say(error, "De som in de link is niet te lezen")
        return
    desk.put(case)


def _open_bad_year(desk: SharingDesk, text: str) -> None:
    try:
        desk.bad_year = bad_year_of_link(text, desk.case)
        desk.generation += 1
    except InputError as error:
        _say(error, "Het slechte jaar in de link is niet te lezen")


def _say(error: InputError, what: str) -> None:
    st.warning(f"{what}: {plain(error.faults[0].text)} De rest van de pagina werkt.")


def _possible(bad_year: BadYear, case: SharingCase) -> BadYear:
    """The bad year, or the first position or year where the case has no such one any more."""
    return BadYear(
        bad_year.position if bad_year.position < len(case.municipalities) else 0,
        bad_year.billed_year if bad_year.billed_year < len(case.billed_years) else 0,
        bad_year.extra,
    )


def _wide(typed: TypedCase) -> TypedCase:
    """The same with cells for the most years that can be."""
    return replace(typed, rows=tuple((*row, *("",) * (2 + MOST_YEARS - len(row))) for row in typed.rows))


SETTLEMENT_WORDS = {
    Settlement.YEARLY: "Elk jaar",
    Settlement.AT_END: "Eén keer, na het laatste jaar",
}
