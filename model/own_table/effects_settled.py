"""Effects that are below 0, unknown, the wrong way round or without a band: what the visitor wants with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.notation import listed
from model.own_table.asking import Asking, First, at
from model.own_table.cells_understood import ZERO, is_refused
from model.own_table.effects import END_YEAR, Effects, End, Part
from model.own_table.headings import HIGH, LOW
from model.own_table.workbook import Place

LEAVE_OUT, BEFORE, OTHER_END = "weg", "vorige", "gelijk"
BANDS = (0, 5, 10, 15, 20, 25, 30, 40, 50)
USUAL_BAND = "25"


def settle_extra_costs(effects: Effects, asking: Asking) -> None:
    """Savings below 0: a measure that costs money in a year, which the model does not know."""
    below = {key: end for key, end in effects.ends.items() if end.number is not None and end.number < 0}
    if not below:
        return
    places = [end.place for end in below.values()]
    value = asking.ask(
        "extra:maatregelen",
        f"Volgens deze tabel kosten maatregelen in een jaar juist geld: {at(places)}. Extra "
        "kosten passen niet in deze doorrekening. Wat moet ermee?",
        [(ZERO, "reken met 0 in dat jaar"), (LEAVE_OUT, "laat deze maatregelen weg")],
        None,
        "beide maakt het beeld gunstiger of kleiner",
        places[0],
    )
    if value is None:
        effects.is_open = True
    elif value == ZERO:
        effects.ends |= {key: End(0.0, end.cell, end.place, True) for key, end in below.items()}
        asking.note("extra:maatregelen", f"Extra kosten zijn op 0 gezet: {at(places)}.", places, First.ASSUMPTION)
    else:
        leave_out(effects, {row for row, _, _ in below}, "extra kosten", places, asking)


def settle_unknown(effects: Effects, asking: Asking) -> None:
    """Effects that are empty or unknown: what to compute with is the visitor's choice."""
    _settle_halves(effects, asking)
    unknown = {key: end for key, end in effects.ends.items() if end.number is None and key[0] not in effects.left_out}
    unknown = {
        key: end for key, end in unknown.items() if _other_end(effects, key).number is None and not is_refused(end.cell)
    }
    early = {key: end for key, end in unknown.items() if _starts_later(effects, key, end)}
    later = {key: end for key, end in unknown.items() if key not in early}
    if early:
        places = [end.place for end in early.values()]
        value = asking.ask(
            "leeg-begin:maatregelen",
            f"De eerste jaren van sommige maatregelen zijn leeg: {at(places)}. Wat betekent dat?",
            [(ZERO, "dan bespaart de maatregel nog niets"), (LEAVE_OUT, "onbekend: laat de maatregel weg")],
            ZERO,
            "in latere jaren staan wel bedragen",
            places[0],
        )
        _settle(effects, early, value, "leeg-begin:maatregelen", asking)
    if later:
        places = [end.place for end in later.values()]
        seen = listed(
            list(dict.fromkeys(f"“{end.cell.text}”" if end.cell.text else "leeg" for end in later.values()))[:4]
        )
        options = [(LEAVE_OUT, "laat deze maatregelen weg"), (ZERO, "reken met 0 (geen besparing)")]
        if any(_year_before(effects, key) is not None for key in later):
            options.insert(0, (BEFORE, "reken met het jaar ervoor, en met 0 als dat er niet is"))
        value = asking.ask(
            "onbekend:maatregelen",
            f"Van sommige maatregelen is de besparing niet bekend ({seen}): {at(places)}. Hoe rekent u daarmee?",
            options,
            None,
            "een onbekende besparing is niet hetzelfde als 0",
            places[0],
        )
        _settle(effects, later, value, "onbekend:maatregelen", asking)


def _settle_halves(effects: Effects, asking: Asking) -> None:
    """Effects of which one end is known and the other is not."""
    halves = {
        key: end
        for key, end in effects.ends.items()
        if end.number is None and _other_end(effects, key).number is not None and not is_refused(end.cell)
    }
    if not halves:
        return
    places = [end.place for end in halves.values()]
    value = asking.ask(
        "half:maatregelen",
        f"Laag of hoog ontbreekt, en de andere kant niet: {at(places)}. Hoe rekent u daarmee?",
        [(OTHER_END, "laag en hoog gelijk aan de kant die er staat"), (LEAVE_OUT, "laat deze maatregelen weg")],
        None,
        "hoe groot het verschil is, staat er niet bij",
        places[0],
    )
    if value is None:
        effects.is_open = True
    elif value == LEAVE_OUT:
        leave_out(effects, {row for row, _, _ in halves}, "een onbekende besparing", places, asking)
    else:
        effects.ends |= {
            key: End(_other_end(effects, key).number, end.cell, end.place, True) for key, end in halves.items()
        }
        asking.note(
            "half:maatregelen",
            f"Aanname: waar laag of hoog ontbreekt, zijn zij gelijk: {at(places)}.",
            places,
            First.ASSUMPTION,
        )


def _other_end(effects: Effects, key: tuple[int, int, str]) -> End:
    row, year, side = key
    return effects.ends.get((row, year, HIGH if side == LOW else LOW), effects.ends[key])


