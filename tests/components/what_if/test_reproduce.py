"""Box "Zelf narekenen in Python": the lines of the scenario as it stands, and the file of an own table."""

from __future__ import annotations

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from components.what_if.about import named_file
from components.what_if.reproduce import BOX
from components.what_if.session import WhatIfSession, source_plan
from model.reproduce import command_of, lines_of
from model.what_if import Scenario
from tests.components.opening import prepared, said

SCENARIO = replace(Scenario.default(source_plan()), overlap_share=0.5)


def page_of(*, own_table: str | None = None, opened: bool = True) -> AppTest:
    app = prepared("pages/doorrekening.py")
    app.session_state["what_if_session"] = WhatIfSession(
        SCENARIO, SCENARIO, own_table_name=own_table, is_table_decided=True
    )
    app.session_state[BOX] = opened
    return app.run()


def test_the_box_shows_the_lines_of_the_scenario() -> None:
    assert [item.value for item in page_of().code] == [lines_of(SCENARIO), command_of(SCENARIO)]


def test_nothing_is_made_of_it_before_someone_opens_it() -> None:
    assert len(page_of(opened=False).code) == 0


def test_of_an_own_table_it_names_the_file_that_the_app_saves() -> None:
    app = page_of(own_table="Ons plan")
    file = f"{named_file('eigen-tabel', 'Ons plan')}.xlsx"
    assert f"in die map als `{file}`" in said(app)
    assert [item.value for item in app.code] == [lines_of(SCENARIO, file), command_of(SCENARIO, file)]
