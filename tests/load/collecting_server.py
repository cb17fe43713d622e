"""The app as `python -m server` starts it, that collects garbage when it gets a signal and then notes that it did.

What is left after that is held by something: what Python has merely not come round to does not count, nor do free pages
that the C library keeps for later.
"""

from __future__ import annotations

import ctypes
import gc
import os
import runpy
import signal
from pathlib import Path
from types import FrameType

from tests.serving import ROOT

SIGNAL = signal.SIGUSR1


def note_of(process: int) -> Path:
    """File in which the process notes how often it has collected."""
    return ROOT / "test-results" / f"collected-{process}.txt"


def collect(number: int, frame: FrameType | None) -> None:
    """Collects, and notes it."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    note = note_of(os.getpid())
    before = int(note.read_text()) if note.exists() else 0
    note.write_text(str(before + 1))


if __name__ == "__main__":
    note_of(os.getpid()).unlink(missing_ok=True)
    signal.signal(SIGNAL, collect)
    runpy.run_module("server", run_name="__main__", alter_sys=True)
