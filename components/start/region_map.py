"""The map on the start page: a click on a region makes it "uw regio"."""

from __future__ import annotations

from components.frame import loading, page
from components.frame.reports import text_reported_by
from components.look import component_files
from components.look.region_shapes import TOPOLOGY_URL

_MAP = "start_map"

_map = component_files.component(_MAP, __file__, "region_map")


def show_region_map(mine: str | None) -> None:
    """Country in which one's own region stands out."""
    _map(
        key=_MAP,
        data={
            "topology": TOPOLOGY_URL,
            "regions": [list(item) for item in loading.region_names().items()],
            "mine": mine,
        },
        on_region_change=_on_region,
    )


def _on_region() -> None:
    code = text_reported_by(_MAP, "region")
    if code is not None and code in loading.region_names():
        page.adopt_region(code)
