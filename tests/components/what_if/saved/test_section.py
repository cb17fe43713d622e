"""Saved scenarios on the page: what is compared, what is refused, and what a tampered browser can do."""

from __future__ import annotations

import base64
import csv
import io
import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import openpyxl
import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from components.look.table import csv_bytes, xlsx_bytes
from components.look.words import NO_BREAK, amount, unbroken
from components.what_if.answers.amounts import chance_in_file
from components.what_if.saved.comparison import (
    PATH_STYLE,
    SCENARIO_STYLES,
    ComparedLine,
    about_comparison,
    build_comparison_chart,
    comparison_export,
    comparison_in_words,
    comparison_rounding,
    comparison_table,
    ends_of,
    line_in_words,
    scenario_line,
    target_line,
)
from components.what_if.saved.file import MOST_SCENARIOS, TARGET_NAME, write_scenario_file
from components.what_if.saved.section import (
    SavedList,
    SavedScenario,
    judged_entries,
    last_saved,
    line_indices,
    open_last_saved,
    reported_entries,
)
from components.what_if.session import WhatIfSession, link_of, source_plan
from model.notation import shown as on_screen
from model.what_if import (
    Scenario,
    TargetKind,
    fan,
    preset_scenario,
    scenario_figures,
    scenario_from_query,
    scenario_to_query,
    years_together,
)
from tests.components.opening import component_data, opened, prepared, said
from tests.components.what_if.own_table.tables import own_plan

PLAN = source_plan()
NOW = Scenario.default(PLAN)
HIGH = scenario_to_query(preset_scenario(PLAN, "hoog"))
NOTHING = scenario_to_query(preset_scenario(PLAN, "niets"))
ELSEWHERE = "v=1&t=00ff00&u=1"
PAGE = "pages/doorrekening.py"


def page_with(*entries: SavedScenario, asked: dict[str, Any] | None = None) -> AppTest:
    """The page with these scenarios saved, and what the visitor asks of it."""
    app = prepared(PAGE)
    app.session_state["what_if_saved_kept"] = SavedList(entries=entries, asked=asked)
    app.run()
    assert not app.exception
    return app


def saved_data(app: AppTest) -> dict[str, Any]:
    return component_data(app, "what_if_saved")[0]


def answer_to(asked: dict[str, Any], *entries: SavedScenario) -> dict[str, Any]:
    app = page_with(*entries, asked=asked)
    assert [item["query"] for item in saved_data(app)["known"]] == [entry.query for entry in entries]
    answer: dict[str, Any] = saved_data(app)["answer"]
    return answer


def file_of(*entries: SavedScenario) -> str:
    return base64.b64encode(write_scenario_file(entries).encode()).decode()


def lines_of(*entries: SavedScenario) -> list[ComparedLine]:
    return [target_line(NOW), *(scenario_line(entry, place, NOW) for place, entry in enumerate(entries))]


def test_without_saved_scenarios_there_is_neither_chart_nor_table() -> None:
    app = opened(PAGE)
    assert "Bewaarde scenario's" in [heading.value for heading in app.header]
    assert saved_data(app)["known"] == []
    assert not app.get("vega_lite_chart")
    assert component_data(app, "what_if_follower")[0]["hasSaved"] is False


def test_saved_scenarios_stand_in_chart_and_table_beside_the_printed_path() -> None:
    app = page_with(SavedScenario("Alles hoog", HIGH), SavedScenario("Niets", NOTHING))
    (table,) = component_data(app, "table")
    assert [row[0] for row in table["rows"]] == [TARGET_NAME, "Alles hoog", "Niets"]
    assert len(app.get("vega_lite_chart")) == 1
    known = saved_data(app)["known"]
    cost = amount(float(scenario_figures(scenario_from_query(HIGH, PLAN)).yearly_cost_mln_eur[-1]))
    assert known[0]["facts"] == unbroken(
        f"2022: € {cost} mln, € 11,2 mln onder het pad van het plan (€ 100,0 mln), het doel halen: vrijwel zeker. "
        "2019-2022 samen: € 382,9 mln"
    )
    assert [item["closed"] for item in known] == [None, None]
    assert component_data(app, "what_if_follower")[0]["hasSaved"] is True
    assert len(app.get("download_button")) == 2


