"""Costs per year that can hardly be true, by their size or beside each other: asked about."""

from __future__ import annotations

from collections.abc import Mapping

from model.faults import dutch_number
from model.own_table.amounts_understood import LARGEST_COST
from model.own_table.asking import Asking, First
from model.own_table.cells_understood import LEAVE, USE
from model.own_table.costs import YearValue
from model.own_table.tables_found import Found

_ABOUT = "de kosten per jaar"
_LARGEST_FALL = 0.5
"""Part of the costs of a year below which those of the next year are asked about."""


def ask_about_size(found: Found, values: Mapping[tuple[int, str], YearValue], asking: Asking) -> None:
    """Question where an amount is larger than any region spends."""
    large = {key: value for key, value in values.items() if value.number is not None and value.number > LARGEST_COST}
    if not large:
        return
    (year, _), value = next(iter(large.items()))
    place = found.place(value.row, value.column)
    sure = asking.ask(
        "te-groot:kosten",
        f"“{value.cell.text}” in {year} is gelezen als € {dutch_number(value.number or 0.0)} mln. Klopt dat?",
        [(USE, "ja, zo groot is het"), (LEAVE, "nee, de eenheid of de komma is anders")],
        None,
        f"geen regio geeft meer dan € {dutch_number(LARGEST_COST)} mln per jaar uit aan jeugdhulp",
        place,
    )
    if sure == LEAVE:
        asking.fault(
            "te-groot:kosten", f"Kies hierboven een andere eenheid of lezing voor {_ABOUT}.", [place], First.UNIT
        )


def ask_about_proportions(found: Found, values: Mapping[tuple[int, str], YearValue], asking: Asking) -> None:
    """Question where a contribution is larger than the costs of its year, or costs fall by half within a year."""
    odd: list[tuple[str, YearValue]] = []
    before: float | None = None
    for year in sorted({year for year, _ in values}):
        cost, contribution = values.get((year, "kosten")), values.get((year, "bijdrage"))
        if cost is None or cost.number is None:
            continue
        if contribution is not None and (contribution.number or 0.0) > cost.number:
            odd.append((f"de bijdrage van het rijk in {year} is groter dan de kosten", contribution))
        if before is not None and cost.number < before * _LARGEST_FALL:
            odd.append((f"de kosten van {year} zijn veel lager dan het jaar ervoor", cost))
        before = cost.number
    if not odd:
        return
    (what, value), *_ = odd
    place = found.place(value.row, value.column)
    sure = asking.ask(
        "verhouding:kosten",
        f"Klopt het dat {what} (“{value.cell.text}”)?",
        [(USE, "ja, zo is het"), (LEAVE, "nee, de eenheid of het bedrag is anders")],
        None,
        "dat komt zelden voor",
        place,
    )
    if sure == LEAVE:
        asking.fault(
            "verhouding:kosten",
            f"Kies hierboven een andere eenheid, of verbeter in het bestand: {what}.", [place], First.UNIT,
        )  # fmt: skip


def ask_about_rising_path(found: Found, values: Mapping[tuple[int, str], YearValue], asking: Asking) -> None:
    """Question where the costs end above where they begin: then they are rather a forecast than a path to reach."""
    costs = [(year, value) for (year, role), value in sorted(values.items()) if role == "kosten" and value.number]
    if len(costs) < 2 or (costs[-1][1].number or 0.0) <= (costs[0][1].number or 0.0):
        return
    (first, begin), (last, end) = costs[0], costs[-1]
    place = found.place(end.row, end.column)
    sure = asking.ask(
        "pad:kosten",
        f"De kosten lopen op, van “{begin.cell.text}” in {first} naar “{end.cell.text}” in {last}. "
        "Wil de regio daarop uitkomen?",
        [(USE, "ja, dit is het doel"), (LEAVE, "nee, dit is een raming zonder maatregelen")],
        None,
        "de pagina meet aan deze kosten of het doel wordt gehaald",
        place,
    )
    if sure == LEAVE:
        asking.fault(
            "pad:kosten",
            "Zet in de kolom met de kosten per jaar wat de regio wil uitgeven; het eerste jaar is waar zij begint.",
            [place], First.TABLE,
        )  # fmt: skip
