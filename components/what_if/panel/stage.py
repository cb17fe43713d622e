"""The panel on stage: figures, chart, and the few sliders that the address asks for, with the last step to repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import orjson

from components.look import component_files
from components.look.words import listed
from components.what_if.panel.last_step import last_step
from components.what_if.panel.panel import hearing, panel_data
from components.what_if.results import Results, results_of
from components.what_if.session import WhatIfSession
from model.faults import TOLERANCE
from model.what_if import SavingsPlan
from model.what_if.parameters import (
    DELAY_MONTHS,
    DEPENDENCE_SHARE,
    GROWTH_PCT,
    INVESTMENTS_COUNTED,
    OVERLAP_MARGIN_SHARE,
    OVERLAP_SHARE,
)
from model.what_if.sensitivity import OVERLAP_CONTROL

MOST_SLIDERS = 3
"""As many as fit beside the chart with room for what is wrong with the link, and as a hall can follow."""
ASSUMPTIONS = {
    "overlap": OVERLAP_SHARE.key,
    "marge": OVERLAP_MARGIN_SHARE.key,
    "samenhang": DEPENDENCE_SHARE.key,
    "later": DELAY_MONTHS.key,
    "groei": GROWTH_PCT.key,
    "investeringen": INVESTMENTS_COUNTED.key,
}
"""Assumptions by their key in the address; a measure has its code. A code that is one of these words goes first."""
_KEY = "what_if_stage"
_LONGEST = 400
_LONGEST_SAID = 20
_MOST_SAID = 3

_panel = component_files.component(_KEY, __file__, "stage", upon="panel")


@dataclass(frozen=True)
class Sliders:
    """Controls that stand on stage, in their order, and what there is to say of what the address asked for."""

    controls: tuple[str, ...]
    fault: str = ""


def show_stage_panel(session: WhatIfSession, results: Results, asked: str, faults: Sequence[str]) -> None:
    """The panel with the sliders that the address asks for; see `sliders`. The first of `faults` is said, in Dutch."""
    found = sliders(asked, results_of(session.base))
    said = next((fault for fault in (*faults, found.fault) if fault), "")
    stage = {"rows": found.controls, "fault": said, "step": last_step(session)}
    # A text, for the same reason as the scenario.
    data = panel_data(session, results, follows=False) | {"stage": orjson.dumps(stage).decode()}
    _panel(key=_KEY, data=data, **hearing(_KEY))


def sliders(asked: str, results: Results) -> Sliders:
    """Sliders that an address asks for by codes of measures and names of assumptions, with '~' or ',' between them.

    Where it asks for none, or for none that exists, those that matter most in the scenario of `results`. They stay
    where they are while someone moves them, so that scenario is the one of the last start.
    """
    known = _known(results.scenario.plan)
    names = [name.strip() for name in re.split(r"[~,]", asked[:_LONGEST]) if name.strip()]
    found = list(dict.fromkeys(known[name] for name in names if name in known))
    unknown = list(dict.fromkeys(name for name in names if name not in known))
    said = []
    if unknown:
        said.append(_not_there(unknown, results.scenario.plan))
    if len(found) > MOST_SLIDERS:
        said.append(f"De link vraagt om {len(found)} schuiven. Er passen er {MOST_SLIDERS}; dit zijn de eerste.")
    return Sliders(tuple(found[:MOST_SLIDERS] or _that_matter(results)), " ".join(said))


def _known(plan: SavingsPlan) -> Mapping[str, str]:
    return {**ASSUMPTIONS, **{code: f"saving_mln_eur:{code}" for code in plan.codes}}


def _not_there(unknown: list[str], plan: SavingsPlan) -> str:
    named = [f"“{_printable(name)}”" for name in unknown[:_MOST_SAID]]
    more = [f"nog {len(unknown) - _MOST_SAID}"] if len(unknown) > _MOST_SAID else []
    return (
        f"De link vraagt om een schuif die er niet is: {listed([*named, *more])}. "
        f"Wel kan een maatregel, zoals {plan.codes[0]}, of {', '.join(ASSUMPTIONS)}."
    )


def _printable(text: str) -> str:
    return "".join(char for char in text[:_LONGEST_SAID] if char.isprintable())


def _that_matter(results: Results) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_by_weight(results)))[:MOST_SLIDERS]


def _by_weight(results: Results) -> Iterator[str]:
    """What moves the costs of the target year most, and after it the measures that would add most if they were on."""
    for bar in results.tornado:
        if bar.width_mln_eur > TOLERANCE:
            yield OVERLAP_SHARE.key if bar.control == OVERLAP_CONTROL else f"saving_mln_eur:{bar.control}"
    for effect in sorted(results.measures, key=lambda effect: -effect.gain_if_added_mln_eur):
        yield f"saving_mln_eur:{effect.measure_code}"
