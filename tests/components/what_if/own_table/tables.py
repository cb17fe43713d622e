"""Tables of any size for a region of one's own, as files, as cells and as a plan."""

from __future__ import annotations

from model.own_table import CellTable, TableKind, canonical, csv_file, read_own_table, tables_of_file
from model.what_if import SavingsPlan


def own_files(
    measures: int, years: int, *, low: float = 0.5, high: float = 5.0, start: float = 500.0
) -> tuple[bytes, bytes]:
    """Both CSV files of a table of this size."""
    effects = [f"Effect {2025 + place}" for place in range(years)]
    rows = [
        f"{place};Maatregel {place};{';'.join([_dutch(f'{low:g}-{high:g}')] * years)};nog op te geven"
        for place in range(1, measures + 1)
    ]
    head = ";".join(["Nummer", "Maatregel", *effects, "Soort investering"])
    path = [f"{2025 + place};{_dutch(f'{start - place:g}')}" for place in range(years)]
    return "\n".join([head, *rows]).encode(), "\n".join(["Jaar;Jaarkosten", *path]).encode()


def own_tables(measures: int = 3, years: int = 2, **amounts: float) -> dict[TableKind, CellTable]:
    """The same as cells under their own headings."""
    tables: dict[TableKind, CellTable] = {}
    for data in own_files(measures, years, **amounts):
        tables |= tables_of_file(data)
    return {kind: canonical(table) for kind, table in tables.items()}


def template_files(measures: int = 3, years: int = 2) -> tuple[bytes, bytes]:
    """Both CSV files as the template has them."""
    tables = own_tables(measures, years)
    return csv_file(tables[TableKind.MEASURES]), csv_file(tables[TableKind.YEARS])


def own_plan(measures: int, years: int, **amounts: float) -> SavingsPlan:
    """The same as a plan to compute with."""
    return read_own_table(own_tables(measures, years, **amounts)).plan


def _dutch(amounts: str) -> str:
    return amounts.replace(".", ",")
