"""Sheets that the visitor gives: what waits for the other half, for a choice or for a word of agreement."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from components.what_if.about import named_file
from components.what_if.own_table import proposal
from components.what_if.own_table.draft import draft_of, restore_draft
from components.what_if.own_table.editor_tables import same_cells, table_of
from components.what_if.own_table.kept import _to_keep
from components.what_if.own_table.names import FILLED_IN_HERE, PASTED_RANGE, proposed_name
from components.what_if.own_table.reading import Reading, Source, answers_of, payload
from components.what_if.own_table.state import CHANGED_HERE, OwnTableState
from components.what_if.session import WhatIfSession, link_of, source_plan
from model.own_table import (
    MOST_BYTES,
    CellTable,
    TableKind,
    csv_file,
    effect_years,
    sheets_of_text,
    tables_of_plan,
    xlsx_file,
)
from model.what_if import preset_scenario, scenario_to_query
from tests.components.what_if.own_table import asked
from tests.components.what_if.own_table.tables import own_plan, own_tables, template_files

MEASURES, YEARS = TableKind.MEASURES, TableKind.YEARS
SOURCE = tables_of_plan(source_plan())
HALVES = template_files()


def sent(*files: tuple[str, bytes]) -> list[dict[str, str]]:
    """Files as the browser sends them."""
    return [{"mark": name[0], "name": name, "content": base64.b64encode(data).decode()} for name, data in files]


@pytest.fixture
def session(address: dict[str, str]) -> WhatIfSession:
    start = preset_scenario(source_plan(), "hoog")
    address |= dict(part.split("=", 1) for part in scenario_to_query(start).split("&"))
    return WhatIfSession(start, start)


@pytest.fixture
def state() -> OwnTableState:
    at_start = OwnTableState(SOURCE)
    at_start.restart(SOURCE)
    return at_start


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that asks."""
    monkeypatch.setattr("components.what_if.own_table.reading.understand", asked.understand)


def wish(state: OwnTableState, session: WhatIfSession, name: str, **more: Any) -> None:
    """What the browser reports of the proposal."""
    proposal._grant(state, session, {"name": name, **more})


def data(state: OwnTableState) -> dict[str, Any]:
    """The proposal as the browser gets it."""
    assert state.reading is not None
    told: dict[str, Any] = json.loads(json.dumps(payload(state.reading)))
    return told


# The template.


def test_a_whole_file_is_used_at_once_and_the_old_address_goes(
    state: OwnTableState, session: WhatIfSession, address: dict[str, str]
) -> None:
    assert address
    state.open_sources(session, sent(("mijn regio.xlsx", xlsx_file(own_tables()))))
    assert [measure.name for measure in session.plan.measures] == ["Maatregel 1", "Maatregel 2", "Maatregel 3"]
    assert session.own_table_name == "mijn regio"
    assert (address, link_of(session), state.reading) == ({}, {}, None)
    assert state.outcome is not None
    assert state.outcome.used
    assert "“mijn regio” is in gebruik: 3 maatregelen, 2025 tot en met 2026" in state.outcome.message
    assert draft_of(session, state) is None
    assert effect_years(state.typed[MEASURES]) == (2025, 2026)


def test_two_csv_files_together_are_a_whole_table(state: OwnTableState, session: WhatIfSession) -> None:
    measures, years = HALVES
    state.open_sources(session, sent(("a.csv", years), ("b.csv", measures)))
    assert session.plan == own_plan(3, 2)
    assert session.own_table_name == "a en b"


# What cannot be opened.

WRONG_FILES: list[tuple[Any, str]] = [
    (None, "deze keuze"),
    ("x", "deze keuze"),
    ([], "deze keuze"),
    (sent(("a.csv", b"x"), ("b.csv", b"x"), ("c.csv", b"x")), "deze keuze"),
    ([7], "te groot of onleesbaar"),
    ([{"name": "a.csv"}], "te groot of onleesbaar"),
    ([{"name": "a.csv", "content": "één"}], "onleesbaar bestand"),
    ([{"name": "a.csv", "content": "A" * (2 * MOST_BYTES)}], "te groot of onleesbaar"),
    ([{"text": "x" * (MOST_BYTES + 1)}], "te groot"),
    (sent(("a.csv", b"")), "leeg bestand"),
    (sent(("a.csv", b"x" * (MOST_BYTES + 1))), "hooguit 1.048.576 bytes (1 MB)"),
    (sent(("<b>*a*</b>.xlsx", b"PK")), "beschadigd"),
]


