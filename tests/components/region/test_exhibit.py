"""What the sheet of a region says of itself for a hall."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.look.exhibit import TableDrawing
from components.region.exhibit import exhibit_of
from tests.components.exhibits import check
from tests.data.shipped import shipped

CHOICES = shipped("scale_choices").assign(level=lambda table: table["leading_levels"].map("+".join))
REGIONS = shipped("regions").set_index("region_code")["name"].to_dict()
NEIGHBOURS = shipped("neighbours").groupby("region_code")["neighbour_region_code"].agg(set).to_dict()
TASKS = shipped("tasks").sort_values("task_order").set_index("task_code")["short_name"].to_dict()


@pytest.mark.parametrize("region", REGIONS)
def test_it_says_of_each_region_what_it_chose_how_firm_and_how_usual_that_is(region: str) -> None:
    exhibit = exhibit_of({"regio": region})
    check(exhibit)
    own = CHOICES[CHOICES["region_code"] == region].set_index("task_code")
    most = 0
    assert isinstance(exhibit.drawing, TableDrawing)
    for (task, short), row in zip(TASKS.items(), exhibit.drawing.rows, strict=True):
        levels = CHOICES[CHOICES["task_code"] == task].set_index("region_code")["level"]
        counts = levels.value_counts()
        level = levels[region]
        status = own.loc[task, "status"].replace("geen_opvatting", "nog geen opvatting").replace("_", " ")
        if not level:
            assert row == (short, "Geen niveau genoemd", status, "onbekend", "onbekend")
            continue
        most += counts[level] == counts[counts.index != ""].max()
        around = NEIGHBOURS[region]
        alike = f"{sum(levels[code] == level for code in around)} van {len(around)}"
        assert row == (short, level.replace("+", " en ").capitalize(), status, f"{counts[level]} van 42", alike)
    statuses = own["status"].value_counts()
    assert exhibit.title == f"{REGIONS[region]} koos bij {most} van de 11 taken wat het vaakst is gekozen"
    assert [exhibit.words[f"aantal_{name}"] for name in ("afspraak", "intentie", "open")] == [
        str(statuses.get(status, 0)) for status in ("gedeelde_afspraak", "intentie", "geen_opvatting")
    ]


def test_without_a_region_it_names_all_of_them() -> None:
    exhibit = exhibit_of({})
    check(exhibit)
    assert isinstance(exhibit.drawing, TableDrawing)
    named = ", ".join(row[-1].replace(" en ", ", ") for row in exhibit.drawing.rows)
    assert sorted(named.split(", ")) == sorted(", ".join(REGIONS.values()).replace(" en ", ", ").split(", "))


def test_the_region_that_is_looked_at_goes_before_the_own_one() -> None:
    assert exhibit_of({"regio": "JZ14", "bekijk": "JZ02"}) == exhibit_of({"regio": "JZ02"})


@given(st.dictionaries(st.sampled_from(["bekijk", "regio", "x"]), st.sampled_from(list(REGIONS)) | st.text(max_size=6)))
def test_any_address_gives_an_exhibit(query: dict[str, str]) -> None:
    check(exhibit_of(query))


def test_every_exhibit_has_the_same_words() -> None:
    assert exhibit_of({}).words.keys() == exhibit_of({"regio": "JZ14"}).words.keys()
