"""The section for an own table: what it takes over, what it refuses, and that nothing typed is lost on the way."""

from __future__ import annotations

import base64
import json
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.what_if import table_in_use
from components.what_if.answers.how_sure import tornado_table
from components.what_if.answers.over_the_years import yearly_table
from components.what_if.answers.who_does_what import measures_table, waterfall_table
from components.what_if.own_table.editor_tables import frame_of, same_cells, table_of
from components.what_if.own_table.reading import Reading, Source
from components.what_if.own_table.state import OwnTableState
from components.what_if.panel.payload import plan_payload, scenario_json, scenario_payload
from components.what_if.results import Results
from components.what_if.session import WhatIfSession, source_plan
from model.own_table import (
    MOST_BYTES,
    CellTable,
    TableKind,
    blank_tables,
    canonical,
    effect_years,
    read_own_table,
    sheets_of_file,
    tables_of_file,
    tables_of_plan,
    xlsx_file,
)
from model.what_if import Scenario, preset_scenario, scenario_to_query
from tests.components.opening import address_of, component_data, prepared, said, scenario_sent
from tests.components.what_if.own_table import asked
from tests.components.what_if.own_table.tables import own_files, own_plan, own_tables

PAGE = "pages/doorrekening.py"
MEASURES, YEARS = TableKind.MEASURES, TableKind.YEARS
SOURCE = tables_of_plan(source_plan())


def sent(*files: tuple[str, bytes]) -> list[dict[str, str]]:
    """Files as the browser sends them."""
    return [{"name": name, "content": base64.b64encode(data).decode()} for name, data in files]


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


# The editor.


def test_the_editor_holds_what_the_table_says() -> None:
    for kind, table in SOURCE.items():
        read = table_of(kind, frame_of(table))
        assert same_cells({**SOURCE, kind: read}, SOURCE)
    assert read_own_table(
        {kind: table_of(kind, frame_of(table)) for kind, table in SOURCE.items()}
    ).plan.fingerprint == (source_plan().fingerprint)


def test_empty_and_missing_cells_of_the_editor_are_empty() -> None:
    frame = frame_of(SOURCE[YEARS])
    frame.loc[len(frame)] = [None] * len(frame.columns)
    frame.loc[len(frame)] = ["2023", "99", None, pd.NA, "", " ", None]
    table = table_of(YEARS, frame)
    assert table.row_numbers == (1, 2, 3, 4, 6)
    assert table.rows[-1] == ("2023", "99", None, None, None, None, None)


def test_a_wrong_table_in_the_editor_stays_and_names_its_row(state: OwnTableState, session: WhatIfSession) -> None:
    scenario = session.scenario
    frame = frame_of(SOURCE[YEARS])
    frame.loc[2, "Jaarkosten (mln €)"] = "veel"
    state.typed[YEARS] = table_of(YEARS, frame)
    typed = dict(state.typed)
    state.use_typed(session)
    assert session.scenario is scenario
    assert state.typed == typed
    assert state.outcome is not None
    assert [fault.text for fault in state.outcome.faults] == [
        "Kosten per jaar, rij 3, kolom “Jaarkosten (mln €)”, jaar 2021: “veel” kan niet; "
        "toegestaan is een getal met een komma, zoals 1.234,5."
    ]


