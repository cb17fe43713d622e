"""Who names whom, in words and as tables: the same pairs as the lines on the map."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.region_actions import show_region_actions
from components.look.citation import INVENTORY_CREDIT, edition_help, place_columns
from components.look.table import show_downloads, show_table
from components.look.words import capitalised, plain
from components.partners.drawing import pair_choices, pair_words
from components.partners.view import PartnerView, groups_shown
from components.partners.with_whom import NOT_PER_TASK, pairs, with_whom_words
from model.choices.comparison import DIFFERENT, PARTLY, SAME, UNKNOWN
from model.choices.neighbour_groups import TaskGroups
from model.regions.partners import collectives, mentions
from model.regions.profile import relation


def show_partners(view: PartnerView, mine: str | None) -> None:
    """Beside the map: the pairs and what they chose for the task, or with whom the chosen region stands."""
    if view.region is None:
        _say_totals(view)
        show_table(_all_pairs(groups_shown(view)), "Wie noemt wie?", key="partner_pairs")
        return
    st.markdown(f"## {loading.region_names()[view.region]}\n\n{with_whom_words(view.region, view.task)}")
    _say_collectives(view.region)
    show_region_actions(view.region, mine)


def show_all_mentions() -> None:
    """Every mention with its place in the source, for reading and for download."""
    table = st.expander("Alle vermeldingen met vindplaats", key="all_mentions", on_change="rerun")
    if table.open:
        with table:
            show_table(all_mentions(), "Wie noemt wie, waarvoor, en waar staat dat?", key="mention_rows")
            show_downloads(all_mentions, "genoemde-partners", INVENTORY_CREDIT)


def all_mentions() -> pd.DataFrame:
    """All rows of the partners table in Dutch headings, those that name no single region included."""
    names, partners = loading.region_names(), loading.table("partners")
    pair = {
        frozenset((row.region_code, row.partner_region_code)): "over en weer" if row.mutual else "één kant op"
        for row in pairs().itertuples()
    }
    both = pd.concat([mentions(partners), collectives(partners)])
    return pd.DataFrame(
        {
            "Regio": both["region_code"].map(names),
            "Noemt": both["partner_region_code"].map(names).fillna("geen aparte regio"),
            "Zoals in de bron": both["partner_text"],
            "Over en weer": [
                pair.get(frozenset((a, b)), "")
                for a, b in zip(both["region_code"], both["partner_region_code"], strict=True)
            ],
            "Waarvoor": both["role"].map(capitalised),
            "Zekerheid": both["confidence"],
            **place_columns(loading.citations().of_rows("partners", both)),
        }
    ).reset_index(drop=True)


def _say_totals(view: PartnerView) -> None:
    regions, found, groups = set(loading.region_names()), pairs(), groups_shown(view)
    involved = set(found["region_code"]) | set(found["partner_region_code"])
    related = [_pair_relation(groups, row) for row in found.itertuples()]
    task = loading.tasks_in_sentence()[view.task]
    unknown = f"; bij {related.count(UNKNOWN)} is dat onbekend" if UNKNOWN in related else ""
    st.markdown(
        f"**{len(found)} paren van regio's**: {int(found['mutual'].sum())} noemen elkaar, bij "
        f"{int((~found['mutual']).sum())} noemt de een de ander. Voor **{task}** kozen "
        f"{related.count(SAME)} van die paren hetzelfde niveau, {related.count(PARTLY)} deels hetzelfde en "
        f"{related.count(DIFFERENT)} een ander{unknown}."
    )
    st.markdown(
        f"Een lijn zegt dat een profiel een andere regio noemt. Dat {NOT_PER_TASK} {len(regions - involved)} van de "
        f"{len(regions)} regio's noemen geen andere regio en worden niet genoemd. Dat betekent niet dat ze niet "
        "samenwerken. Klik op een regio of een lijn, of kies in de lijst **Regio**; dan staat hier met wie die voor "
        "deze taak kan optrekken."
    )


def _pair_relation(groups: TaskGroups, row: Any) -> str:
    return relation(groups.classes[row.region_code], groups.classes[row.partner_region_code])


def _all_pairs(groups: TaskGroups) -> pd.DataFrame:
    """Every pair with what both chose for the task, those that chose the same first; narrow, for beside the map."""
    names, order = loading.region_names(), (SAME, PARTLY, UNKNOWN, DIFFERENT)
    rows = sorted(pairs().itertuples(), key=lambda row: order.index(_pair_relation(groups, row)))
    return pd.DataFrame(
        {
            "Paar": [
                pair_words(names[row.region_code], names[row.partner_region_code], mutual=row.mutual) for row in rows
            ],
            "Niveau voor deze taak": [
                f"{_pair_relation(groups, row)}: {pair_choices(groups, row.region_code, row.partner_region_code)}"
                for row in rows
            ],
        }
    )


def _say_collectives(region_code: str) -> None:
    """Partners that are no single region: in words only, a line on the map would have no end."""
    own = collectives(loading.table("partners")).query("region_code == @region_code")
    if own.empty:
        return
    st.markdown("**Noemt ook, zonder één regio te bedoelen** (staat niet als lijn op de kaart):")
    places = loading.citations().of_rows("partners", own)
    st.markdown(
        "\n".join(
            f"- {capitalised(plain(str(row.partner_text)))}: {plain(str(row.role))} ({plain(place.within_section)})"
            for row, place in zip(own.itertuples(), places, strict=True)
        ),
        help=edition_help(places),
    )
