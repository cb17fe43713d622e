"""Typesets PDF files and pictures with Typst, from templates of ours and data that can only be shown, never run.

What a visitor typed reaches a template as a string of a JSON text, so that no sign in it acts. Templates read the data
with `json(bytes(sys.inputs.data))` and never evaluate a string; nothing outside the folder of the template can be read,
and no package or font is looked for elsewhere.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

PRINT_FONTS = Path(__file__).parent / "fonts"
FAMILY = "Schaalwijzer Sans"
"""The letters of the screen in the weights that paper needs; made by scripts/make_fonts.py."""
SIGNS_FILE = PRINT_FONTS / "signs.json"
"""First and last code of each range of signs that these fonts have."""
UNKNOWN_SIGN = "\N{WHITE SQUARE}"
"""What stands for a sign that no font of ours has: one sees that something is missing."""
MOST_CHARACTERS = 600
"""Of one text; what is longer ends in an ellipsis."""
MOST_DATA = 400_000
"""Characters of all data of one document, as JSON."""
LONGEST_WORD = 24
"""Longer words may be broken after so many characters, so that none runs off the paper."""
_BREAK = "\N{ZERO WIDTH SPACE}"
_LONG_WORD = re.compile(
    rf"[^\s{_BREAK}\N{{NO-BREAK SPACE}}/-]{{{LONGEST_WORD}}}(?=[^\s{_BREAK}\N{{NO-BREAK SPACE}}/-])"
)
_PIXELS_PER_PT = 1.0
_PICTURE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1pt)
"""


class TypesetError(Exception):
    """A document that could not be made; its text is for the log, not for the screen."""


def pdf_of(template: Path, data: Mapping[str, Any], today: date) -> bytes:
    """PDF/UA-1 of a template in the look of its folder, with `data` of strings, numbers, lists and mappings.

    Texts are made fit to be printed (`printable`). The same data and day give the same bytes.
    Raises TypesetError where the data are too long or the template fails on them.
    """
    text = json.dumps(_fit(data), ensure_ascii=False, allow_nan=False)
    if len(text) > MOST_DATA:
        raise TypesetError(f"{template.name}: {len(text)} characters of data")
    moment = datetime(today.year, today.month, today.day, tzinfo=UTC)
    return _compiled(
        template.read_bytes(),
        root=template.parent,
        sys_inputs={"data": text, "family": FAMILY},
        format="pdf",
        pdf_standards="ua-1",
        timestamp=moment,
    )


def png_of(svg: str, width_px: int) -> bytes:
    """PNG of a drawing, `width_px` wide and as high as its shape asks; its texts have `FAMILY` as font-family.

    Raises TypesetError where it is no SVG.
    """
    return _compiled(
        _PICTURE,
        root=PRINT_FONTS,
        sys_inputs={"svg": svg, "width": str(width_px)},
        format="png",
        ppi=72.0,
    )


def printable(text: str) -> str:
    """Text as our fonts can print it, on lines that can end: no longer than `MOST_CHARACTERS`.

    Line ends and tabs become spaces, signs that only steer the direction or cannot be seen go, and a sign that the
    fonts lack becomes `UNKNOWN_SIGN`.

    >>> printable("Caf\\u0065\\u0301\\tna  drie"), printable("\\u202eab\\u0000"), printable("a\\U0001f600")
    ('Café na drie', 'ab', 'a□')
    """
    composed = unicodedata.normalize("NFC", text[: 2 * MOST_CHARACTERS])
    spaced = re.sub(r"[ \t\r\n\f\v\u2028\u2029]+", " ", composed).strip()
    signs = _signs()
    kept = "".join(
        sign if ord(sign) in signs else UNKNOWN_SIGN
        for sign in spaced
        if unicodedata.category(sign) not in ("Cc", "Cf") and not "\ufe00" <= sign <= "\ufe0f"
    )
    short = kept if len(kept) <= MOST_CHARACTERS else f"{kept[: MOST_CHARACTERS - 1].rstrip()}…"
    return _LONG_WORD.sub(lambda word: word[0] + _BREAK, short)


def _fit(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _fit(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_fit(item) for item in value]
    return value


@cache
def _signs() -> frozenset[int]:
    ranges = json.loads(SIGNS_FILE.read_text(encoding="utf8"))
    return frozenset(code for first, last in ranges for code in range(first, last + 1))


@cache
def _fonts() -> typst.Fonts:
    """Only our own fonts: those of a machine would make every paper another one."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(PRINT_FONTS)])


def _compiled(source: bytes, *, root: Path, sys_inputs: dict[str, str], **options: Any) -> bytes:
    try:
        compiler = typst.Compiler(
            source,
            root=root,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs=sys_inputs,
            package_path=PRINT_FONTS,
            package_cache_path=PRINT_FONTS,
        )
        made = compiler.compile(**options)
    except typst.TypstError as fault:
        raise TypesetError(f"{fault.message}: {fault.diagnostic}") from fault
    if not isinstance(made, bytes):
        raise TypesetError(f"{type(made).__name__} in place of one file")
    return made
