"""Questions, notes and faults as they come up, each cause once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from model.own_table.understood import Finding, Option, Question
from model.own_table.workbook import Place

_MOST_PLACES = 8
_LONGEST_KEY = 40


class First(IntEnum):
    """What to look at first."""

    FILE = 0
    TABLE = 1
    COLUMN = 2
    UNIT = 3
    ROW = 4
    CELL = 5
    ASSUMPTION = 6
    REST = 7


class Asking:
    """What is asked, noted and refused, with the answers that were given."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self._answers = answers
        self.signs: frozenset[str] = frozenset()
        """Decimal signs that can only be meant somewhere in the tables."""
        self.questions: list[Question] = []
        self._findings: dict[str, dict[str, tuple[First, Finding]]] = {"notes": {}, "faults": {}}

    def ask(
        self,
        key: str,
        text: str,
        options: Iterable[tuple[str, str]],
        proposal: str | None,
        reason: str,
        place: Place | None = None,
        *,
        certain: bool = False,
    ) -> str | None:
        """Value that holds for a question: the answer, else the proposal, else None."""
        if (asked := next((question for question in self.questions if question.key == key), None)) is not None:
            return asked.value
        listed = tuple(Option(str(value), label) for value, label in options)
        given = self._answers.get(key)
        answer = given if any(option.value == given for option in listed) else None
        proposal = next((option.value for option in listed if option.value == proposal), None)
        question = Question(key, text, listed, proposal, reason, answer, place, certain and proposal is not None)
        self.questions.append(question)
        return question.value

    def note(
        self, key: str, text: str, places: Sequence[Place] = (), first: First = First.REST, *, stays: bool = False
    ) -> None:
        """What is read otherwise than it looks; only the first of one cause. What `stays` goes with the table."""
        self._add("notes", key, text, places, first, stays=stays)

    def fault(self, key: str, text: str, places: Sequence[Place] = (), first: First = First.REST) -> None:
        """What must be mended; only the first of one cause."""
        self._add("faults", key, text, places, first)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """Notes, the first thing to look at first."""
        return self._sorted("notes")

    @property
    def faults(self) -> tuple[Finding, ...]:
        """Faults, the first thing to do first."""
        return self._sorted("faults")

    def _add(
        self, kind: str, key: str, text: str, places: Sequence[Place], first: First, *, stays: bool = False
    ) -> None:
        is_assumption = stays or first is First.ASSUMPTION
        found = Finding(key, text, tuple(places[:_MOST_PLACES]), max(len(places), 1), is_assumption)
        self._findings[kind].setdefault(key, (first, found))

    def _sorted(self, kind: str) -> tuple[Finding, ...]:
        found = self._findings[kind].values()
        return tuple(finding for _, finding in sorted(found, key=lambda it: it[0]))


def slug(text: str) -> str:
    """Text as part of a key: small letters, digits and hyphens.

    >>> slug("Effect 2027 laag (mln €)")
    'effect-2027-laag-mln'
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST_KEY]


def at(places: Sequence[Place]) -> str:
    """Where something stands, the first few places: "cel C4, C6 en nog 3"."""
    by_sheet: dict[str, list[str]] = {}
    for place in dict.fromkeys(places):
        by_sheet.setdefault(place.sheet, []).append(place.address or f"rij {(place.row or 0) + 1}")
    left = _MOST_PLACES
    told = []
    for sheet, every in by_sheet.items():
        names = list(dict.fromkeys(every))
        shown, left = names[:left], max(left - len(names), 0)
        rest = len(names) - len(shown)
        if shown:
            cells = "cel " if places[0].address else ""
            told.append(
                f"{f'“{sheet}”, ' if sheet else ''}{cells}{', '.join(shown)}{f' en nog {rest}' if rest > 0 else ''}"
            )
    return "; ".join(told) + (" en nog meer" if len(told) < len(by_sheet) else "")
