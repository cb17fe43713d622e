"""The outcomes of the cost-sharing calculator as tables with Dutch headings, for screen, charts and download."""

from __future__ import annotations

import numpy as np
import pandas as pd

from model.background.rijnland.cost_sharing import Bills, Method, SharingCase, real_cost_eur

METHOD_WORDS = {Method.INSURANCE: "Verzekering", Method.FLAT_LEVY: "Vlaktaks", Method.BY_USE: "Verrekening"}
TOTAL, SWING, DEVIATION = "totaal", "verschil", "spreiding"
MEASURE_WORDS = {
    TOTAL: "Totaal over de jaren",
    SWING: "Hoogste min laagste jaar",
    DEVIATION: "Standaardafwijking",
}
ALL_TOGETHER, REAL_COST = "Samen", "Werkelijke kosten"


def measure_eur(bills: Bills, measure: str) -> np.ndarray:
    """Amount per municipality of one measure."""
    return {TOTAL: bills.total_eur, SWING: bills.range_eur, DEVIATION: bills.deviation_eur}[measure]


def measure_table(case: SharingCase, all_bills: dict[Method, Bills], measure: str) -> pd.DataFrame:
    """One row per municipality and one column per way, in thousands of euros; totals with the real cost below them."""
    table = pd.DataFrame(
        {
            "Gemeente": list(case.names),
            **{METHOD_WORDS[method]: measure_eur(bills, measure) / 1000 for method, bills in all_bills.items()},
        }
    )
    if measure != TOTAL:
        return table
    cost = float(real_cost_eur(case).sum()) / 1000
    sums = {METHOD_WORDS[method]: float(bills.total_eur.sum()) / 1000 for method, bills in all_bills.items()}
    below = pd.DataFrame(
        [{"Gemeente": ALL_TOGETHER, **sums}, {"Gemeente": REAL_COST, **dict.fromkeys(METHOD_WORDS.values(), cost)}]
    )
    return pd.concat([table, below], ignore_index=True)


def yearly_table(case: SharingCase, all_bills: dict[Method, Bills], position: int) -> pd.DataFrame:
    """Bill of one municipality per year and way, in thousands of euros, with what is settled afterwards."""
    years = list(case.billed_years)
    table = pd.DataFrame({"Jaar": [*years, "Na afloop"]})
    for method, bills in all_bills.items():
        table[METHOD_WORDS[method]] = [*(bills.yearly_eur[position] / 1000), bills.afterwards_eur[position] / 1000]
    return table


def full_table(case: SharingCase, all_bills: dict[Method, Bills]) -> pd.DataFrame:
    """Every bill in whole cents: municipality, way, year, in advance, settled, and together."""
    rows = []
    for method, bills in all_bills.items():
        for position, name in enumerate(case.names):
            for year, heading in enumerate(case.billed_years):
                rows.append(
                    (name, METHOD_WORDS[method], heading, case.places[position, case.history_years + year],
                     bills.advance_eur[position, year], bills.settled_eur[position, year])
                )  # fmt: skip
            rows.append((name, METHOD_WORDS[method], "Na afloop", np.nan, 0.0, bills.afterwards_eur[position]))
    headings = ["Gemeente", "Manier", "Jaar", "Plaatsen", "Vooraf betaald (€)", "Verrekend (€)"]
    table = pd.DataFrame(rows, columns=headings)
    table["Rekening (€)"] = table["Vooraf betaald (€)"] + table["Verrekend (€)"]
    amounts = ["Vooraf betaald (€)", "Verrekend (€)", "Rekening (€)"]
    table[amounts] = table[amounts].round(2) + 0.0
    inhabitants = {item.name: item.inhabitants for item in case.municipalities}
    return table.assign(**{"Inwoners 0-17": table["Gemeente"].map(inhabitants)})
