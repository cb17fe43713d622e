"""The source's table and path, typed here a second time so that these tests need no other file, and random inputs."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import strategies as st

from model.what_if import (
    ZHZ_PROPOSED_CODES,
    Control,
    ControlValue,
    InvestmentKind,
    Measure,
    MeasureTable,
    SavingsPlan,
    Scenario,
    Trajectory,
    controls_of,
    read_plan,
    with_values,
)

# 004_8c4e7f4e4fb86d9c.txt, lines 335-423: code, lead, bandwidth, effect 2019, effect 2020, effect "2021 >", investment,
# preparation in months.
SOURCE_ROWS = [
    ("1", "Jeugdteams", (1, 10), (0, 0), (1, 8), (1, 10), "op_te_geven", None, (6, 6), False),
    ("2", "SOJ", (1, 10), (0, 2), (1, 8), (1, 10), "geen", None, (3, 3), False),
    ("3a", "Gemeenten", (1, 5), (0, 1), (1, 4), (1, 5), "bedrag", 0.5, (3, 6), False),
    ("3b", "Gemeenten", (1, 5), (0, 1), (1, 4), (1, 5), "bedrag", 0.5, (3, 6), False),
    ("4", "Gemeenten", (1, 5), (0, 0), (1, 4), (1, 5), "op_te_geven", None, (6, 18), False),
    ("5", "Gemeenten", (1, 5), (0, 1), (1, 4), (1, 5), "bedrag", 0.2, (3, 6), False),
    ("6", "Jeugdteams", (1, 5), (0, 1), (1, 2), (1, 5), "leeg", None, (3, 3), False),
    ("7", "Gemeenten", (1, 5), (0, 0), (1, 3), (1, 5), "bedrag", 2.0, (6, 6), False),
    ("8", "Gemeenten", (1, 2), (0, 0), (1, 2), (1, 2), "leeg", None, (6, 6), False),
    ("9", "SOJ", (1, 3), (0, 0), (1, 3), (1, 3), "leeg", None, (3, 6), False),
    ("10", "SOJ", (0, 1), (0, 1), (0, 1), (0, 1), "leeg", None, None, True),
    ("11", "Gemeenten", (0, 1), (0, 0), (0, 1), (0, 1), "leeg", None, (3, 6), False),
    ("12", "SOJ", (0, 2), (0, 1), (0, 2), (0, 2), "leeg", None, None, True),
    ("13", "SOJ", (0, 2), (0, 1), (0, 2), (0, 2), "transformatiefonds", None, None, True),
    ("14", "SOJ", (0, 2), (0, 0), (0, 0), (0, 2), "leeg", None, (12, 12), False),
]

# Lines 149-161: year, begroting, burap, target, jaarkosten, bijdrage rijk, kosten voor regio.
SOURCE_PATH = [
    (2019, 104.5, 10.2, None, 114.7, 12.0, 102.7),
    (2020, 114.7, None, 5.0, 109.7, 9.5, 100.2),
    (2021, 109.7, None, 5.0, 104.7, 9.5, 95.2),
    (2022, 104.7, None, 4.7, 100.0, None, 100.0),
]


def source_measures() -> pd.DataFrame:
    rows: list[dict[str, Any]] = []
    for code, lead, band, in_2019, in_2020, in_2021, kind, amount, months, running in SOURCE_ROWS:
        rows.append(
            {
                "measure_code": code,
                "name": f"Maatregel {code}",
                "condition": None,
                "lead": lead,
                "involved": ["Gemeenten"],
                "saving_low_mln_eur": band[0],
                "saving_high_mln_eur": band[1],
                "effect_2019_low_mln_eur": in_2019[0],
                "effect_2019_high_mln_eur": in_2019[1],
                "effect_2020_low_mln_eur": in_2020[0],
                "effect_2020_high_mln_eur": in_2020[1],
                "effect_2021_low_mln_eur": in_2021[0],
                "effect_2021_high_mln_eur": in_2021[1],
                "investment_kind": kind,
                "investment_mln_eur": amount,
                "preparation_months_low": None if months is None else months[0],
                "preparation_months_high": None if months is None else months[1],
                "running": running,
                "risk": None,
                "category": "Overige",
            }
        )
    return pd.DataFrame(rows)


def source_trajectory() -> pd.DataFrame:
    columns = [
        "year",
        "budget_mln_eur",
        "interim_report_mln_eur",
        "target_mln_eur",
        "yearly_cost_mln_eur",
        "national_contribution_mln_eur",
        "regional_cost_mln_eur",
    ]
    return pd.DataFrame(SOURCE_PATH, columns=columns)


@pytest.fixture
def measures_frame() -> pd.DataFrame:
    return source_measures()


@pytest.fixture
def trajectory_frame() -> pd.DataFrame:
    return source_trajectory()


# Frozen, so one for the whole run; hypothesis also wants fixtures that outlive a single example.
@pytest.fixture(scope="session")
def plan() -> SavingsPlan:
    return read_plan(source_measures(), source_trajectory(), ZHZ_PROPOSED_CODES)


@pytest.fixture(scope="session")
def default(plan: SavingsPlan) -> Scenario:
    return Scenario.default(plan)


@st.composite
def plans(draw: st.DrawFn) -> SavingsPlan:
    """Any region's own table: 1 to 40 measures, 1 to 10 years from any start, effects that never shrink."""
    year_count = draw(st.integers(1, 10))
    first = draw(st.integers(1990, 2050))
    effect_first = draw(st.integers(0, year_count - 1))
    effect_count = draw(st.integers(1, year_count - effect_first))
    amounts = st.integers(0, 100).map(lambda tenths: tenths / 10)
    kinds = st.sampled_from(InvestmentKind)
    measures = []
    for place in range(draw(st.integers(1, 40) if draw(st.booleans()) else st.integers(1, 5))):
        low = sorted(draw(st.lists(amounts, min_size=effect_count, max_size=effect_count)))
        width = sorted(draw(st.lists(amounts, min_size=effect_count, max_size=effect_count)))
        # One measure always has an effect: a table without any is refused.
        high = [round(a + b + (0.1 if place == 0 else 0.0), 9) for a, b in zip(low, width, strict=True)]
        kind = draw(kinds)
        measures.append(
            Measure(
                code=f"m{place}",
                name=f"Maatregel {place}",
                effect_years=tuple(range(first + effect_first, first + effect_first + effect_count)),
                effect_low_mln_eur=tuple(low),
                effect_high_mln_eur=tuple(high),
                saving_low_mln_eur=low[-1],
                saving_high_mln_eur=high[-1],
                investment_kind=kind,
                investment_mln_eur=draw(amounts) if kind is InvestmentKind.AMOUNT else None,
                running=draw(st.booleans()),
            )
        )
    start = draw(st.integers(25, 900)) * 1.0
    later: list[float | None] = [draw(st.none() | st.integers(0, 900).map(float)) for _ in range(year_count - 1)]
    contributions = tuple(draw(st.none() | st.integers(0, 20).map(float)) for _ in range(year_count))
    unknown = (None,) * year_count
    path = Trajectory(
        years=tuple(range(first, first + year_count)),
        yearly_cost_mln_eur=(start, *later),
        national_contribution_mln_eur=contributions,
        budget_mln_eur=unknown,
        interim_report_mln_eur=unknown,
        target_mln_eur=unknown,
        regional_cost_mln_eur=unknown,
    )
    return SavingsPlan(MeasureTable(tuple(measures)), path)


@st.composite
def scenarios_of(draw: st.DrawFn, plan: SavingsPlan) -> Scenario:
    """Any scenario of a plan: every control anywhere in its range, also between its steps."""
    controls = [control for control in controls_of(plan).values() if not control.for_all]
    return with_values(Scenario.default(plan), {control.key: draw(any_value(control)) for control in controls})


def any_value(control: Control) -> st.SearchStrategy[ControlValue]:
    """Any value of a control; for a number also one between its steps."""
    steps = [value for value in control.values if isinstance(value, float)]
    if not steps:
        return st.sampled_from(control.values)
    ends = st.sampled_from([steps[0], steps[-1]])
    numbers = st.floats(steps[0], steps[-1], allow_nan=False) | ends
    return st.none() | numbers if None in control.values else numbers


@pytest.fixture(scope="session")
def scenarios(plan: SavingsPlan) -> st.SearchStrategy[Scenario]:
    """Scenarios of the source's table."""
    return scenarios_of(plan)


@pytest.fixture(scope="session")
def scenarios_of_any_region() -> st.SearchStrategy[Scenario]:
    """Scenarios of random tables of other regions."""
    return plans().flatmap(scenarios_of)
