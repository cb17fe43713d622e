"""Plans to compute with outside the app: the one that the source prints, and that of a file with an own table."""

from __future__ import annotations

from pathlib import Path

from model.dataset.reading import read_table
from model.own_table import read_own_table, tables_of_file
from model.what_if import SavingsPlan, plan_of_source


def source_plan() -> SavingsPlan:
    """Measures and path of Zuid-Holland Zuid. Raises DataError where a table of the product cannot be used."""
    return plan_of_source(read_table)


def own_plan(file: str | Path) -> SavingsPlan:
    """Plan of an own table, from the XLSX file that the app saves of it.

    Raises
    ------
    OSError
        Where the file cannot be read.
    OwnTableError
        With all that is wrong with what stands in it, in Dutch.
    """
    return read_own_table(tables_of_file(Path(file).read_bytes())).plan
