"""Whatever a browser reports as its storyline: a storyline within the bounds, or a Dutch sentence on what is wrong."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.faults import InputError
from model.stage.reading import steps_from
from model.stage.steps import LONGEST_NOTE, MOST_STEPS, STEP_PAGES, as_step_query
from model.stage.storyline import Step, Storyline

STEP = {"page": "kaart", "query": "taak=jggz", "title": "Titel", "sentence": "Zin.", "note": "een\ntwee"}
WHOLE: dict[str, Any] = {"id": "a1", "title": "Verhaal", "steps": [STEP]}

_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)
_NEARLY_A_STEP = st.fixed_dictionaries(
    {
        "page": st.sampled_from([*STEP_PAGES, "elders", "//www.evil.example"]) | _ANYTHING,
        "query": st.sampled_from(["taak=jggz", "javascript:alert(1)", "regio=JZ31&stap=1"]) | _ANYTHING,
        "title": st.text(max_size=200) | _ANYTHING,
        "sentence": st.text() | _ANYTHING,
        "note": st.text() | _ANYTHING,
    }
)
_NEARLY = st.fixed_dictionaries(
    {"id": st.just("a1") | _ANYTHING, "title": st.text() | _ANYTHING, "steps": st.lists(_NEARLY_A_STEP | _ANYTHING)}
)


def test_a_storyline_is_read_with_its_texts_as_they_stand() -> None:
    braces = {**STEP, "title": "{aantal} regio's", "query": "?taak=jggz&regio=JZ31&presentatie=1"}
    assert steps_from({**WHOLE, "steps": [STEP, braces]}) == Storyline(
        "eigen-a1",
        "Verhaal",
        "",
        (
            Step("kaart", "taak=jggz", "Titel", "Zin.", "een\ntwee"),
            Step("kaart", "taak=jggz", "{aantal} regio's", "Zin.", "een\ntwee"),
        ),
    )


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": "A&B"}, "Naam van de verhaallijn in het adres: “A&B” kan niet"),
        ({"title": None}, "Verhaallijn, titel: leeg kan niet"),
        ({"steps": []}, "Aantal stappen: 0 kan niet; toegestaan is 1 tot en met 60."),
        ({"steps": {}}, "Aantal stappen: een blok kan niet"),
        ({"steps": [STEP] * (MOST_STEPS + 1)}, "Aantal stappen: 61 kan niet"),
        ({"steps": [STEP, 3]}, "Stap 2: 3 kan niet"),
        ({"steps": [{**STEP, "page": "https://www.evil.example"}]}, "Stap 1, pagina: “https://www.evil.example” kan"),
        ({"steps": [{**STEP, "note": "x" * (LONGEST_NOTE + 1)}]}, "toegestaan is tekst van 0 tot en met 2000 tekens"),
        ({"steps": [{**STEP, "title": "\ud800"}]}, "Stap 1, titel: “·” kan niet"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(change: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError, match="kan niet; toegestaan is") as caught:
        steps_from({**WHOLE, **change})
    assert says in str(caught.value)


def test_many_faults_are_not_all_told() -> None:
    with pytest.raises(InputError) as caught:
        steps_from({**WHOLE, "steps": [None] * MOST_STEPS})
    assert len(caught.value.faults) == 8


def test_signs_that_cannot_be_seen_are_left_out() -> None:
    read = steps_from({**WHOLE, "title": "a\x00b\u2028c", "steps": [{**STEP, "note": "a\x07\r\nb\x0c"}]})
    assert read.title == "a b c"
    assert read.steps[0].note == "a\nb"


def read_or_refused(reported: object) -> Storyline | str:
    try:
        return steps_from(reported)
    except InputError as error:
        return str(error)


@given(_NEARLY | _ANYTHING)
def test_anything_is_a_storyline_within_the_bounds_or_is_refused_in_dutch(reported: object) -> None:
    read = read_or_refused(reported)
    if isinstance(read, str):
        assert all(line.endswith(".") and "toegestaan is" in line for line in read.split("\n"))
        assert read.encode()
        return
    assert 1 <= len(read.steps) <= MOST_STEPS
    for step in read.steps:
        assert step.page in STEP_PAGES
        assert as_step_query(step.page, step.query) == step.query
        assert "\x00" not in f"{step.title}{step.sentence}{step.note}"
