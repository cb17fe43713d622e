"""What a visitor typed or opened on the own table and does not use yet, kept by the tab until it is used."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from components.look import component_files
from components.what_if.own_table.editor_tables import tables_of_files
from components.what_if.own_table.names import table_name
from components.what_if.own_table.reading import (
    MOST_SOURCES,
    Reading,
    answers_of,
    assumptions_of,
    day_of,
    names_of,
    sources_of,
)
from components.what_if.own_table.state import Origin, Outcome, OwnTableState, is_in_use
from components.what_if.session import WhatIfSession
from model.own_table import CellTable, OwnTableError, TableKind, csv_file

_NOT_BACK = "Wat u voor een eigen tabel typte of opende, is niet teruggezet: "

_draft = component_files.component("own_table_draft", __file__, "draft")


def keep_draft(session: WhatIfSession, state: OwnTableState) -> None:
    """Hands the draft to the tab; after the editor, which says what is typed."""
    refused = state.arrivals.refused_mark(session)
    _draft(key="own_table_draft", data={"draft": draft_of(session, state), "refused": refused})


def draft_of(session: WhatIfSession, state: OwnTableState) -> dict[str, Any] | None:
    """What is not in use; None where there is nothing."""
    typed = [] if is_in_use(state, session) else files_of(state.typed)
    reading = state.reading
    if not typed and reading is None:
        return None
    return {
        "visit": session.first,
        "typed": typed,
        "marks": [source.mark for source in reading.sources] if reading else [],
        "answers": dict(reading.answers) if reading else {},
        "recalled": reading.recalled if reading else "",
        "called": reading.called if reading else "",
        "origin": {"name": state.origin.name, "assumptions": list(state.origin.assumptions)} if typed else {},
        "kinds": list(reading.typed) if reading else [],
    }


def files_of(tables: Mapping[TableKind, CellTable]) -> list[dict[str, str]]:
    """Both tables as CSV, as a visitor could choose them."""
    return [{"name": f"{kind}.csv", "content": base64.b64encode(csv_file(tables[kind])).decode()} for kind in TableKind]


def restore_draft(state: OwnTableState, kept: object) -> None:
    """Editor and open reading as the tab kept them; what cannot be read is told."""
    if not isinstance(kept, Mapping):
        state.outcome = Outcome(f"{_NOT_BACK}het is onleesbaar.", refused=True)
        return
    try:
        if kept.get("typed"):
            state.put({**state.typed, **tables_of_files(kept["typed"])}, _origin_of(kept.get("origin")))
        if kept.get("sources"):
            state.number += 1
            state.reading = Reading(
                sources_of(kept["sources"], MOST_SOURCES),
                answers_of(kept.get("answers")),
                {kind: state.typed[kind] for kind in TableKind if kind in _texts(kept.get("kinds"))},
                day_of(kept.get("recalled")),
                table_name(kept.get("called")),
            )
    except OwnTableError as error:
        what = f"“{names_of(kept.get('sources'))}”, " if kept.get("sources") else ""
        state.outcome = Outcome(f"{_NOT_BACK}{what}{error.faults[0].text}", refused=True)


def _origin_of(sent: object) -> Origin:
    kept = sent if isinstance(sent, Mapping) else {}
    return Origin(table_name(kept.get("name")), assumptions_of(kept.get("assumptions")))


def _texts(sent: object) -> list[str]:
    return [text for text in sent if isinstance(text, str)] if isinstance(sent, list) else []
