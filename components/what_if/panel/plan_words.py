"""Words that hold for one table and not for another: where a value comes from, and what the source says of it."""

from __future__ import annotations

from components.look.words import million
from components.what_if.session import is_of_source
from model.what_if import Control, SavingsPlan, Scenario, TargetKind
from model.what_if.parameters import CEILING_KINDS, GROWTH_PCT, OVERLAP_SHARE, Origin

_OF_SOURCE = {
    OVERLAP_SHARE.key: (
        "De 70% is zo gekozen dat alle maatregelen in het midden van hun bandbreedte het doel van de bron halen."
    ),
    GROWTH_PCT.key: "De bron rekent zonder groei en zonder indexatie.",
}
"""What the source has to do with an assumption; with another table these say nothing."""
_OF_OTHERS = {
    OVERLAP_SHARE.key: (
        "De 70% waarmee u begint, is die van Zuid-Holland Zuid. Kies een overlap die bij uw maatregelen past."
    ),
}
"""What must be known of an assumption with a table other than the source's."""
BORROWED_OVERLAP = "De overlap begint op 70%: die van Zuid-Holland Zuid, niet nagerekend voor uw tabel."
"""Whose overlap a table other than the source's begins with."""
_SOURCE_CATEGORIES = ("Budgetmaatregelen", "Inkoop", "Normaliseren", "Toegang", "Overige")
"""In the order of the source: 004_8c4e7f4e4fb86d9c.txt, lines 204, 224, 237, 264 and 293."""


def plan_words(plan: SavingsPlan) -> dict[str, str]:
    """Texts of the panel for one plan: the warning about adding up, what is agreed or borrowed, and its first cost."""
    if is_of_source(plan):
        warning = "De bron waarschuwt: de maatregelen overlappen, tel ze niet op."
        agreed = "De overlap van 70% is zo gekozen dat de beginstand het doel haalt: afgesproken, geen uitkomst."
        borrowed = ""
    else:
        agreed, borrowed = "", f"{BORROWED_OVERLAP} Stel hem in op uw maatregelen."
        warning = "Tel de maatregelen niet op: waar zij dezelfde kosten raken, overlappen zij."
    return {"warning": warning, "agreed": agreed, "borrowed": borrowed, "start": start_in_words(plan)}


def table_name(plan: SavingsPlan) -> str:
    """What the table of a plan is called in the middle of a sentence, where it says or leaves out something."""
    return "de bron" if is_of_source(plan) else "uw tabel"


def target_name(scenario: Scenario) -> str:
    """What the line of the target is called."""
    plan = scenario.plan
    match scenario.target:
        case TargetKind.PATH:
            return "pad van het plan" if is_of_source(plan) else "pad van uw tabel"
        case TargetKind.OWN:
            return "eigen doel"
        case ceiling:
            return f"plafond {plan.ceilings[CEILING_KINDS.index(ceiling)].name}"


def start_in_words(plan: SavingsPlan) -> str:
    """What the cost of the first year is made of, where the table says so; else empty."""
    trajectory = plan.trajectory
    budget, added = trajectory.budget_mln_eur[0], trajectory.interim_report_mln_eur[0]
    if budget is None or added is None or trajectory.identity_breaches():
        return ""
    start, first, more = (million(each, plan.decimals) for each in (trajectory.start_cost_mln_eur, budget, added))
    return (
        f"{start} in {trajectory.years[0]} is de begroting van {first} plus {more} uit de bestuursrapportage (burap)."
    )


def categories_of(plan: SavingsPlan) -> list[str]:
    """Categories of the measures in the order of the source; in another table as its measures come."""
    named = list(dict.fromkeys(measure.category or NO_CATEGORY for measure in plan.measures))
    if not is_of_source(plan):
        return named
    return sorted(named, key=_SOURCE_CATEGORIES.index)


NO_CATEGORY = "Maatregelen"
"""Heading over measures without a category."""


def origin_in_words(plan: SavingsPlan, control: Control) -> str:
    """Where the first value of a control comes from; what the source gives is an assumption in another table."""
    if is_of_source(plan) or control.origin == Origin.USER:
        return control.origin
    is_open = control.get(Scenario.default(plan)) is None
    return "onbekend in uw tabel" if is_open else str(Origin.ASSUMPTION)


def about_in_words(plan: SavingsPlan, control: Control) -> str:
    """What a control means, with what the source says of it, or what it means for another table."""
    said = (_OF_SOURCE if is_of_source(plan) else _OF_OTHERS).get(control.field, "")
    return f"{control.description} {said}".rstrip()
