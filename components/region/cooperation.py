"""Answers about cooperation as dots, side by side and never added up; and the partners that are named."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.page import LINK_ICON
from components.frame.region_links import address_keys
from components.look import component_files
from components.look.citation import INVENTORY_CREDIT, edition_help, place_columns
from components.look.picture import offer_picture
from components.look.table import show_downloads
from components.look.words import plain
from model.regions.governance import ANSWER_WORDS, QUESTION_WORDS, code_meanings, detail_words
from model.regions.name_search import fold
from model.regions.partners import partners_of, partnerships
from model.regions.profile import partners_named, partners_naming
from model.site.site_map import source_link

MAIN_QUESTIONS = ("1b", "1c", "1d", "continuity", "adjacent", "insurers")
"""What design calls the cooperation itself: did councils agree, what for, on which legal basis, and with whom."""

GROUPS = {
    "De samenwerking zelf": MAIN_QUESTIONS,
    "Visie, plan en wat er verder is gevraagd": tuple(code for code in QUESTION_WORDS if code not in MAIN_QUESTIONS),
}
LEGEND = {"ja": "ja", "deels": "deels", "nee": "nee", "niet_genoemd": "geen antwoord, of niet genoemd"}
_SAYS_NOTHING = ("geen", "onbekend")

_dots = component_files.component("governance_dots", __file__, "cooperation")


def show_cooperation(region_code: str, mine: str | None) -> None:
    """The answers with their gist, lines and the rule of their code, and the note on what they are."""
    st.header(
        "Samenwerking", help=meaning("gemeenschappelijke regeling", "congruent samenwerkingsverband", "frictiekosten")
    )
    st.markdown(
        "Zo beschreef de regio het **zelf, in het voorjaar van 2013**. De antwoorden zijn samengevat en niet opgeteld: "
        "zeven keer ja is niet beter dan zes keer. Onder elk antwoord staat wanneer dat woord geldt."
    )
    _dots(
        key="governance_dots",
        data={"legend": [[code, words] for code, words in LEGEND.items()], "groups": _groups(region_code)},
    )
    offer_picture(
        "governance_dots",
        f"Samenwerking volgens {loading.region_names()[region_code]} zelf, voorjaar van 2013",
        INVENTORY_CREDIT,
        drawn=(".legend", ".groups"),
        name="samenwerking",
        marks=[loading.region_names()[region_code]],
    )
    codebook = source_link("codeboek")
    st.page_link(
        f"pages/{codebook.page}.py",
        label="Codeboek: wanneer is iets ja, deels of nee, en waren lezers het eens?",
        icon=LINK_ICON,
        query_params=address_keys(codebook, mine),
    )
    show_downloads(
        lambda: answers_table(region_code),
        "samenwerking",
        INVENTORY_CREDIT,
        marks=[loading.region_names()[region_code]],
        about=[("Regio", loading.region_names()[region_code])],
    )


def answers_table(region_code: str) -> pd.DataFrame:
    """The answers of one region with Dutch headings, for download."""
    answers = loading.table("governance").query("region_code == @region_code")
    return pd.DataFrame(
        {
            "Onderwerp": answers["question"].map(QUESTION_WORDS),
            "Antwoord": answers["code"].map(ANSWER_WORDS),
            "Kern": answers["gist"],
            "Nader": answers["detail"].map(detail_words, na_action="ignore").fillna(""),
            "Zekerheid van de samenvatting": answers["confidence"],
            **place_columns(loading.citations().of_rows("governance", answers)),
        }
    )


def show_partners(region_code: str) -> None:
    """Whom the region names as a partner, and who names it, with the lines of the mentions in a tooltip."""
    st.subheader("Partners")
    with st.container(key="partners"):
        columns = st.columns(2, gap="medium")
    headings = ("Partners die deze regio noemt", "Regio's die haar als partner noemen")
    for column, heading, (text, lines) in zip(columns, headings, _partner_lists(region_code), strict=True):
        with column:
            st.markdown(f"**{heading}**")
            st.markdown(text, help=lines)


@st.cache_resource(show_spinner=False)
def _partner_lists(region_code: str) -> list[tuple[str, str | None]]:
    """Both lists: the text, and the lines behind it; a sentence without lines where nobody is named."""
    names, partners = loading.region_names(), loading.table("partners")
    named, naming = partners_named(partners, region_code), partners_naming(partners, region_code)
    pairs = partners_of(partnerships(partners), region_code)
    mutual = {names[code] for code, direction in pairs.items() if direction == "mutual"}
    lists = (
        (_partner_list(named, names, mutual), named, "Het profiel noemt geen partner buiten de regio."),
        (_naming_list(naming, names, names[region_code]), naming, "Geen ander profiel noemt deze regio als partner."),
    )
    return [
        (text, edition_help(loading.citations().of_rows("partners", mentions))) if text else (if_none, None)
        for text, mentions, if_none in lists
    ]


@st.cache_resource(show_spinner=False)
def _groups(region_code: str) -> list[dict[str, Any]]:
    """The answers of a region under the headings of `GROUPS`, as cooperation.js takes them."""
    meanings = code_meanings(loading.table("governance_codes"))
    answers = loading.table("governance").query("region_code == @region_code").set_index("question")
    return [
        {"heading": heading, "items": [_item(question, answers.loc[question], meanings) for question in questions]}
        for heading, questions in GROUPS.items()
    ]


def _item(question: str, answer: pd.Series, meanings: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    detail = answer["detail"] if answer["detail"] not in _SAYS_NOTHING else None
    said = [
        *([f"Nader: {detail_words(detail)}"] if detail else []),
        f"zekerheid {answer['confidence']}",
    ]
    place = loading.citations().of_row("governance", answer)
    return {
        "code": answer["code"],
        "question": QUESTION_WORDS[question],
        "answer": ANSWER_WORDS[answer["code"]],
        "meaning": meanings[question, answer["code"]],
        "gist": answer["gist"],
        "more": " · ".join(said),
        "place": place.within_section,
        "lines": place.lines,
    }


def _partner_list(named: pd.DataFrame, names: Mapping[str, str], mutual: Collection[str]) -> str:
    """One line per partner: the region that it stands for, or the name as the source has it, and each role."""
    who = named["partner_region_code"].map(names).fillna(named["partner_text"])
    items = []
    for name, rows in named.groupby(who, sort=False):
        both_ways = " (over en weer genoemd)" if name in mutual else ""
        roles = "; ".join(
            f"{plain(str(row.role))} ({_as_named(str(row.partner_text), str(name))}{_place(row)})"
            for row in rows.itertuples()
        )
        items.append(f"- **{plain(str(name))}**{both_ways}: {roles}")
    return "\n".join(items)


def _naming_list(naming: pd.DataFrame, names: Mapping[str, str], own_name: str) -> str:
    """One line per region that names this one, with each role."""
    items = []
    for code, rows in naming.groupby("region_code", sort=False):
        roles = "; ".join(
            f"{plain(str(row.role))} ({_as_named(str(row.partner_text), own_name)}{_place(row)})"
            for row in rows.itertuples()
        )
        items.append(f"- **{plain(names[str(code)])}**: {roles}")
    return "\n".join(items)


def _as_named(partner_text: str, name: str) -> str:
    """The name that the source uses, where it is another one."""
    return "" if fold(partner_text) in (fold(name), fold(f"regio {name}")) else f"als “{plain(partner_text)}”, "


def _place(row: Any) -> str:
    return plain(loading.citations().of_row("partners", row).within_section)
