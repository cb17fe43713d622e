"""Search over everything that the app shows: which term, region, task or fact stands on which page and view.

What is typed and what is looked up are folded alike (`model.regions.name_search.fold`): case, accents and signs do not
count. Every typed word must fit, in any order, as the beginning of a word; from four letters on also inside a word, as
in compounds. After that come other forms of it (`model.site.word_forms`), then what the documents say instead of it,
and for a word that nothing has, its parts close together.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

from model.regions.name_search import fold
from model.site.citation import Citation
from model.site.site_map import FIND, AppLink
from model.site.word_forms import form_keys, noun_keys, other_words, parts_of_compound

MAX_WORDS = 12
INSIDE_FROM_LETTERS = 4
MAX_SUGGESTIONS = 5
_BEGINS_FROM, _ENDS_FROM = 5, 6
"""Letters of a form from which on it also counts as the beginning or the end of a longer word."""
_APART = 4
"""Words from the one part of a compound to the other, at most."""

EXACT, EXACT_VARIANT, BEGINS, TITLE_WORDS, TITLE_BEGINNINGS, VARIANT, INSIDE_TITLE, BODY, INSIDE_BODY, WHERE = range(10)
"""Ranks of a hit, best first: the whole title, a whole other name, the beginning of the title, whole words of the
title, beginnings of words of the title, of other names, inside a word of the title, in the text, inside a word of the
text, and in where it stands, in the app and in its source. That last one only helps: it never makes a hit on its own.
"""


@dataclass(frozen=True)
class SearchEntry:
    """One thing that can be found: its kind, name, other names, what is said of it, and where it stands: in
    the app as links, in its source as a citation."""

    kind: str
    title: str
    text: str
    links: tuple[AppLink, ...]
    variants: tuple[str, ...] = ()
    citation: Citation | None = None


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


_TITLE, _VARIANT, _BODY, _WHERE = range(4)
_RANK_AT_BEGINNING = (TITLE_BEGINNINGS, VARIANT, BODY, WHERE)
_RANK_INSIDE = (INSIDE_TITLE, INSIDE_TITLE, INSIDE_BODY, None)


@dataclass(frozen=True)
class SearchIndex:
    """All entries, folded once; per word where it stands: (part of the entry, number of the entry); and per key of
    forms the words that have it. See `of`.
    """

    entries: tuple[_Folded, ...]
    words: dict[str, tuple[tuple[int, int], ...]] = field(repr=False)
    forms: dict[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def of(cls, entries: Iterable[SearchEntry]) -> SearchIndex:
        """Index over the entries; their order decides between hits that fit equally well."""
        folded = tuple(_fold_entry(entry) for entry in entries)
        words: dict[str, dict[tuple[int, int], None]] = {}
        for number, item in enumerate(folded):
            for part, text in enumerate(_texts(item)):
                for word in text.split():
                    words.setdefault(word, {})[part, number] = None
        forms: dict[str, list[str]] = {}
        for word in sorted(words):
            for key in form_keys(word):
                forms.setdefault(key, []).append(word)
        return cls(
            folded,
            {word: tuple(occurrences) for word, occurrences in sorted(words.items())},
            {key: tuple(those) for key, those in forms.items()},
        )

    def find(self, text: str) -> SearchResult:
        """Everything in which every word of `text` occurs; an empty text finds nothing."""
        wanted = " ".join(fold(text).split()[:MAX_WORDS])
        if not wanted:
            return SearchResult(text, ())
        words = tuple(dict.fromkeys(wanted.split()))
        ranked = [(rank, self.entries[number]) for number, rank in sorted(self._ranks(wanted, words).items())]
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
        """Other texts that find something: what was typed with one like it for each unknown word, or one word of it."""
        named = [
            word
            for word, occurrences in self.words.items()
            if len(word) > 2 and any(part < _BODY for part, _ in occurrences)
        ]
        alike = {word: difflib.get_close_matches(word, named, n=MAX_SUGGESTIONS, cutoff=0.7) for word in unknown}
        whole = " ".join((alike[word] or [word])[0] if word in alike else word for word in words)
        known = sorted((word for word in words if word not in unknown and len(word) > 2), key=len, reverse=True)
        texts = dict.fromkeys([whole, *(other for found in alike.values() for other in found), *known])
        return tuple(text for text in texts if self._finds(text))[:MAX_SUGGESTIONS]

    def _finds(self, text: str) -> bool:
        return bool(self._ranks(text, tuple(text.split())))

    def _ranks(self, wanted: str, words: tuple[str, ...]) -> dict[int, int]:
        """Entries in which every word occurs, with their ranks."""
        per_word = [self._ranks_of_word(word) for word in words]
        ranks: dict[int, int] = {}
        for number in set.intersection(*(set(found) for found in per_word)) if per_word else ():
            found = [ranks_of_word[number] for ranks_of_word in per_word]
            if min(found) < WHERE:
                ranks[number] = _rank_of_whole(self.entries[number], wanted, max(found))
        return ranks

    def _ranks_of_word(self, word: str) -> dict[int, int]:
        """Entries in which a word or a form of it occurs, with the rank of its best occurrence."""
        best = self._ranks_as_typed(word)
        for other in self._forms_of(word):
            for part, number in self.words[other]:
                _keep_best(best, number, _RANK_INSIDE[part])
        for other in other_words(word):
            for number, rank in self._ranks(other, tuple(other.split())).items():
                _keep_best(best, number, BODY if rank <= INSIDE_TITLE else INSIDE_BODY)
        if min(best.values(), default=WHERE) == WHERE:
            for number, rank in self._ranks_of_compound(word).items():
                _keep_best(best, number, rank)
        return best

    def _ranks_as_typed(self, word: str) -> dict[int, int]:
        inside = len(word) >= INSIDE_FROM_LETTERS
        best: dict[int, int] = {}
        for other, occurrences in self.words.items():
            begins = other.startswith(word)
            if not begins and not (inside and word in other):
                continue
            for part, number in occurrences:
                rank = _RANK_AT_BEGINNING[part] if begins else _RANK_INSIDE[part]
                if other == word and part == _TITLE:
                    rank = TITLE_WORDS
                _keep_best(best, number, rank)
        return best

    def _forms_of(self, word: str) -> set[str]:
        """Words that are another form of a word, or begin or end with one."""
        found = {other for key in form_keys(word) for other in self.forms.get(key, ())}
        for form in noun_keys(word):
            if form != word and len(form) >= _BEGINS_FROM:
                longer = len(form) >= _ENDS_FROM
                for key, words in self.forms.items():
                    if key.startswith(form) or (longer and key.endswith(form)):
                        found.update(words)
        return found

    def _ranks_of_compound(self, word: str) -> dict[int, int]:
        """Entries that have the parts of a compound as words that stand close together."""
        best: dict[int, int] = {}
        for parts in parts_of_compound(word):
            first, second = ({other for key in form_keys(part) for other in self._with_key(key)} for part in parts)
            places = [{place for other in words for place in self.words[other]} for words in (first, second)]
            for part, number in set.intersection(*places):
                if _close_together(_texts(self.entries[number])[part].split(), first, second):
                    _keep_best(best, number, _RANK_INSIDE[part])
        return best

    def _with_key(self, key: str) -> tuple[str, ...]:
        """Words with a key; the stem of a verb, as in opvoedsteun, is one that is written without its ending."""
        return (*self.forms.get(key, ()), *self.forms.get(f"v:{key}", ()))


def _keep_best(best: dict[int, int], number: int, rank: int | None) -> None:
    if rank is not None and rank < best.get(number, WHERE + 1):
        best[number] = rank


def _close_together(words: list[str], first: set[str], second: set[str]) -> bool:
    at = [[place for place, word in enumerate(words) if word in those] for those in (first, second)]
    return any(0 < abs(one - other) <= _APART for one in at[0] for other in at[1])


def _fold_entry(entry: SearchEntry) -> _Folded:
    # "J-GGZ" is also typed as "jggz".
    joined = [fold(name).replace(" ", "") for name in (entry.title, *entry.variants) if "-" in name and len(name) < 12]
    variants = tuple(dict.fromkeys([*(fold(name) for name in entry.variants), *joined]))
    return _Folded(entry, fold(entry.title), variants)


def _texts(item: _Folded) -> tuple[str, str, str, str]:
    """Folded words of each part of an entry: title, other names, text, where it stands."""
    entry = item.entry
    place = entry.citation.text if entry.citation else ""
    said = [text for link in entry.links for text in (link.label, *(value for key, value in link.query if key != FIND))]
    return item.title, " ".join(item.variants), fold(entry.text), fold(" ".join([entry.kind, place, *said]))


def _rank_of_whole(item: _Folded, wanted: str, rank_of_words: int) -> int:
    if item.title == wanted:
        return EXACT
    if wanted in item.variants:
        return EXACT_VARIANT
    return BEGINS if item.title.startswith(wanted) else rank_of_words
