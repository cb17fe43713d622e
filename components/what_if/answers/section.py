"""The four answers below the panel: a finding that always shows, and what stands behind it once someone opens it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from components.frame.glossary_help import meaning
from components.look import component_files
from components.what_if.about import AboutScenario
from components.what_if.answers.evidence import Evidence
from components.what_if.answers.how_sure import show_how_sure
from components.what_if.answers.over_the_years import show_over_the_years
from components.what_if.answers.what_first import show_what_first
from components.what_if.answers.who_does_what import show_who_does_what
from components.what_if.results import Results

_finding = component_files.component("what_if_finding", __file__, "finding")


@dataclass(frozen=True)
class Answer:
    """One answer: its key among the findings, its heading, what its evidence consists of, and how that is shown."""

    key: str
    title: str
    behind: str
    show: Callable[[Evidence], None]

    @property
    def box(self) -> str:
        """Key of what opens and closes."""
        return f"what_if_answer_{self.key}"


ANSWERS = (
    Answer("over_the_years", "Over de jaren", "grafiek, tabellen en downloads over de jaren", show_over_the_years),
    Answer(
        "who_does_what",
        "Wie doet wat",
        "bijdragen per maatregel, trekker en categorie, met downloads",
        show_who_does_what,
    ),
    Answer("what_first", "Wat eerst", "grafiek, tabel en downloads per maatregel", show_what_first),
    Answer("how_sure", "Hoe zeker", "grafieken, tabellen en downloads van band en kans", show_how_sure),
)


def is_any_open() -> bool:
    """Whether something of an answer changes with every step; a finding does not count, for the panel tells it."""
    return any(bool(st.session_state.get(answer.box)) for answer in ANSWERS)


def show_answers(results: Results, source: str, about: AboutScenario) -> None:
    """The four answers; only what is open is computed."""
    st.header("Vier antwoorden", anchor=False, help=meaning("overlap", "bijdrage", "samenhang", "terugverdientijd"))
    for answer in ANSWERS:
        _finding(key=f"what_if_finding_{answer.key}", data={"answer": answer.key, "title": answer.title})
        box = st.expander(f"Meer: {answer.behind}", key=answer.box, on_change="rerun")
        if box.open:
            with box:
                answer.show(Evidence(results, source, about))
    st.caption(
        source,
        help=meaning(
            "bandbreedte", "begroting", "burap", "taakstelling", "bijdrage van het rijk", "kosten voor de regio"
        ),
    )
