"""A rerun of a part of the page leaves no element in the queue without those before it."""

from __future__ import annotations

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from components.frame import page  # noqa: F401  As every page does.

PART = "part"


def element(*path: int, part: str = "") -> ForwardMsg:
    message = ForwardMsg()
    message.metadata.delta_path[:] = path
    message.delta.new_element.markdown.body = "text"
    message.delta.fragment_id = part
    return message


def reference(*path: int) -> ForwardMsg:
    message = ForwardMsg()
    message.metadata.delta_path[:] = path
    message.ref_hash = "known to the browser"
    return message


def waiting_after(fragments: list[str] | None, *messages: ForwardMsg, sent: int = 0) -> list[tuple[int, ...]]:
    """Paths that wait after a rerun of the parts; the browser already got the first `sent` messages."""
    queue = ForwardMsgQueue()
    for message in messages[:sent]:
        queue.enqueue(message)
    assert len(queue.flush()) == sent
    for message in messages[sent:]:
        queue.enqueue(message)
    queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=fragments)
    return [tuple(message.metadata.delta_path) for message in queue.flush()]


PAGE = (
    element(0, 0),
    reference(0, 1),
    element(0, 2, part=PART),
    element(0, 2, 8, part=PART),
    reference(0, 2, 9),
    element(0, 2, 10, part=PART),
    reference(0, 2, 11, 0),
    element(0, 3, part="other part"),
    reference(0, 3, 0),
    reference(0, 4),
)
OUTSIDE = [(0, 0), (0, 1), (0, 3), (0, 3, 0), (0, 4)]


def test_references_in_the_part_that_runs_again_go_with_its_elements() -> None:
    """Seen on Samenwerking after a fast way back: element 10 came without 8 and 9."""
    assert waiting_after([PART], *PAGE) == OUTSIDE


def test_also_where_the_browser_already_got_the_start_of_the_part() -> None:
    for sent in (3, 4, 5, 6):
        assert waiting_after([PART], *PAGE, sent=sent) == [(0, 3), (0, 3, 0), (0, 4)], sent


def test_a_run_of_the_whole_page_drops_all_that_waits() -> None:
    assert waiting_after(None, *PAGE) == []


def test_streamlit_itself_still_leaves_them() -> None:
    """Once it does not, `components.frame.message_queue` can go."""
    queue = ForwardMsgQueue()
    for message in PAGE:
        queue.enqueue(message)
    ForwardMsgQueue.clear.__wrapped__(queue, retain_lifecycle_msgs=True, fragment_ids_this_run=[PART])  # type: ignore[attr-defined]
    assert (0, 2, 9) in [tuple(message.metadata.delta_path) for message in queue.flush()]


def test_a_part_that_moved_is_known_by_its_new_place() -> None:
    queue = ForwardMsgQueue()
    queue.enqueue(element(0, 1, part=PART))
    queue.clear(retain_lifecycle_msgs=True)
    for message in (reference(0, 1), element(0, 2, part=PART), reference(0, 2, 0)):
        queue.enqueue(message)
    queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=[PART])
    assert [tuple(message.metadata.delta_path) for message in queue.flush()] == [(0, 1)]
