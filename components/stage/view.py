"""Page Presenteren: the storylines that ship, and those of the visitor, which only the browser has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any
from urllib.parse import parse_qsl

import streamlit as st

from components.frame import links, loading
from components.frame.page import guarded_fragment
from components.frame.reports import reported_by
from components.frame.stage import longer_than_the_stage, show_on_stage
from components.frame.storylines import shipped
from components.look import component_files
from components.look.about_file import PRODUCT
from components.look.exhibit import Exhibit
from components.look.made_file import MadeFile, MadeFileError, SentFile, not_sent, sent_file
from components.look.words import capitalised, listed
from components.slides.exhibits import exhibit_of
from components.slides.on_request import show_shipped_slides, storyline_slides
from components.what_if.own_table.step_tables import StepTableError, table_of_step_sent
from components.what_if.session import source_plan
from components.what_if.table_in_use import TableInUse, table_of_visit
from model.faults import InputError
from model.site.site_map import BACKGROUND, CHOSEN, DOCUMENT, PART, REGION, SOURCE_PARTS, TASK
from model.stage.reading import steps_from
from model.stage.shipped import filled_step
from model.stage.steps import STEP_PAGES, keys_of_step, table_of_step
from model.stage.storyline import Step, Storyline

_OWN, _MADE = "own_storylines", "own_storylines_made"
_MOST_TITLES = 1024

_own = component_files.component(_OWN, __file__, "own")
_shipped = component_files.component("shipped_storyline", __file__, "shipped")


def show_shipped_storylines(region_code: str | None, *, on_stage: bool = False) -> None:
    """Each storyline of the app itself, with a way in at every step, and as slides; on stage only the way in."""
    storylines, site = shipped().values(), site_of_steps()
    for storyline, column in zip(storylines, st.columns(len(storylines), gap="medium"), strict=True):
        with column:
            (st.header if on_stage else st.subheader)(storyline.title, anchor=False)
            st.markdown(storyline.about)
            steps = storyline.steps if on_stage else titled_steps(storyline, region_code)
            data = {
                "key": storyline.key,
                "title": storyline.title,
                "steps": [asdict(step) for step in steps],
                "site": site,
                "startOnly": on_stage,
            }
            _shipped(key=f"shipped_{storyline.key}", data=data)
            if not on_stage:
                show_shipped_slides(storyline, region_code)


def show_choice_on_stage(region_code: str | None) -> None:
    """For who presents this page itself: the storylines to begin with."""
    about = "Kies Start en blader met de pijltjes; Esc gaat terug."
    show_on_stage(Exhibit("Kies een verhaallijn", about, f"Bron: {PRODUCT}.", about))
    with longer_than_the_stage():
        show_shipped_storylines(region_code, on_stage=True)


@guarded_fragment
def show_own_storylines() -> None:
    """Storylines that the browser keeps; what it does with them it does alone, but for slides."""
    made: SentFile | None = st.session_state.pop(_MADE, None)
    _own(key=_OWN, data={"site": site_of_steps(), "slides": made}, on_slides_change=_make_slides)


def site_of_steps() -> dict[str, Any]:
    """What the browser must know of the app to read a step: pages, keys, and names of what is chosen."""
    parts = [part for document in BACKGROUND for part in document.parts]
    return {
        "pages": {page: {"name": name, "keys": sorted(keys_of_step(page))} for page, name in STEP_PAGES.items()},
        "names": {
            TASK: loading.task_names(),
            CHOSEN: loading.region_names(),
            DOCUMENT: {document.key: document.name for document in BACKGROUND},
            PART: {part.key: part.name for part in [*parts, *SOURCE_PARTS]},
        },
        "carried": list(links.GOES_ALONG),
        "source": source_plan().fingerprint,
    }


def titled_steps(storyline: Storyline, region_code: str | None) -> tuple[Step, ...]:
    """Steps of a storyline that ships, with the titles that a visitor with this "uw regio" sees.

    Raises UnknownNameError where one names a figure that its view does not have.
    """
    return tuple(_titled(step, region_code) for step in storyline.steps)


@st.cache_resource(show_spinner=False, max_entries=_MOST_TITLES, hash_funcs={Step: repr})
def _titled(step: Step, region_code: str | None) -> Step:
    query = dict(parse_qsl(step.query)) | ({REGION: region_code} if region_code else {})
    exhibit = exhibit_of(step.page, query)
    filled = filled_step(step, exhibit.words)
    return replace(filled, title=filled.title or exhibit.title)


def _make_slides() -> None:
    """Makes slides of the storyline that the browser reports; they go to the browser once."""
    reported = reported_by(_OWN, "slides")
    number = reported.get("number") if isinstance(reported, Mapping) else None
    if not isinstance(reported, Mapping) or type(number) is not int:
        return
    try:
        st.session_state[_MADE] = sent_file(number, _slides_of(reported.get("storyline"), reported.get("tables")))
    except InputError as error:
        why = " ".join(fault.text for fault in error.faults)
        st.session_state[_MADE] = not_sent(number, f"Er is geen PowerPoint gemaakt. {why}")
    except MadeFileError as fault:
        st.session_state[_MADE] = not_sent(number, str(fault))


def _slides_of(reported: object, tables: object) -> MadeFile:
    storyline = steps_from(reported)
    used = _own_tables(storyline, tables if isinstance(tables, Mapping) else {})
    region = st.query_params.get(REGION)
    return storyline_slides(storyline, region if region in loading.region_names() else None, used)


def _own_tables(storyline: Storyline, tables: Mapping[Any, Any]) -> dict[str, TableInUse]:
    """Own tables of the steps by their mark: the one in use, and those that the browser sends along.

    Raises MadeFileError, which names each step whose table is not there, and what to do.
    """
    in_use = table_of_visit()
    used = {in_use.plan.fingerprint: in_use} if in_use else {}
    faults: list[str] = []
    for mark, steps in _steps_by_table(storyline).items():
        if mark in used:
            continue
        whose = f"{listed(steps)} {'rekent' if len(steps) == 1 else 'rekenen'} met een eigen tabel"
        if mark not in tables:
            faults.append(
                f"{whose} die deze browser niet heeft. Vraag de maker om het bestand van de verhaallijn, open dat hier "
                "en laat de tabel bewaren."
            )
            continue
        try:
            used[mark] = table_of_step_sent(mark, tables[mark])
        except StepTableError as fault:
            faults.append(f"{whose} die niet te lezen is: {fault} Open het bestand van de verhaallijn opnieuw.")
    if faults:
        raise MadeFileError(" ".join(["Er is geen PowerPoint gemaakt.", *map(capitalised, faults)]))
    return used


def _steps_by_table(storyline: Storyline) -> dict[str, list[str]]:
    """Steps with an own table in words, by the mark of the table."""
    found: dict[str, list[str]] = {}
    for number, step in enumerate(storyline.steps, start=1):
        mark = table_of_step(step)
        if mark and mark != source_plan().fingerprint:
            found.setdefault(mark, []).append(f"stap {number}{f' (“{step.title}”)' if step.title else ''}")
    return found
