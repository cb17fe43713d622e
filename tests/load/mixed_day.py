"""A day at the app, made short: people come in, look around, make steps, leave, and come back by the address."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Sequence

from tests.load import map_protocol, what_if_protocol
from tests.load.crowd import Outcome, counted
from tests.load.machine import processor_s
from tests.load.people import OnDoorrekening, OnKaart, Person
from tests.load.visitor import FaultError, Visitor
from tests.serving import Server

LOOK_S = (0.5, 3.0)
"""Fewest and most seconds that someone looks before the next thing."""
STEPS = (2, 6)
NAME = "gemengde dag"


async def mixed_day(servers: Sequence[Server], people: int, seconds: float) -> Outcome:
    """So many people for some seconds; whoever has left comes back as long as there is time.

    A step counts as in a crowd, whatever the page.
    """
    outcome = Outcome(NAME, people, len(servers))
    server_s, generator_s = sum(processor_s(server.process) for server in servers), time.process_time()
    started = time.perf_counter()
    addresses = [servers[number % len(servers)].address for number in range(people)]
    await asyncio.gather(
        *(_whole_day(address, number, started + seconds, outcome) for number, address in enumerate(addresses))
    )
    outcome.seconds = time.perf_counter() - started
    outcome.server_s = sum(processor_s(server.process) for server in servers) - server_s
    outcome.generator_s = time.process_time() - generator_s
    return outcome


async def _whole_day(address: str, number: int, end: float, outcome: Outcome) -> None:
    course, query = random.Random(number), ""
    await asyncio.sleep(course.uniform(0, LOOK_S[1]))
    while time.perf_counter() < end:
        visit = _Visit(address, course, outcome, query)
        await counted(visit.all_of_it(), outcome.faults)
        query = visit.query


class _Visit:
    """One visit, from the first page to leaving. `query` is the scenario that the visitor left with the last time."""

    def __init__(self, address: str, course: random.Random, outcome: Outcome, query: str) -> None:
        self.query = query
        self._address = address
        self._course = course
        self._outcome = outcome

    async def all_of_it(self) -> None:
        """Start, Kaart, Doorrekening; or straight back to the scenario of the last time."""
        person = OnDoorrekening(self._address, self._course.randrange(1_000_000))
        visitor = person.visitor
        try:
            if self.query:
                await self._come_back(person)
            else:
                await self._look_around(visitor)
                self._outcome.opened_s.append(await visitor.go_to(what_if_protocol.PAGE))
                person.arrive()
            await self._steps(person)
            # The address follows the last step a little later.
            await self._look()
            self.query = visitor.screen.query
        finally:
            await visitor.leave()
            self._outcome.kilobytes += visitor.bytes_in / 1000

    async def _look_around(self, visitor: Visitor) -> None:
        self._outcome.opened_s.append(await visitor.open())
        await self._look()
        on_map = OnKaart(self._address, self._course.randrange(1_000_000))
        on_map.visitor = visitor
        self._outcome.opened_s.append(await visitor.go_to(map_protocol.PAGE, map_protocol.QUERY))
        on_map.arrive()
        await self._steps(on_map)

    async def _come_back(self, person: OnDoorrekening) -> None:
        self._outcome.opened_s.append(await person.open(self.query))
        if person.visitor.screen.query != self.query:
            raise FaultError("another view than the one in the address")

    async def _steps(self, person: Person) -> None:
        for _ in range(self._course.randint(*STEPS)):
            await self._look()
            self._outcome.steps.append(await person.step())

    async def _look(self) -> None:
        await asyncio.sleep(self._course.uniform(*LOOK_S))
