"""Cells by their place to a sheet with rows of one length."""

from __future__ import annotations

from collections.abc import Mapping

from model.own_table.packages import LAST_COLUMN, LAST_ROW
from model.own_table.workbook import EMPTY, Merged, SheetCell

Cells = Mapping[tuple[int, int], SheetCell]


def rows_of(cells: Cells) -> tuple[tuple[SheetCell, ...], ...]:
    """Rows up to the last filled cell, filled up with empty cells."""
    filled = [place for place, cell in cells.items() if not cell.is_empty]
    if not filled:
        return ()
    height, width = max(row for row, _ in filled) + 1, max(column for _, column in filled) + 1
    rows: list[list[SheetCell]] = [[EMPTY] * width for _ in range(height)]
    for row, column in filled:
        rows[row][column] = cells[row, column]
    return tuple(map(tuple, rows))


def within(row: int, column: int) -> bool:
    """Whether a place lies in the part of a sheet that is read."""
    return 0 <= row < LAST_ROW and 0 <= column < LAST_COLUMN


def merged(top: int, left: int, bottom: int, right: int) -> Merged | None:
    """Merged range as far as it is read, None where nothing of it is or it is one cell."""
    if not within(top, left) or bottom < top or right < left or (top == bottom and left == right):
        return None
    return Merged(top, left, min(bottom, LAST_ROW - 1), min(right, LAST_COLUMN - 1))
