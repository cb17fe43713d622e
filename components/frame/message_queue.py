"""Mends how Streamlit 1.67 drops messages that a rerun of a part of the page makes superfluous.

Where such a rerun starts while messages of the whole page still wait, Streamlit drops the waiting ones of that part,
but not those that only refer to what the browser already has. The browser then gets an element without the ones before
it and shows an error instead of the page, as to whoever goes back while a page is still being built.
"""

from __future__ import annotations

from functools import wraps
from weakref import WeakKeyDictionary

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

_places: WeakKeyDictionary[ForwardMsgQueue, dict[str, tuple[int, ...]]] = WeakKeyDictionary()
"""Where each part of the page of each visitor stands: the path of its container, which is sent before all within it."""


def drop_references_with_their_part() -> None:
    """Lets the queues of all visitors drop references together with their part of the page; again does nothing."""
    enqueue, clear = ForwardMsgQueue.enqueue, ForwardMsgQueue.clear
    if hasattr(clear, "__wrapped__"):
        return

    @wraps(enqueue)
    def enqueue_and_note_place(self: ForwardMsgQueue, msg: ForwardMsg) -> None:
        if msg.HasField("delta") and msg.delta.fragment_id:
            _places.setdefault(self, {}).setdefault(msg.delta.fragment_id, tuple(msg.metadata.delta_path))
        enqueue(self, msg)

    @wraps(clear)
    def clear_with_references(
        self: ForwardMsgQueue, retain_lifecycle_msgs: bool = False, fragment_ids_this_run: list[str] | None = None
    ) -> None:
        clear(self, retain_lifecycle_msgs, fragment_ids_this_run)
        if fragment_ids_this_run is None:
            if retain_lifecycle_msgs:
                # The whole page runs again: its parts may come to stand elsewhere.
                _places.pop(self, None)
            return
        places = [path for part, path in _places.get(self, {}).items() if part in fragment_ids_this_run]
        self._queue = [
            message
            for message in self._queue
            if not message.HasField("ref_hash")
            or not any(tuple(message.metadata.delta_path[: len(path)]) == path for path in places)
        ]

    ForwardMsgQueue.enqueue = enqueue_and_note_place  # type: ignore[method-assign]
    ForwardMsgQueue.clear = clear_with_references  # type: ignore[method-assign]
