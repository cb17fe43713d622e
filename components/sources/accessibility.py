"""Accessibility statement after the Dutch model; who offers the app and where to report come from the settings."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from components.frame.page import Visit
from components.look.about_file import PRODUCT, VERSION
from components.look.table import show_table
from components.look.words import date_words, plain
from model.site.publisher import STATUSES, Publisher

NOT_FILLED = "nog niet ingevuld door de beheerder"
_LAW = "Besluit digitale toegankelijkheid overheid"
_TESTED = """
**Wat automatisch is getest.** Bij elke wijziging gaat elke weergave van de app langs de regels van axe-core, op een
licht scherm. Waar de opmaak op een telefoon anders is, gebeurt dat ook daar. De regels over kleur gaan ook langs het
donkere scherm. Elke fout houdt de wijziging tegen. Verder zijn er proeven met alleen het toetsenbord, op zichtbare
focus en met gedwongen kleuren (hoog contrast). Ook zijn er proeven bij 400% vergroting, op een telefoon en voor de
afdruk.

**Wat niet is onderzocht.** Geen onafhankelijk onderzoeker heeft de app bekeken, en er is geen onderzoek volgens WCAG-EM
naar alle 50 eisen. Er is niet getest met mensen die een schermlezer, vergroting of spraakbediening gebruiken.
Gedownloade bestanden zijn niet getest. Automatische regels vinden maar een deel van de drempels.

