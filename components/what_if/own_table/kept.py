"""The own table in the visitor's browser, which brings it back after a reload, a restart, or at another process.

What the browser hands over is as hostile as any file, and is read by the same checks.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import streamlit as st

from components.frame.reports import reported_by
from components.look import component_files
from components.what_if.outlived_steps import take_waiting_steps
from components.what_if.own_table.draft import files_of, restore_draft
from components.what_if.own_table.reading import assumptions_of
from components.what_if.own_table.state import BOX, back_to_source, forget, state_of
from components.what_if.panel.payload import plan_id
from components.what_if.session import MOST_STEPS_BACK, NOT_IN_A_LINK, WhatIfSession, current_session, source_plan
from model.own_table import tables_of_plan
from model.what_if import InputError, SavingsPlan, Scenario, scenario_from_query, scenario_to_query

_KEY = "own_table_kept"
_NOT_BACK = "De eigen tabel die uw browser bewaarde, is niet teruggezet: "

_kept = component_files.component("own_table_kept", __file__, "kept")


def show_kept_table(session: WhatIfSession) -> None:
    """What the browser keeps of an own table; outside the fragments, so that it is sent once a table."""
    _kept(
        key=_KEY,
        data={
            "visit": session.first,
            "inUse": _to_keep(session),
            "isDecided": session.is_table_decided,
            "fault": session.kept_fault,
            "used": state_of(session).arrivals.used_mark(session),
            "wanted": session.wanted_table,
            "notHeld": NOT_IN_A_LINK,
        },
        on_wish_change=_on_wish,
    )


def _to_keep(session: WhatIfSession) -> dict[str, object] | None:
    if session.own_table_name is None:
        return None
    state = state_of(session)
    source = state.source_scenario
    return {
        "plan": plan_id(session.plan),
        "name": session.own_table_name,
        "files": _files_of(session.plan),
        "query": scenario_to_query(session.scenario),
        "source": scenario_to_query(source) if source else "",
        "assumptions": list(state.assumptions),
    }


@lru_cache(maxsize=4)
def _files_of(plan: SavingsPlan) -> list[dict[str, str]]:
    return files_of(tables_of_plan(plan))


def _on_wish() -> None:
    wish, session = reported_by(_KEY, "wish"), current_session()
    if not isinstance(wish, dict) or wish.get("visit") != session.first:
        return
    if wish.get("name") == "draft":
        # What was typed or opened waits where it was left.
        st.session_state[BOX] = True
        restore_draft(state_of(session), wish.get("draft"))
        return
    session.kept_fault = ""
    session.is_table_decided = True
    match wish.get("name"), wish.get("table"):
        case "restore", table:
            session.kept_fault = restore(session, table)
            take_waiting_steps(session)
        case "forget", _:
            if session.own_table_name is not None:
                back_to_source(session)
            forget(session)


def restore(session: WhatIfSession, kept: object) -> str:
    """Own table and scenario as the browser kept them, if they are right; a Dutch sentence on what is not, or ""."""
    if not isinstance(kept, Mapping):
        return f"{_NOT_BACK}zij is onleesbaar."
    state = state_of(session)
    fault = state.restore(session, kept.get("files"), str(kept.get("name")), assumptions_of(kept.get("assumptions")))
    if fault is not None:
        return f"{_NOT_BACK}{fault.text}"
    state.source_scenario = _scenario(kept.get("source"), source_plan()) or state.source_scenario
    scenario = _scenario(kept.get("query"), session.plan)
    if scenario is None:
        return "Uw eigen tabel is terug, maar de stand van de schuiven was onleesbaar; ze staan op het midden."
    session.begin_with(scenario, "Uw eigen tabel is terug, met de schuiven zoals ze stonden")
    if session.wanted_table is not None:
        # What a link said that it could not find, is there now.
        session.wanted_table = session.message = None
    session.before, session.undone = (_steps(kept.get(side), session.plan) for side in ("before", "undone"))
    return ""


def _steps(sent: object, plan: SavingsPlan) -> list[Scenario]:
    """Scenarios to go back to, oldest first; none of them where one cannot be read, for a step would be missing."""
    listed = sent[-MOST_STEPS_BACK:] if isinstance(sent, list) else []
    steps = [_scenario(query, plan) for query in listed]
    known = [step for step in steps if step is not None]
    return known if len(known) == len(steps) else []


def _scenario(query: Any, plan: SavingsPlan) -> Scenario | None:
    try:
        return scenario_from_query(query, plan) if isinstance(query, str) and query else None
    except InputError:
        return None
