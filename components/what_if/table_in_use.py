"""Which table the figures come from: the source's, or one of the visitor's own by the name that he gave it."""

from __future__ import annotations

from dataclasses import dataclass

from components.what_if.own_table.names import called
from components.what_if.own_table.state import state_of
from components.what_if.session import WhatIfSession, session_of_visit
from model.what_if import SavingsPlan

SOURCE = "Bron: plan van aanpak Zuid-Holland Zuid, 25 juni 2019, paragrafen 2b en 3c; doorrekening met eigen aannames."


@dataclass(frozen=True)
class TableInUse:
    """An own table as its visit calls it: in a sentence, and in the line of the source."""

    plan: SavingsPlan
    whose: str
    source: str


def table_of_visit() -> TableInUse | None:
    """The visitor's own table, where the visit has one in use; None for the source's."""
    session = session_of_visit()
    if session is None or session.own_table_name is None:
        return None
    return own_table_in_use(session.plan, session.own_table_name, len(state_of(session).assumptions))


def own_table_in_use(plan: SavingsPlan, name: str, assumed: int) -> TableInUse:
    """An own table of this name, of which so many things were assumed when it was read."""
    whose = called(name)
    read = f", waarvan {assumed} bij het lezen van de tabel" if assumed else ""
    return TableInUse(plan, whose, f"Bron: {whose} van de gebruiker; doorrekening met eigen aannames{read}.")


def source_of(session: WhatIfSession) -> str:
    """Where the figures come from, for captions and downloads."""
    if session.own_table_name is None:
        return SOURCE
    return own_table_in_use(session.plan, session.own_table_name, len(state_of(session).assumptions)).source
