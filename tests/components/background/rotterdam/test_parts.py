"""The Rotterdam plan on the page Achtergrond: each part cold, by link, with rubbish, and after a step."""

from __future__ import annotations

import io
import itertools

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from components.background.rotterdam.advice.files import advice_text, weighing_table
from components.background.rotterdam.advice.sentences import argument_sentence, reasons, shell_sentence, verdict
from components.background.rotterdam.advice.weighing import side_key, weight_key
from components.look.palette import LEVEL_COLOURS
from components.look.table import xlsx_bytes
from components.look.words import NO_BREAK
from model.background.rotterdam.scale_advice import Weighing, advice_on, read_criteria
from model.dataset.reading import read_table
from tests.components.opening import address_of, component_data, opened, said, said_on_demand
from tests.data.shipped import CSV, csv_rows

PAGE = "pages/achtergrond.py"
PARTS = ["opgaven", "schaalafweging", "geld", "proeftuinen", "tijdlijn", "lijsten", "feiten"]
FILE = "000_6e1cbb5f6f5d01bb.txt"
HOSTILE = "<script>alert(1)</script> [klik](http://x.example) `a` **b** $c$ :red[d]"
ASSIGNMENTS = csv_rows(CSV / "assignments.csv")
CRITERIA = read_criteria(read_table("scale_criteria"))


def rotterdam(part: str, **query: str) -> AppTest:
    return opened(PAGE, document="rotterdam", deel=part, **query)


def entries(app: AppTest) -> list[str]:
    return [entry["code"] for entry in component_data(app, "assignments")[0]["entries"]]


def verdict_of(app: AppTest) -> str:
    return next(item.value for item in app.markdown if item.value.startswith("**Advies.**"))


@pytest.mark.parametrize("part", PARTS)
def test_part_opens_and_keeps_its_address(part: str) -> None:
    app = rotterdam(part)
    assert not app.exception
    assert not app.error
    assert "Programmaplan Decentralisatie Jeugdzorg" in said(app)
    assert address_of(app)["deel"] == part
    text, address = said(app), address_of(app)
    app.run()
    assert (said(app), address_of(app)) == (text, address)


def last_said(app: AppTest) -> str:
    """What stands last on the page, apart from the bar atop it, which knows the address."""
    return [line for line in said(app).split("\n") if not line.startswith('{"bar"')][-1]


@pytest.mark.parametrize(
    ("part", "key", "what"),
    [
        *[("opgaven", key, "niet bestaat") for key in ("thema", "schil", "agenda", "vorm", "groep", "kolom", "opgave")],
        *[("schaalafweging", key, "die niet bestaat") for key in ("taak", "schil")],
        ("schaalafweging", "weeg", "van een andere versie van de app"),
        ("proeftuinen", "soort", "een soort proeftuin die niet bestaat"),
        ("tijdlijn", "soort", "een soort gebeurtenis die niet bestaat"),
        ("feiten", "onderwerp", "een onderwerp dat niet bestaat"),
        ("feiten", "zekerheid", "een zekerheid die niet bestaat"),
    ],
)
def test_rubbish_in_the_link_is_said_and_the_part_works(part: str, key: str, what: str) -> None:
    app = rotterdam(part, **{key: HOSTILE})
    assert not app.exception
    assert not app.error
    (warning,) = [item.value for item in app.warning]
    assert what in warning
    assert warning.count("`") == 2, "all of it is code, nothing in it acts"
    assert last_said(rotterdam(part)) == last_said(app)


# Opgaven


def test_counts_of_the_assignments_come_from_the_table() -> None:
    app = rotterdam("opgaven")
    joint = sum(row["agenda"] == "gemeenschappelijk" for row in ASSIGNMENTS)
    assert f"**{len(ASSIGNMENTS)} opgaven** pakken de gemeenten er **{joint} gemeenschappelijk** op" in said(app)
    data = component_data(app, "assignments")[0]
    assert sum(row["all"] for row in data["rows"]) == len(ASSIGNMENTS) == len(data["entries"])
    assert sum(sum(row["counts"]) for row in data["rows"]) == len(ASSIGNMENTS)
    assert "Niet: samen inkopen." in said(app)