def test_a_scenario_of_another_table_stays_with_the_reason_and_is_not_compared() -> None:
    app = page_with(SavedScenario("Elders", ELSEWHERE), SavedScenario("Hier", HIGH))
    elsewhere, here = saved_data(app)["known"]
    assert "andere tabel" in elsewhere["closed"]
    assert elsewhere["facts"] == ""
    assert here["closed"] is None
    assert [row[0] for row in component_data(app, "table")[0]["rows"]] == [TARGET_NAME, "Hier"]
    assert json.loads(saved_data(app)["file"]["text"])["scenarios"][0] == {"naam": "Elders", "link": ELSEWHERE}


def test_only_scenarios_of_another_table_give_no_chart_and_nothing_to_go_back_to() -> None:
    app = page_with(SavedScenario("Elders", ELSEWHERE))
    assert not app.get("vega_lite_chart")
    assert component_data(app, "what_if_follower")[0]["hasSaved"] is False


def test_a_distance_that_cost_and_target_do_not_leave_is_named() -> None:
    lines = lines_of(SavedScenario("Niets", NOTHING))
    assert comparison_rounding(lines, Scenario.default(PLAN)) == ""
    finer = replace(Scenario.default(PLAN), target=TargetKind.OWN, own_target_mln_eur=100.04)
    assert comparison_rounding([lines[0], replace(lines[1], distance_mln_eur=14.6)], finer).endswith("bij: Niets.")


def test_table_chart_and_words_give_the_figures_of_the_model() -> None:
    entries = (SavedScenario("Alles hoog", HIGH), SavedScenario("Niets", NOTHING))
    lines = lines_of(*entries)
    table = comparison_table(lines, PLAN).set_index("Scenario")
    assert table.loc[TARGET_NAME, ["2019", "2020", "2021", "2022"]].tolist() == [114.7, 109.7, 104.7, 100.0]
    assert table.loc[TARGET_NAME, "Verschil met het doel"] == 0.0
    assert table["2019-2022 samen"].tolist() == [429.1, 382.9, 458.8]
    assert table["Kans (%)"].isna().tolist() == [True, False, False]
    for entry in entries:
        scenario = scenario_from_query(entry.query, PLAN)
        costs = [on_screen(float(cost)) for cost in scenario_figures(scenario).yearly_cost_mln_eur]
        assert table.loc[entry.name, ["2019", "2020", "2021", "2022"]].tolist() == costs
        assert table.loc[entry.name, "Verschil met het doel"] == pytest.approx(costs[-1] - 100.0, abs=0.051)
        assert table.loc[entry.name, "Kans (%)"] == chance_in_file(fan(scenario).chance_share)
        assert f"{entry.name} {amount(costs[-1])}" in comparison_in_words(lines, PLAN)
    drawn = build_comparison_chart(lines, 1).to_dict()
    rows = drawn["layer"][0]["data"]["values"]
    shown = {(row["Scenario"], str(row["Jaar"])): row["Jaarkosten"] for row in rows}
    assert shown == {(name, year): table.loc[name, year] for name in table.index for year in table.columns[:4]}


def test_years_together_are_those_of_the_table_and_unknown_where_the_target_has_no_path() -> None:
    own = Scenario.default(own_plan(3, 5))
    saved = SavedScenario("A", scenario_to_query(own))
    table = comparison_table([target_line(own), scenario_line(saved, 0, own)], own.plan).set_index("Scenario")
    first, last = own.plan.years[0], own.plan.years[-1]
    assert table.loc["A", f"{first}-{last} samen"] == on_screen(
        years_together(own).yearly_cost_mln_eur, own.plan.decimals
    )
    assert f"{first}-{last} samen: " in line_in_words(scenario_line(saved, 0, own), own)
    goal = replace(NOW, target=TargetKind.OWN, own_target_mln_eur=97.5)
    assert target_line(goal).together_mln_eur is None
    assert "onder uw eigen doel (€ 97,5 mln)" in line_in_words(
        scenario_line(SavedScenario("B", HIGH), 0, goal), goal
    ).replace(NO_BREAK, " ")
    single = Scenario.default(own_plan(2, 1))
    line = scenario_line(SavedScenario("C", scenario_to_query(single)), 0, single)
    assert "samen" not in line_in_words(line, single)
    assert not [name for name in comparison_table([line], single.plan).columns if "samen" in name]


