"""Samenwerking opened by links: what it says, what it hands to both maps, and its figures against the CSV."""

from __future__ import annotations

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.frame import loading
from components.partners import neighbour_groups, with_whom
from components.partners import tables as partner_tables
from components.partners.view import Browser, groups_of_tasks
from tests.components.opening import address_of, component_data, opened, said
from tests.components.partners.samenwerking import CELLS, IN_SENTENCE, NAMED, NAMES, PAGE, PARTNERS, TASKS, page_in

HOSTILE = "<script>alert(1)</script>"


def tables(app: AppTest) -> dict[str, dict[str, Any]]:
    return {data["caption"]: data for data in component_data(app, "table")}


def bovenregionaal(task: str) -> set[str]:
    return {
        row["region_code"]
        for row in CELLS
        if row["task_code"] == task and "bovenregionaal" in row["leading_levels"].split(";")
    }


# The page and its links


def test_page_starts_with_the_task_that_most_choose_and_no_region() -> None:
    app = opened(PAGE)
    assert not app.exception
    assert address_of(app) == {}, "what every visitor sees first needs no link"
    most = max(TASKS, key=lambda task: len(bovenregionaal(task)))
    assert component_data(app, "partner_controls")[0]["start"]["task"] == most
    mutual = len({frozenset(pair) for pair in NAMED if pair[::-1] in NAMED})
    pairs = len({frozenset(pair) for pair in NAMED})
    silent = len(NAMES) - len({code for pair in NAMED for code in pair})
    text = said(app)
    assert f"**{pairs} paren van regio's**: {mutual} noemen elkaar" in text
    assert f"bij {pairs - mutual} noemt de een de ander" in text
    assert f"{silent} van de 42 regio's noemen geen andere regio" in text
    assert "vroeg niet per taak met wie" in text, "the pairs are the same for every task, and the page says so"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({}, []),
        ({"regio": "JZ31"}, ["uw regio: Zuid-Holland Zuid"]),
        ({"regio": "JZ31", "bekijk": "JZ11"}, ["gekozen regio: {JZ11}", "uw regio: Zuid-Holland Zuid"]),
        ({"bekijk": "JZ11"}, ["gekozen regio: {JZ11}"]),
    ],
)
def test_legend_names_each_outlined_region(keys: dict[str, str], words: list[str]) -> None:
    (sent,) = component_data(opened(PAGE, **keys), "partner_controls")
    assert [outline["words"] for outline in sent["outlines"]] == [text.format(**NAMES) for text in words]


@pytest.mark.parametrize("task", ["eerste_lijn", "jeugdzorgplus", "meldpunten"])
def test_before_a_region_is_chosen_the_pairs_stand_with_what_both_chose_for_the_task(task: str) -> None:
    app = opened(PAGE, taak=task)
    leading = {row["region_code"]: row["leading_levels"] for row in CELLS if row["task_code"] == task}
    codes = {name: code for code, name in NAMES.items()}
    any_name = "|".join(map(re.escape, codes))
    shown = []
    for words, choices, *_ in tables(app)["Wie noemt wie?"]["rows"]:
        names = re.fullmatch(f"({any_name}) (?:en|noemt) ({any_name})(?: noemen elkaar)?", words)
        assert names
        first, second = names.groups()
        one, other = leading[codes[first]], leading[codes[second]]
        if not one or not other:
            wanted = "onbekend"
        elif one == other:
            wanted = "gelijk"
        else:
            wanted = "deels" if set(one.split(";")) & set(other.split(";")) else "verschillend"
        assert choices.startswith(f"{wanted}: "), (words, choices)
        shown.append(wanted)
    order = ["gelijk", "deels", "onbekend", "verschillend"]
    assert [order.index(word) for word in shown] == sorted(order.index(word) for word in shown)
    assert f"kozen {shown.count('gelijk')} van die paren hetzelfde niveau" in said(app)


def test_deep_link_restores_the_whole_view() -> None:
    asked = {"regio": "JZ31", "taak": "jggz", "bekijk": "JZ11", "kaart": "plat", "beeld": "52.1,5.3,7.2,45,-10.5"}
    app = opened(PAGE, **asked)
    assert not app.warning
    assert address_of(app) == asked
    (data,) = component_data(app, "partner_controls")
    assert {**data["start"], "revision": 0} == {"task": "jggz", "region": "JZ11", "flat": True, "revision": 0}


def test_my_region_is_the_chosen_one_until_another_is_chosen() -> None:
    app = opened(PAGE, regio="JZ31")
    assert component_data(app, "partner_controls")[0]["start"]["region"] == "JZ31"
    assert "bekijk" not in address_of(app)


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ("taak", "een taak"),
        ("bekijk", "een regio"),
        ("kaart", "een soort kaart"),
        ("regio", "een regio"),
        ("beeld", "een stand van de kaart"),
    ],
)
def test_unknown_values_in_the_link_are_said(key: str, what: str) -> None:
    app = opened(PAGE, **{key: HOSTILE})
    assert not app.exception
    assert any(f"De link noemt {what} die niet bestaat" in warning.value for warning in app.warning)
    assert "<script>" not in said(app).replace(f"`{HOSTILE}`", ""), "shown as code, never as markup"


