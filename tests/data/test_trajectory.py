"""The printed series 2019-2022 and the three scenarios, typed a second time from the source."""

import pandas as pd
import pytest

from tests.data.shipped import shipped

UNKNOWN = None
PRINTED = {
    # year: budget, interim report, target, yearly cost, national contribution, cost for the region, line
    2019: (104.5, 10.2, UNKNOWN, 114.7, 12, 102.7, 149),
    2020: (114.7, UNKNOWN, 5, 109.7, 9.5, 100.2, 153),
    2021: (109.7, UNKNOWN, 5, 104.7, 9.5, 95.2, 157),
    2022: (104.7, UNKNOWN, 4.7, 100.0, UNKNOWN, 100.0, 161),
}
COLUMNS = (
    "budget_mln_eur",
    "interim_report_mln_eur",
    "target_mln_eur",
    "yearly_cost_mln_eur",
    "national_contribution_mln_eur",
    "regional_cost_mln_eur",
    "line_from",
)


def shown(year: int) -> pd.Series:
    return shipped("trajectory").set_index("year").loc[year]


@pytest.mark.parametrize("year", PRINTED)
def test_printed_figures(year: int) -> None:
    for column, printed in zip(COLUMNS, PRINTED[year], strict=True):
        if printed is UNKNOWN:
            assert pd.isna(shown(year)[column]), column
        else:
            assert shown(year)[column] == printed, column
    assert shown(year)["line_to"] == shown(year)["line_from"]


def test_the_series_has_four_years() -> None:
    assert shipped("trajectory")["year"].tolist() == [2019, 2020, 2021, 2022]


@pytest.mark.parametrize("year", PRINTED)
def test_yearly_cost_is_budget_plus_interim_report_minus_target(year: int) -> None:
    row = shown(year).fillna(0)
    expected = row["budget_mln_eur"] + row["interim_report_mln_eur"] - row["target_mln_eur"]
    assert expected == pytest.approx(PRINTED[year][3])


@pytest.mark.parametrize("year", [2020, 2021, 2022])
def test_budget_is_the_yearly_cost_of_the_year_before(year: int) -> None:
    assert shown(year)["budget_mln_eur"] == PRINTED[year - 1][3]


@pytest.mark.parametrize("year", [2019, 2020, 2021])
def test_cost_for_the_region_is_yearly_cost_minus_contribution(year: int) -> None:
    expected = shown(year)["yearly_cost_mln_eur"] - shown(year)["national_contribution_mln_eur"]
    assert expected == pytest.approx(PRINTED[year][5])


def test_cost_for_the_region_of_2022_is_without_the_unknown_contribution() -> None:
    assert pd.isna(shown(2022)["national_contribution_mln_eur"])
    assert shown(2022)["regional_cost_mln_eur"] == shown(2022)["yearly_cost_mln_eur"] == 100.0


def test_the_targets_lead_from_the_cost_of_2019_to_100_million() -> None:
    targets = [PRINTED[year][2] for year in (2020, 2021, 2022)]
    assert shipped("trajectory")["target_mln_eur"].sum() == pytest.approx(sum(targets)) == pytest.approx(114.7 - 100)


@pytest.mark.parametrize(
    ("scenario", "excess", "ceiling"), [("1", 19, 114.7 - 19), ("2", 8, 114.7 - 8), ("3", UNKNOWN, 100)]
)
def test_ceilings(scenario: str, excess: float | None, ceiling: float) -> None:
    row = shipped("ceilings").set_index("scenario").loc[scenario]
    assert row["ceiling_mln_eur"] == pytest.approx(ceiling)
    if excess is UNKNOWN:
        assert pd.isna(row["excess_mln_eur"])
    else:
        assert row["excess_mln_eur"] == excess
        # The source prints no ceiling; it follows from the rough excess.
        assert row["ceiling_origin"].startswith("berekend")
    assert 107 <= row["line_from"] <= row["line_to"] <= 161