@pytest.mark.parametrize(("files", "words"), WRONG_FILES)
def test_what_cannot_be_opened_changes_nothing(
    state: OwnTableState, session: WhatIfSession, address: dict[str, str], files: Any, words: str
) -> None:
    scenario, link, typed = session.scenario, dict(address), state.typed
    state.open_sources(session, files)
    assert (session.scenario, address, session.own_table_name) == (scenario, link, None)
    assert state.typed is typed
    assert state.reading is None
    assert state.outcome is not None
    assert words in "\n".join(fault.text for fault in state.outcome.faults)
    assert "De doorrekening is niet veranderd" in state.outcome.message
    assert not set("<>*`[]") & set(state.outcome.message)


@pytest.mark.parametrize("name", [None, "", 7, [], {}, "\u202e", "<>", "\x00"])
def test_a_file_without_a_name_is_your_file(state: OwnTableState, session: WhatIfSession, name: object) -> None:
    files = [{"name": name, "content": base64.b64encode(data).decode()} for data in HALVES]
    state.open_sources(session, files)
    assert session.own_table_name == "uw bestand"
    state.open_sources(session, [{"content": ""}])
    assert state.outcome is not None
    assert state.outcome.message.startswith("De tabel uit “uw bestand” is niet gebruikt")


def test_after_a_hundred_wrong_files_in_a_row_a_right_one_is_used(state: OwnTableState, session: WhatIfSession) -> None:
    for turn in range(100):
        files, words = WRONG_FILES[turn % len(WRONG_FILES)]
        state.open_sources(session, files)
        assert state.outcome is not None
        assert words in "\n".join(fault.text for fault in state.outcome.faults)
    state.open_sources(session, sent(("a.csv", HALVES[0]), ("b.csv", HALVES[1])))
    assert session.own_table_name == "a en b"
    assert state.answered == 101


# Half a table.


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_half_a_table_waits_for_the_other_half(
    state: OwnTableState, session: WhatIfSession, order: tuple[int, int]
) -> None:
    before, (first, second) = session.scenario, order
    state.open_sources(session, sent(("a.csv", HALVES[first])))
    assert session.scenario is before
    assert data(state)["missing"] == [list(TableKind)[second]]
    assert same_cells(state.typed, SOURCE)
    state.open_sources(session, sent(("b.csv", HALVES[second])))
    assert session.plan == own_plan(3, 2)
    assert session.own_table_name == "a en b"


def test_the_other_half_can_be_pasted(state: OwnTableState, session: WhatIfSession) -> None:
    state.open_sources(session, sent(("a.csv", HALVES[0])))
    state.open_sources(session, [{"mark": "p", "text": HALVES[1].decode("utf-8-sig").replace(";", "\t")}])
    assert session.plan == own_plan(3, 2)
    assert session.own_table_name == "a"


def test_the_other_half_can_be_typed(state: OwnTableState, session: WhatIfSession, asking: None) -> None:
    state.open_sources(session, sent(("a.csv", HALVES[0])))
    wish(state, session, "type", kind=str(YEARS))
    assert data(state)["typed"] == [YEARS]
    assert not state.hand_over_typed()
    state.typed[YEARS] = own_tables()[YEARS]
    assert state.hand_over_typed()
    assert not state.hand_over_typed()
    wish(state, session, "answers", answers={"eenheid": "mln"})
    wish(state, session, "confirm")
    assert session.plan == own_plan(3, 2)


def test_another_file_takes_the_place_of_what_waits_and_that_can_be_put_back(
    state: OwnTableState, session: WhatIfSession, asking: None
) -> None:
    state.open_sources(session, sent(("a.csv", HALVES[0])))
    wish(state, session, "answers", answers={"eenheid": "duizend"})
    first = state.reading
    state.open_sources(session, sent(("b.csv", template_files(2)[0])))
    assert state.reading is not None
    assert state.reading.name == "b"
    wish(state, session, "back")
    assert state.reading is first
    wish(state, session, "close")
    assert state.reading is None
    wish(state, session, "back")
    assert state.reading is first
    wish(state, session, "drop", mark="a")
    assert state.reading is None
    wish(state, session, "back")
    assert state.reading is first


