"""What the comparison says at an address, for hall, slide and note.

Regions side by side (`naast`) are a table; the order by agreement of the tasks gives bars; else all choices are a grid
in the order of the address.

Words for the sentences of a storyline: `regio`, `lijkt_meest` and `lijkt_minst` (regions), `gelijkenis_meest` and
`gelijkenis_minst` (their likeness in words, with how many are as much alike), `aantal_gewoon` (tasks for which the
region chose what most chose),
`aantal_taken`, `aantal_regios`, `meest_eens`, `minst_eens`, `kans_eens`, `kans_oneens`, `aantal_groepen`, `naast` (the
regions side by side), `taken_gelijk` (how many tasks they chose alike, in a sentence) and `eigen_zin` (who is most and
least like the region; without one, which regions chose the same for every task).
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.agreement_words import findings
from components.frame.exhibit_parts import (
    CHANCE_TO_DIFFER,
    KEPT_EXHIBITS,
    NO_REGION,
    SELF_REPORTED,
    agree_and_differ,
    grid_of_choices,
    short_tasks,
)
from components.frame.likeness import alike_words, as_much_alike, more_regions, region_likeness
from components.frame.linked_view import mine_in
from components.look.exhibit import Bar, BarsDrawing, Exhibit, KeyFigure, TableDrawing
from components.look.words import capitalised, listed, out_of, percent
from components.matrix.sentences import relation_counts
from components.matrix.side_by_side import likeness_words, regions_beside
from components.matrix.view import BESIDE, CREDIT, VIEW, MatrixView, region_groups, shown_bands, shown_tasks
from model.choices.classes import NO_LEVEL, class_words
from model.choices.comparison import SAME, compare
from model.choices.consensus import by_difference, usual_counts
from model.choices.orders import agreement_counts
from model.choices.similarity import most_alike

_UNKNOWN = "onbekend"
_NAMED_TWINS = 5
"""Regions that a sentence names."""
_ORDERS = {
    "noord-zuid": "Elke kolom is een regio, van noord naar zuid.",
    "provincie": "Elke kolom is een regio, per provincie.",
    "alfabet": "Elke kolom is een regio, op alfabet.",
    "afspraken": "Elke kolom is een regio; wie de meeste gedeelde afspraken had, staat links.",
    "gelijkenis": "Elke kolom is een regio; wie het meest op de eerste lijkt, staat links.",
    "groepen": "Elke kolom is een regio; wie op elkaar lijken, staan bij elkaar.",
}
"""What the columns are, by the order of the regions."""


def exhibit_of(query: Mapping[str, str]) -> Exhibit:
    """What the comparison at this address says; what the address gets wrong is the usual view."""
    view, mine = VIEW.of(query), mine_in(query)
    return _exhibit(view, regions_beside(query.get(BESIDE, "")), mine)


@st.cache_resource(show_spinner=False, max_entries=KEPT_EXHIBITS)
def _exhibit(view: MatrixView, beside: tuple[str, ...], mine: str | None) -> Exhibit:
    if len(beside) > 1:
        return _side_by_side(beside, mine)
    return _agreement(view, mine) if view.columns == "eens" else _grid(view, mine)


def _grid(view: MatrixView, mine: str | None) -> Exhibit:
    bands = shown_bands(view, mine)
    # The order by agreements goes by the status, so that is what it shows.
    column = "status" if view.rows == "afspraken" else "leading_class"
    drawing = grid_of_choices(column, shown_tasks(view), _named(view, bands), mine)
    order = _ORDERS["noord-zuid" if view.rows == "gelijkenis" and mine is None else view.rows]
    first = f" {loading.region_names()[mine]} staat vooraan." if mine and view.rows != "gelijkenis" else ""
    words = _words(mine)
    return Exhibit(
        _grid_title(view, mine, words),
        f"{order}{first} {SELF_REPORTED}",
        CREDIT,
        f"De keuzes van {len(drawing.columns)} jeugdregio's voor {len(drawing.rows)} taken. "
        f"{capitalised(', '.join(face.words for face in drawing.classes))}.",
        _agreed_figures(mine) if view.rows == "afspraken" else _figures(mine, words, view.rows),
        drawing,
        words,
    )


def _agreed_figures(mine: str | None) -> tuple[KeyFigure, ...]:
    """How firm the choices were: regions without any agreement, all choices, and those of the region."""
    agreed, found = agreement_counts(loading.scale_choices()), findings()
    own = (
        (KeyFigure(f"{agreed[mine]} van {len(loading.task_names())}", f"afspraken in {loading.region_names()[mine]}"),)
        if mine
        else ()
    )
    return (
        KeyFigure(f"{int((agreed == 0).sum())} van {len(agreed)}", "regio's zonder gedeelde afspraak"),
        KeyFigure(percent(100 * found.agreed_cells / found.cells), "gedeelde afspraak"),
        *own,
    )


def _named(view: MatrixView, bands: list[tuple[str, tuple[str, ...]]]) -> list[tuple[str, tuple[str, ...]]]:
    """Bands under names that fit above their columns."""
    if view.rows == "groepen":
        groups = {code: number for number, group in enumerate(region_groups(), 1) for code in group.region_codes}
        return [(f"Groep {groups[codes[0]]}" if heading else "", codes) for heading, codes in bands]
    return [(heading.partition(";")[0], codes) for heading, codes in bands]


def _grid_title(view: MatrixView, mine: str | None, words: Mapping[str, str]) -> str:
    """The finding that the order brings out."""
    if view.rows == "groepen":
        parts = [f"{len(group.region_codes)} vooral {class_words(group.leading_class)}" for group in region_groups()]
        return f"{len(parts)} groepen regio's kozen op dezelfde manier: {listed(parts)}"
    if view.rows == "afspraken":
        agreed = agreement_counts(loading.scale_choices())
        none = int((agreed == 0).sum())
        return f"{none} van de {len(agreed)} regio's hadden in juni 2013 nog geen enkele gedeelde afspraak"
    if mine is None:
        return _twins_title(_twins()) if view.rows == "gelijkenis" else agree_and_differ()
    if words["lijkt_meest"] == _UNKNOWN:
        return f"Welke regio's op {words['regio']} lijken is onbekend"
    others = most_alike(region_likeness(), mine).dropna()
    most = as_much_alike(others, 0)
    return f"Op {words['regio']} {'lijken' if most else 'lijkt'} {_and_more(words['lijkt_meest'], most)} het meest"


@st.cache_resource(show_spinner=False)
def _twins() -> list[list[str]]:
    """Names of the regions that chose the same for every task, per set of two or more; the largest set first."""
    equal, names = region_likeness().equal, loading.region_names()
    same = equal.eq(len(loading.task_names()))
    sets = {tuple(code for code in equal if code == one or same.loc[one, code]) for one in equal}
    found = [[names[code] for code in codes] for codes in sets if len(codes) > 1]
    return sorted(found, key=lambda each: (-len(each), each))


def _twins_title(twins: list[list[str]]) -> str:
    tasks, count = len(loading.task_names()), sum(map(len, twins))
    if not count:
        return f"Geen twee regio's kozen voor alle {tasks} taken hetzelfde"
    total = len(loading.region_names())
    return f"{count} van de {total} regio's kozen voor alle {tasks} taken hetzelfde als een andere regio"


def _twins_sentence(twins: list[list[str]]) -> str:
    if not twins:
        return "Elke regio koos dus op haar eigen manier."
    first, more = twins[0][:_NAMED_TWINS], len(twins[0]) - _NAMED_TWINS
    return f"De grootste groep daarvan: {listed([*first, more_regions(more)] if more > 0 else first)}."


def _and_more(name: str, more: int) -> str:
    return f"{name} en {more_regions(more)}" if more else name


def _figures(mine: str | None, words: Mapping[str, str], rows: str) -> tuple[KeyFigure, ...]:
    found = findings()
    if mine is None and rows == "gelijkenis":
        count = sum(map(len, _twins()))
        return (
            KeyFigure(f"{count} van {words['aantal_regios']}", "regio's: alles als een andere"),
            KeyFigure(str(len(_twins())), "groepen met gelijke keuzes"),
        )
    if mine is None:
        return (
            KeyFigure(words["kans_eens"], f"kans op verschil bij {words['meest_eens']}"),
            KeyFigure(words["kans_oneens"], f"kans op verschil bij {words['minst_eens']}"),
        )
    others = most_alike(region_likeness(), mine).dropna()
    figures = [KeyFigure(f"{words['aantal_gewoon']} van {words['aantal_taken']}", "taken: vaakst gekozen niveau")]
    if len(others):
        figures.insert(
            0, KeyFigure(percent(100 * float(others["share"].iloc[0])), f"gelijkenis met {words['lijkt_meest']}")
        )
    return (*figures, KeyFigure(percent(100 * found.agreed_cells / found.cells), "gedeelde afspraak"))


def _agreement(view: MatrixView, mine: str | None) -> Exhibit:
    """How far regions choose alike, per task; the task that is looked at is set apart."""
    table = by_difference(loading.scale_choices())
    bars = tuple(
        Bar(
            label,
            row.spread_pct,
            _UNKNOWN if math.isnan(row.spread_pct) else percent(row.spread_pct),
            row.task_code == view.task,
        )
        for label, row in zip(
            short_tasks(list(table["task_code"])),
            table[["task_code", "spread_pct"]].itertuples(index=False),
            strict=True,
        )
    )
    words = _words(mine)
    return Exhibit(
        agree_and_differ(),
        CHANCE_TO_DIFFER,
        CREDIT,
        f"Kans dat twee regio's verschillen, per taak: {'; '.join(f'{bar.label} {bar.words}' for bar in bars)}.",
        _figures(None, words, view.rows),
        BarsDrawing("%", bars),
        words,
    )


def _side_by_side(codes: tuple[str, ...], mine: str | None) -> Exhibit:
    names, items = loading.region_names(), compare(loading.scale_choices(), codes)
    equal = sum(item.relation == SAME for item in items)
    shown = listed([names[code] for code in codes])
    tasks = short_tasks([item.task_code for item in items])
    chosen = [{code: class_words(item_class) for item_class, group in item.groups for code in group} for item in items]
    rows = tuple(
        (task, *(capitalised(by_region.get(code, class_words(NO_LEVEL))) for code in codes), item.relation)
        for task, item, by_region in zip(tasks, items, chosen, strict=True)
    )
    return Exhibit(
        f"{shown} kozen bij {out_of(equal, len(items))} taken hetzelfde",
        relation_counts(items),
        CREDIT,
        f"De keuzes van {shown}. {likeness_words(codes)}",
        (KeyFigure(f"{equal} van {len(items)}", "taken gelijk"),),
        TableDrawing(("Taak", *(names[code] for code in codes), "Vergeleken"), rows),
        {**_words(mine), "naast": shown, "taken_gelijk": relation_counts(items)},
    )


def _words(mine: str | None) -> dict[str, str]:
    found, tasks, names = findings(), loading.tasks_in_sentence(), loading.region_names()

    def chance(spread_pct: float) -> str:
        return _UNKNOWN if math.isnan(spread_pct) else percent(spread_pct)

    return {
        **_likeness(mine),
        "regio": names[mine] if mine else NO_REGION,
        "aantal_taken": str(len(tasks)),
        "aantal_regios": str(len(names)),
        "meest_eens": tasks[found.most_agreed.task_code],
        "minst_eens": tasks[found.least_agreed.task_code],
        "kans_eens": chance(found.most_agreed.spread_pct),
        "kans_oneens": chance(found.least_agreed.spread_pct),
        "aantal_groepen": str(len(region_groups())),
        "naast": NO_REGION,
        "taken_gelijk": "Kies minstens twee regio's.",
    }


def _likeness(mine: str | None) -> dict[str, str]:
    """Which regions are most and least like one, and how usual its choices are."""
    keys = ("lijkt_meest", "lijkt_minst", "gelijkenis_meest", "gelijkenis_minst", "aantal_gewoon")
    if mine is None:
        return {**dict.fromkeys(keys, _UNKNOWN), "eigen_zin": _twins_sentence(_twins())}
    usual = usual_counts(loading.scale_choices()).set_index("region_code").loc[mine]
    found = {"aantal_gewoon": str(int(usual["usual_count"]))}
    others = most_alike(region_likeness(), mine).dropna()
    if others.empty:
        name = loading.region_names()[mine]
        return {
            **dict.fromkeys(keys, _UNKNOWN),
            **found,
            "eigen_zin": f"{name} noemt voor geen enkele taak een niveau.",
        }
    most, least = (_alike(others, at) for at in (0, -1))
    names = [loading.region_names()[str(others.index[at])] for at in (0, -1)]
    return {
        **found,
        "lijkt_meest": names[0],
        "lijkt_minst": names[1],
        "gelijkenis_meest": most,
        "gelijkenis_minst": least,
        "eigen_zin": f"{_with_most(names[0], others.iloc[0])} {_with_least(names[1], others)}",
    }


def _with_most(name: str, row: pd.Series) -> str:
    """What the likeness to the region that is most alike is made of."""
    equal, partly = int(row["equal"]), int(row["partly"])
    share = percent(100 * float(row["share"]))
    alike = f"Met {name} {'is' if equal == 1 else 'zijn'} {equal} van de {int(row['compared'])} keuzes gelijk"
    return f"{alike} en {partly} deels, samen {share}." if partly else f"{alike}: {share}."


def _with_least(name: str, others: pd.DataFrame) -> str:
    more = as_much_alike(others, -1)
    verb, share = "lijken" if more else "lijkt", percent(100 * float(others["share"].iloc[-1]))
    return f"Het minst {verb} {_and_more(name, more)}: {share}."


def _alike(others: pd.DataFrame, at: int) -> str:
    """Likeness of the region at this place of `most_alike`, and how many others are as much alike."""
    row, more = others.iloc[at], as_much_alike(others, at)
    words = alike_words(int(row["equal"]), int(row["partly"]), int(row["compared"]), float(row["share"]))
    return f"{words}; {more_regions(more)} evenveel" if more else words
