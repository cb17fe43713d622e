"""Cost sharing: what the three ways must do whatever the figures, and a case worked out by hand."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.background.rijnland.cost_sharing import (
    MOST_MUNICIPALITIES,
    Method,
    Municipality,
    Settlement,
    SharingCase,
    bills,
    bills_of,
    expected_places,
    real_cost_eur,
    shares_of_bad_year,
)
from model.faults import InputError
from tests.model.background.rijnland.sharing_cases import cases

SMALL = SharingCase(
    (Municipality("A", 3000, (2, 4, 6, 0)), Municipality("B", 1000, (2, 0, 1, 1))), 100.0, history_years=2
)


def test_case_by_hand_settled_each_year() -> None:
    # Insured: (2+4+2+0)/2 = 4 places; use is 7 and 1, so all pay 700 and 100, by inhabitants 3:1.
    insured = bills_of(SMALL, Method.INSURANCE)
    np.testing.assert_allclose(insured.advance_eur, [[300, 300], [100, 100]])
    np.testing.assert_allclose(insured.yearly_eur, [[525, 75], [175, 25]])
    # Expected: A 3 and then (4+6)/2 = 5; B 1 and then 0,5.
    levy = bills_of(SMALL, Method.FLAT_LEVY)
    np.testing.assert_allclose(levy.advance_eur, [[300, 500], [100, 50]])
    np.testing.assert_allclose(levy.yearly_eur, [[525, 100 * 5 / 5.5], [175, 100 * 0.5 / 5.5]])
    np.testing.assert_allclose(bills_of(SMALL, Method.BY_USE).yearly_eur, [[600, 0], [100, 100]])


def test_case_by_hand_settled_afterwards() -> None:
    case = replace(SMALL, settlement=Settlement.AT_END)
    insured, levy = bills_of(case, Method.INSURANCE), bills_of(case, Method.FLAT_LEVY)
    np.testing.assert_allclose(insured.yearly_eur, [[300, 300], [100, 100]])
    np.testing.assert_allclose(insured.afterwards_eur, [0, 0])
    np.testing.assert_allclose(levy.yearly_eur, [[300, 500], [100, 50]])
    np.testing.assert_allclose(levy.afterwards_eur, [-150 * 800 / 950, -150 * 150 / 950])


def test_spread_by_hand() -> None:
    by_use = bills_of(SMALL, Method.BY_USE)
    np.testing.assert_allclose(by_use.range_eur, [600, 0])
    np.testing.assert_allclose(by_use.deviation_eur, [300, 0])


@given(cases(), st.sampled_from(Method))
def test_together_they_pay_what_the_places_cost(case: SharingCase, method: Method) -> None:
    paid = bills_of(case, method)
    cost = real_cost_eur(case)
    assert paid.total_eur.sum() == pytest.approx(cost.sum(), abs=1e-3)
    if case.settlement is Settlement.YEARLY or method is Method.BY_USE:
        np.testing.assert_allclose(paid.yearly_eur.sum(axis=0), cost, atol=1e-3)
        assert not paid.afterwards_eur.any()


@given(cases(), st.sampled_from(Method))
def test_nobody_is_paid_for_taking_part(case: SharingCase, method: Method) -> None:
    assert (bills_of(case, method).total_eur >= -1e-3).all()


@given(cases(), st.sampled_from(Method), st.randoms(use_true_random=False))
def test_order_of_municipalities_does_not_matter(case: SharingCase, method: Method, random: object) -> None:
    order = list(range(len(case.municipalities)))
    random.shuffle(order)  # type: ignore[attr-defined]
    shuffled = replace(case, municipalities=tuple(case.municipalities[place] for place in order))
    np.testing.assert_allclose(bills_of(shuffled, method).total_eur, bills_of(case, method).total_eur[order], atol=1e-3)


@given(cases(), st.sampled_from(Method), st.floats(1, 10))
def test_a_dearer_place_makes_all_bills_dearer_alike(case: SharingCase, method: Method, factor: float) -> None:
    dearer = replace(case, price_eur=min(case.price_eur * factor, 1_000_000.0))
    np.testing.assert_allclose(
        bills_of(dearer, method).yearly_eur,
        bills_of(case, method).yearly_eur * dearer.price_eur / case.price_eur,
        atol=1e-3, rtol=1e-6,
    )  # fmt: skip


@given(st.lists(st.integers(0, 30), min_size=4, max_size=8), st.sampled_from(Method), st.sampled_from(Settlement))
def test_one_municipality_alone_pays_all(used: list[int], method: Method, settlement: Settlement) -> None:
    paid = bills(
        method, np.array([used], dtype=float), np.array([5000.0]), price_eur=10.0, history_years=2, insured_places=3.0,
        settlement=settlement,
    )  # fmt: skip
    assert paid.total_eur[0] == pytest.approx(10 * sum(used[2:]))


@given(cases())
def test_who_uses_nothing_pays_nothing_by_use(case: SharingCase) -> None:
    idle = replace(case.municipalities[0], places=(0.0,) * len(case.municipalities[0].places))
    case = replace(case, municipalities=(idle, *case.municipalities[1:]))
    assert bills_of(case, Method.BY_USE).total_eur[0] == 0


@given(cases())
def test_insurance_settled_each_year_splits_by_inhabitants_whatever_the_capacity(case: SharingCase) -> None:
    case = replace(case, settlement=Settlement.YEARLY)
    shares = case.inhabitants / case.inhabitants.sum()
    np.testing.assert_allclose(
        bills_of(case, Method.INSURANCE).yearly_eur, shares[:, None] * real_cost_eur(case)[None, :], atol=1e-3
    )


@given(cases())
def test_advance_of_the_levy_never_swings_more_than_use_over_all_years(case: SharingCase) -> None:
    advance = bills_of(case, Method.FLAT_LEVY).advance_eur
    assert (np.ptp(advance, axis=1) <= case.price_eur * np.ptp(case.places, axis=1) + 1e-3).all()


@given(
    st.lists(st.integers(0, 20), min_size=2, max_size=6), st.integers(1, 5), st.integers(1, 20), st.data(),
    st.sampled_from(Settlement),
)  # fmt: skip
def test_a_bad_year_swings_most_by_use(
    steady: list[int], history: int, extra: int, data: st.DataObject, settlement: Settlement
) -> None:
    # Enough years: history and as many billed years, each with the same use, so that only the bad year swings.
    years = 2 * history if history > 1 else 3
    case = SharingCase(
        tuple(Municipality(f"G{place}", 1000 * (place + 1), (count,) * years) for place, count in enumerate(steady)),
        100.0, history, settlement=settlement,
    )  # fmt: skip
    who = data.draw(st.integers(0, len(steady) - 1))
    when = data.draw(st.integers(0, years - history - 1))
    worse = case.with_bad_year(who, when, extra)
    by_use, levy, insured = (
        bills_of(worse, method).range_eur[who] for method in (Method.BY_USE, Method.FLAT_LEVY, Method.INSURANCE)
    )
    assert by_use == pytest.approx(100.0 * extra)
    if settlement is Settlement.AT_END or sum(steady):
        assert by_use >= levy - 1e-6
    assert by_use >= insured - 1e-6


@given(cases(), st.integers(0, 20), st.data())
def test_a_bad_year_is_paid_in_full_and_only_once(case: SharingCase, extra: int, data: st.DataObject) -> None:
    who = data.draw(st.integers(0, len(case.municipalities) - 1))
    when = data.draw(st.integers(0, len(case.billed_years) - 1))
    more = shares_of_bad_year(case, who, when, extra)
    for method, amounts in more.items():
        assert amounts.sum() == pytest.approx(extra * case.price_eur, abs=1e-2), method
    assert more[Method.BY_USE][who] == pytest.approx(extra * case.price_eur, abs=1e-2)


def test_expected_use_is_the_average_of_the_years_before() -> None:
    used = np.array([[1.0, 2.0, 6.0, 3.0, 0.0]])
    np.testing.assert_allclose(expected_places(used, 2), [[1.5, 4.0, 4.5]])
    np.testing.assert_allclose(expected_places(used, 3), [[3.0, 11 / 3]])


def test_nothing_expected_is_shared_by_inhabitants() -> None:
    case = SharingCase((Municipality("A", 3, (0, 4, 0)), Municipality("B", 1, (0, 0, 0))), 100.0, 1)
    np.testing.assert_allclose(bills_of(case, Method.FLAT_LEVY).yearly_eur[:, 0], [300, 100])


def test_case_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        SMALL.price_eur = 1.0  # type: ignore[misc]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Municipality("", 1, (1,)), "Kolom Gemeente"),
        (lambda: Municipality("=1+1", 1, (1,)), "geen formule"),
        (lambda: Municipality("A\nB", 1, (1,)), "stuurtekens"),
        (lambda: Municipality("@x", 1, (1,)), "begint met"),
        (lambda: Municipality("A", 0, (1,)), "Inwoners 0-17"),
        (lambda: Municipality("A", 1.5, (1,)), "heel getal"),
        (lambda: Municipality("A", True, (1,)), "Inwoners 0-17"),
        (lambda: Municipality("A", 1, (1, float("nan"))), "Kolom Jaar 2"),
        (lambda: Municipality("A", 1, (-1,)), "−1 kan niet"),
        (lambda: Municipality("A", 1, (float("inf"),)), "oneindig"),
        (lambda: Municipality("A", 1, ("4",)), "“4” kan niet"),
        (lambda: replace(SMALL, municipalities=SMALL.municipalities[:1]), "Aantal gemeenten"),
        (lambda: replace(SMALL, municipalities=tuple(Municipality(f"G{n}", 1, (1, 1, 1, 1)) for n in range(16))), "16"),
        (lambda: replace(SMALL, municipalities=(SMALL.municipalities[0],) * 2), "elke naam één keer"),
        (lambda: replace(SMALL, municipalities=(*SMALL.municipalities, Municipality("C", 1, (1,)))), "even veel jaren"),
        (lambda: replace(SMALL, price_eur=0.0), "Prijs van een plaats"),
        (lambda: replace(SMALL, price_eur=float("nan")), "geen getal (NaN)"),
        (lambda: replace(SMALL, history_years=0), "Jaren vooraf"),
        (lambda: replace(SMALL, history_years=3), "Aantal jaren"),
        (lambda: replace(SMALL, capacity_places=-1.0), "Ingekochte plaatsen"),
        (lambda: SMALL.with_bad_year(0, 2, 1), "Slecht jaar"),
        (lambda: SMALL.with_bad_year(0, 0, -100), "−94 kan niet"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_dutch(make: object, said: str) -> None:
    with pytest.raises(InputError, match=r".+") as refused:
        make()  # type: ignore[operator]
    assert said in str(refused.value)
    assert "toegestaan is" in str(refused.value)


def test_as_many_municipalities_as_allowed_pass() -> None:
    many = tuple(Municipality(f"G{place}", 1, (1, 1, 1, 1)) for place in range(MOST_MUNICIPALITIES))
    assert len(replace(SMALL, municipalities=many).names) == MOST_MUNICIPALITIES
