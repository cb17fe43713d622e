"""The map in the browser, and what Python keeps of it: task, colour, chosen region, one or all tasks."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

import streamlit as st

from components.frame import links, loading
from components.look import component_files
from components.look.citation import INVENTORY_CREDIT
from components.look.region_shapes import TOPOLOGY_URL
from components.map.payload import LAYERS, map_payload

_KEY = "map_view"

_map = component_files.component("region_map", __file__, "map")


@dataclass(frozen=True)
class MapView:
    """What the visitor looks at. `region` is the region whose detail is shown; None until one is chosen."""

    task: str
    layer: str = "niveau"
    region: str | None = None
    all: bool = False


@st.cache_resource(show_spinner=False)
def _payload() -> dict[str, Any]:
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


def view_from_link(default_region: str | None) -> MapView:
    """View that the address asks for; what it leaves out gets the default, what is unknown is said on the page."""
    tasks, names = loading.task_names(), loading.region_names()
    return MapView(
        task=links.from_link(links.TASK, tasks, "een taak") or next(iter(tasks)),
        layer=links.from_link(links.LAYER, LAYERS, "een kleuring") or "niveau",
        region=links.from_link(links.CHOSEN, names, "een regio") or default_region,
        all=links.from_link(links.ALL, ("1",), "een weergave") == "1",
    )


def open_view(asked: MapView) -> None:
    """Start of a page run: takes over the view of the address, unless it is the one that is already shown."""
    stored = st.session_state.get(_KEY)
    # Someone who comes back to the page meets a new map, which starts from `start` again.
    if stored is None or asked != stored["view"] or asked != stored["start"]:
        revision = 1 if stored is None else stored["revision"] + 1
        st.session_state[_KEY] = {"view": asked, "start": asked, "revision": revision}


def show_map(mine: str | None) -> MapView:
    """The map; returns the view after what the visitor did. The data stays the same, so the map is never redrawn."""
    stored = st.session_state[_KEY]
    reported = _map(
        key="region_map",
        data={
            **_payload(),
            "topology": TOPOLOGY_URL,
            "credit": INVENTORY_CREDIT,
            "mine": mine,
            "start": {**asdict(stored["start"]), "revision": stored["revision"]},
        },
        default={"view": None},
        on_view_change=_heard,
    ).view
    if reported and reported.get("revision") == stored["revision"]:
        stored["view"] = _known(reported, stored["view"])
    view: MapView = stored["view"]
    links.write_link(
        {
            links.TASK: view.task,
            links.LAYER: None if view.layer == "niveau" else view.layer,
            links.CHOSEN: None if view.region == mine else view.region,
            links.ALL: "1" if view.all else None,
        }
    )
    return view


def _heard() -> None:
    """A callback makes the component report; what it reported is read where the map is shown."""


def _known(reported: dict[str, Any], before: MapView) -> MapView:
    """What the browser reported, as far as it exists in the data."""
    task, layer, region = reported.get("task"), reported.get("layer"), reported.get("region")
    return replace(
        before,
        task=task if task in loading.task_names() else before.task,
        layer=layer if layer in LAYERS else before.layer,
        region=region if region is None or region in loading.region_names() else before.region,
        all=bool(reported.get("all")),
    )
