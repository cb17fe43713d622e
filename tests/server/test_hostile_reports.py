"""Whatever a browser says in the name of a component or widget: no fault is shown, and the visit goes on as before."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from components.what_if.session import source_plan
from model.own_table import TableKind, csv_file, tables_of_plan
from tests.load.running import run
from tests.load.screen import Screen, Shown
from tests.load.visitor import FaultError
from tests.server.hostile import (
    Stranger,
    components_of_the_product,
    said_more_wrongly,
    said_wrongly,
    state,
    trigger,
)
from tests.serving import served_app

WIDE = {
    "SCHAALWIJZER_MESSAGES_PER_SECOND": "9999",
    "SCHAALWIJZER_MESSAGES_AT_ONCE": "9999",
    "SCHAALWIJZER_MESSAGES_PER_SECOND_PER_ADDRESS": "9999",
    "SCHAALWIJZER_BYTES_PER_SECOND": "99999999",
}


@dataclass(frozen=True)
class Part:
    """A component: its key, the view that it stands on, a box to open or a report of another component that brings it,
    what it says in earnest, and the mark of the answer.
    """

    key: str
    page: str
    query: str = ""
    box: str = ""
    says: Callable[[Any], dict[str, Any]] | None = None
    once: bool = False
    answer: Callable[[Screen], bool] = lambda screen: True
    brought_by: tuple[str, dict[str, Any]] | None = None


FILES = {kind: b64encode(csv_file(table)).decode() for kind, table in tables_of_plan(source_plan()).items()}
YEARS = FILES[TableKind.YEARS]
KEPT = {
    "name": "een.csv",
    "files": [{"name": f"{kind}.csv", "content": content} for kind, content in FILES.items()],
    "query": "",
    "source": "",
}
"""A table as the browser keeps it."""


def view(**fields: Any) -> Callable[[Any], dict[str, Any]]:
    """Report of a component that holds a view."""
    return lambda data: {"view": {**data["start"], **fields}}


def address(text: str) -> Callable[[Screen], bool]:
    return lambda screen: text in screen.query


def data_of(screen: Screen, key: str) -> Any:
    shown = screen.widget(key)
    return shown.data if shown else {}


PARTS = {
    "start_map": Part("start_map", "", says=lambda _: {"region": "JZ04"}, once=True, answer=address("regio=JZ04")),
    "overview": Part("overview", ""),
    "picture_offer": Part("picture_locator", "regio", "bekijk=JZ31"),
    "visit": Part("visit", ""),
    "finder": Part("finder", "bronnen", says=lambda _: {"typed": "Drenthe"}, once=True,
                    answer=lambda screen: (data_of(screen, "finder").get("offers") or {}).get("text") == "Drenthe"),
    "stage": Part("stage", "kaart", "presentatie=1"),
    "exhibit_drawing": Part("exhibit_drawing", "vergelijking", "presentatie=1"),
    "stage_words": Part("stage_words", "kaart", "presentatie=1"),
    "share": Part("share", "kaart", brought_by=("finder", {"share": {"address": "http://x.nl/kaart", "number": 1}}),
                  says=lambda _: {"slides": {"number": 3}}, once=True,
                  answer=lambda screen: (data_of(screen, "share").get("slides") or {}).get("number") == 3),
    "region_map": Part("region_map", "kaart", says=view(task="jggz"), answer=address("taak=jggz")),
    "choice_matrix": Part("choice_matrix", "vergelijking", says=view(show="regio"), answer=address("toon=regio")),
    "comparison": Part("comparison", "vergelijking", "naast=JZ31,JZ04", says=lambda _: {"regions": ["JZ01", "JZ02"]},
                       answer=lambda screen: re.search("naast=JZ01(,|%2C)JZ02", screen.query) is not None),
    "partner_controls": Part("partner_controls", "samenwerking", says=view(task="jggz"), answer=address("taak=jggz")),
    "what_if_plan": Part("what_if_plan", "doorrekening"),
    "what_if_panel": Part("what_if_panel", "doorrekening",
                          says=lambda data: {"steps": {"revision": data["revision"], "number": data["heard"] + 1,
                                                       "changes": {"overlap_share": 0}}},
                          answer=lambda screen: "o=0" in data_of(screen, "what_if_panel").get("query", "")),
    "what_if_stage": Part("what_if_stage", "doorrekening", "presentatie=1",
                          says=lambda data: {"steps": {"revision": data["revision"], "number": data["heard"] + 1,
                                                       "changes": {"overlap_share": 0}}},
                          answer=lambda screen: "o=0" in data_of(screen, "what_if_stage").get("query", "")),
    "what_if_follower": Part("what_if_follower", "doorrekening", says=lambda _: {"asked": "1.1"}),
    "what_if_saved": Part("what_if_saved", "doorrekening",
                          says=lambda _: {"list": {"entries": [{"name": "een", "query": "x"}], "heard": None}},
                          answer=lambda screen: '"een"' in json.dumps(data_of(screen, "what_if_saved"))),
    "what_if_finding": Part("what_if_finding_over_the_years", "doorrekening"),
    "what_if_lines": Part("what_if_later_chart", "doorrekening", box="what_if_answer_over_the_years"),
    "what_if_parts": Part("what_if_parts_trekker", "doorrekening", box="what_if_answer_who_does_what"),
    "what_if_places": Part("what_if_places", "doorrekening", box="what_if_answer_what_first"),
    "what_if_spread": Part("what_if_band", "doorrekening", box="what_if_answer_how_sure"),
    "upload": Part("own_table_upload", "doorrekening", box="own_table_box", once=True,
                   says=lambda _: {"files": [{"mark": "een", "name": "een.csv", "content": YEARS}]},
                   answer=lambda screen: "een.csv" in json.dumps(data_of(screen, "own_table_proposal").get("reading"))),
    "own_table_proposal": Part("own_table_proposal", "doorrekening", box="own_table_box", once=True,
                               says=lambda data: {"wish": {"number": data["number"], "name": "close"}},
                               answer=lambda screen: data_of(screen, "own_table_proposal").get("number", 0) > 0),
    "own_table_draft": Part("own_table_draft", "doorrekening", box="own_table_box"),
    "own_table_kept": Part("own_table_kept", "doorrekening", once=True,
                           says=lambda data: {"wish": {"visit": data["visit"], "name": "restore", "table": KEPT}},
                           answer=lambda screen: data_of(screen, "own_table_kept").get("inUse") is not None),
    "entries": Part("whereabouts", "bronnen", "deel=waar"),
    "search": Part("search", "bronnen", "zoek=zorg", says=lambda _: {"text": "verblijf"}, once=True,
                   answer=address("zoek=verblijf")),
    "assignments": Part("rotterdam_assignments", "achtergrond", "document=rotterdam&deel=opgaven", once=True,
                        says=lambda _: {"opened": "O01"}, answer=address("opgave=O01")),
    "zhz_scales": Part("zhz_scales", "achtergrond", "document=zhz&deel=schaaltabel"),
    "class_bar": Part("weighing_regions", "achtergrond", "document=rotterdam&deel=schaalafweging&taak=jggz"),
    "table": Part("zhz_comparison", "achtergrond", "document=zhz&deel=schaaltabel"),
    "region_choices": Part("region_choices", "regio", "regio=JZ31"),
    "locator": Part("locator", "regio", "regio=JZ31"),
    "governance_dots": Part("governance_dots", "regio", "regio=JZ31"),
    "region_strips": Part("region_strips", "regio", "regio=JZ31"),
    "own_storylines": Part("own_storylines", "presenteren", once=True,
                           says=lambda _: {"slides": {"number": 3, "storyline": {"id": "a", "title": "Een", "steps": [
                               {"page": "kaart", "query": "", "title": "", "sentence": "", "note": ""}]}}},
                           answer=lambda screen: (data_of(screen, "own_storylines").get("slides") or {}).get("name")),
    "shipped_storyline": Part("shipped_wie-koos-wat", "presenteren"),
    "print_button": Part("print_button", "regio", "regio=JZ31"),
}  # fmt: skip


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Address of a server that takes as many messages as come, and its log."""
    with served_app(**WIDE) as address:
        port = address.rpartition(":")[2]
        yield address, Path("test-results") / f"server-{port}.log"


