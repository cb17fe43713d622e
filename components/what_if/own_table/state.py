"""What a visitor is busy with on the own table: what the editor holds, what became of the last file, the way back."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components.frame import links
from components.what_if.own_table.editor_tables import Tables, frame_of, same_cells, table_of, tables_of_files, texts_of
from components.what_if.own_table.names import FILLED_IN_HERE, table_name
from components.what_if.own_table.reading import (
    Reading,
    joined_readings,
    names_of,
    sources_of,
)
from components.what_if.session import WhatIfSession, source_plan
from model.own_table import (
    MOST_ROWS,
    CellTable,
    OwnTable,
    OwnTableError,
    TableFault,
    TableKind,
    blank_tables,
    canonical,
    effect_years,
    growth_in,
    path_years,
    read_own_table,
    tables_of_plan,
    with_effect_years,
)
from model.what_if import LINK_KEYS, SavingsPlan, Scenario

BLANK_YEARS = 4
CHANGED_HERE = "Na het lezen zijn er op deze pagina cellen veranderd."
BOX = "own_table_box"
"""Key of the box in which all of this stands."""
_KEY = "own_table_state"
_MOST_REPLACED, _MOST_LEFT = 10, 2
_LATE_EDIT_S = 3.0

MEASURES, YEARS = TableKind.MEASURES, TableKind.YEARS


@dataclass
class Arrivals:
    """How often a step of this visit brought the visitor to another place of the page: once each, and not to where the
    page stood before a reload.
    """

    used: int = 0
    opened: int = 0
    refused: int = 0

    def used_mark(self, session: WhatIfSession) -> str:
        """Of the last table that was taken into use; empty before the first."""
        return _mark(session, self.used)

    def opened_mark(self, session: WhatIfSession) -> str:
        """Of the last sheet that was opened to be read."""
        return _mark(session, self.opened)

    def refused_mark(self, session: WhatIfSession) -> str:
        """Of the last refusal."""
        return _mark(session, self.refused)


@dataclass(frozen=True)
class Origin:
    """Table that the editor began with: its name, empty for none of the visitor's, and what was assumed of it."""

    name: str = ""
    assumptions: tuple[str, ...] = ()


NO_ORIGIN = Origin()


def _mark(session: WhatIfSession, count: int) -> str:
    return f"{session.first}.{count}" if count else ""


@dataclass(frozen=True)
class Outcome:
    """What became of a file or of the table in the editor."""

    message: str
    used: bool = False
    from_editor: bool = False
    faults: tuple[TableFault, ...] = ()
    remarks: tuple[str, ...] = ()
    refused: bool = False


