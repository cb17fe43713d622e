"""The 15 measures of Zuid-Holland Zuid, typed a second time from the table in the source (lines 335-423)."""

import math
import re
from typing import NamedTuple

import pandas as pd
import pytest

from tests.data.shipped import shipped


class Row(NamedTuple):
    """One row as printed; JT is jeugdteams. Amounts in millions of euros, preparation in months."""

    name: str
    condition: str
    responsible: str
    saving: str
    investment: str
    preparation: str
    effect_2019: str
    effect_2020: str
    effect_2021: str
    risk: str
    category: str
    lines: tuple[int, int]


PRINTED = {
    "1": Row("Budgetverantwoordelijkheid", "Wmo", "JT, gemeenten, SOJ", "1-10", "op te geven door JT", "6",
             "0", "1-8", "1-10", "rechtszaken", "Budgetmaatregelen", (335, 349)),
    "2": Row("nee-tenzij", "", "SOJ", "1-10", "geen", "3",
             "0-2", "1-8", "1-10", "rechtszaken", "Budgetmaatregelen", (351, 355)),
    "3a": Row("toetsingscommissie", "", "gemeenten, JT, SOJ", "1-5", "0,5", "3-6",
              "0-1", "1-4", "1-5", "", "Toegang", (357, 361)),
    "3b": Row("door gemeenten", "", "gemeenten, JT, SOJ", "1-5", "0,5", "3-6",
              "0-1", "1-4", "1-5", "", "Toegang", (363, 363)),
    "4": Row("voorkant", "Gemeenten", "gemeenten, SOJ", "1-5", "op te geven door gemeenten", "6-18",
             "0", "1-4", "1-5", "overschrijding", "Overige", (365, 385)),
    "5": Row("Strakkere kaders", "", "gemeenten, JT, SOJ", "1-5", "0,2", "3-6",
             "0-1", "1-4", "1-5", "Klachten", "Normaliseren", (387, 393)),
    "6": Row("herindicaties", "", "JT, SOJ", "1-5", "", "3",
             "0-1", "1-2", "1-5", "Klachten", "Toegang", (395, 397)),
    "7": Row("huisartsen", "", "gemeenten, JT, SOJ", "1-5", "2", "6",
             "0", "1-3", "1-5", "Klachten", "Toegang", (399, 405)),
    "8": Row("3D-aanpak", "3D", "gemeenten, SOJ, JT", "1-2", "", "6",
             "0", "1-2", "1-2", "", "Toegang", (407, 407)),
    "9": Row("Tariefkorting", "", "SOJ", "1-3", "", "3-6",
             "0", "1-3", "1-3", "Aanbieders", "Inkoop", (409, 413)),
    "10": Row("Contractmanagement", "", "SOJ", "0-1", "", "loopt",
              "0-1", "0-1", "0-1", "", "Inkoop", (415, 415)),
    "11": Row("onderwijs", "", "gemeenten, JT, SOJ", "0-1", "", "3-6",
              "0", "0-1", "0-1", "", "Toegang", (417, 417)),
    "12": Row("jeugdbeschermingsketen", "", "SOJ", "0-2", "", "loopt",
              "0-1", "0-2", "0-2", "", "Overige", (419, 419)),
    "13": Row("transformatiefonds", "", "SOJ", "0-2", "middelen TF", "loopt",
              "0-1", "0-2", "0-2", "", "Overige", (421, 421)),
    "14": Row("inkoopmodel", "2021", "SOJ", "0-2", "", "12",
              "0", "0", "0-2", "", "Inkoop", (423, 423)),
}  # fmt: skip
PARTIES = {"JT": "Jeugdteams", "gemeenten": "Gemeenten", "SOJ": "SOJ"}
OWN_GROUPING = {"3a", "3b", "9", "10"}
"""Section 3b does not mention these two, so their category is the app's."""


def shown(code: str) -> pd.Series:
    return shipped("measures").set_index("measure_code").loc[code]


def band(printed: str) -> tuple[float, float]:
    low, _, high = printed.partition("-")
    return float(low), float(high or low)


