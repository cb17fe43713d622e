"""The stage: a page for a hall, one thing per screen without menus, alone or as a step of a storyline.

The page draws its one thing into the height that the stage leaves: `var(--stage-height)`, in px, in every style of the
page and of its components. The root font grows with the window (stage_page.css): .8rem is a fortieth of its height.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.frame import link_faults
from components.frame.qr_code import qr_code
from components.frame.reports import reported_by
from components.frame.stage_stand import Stand, stand_of, without_stage
from components.frame.storylines import shipped
from components.look import component_files
from components.look.exhibit import Exhibit
from model.dataset.reading import DataError
from model.site.site_map import REGION, STAGE, STEP
from model.stage.shipped import UnknownNameError, filled_step
from model.stage.steps import LONGEST_QUERY, STEP_PAGES, as_step_query
from model.stage.storyline import Step

PAGE_STYLE = Path(__file__).with_name("stage_page.css")
_STAGE, _WORDS = "stage", "stage_words"
_LONGEST_AT = 80

ExhibitOf = Callable[[str, Mapping[str, str]], Exhibit | None]
"""What the page at an address says, from its address and the keys of it; None where that cannot be known here."""
_told_by: list[ExhibitOf] = []

_stage = component_files.component(_STAGE, __file__)
_words = component_files.component(_WORDS, __file__)


def told_by(exhibit_of: ExhibitOf) -> None:
    """Lets the speaker hear what the next view says before it is there. The rooms know that, and the frame knows no
    room: the server tells it of them at the start.
    """
    _told_by[:] = [exhibit_of]


def asked_for() -> bool:
    """Whether the address asks for the stage."""
    return bool(st.query_params.get(STAGE))


@st.fragment
def show_stage(mine: str | None) -> None:
    """Keys, buttons, progress and windows, on every page on stage: the first thing that it draws.

    "Uw regio" goes along from step to step. What the next step of a storyline of the browser's own says, the browser
    asks, and the view stays as it is meanwhile.
    """
    query = st.query_params.to_dict()
    stand = _stand(query)
    storyline = stand.storyline
    if stand.fault:
        link_faults.say(stand.fault)
    along = {REGION: mine} if mine else {}
    _stage(
        key=_STAGE,
        data={
            "steps": [asdict(step) for step in storyline.steps] if storyline else [],
            "carried": along,
            "coming": _coming(_next_own() if stand.own else _next_shipped(stand), along),
            "pages": STEP_PAGES,
            "at": _at(query),
        },
        on_next_change=lambda: None,
        height=1,
    )


def show_on_stage(exhibit: Exhibit) -> None:
    """Title, sentence, key figures and source of what a page shows, with the QR code of the view; once per run.

    Called above the one thing of the page, in the same fragment, so that they change together. The title and the
    sentence of a step go before those of the exhibit.
    """
    query = st.query_params.to_dict()
    step = _filled(_stand(query).step, exhibit.words)
    _words(
        key=_WORDS,
        data={
            "title": exhibit.title,
            "sentence": exhibit.sentence,
            "step": {"title": step.title, "sentence": step.sentence},
            "figures": [asdict(figure) for figure in exhibit.figures],
            "source": exhibit.source,
            "alt": exhibit.alt,
            "faults": link_faults.told_on_stage(),
            "code": None if exhibit.no_link else _code(query),
            "noCode": exhibit.no_link,
            "at": _at(query),
        },
    )


def longer_than_the_stage() -> DeltaGenerator:
    """Place for what does not fit into the height that is left: it scrolls there, and arrows up and down move it."""
    return st.container(key="stage_scroll")


def _at(query: Mapping[str, str]) -> str:
    """Which step of what, for the browser to hear of each: its own storylines it reads itself."""
    return f"{query.get(STAGE, '')} {query.get(STEP, '')}"[:_LONGEST_AT]


def _next_shipped(stand: Stand) -> Step | None:
    steps, position = (stand.storyline.steps if stand.storyline else ()), stand.position
    return steps[position] if position is not None and position < len(steps) else None


def _next_own() -> Step | None:
    """The next step of a storyline of the browser's own, as the browser reports it: its view alone."""
    reported = reported_by(_STAGE, "next")
    page, query = (reported.get("page"), reported.get("query")) if isinstance(reported, Mapping) else (None, None)
    if not isinstance(page, str) or page not in STEP_PAGES or not isinstance(query, str) or len(query) > LONGEST_QUERY:
        return None
    return Step(page, query)


def _coming(step: Step | None, along: Mapping[str, str]) -> dict[str, str] | None:
    """Title and sentence of the next step, and which view that is; None where there is none, or nobody knows what it
    says. Data that it lacks is said on its own page.
    """
    if not _told_by or step is None:
        return None
    keys = dict(parse_qsl(as_step_query(step.page, step.query)))
    try:
        exhibit = _told_by[0](step.page, {**keys, **along})
    except DataError:
        return None
    if exhibit is None:
        return None
    words = _filled(step, exhibit.words)
    return {
        "page": step.page,
        "query": step.query,
        "title": words.title or exhibit.title,
        "sentence": words.sentence or exhibit.sentence,
    }


def _stand(query: Mapping[str, str]) -> Stand:
    try:
        return stand_of(query, shipped())
    except DataError as error:
        return Stand(fault=str(error))


def _filled(step: Step | None, words: Mapping[str, str]) -> Step:
    """What a step says of its view; nothing, so that the view speaks for itself, where the visitor has changed it into
    one that lacks the figures of the sentence.
    """
    if step is None:
        return Step("")
    try:
        return filled_step(step, words)
    except UnknownNameError:
        return Step("")


def _code(query: Mapping[str, str]) -> dict[str, object] | None:
    """QR code of the view, off stage; None where its address is unknown or too long."""
    root = st.context.url
    if not root:
        return None
    view = urlencode(without_stage(query))
    code = qr_code(f"{root}?{view}" if view else root)
    return asdict(code) if code else None
