"""How far up their bands the measures must go for a wished certainty that the target is reached."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from model.what_if.controls import controls_of
from model.what_if.goal_seek import at_share
from model.what_if.scenario import Scenario
from model.what_if.uncertainty import chance_share

CERTAINTIES = (0.5, 0.7, 0.8, 0.9)
"""Chances that can be wished for, 0 to 1."""


@dataclass(frozen=True)
class CertaintySeek:
    """Answer to 'what does it take to be so certain'.

    Attributes
    ----------
    wished_share : float
        Chance that is asked for, 0 to 1.
    share : float or None
        Smallest common position in the bands that gives it, of those that are a step of a slider, 0 to 1; None where
        no position does.
    scenario : Scenario
        The sliders set accordingly, each rounded up to its own step; as it was where no position gives the chance.
    chance_share : float
        Chance of that scenario, at least the wished one; where no position gives it, the highest chance there is.
    nothing_on : bool
        Whether there is no measure that may move, so that nothing was sought.
    """

    wished_share: float
    share: float | None
    scenario: Scenario
    chance_share: float
    nothing_on: bool


def certainty_seek(scenario: Scenario, wished_share: float, *, only_active: bool = False) -> CertaintySeek:
    """Smallest common position of the measures with which the chance to reach the target is at least the wished one.

    The chance never falls as the position rises, and the sliders, rounded up, stand still between two positions that
    are a step of one of them: so these positions are looked at by halving.

    Parameters
    ----------
    scenario : Scenario
        All else stays as it stands.
    wished_share : float
        0 to 1.
    only_active : bool, optional
        Whether only the measures that are on may move; otherwise all are switched on first.
    """
    seeking = scenario if only_active else replace(scenario, on=(True,) * len(scenario.on))
    if not any(seeking.on):
        return CertaintySeek(wished_share, None, scenario, chance_share(scenario), nothing_on=True)
    controls, plan = controls_of(scenario.plan), scenario.plan
    columns = [
        controls[f"saving_mln_eur:{code}"].column(plan) for code, on in zip(plan.codes, seeking.on, strict=True) if on
    ]
    positions = sorted({0.0, 1.0, *(position for column in columns for position in column.tolist())})
    place = bisect_left(positions, wished_share, key=lambda position: chance_share(at_share(seeking, position)))
    if place == len(positions):
        return CertaintySeek(wished_share, None, scenario, chance_share(at_share(seeking, 1.0)), nothing_on=False)
    reached = at_share(seeking, positions[place])
    return CertaintySeek(wished_share, positions[place], reached, chance_share(reached), nothing_on=False)
