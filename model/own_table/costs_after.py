"""Figures beside costs and a task that are the costs less that task: they say how the task is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.own_table.amounts import Sort, amount_of
from model.own_table.costs import YearValue
from model.own_table.tables_found import Found
from model.own_table.workbook import SheetCell

OF_YEAR, ADDED_UP = "niveau", "opgeteld"
_SAME = 1e-6
"""Within which two amounts are the same, mln €."""


def said_after_task(
    found: Found, values: Mapping[tuple[int, str], YearValue], years: Sequence[int]
) -> tuple[str, str] | None:
    """How a task goes off the costs by other figures of the sheet, and what those are called; None where none say so.

    `values` holds the role "kosten" and the role "taakstelling" of each year, in mln €.
    """
    costs = {year: it for year in years if (it := values.get((year, "kosten"))) is not None}
    tasks = {year: it.number for year in years if (it := values.get((year, "taakstelling"))) is not None}
    if found.pairs or len(costs) < len(years) or len(tasks) < len(years):
        return None
    said: dict[str, str] = {}
    own = {it.row if found.is_across else it.column for it in costs.values()}
    for line, name in _lines(found).items():
        if line in own:
            continue
        cells = {
            year: found.cell(line, it.column) if found.is_across else found.cell(it.row, line)
            for year, it in costs.items()
        }
        after = [_in_millions(cells[year], costs[year]) for year in years]
        for how in (OF_YEAR, ADDED_UP):
            left = [_left(costs, tasks, years[: place + 1], how) for place in range(len(years))]
            # The costs of the first year are where the plan begins, whatever the task of that year is.
            pairs = list(zip(after, left, strict=True))[1:]
            if pairs and all(a is not None and b is not None and abs(a - b) <= _SAME for a, b in pairs):
                said[how] = name
    return next(iter(said.items())) if len(said) == 1 else None


def _lines(found: Found) -> dict[int, str]:
    """Rows with their labels where the years are beside each other, else columns with their headings."""
    if not found.is_across:
        return {heading.column: heading.text for heading in found.headings}
    label = found.label_column
    return {} if label is None else {row: found.cell(row, label).text for row in found.rows}


def _in_millions(cell: SheetCell, cost: YearValue) -> float | None:
    """Amount in the unit in which the costs of that year are written, mln €; None where that cannot be told."""
    amount, unit = amount_of(cell), amount_of(cost.cell)
    is_alike = amount.sort is unit.sort is Sort.NUMBER and amount.unit is unit.unit
    if not is_alike or amount.dutch is None or not unit.dutch or cost.number is None:
        return None
    return amount.dutch * cost.number / unit.dutch


def _left(
    costs: Mapping[int, YearValue], tasks: Mapping[int, float | None], until: Sequence[int], how: str
) -> float | None:
    cost, off = costs[until[-1]].number, [tasks[year] for year in (until[-1:] if how == OF_YEAR else until)]
    return None if cost is None or None in off else cost - sum(task or 0.0 for task in off)
