"""A visitor's own position on the eight dilemmas of Zuid-Holland Zuid, beside the direction that was chosen in 2013.

The document gave each choice a bar whose length is lost (002_c88637e19d10946d.txt, lines 140-300), so a choice is a
zone here, never a point. The three zones are this product's own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

DILEMMA_COUNT = 8
LOWEST, HIGHEST, STEP = 0, 100, 5
"""Ends and step of a position: 0 is wholly the left pole, 100 wholly the right one."""

LEFT, BETWEEN, RIGHT = "left", "between", "right"
ZONES = {LEFT: (0, 40), BETWEEN: (40, 60), RIGHT: (60, 100)}
"""Positions of each zone; 40 and 60 themselves lie in between. An assumption: the document has no such borders."""

SAME, ASIDE, OPPOSITE, OPEN = "gelijk", "ernaast", "tegenover", "open"
DEPARTURES = (SAME, ASIDE, OPPOSITE, OPEN)
"""In the zone of the choice, one zone beside it, two zones away, no position taken."""

_VERSION = "1"
_BLANK = "--"
_BLANK_WEIGHT = HIGHEST // STEP + 1
_CHECK_SIGNS = "0123456789abcdefghjkmnpqrstvwxy"
"""31 signs, a prime number: then any one wrong pair and any two swapped pairs change the check sign."""


class PositionError(ValueError):
    """A position or a link with positions that cannot be; the message is Dutch and meant for the visitor."""


@dataclass(frozen=True)
class Positions:
    """Position on each dilemma in order, None where none was taken. Raises PositionError for what cannot be."""

    values: tuple[int | None, ...] = (None,) * DILEMMA_COUNT

    def __post_init__(self) -> None:
        if len(self.values) != DILEMMA_COUNT:
            raise PositionError(f"Er zijn {DILEMMA_COUNT} dilemma's, geen {len(self.values)}.")
        for value in self.values:
            if value is not None and not (LOWEST <= value <= HIGHEST and value % STEP == 0):
                raise PositionError(f"Een standpunt ligt tussen {LOWEST} en {HIGHEST}, in stappen van {STEP}.")

    @property
    def taken(self) -> int:
        """Number of dilemmas with a position."""
        return sum(value is not None for value in self.values)

    def with_position(self, index: int, value: int | None) -> Positions:
        """The same positions with another one at `index`, counted from 0."""
        return replace(self, values=(*self.values[:index], value, *self.values[index + 1 :]))


def positions_to_link(positions: Positions) -> str | None:
    """Value for the address: version, two digits a dilemma (position in steps), check sign; None where all is open.

    >>> positions_to_link(Positions((0, 100, None, 50, None, None, None, None)))
    '10020--10--------7'
    """
    if not positions.taken:
        return None
    pairs = [_BLANK if value is None else f"{value // STEP:02d}" for value in positions.values]
    return f"{_VERSION}{''.join(pairs)}{_check_sign(positions)}"


def positions_from_link(text: str) -> Positions:
    """Positions of a link. Raises PositionError where the text is not what `positions_to_link` writes."""
    length = len(_VERSION) + 2 * DILEMMA_COUNT + 1
    if len(text) != length or not text.isascii():
        raise PositionError("De link met standpunten is niet compleet.")
    if not text.startswith(_VERSION):
        raise PositionError("De link met standpunten komt uit een andere versie van deze pagina.")
    pairs = [text[start : start + 2] for start in range(len(_VERSION), length - 1, 2)]
    if not all(pair == _BLANK or pair.isdigit() for pair in pairs):
        raise PositionError("De link met standpunten is beschadigd.")
    positions = Positions(tuple(None if pair == _BLANK else int(pair) * STEP for pair in pairs))
    if text != positions_to_link(positions):
        raise PositionError("De link met standpunten is beschadigd.")
    return positions


def zone_of(position: int) -> str:
    """Zone in which a position lies.

    >>> zone_of(35), zone_of(40), zone_of(60), zone_of(65)
    ('left', 'between', 'between', 'right')
    """
    low, high = ZONES[BETWEEN]
    return LEFT if position < low else RIGHT if position > high else BETWEEN


def departure(position: int | None, choice: str) -> str:
    """How far a position lies from the zone of the choice, as one of `DEPARTURES`."""
    if position is None:
        return OPEN
    order = list(ZONES)
    return DEPARTURES[abs(order.index(zone_of(position)) - order.index(choice))]


def _check_sign(positions: Positions) -> str:
    weights = (_BLANK_WEIGHT if value is None else value // STEP for value in positions.values)
    total = sum(factor * weight for factor, weight in enumerate(weights, start=1))
    return _CHECK_SIGNS[total % len(_CHECK_SIGNS)]
