"""Scale advice: what a weighing comes to, and what it may never do."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.background.rotterdam.scale_advice import (
    MOST_WEIGHT,
    Criterion,
    Weighing,
    advice_on,
    chosen_sizes,
    outcome_of,
    read_criteria,
    task_faults,
    weight_of,
)
from model.background.rotterdam.scale_advice_link import weighing_from_link, weighing_to_link
from model.dataset.reading import read_table
from model.faults import InputError
from tests.data.shipped import CSV, csv_rows

CRITERIA = read_criteria(read_table("scale_criteria"))
START = Weighing.unweighed(CRITERIA, "Pleegzorg")
RANK = {"smaller": 0, "none": 1, "toss_up": 1, "larger": 2}


def sides_of(criterion: Criterion) -> st.SearchStrategy[str]:
    return st.sampled_from(["up", "down", "either"]) if criterion.side_is_open else st.just(criterion.direction)


@st.composite
def weighings(draw: st.DrawFn) -> Weighing:
    weights = draw(st.tuples(*[st.integers(0, MOST_WEIGHT) for _ in CRITERIA]))
    sides = draw(st.tuples(*[sides_of(item) for item in CRITERIA]))
    return replace(START, weights=weights, sides=sides)


def test_criteria_are_those_of_the_source() -> None:
    rows = csv_rows(CSV / "scale_criteria.csv")
    assert [item.code for item in CRITERIA] == [row["criterion_code"] for row in rows]
    assert [item.direction for item in CRITERIA] == [row["direction"] for row in rows]
    assert [item.explained for item in CRITERIA] == [row["explained"] == "ja" for row in rows]
    assert len(CRITERIA) == 20


def test_nothing_weighed_gives_no_advice() -> None:
    advice = advice_on(START)
    assert advice.outcome == "none"
    assert (advice.larger, advice.smaller, advice.either, advice.tipping, advice.repeated) == ((),) * 5


@given(weighings())
def test_no_advice_exactly_where_nothing_has_weight(weighing: Weighing) -> None:
    assert (advice_on(weighing).outcome == "none") == (not any(weighing.weights))


@given(weighings())
def test_every_weight_stands_once_on_its_side(weighing: Weighing) -> None:
    advice = advice_on(weighing)
    listed = {item.criterion.code: item for item in (*advice.larger, *advice.smaller, *advice.either)}
    rows = list(zip(weighing.criteria, weighing.weights, weighing.sides, strict=True))
    assert {code: item.weight for code, item in listed.items()} == {
        item.code: weight for item, weight, _ in rows if weight
    }
    assert weight_of(advice.larger) == sum(weight for _, weight, side in rows if side == "up")
    assert weight_of(advice.smaller) == sum(weight for _, weight, side in rows if side == "down")
    for side in (advice.larger, advice.smaller, advice.either):
        assert [item.weight for item in side] == sorted((item.weight for item in side), reverse=True)


@given(weighings(), st.sampled_from(range(len(CRITERIA))), st.integers(1, MOST_WEIGHT))
def test_more_weight_for_larger_never_moves_towards_smaller(weighing: Weighing, at: int, more: int) -> None:
    code, side = CRITERIA[at].code, weighing.sides[at]
    raised = weighing.with_weight(code, min(MOST_WEIGHT, weighing.weights[at] + more))
    before, after = advice_on(weighing), advice_on(raised)
    if side == "up":
        assert weight_of(after.larger) >= weight_of(before.larger)
        assert weight_of(after.smaller) == weight_of(before.smaller)
        assert RANK[after.outcome] >= RANK[before.outcome]
    if side == "down":
        assert weight_of(after.smaller) >= weight_of(before.smaller)
        assert RANK[after.outcome] <= RANK[before.outcome]
    if side == "either":
        assert after.outcome in (before.outcome, "toss_up"), "what is open never chooses a side"


@given(weighings(), st.integers(0, 2**32))
def test_order_of_the_criteria_does_not_matter(weighing: Weighing, seed: int) -> None:
    rows = list(zip(weighing.criteria, weighing.weights, weighing.sides, strict=True))
    random.Random(seed).shuffle(rows)
    criteria, weights, sides = (tuple(column) for column in zip(*rows, strict=True))
    mixed = advice_on(replace(weighing, criteria=criteria, weights=weights, sides=sides))
    plain = advice_on(weighing)
    assert (mixed.outcome, mixed.clear, mixed.left_open) == (plain.outcome, plain.clear, plain.left_open)
    assert set(mixed.tipping) == set(plain.tipping)
    assert set(mixed.turning) == set(plain.turning)
    assert {item.criterion.code for item in mixed.larger} == {item.criterion.code for item in plain.larger}


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_sides_are_treated_alike(up: int, down: int, either: int) -> None:
    mirror = {"larger": "smaller", "smaller": "larger"}
    outcome = outcome_of(up, down, either)
    assert outcome_of(down, up, either) == mirror.get(outcome, outcome)
    assert outcome_of(3 * up, 3 * down, 3 * either) == outcome, "only proportions count"
    if up == down:
        assert outcome in ("toss_up", "none")


@given(weighings())
def test_tipping_and_turning_are_what_they_say(weighing: Weighing) -> None:
    advice = advice_on(weighing)
    for item, weight, side in zip(weighing.criteria, weighing.weights, weighing.sides, strict=True):
        without = advice_on(weighing.with_weight(item.code, 0)).outcome
        assert (item.code in advice.tipping) == (weight > 0 and without != advice.outcome)
        if weight and item.side_is_open and side != "either":
            other = advice_on(weighing.with_side(item.code, "down" if side == "up" else "up")).outcome
            assert (item.code in advice.turning) == (other != advice.outcome)


@pytest.mark.parametrize(
    ("weights", "sides", "outcome", "clear", "left_open"),
    [
        ({"B6": 3}, {}, "smaller", True, False),
        ({"B1": 1}, {}, "larger", True, False),
        ({"B6": 3, "B1": 3}, {}, "toss_up", False, False),
        ({"B6": 2, "B1": 3}, {}, "larger", False, False),
        ({"B1": 2, "A1": 2}, {}, "toss_up", False, True),
        ({"B1": 2, "A1": 2}, {"A1": "down"}, "toss_up", False, False),
        ({"B1": 3, "A1": 1}, {}, "larger", True, False),
        ({"A1": 3}, {}, "toss_up", False, True),
        ({"B1": 3, "B5": 2, "B6": 3, "D1": 1}, {}, "larger", True, False),
    ],
)
def test_outcomes_by_hand(
    weights: dict[str, int], sides: dict[str, str], outcome: str, clear: bool, left_open: bool
) -> None:
    weighing = START
    for code, weight in weights.items():
        weighing = weighing.with_weight(code, weight)
    for code, side in sides.items():
        weighing = weighing.with_side(code, side)
    advice = advice_on(weighing)
    assert (advice.outcome, advice.clear, advice.left_open) == (outcome, clear, left_open)


def test_criteria_with_one_explanation_are_pointed_out_as_a_double_count() -> None:
    places: dict[tuple[str, str], list[str]] = {}
    for row in csv_rows(CSV / "scale_criteria.csv"):
        places.setdefault((row["line_from"], row["line_to"]), []).append(row["criterion_code"])
    shared = [tuple(codes) for codes in places.values() if len(codes) > 1]
    everything = replace(START, weights=(1,) * len(CRITERIA))
    assert list(advice_on(everything).repeated) == shared
    assert advice_on(START.with_weight(shared[0][0], 2)).repeated == ()


@pytest.mark.parametrize("weight", [-1, 4, 1.0, True, None, "2"])
def test_weight_out_of_range_is_refused(weight: object) -> None:
    with pytest.raises(InputError, match="Gewicht van A1"):
        START.with_weight("A1", weight)  # type: ignore[arg-type]


def test_side_that_the_document_chose_is_kept() -> None:
    with pytest.raises(InputError, match="de kant die het document beargumenteert"):
        START.with_side("B6", "up")
    assert START.with_side("A1", "down").sides[0] == "down"
    with pytest.raises(InputError, match="groter, kleiner of open"):
        START.with_side("A1", "groter")


def test_unknown_code_shell_and_number_of_weights_are_refused() -> None:
    with pytest.raises(InputError, match="Criterium"):
        START.with_weight("Z9", 1)
    with pytest.raises(InputError, match="Schil"):
        replace(START, shell="4")
    with pytest.raises(InputError, match="Aantal gewichten en kanten"):
        replace(START, weights=(1,))


@pytest.mark.parametrize("task", ["", " x", "x" * 61, "=1+1", "+1", "-1", "@x", "a\nb", "a\u202eb", None, 3])
def test_name_of_a_task_is_plain_text(task: object) -> None:
    assert task_faults(task)
    with pytest.raises(InputError, match="Naam van de taak"):
        replace(START, task=task)  # type: ignore[arg-type]


def test_ordinary_names_of_tasks_pass() -> None:
    assert not any(task_faults(name) for name in ("Dyslexie", "Jeugd-ggz (licht)", "<b>vet</b>", "x" * 60))


# Link


@given(weighings())
def test_link_leads_back(weighing: Weighing) -> None:
    read = weighing_from_link(weighing_to_link(weighing), START)
    assert (read.weighing, read.unread, read.refused) == (weighing, (), False)


def test_link_of_the_start_is_absent_and_of_anything_else_short() -> None:
    assert weighing_to_link(START) is None
    full = replace(START, weights=(3,) * 20, sides=tuple("down" if c.side_is_open else c.direction for c in CRITERIA))
    text = weighing_to_link(full)
    assert text is not None
    assert len(text) <= 120
    assert weighing_to_link(START.with_weight("A1", 2).with_side("A1", "up")) == "1~A1_2g"


@given(st.text(max_size=60))
def test_any_text_is_read_or_reported(text: str) -> None:
    read = weighing_from_link(text, START)
    assert read.weighing == START or not read.refused
    assert read.unread or weighing_from_link(weighing_to_link(read.weighing), START).weighing == read.weighing


def test_what_cannot_be_read_is_named_and_the_rest_used() -> None:
    read = weighing_from_link("1~A1_2g~Z9_1~B6_3~B6_1~A3_1k~C3_4~<b>", START)
    assert read.unread == ("Z9_1", "B6_1", "A3_1k", "C3_4", "<b>")
    assert read.weighing == START.with_weight("A1", 2).with_side("A1", "up").with_weight("B6", 3)


@pytest.mark.parametrize("text", ["", "2~A1_2", "A1_2", "1~" + "A1_2~" * 200])
def test_link_of_another_version_is_refused_whole(text: str) -> None:
    read = weighing_from_link(text, START)
    assert (read.weighing, read.refused) == (START, True)


# What the regions chose


@pytest.mark.parametrize("task", sorted({row["task_code"] for row in csv_rows(CSV / "tasks.csv")}))
def test_chosen_sizes_from_the_csv(task: str) -> None:
    cells = [
        row["leading_levels"].split(";") for row in csv_rows(CSV / "scale_choices.csv") if row["task_code"] == task
    ]
    sizes = chosen_sizes("+".join(levels) if levels != [""] else "geen_niveau" for levels in cells)
    assert sizes.all == 42
    assert sizes.only_local == sum(levels == ["lokaal"] for levels in cells)
    assert sizes.no_level == sum(levels == [""] for levels in cells)
    assert sizes.larger == sum("lokaal" not in levels and levels != [""] for levels in cells)
