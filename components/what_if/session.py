"""The scenario of a visit: what is set now, how it came about, and the way back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from components.frame import links, loading
from components.frame.revisions import first_revision, is_of_another_visit
from components.what_if.own_table.names import called
from model.what_if import (
    LINK_KEYS,
    Fault,
    InputError,
    SavingsPlan,
    Scenario,
    controls_of,
    plan_of_source,
    preset_scenario,
    presets_equal_to,
    read_link,
    scenario_from_query,
    scenario_to_query,
    with_comparison_of,
    with_values,
)

MOST_STEPS_BACK = 200
_KEY = "what_if_session"
_PAGE = "doorrekening"
_MOST_REASONS = 8
_TABLE_MARK = re.compile(r"[0-9a-f]{6}", re.ASCII)
_TO_THE_START = "Terug naar de beginstand"
NOT_IN_A_LINK = "een eigen tabel gaat niet mee in een link"
"""Said wherever else a link, code or address of the view would stand."""
_LEFT_OUT = (
    "de {whose} en wat u daarmee instelde: wie de link opent, ziet de tabel van de bron. "
    "Geef uw tabel door als bestand."
)
SOURCE_REGION = "JZ31"
"""Region whose measures and path the source prints."""


@dataclass
class WhatIfSession:
    """What-if of one visitor. `base` is what the browser's reported changes start from; a new revision replaces it."""

    scenario: Scenario
    base: Scenario
    first: int = field(default_factory=first_revision)
    starts: int = 0
    heard: int = 0
    before: list[Scenario] = field(default_factory=list)
    undone: list[Scenario] = field(default_factory=list)
    previous: Scenario | None = None
    """What the panel showed before what it shows now, whichever way it went; None where it began with this."""
    act: str = ""
    """What made it so, in words; empty for a step of one control, which says it by itself."""
    chosen_preset: str = "midden"
    """Preset that was chosen last: the way back to it stays when the scenario has left it."""
    own_table_name: str | None = None
    is_table_decided: bool = False
    """Whether this visit has, or had, a table by choice; until then the browser may bring back what it kept."""
    kept_fault: str = ""
    """What was wrong with what the browser kept."""
    message: str | None = None
    answer: tuple[str, Scenario] | None = None
    """What was answered to "wat is er nodig?", and the scenario that it is about."""
    shown: str = ""
    """Stamp of what the panel showed last."""
    sent_plan: SavingsPlan | None = None
    """Plan that the browser was told of last."""
    wanted_table: tuple[str, str] | None = None
    """Mark of a table that this visit has not, and the scenario of a link with it: the browser may have the table."""
    waiting_steps: tuple[object, Mapping[str, Any]] | None = None
    """Mark of a table, and steps made with it before this visit began."""
    address: dict[str, str] = field(default_factory=dict)
    """Scenario parts of the address as last read or written here; the address lags a little behind the sliders."""

    @property
    def revision(self) -> int:
        """Number of what the browser was last told to start from."""
        return self.first + self.starts

    @property
    def stamp(self) -> str:
        """Mark of the state that the panel shows: another one after every step."""
        return f"{self.revision}.{self.heard}"

    @property
    def preset(self) -> str | None:
        """Name of the preset that the scenario equals; None for a scenario of the visitor's own."""
        names = presets_equal_to(self.scenario)
        return self.chosen_preset if self.chosen_preset in names else next(iter(names), None)

    @property
    def plan(self) -> SavingsPlan:
        """Measures and path that the scenario is about."""
        return self.scenario.plan

    @property
    def whose(self) -> str:
        """Whose figures the page shows: the region of the source, or the own table by its name."""
        return called(self.own_table_name) if self.own_table_name else loading.region_names()[SOURCE_REGION]

    @property
    def said(self) -> str:
        """The last answer, as long as it is about what the panel shows; else empty."""
        return self.answer[0] if self.answer and self.answer[1] == self.scenario else ""

    def step_to(self, scenario: Scenario, act: str = "") -> None:
        """A step of the visitor in the browser; the browser already shows it."""
        if scenario == self.scenario:
            return
        self.before = [*self.before, self.scenario][-MOST_STEPS_BACK:]
        self.undone = []
        self._go_to(scenario, act)
        self.message = None

    def jump_to(self, scenario: Scenario, act: str) -> None:
        """A step that the browser has still to show: preset, reset, goal seek, opened scenario."""
        self.step_to(scenario, act)
        self._show_anew()

    def outlives(self, revision: object) -> bool:
        """Whether a report counts from a start of a visit before this one."""
        return is_of_another_visit(revision, self.first, self.revision)

    def undo(self) -> None:
        """One step back."""
        if self.before:
            self.undone.append(self.scenario)
            self._go_to(self.before.pop(), "Ongedaan gemaakt")
            self._show_anew()

    def redo(self) -> None:
        """One step forward again."""
        if self.undone:
            self.before.append(self.scenario)
            self._go_to(self.undone.pop(), "Opnieuw gedaan")
            self._show_anew()

    def take_plan(self, plan: SavingsPlan, name: str | None) -> None:
        """Another table: starts at its middle, with nothing to go back to."""
        self.own_table_name, self.chosen_preset, self.is_table_decided = name, "midden", True
        self.begin_with(Scenario.default(plan))

    def begin_with(self, scenario: Scenario, act: str = "") -> None:
        """A scenario with nothing to go back to."""
        self._go_to(scenario, act)
        self.previous = None
        self.before, self.undone = [], []
        self._show_anew()

    def _go_to(self, scenario: Scenario, act: str) -> None:
        self.previous, self.act = self.scenario, act
        self.scenario, self.answer = scenario, None

    def _show_anew(self) -> None:
        self.base = self.scenario
        self.starts += 1
        self.heard = 0


