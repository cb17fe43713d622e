"""What stands in the cells that count, besides plain numbers: formulas, errors, dates, marks, dashes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from model.own_table.amounts import Sort, amount_of, band_of_text
from model.own_table.amounts_understood import Written
from model.own_table.asking import Asking, First, at
from model.own_table.workbook import Content, SheetCell

USE, LEAVE = "ja", "nee"
ZERO, UNKNOWN = "nul", "onbekend"


def ask_about_formulas(written: Sequence[Written], key: str, asking: Asking) -> None:
    """Whether the stored outcome of formulas may be used; formulas without one are a fault."""
    formulas = [it for it in written if it.cell.formula]
    lacking = [it.place for it in formulas if it.cell.lacks_outcome]
    if lacking:
        asking.fault(
            "formule-zonder-uitkomst",
            f"Van {_cells(len(lacking), 'formule')} bewaart het bestand geen uitkomst: {at(lacking)}. Open het bestand "
            "in Excel, sla het op en kies het opnieuw, of plak de cellen als waarden.",
            lacking,
            First.FILE,
        )
    stored = [it for it in formulas if not it.cell.lacks_outcome]
    if not stored:
        return
    first = stored[0]
    places = [it.place for it in stored]
    value = asking.ask(
        f"formules:{key}",
        f"Er staan formules in cellen die meetellen, zoals {first.cell.formula} in {at(places[:1])}. "
        "Mag met de bewaarde uitkomst worden gerekend?",
        [(USE, "ja, met de uitkomst die het rekenblad laat zien"), (LEAVE, "nee, ik plak eerst de waarden")],
        USE,
        f"bewaard is {first.cell.text}",
        first.place,
    )
    asking.note(
        f"formules:{key}",
        f"Van {_cells(len(stored), 'formule')} is de bewaarde uitkomst gelezen: {at(places)}.",
        places,
        First.CELL,
    )
    if value == LEAVE:
        asking.fault(
            f"formules:{key}",
            "Formules: plak de cellen in het rekenblad als waarden, en kies het bestand opnieuw.",
            places,
            First.FILE,
        )


def refuse_unreadable(written: Sequence[Written], about: str, asking: Asking) -> None:
    """Faults for cells of amounts that hold no amount, one for each kind."""
    kinds: tuple[tuple[Sort, Callable[[str], str]], ...] = (
        (
            Sort.ERROR,
            lambda where: (
                f"In {about} geeft het rekenblad een fout: {where}. Herstel de formule, of vul het bedrag in."
            ),
        ),
        (
            Sort.DATE,
            lambda where: (
                f"In {about} maakte het rekenblad een datum van wat er werd ingevuld: {where}. Zet "
                "de cel op tekst en vul het opnieuw in, of gebruik een kolom voor laag en een voor hoog."
            ),
        ),
        (
            Sort.OTHER,
            lambda where: (
                f"In {about} staat iets dat geen bedrag is: {where}. Vul een getal in, of PM als "
                "het nog niet bekend is."
            ),
        ),
    )
    for sort, text in kinds:
        wrong = [it for it in written if it.amount.sort is sort]
        if wrong:
            places = [it.place for it in wrong]
            seen = ", ".join(f"“{it.cell.text[:20]}”" for it in wrong[:3])
            asking.fault(f"{sort}:{about}", text(f"{at(places)} ({seen})"), places, First.CELL)


def is_refused(cell: SheetCell) -> bool:
    """Whether a cell is a fault already, so that what it lacks is no second question."""
    if cell.content is Content.TEXT and band_of_text(cell.text) is not None:
        return False
    return amount_of(cell).sort in (Sort.ERROR, Sort.DATE, Sort.OTHER, Sort.NO_OUTCOME)


def note_marks(written: Sequence[Written], about: str, asking: Asking) -> None:
    """Notes on what was left out beside a number, and on what only looks like it."""
    marked = [it for it in written if it.amount.marks]
    if marked:
        seen = ", ".join(f"“{it.cell.text[:20]}”" for it in marked[:3])
        places = [it.place for it in marked]
        asking.note(
            f"tekens:{about}", f"Tekens naast een getal zijn niet gelezen: {seen} ({at(places)}).", places, First.CELL
        )
    dashes = [it.place for it in written if it.amount.is_zero_dash]
    if dashes:
        asking.note(f"nulstreep:{about}", f"Een streepje naast een euroteken is 0: {at(dashes)}.", dashes, First.CELL)
    euros = [it for it in written if it.amount.says_euro and it.amount.dutch]
    if euros:
        places = [it.place for it in euros]
        asking.note(
            f"euro:{about}",
            f"“{euros[0].cell.text[:20]}” is gelezen in de eenheid van de kolom: {at(places)}.",
            places,
            First.UNIT,
        )
    partly = [it for it in written if it.cell.struck == "deels"]
    if partly:
        places = [it.place for it in partly]
        asking.note(
            f"deels:{about}", f"Wat in een cel is doorgehaald, is niet gelezen: {at(places)}.", places, First.CELL
        )
    wholly = [it for it in written if it.cell.struck == "heel"]
    if wholly:
        places = [it.place for it in wholly]
        asking.note(
            f"heel:{about}",
            f"Doorgehaalde bedragen zijn wel gelezen: {at(places)}. Klopt dat niet, haal ze dan weg in het rekenblad.",
            places,
            First.CELL,
        )


def ask_about_dashes(written: Sequence[Written], about: str, key: str, asking: Asking) -> str | None:
    """What a dash without a euro sign means; None while that is open."""
    dashes = [it.place for it in written if it.amount.sort is Sort.DASH]
    if not dashes:
        return UNKNOWN
    value = asking.ask(
        key,
        f"Wat betekent het streepje in {about} ({at(dashes)})?",
        [(ZERO, "0: de opmaak van het rekenblad toont 0 als streepje"), (UNKNOWN, "nog niet bekend")],
        None,
        "een streepje kan allebei zijn",
        dashes[0],
    )
    if value is not None:
        meant = "0" if value == ZERO else "nog niet bekend"
        asking.note(key, f"Een streepje in {about} is gelezen als {meant}: {at(dashes)}.", dashes, First.CELL)
    return value


def shows_less(cell: SheetCell, number: float | None) -> bool:
    """Whether a spreadsheet rounds away digits of a number that counts."""
    if cell.number_format == "" or number is None or not isinstance(cell.value, float):
        return False
    digits = cell.text.partition(",")[2]
    places = len([sign for sign in digits if sign.isdigit()])
    return abs(round(number, places) - number) > 1e-9


def note_rounding(written: Sequence[Written], about: str, asking: Asking) -> None:
    """Note where the spreadsheet shows fewer decimals than count."""
    rounded = [it for it in written if shows_less(it.cell, it.amount.dutch)]
    if rounded:
        places = [it.place for it in rounded]
        asking.note(
            f"afgerond:{about}",
            f"In {about} rondt het rekenblad af wat het laat zien; er is gerekend met alle decimalen: {at(places)}.",
            places,
            First.CELL,
        )


def _cells(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count != 1 else ''}"