def test_every_component_is_in_the_table() -> None:
    assert set(PARTS) == set(components_of_the_product())


@pytest.mark.parametrize("name", PARTS)
def test_what_no_component_says_breaks_nothing(logged: tuple[str, Path], name: str) -> None:
    part = PARTS[name]
    # What hears nothing has less to get wrong, and these two pages take long.
    share = 6 if part.says is None else 3 if part.page in ("regio", "samenwerking") else 1
    check(logged, name, dict(list(said_wrongly().items())[::share]))


@pytest.mark.deep
@pytest.mark.parametrize("name", [name for name, part in PARTS.items() if part.says])
def test_whatever_is_said_in_the_name_of_a_component_breaks_nothing(logged: tuple[str, Path], name: str) -> None:
    check(logged, name, said_more_wrongly())


def check(logged: tuple[str, Path], name: str, wrong: dict[str, str]) -> None:
    address, log = logged
    names = (*sorted(components_of_the_product()[name]), "nothing_that_it_says")
    before = len(log.read_bytes())
    assert run(faults_after(address, PARTS[name], names, wrong)) == []
    assert "Traceback" not in log.read_bytes()[before:].decode()


async def faults_after(address: str, part: Part, names: tuple[str, ...], wrong: dict[str, str]) -> list[str]:
    """What a visit meets after each wrong report, and after what the component says in earnest at the end."""
    faults = []
    visitor = Stranger(address, part.page, part.query)
    await visitor.arrive()
    await bring(visitor, part)
    for what, said in wrong.items():
        if visitor.screen.widget(part.key) is None:
            await visitor.come_back()
            await bring(visitor, part)
        shown = visitor.widget(part.key)
        try:
            await visitor.says(shown.fragment, *reports(shown, names, said))
            faults += [f"{what}: {text}" for text in visitor.texts_that_act()]
        except FaultError as fault:
            faults.append(f"{what}: {fault}")
    faults += await faults_in_earnest(visitor, part)
    await visitor.leave()
    return faults


