"""The cost-sharing table as a visitor types it: Dutch texts in, a case out, or every fault with its row and column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.background.rijnland.cost_sharing import (
    FEWEST_MUNICIPALITIES,
    MOST_CAPACITY,
    MOST_INHABITANTS,
    MOST_MUNICIPALITIES,
    MOST_PLACES,
    MOST_PRICE_EUR,
    Municipality,
    Settlement,
    SharingCase,
    name_fault,
    year_heading,
)
from model.faults import Fault, InputError, dutch_number, range_text, shown_value
from model.own_table.cells import CellError, cell_of_text, clean_text, read_number, shown_cell

NAME, INHABITANTS = "Gemeente", "Inwoners 0-17"
_HARMLESS = 1.0
"""Stands in for a refused number, so that the other faults of the table are found too."""


@dataclass(frozen=True)
class TypedCase:
    """All that a visitor typed, as text: rows of name, inhabitants and places per year, and the figures above them."""

    rows: tuple[tuple[str, ...], ...]
    price: str
    capacity: str
    history_years: int
    settlement: Settlement


def read_case(typed: TypedCase) -> SharingCase:
    """Case of what was typed; rows without any text do not count. Raises InputError with all faults, by row."""
    faults: list[Fault] = []
    allowed_price = f"een bedrag van {range_text(1, MOST_PRICE_EUR, '€')}"
    price = _number(typed.price, "prijs van een plaats", allowed_price, faults, low=1, high=MOST_PRICE_EUR)
    capacity = None
    if typed.capacity.strip():
        capacity = _number(
            typed.capacity,
            "ingekochte plaatsen",
            f"leeg (het gemiddelde), of een getal van {range_text(0, MOST_CAPACITY)}",
            faults,
            high=MOST_CAPACITY,
        )
    filled = [(number, row) for number, row in enumerate(typed.rows, 1) if any(cell.strip() for cell in row)]
    if not FEWEST_MUNICIPALITIES <= len(filled) <= MOST_MUNICIPALITIES:
        allowed = range_text(FEWEST_MUNICIPALITIES, MOST_MUNICIPALITIES)
        row = filled[MOST_MUNICIPALITIES][0] if len(filled) > MOST_MUNICIPALITIES else None
        raise InputError([*faults, Fault("aantal gemeenten", str(len(filled)), allowed, row)])
    read = [_municipality(number, row, faults) for number, row in filled]
    if not faults:
        try:
            return SharingCase(tuple(read), price, typed.history_years, capacity, typed.settlement)
        except InputError as error:
            faults += _placed(error, [number for number, _ in filled])
    else:
        faults += _double_names(filled)
    raise InputError(sorted(faults, key=lambda fault: fault.row or 0))


def typed_case(case: SharingCase) -> TypedCase:
    """The case as a visitor would type it."""
    rows = tuple(
        (item.name, dutch_number(item.inhabitants), *(dutch_number(count) for count in item.places))
        for item in case.municipalities
    )
    capacity = "" if case.capacity_places is None else dutch_number(case.capacity_places)
    return TypedCase(rows, dutch_number(case.price_eur), capacity, case.history_years, case.settlement)


def _municipality(number: int, row: Sequence[str], faults: list[Fault]) -> Municipality:
    name = clean_text(row[0])
    wrong = name_fault(name)
    if wrong is not None:
        faults.append(replace(wrong, row=number))
    subject = f"gemeente {shown_value(name)}" if name else "gemeente zonder naam"
    people = range_text(1, MOST_INHABITANTS, whole=True)
    inhabitants = _number(
        row[1], subject, people, faults, number, INHABITANTS, whole=True, low=1, high=MOST_INHABITANTS
    )
    used = f"een getal van {range_text(0, MOST_PLACES)}"
    places = tuple(
        _number(cell, subject, used, faults, number, year_heading(position), high=MOST_PLACES)
        for position, cell in enumerate(row[2:])
    )
    return Municipality("?" if wrong else name, int(inhabitants), places)


def _number(
    text: str, subject: str, allowed: str, faults: list[Fault], row: int | None = None, column: str | None = None, *,
    whole: bool = False, low: float = 0.0, high: float | None = None,
) -> float:  # fmt: skip
    """Number of a cell; where there is none, its fault is added and a harmless number returned."""
    cell = cell_of_text(text)
    try:
        value = read_number(cell)
    except CellError as error:
        hint = f"{allowed} ({error})" if "schrijf" in str(error) else allowed
        faults.append(Fault(subject, shown_cell(cell), hint, row, column))
        return _HARMLESS
    if value is None:
        faults.append(Fault(subject, "leeg of onbekend", allowed, row, column))
    elif value < low or (high is not None and value > high) or (whole and value != int(value)):
        faults.append(Fault(subject, dutch_number(value), allowed, row, column))
    else:
        return value
    return _HARMLESS


def _double_names(filled: Sequence[tuple[int, Sequence[str]]]) -> list[Fault]:
    names = [clean_text(row[0]).casefold() for _, row in filled]
    return [
        Fault("gemeente", shown_value(clean_text(row[0])), "elke naam één keer", number, NAME)
        for (number, row), name in zip(filled, names, strict=True)
        if name and names.count(name) > 1
    ]


def _placed(error: InputError, numbers: Sequence[int]) -> list[Fault]:
    """Faults of a case with the rows as the visitor sees them."""
    return [fault if fault.row is None else replace(fault, row=numbers[fault.row - 1]) for fault in error.faults]