def test_the_chart_leaves_room_for_names_only_where_they_stand() -> None:
    drawn = build_comparison_chart(lines_of(SavedScenario("Alles hoog", HIGH)), 1).to_dict()
    *_, named = drawn["layer"]
    (only,) = named["transform"]
    for layer in drawn["layer"]:
        low, high = layer["encoding"]["x"]["scale"]["domain"]
        assert low == 2018.75
        assert only["filter"] in high["expr"]
        assert high["expr"].endswith(", 0.25)")


def test_a_note_goes_with_its_scenario_to_the_browser_the_file_and_the_downloads() -> None:
    noted = SavedScenario("Alles hoog", HIGH, note="=voor het <b>college</b>\ntweede regel")
    app = page_with(noted, SavedScenario("Niets", NOTHING))
    assert [item["note"] for item in saved_data(app)["known"]] == [noted.note, ""]
    listed = json.loads(saved_data(app)["file"]["text"])["scenarios"]
    assert listed[0] == {"naam": "Alles hoog", "link": HIGH, "notitie": noted.note}
    assert set(listed[1]) == {"naam", "link"}
    answer = answer_to({"name": "upload", "value": file_of(noted)})
    assert answer["add"] == [{"name": "Alles hoog", "query": HIGH, "note": noted.note}]
    about = about_comparison([noted], WhatIfSession(NOW, NOW), "")
    assert ("Notitie bij Alles hoog", noted.note) in about
    text = csv_bytes(comparison_export(lines_of(noted), NOW), "bron", about).decode("utf-8-sig")
    assert "\n=voor" not in text
    assert ";=voor" not in text


def test_a_scenario_of_the_source_has_a_link_and_one_of_another_table_has_none() -> None:
    app = page_with(SavedScenario("Hier", HIGH), SavedScenario("Elders", ELSEWHERE))
    assert [item["hasLink"] for item in saved_data(app)["known"]] == [True, False]


def test_lines_differ_in_dash_and_symbol_in_the_order_of_the_list() -> None:
    entries = [SavedScenario(f"S{place}", HIGH) for place in range(MOST_SCENARIOS)]
    drawn = build_comparison_chart(lines_of(*entries), 1).to_dict()
    line, point, _ = (layer["encoding"] for layer in drawn["layer"])
    for channel in (line["color"], line["strokeDash"], point["shape"]):
        assert channel["scale"]["domain"] == [TARGET_NAME, *(entry.name for entry in entries)]
        styles = [json.dumps(style) for style in channel["scale"]["range"]]
        assert len(set(styles)) == MOST_SCENARIOS + 1
    assert line["color"]["scale"]["range"] == [style.colour for style in (PATH_STYLE, *SCENARIO_STYLES)]


def test_each_line_is_named_at_its_end_and_no_name_lies_over_another() -> None:
    entries = [SavedScenario(f"S{place}", HIGH) for place in range(3)]
    lines = lines_of(*entries, SavedScenario("Niets", NOTHING))
    ends = ends_of(lines)
    assert {end["Scenario"] for end in ends} == {line.name for line in lines}
    assert {end["Jaar"] for end in ends} == {2022}
    places = [end["Plaats"] for end in ends]
    assert places[0] == 114.7
    assert all(upper - lower >= 0.5 for upper, lower in pairwise(places)), places
    drawn = build_comparison_chart(lines, 1).to_dict()
    assert drawn["layer"][2]["mark"]["type"] == "text"


