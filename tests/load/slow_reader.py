"""What someone who never reads the answers, or who asks without end, does to the steps of somebody else."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

from tests.load.crowd import quantile
from tests.load.people import OnDoorrekening
from tests.load.visitor import FaultError
from tests.serving import Server

STEPS = 40
PAUSE_S = 0.25
FLOOD = 1000
"""Runs of the page asked for at once."""


@dataclass
class Beside:
    """Seconds until ready of the steps of one visitor: alone, and beside someone who is a burden."""

    alone_s: list[float] = field(default_factory=list)
    beside_reader_s: list[float] = field(default_factory=list)
    beside_slow_reader_s: list[float] = field(default_factory=list)
    beside_flood_s: list[float] = field(default_factory=list)

    @property
    def slow_reader_ratio(self) -> float:
        """How many times longer a step takes beside a slow reader than beside one who steps as often and reads."""
        return quantile(self.beside_slow_reader_s, 0.95) / quantile(self.beside_reader_s, 0.95)

    @property
    def flood_ratio(self) -> float:
        """How many times longer a step takes beside a flood of questions than alone."""
        return quantile(self.beside_flood_s, 0.95) / quantile(self.alone_s, 0.95)


async def steps_beside(server: Server) -> Beside:
    """Steps of one visitor in four circumstances, one after another.

    Raises
    ------
    FaultError
        If a step of that visitor is not answered.
    """
    found = Beside()
    person, other = OnDoorrekening(server.address, 1), OnDoorrekening(server.address, 2)
    try:
        await person.open()
        await other.open()
        found.alone_s = await _steps(person)
        async with _meanwhile(lambda: other.step()):
            found.beside_reader_s = await _steps(person)
        await other.visitor.stop_reading()
        async with _meanwhile(lambda: _step_blindly(other)):
            found.beside_slow_reader_s = await _steps(person)
        other.visitor.break_off()
        other = OnDoorrekening(server.address, 3)
        await other.open()
        await other.visitor.stop_reading()
        with contextlib.suppress(FaultError):
            for _ in range(FLOOD):
                await other.visitor.ask()
        found.beside_flood_s = await _steps(person)
    finally:
        other.visitor.break_off()
        await person.visitor.leave()
    return found


async def _steps(person: OnDoorrekening) -> list[float]:
    seconds = []
    for _ in range(STEPS):
        seconds.append((await person.step()).ready_s)
        await asyncio.sleep(PAUSE_S)
    return seconds


async def _step_blindly(person: OnDoorrekening) -> None:
    """A step as any other, by someone who does not wait for what comes of it."""
    person.move()
    await person.report()


@contextlib.asynccontextmanager
async def _meanwhile(step: Callable[[], Awaitable[object]]) -> AsyncIterator[None]:
    async def again_and_again() -> None:
        # A server may break off with whoever is a burden.
        with contextlib.suppress(FaultError):
            while True:
                await step()
                await asyncio.sleep(PAUSE_S)

    task = asyncio.create_task(again_and_again())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
