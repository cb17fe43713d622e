"""What a visitor of the load test makes of the messages of the server."""

from __future__ import annotations

import pytest
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.load.screen import Screen
from tests.load.wire import RUNS_KEPT


def begun(run: str, *fragments: str) -> ForwardMsg:
    message = ForwardMsg()
    message.new_session.initialize.session_id = "session"
    message.metadata.run.script_run_id = run
    message.metadata.run.fragment_ids.extend(fragments)
    return message


def drawn(place: int, key: str, data: str = "{}", *, fragment: str = "", content_hash: str = "") -> ForwardMsg:
    message = ForwardMsg(hash=content_hash)
    message.metadata.delta_path.extend([0, place])
    message.metadata.cacheable = bool(content_hash)
    message.delta.fragment_id = fragment
    component = message.delta.new_element.bidi_component
    component.id, component.json, component.js_content = f"$$ID-0a1b-{key}", data, "export default 1"
    return message


def reference(place: int, content_hash: str) -> ForwardMsg:
    message = ForwardMsg(ref_hash=content_hash)
    message.metadata.delta_path.extend([0, place])
    return message


def ended(status: ForwardMsg.ScriptFinishedStatus.ValueType = ForwardMsg.FINISHED_SUCCESSFULLY) -> ForwardMsg:
    return ForwardMsg(script_finished=status)


def after(*messages: ForwardMsg) -> Screen:
    screen = Screen()
    for message in messages:
        screen.take(message)
    return screen


def test_component_is_found_by_its_key_wherever_it_stands() -> None:
    screen = after(begun("1"), drawn(7, "what_if_panel", '{"heard": 3}'), drawn(2, "other-panel"), ended())
    panel = screen.widget("what_if_panel")
    assert panel is not None
    assert panel.data == {"heard": 3}
    assert screen.widget("panel") is None
    assert screen.session == "session"
    assert screen.pages_ended == 1


def test_what_a_run_no_longer_sends_is_gone_when_it_ends() -> None:
    screen = after(begun("1"), drawn(0, "a"), drawn(1, "b"), ended(), begun("2"), drawn(0, "a"))
    assert screen.widget("b") is not None
    screen.take(ended())
    assert screen.widget("b") is None
    assert screen.widget("a") is not None


def test_run_of_a_part_leaves_the_other_parts() -> None:
    screen = after(
        begun("1"),
        drawn(0, "a", fragment="one"),
        drawn(1, "b", fragment="one"),
        drawn(2, "c", fragment="two"),
        ended(),
        begun("2", "one"),
        drawn(0, "a", fragment="one"),
        ended(ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY),
    )
    assert [screen.widget(key) is not None for key in "abc"] == [True, False, True]
    assert screen.pages_ended == 1


def test_run_that_is_cut_short_takes_nothing_away() -> None:
    screen = after(begun("1"), drawn(0, "a"), ended(), begun("2"), ended(ForwardMsg.FINISHED_EARLY_FOR_RERUN))
    assert screen.widget("a") is not None
    assert screen.pages_ended == 1


def test_reference_stands_for_the_message_that_came_before() -> None:
    screen = after(begun("1"), drawn(0, "a", '{"n": 1}', content_hash="x"), ended(), begun("2"), reference(0, "x"))
    screen.take(ended())
    shown = screen.widget("a")
    assert shown is not None
    assert shown.data == {"n": 1}
    assert list(screen.cache.hashes) == ["x"]
    assert screen.faults == []


def test_message_that_no_run_needs_is_forgotten_as_a_browser_forgets_it() -> None:
    screen = after(begun("1"), drawn(0, "a", content_hash="x"), ended())
    for _ in range(RUNS_KEPT - 1):
        screen.take(ended())
    assert list(screen.cache.hashes) == ["x"]
    screen.take(ended())
    assert list(screen.cache.hashes) == []


def exception() -> ForwardMsg:
    message = drawn(0, "a")
    message.delta.new_element.exception.type = "ValueError"
    return message


def alert(kind: Alert.Format.ValueType) -> ForwardMsg:
    message = drawn(0, "a")
    message.delta.new_element.alert.format = kind
    message.delta.new_element.alert.body = "Het bestand ontbreekt."
    return message


def not_found() -> ForwardMsg:
    message = ForwardMsg()
    message.page_not_found.page_name = "karte"
    return message


@pytest.mark.parametrize("message", [exception(), alert(Alert.ERROR), not_found(), reference(0, "unknown")])
def test_what_a_visitor_would_see_as_a_fault_is_one(message: ForwardMsg) -> None:
    assert len(after(begun("1"), message).faults) == 1


def test_what_is_merely_told_is_no_fault() -> None:
    assert after(begun("1"), alert(Alert.INFO)).faults == []
