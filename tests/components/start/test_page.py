"""Start says what is in it for one's own region, with figures counted again from the CSV files."""

from __future__ import annotations

from collections import Counter
from urllib.parse import parse_qs

import pytest

from components.start.sentences import chosen, different, together
from model.regions.in_short import InShort, in_short
from tests.components.opening import START, address_of, component_data, opened, said
from tests.data.shipped import CSV, csv_rows, shipped
from tests.model.choices.cells import CELLS, NAMES, choices, usual_tasks

SENTENCES = 3


def words_of(levels: str) -> str:
    return levels.replace(";", " en ")


def short(region_code: str) -> InShort:
    return in_short(choices(), shipped("neighbours"), shipped("partners"), region_code)


@pytest.mark.parametrize("region_code", sorted(NAMES))
def test_a_region_in_short_counts_as_the_csv_does(region_code: str) -> None:
    item = short(region_code)
    own = {task: row for (code, task), row in CELLS.items() if code == region_code}
    assert item.task_count == len(own) == 11
    levels = Counter(row["leading_levels"].replace(";", "+") or "geen_niveau" for row in own.values())
    assert dict(item.classes) == levels
    assert item.statuses["gedeelde_afspraak"] == sum(row["status"] == "gedeelde_afspraak" for row in own.values())
    usual = usual_tasks(region_code)
    assert item.usual_count == len(usual)
    assert set(item.unusual_tasks) == {task for task, row in own.items() if row["leading_levels"]} - usual
    around = shipped("neighbours").query("region_code == @region_code")["neighbour_region_code"]
    same = {
        other: sum(own[task]["leading_levels"] == CELLS[other, task]["leading_levels"] != "" for task in own)
        for other in around
    }
    assert item.neighbour_count == len(same)
    assert item.same_count == max(same.values())
    assert set(item.nearest) == {other for other, count in same.items() if count == item.same_count}
    pairs = {
        (row["region_code"], row["partner_region_code"])
        for row in csv_rows(CSV / "partners.csv")
        if row["partner_region_code"]
    }
    names = {other for code, other in pairs if code == region_code}
    named_by = {code for code, other in pairs if other == region_code}
    assert (set(item.mutual), set(item.named), set(item.naming)) == (
        names & named_by,
        names - named_by,
        named_by - names,
    )


def test_three_sentences_on_my_region_each_with_the_view_where_it_can_be_checked() -> None:
    app = opened(START, regio="JZ31")
    assert not app.exception
    assert "Uw regio: Zuid-Holland Zuid" in [item.value for item in app.header]
    text = said(app)
    assert (
        "**Zuid-Holland Zuid** koos voor 5 van de 11 taken regionaal, voor 4 subregionaal en voor 2 lokaal en " in text
    )
    assert "Bij 4 van de 11 taken koos zij het niveau dat het vaakst is gekozen, bij 7 een ander." in text
    assert "kozen West-Brabant-Oost en West-Brabant-West het vaakst hetzelfde: bij 7 van de 11 taken." in text
    assert "Zij en Holland Rijnland noemen elkaar als partner; zij noemt ook Midden-Holland." in text
    links = {
        element.proto.label: (element.proto.page, parse_qs(element.proto.query_string))
        for element in app.get("page_link")
    }
    assert links["Bekijk alle elf keuzes"] == ("regio", {"regio": ["JZ31"]})
    page, query = links["Leg ze naast elkaar"]
    assert (page, query["regio"]) == ("vergelijking", ["JZ31"])
    beside = query["naast"][0].split(",")
    assert [NAMES[code] for code in beside] == ["Zuid-Holland Zuid", "West-Brabant-Oost", "West-Brabant-West"]
    assert links["Bekijk met wie"] == ("samenwerking", {"regio": ["JZ31"]})


def test_what_is_laid_side_by_side_says_the_number_of_the_sentence() -> None:
    beside = next(code for code, name in NAMES.items() if name == "West-Brabant-Oost")
    assert "bij 7 gelijk" in said(opened("pages/vergelijking.py", regio="JZ31", naast=f"JZ31,{beside}"))


def test_without_a_region_the_findings_stand_beside_the_map() -> None:
    app = opened(START)
    assert "klik op de kaart" in app.info[0].value
    assert not [item for item in app.header if item.value.startswith("Uw regio")]
    assert component_data(app, "start_map")[0]["mine"] is None
    assert len(component_data(app, "start_map")[0]["regions"]) == 42
    assert all(task["own"] is None for task in component_data(app, "overview")[0]["tasks"])


def test_start_and_comparison_tell_the_same_of_where_regions_differ_most() -> None:
    sentence = "de kans dat twee regio's, door het lot gekozen, niet hetzelfde niveau kozen, is **68%**."
    assert f"**Ambulante hulp**: {sentence}" in said(opened(START))
    assert f"Het meest lopen de regio's uiteen bij **ambulante hulp**: {sentence}" in said(
        opened("pages/vergelijking.py")
    )


def test_the_chart_has_the_counts_of_the_table_and_what_my_region_chose() -> None:
    (sent,) = component_data(opened(START, regio="JZ31"), "overview")
    assert sent["mine"] == "Zuid-Holland Zuid"
    classes = [item["name"] for item in sent["classes"]]
    tasks = shipped("tasks").sort_values("task_order")
    for shown, (code, name) in zip(sent["tasks"], tasks[["task_code", "name"]].to_numpy(), strict=True):
        counted = Counter(
            words_of(row["leading_levels"]) or "geen niveau genoemd" for (_, task), row in CELLS.items() if task == code
        )
        assert shown["name"] == name
        assert dict(zip(classes, shown["counts"], strict=True)) == {item: counted[item] for item in classes}
        assert classes[shown["own"]] == words_of(CELLS["JZ31", code]["leading_levels"])


def test_sentences_of_regions_that_differ_from_the_rule() -> None:
    tasks = dict(zip(shipped("tasks")["task_code"], shipped("tasks")["short_name"], strict=True))
    assert "en noemde voor 1 geen niveau; 7 van de 11 keuzes waren een gedeelde afspraak." in chosen(
        short("JZ24"), "Haaglanden"
    )
    assert different(short("JZ24"), NAMES, tasks).startswith("Bij 10 van de 11 taken koos zij het niveau dat het")
    south = next(code for code, name in NAMES.items() if name == "Zuid-Limburg")
    assert "Haar enige buur, Midden-Limburg-Oost, koos bij 2 taken hetzelfde." in different(short(south), NAMES, tasks)
    assert together(short("JZ24"), NAMES) == (
        "Zij noemt geen andere jeugdregio als partner, en geen andere regio noemt haar."
    )
    assert together(short("JZ04"), NAMES) == "Zij noemt IJsselland als partner."
    arnhem = next(code for code, name in NAMES.items() if name == "Arnhem")
    assert together(short(arnhem), NAMES) == (
        "Zij noemt Groningen en Twente; Midden-IJssel/Oost-Veluwe noemt haar als partner."
    )


def test_the_address_of_start_stays_as_it_was_opened() -> None:
    assert address_of(opened(START, regio="JZ31")) == {"regio": "JZ31"}
