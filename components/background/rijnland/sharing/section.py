"""Solidariteit: three ways to share the cost of rare, expensive care, on the visitor's own municipalities."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.background.rijnland.citation import CREDIT, show_credit
from components.background.rijnland.sharing.charts import (
    build_measure_chart,
    build_yearly_chart,
    measure_in_words,
    yearly_in_words,
)
from components.background.rijnland.sharing.editor import show_editor
from components.background.rijnland.sharing.state import MOST_EXTRA, BadYear, SharingDesk, open_desk, write_desk
from components.background.rijnland.sharing.tables import (
    MEASURE_WORDS,
    METHOD_WORDS,
    TOTAL,
    full_table,
    measure_table,
    yearly_table,
)
from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.linked_choice import linked_choice
from components.frame.page import Visit, guarded_fragment
from components.look.citation import show_place
from components.look.picture import show_chart
from components.look.table import show_downloads, show_table
from components.look.words import euros, percent, plain
from model.background.rijnland.cost_sharing import (
    Bills,
    Method,
    SharingCase,
    bills_of,
    real_cost_eur,
    shares_of_bad_year,
)
from model.site.site_map import background_part

*_, MEASURE = background_part("rijnland", "solidariteit").parameters
_ASSUMED = {
    Method.INSURANCE: (
        "De premie volgt het aantal inwoners van 0 tot en met 17 jaar. De omvang vult u in, of is het gemiddelde "
        "gebruik van de jaren vooraf. Het plan zegt niets over de verdeling of de omvang."
    ),
    Method.FLAT_LEVY: (
        "Het verwachte gebruik is het gemiddelde van de jaren ervoor, en schuift elk jaar op. Het plan noemt geen "
        "aantal jaren."
    ),
    Method.BY_USE: ("De rekening komt achteraf, in het jaar van het gebruik. Het plan laat vooraf of achteraf open."),
}


@guarded_fragment
def show_solidarity(visit: Visit) -> None:
    """The three ways, the table to fill in, who pays what, and what a bad year of one municipality does."""
    desk = open_desk()
    st.header(
        "Wie betaalt als één gemeente een duur jaar heeft?",
        anchor=False,
        help=meaning("solidariteit", "jeugdzorgplus", "vlaktaks"),
    )
    st.markdown(
        "Een plaats in de gesloten jeugdhulp is duur en zeldzaam. Het plan noemt **drie manieren** om die kosten te "
        "delen en kiest er "
        "nog geen. Kort gezegd: een verzekering verdeelt over gemeenten, een vlaktaks over jaren, en verrekening "
        "verdeelt "
        "niet. Reken ze hier na met uw eigen gemeenten."
    )
    _show_ways()
    show_editor(desk)
    write_desk(desk)
    case, bad_year = desk.case, _bad_year(desk)
    if bad_year != desk.bad_year:
        desk.bad_year = bad_year
        write_desk(desk)
    shown = case.with_bad_year(bad_year.position, bad_year.billed_year, bad_year.extra) if bad_year.extra else case
    all_bills = {method: bills_of(shown, method) for method in Method}
    _show_bad_year(case, bad_year)
    _show_year_by_year(shown, all_bills, bad_year.position)
    _show_who_pays(shown, all_bills, _stress_words(case, bad_year))
    _show_files(shown, all_bills, example=desk.is_example)
    show_credit()


def _show_ways() -> None:
    ways = loading.table("cost_sharing").set_index("method_code")
    for column, method in zip(st.columns(3), Method, strict=True):
        way = ways.loc[method.value]
        with column.container(border=True, height="stretch"):
            st.markdown(f"**{way['name']}**")
            st.markdown(f"{plain(way['meaning'])} {plain(way['how_paid'])}")
            show_place(loading.citations().of_row("cost_sharing", way))
            st.caption(f"Onze aanname: {_ASSUMED[method]}")
    with st.expander("Hoe wordt een tekort of overschot verrekend?"):
        st.markdown(
            "Het plan zegt hier niets over; dit is **onze aanname**. Wie vooraf betaalt, betaalt soms te veel of te "
            "weinig. Het verschil "
            "gaat terug of komt erbij, in dezelfde verhouding als de betaling vooraf: bij de verzekering naar "
            "inwoners, bij de vlaktaks naar "
            "verwacht gebruik (verwacht niemand iets, dan naar inwoners). Zo betalen de gemeenten samen altijd "
            "precies wat de plaatsen kosten. "
            "Ook een lege plaats die vooraf is betaald, komt dus terug. U kiest hieronder of dat elk jaar gebeurt of "
            "één keer, na het laatste "
            "jaar. Rente en kosten van beheer tellen niet mee."
        )


def _bad_year(desk: SharingDesk) -> BadYear:
    """The bad year that the visitor sets."""
    case, asked = desk.case, desk.bad_year
    st.subheader("Een slecht jaar voor één gemeente", anchor=False)
    who, when, extra = st.columns(3)
    # A new key for another case or link, or the widgets would hold on to what they showed.
    mark = f"{desk.generation}_{len(case.names)}_{len(case.billed_years)}"
    position = who.selectbox(
        "Welke gemeente?",
        range(len(case.names)),
        asked.position,
        format_func=lambda at: case.names[at],
        key=f"sharing_who_{mark}",
    )
    year = when.selectbox(
        "In welk jaar?",
        range(len(case.billed_years)),
        asked.billed_year,
        format_func=lambda at: case.billed_years[at],
        key=f"sharing_when_{mark}",
    )
    places = extra.slider("Extra plaatsen in dat jaar", 0, MOST_EXTRA, asked.extra, key=f"sharing_extra_{mark}")
    return BadYear(int(position or 0), int(year or 0), int(places))


def _show_bad_year(case: SharingCase, bad_year: BadYear) -> None:
    name = plain(case.names[bad_year.position])
    if not bad_year.extra:
        st.info("Schuif “Extra plaatsen” naar rechts om te zien wie een tegenvaller betaalt.")
        return
    cost = bad_year.extra * case.price_eur
    more = shares_of_bad_year(case, bad_year.position, bad_year.billed_year, bad_year.extra)
    count, costs = ("plaats", "kost") if bad_year.extra == 1 else ("plaatsen", "kosten samen")
    st.markdown(
        f"{bad_year.extra} extra {count} in {case.billed_years[bad_year.billed_year].lower()} {costs} "
        f"**{euros(cost)}**. Daarvan betaalt {name} zelf, over alle jaren:"
    )
    for column, method in zip(st.columns(3), Method, strict=True):
        own = float(more[method][bad_year.position])
        column.metric(
            METHOD_WORDS[method],
            euros(own),
            f"{percent(100 * own / cost)} van de extra kosten",
            delta_color="off",
            delta_arrow="off",
            border=True,
        )


def _show_year_by_year(case: SharingCase, all_bills: dict[Method, Bills], position: int) -> None:
    name = plain(case.names[position])
    st.markdown(f"**De rekening van {name} per jaar** (duizenden euro's)")
    show_chart(
        build_yearly_chart(case, all_bills, position),
        f"De rekening van {case.names[position]} per jaar, in duizenden euro's",
        CREDIT,
        key="sharing_yearly",
        alt=yearly_in_words(case, all_bills, position),
        name="verrekening-per-jaar",
    )
    if any(bills.afterwards_eur.any() for bills in all_bills.values()):
        st.caption(
            "Wat na het laatste jaar nog wordt verrekend, staat niet in de lijnen, maar wel in de tabel en de totalen."
        )
    with st.expander("Dezelfde gegevens als tabel"):
        show_table(
            yearly_table(case, all_bills, position),
            f"Rekening van {case.names[position]}, in duizenden euro's",
            key="sharing_yearly_rows",
        )


def _stress_words(case: SharingCase, bad_year: BadYear) -> str:
    """What the outcomes below were made worse with; empty where nothing."""
    if not bad_year.extra:
        return ""
    count = "1 extra plaats" if bad_year.extra == 1 else f"{bad_year.extra} extra plaatsen"
    year = case.billed_years[bad_year.billed_year].lower()
    return f"Met het slechte jaar erbij: {count} voor {plain(case.names[bad_year.position])} in {year}."


def _show_who_pays(case: SharingCase, all_bills: dict[Method, Bills], stress: str) -> None:
    st.subheader("Wie betaalt wat?", anchor=False)
    if stress:
        st.caption(stress)
    measure = linked_choice(MEASURE, MEASURE_WORDS, "Wat wilt u vergelijken?", "een maat")
    show_chart(
        build_measure_chart(case, all_bills, measure),
        f"{MEASURE_WORDS[measure]} per gemeente, in duizenden euro's",
        CREDIT,
        key="sharing_measure",
        alt=measure_in_words(case, all_bills, measure),
        name="verrekening-wie-betaalt-wat",
        notes=[stress] if stress else [],
    )
    if measure != TOTAL:
        st.caption(
            "Hoe kleiner, hoe rustiger de rekening. Gemeten over de jaren met een rekening; wat na afloop wordt "
            "verrekend telt hier niet mee."
        )
    show_table(
        measure_table(case, all_bills, measure),
        f"{MEASURE_WORDS[measure]} per gemeente, in duizenden euro's",
        key="sharing_measure_rows",
    )
    cost = float(real_cost_eur(case).sum())
    st.markdown(
        f"De plaatsen kosten in {len(case.billed_years)} jaar samen **{euros(cost)}**. Op elke manier betalen de "
        f"gemeenten samen dat bedrag; "
        "alleen wie wanneer betaalt, verschilt."
    )


def _show_files(case: SharingCase, all_bills: dict[Method, Bills], *, example: bool) -> None:
    what = "verzonnen voorbeeld" if example else "eigen invoer van de gebruiker"
    credit = f"{CREDIT}. Aantallen: {what}. Verrekening van tekort en overschot: aanname."

    def whole_table() -> pd.DataFrame:
        return full_table(case, all_bills)

    show_downloads(whole_table, "solidariteit", credit)
    st.caption(
        "Het bestand bevat elke rekening per gemeente, jaar en manier. Uw invoer staat alleen in dit bezoek en in de "
        "link bovenin uw "
        "browser: wie de link opent, ziet dezelfde som."
    )
