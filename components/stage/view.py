"""Page Presenteren: the storylines that ship, and those of the visitor, which only the browser has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import streamlit as st

from components.frame import links, loading
from components.frame.linked_view import mine_in
from components.frame.reports import reported_by
from components.frame.stage import show_on_stage
from components.frame.storylines import shipped
from components.look import component_files
from components.look.about_file import PRODUCT
from components.look.exhibit import Exhibit
from components.look.made_file import MadeFileError, SentFile, not_sent, sent_file
from components.slides.on_request import show_shipped_slides, storyline_slides
from components.what_if.session import source_plan
from model.faults import InputError
from model.site.site_map import BACKGROUND, CHOSEN, DOCUMENT, PART, SOURCE_PARTS, TASK
from model.stage.reading import steps_from
from model.stage.shipped import names_in
from model.stage.steps import STEP_PAGES, keys_of_step
from model.stage.storyline import Step, Storyline

_OWN, _MADE = "own_storylines", "own_storyline_slides"

_own = component_files.component(_OWN, __file__, "own")
_shipped = component_files.component("shipped_storyline", __file__, "shipped")


def show_shipped_storylines(*, on_stage: bool = False) -> None:
    """Each storyline of the app itself, with a way in at every step; off stage also as slides."""
    storylines = shipped().values()
    for storyline, column in zip(storylines, st.columns(len(storylines), gap="medium"), strict=True):
        with column:
            st.subheader(storyline.title, anchor=False)
            st.markdown(storyline.about)
            _shipped(key=f"shipped_{storyline.key}", data=_payload(storyline))
            if not on_stage:
                show_shipped_slides(storyline, mine_in(st.query_params.to_dict()))


def show_choice_on_stage() -> None:
    """For who presents this page itself: the storylines to begin with."""
    about = "Een verhaallijn begint bij elke stap die u kiest."
    show_on_stage(Exhibit("Kies een verhaallijn", about, f"Bron: {PRODUCT}.", about))
    show_shipped_storylines(on_stage=True)


def show_own_storylines() -> None:
    """Storylines that the browser keeps; what it does with them it does alone, save for slides of one."""
    made = st.session_state.pop(_MADE, None)
    _own(key=_OWN, data={**site_of_steps(), "slides": made}, on_slides_change=_make_slides)


def _make_slides() -> None:
    """Makes slides of the storyline that the browser reported; they go there once, and are kept nowhere."""
    reported = reported_by(_OWN, "slides")
    number = reported.get("number") if isinstance(reported, Mapping) else None
    if not isinstance(reported, Mapping) or not isinstance(number, int):
        return
    made: SentFile
    try:
        storyline = steps_from(reported.get("storyline"))
        made = sent_file(number, storyline_slides(storyline, mine_in(st.query_params.to_dict())))
    except (InputError, MadeFileError) as fault:
        made = not_sent(number, str(fault))
    st.session_state[_MADE] = made


def site_of_steps() -> dict[str, Any]:
    """What the browser must know of the app to read a step: pages, keys, and names of what is chosen."""
    parts = [part for document in BACKGROUND for part in document.parts]
    return {
        "pages": {
            address: {"name": name, "keys": sorted(keys_of_step(address))} for address, name in STEP_PAGES.items()
        },
        "names": {
            TASK: loading.task_names(),
            CHOSEN: loading.region_names(),
            DOCUMENT: {document.key: document.name for document in BACKGROUND},
            PART: {part.key: part.name for part in [*parts, *SOURCE_PARTS]},
        },
        "carried": list(links.GOES_ALONG),
        "source": source_plan().fingerprint,
    }


def _payload(storyline: Storyline) -> dict[str, Any]:
    return {
        "key": storyline.key,
        "title": storyline.title,
        "steps": [_step(step) for step in storyline.steps],
        "site": site_of_steps(),
    }


def _step(step: Step) -> dict[str, str]:
    """A step for the list; a title that waits for the figures of its view is left to the name of the view."""
    shown = asdict(step)
    return {**shown, "title": ""} if names_in(step.title) else shown
