"""Tables of the screen as drawings of an exhibit: the columns that a slide has room for, each cell as it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from components.look.exhibit import Bar, BarsDrawing, TableDrawing
from components.look.words import number


def table_drawing(table: pd.DataFrame, columns: Sequence[str]) -> TableDrawing:
    """Some columns of a table of the screen; whole numbers without decimals, other numbers with one."""
    return TableDrawing(
        tuple(columns), tuple(tuple(_cell(cell) for cell in row) for row in table[list(columns)].to_numpy().tolist())
    )


def count_bars(counts: Mapping[str, int], unit: str, marked: str | None = None) -> BarsDrawing:
    """Bars of counts by their name; `unit` is what is counted, `marked` the name that is set apart."""
    return BarsDrawing(
        unit, tuple(Bar(name, float(count), number(count), name == marked) for name, count in counts.items())
    )


def table_in_words(drawing: TableDrawing, most: int = 12) -> str:
    """The first rows of a table, for who cannot see it."""
    rows = [", ".join(part.rstrip(".") for part in row if part) for row in drawing.rows[:most]]
    more = len(drawing.rows) - len(rows)
    rest = f" En nog {more} rijen." if more > 0 else ""
    columns = ", ".join(f"“{column}”" for column in drawing.columns)
    return f"Tabel met {columns}. {'; '.join(rows)}.{rest}"


def bars_in_words(drawing: BarsDrawing) -> str:
    """Bars with their values, for who cannot see them."""
    return f"Balken: {'; '.join(f'{bar.label} {bar.words}' for bar in drawing.bars)}."


def _cell(cell: object) -> str:
    if isinstance(cell, float):
        return "onbekend" if pd.isna(cell) else number(cell, 0 if cell.is_integer() else 1)
    if isinstance(cell, int):
        return number(cell)
    return "onbekend" if cell is None else str(cell)
