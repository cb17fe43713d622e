"""Visits to a real server: every step is answered, with the figures of the model, and what goes wrong is noticed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from tests.load import map_protocol, what_if_protocol
from tests.load.collecting_server import SIGNAL
from tests.load.crowd import Outcome, crowd
from tests.load.memory import collecting_server, memory_of_sessions
from tests.load.mixed_day import mixed_day
from tests.load.model_costs import costs_after, costs_at
from tests.load.people import OnBareSlider, OnDoorrekening, OnKaart
from tests.load.running import run
from tests.load.slow_reader import STEPS, steps_beside
from tests.load.visitor import FaultError, Visitor
from tests.serving import APP, Server, started_server

PEOPLE = 3
SECONDS = 5
SHORT_SECONDS = 3


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with started_server(*APP) as started:
        yield started


def all_answered(outcome: Outcome, seconds: int) -> bool:
    assert outcome.faults == {}
    assert len(outcome.steps) + outcome.skipped == PEOPLE * seconds
    return all(0 < step.results_s <= step.ready_s for step in outcome.steps)


def test_three_people_step_for_five_seconds_on_doorrekening(server: Server) -> None:
    outcome = run(crowd("doorrekening", [server], OnDoorrekening, PEOPLE, SECONDS))
    assert all_answered(outcome, SECONDS)
    assert len(outcome.steps) > PEOPLE
    assert 0 < outcome.processor_ms < 1000
    assert outcome.kilobytes > len(outcome.steps)


def test_three_people_choose_tasks_on_kaart(server: Server) -> None:
    outcome = run(crowd("kaart", [server], OnKaart, PEOPLE, SHORT_SECONDS))
    assert all_answered(outcome, SHORT_SECONDS)
    assert len(outcome.steps) > PEOPLE


def test_results_of_each_step_are_those_of_the_model(server: Server) -> None:
    async def visit() -> None:
        person = OnDoorrekening(server.address, 11)
        await person.open()
        assert len(what_if_protocol.sliders(person.visitor.screen)) > 20
        before = what_if_protocol.shown_costs(person.visitor.screen)
        moved = 0
        for _ in range(12):
            await person.step()
            shown = what_if_protocol.shown_costs(person.visitor.screen)
            assert shown == costs_after(person.changes)
            moved += shown != before
            before = shown
        # Else figures of an older step would pass.
        assert moved > 6
        await person.visitor.leave()

    run(visit())


def test_address_follows_the_steps(server: Server) -> None:
    async def visit() -> tuple[str, dict[str, int], str]:
        person, on_map = OnDoorrekening(server.address, 3), OnKaart(server.address, 4)
        await person.open()
        await on_map.open()
        for _ in range(4):
            await person.step()
            await on_map.step()
        await person.visitor.until(lambda now: _leads_to(now.query, person.changes), "address")
        await on_map.visitor.until(lambda now: f"taak={on_map.task}" in now.query, "address")
        await person.visitor.leave()
        await on_map.visitor.leave()
        return person.visitor.screen.query, person.changes, on_map.visitor.screen.query

    query, changes, on_map = run(visit())
    assert _leads_to(query, changes)
    assert map_protocol.QUERY in on_map


def _leads_to(query: str, changes: Mapping[str, int]) -> bool:
    return "=" in query and costs_at(query) == costs_after(changes)


def test_menu_leads_from_page_to_page_in_one_session(server: Server) -> None:
    async def visit() -> list[str]:
        visitor = Visitor(server.address)
        await visitor.open()
        sessions = [visitor.screen.session]
        for page in (map_protocol.PAGE, what_if_protocol.PAGE, ""):
            await visitor.go_to(page)
            sessions.append(visitor.screen.session)
        assert visitor.screen.widget(what_if_protocol.PANEL) is None
        await visitor.leave()
        return sessions

    assert len(set(run(visit()))) == 1


async def _to_a_page_that_is_not_there(visitor: Visitor) -> None:
    await visitor.open("karte")


async def _without_an_answer(visitor: Visitor) -> None:
    await visitor.open(what_if_protocol.PAGE)
    await visitor.until(lambda now: False, "answer", within_s=0.2)


async def _with_a_lost_connection(visitor: Visitor) -> None:
    await visitor.open(what_if_protocol.PAGE)
    visitor.break_off()
    await visitor.until(lambda now: False, "answer")


async def _step_after_leaving(visitor: Visitor) -> None:
    await visitor.open(what_if_protocol.PAGE)
    await visitor.leave()
    await visitor.set_state(what_if_protocol.PANEL, {"steps": None})


async def _slider_that_is_not_there(visitor: Visitor) -> None:
    await visitor.open(map_protocol.PAGE)
    await visitor.set_slider(what_if_protocol.PANEL, 3)


async def _where_nobody_listens(visitor: Visitor) -> None:
    visitor.address = "http://127.0.0.1:9"
    await visitor.open()


@pytest.mark.parametrize(
    ("visit", "told"),
    [
        (_to_a_page_that_is_not_there, "page not found"),
        (_without_an_answer, "no answer within"),
        (_with_a_lost_connection, "connection lost"),
        (_step_after_leaving, "connection lost"),
        (_slider_that_is_not_there, "no what_if_panel on the page"),
        (_where_nobody_listens, "no connection"),
    ],
)
def test_what_goes_wrong_is_a_fault(server: Server, visit: Any, told: str) -> None:
    async def visited() -> None:
        visitor = Visitor(server.address)
        try:
            await visit(visitor)
        finally:
            await visitor.leave()

    with pytest.raises(FaultError, match=told):
        run(visited())


def test_bare_slider_is_stepped_the_same_way() -> None:
    with started_server("-m", "streamlit", "run", "tests/load/bare_app.py") as bare:
        outcome = run(crowd("bare", [bare], OnBareSlider, PEOPLE, SHORT_SECONDS))
    assert all_answered(outcome, SHORT_SECONDS)
    assert len(outcome.steps) > PEOPLE


def test_server_collects_at_a_signal_and_memory_is_read() -> None:
    assert SIGNAL.name == "SIGUSR1"
    with collecting_server(kept_s=1) as started:
        found = run(memory_of_sessions(started, idle=2, visits=4, warm_up=2, kept_s=1))
    assert found.faults == {}
    assert 50 < found.before < 1000
    assert found.highest >= min(found.opened, found.after)


@pytest.mark.deep
def test_sessions_that_have_gone_leave_little() -> None:
    with collecting_server() as started:
        found = run(memory_of_sessions(started, idle=20, visits=200))
    assert found.faults == {}
    assert found.growth < 1.3
    assert found.per_session < 3


@pytest.mark.deep
def test_mixed_day_has_no_faults_and_everyone_comes_back() -> None:
    with started_server(*APP) as one, started_server(*APP) as two:
        outcome = run(mixed_day([one, two], people=6, seconds=30))
    assert outcome.faults == {}
    assert len(outcome.steps) > 40
    assert len(outcome.opened_s) > 2 * 6


@pytest.mark.deep
@pytest.mark.parametrize("people", [25])
def test_every_step_of_many_people_is_answered(people: int) -> None:
    with started_server(*APP) as one, started_server(*APP) as two:
        outcome = run(crowd("doorrekening", [one, two], OnDoorrekening, people, 10))
    assert outcome.faults == {}
    assert len(outcome.steps) > 5 * people


@pytest.mark.deep
def test_burdens_are_measured_beside_steps_that_are_all_answered(server: Server) -> None:
    found = run(steps_beside(server))
    measured: Sequence[Sequence[float]] = (
        found.alone_s,
        found.beside_reader_s,
        found.beside_slow_reader_s,
        found.beside_flood_s,
    )
    assert [len(steps) for steps in measured] == [STEPS] * 4
