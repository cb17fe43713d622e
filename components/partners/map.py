"""The map of partners: tilting where the browser can, flat where it cannot or where the visitor prefers that."""

from __future__ import annotations

import streamlit as st

from components.frame import loading
from components.look.citation import INVENTORY_CREDIT
from components.partners.camera import map_height, view_state
from components.partners.drawing import Drawn, own_group, partner_lines
from components.partners.flat_map import CLICK, build_flat_map
from components.partners.tilting_map import build_partner_map
from components.partners.view import (
    MAP_CONTAINER,
    VIEW,
    PartnerView,
    choose_on_map,
    groups_shown,
    show_controls,
    viewpoint,
)
from components.partners.with_whom import pairs
from model.choices.neighbour_groups import TaskGroups

_DECK, _FLAT = "partner_deck", "partner_flat"
_PHONE_PX = 500
_MOVING = {
    False: "Slepen verschuift de kaart, slepen met Ctrl of de rechtermuisknop kantelt, en na een klik vergroot het "
    "wiel. Met het toetsenbord werken de pijltjes (met Shift kantelen en draaien ze), + en -. ",
    True: "Met twee vingers vergroot en kantelt u de kaart. ",
}
_MAP_STYLE = f"""
.st-key-{MAP_CONTAINER} {{ min-height: HEIGHT; }}
.st-key-{MAP_CONTAINER} .stDeckGlJsonChart canvas:not([data-complete]) {{
  opacity: 0; animation: partner-map-late 0s 10s forwards;
}}
@keyframes partner-map-late {{ to {{ opacity: 1; }} }}
.st-key-{MAP_CONTAINER} .deck-events-root:focus-visible {{ outline: 3px solid #2f7da3 !important; }}
@media (min-width: 40.0625rem) {{
  .st-key-{MAP_CONTAINER} .deck-widgets-root > div {{ overflow: visible !important; }}
}}
@media (max-width: 40rem) {{ .st-key-{MAP_CONTAINER} .deck-events-root {{ touch-action: pan-y !important; }} }}
@media (hover: none) {{ #vg-tooltip-element, .deck-tooltip {{ display: none !important; }} }}
"""
"""The tilting map shows once its borders have come (controls.js), or after a while all the same. On a phone one finger
scrolls the page. What has no mouse shows no words beside it: they would stay, and take the first tap; the panel says
them.
"""


def show_partner_map(mine: str | None) -> PartnerView:
    """Controls and map; returns the view after what the visitor did."""
    view, browser = show_controls(mine)
    groups, regions = groups_shown(view), loading.table("regions")
    drawn: Drawn = {
        "groups": groups,
        "lines": partner_lines(pairs(), regions, groups, view.region),
        "regions": regions,
        "mine": mine,
        "chosen": view.region,
    }
    height_px = map_height(browser.width_px)
    task = loading.tasks_in_sentence()[view.task]
    description = (
        f"Kaart van de jeugdregio's met lijnen tussen regio's die elkaar noemen; gekleurd: wie voor {task} "
        f"{groups.level} kiest."
    )
    # Keeps its room on the page while the browser fetches what draws the map.
    st.html(f"<style>{_MAP_STYLE.replace('HEIGHT', f'{height_px}px')}</style>")
    with st.container(key=MAP_CONTAINER):
        if browser.draws_flat(view):
            key = f"{_FLAT}_{VIEW.revision}"
            chart = build_flat_map(**drawn, height_px=height_px)
            st.altair_chart(chart, key=key, alt=description, on_select=lambda: _clicked_flat(key, mine))
        elif browser.webgl is None:
            st.markdown("De kaart wordt geladen …")
        else:
            deck = build_partner_map(**drawn, clicks=VIEW.revision, camera=view_state(viewpoint(), browser.width_px))
            st.pydeck_chart(deck, key=_DECK, height=height_px, alt=description, on_select=lambda: _clicked_deck(mine))
    moving = "" if browser.draws_flat(view) else _MOVING[browser.width_px < _PHONE_PX]
    st.caption(f"{_what_stands_out(view, groups)} {moving}{INVENTORY_CREDIT}")
    return view


def _what_stands_out(view: PartnerView, groups: TaskGroups) -> str:
    """What is drawn strongly and what is dimmed, in words."""
    numbers = "Elk nummer is een groep van buren; de groepen staan onder de kaart."
    if view.region is None:
        return (
            f"Een dikkere rand heeft wie {groups.level} kiest. Een dikke lijn verbindt regio's die voor deze taak een "
            f"niveau delen; de andere lijnen zijn vaag. {numbers}"
        )
    name = loading.region_names()[view.region]
    if not own_group(groups, view.region):
        return (
            f"{name} noemt voor deze taak geen niveau; een dikkere rand heeft wie {groups.level} kiest. De lijnen van "
            f"{name} zijn dun, de andere vaag. {numbers}"
        )
    return (
        f"Een dikkere rand heeft de groep van buren waarin {name} zit; wie elders {groups.level} kiest, is bleker. "
        f"Een dikke lijn loopt van {name} naar een partner met dat niveau, een dunne naar een partner met een ander "
        f"niveau; de andere lijnen zijn vaag. {numbers}"
    )


def _clicked_deck(mine: str | None) -> None:
    for clicked in st.session_state[_DECK].selection.objects.values():
        for item in clicked:
            if "properties" in item:
                choose_on_map(mine, item["properties"]["code"])
            else:
                choose_on_map(mine, item["region_code"], item["partner_region_code"])


def _clicked_flat(key: str, mine: str | None) -> None:
    for clicked in st.session_state[key].selection.get(CLICK, []):
        choose_on_map(mine, clicked["code"])
