"""The storyline “Wie koos wat?”: every sentence can be filled in for every region, and for who has not chosen one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl

import pytest

import components.map.exhibit
import components.matrix.exhibit
import components.partners.exhibit
import components.region.exhibit
import components.start.exhibit
from components.frame.agreement_words import findings
from components.look.exhibit import Exhibit
from model.dataset.reading import read_table
from model.stage.shipped import filled_step, shipped_storylines
from tests.components.dutch_rules import broken, english_in, too_long_in
from tests.data.shipped import shipped

REGIONS = [None, *shipped("regions")["region_code"]]
(STEPS,) = (line.steps for line in shipped_storylines(read_table) if line.key == "wie-koos-wat")
EXHIBIT_OF: Mapping[str, Callable[[Mapping[str, str]], Exhibit]] = {
    "": components.start.exhibit.exhibit_of,
    "kaart": components.map.exhibit.exhibit_of,
    "vergelijking": components.matrix.exhibit.exhibit_of,
    "regio": components.region.exhibit.exhibit_of,
    "samenwerking": components.partners.exhibit.exhibit_of,
}


@pytest.mark.parametrize("region", REGIONS)
def test_every_step_says_a_whole_sentence(region: str | None) -> None:
    for step in STEPS:
        query = {**dict(parse_qsl(step.query)), **({"regio": region} if region else {})}
        exhibit = EXHIBIT_OF[step.page](query)
        filled = filled_step(step, exhibit.words)
        title, sentence = filled.title or exhibit.title, filled.sentence or exhibit.sentence
        assert not title.endswith(".")
        assert sentence.endswith(".")
        texts = [title, sentence, step.note]
        assert not [fault for text in texts for rule in (broken, english_in, too_long_in) for fault in rule(text)]
        assert "onbekend" not in sentence or region is not None, "without a region nothing is said of one"


def test_there_are_eight_to_ten_steps_with_a_note_each() -> None:
    assert 8 <= len(STEPS) <= 10
    assert all(step.note for step in STEPS)


def test_it_shows_the_task_on_which_regions_agree_and_the_one_on_which_they_differ_most() -> None:
    tasks = [dict(parse_qsl(step.query)).get("taak") for step in STEPS if step.page == "kaart"]
    assert tasks[:2] == [findings().most_agreed.task_code, findings().least_agreed.task_code]


def test_its_notes_say_of_the_status_what_the_data_says() -> None:
    assert findings().intended_cells > findings().cells / 2
