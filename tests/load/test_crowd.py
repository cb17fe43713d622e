"""How a crowd is counted, with people who need no server."""

from __future__ import annotations

import asyncio
import math
import os
import time

import pytest

from tests.load import crowd as crowd_module
from tests.load.crowd import Outcome, crowd, quantile
from tests.load.machine import memory_mb, processor_s
from tests.load.people import Step
from tests.load.running import run
from tests.load.visitor import FaultError, Visitor
from tests.serving import Server

BEAT_S = 0.1
HERE = [Server("http://127.0.0.1:9", os.getpid())]


class Quick:
    """Someone whose steps take no time, and who keeps them."""

    takes_s = 0.0

    def __init__(self, address: str, number: int) -> None:
        self.visitor = Visitor(address)
        self.number = number

    async def open(self, query: str = "") -> float:
        return 0.01

    async def step(self) -> Step:
        await asyncio.sleep(self.takes_s)
        return Step(self.takes_s / 2, self.takes_s)


class Slow(Quick):
    takes_s = 1.5 * BEAT_S


class Unlucky(Quick):
    async def step(self) -> Step:
        raise FaultError("no results within 20 s")


class ShutOut(Quick):
    async def open(self, query: str = "") -> float:
        if self.number == 0:
            raise FaultError("no connection: OSError")
        return 0.01


@pytest.fixture(autouse=True)
def _short_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowd_module, "STEP_EVERY_S", BEAT_S)
    monkeypatch.setattr(crowd_module, "WARM_UP_S", BEAT_S)


def counted(kind: type[Quick]) -> Outcome:
    return run(crowd("test", HERE, kind, 3, 10 * BEAT_S))


def test_each_makes_a_step_at_every_beat() -> None:
    outcome = counted(Quick)
    assert len(outcome.steps) + outcome.skipped == 30
    assert outcome.skipped <= 15
    assert outcome.seconds >= 9 * BEAT_S
    assert outcome.faults.total() == 0


def test_whoever_is_not_ready_waits_for_the_next_beat_and_is_counted() -> None:
    outcome = counted(Slow)
    assert len(outcome.steps) + outcome.skipped == 30
    assert outcome.skipped >= 15
    assert outcome.ready_ms(0.5) == pytest.approx(150)
    assert outcome.results_ms(0.5) == pytest.approx(75)


def test_faults_are_counted_and_are_no_steps() -> None:
    outcome = counted(Unlucky)
    assert outcome.steps == []
    assert outcome.faults["no results within 20 s"] + outcome.skipped == 30
    assert outcome.faults.total() > 10
    assert math.isnan(outcome.ready_ms(0.95))
    assert math.isnan(outcome.processor_ms)


def test_whoever_does_not_get_in_is_counted_and_makes_no_steps() -> None:
    outcome = counted(ShutOut)
    assert outcome.faults == {"no connection: OSError": 1}
    assert len(outcome.steps) + outcome.skipped == 20
    assert len(outcome.opened_s) == 2


def test_two_moments_of_the_same_crowd_add_up() -> None:
    first, second = counted(Quick), counted(ShutOut)
    both = first.added(second)
    assert len(both.steps) == len(first.steps) + len(second.steps)
    assert both.faults == second.faults
    assert both.served_per_s == pytest.approx(len(both.steps) / (first.seconds + second.seconds))


def test_quantiles() -> None:
    values = list(range(1, 101))
    assert [quantile(values, share) for share in (0, 0.5, 0.95, 1)] == [1, 50, 95, 100]
    assert math.isnan(quantile([], 0.5))


def test_processor_time_and_memory_of_a_process_are_read() -> None:
    before_s, before_mb = processor_s(os.getpid()), memory_mb(os.getpid())
    held = bytearray(os.urandom(1)) * 50_000_000
    end = time.process_time() + 0.1
    while time.process_time() < end:
        pass
    assert 0.05 < processor_s(os.getpid()) - before_s < 1
    assert memory_mb(os.getpid()) - before_mb == pytest.approx(len(held) / 1e6, rel=0.2)
