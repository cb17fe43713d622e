"""Where a presentation stands: what an address has on stage, and what is wrong with that, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from model.site.site_map import HALL, ONE_VIEW, OWN_STORYLINE, STAGE, STEP
from model.stage.storyline import Step, Storyline

OF_THE_STAGE = (STAGE, STEP, HALL)
"""Keys of the address that say how a view is shown, not which."""
_POSITION = re.compile(r"[1-9]\d{0,3}")
_LONGEST_SAID = 40


@dataclass(frozen=True)
class Stand:
    """What is on stage: a shipped storyline, or one that the browser keeps (`own` is its id), or the view alone.

    `position` is the step of the shipped one, counted from 1; None where there is none. `fault` says in Dutch what the
    address gets wrong; the browser says it of its own ones.
    """

    storyline: Storyline | None = None
    position: int | None = None
    own: str = ""
    fault: str = ""

    @property
    def step(self) -> Step | None:
        """Step that is shown, where Python knows it."""
        return self.storyline.steps[self.position - 1] if self.storyline and self.position else None


def stand_of(query: Mapping[str, str], storylines: Mapping[str, Storyline]) -> Stand:
    """What an address with STAGE has on stage, of these storylines by key."""
    stage = query.get(STAGE, "")
    if stage == ONE_VIEW:
        return Stand()
    if stage.startswith(OWN_STORYLINE):
        return Stand(own=stage.removeprefix(OWN_STORYLINE))
    storyline = storylines.get(stage)
    if storyline is None:
        return Stand(fault=f"Er is geen verhaallijn “{_said(stage)}”. U ziet alleen deze weergave.")
    named, last = query.get(STEP, "1"), len(storyline.steps)
    position = int(named) if _POSITION.fullmatch(named) else 0
    if not 1 <= position <= last:
        fault = f"Deze verhaallijn heeft {last} stappen, en geen stap “{_said(named)}”. U ziet alleen deze weergave."
        return Stand(storyline, fault=fault)
    return Stand(storyline, position)


def without_stage(query: Mapping[str, str]) -> dict[str, str]:
    """The view of an address alone, without how it is shown."""
    return {key: value for key, value in query.items() if key not in OF_THE_STAGE}


def _said(text: str) -> str:
    return "".join(char for char in text[:_LONGEST_SAID] if char.isprintable())
