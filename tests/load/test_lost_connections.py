"""What a visitor keeps when the connection or the server is lost, as far as the protocol shows it."""

from __future__ import annotations

import pytest

from tests.load import what_if_protocol
from tests.load.model_costs import costs_after, costs_at
from tests.load.people import OnDoorrekening
from tests.load.running import run
from tests.load.visitor import FaultError, Visitor
from tests.serving import APP, Server, started_server

OF_BEFORE = "00000000-0000-0000-0000-000000000000"


def test_session_goes_on_after_a_cut_connection_and_the_view_returns_after_a_restart() -> None:
    with started_server(*APP) as first:
        left_with = run(_steps_and_a_cut(first))
    with started_server(*APP) as second:
        run(_returns_by_the_address(second, left_with))
        assert run(_asks_for_a_session_of_before(second)) not in ("", OF_BEFORE)


async def _steps_and_a_cut(server: Server) -> str:
    """Address that somebody leaves with."""
    person = OnDoorrekening(server.address, 1)
    screen = person.visitor.screen
    await person.open()
    await person.step()
    await person.step()
    session, stamp = screen.session, person.stamp
    person.visitor.break_off()
    with pytest.raises(FaultError, match="connection lost"):
        await person.visitor.until(lambda now: False, "nothing")

    await person.visitor.connect(resume=True)
    # A browser asks for nothing at this point; the next step counts on from the steps before the cut.
    await person.step()
    assert screen.session == session
    assert (person.stamp.revision, person.stamp.number) == (stamp.revision, stamp.number + 1)
    assert what_if_protocol.shown_costs(screen) == costs_after(person.changes)

    await person.visitor.until(
        lambda now: "=" in now.query and costs_at(now.query) == costs_after(person.changes), "address"
    )
    await person.visitor.leave()
    return screen.query


async def _returns_by_the_address(server: Server, query: str) -> None:
    person = OnDoorrekening(server.address, 1)
    await person.open(query)
    assert what_if_protocol.shown_costs(person.visitor.screen) == costs_at(query)
    assert person.visitor.screen.query == query
    await person.step()
    await person.visitor.leave()


async def _asks_for_a_session_of_before(server: Server) -> str:
    """Session that somebody gets who asks for one that the server does not know."""
    visitor = Visitor(server.address)
    visitor.screen.session = OF_BEFORE
    await visitor.connect(resume=True)
    await visitor.ask(page_name=what_if_protocol.PAGE)
    await visitor.until(lambda now: now.pages_ended > 0, "page")
    await visitor.leave()
    return visitor.screen.session
