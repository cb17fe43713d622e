"""Costs per year that can hardly be true, by their size or beside each other: asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from model.faults import dutch_number
from model.own_table.amounts import Sort
from model.own_table.amounts_understood import LARGEST_COST, Written, number_of
from model.own_table.asking import Asking, First, at
from model.own_table.cells_understood import LEAVE, USE
from model.own_table.cost_words import says_forecast
from model.own_table.costs import Figure, YearValue
from model.own_table.tables_found import NEAR, Found
from model.own_table.words import YEAR_ROLES

_ABOUT = "de kosten per jaar"
WITHOUT_SIGN, WITH_SIGN = "zonder", "met"
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
            odd.append((f"de bijdrage van het Rijk in {year} is groter dan de kosten", contribution))
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


def ask_about_path(
    found: Found,
    values: Mapping[tuple[int, str], YearValue],
    headings: Mapping[str, str],
    asking: Asking,
    *,
    is_template: bool,
) -> None:
    """Question whether costs without a target beside them are where the region wants to end, or what it expects.

    Open where they rise, and then always reach themselves, or where what stands above them speaks of a forecast.
    """
    costs = [(year, value) for (year, role), value in sorted(values.items()) if role == "kosten" and value.number]
    if "doel" in headings or len(costs) < 2:
        return
    (first, begin), (last, end) = costs[0], costs[-1]
    place = found.place(end.row, end.column)
    path = f"van “{begin.cell.text}” in {first} naar “{end.cell.text}” in {last}"
    reason = "de pagina meet aan deze kosten of het doel wordt gehaald"
    if (end.number or 0.0) > (begin.number or 0.0):
        key, is_goal = "pad:kosten", None
        text = f"De kosten lopen op, {path}. Wil de regio daarop uitkomen?"
    elif is_template or "taakstelling" in headings:
        return
    else:
        forecast = next((text for text in _said_of_costs(found, headings) if says_forecast(text)), "")
        key, is_goal = "raming-of-doel:kosten", None if forecast else USE
        text = f"De kosten gaan {path}. Wil de regio daarop uitkomen?"
        reason = (
            f"onder “{forecast[:60]}” kan een doel staan of een raming; {reason}"
            if forecast
            else f"er staat geen doel naast, en zij lopen niet op; {reason}"
        )
    options = [(USE, "ja, dit is het doel"), (LEAVE, "nee, dit is een raming")]
    if asking.ask(key, text, options, is_goal, reason, place) == LEAVE:
        asking.fault(
            key,
            "Zet in uw blad naast deze kosten een kolom of regel “Doel”: wat de regio per jaar wil uitgeven. De raming "
            "geeft dan de kosten zonder maatregelen. Of zet in de invultabel waar de kosten op moeten uitkomen.",
            [place], First.TABLE,
        )  # fmt: skip


def _said_of_costs(found: Found, headings: Mapping[str, str]) -> Iterator[str]:
    """What says of the costs what they are: their own name first, then what stands above them, and their sheet."""
    yield headings.get("kosten", "")
    if found.is_across:
        yield from (heading.text for heading in found.headings)
    yield from reversed(found.above[-NEAR:])
    yield found.sheet.name


def sign_of_costs(figures: Sequence[Figure], sign: str | None, scaled: str | None, asking: Asking) -> str | None:
    """What a minus before an amount means: `WITHOUT_SIGN` or `WITH_SIGN`; None while that is open."""
    numbers = [(it.written, number) for it in figures if (number := number_of(it.written, sign, scaled)) is not None]
    negative = [it.place for it, number in numbers if number < 0]
    if not negative:
        return WITH_SIGN
    of_role = {
        role: [number for it in figures if it.role == role and (number := number_of(it.written, sign, scaled))]
        for role in {it.role for it in figures}
    }
    alike = all(all(it < 0 for it in its) or all(it > 0 for it in its) for its in of_role.values())
    value = asking.ask(
        "teken:kosten",
        f"In {_ABOUT} staan bedragen met een min: {at(negative)}. Wat betekent de min?",
        [(WITHOUT_SIGN, "niets: het zijn gewone kosten, budgetten of bijdragen"), (WITH_SIGN, "een bedrag onder 0")],
        WITHOUT_SIGN if alike else None,
        "alle bedragen van een soort hebben hetzelfde teken"
        if alike
        else "sommige bedragen hebben een min, andere niet",
        negative[0],
    )
    if value == WITHOUT_SIGN:
        asking.note(
            "teken:kosten", f"In {_ABOUT} is de min voor bedragen weggelaten: {at(negative)}.", negative, First.UNIT
        )
    return value


def note_unknown(written: Sequence[Written], asking: Asking) -> None:
    """Note on cells that say that an amount is not known yet."""
    unknown = [it.place for it in written if it.amount.sort is Sort.UNKNOWN]
    if unknown:
        asking.note("onbekend:kosten", f"In {_ABOUT} is gelezen als onbekend: {at(unknown)}.", unknown, First.CELL)


def note_favour(figures: Sequence[Figure], asking: Asking) -> None:
    """V or N behind an amount of costs: told, and asked about where both stand behind figures of one role."""
    marked = [it for it in figures if it.written.amount.benefit]
    if not marked:
        return
    places = [it.written.place for it in marked]
    mixed = any(len({it.written.amount.benefit for it in marked if it.role == role}) > 1 for role in YEAR_ROLES)
    if mixed and (
        asking.ask(
            "voordeel:kosten",
            f"In {_ABOUT} staat achter het ene bedrag V en achter het andere N: {at(places)}. Wat zijn deze bedragen?",
            [(USE, "gewone bedragen: V en N veranderen er niets aan"), (LEAVE, "verschillen: zij horen hier niet")],
            None,
            "V en N horen meestal bij een verschil",
            places[0],
        )
        == LEAVE
    ):
        asking.fault(
            "voordeel:kosten", "Kies hierboven een andere kolom of regel voor de kosten.", places, First.COLUMN
        )
    asking.note(
        "voordeel:kosten", f"V en N achter bedragen in {_ABOUT} veranderen de bedragen niet: {at(places)}.", places,
        First.CELL,
    )  # fmt: skip
