"""Who names whom, in words and as tables: the same pairs as the lines on the map."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.frame import loading, page
from components.frame.region_links import looking_at
from components.look.citation import INVENTORY_CREDIT, edition_help, place_columns
from components.look.table import show_downloads, show_table
from components.look.words import capitalised, plain
from components.partners.drawing import pair_words
from components.partners.view import PartnerView
from model.regions.partners import collectives, mentions, partners_of, partnerships


@st.cache_resource(show_spinner=False)
def pairs() -> pd.DataFrame:
    """Pairs of regions of which at least one names the other (model.partners.partnerships)."""
    return partnerships(loading.table("partners"))


def show_partners(view: PartnerView, mine: str | None) -> None:
    """Beside the map: all pairs, or those of the chosen region with what they are for."""
    if view.region is None:
        _say_totals()
        show_table(_all_pairs(), "Wie noemt wie?", key="partner_pairs")
        return
    name = loading.region_names()[view.region]
    st.markdown(f"## {name}")
    around = partners_of(pairs(), view.region)
    if around:
        show_table(_mentions_around(view.region), f"Partners van {name}", key="partner_region")
    else:
        st.markdown(
            "Noemt in haar profiel geen andere jeugdregio als partner, en wordt door geen andere regio genoemd. "
            "Dat betekent niet dat er niet wordt samengewerkt: de inventarisatie vroeg er niet apart naar."
        )
    _say_collectives(view.region)
    with st.container(horizontal=True):
        st.page_link(
            "pages/regio.py",
            label=f"Alles over {name}",
            icon=page.LINK_ICON,
            query_params=looking_at(view.region, mine),
        )
        if view.region != mine:
            st.button("Maak dit mijn regio", on_click=page.adopt_region, args=(view.region,))


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


def _say_totals() -> None:
    regions, found = set(loading.region_names()), pairs()
    involved = set(found["region_code"]) | set(found["partner_region_code"])
    st.markdown(
        f"**{len(found)} paren van regio's**: {int(found['mutual'].sum())} noemen elkaar, bij "
        f"{int((~found['mutual']).sum())} noemt de een de ander. {len(regions - involved)} van de {len(regions)} "
        "regio's noemen geen andere regio en worden niet genoemd. Dat betekent niet dat ze niet samenwerken: de "
        "inventarisatie vroeg er niet apart naar. Klik op een regio of een lijn, of kies in de "
        "lijst **Regio**, voor wat er precies staat."
    )


def _all_pairs() -> pd.DataFrame:
    names = loading.region_names()
    return pd.DataFrame(
        {
            "Paar": [
                pair_words(names[row.region_code], names[row.partner_region_code], mutual=row.mutual)
                for row in pairs().itertuples()
            ],
            "Keer": pairs()["mention_count"],
            "Zekerheid": pairs()["confidence"],
        }
    )


def _mentions_around(region_code: str) -> pd.DataFrame:
    names = loading.region_names()
    named = mentions(loading.table("partners"))
    own = named[(named["region_code"] == region_code) | (named["partner_region_code"] == region_code)]
    names_it = own["region_code"] == region_code
    return pd.DataFrame(
        {
            "Partner": own["partner_region_code"].where(names_it, own["region_code"]).map(names),
            "Richting": names_it.map({True: "is genoemd", False: "noemt deze regio"}),
            "Waarvoor": [
                capitalised(row.role) + ("" if row.confidence == "hoog" else f" (zekerheid: {row.confidence})")
                for row in own.itertuples()
            ],
            **place_columns(loading.citations().of_rows("partners", own)),
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
