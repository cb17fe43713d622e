"""A scenario as a short query string, and back.

Only what differs from the defaults is written, with two marks: the version `v` of the notation and its defaults, and
the table `t` that the figures belong to. A link of another version or table is refused, never misread.

Keys: `v` version, `t` table, `a` only these measures are on, `u` these are off, `b` savings (mln €; or 'laag' or 'hoog'
for all), `d` later start (months; one number for all, or per measure), `o` overlap, `m` its margin, `g` growth
(percent), `r` national contribution per year (mln €), `i` investments counted, `n` investments still to be stated
(mln €).
Lists read `3a~4`, values per measure or year `3a_2.5~4_1`: characters that no browser or chat program rewrites.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import parse_qsl

from model.faults import Fault, InputError, shown_value
from model.what_if.parameters import InvestmentCount
from model.what_if.plan import SavingsPlan
from model.what_if.scenario import Scenario, saving_at_share

LINK_VERSION = 1
LINK_KEYS = ("v", "t", "a", "u", "b", "d", "o", "m", "g", "r", "i", "n")
"""Keys that belong to a scenario; a page with more in its address passes on only these."""

_LONGEST_LINK = 4_000
_NOTHING = "-"
_NUMBER = re.compile(r"-?\d{1,6}(\.\d{1,20})?(e-\d{1,3})?", re.ASCII)


class LinkError(InputError):
    """A link that cannot be read, with the reason in Dutch."""


def scenario_to_query(scenario: Scenario) -> str:
    """Query string of a scenario, without '?': version, table, and what differs from the defaults of that version."""
    plan, base = scenario.plan, version_1_defaults(scenario.plan)
    parts = {"v": str(LINK_VERSION), "t": plan.fingerprint}
    if scenario.on != base.on:
        on = "~".join(code for code, is_on in zip(plan.codes, scenario.on, strict=True) if is_on)
        off = "~".join(code for code, is_on in zip(plan.codes, scenario.on, strict=True) if not is_on)
        parts |= {"a": on or _NOTHING} if len(on) < len(off) else {"u": off}
    if scenario.saving_mln_eur != base.saving_mln_eur:
        parts["b"] = _savings_text(scenario, base)
    if scenario.delay_months != base.delay_months:
        same = len(set(scenario.delay_months)) == 1
        pairs = _differences(plan.codes, scenario.delay_months, base.delay_months)
        parts["d"] = _number_text(scenario.delay_months[0]) if same else pairs
    for key, field in (("o", "overlap_share"), ("m", "overlap_margin_share"), ("g", "growth_pct")):
        if getattr(scenario, field) != getattr(base, field):
            parts[key] = _number_text(getattr(scenario, field))
    years = tuple(str(year) for year in plan.years)
    parts["r"] = _differences(years, scenario.national_contribution_mln_eur, base.national_contribution_mln_eur)
    if scenario.investments_counted is not base.investments_counted:
        parts["i"] = str(scenario.investments_counted)
    parts["n"] = _differences(plan.codes, scenario.unknown_investment_mln_eur, base.unknown_investment_mln_eur)
    return "&".join(f"{key}={text}" for key, text in parts.items() if text)


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
    readers: dict[str, Callable[[Scenario, str], dict[str, object]]] = {
        "a": _on_only, "u": _off, "b": _savings, "d": _delays, "r": _contributions, "i": _counted, "n": _investments,
        "o": lambda _, text: {"overlap_share": _number("o", text)},
        "m": lambda _, text: {"overlap_margin_share": _number("m", text)},
        "g": lambda _, text: {"growth_pct": _number("g", text)},
    }  # fmt: skip
    if "a" in parts and "u" in parts:
        raise _unreadable("a", parts["a"], "a of u, niet allebei")
    given: dict[str, object] = {}
    for key, text in parts.items():
        if key in readers:
            given |= readers[key](scenario, text)
    try:
        return replace(scenario, **given)  # type: ignore[arg-type]
    except InputError as error:
        raise LinkError(error.faults) from error


def version_1_defaults(plan: SavingsPlan) -> Scenario:
    """Scenario that an empty link of version 1 means. Never change it: a new default needs a new version."""
    count = len(plan.measures)
    return Scenario(
        plan=plan,
        on=(True,) * count,
        saving_mln_eur=saving_at_share(plan, 0.5),
        delay_months=(0.0,) * count,
        overlap_share=0.70,
        overlap_margin_share=0.15,
        growth_pct=0.0,
        national_contribution_mln_eur=(None,) * len(plan.years),
        investments_counted=InvestmentCount.NO,
        unknown_investment_mln_eur=(None,) * count,
    )


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


def _savings_text(scenario: Scenario, base: Scenario) -> str:
    for word, share in (("laag", 0.0), ("hoog", 1.0)):
        if scenario.saving_mln_eur == saving_at_share(scenario.plan, share):
            return word
    return _differences(scenario.plan.codes, scenario.saving_mln_eur, base.saving_mln_eur)


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


def _on_only(base: Scenario, text: str) -> dict[str, object]:
    on = _codes("a", text, base.plan.codes)
    return {"on": tuple(code in on for code in base.plan.codes)}


def _off(base: Scenario, text: str) -> dict[str, object]:
    off = _codes("u", text, base.plan.codes)
    return {"on": tuple(code not in off for code in base.plan.codes)}


def _savings(base: Scenario, text: str) -> dict[str, object]:
    if text in ("laag", "hoog"):
        return {"saving_mln_eur": saving_at_share(base.plan, 0.0 if text == "laag" else 1.0)}
    return {"saving_mln_eur": _filled(base.plan.codes, base.saving_mln_eur, _values("b", text, base.plan.codes))}


def _delays(base: Scenario, text: str) -> dict[str, object]:
    if "_" not in text:
        return {"delay_months": (_number("d", text),) * len(base.on)}
    return {"delay_months": _filled(base.plan.codes, base.delay_months, _values("d", text, base.plan.codes))}


def _contributions(base: Scenario, text: str) -> dict[str, object]:
    years = tuple(str(year) for year in base.plan.years)
    filled = _filled(years, base.national_contribution_mln_eur, _values("r", text, years))
    return {"national_contribution_mln_eur": filled}


def _investments(base: Scenario, text: str) -> dict[str, object]:
    values = _values("n", text, base.plan.codes)
    return {"unknown_investment_mln_eur": _filled(base.plan.codes, base.unknown_investment_mln_eur, values)}


def _counted(_: Scenario, text: str) -> dict[str, object]:
    if text not in tuple(InvestmentCount):
        raise _unreadable("i", text, f"een van {', '.join(InvestmentCount)}")
    return {"investments_counted": InvestmentCount(text)}


def _filled(
    names: tuple[str, ...], values: tuple[float | None, ...], given: dict[str, float]
) -> tuple[float | None, ...]:
    return tuple(given.get(name, value) for name, value in zip(names, values, strict=True))


def _unreadable(key: str, text: str, allowed: str) -> LinkError:
    return LinkError([Fault(f"onderdeel {key[:20]} van de link", shown_value(text), allowed)])
