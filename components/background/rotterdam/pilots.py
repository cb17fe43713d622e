"""Proeftuinen: what is tried out, where, and what the plan says of their number and money."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.background.rotterdam.citation import CREDIT, fact, place, rows_of_plan
from components.background.rotterdam.words import PILOT_KINDS
from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.linked_choice import linked_filter
from components.frame.page import Visit, guarded_fragment
from components.look.citation import cited_briefly, place_columns, show_place
from components.look.table import show_downloads, show_table
from components.look.words import number, plain, unbroken
from model.site.site_map import background_part

(KIND,) = background_part("rotterdam", "proeftuinen").parameters


@guarded_fragment
def show_pilots(visit: Visit) -> None:
    """The part of the page."""
    pilots = rows_of_plan("pilots")
    _say_how_many(pilots)
    kind = linked_filter(
        KIND, PILOT_KINDS, "Soort", "een soort proeftuin", every="alle soorten", as_list=True, width=360
    )
    shown = pilots if kind is None else pilots[pilots["kind"] == kind]
    columns = st.columns(2)
    for at, row in enumerate(shown.itertuples(index=False)):
        with columns[at % 2], st.container(border=True):
            _show_pilot(row)
    table = st.expander("Dezelfde gegevens als tabel, en downloads", key="rotterdam_pilot_table", on_change="rerun")
    if table.open:
        with table:
            show_table(pilot_table(shown), "Proeftuinen, simulatie en pilots", key="rotterdam_pilot_rows")
            show_downloads(lambda: pilot_table(shown), "proeftuinen-rotterdam", CREDIT)
    show_place(place(2952, 3215), after="De verdeling was een plan; of het zo is gegaan, zegt het document niet.")


def pilot_table(pilots: pd.DataFrame) -> pd.DataFrame:
    """Pilots in Dutch headings."""
    return pd.DataFrame(
        {
            "Thema": pilots["theme"],
            "Soort": pilots["kind"].map(PILOT_KINDS),
            "Onderwerpen": ["; ".join(topics) or "onbekend" for topics in pilots["subtopics"]],
            "Waar": pilots["where_text"],
            **place_columns(loading.citations().of_rows("pilots", pilots)),
        }
    ).reset_index(drop=True)


def _say_how_many(pilots: pd.DataFrame) -> None:
    themes = int((pilots["kind"] == "programmagestuurd").sum())
    most, city, rest, money = (
        fact(code) for code in ("R_PROEF_AANTAL", "R_PROEF_ROTTERDAM", "R_PROEF_SUBREGIO", "R_PROEF_GELD")
    )
    together = city["value"] + rest["value"]
    reserved = unbroken(f"€ {number(money['value'], 1)} mln")
    agrees = "samen precies dat aantal" if together == most["value"] else f"samen {number(together)}"
    st.markdown(
        f"""
* **Ten hoogste {number(most["value"])} programmagestuurde proeftuinen** over {themes} thema's:
  {number(city["value"])} in Rotterdam en {number(rest["value"])} in de andere subregio's, {agrees}
  ({_place(most, rest, city)}).
* Welke subregio welk thema doet, is **onbekend**: dat lag nog niet vast ({_place(rest)}).
* Voor vervanging van hulpverleners die meedoen is **{reserved} per jaar** gereserveerd, in
  {money["period"]} ({_place(money)}). Dat geld valt buiten de begroting van het programma.
""",
        help=meaning("proeftuin", "subregionaal"),
    )


def _show_pilot(row: object) -> None:
    topics = [f"* {plain(topic)}" for topic in row.subtopics]  # type: ignore[attr-defined]
    kind, theme = PILOT_KINDS[row.kind], plain(row.theme)  # type: ignore[attr-defined]
    st.markdown("\n".join([f"**{theme}**  ", f"*{kind}*", "", *topics]))
    with st.expander("Waar en door wie?", key=f"rotterdam_pilot_{row.pilot_code}"):  # type: ignore[attr-defined]
        st.markdown(plain(row.where_text))  # type: ignore[attr-defined]
        show_place(loading.citations().of_row("pilots", row))


def _place(*facts: pd.Series) -> str:
    return plain(cited_briefly(loading.citations().of_row("facts", row) for row in facts))