# The proposal.


@pytest.fixture
def waiting(state: OwnTableState, session: WhatIfSession, asking: None) -> OwnTableState:
    """A table of which one thing is open."""
    state.open_sources(session, sent(("a.csv", HALVES[0]), ("b.csv", HALVES[1])))
    return state


def test_nothing_is_computed_before_all_is_chosen_and_agreed(waiting: OwnTableState, session: WhatIfSession) -> None:
    before = session.scenario
    told = data(waiting)
    assert (told["canUse"], [question["isOpen"] for question in told["questions"]]) == (False, [True, False])
    assert told["questions"][0]["place"] == "“Blad1”, rij 1, kolom C"
    wish(waiting, session, "confirm")
    assert session.scenario is before
    wish(waiting, session, "answers", answers={"eenheid": "duizend", "teken": "min"})
    told = data(waiting)
    assert (told["canUse"], [question["value"] for question in told["questions"]]) == (True, ["duizend", "min"])
    assert session.scenario is before
    wish(waiting, session, "confirm")
    assert session.own_table_name == "a en b"
    assert waiting.reading is None
    assert same_cells(waiting.typed, own_tables())


def test_what_was_assumed_stays_with_the_table(waiting: OwnTableState, session: WhatIfSession, memory: Any) -> None:
    wish(waiting, session, "answers", answers={"eenheid": "mln"})
    wish(waiting, session, "confirm")
    assert list(waiting.assumptions) == [asked.ASSUMED]
    memory["own_table_state"] = waiting
    kept = _to_keep(session)
    assert kept is not None
    assert kept["assumptions"] == [asked.ASSUMED]
    waiting.use_typed(session)
    assert list(waiting.assumptions) == [asked.ASSUMED]
    waiting.typed = own_tables(4)
    waiting.use_typed(session)
    assert list(waiting.assumptions) == [asked.ASSUMED, CHANGED_HERE]
    assert session.own_table_name == "a en b"
    waiting.put(own_tables())
    waiting.use_typed(session)
    assert not list(waiting.assumptions)
    assert session.own_table_name == FILLED_IN_HERE


def test_a_table_has_the_name_that_the_visitor_gives_it(
    waiting: OwnTableState, session: WhatIfSession, memory: dict[str, Any]
) -> None:
    wish(waiting, session, "called", called="  <b>Ombuigingen</b>\nDuinrand  ")
    assert waiting.reading is not None
    assert payload(waiting.reading)["name"] == "b Ombuigingen b Duinrand"
    wish(waiting, session, "answers", answers={"eenheid": "mln"})
    wish(waiting, session, "confirm", called="Ombuigingen Duinrand")
    assert session.own_table_name == "Ombuigingen Duinrand"
    waiting.rename(session, "Duinrand, versie 2")
    assert session.whose == "eigen tabel “Duinrand, versie 2”"
    for nothing in (None, "", "<>", 7):
        waiting.rename(session, nothing)
    waiting.use_typed(session)
    assert session.own_table_name == "Duinrand, versie 2"
    memory["own_table_state"] = waiting
    kept = _to_keep(session)
    assert kept is not None
    assert kept["name"] == "Duinrand, versie 2"


def test_two_pasted_ranges_are_told_apart_and_make_one_name() -> None:
    pasted = sheets_of_text("Nummer\tMaatregel")
    reading = Reading(tuple(Source(mark, PASTED_RANGE, pasted) for mark in "ab"))
    assert reading.name == "geplakte tabel"
    assert [source["name"] for source in payload(reading)["sources"]] == ["geplakt bereik 1", "geplakt bereik 2"]


def test_a_table_that_was_kept_as_a_file_gets_its_name_back() -> None:
    assert proposed_name([f"{named_file('eigen-tabel', 'Duinrand')}.xlsx"]) == "duinrand"


