"""Volumes of Holland Rijnland: when a count and a number of inhabitants may be divided, and why mostly not.

Nothing here adds up: the tables of the document are of three different years, count different things, and overlap.
Source: 003_e02f042df02c65ea.txt, lines 69-310 (tables 1.1 to 1.7).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

PER_INHABITANTS = 1000
_AGES = re.compile(r"(\d{1,2})\s*(?:-|t/m|tot en met)\s*(\d{1,2})(?:\s*jaar)?")


@dataclass(frozen=True)
class Rate:
    """Count per 1.000 inhabitants of the same age, or the Dutch reason why there is none; exactly one of the two."""

    per_1000: float | None
    refusal: str | None

    def __post_init__(self) -> None:
        if (self.per_1000 is None) == (self.refusal is None):
            raise ValueError("Een verhouding is een getal of een reden waarom het er niet is.")


def age_range(text: str | None) -> tuple[int, int] | None:
    """First and last age of an age in words, both included; None where the text gives no such range.

    >>> age_range("0-17 jaar"), age_range("0 t/m 22 jaar"), age_range(None)
    ((0, 17), (0, 22), None)
    """
    found = _AGES.fullmatch((text or "").strip())
    if found is None:
        return None
    low, high = int(found[1]), int(found[2])
    return (low, high) if low <= high else None


def rate_of(count: int, client_age: str | None, population: int | None, population_age: str | None) -> Rate:
    """Rate of one count. The age of those counted must be given, and be the age of the inhabitants."""
    inhabitants, counted = age_range(population_age), age_range(client_age)
    if population is None or population <= 0:
        missing = "geen aantal inwoners" + (" en geen leeftijd" if counted is None else "")
        return Rate(None, f"De tabel noemt {missing}.")
    if inhabitants is None:
        return Rate(None, "De tabel zegt niet hoe oud de inwoners zijn.")
    if counted is None:
        return Rate(None, f"De tabel zegt niet hoe oud de getelde jeugdigen zijn; de inwoners zijn {population_age}.")
    if counted != inhabitants:
        return Rate(
            None, f"De getelde jeugdigen zijn {client_age}, de inwoners {population_age}: dat past niet op elkaar."
        )
    return Rate(PER_INHABITANTS * count / population, None)


def with_rates(volumes: pd.DataFrame) -> pd.DataFrame:
    """The table care_volumes with `per_1000` (NaN where refused) and `refusal` (None where there is a rate)."""
    rates = [
        rate_of(
            int(row.count),
            _known(row.client_age),
            None if pd.isna(row.population) else int(row.population),
            _known(row.population_age),
        )
        for row in volumes[["count", "client_age", "population", "population_age"]].itertuples(index=False, name="Row")
    ]
    return volumes.assign(
        per_1000=pd.Series([rate.per_1000 for rate in rates], index=volumes.index, dtype="float64"),
        refusal=pd.Series([rate.refusal for rate in rates], index=volumes.index, dtype="object"),
    )


def refusals_per_table(rated: pd.DataFrame) -> dict[str, str]:
    """Table number to the reason why it gives no rate, for tables without any; in table order."""
    return {
        str(number): " ".join(dict.fromkeys(rows["refusal"]))
        for number, rows in rated.groupby("table_number", sort=True)
        if rows["refusal"].notna().all()
    }


def _known(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
