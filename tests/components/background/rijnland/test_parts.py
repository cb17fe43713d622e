"""Achtergrond, Holland Rijnland, opened by links: what each part says, against the CSV files and against own sums."""

from __future__ import annotations

import pytest

from components.background.documents import DOCUMENTS
from components.background.rijnland import volumes
from components.background.rijnland.team_norm import build_norm_chart
from model.background.rijnland.team_norm import TeamNorm, team_need
from tests.components.background.rijnland.rijnland_parts import dutch, part, table
from tests.components.opening import address_of, component_data, said
from tests.data.shipped import CSV, csv_rows

FILE = "003_e02f042df02c65ea.txt"
HOSTILE = "<script>alert(1)</script>"
VOLUMES = csv_rows(CSV / "care_volumes.csv")
STEERING = csv_rows(CSV / "steering_scales.csv")
INTENTIONS = csv_rows(CSV / "intentions.csv")
EVENTS = [row for row in csv_rows(CSV / "events.csv") if row["source_file"] == FILE]
FACTS = [row for row in csv_rows(CSV / "facts.csv") if row["source_file"] == FILE]
PARTS = ("aantallen", "sturing", "solidariteit", "teamnorm", "besluiten", "lijsten", "feiten")


@pytest.mark.parametrize("name", PARTS)
def test_every_part_opens_by_its_link_without_a_fault(name: str) -> None:
    app = part(name)
    assert not app.exception
    assert not app.error
    assert address_of(app) == {"document": "rijnland", "deel": name}
    assert "Bron: regionaal beleidsplan jeugdhulp Holland Rijnland" in said(app)


def test_every_chart_has_words_and_every_part_a_table() -> None:
    for name in PARTS:
        app = part(name)
        for chart in app.get("vega_lite_chart"):
            assert len(chart.proto.alt) > 30, name
        assert component_data(app, "table"), name


@pytest.mark.parametrize(
    ("name", "key"),
    [
        (name, key)
        for name, entry in DOCUMENTS["rijnland"].parts.items()
        for key in entry.parameters
        if key != "inwoners"
    ],
)
def test_rubbish_in_the_link_is_said_and_the_rest_works(name: str, key: str) -> None:
    app = part(name, **{key: HOSTILE})
    assert not app.exception
    assert any("link" in warning.value for warning in app.warning)
    assert component_data(app, "table")
    for element in app.markdown:
        assert "<script>" not in element.value.replace(f"`{HOSTILE}`", "")


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("aantallen", {"tabel": "1.3"}),
        ("sturing", {"stuk": "S_amhk", "grond": "nabijheid"}),
        ("teamnorm", {"inwoners": "41.000"}),
        ("besluiten", {"hoofdstuk": "7", "soort": "open", "termijn": "zonder"}),
        ("feiten", {"onderwerp": "onderwijs", "zekerheid": "besluit"}),
        ("solidariteit", {"meet": "verschil", "klap": "1-2-7"}),
    ],
)
def test_a_deep_link_stays_as_it_was(name: str, query: dict[str, str]) -> None:
    app = part(name, **query)
    assert not app.exception
    assert not [warning.value for warning in app.warning if "link" in warning.value]
    assert address_of(app) == {"document": "rijnland", "deel": name, **query}


# Aantallen


def test_volumes_are_those_of_the_csv_with_year_and_certainty() -> None:
    shown = table(part("aantallen"), "Aantallen in Holland Rijnland")
    assert [(row["Hulp"], row["Aantal"], row["Jaar"], row["Zekerheid"], row["Tabel"]) for row in shown] == [
        (row["care_type"], dutch(row["count"]), int(row["year"]), row["certainty"], row["table_number"])
        for row in VOLUMES
    ]
    assert {row["Leeftijd"] for row in shown if row["Tabel"] != "1.2"} == {"onbekend"}


def test_volume_chart_has_a_mark_per_count_open_where_it_is_an_estimate() -> None:
    spec = volumes.build_volume_chart(volumes.rated_volumes()).to_dict()
    bars = [layer for layer in spec["layer"] if layer["mark"]["type"] == "bar"]
    filled = {layer["mark"]["fillOpacity"]: len(spec["datasets"][layer["data"]["name"]]) for layer in bars}
    estimates = sum(row["certainty"] == "schatting" for row in VOLUMES)
    assert filled == {0.12: estimates, 1.0: len(VOLUMES) - estimates}
    assert spec["layer"][0]["mark"]["strokeDash"] != spec["layer"][1]["mark"]["strokeDash"]


def test_one_table_shows_only_its_own_counts() -> None:
    shown = table(part("aantallen", tabel="1.7"), "Aantallen in Holland Rijnland")
    assert [row["Aantal"] for row in shown] == ["1.617", "955"]


def test_no_rate_is_shown_and_every_table_says_why() -> None:
    app = part("aantallen")
    shown = table(app, "Waarom er geen aantal per inwoner staat")
    assert [row["Tabel"].split()[0] for row in shown] == sorted({row["table_number"] for row in VOLUMES})
    assert "per 1.000 inwoners van" not in said(app)


# Sturing


def test_steering_has_both_scales_and_unknown_is_said() -> None:
    shown = {row["Onderdeel"]: row for row in table(part("sturing"), "Schaal van sturing en uitvoering")}
    assert len(shown) == len(STEERING)
    for row in STEERING:
        for heading, column in (("Sturing", "steering_levels"), ("Uitvoering", "execution_levels")):
            assert shown[row["name"]][heading] == (row[column].replace(";", " en ") or "onbekend")
        assert shown[row["name"]]["Zekerheid"] == row["confidence"]
        assert shown[row["name"]]["Regel van"] == int(row["line_from"])
        assert shown[row["name"]]["Vindplaats"].startswith("Beleidsplan Holland Rijnland 2013, ")


