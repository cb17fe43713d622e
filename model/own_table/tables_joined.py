"""Tables of measures on several sheets as one: a sheet for each theme, or a sheet for each year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from model.notation import listed
from model.own_table.amounts import Unit
from model.own_table.amounts_understood import stated_unit
from model.own_table.cells_seen import Grid
from model.own_table.tables_found import Found, Heading
from model.own_table.title_words import says_overview
from model.own_table.words import measure_heading, plain
from model.own_table.workbook import EMPTY, Content, Merged, Place, Sheet, SheetCell
from model.own_table.years_written import year_of_text

_CATEGORY, _YEAR = "Categorie", "Jaar"
_TEXT_ROLES = frozenset({"nummer", "naam", "categorie", "trekker", "betrokken", "soort", "voorwaarde", "risico"})
_MOST_SAME_NAMES = 0.5
"""Part of the names of one table that another may have too; more is a copy of it."""
_Key = tuple[str, int | None, str, Unit | None]


@dataclass(frozen=True, eq=False)
class _Joined(Found):
    """Several tables as one, of which every row and column knows where it stands."""

    tables: tuple[Found, ...] = ()
    origins: tuple[tuple[Found, int], ...] = ()
    """Table and row of each row below the headings."""
    columns: Mapping[int, Mapping[int, int]] | None = None
    """Column in each table, by its place among the tables, of each column."""

    @property
    def parts(self) -> tuple[Found, ...]:
        """The tables that are read together."""
        return self.tables

    def place(self, row: int | None = None, column: int | None = None) -> Place:
        """Place in the sheet that the row comes from."""
        table, at = (self.tables[0], self.tables[0].last) if not row else self.origins[row - 1]
        mine = (self.columns or {}).get(self.tables.index(table), {})
        return table.place(None if row is None else at, None if column is None else mine.get(column))

    def row_at(self, place: Place) -> int:
        """Row that has this place."""
        rows = {(table.sheet.name, at): row for row, (table, at) in enumerate(self.origins, start=1)}
        return rows.get((place.sheet, place.row or 0), 0)


def joinable(tables: Sequence[Found]) -> tuple[Found, ...]:
    """Tables that can be read together: the most with the same amounts under their headings; none where that is one."""
    usable = [table for table in tables if not table.sheet.hidden and not says_overview(table.sheet.name)]
    groups: dict[tuple[frozenset[_Key], Unit | None], list[Found]] = {}
    for table in usable:
        keys = _keys(table)
        amounts = frozenset(key for key in keys.values() if key[0] in ("effect", "eind", "investering"))
        if len(set(keys.values())) == len(keys) and not _has_wide_cells(table):
            groups.setdefault((amounts, stated_unit(table)), []).append(table)
    group = max(groups.values(), key=len, default=[])
    places = [(table.sheet.name, row) for table in group for row in table.rows]
    if len(group) < 2 or len(set(places)) < len(places):
        return ()
    is_by_year = _years_of(group) is not None
    return tuple(group) if is_by_year or (_are_measures(group) and not _are_copies(group)) else ()


def name_of_joined(tables: Sequence[Found]) -> str:
    """Names of the sheets of tables that are read together, and what each of them is."""
    names = listed(list(dict.fromkeys(f"“{table.sheet.name[:30]}”" for table in tables)))
    return f"{names} samen{', elk blad een jaar' if _years_of(tables) is not None else ''}"


def joined(tables: Sequence[Found]) -> Found:
    """Tables as one, with the year or the name of each sheet in a column where that says something."""
    every: dict[_Key, str] = {}
    for table in tables:
        texts = {heading.column: heading.text for heading in table.headings}
        for column, key in _keys(table).items():
            every.setdefault(key, texts[column])
    years = _years_of(tables)
    has_category = any(key[0] == "categorie" for key in every)
    names = {table.sheet.name for table in tables}
    added = _YEAR if years is not None else _CATEGORY if len(names) > 1 and not has_category else ""
    order = list(every)
    columns = {
        at: {order.index(key): column for column, key in _keys(table).items()} for at, table in enumerate(tables)
    }
    rows: list[tuple[SheetCell, ...]] = [tuple(map(_text, [*every.values(), *([added] if added else [])]))]
    origins: list[tuple[Found, int]] = []
    hidden: set[int] = set()
    merged: list[Merged] = []
    for at, table in enumerate(tables):
        top = len(rows)
        for row in range(table.rows[0], table.rows[-1] + 1):
            cells = [table.sheet.cell(row, columns[at].get(place, -1)) for place in range(len(order))]
            said = _number(years[at]) if years is not None else _text(table.sheet.name)
            is_filled = any(not cell.is_empty for cell in cells)
            hidden |= {len(rows)} if row in table.sheet.hidden_rows else set()
            rows.append((*cells, *([said if is_filled else EMPTY] if added else [])))
            origins.append((table, row))
        merged += _merged(table, columns[at], top)
    first = tables[0].sheet
    sheet = Sheet(
        listed([table.sheet.name for table in tables]), tuple(rows), hidden_rows=frozenset(hidden),
        hidden_columns=frozenset(place for at, table in enumerate(tables) for place, column in columns[at].items()
                                 if column in table.sheet.hidden_columns),
        filtered=any(table.sheet.filtered for table in tables), merged=tuple(merged),
        has_addresses=first.has_addresses, cut=any(table.sheet.cut for table in tables),
    )  # fmt: skip
    grid = Grid.of(sheet)
    headings = tuple(Heading(place, cell.text) for place, cell in enumerate(rows[0]))
    filled = tuple(row for row in range(1, len(rows)) if any(not cell.is_empty for cell in rows[row]))
    above = tuple(dict.fromkeys(text for table in tables for text in table.above))
    return _Joined(
        grid, tables[0].book, 0, 0, headings, filled, above,
        tables=tuple(tables), origins=tuple(origins), columns=columns,
    )  # fmt: skip


def _keys(table: Found) -> dict[int, _Key]:
    """What each column with a heading is, the same for columns that belong together."""
    keys: dict[int, _Key] = {}
    for heading in table.headings:
        said = measure_heading(heading.text)
        cells = [table.cell(row, heading.column) for row in table.rows]
        if not heading.text and all(cell.is_empty for cell in cells):
            continue
        key = (said.role, said.year, said.end, said.unit)
        is_known = said.role in _TEXT_ROLES | {"effect", "eind"} and key not in keys.values()
        keys[heading.column] = (
            key if is_known else (f"{said.role}:{plain(heading.text)}", said.year, said.end, said.unit)
        )
    return keys


def _years_of(tables: Sequence[Found]) -> tuple[int, ...] | None:
    """Year of each table by the name of its sheet or the text above it, where its headings have none."""
    if any(_have_years([table]) for table in tables):
        return None
    years: list[int] = []
    for table in tables:
        named = [year for text in (table.sheet.name, *reversed(table.above)) if (year := year_of_text(text)[0])]
        years += named[:1]
    return tuple(years) if len(set(years)) == len(tables) else None


def _are_measures(tables: Sequence[Found]) -> bool:
    """Whether all have savings for each year, or all have names with savings at the end."""
    roles = [{key[0] for key in _keys(table).values()} for table in tables]
    return _have_years(tables) or all({"naam", "eind"} <= mine for mine in roles)


def _have_years(tables: Sequence[Found]) -> bool:
    return all(any(key[0] == "effect" for key in _keys(table).values()) for table in tables)


def _are_copies(tables: Sequence[Found]) -> bool:
    names = [_names(table) for table in tables]
    return any(
        len(one & other) > _MOST_SAME_NAMES * min(len(one), len(other))
        for at, one in enumerate(names)
        for other in names[at + 1 :]
    )


def _names(table: Found) -> set[str]:
    at = next((column for column, key in _keys(table).items() if key[0] == "naam"), None)
    return {plain(table.cell(row, at).text) for row in table.rows} if at is not None else set()


def _has_wide_cells(table: Found) -> bool:
    """Whether cells are merged over columns below the headings: columns may stand in another order in the whole."""
    return any(area.left != area.right and area.bottom >= table.rows[0] and area.top <= table.rows[-1]
               for area in table.sheet.merged)  # fmt: skip


def _merged(table: Found, columns: Mapping[int, int], top: int) -> list[Merged]:
    places = {column: place for place, column in columns.items()}
    down = top - table.rows[0]
    return [
        replace(area, top=area.top + down, bottom=min(area.bottom, table.rows[-1]) + down, left=places[area.left],
                right=places[area.left])
        for area in table.sheet.merged
        if area.left in places and area.top >= table.rows[0] and area.top <= table.rows[-1]
    ]  # fmt: skip


def _text(text: str) -> SheetCell:
    return SheetCell(text, text, Content.TEXT) if text else EMPTY


def _number(year: int) -> SheetCell:
    return SheetCell(float(year), str(year), Content.NUMBER)