@st.cache_resource(show_spinner=False)
def source_plan() -> SavingsPlan:
    """Measures and path of Zuid-Holland Zuid as the source prints them."""
    return plan_of_source(loading.table)


def is_of_source(plan: SavingsPlan) -> bool:
    """Whether a plan is the source's own, so that what the source says holds for it."""
    return plan == source_plan()


def open_session(*, stays: bool, on_stage: bool = False) -> WhatIfSession:
    """Session of this visit. A link with another scenario than the one shown is taken over; a bad one is explained.

    A link without a scenario leaves what is set, but on a page that `stays` it is the browser's way back to the start:
    an address written anew would hold whoever goes back on this page for ever. `on_stage` a step without a scenario is
    the start too: what stands there does not depend on the steps before it.
    """
    link = {key: st.query_params[key] for key in LINK_KEYS if key in st.query_params}
    stored: WhatIfSession | None = st.session_state.get(_KEY)
    is_new = stored is None
    if stored is None:
        start = Scenario.default(source_plan())
        stored = st.session_state[_KEY] = WhatIfSession(start, start)
    if link and link not in (stored.address, link_of(stored)):
        # A key that stands there twice with different texts is told, not read as its last.
        given = urlencode([(key, text) for key in link for text in st.query_params.get_all(key)])
        stored.wanted_table = None
        if stored.own_table_name and link.get("t") == stored.plan.fingerprint:
            stored.message = _open_step(stored, given)
        else:
            stored.message = _open_link(stored, given, is_new=is_new)
            if _is_of_another_table(link, stored):
                stored.wanted_table = link["t"], given
            else:
                stored.is_table_decided = True
    elif not link and not stored.own_table_name and (stored.address if stays else on_stage):
        start = Scenario.default(stored.plan)
        if stays or stored.scenario != start:
            stored.jump_to(start, _TO_THE_START)
    stored.address = link
    return stored


def write_address(session: WhatIfSession) -> None:
    """Address that leads back to this scenario."""
    session.address = link_of(session)
    links.keep(_PAGE, session.address)
    links.leave_out(_PAGE, _LEFT_OUT.format(whose=session.whose) if session.own_table_name else None)
    links.write_link({key: session.address.get(key) for key in LINK_KEYS})


