"""The weights and sides of a scale advice as one short text for the address, and back.

Version 1: `1~A1_2g~B6_3`. After the version, per criterion that differs from the start its code, weight and, where the
visitor chose it, the side: g (groter), k (kleiner) or o (open). Characters that no browser or chat program rewrites.
A link of another version is refused whole; of a link of this version every part that can be read is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.background.rotterdam.scale_advice import Criterion, Weighing

LINK_VERSION = "1"
_SIDES = {"up": "g", "down": "k", "either": "o"}
_PART = re.compile(r"([A-Z][0-9]{1,2})_([0-3])([gko]?)", re.ASCII)
_LONGEST_LINK = 400


@dataclass(frozen=True)
class ReadLink:
    """What a link says: the weighing as far as it could be read, and the parts that could not.

    `refused` is true where nothing was used, because the link is of another version or longer than any of this app.
    """

    weighing: Weighing
    unread: tuple[str, ...] = ()
    refused: bool = False


def weighing_to_link(weighing: Weighing) -> str | None:
    """Text for the address; None for the start, in which nothing has weight and no side was chosen."""
    parts = [
        f"{criterion.code}_{weight}{_SIDES[side] if side != criterion.direction else ''}"
        for criterion, weight, side in zip(weighing.criteria, weighing.weights, weighing.sides, strict=True)
        if weight or side != criterion.direction
    ]
    return "~".join([LINK_VERSION, *parts]) if parts else None


def weighing_from_link(text: str | None, start: Weighing) -> ReadLink:
    """`start` with the weights and sides of a link; an absent link is the start itself.

    A part is unread where it has no such form, names an unknown criterion or one twice, or gives a side to a criterion
    of which the document has chosen the side.
    """
    if text is None:
        return ReadLink(start)
    version, *parts = text[: _LONGEST_LINK + 1].split("~")
    if version != LINK_VERSION or len(text) > _LONGEST_LINK:
        return ReadLink(start, (text,), refused=True)
    known = {criterion.code: criterion for criterion in start.criteria}
    weighing, unread, seen = start, [], set()
    for part in parts:
        match = _PART.fullmatch(part)
        if not match or match[1] not in known or match[1] in seen or not _side_fits(known[match[1]], match[3]):
            unread.append(part)
            continue
        seen.add(match[1])
        weighing = weighing.with_weight(match[1], int(match[2]))
        if match[3]:
            side = next(side for side, letter in _SIDES.items() if letter == match[3])
            weighing = weighing.with_side(match[1], side)
    return ReadLink(weighing, tuple(unread))


def _side_fits(criterion: Criterion, letter: str) -> bool:
    return not letter or criterion.side_is_open or letter == _SIDES[criterion.direction]
