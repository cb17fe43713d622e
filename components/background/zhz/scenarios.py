"""Scenario's: the three budget ceilings with the verdict of the plan on each, and the figures behind the growth."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from components.background.facts import CERTAINTY_WORDS, value_in_words
from components.background.zhz.citation import PLAN_CREDIT
from components.frame import links, loading
from components.frame.glossary_help import meaning
from components.frame.page import LINK_ICON, Visit
from components.look.citation import edition_help, place_columns, show_place
from components.look.layers import layered
from components.look.palette import INK
from components.look.picture import show_chart
from components.look.table import show_downloads, show_table
from components.look.words import amount, capitalised, million, plain

GROWTH_FACTS = ("Z_aanbieders", "Z_herindicatie", "Z_duur_hulp", "Z_doorlooptijd", "Z_rijk_structureel")
"""Facts that the plan gives on why costs grow and why a saving takes time."""
_BESIDE = 3


def show_scenarios(visit: Visit) -> None:
    """Three cards, a chart of the ceilings beside the expected cost, growth facts, and the way to the Doorrekening."""
    ceilings = loading.table("ceilings")
    expected = loading.table("trajectory").iloc[0]
    st.header(
        "Drie plafonds voor de uitgaven, en wat het plan ervan vindt",
        anchor=False,
        help=meaning("scenario", "plafond", "taakstelling"),
    )
    place = loading.citations().of_row("trajectory", expected)
    st.markdown(
        f"De verwachte kosten van {expected['year']} waren **{million(expected['yearly_cost_mln_eur'])}** "
        f"({plain(place.mark)}). De bedragen zijn niet geïndexeerd.",
        help=edition_help([place]),
    )
    for column, row in zip(st.columns(len(ceilings), gap="medium"), ceilings.itertuples(index=False), strict=True):
        with column.container(border=True, height="stretch"):
            _card(row)
    show_chart(
        build_ceiling_chart(ceilings, expected),
        "Zuid-Holland Zuid: drie plafonds naast de verwachte kosten, in mln €",
        PLAN_CREDIT,
        name="zhz-plafonds",
        key="zhz_ceilings",
        alt="Staafdiagram van de drie plafonds naast de verwachte kosten; dezelfde bedragen staan in de tabel.",
    )
    with st.expander("Dezelfde gegevens als tabel"):
        show_table(scenarios_table(ceilings), "Drie scenario's (mln €)", key="zhz_scenarios")
        show_downloads(
            lambda: scenarios_table(ceilings), "zhz-scenarios-2019", PLAN_CREDIT, about=[("Eenheid", "mln €")]
        )
    st.caption(f"{PLAN_CREDIT} Een plafond met “berekend” staat niet in het plan; het is een eigen som.")
    _show_growth_facts()
    st.page_link(
        "pages/doorrekening.py",
        label="Reken zelf door wat de maatregelen met de kosten doen",
        icon=LINK_ICON,
        query_params=links.here_goes_along(),
    )


def scenarios_table(ceilings: pd.DataFrame) -> pd.DataFrame:
    """One row per scenario with Dutch headings, mln €."""
    return pd.DataFrame(
        {
            "Scenario": [f"{row.scenario}. {row.name}" for row in ceilings.itertuples(index=False)],
            "Wat het inhoudt": ceilings["meaning"],
            "Plafond": ceilings["ceiling_mln_eur"],
            "Hoe dat bedrag er komt": ceilings["ceiling_origin"],
            "Uitgaven daarboven": [
                "niet genoemd" if pd.isna(excess) else f"ongeveer {amount(excess)}"
                for excess in ceilings["excess_mln_eur"]
            ],
            "Oordeel van het plan": ceilings["verdict"],
            **place_columns(loading.citations().of_rows("ceilings", ceilings)),
        }
    )


def build_ceiling_chart(ceilings: pd.DataFrame, expected: pd.Series) -> alt.LayerChart:
    """Bars of the ceilings under a line at the expected cost; name and amount stand above each bar."""
    cost = float(expected["yearly_cost_mln_eur"])
    bars = pd.DataFrame(
        {
            "position": range(len(ceilings)),
            "label": [
                f"{row.scenario}. {row.name}: {million(row.ceiling_mln_eur)}"
                for row in ceilings.itertuples(index=False)
            ],
            "ceiling": ceilings["ceiling_mln_eur"],
            "zero": 0,
        }
    )
    y = alt.Y("position:O", axis=None, scale=alt.Scale(paddingInner=0.6, paddingOuter=1))
    x = alt.X(
        "ceiling:Q",
        title="mln € per jaar",
        scale=alt.Scale(domain=[0, 125], nice=False),
        axis=alt.Axis(labelColor=INK, titleColor=INK, values=[0, 25, 50, 75, 100, 125]),
    )
    base = alt.Chart(bars)
    drawn = base.mark_bar(color="#2f7fb8").encode(y=y, x=x, tooltip=[alt.Tooltip("label:N", title="Plafond")])
    names = base.mark_text(align="left", baseline="bottom", dx=2, dy=-15, color=INK, fontSize=12).encode(
        y=y, x=alt.X("zero:Q"), text="label:N"
    )
    line = pd.DataFrame({"cost": [cost], "label": [f"verwacht {expected['year']}: {million(cost)}"]})
    rule = alt.Chart(line).mark_rule(color=INK, strokeWidth=2, strokeDash=[6, 4]).encode(x="cost:Q")
    rule_name = (
        alt.Chart(line)
        .mark_text(align="right", baseline="top", dx=-4, color=INK, fontSize=12)
        .encode(x="cost:Q", y=alt.value(2), text="label:N")
    )
    return layered(drawn, names, rule, rule_name, height=330)


def _card(row: Any) -> None:
    st.markdown(f"**Scenario {row.scenario}: {plain(row.name)}**")
    st.markdown(plain(row.meaning))
    st.markdown(f"Plafond: **{million(row.ceiling_mln_eur)}** ({plain(row.ceiling_origin)})")
    if pd.notna(row.excess_mln_eur):
        st.markdown(f"De uitgaven liggen daar grofweg {million(row.excess_mln_eur)} boven.")
    st.markdown(f"Oordeel van het plan: {plain(row.verdict)}")
    show_place(loading.citations().of_row("ceilings", row))


def _show_growth_facts() -> None:
    facts = loading.table("facts")
    facts = facts[facts["fact_code"].isin(GROWTH_FACTS)]
    st.header("Cijfers achter de groei", anchor=False, help=meaning("herindicatie", "beschikking"))
    rows = list(facts.itertuples(index=False))
    for start in range(0, len(rows), _BESIDE):
        for column, fact in zip(st.columns(_BESIDE, gap="medium"), rows[start : start + _BESIDE], strict=False):
            with column.container(border=True, height="stretch"):
                st.markdown(f"**{plain(value_in_words(fact))}**  \n{plain(fact.fact)}")
                place = loading.citations().of_row("facts", fact)
                st.caption(
                    f"{capitalised(plain(place.mark))} · {CERTAINTY_WORDS[fact.certainty]}", help=edition_help([place])
                )
