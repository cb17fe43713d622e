"""Links that look at a region and keep "mijn regio"."""

from __future__ import annotations

from components.frame import links


def looking_at(region_code: str, mine: str | None) -> dict[str, str]:
    """Keys of the address under which a page shows a region; without "mijn regio" it becomes that."""
    if mine is None or mine == region_code:
        return {links.REGION: region_code}
    return {links.REGION: mine, links.CHOSEN: region_code}
