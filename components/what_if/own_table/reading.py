"""What was read of the visitor's sheets so far: the sources, the choices made, and what they come to.

What the browser reports is as hostile as any file, and is checked before it gets here.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from components.look.words import capitalised
from components.what_if.own_table.names import PASTED_RANGE, proposed_name, safe_name, told_apart
from model.own_table import (
    LONGEST_ASSUMPTION,
    MOST_ASSUMPTIONS,
    MOST_BYTES,
    MOST_BYTES_ALLOWED,
    PASTED,
    CellTable,
    Finding,
    OwnTableError,
    Place,
    Question,
    ShownTable,
    TableFault,
    TableKind,
    Understanding,
    Workbook,
    assumptions_in,
    sheets_of_file,
    sheets_of_text,
    understand,
)

MOST_FILES = 2
MOST_SOURCES = 3
_ABSENT = "ontbreekt:"
"""First part of the key of a fault that says no more than what is missing."""
_ASSUMED = "Aanname: "
"""Begins such a note, which needs no such beginning in a list of them."""
_ASSUMPTIONS = "Aannames"
_GROUPS = {
    "Bladen en tabellen": ("codering", "scheiding", "soort", "tabel", "jaren", "jaren-gebroken"),
    "Eenheid en schrijfwijze": (
        "eenheid", "decimaal", "breuk", "datum", "procent", "te-groot", "formules", "periode", "opbouw",
    ),
    "Kolommen": ("kolom", "verborgen-kolom", "som", "taakstelling", "raming-of-doel", "begin"),
    "Rijen die wel of niet tellen": (
        "regel", "rij", "kale-regel", "tussenkop", "voetnoot", "verborgen", "doorgehaald", "geen-maatregel",
        "onder-totaal", "hoofdregel", "vervallen", "opsomming", "varianten", "dubbele", "uitgaven", "vervolg",
    ),
    "Plus, min, laag en hoog": ("teken", "volgorde", "extra", "voordeel", "hoogstens", "minstens"),
    _ASSUMPTIONS: ("band", "beginjaar", "eindjaar", "ingroei", "tussenjaar", "leeg-begin", "onbekend"),
}  # fmt: skip
"""Headings above the choices, by the first part of their key."""
_OTHER_CHOICES = "Overige keuzes"
_GROUP_OF = {first: group for group, firsts in _GROUPS.items() for first in firsts}
_OF_THESE_AMOUNTS = frozenset({
    "te-groot", "verhouding", "breuk", "datum", "pad", "begin", "varianten", "dubbele", "hoofdregel", "onder-totaal",
    "uitgaven",
})  # fmt: skip
"""Choices that say nothing of the next sheet of the same form."""
_MOST_ANSWERS, _LONGEST_ANSWER = 300, 300
_MARK = re.compile(r"[0-9a-z-]{1,40}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|nee")


@dataclass(frozen=True)
class Source:
    """One file or pasted range; `mark` is what the browser calls it."""

    mark: str
    name: str
    workbook: Workbook


@dataclass(frozen=True)
class Reading:
    """What was read of some sources with the answers given; `typed` tables come from the editor.

    `recalled` is the day on which a sheet of this form was read with the answers that were filled in, `called` the name
    that the visitor gave the table.
    """

    sources: tuple[Source, ...]
    answers: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[TableKind, CellTable] = field(default_factory=dict)
    recalled: str = ""
    called: str = ""

    @cached_property
    def understanding(self) -> Understanding:
        """What the sources mean."""
        return understand([source.workbook for source in self.sources], self.answers, self.typed)

    @property
    def name(self) -> str:
        """Name of the table."""
        return self.called or proposed_name([source.name for source in self.sources])

    @property
    def source_names(self) -> list[str]:
        """What the sources are called, each by a name of its own."""
        return told_apart([source.name for source in self.sources])

    @property
    def lacks(self) -> set[TableKind]:
        """Tables that the sources do not have, also where the visitor types them."""
        return set(self.understanding.missing)

    @property
    def can_be_used(self) -> bool:
        """Whether nothing is open and nothing is wrong."""
        read = self.understanding
        return read.own is not None and not read.open_questions and not read.faults

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What was assumed, in sentences: now, or when a table was read that comes back in its file."""
        here = (
            capitalised(note.text.removeprefix(_ASSUMED)) for note in self.understanding.notes if note.is_assumption
        )
        return tuple(dict.fromkeys([*assumptions_in(source.workbook for source in self.sources), *here]))

    def joined_by(self, other: Reading) -> Reading | None:
        """Both together, if this one lacks a table and the other one brings none that is here already."""
        together = (*self.sources, *other.sources)
        if not self.lacks or self.lacks | other.lacks != set(TableKind) or len(together) > MOST_SOURCES:
            return None
        typed = {kind: table for kind, table in self.typed.items() if kind in other.lacks}
        return replace(self, sources=together, typed=typed)

    def without(self, mark: object) -> Reading | None:
        """The other sources; None where there are none."""
        kept = tuple(source for source in self.sources if source.mark != mark)
        return replace(self, sources=kept) if kept else None


def sources_of(sent: object, most: int = MOST_FILES) -> tuple[Source, ...]:
    """Files and pasted ranges as the browser sends them, `most` of them at once.

    Raises
    ------
    OwnTableError
        If there are too many, or one cannot be read.
    """
    if not isinstance(sent, list) or not 1 <= len(sent) <= most:
        raise OwnTableError([TableFault("Bestand", "deze keuze", f"1 tot en met {most} bestanden tegelijk")])
    faults: list[TableFault] = []
    sources = []
    for one in sent:
        try:
            sources.append(_source_of(one))
        except OwnTableError as error:
            faults += error.faults
    if faults:
        raise OwnTableError(faults)
    return tuple(sources)


