"""The choices of one region: level, status as a shape, how usual each is, and what the neighbours choose."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components.frame import loading, page
from components.frame.choice_tables import choices_of_region
from components.frame.glossary_help import meaning
from components.frame.region_links import looking_at
from components.look import component_files
from components.look.citation import INVENTORY_CREDIT, edition_help, show_place
from components.look.palette import class_colours
from components.look.picture import offer_picture
from components.look.table import show_downloads
from components.look.words import capitalised, out_of, percent, plain
from model.choices.classes import STATUS_WORDS, class_words, said_beyond, status_counts
from model.choices.comparison import SAME
from model.choices.most_chosen import UNUSUAL_BELOW_PCT, USUAL_WORDS, usual_choices
from model.regions.profile import beside, neighbours_of, notes_of

_choices = component_files.component("region_choices", __file__, "choices")


@st.cache_resource(show_spinner=False)
def usual_table() -> pd.DataFrame:
    """All choices with how usual they are; computed once."""
    return usual_choices(loading.scale_choices())


def show_summary(region_code: str) -> None:
    """What stands out in the choices of a region, in three sentences."""
    st.markdown(_summary(region_code))


@st.cache_resource(show_spinner=False)
def _summary(region_code: str) -> str:
    own = usual_table().query("region_code == @region_code")
    most, unusual = own[own["how_usual"] == "most"], own[own["how_usual"] == "unusual"]
    return (
        f"Bij **{out_of(len(most), len(own))} taken** koos deze regio wat in het land het vaakst is gekozen. "
        f"{_unusual_words(unusual)} {status_words(own)}"
    )


def show_choices(region_code: str, mine: str | None) -> None:
    """The 11 choices with status, remark and the place in the source."""
    st.header("Schaalkeuzes", help=meaning("schaal", "leidend niveau", "status"))
    _choices(
        key="region_choices",
        data={
            "caption": "De elf taken, zoals de regio ze in juni 2013 opgaf.",
            "rows": _rows(region_code),
        },
    )
    offer_picture(
        "region_choices",
        f"De schaalkeuzes van {loading.region_names()[region_code]}, juni 2013",
        INVENTORY_CREDIT,
        drawn=("table",),
        name="schaalkeuzes",
        marks=[loading.region_names()[region_code]],
    )
    own = loading.scale_choices().query("region_code == @region_code")
    show_place(loading.citations().of_all(own), after="Elke taak is een rij.")
    st.caption(
        "Buren gelijk: hoeveel buurregio's voor die taak hetzelfde kiezen. "
        f"Ongewoon noemt deze app een keuze die minder dan {percent(UNUSUAL_BELOW_PCT)} van de regio's maakte.",
        help=meaning("ongewoon"),
    )
    show_downloads(
        lambda: choices_of_region(region_code),
        "schaalkeuzes",
        INVENTORY_CREDIT,
        marks=[loading.region_names()[region_code]],
        about=[("Regio", loading.region_names()[region_code])],
    )
    st.page_link(
        "pages/kaart.py", label="Bekijk op de kaart", icon=page.LINK_ICON, query_params=looking_at(region_code, mine)
    )


def show_meaning_of_regional(region_code: str) -> None:
    """What the region calls "regionaal", or that the profile does not say."""
    notes = notes_of(loading.table("region_notes"), region_code, "regional_means")
    if notes.empty:
        st.markdown("**Wat deze regio “regionaal” noemt:** **onbekend**, het profiel zegt het niet.")
        return
    places = loading.citations().of_rows("region_notes", notes)
    said = " ".join(
        f"{capitalised(plain(note))} ({plain(place.within_section)})"
        for note, place in zip(notes["note"], places, strict=True)
    )
    st.markdown(f"**Wat deze regio “regionaal” noemt:** {said}", help=edition_help(places))


def status_words(own: pd.DataFrame) -> str:
    """How many choices of a region have which status; one status of all is said as such."""
    counts = {status: count for status, count in status_counts(own).items() if count}
    if len(counts) == 1:
        return f"Status in juni 2013: {STATUS_WORDS[next(iter(counts))]} bij alle {len(own)} taken."
    parts = [
        f"{STATUS_WORDS[status]} bij {count} {'taak' if count == 1 else 'taken'}" for status, count in counts.items()
    ]
    return f"Status in juni 2013: {', '.join(parts)}."


def _unusual_words(unusual: pd.DataFrame) -> str:
    if unusual.empty:
        return "Geen van haar keuzes is ongewoon."
    tasks = loading.tasks_in_sentence()
    named = [
        f"{tasks[row.task_code]} ({class_words(str(row.leading_class))}, {row.same_count} van {row.region_count})"
        for row in unusual.sort_values("same_count", kind="stable").itertuples()
    ]
    return f"Ongewoon {'is' if len(named) == 1 else 'zijn'}: {'; '.join(named)}."


@st.cache_resource(show_spinner=False)
def neighbours_alike(region_code: str) -> dict[str, str]:
    """Per task in words how many neighbours chose the same; unknown where the region names no level."""
    around = neighbours_of(loading.table("neighbours"), region_code)
    relations = beside(loading.scale_choices(), region_code, around)
    alike = relations["relation"].eq(SAME).groupby(relations["task_code"]).sum()
    own = usual_table().query("region_code == @region_code")
    return {
        str(row.task_code): "onbekend" if row.how_usual == "silent" else f"{alike[row.task_code]} van {len(around)}"
        for row in own.itertuples()
    }


@st.cache_resource(show_spinner=False)
def _rows(region_code: str) -> list[dict[str, Any]]:
    tasks = loading.table("tasks").set_index("task_code")
    alike = neighbours_alike(region_code)
    own = usual_table().query("region_code == @region_code").set_index("task_code")
    return [
        {
            "task": task.name,
            "explanation": task.explanation,
            "colours": list(class_colours(cell["leading_class"])),
            "choice": capitalised(class_words(cell["leading_class"])),
            "more": _more_words(cell["level_text"], cell["leading_class"], cell["remark"]),
            "status": cell["status"],
            "statusName": STATUS_WORDS[cell["status"]],
            "usual": cell["how_usual"],
            "usualName": USUAL_WORDS[cell["how_usual"]],
            "sameCount": int(cell["same_count"]),
            "regionCount": int(cell["region_count"]),
            "sharePct": round(cell["share_pct"], 1),
            "neighbourWords": alike[str(task.Index)],
        }
        for task in tasks.sort_values("task_order").itertuples()
        for cell in (own.loc[task.Index],)
    ]


def _more_words(level_text: str | None, leading_class: str, remark: str | None) -> str:
    """What the cell says beyond its class, and the remark; empty where there is neither."""
    said = said_beyond(level_text, leading_class)
    parts = [f"In de bron: {said}" if said else "", f"Opmerking: {remark}" if remark else ""]
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)
