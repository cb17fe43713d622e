"""The screen "Wat wij hebben gelezen": each proposal beside what the sheet shows, to confirm or to change."""

from __future__ import annotations

from components.frame.reports import reported_by
from components.look import component_files
from components.what_if.own_table.names import table_name
from components.what_if.own_table.reading import answers_of, day_of, payload
from components.what_if.own_table.state import OwnTableState, state_of
from components.what_if.session import WhatIfSession, current_session
from model.own_table import TableKind

_KEY = "own_table_proposal"

_proposal = component_files.component("own_table_proposal", __file__, "proposal")


def show_proposal(session: WhatIfSession, state: OwnTableState) -> None:
    """The proposal that waits, or the way back to the one before it; nothing where there is neither."""
    _proposal(
        key=_KEY,
        data={
            "number": state.number,
            "opened": state.arrivals.opened_mark(session),
            "reading": payload(state.reading) if state.reading else None,
            "before": state.left[-1].name if state.left else "",
        },
        on_wish_change=_on_wish,
    )


def _on_wish() -> None:
    wish, session = reported_by(_KEY, "wish"), current_session()
    state = state_of(session)
    if isinstance(wish, dict) and wish.get("number") == state.number:
        _grant(state, session, wish)


def _grant(state: OwnTableState, session: WhatIfSession, wish: dict[str, object]) -> None:
    if isinstance(called := wish.get("called"), str):
        state.read_anew(called=table_name(called))
    match wish.get("name"):
        case "answers":
            state.read_anew(answers=answers_of(wish.get("answers")), recalled=day_of(wish.get("recalled")))
        case "confirm":
            state.confirm(session)
        case "close":
            state.leave_reading()
        case "back":
            state.put_back_reading()
        case "mend":
            state.mend()
        case "type":
            for kind in TableKind:
                if kind == wish.get("kind"):
                    state.type_missing(kind)
        case "drop":
            state.drop_source(wish.get("mark"))