@dataclass
class OwnTableState:
    """Own table of one visitor.

    `typed` is what the editor holds now, `frames` what it began with, `applied` the own table in use or last used,
    `source_scenario` where the source's table was left, with the `source_steps` back and forth from there, and
    `replaced` what stood in the editor before, oldest first. `drawn` is the generation of the editor that was last
    shown, `asked` what it held when its button was last pressed. `reading` is what waits for the visitor to confirm it,
    the `number`th of this visit, `left` what was read before, oldest first. `assumptions` go with `applied`,
    `origin` says where what the editor began with comes from.
    """

    typed: dict[TableKind, CellTable]
    generation: int = 1
    drawn: int = 0
    answered: int = 0
    replaced: list[tuple[Tables, Origin]] = field(default_factory=list)
    applied: Tables | None = None
    outcome: Outcome | None = None
    taken: bool = False
    asked: Tables | None = None
    asked_at: float = 0.0
    source_scenario: Scenario | None = None
    source_steps: tuple[list[Scenario], list[Scenario]] = ([], [])
    reading: Reading | None = None
    number: int = 0
    left: list[Reading] = field(default_factory=list)
    assumptions: tuple[str, ...] = ()
    origin: Origin = NO_ORIGIN
    arrivals: Arrivals = field(default_factory=Arrivals)
    frames: dict[TableKind, pd.DataFrame] = field(default_factory=dict)

    def put(self, tables: Tables, origin: Origin = NO_ORIGIN) -> None:
        """Other contents for the editor; what stood there can be put back."""
        if not same_cells(self.typed, tables):
            self.replaced = [*self.replaced, (self.typed, self.origin)][-_MOST_REPLACED:]
        self.origin = origin
        self.restart(tables)

    def put_back(self) -> None:
        """What stood in the editor before; what stands there now comes back after all the others."""
        if self.replaced:
            *older, (last, origin) = self.replaced
            self.replaced = [(self.typed, self.origin), *older]
            self.origin = origin
            self.restart(last)

    def restart(self, tables: Tables) -> None:
        """The editor anew, with these tables."""
        self.typed, self.asked = dict(tables), None
        measures = tables[MEASURES]
        if not effect_years(measures):
            self.typed[MEASURES] = with_effect_years(measures, [date.today().year])
        self.frames = {kind: frame_of(table) for kind, table in self.typed.items()}
        self.generation += 1

    def follow_years(self) -> None:
        """Effect columns for the years that the other table names; a year that stays keeps its effects."""
        years = path_years(self.typed[YEARS])
        if not years:
            self.outcome = Outcome(f"In de tabel “{YEARS}” staat nog geen jaartal.", from_editor=True)
            return
        last = min(years[-1], years[0] + MOST_ROWS[YEARS] - 1)
        measures = with_effect_years(self.typed[MEASURES], range(years[0], last + 1))
        self.put({**self.typed, MEASURES: measures}, self.origin)

    @property
    def changed_just_after_press(self) -> bool:
        """Whether a cell came in right after the button for it.

        The browser keeps an edit back for a moment, so that a press that follows it closely arrives first.
        """
        late = time.monotonic() - self.asked_at < _LATE_EDIT_S
        return late and self.asked is not None and not same_cells(self.asked, self.typed)

    def use_typed(self, session: WhatIfSession) -> None:
        """The what-if on what the editor holds."""
        self.asked, self.asked_at = dict(self.typed), time.monotonic()
        try:
            own = read_own_table(self.typed)
        except OwnTableError as error:
            self._refuse(error, None)
            return
        # What was assumed of a sheet is so also after a cell of it was changed here.
        name, assumptions = self.origin.name, self.origin.assumptions
        began = {kind: table_of(kind, frame) for kind, frame in self.frames.items()}
        if name and CHANGED_HERE not in assumptions and not same_cells(self.typed, began):
            assumptions = (*assumptions, CHANGED_HERE)
        self._begin(session, own, self.typed, name or FILLED_IN_HERE, assumptions, from_editor=True)

    def _begin(
        self,
        session: WhatIfSession,
        own: OwnTable,
        tables: Tables,
        name: str,
        assumptions: tuple[str, ...],
        *,
        from_editor: bool = False,
    ) -> None:
        if session.own_table_name is None:
            self.source_scenario, self.source_steps = session.scenario, (session.before, session.undone)
        session.take_plan(replace(own.plan, start_growth_pct=growth_in(assumptions)), name)
        session.message = None
        # The address may still hold a scenario of the table before this one, which would be opened again.
        links.write_link(dict.fromkeys(LINK_KEYS))
        self.outcome = Outcome(
            f"De tabel “{name}” is in gebruik: {size_in_words(own.plan)}. "
            "De doorrekening boven aan de pagina rekent er nu mee.",
            used=True,
            from_editor=from_editor,
            remarks=own.remarks,
        )
        self.applied = {kind: canonical(table) for kind, table in tables.items()}
        self.assumptions = assumptions
        self.taken = True
        self.arrivals.used += 1
        session.kept_fault = ""

    def restore(
        self, session: WhatIfSession, files: object, name: str, assumptions: tuple[str, ...] = ()
    ) -> TableFault | None:
        """The table that the browser kept, if it is right; else the first fault, and everything stays."""
        try:
            tables = tables_of_files(files)
            own = read_own_table(tables)
        except OwnTableError as error:
            return error.faults[0]
        brought = self.arrivals.used
        self._begin(session, own, tables, table_name(name) or FILLED_IN_HERE, assumptions)
        self.outcome, self.taken, self.arrivals.used = None, False, brought
        self.origin = Origin(session.own_table_name or "", assumptions)
        self.restart(self.applied or tables)
        return None

    def open_sources(self, session: WhatIfSession, sent: object) -> None:
        """Files or cells that the visitor gave: read beside what waits for them, or in its place."""
        self.answered += 1
        try:
            sources = sources_of(sent)
        except OwnTableError as error:
            self._refuse(error, names_of(sent))
            return
        reading, is_joined = joined_readings(self.reading, sources)
        if not is_joined:
            self.leave_reading()
        self.reading, self.outcome = reading, None
        self.arrivals.opened += 1
        if reading.can_be_used and not reading.understanding.needs_confirmation:
            self.confirm(session)

    def rename(self, session: WhatIfSession, name: object) -> None:
        """Another name for the table in use, where it is one."""
        called = table_name(name)
        if called and session.own_table_name is not None:
            if self.origin.name == session.own_table_name:
                self.origin = replace(self.origin, name=called)
            session.own_table_name = called

    def leave_reading(self) -> None:
        """Nothing waits to be confirmed; what did can be put back."""
        self.number += 1
        if self.reading is not None:
            self.left = [*self.left, self.reading][-_MOST_LEFT:]
            self.reading = None

    def put_back_reading(self) -> None:
        """What was read before; what waits now comes back after all the others."""
        if self.left:
            *older, last = self.left
            self.left = [self.reading, *older] if self.reading is not None else older
            self.reading, self.outcome = last, None
            self.number += 1
            self.arrivals.opened += 1

    def confirm(self, session: WhatIfSession) -> None:
        """The what-if on what was read, if nothing is open."""
        reading = self.reading
        if reading is None or not reading.can_be_used or (own := reading.understanding.own) is None:
            return
        self._begin(session, own, reading.understanding.tables, reading.name, reading.assumptions)
        self.put(self.applied or reading.understanding.tables, Origin(reading.name, reading.assumptions))
        if not reading.understanding.needs_confirmation:
            # There was nothing to choose, so there is nothing to come back for.
            self.reading = None
        self.leave_reading()

    def drop_source(self, mark: object) -> None:
        """What was read without one of its sources; with none left it can be put back as a whole."""
        if self.reading is not None and mark in [source.mark for source in self.reading.sources]:
            rest = self.reading.without(mark)
            self.leave_reading()
            self.reading = rest

    def read_anew(self, **changes: Any) -> None:
        """What waits to be confirmed, with these changes."""
        if self.reading is not None:
            self.reading = replace(self.reading, **changes)

    def type_missing(self, kind: TableKind) -> None:
        """The table that the sheets lack goes into the editor, and from there into what was read."""
        if self.reading is None or kind not in self.reading.lacks or kind in self.reading.typed:
            return
        known = self.reading.understanding.tables
        first = date.today().year
        table = known[kind] if kind in known else blank_tables(range(first, first + BLANK_YEARS))[kind]
        self.put({**self.typed, kind: table}, self.origin)
        self.read_anew(typed={**self.reading.typed, kind: self.typed[kind]})

    def hand_over_typed(self) -> bool:
        """What was typed, to the reading that waits for it; whether it is something else than before."""
        if self.reading is None or not self.reading.typed:
            return False
        typed = {kind: self.typed[kind] for kind in self.reading.typed}
        if all(texts_of(typed[kind]) == texts_of(table) for kind, table in self.reading.typed.items()):
            return False
        self.read_anew(typed=typed)
        return True

    def mend(self) -> None:
        """What was read goes into the editor, as far as it was understood."""
        if self.reading is not None:
            origin = Origin(self.reading.name, self.reading.assumptions)
            self.put({**self.typed, **self.reading.understanding.tables}, origin)

    def _refuse(self, error: OwnTableError, file_name: str | None) -> None:
        count = "één fout" if len(error.faults) == 1 else f"{len(error.faults)} fouten"
        self.outcome = Outcome(
            f"De {_subject(file_name)} is niet gebruikt: {count}. De doorrekening is niet veranderd, en wat u typte "
            f"staat er nog.",
            from_editor=file_name is None,
            faults=error.faults,
            refused=True,
        )
        self.arrivals.refused += 1


