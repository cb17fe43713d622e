"""What the panel of Doorrekening and Python say to each other: the one place that knows the form of those messages.

Today two components share the work. The panel reports steps and gets results; another one asks for, and gets, the
answers (what every step of every slider would do), once the results are drawn. Whoever merges the two changes
`question` to give None, and `answers_are_in` to look where the answers then are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.load.screen import Screen

PAGE = "doorrekening"
PANEL = "what_if_panel"
ANSWERS = "what_if_responses"

FEWEST_POSITIONS = 3
"""A control with fewer is a switch."""

_REVISION, _HEARD, _OF = (re.compile(rf'"{name}": ?"?([\d.]+)') for name in ("revision", "heard", "of"))
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
    """Whether the panel has the results of this step."""
    return stamp_shown(screen) == stamp


def answers_are_in(screen: Screen, stamp: Stamp) -> bool:
    """Whether the next drag can begin: the answers of this step are there."""
    answers = screen.widget(ANSWERS)
    found = _OF.search(answers.raw) if answers else None
    return found is not None and found[1] == str(stamp)


def report(stamp: Stamp, changes: Mapping[str, int]) -> tuple[str, dict[str, Any]]:
    """What the panel reports after a step, and the component that reports it. `changes` has the position of every
    control that was moved in this revision.
    """
    return PANEL, {"steps": {"revision": stamp.revision, "number": stamp.number, "changes": dict(changes)}}


def question(stamp: Stamp) -> tuple[str, dict[str, Any]] | None:
    """What is reported once the results are drawn, to get the answers; None where they come unasked."""
    return ANSWERS, {"asked": str(stamp)}


def sliders(screen: Screen) -> dict[str, int]:
    """Sliders of the panel by key, with their number of positions; not the one that moves all others of its kind."""
    panel = screen.widget(PANEL)
    controls = panel.data["controls"] if panel else {}
    counts = {key: len(control["values"]) for key, control in controls.items()}
    return {key: count for key, count in counts.items() if count >= FEWEST_POSITIONS and key != "delay_months"}


def shown_costs(screen: Screen) -> list[int]:
    """Yearly costs in the panel, thousands of euros."""
    panel = screen.widget(PANEL)
    return list(panel.data["result"]["cost"]) if panel else []


def answered_costs(screen: Screen, control: str, position: int) -> list[int]:
    """Yearly costs that the answers foretell for a control at a position, thousands of euros."""
    answers = screen.widget(ANSWERS)
    rows = answers.data["controls"][control].get("costSteps") if answers else None
    if not rows:
        # A control that only moves the chance.
        return shown_costs(screen)
    # The first row, then what each row adds to the one before; one row where the control leaves the costs alone.
    return [sum(column) for column in zip(*rows[: position + 1], strict=True)]
