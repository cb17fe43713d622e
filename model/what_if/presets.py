"""Ready-made scenarios by name.

The decisions that the plan asks for: 004_8c4e7f4e4fb86d9c.txt, lines 558 and 590-593.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from model.faults import Fault, InputError, shown_value
from model.what_if.parameters import OWN_TARGET_MLN_EUR, REALISED_COST_MLN_EUR, TARGET
from model.what_if.plan import SavingsPlan
from model.what_if.scenario import Scenario, saving_at_share

ZHZ_PROPOSED_CODES = ("1", "2")
"""Zuid-Holland Zuid, asked for per 1 January 2020, still to be decided: budgets for teams (1), no 'nee, tenzij' (2)."""

PROPOSED_NOTE = (
    "Maatregelen 1 en 2, die volgens het plan per 1 januari 2020 moeten ingaan; het besluit moest nog worden genomen "
    "(hoofdstuk 5). De tabel van het plan geeft bij maatregel 2 toch al in 2019 een effect van € 0 mln "
    "tot € 2 mln. De doorrekening volgt die tabel."
)


class PresetName(StrEnum):
    """Name of a preset, as it can stand in a link."""

    ALL_LOW = "laag"
    ALL_MIDDLE = "midden"
    ALL_HIGH = "hoog"
    RUNNING = "loopt"
    PROPOSED = "besluiten"
    NOTHING = "niets"


@dataclass(frozen=True)
class Preset:
    """A scenario with a name and a Dutch label; `note` is what one must know when choosing it, empty where nothing."""

    name: PresetName
    label: str
    scenario: Scenario
    note: str = ""


@lru_cache(maxsize=16)
def presets(plan: SavingsPlan) -> tuple[Preset, ...]:
    """The presets that make sense for a plan, in the order of the page.

    All assumptions have their defaults. 'Loopt' is left out where no measure runs, 'besluiten' where none is proposed.
    """
    middle = Scenario.default(plan)
    running = {measure.code for measure in plan.measures if measure.running}
    listed = [
        Preset(PresetName.ALL_LOW, "Alles laag", replace(middle, saving_mln_eur=saving_at_share(plan, 0.0))),
        Preset(PresetName.ALL_MIDDLE, "Alles midden", middle),
        Preset(PresetName.ALL_HIGH, "Alles hoog", replace(middle, saving_mln_eur=saving_at_share(plan, 1.0))),
    ]
    if running:
        listed.append(Preset(PresetName.RUNNING, "Alleen wat al loopt", _only(middle, running)))
    if plan.proposed_codes:
        proposed = _only(middle, set(plan.proposed_codes))
        listed.append(Preset(PresetName.PROPOSED, "Voorgesteld per 2020", proposed, PROPOSED_NOTE))
    listed.append(Preset(PresetName.NOTHING, "Niets doen", _only(middle, set())))
    return tuple(listed)


def preset_scenario(plan: SavingsPlan, name: str) -> Scenario:
    """Scenario of a preset by name.

    Raises
    ------
    InputError
        If the plan has no preset of that name.
    """
    by_name = {str(preset.name): preset.scenario for preset in presets(plan)}
    if name not in by_name:
        raise InputError([Fault("voorinstelling", shown_value(name), f"een van {', '.join(by_name)}")])
    return by_name[name]


def presets_equal_to(scenario: Scenario) -> tuple[PresetName, ...]:
    """Names of the presets that a scenario equals: none for a scenario of one's own, two where bands have no width.

    The target and what the costs really were are no part of a preset: they say what the costs are measured against,
    not what is done.
    """
    done = _done_in(scenario)
    return tuple(preset.name for preset in presets(scenario.plan) if _done_in(preset.scenario) == done)


def _done_in(scenario: Scenario) -> tuple[object, ...]:
    """All of a scenario but what it is compared with."""
    return tuple(getattr(scenario, field.name) for field in fields(scenario) if field.name not in _OF_THE_COMPARISON)


_OF_THE_COMPARISON = (TARGET.key, OWN_TARGET_MLN_EUR.key, REALISED_COST_MLN_EUR.key)


def with_comparison_of(scenario: Scenario, other: Scenario) -> Scenario:
    """The same scenario beside the target, and what the costs really were, of another one of the same plan."""
    compared: dict[str, Any] = {name: getattr(other, name) for name in _OF_THE_COMPARISON}
    return replace(scenario, **compared)


def _only(scenario: Scenario, codes: set[str]) -> Scenario:
    return replace(scenario, on=tuple(code in codes for code in scenario.plan.codes))
