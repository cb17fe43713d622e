"""What a visitor types and what stands in a link: read back as it was, or refused with its place in Dutch."""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.background.rijnland.cost_sharing import Municipality, Settlement, SharingCase
from model.background.rijnland.sharing_link import LONGEST_LINK, case_from_link, case_to_link
from model.background.rijnland.sharing_table import TypedCase, read_case, typed_case
from model.faults import InputError
from tests.model.background.rijnland.sharing_cases import cases

TYPED = TypedCase(
    (("Aadorp", "3.000", "2", "0", "1,5"), ("Beedorp", "1000", "1", "1", "0")), "120.000", "", 1, Settlement.YEARLY
)


def typed_with(row: int, column: int, text: str) -> TypedCase:
    rows = [list(cells) for cells in TYPED.rows]
    rows[row][column] = text
    return replace(TYPED, rows=tuple(tuple(cells) for cells in rows))


def faults_of(typed: TypedCase) -> list[tuple[int | None, str | None, str]]:
    with pytest.raises(InputError) as refused:
        read_case(typed)
    return [(fault.row, fault.column, fault.value) for fault in refused.value.faults]


def refusal_of(make: Callable[[], SharingCase]) -> str:
    """What is said of a refusal; nothing where there is none."""
    try:
        make()
    except InputError as error:
        return str(error)
    return ""


def test_dutch_numbers_are_read() -> None:
    case = read_case(TYPED)
    assert case.price_eur == 120_000
    assert case.capacity_places is None
    assert case.municipalities[0] == Municipality("Aadorp", 3000, (2.0, 0.0, 1.5))


def test_empty_rows_do_not_count_and_keep_the_numbers_of_the_others() -> None:
    typed = replace(TYPED, rows=(TYPED.rows[0], ("",) * 5, ("Beedorp", "1000", "x", "1", "0")))
    assert faults_of(typed) == [(3, "Jaar 1", "“x”")]


@pytest.mark.parametrize(
    ("column", "text", "heading", "value"),
    [
        (0, "", "Gemeente", "leeg"),
        (0, "=SOM(A1)", "Gemeente", "“=SOM(A1)”"),
        (0, "+31", "Gemeente", "“+31”"),
        (0, "beedorp", "Gemeente", "“beedorp”"),
        (0, "x" * 41, "Gemeente", f"“{'x' * 40}…”"),
        (1, "", "Inwoners 0-17", "leeg of onbekend"),
        (1, "0", "Inwoners 0-17", "0"),
        (1, "12,5", "Inwoners 0-17", "12,5"),
        (2, "-1", "Jaar 1", "−1"),
        (2, "NaN", "Jaar 1", "“NaN”"),
        (2, "inf", "Jaar 1", "“inf”"),
        (2, "1.5", "Jaar 1", "“1.5”"),
        (2, "=1+1", "Jaar 1", "“=1+1”"),
        (4, "501", "Jaar 3", "501"),
        (4, "9" * 400, "Jaar 3", "oneindig"),
        (4, "?", "Jaar 3", "leeg of onbekend"),
    ],
)
def test_a_wrong_cell_is_named_with_its_row_and_column(column: int, text: str, heading: str, value: str) -> None:
    faults = faults_of(typed_with(0, column, text))
    assert (1, heading, value) in [(row, name, shown.replace("Beedorp", "beedorp")) for row, name, shown in faults]


def test_all_faults_come_at_once() -> None:
    typed = replace(
        typed_with(0, 2, "veel"), price="duur", rows=(*typed_with(0, 2, "veel").rows, ("Cee", "x", "1", "1", ""))
    )
    found = faults_of(typed)
    assert [(row, column) for row, column, _ in found] == [
        (None, None), (1, "Jaar 1"), (3, "Inwoners 0-17"), (3, "Jaar 3"),
    ]  # fmt: skip


def test_double_names_are_named_at_both_rows_also_beside_other_faults() -> None:
    typed = replace(TYPED, rows=(("Aa", "1", "1", "1", "1"), (" aA", "1", "1", "1", "1")))
    assert [(row, column) for row, column, _ in faults_of(typed)] == [(1, "Gemeente"), (2, "Gemeente")]
    typed = replace(typed, price="")
    assert [(row, column) for row, column, _ in faults_of(typed)] == [(None, None), (1, "Gemeente"), (2, "Gemeente")]


@pytest.mark.parametrize("count", [0, 1, 16, 300])
def test_number_of_rows_is_said(count: int) -> None:
    rows = tuple((f"G{place}", "1", "1", "1", "1") for place in range(count))
    assert (16 if count > 15 else None, None, str(count)) in faults_of(replace(TYPED, rows=rows))


@given(cases())
def test_what_is_typed_from_a_case_gives_the_case(case: SharingCase) -> None:
    assert read_case(typed_case(case)) == case


@given(st.lists(st.tuples(*[st.text(max_size=8)] * 5), max_size=20), st.text(max_size=12), st.text(max_size=12))
def test_any_text_gives_a_case_or_a_dutch_refusal(rows: list[tuple[str, ...]], price: str, capacity: str) -> None:
    said = refusal_of(lambda: read_case(TypedCase(tuple(rows), price, capacity, 1, Settlement.AT_END)))
    assert all("toegestaan is" in line for line in filter(None, said.split("\n")))


# Links


@given(cases())
def test_a_link_leads_back_to_its_case(case: SharingCase) -> None:
    assert case_from_link(case_to_link(case)) == case


@given(st.text(alphabet=[*string.printable, "é", "!"], max_size=60))
@example("1_1_1_x_j~a_1_1-1-1~a_1_1-1-1")
@example("1_1_1_x_j~!_1_1-1-1~b_1_1-1-1")
@example("1_0_1_x_j~a_1_1-1-1~b_1_1-1-1")
@example("2_1_1_x_j")
@example("1_1_1_x_j" + "~a_1_1" * 20)
@example("1_1_1_x_j~a_١_1-1-1~b_1_1-1-1")
def test_any_link_gives_a_case_or_a_dutch_refusal(text: str) -> None:
    said = refusal_of(lambda: case_from_link(text))
    assert not said or "toegestaan is" in said


def test_a_link_is_short_and_says_its_version() -> None:
    largest = SharingCase(
        tuple(Municipality(f"{place:02}" + "x" * 20, 500_000, (123.25,) * 10) for place in range(15)), 120_000.0, 5
    )
    text = case_to_link(largest)
    assert text.startswith("1_120000_5_x_j~")
    assert len(text) < 2_000 < LONGEST_LINK


@pytest.mark.parametrize(
    ("text", "said"),
    [("x" * 4_001, "Lengte van de link"), ("9_1", "Versie van de link"), ("1_1_1_x_q~a_1_1~b_1_1", "Link")],
)
def test_why_a_link_is_refused_is_said(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        case_from_link(text)
