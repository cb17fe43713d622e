"""Own tables that steps of a storyline are of, as the browser hands them over for slides: as hostile as any file."""

from __future__ import annotations

from collections.abc import Mapping

from components.what_if.own_table.editor_tables import tables_of_files
from components.what_if.own_table.names import PASTED_TABLE, table_name
from components.what_if.own_table.reading import assumptions_of
from components.what_if.table_in_use import TableInUse, own_table_in_use
from model.own_table import OwnTableError, read_own_table


class StepTableError(Exception):
    """A table that is not the one of its steps, or no table; its text is Dutch and for the screen."""


def table_of_step_sent(mark: str, sent: object) -> TableInUse:
    """The table that a step names by `mark`, from what the browser keeps of it: name, files and assumptions.

    Raises StepTableError.
    """
    held = sent if isinstance(sent, Mapping) else {}
    try:
        plan = read_own_table(tables_of_files(held.get("files"))).plan
    except OwnTableError as error:
        raise StepTableError(error.faults[0].text) from error
    if plan.fingerprint != mark:
        raise StepTableError("de browser bewaart een andere tabel onder dit kenmerk.")
    name = table_name(held.get("name")) or PASTED_TABLE
    return own_table_in_use(plan, name, len(assumptions_of(held.get("assumptions"))))
