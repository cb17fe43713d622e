"""What the panel of Doorrekening and Python say to each other: the one place that knows the form of those messages.

The panel reports its steps, and gets with the results of a step what every control would do from there. What holds for
all scenarios of the plan comes once, with the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from model.notation import thousandths
from tests.load.screen import Screen

PAGE = "doorrekening"
PANEL = "what_if_panel"
PLAN = "what_if_plan"

FEWEST_POSITIONS = 3
"""A control with fewer is a switch."""

_REVISION, _HEARD = (re.compile(rf'"{name}": ?(\d+)') for name in ("revision", "heard"))
"""A look at the text: reading all of it takes as long as everything else that the load test does for a step."""


@dataclass(frozen=True)
class Stamp:
    """A step: number `number` since Python last set the panel itself, which `revision` counts."""

    revision: int
    number: int

    def __str__(self) -> str:
        return f"{self.revision}.{self.number}"


def stamp_shown(screen: Screen) -> Stamp | None:
    """Step that the results in the panel belong to; None while there is no panel."""
    panel = screen.widget(PANEL)
    if panel is None:
        return None
    revision, heard = _REVISION.search(panel.raw), _HEARD.search(panel.raw)
    return Stamp(int(revision[1]), int(heard[1])) if revision and heard else None


def results_are_in(screen: Screen, stamp: Stamp) -> bool:
    """Whether the panel has the results of this step, and with these all that the next drag needs."""
    return stamp_shown(screen) == stamp


def report(stamp: Stamp, changes: Mapping[str, int]) -> tuple[str, dict[str, Any]]:
    """What the panel reports after a step, and the component that reports it. `changes` has the position of every
    control that was moved in this revision.
    """
    return PANEL, {"steps": {"revision": stamp.revision, "number": stamp.number, "changes": dict(changes)}}


def sliders(screen: Screen) -> dict[str, int]:
    """Sliders of the panel by key, with their number of positions; not the one that moves all others of its kind."""
    plan = screen.widget(PLAN)
    counts = {key: len(values) for key, values in plan.data["values"].items()} if plan else {}
    return {key: count for key, count in counts.items() if count >= FEWEST_POSITIONS and key != "delay_months"}


def shown_costs(screen: Screen) -> list[int]:
    """Yearly costs in the panel, thousands of euros."""
    panel = screen.widget(PANEL)
    if panel is None:
        return []
    costs = json.loads(panel.data["scenario"])["result"]["cost"]
    # They come with decimals, and are shown in whole thousands, half up.
    return [int(thousandths([cost / 1000])[0]) for cost in costs]