async def faults_in_earnest(visitor: Stranger, part: Part) -> list[str]:
    """What is amiss when, after all that, the component says what it should."""
    try:
        await visitor.come_back()
        await bring(visitor, part)
        shown = visitor.widget(part.key)
        if part.says:
            said = part.says(shown.data)
            events = [{"event": name, "value": value} for name, value in said.items()]
            # What says something once keeps nothing, and a browser says that too.
            kept = state(shown.identity, json.dumps({} if part.once else said))
            await visitor.says(
                shown.fragment, kept, *([trigger(shown.identity, json.dumps(events))] if part.once else [])
            )
        await visitor.until(part.answer, "answer in earnest", 3)
    except FaultError as fault:
        return [f"in earnest: {fault}; address {visitor.screen.query}"]
    return []


def reports(shown: Shown, names: tuple[str, ...], text: str) -> tuple[WidgetState, WidgetState]:
    """The same under each name, as what a component keeps and as what it says once."""
    return (
        state(shown.identity, "{" + ", ".join(f'"{name}": {text}' for name in names) + "}"),
        trigger(shown.identity, "[" + ", ".join(f'{{"event": "{name}", "value": {text}}}' for name in names) + "]"),
    )


async def bring(visitor: Stranger, part: Part) -> None:
    """Opens the box of a part, or lets the component that brings it speak."""
    if part.box:
        identity, fragment = visitor.screen.boxes[part.box]
        await visitor.says(fragment, WidgetState(id=identity, bool_value=True))
    if part.brought_by:
        key, said = part.brought_by
        shown = visitor.widget(key)
        events = [{"event": name, "value": value} for name, value in said.items()]
        await visitor.says(shown.fragment, trigger(shown.identity, json.dumps(events)))


WIDGETS = [
    ("doorrekening", ""),
    ("kaart", "regio=JZ31"),
    ("achtergrond", "document=rotterdam&deel=schaalafweging"),
    pytest.param("achtergrond", "document=rijnland&deel=solidariteit", marks=pytest.mark.deep),
]


@pytest.mark.parametrize(("path", "query"), WIDGETS)
def test_what_no_widget_of_streamlit_says_breaks_nothing(logged: tuple[str, Path], path: str, query: str) -> None:
    address, log = logged
    before = len(log.read_bytes())
    assert run(faults_of_widgets(address, path, query)) == []
    assert "Traceback" not in log.read_bytes()[before:].decode()


async def faults_of_widgets(address: str, path: str, query: str) -> list[str]:
    """What a visit meets after wrong reports in the name of one widget of each kind, and of a page afterwards."""
    faults = []
    visitor = Stranger(address, path, query)
    await visitor.arrive()
    widgets = {shown.element.WhichOneof("type"): shown for shown in visitor.screen.shown.values() if shown.identity}
    for kind, shown in widgets.items():
        for said in of_a_wrong_kind(shown.identity):
            try:
                await visitor.says(shown.fragment, said)
                faults += [f"{kind}: {text}" for text in visitor.texts_that_act()]
            except FaultError as fault:
                faults.append(f"{kind} {str(said)[:80]}: {fault}")
    try:
        await visitor.come_back()
    except FaultError as fault:
        faults.append(f"afterwards: {fault}")
    await visitor.leave()
    return faults


def of_a_wrong_kind(identity: str) -> list[WidgetState]:
    """Reports of every kind that there is; a widget takes one kind at most."""
    lists = [WidgetState(id=identity) for _ in range(3)]
    lists[0].double_array_value.data.extend([float("nan"), 1e308, -1])
    lists[1].int_array_value.data.extend([99_999, -1])
    lists[2].string_array_value.data.extend(["www.evil.example", ""])
    return [
        *lists,
        WidgetState(id=identity, bool_value=True),
        WidgetState(id=identity, double_value=float("inf")),
        WidgetState(id=identity, int_value=-(2**62)),
        WidgetState(id=identity, string_value="www.evil.example"),
        WidgetState(id=identity, string_value='{"edited_rows": {"999": {"x": 1}}, "added_rows": 1}'),
        WidgetState(id=identity, json_value="[[]]"),
        WidgetState(id=identity, json_trigger_value="{"),
        WidgetState(id=identity, bytes_value=b"\xff"),
        WidgetState(id=identity),
    ]
