"""Links into the app that keep "uw regio" and the task."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from components.frame import links
from model.site.site_map import AppLink


def looking_at(region_code: str, mine: str | None) -> dict[str, str]:
    """Keys of the address under which a page shows a region; without "uw regio" it becomes that."""
    along = {key: value for key, value in links.here_goes_along().items() if key != links.REGION}
    if mine is None or mine == region_code:
        return {links.REGION: region_code, **along}
    return {links.REGION: mine, links.CHOSEN: region_code, **along}


def address_keys(link: AppLink, mine: str | None) -> dict[str, str]:
    """Keys of the address of a link; "uw regio" and the task go along."""
    own = looking_at(link.region_code, mine) if link.region_code else {links.REGION: mine} if mine else {}
    return {**links.here_goes_along(), **own, **dict(link.query)}


def href(page: str, query: Mapping[str, str]) -> str:
    """Address of a page, from any page of the app."""
    return f"{page or './'}?{urlencode(query)}" if query else page or "./"
