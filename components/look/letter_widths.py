"""How wide a text is in Arial, for what is laid out without a browser: slides, and the map on paper.

Arial, because every office has it, or Liberation Sans, which is exactly as wide. Source Sans is nowhere wider.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

REGULAR: Mapping[int, str] = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft\u00a0·",
    333: "()-`r“”›",
    334: "{}",
    350: "•",
    355: '"',
    389: "*",
    400: "°",
    469: "^",
    500: "ckJsvxyz",
    549: "±≥≤≈",
    556: "#$0123456789?L_abdeghnopqu§«»–€",
    584: "+<=>~×−",
    611: "FTZß",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
}
"""Thousandths of the size of the letters, and the signs that are as wide."""
BOLD: Mapping[int, str] = {
    238: "'",
    278: " ,./I\\ijl\u00a0·‘’",
    280: "|",
    333: "!()-:;[]`ft›",
    350: "•",
    389: "*r{}",
    400: "°",
    474: '"',
    500: "z“”",
    549: "±≥≤≈",
    556: "#$0123456789J_aceksvxy§«»–€",
    584: "+<=>^~×−",
    611: "?FLTZbdghnopquß",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
}
"""The same for bold letters."""
LINE_HEIGHT = 1.15
"""Height of a line, as a share of the size of its letters."""

_WIDEST = 1000
_SOFT_HYPHEN = "\u00ad"


def _by_sign(widths: Mapping[int, str]) -> dict[str, int]:
    return {sign: width for width, signs in widths.items() for sign in signs}


_WIDTHS = {False: _by_sign(REGULAR), True: _by_sign(BOLD)}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a text on one line, in the unit of `size`; a sign that is not known counts as the widest.

    >>> text_width("ill", 10), text_width("één", 10) == text_width("een", 10)
    (6.66, True)
    """
    widths = _WIDTHS[bold]
    signs = unicodedata.normalize("NFD", text.replace(_SOFT_HYPHEN, ""))
    return size * sum(widths.get(sign, _WIDEST) for sign in signs if not unicodedata.combining(sign)) / 1000


def in_lines(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Lines of a text, broken at its spaces, and within a word only where that alone is wider than `room`.

    >>> in_lines("Voorstel voor het inkoopsysteem", 10, 90)
    ['Voorstel voor het', 'inkoopsysteem']
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in (part for whole in paragraph.split(" ") for part in _fitting_parts(whole, size, room, bold=bold)):
            longer = f"{line} {word}" if line else word
            if line and text_width(longer, size, bold=bold) > room:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def _fitting_parts(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """A word in parts that each fit; whole where it does."""
    if text_width(word, size, bold=bold) <= room:
        return [word]
    parts = [""]
    for sign in word:
        if parts[-1] and text_width(parts[-1] + sign, size, bold=bold) > room:
            parts.append("")
        parts[-1] += sign
    return parts


def size_that_fits(text: str, room: tuple[float, float], sizes: tuple[float, float], *, bold: bool = False) -> float:
    """Largest size of letters at which a text fits `room` (width, height), from the first of `sizes` to the second.

    Where none fits, the second: who calls then shortens the text (`shortened`).
    """
    largest, smallest = sizes
    size = largest
    while size > smallest:
        if len(in_lines(text, size, room[0], bold=bold)) * size * LINE_HEIGHT <= room[1]:
            return size
        size -= 0.5
    return smallest


def shortened(text: str, size: float, room: tuple[float, float], *, bold: bool = False) -> str:
    """A text as far as it fits `room` (width, height) at a size, with "…" where it goes on."""
    most = max(1, int(room[1] / (size * LINE_HEIGHT)))
    if len(in_lines(text, size, room[0], bold=bold)) <= most:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = len(in_lines(f"{text[:middle].rstrip()}…", size, room[0], bold=bold)) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    return f"{text[:low].rstrip()}…"
