"""Zuid-Holland Zuid on Achtergrond, opened by links: what it says, and its figures against the CSV."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.background.documents import DOCUMENTS
from components.background.zhz import scale_words
from components.background.zhz.dilemmas.chart import build_positions_chart
from components.background.zhz.facts import events_table
from components.background.zhz.planning import planning_table
from components.background.zhz.scenarios import GROWTH_FACTS
from model.background.zhz.positions import Positions, positions_to_link
from model.dataset.reading import read_table
from tests.components.opening import address_of, component_data, opened, said, said_on_demand
from tests.data.shipped import CSV, csv_rows

PAGE = "pages/achtergrond.py"
FRAMEWORK, PLAN = "002_c88637e19d10946d.txt", "004_8c4e7f4e4fb86d9c.txt"
HOSTILE = "<b>x</b>[y](http://kwaad.example)"
CELLS = csv_rows(CSV / "framework_scales.csv")
DILEMMAS = csv_rows(CSV / "dilemmas.csv")
ARGUMENTS = csv_rows(CSV / "dilemma_arguments.csv")
ACTIVITIES = csv_rows(CSV / "activities.csv")
FACTS = [row for row in csv_rows(CSV / "facts.csv") if row["source_file"] in (FRAMEWORK, PLAN)]
EVENTS = [row for row in csv_rows(CSV / "events.csv") if row["source_file"] in (FRAMEWORK, PLAN)]
FILLED = Positions((100, 30, 50, None, 65, 0, None, 60))
LINK = str(positions_to_link(FILLED))


def part(deel: str, **query: str) -> AppTest:
    app = opened(PAGE, document="zhz", deel=deel, **query)
    assert not app.exception
    assert not app.error
    return app


def tables(app: AppTest) -> dict[str, dict[str, Any]]:
    return {data["caption"]: data for data in component_data(app, "table")}


def by_column(table: dict[str, Any]) -> list[dict[str, Any]]:
    names = [column["name"] for column in table["columns"]]
    return [dict(zip(names, row, strict=True)) for row in table["rows"]]


def told(app: AppTest) -> str:
    """What the page says, without the backslashes that keep a sign from acting in Markdown."""
    return said(app).replace("\\", "")


# The document and its links


@pytest.mark.parametrize("deel", DOCUMENTS["zhz"].parts)
def test_every_part_opens_by_its_link(deel: str) -> None:
    app = part(deel, regio="JZ31")
    assert address_of(app) == {"document": "zhz", "deel": deel, "regio": "JZ31"}
    assert app.header
    assert tables(app), "every part has its figures as a table too"


@pytest.mark.parametrize(
    ("deel", "key"),
    [("schaaltabel", "rij"), ("schaaltabel", "uitkomst"), ("dilemmas", "d"), ("dilemmas", "s"), ("planning", "partij"),
     ("feiten", "stuk"), ("feiten", "onderwerp"), ("feiten", "zekerheid")],
)  # fmt: skip
def test_rubbish_in_a_link_is_said_and_the_rest_works(deel: str, key: str) -> None:
    assert key in DOCUMENTS["zhz"].parts[deel].parameters
    app = part(deel, **{key: HOSTILE})
    assert any(f"`{HOSTILE}`" in warning.value for warning in app.warning), "as code, where nothing in it acts"
    assert HOSTILE not in told(app).replace(f"`{HOSTILE}`", "")
    assert tables(app)


# Schaaltabel


def test_scale_table_counts_what_is_certain_and_says_what_is_lost() -> None:
    app = part("schaaltabel")
    counts = {basis: sum(row["column_basis"] == basis for row in CELLS) for basis in ("zeker", "afgeleid", "onbekend")}
    (note,) = [info.value for info in app.info]
    assert f"Van de {len(CELLS)} cellen" in note
    assert f"**{counts['zeker']} vast**" in note
    assert f"**{counts['afgeleid']} is de kolom afgeleid**" in note
    assert f"**{counts['onbekend']} is zij onbekend**" in note
    assert "is daardoor onbekend" in note


def test_drawn_table_has_every_cell_with_its_column_roles_and_certainty() -> None:
    (data,) = component_data(part("schaaltabel"), "zhz_scales")
    assert data["columns"] == ["Lokaal", "Subregionaal", "Regionaal", "Bovenregionaal", "Kolom onbekend"]
    for row in data["rows"]:
        unplaced = any(cell["column"] == 4 for cell in row["cells"])
        assert bool(row["open"]) == unplaced, "where a cell may stand, the table may not say that there is nothing"
        assert not {cell["column"] for cell in row["cells"]} & set(row["open"])
    letters = {"uitvoering": "U", "inkoop": "I", "beleid": "B", "voorwaardenstellend_beleid": "VB"}
    drawn = [
        (
            row["name"],
            data["columns"][cell["column"]].lower(),
            [pair[0] for pair in cell["letters"]],
            cell["basis"],
            cell["escape"],
        )
        for row in data["rows"]
        for cell in row["cells"]
    ]
    assert drawn == [
        (
            row["name"],
            row["scale"] or "kolom onbekend",
            [letters[role] for role in row["roles"].split(";")],
            row["column_basis"],
            row["escape"],
        )
        for row in CELLS
    ]


def test_a_task_is_explained_with_reasons_lines_and_the_cells_of_the_inventory() -> None:
    app = part("schaaltabel", rij="residentieel")
    text = told(app)
    for row in CELLS:
        if row["framework_task_code"] == "residentieel":
            assert row["column_reason"] in text
            assert re.search(rf"\b{row['line_from']}\b", said_on_demand(app))
    (choice,) = [
        row
        for row in csv_rows(CSV / "scale_choices.csv")
        if (row["region_code"], row["task_code"]) == ("JZ31", "residentieel")
    ]
    assert choice["level_text"] in text
    assert "Inventarisatie 2013, profiel 32 Zuid-Holland Zuid, tabel schaalkeuzes, rij Residentieel" in text
    assert f"{choice['line_from']}-{choice['line_to']}" in said_on_demand(app)
    assert "eigen koppeling" in text


def test_comparison_can_be_narrowed_to_one_outcome() -> None:
    everything = by_column(tables(part("schaaltabel"))["Schaaltabel en inventarisatie per taak"])
    assert len(everything) == 11
    for code, words in scale_words.OUTCOME_WORDS.items():
        wanted = [row["Taak"] for row in everything if row["Uitkomst"].endswith(words)]
        app = part("schaaltabel", uitkomst=code)
        assert f"**{words}: {len(wanted)}**" in told(app)
        shown = tables(app).get("Schaaltabel en inventarisatie per taak", {"columns": [], "rows": []})
        assert [row["Taak"] for row in by_column(shown)] == wanted


# Dilemma's


def test_positions_of_a_link_stand_beside_the_choice() -> None:
    app = part("dilemmas", s=LINK, d="3")
    assert app.slider[0].value == 50
    rows = by_column(tables(app)["Uw standpunt naast de keuze van 2013"])
    assert [row["Uw standpunt (0-100)"] for row in rows] == [
        "geen standpunt" if value is None else str(value) for value in FILLED.values
    ]
    for row, value, dilemma in zip(rows, FILLED.values, DILEMMAS, strict=True):
        side = None if value is None else 0 if value < 40 else 2 if value > 60 else 1
        choice = ["left", "between", "right"].index(dilemma["chosen_pole"])
        words = ["gelijk aan de keuze", "een stap naast de keuze", "tegenover de keuze"]
        assert row["Verschil"][2:] == ("nog geen standpunt" if side is None else words[abs(side - choice)])
        assert row["Gekozen richting"] == dilemma["chosen_direction"]


def test_slider_sets_one_position_and_the_address_follows() -> None:
    app = part("dilemmas", s=LINK, d="4")
    assert "nog niet ingevuld" in app.slider[0].label
    app.slider[0].set_value(85).run()
    assert address_of(app)["s"] == positions_to_link(FILLED.with_position(3, 85))
    assert app.slider[0].value == 85
    assert "Uw standpunt is" in told(app)


def test_the_middle_can_be_taken_and_positions_cleared() -> None:
    app = part("dilemmas")
    next(button for button in app.button if button.label == "Precies in het midden").click().run()
    assert address_of(app)["s"] == positions_to_link(Positions().with_position(0, 50))
    next(button for button in app.button if button.label == "Wis dit standpunt").click().run()
    assert "s" not in address_of(app)


def test_next_and_previous_walk_through_the_eight() -> None:
    app = part("dilemmas")
    for code in "2345678":
        next(button for button in app.button if button.label == "Volgende").click().run()
        assert address_of(app)["d"] == code
    assert next(button for button in app.button if button.label == "Volgende").disabled
    next(button for button in app.button if button.label == "Vorige").click().run()
    assert address_of(app)["d"] == "7"


def test_damaged_link_is_refused_and_nothing_is_filled_in() -> None:
    damaged = LINK[:-1] + ("0" if LINK[-1] != "0" else "1")
    app = part("dilemmas", s=damaged)
    assert "beschadigd" in app.warning[0].value
    rows = by_column(tables(app)["Uw standpunt naast de keuze van 2013"])
    assert {row["Uw standpunt (0-100)"] for row in rows} == {"geen standpunt"}
    app.slider[0].set_value(10).run()
    assert address_of(app)["s"] == positions_to_link(Positions().with_position(0, 10))
    assert not app.warning


@pytest.mark.parametrize("dilemma", DILEMMAS, ids=lambda row: row["dilemma_code"])
def test_arguments_of_each_dilemma_have_their_lines(dilemma: dict[str, str]) -> None:
    app = part("dilemmas", d=dilemma["dilemma_code"])
    text = told(app)
    assert dilemma["chosen_direction"] in text
    for row in ARGUMENTS:
        if row["dilemma_code"] == dilemma["dilemma_code"]:
            span = row["line_from"] if row["line_from"] == row["line_to"] else f"{row['line_from']}-{row['line_to']}"
            assert row["argument"] in text
            assert re.search(rf"\b{span}\b", said_on_demand(app))
    assert f"Sturingskader Zuid-Holland Zuid 2013, dilemma {dilemma['dilemma_code']}, " in text


def test_chart_shows_a_zone_for_each_choice_and_a_mark_only_for_what_was_taken() -> None:
    spec = build_positions_chart(read_table("dilemmas"), FILLED).to_dict()
    data = [rows for rows in spec["datasets"].values()]
    assert sorted(len(rows) for rows in data) == [FILLED.taken, len(DILEMMAS)]
    marks = min(data, key=len)
    assert [row["position"] for row in marks] == [value for value in FILLED.values if value is not None]


# Planning


def test_planning_has_a_cross_for_each_quarter_of_the_csv() -> None:
    table = planning_table(read_table("activities"))
    assert len(table) == len(ACTIVITIES)
    for shown, row in zip(table.to_dict("records"), ACTIVITIES, strict=True):
        crossed = {f"{name[3:]}-Q{name[1]}" for name, cell in shown.items() if cell == "×"}
        assert crossed == set(filter(None, row["quarters"].split(";")))
        assert (shown["Opmerking"] == "geen kwartaal aangekruist") == (not row["quarters"])
        assert shown["Regel van"] == int(row["line_from"])
        assert shown["Vindplaats"].startswith("Plan van aanpak Zuid-Holland Zuid 2019, hoofdstuk 6 Tijdschema")


@pytest.mark.parametrize("party", dict.fromkeys(row["party"] for row in ACTIVITIES))
def test_planning_narrows_to_a_party(party: str) -> None:
    app = part("planning", partij=party.lower().replace(" ", "-"))
    rows = by_column(tables(app)["Activiteiten per partij en kwartaal"])
    assert {row["Partij"] for row in rows} == {party}
    assert len(rows) == sum(row["party"] == party for row in ACTIVITIES)
    assert len(app.get("vega_lite_chart") + app.get("arrow_vega_lite_chart")) == 1


# Wie doet wat, Scenario's, Feiten


def test_bodies_stand_under_their_tier() -> None:
    rows = csv_rows(CSV / "governance_bodies.csv")
    text = told(part("wie-doet-wat"))
    for row in rows:
        assert f"**{row['body']}**" in text
        assert row["duty"] in text


def test_scenarios_show_ceiling_verdict_and_lines() -> None:
    app = part("scenarios", regio="JZ31")
    text = told(app)
    for row in csv_rows(CSV / "ceilings.csv"):
        assert f"€ {float(row['ceiling_mln_eur']):.1f} mln".replace(".", ",") in text
        assert row["ceiling_origin"] in text
        assert f"Oordeel van het plan: {row['verdict']}" in text
        assert f"Regels {row['line_from']}-{row['line_to']} van de teksteditie" in said_on_demand(app)
        assert f", scenario {row['scenario']}." in text
    links = {link.proto.label: link.proto for link in app.get("page_link")}
    onward = links["Reken zelf door wat de maatregelen met de kosten doen"]
    assert "doorrekening" in onward.page
    assert onward.query_string == "regio=JZ31"


def test_growth_facts_exist_and_have_their_lines() -> None:
    app = part("scenarios")
    text = told(app)
    by_code = {row["fact_code"]: row for row in FACTS}
    for code in GROWTH_FACTS:
        assert by_code[code]["fact"] in text
        assert re.search(rf"Regels? {by_code[code]['line_from']}\b", said_on_demand(app))


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ({}, lambda row: True),
        ({"stuk": "2013"}, lambda row: row["source_file"] == FRAMEWORK),
        (
            {"stuk": "2019", "onderwerp": "jeugdteams"},
            lambda row: row["source_file"] == PLAN and row["topic"] == "Jeugdteams",
        ),
        ({"zekerheid": "schatting"}, lambda row: row["certainty"] == "schatting"),
    ],
)
def test_facts_narrow_as_asked(query: dict[str, str], kept: Any) -> None:
    app = part("feiten", **query)
    wanted = [row for row in FACTS if kept(row)]
    assert wanted
    rows = by_column(tables(app)[f"Feiten: {len(wanted)} van de {len(FACTS)}"])
    assert [row["Feit"] for row in rows] == [row["fact"] for row in wanted]
    for shown, row in zip(rows, wanted, strict=True):
        assert shown["Regel van"] == int(row["line_from"])
        assert "2013, " in shown["Vindplaats"] if row["source_file"] == FRAMEWORK else "2019, " in shown["Vindplaats"]
        assert (shown["Waarde"] == "geen getal") == (not row["value"])
        if row["value"]:
            assert f"{float(row['value']):g}".replace(".", ",") in shown["Waarde"]


def test_a_choice_without_facts_says_so() -> None:
    app = part("feiten", stuk="2013", onderwerp="waalre")
    assert "Geen feit past bij deze keuze" in told(app)


def test_dates_are_those_of_the_csv_and_an_unknown_one_reads_so() -> None:
    events = read_table("events")
    table = events_table(events[events["source_file"].isin([FRAMEWORK, PLAN])])
    assert sorted(table["Gebeurtenis"]) == sorted(row["event"] for row in EVENTS)
    undated = [row["event"] for row in EVENTS if not row["date_from"] and not row["date_to"]]
    assert sorted(table.loc[table["Jaar"] == "onbekend", "Gebeurtenis"]) == sorted(undated)
    assert not (table == "").any(axis=None)
    assert isinstance(table, pd.DataFrame)
