"""Effects of measures while they are being understood: one number per row, year and end of the band."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.own_table.amounts import Unit
from model.own_table.amounts_understood import Written
from model.own_table.workbook import Place, SheetCell

ABOUT = "de besparingen"
END_YEAR = 0
"""Stands for the year of an effect that is reached at the end."""


@dataclass(frozen=True)
class CostPath:
    """Costs per year in mln €, None where unknown, in rising order of years; empty while there are none."""

    by_year: Mapping[int, float | None]

    @property
    def years(self) -> tuple[int, ...]:
        """Years of the path."""
        return tuple(self.by_year)

    @property
    def start(self) -> float | None:
        """Costs of the first year, None where unknown."""
        return next(iter(self.by_year.values()), None)


@dataclass(frozen=True)
class Lines:
    """Rows with amounts, the row that stands for their measure, and their year where every year has its own row."""

    rows: tuple[int, ...]
    lead: Mapping[int, int] = field(default_factory=dict)
    year: Mapping[int, int] = field(default_factory=dict)

    @property
    def leads(self) -> tuple[int, ...]:
        """One row for each measure."""
        return tuple(dict.fromkeys(self.lead.get(row, row) for row in self.rows))


@dataclass(frozen=True)
class End:
    """One end of the effect of a measure in a year, with the cell that it comes from."""

    number: float | None
    cell: SheetCell
    place: Place
    assumed: bool = False


@dataclass
class Effects:
    """Effects by row, year and end; rows that are left out by an answer; whether something is still open."""

    ends: dict[tuple[int, int, str], End] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)
    is_open: bool = False
    unit: Unit | None = None
    names: Mapping[int, str] = field(default_factory=dict)
    """Name of the measure on each row."""


@dataclass(frozen=True)
class Part:
    """One end as written: the row, year and end it is for, and whether its cell holds one amount for both ends."""

    row: int
    year: int
    end: str
    written: Written
    single: bool
