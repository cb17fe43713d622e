"""How a text that a visitor reads may not be written, and the few texts that are written otherwise, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.browser.english import WORDS

LONGEST_SENTENCE = 25
"""Words; who reads aloud needs breath."""

_LEVEL = "(?:sub|boven)?regionaal|lokaal"
_FORBIDDEN = {
    "an amount is written € 1,2 mln": r"\b(?:mln|miljoen|miljoenen) euro\b|\d miljoen\b|[\d,] mln €|\d euro\b",
    "a date is written 20 juni 2013": r"\b\d{1,2}-\d{1,2}-(?:19|20)\d\d\b|\b(?:19|20)\d\d-[01]\d-[0-3]\d\b",
    "one point": r"(?<![./])\.\.(?![./])",
    "… is one sign": r"\.\.\.",
    "a sign follows a word": r"\w\*{0,2} [,;!?](?=\s|$)|\w [.:](?=\s|$)",
    "one space": r"[^\s] {2,}(?=[^\s])",
    "levels are joined by “en”": rf"(?i:\b(?:{_LEVEL})/|/(?:{_LEVEL})\b)",
    "a level in a sentence has no capital": r"(?<=[a-z,] )(?:Lokaal|Subregionaal|Regionaal|Bovenregionaal)\b(?! [A-Z])",
    "a number below nought has a minus (−), no hyphen": r"(?:^|(?<=[\s(“€:]))(?<!rotate\()-\d",
    "a percentage is written 88%": r"\d %|\d procent\b",
    "a source is named, not its file": r"\b00\d_\w+",
    "quotation marks are “ ”": r"[‘’„]|\"\w|\w\"|(?:^|[\s(])'(?!s-|[stn]\b)[^'\n]{2,60}'(?=$|[\s.,;:)])",
    "the visitor is addressed with u": r"\b(?i:je|jij|jou|jouw|jullie)\b",
    "a word is written out": r"\b(?i:verst|beg|incl|excl|bijv|evt|resp|ca|gem|m\.b\.t|o\.b\.v|t\.b\.v)\.(?=[\s,)])",
    "a control says uw, as a sentence does": r"\b(?i:mijn)\b",
}
FORBIDDEN = {rule: re.compile(pattern) for rule, pattern in _FORBIDDEN.items()}
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_DUTCH_TOO = re.compile(r"\b(?:Bergen op Zoom|minimum|maximum|what-if|Niet-tekstuele content)\b")
_SENTENCE_END = re.compile(r"[.!?:;…]\)?[*”]{0,3}\s|\s[·*|-]\s|\n")


def broken(text: str) -> Iterator[str]:
    """The rules that a text breaks."""
    for rule, pattern in FORBIDDEN.items():
        found = pattern.search(text)
        if found:
            yield f"{rule}: {text[max(0, found.start() - 40) : found.end() + 40]!r}"


def english_in(text: str) -> Iterator[str]:
    """The English words of a text that is to be Dutch."""
    found = sorted(WORDS.intersection(_WORD.findall(_DUTCH_TOO.sub("", text).lower())))
    if found:
        yield f"English {found}: {text[:120]!r}"


def too_long_in(text: str) -> Iterator[str]:
    """The sentences of a text that have more words than one can say in one breath; an enumeration may be longer."""
    for sentence in _SENTENCE_END.split(text):
        words = len(sentence.split())
        if words > LONGEST_SENTENCE + 2 * sentence.count(", "):
            yield f"{words} words: {sentence[:120]!r}"
