"""A scenario as a short query string, and back.

Only what differs from the defaults is written, with two marks: the version `v` of the notation and its defaults, and
the table `t` that the figures belong to. A link of another version or table is refused, never misread.

Keys: `v` version, `t` table, `a` only these measures are on, `u` these are off, `b` savings (mln €; or 'laag' or 'hoog'
for all), and the letter of each assumption, as `parameters.py` gives it.
Lists read `3a~4`, values per measure or year `3a_2.5~4_1`: characters that no browser or chat program rewrites.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl

from model.faults import Fault, InputError, shown_value
from model.what_if.parameters import ASSUMPTIONS, Assumption, Choice, Scope
from model.what_if.plan import SavingsPlan
from model.what_if.scenario import Scenario, saving_at_share

LINK_VERSION = 1
LINK_KEYS = tuple(dict.fromkeys(("v", "t", "a", "u", "b", "d", *(assumption.link_key for assumption in ASSUMPTIONS))))
"""Keys that belong to a scenario, in the order of a link; a page with more in its address passes on only these."""

_LONGEST_LINK = 4_000
_NOTHING = "-"
_NUMBER = re.compile(r"-?\d{1,6}(\.\d{1,20})?(e-\d{1,3})?", re.ASCII)


class LinkError(InputError):
    """A link that cannot be read, with the reason in Dutch."""


@lru_cache(maxsize=256)
def scenario_to_query(scenario: Scenario) -> str:
    """Query string of a scenario, without '?': version, table, and what differs from the defaults of that version."""
    base = version_1_defaults(scenario.plan)
    parts = {"v": str(LINK_VERSION), "t": scenario.plan.fingerprint, **_on_parts(scenario)}
    parts["b"] = _savings_text(scenario, base)
    for assumption in ASSUMPTIONS:
        parts[assumption.link_key] = _assumption_text(assumption, scenario, base)
    return "&".join(f"{key}={parts[key]}" for key in LINK_KEYS if parts.get(key))


def scenario_from_query(query: str | Mapping[str, str], plan: SavingsPlan) -> Scenario:
    """Scenario of a query string, with or without '?', or of its keys and values.

    Parameters
    ----------
    query : str or mapping of str to str
        Only the keys of `LINK_KEYS`.
    plan : SavingsPlan
        Plan that the page shows.

    Raises
    ------
    LinkError
        If the link is of another version or table, has an unknown, double or unreadable part, or a value out of range.
    """
    parts = _parts(query)
    if parts.get("v") != str(LINK_VERSION):
        allowed = f"versie {LINK_VERSION}; deze link is van een andere versie van de app of onvolledig"
        raise LinkError([Fault("versie van de link", shown_value(parts.get("v")), allowed)])
    if parts.get("t") != plan.fingerprint:
        allowed = f"{plan.fingerprint}; deze link hoort bij andere cijfers dan er nu in de tabel staan"
        raise LinkError([Fault("tabel van de link", shown_value(parts.get("t")), allowed)])
    scenario = version_1_defaults(plan)
    if "a" in parts and "u" in parts:
        raise _unreadable("a", parts["a"], "a of u, niet allebei")
    by_key = {assumption.link_key: assumption for assumption in ASSUMPTIONS}
    given: dict[str, Any] = {}
    for key, text in parts.items():
        if key in ("a", "u"):
            given["on"] = _on(key, text, plan)
        elif key == "b":
            given["saving_mln_eur"] = _savings(text, scenario)
        elif key in by_key:
            given[by_key[key].key] = _assumed(by_key[key], text, scenario)
    try:
        return replace(scenario, **given)
    except InputError as error:
        raise LinkError(error.faults) from error


@lru_cache(maxsize=16)
def version_1_defaults(plan: SavingsPlan) -> Scenario:
    """Scenario that an empty link of version 1 means. It never changes: a new default needs a new version."""
    return Scenario.in_the_middle(plan, {assumption.key: assumption.link_default for assumption in ASSUMPTIONS})


def _parts(query: str | Mapping[str, str]) -> dict[str, str]:
    if isinstance(query, str):
        if len(query) > _LONGEST_LINK:
            raise LinkError([Fault("lengte van de link", str(len(query)), f"ten hoogste {_LONGEST_LINK} tekens")])
        try:
            pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=True, strict_parsing=bool(query.strip("?")),
                              errors="strict", max_num_fields=2 * len(LINK_KEYS))  # fmt: skip
        except ValueError as error:
            allowed = "een link die deze app heeft gemaakt"
            raise LinkError([Fault("link", shown_value(query), allowed)]) from error
    else:
        pairs = [(str(key), str(text)) for key, text in query.items()]
    parts: dict[str, str] = {}
    for key, text in pairs:
        if key not in LINK_KEYS or key in parts:
            raise _unreadable(key, text, f"elk van {', '.join(LINK_KEYS)} ten hoogste één keer")
        if len(text) > _LONGEST_LINK:
            raise LinkError([Fault("lengte van de link", str(len(text)), f"ten hoogste {_LONGEST_LINK} tekens")])
        parts[key] = text
    return parts


def _on_parts(scenario: Scenario) -> dict[str, str]:
    """The shorter of the measures that are on and those that are off; nothing where all are on."""
    pairs = list(zip(scenario.plan.codes, scenario.on, strict=True))
    on, off = ("~".join(code for code, is_on in pairs if is_on is wanted) for wanted in (True, False))
    if not off:
        return {}
    return {"a": on or _NOTHING} if len(on) < len(off) else {"u": off}


def _savings_text(scenario: Scenario, base: Scenario) -> str:
    for word, share in (("laag", 0.0), ("hoog", 1.0)):
        if scenario.saving_mln_eur == saving_at_share(scenario.plan, share):
            return word
    return _differences(scenario.plan.codes, scenario.saving_mln_eur, base.saving_mln_eur)


def _assumption_text(assumption: Assumption, scenario: Scenario, base: Scenario) -> str:
    """What differs from the default, empty where nothing does."""
    value, default = getattr(scenario, assumption.key), getattr(base, assumption.key)
    if value == default:
        return ""
    if isinstance(assumption, Choice):
        return str(value)
    if assumption.scope is Scope.WHOLE:
        return _number_text(value)
    if assumption.one_for_all and len(set(value)) == 1:
        return _number_text(value[0])
    return _differences(scenario.plan.names(assumption.scope), value, default)


def _differences(names: tuple[str, ...], values: tuple[float | None, ...], defaults: tuple[float | None, ...]) -> str:
    triples = zip(names, values, defaults, strict=True)
    return "~".join(
        f"{name}_{_number_text(value)}" for name, value, default in triples if value is not None and value != default
    )


def _number_text(value: float) -> str:
    # repr gives the shortest text that reads back as the same number.
    return repr(float(value)).removesuffix(".0")


def _number(key: str, text: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise _unreadable(key, text, "een getal met een punt voor de decimalen")
    return float(text)


def _codes(key: str, text: str, known: tuple[str, ...]) -> list[str]:
    codes = [] if text == _NOTHING else text.split("~")
    for code in codes:
        if code not in known or codes.count(code) > 1:
            raise _unreadable(key, code, f"elk van {', '.join(known)} ten hoogste één keer")
    return codes


def _values(key: str, text: str, known: tuple[str, ...]) -> dict[str, float]:
    pairs = [pair.split("_") for pair in text.split("~")]
    if any(len(pair) != 2 for pair in pairs):
        raise _unreadable(key, text, "een lijst als 3a_2.5~4_1")
    _codes(key, "~".join(name for name, _ in pairs), known)
    return {name: _number(key, number) for name, number in pairs}


def _on(key: str, text: str, plan: SavingsPlan) -> tuple[bool, ...]:
    named = _codes(key, text, plan.codes)
    return tuple((code in named) is (key == "a") for code in plan.codes)


def _savings(text: str, base: Scenario) -> tuple[float | None, ...]:
    if text in ("laag", "hoog"):
        return saving_at_share(base.plan, 0.0 if text == "laag" else 1.0)
    return _filled(base.plan.codes, base.saving_mln_eur, _values("b", text, base.plan.codes))


def _assumed(assumption: Assumption, text: str, base: Scenario) -> object:
    """Value of an assumption; a list is filled up with the defaults."""
    key = assumption.link_key
    if isinstance(assumption, Choice):
        by_text = {str(value): value for value in base.plan.assumption(assumption).values}
        if text not in by_text:
            raise _unreadable(key, text, f"een van {', '.join(by_text)}")
        return by_text[text]
    if assumption.scope is Scope.WHOLE:
        return _number(key, text)
    names = base.plan.names(assumption.scope)
    if assumption.one_for_all and "_" not in text:
        value = _number(key, text)
        fault = assumption.fault(value)
        if fault:
            raise LinkError([fault])
        return (value,) * len(names)
    return _filled(names, getattr(base, assumption.key), _values(key, text, names))


def _filled(
    names: tuple[str, ...], values: tuple[float | None, ...], given: dict[str, float]
) -> tuple[float | None, ...]:
    return tuple(given.get(name, value) for name, value in zip(names, values, strict=True))


def _unreadable(key: str, text: str, allowed: str) -> LinkError:
    return LinkError([Fault(f"deel {key[:20]} van de link", shown_value(text), allowed)])
