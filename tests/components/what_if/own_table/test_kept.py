"""The own table that the browser keeps: what it is given, what it may bring back, and what is refused."""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import parse_qsl

import pytest
import streamlit as st
from hypothesis import given, strategies

from components.what_if.outlived_steps import take_outlived_steps, take_waiting_steps
from components.what_if.own_table.kept import _on_wish, _to_keep, restore
from components.what_if.own_table.state import Origin, OwnTableState, back_to_source, forget, state_of
from components.what_if.panel.changes_in_words import last_step_in_words
from components.what_if.panel.payload import plan_id
from components.what_if.session import WhatIfSession, open_session, reset, source_plan
from model.own_table import CellTable, TableKind, tables_of_file
from model.own_table.assumptions import growth_said
from model.what_if import Scenario, controls_of, preset_scenario, scenario_to_query, with_values
from tests.components.opening import component_data, prepared
from tests.components.what_if.own_table.tables import own_files, own_plan, own_tables

PAGE = "pages/doorrekening.py"


def new_session() -> WhatIfSession:
    start = Scenario.default(source_plan())
    return WhatIfSession(start, start)


def kept_of(session: WhatIfSession) -> dict[str, Any]:
    kept = _to_keep(session)
    assert kept is not None
    return kept


def use(
    session: WhatIfSession,
    tables: dict[TableKind, CellTable],
    name: str = "mijn regio",
    assumptions: tuple[str, ...] = (),
) -> None:
    """The table is used from the editor, in which it came from elsewhere."""
    state = state_of(session)
    state.put(tables, Origin(name, assumptions))
    state.use_typed(session)
    assert session.own_table_name == name


def used(memory: dict[str, Any], measures: int = 3, years: int = 2, **amounts: float) -> WhatIfSession:
    """A visit that uses an own table, and has moved a slider."""
    session = memory["what_if_session"] = new_session()
    session.jump_to(preset_scenario(session.plan, "hoog"), "Voorinstelling")
    use(session, own_tables(measures, years, **amounts))
    session.step_to(with_values(session.scenario, {"overlap_share": 0.45, "saving_mln_eur:1": 1.5}))
    return session


def restarted(memory: dict[str, Any]) -> WhatIfSession:
    """The visit that begins where the server knows nothing any more."""
    memory.clear()
    session = memory["what_if_session"] = new_session()
    return session


@given(
    measures=strategies.integers(1, 12),
    years=strategies.integers(2, 6),
    high=strategies.floats(1, 30).map(lambda value: round(value, 3)),
    start=strategies.floats(100, 900).map(lambda value: round(value, 3)),
)
def test_what_comes_back_is_the_same_to_the_last_digit(measures: int, years: int, high: float, start: float) -> None:
    with pytest.MonkeyPatch.context() as patch:
        memory: dict[str, Any] = {}
        patch.setattr(st, "session_state", memory)
        patch.setattr(st, "query_params", prepared(PAGE).query_params)
        session = new_session()
        patch.setattr("components.what_if.own_table.state.links.write_link", lambda values: None)
        tables: dict[TableKind, CellTable] = {}
        for data in own_files(measures, years, high=high, start=start):
            tables |= tables_of_file(data.replace(b".", b","))
        use(session, tables)
        before = session.scenario
        kept = kept_of(session)
        after = restarted(memory)
        assert restore(after, kept) == ""
        assert (after.plan, after.scenario) == (before.plan, before)
        assert plan_id(after.plan) == kept["plan"]
        assert kept_of(after) == kept


def test_table_sliders_name_and_the_way_back_return_with_nothing_to_undo(memory: dict[str, Any]) -> None:
    session = used(memory)
    kept, before = kept_of(session), session.scenario
    after = restarted(memory)
    assert not after.is_table_decided
    assert restore(after, kept) == ""
    assert (after.scenario, after.base, after.own_table_name) == (before, before, "mijn regio")
    assert after.before == []
    assert after.is_table_decided
    assert state_of(after).source_scenario == preset_scenario(source_plan(), "hoog")
    assert not state_of(after).taken