def _starts_later(effects: Effects, key: tuple[int, int, str], end: End) -> bool:
    row, year, side = key
    if not end.cell.is_empty or year == END_YEAR:
        return False
    mine = {at_year: it for (at_row, at_year, at_side), it in effects.ends.items() if (at_row, at_side) == (row, side)}
    before = all(it.cell.is_empty for at_year, it in mine.items() if at_year < year)
    return before and any(it.number is not None for at_year, it in mine.items() if at_year > year)


def _year_before(effects: Effects, key: tuple[int, int, str]) -> float | None:
    row, year, side = key
    earlier = [
        at_year
        for at_row, at_year, at_side in effects.ends
        if at_row == row
        and at_side == side
        and END_YEAR < at_year < year
        and effects.ends[at_row, at_year, at_side].number is not None
    ]
    return effects.ends[row, max(earlier), side].number if earlier else None


def _settle(
    effects: Effects, unknown: Mapping[tuple[int, int, str], End], value: str | None, key: str, asking: Asking
) -> None:
    places = [end.place for end in unknown.values()]
    if value is None:
        effects.is_open = True
    elif value == LEAVE_OUT:
        leave_out(effects, {row for row, _, _ in unknown}, "een onbekende besparing", places, asking)
    else:
        numbers = {it: (_year_before(effects, it) if value == BEFORE else None) or 0.0 for it in sorted(unknown)}
        effects.ends |= {it: End(number, unknown[it].cell, unknown[it].place, True) for it, number in numbers.items()}
        how = "het jaar ervoor" if value == BEFORE else "0"
        asking.note(
            key,
            f"Aanname: voor lege of onbekende besparingen is gerekend met {how}: {at(places)}.",
            places,
            First.ASSUMPTION,
        )


def leave_out(effects: Effects, rows: set[int], why: str, places: Sequence[Place], asking: Asking) -> None:
    """Measures without something that is needed, left out as the visitor wants."""
    effects.left_out |= rows
    names = listed([f"“{effects.names[row][:60]}”" for row in sorted(rows)])
    count = "1 maatregel" if len(rows) == 1 else f"{len(rows)} maatregelen"
    asking.note(
        f"weggelaten:{why}",
        f"{count} met {why} {'telt' if len(rows) == 1 else 'tellen'} niet mee: {names} ({at(places)}).",
        places,
        First.ROW,
        stays=True,
    )


def settle_order(effects: Effects, asking: Asking) -> None:
    """Low above high throughout, as with negative amounts of which the smallest is the largest saving."""
    pairs = {
        (row, year): (low, high)
        for (row, year, side), low in effects.ends.items()
        if side == LOW and (high := effects.ends.get((row, year, HIGH))) and row not in effects.left_out
    }
    # What is below 0 is asked about already.
    numbers = [
        (key, low, high)
        for key, (low, high) in pairs.items()
        if low.number is not None and high.number is not None and min(low.number, high.number) >= 0
    ]
    turned = [(key, low, high) for key, low, high in numbers if (low.number or 0) > (high.number or 0)]
    if not turned:
        return
    different = [it for it in numbers if it[1].number != it[2].number]
    places = [low.place for _, low, _ in turned]
    value = asking.ask(
        "volgorde:maatregelen",
        f"Laag is hoger dan hoog: {at(places)}. Zijn laag en hoog omgewisseld?",
        [("wissel", "ja, wissel ze om waar laag hoger is"), ("nee", "nee, ik verbeter het in het bestand")],
        "wissel" if len(turned) == len(different) else None,
        "het is overal zo" if len(turned) == len(different) else "het is niet overal zo",
        places[0],
    )
    if value is None:
        effects.is_open = True
    elif value == "nee":
        asking.fault(
            "volgorde:maatregelen",
            f"Laag is hoger dan hoog: {at(places)}. Verbeter het in het bestand.",
            places,
            First.CELL,
        )
    else:
        for (row, year), low, high in turned:
            effects.ends[row, year, LOW], effects.ends[row, year, HIGH] = high, low
        asking.note("volgorde:maatregelen", f"Laag en hoog zijn omgewisseld: {at(places)}.", places, First.CELL)


def settle_bands(effects: Effects, single: Sequence[Part], parts: Sequence[Part], asking: Asking) -> None:
    """A band around amounts that stand alone, as a marked assumption."""
    keys = [(part.row, part.year, part.end) for part in single if part.row not in effects.left_out]
    ends = {key: effects.ends[key] for key in keys if effects.ends[key].number}
    if not ends:
        return
    mixed = len(single) < len(parts)
    places = list(dict.fromkeys(end.place for end in ends.values()))
    value = asking.ask(
        "band:maatregelen",
        "Er staat één bedrag zonder bandbreedte. Welke bandbreedte legt u eromheen?",
        [(str(band), "geen: laag en hoog zijn gelijk" if not band else f"± {band}%") for band in BANDS],
        None if mixed else USUAL_BAND,
        "andere cellen hebben wel laag en hoog" if mixed else "een aanname: hoe zeker het bedrag is, staat er niet bij",
        places[0],
    )
    if value is None:
        effects.is_open = True
        return
    part = int(value) / 100
    for (row, year, side), end in ends.items():
        number = round((end.number or 0.0) * (1 - part if side == LOW else 1 + part), 9)
        effects.ends[row, year, side] = End(number, end.cell, end.place, part > 0)
    if part:
        asking.note(
            "band:maatregelen",
            f"Aanname: om elk bedrag zonder bandbreedte ligt een bandbreedte van {value}% naar beneden en naar boven.",
            places,
            First.ASSUMPTION,
        )
