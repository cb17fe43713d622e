"""Typesets PDF files and pictures with Typst, from templates of ours and data that can only be shown, never run.

What a visitor typed reaches a template as a string of a JSON text, so that no sign in it acts. Templates read the data
with `json(bytes(sys.inputs.data))` and never evaluate a string; nothing outside the folder of the template can be read,
and no package or font is looked for elsewhere.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
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
USUAL_SIZE_PT = 9.5
"""Of the letters of a text."""
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
_PICTURE = PRINT_FONTS / "picture.typ"


class Exact(str):
    """A text of ours that goes to the template as it is: an address or a drawing, never what a visitor typed."""

    __slots__ = ()


class TypesetError(Exception):
    """A document that could not be made; its text is for the log, not for the screen."""


def pdf_of(
    template: Path,
    data: Mapping[str, Any],
    today: date,
    *,
    sizes_pt: Sequence[float] = (USUAL_SIZE_PT,),
    most_pages: int | None = None,
) -> bytes:
    """PDF/UA-1 of a template in the look of its folder, with `data` of strings, numbers, lists and mappings.

    Texts are made fit to be printed (`printable`). The same data and day give the same bytes. The letters are of the
    first of `sizes_pt` with which the document has at most `most_pages` pages, else of the last; a template of which
    pages are counted marks their number with the label `pages`.
    Raises TypesetError where the data are too long or the template fails on them.
    """
    text = json.dumps(_fit(data), ensure_ascii=False, allow_nan=False)
    if len(text) > MOST_DATA:
        raise TypesetError(f"{template.name}: {len(text)} characters of data")
    moment = datetime(today.year, today.month, today.day, tzinfo=UTC)
    made = b""
    for size_pt in sizes_pt:
        compiler = _compiler(template, {"data": text, "size": str(size_pt)})
        made = _compiled(compiler, format="pdf", pdf_standards="ua-1", timestamp=moment)
        if most_pages is None or int(compiler.query("<pages>", field="value", one=True)) <= most_pages:
            break
    return made


def png_of(svg: str, width_px: int) -> bytes:
    """PNG of a drawing, `width_px` wide and as high as its shape asks; its texts have `FAMILY` as font-family.

    Raises TypesetError where it is no SVG.
    """
    compiler = _compiler(_PICTURE, {"svg": svg, "width": str(width_px)})
    return _compiled(compiler, format="png", ppi=72.0)


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
    if isinstance(value, Exact):
        return value
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


def _compiler(template: Path, sys_inputs: dict[str, str]) -> typst.Compiler:
    return typst.Compiler(
        template,
        root=template.parent,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"family": FAMILY, **sys_inputs},
        package_path=PRINT_FONTS,
        package_cache_path=PRINT_FONTS,
    )


def _compiled(compiler: typst.Compiler, **options: Any) -> bytes:
    try:
        made = compiler.compile(**options)
    except typst.TypstError as fault:
        raise TypesetError(f"{fault.message}: {fault.diagnostic}") from fault
    if not isinstance(made, bytes):
        raise TypesetError(f"{type(made).__name__} in place of one file")
    return made