def test_the_measures_stand_in_the_order_of_the_source() -> None:
    assert shipped("measures")["measure_code"].tolist() == list(PRINTED)


@pytest.mark.parametrize("code", PRINTED)
def test_saving_and_effects(code: str) -> None:
    for stem, printed in (
        ("saving", PRINTED[code].saving),
        ("effect_2019", PRINTED[code].effect_2019),
        ("effect_2020", PRINTED[code].effect_2020),
        ("effect_2021", PRINTED[code].effect_2021),
    ):
        assert (shown(code)[f"{stem}_low_mln_eur"], shown(code)[f"{stem}_high_mln_eur"]) == band(printed), stem


@pytest.mark.parametrize("code", PRINTED)
def test_responsible_parties(code: str) -> None:
    first, *others = [PARTIES[party] for party in PRINTED[code].responsible.split(", ")]
    assert shown(code)["lead"] == first
    assert list(shown(code)["involved"]) == others


@pytest.mark.parametrize("code", PRINTED)
def test_investment(code: str) -> None:
    printed, row = PRINTED[code].investment, shown(code)
    amount, stated_by, kind = math.nan, None, "leeg"
    if re.fullmatch(r"[\d,]+", printed):
        amount, kind = float(printed.replace(",", ".")), "bedrag"
    elif printed.startswith("op te geven door "):
        stated_by, kind = PARTIES[printed.removeprefix("op te geven door ")], "op_te_geven"
    elif printed:
        kind = {"geen": "geen", "middelen TF": "transformatiefonds"}[printed]
    assert row["investment_kind"] == kind
    assert row["investment_mln_eur"] == pytest.approx(amount, nan_ok=True)
    assert row["investment_stated_by"] == stated_by if stated_by else pd.isna(row["investment_stated_by"])


@pytest.mark.parametrize("code", PRINTED)
def test_preparation(code: str) -> None:
    printed, row = PRINTED[code].preparation, shown(code)
    assert bool(row["running"]) == (printed == "loopt")
    if printed == "loopt":
        assert pd.isna(row["preparation_months_low"])
        assert pd.isna(row["preparation_months_high"])
    else:
        assert (row["preparation_months_low"], row["preparation_months_high"]) == band(printed)


@pytest.mark.parametrize("code", PRINTED)
def test_name_condition_and_risk_in_own_words(code: str) -> None:
    printed, row = PRINTED[code], shown(code)
    assert printed.name in row["name"]
    for column, keyword in (("condition", printed.condition), ("risk", printed.risk)):
        assert keyword in row[column] if keyword else pd.isna(row[column]), column


@pytest.mark.parametrize("code", PRINTED)
def test_category_and_place(code: str) -> None:
    row = shown(code)
    assert row["category"] == PRINTED[code].category
    assert row["category_origin"].split(",")[0] == ("eigen indeling" if code in OWN_GROUPING else "bron")
    assert (row["line_from"], row["line_to"]) == PRINTED[code].lines
    assert row["source_file"] == "004_8c4e7f4e4fb86d9c.txt"


def test_effect_from_2021_equals_the_bandwidth() -> None:
    measures = shipped("measures")
    assert (measures["effect_2021_low_mln_eur"] == measures["saving_low_mln_eur"]).all()
    assert (measures["effect_2021_high_mln_eur"] == measures["saving_high_mln_eur"]).all()


def test_sum_of_the_middles() -> None:
    measures = shipped("measures")
    assert ((measures["saving_low_mln_eur"] + measures["saving_high_mln_eur"]) / 2).sum() == 36.5


def test_no_band_is_upside_down_and_none_shrinks_over_the_years() -> None:
    measures = shipped("measures")
    for stem in ("saving", "effect_2019", "effect_2020", "effect_2021"):
        assert (measures[f"{stem}_low_mln_eur"] <= measures[f"{stem}_high_mln_eur"]).all(), stem
    for end in ("low", "high"):
        for year in (2019, 2020):
            now, later = measures[f"effect_{year}_{end}_mln_eur"], measures[f"effect_{year + 1}_{end}_mln_eur"]
            assert (now <= later).all(), (year, end)
