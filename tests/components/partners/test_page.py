"""Samenwerking opened by links: what it says, what it hands to both maps, and its figures against the CSV."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.partners import neighbour_groups
from components.partners import tables as partner_tables
from components.partners.camera import Viewpoint, view_state
from components.partners.drawing import FILLS, fill_of, partner_lines
from components.partners.flat_map import build_flat_map
from components.partners.tilting_map import build_partner_map
from components.partners.view import BROWSER, Browser, PartnerView, groups_of_tasks
from model.dataset.reading import read_table
from tests.components.opening import address_of, component_data, opened, prepared, said
from tests.data.shipped import CSV, STATIC, csv_rows

PAGE = "pages/samenwerking.py"
PARTNERS = csv_rows(CSV / "partners.csv")
CELLS = csv_rows(CSV / "scale_choices.csv")
NAMES = {row["region_code"]: row["name"] for row in csv_rows(CSV / "regions.csv")}
TASKS = {row["task_code"]: row["name"] for row in csv_rows(CSV / "tasks.csv")}
NAMED = {(row["region_code"], row["partner_region_code"]) for row in PARTNERS if row["partner_region_code"]}
HOSTILE = "<script>alert(1)</script>"


def page_in(browser: Browser, **query: str) -> AppTest:
    """The page after the browser has said what it can do."""
    app = prepared(PAGE, **query).run()
    app.session_state[BROWSER] = browser
    return app.run()


def tables(app: AppTest) -> dict[str, dict[str, Any]]:
    return {data["caption"]: data for data in component_data(app, "table")}


def deck_of(app: AppTest) -> dict[str, Any]:
    (element,) = app.get("deck_gl_json_chart")
    return json.loads(element.proto.json)


def layers(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {re.split(r"[-:]\d*", layer["id"])[0]: layer for layer in spec["layers"]}


def drawn(task: str, mine: str | None = None, chosen: str | None = None) -> dict[str, Any]:
    regions = read_table("regions")
    return {
        "groups": groups_of_tasks()[task],
        "lines": partner_lines(partner_tables.pairs(), regions, chosen),
        "regions": regions,
        "mine": mine,
        "chosen": chosen,
    }


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


# What the maps are given


def test_deck_asks_nothing_of_other_servers_and_has_no_base_map() -> None:
    spec = deck_of(page_in(Browser("fast"), regio="JZ31"))
    assert spec.get("mapProvider") is None
    # The word by which Streamlit knows that no base map was asked for; None would fetch one.
    assert spec["mapStyle"] == "__MAP_STYLE__"
    assert "http" not in json.dumps(spec)
    urls = {layer["data"] for layer in spec["layers"] if isinstance(layer["data"], str)}
    assert urls == {"app/static/regions.geo.json"}


def test_arcs_are_the_pairs_of_the_csv() -> None:
    arcs = layers(deck_of(page_in(Browser("fast"))))["arcs"]["data"]
    found = {(arc["region_code"], arc["partner_region_code"]) for arc in arcs}
    assert {frozenset(pair) for pair in found} == {frozenset(pair) for pair in NAMED}
    assert found <= NAMED, "an arc starts at the region that names"
    for arc in arcs:
        pair = (arc["region_code"], arc["partner_region_code"])
        mutual = pair[::-1] in NAMED
        assert arc["name"].endswith("noemen elkaar") == mutual
        assert (arc["start"] == arc["end"]) == mutual, "only a one-sided arc fades"
    assert {arc["width"] for arc in arcs if arc["start"] == arc["end"]} == {5}
    assert {arc["width"] for arc in arcs if arc["start"] != arc["end"]} == {3}


def test_arcs_of_other_regions_fade() -> None:
    arcs = layers(deck_of(page_in(Browser("fast"), regio="JZ31")))["arcs"]["data"]
    for arc in arcs:
        concerns = "JZ31" in (arc["region_code"], arc["partner_region_code"])
        assert (arc["start"][3] == 255) == concerns


@pytest.mark.parametrize("task", TASKS)
def test_fills_tell_who_chooses_bovenregionaal(task: str) -> None:
    groups = groups_of_tasks()[task]
    cells = {row["region_code"]: row["leading_levels"].split(";") for row in CELLS if row["task_code"] == task}
    for code, levels in cells.items():
        wanted = "other"
        if "bovenregionaal" in levels:
            wanted = "only" if len(levels) == 1 else "mixed"
        assert fill_of(groups, code) == FILLS["none" if levels == [""] else wanted], code


def test_deck_and_flat_map_have_the_same_lines_and_colours() -> None:
    what = drawn("jeugdzorgplus", mine="JZ31", chosen="JZ11")
    deck = json.loads(build_partner_map(**what, clicks=1, camera=view_state(Viewpoint(), 780)).to_json())
    flat = build_flat_map(**what, height_px=500).to_dict()
    rows = [row for data in flat["datasets"].values() for row in data]
    words = {row["words"] for row in rows if "words" in row}
    assert words == {arc["name"] for arc in layers(deck)["arcs"]["data"]}
    fills = {row["code"]: row["fill"] for row in rows if "fill" in row}
    expression = layers(deck)["fills"]["_subLayerProps"]["polygons-fill"]["getFillColor"]
    for code, colour in fills.items():
        rgb = str([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
        branches = expression.split(" : ")
        named = [branch for branch in branches if f"'{code}'" in branch]
        assert (named[0].split(" ? ")[1] if named else branches[-1]) == rgb, code


def test_outlined_regions_are_the_chosen_one_mine_and_those_without_a_level() -> None:
    """By their place in the borders file: deck.gl gets nothing of the others."""
    features = json.loads((STATIC / "regions.geo.json").read_text())["features"]
    what = drawn("meldpunten", mine="JZ31", chosen="JZ11")
    deck = json.loads(build_partner_map(**what, clicks=1, camera=view_state(Viewpoint(), 780)).to_json())
    outlined = {
        layer["id"].split(":")[0]: {
            features[int(place)]["properties"]["code"] for place in re.findall(r"features\[(\d+)\]", transform)
        }
        for layer in deck["layers"]
        if (transform := layer.get("dataTransform"))
    }
    without_level = {
        row["region_code"] for row in CELLS if row["task_code"] == "meldpunten" and not row["leading_levels"]
    }
    assert outlined == {"casing": {"JZ11", "JZ31"}, "outlines": {"JZ11", "JZ31"}, "edges": without_level}


def test_click_that_was_heard_is_let_go_of_by_a_new_layer() -> None:
    what = drawn("jggz")
    ids = [
        {
            layer.id
            for layer in build_partner_map(**what, clicks=clicks, camera=view_state(Viewpoint(), 780)).layers
            if layer.pickable
        }
        for clicks in (1, 2)
    ]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_browser_decides_only_where_the_visitor_did_not() -> None:
    assert Browser("slow").draws_flat(PartnerView("jggz"))
    assert not Browser("slow").draws_flat(PartnerView("jggz", flat=False))
    assert Browser("none").draws_flat(PartnerView("jggz", flat=False))


# Tables and sentences


@pytest.mark.parametrize("code", ["JZ11", "JZ14", "JZ31", "JZ42"])
def test_table_of_a_region_has_every_mention_with_its_lines(code: str) -> None:
    rows = tables(opened(PAGE, bekijk=code))[f"Partners van {NAMES[code]}"]["rows"]
    wanted = [
        row
        for row in PARTNERS
        if row["partner_region_code"] and code in (row["region_code"], row["partner_region_code"])
    ]
    assert len(rows) == len(wanted)
    by_partner = sorted((row[0], row[1]) for row in rows)
    assert by_partner == sorted(
        (NAMES[row["partner_region_code"]], "is genoemd")
        if row["region_code"] == code
        else (NAMES[row["region_code"]], "noemt deze regio")
        for row in wanted
    )
    for row in wanted:
        assert any(re.search(rf"\b{row['line_from']}\b", shown[3]) for shown in rows)


def test_region_without_partners_says_what_that_does_not_mean() -> None:
    app = opened(PAGE, bekijk="JZ24")
    assert "JZ24" not in {code for pair in NAMED for code in pair}
    assert "Dat betekent niet dat er niet wordt samengewerkt" in said(app)


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
        assert table.loc[name, "Naast ander niveau"] == len(mixed)
        alone = table.loc[name, "Wie staan alleen"]
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
    assert own == [name for name in TASKS.values() if name not in shared[0]]
    assert all(sentence.endswith(".") for sentence in sentences)


def test_findings_name_partners_and_mixtures_among_the_neighbours() -> None:
    sentences = {text.split("**")[1]: text for text in neighbour_groups.findings("JZ10") if text.startswith("**")}
    assert "Zuid-Kennemerland (noemen elkaar als partner)" in sentences["Pleegzorg"]
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
