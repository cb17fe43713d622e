"""The storylines that ship: every step is a view of the app, and what its sentences name can be filled in."""

import re

import pytest

from model.dataset.reading import read_table
from model.site.site_map import REGION, own_keys
from model.stage.shipped import UnknownNameError, filled, filled_step, names_in, shipped_storylines
from model.stage.steps import LONGEST_NOTE, LONGEST_QUERY, LONGEST_SENTENCE, LONGEST_TITLE, MOST_STEPS, as_step_query
from model.stage.storyline import Step, Storyline
from tests.data.shipped import ROOT

SHIPPED = shipped_storylines(read_table)
STEPS = [
    pytest.param(line, number, id=f"{line.key}-{number}")
    for line in SHIPPED
    for number in range(1, len(line.steps) + 1)
]


def test_two_storylines_ship_in_their_order() -> None:
    assert [line.title for line in SHIPPED] == ["Wie koos wat?", "Terug naar 100 miljoen"]
    assert all(3 <= len(line.steps) <= MOST_STEPS and line.about for line in SHIPPED)


@pytest.mark.parametrize(("line", "number"), STEPS)
def test_a_step_is_a_view_of_the_app_within_the_bounds(line: Storyline, number: int) -> None:
    step = line.steps[number - 1]
    assert as_step_query(step.page, step.query) == step.query
    assert f"{REGION}=" not in step.query
    assert len(step.title) <= LONGEST_TITLE
    assert len(step.sentence) <= LONGEST_SENTENCE
    assert len(step.note) <= LONGEST_NOTE


@pytest.mark.parametrize(("line", "number"), STEPS)
def test_braces_hold_the_name_of_a_figure_and_nothing_else(line: Storyline, number: int) -> None:
    step = line.steps[number - 1]
    for text in (step.title, step.sentence):
        assert text.count("{") == text.count("}") == len(names_in(text))
        assert all(name.isidentifier() for name in names_in(text))
    assert "{" not in step.note


def test_figures_are_filled_in_and_an_unknown_name_is_an_error_that_says_what_there_is() -> None:
    step = Step("kaart", title="{aantal} regio's", sentence="Dat is {deel}.")
    assert filled_step(step, {"aantal": "12", "deel": "29%"}) == Step("kaart", "", "12 regio's", "Dat is 29%.")
    with pytest.raises(UnknownNameError, match=r"names \['deel'\]; the view has \['aantal'\]"):
        filled_step(step, {"aantal": "12"})
    assert filled("{a}", {"a": "{b}"}) == "{b}"


@pytest.mark.parametrize("key", ["regio=JZ31", "presentatie=1", "stap=2", "embed=1", "bestaat=niet", "taak="])
def test_a_step_leaves_out_what_is_no_part_of_its_view(key: str) -> None:
    assert as_step_query("kaart", f"?kleur=status&{key}&taak=vrijwillig") == "kleur=status&taak=vrijwillig"


def test_a_step_of_a_page_with_parts_may_hold_the_keys_of_its_parts() -> None:
    query = "document=zhz&deel=dilemmas&s=x"
    assert as_step_query("achtergrond", query) == query
    assert "s" in own_keys("achtergrond")
    with pytest.raises(KeyError):
        as_step_query("elders", "")


def test_browser_and_server_hold_to_the_same_bounds() -> None:
    script = (ROOT / "components/frame/own_storylines.js").read_text(encoding="utf8")
    said = {key: int(value) for key, value in re.findall(r"(\w+): (\d+)", re.findall(r"LIMITS = \{(.*)\}", script)[0])}
    assert said == {
        "storylines": said["storylines"],
        "steps": MOST_STEPS,
        "title": LONGEST_TITLE,
        "sentence": LONGEST_SENTENCE,
        "note": LONGEST_NOTE,
        "query": LONGEST_QUERY,
    }