def test_until_the_browser_has_spoken_there_is_no_map_but_all_tables_are_there() -> None:
    app = opened(PAGE)
    assert not app.get("deck_gl_json_chart")
    assert not app.get("vega_lite_chart")
    assert {"Wie noemt wie?", "Regio's die bovenregionaal kiezen, per taak"} <= set(tables(app))


@pytest.mark.parametrize(
    ("webgl", "kind", "tilts"),
    [("fast", {}, True), ("slow", {}, False), ("none", {}, False), ("fast", {"kaart": "plat"}, False),
     ("slow", {"kaart": "kantelbaar"}, True), ("none", {"kaart": "kantelbaar"}, False)],
)  # fmt: skip
def test_kind_of_map_follows_browser_and_wish(webgl: str, kind: dict[str, str], tilts: bool) -> None:
    app = page_in(Browser(webgl), **kind)
    assert not app.exception
    assert len(app.get("deck_gl_json_chart")) == tilts
    assert len(app.get("vega_lite_chart")) == (not tilts)
    assert tables(app)["Wie noemt wie?"]["rows"]


# Tables and sentences


@pytest.mark.parametrize("task", ["pleegzorg", "eerste_lijn", "jeugdzorgplus"])
@pytest.mark.parametrize("code", ["JZ11", "JZ14", "JZ31", "JZ42"])
def test_list_of_a_region_says_per_partner_what_it_chose_and_every_mention_with_its_lines(code: str, task: str) -> None:
    text = said(opened(PAGE, bekijk=code, taak=task))
    assert "Volgorde: buurregio's met hetzelfde niveau; wie elkaar als partner noemen;" in text
    cells = {row["region_code"]: row for row in CELLS if row["task_code"] == task}
    place = 0
    for item in with_whom.ranked(code, task):
        words = cells[item.region_code]["leading_levels"].replace(";", " en ") or "geen niveau genoemd"
        status = cells[item.region_code]["status"].replace("geen_opvatting", "nog geen opvatting").replace("_", " ")
        place += 1
        if item.tier in ("group", "elsewhere"):
            mixed = f"{words}, " if " en " in words else ""
            assert f"{NAMES[item.region_code]} ({mixed}{status})" in text
            continue
        neighbour = ", buurregio" if item.neighbour else ""
        line = next(line for line in text.splitlines() if line.startswith(f"{place}. **{NAMES[item.region_code]}**"))
        assert line.startswith(f"{place}. **{NAMES[item.region_code]}**{neighbour}: {words}, {status}")
        assert ("hetzelfde niveau" in line) == (item.same_level is True)
    wanted = [
        row
        for row in PARTNERS
        if row["partner_region_code"] and code in (row["region_code"], row["partner_region_code"])
    ]
    said_of_others = [line for line in text.splitlines() if line.startswith("    - ")]
    assert len(said_of_others) == len(wanted)
    for row in wanted:
        who = f"    - {NAMES[row['region_code']]} noemt {NAMES[row['partner_region_code']]}: "
        both = f"    - {NAMES[code]} en "
        mark = loading.citations().of_row("partners", row).mark
        assert any(line.startswith((who, both)) and f"({mark}" in line.replace("\\", "") for line in said_of_others)


def test_list_as_a_table_has_the_same_regions_in_the_same_order() -> None:
    table = with_whom.with_whom_table("JZ31", "jeugdzorgplus")
    assert list(table["Regio"]) == [NAMES[item.region_code] for item in with_whom.ranked("JZ31", "jeugdzorgplus")]
    assert list(table["Plaats"]) == list(range(1, len(table) + 1))
    rijnmond = table.set_index("Regio").loc["Rijnmond"]
    assert (rijnmond["Waarom"], rijnmond["Niveau"], rijnmond["Status"], rijnmond["Buurregio"]) == (
        "zelfde niveau, en buurregio",
        "regionaal",
        "gedeelde afspraak",
        "ja",
    )
    holland_rijnland = table.set_index("Regio").loc["Holland Rijnland"]
    assert holland_rijnland["Genoemd"] == "noemen elkaar"
    assert holland_rijnland["Vindplaats"] == (
        "Inventarisatie 2013, profiel 30 Holland Rijnland, onderdeel 2, vraag 2 en profiel 32 Zuid-Holland Zuid, "
        "toelichting bij de tabel schaalkeuzes"
    )


def test_region_that_names_no_level_is_unknown_and_still_says_who_names_it() -> None:
    text = said(opened(PAGE, bekijk="JZ27", taak="jeugdzorgplus"))
    assert "Met wie ze hetzelfde kiest is dus **onbekend**" in text
    assert "of dat hetzelfde is, is onbekend" in text
    assert "hetzelfde niveau." not in [line[-17:] for line in text.splitlines() if line.startswith("1. ")]


