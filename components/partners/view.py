"""What the visitor looks at on the partner page: task, region, kind of map, camera; in the address and in the browser."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

import streamlit as st

from components.frame import links, loading
from components.look import component_files
from components.look.citation import INVENTORY_CREDIT
from components.partners.camera import CAMERA, Camera, Viewpoint, camera_payload
from components.partners.drawing import CHOSEN, FILLS, LINE, MINE
from components.partners.flat_map import NOTICES
from model.choices.neighbour_groups import TaskGroups, groups_per_task, most_chosen

MAP_CONTAINER = "partner_map"
"""Key of the container with the map; the buttons in the browser find the map by it."""

KIND = "kaart"
_KINDS = {"plat": True, "kantelbaar": False}
_KEY, _CONTROLS = "partner_view", "partner_controls"

_controls = component_files.component(_CONTROLS, __file__, "controls")


@dataclass(frozen=True)
class PartnerView:
    """What the visitor looks at.

    `region` is the region whose partners are shown; None until one is chosen. `flat` is the kind of map that the
    visitor chose; None leaves it to what the browser can do.
    """

    task: str
    region: str | None = None
    flat: bool | None = None


@dataclass(frozen=True)
class Browser:
    """What the browser can do, and how much room it has for the map.

    `webgl` is 'fast', 'slow' (without a graphics card), 'none', or None until the browser has said so.
    """

    webgl: str | None = None
    width_px: int = 780

    def draws_flat(self, view: PartnerView) -> bool:
        """Whether this browser shows the view on the flat map."""
        return self.webgl == "none" or (self.webgl == "slow" if view.flat is None else view.flat)


@st.cache_resource(show_spinner=False)
def groups_of_tasks() -> dict[str, TaskGroups]:
    """Task code to its groups of neighbours that choose bovenregionaal, in source order."""
    return groups_per_task(loading.table("scale_choices"), loading.table("neighbours"))


def view_from_link(default_region: str | None) -> PartnerView:
    """View that the address asks for. Without a task: the one for which most regions choose bovenregionaal."""
    return PartnerView(
        task=links.from_link(links.TASK, loading.task_names(), "een taak") or most_chosen(groups_of_tasks()),
        region=links.from_link(links.CHOSEN, loading.region_names(), "een regio") or default_region,
        flat=_KINDS.get(links.from_link(KIND, _KINDS, "een soort kaart") or ""),
    )


def open_view(asked: PartnerView, camera: Camera | None) -> None:
    """Start of a page run: takes over view and camera of the address, unless they are the ones that are already shown."""
    stored = st.session_state.get(_KEY)
    if stored is None:
        st.session_state[_KEY] = {
            "view": asked,
            "start": asked,
            "revision": 1,
            "viewpoint": Viewpoint(camera, camera),
            "browser": Browser(),
        }
        return
    if camera != stored["viewpoint"].seen:
        stored["viewpoint"] = stored["viewpoint"].moved_to(camera)
    if asked != stored["view"] or asked != stored["start"]:
        # Also where only the start differs: whoever comes back to the page gets controls that start from there.
        stored["view"] = asked
        _send(stored)


def choose_on_map(region_code: str, partner_region_code: str | None = None) -> None:
    """A click on a region, or on the line between two; a second click leads to the partner, or to no region."""
    stored = st.session_state[_KEY]
    wanted = partner_region_code if stored["view"].region == region_code else region_code
    stored["view"] = replace(stored["view"], region=wanted if wanted in loading.region_names() else None)
    _send(stored)


def show_controls(mine: str | None) -> tuple[PartnerView, Browser]:
    """Lists, legend and buttons; returns the view after what the visitor did, and what the browser can do."""
    stored = st.session_state[_KEY]
    reported = _controls(
        key=_CONTROLS,
        data={
            "tasks": list(loading.task_names().items()),
            "regions": list(loading.region_names().items()),
            "container": MAP_CONTAINER,
            "credit": INVENTORY_CREDIT,
            "notices": NOTICES,
            "fills": [asdict(fill) for fill in FILLS.values()],
            "lines": [
                {"words": "noemen elkaar", "colour": LINE, "mutual": True},
                {"words": "de een noemt de ander, niet andersom", "colour": LINE, "mutual": False},
            ],
            "outlines": [{"words": "mijn regio", "colour": MINE}, {"words": "gekozen regio", "colour": CHOSEN}],
            "start": {**asdict(stored["start"]), "revision": stored["revision"]},
            "camera": camera_payload(stored["viewpoint"]),
        },
        default={"view": None, "browser": None, "camera": None},
        on_view_change=_heard,
        on_browser_change=_heard,
        on_camera_change=_heard_of_camera,
    )
    if reported.browser:
        stored["browser"] = _known_browser(reported.browser)
    if reported.view and reported.view.get("revision") == stored["revision"]:
        stored["view"] = _known(reported.view, stored["view"])
    view: PartnerView = stored["view"]
    if not reported.browser or stored["browser"].draws_flat(view):
        # No tilting map on the page yet: it will start from here.
        stored["viewpoint"] = stored["viewpoint"].drawn_anew()
    camera = stored["viewpoint"].seen
    links.write_link(
        {
            links.TASK: view.task,
            links.CHOSEN: None if view.region == mine else view.region,
            KIND: {value: word for word, value in _KINDS.items()}.get(view.flat),
            CAMERA: camera.in_link() if camera else None,
        }
    )
    return view, stored["browser"]


def revision() -> int:
    """Number that changes when Python changes the view."""
    return int(st.session_state[_KEY]["revision"])


def viewpoint() -> Viewpoint:
    """Where the visitor looks from, and where the tilting map was told to."""
    found: Viewpoint = st.session_state[_KEY]["viewpoint"]
    return found


def _send(stored: dict[str, Any]) -> None:
    stored["start"] = stored["view"]
    stored["revision"] += 1


def _heard() -> None:
    """A callback makes the component report; what it reported is read where the controls are shown."""


def _heard_of_camera() -> None:
    """Before the controls are shown: they tell the browser how often Python moved the map, a reset included."""
    stored = st.session_state[_KEY]
    stored["viewpoint"] = stored["viewpoint"].heard((st.session_state.get(_CONTROLS) or {}).get("camera"))


def _known_browser(reported: dict[str, Any]) -> Browser:
    """What the browser said of itself; whatever it did not say in so many words counts as no WebGL."""
    webgl, width_px = reported.get("webgl"), reported.get("width")
    return Browser(
        webgl=webgl if webgl in ("fast", "slow") else "none",
        width_px=width_px if isinstance(width_px, int) and width_px > 0 else Browser.width_px,
    )


def _known(reported: dict[str, Any], before: PartnerView) -> PartnerView:
    """What the browser reported, as far as it exists in the data."""
    task, region = reported.get("task"), reported.get("region")
    return replace(
        before,
        task=task if task in loading.task_names() else before.task,
        region=region if region is None or region in loading.region_names() else before.region,
        flat=reported["flat"] if reported.get("flat") in (True, False) else None,
    )
