"""The page `docs/bewijs.md`: what was measured, on what machine, when, of which version."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from components.look.words import date_words
from tests.load.machine import processor_model
from tests.serving import ROOT

PAGE = ROOT / "docs" / "bewijs.md"


def with_section(page: str, command: str, text: str) -> str:
    """The page with this text in the place that is kept for a command; what else stands on it stays.

    Raises
    ------
    ValueError
        If the page keeps no place for the command.
    """
    start, end = f"<!-- {command}: begin -->\n", f"<!-- {command}: einde -->"
    before, found, rest = page.partition(start)
    _, found_end, after = rest.partition(end)
    if not found or not found_end:
        raise ValueError(f"the page keeps no place for {command}")
    return f"{before}{start}\n{text.strip()}\n\n{end}{after}"


def write_proof(command: str, paragraphs: Sequence[str], page: Path = PAGE) -> None:
    """Puts what a run of a command found on the page."""
    text = "\n\n".join([circumstances(), *paragraphs])
    page.write_text(with_section(page.read_text(encoding="utf8"), command, text), encoding="utf8")


def circumstances() -> str:
    """When, where and of what was measured."""
    day = date_words(date.today())
    product = (ROOT / "VERSION").read_text(encoding="utf8").strip()
    return (
        f"Gemeten op {day} op {os.cpu_count()} kernen ({processor_model()}), {platform.system()} "
        f"{platform.release()}, Python {platform.python_version()}, Streamlit {version('streamlit')}; "
        f"versie {product}, git {_revision()}."
    )


def _revision() -> str:
    """Revision of the code, with a word where the working tree differs from it."""
    command = ["git", "describe", "--always", "--dirty=-gewijzigd", "--exclude=*"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    return done.stdout.strip() or "onbekend"
