"""Orders of the regions and the tasks in the comparison, as lists of codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from model.choices.consensus import by_difference
from model.choices.similarity import Group


@dataclass(frozen=True)
class Band:
    """Consecutive regions of an order. `name` is what they have in common; empty where the order has no bands."""

    name: str
    region_codes: tuple[str, ...]


def agreement_counts(choices: pd.DataFrame) -> pd.Series:
    """Number of shared agreements per region, indexed by `region_code`."""
    return (choices["status"] == "gedeelde_afspraak").groupby(choices["region_code"], sort=False).sum()


def region_bands(regions: pd.DataFrame, choices: pd.DataFrame, found_groups: Sequence[Group]) -> dict[str, list[Band]]:
    """Every order of the regions that holds for all visitors, by its name; equals go by alphabet.

    `regions` needs `region_code`, `name`, `province` and `label_lat`; a band of 'groepen' is named by its number.
    """
    by_name = regions.sort_values("name")
    agreements = by_name["region_code"].map(agreement_counts(choices))
    return {
        "noord-zuid": [_band("", by_name.sort_values("label_lat", ascending=False, kind="stable"))],
        "provincie": [_band(str(province), rows) for province, rows in by_name.groupby("province")],
        "alfabet": [_band("", by_name)],
        "afspraken": [_band("", by_name.loc[agreements.sort_values(ascending=False, kind="stable").index])],
        "groepen": [Band(str(number), group.region_codes) for number, group in enumerate(found_groups, start=1)],
    }


def task_orders(tasks: pd.DataFrame, choices: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Every order of the tasks by its name; where regions differ as much, that of the source."""
    as_in_source = tasks.sort_values("task_order")
    spreads = by_difference(choices).set_index("task_code")["spread_pct"]
    agreed = as_in_source["task_code"].map(spreads).sort_values(kind="stable")
    return {
        "bron": tuple(as_in_source["task_code"]),
        "zwaarte": tuple(tasks.sort_values("care_weight_order")["task_code"]),
        "eens": tuple(as_in_source.loc[agreed.index, "task_code"]),
    }


def _band(name: str, rows: pd.DataFrame) -> Band:
    return Band(name, tuple(rows["region_code"]))