@pytest.mark.parametrize(
    ("query", "column", "value"),
    [
        ({"schil": "3"}, "shells", "3"),
        ({"agenda": "lokaal"}, "agenda", "lokaal"),
        ({"vorm": "tussenvorm"}, "form", "tussenvorm"),
        ({"groep": "sturing_financiering"}, "working_group", "sturing_financiering"),
        ({"thema": "toeleiding-naar-zorg"}, "theme", "Toeleiding naar zorg"),
        ({"thema": "zorgcoordinatie"}, "theme", "Zorgcoördinatie"),
    ],
)
def test_filter_by_link_shows_what_fits(query: dict[str, str], column: str, value: str) -> None:
    app = rotterdam("opgaven", **query)
    assert not app.warning
    assert entries(app) == [row["assignment_code"] for row in ASSIGNMENTS if value in row[column].split(";")]
    assert address_of(app).items() >= query.items()


def test_filter_by_hand_is_written_in_the_address() -> None:
    app = rotterdam("opgaven")
    app.selectbox(key="choice_agenda").set_value("lokaal").run()
    assert address_of(app)["agenda"] == "lokaal"
    app.text_input(key="rotterdam_search").set_value("cliëntenraden").run()
    assert address_of(app)["zoek"] == "cliëntenraden"
    assert entries(app) == ["O47"]
    next(button for button in app.button if button.label == "Wis alle filters").click().run()
    assert len(entries(app)) == len(ASSIGNMENTS)
    assert set(address_of(app)) == {"document", "deel"}


def test_search_without_result_and_hostile_search_are_harmless() -> None:
    app = rotterdam("opgaven", zoek="<img src=x> zzz")
    assert not app.exception
    assert entries(app) == []
    assert "Geen opgave past" in said(app)
    assert app.text_input(key="rotterdam_search").value == "<img src=x> zzz"


def test_opened_assignment_tells_its_place() -> None:
    data = component_data(rotterdam("opgaven", opgave="O15"), "assignments")[0]
    assert data["opened"] == "O15"
    row = next(row for row in ASSIGNMENTS if row["assignment_code"] == "O15")
    lines = dict(next(entry for entry in data["entries"] if entry["code"] == "O15")["lines"])
    section = f"paragraaf 5.1 Opgaven: {row['theme']}"
    edition = f"regels {row['line_from']}-{row['line_to']} van de teksteditie"
    assert lines["Vindplaats"] == f"Programmaplan Rotterdam 2012, {section}, opgave {row['name']} ({edition})"
    assert lines["Waarom"] == row["reason"]


def test_unknown_shell_reads_unknown() -> None:
    data = component_data(rotterdam("opgaven"), "assignments")[0]
    silent = {row["assignment_code"] for row in ASSIGNMENTS if not row["shells"] and not row["shell_text"]}
    shown = {entry["code"] for entry in data["entries"] if dict(entry["lines"])["Schil"].startswith("onbekend")}
    assert shown == silent
    assert silent


# Schaalafweging


def test_without_weights_there_is_no_advice() -> None:
    app = rotterdam("schaalafweging")
    assert "Nog geen advies over **Organisatie eerste lijn**" in verdict_of(app)
    assert "weeg" not in address_of(app)
    assert "hulpmiddel van deze app" in app.info[0].value


def test_link_restores_task_shell_weights_and_sides() -> None:
    asked = {"taak": "jggz", "schil": "1", "weeg": "1~A1_2g~B6_3~C3_3"}
    app = rotterdam("schaalafweging", **asked)
    assert not app.warning
    assert address_of(app).items() >= asked.items()
    assert (
        "Specifieke jeugdhulp voor de jeugd-ggz** pleiten uw afwegingen per saldo voor een grotere schaal"
        in verdict_of(app)
    )
    text = said(app)
    assert "3 criteria tellen mee: 2 voor groter (gewicht 5) en 1 voor kleiner (gewicht 3)." in text
    assert "Uw afweging wijst de andere kant op" in text
    for code in ("A1", "B6", "C3"):
        criterion = next(item for item in CRITERIA if item.code == code)
        assert f"{criterion.line_from}-{criterion.line_to}" in said_on_demand(app)
    assert "(bijlage 3)" in text


