"""Codebook of the answers about cooperation: what each code means, and how far two readers agreed who used it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.linked_choice import linked_choice
from components.frame.page import Visit, guarded_fragment
from components.look.citation import INVENTORY_CREDIT, place_columns
from components.look.table import show_downloads, show_table
from components.look.words import number
from components.sources.choices import QUESTION
from model.regions.agreement import agreement_per_question, differences
from model.regions.governance import ANSWER_WORDS, EVERY_QUESTION, QUESTION_WORDS

_SUBJECTS = {EVERY_QUESTION: "Geldt voor alle vragen", **QUESTION_WORDS}
_CANNOT_BE_COMPUTED = "niet te berekenen"


@guarded_fragment
def show_codebook(visit: Visit) -> None:
    """The rules of the chosen question, the agreement of two readers, and each difference with what decided it."""
    st.markdown(
        "De inventarisatie telt dertien vragen naast de tabel met schaalkeuzes. Elk antwoord is samengevat met één "
        "woord: ja, deels, nee, niet genoemd of geen antwoord. **Dit codeboek zegt per vraag wanneer welk woord "
        "geldt.** De grensgevallen zijn bedacht, in eigen woorden."
    )
    question = linked_choice(QUESTION, _SUBJECTS, "Vraag", "een vraag", as_list=True)
    show_table(rules_table(question), f"Codeboek: {_SUBJECTS[question]}", key="codebook_rules")
    show_downloads(all_rules_table, "codeboek", "Bron: codeboek van Schaalwijzer Jeugd.")
    st.header("Hoe vaak waren twee lezers het eens?", anchor=False)
    st.markdown(
        "Twee lezers codeerden alle 42 profielen met dit codeboek, zonder elkaars werk of de eerdere codes te zien. "
        "**Kappa** is de overeenstemming boven toeval: 1 is volledig, 0 is wat toeval ook zou geven. Heeft elke regio "
        "hetzelfde antwoord, dan is kappa niet te berekenen. De hoge cijfers zeggen dat het codeboek weinig ruimte "
        "laat, niet dat een ander codeboek tot dezelfde antwoorden leidt: de regels zijn eerst op deze profielen "
        "beproefd en aangescherpt, en de lezers werkten op dezelfde manier. Zonder codeboek waren twee lezers het "
        "per vraag over 76 tot 93% van de antwoorden eens."
    )
    show_table(agreement_table(), "Overeenstemming per vraag", key="codebook_agreement", whole=("Antwoorden",))
    show_downloads(agreement_table, "overeenstemming", INVENTORY_CREDIT)
    st.header("Waar verschilden zij, en wat gaf de doorslag?", anchor=False)
    show_table(differences_table(), "Verschillen tussen de lezers", key="codebook_differences")
    show_downloads(differences_table, "verschillen-tussen-lezers", INVENTORY_CREDIT)


def rules_table(question: str) -> pd.DataFrame:
    """One row per answer of a question: when it holds, with two borderline cases."""
    return all_rules_table().query("Vraag == @_SUBJECTS[@question]").drop(columns="Vraag")


def all_rules_table() -> pd.DataFrame:
    """The codebook in the words of the screen."""
    codes = loading.table("governance_codes")
    return pd.DataFrame(
        {
            "Vraag": codes["codebook_question"].map(_SUBJECTS),
            "Antwoord": codes["code"].map(ANSWER_WORDS),
            "Geldt als": codes["meaning"],
            "Grensgeval": codes["example_1"],
            "Nog een grensgeval": codes["example_2"],
        }
    )


def agreement_table() -> pd.DataFrame:
    """One row per question: answers, those coded alike, percentage and kappa."""
    agreement = agreement_per_question(loading.table("governance_readings"))
    kappa = [number(value, 2) if pd.notna(value) else _CANNOT_BE_COMPUTED for value in agreement["kappa"]]
    return pd.DataFrame(
        {
            "Vraag": agreement.index.map(QUESTION_WORDS),
            "Antwoorden": agreement["answers"],
            "Gelijk": [f"{row.equal} ({number(row.equal_pct)}%)" for row in agreement.itertuples()],
            "Kappa": kappa,
        }
    )


def differences_table() -> pd.DataFrame:
    """One row per answer that the readers coded differently: both codes, the one that holds, why, and the lines."""
    differing = differences(loading.table("governance_readings"), loading.table("governance"))
    return pd.DataFrame(
        {
            "Regio": differing["region_code"].map(loading.region_names()),
            "Vraag": differing["question"].map(QUESTION_WORDS),
            "Eerste lezer": differing["first_code"].map(ANSWER_WORDS),
            "Tweede lezer": differing["second_code"].map(ANSWER_WORDS),
            "Het is geworden": differing["code"].map(ANSWER_WORDS),
            "Omdat": differing["decision_reason"],
            **place_columns(loading.citations().of_rows("governance", differing)),
        }
    )
