"""The map in the browser, and what Python keeps of it: task, colour, chosen region, one or all tasks."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from components.frame import links, loading
from components.frame.linked_view import Field, LinkedView, codes, region_field, task_field
from components.frame.reports import reported_by
from components.look import component_files
from components.look.citation import INVENTORY_CREDIT
from components.look.region_shapes import TOPOLOGY_URL
from components.map.payload import LAYERS, MapContent, map_payload

_MAP = "region_map"

_map = component_files.component(_MAP, __file__, "map")


@dataclass(frozen=True)
class MapView:
    """What the visitor looks at. `region` is the region whose detail is shown; None until one is chosen."""

    task: str
    layer: str = "niveau"
    region: str | None = None
    all: bool = False


VIEW = LinkedView(
    "map_view",
    MapView,
    task=task_field(lambda mine: next(iter(loading.task_names()))),
    layer=Field(links.LAYER, "een kleuring", codes(lambda: LAYERS), lambda mine: MapView.layer),
    region=region_field(),
    all=Field(links.ALL, "een weergave", lambda: {"1": True}, lambda mine: MapView.all),
)


@st.cache_resource(show_spinner=False)
def _payload() -> MapContent:
    return map_payload(
        loading.table("regions"),
        loading.table("tasks"),
        loading.scale_choices(),
        loading.table("governance"),
        moved_borders(),
    )


@st.cache_resource(show_spinner=False)
def moved_borders() -> dict[str, str]:
    """Per region code one sentence on municipalities that moved in or out between 2013 and 2017."""
    names = loading.region_names()
    sentences: dict[str, list[str]] = {}
    changes = loading.table("boundary_changes").drop_duplicates(["municipality", "polygon_region_code"])
    for row in changes.itertuples():
        old, new = str(row.region_code), str(row.polygon_region_code)
        sentences.setdefault(old, []).append(f"{row.municipality} ligt op de kaart in {names[new]}")
        sentences.setdefault(new, []).append(f"{row.municipality} hoorde in 2013 bij {names[old]}")
    return {code: "; ".join(parts) + "." for code, parts in sentences.items()}


def show_map(mine: str | None, *, on_stage: bool = False) -> MapView:
    """The map; returns the view after what the visitor did. The data stays the same, so the map is never redrawn.

    On stage it fills the height that is left, with the list of tasks as its one control.
    """
    _map(
        key=_MAP,
        data={
            **_payload(),
            "topology": TOPOLOGY_URL,
            "credit": INVENTORY_CREDIT,
            "mine": mine,
            "onStage": on_stage,
            "start": VIEW.start(),
        },
        on_view_change=lambda: VIEW.hear(reported_by(_MAP, "view"), mine),
    )
    return VIEW.view
