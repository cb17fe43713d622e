"""Search over everything that the app shows: which term, region, task or fact stands on which page and view.

What is typed and what is looked up are folded alike (`model.places.fold`): case, accents and signs do not count. Every
typed word must fit, in any order, as the beginning of a word; from four letters on also inside a word, as in compounds.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

from model.app_places import AppLink
from model.places import fold

MAX_WORDS = 12
INSIDE_FROM_LETTERS = 4
MAX_SUGGESTIONS = 5

EXACT, EXACT_VARIANT, BEGINS, TITLE_WORDS, TITLE_BEGINNINGS, VARIANT, INSIDE_TITLE, BODY, INSIDE_BODY, WHERE = range(10)
"""Ranks of a hit, best first: the whole title, a whole other name, the beginning of the title, whole words of the title,
beginnings of words of the title, of other names, inside a word of the title, in the text, inside a word of the text, and
in the name of the place where it stands. That last one only helps: it never makes a hit on its own."""


@dataclass(frozen=True)
class SearchEntry:
    """One thing that can be found: its kind, name, other names, what is said of it, and where it stands."""

    kind: str
    title: str
    text: str
    links: tuple[AppLink, ...]
    variants: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True)
class Hit:
    """One entry that fits, with its rank (0 is best)."""

    entry: SearchEntry
    rank: int


@dataclass(frozen=True)
class HitGroup:
    """All hits of one kind, best first."""

    kind: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class SearchResult:
    """Outcome of a search: hits in groups, best group first; and where there are none, words that nothing has."""

    text: str
    groups: tuple[HitGroup, ...]
    unknown_words: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Number of hits."""
        return sum(len(group.hits) for group in self.groups)


@dataclass(frozen=True)
class _Folded:
    entry: SearchEntry
    title: str
    variants: tuple[str, ...]
    title_words: frozenset[str]
    variant_words: frozenset[str]
    body_words: frozenset[str]
    where_words: frozenset[str]


@dataclass(frozen=True)
class SearchIndex:
    """All entries, folded once. Build it with `SearchIndex.of`."""

    entries: tuple[_Folded, ...]
    words: tuple[str, ...] = field(repr=False)

    @classmethod
    def of(cls, entries: Iterable[SearchEntry]) -> SearchIndex:
        """Index over the entries; their order decides between hits that fit equally well."""
        folded = tuple(_fold_entry(entry) for entry in entries)
        words = {word for entry in folded for word in entry.title_words | entry.variant_words if len(word) > 2}
        return cls(folded, tuple(sorted(words)))

    def find(self, text: str) -> SearchResult:
        """Everything in which every word of `text` occurs; an empty text finds nothing."""
        wanted = " ".join(fold(text).split()[:MAX_WORDS])
        if not wanted:
            return SearchResult(text, ())
        words = tuple(dict.fromkeys(wanted.split()))
        ranked = [(rank, entry) for entry in self.entries if (rank := _rank(entry, wanted, words)) is not None]
        ranked.sort(key=lambda pair: (pair[0], len(pair[1].title)))
        by_kind: dict[str, list[Hit]] = {}
        for rank, entry in ranked:
            by_kind.setdefault(entry.entry.kind, []).append(Hit(entry.entry, rank))
        groups = tuple(HitGroup(kind, tuple(hits)) for kind, hits in by_kind.items())
        if groups:
            return SearchResult(text, groups)
        unknown = tuple(word for word in words if not self._finds(word))
        return SearchResult(text, (), unknown, self._suggestions(words, unknown))

    def _suggestions(self, words: tuple[str, ...], unknown: tuple[str, ...]) -> tuple[str, ...]:
        """Other texts that find something: what was typed with unknown words replaced by one like it, or one word of it."""
        alike = {word: difflib.get_close_matches(word, self.words, n=MAX_SUGGESTIONS, cutoff=0.7) for word in unknown}
        whole = " ".join((alike[word] or [word])[0] if word in alike else word for word in words)
        known = sorted((word for word in words if word not in unknown and len(word) > 2), key=len, reverse=True)
        texts = dict.fromkeys([whole, *(other for found in alike.values() for other in found), *known])
        return tuple(text for text in texts if self._finds(text))[:MAX_SUGGESTIONS]

    def _finds(self, text: str) -> bool:
        words = tuple(text.split())
        return any(_rank(entry, text, words) is not None for entry in self.entries)


def _fold_entry(entry: SearchEntry) -> _Folded:
    title = fold(entry.title)
    # "J-GGZ" is also typed as "jggz".
    joined = tuple(
        fold(name).replace(" ", "") for name in (entry.title, *entry.variants) if "-" in name and len(name) < 12
    )
    variants = tuple(dict.fromkeys([*(fold(name) for name in entry.variants), *joined]))
    return _Folded(
        entry,
        title,
        variants,
        frozenset(title.split()),
        frozenset(word for name in variants for word in name.split()),
        frozenset(fold(entry.text).split()),
        frozenset(fold(" ".join([entry.kind, entry.place, *(_words_of(link) for link in entry.links)])).split()),
    )


def _words_of(link: AppLink) -> str:
    return " ".join([link.label, *(value for _, value in link.query)])


def _rank(entry: _Folded, wanted: str, words: tuple[str, ...]) -> int | None:
    """How well an entry fits, or None where a word does not occur."""
    if entry.title == wanted:
        return EXACT
    if wanted in entry.variants:
        return EXACT_VARIANT
    if entry.title.startswith(wanted):
        return BEGINS
    best, worst = WHERE, TITLE_WORDS
    for word in words:
        found = _rank_of_word(entry, word)
        if found is None:
            return None
        best, worst = min(best, found), max(worst, found)
    return worst if best < WHERE else None


def _rank_of_word(entry: _Folded, word: str) -> int | None:
    if word in entry.title_words:
        return TITLE_WORDS
    if any(other.startswith(word) for other in entry.title_words):
        return TITLE_BEGINNINGS
    if any(other.startswith(word) for other in entry.variant_words):
        return VARIANT
    inside = len(word) >= INSIDE_FROM_LETTERS
    if inside and any(word in other for other in entry.title_words | entry.variant_words):
        return INSIDE_TITLE
    if any(other.startswith(word) for other in entry.body_words):
        return BODY
    if inside and any(word in other for other in entry.body_words):
        return INSIDE_BODY
    if any(other.startswith(word) for other in entry.where_words):
        return WHERE
    return None
