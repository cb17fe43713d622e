"""Section "Een eigen tabel": example files, a file of the visitor, an editor, and what became of them."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components.frame.page import guarded_fragment
from components.frame.paper import show_on_paper
from components.frame.reports import reported_by
from components.look import component_files
from components.look.table import XLSX_MIME, show_table
from components.look.words import plain
from components.what_if.about import named_file
from components.what_if.own_table.draft import keep_draft
from components.what_if.own_table.editor_tables import table_of
from components.what_if.own_table.names import LONGEST_NAME
from components.what_if.own_table.proposal import show_proposal
from components.what_if.own_table.reading import MOST_FILES
from components.what_if.own_table.state import (
    BLANK_YEARS,
    BOX,
    Origin,
    Outcome,
    OwnTableState,
    back_to_source,
    is_in_use,
    size_in_words,
    state_of,
)
from components.what_if.panel.payload import plan_id
from components.what_if.session import WhatIfSession, current_session, source_plan
from model.own_table import (
    INVESTMENT_KINDS,
    MOST_BYTES,
    MOST_ROWS,
    CellKind,
    CellTable,
    TableKind,
    blank_tables,
    csv_file,
    field_of_heading,
    tables_of_plan,
    xlsx_file,
)

FILE_NAMES = {TableKind.MEASURES: "maatregelen", TableKind.YEARS: "kosten-per-jaar"}
EDITOR_STYLE = Path(__file__).with_name("editor.css")
NAME_PX = 480
_UPLOAD_KEY = "own_table_upload"
_PINNED = ("measure_code", "year")
_WIDTHS_PX = {
    CellKind.CODE: 95,
    CellKind.YEAR: 80,
    CellKind.TEXT: 300,
    CellKind.PARTIES: 140,
    CellKind.INVESTMENT: 165,
    CellKind.YES_NO: 100,
}
_HEADING_PX, _LETTER_PX = 60, 7
_ROW_PX = {TableKind.MEASURES: 58, TableKind.YEARS: None}
"""Two lines for the name of a measure: a cell cuts off what does not fit, without a sign of it."""
_CHOICES = {CellKind.INVESTMENT: list(INVESTMENT_KINDS), CellKind.YES_NO: ["ja", "nee"]}

_upload = component_files.component("upload", __file__)


def show_table_in_use(session: WhatIfSession) -> None:
    """Which own table the page computes with, how to keep it, and the way back; nothing for the source's table."""
    if session.own_table_name is None:
        return
    state, plan = state_of(session), session.plan
    assumptions = state.assumptions
    with st.container(border=True, key=f"own_table_in_use_{state.arrivals.used}"):
        st.markdown(
            f"**U rekent met een eigen tabel**: {size_in_words(plan)}. Wat de maatregelen uit die tabel met de kosten "
            "doen, staat hieronder. Een eigen tabel past niet in een link; geef hem door als bestand."
        )
        if assumptions:
            listed = (f"- {plain(text)}" for text in assumptions)
            st.markdown("\n".join(["**Aannames in deze tabel**, en wat van uw blad niet meetelt:\n", *listed]))
        _show_name(session, state)
        with st.container(horizontal=True):
            if assumptions and state.left:
                st.button("Terug naar het voorstel", key="own_table_reopen", on_click=_reopen)
            st.download_button(
                "Bewaar deze tabel (XLSX)",
                lambda: xlsx_file(tables_of_plan(plan), assumptions),
                f"{named_file('eigen-tabel', session.own_table_name)}.xlsx",
                XLSX_MIME,
                on_click="ignore",
                key="own_table_keep",
            )
            st.button(
                "Terug naar de tabel van Zuid-Holland Zuid",
                key="own_table_back",
                on_click=lambda: back_to_source(current_session()),
            )


def _show_name(session: WhatIfSession, state: OwnTableState) -> None:
    typed = st.text_input(
        "Naam van deze tabel, zoals hij in titel en downloads staat",
        value=session.own_table_name or "",
        max_chars=LONGEST_NAME,
        # Another table begins with its own name, and not with what was typed for the one before.
        key=f"own_table_name_{state.arrivals.used}_{plan_id(session.plan)}",
        width=NAME_PX,
    )
    before = session.own_table_name
    state.rename(session, typed)
    if session.own_table_name != before:
        # The title of the page lies outside this fragment.
        st.rerun()


def _reopen() -> None:
    session = current_session()
    st.session_state[BOX] = True
    state_of(session).put_back_reading()
    # The proposal lies outside the fragment of this button; where the plan is not sent, the whole page runs.
    session.sent_plan = None


