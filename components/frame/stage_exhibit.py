"""A page on stage of which the one thing is the drawing of its exhibit."""

from __future__ import annotations

from components.frame.stage import show_on_stage
from components.look.exhibit import Exhibit
from components.look.exhibit_drawing import show_drawing


def show_exhibit(exhibit: Exhibit) -> None:
    """What the exhibit says, and below it what it draws. Raises TypeError for a map, which draws itself."""
    show_on_stage(exhibit)
    show_drawing(exhibit)
