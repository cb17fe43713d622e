"""Choice of the next or previous entry of a list by keyboard, from a control that has the focus."""

from __future__ import annotations

from playwright.sync_api import Page


def choose_in_select(page: Page, step: int) -> None:
    """In a list of the browser itself: the next (+1) or previous (-1) entry."""
    page.keyboard.press("ArrowDown" if step > 0 else "ArrowUp")


def choose_in_dash_dropdown(page: Page, step: int) -> None:
    """In a dropdown of Dash: the next (+1) or previous (-1) entry."""
    page.keyboard.press("ArrowDown")
    page.locator(".dash-options-list-option-checkbox:focus").wait_for()
    page.keyboard.press("ArrowDown" if step > 0 else "ArrowUp")
    # The list stays open until Enter, so only the choice itself is timed.
    page.wait_for_timeout(100)
    page.keyboard.press("Enter")
