"""Answers about cooperation (spring 2013), in words and as classes for the map; never added up to a score."""

from __future__ import annotations

import pandas as pd

QUESTION_WORDS = {
    "1a_visie": "Gedeelde visie",
    "1a_planning": "Plan met planning",
    "1a_financieel": "Financieel plan",
    "1a_personeel": "Personeelsplan",
    "1b": "Gemeenteraden stemden in",
    "1c": "Afspraken over het doel van de samenwerking",
    "1d": "Samenwerking juridisch vastgelegd",
    "continuity": "Continuïteit van zorg besproken",
    "adjacent": "Afspraken met andere beleidsterreinen",
    "insurers": "Overleg met zorgkantoor en zorgverzekeraars",
    "social_partners": "Overleg met maatschappelijke partners",
    "innovation": "Vernieuwing vooraf",
    "expertise": "Kennis van bestuurders en ambtenaren",
}
ANSWER_WORDS = {
    "ja": "ja",
    "deels": "deels",
    "nee": "nee",
    "geen_antwoord": "geen antwoord",
    "niet_genoemd": "niet genoemd",
}
PURPOSE_WORDS = {
    "beide": "voorbereiden en uitvoeren",
    "uitvoering": "uitvoeren",
    "voorbereiding": "voorbereiden",
    "onbekend": "afspraak, doel niet genoemd",
    "geen_afspraak": "geen afspraak",
    "geen_antwoord": "geen antwoord",
}
DETAIL_WORDS = {
    "gemeenschappelijke_regeling": "gemeenschappelijke regeling",
    "convenant": "convenant",
    "bestuursovereenkomst": "bestuursovereenkomst",
    "stichting": "stichting",
    "centrumgemeente": "centrumgemeente",
    "anders": "andere vorm",
    "geen": "geen vorm",
    "onbekend": "onbekend",
    "voorbereiding": "voorbereiden",
    "uitvoering": "uitvoeren",
    "beide": "voorbereiden en uitvoeren",
    "onderwijs": "onderwijs",
    "veiligheid": "veiligheid",
    "werk_participatie": "werk en participatie",
    "jeugdgezondheidszorg": "jeugdgezondheidszorg",
    "wmo_awbz": "Wmo en AWBZ",
    "wonen": "wonen",
    "welzijn": "welzijn",
    "sport_cultuur": "sport en cultuur",
    "volwassenen_ggz": "ggz voor volwassenen",
    "overig": "overig",
    "wrijving": "gaat moeizaam",
    "geen_wrijving": "geen moeite genoemd",
}


EVERY_QUESTION = "algemeen"
"""Rows of the codebook that hold for all questions."""


def code_meanings(codebook: pd.DataFrame) -> dict[tuple[str, str], str]:
    """What each code means for each question, by (question, code), from `governance_codes`.

    What the codebook says for one question goes before what it says for all.
    """
    by_key = codebook.set_index(["codebook_question", "code"])["meaning"].to_dict()
    general = {code: meaning for (question, code), meaning in by_key.items() if question == EVERY_QUESTION}
    return {
        (question, code): by_key.get((question, code), meaning)
        for question in QUESTION_WORDS
        for code, meaning in general.items()
    }


def answers_to(governance: pd.DataFrame, question: str) -> pd.Series:
    """Answer code per region for one question, indexed by `region_code`."""
    return governance[governance["question"] == question].set_index("region_code")["code"]


def purpose_of_cooperation(governance: pd.DataFrame) -> pd.Series:
    """Class per region for question 1c: what the cooperation is for, 'geen_afspraak' or 'geen_antwoord'."""
    rows = governance[governance["question"] == "1c"].set_index("region_code")
    agreed = rows["code"].isin(["ja", "deels"])
    refused = rows["code"].eq("nee").map({True: "geen_afspraak", False: "geen_antwoord"})
    return rows["detail"].fillna("onbekend").where(agreed, refused)


def detail_words(detail: str | None) -> str:
    """Detail codes in Dutch words, separated by commas; empty where there is none."""
    return ", ".join(DETAIL_WORDS[part] for part in detail.split(";")) if detail else ""
