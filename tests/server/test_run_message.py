"""The message that begins a run is the one that Streamlit makes, whichever session and run it is for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime.app_session import AppSession, AppSessionState

from server.run_message import keep_run_message

PAGES = {"hash": {"page_name": "kaart", "icon": "", "page_script_hash": "hash"}}


def session(name: str, *, running: bool) -> Any:
    """What the message reads of a session."""
    return SimpleNamespace(
        id=name,
        _run_on_save=False,
        _state=AppSessionState.APP_IS_RUNNING if running else AppSessionState.APP_NOT_RUNNING,
        _script_data=SimpleNamespace(name="app", is_hello=False, main_script_path="/app.py"),
        _pages_manager=SimpleNamespace(main_script_path="/app.py", main_script_hash="main", get_pages=lambda: PAGES),
        _populate_app_pages=lambda message, pages: AppSession._populate_app_pages(None, message, pages),  # type: ignore[arg-type]
        _compute_skills_nudge_state=lambda: (False, ""),
    )


@pytest.fixture
def made_before(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Streamlit's own way to make it; the shared one is in place meanwhile."""
    own = AppSession._create_new_session_message
    own = getattr(own, "__wrapped__", own)
    monkeypatch.setattr(AppSession, "_create_new_session_message", own)
    keep_run_message()
    return own


RUNS = [
    ("one", True, SimpleNamespace(script_run_id="r1", fragment_ids=("part",))),
    ("two", False, SimpleNamespace(script_run_id="r2", fragment_ids=())),
    ("one", False, SimpleNamespace(script_run_id="r3", fragment_ids=("a", "b"))),
]


def test_every_message_is_what_streamlit_makes(made_before: Any) -> None:
    for name, running, run in RUNS:
        of = session(name, running=running)
        shared = AppSession._create_new_session_message(of, f"page of {name}", run, PAGES)
        assert shared == made_before(of, f"page of {name}", run, PAGES)
        assert shared.new_session.initialize.session_id == name


def test_a_second_time_changes_nothing(made_before: Any) -> None:
    in_place = AppSession._create_new_session_message
    keep_run_message()
    assert AppSession._create_new_session_message is in_place
    assert in_place.__wrapped__ is made_before  # type: ignore[attr-defined]