def test_a_step_changes_advice_and_address() -> None:
    app = rotterdam("schaalafweging")
    app.segmented_control(key=weight_key("B6")).set_value(3).run()
    assert "duidelijk voor een kleinere schaal" in verdict_of(app)
    assert address_of(app)["weeg"] == "1~B6_3"
    app.segmented_control(key=weight_key("A1")).set_value(3).run()
    app.segmented_control(key=side_key("A1")).set_value("up").run()
    assert "gelijkspel" in verdict_of(app)
    assert address_of(app)["weeg"] == "1~A1_3g~B6_3"
    next(button for button in app.button if button.label.startswith("Alles op")).click().run()
    assert "Nog geen advies" in verdict_of(app)
    assert "weeg" not in address_of(app)


def test_weighing_is_kept_by_who_looks_at_another_part() -> None:
    app = rotterdam("schaalafweging", taak="jggz", weeg="1~B6_3")
    parts = next(
        item for item in app.get("button_group") if "feiten" in str(item.options) or "Feiten" in str(item.options)
    )
    parts.set_value("feiten").run()
    assert "weeg" not in address_of(app)
    parts = next(item for item in app.get("button_group") if "Feiten" in str(item.options))
    parts.set_value("schaalafweging").run()
    assert address_of(app)["weeg"] == "1~B6_3"
    assert "kleinere schaal" in verdict_of(app)


def test_unreadable_parts_of_the_weights_are_named_and_the_rest_used() -> None:
    app = rotterdam("schaalafweging", weeg=f"1~B6_3~Z9_1~{HOSTILE}")
    (warning,) = [item.value for item in app.warning]
    assert "`Z9_1`" in warning
    assert "De rest is overgenomen" in warning
    assert warning.count("`") == 4
    assert "kleinere schaal" in verdict_of(app)


@pytest.mark.parametrize("name", ["Dyslexie", "<b>vet</b> [x](http://y.example)", "www.kwaad.example"])
def test_own_task_is_shown_as_typed_and_nothing_in_it_acts(name: str) -> None:
    app = rotterdam("schaalafweging", taak="eigen", eigen=name, weeg="1~B6_3")
    assert not app.warning
    assert f"Voor `{name}` pleiten" in verdict_of(app)
    assert address_of(app)["eigen"] == name
    assert "niets om naast te leggen" in said(app)


def test_own_task_that_cannot_be_a_name_is_said_and_stays_in_its_field() -> None:
    app = rotterdam("schaalafweging", taak="eigen", eigen="=1+1", weeg="1~B6_3")
    assert not app.exception
    (warning,) = [item.value for item in app.warning]
    assert "Deze naam kan niet" in warning
    assert app.text_input(key="weighing_own").value == "=1+1"
    assert "Voor `uw eigen taak` pleiten" in verdict_of(app)


@pytest.mark.parametrize("task", [row["task_code"] for row in csv_rows(CSV / "tasks.csv")])
def test_regions_beside_the_advice_are_counted(task: str) -> None:
    text = said(rotterdam("schaalafweging", taak=task, weeg="1~B1_1"))
    cells = [row for row in csv_rows(CSV / "scale_choices.csv") if row["task_code"] == task]
    local = sum(row["leading_levels"] == "lokaal" for row in cells)
    above = sum(bool(row["leading_levels"]) and "lokaal" not in row["leading_levels"].split(";") for row in cells)
    assert f"Van de {len(cells)} regio's in de inventarisatie van 2013:" in text
    assert (f"{local} kozen alleen lokaal" in text) == (local > 0)
    assert (f"{above} kozen een schaal boven de gemeente" in text) == (above > 0)


