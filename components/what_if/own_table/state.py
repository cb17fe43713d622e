"""What a visitor is busy with on the own table: what the editor holds, what became of the last file, the way back."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components.frame import links
from components.what_if.own_table.reading import (
    MOST_FILES,
    Reading,
    bytes_of,
    joined_readings,
    names_of,
    safe_name,
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
    cell_of_text,
    cell_text,
    effect_years,
    path_years,
    read_own_table,
    tables_of_file,
    tables_of_plan,
    with_effect_years,
)
from model.what_if import LINK_KEYS, SavingsPlan, Scenario

FILLED_IN_HERE = "ingevuld op deze pagina"
BLANK_YEARS = 4
BOX = "own_table_box"
"""Key of the box in which all of this stands."""
_KEY = "own_table_state"
_MOST_REPLACED, _MOST_LEFT = 10, 2
_LATE_EDIT_S = 3.0

MEASURES, YEARS = TableKind.MEASURES, TableKind.YEARS
Tables = Mapping[TableKind, CellTable]


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
    the `number`th of this visit, `left` what was read before, oldest first. `assumptions` go with `applied`.
    """

    typed: dict[TableKind, CellTable]
    generation: int = 1
    drawn: int = 0
    answered: int = 0
    replaced: list[Tables] = field(default_factory=list)
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
    frames: dict[TableKind, pd.DataFrame] = field(default_factory=dict)

    def put(self, tables: Tables) -> None:
        """Other contents for the editor; what stood there can be put back."""
        if not same_cells(self.typed, tables):
            self.replaced = [*self.replaced, self.typed][-_MOST_REPLACED:]
        self.restart(tables)

    def put_back(self) -> None:
        """What stood in the editor before; what stands there now comes back after all the others."""
        if self.replaced:
            *older, last = self.replaced
            self.replaced = [self.typed, *older]
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
        self.put({**self.typed, MEASURES: measures})

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
        self.use(session, self.typed, None)

    def use(self, session: WhatIfSession, tables: Tables, file_name: str | None) -> bool:
        """The what-if on these tables if they are right; else all that is wrong, and everything stays.

        Without the name of a file the tables are those of the editor. Whether they are in use.
        """
        try:
            own = read_own_table(tables)
        except OwnTableError as error:
            self._refuse(error, file_name)
            return False
        self._begin(session, own, tables, file_name)
        return True

    def _begin(
        self,
        session: WhatIfSession,
        own: OwnTable,
        tables: Tables,
        file_name: str | None,
        assumptions: tuple[str, ...] = (),
    ) -> None:
        if session.own_table_name is None:
            self.source_scenario, self.source_steps = session.scenario, (session.before, session.undone)
        session.take_plan(own.plan, file_name or FILLED_IN_HERE)
        session.message = None
        # The address may still hold a scenario of the table before this one, which would be opened again.
        links.write_link(dict.fromkeys(LINK_KEYS))
        self.outcome = Outcome(
            f"De {_subject(file_name)} is in gebruik: {size_in_words(own.plan)}. "
            "De doorrekening boven aan de pagina rekent er nu mee.",
            used=True,
            from_editor=file_name is None,
            remarks=own.remarks,
        )
        self.applied = {kind: canonical(table) for kind, table in tables.items()}
        self.assumptions = assumptions
        self.taken = True
        session.kept_fault = ""

    def restore(
        self, session: WhatIfSession, files: object, name: str, assumptions: tuple[str, ...] = ()
    ) -> TableFault | None:
        """The table that the browser kept, if it is right; else the first fault, and everything stays."""
        try:
            tables = tables_of_files(files)
        except OwnTableError as error:
            return error.faults[0]
        is_used = self.use(session, tables, None if name == FILLED_IN_HERE else safe_name(name) or FILLED_IN_HERE)
        outcome, self.outcome, self.taken = self.outcome, None, False
        if not is_used:
            return outcome.faults[0] if outcome and outcome.faults else None
        self.assumptions = assumptions
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
        if reading.can_be_used and not reading.understanding.needs_confirmation:
            self.confirm(session)

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

    def confirm(self, session: WhatIfSession) -> None:
        """The what-if on what was read, if nothing is open."""
        reading = self.reading
        if reading is None or not reading.can_be_used or (own := reading.understanding.own) is None:
            return
        self._begin(session, own, reading.understanding.tables, reading.name, reading.assumptions)
        self.put(self.applied or reading.understanding.tables)
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
        self.put({**self.typed, kind: table})
        self.read_anew(typed={**self.reading.typed, kind: self.typed[kind]})

    def hand_over_typed(self) -> bool:
        """What was typed, to the reading that waits for it; whether it is something else than before."""
        if self.reading is None or not self.reading.typed:
            return False
        typed = {kind: self.typed[kind] for kind in self.reading.typed}
        if all(_texts(typed[kind]) == _texts(table) for kind, table in self.reading.typed.items()):
            return False
        self.read_anew(typed=typed)
        return True

    def mend(self) -> None:
        """What was read goes into the editor, as far as it was understood."""
        if self.reading is not None:
            self.put({**self.typed, **self.reading.understanding.tables})

    def _refuse(self, error: OwnTableError, file_name: str | None) -> None:
        count = "één fout" if len(error.faults) == 1 else f"{len(error.faults)} fouten"
        self.outcome = Outcome(
            f"De {_subject(file_name)} is niet gebruikt: {count}. De doorrekening is niet veranderd, en wat u typte "
            f"staat er nog.",
            from_editor=file_name is None,
            faults=error.faults,
            refused=True,
        )


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
        tables, generation=before.generation, answered=before.answered, number=before.number + 1
    )
    state.restart(tables)


