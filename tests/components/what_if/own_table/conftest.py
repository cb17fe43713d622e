"""What a visit holds while no page runs."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch, address: dict[str, str]) -> dict[str, Any]:
    """What a visit holds on the server."""
    held: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", held)
    return held