def test_a_proposed_name_is_never_cut_off_in_a_second_file() -> None:
    names = ["17-duizenden-in-kop-maatregelen.csv", "17-duizenden-in-kop-kosten.csv"]
    assert proposed_name(names) == "17-duizenden-in-kop-maatregelen"
    assert proposed_name(["maatregelen.csv", "kosten.csv", "maatregelen.xlsx"]) == "maatregelen en kosten"


def test_a_wish_for_another_proposal_is_not_heard(
    waiting: OwnTableState, session: WhatIfSession, memory: dict[str, Any]
) -> None:
    memory |= {"own_table_state": waiting, "what_if_session": session}
    for number in (None, "1", waiting.number + 1):
        memory["own_table_proposal"] = {"wish": {"name": "close", "number": number}}
        proposal._on_wish()
        assert waiting.reading is not None
    memory["own_table_proposal"] = {"wish": {"name": "close", "number": waiting.number}}
    proposal._on_wish()
    assert waiting.reading is None


WRONG: list[Any] = [None, 7, "x", [], {7: "x"}, {"x": 7}, {"x": "y" * 1000}, {"x" * 1000: "y"}, {"x": {}}]


@pytest.mark.parametrize("answers", WRONG)
def test_what_can_be_no_answer_is_left_out(waiting: OwnTableState, session: WhatIfSession, answers: Any) -> None:
    assert answers_of(answers) == {}
    for name in ("answers", "type", "drop", "mend", "nothing", None):
        wish(waiting, session, name, answers=answers, kind=answers, mark=answers, recalled=answers)  # type: ignore[arg-type]
        assert waiting.reading is not None


def test_what_was_refused_can_be_mended_in_the_editor(state: OwnTableState, session: WhatIfSession) -> None:
    double = HALVES[0].replace(b"Maatregel 2", b"Maatregel 1")
    state.open_sources(session, sent(("a.csv", double), ("b.csv", HALVES[1])))
    wish(state, session, "answers", answers={"dubbele:maatregelen": "mee"})
    told = data(state)
    assert told["canMend"]
    assert any("Maatregel 1" in fault["text"] for fault in told["faults"])
    wish(state, session, "mend")
    frame = state.frames[MEASURES].copy()
    frame.loc[1, "Maatregel"] = "Maatregel 2"
    state.typed[MEASURES] = table_of(MEASURES, frame)
    state.use_typed(session)
    assert session.plan == own_plan(3, 2)


# What the tab keeps.


def test_what_was_typed_or_opened_comes_back_in_another_visit(waiting: OwnTableState, session: WhatIfSession) -> None:
    wish(waiting, session, "answers", answers={"eenheid": "duizend"}, recalled="2026-12-03")
    waiting.put({**waiting.typed, YEARS: own_tables()[YEARS]})
    draft = draft_of(session, waiting)
    assert draft is not None
    assert draft["marks"] == ["a", "b"]
    after = OwnTableState(SOURCE)
    after.restart(SOURCE)
    restore_draft(after, {**draft, "sources": sent(("a.csv", HALVES[0]), ("b.csv", HALVES[1]))})
    assert same_cells(after.typed, waiting.typed)
    assert after.reading is not None
    assert payload(after.reading) == payload(waiting.reading) if waiting.reading else False


DAMAGED: list[Any] = [
    None, 7, "x", {"typed": "x"}, {"typed": [7]}, {"sources": "x"}, {"sources": [7]}, {"sources": [{"text": 7}]},
    {"sources": [{"name": "a", "content": "één"}], "answers": 7, "kinds": 7, "recalled": 7},
]  # fmt: skip


@pytest.mark.parametrize("kept", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_draft_is_told_and_changes_nothing(state: OwnTableState, kept: Any) -> None:
    restore_draft(state, kept)
    assert state.reading is None
    assert state.outcome is not None
    assert state.outcome.message.startswith("Wat u voor een eigen tabel typte of opende, is niet teruggezet: ")
    assert same_cells(state.typed, SOURCE)


def test_a_table_in_use_is_no_draft(state: OwnTableState, session: WhatIfSession) -> None:
    assert draft_of(session, state) is None
    typed: dict[TableKind, CellTable] = {**state.typed, YEARS: own_tables()[YEARS]}
    state.put(typed)
    draft = draft_of(session, state)
    assert draft is not None
    assert base64.b64decode(draft["typed"][1]["content"]) == csv_file(typed[YEARS])
