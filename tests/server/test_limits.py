"""What one visit may ask, and that another notices nothing of who asks too much."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection

from server.limits import WHOLE_PAGE, Bucket, cost_of, group_of, may_pass
from tests.server.asking import PATIENCE_S, close_code, message, rerun, until_finished, visit
from tests.serving import served_app

SMALL = {
    "SCHAALWIJZER_SOCKETS_PER_ADDRESS": "4",
    "SCHAALWIJZER_MESSAGES_AT_ONCE": "40",
    "SCHAALWIJZER_MESSAGES_PER_SECOND": "20",
    "SCHAALWIJZER_MESSAGE_BYTES": "100000",
}
DEVELOPERS_ONLY = [
    "clear_cache",
    "set_run_on_save",
    "load_git_info",
    "debug_disconnect_websocket",
    "debug_shutdown_runtime",
]


@pytest.fixture(scope="module")
def strict() -> Iterator[str]:
    """Address of a server that allows little."""
    with served_app(**SMALL) as address:
        yield address


def step_s(socket: ClientConnection) -> float:
    """Seconds that a visitor waits for a page."""
    started = time.monotonic()
    socket.send(rerun())
    until_finished(socket)
    return time.monotonic() - started


def test_an_allowance_fills_with_time_and_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    bucket = Bucket(rate=2, most=3, at=now)
    assert [bucket.take() for _ in range(5)] == [0, 0, 0, 0.5, 1.0]
    now += 1.0
    assert bucket.take() == 0.5
    now += 100
    assert bucket.is_full
    assert [bucket.take(3), bucket.take()] == [0, 0.5]


def test_a_whole_page_counts_for_several_steps() -> None:
    step = BackMsg.FromString(rerun())
    step.rerun_script.fragment_id = "panel"
    assert cost_of(BackMsg.FromString(rerun())) == WHOLE_PAGE > cost_of(step) == cost_of(_of("app_heartbeat")) == 1


@pytest.mark.parametrize("kind", DEVELOPERS_ONLY)
def test_messages_for_who_develops_go_no_further(kind: str) -> None:
    assert not may_pass(BackMsg.FromString(message(kind)))


def test_only_what_the_pages_send_passes() -> None:
    operation = BackMsg()
    operation.backend_operation_request.deferred_file.SetInParent()
    assert may_pass(operation)
    operation.backend_operation_request.install_skills.SetInParent()
    assert not may_pass(operation)
    files = BackMsg()
    files.file_urls_request.SetInParent()
    assert not may_pass(files)
    assert not may_pass(BackMsg())
    assert [kind for kind in ("rerun_script", "stop_script", "app_heartbeat") if not may_pass(_of(kind))] == []


def _of(kind: str) -> BackMsg:
    return BackMsg.FromString(rerun() if kind == "rerun_script" else message(kind))


@pytest.mark.parametrize(
    ("address", "group"),
    [
        ("10.1.2.3", "10.1.2.3"),
        ("::ffff:10.1.2.3", "10.1.2.3"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("onbekend", "onbekend"),
    ],
)
def test_one_machine_is_one_address(address: str, group: str) -> None:
    assert group_of(address) == group


def test_a_visit_goes_on_after_a_message_that_is_refused(strict: str) -> None:
    with visit(strict) as socket:
        for kind in DEVELOPERS_ONLY:
            socket.send(message(kind))
        assert step_s(socket) < PATIENCE_S


@pytest.mark.parametrize(("data", "code"), [(b"\xff\xff", 1002), ("tekst", 1003), (b"\x12" + bytes(100_001), 1009)])
def test_what_is_no_message_of_the_app_ends_the_visit(strict: str, data: bytes | str, code: int) -> None:
    with visit(strict) as socket:
        socket.send(data)
        assert close_code(socket) == code


def test_one_address_gets_so_many_visits_and_no_more_until_one_leaves(strict: str) -> None:
    with ExitStack() as stack:
        first = stack.enter_context(visit(strict))
        for _ in range(3):
            stack.enter_context(visit(strict))
        with pytest.raises(InvalidStatus) as refusal, visit(strict):
            pass
        assert refusal.value.response.status_code == 503
        first.close()
        time.sleep(0.2)
        stack.enter_context(visit(strict))


def test_who_believes_no_proxy_counts_by_the_real_address(strict: str) -> None:
    with ExitStack() as stack:
        for number in range(4):
            stack.enter_context(visit(strict, **{"X-Forwarded-For": f"10.0.0.{number}"}))
        with pytest.raises(InvalidStatus), visit(strict, **{"X-Forwarded-For": "10.0.0.9"}):
            pass


def test_behind_a_trusted_proxy_each_visitor_counts_alone() -> None:
    with served_app(**SMALL, SCHAALWIJZER_TRUSTED_PROXY="127.0.0.1") as address, ExitStack() as stack:
        for number in range(6):
            stack.enter_context(visit(address, **{"X-Forwarded-For": f"10.0.0.{number}"}))
        for _ in range(3):
            stack.enter_context(visit(address, **{"X-Forwarded-For": "10.0.0.1"}))
        with pytest.raises(InvalidStatus), visit(address, **{"X-Forwarded-For": "10.0.0.1"}):
            pass


def test_a_flood_is_slowed_and_others_notice_little(strict: str) -> None:
    with visit(strict) as other, visit(strict) as flood:
        alone = sorted(step_s(other) for _ in range(3))[1]
        time.sleep(2)
        started = time.monotonic()
        for _ in range(1000):
            flood.send(rerun())
        beside = sorted(step_s(other) for _ in range(3))[1]
        assert beside < 2 * alone + 0.2
        assert time.monotonic() - started < 10
