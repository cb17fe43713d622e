"""Costs per year while they are being understood: each figure with the cell that it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.own_table.amounts_understood import Written
from model.own_table.tables_found import Found
from model.own_table.workbook import SheetCell

FIELD_OF_ROLE = {
    "kosten": "yearly_cost_mln_eur",
    "bijdrage": "national_contribution_mln_eur",
    "begroting": "budget_mln_eur",
    "burap": "interim_report_mln_eur",
    "taakstelling": "target_mln_eur",
    "regio": "regional_cost_mln_eur",
}


@dataclass(frozen=True)
class Figure:
    """One amount as written, with the year and role it stands for."""

    year: int
    role: str
    written: Written
    row: int


@dataclass(frozen=True)
class YearValue:
    """One figure of one year: its amount in mln € if known, and the cell that it comes from."""

    number: float | None
    cell: SheetCell
    row: int
    column: int


@dataclass(frozen=True)
class Costs:
    """Costs per year as understood: figures by role, by year, and where each year itself stands.

    While `is_open`, the visitor must still say what an amount is, and `values` holds the cells without a number.
    """

    found: Found
    years: tuple[int, ...]
    year_cells: dict[int, tuple[SheetCell, int, int]]
    values: dict[tuple[int, str], YearValue]
    headings: dict[str, str]
    is_open: bool = False

    @property
    def start_mln_eur(self) -> float | None:
        """Costs of the first year, None where unknown."""
        return self.cost(self.years[0]) if self.years else None

    def cost(self, year: int) -> float | None:
        """Costs of a year, None where unknown."""
        value = self.values.get((year, "kosten"))
        return value.number if value else None


def figures_of(costs: Costs) -> Iterator[tuple[int, dict[str, float | None]]]:
    """Every year with its figures by field of the model."""
    for year in costs.years:
        yield (
            year,
            {
                field: value.number
                for role, field in FIELD_OF_ROLE.items()
                if (value := costs.values.get((year, role))) is not None
            },
        )