def test_a_scenario_that_goes_leaves_the_others_their_lines() -> None:
    first, second, third = (SavedScenario(name, HIGH, style) for name, style in (("A", 0), ("B", 1), ("C", 2)))
    assert line_indices([first, second, third]) == [0, 1, 2]
    assert line_indices([first, third]) == [0, 2]
    assert line_indices([first, third, SavedScenario("D", HIGH)]) == [0, 2, 1]
    # A list of before lines were kept, one of a line twice, and what no browser of this app sends.
    assert line_indices([SavedScenario("A", HIGH), SavedScenario("B", HIGH)]) == [0, 1]
    assert line_indices([first, SavedScenario("B", HIGH, 0), SavedScenario("C", HIGH, 99)]) == [0, 1, 2]
    many = [SavedScenario(f"S{place}", HIGH) for place in range(6)]
    assert line_indices([*many, SavedScenario("too many", HIGH, 2)])[:6] == [0, 1, 2, 3, 4, 5]
    app = page_with(first, third)
    assert [entry["style"] for entry in component_data(app, "what_if_saved")[0]["known"]] == [0, 2]


def test_exports_read_back() -> None:
    table = comparison_export(lines_of(SavedScenario("Alles hoog", HIGH)), NOW)
    head, path, high = csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig")), delimiter=";")
    assert head[1] == "Jaarkosten 2019 (mln €)"
    assert head[-2:] == ["Verschil met 100,0 in 2022 (mln €)", "Kans op 100,0 in 2022 (%)"]
    assert head[5] == "Jaarkosten 2019-2022 samen (mln €)"
    assert path == [TARGET_NAME, "114,7", "109,7", "104,7", "100,0", "429,1", "0,0", ""]
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(table, "bron")))["Gegevens"]
    assert [cell.value for cell in sheet[3]][1:5] == [float(text.replace(",", ".")) for text in high[1:5]]


def test_what_is_asked_in_the_same_moment_as_a_step_is_answered_after_it() -> None:
    # The browser runs one fragment for both; where that is the panel's, the panel asks for the other.
    assert component_data(page_with(), "what_if_panel")[0]["follows"] is False
    app = page_with(asked={"name": "save", "value": "Mijn voorstel"})
    assert component_data(app, "what_if_panel")[0]["follows"] is True


def test_saving_takes_what_the_panel_shows() -> None:
    app = prepared(PAGE, **dict(part.split("=") for part in HIGH.split("&")))
    app.session_state["what_if_saved_kept"] = SavedList(asked={"name": "save", "value": "  Mijn   voorstel "})
    app.run()
    answer = saved_data(app)["answer"]
    assert answer["add"] == [{"name": "Mijn voorstel", "query": HIGH}]
    assert answer["words"] == ["“Mijn voorstel” is bewaard."]
    assert component_data(app, "what_if_panel")[0]["query"] == HIGH