def test_a_cell_that_comes_in_just_after_the_button_counts(
    state: OwnTableState, session: WhatIfSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    assert not state.changed_just_after_press
    state.use_typed(session)
    assert not state.changed_just_after_press
    state.typed[YEARS] = own_tables()[YEARS]
    assert state.changed_just_after_press
    now[0] += 10
    assert not state.changed_just_after_press


def test_whatever_replaces_the_editor_can_be_put_back(state: OwnTableState) -> None:
    frame = frame_of(SOURCE[YEARS])
    frame.loc[0, "Jaarkosten (mln €)"] = "123"
    state.typed[YEARS] = table_of(YEARS, frame)
    typed = state.typed
    state.put(blank_tables(range(2026, 2028)))
    state.put(blank_tables(range(2027, 2030)))
    state.put_back()
    assert effect_years(state.typed[MEASURES]) == (2026, 2027)
    state.put_back()
    assert same_cells(state.typed, typed)
    state.put_back()
    assert effect_years(state.typed[MEASURES]) == (2027, 2028, 2029)


def test_the_editor_offers_effect_columns_also_where_the_file_has_none(state: OwnTableState) -> None:
    table = tables_of_file(b"Nummer;Maatregel\n1;Een\n")[MEASURES]
    state.put({**SOURCE, MEASURES: canonical(table)})
    assert len(effect_years(state.typed[MEASURES])) == 1


# The page.


def test_the_proposal_stands_on_the_page_until_it_is_agreed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.what_if.own_table.reading.understand", asked.understand)
    state = state_with(SOURCE)
    measures, years = (Source(name, f"{name}.csv", sheets_of_file(name, data)) for name, data in
                       zip("ab", own_files(3, 2), strict=True))  # fmt: skip
    state.reading = Reading((measures, years))
    app = section(own_table_state=state)
    (told,) = component_data(app, "own_table_proposal")
    assert told["reading"]["form"] == "vorm 1"
    assert [source["name"] for source in told["reading"]["sources"]] == ["a.csv", "b.csv"]
    assert component_data(app, "own_table_draft")[0]["draft"]["marks"] == ["a", "b"]
    state.read_anew(answers={"eenheid": "mln"})
    before = scenario_sent(app)["result"]
    press(app, "own_table_blank")
    assert scenario_sent(app)["result"] == before
    assert component_data(app, "own_table_proposal")[0]["reading"]["canUse"] is True


def test_the_button_of_the_editor_is_not_that_of_a_proposal() -> None:
    state = state_with(own_tables())
    state.reading = Reading((Source("1", "regio.xlsx", sheets_of_file("regio.xlsx", xlsx_file(own_tables()))),))
    app = section(own_table_state=state)
    assert "Hierboven wacht het voorstel voor regio nog" in said(app)
    assert "niet het voorstel hierboven" in app.button(key="own_table_use").label
    state.reading = None
    app.run()
    assert app.button(key="own_table_use").label == "Gebruik deze tabel"


def test_what_was_assumed_stands_beside_the_table_in_use() -> None:
    state = state_with(own_tables())
    app = press(section(own_table_state=state), "own_table_use")
    assert "Aannames in deze tabel" not in said(app)
    state.assumptions = (asked.ASSUMED,)
    app.run()
    assert "Aannames in deze tabel" in said(app)
    assert asked.ASSUMED in said(app)


def section(**state: Any) -> AppTest:
    """The page with the section open."""
    app = prepared(PAGE)
    app.session_state["own_table_box"] = True
    for key, value in state.items():
        app.session_state[key] = value
    app.run()
    assert not app.exception
    return app


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def state_with(tables: dict[TableKind, CellTable]) -> OwnTableState:
    state = OwnTableState(tables)
    state.restart(tables)
    return state


def test_the_section_is_filled_when_it_is_opened() -> None:
    closed = prepared(PAGE).run()
    assert not component_data(closed, "upload")
    opened = section()
    limits = {"mostBytes": MOST_BYTES, "mostFiles": 2}
    assert component_data(opened, "upload") == [{**limits, "answered": 0, "isRefused": False}]
    words = said(opened)
    assert "wordt bewaard in uw eigen browser, tot u hem daar verwijdert" in words
    assert "De server rekent ermee in zijn werkgeheugen en slaat hem niet op" in words


def test_the_page_computes_with_the_table_of_the_editor_and_goes_back() -> None:
    app = prepared(
        PAGE, **dict(part.split("=") for part in scenario_to_query(preset_scenario(source_plan(), "hoog")).split("&"))
    )
    app.session_state["own_table_box"] = True
    app.session_state["own_table_state"] = state_with(own_tables())
    app.run()
    source_cost = scenario_sent(app)["result"]["cost"]
    press(app, "own_table_use")
    panel, plan = component_data(app, "what_if_panel")[0], component_data(app, "what_if_plan")[0]
    assert panel["plan"] == plan["id"]
    assert plan["years"] == [2025, 2026]
    assert [measure["name"] for measure in plan["measures"]] == ["Maatregel 1", "Maatregel 2", "Maatregel 3"]
    assert plan["ceilings"] == []
    assert address_of(app) == {}
    words = said(app)
    assert "U rekent met een eigen tabel" in words
    assert "Een eigen tabel past niet in een link" in words
    assert "Bron: eigen tabel “ingevuld op deze pagina”" in words
    # Once for a frame on another website, which has no own table.
    assert words.count("plan van aanpak Zuid-Holland Zuid") == words.count(table_in_use.SOURCE) == 1
    press(app, "own_table_back")
    assert scenario_sent(app)["result"]["cost"] == source_cost
    assert component_data(app, "what_if_panel")[0]["plan"] == component_data(app, "what_if_plan")[0]["id"]
    assert "U rekent met een eigen tabel" not in said(app)
    assert "nog niet in gebruik" in said(app)


def test_all_faults_stand_on_the_page_and_the_scenario_stays() -> None:
    app = section(own_table_state=state_with(blank_tables(range(2026, 2030))))
    before = scenario_sent(app)["result"]
    press(app, "own_table_use")
    faults = next(table for table in component_data(app, "table") if table["caption"] == "Wat er niet klopt")
    assert [row[0] for row in faults["rows"]] == [
        "Maatregelen",
        "Kosten per jaar, rij 1, kolom “Jaarkosten (mln €)”, jaar 2026",
    ]
    assert [len(row) for row in faults["rows"]] == [3, 3]
    assert scenario_sent(app)["result"] == before
    assert "2 fouten" in said(app)


def test_buttons_fill_the_editor_and_the_way_back_appears() -> None:
    app = section()
    assert "own_table_put_back" not in {button.key for button in app.button}
    press(app, "own_table_blank")
    state: OwnTableState = app.session_state["own_table_state"]
    assert state.typed[MEASURES].row_count == 0
    press(app, "own_table_put_back")
    assert same_cells(state.typed, SOURCE)


def test_effect_columns_follow_the_years_that_were_typed() -> None:
    state = state_with({**SOURCE, YEARS: blank_tables(range(2020, 2024))[YEARS]})
    press(section(own_table_state=state), "own_table_follow_years")
    assert effect_years(state.typed[MEASURES]) == (2020, 2021, 2022, 2023)
    place = state.typed[MEASURES].headings.index("Effect 2020 hoog (mln €)")
    assert [row[place] for row in state.typed[MEASURES].rows[:3]] == ["8", "8", "4"]


def test_effect_columns_stay_where_no_year_can_be_read() -> None:
    state = state_with({**SOURCE, YEARS: blank_tables([])[YEARS]})
    app = press(section(own_table_state=state), "own_table_follow_years")
    assert effect_years(state.typed[MEASURES]) == (2019, 2020, 2021)
    assert "nog geen jaartal" in said(app)


def test_remarks_stand_beside_a_table_that_is_used() -> None:
    measures, years = own_files(3, 2)
    unmoving = measures.replace(b"1;Maatregel 1;0,5-5;0,5-5", b"1;Maatregel 1;0;0")
    tables = {**tables_of_file(unmoving), **tables_of_file(years)}
    app = press(
        section(own_table_state=state_with({kind: canonical(table) for kind, table in tables.items()})), "own_table_use"
    )
    assert any("maatregel 1" in warning.value for warning in app.warning)


# The whole panel on tables of every size.

SIZES = [(1, 1), (3, 2), (40, 10)]


@pytest.mark.parametrize(("measures", "years"), SIZES)
def test_all_results_of_an_own_table_agree_in_size(measures: int, years: int) -> None:
    scenario = Scenario.default(own_plan(measures, years))
    results, plan = Results(scenario), plan_payload(scenario.plan)
    assert (len(plan["measures"]), len(plan["years"])) == (measures, years)
    panel = scenario_payload(results)
    assert set(panel["now"]) == set(plan["values"])
    assert set(panel["responses"]) <= set(plan["values"])
    assert len(yearly_table(results)) == years
    assert len(measures_table(results, scenario.plan.trajectory.target_index)) == measures
    assert len(waterfall_table(results)) > 3
    assert len(tornado_table(results)) >= measures
    rows = [row for response in panel["responses"].values() for row in response.get("cost", [])]
    assert {len(row) for row in rows} == {years}


def test_the_largest_table_is_sent_in_less_than_half_a_megabyte() -> None:
    scenario = Scenario.default(own_plan(40, 10, high=20.0, start=1000.0))
    assert len(scenario_json(Results(scenario))) < MOST_BYTES / 8
    assert len(json.dumps(plan_payload(scenario.plan))) < MOST_BYTES / 2
