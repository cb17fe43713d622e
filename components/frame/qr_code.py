"""QR code of an address: its modules as one path of SVG, for whatever draws it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import segno

LONGEST = 1200
"""Characters of the longest address that becomes a code: beyond it the modules are too small for a telephone."""
_QUIET_ZONE = 4
"""Modules that stay empty around the code; readers count on them."""


@dataclass(frozen=True)
class QrCode:
    """`size` is width and height in modules, the quiet zone included; `path` is the `d` of an SVG path, to be filled,
    in the units of a `viewBox` of `0 0 size size`.
    """

    size: int
    path: str


@lru_cache(maxsize=256)
def qr_code(text: str) -> QrCode | None:
    """Code of an address; None where it is empty or longer than `LONGEST`.

    It is as small as the text allows, and mends as much damage as fits in that size.
    """
    if not 0 < len(text) <= LONGEST:
        return None
    code = segno.make(text, error="l", micro=False)
    runs = [
        f"M{start + _QUIET_ZONE} {y + _QUIET_ZONE}h{length}v1h-{length}z"
        for y, row in enumerate(code.matrix)
        for start, length in _dark_runs(row)
    ]
    return QrCode(len(code.matrix) + 2 * _QUIET_ZONE, "".join(runs))


def _dark_runs(row: bytearray) -> list[tuple[int, int]]:
    """Start and length of each run of dark modules in a row."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs
