"""Rows of a table of measures as far as they are seen at once, and how the visitor is asked about some of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from model.own_table.amounts import Sort, amount_of, band_of_text
from model.own_table.asking import Asking, First, at
from model.own_table.proposing import TEXT_ROLES, Column
from model.own_table.tables_found import Found
from model.own_table.words import is_total
from model.own_table.workbook import Content, SheetCell

NOT, COUNTS = "niet", "mee"


@dataclass(frozen=True)
class Row:
    """One row: its label and number, how much stands in it, its effects, and all its texts from left to right."""

    row: int
    label: str
    code: str
    filled: int
    numbers: tuple[float | None, ...]
    has_amounts: bool
    is_struck: bool
    has_texts: bool
    texts: tuple[str, ...]

    @property
    def has_code(self) -> bool:
        """Whether the row has a number of its own."""
        return bool(self.code)


def row_of(found: Found, columns: Sequence[Column], row: int) -> Row:
    """What a row looks like."""
    cells = {heading.column: found.cell(row, heading.column) for heading in found.headings}
    by_role = {column.role: cells[column.index] for column in columns}
    texts = [cell.text for cell in cells.values() if cell.content is Content.TEXT]
    name = by_role.get("naam")
    label = name.text if name is not None and name.text else next(iter(texts), "")
    if not is_total(label):
        label = next((text for text in texts if is_total(text)), label)
    amounts = [amount_of(cells[column.index]) for column in columns if column.parts[0] in ("effect", "eind")]
    has = [
        _says_amount(cells[column.index]) for column in columns if column.parts[0] in ("effect", "eind", "investering")
    ]
    own = [found.grid.sheet.cell(row, column) for column in cells]
    filled = [cell for cell in own if not cell.is_empty]
    struck = sum(cell.struck == "heel" for cell in filled)
    code = by_role.get("nummer")
    return Row(
        row,
        label,
        "" if code is None else code_of(code.text),
        len(filled),
        tuple(amount.dutch if amount.dutch is not None else amount.english for amount in amounts),
        any(has),
        struck * 2 > len(filled) or (name is not None and name.struck == "heel"),
        any(
            not cells[column.index].is_empty
            for column in columns
            if column.role in TEXT_ROLES - {"naam"} or column.role == "nummer"
        ),
        tuple(cell.text for cell in filled),
    )


def code_of(text: str) -> str:
    """Number of a measure as text, such as 1.1 where a spreadsheet shows 1,1."""
    return "".join(text.split()).strip(".").replace(",", ".")


def _says_amount(cell: SheetCell) -> bool:
    sort = amount_of(cell).sort
    if sort is Sort.OTHER:
        return cell.content is Content.TEXT and band_of_text(cell.text) is not None
    return sort is not Sort.EMPTY


def unless_counted(
    found: Found,
    rows: list[Row],
    doubtful: list[Row],
    asking: Asking,
    key: str,
    question: str,
    options: tuple[str, str],
    reason: str,
    subject: str,
    *,
    is_proposed: bool = True,
) -> list[Row]:
    """Rows without the doubtful ones, unless the visitor counts them; `options` are the words for no and for yes.

    Where it is not proposed to leave them out, the question stays open, and so all rows stay, until it is answered.
    """
    places = [found.place(row.row) for row in doubtful]
    no, yes = options
    proposal = NOT if is_proposed else None
    counts = asking.ask(f"{key}:maatregelen", question, [(NOT, no), (COUNTS, yes)], proposal, reason, places[0])
    if counts is None:
        return rows
    told = "tellen mee" if counts == COUNTS else "tellen niet mee"
    asking.note(key, f"{subject} {told}: {at(places)}.", places, First.ROW)
    return rows if counts == COUNTS else [row for row in rows if row not in doubtful]


def count_of(rows: Sequence[Row]) -> str:
    """Number of rows in words."""
    return f"{len(rows)} regel{'s' if len(rows) > 1 else ''}"


def names_of(rows: Sequence[Row]) -> str:
    """Labels of rows, the first few."""
    shown = [f"“{row.label[:50]}”" for row in rows[:4]]
    return ", ".join(shown) + (f" en nog {len(rows) - 4}" if len(rows) > 4 else "")
