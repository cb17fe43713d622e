"""A scenario as a short query string; `link_reader` reads it back.

Only what differs from the defaults is written, with two marks: the version `v` of the notation and its defaults, and
the table `t` that the figures belong to. A link of another version or table is refused as a whole, never misread.

Keys: `v` version, `t` table, `a` only these measures are on, `u` these are off, `b` savings (mln €; or 'laag' or 'hoog'
for all), and the letter of each assumption, as `parameters.py` gives it.
Lists read `3a~4`, values per measure or year `3a_2.5~4_1`: characters that no browser or chat program rewrites.
"""

from __future__ import annotations

from functools import lru_cache

from model.what_if.parameters import ASSUMPTIONS, CEILING_KINDS, Assumption, Choice, Scope, TargetKind, Way
from model.what_if.plan import SavingsPlan
from model.what_if.scenario import Scenario, saving_at_share

LINK_VERSION = 1
LINK_KEYS = tuple(dict.fromkeys(("v", "t", "a", "u", "b", "d", *(assumption.link_key for assumption in ASSUMPTIONS))))
"""Keys that belong to a scenario, in the order of a link; a page with more in its address passes on only these."""

NOTHING = "-"
"""Instead of measures: none."""


@lru_cache(maxsize=256)
def scenario_to_query(scenario: Scenario) -> str:
    """Query string of a scenario, without '?': version, table, and what differs from the defaults of that version."""
    base = version_1_defaults(scenario.plan)
    parts = {"v": str(LINK_VERSION), "t": scenario.plan.fingerprint, **_on_parts(scenario)}
    parts["b"] = _savings_text(scenario, base)
    for assumption in ASSUMPTIONS:
        parts[assumption.link_key] = _assumption_text(assumption, scenario, base)
    return "&".join(f"{key}={parts[key]}" for key in LINK_KEYS if parts.get(key))


@lru_cache(maxsize=16)
def version_1_defaults(plan: SavingsPlan) -> Scenario:
    """Scenario that an empty link of version 1 means. It never changes: a new default needs a new version."""
    return Scenario.in_the_middle(plan, {assumption.key: assumption.link_default for assumption in ASSUMPTIONS})


def _on_parts(scenario: Scenario) -> dict[str, str]:
    """The shorter of the measures that are on and those that are off; nothing where all are on."""
    pairs = list(zip(scenario.plan.codes, scenario.on, strict=True))
    on, off = ("~".join(code for code, is_on in pairs if is_on is wanted) for wanted in (True, False))
    if not off:
        return {}
    return {"a": on or NOTHING} if len(on) < len(off) else {"u": off}


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
        return way_text(value, scenario.plan)
    if assumption.scope is Scope.WHOLE:
        return _number_text(value)
    if assumption.one_for_all and len(set(value)) == 1:
        return _number_text(value[0])
    return _differences(scenario.plan.names(assumption.scope), value, default)


def way_text(way: Way | float | None, plan: SavingsPlan) -> str:
    """Value of a choice; a ceiling with its amount, which the mark of the table does not cover: another is refused."""
    if isinstance(way, TargetKind) and way in CEILING_KINDS:
        return f"{way}_{_number_text(plan.ceilings[CEILING_KINDS.index(way)].cost_mln_eur)}"
    return str(way)


def _differences(names: tuple[str, ...], values: tuple[float | None, ...], defaults: tuple[float | None, ...]) -> str:
    triples = zip(names, values, defaults, strict=True)
    return "~".join(
        f"{name}_{_number_text(value)}" for name, value, default in triples if value is not None and value != default
    )


def _number_text(value: float) -> str:
    # repr gives the shortest text that reads back as the same number.
    return repr(float(value)).removesuffix(".0")
