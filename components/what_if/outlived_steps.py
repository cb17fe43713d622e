"""Steps made on a page that outlived its visit, as in a restart of the server: the new visit takes them after all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.what_if.panel.payload import plan_id
from components.what_if.session import WhatIfSession, with_changes
from model.what_if import InputError


def take_outlived_steps(session: WhatIfSession, plan: object, changes: Mapping[str, Any]) -> None:
    """Controls as they stood on that page, in the scenario of now; those of another table wait until it is back."""
    if plan != plan_id(session.plan):
        session.waiting_steps = (plan, changes)
        return
    try:
        session.jump_to(with_changes(session.scenario, changes), "Teruggezet na de onderbreking")
    except InputError as error:
        session.message = f"{error} Wat er stond, staat er nog."


def take_waiting_steps(session: WhatIfSession) -> None:
    """Steps that waited for the table that the visit now has."""
    waiting, session.waiting_steps = session.waiting_steps, None
    if waiting is not None and waiting[0] == plan_id(session.plan):
        take_outlived_steps(session, *waiting)
