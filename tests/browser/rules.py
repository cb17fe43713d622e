"""Rules that hold for every view: no serious accessibility fault, no request to another server, nothing sticks out."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ONLY_FAULTS = {"resultTypes": ["violations"]}
"""Without what is in order: of a large table that is most of the report, and most of the time."""


def serious_faults(page: Page, within: str | None = None) -> list[tuple[str, list[str]]]:
    """Serious and critical faults that axe-core finds on the page or `within` a part: the rule, and up to three places."""
    return [
        (fault["id"], [node["html"][:160] for node in fault["nodes"]][:3])
        for fault in Axe().run(page, context=within, options=ONLY_FAULTS).response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]


def foreign_requests(page: Page, address: str) -> list[str]:
    """List that fills with the address of every request, or socket, that goes to another server."""
    own = (f"{address}/", f"{address.replace('http', 'ws')}/", "data:", "blob:")
    found: list[str] = []

    def note(asked: str) -> None:
        if not asked.startswith(own):
            found.append(asked)

    page.on("request", lambda request: note(request.url))
    page.on("websocket", lambda socket: note(socket.url))
    return found


def sticks_out_px(page: Page) -> int:
    """How far the page reaches beyond the right edge of the screen."""
    width: int = page.evaluate(
        """() => {
            const main = document.querySelector('[data-testid=stMain]'), root = document.documentElement;
            return Math.max(main.scrollWidth - main.clientWidth, root.scrollWidth - window.innerWidth);
        }"""
    )
    return width
