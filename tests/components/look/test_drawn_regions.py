"""The map made on the server: every region in the look of its class, as the browser draws it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from components.look import drawn_regions
from components.look.drawn_names import Sign, names_on
from components.look.drawn_regions import COUNTRY, RANDSTAD, Box, map_svg
from components.look.exhibit import ClassFace, MapDrawing
from components.look.palette import class_colours
from components.look.region_shapes import region_shapes, shapes_of
from model.choices.classes import class_order, class_words, with_classes
from model.dataset.reading import read_table

SVG = "{http://www.w3.org/2000/svg}"
LOOK = Path(drawn_regions.__file__).parent
REGIONS = read_table("regions")
NAMES = dict(zip(REGIONS["region_code"], REGIONS["name"], strict=True))
CHOICES = with_classes(read_table("scale_choices"))
ORDER = sorted(set(CHOICES["leading_class"]), key=class_order)
FACES = tuple(ClassFace(class_words(code), class_colours(code)) for code in ORDER)


def drawing_of(task: str, mine: str | None = None, named: tuple[str, ...] = ()) -> MapDrawing:
    chosen = CHOICES[CHOICES["task_code"] == task]
    places = {
        code: ORDER.index(found) for code, found in zip(chosen["region_code"], chosen["leading_class"], strict=True)
    }
    return MapDrawing(FACES, places, mine, named)


def drawn(drawing: MapDrawing, **how: float) -> ElementTree.Element:
    return ElementTree.fromstring(map_svg(drawing, NAMES, **how))  # type: ignore[arg-type]


def texts(root: ElementTree.Element) -> list[str]:
    """Lines of text; a space that does not break is a space."""
    return ["".join(found.itertext()).replace("\u00a0", " ") for found in root.iter(f"{SVG}text")]


def fills(root: ElementTree.Element) -> list[str]:
    country = root.find(f"{SVG}svg/{SVG}g")
    assert country is not None
    return [path.attrib["fill"] for path in country]


def test_shapes_are_those_of_the_browser() -> None:
    squares = {
        "transform": {"scale": [1000, 1000], "translate": [100_000, 400_000]},
        "arcs": [[[10, 0], [0, 10]], [[10, 10], [-10, 0], [0, -10], [10, 0]], [[10, 0], [10, 0], [0, 10], [-10, 0]]],
        "objects": {
            "regions": {
                "geometries": [
                    {"id": "west", "type": "Polygon", "arcs": [[0, 1]], "properties": {"x_km": 105, "y_km": 405}},
                    {"id": "east", "type": "MultiPolygon", "arcs": [[[2, ~0]]], "properties": {"x_km": 1, "y_km": 2}},
                ]
            }
        },
    }
    shapes = shapes_of(squares)
    assert shapes["west"].path == "M110.0 -400.0L110.0 -410.0L100.0 -410.0L100.0 -400.0L110.0 -400.0Z"
    assert shapes["east"].path == "M110.0 -400.0L120.0 -400.0L120.0 -410.0L110.0 -410.0L110.0 -400.0Z"
    assert (shapes["west"].x, shapes["west"].y) == (105, -405)


def test_shapes_are_of_the_regions_of_the_dataset() -> None:
    assert region_shapes().keys() == NAMES.keys()


def test_colours_and_parts_of_the_map_are_those_of_the_scripts() -> None:
    script = (LOOK / "colours.js").read_text("utf8")
    for name in ("INK", "PAPER", "GREY", "BORDER", "CHOSEN"):
        assert f"const {name} = '{getattr(drawn_regions, name)}'" in script
    shown = (LOOK / "svg.js").read_text("utf8")
    for name, box in (("COUNTRY", COUNTRY), ("RANDSTAD", RANDSTAD)):
        found = re.search(rf"const {name} = {{ x: (.*?), y: (.*?), width: (.*?), height: (.*?) }}", shown)
        assert found
        assert box == Box(*map(float, found.groups()))


@pytest.mark.parametrize("task", sorted(set(CHOICES["task_code"])))
def test_every_region_has_the_look_of_its_class(task: str) -> None:
    drawing = drawing_of(task)
    found = fills(drawn(drawing))
    assert len(found) == 42
    for code, fill in zip(region_shapes(), found, strict=True):
        place = drawing.class_of_region[code]
        colours = FACES[place].colours
        assert fill == (colours[0] if len(colours) == 1 else f"url(#land-{place})")


def test_key_has_the_classes_that_occur_in_words_and_the_own_region() -> None:
    drawing = drawing_of(min(CHOICES["task_code"]), "JZ29")
    said = texts(drawn(drawing, width=1600))
    occurring = {FACES[place].words for place in drawing.class_of_region.values()}
    assert {words for words in said if words in {face.words for face in FACES}} == occurring
    assert NAMES["JZ29"] in said


def test_patterns_that_are_used_are_in_the_drawing() -> None:
    root = drawn(drawing_of(max(CHOICES["task_code"])), width=1600)
    there = {found.attrib["id"] for found in root.iter() if "id" in found.attrib}
    used = {fill[5:-1] for found in root.iter() if (fill := found.attrib.get("fill", "")).startswith("url(")}
    assert used
    assert used <= there


def test_stripes_of_key_and_map_run_one_way_without_tiles() -> None:
    root = drawn(drawing_of(max(CHOICES["task_code"])), width=1600)
    mixed = [face for face in FACES if len(face.colours) > 1]
    stripes = list(root.iter(f"{SVG}linearGradient"))
    assert len(stripes) == 3 * len(mixed), "in the country, the enlarged part and the key"
    for found in stripes:
        across, down = float(found.attrib["x2"]), float(found.attrib["y2"])
        assert across == pytest.approx(-down), "from the top left to the bottom right, as rotate(45) in svg.js"
        assert found.attrib["spreadMethod"] == "repeat"
        colours = [stop.attrib["stop-color"] for stop in found]
        assert colours[::2] == colours[1::2], "each stripe has one colour from end to end"


def place_of(drawing: ElementTree.Element, box: Box) -> Box:
    """Where the picture shows a part of the map."""
    shown = f"{box.x:g} {box.y:g} {box.width:g} {box.height:g}"
    found = next(part.attrib for part in drawing.iter(f"{SVG}svg") if part.attrib["viewBox"] == shown)
    return Box(*(float(found[name]) for name in ("x", "y", "width", "height")))


SLIDE = {"width": 646, "height": 331, "letters": 15}
"""Room for a map beside the key figures of a slide."""


@pytest.mark.parametrize("mine", [None, "JZ31", "JZ01"])
@pytest.mark.parametrize("task", sorted(set(CHOICES["task_code"])))
def test_randstad_is_really_larger_beside_the_figures_of_a_slide(task: str, mine: str | None) -> None:
    drawing = drawing_of(task, mine)
    status_of = dict(zip(NAMES, 14 * ("gedeelde_afspraak", "intentie", "geen_opvatting"), strict=True))
    root = drawn(replace(drawing, status_of_region=status_of), **SLIDE)
    country, inset = place_of(root, COUNTRY), place_of(root, RANDSTAD)
    assert inset.width / RANDSTAD.width > 1.7 * country.width / COUNTRY.width
    scale = country.width / COUNTRY.width
    for shape in region_shapes().values():
        x, y = country.x + (shape.x - COUNTRY.x) * scale, country.y + (shape.y - COUNTRY.y) * scale
        assert not (x < inset.x + inset.width and inset.y < y < inset.y + inset.height), "the inset lies on land"


def test_nearly_every_region_is_named_on_a_slide() -> None:
    said = "".join(texts(drawn(drawing_of("crisisopvang"), **SLIDE))).replace(" ", "")
    missing = [name for name in NAMES.values() if name.replace(" ", "") not in said]
    assert len(missing) <= 4, missing
    bare = map_svg(drawing_of("crisisopvang"), {}, width=646, height=331, letters=15)
    country = "".join(texts(ElementTree.fromstring(bare))).replace(" ", "")
    assert not [name for name in NAMES.values() if name.replace(" ", "") in country], "without names none is written"


def test_region_without_a_class_is_unknown() -> None:
    whole = drawing_of(min(CHOICES["task_code"]))
    partly = MapDrawing(whole.classes, {code: at for code, at in whole.class_of_region.items() if code != "JZ01"})
    assert fills(drawn(partly))[0] == f"url(#land-{len(FACES)})"
    assert "Onbekend" in texts(drawn(partly))
    assert "Onbekend" not in texts(drawn(whole))


@pytest.mark.parametrize("code", NAMES)
def test_own_region_is_outlined_and_named_on_the_map(code: str) -> None:
    root = drawn(drawing_of(min(CHOICES["task_code"]), code), width=886, height=331, letters=14)
    outlined = [path for path in root.iter(f"{SVG}path") if path.attrib.get("stroke") == drawn_regions.CHOSEN]
    assert [path for path in outlined if path.attrib["d"] == region_shapes()[code].path]
    written = "".join(texts(root)).replace(" ", "").replace("-", "")
    assert written.count(NAMES[code].replace(" ", "").replace("-", "")) >= 2, "in the key and on the map"


def test_nothing_stands_outside_the_picture() -> None:
    for width, height in ((1200, 800), (886, 331), (400, 474), (300, 900)):
        root = drawn(drawing_of(min(CHOICES["task_code"]), "JZ29", ("JZ31",)), width=width, height=height, letters=14)
        for found in (*root.iter(f"{SVG}svg"), *root.iter(f"{SVG}rect")):
            if "x" in found.attrib and found is not root:
                assert float(found.attrib["x"]) >= 0
                assert float(found.attrib["y"]) >= 0
                assert float(found.attrib["x"]) + float(found.attrib["width"]) <= width + 0.1
                assert float(found.attrib["y"]) + float(found.attrib["height"]) <= height + 0.1


def test_texts_never_become_markup() -> None:
    face = ClassFace('<script>"&', ("#ffffff",))
    svg = map_svg(MapDrawing((face,), dict.fromkeys(NAMES, 0), "JZ01"), {"JZ01": "</svg><b>"}, width=1600)
    root = ElementTree.fromstring(svg)
    assert {'<script>"&', "</svg><b>"} <= set(texts(root))
    assert "<script" not in svg


def test_names_lie_over_no_other_name_and_nearest_to_their_own_region() -> None:
    signs = [Sign("a", 50, 50), Sign("b", 60, 52), Sign("c", 5, 5)]
    labels = names_on(
        {"a": "Eerste", "b": "Tweede", "c": "Veeltelangenaamvoorzoeenkaartje"}, signs, room=(120, 100), sizes=(12, 9)
    )
    assert [label.region_code for label in labels] == ["a", "b"]
    assert not labels[0].edges.overlaps(labels[1].edges)
    for label in labels:
        assert min(signs, key=label.edges.distance).region_code == label.region_code


def test_signs_of_the_statuses_stand_at_their_regions_and_in_the_key() -> None:
    whole = drawing_of(min(CHOICES["task_code"]), "JZ31", ("JZ31", "JZ30"))
    status_of = {"JZ01": "geen_opvatting", "JZ30": "intentie", "JZ31": "intentie"}
    root = drawn(replace(whole, status_of_region=status_of), width=1600)
    signs = [path for path in root.iter(f"{SVG}path") if path.attrib.get("transform", "").startswith("translate")]
    said = texts(root)
    assert {"intentie: 2", "nog geen opvatting: 1"} <= set(said)
    assert not [words for words in said if words.startswith("gedeelde afspraak")]
    inks = [path.attrib["fill"] for path in signs if path.attrib["stroke"] == drawn_regions.INK]
    assert inks.count(drawn_regions.PAPER) >= 3, "two regions, and the key"


def test_no_name_lies_over_a_sign() -> None:
    signs = [Sign("a", 50, 50), Sign("b", 90, 50)]
    for label in names_on({"a": "Eerste", "b": "Tweede"}, signs, room=(200, 100), sizes=(12,), sign_radius=4):
        assert all(label.edges.distance(sign) > 4 - 1e-9 for sign in signs)
