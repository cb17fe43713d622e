"""What the map of Kaart and Python say to each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model.site.site_map import CHOSEN
from tests.load.screen import Screen

PAGE = "kaart"
MAP = "region_map"
REGION = "JZ01"
"""Region that is looked at; beside the map stands what it chose for the task."""
QUERY = f"{CHOSEN}={REGION}"


def tasks(screen: Screen) -> dict[str, str]:
    """Names of the tasks by code."""
    shown = screen.widget(MAP)
    return {code: name for code, name, _ in shown.data["tasks"]} if shown else {}


def start(screen: Screen) -> dict[str, Any]:
    """View that the map starts from, with the number of that start."""
    shown = screen.widget(MAP)
    return dict(shown.data["start"]) if shown else {}


def report(view: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """What the map reports when something is chosen on it, and the component that reports it."""
    return MAP, {"view": dict(view)}


def task_is_shown(screen: Screen, name: str) -> bool:
    """Whether what stands beside the map is about this task."""
    return any(f"**{name}**" in text for text in screen.texts())
