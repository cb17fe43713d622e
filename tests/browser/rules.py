"""Rules that hold for every view: no serious accessibility fault, and no request to another server."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def serious_faults(page: Page) -> list[tuple[str, list[str]]]:
    """Serious and critical faults that axe-core finds: the rule, and up to three places."""
    return [
        (fault["id"], [node["html"][:160] for node in fault["nodes"]][:3])
        for fault in Axe().run(page).response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]


def foreign_requests(page: Page, address: str) -> list[str]:
    """List that fills with the address of every request that goes to another server."""
    own = (address, address.replace("http", "ws"), "data:", "blob:")
    found: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(own) else found.append(request.url))
    return found
