"""Dilemma's: eight choices of 2013 with their arguments, and where a visitor stands beside them."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components.background.zhz.citation import FRAMEWORK_CREDIT
from components.background.zhz.dilemmas.chart import build_positions_chart
from components.background.zhz.dilemmas.sentences import (
    DEPARTURE_SIGNS,
    DEPARTURE_WORDS,
    SIDE_WORDS,
    ZONE_WORDS,
    arguments_table,
    positions_table,
)
from components.frame import links, loading
from components.frame.glossary_help import meaning
from components.frame.page import Visit, guarded_fragment
from components.look.citation import show_place
from components.look.picture import show_chart
from components.look.table import show_downloads, show_table
from components.look.words import as_typed, plain
from model.background.zhz.positions import (
    BETWEEN,
    DEPARTURES,
    HIGHEST,
    LOWEST,
    OPEN,
    STEP,
    ZONES,
    PositionError,
    Positions,
    departure,
    positions_from_link,
    positions_to_link,
    zone_of,
)
from model.site.site_map import background_part

POSITIONS, DILEMMA = background_part("zhz", "dilemmas").parameters
"""Keys in the address: the own positions in one short value, and the dilemma that is shown."""

_NUMBER, _SLIDER = "zhz_dilemma", "zhz_position"


@guarded_fragment
def show_dilemmas(visit: Visit) -> None:
    """One dilemma at a time with a slider and its arguments; beside it all eight, own position against the choice."""
    dilemmas = loading.table("dilemmas")
    st.header(
        "Acht dilemma's: waar staat u?", anchor=False, help=meaning("stoplichtenmodel", "solidariteit", "tegenkracht")
    )
    st.markdown(
        "In juli 2013 stemden 17 wethouders bij acht dilemma's in met een richting. Zet de schuif waar u zelf staat, "
        "en zie waar dat afwijkt. Hoe sterk de voorkeur toen was, is onbekend: de balken van het model zijn verloren."
    )
    positions = _positions()
    one, all_eight = st.columns([3, 2], gap="large")
    with one:
        _show_one(dilemmas, positions)
    with all_eight:
        _show_all(dilemmas, positions)
    _show_tables(dilemmas, positions)


def _positions() -> Positions:
    """Positions of the address; a value that cannot be is said, and then none is taken."""
    value = st.query_params.get(POSITIONS)
    if value is None:
        return Positions()
    try:
        return positions_from_link(value)
    except PositionError as error:
        st.warning(
            f"{error} In de link staat: {as_typed(value[:40])}. Er is nog niets ingevuld; de rest van de pagina werkt."
        )
        return Positions()


def _show_one(dilemmas: pd.DataFrame, positions: Positions) -> None:
    codes = list(dilemmas["dilemma_code"])
    code = links.from_link(DILEMMA, codes, "een dilemma") or codes[0]
    taken = {each: value is not None for each, value in zip(codes, positions.values, strict=True)}
    if st.session_state.get(_NUMBER) != code:
        st.session_state[_NUMBER] = code
    st.segmented_control(
        "Dilemma (✓ = ingevuld)",
        codes,
        format_func=lambda each: f"{each} ✓" if taken[each] else each,
        key=_NUMBER,
        required=True,
        wrap=True,
        on_change=_go_to_number,
    )
    place_in_list = codes.index(code)
    row = next(dilemmas.iloc[[place_in_list]].itertuples(index=False))
    st.markdown(f"### {row.dilemma_code}. {plain(row.name)}")
    st.markdown(f"**Links ({LOWEST}):** {plain(row.pole_left)}  \n**Rechts ({HIGHEST}):** {plain(row.pole_right)}")
    value = positions.values[place_in_list]
    _show_slider(place_in_list, value)
    verdict = departure(value, row.chosen_pole)
    if verdict != OPEN:
        st.markdown(f"**{DEPARTURE_SIGNS[verdict]} Uw standpunt is {DEPARTURE_WORDS[verdict]}.** {_zones(value, row)}")
    st.markdown(f"Gekozen in 2013: {plain(row.chosen_direction)}")
    show_place(loading.citations().of_row("dilemmas", row))
    _show_arguments(row)
    with st.container(horizontal=True):
        for label, to in (("Vorige", place_in_list - 1), ("Volgende", place_in_list + 1)):
            inside = 0 <= to < len(codes)
            st.button(label, disabled=not inside, on_click=_go_to, args=(codes[to] if inside else code,))


def _zones(value: int | None, row: Any) -> str:
    own = ZONE_WORDS[zone_of(value)] if value is not None else ""
    return f"U staat {own}; gekozen is {ZONE_WORDS[row.chosen_pole]}."


def _show_slider(place_in_list: int, value: int | None) -> None:
    widget = f"{_SLIDER}_{place_in_list}"
    shown = (LOWEST + HIGHEST) // 2 if value is None else value
    if st.session_state.get(widget) != shown:
        st.session_state[widget] = shown
    label = "Uw standpunt: nog niet ingevuld" if value is None else "Uw standpunt"
    st.slider(label, LOWEST, HIGHEST, step=STEP, key=widget, on_change=_on_slider, args=(place_in_list,))
    with st.container(horizontal=True):
        if value is None:
            st.button("Precies in het midden", on_click=_take, args=(place_in_list, shown))
        else:
            st.button("Wis dit standpunt", on_click=_take, args=(place_in_list, None))


def _show_arguments(row: Any) -> None:
    arguments = loading.table("dilemma_arguments")
    arguments = arguments[arguments["dilemma_code"] == row.dilemma_code]
    with st.expander(f"Argumenten, voorwaarden en opmerkingen ({len(arguments)})"):
        for side, words in SIDE_WORDS.items():
            items = arguments[arguments["side"] == side]
            st.markdown(
                f"**{words}**\n\n"
                + (
                    "\n".join(f"- {plain(item.argument)}" for item in items.itertuples(index=False))
                    or "Het document noemt er geen."
                )
            )
        show_place(*loading.citations().of_rows("dilemma_arguments", arguments))


def _show_all(dilemmas: pd.DataFrame, positions: Positions) -> None:
    departures = [
        departure(value, row.chosen_pole)
        for row, value in zip(dilemmas.itertuples(index=False), positions.values, strict=True)
    ]
    counts = {code: departures.count(code) for code in DEPARTURES}
    st.markdown("**Alle acht: uw standpunt naast de keuze**")
    show_chart(
        build_positions_chart(dilemmas, positions),
        "Acht dilemma's van Zuid-Holland Zuid: een standpunt naast de keuze van 2013",
        FRAMEWORK_CREDIT,
        name="zhz-dilemmas",
        notes=["Gevuld vlak: de gekozen kant. Ruit: het standpunt."],
        key="zhz_positions_chart",
        alt="Acht balken van links naar rechts, met de gekozen kant en uw standpunt; dezelfde gegevens staan in de "
        "tabel.",
    )
    st.markdown(
        " · ".join(
            f"{DEPARTURE_SIGNS[code]} {DEPARTURE_WORDS[code]}: **{count}**" for code, count in counts.items() if count
        )
    )
    low, high = ZONES[BETWEEN]
    st.caption(
        f"Gevuld vlak: de gekozen kant. Ruit: uw standpunt. Links is onder {low}, rechts boven {high}; "
        "die grenzen zijn een eigen aanname."
    )


def _show_tables(dilemmas: pd.DataFrame, positions: Positions) -> None:
    with st.expander("Alle acht als tabel"):
        show_table(
            positions_table(dilemmas, positions), "Uw standpunt naast de keuze van 2013", key="zhz_positions_table"
        )
        show_downloads(lambda: positions_table(dilemmas, positions), "zhz-dilemmas-eigen-standpunt", FRAMEWORK_CREDIT)
        st.markdown("**Alle argumenten als bestand**")
        show_downloads(
            lambda: arguments_table(dilemmas, loading.table("dilemma_arguments")),
            "zhz-dilemmas-argumenten",
            FRAMEWORK_CREDIT,
        )
    value = positions_to_link(positions)
    if value:
        st.markdown("**Deel uw standpunten.** Wie deze link opent, ziet hetzelfde:")
        st.code(_share_link(value), language=None, wrap_lines=True)
        st.button("Wis alle standpunten", on_click=_write, args=(Positions(),))
    st.caption(FRAMEWORK_CREDIT)


def _share_link(value: str) -> str:
    query = f"?document=zhz&deel=dilemmas&{POSITIONS}={value}"
    return f"{st.context.url.split('?')[0]}{query}" if st.context.url else query


def _on_slider(place_in_list: int) -> None:
    _take(place_in_list, st.session_state[f"{_SLIDER}_{place_in_list}"])


def _take(place_in_list: int, value: int | None) -> None:
    stored = st.query_params.get(POSITIONS)
    try:
        positions = positions_from_link(stored) if stored is not None else Positions()
    except PositionError:
        positions = Positions()
    _write(positions.with_position(place_in_list, value))


def _write(positions: Positions) -> None:
    links.write_link({POSITIONS: positions_to_link(positions)})


def _go_to(code: str) -> None:
    links.write_link({DILEMMA: code})


def _go_to_number() -> None:
    _go_to(st.session_state[_NUMBER])