def test_a_table_that_begins_with_growth_does_so_after_a_reset_and_a_restart(memory: dict[str, Any]) -> None:
    session = memory["what_if_session"] = new_session()
    use(session, own_tables(3, 2), assumptions=(f"Aanname: {growth_said(2.04)}.",))
    assert session.scenario.growth_pct == 2.0
    session.step_to(with_values(session.scenario, {"growth_pct": -1.0}))
    kept = kept_of(session)
    reset(session, "source")
    assert session.scenario.growth_pct == 2.0
    after = restarted(memory)
    assert restore(after, kept) == ""
    assert (after.scenario.growth_pct, after.plan.start_growth_pct) == (-1.0, 2.0)
    reset(after, "source")
    assert after.scenario.growth_pct == 2.0


def test_back_at_the_table_of_the_source_its_steps_can_be_undone(memory: dict[str, Any]) -> None:
    session = used(memory)
    high = preset_scenario(source_plan(), "hoog")
    back_to_source(session)
    assert (session.scenario, session.own_table_name) == (high, None)
    assert last_step_in_words(session).startswith("Terug bij de tabel van Zuid-Holland Zuid")
    session.undo()
    assert session.scenario == Scenario.default(source_plan())
    session.redo()
    assert session.scenario == high


def test_after_a_reload_there_is_no_step_of_the_source_to_undo_and_none_of_another_table(
    memory: dict[str, Any],
) -> None:
    kept = kept_of(used(memory))
    after = restarted(memory)
    assert restore(after, kept) == ""
    after.step_to(with_values(after.scenario, {"overlap_share": 0.5}))
    back_to_source(after)
    assert after.scenario == preset_scenario(source_plan(), "hoog")
    assert (after.before, after.undone) == ([], [])
    after.undo()
    assert after.plan == source_plan()


def content(data: bytes) -> str:
    return base64.b64encode(data).decode()


MEASURES_FILE, YEARS_FILE = ({"name": "x.csv", "content": content(data)} for data in own_files(3, 2))
DAMAGED: list[Any] = [
    None, 7, "x", [], {}, {"files": None}, {"files": "x"}, {"files": [7]}, {"files": [{}]},
    {"files": [{"name": 1, "content": 2}]}, {"files": [{"name": "a", "content": "één"}]},
    {"files": [{"name": "a", "content": "A" * 3_000_000}]}, {"files": [MEASURES_FILE]}, {"files": [YEARS_FILE]},
    {"files": [MEASURES_FILE] * 2}, {"files": [MEASURES_FILE, YEARS_FILE, YEARS_FILE]},
    {"files": [MEASURES_FILE, {"name": "a", "content": content(b"Jaar;Jaarkosten\n2025;=1+1\n")}]},
    {"files": [MEASURES_FILE, {"name": "a", "content": content(b"\xff\xfe\x00")}]},
    {"files": [MEASURES_FILE, {"name": "a", "content": content(b"PK\x03\x04")}]},
]  # fmt: skip


@pytest.mark.parametrize("kept", DAMAGED, ids=range(len(DAMAGED)))
def test_what_was_damaged_is_refused_with_a_sentence_and_changes_nothing(memory: dict[str, Any], kept: Any) -> None:
    session = restarted(memory)
    before = session.scenario
    said = restore(session, kept)
    assert said.startswith("De eigen tabel die uw browser bewaarde, is niet teruggezet: ")
    assert not any(word in said for word in ("Traceback", "Error", "None"))
    assert (session.scenario, session.own_table_name) == (before, None)


