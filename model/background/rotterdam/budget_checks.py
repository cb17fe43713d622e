"""Printed amounts of the Rotterdam plan beside what they add up to.

Sources in 000_6e1cbb5f6f5d01bb.txt: national youth budget of 2008, lines 387-444; budget of the programme in 2012,
lines 3488-3982.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

WORKING_HOURS_RULE = "Productieve uren per fte per jaar"
"""Item of the table `programme_budget` that says how many hours one fte is."""
RATE_RULE = "Kosten per geleverd uur"
"""Item that says what an hour costs."""


@dataclass(frozen=True)
class TotalCheck:
    """A printed total and the sum of the printed rows, in the unit of the table."""

    printed: float
    added_up: float

    @property
    def difference(self) -> float:
        """Sum of the rows less the printed total."""
        return self.added_up - self.printed

    @property
    def agrees(self) -> bool:
        """Whether the rows add up to what is printed, to half a unit."""
        return abs(self.difference) < 0.5


def national_total(budget: pd.DataFrame) -> TotalCheck:
    """Printed total and sum of the amounts of the table `national_budget`, in mln €."""
    return _total(budget, "amount_mln_eur")


def programme_total(budget: pd.DataFrame, side: str) -> TotalCheck:
    """Printed total and sum of one side ('kosten' or 'dekking') of the table `programme_budget`, in €."""
    return _total(budget[budget["budget_side"] == side], "amount_eur")


def amounts_with_all_domains(budget: pd.DataFrame) -> pd.DataFrame:
    """One row per printed amount of the table `national_budget`, the total left out.

    Columns: `domains` (list; of an amount that the source gives for several together, those), `frame`,
    `amount_mln_eur`, `share_pct` (of the sum of the rows), `line_from`, `line_to`.
    """
    rows = budget[~budget["is_total"].astype(bool)].sort_values("budget_order")
    owner = rows["shared_with"].where(rows["shared_with"].notna(), rows["budget_code"])
    together = rows["budget_code"].isin(rows["shared_with"].dropna())
    domains = rows[~together].groupby(owner[~together], sort=False)["domain"].agg(list)
    own = rows[rows["amount_mln_eur"].notna()].set_index("budget_code")
    return pd.DataFrame(
        {
            "domains": domains.reindex(own.index),
            "frame": own["frame"],
            "amount_mln_eur": own["amount_mln_eur"].astype(float),
            "share_pct": 100 * own["amount_mln_eur"].astype(float) / float(own["amount_mln_eur"].sum()),
            "line_from": own["line_from"],
            "line_to": own["line_to"],
        }
    ).reset_index()


def recomputed(budget: pd.DataFrame) -> pd.DataFrame:
    """The table `programme_budget` with what its hours, fte and rate come to.

    Columns added: `follows_eur` = (fte × hours of one fte + hours) × rate, in €; NaN without hours, fte or rate.
    `differs_eur`: printed amount less that; NaN where either is unknown. `rate_assumed`: whether the source prints no
    rate with a cost and that of RATE_RULE is taken, an assumption of the app. The hours of one fte and that rate are
    rows of the table itself.
    """
    hours_per_fte, usual_rate = (
        _rule(budget, WORKING_HOURS_RULE, "hours"),
        _rule(budget, RATE_RULE, "rate_eur_per_hour"),
    )
    hours, fte = budget["hours"].astype(float), budget["fte"].astype(float)
    rate = budget["rate_eur_per_hour"].astype(float)
    is_worked = hours.notna() | fte.notna()
    assumed = rate.isna() & is_worked & (budget["budget_side"] == "kosten")
    worked = hours.fillna(0) + fte.fillna(0) * hours_per_fte
    follows = (worked * rate.mask(assumed, usual_rate)).where(is_worked)
    return budget.assign(
        follows_eur=follows, differs_eur=budget["amount_eur"].astype(float) - follows, rate_assumed=assumed
    )


def _rule(budget: pd.DataFrame, item: str, column: str) -> float:
    rule = budget.loc[budget["item"] == item, column]
    return float(rule.iloc[0]) if len(rule) == 1 else np.nan


def _total(rows: pd.DataFrame, amount: str) -> TotalCheck:
    is_total = rows["is_total"].astype(bool)
    printed, parts = rows.loc[is_total, amount].astype(float), rows.loc[~is_total, amount].astype(float)
    return TotalCheck(float(printed.iloc[0]) if len(printed) == 1 else np.nan, float(parts.sum()))