def test_the_bar_of_regions_has_the_classes_of_the_csv_each_in_its_colours() -> None:
    app = rotterdam("schaalafweging", taak="jggz")
    (bar,) = component_data(app, "class_bar")
    chosen = [
        row["leading_levels"].split(";") for row in csv_rows(CSV / "scale_choices.csv") if row["task_code"] == "jggz"
    ]
    counts = {tuple(LEVEL_COLOURS[level] for level in levels if level): chosen.count(levels) for levels in chosen}
    assert {tuple(part["colours"]): part["count"] for part in bar["parts"]} == counts


def weighed(**weights: int) -> Weighing:
    weighing = Weighing.unweighed(CRITERIA, "Pleegzorg")
    for code, weight in weights.items():
        weighing = weighing.with_weight(code, weight)
    return weighing


def test_every_outcome_has_its_own_sentence() -> None:
    cases = [weighed(), weighed(B6=3), weighed(B1=3), weighed(B1=3, B6=3), weighed(A1=2), weighed(B1=3, B6=2)]
    sentences = [verdict(advice_on(case), "X") for case in cases]
    assert len(set(sentences)) == len(cases)
    assert not any(char.isdigit() for text in sentences for char in text), "a verdict is no score"
    for case in cases:
        for item in (*advice_on(case).larger, *advice_on(case).smaller, *advice_on(case).either):
            assert argument_sentence(item).endswith(".")


def test_shell_is_compared_only_where_the_rule_points_a_way() -> None:
    larger, none = advice_on(weighed(B1=3)), advice_on(weighed())
    assert shell_sentence(larger, None) is None
    assert "wijst de andere kant op" in str(shell_sentence(larger, "1"))
    assert "wijst dezelfde kant op" in str(shell_sentence(larger, "3"))
    assert "wijst" not in str(shell_sentence(larger, "2"))
    assert "wijst" not in str(shell_sentence(none, "3"))