@pytest.mark.parametrize("query", [None, 7, "", "x", "v=1&t=000000", "v=1&v=1", "v=1" * 3000])
def test_sliders_that_were_damaged_stand_in_the_middle_and_the_page_says_so(memory: dict[str, Any], query: Any) -> None:
    kept = {**kept_of(used(memory)), "query": query, "source": query}
    after = restarted(memory)
    assert "de stand van de schuiven was onleesbaar" in restore(after, kept)
    assert after.scenario == Scenario.default(own_plan(3, 2))


def test_steps_back_and_forward_return_and_none_of_them_where_one_is_damaged(memory: dict[str, Any]) -> None:
    session = used(memory)
    back, forth = session.before, with_values(session.scenario, {"overlap_share": 0.5})
    kept = {
        **kept_of(session),
        "before": [scenario_to_query(step) for step in back],
        "undone": [scenario_to_query(forth)],
    }
    after = restarted(memory)
    assert restore(after, kept) == ""
    assert (after.before, after.undone) == (back, [forth])
    after.undo()
    assert after.scenario == back[-1]
    for damaged in (7, "x", [7], ["v=1&t=000000"], [*kept["before"], None]):
        after = restarted(memory)
        assert restore(after, {**kept, "before": damaged}) == ""
        assert (after.before, after.undone) == ([], [forth])


@pytest.mark.parametrize("assumptions", [None, 7, "x", [7], {}, ["x" * 1000] * 1000])
def test_damaged_assumptions_are_cut(memory: dict[str, Any], assumptions: Any) -> None:
    kept = {**kept_of(used(memory)), "assumptions": assumptions}
    after = restarted(memory)
    assert restore(after, kept) == ""
    assert sum(map(len, state_of(after).assumptions)) <= 40 * 400


def test_a_draft_opens_the_box_that_it_was_left_in(memory: dict[str, Any]) -> None:
    session = restarted(memory)
    memory["own_table_kept"] = {"wish": {"name": "draft", "draft": 7, "visit": session.first}}
    _on_wish()
    assert memory["own_table_box"] is True
    assert not session.is_table_decided
    outcome = state_of(session).outcome
    assert outcome is not None
    assert outcome.refused


def test_a_name_cannot_act_as_markup(memory: dict[str, Any]) -> None:
    kept = {**kept_of(used(memory)), "name": "<script>*a*</script>[x](http://e.e)" + "y" * 500}
    after = restarted(memory)
    assert restore(after, kept) == ""
    assert after.own_table_name is not None
    assert len(after.own_table_name) <= 60
    assert not set("<>*[]:/") & set(after.own_table_name)


def test_a_wish_of_another_visit_is_not_heard(memory: dict[str, Any]) -> None:
    kept = kept_of(used(memory))
    session = restarted(memory)
    for visit in (None, "1", session.first + 1):
        memory["own_table_kept"] = {"wish": {"name": "restore", "table": kept, "visit": visit}}
        _on_wish()
        assert session.own_table_name is None
    memory["own_table_kept"] = {"wish": {"name": "restore", "table": kept, "visit": session.first}}
    _on_wish()
    assert session.own_table_name == "mijn regio"


def test_removing_leaves_nothing_of_it_in_the_visit(memory: dict[str, Any]) -> None:
    session = used(memory)
    memory["own_table_kept"] = {"wish": {"name": "forget", "visit": session.first}}
    generation = state_of(session).generation
    _on_wish()
    assert session.own_table_name is None
    assert _to_keep(session) is None
    state: OwnTableState = memory["own_table_state"]
    assert state.generation > generation, "Streamlit would put back what was typed under the same number"
    assert state.applied is None
    plans = {scenario.plan for scenario in (session.scenario, *session.before, *session.undone)}
    assert plans == {source_plan()}
    forget(session)