def frame_of(table: CellTable) -> pd.DataFrame:
    """Table for the editor: all texts, under the Dutch headings."""
    rows = [[cell_text(cell) for cell in row] for row in table.rows]
    return pd.DataFrame(rows, columns=list(table.headings), dtype="str")


def table_of(kind: TableKind, frame: pd.DataFrame) -> CellTable:
    """Table of the editor as typed, without its empty rows."""
    texts = frame.astype(object).where(frame.notna(), "").to_numpy().tolist()
    rows = [(number, tuple(cell_of_text(str(text)) for text in row)) for number, row in enumerate(texts, start=1)]
    filled = [(number, row) for number, row in rows if any(cell is not None for cell in row)]
    return CellTable(
        kind,
        tuple(str(column) for column in frame.columns),
        tuple(row for _, row in filled),
        tuple(number for number, _ in filled),
        len(filled),
        has_addresses=False,
    )


def is_in_use(state: OwnTableState, session: WhatIfSession) -> bool:
    """Whether the page computes with what the editor holds."""
    used = tables_of_plan(session.plan) if session.own_table_name is None else state.applied
    return used is not None and same_cells(state.typed, used)


def same_cells(tables: Tables, others: Tables) -> bool:
    """Whether two pairs of tables show the same texts."""
    return all(_texts(tables[kind]) == _texts(others[kind]) for kind in TableKind)


def _texts(table: CellTable) -> tuple[Any, ...]:
    rows = ([cell_text(cell) for cell in row] for row in table.rows)
    return table.headings, [row for row in rows if any(row)]


def size_in_words(plan: SavingsPlan) -> str:
    """Number of measures, and the years."""
    count, first, last = len(plan.measures), plan.years[0], plan.years[-1]
    measures = "1 maatregel" if count == 1 else f"{count} maatregelen"
    return f"{measures}, {first} tot en met {last}" if last > first else f"{measures}, {first}"


def _subject(file_name: str | None) -> str:
    return f"tabel uit “{file_name}”" if file_name else "tabel van deze pagina"


def tables_of_files(files: object) -> dict[TableKind, CellTable]:
    """Tables of the CSV files that this page wrote and the browser kept. Raises OwnTableError."""
    if not isinstance(files, list) or not 1 <= len(files) <= MOST_FILES:
        raise OwnTableError([TableFault("Bestand", "deze keuze", f"1 tot en met {MOST_FILES} bestanden")])
    tables: dict[TableKind, CellTable] = {}
    faults: list[TableFault] = []
    for data in (bytes_of(file.get("content") if isinstance(file, dict) else None) for file in files):
        try:
            read = tables_of_file(data)
        except OwnTableError as error:
            faults += error.faults
            continue
        twice = [TableFault(kind, "in twee bestanden", "elke tabel één keer") for kind in read if kind in tables]
        faults += twice
        tables |= read
    if faults:
        raise OwnTableError(faults)
    return tables
