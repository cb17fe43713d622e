"""Which names look like what was typed: those that begin with it, hold it as a word, or differ by a typing error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

LEAST = 0.72
"""Names less alike than this are not offered."""

_EDITS, _BEGINNING = 0.7, 0.3
_PREFIX, _WORD, _WORD_START = 0.86, 0.84, 0.76
_PER_KIND = 0.004
"""Weights of the score, set by what puts the meant name among the first three of a list of typing errors."""


@dataclass(frozen=True)
class Likeness:
    """Keys of all names with what is compared, in one order."""

    keys: tuple[str, ...]
    _spaced: tuple[str, ...]
    _lengths: np.ndarray
    _handicaps: np.ndarray

    @classmethod
    def over(cls, names: Mapping[str, tuple[list[str], int]]) -> Likeness:
        """Over key -> words of the name and rank of its kind, 0 for the most sought one."""
        keys = tuple(key for key in names if key)
        return cls(
            keys,
            tuple(" " + " ".join(names[key][0]) + " " for key in keys),
            np.array([len(key) for key in keys], dtype=float),
            np.array([names[key][1] * _PER_KIND for key in keys]),
        )

    def best(self, tries: list[list[str]], most: int) -> list[str]:
        """At most `most` keys of names like one of the readings `tries`, each a list of words, best first."""
        if not tries or not self.keys:
            return []
        scores = np.max([self._scores(words) for words in tries], axis=0)
        order = np.lexsort((np.arange(len(scores)), -(scores - self._handicaps)))[:most]
        return [self.keys[place] for place in order if scores[place] >= LEAST]

    def _scores(self, words: list[str]) -> np.ndarray:
        key, spaced = "".join(words), " ".join(words)
        edits = process.cdist([key], self.keys, scorer=OSA.normalized_similarity)[0]
        beginning = process.cdist([key], self.keys, scorer=JaroWinkler.normalized_similarity)[0]
        scores = _EDITS * edits + _BEGINNING * beginning
        share = len(key) / np.maximum(self._lengths, len(key))
        for base, fits in (
            (_PREFIX, [name.startswith(key) for name in self.keys]),
            (_WORD, [f" {spaced} " in name for name in self._spaced]),
            (_WORD_START, [f" {spaced}" in name for name in self._spaced]),
        ):
            scores = np.where(fits, np.maximum(scores, base + (1 - base) * share), scores)
        return np.asarray(scores, dtype=float)
