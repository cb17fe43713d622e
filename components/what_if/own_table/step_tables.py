"""Own tables that steps of a storyline are of, as the browser hands them over for slides: as hostile as any file."""

from __future__ import annotations

from components.what_if.own_table.editor_tables import tables_of_files
from model.own_table import OwnTableError, read_own_table
from model.what_if import SavingsPlan


class StepTableError(Exception):
    """A table that is not the one of its steps, or no table; its text is Dutch and for the screen."""


def plan_of_step(mark: str, files: object) -> SavingsPlan:
    """Plan of the table that a step names by `mark`, from the files in which the browser keeps it.

    Raises StepTableError.
    """
    try:
        plan = read_own_table(tables_of_files(files)).plan
    except OwnTableError as error:
        raise StepTableError(error.faults[0].text) from error
    if plan.fingerprint != mark:
        raise StepTableError("de browser bewaart een andere tabel onder dit kenmerk.")
    return plan
