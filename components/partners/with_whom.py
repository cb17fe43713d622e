"""With whom a region can work on a task: the ranked list in words and as a table (model.regions.with_whom)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import pandas as pd
import streamlit as st

from components.frame import loading
from components.look.citation import INVENTORY_CREDIT, PLACE, cited_together
from components.look.table import show_downloads, show_table
from components.look.words import capitalised, listed, plain
from components.partners.view import PartnerView, groups_of_tasks, groups_shown
from model.choices.classes import NO_LEVEL, STATUS_WORDS, class_words
from model.choices.neighbour_groups import LEVEL, adjacency
from model.regions.partners import mentions, partners_of, partnerships
from model.regions.profile import choice_of, neighbours_of
from model.regions.with_whom import ELSEWHERE, GROUP, ORDER_WORDS, TIERS, Partner, partners_for_task

NOT_PER_TASK = "geldt niet alleen voor deze taak: de inventarisatie vroeg niet per taak met wie een regio samenwerkt."
_IN_ONE_SENTENCE = (GROUP, ELSEWHERE)
"""Reasons for which regions are named in one sentence: nothing more is said of each than its choice."""
NAMING_WORDS = {"mutual": "noemen elkaar", "names": "is genoemd", "named_by": "noemt deze regio", None: ""}
"""Who names whom, by `Partner.naming`."""


@st.cache_resource(show_spinner=False)
def pairs() -> pd.DataFrame:
    """Pairs of regions of which at least one names the other (model.regions.partners.partnerships)."""
    return partnerships(loading.table("partners"))


@st.cache_resource(show_spinner=False, max_entries=500)
def ranked(region_code: str, task_code: str) -> list[Partner]:
    """Partners of a region for a task, best first."""
    return partners_for_task(
        groups_shown(PartnerView(task_code, region_code)),
        adjacency(loading.table("neighbours")),
        partners_of(pairs(), region_code),
        loading.region_names(),
        region_code,
    )


@st.cache_resource(show_spinner=False, max_entries=500)
def with_whom_words(region_code: str, task_code: str) -> str:
    """What is said beside the map, as Markdown: what the region chose, who stands under each reason, the order."""
    found = ranked(region_code, task_code)
    parts = [_own_choice(region_code, task_code)]
    place = 0
    for tier, items in groupby(found, key=lambda item: item.tier):
        partners = list(items)
        parts.append(f"### {capitalised(TIERS[tier])} ({len(partners)})")
        if tier in _IN_ONE_SENTENCE:
            parts.append(f"{listed([_short(partner, task_code) for partner in partners])}.")
        else:
            parts.append(
                "\n".join(_item(at, item, region_code, task_code) for at, item in enumerate(partners, place + 1))
            )
        place += len(partners)
    if not found:
        parts.append("Geen andere regio koos hetzelfde niveau, en geen noemt deze regio of is door haar genoemd.")
    order = [f"{ORDER_WORDS} Wat regio's over elkaar zeggen, {NOT_PER_TASK}"] if found else []
    return "\n\n".join([*parts, *_rest(region_code, task_code, found), *order])


def with_whom_table(region_code: str, task_code: str) -> pd.DataFrame:
    """The same list, a row per region, with every mention and its lines."""
    names = loading.region_names()
    rows = []
    for place, item in enumerate(ranked(region_code, task_code), 1):
        said = _mentions_between(region_code, item.region_code)
        rows.append(
            (
                place,
                names[item.region_code],
                TIERS[item.tier],
                class_words(item.leading_class),
                status_words(item.region_code, task_code),
                "ja" if item.neighbour else "nee",
                NAMING_WORDS[item.naming],
                "; ".join(said["role"].map(capitalised)),
                cited_together(loading.citations().of_rows("partners", said)),
            )
        )
    columns = ["Plaats", "Regio", "Waarom", "Niveau", "Status", "Buurregio", "Genoemd", "Waarvoor", PLACE]
    return pd.DataFrame(rows, columns=columns).set_index("Regio").reset_index()


def show_with_whom_table(view: PartnerView) -> None:
    """The list as a table with downloads, once someone opens it."""
    if view.region is None:
        return
    region_code, task_code = view.region, view.task
    holder = st.expander("Met wie: dezelfde gegevens als tabel", key="with_whom_as_table", on_change="rerun")
    if not holder.open:
        return
    table = with_whom_table(region_code, task_code)
    name, task = loading.region_names()[region_code], loading.task_names()[task_code]
    with holder:
        show_table(table, f"{task}: met wie kan {name} optrekken?", key="with_whom")
        about = [("Regio", name), ("Taak", task)]
        show_downloads(lambda: table, "met-wie", INVENTORY_CREDIT, marks=[task, name], about=about)


def _own_choice(region_code: str, task_code: str) -> str:
    name, task = loading.region_names()[region_code], loading.task_names()[task_code]
    choice = choice_of(loading.scale_choices(), region_code, task_code)
    place = loading.citations().of_row("scale_choices", choice)
    source = f"({STATUS_WORDS[choice.status]}; {place.mark}, {place.row})"
    if choice.leading_class == NO_LEVEL:
        return (
            f"**{task}**: {name} noemt geen niveau {source}. Met wie ze hetzelfde kiest is dus **onbekend**; hieronder "
            "staat alleen wie elkaar noemen."
        )
    level = groups_shown(PartnerView(task_code, region_code)).level
    counts = "" if choice.leading_class == level else f" Hier telt het ruimste daarvan, {level}."
    alone = "" if level == LEVEL else f" {_meaning_of(level)}"
    return f"**{task}**: {name} kiest **{class_words(choice.leading_class)}** {source}.{counts}{alone}"


def _meaning_of(level: str) -> str:
    """What the same level does not mean, for a level at which a region need not look for another."""
    return (
        f"Alleen bovenregionaal gaat vanzelf over meer regio's: bij {level} is hetzelfde niveau een aanknopingspunt, "
        "geen teken van samenwerking."
    )


def _item(place: int, partner: Partner, region_code: str, task_code: str) -> str:
    names = loading.region_names()
    name, own = names[partner.region_code], names[region_code]
    level = "; hetzelfde niveau" if partner.same_level else ""
    unknown = "; of dat hetzelfde is, is onbekend" if partner.same_level is None else ""
    neighbour = ", buurregio" if partner.neighbour else ""
    status = status_words(partner.region_code, task_code)
    lines = [f"{place}. **{name}**{neighbour}: {class_words(partner.leading_class)}, {status}{level}{unknown}."]
    said = _mentions_between(region_code, partner.region_code)
    for _, rows in said.groupby(["role", "line_from", "line_to", "source_file"], sort=False):
        row = next(rows.itertuples())
        naming = f"{own} noemt {name}" if row.region_code == region_code else f"{name} noemt {own}"
        who = f"{own} en {name} noemen elkaar" if rows["region_code"].nunique() > 1 else naming
        sure = "" if row.confidence == "hoog" else f"; zekerheid {row.confidence}"
        mark = loading.citations().of_row("partners", row).mark
        lines.append(f"    - {who}: {plain(str(row.role))} ({plain(mark)}{sure})")
    return "\n".join(lines)


def _short(partner: Partner, task_code: str) -> str:
    level = f"{class_words(partner.leading_class)}, " if "+" in partner.leading_class else ""
    return f"{loading.region_names()[partner.region_code]} ({level}{status_words(partner.region_code, task_code)})"


def _rest(region_code: str, task_code: str, found: Iterable[Partner]) -> list[str]:
    """Neighbours that are not in the list, with what they chose instead."""
    shown, classes = {partner.region_code for partner in found}, groups_of_tasks()[task_code].classes
    around = [code for code in neighbours_of(loading.table("neighbours"), region_code) if code not in shown]
    if not around:
        return []
    names = loading.region_names()
    words = [f"{names[code]} ({class_words(classes[code])})" for code in sorted(around, key=names.__getitem__)]
    heading = "Andere buurregio" if len(around) == 1 else "Andere buurregio's"
    return [f"**{heading}**: {listed(words)}."]


def status_words(region_code: str, task_code: str) -> str:
    """Status of the choice of a region for a task."""
    return STATUS_WORDS[choice_of(loading.scale_choices(), region_code, task_code).status]


def _mentions_between(one: str, other: str) -> pd.DataFrame:
    """Rows of the partners table in which one of two regions names the other, in the order of the source."""
    named = mentions(loading.table("partners"))
    pair = {one, other}
    return named[named["region_code"].isin(pair) & named["partner_region_code"].isin(pair)]