@guarded_fragment
def show_own_table(session: WhatIfSession) -> None:
    """The section; filled when a visitor opens it."""
    box = st.expander("Een eigen tabel: reken met uw eigen regio", key=BOX, on_change="rerun")
    if not box.open:
        return
    state = state_of(session)
    with box:
        st.html(component_files.style_tag(EDITOR_STYLE))
        st.markdown(
            "Reken met de maatregelen en jaren van een andere regio: open uw eigen rekenblad, plak cellen eruit, "
            "of vul de tabel hieronder in. Een vaste vorm hoeft niet: u ziet eerst wat wij in uw blad lezen, "
            "naast wat er staat. Pas als u zegt dat het klopt, rekent de pagina ermee.\n\n"
            "Wat u opent of typt, houdt dit tabblad vast. Een tabel die u gebruikt, wordt bewaard in uw eigen "
            "browser, tot u hem daar verwijdert. De server rekent ermee in zijn werkgeheugen en slaat hem niet "
            "op. Na uw bezoek kunnen de tabel en de uitkomsten daar nog staan. Niemand kan ze opvragen, en ze "
            "verdwijnen als andere berekeningen de ruimte nodig hebben of de server opnieuw start. De tabel wordt "
            "niet doorgestuurd en niet met anderen gedeeld. Hij past niet in een link: geef hem door als bestand."
        )
        st.subheader("Openen of plakken", anchor=False)
        _upload(
            key=_UPLOAD_KEY,
            data={
                "mostBytes": MOST_BYTES,
                "mostFiles": MOST_FILES,
                "answered": state.answered,
                "isRefused": state.outcome is not None and state.outcome.refused,
            },
            on_files_change=_on_files,
        )
        _show_outcome(state, from_editor=False)
        show_proposal(session, state)
        st.subheader("Of hier invullen", anchor=False)
        _show_examples()
        _show_editor(session, state)
        _show_outcome(state, from_editor=True)
        keep_draft(session, state)
    if state.hand_over_typed():
        # The proposal stands above the editor that it takes a table from.
        st.rerun()
    if state.taken:
        state.taken = False
        # The panel above lies outside this fragment.
        st.rerun()


def _show_examples() -> None:
    st.markdown(
        "Begint u zonder rekenblad, neem dan een voorbeeld en zet uw cijfers over die van Zuid-Holland Zuid heen. Het "
        "blad Uitleg van het XLSX-bestand zegt wat elke kolom betekent."
    )
    with st.container(horizontal=True):
        st.download_button(
            "Voorbeeld (XLSX)",
            lambda: xlsx_file(tables_of_plan(source_plan())),
            f"{named_file('voorbeeld-eigen-tabel')}.xlsx",
            XLSX_MIME,
            on_click="ignore",
            key="own_table_example_xlsx",
        )
        for kind, name in FILE_NAMES.items():
            st.download_button(
                f"Voorbeeld {kind} (CSV)",
                partial(_example_csv, kind),
                f"{named_file('voorbeeld', name)}.csv",
                "text/csv",
                on_click="ignore",
                key=f"own_table_example_{name}",
            )


def _example_csv(kind: TableKind) -> bytes:
    return csv_file(tables_of_plan(source_plan())[kind])


def _on_files() -> None:
    session = current_session()
    state_of(session).open_sources(session, reported_by(_UPLOAD_KEY, "files"))


def _show_outcome(state: OwnTableState, *, from_editor: bool) -> None:
    outcome = state.outcome
    if outcome is None or outcome.from_editor != from_editor:
        return
    with st.container(key=f"own_table_outcome_{state.arrivals.refused}"):
        _show_words(outcome)


def _show_words(outcome: Outcome) -> None:
    if outcome.faults:
        st.error(plain(outcome.message))
        show_table(_faults_table(outcome), "Wat er niet klopt", key="own_table_faults")
    elif outcome.refused:
        st.error(plain(outcome.message))
    else:
        st.success(plain(outcome.message)) if outcome.used else st.info(plain(outcome.message))
    for remark in outcome.remarks:
        st.warning(plain(remark))


def _faults_table(outcome: Outcome) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Waar": [fault.location for fault in outcome.faults],
            "Wat er staat": [fault.value for fault in outcome.faults],
            "Wat mag": [fault.allowed for fault in outcome.faults],
        }
    )


