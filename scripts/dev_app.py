"""The app as `make dev` serves it: every page follows restarts."""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from scripts.following_restarts import ADDRESS, FollowsRestarts, started  # noqa: E402 - found in the folder named above

app = st.App(ROOT / "app.py", routes=[Route(ADDRESS, started)], middleware=[Middleware(FollowsRestarts)])
