"""Many people at once, each a step a second, and what came of it."""

from __future__ import annotations

import asyncio
import math
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from tests.load.machine import processor_s
from tests.load.people import Person, Step
from tests.load.visitor import FaultError
from tests.serving import Server

STEP_EVERY_S = 1.0
OPENING_AT_ONCE = 6
"""People come in one after another; how long a page takes then says something too."""
WARM_UP_S = 2.0


@dataclass
class Outcome:
    """What came of one crowd."""

    name: str
    people: int
    workers: int
    steps: list[Step] = field(default_factory=list)
    opened_s: list[float] = field(default_factory=list)
    skipped: int = 0
    """Steps that were not made because the one before was not ready."""
    faults: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    server_s: float = 0.0
    """Processor time of all server processes while the steps were made."""
    generator_s: float = 0.0
    """Processor time of the load test itself meanwhile; it shares the machine."""
    kilobytes: float = 0.0
    """Received over all connections meanwhile."""

    @property
    def served_per_s(self) -> float:
        """Steps a second that were made ready."""
        return len(self.steps) / self.seconds if self.seconds else 0.0

    @property
    def processor_ms(self) -> float:
        """Processor time of the servers for one step."""
        return 1000 * self.server_s / len(self.steps) if self.steps else math.nan

    def results_ms(self, share: float) -> float:
        """Milliseconds within which so large a share of the steps had their results."""
        return 1000 * quantile([step.results_s for step in self.steps], share)

    def ready_ms(self, share: float) -> float:
        """Milliseconds within which after so large a share of the steps the next one could be made."""
        return 1000 * quantile([step.ready_s for step in self.steps], share)

    def added(self, other: Outcome) -> Outcome:
        """This crowd and the same one at another moment of the run, as one."""
        return Outcome(
            self.name,
            self.people,
            self.workers,
            self.steps + other.steps,
            self.opened_s + other.opened_s,
            self.skipped + other.skipped,
            self.faults + other.faults,
            self.seconds + other.seconds,
            self.server_s + other.server_s,
            self.generator_s + other.generator_s,
            self.kilobytes + other.kilobytes,
        )


def quantile(values: Sequence[float], share: float) -> float:
    """Smallest value that a share of all values does not exceed; NaN without values.

    >>> quantile([3, 1, 2], 0.5), quantile([3, 1, 2], 0.95), quantile([3, 1, 2], 0)
    (2, 3, 1)
    """
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)] if values else math.nan


async def crowd(
    name: str, servers: Sequence[Server], kind: Callable[[str, int], Person], people: int, seconds: float
) -> Outcome:
    """So many people of one kind, spread over the servers, stepping for some seconds."""
    outcome = Outcome(name, people, len(servers))
    everyone = [kind(servers[number % len(servers)].address, number) for number in range(people)]
    try:
        here = await _all_in(everyone, outcome)
        # The first steps load what is loaded once.
        await _stepping(here, WARM_UP_S, Outcome(name, people, len(servers)))
        server_s, generator_s, before = _processor_s(servers), time.process_time(), _kilobytes(here)
        started = time.perf_counter()
        await _stepping(here, seconds, outcome)
        # The last beat begins a little before the end.
        outcome.seconds = max(seconds, time.perf_counter() - started)
        outcome.server_s = _processor_s(servers) - server_s
        outcome.generator_s = time.process_time() - generator_s
        outcome.kilobytes = _kilobytes(here) - before
    finally:
        await asyncio.gather(*(person.visitor.leave() for person in everyone), return_exceptions=True)
    outcome.faults.update(fault for person in everyone for fault in person.visitor.screen.faults)
    return outcome


async def counted(doing: Awaitable[None], faults: Counter[str]) -> bool:
    """Whether something went well; a fault is counted."""
    try:
        await doing
    except FaultError as error:
        faults[str(error)] += 1
        return False
    return True


async def _all_in(everyone: Sequence[Person], outcome: Outcome) -> list[Person]:
    door = asyncio.Semaphore(OPENING_AT_ONCE)

    async def come_in(person: Person) -> None:
        async with door:
            outcome.opened_s.append(await person.open())

    came_in = await asyncio.gather(*(counted(come_in(person), outcome.faults) for person in everyone))
    return [person for person, is_in in zip(everyone, came_in, strict=True) if is_in]


async def _stepping(people: Sequence[Person], seconds: float, outcome: Outcome) -> None:
    start = time.perf_counter()

    beats = round(seconds / STEP_EVERY_S)

    async def take_steps(person: Person, first: float) -> None:
        beat = 0
        while beat < beats:
            moment = start + first + beat * STEP_EVERY_S
            await asyncio.sleep(moment - time.perf_counter())
            await counted(_take_step(person, outcome), outcome.faults)
            # Whoever is not ready at the next beat waits for the one after.
            missed = max(0, math.ceil((time.perf_counter() - moment) / STEP_EVERY_S) - 1)
            beat += 1 + missed
            outcome.skipped += missed - max(0, beat - beats)

    await asyncio.gather(
        *(take_steps(person, STEP_EVERY_S * number / len(people)) for number, person in enumerate(people))
    )


async def _take_step(person: Person, outcome: Outcome) -> None:
    outcome.steps.append(await person.step())


def _processor_s(servers: Sequence[Server]) -> float:
    return sum(processor_s(server.process) for server in servers)


def _kilobytes(people: Sequence[Person]) -> float:
    return sum(person.visitor.bytes_in for person in people) / 1000
