"""Detail of the region that is chosen on the map: its choice, its neighbours, and the place in the source."""

from __future__ import annotations

import streamlit as st

from components.frame import loading
from components.frame.region_actions import show_region_actions
from components.look.citation import show_place
from components.look.words import capitalised, plain
from components.map.view import MapView, moved_borders
from model.choices.classes import STATUS_WORDS, class_words
from model.regions.profile import Choice, choice_of, neighbour_choices, notes_of


def show_region_panel(view: MapView, mine: str | None) -> None:
    """Panel beside the map; without a chosen region it says how to choose one."""
    if view.region is None:
        st.info("Kies een regio: klik op de kaart, of kies er een in de lijst **Regio** boven de kaart.")
        return
    st.markdown(_detail(view.region, view.task))
    choice = choice_of(loading.scale_choices(), view.region, view.task)
    show_place(loading.citations().of_row("scale_choices", choice))
    show_region_actions(view.region, mine)


@st.cache_resource(show_spinner=False)
def _detail(region_code: str, task_code: str) -> str:
    """All that is said of one choice. There are 462 of them and many visitors look at the same ones, so kept."""
    choice = choice_of(loading.scale_choices(), region_code, task_code)
    parts = (
        f"## {loading.region_names()[region_code]}",
        _choice_words(choice),
        _meaning_of_regional(region_code),
        _moved(region_code),
        _neighbour_words(region_code, task_code),
    )
    return "\n\n".join(part for part in parts if part)


def _choice_words(choice: Choice) -> str:
    task = loading.task_names()[choice.task_code]
    level = plain(choice.level_text) if choice.level_text else class_words(choice.leading_class)
    remark = f"  \n{plain(choice.remark)}" if choice.remark else ""
    return f"**{task}**  \n{capitalised(level)} · status: {STATUS_WORDS[choice.status]}{remark}"


def _meaning_of_regional(region_code: str) -> str:
    notes = notes_of(loading.table("region_notes"), region_code, "regional_means")
    if notes.empty:
        return "Wat deze regio “regionaal” noemt: **onbekend**, het profiel zegt het niet."
    said = " ".join(plain(note) for note in notes["note"])
    return f"Wat deze regio “regionaal” noemt: {said} ({plain(loading.citations().of_all(notes).within_section)})"


def _moved(region_code: str) -> str:
    sentence = moved_borders().get(region_code)
    return f"Grens veranderd sinds 2013: {sentence}" if sentence else ""


def _neighbour_words(region_code: str, task_code: str) -> str:
    names = loading.region_names()
    own = choice_of(loading.scale_choices(), region_code, task_code).leading_class
    around = neighbour_choices(loading.scale_choices(), loading.table("neighbours"), region_code, task_code)
    same = int((around["leading_class"] == own).sum())
    rows = [
        f"| {names[row.region_code]} | {class_words(str(row.leading_class))} | {STATUS_WORDS[str(row.status)]} |"
        for row in around.itertuples()
    ]
    head = f"**Buren: {same} van {len(around)} kiezen hetzelfde**"
    return "\n".join([head, "", "| buurregio | keuze | status |", "|---|---|---|", *rows])