**Waaraan is getoetst.** De norm is EN 301 549, met daarin WCAG 2.1, niveau A en AA. WCAG 2.2 is nieuwer en nog geen
wettelijke eis; daaraan is de app niet als geheel getoetst.
"""
_HELPS = """
Naast elke grafiek en kaart staat dezelfde informatie als tabel. Niveau en status verschillen ook in vorm, streep of
woord, niet alleen in kleur. De app volgt de instelling van uw apparaat voor licht, donker en contrast.
"""
_MEANINGS = {
    "A": "Onderzoek van hooguit drie jaar oud; de app voldoet aan alle 50 eisen.",
    "B": "Onderzoek van hooguit drie jaar oud; de app voldoet aan een deel, en per afwijking staat wat eraan gebeurt.",
    "C": "Nog geen volledig onderzoek, maar wel binnen zes maanden na de verklaring gepland.",
    "D": "Er is een verklaring, maar geen volledig onderzoek, en ook geen op tijd gepland.",
    "E": "Geen organisatie heeft een verklaring afgegeven.",
}


@dataclass(frozen=True)
class Deviation:
    """One demand that the app is known not to meet, in the parts that the model asks for."""

    criterion: str
    where: str
    cause: str
    effect: str
    alternative: str
    measure: str
    planning: str


DEVIATIONS = (
    Deviation(
        "1.1.1 Niet-tekstuele content",
        "De kantelbare kaart op Samenwerking",
        "De kaart is een getekend vlak zonder elementen die een schermlezer kan lezen.",
        "Met een schermlezer is op deze kaart niet te horen welke regio's elkaar noemen.",
        "De lijst naast de kaart en de tabel eronder hebben dezelfde gegevens; er is ook een vlakke kaart.",
        "Geen; de lijst en de tabel blijven.",
        "Nog niet gepland.",
    ),
    Deviation(
        "2.1.1 Toetsenbord",
        "Grafieken met een toelichting bij aanwijzen",
        "De toelichting bij een punt of balk verschijnt alleen met een muis of vinger.",
        "Met alleen het toetsenbord is die toelichting niet op te roepen.",
        "De tabel bij elke grafiek bevat dezelfde gegevens.",
        "Geen; de tabel blijft.",
        "Nog niet gepland.",
    ),
)
"""What is known not to be in order; without an investigation this list is not complete."""


def show_accessibility(visit: Visit) -> None:
    """The statement: status, who made it, what was tested, deviations, where to report, and who enforces."""
    publisher = Publisher.from_environment(os.environ)
    status = publisher.status(date.today())
    st.header("Toegankelijkheidsverklaring", anchor=False)
    _show_status(publisher, status)
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("Opstelling van deze verklaring", anchor=False)
        st.markdown(_made_by(publisher))
        st.subheader("Onderzoek", anchor=False)
        st.markdown(_TESTED)
        st.markdown(f"**Wat helpt.** {_HELPS.strip()}")
    with right:
        st.subheader("Een drempel melden", anchor=False)
        st.markdown(_reporting(publisher))
        st.subheader("Klacht en handhaving", anchor=False)
        st.markdown(_enforcement(publisher))
    st.subheader("Afwijkingen", anchor=False)
    st.markdown(
        "Dit is wat nu bekend is. Zonder volledig onderzoek is de lijst niet compleet: ook wat hier niet staat, kan "
        "een drempel zijn."
    )
    for item in DEVIATIONS:
        _show_deviation(item)
    show_table(status_table(), "Wat betekenen de statussen?", key="accessibility_statuses")


def status_table() -> pd.DataFrame:
    """One row per status with what it asks for."""
    return pd.DataFrame(
        {
            "Status": list(STATUSES),
            "Naam": list(STATUSES.values()),
            "Wat dat vraagt": [_MEANINGS[code] for code in STATUSES],
        }
    )


def _show_status(publisher: Publisher, status: str) -> None:
    st.markdown(f"**Status {status}: {STATUSES[status]}.**")
    if status == "E":
        st.info(
            "Nog geen organisatie heeft deze verklaring ingevuld en ondertekend. Daarom geldt status E. Wat hieronder "
            "staat, is wat de makers weten; met een ondertekende verklaring zou het status D zijn, want er is geen "
            "volledig onderzoek."
        )
    elif status == "C":
        st.markdown(
            f"Er is nog geen volledig onderzoek. Het staat gepland op {_day(publisher.audit_planned_on)}; na die dag "
            "vervalt status C."
        )
    else:
        st.markdown("Er is geen volledig onderzoek volgens WCAG-EM, en er is er geen op tijd gepland.")
    st.markdown(
        f"Deze verklaring gaat over de webapp {PRODUCT}, versie {VERSION}. Overheden moeten volgens het {_LAW} hun "
        "websites toegankelijk maken en daarover een verklaring afgeven."
    )
    if publisher.statement_url:
        st.markdown(
            f"De verklaring in het landelijke register gaat voor: <{publisher.statement_url}>. Daar kan een andere "
            "status staan, als er intussen onderzoek is gedaan."
        )


def _made_by(publisher: Publisher) -> str:
    signed = _day(publisher.statement_signed_on) if publisher.statement_signed_on else _filled("")
    return "\n".join(
        [
            f"- Organisatie: {_filled(publisher.organisation)}",
            f"- Ondertekend voor gezien en akkoord op: {signed}",
            f"- Door (functie): {_filled(publisher.statement_signed_by)}",
            f"- Onderbouwing: eigen automatische tests van versie {VERSION}, geen onderzoek door derden",
        ]
    )


def _reporting(publisher: Publisher) -> str:
    return (
        "Loopt u tegen een drempel aan, of hebt u informatie in een andere vorm nodig? Meld dat bij: "
        f"{contact_words(publisher.accessibility_contact)}.\n\n"
        "Noem de pagina, wat u wilde doen en welke hulpmiddelen u gebruikt. De link in de adresbalk zegt waar u was."
    )


def _enforcement(publisher: Publisher) -> str:
    organisation = plain(publisher.organisation) if publisher.organisation else "de organisatie die de app aanbiedt"
    return (
        f"Helpt een melding niet, dien dan een klacht in bij {organisation}. Bent u niet tevreden over hoe die klacht "
        "is behandeld, of hoort u niet op tijd iets? Dan kunt u naar de Nationale ombudsman "
        "(<https://www.nationaleombudsman.nl>), of naar de eigen ombudsman van uw gemeente als die er is."
    )


def _show_deviation(item: Deviation) -> None:
    with st.container(border=True):
        st.markdown(
            f"**{item.criterion}: {item.where.lower()[0]}{item.where[1:]}**\n"
            f"- Oorzaak: {item.cause}\n- Gevolg: {item.effect}\n- Alternatief: {item.alternative}\n"
            f"- Maatregel: {item.measure}\n- Planning: {item.planning}"
        )


def _filled(text: str) -> str:
    return plain(text) if text else f"**{NOT_FILLED}**"


def contact_words(text: str) -> str:
    """Where to report something, as a link where it is an address; says so where nobody filled it in."""
    if text.startswith(("https://", "http://")):
        return f"<{text}>"
    if "@" in text and " " not in text:
        return f"[{plain(text)}](mailto:{text})"
    return _filled(text)


def _day(iso: str) -> str:
    return date_words(date.fromisoformat(iso))
