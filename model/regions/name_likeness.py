"""Which names look like what was typed: those that begin with it, hold it as a word, or differ by a typing error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

LEAST = 0.72
"""Names less alike than this are not offered, unless one slip of the finger turns the one into the other."""

_EDITS, _BEGINNING = 0.55, 0.45
_PREFIX, _WORD, _WORD_START = (0.86, 1.0), (0.8, 0.86), (0.76, 0.8)
_PER_KIND = 0.01
_SHORTEST = 3
"""Weights of the score, set by what puts the meant name among the first three of a list of typing errors. A name that
begins so scores more the more of it was typed; then one with such a word, then one with a word that begins so."""

_ARTICLES = frozenset({"de", "den", "t", "s", "het"})


@dataclass(frozen=True)
class Likeness:
    """Keys of all names with what is compared, in one order."""

    keys: tuple[str, ...]
    _written: tuple[str, ...]
    _bare: tuple[str, ...]
    _spaced: tuple[str, ...]
    _lengths: np.ndarray
    _handicaps: np.ndarray

    @classmethod
    def over(cls, names: Mapping[str, tuple[list[str], int]]) -> Likeness:
        """Over key -> words of the name and rank of its kind, 0 for the most sought one."""
        keys = tuple(key for key in names if key)
        return cls(
            keys,
            tuple(_one_letter(key) for key in keys),
            tuple(_one_letter("".join(_without_article(names[key][0]))) for key in keys),
            tuple(" " + " ".join(names[key][0]) + " " for key in keys),
            np.array([len(_one_letter(key)) for key in keys], dtype=float),
            np.array([names[key][1] * _PER_KIND for key in keys]),
        )

    def best(self, tries: list[list[str]], most: int) -> list[str]:
        """At most `most` keys of names like one of the readings `tries`, each a list of words, best first."""
        if not tries or not self.keys:
            return []
        scores = np.max([self._scores(words) for words in tries], axis=0)
        order = np.argsort(self._handicaps - scores, kind="stable")[:most]
        return [self.keys[place] for place in order if scores[place] >= LEAST]

    def _scores(self, words: list[str]) -> np.ndarray:
        key, spaced = _one_letter("".join(words)), " ".join(words)
        scores = self._edits("".join(words), self.keys)
        if key != "".join(words) or "y" in key:
            scores = np.maximum(scores, self._edits(key, self._written))
        share = len(key) / np.maximum(self._lengths, len(key))
        for least, most, fits in (
            (*_PREFIX, [name.startswith(key) for name in self._written]),
            (*_PREFIX, [name.startswith(key) for name in self._bare]),
            (*_WORD, [f" {spaced} " in name for name in self._spaced]),
            (*_WORD_START, [f" {spaced}" in name for name in self._spaced]),
        ):
            scores = np.where(fits, np.maximum(scores, least + (most - least) * share), scores)
        return np.asarray(scores, dtype=float)

    def _edits(self, key: str, names: tuple[str, ...]) -> np.ndarray:
        """Likeness by edits (a swap of two letters is one) and by what the two have in common at the beginning."""
        distances = process.cdist([key], names, scorer=OSA.distance)[0]
        beginnings = process.cdist([key], names, scorer=JaroWinkler.normalized_similarity)[0]
        scores = _EDITS * (1 - distances / np.maximum(self._lengths, len(key))) + _BEGINNING * beginnings
        slip = (distances == 1) & (len(key) >= _SHORTEST)
        return np.asarray(np.where(slip, np.maximum(scores, LEAST), scores), dtype=float)


def _without_article(words: list[str]) -> list[str]:
    """Words of a name without the article that many leave out: Haag for Den Haag."""
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def _one_letter(key: str) -> str:
    """Key with ij, which many write as y, as the one letter it is in Dutch."""
    return key.replace("ij", "y")
