"""What the map says of itself for a hall: figures that another reading of the shipped data gives too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.look.exhibit import GridDrawing, MapDrawing
from components.map.exhibit import exhibit_of
from components.map.payload import LAYERS
from tests.components.exhibits import check
from tests.data.shipped import shipped

CHOICES = shipped("scale_choices").assign(
    level=lambda table: table["leading_levels"].map(lambda levels: " en ".join(levels) or "geen niveau genoemd")
)
REGIONS = shipped("regions").set_index("region_code")["name"].to_dict()
TASKS = shipped("tasks").set_index("task_code")["name"].to_dict()
STATUS = {
    task: dict(zip(found["region_code"], found["status"], strict=True))
    for task, found in shipped("scale_choices").groupby("task_code")
}
NEIGHBOURS = shipped("neighbours").groupby("region_code")["neighbour_region_code"].agg(set).to_dict()


@pytest.mark.parametrize("task", TASKS)
def test_of_each_task_it_says_how_many_regions_chose_what(task: str) -> None:
    levels = CHOICES[CHOICES["task_code"] == task].set_index("region_code")["level"]
    counts = levels.value_counts()
    exhibit = exhibit_of({"taak": task})
    check(exhibit)
    assert isinstance(exhibit.drawing, MapDrawing)
    assert {face.words for face in exhibit.drawing.classes} == {f"{level}: {count}" for level, count in counts.items()}
    drawn = {code: exhibit.drawing.classes[at].words for code, at in exhibit.drawing.class_of_region.items()}
    assert drawn == {code: f"{level}: {counts[level]}" for code, level in levels.items()}
    assert exhibit.words["aantal_meest"] == str(counts.max())
    assert exhibit.title.startswith(f"{TASKS[task]}: {counts.max()} van de 42 regio's")


@pytest.mark.parametrize("region", REGIONS)
def test_of_each_region_it_says_what_it_chose_and_how_many_others_and_neighbours_did(region: str) -> None:
    for task in TASKS:
        levels = CHOICES[CHOICES["task_code"] == task].set_index("region_code")["level"]
        own = levels[region]
        exhibit = exhibit_of({"taak": task, "regio": region})
        check(exhibit)
        assert isinstance(exhibit.drawing, MapDrawing)
        assert (exhibit.drawing.mine, exhibit.drawing.named[0]) == (region, region)
        assert set(exhibit.drawing.named[1:]) == NEIGHBOURS[region]
        assert exhibit.drawing.status_of_region == STATUS[task]
        assert exhibit.words["regio"] == REGIONS[region]
        assert exhibit.words["buren"] == str(len(NEIGHBOURS[region]))
        if own == "geen niveau genoemd":
            assert {exhibit.words[name] for name in ("eigen", "aantal_zelfde", "buren_zelfde")} == {"onbekend"}
            continue
        assert exhibit.words["eigen"] == own
        assert exhibit.words["aantal_zelfde"] == str((levels == own).sum())
        assert exhibit.words["buren_zelfde"] == str(sum(levels[code] == own for code in NEIGHBOURS[region]))
        others = int((levels == own).sum()) - 1
        assert f" {others} andere regio" in exhibit.title if others else exhibit.title.endswith("als enige regio")


@pytest.mark.parametrize("task", TASKS)
def test_the_layer_of_the_status_counts_agreements(task: str) -> None:
    statuses = CHOICES[CHOICES["task_code"] == task]["status"].value_counts()
    words = exhibit_of({"taak": task, "kleur": "status"}).words
    assert [words[name] for name in ("aantal_afspraak", "aantal_intentie", "aantal_open")] == [
        str(statuses.get(status, 0)) for status in ("gedeelde_afspraak", "intentie", "geen_opvatting")
    ]


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("region", [None, "JZ14", "JZ38"])
def test_every_layer_says_something(layer: str, region: str | None) -> None:
    mine = {"regio": region} if region else {}
    check(exhibit_of({"kleur": layer, **mine}))
    check(exhibit_of({"kleur": layer, "alle": "1", **mine}))


def test_another_region_that_is_looked_at_is_the_one_it_is_about() -> None:
    exhibit = exhibit_of({"regio": "JZ14", "bekijk": "JZ02"})
    assert "Friesland" in exhibit.title
    assert isinstance(exhibit.drawing, MapDrawing)
    assert (exhibit.drawing.mine, exhibit.drawing.named[:2]) == ("JZ14", ("JZ14", "JZ02"))
    assert set(exhibit.drawing.named) == {"JZ14", "JZ02"} | NEIGHBOURS["JZ14"] | NEIGHBOURS["JZ02"]


def test_all_tasks_stand_in_one_grid_with_the_own_region_set_apart() -> None:
    exhibit = exhibit_of({"alle": "1", "regio": "JZ14"})
    assert isinstance(exhibit.drawing, GridDrawing)
    assert exhibit.drawing.marked is not None
    assert exhibit.drawing.columns[exhibit.drawing.marked] == "Twente"
    first, last = exhibit.drawing.columns[0], exhibit.drawing.columns[-1]
    assert f"van {first} in het noorden naar {last} in het zuiden" in exhibit.sentence
    counts = CHOICES["level"].value_counts()
    assert {face.words for face in exhibit.drawing.classes} == {f"{level}: {count}" for level, count in counts.items()}
    north_to_south = shipped("regions").sort_values("label_lat", ascending=False)["name"]
    assert list(exhibit.drawing.columns) == list(north_to_south)


TEXTS = st.text(max_size=8)


@given(
    st.dictionaries(
        st.sampled_from(["taak", "kleur", "bekijk", "regio", "alle", "zomaar"]),
        st.sampled_from([*TASKS, *REGIONS, *LAYERS, "1", "geen"]) | TEXTS,
    )
)
def test_any_address_gives_an_exhibit(query: dict[str, str]) -> None:
    check(exhibit_of(query))


@given(TEXTS)
def test_what_an_address_gets_wrong_is_the_usual_view(text: str) -> None:
    assert exhibit_of({"taak": f"?{text}", "kleur": f"?{text}", "regio": f"?{text}"}) == exhibit_of({})


@pytest.mark.parametrize("region", ["JZ01", "JZ11", "JZ27", "JZ30", "JZ31"])
def test_the_sentence_of_a_storyline_says_what_the_title_does_not(region: str) -> None:
    exhibit = exhibit_of({"kleur": "raden", "regio": region})
    assert REGIONS[region] in exhibit.title
    assert REGIONS[region] not in exhibit.words["eigen_zin"]
    assert exhibit.words["eigen_zin"] in exhibit.sentence
