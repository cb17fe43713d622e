"""Rows that look like measures and may be none, or none of their own: the visitor says what they are."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from model.own_table.asking import Asking, First, at
from model.own_table.proposing import Column
from model.own_table.row_words import (
    code_in_name,
    goes_on,
    has_bullet,
    is_dropped,
    order_in,
    says_dropped,
    says_no_measure,
    says_variant,
)
from model.own_table.rows_seen import COUNTS, NOT, Row, code_of, names_of, unless_counted
from model.own_table.tables_found import Found
from model.own_table.title_words import says_spending
from model.own_table.words import is_note, is_total, says_part

_PARTS, _ONE, _REST = "delen", "een", "vervolg"
_ALIKE = 0.9
"""How alike two names with the same amounts are that are probably one measure, from 0 to 1."""
_MOST_VARIANTS = 6


def without_numbering(found: Found, rows: list[Row], asking: Asking) -> list[Row]:
    """Rows without one that only numbers the columns: 1, 2, 3 or (1), (2), (3) below the headings."""
    first = rows[0] if rows else None
    if first is None or len(first.texts) < 3:
        return rows
    orders = [order_in(text) for text in first.texts]
    if orders != list(range(orders[0] or 0, (orders[0] or 0) + len(orders))) or orders[0] not in (0, 1):
        return rows
    place = found.place(first.row)
    asking.note("kolomnummers", f"Rij {first.row + 1} nummert de kolommen en is niet gelezen.", [place], First.ROW)
    return rows[1:]


def without_no_measures(found: Found, rows: list[Row], totals: Sequence[int], asking: Asking) -> list[Row]:
    """Rows without a target, what is left of it, or costs: what their name says, or what stands below the total."""
    last = totals[-1] if totals else found.rows[-1]
    named = [
        row for row in rows
        if row.has_amounts and not says_part(row.label) and says_no_measure(row.label, below=row.row > last)
    ]  # fmt: skip
    if named:
        rows = unless_counted(
            found, rows, named, asking, "geen-maatregel",
            f"Deze regels lijken geen maatregelen: {names_of(named)}. Tellen zij mee?",
            ("nee, het zijn geen maatregelen", "ja, het zijn maatregelen"),
            "de naam zegt iets anders, zoals een opgave, wat rest of kosten",
            "Regels die geen maatregel lijken,", is_proposed=not any(row.has_code for row in named),
        )  # fmt: skip
    coded = sum(row.has_code for row in rows) * 2 > len(rows)
    below = [
        row for row in rows
        if row.row > last and row.has_amounts and row not in named and not (coded and row.has_code)
    ]  # fmt: skip
    if not below or len(below) == sum(row.has_amounts for row in rows):
        return rows
    return unless_counted(
        found, rows, below, asking, "onder-totaal",
        f"Onder de laatste optelling staan nog regels met bedragen: {names_of(below)}. Tellen zij mee?",
        ("nee, zij horen niet bij de maatregelen", "ja, het zijn maatregelen"),
        "onder een totaal staat vaak iets anders", "Regels onder de optelling", is_proposed=False,
    )  # fmt: skip


def without_chapters(found: Found, rows: list[Row], asking: Asking) -> list[Row]:
    """Rows without one whose number is divided further, as 1 is into 1.1 and 1.2, or without its parts."""
    if not any(row.has_code for row in rows):
        rows_by_name = [replace(row, code=code_in_name(row.label)) for row in rows]
        codes = {row.row: row.code for row in rows_by_name}
        # A name such as 1. Toegang has its number in front.
        rows = rows_by_name if all(codes[row.row] for row in rows if row.has_amounts) else rows
    parts = {row.row: _parts_of(row, rows) for row in rows if row.has_amounts and row.has_code}
    chapters = [row for row in rows if parts.get(row.row)]
    if not chapters:
        return rows
    below = [part for row in chapters for part in parts[row.row]]
    places = [found.place(row.row) for row in chapters]
    value = asking.ask(
        "hoofdregel:maatregelen",
        f"Het nummer van {names_of(chapters)} is verder verdeeld, zoals in {names_of(below[:2])}, en beide hebben "
        "bedragen. Wat telt mee?",
        [
            (NOT, "de delen: de regel erboven is hun som of kop"),
            (_PARTS, "de regel erboven: de delen zitten er al in"),
            (COUNTS, "allebei: het zijn aparte maatregelen"),
        ],
        NOT if all(_is_sum_of(row, parts[row.row]) for row in chapters) else None,
        "de bedragen zijn de som van de delen" if all(_is_sum_of(row, parts[row.row]) for row in chapters)
        else "de bedragen zijn niet de som van de delen",
        places[0],
    )  # fmt: skip
    dropped = {NOT: chapters, _PARTS: below}.get(value or "", [])
    if dropped:
        away = [found.place(row.row) for row in dropped]
        asking.note("hoofdregel", f"Tellen niet mee, want zij zitten in andere regels: {at(away)}.", away, First.ROW)
    return [row for row in rows if row not in dropped]


def without_spent(found: Found, rows: list[Row], headings: Collection[int], asking: Asking) -> list[Row]:
    """Rows without those below a heading in between that is about what costs money, such as Investeringen."""
    spent: list[Row] = []
    is_spent = False
    for row in rows:
        if row.row in headings:
            is_spent = says_spending(row.label)
        elif is_spent and row.has_amounts:
            spent.append(row)
    if not spent:
        return rows
    return unless_counted(
        found, rows, spent, asking, "uitgaven",
        f"Deze regels staan onder een kop over wat geld kost: {names_of(spent)}. Zijn het besparingen?",
        ("nee, zij kosten geld: zij tellen niet mee", "ja, het zijn besparingen"),
        "de kop erboven zegt iets anders", "Regels onder een kop over wat geld kost,", is_proposed=False,
    )  # fmt: skip


def _parts_of(row: Row, rows: Sequence[Row]) -> list[Row]:
    deeper = [
        other
        for other in rows
        if other.has_amounts
        and other is not row
        and other.code.startswith(row.code.removesuffix(".0"))
        # What says to be a part is asked about as such.
        and not says_part(other.label)
    ]
    stem = row.code.removesuffix(".0")
    lettered = list(
        itertools.takewhile(lambda other: len(other.code) == 1 and other.code.isalpha(), rows[rows.index(row) + 1 :])
    )
    if lettered and row.code[-1:].isdigit():
        return [other for other in lettered if other.has_amounts]
    return [
        other for other in deeper if (rest := other.code[len(stem) :])[:1] == "." or (rest.isalpha() and len(rest) == 1
                                                                                and stem[-1:].isdigit())
    ]  # fmt: skip


def _is_sum_of(row: Row, parts: Sequence[Row]) -> bool:
    sums = [sum(part.numbers[place] or 0.0 for part in parts) for place in range(len(row.numbers))]
    return all(abs((total or 0.0) - it) <= abs(it) * 0.006 + 1e-6 for total, it in zip(row.numbers, sums, strict=True))


def without_dropped(found: Found, rows: list[Row], asking: Asking) -> list[Row]:
    """Rows without measures that are dropped, as their name or another cell says."""
    dropped = [row for row in rows if row.has_amounts and (says_dropped(row.label) or any(map(is_dropped, row.texts)))]
    if not dropped:
        return rows
    return unless_counted(
        found, rows, dropped, asking, "vervallen",
        f"Bij deze regels staat dat zij zijn vervallen of afgewezen: {names_of(dropped)}. Tellen zij mee?",
        ("nee, zij gaan niet door", "ja, zij tellen mee"), "zo staat het in de regel", "Vervallen maatregelen",
    )  # fmt: skip


def without_bullets(found: Found, rows: list[Row], asking: Asking) -> list[Row]:
    """Rows without the lines of a list below a measure, which would count twice."""
    lines = [row for row in rows if row.has_amounts and not row.has_code and has_bullet(row.label)]
    first = next((row for row in rows if row.has_amounts), None)
    if not lines or first in lines or len(lines) == len(rows):
        return rows
    return unless_counted(
        found, rows, lines, asking, "opsomming",
        f"Deze regels beginnen als een opsomming onder een maatregel: {names_of(lines)}. Tellen zij mee?",
        ("nee, zij zitten al in de maatregel erboven", "ja, het zijn aparte maatregelen"),
        "anders telt hetzelfde bedrag twee keer", "Regels van een opsomming",
    )  # fmt: skip


def without_variants(found: Found, rows: list[Row], asking: Asking) -> list[Row]:
    """Rows without the variants that are not chosen."""
    variants = [row for row in rows if row.has_amounts and says_variant(row.label)][:_MOST_VARIANTS]
    if len(variants) < 2:
        return rows
    places = [found.place(row.row) for row in variants]
    value = asking.ask(
        "varianten:maatregelen",
        f"Deze regels noemen zich een variant: {names_of(variants)}. Welke telt mee?",
        [(COUNTS, "allemaal"), *((f"rij-{row.row}", f"alleen “{row.label[:60]}”") for row in variants)],
        None,
        "van varianten komt er meestal één",
        places[0],
    )
    if value in (None, COUNTS):
        return rows
    dropped = [row for row in variants if value != f"rij-{row.row}"]
    away = [found.place(row.row) for row in dropped]
    asking.note("varianten", f"Andere varianten tellen niet mee: {at(away)}.", away, First.ROW)
    return [row for row in rows if row not in dropped]


def without_doubles(found: Found, columns: Sequence[Column], rows: list[Row], asking: Asking) -> list[Row]:
    """Rows without a measure that stands there twice: the same amounts under the same name, or almost."""
    if any(column.role == "jaar" for column in columns):
        return rows
    pairs = [
        (one, other)
        for one, other in itertools.combinations([row for row in rows if any(row.numbers)], 2)
        if one.numbers == other.numbers and _is_same_name(one.label, other.label)
    ]
    if not pairs:
        return rows
    exact = all(one.label.casefold() == other.label.casefold() and _texts(one) == _texts(other) for one, other in pairs)
    seconds = list({other.row: other for _, other in pairs}.values())
    places = [found.place(row.row) for row in seconds]
    value = asking.ask(
        "dubbele:maatregelen",
        f"“{pairs[0][0].label[:50]}” en “{pairs[0][1].label[:50]}” hebben dezelfde bedragen ({at(places)}). Is dat "
        "dezelfde maatregel?",
        [(_ONE, "ja, zij telt één keer mee"), (COUNTS, "nee, het zijn twee maatregelen")],
        _ONE if exact else None,
        "alles op de regel is gelijk" if exact else "de naam en de bedragen zijn gelijk of bijna gelijk",
        places[0],
    )
    if value != _ONE:
        return rows
    asking.note("dubbele", f"Staat er twee keer en telt één keer mee: {at(places)}.", places, First.ROW)
    return [row for row in rows if row not in seconds]


def _texts(row: Row) -> list[str]:
    return [text.casefold() for text in row.texts if code_of(text) != row.code]


def _is_same_name(one: str, other: str) -> bool:
    names = one.casefold(), other.casefold()
    if [sign for sign in one if sign.isdigit()] != [sign for sign in other if sign.isdigit()] or not all(names):
        return False
    return difflib.SequenceMatcher(None, *names).ratio() >= _ALIKE


def joined_names(
    found: Found, rows: list[Row], asking: Asking
) -> tuple[list[Row], Mapping[int, str], Mapping[int, int]]:
    """Rows without those that only hold the rest of a name, the whole names, and the row that has the number of one."""
    into: dict[int, int] = {}
    for before, row in itertools.pairwise(rows):
        if not goes_on(row.label) or row.has_code or is_note(row.label) or is_total(row.label):
            continue
        if not row.has_amounts and row.filled == 1:
            into[row.row] = into.get(before.row, before.row)
        elif row.has_amounts and not before.has_amounts and before.filled <= 2 and before.row not in into:
            into[before.row] = row.row
    if not into:
        return rows, {}, {}
    by_row = {row.row: row for row in rows}
    places = [found.place(row) for row in into]
    first = min(into)
    whole = " ".join(by_row[at_row].label for at_row in sorted((first, into[first])))
    value = asking.ask(
        "vervolg:maatregelen",
        f"Namen lijken over meer rijen te lopen ({at(places)}). Is “{whole[:80]}” één maatregel?",
        [(_REST, "ja, voeg de namen samen"), ("anders", "nee, het zijn aparte regels")],
        _REST,
        "een regel begint met een kleine letter en een van beide heeft geen bedragen",
        places[0],
    )
    if value != _REST:
        return rows, {}, {}
    asking.note("vervolg", f"Namen over meer rijen zijn samengevoegd: {at(places)}.", places, First.CELL)
    names: dict[int, list[int]] = {}
    for part, lead in into.items():
        names.setdefault(lead, [lead]).append(part)
    coded = {lead: part for part, lead in into.items() if part < lead}
    whole_names = {lead: " ".join(by_row[it].label for it in sorted(its)) for lead, its in names.items()}
    kept = [
        replace(row, label=whole_names.get(row.row, row.label), code=by_row[coded.get(row.row, row.row)].code,
                has_texts=row.has_texts or row.row in coded)
        for row in rows
        if row.row not in into
    ]  # fmt: skip
    return kept, whole_names, coded