def _source_of(sent: object) -> Source:
    given: dict[str, Any] = sent if isinstance(sent, dict) else {}
    mark = given.get("mark")
    known = mark if isinstance(mark, str) and _MARK.fullmatch(mark) else ""
    text = given.get("text")
    if isinstance(text, str):
        return Source(known, PASTED_RANGE, sheets_of_text(text))
    name = safe_name(given.get("name")) or "uw bestand"
    return Source(known, name, sheets_of_file(name, bytes_of(given.get("content"))))


def bytes_of(content: object) -> bytes:
    """Bytes of what the browser sends of a file. Raises OwnTableError."""
    # Four characters of base64 for three bytes: what is longer cannot be within the limit.
    if not isinstance(content, str) or len(content) > MOST_BYTES * 4 // 3 + 4:
        raise OwnTableError([TableFault("Bestand", "een te groot of onleesbaar bestand", MOST_BYTES_ALLOWED)])
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError) as error:
        raise OwnTableError([TableFault("Bestand", "een onleesbaar bestand", "XLSX, ODS, CSV of TXT")]) from error


def names_of(sent: object) -> str:
    """Names of what the browser sends."""
    listed = sent if isinstance(sent, list) else []
    names = [
        PASTED_RANGE if "text" in one else safe_name(one.get("name"))
        for one in listed[:MOST_SOURCES]
        if isinstance(one, dict)
    ]
    return " en ".join(told_apart([name for name in names if name])) or "uw bestand"


def answers_of(sent: object) -> dict[str, str]:
    """Answers as the browser sends them, without what can be none."""
    if not isinstance(sent, dict):
        return {}
    pairs = list(sent.items())[:_MOST_ANSWERS]
    return {
        key: value
        for key, value in pairs
        if isinstance(key, str) and isinstance(value, str) and max(len(key), len(value)) <= _LONGEST_ANSWER
    }


def day_of(sent: object) -> str:
    """Day as the browser writes one down, or that the visitor wants none; empty where it is neither."""
    return sent if isinstance(sent, str) and _DAY.fullmatch(sent) else ""


def assumptions_of(sent: object) -> tuple[str, ...]:
    """Assumptions as the browser kept them beside a table."""
    listed = sent[:MOST_ASSUMPTIONS] if isinstance(sent, list) else []
    return tuple(text[:LONGEST_ASSUMPTION] for text in listed if isinstance(text, str))


def payload(reading: Reading) -> dict[str, Any]:
    """The proposal as the browser shows it."""
    read = reading.understanding
    faults = [fault for fault in read.faults if not fault.key.startswith(_ABSENT)]
    return {
        "sources": [
            {"mark": source.mark, "name": name}
            for source, name in zip(reading.sources, reading.source_names, strict=True)
        ],
        "name": reading.name,
        "answers": dict(reading.answers),
        "recalled": reading.recalled,
        "form": read.form,
        "groups": [*_GROUPS, _OTHER_CHOICES],
        "questions": [_question(question) for question in read.questions],
        "notes": [_finding(note) for note in read.notes],
        "faults": [_finding(fault) for fault in faults],
        "shown": [_shown(table) for table in read.shown],
        "missing": [kind for kind in read.missing if kind not in reading.typed],
        "typed": list(reading.typed),
        "canUse": reading.can_be_used,
        "canMend": bool(faults) and not read.open_questions and set(read.tables) == set(TableKind),
    }


def _question(question: Question) -> dict[str, Any]:
    group = _GROUP_OF.get(question.key.partition(":")[0], _OTHER_CHOICES)
    return {
        "key": question.key,
        "text": question.text,
        "group": group,
        "isLasting": question.key.partition(":")[0] not in _OF_THESE_AMOUNTS,
        "place": _place(question.place),
        "options": [[option.value, option.label] for option in question.options],
        "proposal": question.proposal,
        "value": question.value,
        "isOpen": question.is_open,
        "isCertain": question.certain,
        "reason": question.reason,
        "isAssumption": group == _ASSUMPTIONS,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    is_said = any(_is_said(place, finding.text) for place in finding.places)
    places = [] if is_said else _places(finding.places)
    return {
        "text": finding.text,
        "places": places,
        "count": finding.count,
        "isAssumption": finding.is_assumption,
    }


def _places(places: Sequence[Place]) -> list[str]:
    """Places in words; a sheet is named once for those that follow each other."""
    named, sheet = [], None
    for place in places:
        text = _place(place if place.sheet != sheet else replace(place, sheet=""))
        named += [text] if text else []
        sheet = place.sheet
    return named


def _is_said(place: Place, text: str) -> bool:
    """Whether a text says already where it is, with its sheet or without."""
    spots = [place.address, *(part for part in place.text.split(", ") if not part.startswith("“"))]
    return any(re.search(rf"\b{spot}\b", text, re.IGNORECASE) for spot in spots if spot)


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    return place.text.replace(f"“{PASTED}”", "het geplakte bereik")


def _shown(table: ShownTable) -> dict[str, Any]:
    return {
        "kind": table.kind,
        "place": _place(table.place),
        "headings": [list(pair) for pair in zip(table.headings, table.shown_headings, strict=True)],
        "rows": [
            {
                "place": _place(row.place),
                "cells": [[cell.understood, cell.shown, cell.address, int(cell.same)] for cell in row.cells],
            }
            for row in table.rows
        ],
    }


def joined_readings(before: Reading | None, sources: Sequence[Source]) -> tuple[Reading, bool]:
    """What there is to read once these sources came, and whether they came beside what was there."""
    new = Reading(tuple(sources))
    together = before.joined_by(new) if before is not None else None
    return (new, False) if together is None else (together, True)
