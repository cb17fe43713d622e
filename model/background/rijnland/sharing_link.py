"""A cost-sharing case as one short text for the address, and back.

The text begins with the version of the notation: `1_price_history_capacity_settlement~name_inhabitants_places~…`, with
`x` for a capacity that is not given, `j` or `a` for a settlement each year or afterwards, and places as `5-4-2.5`. What
the notation itself uses is written in a name as `!u` (_), `!t` (~) and `!e` (!). A text of another version is refused.
"""

from __future__ import annotations

import re

from model.background.rijnland.cost_sharing import MOST_MUNICIPALITIES, Municipality, Settlement, SharingCase
from model.faults import Fault, InputError, shown_value

LINK_VERSION = "1"
LONGEST_LINK = 4_000
_SETTLEMENTS = {"j": Settlement.YEARLY, "a": Settlement.AT_END}
_ESCAPES = {"!": "!e", "_": "!u", "~": "!t"}
_NUMBER = re.compile(r"\d{1,7}(\.\d{1,9})?", re.ASCII)
_WHOLE = re.compile(r"\d{1,7}", re.ASCII)
_MADE_HERE = "een link die deze pagina heeft gemaakt"


def case_to_link(case: SharingCase) -> str:
    """Text of a case."""
    settlement = next(sign for sign, kind in _SETTLEMENTS.items() if kind is case.settlement)
    capacity = "x" if case.capacity_places is None else _number_text(case.capacity_places)
    head = "_".join([LINK_VERSION, _number_text(case.price_eur), str(case.history_years), capacity, settlement])
    rows = [
        f"{_escaped(item.name)}_{item.inhabitants}_{'-'.join(_number_text(count) for count in item.places)}"
        for item in case.municipalities
    ]
    return "~".join([head, *rows])


def case_from_link(text: str) -> SharingCase:
    """Case of a text. Raises InputError where it is too long, of another version, unreadable or out of range."""
    if len(text) > LONGEST_LINK:
        raise InputError([Fault("lengte van de link", str(len(text)), f"ten hoogste {LONGEST_LINK} tekens")])
    head, *rows = text.split("~")
    parts = head.split("_")
    if parts[0] != LINK_VERSION:
        allowed = f"versie {LINK_VERSION}; deze link is van een andere versie van de app of onvolledig"
        raise InputError([Fault("versie van de link", shown_value(parts[0]), allowed)])
    if (
        len(parts) != 5
        or parts[4] not in _SETTLEMENTS
        or not _WHOLE.fullmatch(parts[2])
        or len(rows) > MOST_MUNICIPALITIES
    ):
        raise _unreadable(head)
    capacity = None if parts[3] == "x" else _number(parts[3])
    municipalities = tuple(_municipality(row) for row in rows)
    return SharingCase(municipalities, _number(parts[1]), int(parts[2]), capacity, _SETTLEMENTS[parts[4]])


def _municipality(row: str) -> Municipality:
    parts = row.split("_")
    if len(parts) != 3 or not _WHOLE.fullmatch(parts[1]):
        raise _unreadable(row)
    return Municipality(_unescaped(parts[0]), int(parts[1]), tuple(_number(count) for count in parts[2].split("-")))


def _number(text: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise _unreadable(text)
    return float(text)


def _number_text(value: float) -> str:
    rounded = round(value, 9)
    return str(int(rounded)) if rounded == int(rounded) else f"{rounded:.9f}".rstrip("0")


def _escaped(name: str) -> str:
    return "".join(_ESCAPES.get(sign, sign) for sign in name)


def _unescaped(text: str) -> str:
    signs = {code: sign for sign, code in _ESCAPES.items()}
    return re.sub("!.?", lambda found: signs.get(found[0], found[0]), text)


def _unreadable(text: str) -> InputError:
    return InputError([Fault("link", shown_value(text), _MADE_HERE)])
