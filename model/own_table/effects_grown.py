"""Effects for every year where the sheet has only the end, or skips a year: marked assumptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.notation import listed
from model.own_table.asking import Asking, First
from model.own_table.effects import END_YEAR, Effects, End


@dataclass(frozen=True)
class Begin:
    """First year of a saving, and the part of that year (0 to 1) in which it is there."""

    year: int
    part: float


@dataclass(frozen=True)
class Begins:
    """First year of the saving of each measure by its row, and the heading of the column that says so."""

    heading: str
    by_row: Mapping[int, Begin]


def grown(effects: Effects, years: Sequence[int], begins: Begins | None, asking: Asking) -> tuple[int, ...]:
    """Effects of the end spread over the years after the first; years for which there are effects."""
    if begins is not None:
        return _from_begins(effects, years, begins, asking)
    found = sorted({year for _, year, _ in effects.ends if year != END_YEAR})
    if found and any(year == END_YEAR for _, year, _ in effects.ends):
        _place_end(effects, found[-1], years, asking)
        found = sorted({year for _, year, _ in effects.ends})
    if found or not any(year == END_YEAR for _, year, _ in effects.ends):
        return _without_gaps(effects, found, asking)
    later = list(years[1:]) or list(years)
    last = asking.ask(
        "eindjaar:maatregelen",
        "Er staat alleen een besparing aan het eind. In welk jaar is die bereikt?",
        [(str(year), str(year)) for year in later],
        str(later[-1]),
        "het laatste jaar van de kosten",
    )
    steps = asking.ask(
        "ingroei:maatregelen",
        "Hoe groeit de besparing naar het eindbedrag?",
        [("gelijk", f"in gelijke stappen vanaf {years[0]}"), ("direct", f"meteen helemaal in {later[0]}")],
        "gelijk",
        "een aanname: de jaren ertussen staan er niet bij",
    )
    wanted = [year for year in later if last and year <= int(last)]
    for (row, year, side), end in list(effects.ends.items()):
        if year != END_YEAR:
            continue
        del effects.ends[row, year, side]
        for step, at_year in enumerate(wanted, start=1):
            part = step / len(wanted) if steps == "gelijk" else 1.0
            number = None if end.number is None else round(end.number * part, 9)
            effects.ends[row, at_year, side] = End(number, end.cell, end.place, True)
    how = f"groeit in gelijke stappen vanaf {years[0]}" if steps == "gelijk" else f"geldt meteen vanaf {later[0]}"
    asking.note(
        "ingroei:maatregelen",
        f"Aanname: de besparing aan het eind {how} en is in {last} bereikt.",
        (),
        First.ASSUMPTION,
    )
    return tuple(wanted)


def _from_begins(effects: Effects, years: Sequence[int], begins: Begins, asking: Asking) -> tuple[int, ...]:
    """Effects of the end from the year in which each measure begins; years for which there are effects."""
    heading, last = begins.heading[:40], years[-1]
    steps = asking.ask(
        "begin-ingroei:maatregelen",
        f"Onder “{heading}” staat wanneer een besparing begint. Hoe groeit zij naar het eindbedrag?",
        [
            ("direct", "meteen helemaal vanaf dat jaar"),
            ("gelijk", f"in gelijke stappen vanaf dat jaar tot en met {last}"),
        ],
        "direct",
        "een aanname: bedragen per jaar staan er niet bij",
    )
    has_first = len(years) == 1 or any(it.year <= years[0] for it in begins.by_row.values())
    wanted = tuple(years if has_first else years[1:])
    for (row, year, side), end in list(effects.ends.items()):
        del effects.ends[row, year, side]
        if row not in begins.by_row:
            continue
        begin = begins.by_row[row]
        first = max(begin.year, years[0])
        for at_year in wanted:
            part = 0.0 if at_year < first else begin.part if at_year == begin.year else 1.0
            part *= (at_year - first + 1) / (last - first + 1) if part and steps == "gelijk" else 1.0
            number = None if end.number is None else round(end.number * part, 9)
            effects.ends[row, at_year, side] = End(number, end.cell, end.place, True)
    how = "geldt dan meteen helemaal" if steps == "direct" else f"groeit dan in gelijke stappen tot en met {last}"
    asking.note(
        "begin-ingroei:maatregelen",
        f"Aanname: de besparing is 0 tot het jaar onder “{heading}” en {how}.",
        (),
        First.ASSUMPTION,
    )
    return wanted


def _place_end(effects: Effects, last: int, years: Sequence[int], asking: Asking) -> None:
    """The saving at the end in the year from which it holds, beside the savings of the years before."""
    later = [year for year in years if year > last] if years else [last + 1, last + 2]
    ends = {key: end for key, end in effects.ends.items() if key[1] == END_YEAR}
    for key in ends:
        del effects.ends[key]
    if not later:
        asking.note(
            "eindjaar:maatregelen",
            f"De besparing aan het eind telt niet mee: de kosten gaan niet verder dan {last}.",
            (),
            First.COLUMN,
        )
        return
    year = asking.ask(
        "eindjaar:maatregelen",
        "Naast bedragen per jaar staat er een besparing aan het eind. Vanaf welk jaar geldt die?",
        [(str(at), str(at)) for at in later],
        str(later[0]),
        f"het eerste jaar na {last}",
    )
    effects.ends |= {(row, int(year or later[0]), side): end for (row, _, side), end in ends.items()}


def _without_gaps(effects: Effects, years: list[int], asking: Asking) -> tuple[int, ...]:
    """Years without one missing in between: what is missing lies between its neighbours, marked as an assumption."""
    if not years or len(years) == years[-1] - years[0] + 1:
        return tuple(years)
    every = range(years[0], years[-1] + 1)
    missing = [year for year in every if year not in years]
    how = asking.ask(
        "tussenjaar:maatregelen",
        f"Voor {listed(list(map(str, missing)))} staan er geen besparingen. Hoe rekent u daarmee?",
        [("gelijk", "in gelijke stappen tussen de jaren ervoor en erna"), ("vorige", "als het jaar ervoor")],
        "gelijk",
        "een aanname: deze jaren staan er niet bij",
    )
    for row, side in {(row, side) for row, _, side in effects.ends}:
        for year in missing:
            before, after = max(it for it in years if it < year), min(it for it in years if it > year)
            first, last = effects.ends.get((row, before, side)), effects.ends.get((row, after, side))
            if first is None or last is None or first.number is None or last.number is None:
                continue
            part = (year - before) / (after - before) if how == "gelijk" else 0.0
            number = round(first.number + (last.number - first.number) * part, 9)
            effects.ends[row, year, side] = End(number, first.cell, first.place, True)
    asking.note(
        "tussenjaar:maatregelen",
        f"Aanname: de besparingen in {listed(list(map(str, missing)))} liggen tussen die van de jaren eromheen.",
        (),
        First.ASSUMPTION,
    )
    return tuple(every)
