"""Neighbours that all choose bovenregionaal: the groups per task, who stands alone, what it means for a region."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.glossary_help import meaning
from components.look.citation import INVENTORY_CREDIT
from components.look.table import show_downloads, show_table
from components.look.words import capitalised, listed, out_of
from components.partners.view import PartnerView, groups_of_tasks, groups_shown
from components.partners.with_whom import pairs
from model.choices.classes import class_words
from model.choices.neighbour_groups import LEVEL, Standing, TaskGroups, adjacency, standing, standing_sentence
from model.regions.partners import partners_of


def show_groups_of_task(view: PartnerView) -> None:
    """What a group of neighbours is, and the groups for the chosen task."""
    groups = groups_shown(view)
    st.header(f"Waar kiezen buren ook {groups.level}?", help=meaning(groups.level, "groep van buren"))
    st.markdown(
        f"Een regio telt mee als {groups.level} bij de leidende niveaus staat, ook naast een ander niveau. Buren delen "
        "een stuk grens, hoe kort ook; een dam telt, open water niet. In een groep grenst elke regio aan ten minste "
        "één andere."
    )
    _show_task(groups)


def show_all_tasks(view: PartnerView, mine: str | None) -> None:
    """What the groups of all tasks mean for one region, and the groups in a table."""
    st.header("Alle taken")
    region_code = mine or view.region
    if region_code:
        _show_findings(region_code, mine=mine is not None)
    else:
        st.info("Kies een regio om te lezen bij welke taken die gezelschap heeft en waar ze alleen staat.")
    show_table(all_tasks(), "Regio's die bovenregionaal kiezen, per taak", key="group_totals")
    members = st.expander("Welke regio zit in welke groep?", key="group_members", on_change="rerun")
    if members.open:
        with members:
            show_table(all_members(), "Regio's die bovenregionaal kiezen, met hun groep", key="group_rows")
            show_downloads(all_members, "bovenregionale-groepen", INVENTORY_CREDIT)
    st.caption(INVENTORY_CREDIT)


def all_tasks() -> pd.DataFrame:
    """One row per task: how many regions choose bovenregionaal, in how many groups, and how many stand alone."""
    names, regions = loading.task_names(), loading.region_names()
    rows = [
        (
            names[code],
            len(groups.members),
            sum(groups.mixed(region) for region in groups.members),
            len(groups.groups),
            max(map(len, groups.groups), default=0),
            len(groups.alone),
            listed(_sorted_names(groups.alone, regions)),
        )
        for code, groups in groups_of_tasks().items()
    ]
    columns = [
        "Taak",
        "Regio's",
        "Naast een ander niveau",
        "Groepen",
        "Grootste groep",
        "Alleen",
        "Welke regio's alleen",
    ]
    return pd.DataFrame(rows, columns=columns)


def all_members() -> pd.DataFrame:
    """One row per region and task that is bovenregionaal: its choice and its group."""
    names, tasks = loading.region_names(), loading.task_names()
    rows = [
        (
            tasks[code],
            _group_words(groups, region),
            names[region],
            class_words(groups.classes[region]),
        )
        for code, groups in groups_of_tasks().items()
        for region in [*(region for group in groups.groups for region in group), *groups.alone]
    ]
    return pd.DataFrame(rows, columns=["Taak", "Groep", "Regio", "Keuze"])


@st.cache_resource(show_spinner=False)
def findings(region_code: str) -> list[str]:
    """Sentences on one region, in source order of the tasks; one for all tasks on which nobody around chooses it."""
    graph, names, tasks = adjacency(loading.table("neighbours")), loading.region_names(), loading.task_names()
    in_sentence = loading.tasks_in_sentence()
    partners = partners_of(pairs(), region_code)
    sentences, quiet = [], []
    for code, groups in groups_of_tasks().items():
        found = standing(groups, graph, region_code)
        if not found.group_size and not found.next_door:
            quiet.append(code)
            continue
        around = _neighbour_words(found, groups, names, partners)
        sentence = standing_sentence(found, names[region_code], around, len(graph[region_code]))
        sentences.append(f"**{tasks[code]}**: {sentence}")
    if quiet:
        where = listed([in_sentence[code] for code in quiet])
        sentences.append(f"Hier kiest noch {names[region_code]} noch een buur {LEVEL}: {where}.")
    return sentences


def _show_task(groups: TaskGroups) -> None:
    name = loading.task_names()[groups.task_code]
    st.subheader(name)
    if groups.level != LEVEL and not groups_of_tasks()[groups.task_code].members:
        st.markdown(f"Geen enkele regio kiest hier {LEVEL}.")
    regions = loading.region_names()
    verb = "kiest" if len(groups.members) <= 1 else "kiezen"
    st.markdown(f"{capitalised(out_of(len(groups.members), len(regions)))} regio's {verb} {groups.level}.")
    items = [
        f"- **Groep {number}**, {len(group)} regio's: {listed(_member_words(group, groups))}."
        for number, group in enumerate(groups.groups, 1)
    ]
    if groups.alone:
        items.append(f"- **Zonder zo'n buur**: {listed(_member_words(groups.alone, groups))}.")
    st.markdown("\n".join(items))


def _show_findings(region_code: str, *, mine: bool) -> None:
    name = loading.region_names()[region_code]
    st.subheader(f"Bij welke taken kiest {name}{' (uw regio)' if mine else ''} of een buur {LEVEL}?")
    st.markdown("\n".join(f"- {sentence}" for sentence in findings(region_code)))


def _neighbour_words(found: Standing, groups: TaskGroups, names: dict[str, str], partners: dict[str, str]) -> list[str]:
    words = {
        "mutual": "over en weer genoemd als partner",
        "names": "genoemd als partner",
        "named_by": "noemt deze regio als partner",
    }
    shown = []
    for code in sorted(found.next_door, key=names.__getitem__):
        notes = [class_words(groups.classes[code])] if groups.mixed(code) else []
        notes += [words[partners[code]]] if code in partners else []
        shown.append(f"{names[code]} ({'; '.join(notes)})" if notes else names[code])
    return shown


def _member_words(codes: tuple[str, ...], groups: TaskGroups) -> list[str]:
    names = loading.region_names()
    return [
        f"{names[code]} ({class_words(groups.classes[code])})" if groups.mixed(code) else names[code]
        for code in sorted(codes, key=names.__getitem__)
    ]


def _group_words(groups: TaskGroups, region_code: str) -> str:
    number = groups.group_number(region_code)
    return f"Groep {number}" if number else "Alleen"


def _sorted_names(codes: tuple[str, ...], names: dict[str, str]) -> list[str]:
    return sorted(names[code] for code in codes)