def test_region_that_nobody_names_still_reads_who_chose_the_same() -> None:
    assert "JZ24" not in {code for pair in NAMED for code in pair}
    text = said(opened(PAGE, bekijk="JZ24", taak="pleegzorg"))
    assert "### Zelfde niveau, en buurregio" in text
    assert "noemen elkaar als partner (" not in text


def test_the_regions_of_the_agreement_of_utrecht_are_not_counted_as_without_partner() -> None:
    named = {code for pair in NAMED for code in pair}
    assert f"{len(NAMES) - len(named)} van de {len(NAMES)} regio's noemen geen andere regio" in said(opened(PAGE))
    assert len(NAMES) - len(named) == 14, "001, lines 2502-2538 name six regions; five of them name no other"
    text = said(opened(PAGE, bekijk="JZ20"))
    assert "Noemt in haar profiel geen andere jeugdregio" not in text


@pytest.mark.parametrize("code", ["JZ12", "JZ15"])
def test_partners_that_are_no_region_stand_in_words_only(code: str) -> None:
    texts = [row["partner_text"] for row in PARTNERS if row["region_code"] == code and not row["partner_region_code"]]
    assert texts
    text = said(opened(PAGE, bekijk=code))
    assert "Noemt ook, zonder één regio te bedoelen" in text
    for partner in texts:
        assert partner[1:] in text


def test_all_mentions_are_those_of_the_csv() -> None:
    table = partner_tables.all_mentions()
    assert len(table) == len(PARTNERS)
    assert sorted(zip(table["Regio"], table["Regel van"], table["Zoals in de bron"], strict=True)) == sorted(
        (NAMES[row["region_code"]], int(row["line_from"]), row["partner_text"]) for row in PARTNERS
    )
    assert (table["Noemt"] == "geen aparte regio").sum() == sum(not row["partner_region_code"] for row in PARTNERS)
    both = {frozenset(pair) for pair in NAMED if pair[::-1] in NAMED}
    codes = {name: code for code, name in NAMES.items()}
    for row in table.itertuples():
        pair = frozenset((codes[row.Regio], codes.get(row.Noemt)))
        assert (row[4] == "over en weer") == (pair in both)


def test_totals_per_task_are_those_of_the_csv() -> None:
    table = neighbour_groups.all_tasks().set_index("Taak")
    assert list(table.index) == list(TASKS.values())
    for task, name in TASKS.items():
        members = bovenregionaal(task)
        assert table.loc[name, "Regio's"] == len(members)
        mixed = [
            row
            for row in CELLS
            if row["task_code"] == task and row["region_code"] in members and ";" in row["leading_levels"]
        ]
        assert table.loc[name, "Naast een ander niveau"] == len(mixed)
        alone = table.loc[name, "Welke regio's alleen"]
        assert (len(re.split(", | en ", alone)) if alone else 0) == table.loc[name, "Alleen"]


def test_list_of_members_has_each_region_once_per_task() -> None:
    table = neighbour_groups.all_members()
    for task, name in TASKS.items():
        own = table[table["Taak"] == name]
        assert sorted(own["Regio"]) == sorted(NAMES[code] for code in bovenregionaal(task))
        groups = own[own["Groep"] != "Alleen"].groupby("Groep").size()
        assert (groups >= 2).all()


@pytest.mark.parametrize("code", sorted(NAMES))
def test_findings_cover_every_task_once(code: str) -> None:
    sentences = neighbour_groups.findings(code)
    own = [sentence.split("**")[1] for sentence in sentences if sentence.startswith("**")]
    shared = [sentence for sentence in sentences if not sentence.startswith("**")]
    assert len(shared) == 1
    listed = re.split(", | en ", shared[0].removesuffix(".").split(": ")[1])
    assert own == [name for task, name in TASKS.items() if IN_SENTENCE[task] not in listed]
    assert all(sentence.endswith(".") for sentence in sentences)


def test_findings_name_partners_and_mixtures_among_the_neighbours() -> None:
    sentences = {text.split("**")[1]: text for text in neighbour_groups.findings("JZ10") if text.startswith("**")}
    assert "Zuid-Kennemerland (over en weer genoemd als partner)" in sentences["Pleegzorg"]
    limburg = {text.split("**")[1]: text for text in neighbour_groups.findings("JZ42") if text.startswith("**")}
    assert "Noord-Limburg (regionaal en bovenregionaal; genoemd als partner)" in limburg["Pleegzorg"]


def test_task_without_any_region_says_so() -> None:
    assert not bovenregionaal("eerste_lijn")
    assert "Geen enkele regio kiest hier bovenregionaal." in said(opened(PAGE, taak="eerste_lijn"))


def test_groups_of_the_task_are_listed_with_all_members() -> None:
    text = said(opened(PAGE, taak="meldpunten"))
    for number, group in enumerate(groups_of_tasks()["meldpunten"].groups, 1):
        line = next(line for line in text.splitlines() if line.startswith(f"- **Groep {number}**"))
        assert f"{len(group)} regio's" in line
        assert all(NAMES[code] in line for code in group)
