"""The fields and the table of the cost-sharing calculator; whatever is typed stays, also what cannot be computed."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.background.rijnland.citation import fact, fact_source
from components.background.rijnland.sharing.state import PRICE_FACT, SETTLEMENT_WORDS, SharingDesk, example_case
from components.frame.paper import show_on_paper
from components.look.table import show_table
from components.look.words import euros, number
from model.background.rijnland.cost_sharing import (
    FEWEST_BILLED_YEARS,
    FEWEST_MUNICIPALITIES,
    LONGEST_NAME,
    MOST_HISTORY_YEARS,
    MOST_MUNICIPALITIES,
    MOST_YEARS,
)
from model.background.rijnland.sharing_table import INHABITANTS, NAME

_LONGEST_FIELD = 30


def show_editor(desk: SharingDesk) -> None:
    """Price, years, settlement, and the table of municipalities; then what is wrong with them."""
    st.subheader("Uw gemeenten", anchor=False)
    notice = st.container()
    _show_fields(desk)
    _show_rows(desk)
    desk.compute()
    if desk.is_example:
        notice.info(
            "De uitkomsten horen bij een **verzonnen voorbeeld**: de namen en aantallen zijn niet echt. Vul uw eigen "
            "gemeenten in; het voorbeeld verdwijnt dan.",
            icon=":material/edit:",
        )
    _show_buttons(desk)
    if desk.faults:
        count = "één fout" if len(desk.faults) == 1 else f"{len(desk.faults)} fouten"
        st.error(
            f"Hier is nog {count}. Wat u typte, staat er nog. De uitkomsten hieronder en de link horen bij de laatste "
            f"invoer die klopte."
        )
        show_table(faults_table(desk), "Wat er niet klopt", key="sharing_faults")


def faults_table(desk: SharingDesk) -> pd.DataFrame:
    """Every fault with its row and column."""
    return pd.DataFrame(
        {
            "Rij": ["" if fault.row is None else str(fault.row) for fault in desk.faults],
            "Kolom": [fault.column or "" for fault in desk.faults],
            "Waarover": [fault.subject for fault in desk.faults],
            "Wat er staat": [fault.value for fault in desk.faults],
            "Wat mag": [fault.allowed for fault in desk.faults],
        }
    )


def _show_fields(desk: SharingDesk) -> None:
    mark = desk.generation
    money, places = st.columns(2)
    price = money.text_input(
        "Prijs van een plaats per jaar, in euro's",
        desk.typed.price,
        max_chars=_LONGEST_FIELD,
        key=f"sharing_price_{mark}",
    )
    default = float(fact(PRICE_FACT)["value"])
    same = desk.case.price_eur == default
    money.caption(
        f"{'Uit het plan' if same else 'Eigen bedrag; het plan noemt'}: ongeveer {euros(default)} voor een plaats "
        f"in de "
        f"jeugdzorgplus ({fact_source(PRICE_FACT)})."
    )
    capacity = places.text_input(
        "Verzekering: ingekochte plaatsen per jaar",
        desk.typed.capacity,
        max_chars=_LONGEST_FIELD,
        placeholder=f"gemiddelde van de jaren vooraf: {number(desk.case.insured_places, 1)}",
        key=f"sharing_capacity_{mark}",
    )
    places.caption("Aanname. Laat leeg voor het gemiddelde gebruik van de jaren vooraf.")
    before, billed, when = st.columns(3)
    history, years = desk.typed.history_years, desk.years - desk.typed.history_years
    history_key, billed_key = f"sharing_history_{mark}", f"sharing_billed_{mark}"
    keys = (history_key, billed_key)
    before.selectbox(
        "Jaren vooraf (alleen om te verwachten)",
        range(1, MOST_HISTORY_YEARS + 1),
        history - 1,
        key=history_key,
        on_change=_follow_years,
        args=(desk, *keys),
    )
    choices = range(FEWEST_BILLED_YEARS, MOST_YEARS - history + 1)
    billed.selectbox(
        "Jaren met een rekening",
        choices,
        choices.index(years),
        key=billed_key,
        on_change=_follow_years,
        args=(desk, *keys),
    )
    settlement = when.selectbox(
        "Tekort of overschot verrekenen",
        list(SETTLEMENT_WORDS),
        list(SETTLEMENT_WORDS).index(desk.typed.settlement),
        format_func=SETTLEMENT_WORDS.__getitem__,
        key=f"sharing_settlement_{mark}",
    )
    desk.typed = replace(desk.typed, price=price or "", capacity=capacity or "", settlement=settlement)


def _follow_years(desk: SharingDesk, history_key: str, billed_key: str) -> None:
    history = int(st.session_state[history_key])
    billed = min(int(st.session_state[billed_key]), MOST_YEARS - history)
    desk.set_years(history + billed, history)


def _show_rows(desk: SharingDesk) -> None:
    key = f"sharing_rows_{desk.generation}"
    if desk.drawn == desk.generation and key not in st.session_state:
        # Streamlit forgets an editor that was not shown for a while; what was typed goes on in a new one.
        desk.restart_editor()
        key = f"sharing_rows_{desk.generation}"
    desk.drawn = desk.generation
    history = desk.typed.history_years
    st.caption(
        f"{FEWEST_MUNICIPALITIES} tot en met {MOST_MUNICIPALITIES} gemeenten. Vul per jaar het aantal plaatsen in. "
        "Typ in de onderste, lege regel voor een nieuwe gemeente. "
        + (
            "Het eerste jaar ligt vóór de rekening: het bepaalt alleen wat er wordt verwacht."
            if history == 1
            else f"De eerste {history} jaren liggen vóór de rekening: ze bepalen alleen wat er wordt verwacht."
        )
    )
    edited = st.data_editor(
        desk.frame,
        key=key,
        num_rows="dynamic",
        hide_index=False,
        column_config={
            "_index": st.column_config.NumberColumn("Rij", width=50),
            NAME: st.column_config.TextColumn(NAME, width=150, pinned=True, max_chars=4 * LONGEST_NAME),
            INHABITANTS: st.column_config.TextColumn(
                INHABITANTS, width=110, alignment="right", help="Inwoners van 0 tot en met 17 jaar."
            ),
            **{
                heading: st.column_config.TextColumn(
                    f"{heading} (vooraf)" if position < history else heading,
                    width=115 if position < history else 75,
                    alignment="right",
                    help="Aantal plaatsen dat deze gemeente in dit jaar gebruikt.",
                )
                for position, heading in enumerate(desk.headings[2:])
            },
        },
        placeholder="",
        alt="Invultabel met gemeenten, inwoners en plaatsen per jaar.",
    )
    show_on_paper(edited, "Gemeenten, inwoners en plaatsen per jaar", repeated=1, across=16)
    desk.take_rows(edited)


def _show_buttons(desk: SharingDesk) -> None:
    with st.container(horizontal=True):
        st.button("Terug naar het voorbeeld", key="sharing_example", on_click=lambda: desk.put(example_case()))
        st.button("Begin met een lege tabel", key="sharing_blank", on_click=desk.put_blank)
        if desk.replaced is not None:
            st.button("Zet terug wat er eerst stond", key="sharing_put_back", on_click=desk.put_back)
