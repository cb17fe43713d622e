"""What the comparison says of itself for a hall."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.frame.likeness import more_regions
from components.look.exhibit import BarsDrawing, GridDrawing, TableDrawing
from components.matrix.exhibit import exhibit_of
from components.matrix.payload import COLUMN_ORDER_WORDS, ROW_ORDER_WORDS
from tests.components.exhibits import check
from tests.data.shipped import shipped

CELLS = shipped("scale_choices").set_index(["task_code", "region_code"])
CHOICES = CELLS["leading_levels"].map(frozenset)
REGIONS = shipped("regions").set_index("region_code")["name"].to_dict()
TASKS = shipped("tasks").sort_values("task_order").set_index("task_code")["short_name"].to_dict()


def likeness(one: str, other: str) -> float:
    """Equal choices count, partly equal ones for half, over the tasks for which both name a level."""
    pairs = [(CHOICES[task, one], CHOICES[task, other]) for task in TASKS]
    named = [(a, b) for a, b in pairs if a and b]
    return sum(1 if a == b else 0.5 if a & b else 0 for a, b in named) / len(named)


def equal_tasks(one: str, other: str) -> int:
    return sum(CHOICES[task, one] == CHOICES[task, other] != frozenset() for task in TASKS)


def others_of(region: str) -> list[str]:
    return [code for code in REGIONS if code != region]


@pytest.mark.parametrize("region", REGIONS)
def test_it_names_who_is_most_and_least_like_each_region(region: str) -> None:
    exhibit = exhibit_of({"regio": region})
    check(exhibit)
    by_name = {REGIONS[code]: likeness(region, code) for code in REGIONS if code != region}
    assert by_name[exhibit.words["lijkt_meest"]] == max(by_name.values())
    assert by_name[exhibit.words["lijkt_minst"]] == min(by_name.values())
    assert exhibit.words["lijkt_meest"] in exhibit.title
    best = {(likeness(region, code), equal_tasks(region, code)) for code in others_of(region)}
    tied = sum((likeness(region, code), equal_tasks(region, code)) == max(best) for code in others_of(region)) - 1
    others = f" en {more_regions(tied)}" if tied else ""
    assert exhibit.title.endswith(f" {exhibit.words['lijkt_meest']}{others} het meest")
    assert f"{100 * max(by_name.values()):.0f}%" in [figure.value for figure in exhibit.figures]


@pytest.mark.parametrize("region", ["JZ01", "JZ11", "JZ27", "JZ30", "JZ31"])
def test_the_sentence_of_a_storyline_counts_what_the_likeness_is_made_of(region: str) -> None:
    words = exhibit_of({"regio": region}).words
    codes = {name: code for code, name in REGIONS.items()}
    most, least = codes[words["lijkt_meest"]], codes[words["lijkt_minst"]]
    equal, compared = equal_tasks(region, most), sum(bool(CHOICES[t, region] and CHOICES[t, most]) for t in TASKS)
    assert f"Met {words['lijkt_meest']} zijn {equal} van de {compared} keuzes gelijk" in words["eigen_zin"]
    assert f"{100 * likeness(region, most):.0f}%. Het minst" in words["eigen_zin"]
    assert words["eigen_zin"].endswith(f": {100 * likeness(region, least):.0f}%.")


@pytest.mark.parametrize("region", [None, "JZ31"])
@pytest.mark.parametrize("rows", ROW_ORDER_WORDS)
def test_the_grid_holds_every_choice_in_every_order(rows: str, region: str | None) -> None:
    exhibit = exhibit_of({"rijen": rows, **({"regio": region} if region else {})})
    check(exhibit)
    drawing = exhibit.drawing
    assert isinstance(drawing, GridDrawing)
    assert drawing.marked == (0 if region else None)
    codes = {name: code for code, name in REGIONS.items()}
    for (task, _), row in zip(TASKS.items(), drawing.cells, strict=True):
        for name, at in zip(drawing.columns, row, strict=True):
            words = drawing.classes[at].words.split(":")[0]
            if rows == "afspraken":
                assert words.removeprefix("nog ").replace(" ", "_") == CELLS.loc[(task, codes[name]), "status"]
                continue
            levels = frozenset() if words == "geen niveau genoemd" else frozenset(words.split(" en "))
            assert levels == CHOICES[task, codes[name]]


def test_without_a_region_the_order_by_likeness_counts_who_chose_all_as_another_did() -> None:
    twins = [
        one
        for one in REGIONS
        if any(all(CHOICES[t, one] == CHOICES[t, two] != frozenset() for t in TASKS) for two in others_of(one))
    ]
    exhibit = exhibit_of({"rijen": "gelijkenis"})
    assert exhibit.title.startswith(f"{len(twins)} van de 42 regio's")
    assert exhibit.title != exhibit_of({}).title


def test_provinces_and_groups_are_named_above_their_columns() -> None:
    provinces = shipped("regions").set_index("name")["province"]
    drawing = exhibit_of({"rijen": "provincie"}).drawing
    assert isinstance(drawing, GridDrawing)
    headed = [name for name, count in drawing.bands for _ in range(count)]
    assert headed == [provinces[name] for name in drawing.columns]
    groups = exhibit_of({"rijen": "groepen", "regio": "JZ14"}).drawing
    assert isinstance(groups, GridDrawing)
    assert [name for name, _ in groups.bands] == ["", "Groep 1", "Groep 2", "Groep 3"]


def test_the_order_by_agreement_gives_the_chance_per_task_with_the_chosen_one_set_apart() -> None:
    exhibit = exhibit_of({"kolommen": "eens", "taak": "jggz"})
    check(exhibit)
    assert isinstance(exhibit.drawing, BarsDrawing)
    assert [bar.label for bar in exhibit.drawing.bars if bar.marked] == ["Jeugd-ggz"]
    values = [bar.value for bar in exhibit.drawing.bars]
    assert values == sorted(values)


@pytest.mark.parametrize("codes", [("JZ14", "JZ31"), ("JZ01", "JZ02", "JZ04"), ("JZ36", "JZ34", "JZ31", "JZ33")])
def test_regions_side_by_side_are_a_table_with_what_they_share(codes: tuple[str, ...]) -> None:
    exhibit = exhibit_of({"naast": ",".join(codes)})
    check(exhibit)
    assert isinstance(exhibit.drawing, TableDrawing)
    assert exhibit.drawing.columns[1:-1] == tuple(REGIONS[code] for code in codes)
    equal = sum(len({CHOICES[task, code] for code in codes}) == 1 for task in TASKS)
    assert exhibit.title.endswith(f"kozen bij {equal} van de 11 taken hetzelfde")
    assert sum(row[-1] == "gelijk" for row in exhibit.drawing.rows) == equal


@given(
    st.dictionaries(
        st.sampled_from(["rijen", "kolommen", "toon", "taak", "bekijk", "regio"]),
        st.sampled_from([*ROW_ORDER_WORDS, *COLUMN_ORDER_WORDS, *TASKS, *REGIONS]) | st.text(max_size=8),
    ),
    st.lists(st.sampled_from(list(REGIONS)) | st.text(max_size=3), max_size=6),
)
def test_any_address_gives_an_exhibit_with_the_same_words(query: dict[str, str], beside: list[str]) -> None:
    exhibit = exhibit_of({**query, "naast": ",".join(beside)})
    check(exhibit)
    assert exhibit.words.keys() == exhibit_of({}).words.keys()


def test_the_order_by_agreements_says_how_many_regions_had_none() -> None:
    agreed = (CELLS["status"] == "gedeelde_afspraak").groupby("region_code").sum()
    exhibit = exhibit_of({"rijen": "afspraken", "regio": "JZ14"})
    assert exhibit.title.startswith(f"{(agreed == 0).sum()} van de 42 regio's")
    assert [figure.value for figure in exhibit.figures] == [
        f"{(agreed == 0).sum()} van 42",
        f"{100 * agreed.sum() / len(CELLS):.0f}%",
        f"{agreed['JZ14']} van 11",
    ]
    assert isinstance(exhibit.drawing, GridDrawing)
    assert list(exhibit.drawing.columns[1:3]) == ["IJsselland", "Rijk van Nijmegen"]
