"""Measures, path and plan read from tables: what they hold, and what they refuse."""

from __future__ import annotations

import pickle
from typing import Any

import numpy as np
import pandas as pd
import pytest

from model.dataset import registry
from model.what_if import InputError, InvestmentKind, SavingsPlan, read_measures, read_plan, read_trajectory


def test_source_table_has_fifteen_measures_and_four_years(plan: SavingsPlan) -> None:
    assert plan.codes == ("1", "2", "3a", "3b", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14")
    assert plan.years == (2019, 2020, 2021, 2022)
    assert plan.effect_low_mln_eur.shape == (15, 4)


def test_bandwidth_equals_the_last_effect_column_for_every_row(plan: SavingsPlan) -> None:
    for measure in plan.measures:
        last = (measure.effect_low_mln_eur[-1], measure.effect_high_mln_eur[-1])
        assert (measure.saving_low_mln_eur, measure.saving_high_mln_eur) == last, measure.code


def test_no_effect_of_the_source_shrinks(plan: SavingsPlan) -> None:
    assert plan.measures.codes_with_falling_effect == ()


def test_last_effect_column_holds_for_2022(plan: SavingsPlan) -> None:
    assert np.array_equal(plan.effect_low_mln_eur[:, 3], plan.effect_low_mln_eur[:, 2])
    assert np.array_equal(plan.effect_span_mln_eur[:, 3], plan.effect_span_mln_eur[:, 2])


def test_investment_kinds_are_those_of_the_dataset() -> None:
    assert tuple(InvestmentKind) == registry.INVESTMENT_KINDS


def test_kinds_of_investment_are_kept_apart(plan: SavingsPlan) -> None:
    kinds = {measure.code: measure.investment_kind for measure in plan.measures}
    assert [code for code, kind in kinds.items() if kind is InvestmentKind.AMOUNT] == ["3a", "3b", "5", "7"]
    assert [code for code, kind in kinds.items() if kind is InvestmentKind.TO_BE_STATED] == ["1", "4"]
    assert [code for code, kind in kinds.items() if kind is InvestmentKind.TRANSFORMATION_FUND] == ["13"]
    assert [code for code, kind in kinds.items() if kind is InvestmentKind.NONE] == ["2"]
    unknown = [code for code, amount in zip(plan.codes, plan.known_investment_mln_eur, strict=True) if np.isnan(amount)]
    assert unknown == ["1", "4", "6", "8", "9", "10", "11", "12", "14"]


def test_tables_from_parquet_types_read_the_same(
    measures_frame: pd.DataFrame, trajectory_frame: pd.DataFrame, plan: SavingsPlan
) -> None:
    measures = measures_frame.convert_dtypes()
    measures["involved"] = [np.array(["Gemeenten"], dtype=object)] * len(measures)
    other = read_plan(measures, trajectory_frame.convert_dtypes(), plan.proposed_codes)
    assert other == plan
    assert other.fingerprint == plan.fingerprint


def test_plan_survives_pickling(plan: SavingsPlan) -> None:
    assert pickle.loads(pickle.dumps(plan)) == plan


def test_slider_steps_are_a_tenth_for_the_source(plan: SavingsPlan) -> None:
    assert set(plan.slider_step_mln_eur) == {0.1}
    assert plan.slider_values_mln_eur[0].tolist() == pytest.approx([1 + step / 10 for step in range(91)])
    assert plan.slider_values_mln_eur[14][-1] == 2.0


@pytest.mark.parametrize(("high", "step"), [(0.03, 0.005), (0.4, 0.05), (0.5, 0.1), (20, 0.1), (90, 0.5)])
def test_slider_steps_fit_narrow_and_wide_bands(
    measures_frame: pd.DataFrame, trajectory_frame: pd.DataFrame, high: float, step: float
) -> None:
    columns = [c for c in measures_frame.columns if c.endswith("_mln_eur") and c != "investment_mln_eur"]
    measures_frame[columns] = measures_frame[columns].astype(float)
    measures_frame.loc[14, columns] = 0.0
    measures_frame.loc[14, ["saving_high_mln_eur", "effect_2021_high_mln_eur"]] = high
    plan = read_plan(measures_frame, trajectory_frame)
    assert plan.slider_step_mln_eur[14] == step
    assert 5 <= len(plan.slider_values_mln_eur[14]) <= 202
    assert plan.slider_values_mln_eur[14][-1] == high


WRONG_CELLS: list[tuple[int, str, Any, str]] = [
    (0, "measure_code", "één_twee", "“één_twee”"),
    (0, "measure_code", None, "leeg"),
    (1, "measure_code", "1", "elk nummer één keer"),
    (1, "name", "maatregel 1", "elke naam één keer"),
    (1, "name", "  ", "leeg"),
    (1, "name", "=1+1", "formule"),
    (2, "saving_low_mln_eur", -1, "−1"),
    (2, "saving_low_mln_eur", 6, "ten hoogste de bovenkant"),
    (2, "saving_high_mln_eur", float("inf"), "oneindig"),
    (2, "effect_2020_high_mln_eur", float("nan"), "leeg"),
    (2, "effect_2020_high_mln_eur", "=1+1", "“=1+1”"),
    (2, "effect_2020_high_mln_eur", 1000.5, "1.000,5"),
    (2, "effect_2020_high_mln_eur", True, "ja"),
    (2, "investment_kind", "misschien", "op_te_geven"),
    (2, "investment_mln_eur", None, "leeg"),
    (1, "investment_mln_eur", 3.0, "“geen”"),
    (2, "preparation_months_low", 7.0, "ten hoogste de bovenkant, 6 maanden"),
    (2, "preparation_months_high", None, "leeg"),
    (2, "running", "ja", "ja of nee"),
    (2, "running", None, "leeg"),
]


@pytest.mark.parametrize(("row", "column", "value", "words"), WRONG_CELLS)
def test_a_wrong_cell_is_refused_with_its_place(
    measures_frame: pd.DataFrame, row: int, column: str, value: Any, words: str
) -> None:
    measures_frame[column] = measures_frame[column].astype(object)
    measures_frame.loc[row, column] = value
    with pytest.raises(InputError) as refused:
        read_measures(measures_frame)
    fault = refused.value.faults[0]
    assert fault.row == row + 1
    assert fault.column == column
    assert words in str(refused.value)
    assert "toegestaan is" in str(refused.value)


def test_all_faults_of_both_tables_are_named_at_once(
    measures_frame: pd.DataFrame, trajectory_frame: pd.DataFrame
) -> None:
    measures_frame["saving_low_mln_eur"] = measures_frame["saving_low_mln_eur"].astype(object)
    measures_frame.loc[0, "saving_low_mln_eur"] = "veel"
    measures_frame.loc[7, "saving_low_mln_eur"] = -1
    trajectory_frame.loc[0, "yearly_cost_mln_eur"] = None
    with pytest.raises(InputError) as refused:
        read_plan(measures_frame, trajectory_frame)
    assert str(refused.value).splitlines() == [
        "Rij 1, kolom saving_low_mln_eur, maatregel 1: “veel” kan niet; toegestaan is € 0 mln tot en met € 1.000 mln.",
        "Rij 8, kolom saving_low_mln_eur, maatregel 7: −1 kan niet; toegestaan is € 0 mln tot en met € 1.000 mln.",
        "Rij 1, kolom yearly_cost_mln_eur, jaarkosten 2019: leeg kan niet; "
        "toegestaan is € 0,001 mln tot en met € 10.000 mln.",
    ]


def test_empty_too_long_and_effectless_tables_are_refused(measures_frame: pd.DataFrame) -> None:
    with pytest.raises(InputError, match="Aantal maatregelen: 0 kan niet; toegestaan is 1 tot en met 40"):
        read_measures(measures_frame.head(0))
    with pytest.raises(InputError, match="Aantal maatregelen: 45"):
        read_measures(pd.concat([measures_frame] * 3))
    columns = [column for column in measures_frame.columns if column.startswith(("effect", "saving"))]
    measures_frame[columns] = 0
    with pytest.raises(InputError, match="overal 0"):
        read_measures(measures_frame)


def test_missing_double_and_gapped_columns_are_refused(measures_frame: pd.DataFrame) -> None:
    with pytest.raises(InputError, match="Kolom effect_2020_high_mln_eur"):
        read_measures(measures_frame.drop(columns="effect_2020_high_mln_eur"))
    with pytest.raises(InputError, match="2 keer aanwezig"):
        read_measures(pd.concat([measures_frame, measures_frame[["name"]]], axis=1))
    gapped = measures_frame.drop(columns=["effect_2020_low_mln_eur", "effect_2020_high_mln_eur"])
    with pytest.raises(InputError, match="2019, 2021 kan niet"):
        read_measures(gapped)


@pytest.mark.parametrize("years", [[2019, 2020, 2020, 2021], [2019, 2020, 2022, 2023], [2022, 2021, 2020, 2019]])
def test_years_must_follow_each_other(trajectory_frame: pd.DataFrame, years: list[int]) -> None:
    trajectory_frame["year"] = years
    with pytest.raises(InputError, match="opeenvolgende jaren"):
        read_trajectory(trajectory_frame)


def test_effect_years_outside_the_path_are_refused(
    measures_frame: pd.DataFrame, trajectory_frame: pd.DataFrame
) -> None:
    with pytest.raises(InputError, match="jaren binnen het pad van 2019 tot en met 2020"):
        read_plan(measures_frame, trajectory_frame.head(2))


def test_a_measure_that_saves_more_than_the_start_costs_is_refused(
    measures_frame: pd.DataFrame, trajectory_frame: pd.DataFrame
) -> None:
    trajectory_frame["yearly_cost_mln_eur"] = [9.0, 8.0, 7.0, 6.0]
    with pytest.raises(InputError, match="maatregel 1: 10 kan niet; toegestaan is ten hoogste de jaarkosten van 2019"):
        read_plan(measures_frame, trajectory_frame)


def test_an_unknown_proposed_code_is_refused(measures_frame: pd.DataFrame, trajectory_frame: pd.DataFrame) -> None:
    with pytest.raises(InputError, match="“99” kan niet"):
        read_plan(measures_frame, trajectory_frame, ("99",))


def test_fingerprint_follows_figures_and_not_texts(
    measures_frame: pd.DataFrame, trajectory_frame: pd.DataFrame, plan: SavingsPlan
) -> None:
    measures_frame["name"] = measures_frame["name"] + " (nieuw)"
    assert read_plan(measures_frame, trajectory_frame).fingerprint == plan.fingerprint
    measures_frame.loc[0, "effect_2020_high_mln_eur"] = 9
    assert read_plan(measures_frame, trajectory_frame).fingerprint != plan.fingerprint