def test_steps_made_during_a_restart_wait_for_the_table_that_they_belong_to(memory: dict[str, Any]) -> None:
    session = used(memory)
    kept, moved = kept_of(session), controls_of(session.plan)["saving_mln_eur:2"]
    after = restarted(memory)
    take_outlived_steps(after, kept["plan"], {moved.key: len(moved.values) - 1})
    assert after.scenario == Scenario.default(source_plan())
    assert restore(after, kept) == ""
    take_waiting_steps(after)
    assert after.scenario == with_values(session.scenario, {moved.key: moved.values[-1]})
    assert after.waiting_steps is None


@pytest.mark.parametrize("changes", [{"geen:1": 0}, {"overlap_share": 10_000}, {"overlap_share": "x"}])
def test_steps_that_cannot_be_are_told(memory: dict[str, Any], changes: dict[str, Any]) -> None:
    session = restarted(memory)
    take_outlived_steps(session, plan_id(session.plan), changes)
    assert session.scenario == Scenario.default(source_plan())
    assert session.message is not None
    assert "Wat er stond, staat er nog." in session.message


def test_a_link_with_a_scenario_goes_before_what_the_browser_keeps() -> None:
    app = prepared(PAGE).run()
    (plain,) = component_data(app, "own_table_kept")
    assert (plain["inUse"], plain["isDecided"], plain["fault"]) == (None, False, "")
    linked = prepared(PAGE, v="1", t=source_plan().fingerprint, b="hoog").run()
    assert component_data(linked, "own_table_kept")[0]["isDecided"] is True


def opened_link(memory: dict[str, Any], monkeypatch: pytest.MonkeyPatch, query: str) -> WhatIfSession:
    """The session of this visit after a link was opened."""
    monkeypatch.setattr(st, "query_params", QueryOfTest(query))
    return open_session(stays=False)


class QueryOfTest(dict[str, str]):
    """Keys of an address, each there once."""

    def __init__(self, query: str) -> None:
        super().__init__(parse_qsl(query))

    def get_all(self, key: str) -> list[str]:
        return [self[key]]

    def to_dict(self) -> dict[str, str]:
        return dict(self)

    def from_dict(self, values: dict[str, str]) -> None:
        self.clear()
        self.update(values)


def test_a_link_of_a_table_that_the_visit_has_not_asks_the_browser_for_it(
    memory: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = used(memory)
    kept, query = kept_of(session), scenario_to_query(session.scenario)
    restarted(memory)
    session = opened_link(memory, monkeypatch, query)
    assert session.own_table_name is None
    assert session.wanted_table == (query.split("t=")[1][:6], query)
    assert (session.message or "").startswith("De link is niet gebruikt")
    assert not session.is_table_decided
    assert restore(session, {**kept, "query": query}) == ""
    assert session.wanted_table is None
    assert session.message is None
    assert scenario_to_query(session.scenario) == query


def test_a_link_of_the_own_table_in_use_is_opened_with_it(
    memory: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = used(memory)
    plain = scenario_to_query(Scenario.default(session.plan))
    session = opened_link(memory, monkeypatch, plain)
    assert session.own_table_name == "mijn regio"
    assert session.scenario == Scenario.default(session.plan)
    assert session.message is None
    before = session.scenario
    session = opened_link(memory, monkeypatch, f"{plain}&b=onzin")
    assert session.scenario == before
    assert (session.message or "").startswith("De link is niet gebruikt; wat er stond, staat er nog.")


def test_a_link_of_the_source_leaves_the_own_table_and_asks_for_none(
    memory: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    used(memory)
    session = opened_link(memory, monkeypatch, scenario_to_query(preset_scenario(source_plan(), "hoog")))
    assert session.own_table_name is None
    assert session.wanted_table is None
    assert session.is_table_decided


@pytest.mark.parametrize("mark", ["", "abcde", "ABCDEF", "__proto__", "abcdef0"])
def test_what_is_no_mark_of_a_table_is_not_asked_for(
    memory: dict[str, Any], monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    restarted(memory)
    assert opened_link(memory, monkeypatch, f"v=1&t={mark}").wanted_table is None