def test_ground_leaves_the_parts_that_name_it() -> None:
    shown = table(part("sturing", grond="expertise"), "Schaal van sturing en uitvoering")
    assert [row["Onderdeel"] for row in shown] == [
        row["name"] for row in STEERING if "expertise" in row["criteria_tags"].split(";")
    ]


def test_comparison_counts_are_those_of_its_table() -> None:
    app = part("sturing")
    shown = table(app, "Het plan naast de inventarisatie van juni 2013")
    for scale in ("Sturing", "Uitvoering"):
        counts = [
            sum(row[scale].startswith(word) for row in shown) for word in ("gelijk", "anders", "niet te vergelijken")
        ]
        assert sum(counts) == len(shown)
        assert (
            f"**{scale}**: {counts[0]} keer gelijk, {counts[1]} keer anders, {counts[2]} keer niet te vergelijken"
            in said(app)
        )


def test_lost_figure_is_said() -> None:
    assert "verloren gegaan" in said(part("sturing"))


# Teamnorm


@pytest.mark.parametrize(
    ("typed", "teams", "workers"),
    [
        ("520000", "26", "208 tot 312"),
        ("520.001", "27", "216 tot 324"),
        ("1", "1", "8 tot 12"),
        ("41.000", "3", "24 tot 36"),
    ],
)
def test_teams_of_a_typed_number(typed: str, teams: str, workers: str) -> None:
    app = part("teamnorm", inwoners=typed)
    assert [metric.value for metric in app.metric][:2] == [teams, workers]
    assert app.text_input[0].value == typed


@pytest.mark.parametrize("typed", ["veel", "-1", "0", "1,5", "NaN", "1.5", "=1+1", "9" * 20, HOSTILE[:20]])
def test_an_impossible_number_is_refused_and_stays(typed: str) -> None:
    app = part("teamnorm", inwoners=typed)
    assert not app.exception
    assert len(app.error) == 1
    assert app.text_input[0].value == typed
    assert not app.metric


def test_field_names_my_region_and_a_typed_number_goes_to_the_address() -> None:
    app = part("teamnorm", regio="JZ31")
    assert app.text_input[0].label == "Inwoners van Zuid-Holland Zuid"
    assert "nog niets ingevuld" in said(app)
    app.text_input[0].set_value("100.000").run()
    assert address_of(app)["inwoners"] == "100.000"
    assert app.metric[0].value == "5"


def test_check_with_the_plan_is_said() -> None:
    assert "Bij ruim 520.000 inwoners noemt het plan ongeveer 26 teams: dezelfde uitkomst" in said(part("teamnorm"))


@pytest.mark.parametrize("inhabitants", [1, 520_000, 17_000_000])
def test_stairs_of_the_norm_stand_whole_within_the_chart(inhabitants: int) -> None:
    norm = TeamNorm(20_000, 8, 12)
    need, check = team_need(inhabitants, norm), team_need(520_000, norm)
    spec = build_norm_chart(need, check, norm).to_dict()
    encoding = spec["layer"][0]["encoding"]
    stairs = spec["datasets"][spec["layer"][0]["data"]["name"]]
    *_, before, last = stairs
    assert last["teams"] == before["teams"] > max(need.teams, check.teams), "the highest step has its whole tread"
    assert encoding["x"]["scale"]["domainMax"] == last["inwoners"]
    assert encoding["y"]["scale"]["domainMax"] > last["teams"]
    assert [row["inwoners"] for row in stairs] == sorted({row["inwoners"] for row in stairs})


# Besluiten en feiten


def test_open_points_are_counted_from_the_csv() -> None:
    open_points = [row for row in INTENTIONS if row["is_open"] == "ja"]
    undated = [row for row in open_points if not row["due_date"]]
    text = said(part("besluiten"))
    assert f"**{len(open_points)} punten open**" in text
    assert f"Bij **{len(undated)}** daarvan" in text


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, len(INTENTIONS) + len(EVENTS)),
        ({"soort": "gebeurtenis"}, len(EVENTS)),
        (
            {"soort": "open", "termijn": "met"},
            sum(row["is_open"] == "ja" and row["due_date"] != "" for row in INTENTIONS),
        ),
        ({"soort": "keuze"}, sum(row["is_open"] == "nee" for row in INTENTIONS)),
    ],
)
def test_filters_leave_what_the_csv_has(query: dict[str, str], count: int) -> None:
    assert len(table(part("besluiten", **query), "Besluiten, termijnen en gebeurtenissen")) == count


def test_undated_points_have_a_list_and_no_chart() -> None:
    app = part("besluiten", termijn="zonder")
    assert not app.get("vega_lite_chart")
    shown = table(app, "Besluiten, termijnen en gebeurtenissen")
    assert {row["Laatste dag"] for row in shown} == {"onbekend"}


def test_nothing_left_says_so() -> None:
    app = part("besluiten", hoofdstuk="Bijlage 2", soort="open")
    assert not app.exception
    assert "er niets te zien" in said(app)


def test_facts_are_those_of_the_csv() -> None:
    shown = table(part("feiten"), f"Feiten: {len(FACTS)} van de {len(FACTS)}")
    assert [row["Feit"] for row in shown] == [row["fact"] for row in FACTS]
    for row, fact in zip(shown, FACTS, strict=True):
        assert (row["Waarde"] == "geen getal") == (fact["value"] == "")
        assert row["Regel van"] == int(fact["line_from"])
        assert row["Vindplaats"].startswith("Beleidsplan Holland Rijnland 2013, ")
    team = next(row for row in shown if row["Feit"].startswith("Een team telt"))
    assert team["Waarde"] == "8 tot 12 hulpverleners per team"
