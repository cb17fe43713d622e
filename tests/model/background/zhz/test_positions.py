"""Own positions on the dilemmas: the link that carries them, and how far they are from the choice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.background.zhz.positions import (
    ASIDE,
    BETWEEN,
    DILEMMA_COUNT,
    LEFT,
    OPEN,
    OPPOSITE,
    RIGHT,
    SAME,
    PositionError,
    Positions,
    departure,
    positions_from_link,
    positions_to_link,
)
from tests.data.shipped import CSV, csv_rows

ONE = st.none() | st.integers(0, 20).map(lambda steps: 5 * steps)
ALL = st.tuples(*[ONE] * DILEMMA_COUNT).map(Positions)
TAKEN = ALL.filter(lambda positions: positions.taken > 0)


@given(TAKEN)
def test_a_link_brings_back_what_went_in(positions: Positions) -> None:
    link = positions_to_link(positions)
    assert link is not None
    assert positions_from_link(link) == positions
    assert len(link) == 18
    assert link.replace("-", "").isalnum(), "nothing that an address would have to encode"


def test_no_position_needs_no_link() -> None:
    assert positions_to_link(Positions()) is None


@given(TAKEN, st.integers(0, 17), st.characters(codec="ascii", exclude_categories=["Cc"]))
def test_any_one_wrong_sign_is_refused(positions: Positions, place: int, sign: str) -> None:
    link = str(positions_to_link(positions))
    damaged = link[:place] + sign + link[place + 1 :]
    if damaged == link:
        return
    with pytest.raises(PositionError):
        positions_from_link(damaged)


@given(TAKEN, st.integers(0, DILEMMA_COUNT - 2))
def test_two_swapped_positions_are_refused(positions: Positions, place: int) -> None:
    link = str(positions_to_link(positions))
    at = 1 + 2 * place
    swapped = link[:at] + link[at + 2 : at + 4] + link[at : at + 2] + link[at + 4 :]
    if swapped != link:
        with pytest.raises(PositionError):
            positions_from_link(swapped)


@given(st.text(max_size=40))
def test_rubbish_is_refused_in_dutch(text: str) -> None:
    with pytest.raises(PositionError, match=r"\.$"):
        positions_from_link(text)


def test_a_link_of_another_version_says_so() -> None:
    link = str(positions_to_link(Positions((50,) * DILEMMA_COUNT)))
    with pytest.raises(PositionError, match="andere versie"):
        positions_from_link("2" + link[1:])


@pytest.mark.parametrize(
    "values", [(50,) * 7, (50,) * 9, (-5,) + (None,) * 7, (105,) + (None,) * 7, (52,) + (None,) * 7]
)
def test_impossible_positions_are_refused(values: tuple[int | None, ...]) -> None:
    with pytest.raises(PositionError):
        Positions(values)


@given(ALL, st.integers(0, DILEMMA_COUNT - 1), ONE)
def test_one_position_changes_and_the_others_stay(positions: Positions, place: int, value: int | None) -> None:
    changed = positions.with_position(place, value)
    assert changed.values[place] == value
    assert [v for i, v in enumerate(changed.values) if i != place] == [
        v for i, v in enumerate(positions.values) if i != place
    ]


@pytest.mark.parametrize(
    ("position", "choice", "expected"),
    [(0, RIGHT, OPPOSITE), (35, RIGHT, OPPOSITE), (40, RIGHT, ASIDE), (60, RIGHT, ASIDE),
     (65, RIGHT, SAME), (100, RIGHT, SAME),
     (0, BETWEEN, ASIDE), (50, BETWEEN, SAME), (100, BETWEEN, ASIDE), (0, LEFT, SAME), (100, LEFT, OPPOSITE),
     (None, RIGHT, OPEN), (None, BETWEEN, OPEN)],
)  # fmt: skip
def test_departure(position: int | None, choice: str, expected: str) -> None:
    assert departure(position, choice) == expected


def test_middle_courses_are_those_that_the_table_calls_so() -> None:
    rows = csv_rows(CSV / "dilemmas.csv")
    assert len(rows) == DILEMMA_COUNT
    for row in rows:
        assert (row["chosen_pole"] == BETWEEN) == ("iddenweg" in row["chosen_direction"])
