"""Runs visits of a test to their end."""

from __future__ import annotations

from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import uvloop

Outcome = TypeVar("Outcome")


def run(visit: Coroutine[Any, Any, Outcome]) -> Outcome:
    """What a visit comes to. In a thread of its own: in that of the tests the loop of the browser tests may run."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(uvloop.run, visit).result()
