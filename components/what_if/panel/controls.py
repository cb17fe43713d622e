"""Controls of the what-if page as data: name, values, words and origin. The model's parameters state the ranges."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from components.look.words import number
from model.what_if import InvestmentCount, InvestmentKind, Measure, SavingsPlan, Scenario, response_table
from model.what_if.parameters import (
    DELAY_MONTHS,
    GROWTH_PCT,
    INVESTMENTS_COUNTED_DESCRIPTION,
    INVESTMENTS_COUNTED_LABEL,
    OVERLAP_MARGIN_SHARE,
    OVERLAP_SHARE,
    Parameter,
)
from model.what_if.responses import parameter_values

INVESTMENT_WORDS = {
    InvestmentKind.AMOUNT: "{amount} mln euro",
    InvestmentKind.NONE: "geen",
    InvestmentKind.TO_BE_STATED: "nog op te geven",
    InvestmentKind.TRANSFORMATION_FUND: "uit het transformatiefonds",
    InvestmentKind.BLANK: "onbekend",
}
COUNT_WORDS = {
    InvestmentCount.NO: "niet",
    InvestmentCount.ONCE: "eenmalig, in het startjaar",
    InvestmentCount.YEARLY: "elk jaar",
}


def measure_rows(plan: SavingsPlan) -> list[dict[str, Any]]:
    """One row per measure with its words and the keys of its controls, in the order of the table."""
    rows = []
    for place, measure in enumerate(plan.measures):
        controls = {
            "saving": f"saving_mln_eur:{measure.code}",
            "on": f"on:{measure.code}",
            "delay": f"delay_months:{measure.code}",
        }
        if measure.code in plan.codes_to_be_stated:
            controls["investment"] = f"unknown_investment_mln_eur:{measure.code}"
        rows.append(
            {
                "code": measure.code,
                "name": measure.name,
                "category": measure.category or "Maatregelen",
                "lead": measure.lead,
                "low": float(plan.band_low_mln_eur[place]),
                "high": float(plan.band_high_mln_eur[place]),
                "facts": measure_facts(measure),
                "controls": controls,
            }
        )
    return rows


def measure_facts(measure: Measure) -> list[tuple[str, str]]:
    """What the source says of a measure, as pairs of a heading and a text; an unknown reads "onbekend"."""
    amount = "" if measure.investment_mln_eur is None else number(measure.investment_mln_eur, 1)
    return [
        ("Risico", measure.risk or "de bron noemt er geen"),
        ("Voorwaarde", measure.condition or "de bron noemt er geen"),
        ("Ook betrokken", ", ".join(measure.involved) or "niemand genoemd"),
        ("Voorbereiding", _preparation(measure)),
        ("Investering", INVESTMENT_WORDS[measure.investment_kind].format(amount=amount)),
    ]


def assumption_rows(plan: SavingsPlan) -> list[dict[str, Any]]:
    """One row per assumption: key of the control, name, kind of number, origin, and what it means."""
    rows = [_row(p, p.key, "percent") for p in (OVERLAP_SHARE, OVERLAP_MARGIN_SHARE)]
    rows += [_row(DELAY_MONTHS, DELAY_MONTHS.key, "maanden"), _row(GROWTH_PCT, GROWTH_PCT.key, "groei")]
    for year in plan.years_with_unknown_contribution:
        parameter = plan.national_contribution_parameter
        row = _row(parameter, f"{parameter.key}:{year}", "mln")
        rows.append(row | {"name": f"{parameter.label} {year}", "origin": "bron: onbekend"})
    rows.append(
        {
            "control": "investments_counted",
            "name": INVESTMENTS_COUNTED_LABEL,
            "kind": "keuze",
            "origin": "aanname",
            "about": INVESTMENTS_COUNTED_DESCRIPTION,
        }
    )
    return rows


@lru_cache(maxsize=16)
def control_values(plan: SavingsPlan) -> dict[str, tuple[Any, ...]]:
    """Values that each control can have; they depend on the table only, not on what is set."""
    responses = response_table(Scenario.default(plan))
    values: dict[str, tuple[Any, ...]] = {key: response.values for key, response in responses.items()}
    return values | {OVERLAP_MARGIN_SHARE.key: parameter_values(OVERLAP_MARGIN_SHARE)}


def value_now(scenario: Scenario, control: str) -> Any:
    """Value of a control in a scenario; for the one delay of all measures the delay that all share, else None."""
    name, _, of = control.partition(":")
    field = getattr(scenario, name)
    if control == DELAY_MONTHS.key:
        return field[0] if len(set(field)) == 1 else None
    if name == "national_contribution_mln_eur":
        return field[scenario.plan.year_index(int(of))]
    return field[scenario.plan.index_of(of)] if of else field


def _row(parameter: Parameter, control: str, kind: str) -> dict[str, Any]:
    return {
        "control": control,
        "name": parameter.label,
        "kind": kind,
        "origin": str(parameter.origin),
        "about": parameter.description,
    }


def _preparation(measure: Measure) -> str:
    if measure.running:
        return "loopt al"
    low, high = measure.preparation_months_low, measure.preparation_months_high
    if low is None or high is None:
        return "onbekend"
    return f"{number(low)} maanden" if low == high else f"{number(low)} tot {number(high)} maanden"
