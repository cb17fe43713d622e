"""Account of the app: version, changed results, licence, where to report a fault, privacy."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from components.frame.page import Visit
from components.look.about_file import PRODUCT, VERSION
from components.look.words import plain
from components.sources.accessibility import contact_words
from model.site.changelog import CHANGELOG, changed_results
from model.site.publisher import Publisher

_LICENCE = """
De code is vrij te gebruiken onder de EUPL-1.2. De gegevens staan onder CC BY 4.0: noem Schaalwijzer Jeugd en de bron.
Grenzen van regio's: © CBS/Kadaster, CC BY 4.0, bewerkt. Ligging van plaatsen: GeoNames, CC BY 4.0. Uit de documenten
zijn alleen feiten overgenomen; de uitleg is in eigen woorden.
"""
_PRIVACY = """
De app plaatst zelf geen cookies en houdt niet bij wie u bent of wat u doet. Op een drukke server onthoudt één cookie
welk deel van de server u bedient, tot u de browser sluit. De app vraagt niets op bij andere websites.
Uw browser bewaart per pagina één instelling: licht, donker of zoals uw apparaat.
Bewaart u een scenario in de doorrekening, dan staat dat alleen in uw eigen browser. Ook een eigen tabel die u daar
gebruikt, bewaart uw browser, tot u hem verwijdert, met uw keuzes bij het lezen ervan. Een rekenblad dat u opent en nog
niet gebruikt, bewaart alleen het tabblad, tot u dat sluit. De server rekent ermee in zijn werkgeheugen en slaat hem
niet op. Na uw bezoek kunnen de tabel en de uitkomsten daar nog staan. Niemand kan ze opvragen, en ze verdwijnen als
andere berekeningen de ruimte nodig hebben of de server opnieuw start. Wat u kiest, staat in de link: wie de link
krijgt, ziet hetzelfde.
"""


def show_account(visit: Visit) -> None:
    """Everything that the app answers for, in short sections."""
    left, right = st.columns(2, gap="large")
    with left:
        st.header("Versie", anchor=False)
        st.markdown(f"{PRODUCT} {VERSION}.")
        st.header("Veranderde uitkomsten", anchor=False)
        _show_changes()
        st.header("Licentie", anchor=False)
        st.markdown(_LICENCE)
    with right:
        st.header("Een fout melden", anchor=False)
        st.markdown(_reporting())
        st.header("Privacy", anchor=False)
        st.markdown(_PRIVACY)


def _reporting() -> str:
    """Where someone reports what is wrong: the one place for reports that the organisation gave."""
    contact = contact_words(Publisher.from_environment(os.environ).accessibility_contact)
    return (
        f"Klopt er iets niet, of werkt er iets niet? Meld dat bij: {contact}. Noem de link van de pagina en wat er "
        "volgens u moet staan. Bij “Fouten en leemten” ziet u wat al bekend is."
    )


def _show_changes(file: Path = CHANGELOG) -> None:
    """Results that someone with an older print finds changed."""
    try:
        changes = changed_results(file.read_text(encoding="utf8"))
    except OSError:
        st.markdown("Onbekend: de lijst van veranderingen ontbreekt bij deze installatie.")
        return
    if changes:
        st.markdown("\n".join(f"- {plain(change)}" for change in changes))
    else:
        st.markdown("Geen. Wie een rapport van een eerdere versie heeft, vindt daarin dezelfde uitkomsten als nu.")