@pytest.mark.parametrize(
    ("name", "entries", "reason"),
    [
        ("", [], "heeft een naam nodig"),
        ("=1+1", [], "formule"),
        ("a\u202eb", [], "niet te zien"),
        (TARGET_NAME, [], "waarmee u vergelijkt"),
        ("s1", ["S1"], "staat al in de lijst"),
        ("Nieuw", [f"S{place}" for place in range(6)], "De lijst is vol"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_nothing_is_lost(name: str, entries: list[str], reason: str) -> None:
    answer = answer_to({"name": "save", "value": name}, *(SavedScenario(entry, HIGH) for entry in entries))
    assert answer["fault"] is True
    assert "add" not in answer
    assert reason in answer["words"][0]
    assert answer["words"][-1] == "De lijst is niet veranderd."


def test_an_upload_adds_what_is_new() -> None:
    a, b = SavedScenario("A", HIGH), SavedScenario("B", NOTHING)
    answer = answer_to({"name": "upload", "value": file_of(a, b)}, a)
    assert answer["add"] == [{"name": "B", "query": NOTHING}]
    assert "“B”" in answer["words"][0]
    again = answer_to({"name": "upload", "value": file_of(a)}, a)
    assert again["add"] == []
    assert "stond al in de lijst" in again["words"][0]


@pytest.mark.parametrize(
    "content",
    ["", "%%%", "é", base64.b64encode(b"{").decode(), base64.b64encode(b"x" * 1_500_000).decode()],
    ids=["empty", "no base64", "no ascii", "no json", "too large"],
)
def test_a_bad_upload_is_refused_and_nothing_is_lost(content: str) -> None:
    answer = answer_to({"name": "upload", "value": content}, SavedScenario("A", HIGH))
    assert answer["fault"] is True
    assert "add" not in answer
    assert answer["words"][-1] == "De lijst is niet veranderd."


@pytest.mark.parametrize(
    "asked",
    [{"name": "save"}, {"name": "save", "value": 7}, {"name": "upload", "value": None}, {"name": "oeps"}, {"value": 1}],
)
def test_a_question_that_the_app_never_asks_changes_nothing(asked: dict[str, Any]) -> None:
    assert set(answer_to(asked, SavedScenario("A", HIGH))) == {"id"}


@pytest.mark.parametrize(
    "report",
    [
        None,
        [],
        {},
        {"entries": "x"},
        {"entries": ["x"]},
        {"entries": [{"name": "a"}]},
        {"entries": [{"name": 1, "query": "v=1"}]},
        {"entries": [{"name": "a\ud800", "query": "v=1"}]},
        {"entries": [{"name": "a", "query": "v=1", "note": 7}]},
        {"entries": [{"name": "a", "query": "v=1", "note": "x" * 6_000}]},
        {"entries": [{"name": "a", "query": "x" * 6_000}]},
        {"entries": [{"name": str(at), "query": "v=1"} for at in range(51)]},
    ],
)
def test_a_report_that_no_browser_of_this_app_sends_is_dropped(report: object) -> None:
    assert reported_entries(report) is None


def test_a_tampered_list_is_shown_with_reasons() -> None:
    report = {
        "entries": [
            {"name": "Goed", "query": HIGH},
            {"name": "goed", "query": NOTHING},
            {"name": "=1+1", "query": HIGH},
            {"name": "Kapot", "query": "v=1&t=<script>"},
            {"name": "Niets", "query": ""},
            {"name": "Rijk", "query": f"v=1&t={PLAN.fingerprint}&g=99"},
            {"name": "Zevende", "query": HIGH},
        ]
    }
    entries = reported_entries(report)
    assert entries is not None
    reasons = [item.closed for item in judged_entries(entries, PLAN)]
    assert reasons[0] is None
    for reason, words in zip(
        reasons[1:],
        ["staat al in de lijst", "formule", "andere cijfers", "niet volledig", "10", "Er passen 6"],
        strict=True,
    ):
        assert words in str(reason)
    app = page_with(*entries)
    assert [row[0] for row in component_data(app, "table")[0]["rows"]] == [TARGET_NAME, "Goed"]
    assert "Traceback" not in said(app)


def test_the_last_saved_that_opens_is_one_step_back_to(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = SavedList(
        (SavedScenario("Eerste", NOTHING), SavedScenario("Tweede", HIGH), SavedScenario("Elders", ELSEWHERE))
    )
    monkeypatch.setattr(streamlit, "session_state", {"what_if_saved_kept": kept})
    start = Scenario.default(PLAN)
    session = WhatIfSession(start, start)
    assert last_saved(PLAN) == SavedScenario("Tweede", HIGH)
    open_last_saved(session)
    assert "&".join(f"{key}={text}" for key, text in link_of(session).items()) == HIGH
    session.undo()
    assert session.scenario == start


def test_without_a_saved_scenario_nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamlit, "session_state", {})
    start = preset_scenario(PLAN, "laag")
    session = WhatIfSession(start, start)
    open_last_saved(session)
    assert session.scenario == start
    assert "nog geen scenario bewaard" in str(session.message)
