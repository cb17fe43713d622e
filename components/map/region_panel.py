"""Detail of the region that is chosen on the map: first what the colour shows, then its neighbours and the source."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.region_actions import show_region_actions
from components.look.citation import show_place
from components.look.words import capitalised, plain
from components.map.payload import LAYERS, QUESTIONS, answer_words, layer_answers
from components.map.view import MapView, moved_borders
from model.choices.classes import NO_LEVEL, STATUS_WORDS, class_words, said_beyond
from model.regions.governance import detail_words
from model.regions.profile import choice_of, neighbour_choices, neighbours_of, notes_of
from model.site.citation import Citation

_SAYS_NOTHING = ("geen", "onbekend")


def show_region_panel(view: MapView, mine: str | None) -> None:
    """Panel beside the map; without a chosen region it says how to choose one."""
    if view.region is None:
        with st.container(key="choose_on_map"):
            st.info("Kies een regio: klik op de kaart, of kies er een in de lijst **Regio** boven de kaart.")
        return
    st.markdown(_detail(view.region, view.task, view.layer))
    show_place(_place(view.region, view.task, view.layer))
    show_region_actions(view.region, mine)


@st.cache_resource(show_spinner=False)
def _detail(region_code: str, task_code: str, layer: str) -> str:
    """All that is said of one region. There are few, and many visitors look at the same ones, so kept."""
    heading = f"## {loading.region_names()[region_code]}"
    about = _answer(region_code, layer) if layer in QUESTIONS else _choice(region_code, task_code, layer)
    return "\n\n".join(part for part in (heading, *about) if part)


def _choice(region_code: str, task_code: str, layer: str) -> list[str]:
    """What the region chose for a task; what the layer shows comes first."""
    choices = loading.scale_choices()
    choice = choice_of(choices, region_code, task_code)
    own = choices[(choices["region_code"] == region_code) & (choices["task_code"] == task_code)].iloc[0]
    around = neighbour_choices(choices, loading.table("neighbours"), region_code, task_code)
    level, said = class_words(choice.leading_class), said_beyond(choice.level_text, choice.leading_class)
    status = STATUS_WORDS[choice.status]
    more = [line for line in (f"In de bron: “{plain(said)}”" if said else "", plain(choice.remark or "")) if line]
    column, lead, same = {
        "niveau": ("leading_class", f"{capitalised(level)} · status: {status}", "kiezen hetzelfde"),
        "breedst": (
            "widest_level",
            f"Ruimste niveau: {class_words(own['widest_level'])} · niveau: {level} · status: {status}",
            "noemen hetzelfde ruimste niveau",
        ),
        "status": ("status", f"Status: {status} · niveau: {level}", "hebben dezelfde status"),
    }[layer]
    heading = "ruimste niveau" if layer == "breedst" else "keuze"
    shown = "widest_level" if layer == "breedst" else "leading_class"
    rows = {
        str(row["region_code"]): (class_words(str(row[shown])), STATUS_WORDS[str(row["status"])])
        for _, row in around.iterrows()
    }
    return [
        "  \n".join([f"**{loading.task_names()[task_code]}**", lead, *more]),
        _meaning_of_regional(region_code),
        _moved(region_code),
        _neighbours(_alike(around[column], own[column]), same, (heading, "status"), rows),
    ]


def _answer(region_code: str, layer: str) -> list[str]:
    """What the region answered to the question behind a layer, in the words of the legend, with the gist."""
    answers = layer_answers(loading.table("governance"), layer)
    answer = _answer_row(region_code, layer)
    own = answers[region_code]
    around = neighbours_of(loading.table("neighbours"), region_code)
    detail = answer["detail"] if layer == "juridisch" and answer["detail"] not in _SAYS_NOTHING else None
    form = f" · {detail_words(detail)}" if detail else ""
    return [
        f"**{LAYERS[layer]}**  \n{capitalised(answer_words(layer, own))}{form}  \n{plain(answer['gist'])}",
        _moved(region_code),
        _neighbours(
            sum(answers[code] == own for code in around),
            "antwoorden hetzelfde",
            ("antwoord",),
            {code: (answer_words(layer, answers[code]),) for code in around},
        ),
        "Zo schreef de regio het zelf op, in het voorjaar van 2013; het antwoord geldt voor alle taken.",
    ]


def _answer_row(region_code: str, layer: str) -> pd.Series:
    """Row of the answer of a region to the question behind a layer."""
    answers = loading.table("governance")
    asked = answers[(answers["region_code"] == region_code) & (answers["question"] == QUESTIONS[layer])]
    return asked.iloc[0]


@st.cache_resource(show_spinner=False)
def _place(region_code: str, task_code: str, layer: str) -> Citation:
    """Where the source says what the layer shows of a region."""
    if layer in QUESTIONS:
        return loading.citations().of_row("governance", _answer_row(region_code, layer))
    choice = choice_of(loading.scale_choices(), region_code, task_code)
    return loading.citations().of_row("scale_choices", choice)


def _meaning_of_regional(region_code: str) -> str:
    notes = notes_of(loading.table("region_notes"), region_code, "regional_means")
    if notes.empty:
        return "Wat deze regio “regionaal” noemt: **onbekend**, het profiel zegt het niet."
    said = " ".join(plain(note) for note in notes["note"])
    return f"Wat deze regio “regionaal” noemt: {said} ({plain(loading.citations().of_all(notes).within_section)})"


def _moved(region_code: str) -> str:
    sentence = moved_borders().get(region_code)
    return f"Grens veranderd sinds 2013: {sentence}" if sentence else ""


def _alike(around: pd.Series, own: str) -> int | None:
    """How many of the neighbours have the same as a region; unknown where it names no level itself."""
    return None if own == NO_LEVEL else int((around == own).sum())


def _neighbours(same: int | None, what: str, headings: tuple[str, ...], rows: Mapping[str, tuple[str, ...]]) -> str:
    """The regions next door as a table: cells under `headings` by region code."""
    names = loading.region_names()
    head = ["buurregio", *headings]
    lines = [head, ["---"] * len(head), *([names[code], *cells] for code, cells in rows.items())]
    unknown = "**Buren: of zij hetzelfde kiezen is onbekend, want deze regio noemt geen niveau**"
    counted = unknown if same is None else f"**Buren: {same} van {len(rows)} {what}**"
    return "\n".join([counted, "", *(f"| {' | '.join(cells)} |" for cells in lines)])
