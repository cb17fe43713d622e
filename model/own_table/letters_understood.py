"""Names whose letters were damaged on the way here: mended where that can be done, else told with the way out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from model.own_table.asking import Asking, First, at
from model.own_table.cells import cell_text
from model.own_table.codings import mended
from model.own_table.measures import Value

_LOST = re.compile(r"\ufffd|(?<=[^\W\d_])\?(?=[^\W\d_])")
_AS_IT_IS, _OTHER_FILE = "zo", "bestand"


def mend_letters(rows: Mapping[int, dict[str, Value]], asking: Asking) -> None:
    """Names whose letters were garbled on the way here: as they were meant, if the visitor agrees."""
    _tell_lost_letters(rows, asking)
    garbled = [
        (values, name, value)
        for values in rows.values()
        for name, value in values.items()
        if isinstance(value.value, str) and mended(value.value) != value.value
    ]
    if not garbled:
        return
    _, _, first = garbled[0]
    places = [value.place for _, _, value in garbled if value.place]
    answer = asking.ask(
        "letters",
        f"Letters zijn onderweg verminkt: is “{cell_text(first.value)[:60]}” bedoeld als "
        f"“{mended(cell_text(first.value))[:60]}”?",
        [("ja", "ja, herstel de letters"), ("nee", "nee, laat ze staan")],
        "ja",
        "zo staan er letters die in het Nederlands voorkomen",
        first.place,
    )
    if answer == "ja":
        for values, name, value in garbled:
            values[name] = Value(mended(cell_text(value.value)), value.cell, value.place)
    told = "hersteld" if answer == "ja" else "gelaten zoals ze zijn"
    asking.note("letters", f"Verminkte letters zijn {told}: {at(places)}.", places, First.CELL)


def _tell_lost_letters(rows: Mapping[int, dict[str, Value]], asking: Asking) -> None:
    """Names in which a sign stands for a letter that the file no longer has."""
    lost = [
        value
        for values in rows.values()
        for value in values.values()
        if isinstance(value.value, str) and _LOST.search(value.value)
    ]
    if not lost:
        return
    places = [value.place for value in lost if value.place]
    answer = asking.ask(
        "letters-weg",
        f"In “{cell_text(lost[0].value)[:60]}” zijn letters verloren gegaan ({at(places)}): zij staan niet meer in het "
        "bestand. Wat wilt u?",
        [
            (_AS_IT_IS, "reken met de namen zoals ze er staan: de bedragen kloppen"),
            (_OTHER_FILE, "ik kies een beter bestand"),
        ],
        _AS_IT_IS,
        "voor de bedragen maakt het niet uit",
        lost[0].place,
    )
    if answer == _OTHER_FILE:
        asking.fault(
            "letters-weg",
            f"Letters zijn verloren gegaan ({at(places)}). Bewaar het rekenblad als XLSX of als “CSV UTF-8”, of plak "
            "het bereik rechtstreeks uit het rekenblad, en kies het opnieuw.",
            places,
            First.FILE,
        )
    else:
        asking.note(
            "letters-weg",
            f"In namen zijn letters verloren gegaan: {at(places)}. Een XLSX of een “CSV UTF-8” van hetzelfde blad "
            "heeft ze nog.",
            places,
            First.CELL,
        )
