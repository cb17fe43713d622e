"""Memory of the server: what an open session holds, and what stays of sessions that have gone."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.load.collecting_server import SIGNAL, note_of
from tests.load.crowd import counted
from tests.load.machine import memory_mb
from tests.load.people import OnDoorrekening
from tests.serving import Server, started_server

KEPT_AFTER_LEAVING_S = 5
"""Instead of two minutes: as long as Streamlit keeps a session that someone may come back to."""
AT_ONCE = 8
FIRST_VISITS = 5
WARM_UP_VISITS = 400
"""By then memory has stopped growing; holes that are left are filled again."""
COLLECTS_WITHIN_S = 30.0


@dataclass
class Memory:
    """Memory of one server, millions of bytes."""

    fresh: float = 0.0
    """After a few visits. Later, sessions would fill holes that those before them left, and seem to weigh nothing."""
    opened: float = 0.0
    before: float = 0.0
    after: float = 0.0
    highest: float = 0.0
    """While sessions came and went."""
    idle_sessions: int = 0
    visits: int = 0
    faults: Counter[str] = field(default_factory=Counter)

    @property
    def per_session(self) -> float:
        """What one open session holds."""
        return (self.opened - self.fresh) / self.idle_sessions

    @property
    def growth(self) -> float:
        """Memory after all visits, as a share of what it was before them."""
        return self.after / self.before


@contextlib.contextmanager
def collecting_server(kept_s: int = KEPT_AFTER_LEAVING_S) -> Iterator[Server]:
    """The app, collecting when asked, and keeping a session only so long after its visitor left."""
    kept = str(kept_s)
    with started_server("-m", "tests.load.collecting_server", STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL=kept) as server:
        yield server


async def memory_of_sessions(
    server: Server, idle: int, visits: int, warm_up: int = WARM_UP_VISITS, kept_s: int = KEPT_AFTER_LEAVING_S
) -> Memory:
    """So many idle sessions on Doorrekening, and then so many visits that come and go."""
    found = Memory(idle_sessions=idle, visits=visits)
    await _come_and_go(server, FIRST_VISITS, found)
    found.fresh = await _all_gone(server, found, kept_s)
    people = [OnDoorrekening(server.address, number) for number in range(idle)]
    try:
        for person in people:
            await counted(_stay(person), found.faults)
        found.opened = await _collected(server)
    finally:
        await asyncio.gather(*(person.visitor.leave() for person in people), return_exceptions=True)
    await _come_and_go(server, warm_up, found)
    found.before = await _all_gone(server, found, kept_s)
    await _come_and_go(server, visits, found)
    found.after = await _all_gone(server, found, kept_s)
    return found


async def _stay(person: OnDoorrekening) -> None:
    await person.open()
    await person.step()


async def _come_and_go(server: Server, visits: int, found: Memory) -> None:
    numbers = iter(range(visits))

    async def one_after_another() -> None:
        for number in numbers:
            person = OnDoorrekening(server.address, number)
            await counted(_stay(person), found.faults)
            await person.visitor.leave()
            found.highest = max(found.highest, memory_mb(server.process))

    await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))


async def _all_gone(server: Server, found: Memory, kept_s: int) -> float:
    """Memory once the sessions that were left have been dropped, which Streamlit does when another one is left."""
    await asyncio.sleep(kept_s + 0.2)
    await _come_and_go(server, 1, found)
    await asyncio.sleep(kept_s + 0.2)
    await _come_and_go(server, 1, found)
    return await _collected(server)


async def _collected(server: Server) -> float:
    """Memory after a collection of garbage, millions of bytes."""
    note = note_of(server.process)
    before = note.read_text() if note.exists() else ""
    os.kill(server.process, SIGNAL)
    deadline = time.monotonic() + COLLECTS_WITHIN_S
    while not note.exists() or note.read_text() in ("", before):
        if time.monotonic() > deadline:
            raise RuntimeError("the server did not collect")
        await asyncio.sleep(0.05)
    return memory_mb(server.process)
