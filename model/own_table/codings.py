"""In which encoding a text file is written, where the file does not say."""

from __future__ import annotations

import codecs
from collections import Counter

CODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16 (Unicode-tekst)",
    "cp1252": "Windows (West-Europees)",
    "mac_roman": "Macintosh",
    "cp858": "MS-DOS",
}
"""Encodings that a file can be read in, as people know them."""

_GUESSED = ("cp1252", "mac_roman", "cp858")
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_USUAL = frozenset("éëïöüèêàáóíçÉËÏÖÜÈÀÁÓÍ")
_LETTERS = frozenset("âäåãæîìôòõøûùúñßÂÄÅÃÆÎÌÔÒÕØÛÙÚÑÊÇýÿ")
_SIGNS = frozenset("‘’“”–—…•€\u00a0°±§½¼¾¹²³×·«»µ£")
_CLEAR = 1.0
"""By how much one reading must be likelier than another to be taken without a question."""
_PARTS_OF_TEXT = 4_000
_UTF16_NULLS = 0.3


class NoTextError(ValueError):
    """Bytes that are no text in any of the encodings."""


def likely_codings(data: bytes) -> tuple[str, ...]:
    """Encodings in which the bytes can be meant, the likeliest first; one where there is no doubt.

    Raises
    ------
    NoTextError
    """
    for mark, coding in _MARKS.items():
        if data.startswith(mark):
            return (_readable(data, coding),)
    if guessed := _utf16_without_mark(data):
        return (_readable(data, guessed),)
    if b"\x00" in data:
        raise NoTextError
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        texts = {coding: text for coding in _GUESSED if (text := _text_in(data, coding)) is not None}
        scores = sorted(((_score(text), coding) for coding, text in texts.items()), key=lambda it: -it[0])
        best = scores[0][0]
        return tuple(coding for score, coding in scores if best - score < _CLEAR)
    return ("utf-8",)


def decoded(data: bytes, coding: str) -> str:
    """Text of bytes. Raises NoTextError."""
    try:
        text = data.decode(coding)
    except (UnicodeDecodeError, LookupError) as error:
        raise NoTextError from error
    if "\x00" in text:
        raise NoTextError
    return text


def mended(text: str) -> str:
    """Text whose letters were garbled before it came here, as it was meant; the text itself where nothing was.

    >>> mended("CoÃ¶rdinatie"), mended("EŽn toets"), mended("Eén toets")
    ('Coördinatie', 'Eén toets', 'Eén toets')
    """
    if text.isascii():
        return text
    before = _score(text)
    for seen, meant in (("cp1252", "utf-8"), ("mac_roman", "utf-8"), ("cp1252", "mac_roman"), ("cp1252", "cp858")):
        try:
            other = text.encode(seen).decode(meant)
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if _score(other) - before >= _CLEAR and not other.isascii():
            return other
    return text


def _readable(data: bytes, coding: str) -> str:
    decoded(data, coding)
    return coding


def _utf16_without_mark(data: bytes) -> str:
    if len(data) % 2 or not data:
        return ""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if even == 0 and odd > _UTF16_NULLS * len(data) / 2:
        return "utf-16-le"
    return "utf-16-be" if odd == 0 and even > _UTF16_NULLS * len(data) / 2 else ""


def _text_in(data: bytes, coding: str) -> str | None:
    """Text of bytes in an encoding, None where a byte means nothing in it."""
    try:
        return data.decode(coding)
    except UnicodeDecodeError:
        return None


def _score(text: str) -> float:
    """How much the letters and signs beyond ASCII look like Dutch, each in the place where it stands."""
    found: Counter[tuple[str, str, str]] = Counter()
    for place, sign in enumerate(text):
        if sign > "\x7f":
            before = text[place - 1] if place else " "
            found[before, sign, text[place + 1] if place + 1 < len(text) else " "] += 1
        if len(found) >= _PARTS_OF_TEXT:
            break
    # The same word many times over says little more than once.
    return sum(_weight(*around) * min(count, 3) for around, count in found.items())


def _weight(before: str, sign: str, after: str) -> float:
    within = before.isalpha() and after.isalpha()
    if sign in _USUAL or sign in _LETTERS:
        if sign.isupper() and before.islower():
            return -2.0
        alone = not before.isalpha() and not after.isalpha()
        return -1.0 if alone else 1.0 if sign in _USUAL else 0.4
    if sign in _SIGNS:
        if within:
            return 0.5 if sign in "’–" else -1.0
        return 0.8 if sign == "€" else 0.4
    return -1.0
