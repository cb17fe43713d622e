"""What Samenwerking hands to the tilting and the flat map: fills, edges, lines and clicks, against the CSV."""

from __future__ import annotations

import json
import math
import re
from itertools import combinations
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.look.palette import GROUND
from components.partners import with_whom
from components.partners.camera import Viewpoint, view_state
from components.partners.drawing import (
    CASING,
    LINE,
    NUMBER_PX,
    STROKES,
    fill_colours,
    fill_words,
    fills,
    group_labels,
    own_group,
    partner_lines,
    stroke_of,
)
from components.partners.flat_map import build_flat_map
from components.partners.tilting_map import build_partner_map
from components.partners.view import Browser, PartnerView, groups_shown
from model.dataset.reading import read_table
from model.dataset.registry import LEVELS
from tests.colour_vision import contrast
from tests.components.opening import component_data, opened
from tests.components.partners.samenwerking import CELLS, NAMED, PAGE, TASKS, page_in
from tests.data.shipped import STATIC


def deck_of(app: AppTest) -> dict[str, Any]:
    (element,) = app.get("deck_gl_json_chart")
    return json.loads(element.proto.json)


def layers(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {re.split(r"[-:]\d*", layer["id"])[0]: layer for layer in spec["layers"]}


def drawn(task: str, mine: str | None = None, chosen: str | None = None) -> dict[str, Any]:
    regions, groups = read_table("regions"), groups_shown(PartnerView(task, chosen))
    return {
        "groups": groups,
        "lines": partner_lines(with_whom.pairs(), regions, groups, chosen),
        "regions": regions,
        "mine": mine,
        "chosen": chosen,
    }


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
        stroke = next(one for one in STROKES.values() if round(255 * one.opacity) == arc["casing"][3])
        assert arc["width"] <= stroke.width_px
        assert arc["cased_width"] > arc["width"], "light around dark: seen on navy as well as on grey"


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("code", ["JZ31", "JZ10", "JZ01"])
def test_lines_of_the_region_to_the_same_level_are_strong_and_those_of_others_faint(task: str, code: str) -> None:
    leading = {row["region_code"]: row["leading_levels"].split(";") for row in CELLS if row["task_code"] == task}
    level = groups_shown(PartnerView(task, code)).level
    assert level in leading[code]
    for line in drawn(task, chosen=code)["lines"]:
        pair = {line["region_code"], line["partner_region_code"]}
        if code not in pair:
            assert line["weight"] == "faint"
        else:
            (other,) = pair - {code}
            assert line["weight"] == ("strong" if level in leading[other] else "plain")


def test_without_a_region_lines_are_strong_where_both_share_a_level() -> None:
    leading = {row["region_code"]: row["leading_levels"].split(";") for row in CELLS if row["task_code"] == "pleegzorg"}
    for line in drawn("pleegzorg")["lines"]:
        shared = set(leading[line["region_code"]]) & set(leading[line["partner_region_code"]])
        assert line["weight"] == ("strong" if shared else "faint")


def on_map(point: list[float]) -> complex:
    """Place in pixels on a map of 600 pixels high."""
    return 125 * complex(point[0], math.degrees(math.asinh(math.tan(math.radians(point[1])))))


def test_a_line_between_small_neighbours_is_thin_enough_to_be_a_line() -> None:
    for line in drawn("pleegzorg", chosen="JZ11")["lines"]:
        length = abs(on_map(line["source"]) - on_map(line["target"]))
        stroke = stroke_of(line)
        assert 3 * stroke.casing_px < length
        assert stroke.width_px < stroke.casing_px


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("chosen", [None, "JZ11", "JZ31"])
def test_every_group_has_its_number_clear_of_lines_and_of_other_numbers(task: str, chosen: str | None) -> None:
    what = drawn(task, chosen=chosen)
    labels = group_labels(what["groups"], what["regions"], what["lines"])
    numbers = [label["label"] for label in labels]
    assert set(numbers) == {str(number) for number, _ in enumerate(what["groups"].groups, 1)}
    places = [on_map(label["point"]) for label in labels]
    assert all(abs(one - other) >= 2 * NUMBER_PX for one, other in combinations(places, 2))
    ends = {on_map(line[end]) for line in what["lines"] if line["weight"] != "faint" for end in ("source", "target")}
    covering = [number for number, place in zip(numbers, places, strict=True) if place in ends]
    assert len(covering) == len(set(covering)), "only where a group would have no number at all, and then once"


@pytest.mark.parametrize("query", [{}, {"bekijk": "JZ11"}, {"bekijk": "JZ24", "taak": "crisisopvang"}])
def test_words_below_the_map_hold_on_a_light_page_and_on_a_dark_one(query: dict[str, str]) -> None:
    text = " ".join(caption.value for caption in page_in(Browser("none"), **query).caption)
    assert "dikkere rand" in text
    assert not re.search(r"donker|lichter|\b(zwart|wit|grijs)", text)


def test_strong_and_faint_differ_by_more_than_colour() -> None:
    assert STROKES["strong"].width_px >= 2 * STROKES["plain"].width_px > STROKES["faint"].width_px
    assert STROKES["faint"].opacity < 0.5 <= STROKES["plain"].opacity


@pytest.mark.parametrize(
    "ground", [GROUND.light, GROUND.dark, *(c for level in LEVELS for c in fill_colours(level).values())]
)
def test_a_line_shows_on_every_fill_and_page_by_itself_or_by_its_casing(ground: str) -> None:
    """On navy a dark line alone faded."""
    assert max(contrast(LINE, ground), contrast(CASING, ground)) >= 3
    assert contrast(LINE, CASING) >= 3, "the two part from each other"


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("chosen", [None, "JZ31", "JZ10"])
def test_fills_tell_who_chooses_the_level_and_who_is_in_the_group_of_the_region(task: str, chosen: str | None) -> None:
    groups = groups_shown(PartnerView(task, chosen))
    if chosen is None:
        assert groups.level == ("lokaal" if task == "eerste_lijn" else "bovenregionaal")
    cells = {row["region_code"]: row["leading_levels"].split(";") for row in CELLS if row["task_code"] == task}
    group, colours, shown = own_group(groups, chosen), fill_colours(groups.level), fills(groups, chosen)
    assert (chosen in group) == (chosen is not None)
    for code, levels in cells.items():
        wanted = "near" if not group or code in group else "same"
        if groups.level not in levels:
            wanted = "none" if levels == [""] else "other"
        assert shown[code] == colours[wanted], code
    (data,) = component_data(opened(PAGE, taak=task, **({"bekijk": chosen} if chosen else {})), "partner_controls")
    assert {item["words"] for item in data["fills"]} == set(fill_words(groups, chosen).values())
    assert [item["edged"] for item in data["fills"]] == [True, *[False] * (len(data["fills"]) - 1)]


def test_deck_and_flat_map_have_the_same_lines_and_colours() -> None:
    what = drawn("jeugdzorgplus", mine="JZ31", chosen="JZ11")
    deck = json.loads(build_partner_map(**what, clicks=1, camera=view_state(Viewpoint(), 780)).to_json())
    flat = build_flat_map(**what, height_px=500).to_dict()
    assert flat["background"] == "transparent", "the ground of a dark screen would print as a black block"
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


def test_outlined_regions_are_the_chosen_one_mine_its_group_and_those_without_a_level() -> None:
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
    outlined["edges"] = {
        features[int(place)]["properties"]["code"]
        for layer in deck["layers"]
        if layer["id"].startswith("edges:")
        for place in re.findall(r"features\[(\d+)\]", layer["dataTransform"])
    }
    near = set(own_group(what["groups"], "JZ11"))
    assert "JZ11" in near
    assert outlined == {"casing": {"JZ11", "JZ31"}, "outlines": {"JZ11", "JZ31"}, "edges": without_level | near}


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
