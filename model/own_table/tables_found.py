"""Where tables stand in a sheet: their headings in one to three rows, their rows, and what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from model.own_table.cells_seen import Grid, is_part_of_heading, is_words, look, names_years
from model.own_table.cost_words import is_about_costs, is_currency, says_yearly_costs
from model.own_table.headings import TableKind
from model.own_table.title_words import says_spending
from model.own_table.words import measure_heading, plain, says_effect, unit_stated, year_heading
from model.own_table.workbook import EMPTY, Content, Place, Sheet, SheetCell
from model.own_table.years_written import span_of_text, year_of, year_or_span

MOST_TABLES = 12
_MOST_HEADING_ROWS = 3
_LOOKED_BELOW = 12
_FEWEST_WORDS = 2
_GOES_ON = re.compile(r"\(?\bvervolg\b\)?", re.IGNORECASE)
_UNDER_A_TITLE = 4
"""Likeness of a table whose rows say nothing of costs."""
NEAR = 2
"""Texts above a table that are about that table; what stands higher can be of another one."""


@dataclass(frozen=True)
class Heading:
    """One column of a found table and all that stands above it in the rows of the headings."""

    column: int
    text: str


@dataclass(frozen=True)
class Pair:
    """An amount behind a text that says what it is and of which year, in the same cell or in one beside it."""

    row: int
    column: int
    name: str
    year: int
    cell: SheetCell
    label: SheetCell


@dataclass(frozen=True, eq=False)
class Found:
    """A table in a sheet.

    Attributes
    ----------
    grid : Grid
    book : str
        Name of the file.
    first, last : int
        First and last row of the headings.
    headings : tuple of Heading
        Every column of the table from left to right, also those without a heading.
    rows : tuple of int
        Rows below the headings in which something stands in these columns.
    above : tuple of str
        Texts above the headings, from top to bottom.
    """

    grid: Grid
    book: str
    first: int
    last: int
    headings: tuple[Heading, ...]
    rows: tuple[int, ...]
    above: tuple[str, ...]
    meant: TableKind | None = None
    """What the visitor says that it is."""
    pairs: tuple[Pair, ...] = ()
    """Amounts that each stand behind a text with their year; such a table has no years in its headings."""

    @property
    def sheet(self) -> Sheet:
        """Sheet in which it stands."""
        return self.grid.sheet

    def place(self, row: int | None = None, column: int | None = None) -> Place:
        """Place in the sheet of the table."""
        return Place(self.sheet.name, row, column, self.sheet.has_addresses)

    @property
    def parts(self) -> tuple[Found, ...]:
        """Tables of which it is made: itself, unless several are read together."""
        return (self,)

    def row_at(self, place: Place) -> int:
        """Row that has this place."""
        return place.row or 0

    def cell(self, row: int, column: int) -> SheetCell:
        """Cell with merged ranges filled."""
        return self.grid.cell(row, column)

    def covers(self, row: int, column: int) -> bool:
        """Whether a place lies in the headings or the rows of the table."""
        inside = self.headings[0].column <= column <= self.headings[-1].column
        return inside and (self.first <= row <= self.last or row in self.rows)

    @cached_property
    def year_column(self) -> int | None:
        """Column whose cells are years that rise by one, or that is called so."""
        for heading in self.headings:
            cells = [self.cell(row, heading.column) for row in self.rows]
            known = [year for cell in cells if (year := year_or_span(cell)) is not None]
            named = year_heading(heading.text).role == "jaar"
            rising = len(known) > 1 and len(known) == len(cells) and known == sorted(set(known))
            likely = len(known) + sum(cell.lacks_outcome for cell in cells)
            if (named and likely * 2 > len(cells)) or (rising and not heading.text):
                return heading.column
        return None

    @cached_property
    def label_column(self) -> int | None:
        """First column that mostly holds words."""
        for heading in self.headings:
            cells = [self.cell(row, heading.column) for row in self.rows]
            words = sum(is_words(cell) for cell in cells)
            if words and words * 2 > sum(not cell.is_empty for cell in cells):
                return heading.column
        return None

    @cached_property
    def years_across(self) -> dict[int, int]:
        """Year of every column that names one and holds amounts or nothing."""
        found = {}
        for heading in self.headings:
            year = measure_heading(heading.text).year
            span = span_of_text(heading.text)
            if year is not None or span is not None:
                found[heading.column] = year or (span or (0,))[0]
        return found

    @cached_property
    def kind(self) -> TableKind | None:
        """What it most likely is; None where it is neither."""
        if self.meant is not None or self.pairs:
            return self.meant or TableKind.YEARS
        years, measures = self._likeness_of_years, self._likeness_of_measures
        if max(years, measures) < 3:
            return None
        return TableKind.YEARS if years > measures else TableKind.MEASURES

    @property
    def names_costs(self) -> bool:
        """Whether it says itself which figures are the costs, and is no table that only stands under such a title."""
        return bool(self.pairs) or self._likeness_of_years > _UNDER_A_TITLE

    @property
    def is_doubtful(self) -> bool:
        """Whether it could as well be the other table."""
        if self.kind is not TableKind.MEASURES or not self.years_across:
            return False
        words = [*(heading.text for heading in self.headings), *self.above, self.sheet.name]
        about_savings = any(says_effect(text) or "maatregel" in plain(text) for text in words)
        ends = any(measure_heading(heading.text).end for heading in self.headings)
        # A list of intensiveringen has measures too, which cost money.
        is_spent = any(map(says_spending, [*self.above, self.sheet.name])) and not any(map(says_effect, words))
        return is_spent or (not about_savings and not ends)

    @property
    def is_across(self) -> bool:
        """Whether a table of costs has its years beside each other."""
        return self.kind is TableKind.YEARS and self.year_column is None and not self.pairs

    @cached_property
    def _likeness_of_years(self) -> int:
        roles = {year_heading(heading.text).role for heading in self.headings} - {"", "jaar", "eenheid"}
        names = any(measure_heading(heading.text).role == "naam" for heading in self.headings)
        if self.year_column is not None and (roles or (self._is_about_costs and not names)):
            years = [year_or_span(self.cell(row, self.year_column)) for row in self.rows]
            known = [year for year in years if year is not None]
            return 0 if len(set(known)) < len(known) else 8 if "kosten" in roles else 6
        if len(set(self.years_across.values())) > 1 and self.label_column is not None:
            labels = [self.cell(row, self.label_column) for row in self.rows]
            texts = [cell.text for cell in labels if is_words(cell)]
            known_labels = sum(year_heading(text).role not in ("", "jaar", "eenheid") for text in texts)
            if known_labels and known_labels * 2 >= len(texts):
                return 7 if not names else 5
            if not names and (self._is_about_costs or any(map(says_yearly_costs, texts))):
                return _UNDER_A_TITLE
        return 0

    @property
    def _is_about_costs(self) -> bool:
        """Whether what stands above or around says that the amounts are costs, and nothing says that they are saved."""
        near = [*(heading.text for heading in self.headings), *self.above[-NEAR:], self.sheet.name]
        if any(says_effect(text) or "maatregel" in plain(text) for text in near):
            return False
        return any(map(is_about_costs, near))

    @cached_property
    def _likeness_of_measures(self) -> int:
        said = [measure_heading(heading.text) for heading in self.headings]
        roles = {heading.role for heading in said}
        score = 2 * ("naam" in roles) + 2 * ("effect" in roles) + ("eind" in roles)
        score += 2 * any(heading.role == "effect" and heading.end for heading in said)
        others = {"nummer", "categorie", "trekker", "investering", "soort", "risico", "voorwaarde", "looptal"}
        score += min(len(roles & others), 3)
        has_amounts = "effect" in roles or "eind" in roles
        return score if has_amounts and (self.label_column is not None or "naam" in roles) else 0


def blocks_in(grid: Grid, book: str) -> tuple[Found, ...]:
    """Blocks under headings from left to right and from top to bottom, whatever they are."""
    found: list[Found] = []
    left: int | None = None
    for first, last in _blocks(grid):
        start = first if left is None else left
        tables = _tables_between(grid, book, first, last)
        if left is not None and all(_goes_on(table, found) for table in tables):
            # Columns behind an empty one that say nothing by themselves go with what stands before them.
            tables = _tables_between(grid, book, start, last)
            found = [table for table in found if table.headings[0].column < start]
        else:
            start = first
        left = start
        found += tables
    return tuple(found)


def _goes_on(table: Found, before: list[Found]) -> bool:
    """Whether a table is the other half of one to the left of an empty column."""
    if table.kind is TableKind.YEARS:
        return False
    beside = any(other.first <= table.first <= other.last for other in before)
    named = any(measure_heading(heading.text).role == "naam" for heading in table.headings)
    return table.kind is None or (beside and not named)


def _blocks(grid: Grid) -> list[tuple[int, int]]:
    """Runs of columns without an entirely empty one."""
    used = [any(not row[column].is_empty for row in grid.sheet.rows) for column in range(grid.width)]
    blocks: list[tuple[int, int]] = []
    for column, is_used in enumerate(used):
        if is_used and blocks and blocks[-1][1] == column - 1:
            blocks[-1] = (blocks[-1][0], column)
        elif is_used:
            blocks.append((column, column))
    return blocks


def _tables_between(grid: Grid, book: str, left: int, right: int) -> list[Found]:
    tops: list[tuple[int, int]] = []
    row = 0
    while row < len(grid.sheet.rows):
        inside = bool(tops) and not _is_blank(grid, row - 1, left, right)
        if _starts_table(grid, row, left, right, inside=inside) and len(tops) < MOST_TABLES:
            last = _last_heading_row(grid, row, left, right)
            tops.append((row, last))
            row = last
        row += 1
    tables = []
    for place, (first, last) in enumerate(tops):
        end = tops[place + 1][0] if place + 1 < len(tops) else len(grid.sheet.rows)
        above = [text for row in grid.sheet.rows[:first] for text in said_alone(row)]
        headings = tuple(
            Heading(column, _heading_text(grid, first, last, column, left)) for column in range(left, right + 1)
        )
        rows = tuple(at for at in range(last + 1, end) if not _is_blank(grid, at, left, right))
        if rows:
            tables.append(Found(grid, book, first, last, headings, rows, tuple(above)))
    return [_without_currency(table) for table in _joined(tables)]


def _without_currency(table: Found) -> Found:
    """A table without columns of nothing but the sign of a currency; what stands above goes to the amounts behind."""
    kept: list[Heading] = []
    carried = ""
    for place, heading in enumerate(table.headings):
        cells = [table.cell(row, heading.column) for row in table.rows]
        texts = [cell.text for cell in cells if not cell.is_empty]
        after = next((other.text for other in table.headings[place + 1 : place + 2]), heading.text)
        if texts and all(map(is_currency, texts)) and not (heading.text and after):
            carried = heading.text
            continue
        kept.append(replace(heading, text=heading.text or carried))
        carried = ""
    return table if len(kept) == len(table.headings) else replace(table, headings=tuple(kept))


def said_alone(row: tuple[SheetCell, ...]) -> list[str]:
    """Texts of a row with so few cells that it belongs to no table."""
    filled = [cell for cell in row if not cell.is_empty]
    return [cell.text for cell in filled if is_words(cell)] if len(filled) <= _FEWEST_WORDS else []


def _joined(tables: list[Found]) -> list[Found]:
    """Tables of which the headings are only repeated as one."""
    joined: list[Found] = []
    for table in tables:
        if joined and _is_repeated(joined[-1], table) and not _begins_another(joined[-1], table):
            joined[-1] = replace(joined[-1], rows=joined[-1].rows + table.rows)
        else:
            joined.append(table)
    return joined


def _begins_another(table: Found, other: Found) -> bool:
    """Whether a title between two tables says that the second one costs money, or is in another unit."""
    between = [text for row in range(table.last + 1, other.first) for text in said_alone(other.sheet.rows[row])]
    unit = next((unit for text in reversed(table.above) if (unit := unit_stated(text))), None)
    units = {unit_stated(text) for text in between} - {None, unit}
    return bool(units) or any(map(says_spending, between[-2:]))


def _is_repeated(table: Found, other: Found) -> bool:
    """Whether the headings of the other table are those of the first one again, or a few of them with nothing else."""
    pairs = [(one.text, two.text) for one, two in zip(table.headings, other.headings, strict=True) if two.text]
    only_years = all(two == str(measure_heading(one).year) for one, two in pairs)
    same = only_years or all(_is_same_heading(*pair) for pair in pairs)
    return same and table.year_column is None and not (table.is_across and _labels(table) & _labels(other))


def _is_same_heading(one: str, other: str) -> bool:
    return _GOES_ON.sub("", other).strip() == _GOES_ON.sub("", one).strip()


def _labels(table: Found) -> set[str]:
    column = table.label_column
    return {table.cell(row, column).text for row in table.rows} - {""} if column is not None else set()


def _is_blank(grid: Grid, row: int, left: int, right: int) -> bool:
    return all(grid.sheet.cell(row, column).is_empty for column in range(left, right + 1))


def _starts_table(grid: Grid, row: int, left: int, right: int, *, inside: bool) -> bool:
    seen = look(grid, row, left, right)
    if not inside and names_years(grid, row, left, right):
        return True
    if seen.amounts or seen.words < _FEWEST_WORDS or seen.words * 10 < seen.filled * (6 if inside else 3):
        return False
    if inside and seen.words < _FEWEST_WORDS + 1:
        return False
    below = range(row + 1, min(row + 1 + _LOOKED_BELOW, len(grid.sheet.rows)))
    return any(look(grid, at, left, right).amounts for at in below)


def _last_heading_row(grid: Grid, first: int, left: int, right: int) -> int:
    last = first
    while last + 1 < min(first + _MOST_HEADING_ROWS, len(grid.sheet.rows)):
        below = look(grid, last + 1, left, right)
        if below.amounts or not below.filled:
            break
        fills = [
            column
            for column in range(left, right + 1)
            if not grid.sheet.cell(last + 1, column).is_empty and grid.cell(last, column).is_empty
        ]
        completes = below.words >= _FEWEST_WORDS and below.words * 10 >= below.filled * 6 and bool(fills)
        if not (completes or (below.only_about_columns and _is_no_data(grid, last + 1, left, right))):
            break
        last += 1
    return last


def _is_no_data(grid: Grid, row: int, left: int, right: int) -> bool:
    """Whether no year stands in the row, unless several do: a year alone is a row of costs without amounts."""
    years = sum(year_of(grid.sheet.cell(row, column))[0] is not None for column in range(left, right + 1))
    return years != 1


def _heading_text(grid: Grid, first: int, last: int, column: int, left: int) -> str:
    parts: list[str] = []
    for row in range(first, last + 1):
        cell = grid.cell(row, column)
        if cell.is_empty and row < last and not grid.cell(last, column).is_empty:
            cell = _before(grid, row, column, left)
        text = str(year) if (year := year_of(cell)[0]) and cell.content is not Content.TEXT else cell.text
        if text and text not in parts:
            parts.append(text)
    return " ".join(parts)


def _before(grid: Grid, row: int, column: int, left: int) -> SheetCell:
    """Cell to the left that also stands above this column, as a heading over several columns does without merging."""
    for at in range(column - 1, left - 1, -1):
        cell = grid.cell(row, at)
        if not cell.is_empty:
            return cell if is_part_of_heading(cell) and not grid.is_merged(row, at) else EMPTY
    return EMPTY
