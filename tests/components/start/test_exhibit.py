"""What the start page says of itself for a hall."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.look.exhibit import BarsDrawing
from components.start.exhibit import exhibit_of
from tests.components.exhibits import check
from tests.data.shipped import shipped

CHOICES = shipped("scale_choices").assign(level=lambda table: table["leading_levels"].map("+".join))
REGIONS = shipped("regions").set_index("region_code")["name"].to_dict()
SHORT = shipped("tasks").set_index("task_code")["short_name"].to_dict()


def exactly(task: str, level: str) -> str:
    """A level in words; "alleen" where a region names it beside another, since that one is not counted."""
    others = CHOICES.loc[CHOICES["task_code"] == task, "leading_levels"]
    beside = any(level in levels and len(levels) > 1 for levels in others)
    return f"alleen {level}" if beside else level.replace("+", " en ")


def chance_to_differ(task: str) -> float:
    """Chance that two of the regions that name a level differ, from every pair."""
    levels = [level for level in CHOICES[CHOICES["task_code"] == task]["level"] if level]
    pairs = [one != other for at, one in enumerate(levels) for other in levels[at + 1 :]]
    return sum(pairs) / len(pairs)


@pytest.mark.parametrize("region", [None, *REGIONS])
def test_a_bar_is_the_chance_to_differ_and_is_marked_where_the_own_region_did_as_most(
    region: str | None,
) -> None:
    exhibit = exhibit_of({"regio": region} if region else {})
    check(exhibit)
    assert isinstance(exhibit.drawing, BarsDrawing)
    bars = {bar.label: bar for bar in exhibit.drawing.bars}
    for task, short in SHORT.items():
        levels = CHOICES[CHOICES["task_code"] == task].set_index("region_code")["level"]
        counts = levels[levels != ""].value_counts()
        chance = 100 * chance_to_differ(task)
        assert bars[short].value == pytest.approx(chance)
        assert bars[short].words == f"{chance:.0f}%; {counts.max()} van 42 {exactly(task, counts.idxmax())}"
        assert bars[short].marked == (region is not None and counts.get(levels[region], 0) == counts.max())
    if region:
        marked = sum(bar.marked for bar in bars.values())
        assert f"{REGIONS[region]} koos bij {marked} van de 11 taken" in exhibit.sentence


def test_tasks_go_from_where_regions_agree_to_where_they_differ() -> None:
    exhibit = exhibit_of({})
    ordered = sorted(SHORT, key=chance_to_differ)
    assert isinstance(exhibit.drawing, BarsDrawing)
    assert [bar.label for bar in exhibit.drawing.bars] == [SHORT[task] for task in ordered]
    values = [bar.value for bar in exhibit.drawing.bars]
    assert values == sorted(values)
    assert exhibit.words["kans_eens"] == f"{100 * chance_to_differ(ordered[0]):.0f}%"
    assert exhibit.words["kans_oneens"] == f"{100 * chance_to_differ(ordered[-1]):.0f}%"
    assert SHORT[ordered[0]].lower() in exhibit.title


def test_it_counts_the_choices_by_how_firm_they_were() -> None:
    counts, words = CHOICES["status"].value_counts(), exhibit_of({}).words
    assert words["aantal_afspraak"] == str(counts["gedeelde_afspraak"])
    assert words["aantal_intentie"] == str(counts["intentie"])
    assert words["aantal_open"] == str(counts["geen_opvatting"])
    assert words["aandeel_afspraak"] == f"{100 * counts['gedeelde_afspraak'] / len(CHOICES):.0f}%"


@given(st.dictionaries(st.sampled_from(["regio", "taak", "x"]), st.sampled_from(list(REGIONS)) | st.text(max_size=6)))
def test_any_address_gives_an_exhibit_with_the_same_words(query: dict[str, str]) -> None:
    check(exhibit_of(query))
    assert exhibit_of(query).words.keys() == exhibit_of({}).words.keys()
