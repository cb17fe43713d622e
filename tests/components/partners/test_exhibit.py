"""What the page on cooperation says of itself for a hall."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.look.exhibit import TableDrawing
from components.partners.exhibit import exhibit_of
from components.partners.with_whom import ranked
from tests.components.exhibits import check
from tests.data.shipped import shipped

LEVELS = ("lokaal", "subregionaal", "regionaal", "bovenregionaal")
CHOICES = shipped("scale_choices").set_index(["task_code", "region_code"])["leading_levels"].map(set)
REGIONS = shipped("regions").set_index("region_code")["name"].to_dict()
TASKS = shipped("tasks").set_index("task_code")["name"].to_dict()
NEIGHBOURS = shipped("neighbours").groupby("region_code")["neighbour_region_code"].agg(set).to_dict()
NAMED = shipped("partners").dropna(subset="partner_region_code")


@pytest.mark.parametrize("region", REGIONS)
def test_it_counts_the_neighbours_with_the_widest_level_of_the_region(region: str) -> None:
    around = NEIGHBOURS[region]
    said = {
        *NAMED.loc[NAMED["region_code"] == region, "partner_region_code"],
        *NAMED.loc[NAMED["partner_region_code"] == region, "region_code"],
    }
    for task in TASKS:
        exhibit = exhibit_of({"taak": task, "regio": region})
        check(exhibit)
        own = CHOICES[task, region]
        assert exhibit.words["aantal_genoemd"] == str(len(said))
        assert exhibit.words["buren"] == str(len(around))
        if not own:
            assert {exhibit.words[name] for name in ("eigen", "aantal_buren")} == {"onbekend"}
            assert "onbekend" in exhibit.title
            continue
        level = max(own, key=LEVELS.index)
        alike = [code for code in around if level in CHOICES[task, code]]
        assert exhibit.words["niveau"] == level
        assert exhibit.words["aantal_buren"] == str(len(alike))
        assert isinstance(exhibit.drawing, TableDrawing)
        rows = [row for row in exhibit.drawing.rows if not row[0].startswith("En nog ")]
        left = [row[0] for row in exhibit.drawing.rows if row not in rows]
        more = int(exhibit.words["aantal_partners"]) - len(rows)
        assert left == ([f"En nog {more} regio" + ("'s" if more > 1 else "")] if more else [])
        names, neighbour = [row[0] for row in rows], [row[3] for row in rows]
        mixed = sum(len(CHOICES[task, code]) > 1 for code in alike)
        assert (f"er {mixed} ook een ander." in exhibit.sentence) == (mixed > 0)
        assert set(names[: len(alike)]) == {REGIONS[code] for code in alike} or len(alike) > len(names)
        assert neighbour == ["ja" if name in {REGIONS[code] for code in around} else "nee" for name in names]


@pytest.mark.parametrize("task", TASKS)
def test_without_a_region_it_shows_the_groups_of_neighbours(task: str) -> None:
    exhibit = exhibit_of({"taak": task})
    check(exhibit)
    assert isinstance(exhibit.drawing, TableDrawing)
    chose = sum(exhibit.words["niveau"] in levels for levels in CHOICES[task])
    assert exhibit.words["aantal_niveau"] == str(chose)
    mixed = sum(exhibit.words["niveau"] in levels and len(levels) > 1 for levels in CHOICES[task])
    assert exhibit.words["aantal_naast"] == str(mixed)
    assert (f", {mixed} daarvan naast een ander niveau" in exhibit.title) == (mixed > 0)
    named = [name for _, regions in exhibit.drawing.rows for name in regions.split(", ")]
    assert len(set(named)) == len(named) == chose
    assert set(named) <= set(REGIONS.values())


@given(
    st.dictionaries(
        st.sampled_from(["taak", "bekijk", "regio", "kaart", "beeld"]),
        st.sampled_from([*TASKS, *REGIONS, "plat", "geen", "52.1,5.3,7"]) | st.text(max_size=8),
    )
)
def test_any_address_gives_an_exhibit_with_the_same_words(query: dict[str, str]) -> None:
    check(exhibit_of(query))
    assert exhibit_of(query).words.keys() == exhibit_of({}).words.keys()


@pytest.mark.parametrize("region", ["JZ01", "JZ11", "JZ27", "JZ30", "JZ31"])
@pytest.mark.parametrize("task", ["jeugdzorgplus", "jeugdbescherming"])
def test_what_it_says_of_the_list_holds_for_the_list(task: str, region: str) -> None:
    exhibit, tiers = exhibit_of({"taak": task, "regio": region}), {item.tier for item in ranked(region, task)}
    assert ("buren met hetzelfde niveau" in exhibit.sentence) == ("next_door" in tiers)
    assert ("genoemde partners" in exhibit.sentence) == bool(tiers & {"mutual", "one_sided"})
    assert ("andere regio's met hetzelfde niveau" in exhibit.sentence) == bool(tiers & {"group", "elsewhere"})
    assert exhibit.words["eigen_zin"].count(REGIONS[region]) == 1, "one hears the name once"
