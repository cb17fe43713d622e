"""What the map gets, against the CSV files counted with plain Python."""

import json
from collections import Counter
from typing import Any

import pytest

from components.map.payload import LAYERS, TASK_LAYERS, map_payload
from components.map.view import moved_borders
from model.choices.classes import with_classes
from model.dataset.reading import read_table
from model.dataset.registry import LEVELS
from tests.data.shipped import CSV, csv_rows

CELLS = {(row["region_code"], row["task_code"]): row for row in csv_rows(CSV / "scale_choices.csv")}
ANSWERS = {(row["region_code"], row["question"]): row for row in csv_rows(CSV / "governance.csv")}
AGREED = ("ja", "deels")


@pytest.fixture(scope="module")
def payload() -> dict[str, Any]:
    return map_payload(
        read_table("regions"),
        read_table("tasks"),
        with_classes(read_table("scale_choices")),
        read_table("governance"),
        {"JZ27": "Boskoop ging."},
    )


def cells_of(payload: dict[str, Any], layer: str) -> dict[tuple[str, str], str]:
    """Class code per region and task, read as the browser does."""
    classes = payload["classes"][layer]
    position = TASK_LAYERS.index(layer)
    keys = [(region, task) for region, _ in payload["regions"] for task, _, _ in payload["tasks"]]
    return {key: classes[cell[position]]["code"] for key, cell in zip(keys, payload["cells"], strict=True)}


def test_payload_holds_everything_once(payload: dict[str, Any]) -> None:
    assert len(payload["regions"]) == 42
    assert len(payload["tasks"]) == 11
    assert len(payload["cells"]) == len(payload["words"]) == 462
    assert [layer["code"] for layer in payload["layers"]] == list(LAYERS)
    assert [layer["code"] for layer in payload["layers"] if layer["perTask"]] == list(TASK_LAYERS)
    assert set(payload["answers"]) == set(LAYERS) - set(TASK_LAYERS)
    assert payload["moved"] == {"JZ27": "Boskoop ging."}


def test_payload_travels_as_json_and_is_small(payload: dict[str, Any]) -> None:
    text = json.dumps(payload, separators=(",", ":"), allow_nan=False)
    assert json.loads(text) == payload
    assert len(text) < 30_000


def test_levels_are_those_of_the_csv(payload: dict[str, Any]) -> None:
    expected = {key: row["leading_levels"].replace(";", "+") or "geen_niveau" for key, row in CELLS.items()}
    assert cells_of(payload, "niveau") == expected


def test_widest_levels_are_those_of_the_csv(payload: dict[str, Any]) -> None:
    expected = {key: row["levels"].split(";")[-1] or "geen_niveau" for key, row in CELLS.items()}
    assert cells_of(payload, "breedst") == expected


def test_statuses_are_those_of_the_csv(payload: dict[str, Any]) -> None:
    assert cells_of(payload, "status") == {key: row["status"] for key, row in CELLS.items()}


def test_counts_per_class_and_task(payload: dict[str, Any]) -> None:
    shown = Counter((task, code) for (_, task), code in cells_of(payload, "niveau").items())
    counted = Counter(
        (row["task_code"], row["leading_levels"].replace(";", "+") or "geen_niveau") for row in CELLS.values()
    )
    assert shown == counted
    assert shown["eerste_lijn", "lokaal"] == 37
    assert shown["meldpunten", "geen_niveau"] == shown["jeugdzorgplus", "geen_niveau"] == 1


@pytest.mark.parametrize(("layer", "question"), [("raden", "1b"), ("juridisch", "1d")])
def test_answers_are_those_of_the_csv(payload: dict[str, Any], layer: str, question: str) -> None:
    classes = payload["classes"][layer]
    shown = {
        region: classes[index]["code"]
        for (region, _), index in zip(payload["regions"], payload["answers"][layer], strict=True)
    }
    assert shown == {region: ANSWERS[region, question]["code"] for region in shown}


def test_purposes_are_those_of_the_csv(payload: dict[str, Any]) -> None:
    classes = payload["classes"]["doel"]
    for (region, _), index in zip(payload["regions"], payload["answers"]["doel"], strict=True):
        answer = ANSWERS[region, "1c"]
        if answer["code"] in AGREED:
            expected = answer["detail"] or "onbekend"
        else:
            expected = "geen_afspraak" if answer["code"] == "nee" else "geen_antwoord"
        assert classes[index]["code"] == expected, region


def test_words_of_a_cell_say_more_than_its_class_or_nothing(payload: dict[str, Any]) -> None:
    keys = [(region, task) for region, _ in payload["regions"] for task, _, _ in payload["tasks"]]
    classes = cells_of(payload, "niveau")
    for key, words in zip(keys, payload["words"], strict=True):
        printed = CELLS[key]["level_text"]
        if words:
            assert words == printed, key
        else:
            said = printed.lower().replace("(boven)", "bovenregionaal ").replace("/", " ").replace(" en ", " ")
            named = classes[key].replace("+", " ").replace("geen_niveau", "")
            assert set(said.replace("+", " ").split()) == set(named.split()), key
    assert "Bovenregionaal (uitvoering: regionaal)" in payload["words"]
    assert not {"Lokaal/subregionaal", "(Boven)regionaal", "Regionaal / bovenregionaal"} & set(payload["words"])


def test_classes_run_from_local_to_large_and_no_level_is_never_a_shade(payload: dict[str, Any]) -> None:
    codes = [item["code"] for item in payload["classes"]["niveau"]]
    assert [code for code in codes if code in LEVELS] == list(LEVELS)
    assert codes[-1] == "geen_niveau"
    assert payload["classes"]["niveau"][-1]["colours"] == []
    for item in payload["classes"]["niveau"][:-1]:
        assert len(item["colours"]) == len(item["code"].split("+"))


@pytest.mark.parametrize("layer", LAYERS)
def test_classes_of_a_layer_differ_in_code_name_and_colours(payload: dict[str, Any], layer: str) -> None:
    items = payload["classes"][layer]
    for part in ("code", "name"):
        assert len({item[part] for item in items}) == len(items), part
    assert len({tuple(item["colours"]) for item in items}) == len(items)


def test_moved_borders_name_both_regions() -> None:
    sentences = moved_borders()
    changes = csv_rows(CSV / "boundary_changes.csv")
    assert set(sentences) == {row[column] for row in changes for column in ("region_code", "polygon_region_code")}
    for row in changes:
        assert f"{row['municipality']} ligt op de kaart in " in sentences[row["region_code"]]
        assert f"{row['municipality']} hoorde in 2013 bij " in sentences[row["polygon_region_code"]]
    assert sentences["JZ27"] == "Boskoop ligt op de kaart in Holland Rijnland."
    assert sentences["JZ16"].count(";") == 1
