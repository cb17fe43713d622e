"""People who make steps: on the sliders of Doorrekening, on Kaart, and beside them on a bare slider of Streamlit."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import Protocol

from tests.load import map_protocol, what_if_protocol
from tests.load.bare_app import HIGHEST, SLIDER, words
from tests.load.visitor import Visitor
from tests.load.what_if_protocol import Stamp


@dataclass(frozen=True)
class Step:
    """Seconds from sending a step until its results are in, and until the next step can be made as it should."""

    results_s: float
    ready_s: float


class Person(Protocol):
    """Someone on a page. Each has a course of steps of its own, the same in every run."""

    visitor: Visitor

    def __init__(self, address: str, number: int) -> None: ...

    async def open(self, query: str = "") -> float:
        """Opens the page, in a new tab; seconds. Raises FaultError."""
        ...

    async def step(self) -> Step:
        """Makes the next step. Raises FaultError."""
        ...


class OnDoorrekening:
    """Someone who moves one slider after another."""

    def __init__(self, address: str, number: int) -> None:
        self.visitor = Visitor(address)
        self.changes: dict[str, int] = {}
        self.stamp = Stamp(0, 0)
        self._course = random.Random(number)
        self._counts: dict[str, int] = {}

    async def open(self, query: str = "") -> float:
        seconds = await self.visitor.open(what_if_protocol.PAGE, query)
        self.arrive()
        return seconds

    def arrive(self) -> None:
        """Starts from what the page shows."""
        self.stamp = what_if_protocol.stamp_shown(self.visitor.screen) or Stamp(0, 0)
        self._counts = what_if_protocol.sliders(self.visitor.screen)
        self.changes = {}

    async def step(self) -> Step:
        self.move()
        started = time.perf_counter()
        await self.report()
        ready = await self.visitor.until(lambda now: what_if_protocol.results_are_in(now, self.stamp), "results")
        return Step(ready - started, ready - started)

    def move(self) -> None:
        """Moves the next slider of the course to another position."""
        control = self._course.choice(list(self._counts))
        positions = [position for position in range(self._counts[control]) if position != self.changes.get(control)]
        self.changes[control] = self._course.choice(positions)
        self.stamp = Stamp(self.stamp.revision, self.stamp.number + 1)

    async def report(self) -> None:
        """Tells Python where the sliders are."""
        await self.visitor.set_state(*what_if_protocol.report(self.stamp, self.changes))


class OnKaart:
    """Someone who looks at one region and chooses one task after another."""

    def __init__(self, address: str, number: int) -> None:
        self.visitor = Visitor(address)
        self.task = ""
        self._course = random.Random(number)
        self._tasks: dict[str, str] = {}
        self._start: dict[str, object] = {}

    async def open(self, query: str = map_protocol.QUERY) -> float:
        seconds = await self.visitor.open(map_protocol.PAGE, query)
        self.arrive()
        return seconds

    def arrive(self) -> None:
        """Starts from what the page shows."""
        self._tasks = map_protocol.tasks(self.visitor.screen)
        self._start = map_protocol.start(self.visitor.screen)
        self.task = str(self._start["task"])

    async def step(self) -> Step:
        self.task = self._course.choice([code for code in self._tasks if code != self.task])
        name = self._tasks[self.task]
        started = time.perf_counter()
        await self.visitor.set_state(*map_protocol.report({**self._start, "task": self.task}))
        shown = await self.visitor.until(lambda now: map_protocol.task_is_shown(now, name), "task")
        return Step(shown - started, shown - started)


class OnBareSlider:
    """Someone who moves the slider of `tests/load/bare_app.py`."""

    def __init__(self, address: str, number: int) -> None:
        self.visitor = Visitor(address)
        self._course = random.Random(number)
        self._value = 0

    async def open(self, query: str = "") -> float:
        return await self.visitor.open("", query)

    async def step(self) -> Step:
        self._value = self._course.choice([value for value in range(HIGHEST + 1) if value != self._value])
        started = time.perf_counter()
        await self.visitor.set_slider(SLIDER, self._value)
        shown = await self.visitor.until(lambda now: words(self._value) in now.texts(), "text")
        return Step(shown - started, shown - started)
