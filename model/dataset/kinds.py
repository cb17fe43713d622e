"""What one field and one table of the dataset are: the words in which the registry is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "integer", "number", "yes_no", "text_list", "geometry"]


@dataclass(frozen=True)
class Field:
    """One column: what it means, in which unit, and which values it may hold."""

    name: str
    kind: Kind
    description: str
    unit: str = ""
    nullable: bool = False
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """One table: its key, its columns in order, and how many rows it must have (None where that may change).

    `printed_row` is how its source names one row: the kind of row, and the column with its name or code.
    """

    name: str
    description: str
    key: tuple[str, ...]
    fields: tuple[str, ...]
    rows: int | None = None
    printed_row: tuple[str, str] = ("", "")


LEVELS = ("lokaal", "subregionaal", "regionaal", "bovenregionaal")
"""Levels of scale, from small to large."""

SOURCE_LINES = ("source_file", "line_from", "line_to")
"""Fields that say on which lines of the source a row rests."""


def field(name: str, kind: Kind, description: str, **more: object) -> tuple[str, Field]:
    """Entry of the registry: the name and its field."""
    return name, Field(name, kind, description, **more)  # type: ignore[arg-type]
