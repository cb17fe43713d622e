"""What the map says at an address, for hall, slide and note.

Words for the sentences of a storyline: `taak`, `kleuring`, `regio`, `eigen` (its class; "onbekend" without a region or
a level), `eigen_zin` (what is chosen most, and the neighbours; without a region, what is chosen most after `meest`),
`meest` and `aantal_meest` (class of most regions),
`aantal_zelfde` (regions with that of the region, itself included), `aantal_regios`, `buren`, `buren_zelfde`, and per
status over what is shown `aantal_afspraak`, `aantal_intentie` and `aantal_open`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.agreement_words import findings
from components.frame.exhibit_parts import (
    KEPT_EXHIBITS,
    NO_REGION,
    SELF_REPORTED,
    agree_and_differ,
    grid_of_choices,
    like_others,
)
from components.frame.linked_view import mine_in
from components.look.citation import INVENTORY_CREDIT
from components.look.exhibit import ClassFace, Exhibit, GridDrawing, KeyFigure, MapDrawing
from components.look.palette import ANSWER_COLOURS, PURPOSE_COLOURS, STATUS_COLOURS, class_colours
from components.look.words import capitalised, out_of, percent
from components.map.payload import LAYERS, QUESTIONS, answer_words, layer_answers
from components.map.view import VIEW, MapView
from model.choices.classes import NO_LEVEL, STATUS_WORDS, class_order, class_words, exact_words, status_counts
from model.choices.orders import agreement_counts, task_orders
from model.dataset.registry import STATUSES
from model.regions.profile import neighbours_of

_COLUMNS = {"niveau": "leading_class", "breedst": "widest_level", "status": "status"}
"""Column of the choices behind each layer that differs per task."""
_SAME = {
    "niveau": (("koos", "kozen"), "hetzelfde"),
    "breedst": (("heeft", "hebben"), "hetzelfde ruimste niveau"),
    "status": (("heeft", "hebben"), "dezelfde status"),
}
_SAME_ANSWER = (("antwoordde", "antwoordden"), "hetzelfde")
"""What neighbours have in common with a region: verb of one and of more, and what is the same."""


@dataclass(frozen=True)
class _Shown:
    """One map: class per region, and the counts; `own` is the class of the region that is looked at."""

    view: MapView
    mine: str | None
    class_of: pd.Series

    @cached_property
    def counts(self) -> pd.Series:
        return self.class_of.value_counts()

    @cached_property
    def most(self) -> str:
        """Class that most regions have; of equals the first in the legend."""
        return max(self.ordered(), key=lambda code: self.counts[code])

    @property
    def own(self) -> str | None:
        return None if self.view.region is None else str(self.class_of[self.view.region])

    @property
    def region(self) -> str:
        return NO_REGION if self.view.region is None else loading.region_names()[self.view.region]

    def ordered(self) -> list[str]:
        """Classes that occur, in the order of the legend."""
        layer, present = self.view.layer, set(self.class_of)
        orders = {"status": list(reversed(STATUSES)), "doel": [*PURPOSE_COLOURS, "geen_antwoord"]}
        if layer in ("niveau", "breedst"):
            return sorted(present, key=class_order)
        return [code for code in orders.get(layer, [*ANSWER_COLOURS, "geen_antwoord"]) if code in present]

    def words(self, code: str) -> str:
        if self.view.layer == "status":
            return STATUS_WORDS[code]
        return answer_words(self.view.layer, code) if self.view.layer in QUESTIONS else class_words(code)

    def counted(self, code: str) -> str:
        """Class in words beside how many regions have it."""
        return exact_words(code, self.counts.index) if self.view.layer == "niveau" else self.words(code)

    def colours(self, code: str) -> tuple[str, ...]:
        layer = self.view.layer
        if layer in ("niveau", "breedst"):
            return class_colours(code)
        by_code = {"status": STATUS_COLOURS, "doel": PURPOSE_COLOURS}.get(layer, ANSWER_COLOURS)
        return (by_code[code],) if code in by_code else ()


def exhibit_of(query: Mapping[str, str]) -> Exhibit:
    """What the map at this address says; what the address gets wrong is the usual view."""
    return _exhibit(VIEW.of(query), mine_in(query))


@st.cache_resource(show_spinner=False, max_entries=KEPT_EXHIBITS)
def _exhibit(view: MapView, mine: str | None) -> Exhibit:
    if view.all and view.layer in _COLUMNS:
        return _all_tasks(view, mine)
    shown = _Shown(view, mine, _class_of_region(view))
    return Exhibit(
        _title(shown),
        f"{_beyond_title(shown)} {SELF_REPORTED}",
        INVENTORY_CREDIT,
        _alt(shown),
        _figures(shown),
        _drawing(shown),
        _words(shown),
    )


def draws_map(exhibit: Exhibit) -> bool:
    """Whether the exhibit is one map, not all tasks at once."""
    return isinstance(exhibit.drawing, MapDrawing)


def _class_of_region(view: MapView) -> pd.Series:
    if view.layer in QUESTIONS:
        return layer_answers(loading.table("governance"), view.layer)
    choices = loading.scale_choices()
    return choices[choices["task_code"] == view.task].set_index("region_code")[_COLUMNS[view.layer]]


def _of_all(count: int) -> str:
    return f"{out_of(count, len(loading.region_names()))} regio's"


def _topic(view: MapView) -> str:
    """Before the finding: the task, or the question that holds for all tasks."""
    return LAYERS[view.layer] if view.layer in QUESTIONS else f"{loading.task_names()[view.task]}:"


def _title(shown: _Shown) -> str:
    return f"{_topic(shown.view)} {_finding(shown) if shown.own is None else _own_finding(shown, shown.own)}"


def _finding(shown: _Shown) -> str:
    """What most regions have."""
    words, count = shown.counted(shown.most), _of_all(int(shown.counts[shown.most]))
    if shown.view.layer in QUESTIONS:
        return f"{count}: {words}"
    if shown.view.layer == "status":
        return f"bij {count} {_status_clause(shown.most)}"
    if shown.most == NO_LEVEL:
        return f"{count} noemden geen niveau"
    return f"{count} kozen {words}" if shown.view.layer == "niveau" else f"bij {count} is {words} het ruimste niveau"


def _own_finding(shown: _Shown, own: str) -> str:
    words, alike = shown.counted(own), like_others(int(shown.counts[own]))
    if shown.view.layer in QUESTIONS:
        return f"{shown.region}: {words}"
    if own == NO_LEVEL:
        return f"{shown.region} noemde geen niveau"
    if shown.view.layer == "status":
        return f"in {shown.region} {_status_clause(own)}"
    if shown.view.layer == "breedst":
        return f"in {shown.region} is {words} het ruimste niveau, {alike}"
    return f"{shown.region} koos {words}, {alike}"


def _status_clause(status: str) -> str:
    return "was er nog geen opvatting" if status == "geen_opvatting" else f"was de keuze een {STATUS_WORDS[status]}"


def _beyond_title(shown: _Shown) -> str:
    """What most regions have, unless the title says so, and the neighbours; without a region, what comes next."""
    most = f"Het vaakst: {shown.counted(shown.most)}, bij {_of_all(int(shown.counts[shown.most]))}."
    return f"{most if shown.own else ''} {_around_words(shown)}".strip()


def _around(shown: _Shown) -> tuple[int, int | None]:
    """Neighbours of the region, and how many of them have the same; unknown where it names no level."""
    if shown.view.region is None:
        return 0, None
    around = neighbours_of(loading.table("neighbours"), shown.view.region)
    own = shown.own
    return len(around), None if own == NO_LEVEL else int((shown.class_of[around] == own).sum())


def _second_words(shown: _Shown) -> str:
    """What most regions have after what most have; of equals the first in the legend."""
    others = [code for code in shown.ordered() if code != shown.most]
    if not others:
        return "Dat geldt voor alle regio's."
    second = max(others, key=lambda code: shown.counts[code])
    return f"Daarna het vaakst: {shown.counted(second)}, bij {_of_all(int(shown.counts[second]))}."


def _around_words(shown: _Shown) -> str:
    if shown.view.region is None:
        return _second_words(shown)
    count, same = _around(shown)
    if same is None:
        return "Of de buren hetzelfde kozen is onbekend."
    (one, more), what = _SAME.get(shown.view.layer, _SAME_ANSWER)
    if count == 1:
        return f"Bij de enige buur is dat {'ook zo' if same else 'anders'}."
    if not same:
        return f"Geen van de {count} buren {one} {what}."
    if same == count:
        return f"{'Beide' if count == 2 else f'Alle {count}'} buren {more} {what}."
    return f"Van de {count} buren {one if same == 1 else more} er {same} {what}."


def _figures(shown: _Shown) -> tuple[KeyFigure, ...]:
    total = len(loading.region_names())
    figures = [KeyFigure(f"{shown.counts[shown.most]} van {total}", f"regio's: {shown.counted(shown.most)}")]
    count, same = _around(shown)
    if shown.own and shown.own != shown.most:
        figures.append(KeyFigure(f"{shown.counts[shown.own]} van {total}", f"regio's: {shown.counted(shown.own)}"))
    if count:
        figures.append(KeyFigure("onbekend" if same is None else f"{same} van {count}", "buren: hetzelfde"))
    return tuple(figures)


def _drawing(shown: _Shown) -> MapDrawing:
    codes, counts, view = shown.ordered(), shown.counts, shown.view
    first = [code for code in dict.fromkeys((shown.mine, view.region)) if code]
    around = [code for region in first for code in neighbours_of(loading.table("neighbours"), region)]
    choices = loading.scale_choices()
    of_task = choices[choices["task_code"] == view.task].set_index("region_code")
    return MapDrawing(
        tuple(ClassFace(f"{shown.words(code)}: {counts[code]}", shown.colours(code)) for code in codes),
        {str(region): codes.index(code) for region, code in shown.class_of.items()},
        shown.mine,
        tuple(dict.fromkeys((*first, *around))),
        {str(code): str(status) for code, status in of_task["status"].items()} if view.layer in _COLUMNS else {},
    )


def _alt(shown: _Shown) -> str:
    counted = ", ".join(f"{shown.words(code)} {shown.counts[code]}" for code in shown.ordered())
    own = f" {capitalised(shown.region)}: {shown.words(shown.own)}." if shown.own else ""
    return f"Kaart van {len(shown.class_of)} jeugdregio's. {_topic(shown.view)} {counted}.{own}"


def _words(shown: _Shown) -> dict[str, str]:
    count, same = _around(shown)
    choices = loading.scale_choices()
    named = shown.own is not None and shown.own != NO_LEVEL
    return {
        **_status_words(choices[choices["task_code"] == shown.view.task]),
        "taak": loading.tasks_in_sentence()[shown.view.task],
        "kleuring": LAYERS[shown.view.layer],
        "regio": shown.region,
        "eigen": shown.words(shown.own) if shown.own is not None and named else "onbekend",
        "eigen_zin": _beyond_title(shown),
        "meest": shown.words(shown.most),
        "aantal_meest": str(shown.counts[shown.most]),
        "aantal_zelfde": str(shown.counts[shown.own]) if shown.own is not None and named else "onbekend",
        "aantal_regios": str(len(shown.class_of)),
        "buren": str(count) if count else "onbekend",
        "buren_zelfde": "onbekend" if same is None else str(same),
    }


def _status_words(choices: pd.DataFrame) -> dict[str, str]:
    names = {"gedeelde_afspraak": "aantal_afspraak", "intentie": "aantal_intentie", "geen_opvatting": "aantal_open"}
    return {names[status]: str(count) for status, count in status_counts(choices).items()}


def _all_tasks(view: MapView, mine: str | None) -> Exhibit:
    """All tasks in one grid, regions from north to south."""
    choices, column = loading.scale_choices(), _COLUMNS[view.layer]
    regions = loading.table("regions").sort_values("label_lat", ascending=False, kind="stable")["region_code"]
    tasks = task_orders(loading.table("tasks"), choices)["bron"]
    found, names = findings(), loading.region_names()
    counts = choices[column].value_counts()
    most = max(sorted(counts.index), key=lambda code: counts[code])
    words = STATUS_WORDS[most] if view.layer == "status" else class_words(most)
    share = percent(100 * found.agreed_cells / found.cells)
    titles = {
        "niveau": agree_and_differ(),
        "breedst": f"Ruimste niveau dat is genoemd: meestal {words}, bij {counts[most]} van de {found.cells} keuzes",
        "status": f"Meer plan dan afspraak: {share} van de keuzes was een gedeelde afspraak",
    }
    firm = (
        f"Van de {found.cells} keuzes waren er {found.agreed_cells} een gedeelde afspraak en {found.intended_cells} "
        f"een intentie. Bij {found.open_cells} was er nog geen opvatting."
    )
    own = choices[choices["region_code"] == mine]
    agreed = int((own["status"] == "gedeelde_afspraak").sum())
    per_region = agreement_counts(choices)
    own_words = (
        f"In {names[mine]} {'was' if agreed <= 1 else 'waren'} {out_of(agreed, len(own))} keuzes een gedeelde afspraak."
        if mine
        else f"Per regio ging het om {per_region.min()} tot {per_region.max()} gedeelde afspraken."
    )
    figures = [
        KeyFigure(share, "gedeelde afspraak"),
        KeyFigure(percent(100 * found.intended_cells / found.cells), "intentie"),
    ]
    if mine:
        figures.append(KeyFigure(f"{agreed} van {len(own)}", f"afspraken in {names[mine]}"))
    ends = f"van {names[regions.iloc[0]]} in het noorden naar {names[regions.iloc[-1]]} in het zuiden"
    by_column = f"Elke kolom is een regio, {ends}. {SELF_REPORTED}"
    drawing = grid_of_choices(column, tasks, [("", list(regions))], mine)
    return Exhibit(
        titles[view.layer],
        f"{firm} {own_words}" if view.layer == "status" else by_column,
        INVENTORY_CREDIT,
        f"Elf taken bij {len(names)} jeugdregio's. {LAYERS[view.layer]}: {_counted(drawing)}.",
        tuple(figures),
        drawing,
        {
            **_status_words(choices),
            "taak": f"alle {len(tasks)} taken",
            "kleuring": LAYERS[view.layer],
            "regio": names[mine] if mine else NO_REGION,
            "eigen_zin": own_words,
            "meest": words,
            "aantal_meest": str(counts[most]),
            "aantal_regios": str(len(names)),
            "aantal_keuzes": str(found.cells),
            "aandeel_afspraak": share,
        },
    )


def _counted(drawing: GridDrawing) -> str:
    return ", ".join(face.words for face in drawing.classes)
