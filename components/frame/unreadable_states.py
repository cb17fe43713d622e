"""Keeps what no widget can say from reaching one.

Streamlit 1.67 trusts what a browser reports: a text where a widget has a number, JSON that is none or that nests too
deep, half a sign that cannot be sent back. It then shows its error instead of the page, and goes on doing so at every
step, for it keeps what was reported. Such a report counts here as not made: the widget keeps the value that it had.
"""

from __future__ import annotations

import json
import re
from functools import wraps
from typing import Any

import pandas as pd
from streamlit.elements.widgets import data_editor
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.session_state import Serialized, WStates

_JSON = ("json_value", "json_trigger_value")
_HALF_A_SIGN = re.compile(r"\\u[dD][89a-fA-F]")


def drop_unreadable_states() -> None:
    """Lets the widgets of all visitors ignore what they cannot read; again does nothing."""
    get = WStates.__getitem__
    if hasattr(get, "__wrapped__"):
        return

    @wraps(get)
    def get_readable(self: WStates, k: str) -> Any:
        state, metadata = self.states.get(k), self.widget_metadata.get(k)
        if not isinstance(state, Serialized) or metadata is None:
            return get(self, k)
        if not _is_of_its_kind(state.value, metadata):
            raise KeyError(k)
        try:
            return get(self, k)
        except Exception as error:
            # Each kind of widget reads in its own way, and none of them says what it may run into.
            raise KeyError(k) from error

    WStates.__getitem__ = get_readable  # type: ignore[method-assign]
    _drop_edits_that_do_not_fit()


def _drop_edits_that_do_not_fit() -> None:
    """Lets a table that can be typed in stay as it is where the reported edits name rows or columns that it lacks."""
    apply = data_editor._apply_dataframe_edits

    @wraps(apply)
    def apply_fitting(df: pd.DataFrame, data_editor_state: Any, dataframe_schema: Any) -> pd.DataFrame:
        # Edits are made in place, one after another.
        untouched = df.copy()
        try:
            return apply(df, data_editor_state, dataframe_schema)
        except Exception:
            return untouched

    data_editor._apply_dataframe_edits = apply_fitting


def _is_of_its_kind(reported: WidgetState, metadata: WidgetMetadata[Any]) -> bool:
    kind = reported.WhichOneof("value")
    if kind is None:
        return True
    return kind == metadata.value_type and (kind not in _JSON or _can_be_sent_back(getattr(reported, kind)))


def _can_be_sent_back(text: str) -> bool:
    """Whether JSON holds whole signs only: half a surrogate pair passes as text, and then cannot be sent."""
    if not _HALF_A_SIGN.search(text):
        return True
    try:
        json.dumps(json.loads(text), ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return False
    return True