def test_text_and_sheet_hold_the_whole_advice_and_no_formula() -> None:
    weighing = weighed(B6=3, B2=1, B3=1, C3=2)
    text = advice_text(weighing, advice_on(weighing), None, "https://x.example/?weeg=1~B6_3")
    for part in (
        "Schaalafweging: Pleegzorg",
        "geen uitkomst van het document",
        "B2 en B3",
        "een aanname",
        "?weeg=1~B6_3",
    ):
        assert part in text
    assert reasons(advice_on(weighing))[0] in text
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(weighing_table(weighing), "bron")))["Gegevens"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(rows) == 20
    assert [row[2] for row in rows] == sorted((row[2] for row in rows), reverse=True)
    assert not [cell for cell in itertools.chain(*rows) if str(cell).startswith(("=", "+", "-", "@"))]


# Geld, proeftuinen, tijdlijn, feiten


def table_rows(app: AppTest, caption: str) -> list[dict[str, object]]:
    (table,) = [data for data in component_data(app, "table") if data["caption"].startswith(caption)]
    names = [column["name"] for column in table["columns"]]
    return [dict(zip(names, row, strict=True)) for row in table["rows"]]


def test_both_totals_of_the_national_budget_are_said() -> None:
    app = rotterdam("geld")
    amounts = [float(row["amount_mln_eur"]) for row in csv_rows(CSV / "national_budget.csv") if row["amount_mln_eur"]]
    printed, added = max(amounts), sum(amounts) - max(amounts)
    said_first = app.warning[0].value.replace(".", "").replace(NO_BREAK, " ")
    assert f"**€ {printed:.0f} mln**" in said_first
    assert f"**€ {added:.0f} mln**: € {added - printed:.0f} mln meer" in said_first
    rows = {str(row["Domein"]): row for row in table_rows(app, "Landelijk budget")}
    assert rows["Gedrukt totaal"]["Bedrag 2008 (mln €)"] == "3.032"
    assert rows["Som van de regels (eigen berekening)"]["Bedrag 2008 (mln €)"] == "3.073"
    assert rows["Pleegzorg"]["Bedrag 2008 (mln €)"] == "in het bedrag voor 5 soorten samen"
    assert rows["Toegangstaken BJZ"]["Trajecten"] == "onbekend"


def test_programme_budget_shows_where_arithmetic_differs() -> None:
    app = rotterdam("geld")
    rows = {str(row["Post"]): row for row in table_rows(app, "Kosten in 2012")}
    assert rows["Thematische werkgroepen"]["Nagerekend (€)"] == "535.680"
    assert rows["Programmamanager of coördinator"]["Verschil (€)"] == "+17.600"
    assert len(app.warning) == 2, "rounding to thousands is no fault"
    assert "Programmamanager" in app.warning[1].value
    cover = table_rows(app, "Dekking in 2012")
    assert [row["Gedrukt (€)"] for row in cover] == ["100.000", "315.000", "219.000", "634.000"]
    assert [row["Nagerekend (€)"] for row in cover][:2] == ["onbekend", "onbekend"]


def test_pilots_of_one_kind() -> None:
    text = said(rotterdam("proeftuinen", soort="simulatie"))
    assert "Sturing & financiering (zorginkoop)" in text
    assert "Doorontwikkeling CJG" not in text
    assert "samen precies dat aantal" in text


def test_timeline_holds_every_event_of_the_plan_once() -> None:
    own = [row for row in csv_rows(CSV / "events.csv") if row["source_file"] == FILE]
    app = rotterdam("tijdlijn")
    rows = table_rows(app, "Gebeurtenissen")
    assert sorted(str(row["Gebeurtenis"]) for row in rows) == sorted(row["event"] for row in own)
    dated = sum(bool(row["date_from"]) for row in own)
    assert f"**{dated} gebeurtenissen met een datum en {len(own) - dated} zonder.**" in said(app)
    assert [row["Van"] for row in rows][dated:] == ["onbekend"] * (len(own) - dated)
    assert all(len(str(row["Van"])) == 4 for row in rows if row["Hoe precies"] == "op het jaar")
    assert len(app.get("vega_lite_chart")) == 1


@pytest.mark.parametrize(
    "kind", sorted({row["event_kind"] for row in csv_rows(CSV / "events.csv") if row["source_file"] == FILE})
)
def test_timeline_of_one_kind(kind: str) -> None:
    own = [row for row in csv_rows(CSV / "events.csv") if row["source_file"] == FILE and row["event_kind"] == kind]
    app = rotterdam("tijdlijn", soort=kind)
    assert not app.exception
    assert len(table_rows(app, "Gebeurtenissen")) == len(own)


def test_facts_by_topic_and_certainty() -> None:
    own = [row for row in csv_rows(CSV / "facts.csv") if row["source_file"] == FILE]
    assert len(table_rows(rotterdam("feiten"), "Feiten")) == len(own)
    rows = table_rows(rotterdam("feiten", onderwerp="menskracht", zekerheid="norm"), "Feiten")
    expected = [row["fact"] for row in own if (row["topic"], row["certainty"]) == ("Menskracht", "norm")]
    assert [row["Feit"] for row in rows] == expected
    assert expected


def test_facts_that_nothing_fits_are_said() -> None:
    own = [row for row in csv_rows(CSV / "facts.csv") if row["source_file"] == FILE]
    pairs = {(row["topic"], row["certainty"]) for row in own}
    topic, certainty = next(
        (topic, certainty)
        for topic in sorted({row["topic"] for row in own})
        for certainty in sorted({row["certainty"] for row in own})
        if (topic, certainty) not in pairs
    )
    app = rotterdam("feiten", onderwerp=topic.lower().replace(" ", "-"), zekerheid=certainty)
    assert "Geen feit past bij deze keuze" in said(app)


def test_a_first_look_at_the_weighing_writes_nothing_in_the_address() -> None:
    assert set(address_of(rotterdam("schaalafweging"))) == {"document", "deel"}
