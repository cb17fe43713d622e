"""Makes the message with which every run of a page begins from one that was made before.

Streamlit 1.67 reads some sixty settings for it, the same every time, at every step of every visitor: a millisecond of
the fourteen that a step may take.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession, AppSessionState


def keep_run_message() -> None:
    """Lets all sessions of this process share what is the same in their messages; again does nothing."""
    make = AppSession._create_new_session_message
    if hasattr(make, "__wrapped__"):
        return
    kept: list[ForwardMsg] = []

    @wraps(make)
    def from_kept(
        self: AppSession, page_script_hash: str, run_descriptor: Any, pages: dict[str, Any] | None = None
    ) -> ForwardMsg:
        if not kept:
            first = make(self, page_script_hash, run_descriptor, pages)
            kept.append(ForwardMsg())
            kept[0].CopyFrom(first)
            kept[0].ClearField("metadata")
            del kept[0].new_session.app_pages[:]
            return first
        message = ForwardMsg()
        message.CopyFrom(kept[0])
        app_session._set_run_identity(message, run_descriptor)
        message.new_session.page_script_hash = page_script_hash
        self._populate_app_pages(message.new_session, pages or self._pages_manager.get_pages())
        start = message.new_session.initialize
        start.session_id = self.id
        start.session_status.run_on_save = self._run_on_save
        start.session_status.script_is_running = self._state == AppSessionState.APP_IS_RUNNING
        return message

    AppSession._create_new_session_message = from_kept  # type: ignore[method-assign]
