"""What the visitor looks at on the partner page, in address and browser: task, region, kind of map, camera."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.frame import links, loading
from components.frame.linked_view import Field, LinkedView, region_field, task_field
from components.frame.reports import reported_by
from components.look import component_files
from components.look.citation import INVENTORY_CREDIT
from components.partners.camera import CAMERA, Camera, Viewpoint, camera_from_link, camera_of, camera_payload
from components.partners.drawing import CHOSEN, LINE, MINE, fill_colours, fill_words
from components.partners.flat_map import NOTICES
from model.choices.neighbour_groups import TaskGroups, adjacency, groups_per_task, most_chosen, task_groups
from model.regions.with_whom import level_shown
from model.site.site_map import page_at

MAP_CONTAINER = "partner_map"
"""Key of the container with the map; the buttons in the browser find the map by it."""

BROWSER, VIEWPOINT = "partner_browser", "partner_viewpoint"
"""Keys of what is known of this visitor's browser, and of where the tilting map is looked at from."""
_, _, _KIND, _ = page_at("samenwerking").parameters
_CONTROLS = "partner_controls"
_WIDEST_PX = 100_000

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


def groups_shown(view: PartnerView) -> TaskGroups:
    """Groups of neighbours for the task of the view, at the level that counts for its region."""
    return _groups(view.task, level_shown(groups_of_tasks()[view.task].classes, view.region))


@st.cache_resource(show_spinner=False)
def _groups(task_code: str, level: str) -> TaskGroups:
    return task_groups(loading.table("scale_choices"), adjacency(loading.table("neighbours")), task_code, level)


VIEW = LinkedView(
    "partner_view",
    PartnerView,
    # Without a task in the address: the one for which most regions choose bovenregionaal.
    task=task_field(lambda mine: most_chosen(groups_of_tasks())),
    region=region_field(),
    flat=Field(_KIND, "een soort kaart", lambda: {"plat": True, "kantelbaar": False}, lambda mine: PartnerView.flat),
)


def open_view(mine: str | None) -> None:
    """Start of a page run: takes over view and camera of the address, unless they are those already shown."""
    VIEW.open(mine)
    st.session_state.setdefault(BROWSER, Browser())
    camera = camera_from_link()
    if VIEWPOINT not in st.session_state:
        st.session_state[VIEWPOINT] = Viewpoint(camera, camera)
    elif camera != viewpoint().seen:
        st.session_state[VIEWPOINT] = viewpoint().moved_to(camera)


def choose_on_map(mine: str | None, region_code: str, partner_region_code: str | None = None) -> None:
    """A click on a region, or on the line between two; a second click leads to the partner, or to no region."""
    wanted = partner_region_code if VIEW.view.region == region_code else region_code
    VIEW.change(mine, region=wanted if wanted in loading.region_names() else None)


def show_controls(mine: str | None) -> tuple[PartnerView, Browser]:
    """Lists, legend and buttons; returns the view after what the visitor did, and what the browser can do."""
    groups, chosen = groups_shown(VIEW.view), VIEW.view.region
    colours = fill_colours(groups.level)
    _controls(
        key=_CONTROLS,
        data={
            "tasks": list(loading.task_names().items()),
            "regions": list(loading.region_names().items()),
            "container": MAP_CONTAINER,
            "credit": INVENTORY_CREDIT,
            "notices": NOTICES,
            "fills": [
                {"words": words, "colour": colours[kind], "edged": kind == "near"}
                for kind, words in fill_words(groups, chosen).items()
            ],
            "lines": [
                {"words": "noemen elkaar", "colour": LINE, "mutual": True},
                {"words": "de een noemt de ander, niet andersom", "colour": LINE, "mutual": False},
            ],
            "outlines": [
                *([{"words": "mijn regio", "colour": MINE}] if mine else []),
                {"words": "gekozen regio", "colour": CHOSEN},
            ],
            "start": VIEW.start(),
            "camera": camera_payload(viewpoint()),
        },
        on_view_change=lambda: VIEW.hear(reported_by(_CONTROLS, "view"), mine),
        on_browser_change=_hear_of_browser,
        on_camera_change=_hear_of_camera,
    )
    view, browser = VIEW.view, known_browser()
    if reported_by(_CONTROLS, "browser") is None or browser.draws_flat(view):
        # No tilting map on the page yet: it will start from here.
        st.session_state[VIEWPOINT] = viewpoint().drawn_anew()
    _write_camera(viewpoint().seen)
    return view, browser


def known_browser() -> Browser:
    """What the browser last said of itself."""
    found: Browser = st.session_state[BROWSER]
    return found


def viewpoint() -> Viewpoint:
    """Where the visitor looks from, and where the tilting map was told to."""
    found: Viewpoint = st.session_state[VIEWPOINT]
    return found


def _write_camera(camera: Camera | None) -> None:
    text = st.query_params.get(CAMERA)
    if (text is None) != (camera is None) or camera_of(text) != camera:
        links.write_link({CAMERA: camera.in_link() if camera else None})


def _hear_of_browser() -> None:
    reported = reported_by(_CONTROLS, "browser")
    if isinstance(reported, Mapping):
        st.session_state[BROWSER] = _known_browser(reported)


def _hear_of_camera() -> None:
    """Before the controls are shown: they tell the browser how often Python moved the map, a reset included."""
    reported = reported_by(_CONTROLS, "camera")
    if isinstance(reported, Mapping):
        st.session_state[VIEWPOINT] = viewpoint().heard(reported)


def _known_browser(reported: Mapping[str, object]) -> Browser:
    """What the browser said of itself; whatever it did not say in so many words counts as no WebGL."""
    webgl, width_px = reported.get("webgl"), reported.get("width")
    return Browser(
        webgl=str(webgl) if webgl in ("fast", "slow") else "none",
        width_px=width_px if isinstance(width_px, int) and 0 < width_px < _WIDEST_PX else Browser.width_px,
    )
