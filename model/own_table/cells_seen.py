"""What single cells and rows of a sheet look like: amounts, bands, words, and what can only be part of a heading."""

from __future__ import annotations

from dataclasses import dataclass, field

from model.own_table.amounts import Sort, amount_of, band_of_text
from model.own_table.headings import EFFECT_YEARS
from model.own_table.words import is_only_about_columns, measure_heading, year_heading
from model.own_table.workbook import Content, Sheet, SheetCell
from model.own_table.years_written import span_of_text, year_of, year_or_span

_LONGEST_HEADING = 80
_FEWEST_HEADINGS = 2


@dataclass(frozen=True)
class RowLook:
    """Counts of a row: filled cells, those that can be headings and those that hold amounts."""

    filled: int
    words: int
    amounts: int
    only_about_columns: bool


@dataclass(frozen=True, eq=False)
class Grid:
    """A sheet whose merged ranges hold their value in every cell."""

    sheet: Sheet
    _origins: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    looks: dict[tuple[int, int, int], RowLook] = field(default_factory=dict)
    """What rows look like between two columns, as far as that has been asked."""

    @classmethod
    def of(cls, sheet: Sheet) -> Grid:
        """Grid of a sheet."""
        width = max((len(row) for row in sheet.rows), default=0)
        origins = {
            (row, column): (area.top, area.left)
            for area in sheet.merged
            for row in range(area.top, min(area.bottom + 1, len(sheet.rows)))
            for column in range(area.left, min(area.right + 1, width))
        }
        return cls(sheet, origins)

    def cell(self, row: int, column: int) -> SheetCell:
        """Cell at a place; within a merged range the one that holds its value."""
        return self.sheet.cell(*self._origins.get((row, column), (row, column)))

    def is_filled_in(self, row: int, column: int) -> bool:
        """Whether the value at a place comes from another cell of a merged range."""
        return self._origins.get((row, column), (row, column)) != (row, column)

    def is_merged(self, row: int, column: int) -> bool:
        """Whether a cell belongs to a merged range."""
        return (row, column) in self._origins

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.sheet.rows[0]) if self.sheet.rows else 0


def look(grid: Grid, row: int, left: int, right: int) -> RowLook:
    """What a row looks like between two columns."""
    if (known := grid.looks.get((row, left, right))) is None:
        known = grid.looks[row, left, right] = _looked_at(grid, row, left, right)
    return known


def _looked_at(grid: Grid, row: int, left: int, right: int) -> RowLook:
    cells = [grid.sheet.cell(row, column) for column in range(left, right + 1)]
    filled = [cell for cell in cells if not cell.is_empty]
    amounts = sum(is_amount(cell) for cell in filled)
    if amounts:
        # Headings hold no amounts; what the words say does not matter then.
        return RowLook(len(filled), 0, amounts, False)
    words = sum(_is_heading(cell) for cell in filled)
    return RowLook(len(filled), words, amounts, all(is_part_of_heading(cell) for cell in filled))


def is_amount(cell: SheetCell) -> bool:
    """Whether a cell holds an amount or a band of amounts, and no year or years."""
    if amount_of(cell).sort in (Sort.NUMBER, Sort.NO_OUTCOME):
        return year_of(cell)[0] is None
    return _is_band(cell)


def _is_band(cell: SheetCell) -> bool:
    """Whether a cell holds two amounts, and not two years."""
    is_text = cell.content is Content.TEXT and span_of_text(cell.text) is None
    band = band_of_text(cell.text) if is_text else None
    return band is not None and not all(end.dutch in range(*EFFECT_YEARS) and end.unit is None for end in band)


def _is_heading(cell: SheetCell) -> bool:
    if _is_band(cell):
        return False
    if year_of(cell)[0] is not None:
        return True
    if cell.content is not Content.TEXT or len(cell.text) > _LONGEST_HEADING:
        return False
    heading = measure_heading(cell.text)
    return bool(heading.role or year_heading(cell.text).role or is_only_about_columns(cell.text))


def is_part_of_heading(cell: SheetCell) -> bool:
    """Whether a cell can only be part of a heading: a year, an end of a band, a unit."""
    return not _is_band(cell) and _can_be_part(cell)


def _can_be_part(cell: SheetCell) -> bool:
    return year_of(cell)[0] is not None or (cell.content is Content.TEXT and is_only_about_columns(cell.text))


def is_words(cell: SheetCell) -> bool:
    """Whether a cell holds words and no amount."""
    return cell.content is Content.TEXT and amount_of(cell).sort is Sort.OTHER and not _is_band(cell)


def names_years(grid: Grid, row: int, left: int, right: int) -> bool:
    """Whether a row holds texts only, one of which is a heading with a year right below it."""
    cells = {column: cell for column in range(left, right + 1) if not (cell := grid.sheet.cell(row, column)).is_empty}
    return (
        len(cells) >= _FEWEST_HEADINGS
        and all(map(is_words, cells.values()))
        and any(
            year_heading(cell.text).role == "jaar" and year_or_span(grid.sheet.cell(row + 1, column)) is not None
            for column, cell in cells.items()
        )
    )