def current_session() -> WhatIfSession:
    """Session of this visit, inside a callback."""
    session: WhatIfSession = st.session_state[_KEY]
    return session


def session_of_visit() -> WhatIfSession | None:
    """Session of this visit; None before it came to the page."""
    session: WhatIfSession | None = st.session_state.get(_KEY)
    return session


def link_of(session: WhatIfSession) -> dict[str, str]:
    """Address parts of the scenario; none for the plain start, and none for an own table, which no link can carry."""
    if session.own_table_name or session.scenario == Scenario.default(session.plan):
        return {}
    return dict(part.split("=", 1) for part in scenario_to_query(session.scenario).split("&"))


def reset(session: WhatIfSession, to: str) -> None:
    """Back to the start with its target, or with the target as it stands to the preset that was chosen last."""
    if to == "preset":
        preset = preset_scenario(session.plan, session.chosen_preset)
        session.jump_to(with_comparison_of(preset, session.scenario), "Terug naar de gekozen voorinstelling")
    else:
        session.jump_to(Scenario.default(session.plan), _TO_THE_START)


def with_changes(base: Scenario, changes: Mapping[str, Any]) -> Scenario:
    """`base` with controls set to the steps that the browser reported: per control the index of its value.

    Raises
    ------
    InputError
        If a control or a step does not exist.
    """
    controls, values = controls_of(base.plan), {}
    for key, index in changes.items():
        if key not in controls:
            raise InputError([Fault("stand van een schuif", f"{key} {index}", "een schuif en stand van deze pagina")])
        values[key] = controls[key].value_at(index)
    return with_values(base, values)


def _is_of_another_table(link: Mapping[str, str], session: WhatIfSession) -> bool:
    """Whether a link is one of a table that this visit has not: that of a step with an own table, for one."""
    return _TABLE_MARK.fullmatch(link.get("t", "")) is not None and link["t"] not in (
        source_plan().fingerprint,
        session.plan.fingerprint,
    )


def _open_step(session: WhatIfSession, link: str) -> str | None:
    """Opens a link of the own table in use, as a step of a storyline has one; what there is to say of it."""
    try:
        scenario = scenario_from_query(link, session.plan)
    except InputError as error:
        return f"De link is niet gebruikt; wat er stond, staat er nog. {error}"
    session.jump_to(scenario, "Link geopend")
    return None


def _open_link(session: WhatIfSession, link: str, *, is_new: bool) -> str | None:
    """Opens a link as far as it can be used; what there is to say of the rest, one cause a line after the first.

    A visit that begins with it, also again after a reload, has nothing to go back to: it showed nothing else before.
    """
    plan = source_plan()
    try:
        read = read_link(link, plan)
    except InputError as error:
        return f"De link is niet gebruikt; wat er stond, staat er nog. {error} Vraag zo nodig om een nieuwe link."
    reasons = [fault.text for fault in read.faults]
    if len(reasons) > _MOST_REASONS:
        reasons = [*reasons[:_MOST_REASONS], f"En nog {len(reasons) - _MOST_REASONS} van zulke onderdelen."]
    if reasons and not read.readings and read.scenario == Scenario.default(plan):
        return "\n".join(["Van de link is niets te gebruiken; wat er stond, staat er nog.", *reasons])
    if session.own_table_name:
        session.take_plan(plan, None)
        is_new = True
    if is_new:
        session.begin_with(read.scenario, "Geopend zoals de link het zegt")
    else:
        session.jump_to(read.scenario, "Link geopend")
    lead = "De link is gebruikt; een deel is anders gelezen dan het er staat. Kijk of dat is wat u bedoelt."
    if reasons:
        lead = "Van de link is een deel niet gebruikt; daarvoor geldt de beginstand. Zet het hieronder zelf goed."
    told = [*reasons, *read.readings]
    return "\n".join([lead, *told]) if told else None