def _show_editor(session: WhatIfSession, state: OwnTableState) -> None:
    if state.drawn == state.generation and not all(_editor_key(state, kind) in st.session_state for kind in TableKind):
        # Streamlit forgets an editor that was not shown for a while; what was typed goes on in a new one.
        state.restart(state.typed)
    state.drawn = state.generation
    st.caption(
        f"Hooguit {MOST_ROWS[TableKind.MEASURES]} maatregelen en {MOST_ROWS[TableKind.YEARS]} jaren. Bedragen met een "
        f"komma, in "
        "mln €. Typ in de onderste, lege regel voor een nieuwe regel. Een regel die u leegmaakt, telt niet mee. "
        "Plakken uit "
        "een rekenblad kan ook."
    )
    _show_contents_buttons(state)
    years = _show_table_editor(state, TableKind.YEARS)
    follow = st.button("Maak hieronder de effectkolommen voor deze jaren", key="own_table_follow_years")
    state.typed = {TableKind.MEASURES: _show_table_editor(state, TableKind.MEASURES), TableKind.YEARS: years}
    if follow:
        state.follow_years()
        st.rerun()
    if _is_use_pressed(state) or state.changed_just_after_press:
        state.use_typed(session)
    elif not is_in_use(state, session):
        st.caption(
            "Wat hier staat, is nog niet in gebruik en wordt nog niet bewaard: de doorrekening rekent met een andere "
            "tabel."
        )


def _is_use_pressed(state: OwnTableState) -> bool:
    """The button of the editor; beside a proposal it says that it is not the one that confirms that."""
    if state.reading is None:
        return st.button("Gebruik deze tabel", type="primary", key="own_table_use")
    st.caption(
        f"Hierboven wacht het voorstel voor {plain(state.reading.name)} nog. Dat bevestigt u daar, met “Klopt, reken "
        "hiermee”. De knop hieronder rekent alleen met wat in de invultabel staat."
    )
    return st.button("Gebruik deze tabel, niet het voorstel hierboven", key="own_table_use")


def _show_table_editor(state: OwnTableState, kind: TableKind) -> CellTable:
    st.markdown(f"**{kind}**")
    frame = state.frames[kind]
    edited = st.data_editor(
        frame,
        key=_editor_key(state, kind),
        num_rows="dynamic",
        hide_index=True,
        row_height=_ROW_PX[kind],
        column_config={heading: _column(kind, heading, frame[heading]) for heading in frame.columns},
        alt=f"Invultabel {kind}. Dezelfde tabel kunt u als bestand invullen en hierboven openen.",
    )
    show_on_paper(edited, str(kind), repeated=2 if kind is TableKind.MEASURES else 1)
    return table_of(kind, edited)


def _editor_key(state: OwnTableState, kind: TableKind) -> str:
    return f"own_table_{kind.name.lower()}_{state.generation}"


def _show_contents_buttons(state: OwnTableState) -> None:
    with st.container(horizontal=True):
        st.button("Lege tabel", key="own_table_blank", on_click=_start_blank)
        st.button("Tabel die nu in gebruik is", key="own_table_current", on_click=_start_with_current)
        if state.replaced:
            st.button("Zet terug wat er eerst stond", key="own_table_put_back", on_click=_put_back)


def _start_blank() -> None:
    first = date.today().year
    state_of(current_session()).put(blank_tables(range(first, first + BLANK_YEARS)))


def _start_with_current() -> None:
    session = current_session()
    state = state_of(session)
    state.put(tables_of_plan(session.plan), Origin(session.own_table_name or "", state.assumptions))


def _put_back() -> None:
    state_of(current_session()).put_back()


def _column(kind: TableKind, heading: str, texts: pd.Series) -> Any:
    field = field_of_heading(kind, heading)
    if field is None:
        raise KeyError(heading)
    choices = _CHOICES.get(field.kind)
    if choices:
        # A refused word must stay to be seen, also where it is no choice.
        options = list(dict.fromkeys([*choices, *(text for text in texts if text)]))
        return st.column_config.SelectboxColumn(
            heading, help=field.about, width=_WIDTHS_PX[field.kind], options=options
        )
    is_number = field.kind in (CellKind.NUMBER, CellKind.YEAR)
    return st.column_config.TextColumn(
        heading,
        help=field.about,
        width=_WIDTHS_PX.get(field.kind, _HEADING_PX + len(heading) * _LETTER_PX),
        pinned=field.name in _PINNED,
        alignment="right" if is_number else "left",
    )
