"""Controls of the what-if page as data for the browser; the model lists them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from components.look.words import capitalised, number
from components.what_if.panel.plan_words import NO_CATEGORY, about_in_words, origin_in_words, table_name
from components.what_if.realised import start_in_words
from model.notation import decimals_needed, thousandths
from model.what_if import Control, ControlValue, InvestmentKind, Measure, SavingsPlan, Scenario, controls_of
from model.what_if.parameters import OWN_TARGET_MLN_EUR, TARGET, Kind, Scope

INVESTMENT_WORDS = {
    InvestmentKind.AMOUNT: "€ {amount} mln",
    InvestmentKind.NONE: "geen",
    InvestmentKind.TO_BE_STATED: "nog op te geven",
    InvestmentKind.TRANSFORMATION_FUND: "uit het transformatiefonds",
    InvestmentKind.BLANK: "onbekend",
}
"""Words of each kind; `words_of_investment` knows which hold for an amount."""
TARGET_FIELDS = (TARGET.key, OWN_TARGET_MLN_EUR.key)
_ROLES = {
    "saving_mln_eur": "saving",
    "on": "on",
    "delay_months": "delay",
    "unknown_investment_mln_eur": "investment",
}
"""What a control is for in the row of a measure, by the field that it sets."""


def measure_rows(plan: SavingsPlan) -> list[dict[str, Any]]:
    """One row per measure with its words and the keys of its controls, in the order of the table."""
    controls = controls_of(plan).values()
    return [
        {
            "code": measure.code,
            "name": measure.name,
            "category": measure.category or NO_CATEGORY,
            "lead": measure.lead,
            "low": float(plan.band_low_mln_eur[index]),
            "high": float(plan.band_high_mln_eur[index]),
            "facts": measure_facts(measure, table_name(plan), plan.decimals),
            "origins": {
                _ROLES[control.field]: origin_in_words(plan, control)
                for control in controls
                if control.index == index and control.scope is Scope.MEASURE and control.origin
            },
            "controls": {
                _ROLES[control.field]: control.key
                for control in controls
                if control.scope is Scope.MEASURE and control.index == index
            },
        }
        for index, measure in enumerate(plan.measures)
    ]


def measure_facts(measure: Measure, source: str, decimals: int) -> list[tuple[str, str]]:
    """What the table says of a measure, as pairs of a heading and a text; an unknown reads "onbekend".

    `source` names the table, with these decimals in its amounts.
    """
    amount = "" if measure.investment_mln_eur is None else given(measure.investment_mln_eur, decimals)
    return [
        ("Risico", measure.risk or f"{source} noemt er geen"),
        ("Voorwaarde", measure.condition or f"{source} noemt er geen"),
        ("Ook betrokken", ", ".join(measure.involved) or "niemand genoemd"),
        ("Voorbereiding", _preparation(measure)),
        ("Investering", words_of_investment(measure.investment_kind, measure.investment_mln_eur, amount)),
    ]


def assumption_rows(plan: SavingsPlan) -> list[dict[str, Any]]:
    """One row per assumption: key of the control, name, kind of value, origin, and what it means.

    The target stands apart: it says what the costs are measured against, not what they are.
    """
    return [
        {
            "control": control.key,
            "name": control.label,
            "kind": str(control.kind),
            "origin": origin_in_words(plan, control),
            "about": about_in_words(plan, control),
        }
        for control in _with_slider(plan)
        if control.scope is not Scope.MEASURE and control.field not in TARGET_FIELDS
    ]


def realised_fields(plan: SavingsPlan) -> dict[str, Any]:
    """Fields for what the costs really were: the key of each year, range in thousandths of a million, and words."""
    parameter = plan.realised_cost_parameter
    low, high = thousandths([parameter.low, parameter.high])
    controls = [control.key for control in controls_of(plan).values() if control.field == parameter.key]
    return {"controls": controls, "low": low, "high": high, "start": start_in_words(plan)}


def control_values(plan: SavingsPlan) -> dict[str, list[ControlValue | str]]:
    """Values of every control with a slider, switch or list, by its key."""
    return {control.key: [_shown(control, value) for value in control.values] for control in _with_slider(plan)}


def controls_now(scenario: Scenario) -> dict[str, ControlValue | str]:
    """Value that each of these has in a scenario, by its key; None is unknown."""
    return {control.key: _shown(control, control.get(scenario)) for control in _with_slider(scenario.plan)}


def choice_in_words(control: Control, value: ControlValue) -> str:
    """Words for a value of a choice."""
    return control.words[control.values.index(value)]


def _with_slider(plan: SavingsPlan) -> Iterator[Control]:
    """Controls but those that are typed, which go to the browser apart."""
    return (control for control in controls_of(plan).values() if control.typed_step is None)


def _shown(control: Control, value: ControlValue) -> ControlValue | str:
    return capitalised(choice_in_words(control, value)) if control.kind is Kind.CHOICE else value


def given(amount_mln_eur: float, decimals: int) -> str:
    """Amount that the table gives, in its own digits where these are finer than what is computed with it."""
    return number(amount_mln_eur, decimals_needed([amount_mln_eur], decimals, min(decimals + 1, 3)))


def words_of_investment(kind: InvestmentKind, amount_mln_eur: float | None, in_digits: str) -> str:
    """Words for an investment whose amount, where one is known, reads `in_digits`; a known 0 is none."""
    is_none = kind is InvestmentKind.AMOUNT and amount_mln_eur == 0
    return INVESTMENT_WORDS[InvestmentKind.NONE if is_none else kind].format(amount=in_digits)


def _preparation(measure: Measure) -> str:
    if measure.running:
        return "loopt al"
    low, high = measure.preparation_months_low, measure.preparation_months_high
    if low is None or high is None:
        return "onbekend"
    return f"{number(low)} maanden" if low == high else f"{number(low)} tot {number(high)} maanden"
