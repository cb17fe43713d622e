"""What a visitor is busy with on the own table: what the editor holds, what became of the last file, the way back."""

from __future__ import annotations

import base64
import binascii
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components.frame import links
from components.what_if.session import WhatIfSession, source_plan
from model.own_table import (
    MOST_BYTES,
    MOST_BYTES_ALLOWED,
    MOST_ROWS,
    CellTable,
    OwnTableError,
    TableFault,
    TableKind,
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

MOST_FILES = 2
FILLED_IN_HERE = "ingevuld op deze pagina"
_KEY = "own_table_state"
_LONGEST_NAME = 60
_MOST_REPLACED = 10
_LATE_EDIT_S = 3.0

MEASURES, YEARS = TableKind.MEASURES, TableKind.YEARS
Tables = Mapping[TableKind, CellTable]


@dataclass(frozen=True)
class Outcome:
    """What became of a file or of the table in the editor; `readable` is a refused table that can be mended there."""

    message: str
    used: bool = False
    from_editor: bool = False
    faults: tuple[TableFault, ...] = ()
    remarks: tuple[str, ...] = ()
    readable: Tables | None = None


@dataclass
class OwnTableState:
    """Own table of one visitor.

    `typed` is what the editor holds now, `frames` what it began with, `applied` the own table in use or last used, and
    `replaced` what stood in the editor before, oldest first. `drawn` is the generation of the editor that was last
    shown,
    `asked` what it held when its button was last pressed.
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
            self._refuse(error, file_name, tables)
            return False
        if session.own_table_name is None:
            self.source_scenario = session.scenario
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
        self.taken = True
        session.kept_fault = ""
        return True

    def restore(self, session: WhatIfSession, files: object, name: str) -> TableFault | None:
        """The table that the browser kept, if it is right; else the first fault, and everything stays."""
        try:
            tables = _tables_of_files(files)
        except OwnTableError as error:
            return error.faults[0]
        is_used = self.use(session, tables, None if name == FILLED_IN_HERE else _safe_name(name) or FILLED_IN_HERE)
        outcome, self.outcome, self.taken = self.outcome, None, False
        if not is_used:
            return outcome.faults[0] if outcome and outcome.faults else None
        self.restart(self.applied or tables)
        return None

    def open_files(self, session: WhatIfSession, files: object) -> None:
        """Files that the visitor chose: a whole table is used at once, half a table goes into the editor."""
        self.answered += 1
        name = _file_names(files)
        try:
            tables = _tables_of_files(files)
        except OwnTableError as error:
            self._refuse(error, name, None)
            return
        if len(tables) == len(TableKind):
            self.use(session, tables, name)
            if self.taken:
                self.put(self.applied or tables)
        else:
            self._open_half(tables, name)

    def _open_half(self, tables: Tables, name: str) -> None:
        ((kind, table),) = tables.items()
        try:
            read_own_table(tables)
        except OwnTableError as error:
            # That the other table is not in this file is no fault here: it stands in the editor.
            own = [fault for fault in error.faults if fault.sheet == kind]
            if own:
                self._refuse(OwnTableError(own), name, {**self.typed, kind: table})
                return
        self.put({**self.typed, kind: canonical(table)})
        other = next(other for other in TableKind if other is not kind)
        self.outcome = Outcome(
            f"De {_subject(name)} staat hieronder als tabel “{kind}”. Zorg dat ook “{other}” klopt, met een tweede "
            f"bestand of door te "
            "typen, en kies dan “Gebruik deze tabel”."
        )

    def _refuse(self, error: OwnTableError, file_name: str | None, tables: Tables | None) -> None:
        count = "één fout" if len(error.faults) == 1 else f"{len(error.faults)} fouten"
        self.outcome = Outcome(
            f"De {_subject(file_name)} is niet gebruikt: {count}. De doorrekening is niet veranderd, en wat u typte "
            f"staat er nog.",
            from_editor=file_name is None,
            faults=error.faults,
            readable=tables if file_name else None,
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
    left = state_of(session).source_scenario
    session.take_plan(source_plan(), None)
    session.message = None
    state_of(session).outcome = None
    if left is not None:
        session.jump_to(left)


def forget(session: WhatIfSession) -> None:
    """The own table out of the memory of this visit, also what the editor held of it."""
    before = state_of(session)
    tables = tables_of_plan(source_plan())
    # Counts on, for Streamlit knows what was typed in an editor by its number.
    state = st.session_state[_KEY] = OwnTableState(tables, generation=before.generation, answered=before.answered)
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


def _file_names(files: object) -> str:
    listed = files if isinstance(files, list) else []
    names = [_safe_name(file.get("name")) for file in listed[:MOST_FILES] if isinstance(file, dict)]
    return "” en “".join(name for name in names if name) or "uw bestand"


def _safe_name(name: object) -> str:
    """Name of a file in signs that a name has; empty where there is none."""
    if not isinstance(name, str):
        return ""
    return "".join(char for char in name[:_LONGEST_NAME] if char.isalnum() or char in " -_.,'&+()")


def _tables_of_files(files: object) -> dict[TableKind, CellTable]:
    if not isinstance(files, list) or not 1 <= len(files) <= MOST_FILES:
        raise OwnTableError([TableFault("Bestand", "deze keuze", f"1 tot en met {MOST_FILES} bestanden")])
    tables: dict[TableKind, CellTable] = {}
    faults: list[TableFault] = []
    for data in map(_bytes_of, files):
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


def _bytes_of(file: object) -> bytes:
    content = file.get("content") if isinstance(file, dict) else None
    # Four characters of base64 for three bytes: what is longer cannot be within the limit.
    if not isinstance(content, str) or len(content) > MOST_BYTES * 4 // 3 + 4:
        raise OwnTableError([TableFault("Bestand", "een te groot of onleesbaar bestand", MOST_BYTES_ALLOWED)])
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError) as error:
        raise OwnTableError([TableFault("Bestand", "een onleesbaar bestand", "XLSX of CSV")]) from error
