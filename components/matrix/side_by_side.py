"""Two to four regions side by side, with one sentence per task; and which regions resemble "uw regio"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TypedDict

import pandas as pd
import streamlit as st

from components.frame import links, loading
from components.frame.glossary_help import meaning
from components.frame.likeness import ORDER_WORDS, alike_words, region_likeness
from components.frame.reports import reported_by
from components.look import component_files
from components.look.cell_face import cell_face
from components.look.table import show_downloads
from components.look.words import as_typed, capitalised, listed
from components.matrix.sentences import relation_counts, task_sentence
from components.matrix.view import BESIDE, CREDIT, alike_to
from model.choices.classes import NO_LEVEL, STATUS_WORDS, class_words
from model.choices.comparison import MAX_REGIONS, TaskComparison, compare
from model.choices.similarity import most_alike

_KEY = "comparison"
_ALIKE_SHOWN = 5

_comparison = component_files.component("comparison", __file__, "side_by_side")


class Choice(TypedDict):
    """Choice of one region for one task, as the browser draws it."""

    name: str
    letters: str
    colours: list[str]
    ink: str
    status: str
    status_name: str


class ComparedTask(TypedDict):
    """One task: how the regions relate, in a word and in a sentence, and the choice of each."""

    task: str
    relation: str
    sentence: str
    cells: list[Choice]


class Comparison(TypedDict):
    """Regions side by side: what they share in one sentence, and a row per task."""

    summary: str
    rows: list[ComparedTask]


def show_alike(mine: str | None) -> None:
    """Who resembles "uw regio" most and least: the share with its reason, under what the order goes by."""
    st.header("Wie lijkt op wie?", anchor="alike", help=meaning("gelijkenis", "leidend niveau"))
    if mine is None:
        st.markdown("Kies boven aan de pagina uw gemeente of regio; dan staat hier welke regio's erop lijken.")
        return
    others = most_alike(region_likeness(), mine).dropna()
    if others.empty:
        st.markdown(
            "Welke regio's op de uwe lijken is **onbekend**: er is geen taak waarvoor uw regio een niveau noemt."
        )
        return
    names = loading.region_names()
    words = {str(code): f"{names[str(code)]}: {said}" for code, said in alike_to(mine)}
    top = [str(code) for code in others.index[:_ALIKE_SHOWN]]
    st.markdown(f"Deze regio's lijken het meest op **{names[mine]}**. {ORDER_WORDS}")
    st.markdown("\n".join(f"{place}. {words[code]}" for place, code in enumerate(top, 1)))
    st.markdown(f"{_equally_alike(others)}Het minst lijkt {words[str(others.index[-1])]}.")


def _equally_alike(others: pd.DataFrame) -> str:
    """Sentence on the regions that are as alike as the last of the list; empty where there are none."""
    last = others.iloc[_ALIKE_SHOWN - 1]
    equal = (others.iloc[_ALIKE_SHOWN:][["share", "equal"]] == last[["share", "equal"]]).all(axis=1)
    names = [loading.region_names()[str(code)] for code in equal.index[equal]]
    if not names:
        return ""
    return f"Evenveel als de laatste {'lijkt' if len(names) == 1 else 'lijken'} {listed(names)}. "


def regions_from_link(mine: str | None) -> tuple[str, ...]:
    """Regions that the address asks to compare; without any, "uw regio" and the one most like it."""
    asked = st.query_params.get(BESIDE)
    if asked is None:
        return (mine, str(most_alike(region_likeness(), mine).index[0])) if mine else ()
    names = loading.region_names()
    codes = list(dict.fromkeys(asked.split(",")))
    unknown = [code for code in codes if code not in names]
    if unknown:
        st.warning(f"De link noemt een regio die niet bestaat: {as_typed(unknown[0][:40])}. De andere staan er wel.")
    if len(codes) - len(unknown) > MAX_REGIONS:
        st.warning(f"De link noemt meer dan {MAX_REGIONS} regio's; de eerste {MAX_REGIONS} staan hieronder.")
    return regions_beside(asked)


def regions_beside(asked: str) -> tuple[str, ...]:
    """Regions that exist among those that an address names, each once and no more than can stand side by side."""
    names = loading.region_names()
    return tuple([code for code in dict.fromkeys(asked.split(",")) if code in names][:MAX_REGIONS])


def lay_beside(region_code: str, mine: str | None) -> None:
    """Adds a region to the comparison; the last one makes room where it is full."""
    shown = [code for code in regions_from_link(mine) if code != region_code]
    links.write_link({BESIDE: ",".join([*shown[: MAX_REGIONS - 1], region_code])})


def show_comparison(mine: str | None) -> None:
    """Choice of regions, their choices side by side, and one sentence per task."""
    chosen = regions_from_link(mine)
    names = loading.region_names()
    nothing_yet: Comparison = {"summary": "Kies minstens twee regio's.", "rows": []}
    _comparison(
        key=_KEY,
        data={
            "regions": sorted(names.items(), key=lambda item: item[1]),
            "chosen": list(chosen),
            "places": MAX_REGIONS,
            **(_compared(chosen) if len(chosen) >= 2 else nothing_yet),
        },
        on_regions_change=_on_regions,
    )
    if len(chosen) >= 2:
        marks = [names[code] for code in chosen]
        show_downloads(lambda: comparison_table(chosen), "naast-elkaar", CREDIT, marks=marks)


def comparison_table(region_codes: Sequence[str]) -> pd.DataFrame:
    """One row per task: the choice and status of each region, how they relate, and the sentence."""
    names = loading.region_names()
    rows = []
    for item in compare(loading.scale_choices(), region_codes):
        classes = _class_by_region(item)
        rows.append(
            {
                "Taak": loading.task_names()[item.task_code],
                **{
                    names[code]: f"{class_words(classes[code])} ({STATUS_WORDS[item.statuses[code]]})"
                    for code in region_codes
                },
                "Gelijk of verschillend": item.relation,
                "In één zin": task_sentence(item, names),
            }
        )
    return pd.DataFrame(rows)


@st.cache_data(show_spinner=False, max_entries=500)
def _compared(region_codes: tuple[str, ...]) -> Comparison:
    names = loading.region_names()
    items = compare(loading.scale_choices(), region_codes)
    return {
        "summary": f"{relation_counts(items)} {likeness_words(region_codes)}",
        "rows": [
            {
                "task": loading.task_names()[item.task_code],
                "relation": item.relation,
                "sentence": task_sentence(item, names),
                "cells": [_cell(item, code) for code in region_codes],
            }
            for item in items
        ],
    }


def _cell(item: TaskComparison, region_code: str) -> Choice:
    class_code = _class_by_region(item)[region_code]
    face = cell_face(class_code)
    return {
        "name": capitalised(face["name"]),
        "letters": face["letters"],
        "colours": face["colours"],
        "ink": face["ink"],
        "status": item.statuses[region_code],
        "status_name": STATUS_WORDS[item.statuses[region_code]],
    }


def _class_by_region(item: TaskComparison) -> dict[str, str]:
    return {
        **{code: class_code for class_code, codes in item.groups for code in codes},
        **{code: NO_LEVEL for code in item.silent},
    }


def likeness_words(region_codes: Sequence[str]) -> str:
    """How alike the regions are over all tasks, with the reason; of three or four the most alike pair and the least."""
    names, found = loading.region_names(), region_likeness()
    pairs = {(one, other): most_alike(found, one).loc[other] for one, other in combinations(region_codes, 2)}
    known = {pair: alike for pair, alike in pairs.items() if alike["compared"]}
    if not known:
        return "Hun gelijkenis is onbekend."
    words = {pair: f"{names[pair[0]]} en {names[pair[1]]} ({_alike_words(alike)})" for pair, alike in known.items()}
    if len(pairs) == 1:
        return f"Hun gelijkenis is {_alike_words(next(iter(known.values())))}."
    most, least = (chosen(known, key=lambda pair: known[pair]["share"]) for chosen in (max, min))
    return f"Het meest op elkaar lijken {words[most]}, het minst {words[least]}."


def _alike_words(alike: pd.Series) -> str:
    return alike_words(int(alike["equal"]), int(alike["partly"]), int(alike["compared"]), float(alike["share"]))


def _on_regions() -> None:
    """The visitor chose other regions: the address holds them, and every part reads them there."""
    reported = reported_by(_KEY, "regions")
    if not isinstance(reported, list):
        return
    asked = dict.fromkeys(code for code in reported if isinstance(code, str))
    names = loading.region_names()
    codes = [code for code in asked if code in names][:MAX_REGIONS]
    links.write_link({BESIDE: ",".join(codes) or None})
