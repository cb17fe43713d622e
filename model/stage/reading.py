"""A storyline as a browser reports it: anything may come, and only a storyline goes on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, cast

from model.faults import Fault, raise_if_any, range_text, shown_value
from model.site.site_map import OWN_STORYLINE
from model.stage.steps import (
    LONGEST_NOTE,
    LONGEST_QUERY,
    LONGEST_SENTENCE,
    LONGEST_TITLE,
    MOST_STEPS,
    STEP_PAGES,
    as_step_query,
)
from model.stage.storyline import Step, Storyline

_ID = re.compile(r"[a-z0-9]{1,16}", re.ASCII)
_LONGEST = {"query": LONGEST_QUERY, "title": LONGEST_TITLE, "sentence": LONGEST_SENTENCE, "note": LONGEST_NOTE}
_WORDS = {"query": "adres", "title": "titel", "sentence": "zin", "note": "notitie"}
_MOST_FAULTS = 8


def steps_from(reported: object) -> Storyline:
    """Storyline of `{id, title, steps: [{page, query, title, sentence, note}]}`; its key is that of an address.

    Keys of an address that its page does not own are left out, and so are signs that cannot be seen; lines of a note
    stay. Braces stay braces: nothing is filled in.

    Raises
    ------
    InputError
        Where it is no storyline: what is wrong, and in which step.
    """
    fields = reported if isinstance(reported, Mapping) else {}
    listed = fields.get("steps")
    raise_if_any(_faults(fields, listed))
    steps = tuple(_step(cast("Mapping[str, str]", step)) for step in cast("list[Any]", listed))
    return Storyline(f"{OWN_STORYLINE}{fields['id']}", _line(fields["title"]), "", steps)


def _faults(fields: Mapping[str, Any], listed: object) -> Iterator[Fault]:
    key = fields.get("id")
    if not isinstance(key, str) or not _ID.fullmatch(key):
        yield Fault("naam van de verhaallijn in het adres", _shown(key), "1 tot en met 16 kleine letters en cijfers")
    yield from _text_faults(fields, "title", "verhaallijn")
    if not isinstance(listed, list) or not 1 <= len(listed) <= MOST_STEPS:
        found = str(len(listed)) if isinstance(listed, list) else _shown(listed)
        yield Fault("aantal stappen", found, range_text(1, MOST_STEPS))
        return
    faults = [fault for number, step in enumerate(listed, start=1) for fault in _step_faults(step, f"stap {number}")]
    yield from faults[:_MOST_FAULTS]


def _step_faults(step: object, where: str) -> Iterator[Fault]:
    if not isinstance(step, Mapping):
        yield Fault(where, _shown(step), "een weergave met titel, zin en notitie")
        return
    if not isinstance(step.get("page"), str) or step["page"] not in STEP_PAGES:
        yield Fault(f"{where}, pagina", _shown(step.get("page")), "een pagina van deze app")
    for name in _LONGEST:
        yield from _text_faults(step, name, where)


def _text_faults(fields: Mapping[str, Any], name: str, where: str) -> Iterator[Fault]:
    value = fields.get(name)
    if not isinstance(value, str) or len(value) > _LONGEST[name] or any("\ud800" <= sign <= "\udfff" for sign in value):
        yield Fault(f"{where}, {_WORDS[name]}", _shown(value), f"tekst van 0 tot en met {_LONGEST[name]} tekens")


def _step(step: Mapping[str, str]) -> Step:
    note = "\n".join(_line(line) for line in step["note"].splitlines())
    query = as_step_query(step["page"], step["query"])
    return Step(step["page"], query, _line(step["title"]), _line(step["sentence"]), note.strip())


def _line(text: str) -> str:
    """Text in one line, without signs that cannot be seen."""
    return " ".join("".join(sign if _is_seen(sign) else " " for sign in text).split())


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")


def _shown(value: object) -> str:
    """A value as it can be said: of what is no text, and of what no screen can show, only what it is."""
    if isinstance(value, list | Mapping):
        return "een lijst" if isinstance(value, list) else "een blok"
    shown = shown_value(value)
    return "".join(sign if sign.isprintable() else "·" for sign in shown)