def state_of(session: WhatIfSession) -> OwnTableState:
    """Own table of this visit; at first the table in use."""
    state: OwnTableState | None = st.session_state.get(_KEY)
    if state is None:
        tables = tables_of_plan(session.plan)
        state = st.session_state[_KEY] = OwnTableState(tables)
        state.restart(tables)
    return state


def back_to_source(session: WhatIfSession) -> None:
    """The table of the source again, with the sliders as they stood; the own table stays in the editor."""
    state = state_of(session)
    session.take_plan(source_plan(), None)
    session.message = None
    state.outcome = None
    if state.source_scenario is not None:
        session.begin_with(state.source_scenario, "Terug bij de tabel van Zuid-Holland Zuid, zoals u haar verliet")
        before, undone = state.source_steps
        session.before, session.undone = list(before), list(undone)


def forget(session: WhatIfSession) -> None:
    """The own table out of the memory of this visit, also what the editor held of it."""
    before = state_of(session)
    tables = tables_of_plan(source_plan())
    # Counts on, for Streamlit knows what was typed in an editor by its number, and the browser a proposal by its.
    state = st.session_state[_KEY] = OwnTableState(
        tables,
        generation=before.generation,
        answered=before.answered,
        number=before.number + 1,
        arrivals=before.arrivals,
    )
    state.restart(tables)


def is_in_use(state: OwnTableState, session: WhatIfSession) -> bool:
    """Whether the page computes with what the editor holds."""
    used = tables_of_plan(session.plan) if session.own_table_name is None else state.applied
    return used is not None and same_cells(state.typed, used)


def size_in_words(plan: SavingsPlan) -> str:
    """Number of measures, and the years."""
    count, first, last = len(plan.measures), plan.years[0], plan.years[-1]
    measures = "1 maatregel" if count == 1 else f"{count} maatregelen"
    return f"{measures}, {first} tot en met {last}" if last > first else f"{measures}, {first}"


def _subject(file_name: str | None) -> str:
    return f"tabel uit “{file_name}”" if file_name else "tabel van deze pagina"
