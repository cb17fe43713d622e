"""What the costs really were, in words: beside the line and the target, and always as the visitor's own account."""

from __future__ import annotations

from collections.abc import Iterable

from components.look.words import distance, listed, million
from components.what_if.session import is_of_source
from components.what_if.targets import target_name
from model.notation import shown
from model.what_if import RealisedYear, SavingsPlan, Scenario, TargetKind, realised_years

OWN_ACCOUNT = "Werkelijk (eigen opgave)"
"""What it is called in tables and legends: nobody but the visitor answers for it."""
ABOVE_COMPUTED, ABOVE_GOAL = "Werkelijk min jaarkosten", "Werkelijk min doel"


def realised_in_words(scenario: Scenario) -> list[str]:
    """One sentence per year with an amount; none where there is none."""
    return [_year_in_words(scenario, row) for row in realised_years(scenario)]


def realised_finding(scenario: Scenario) -> str:
    """The last year with an amount, and the years together where there are more; empty where there is none."""
    rows = realised_years(scenario)
    if not rows:
        return ""
    said = _year_in_words(scenario, rows[-1])
    if len(rows) == 1:
        return said
    together = _beside("hier berekend", sum(row.above_computed_mln_eur for row in rows), scenario.plan.decimals)
    return f"{said} Over {listed(str(row.year) for row in rows)} samen waren ze {together}."


def start_in_words(plan: SavingsPlan) -> str:
    """What the amount that the table itself has for its first year is, and is not."""
    start = f"De {million(plan.trajectory.start_cost_mln_eur, plan.decimals)} van {plan.years[0]}"
    if not is_of_source(plan):
        return f"{start} in uw tabel is het vertrekpunt van de doorrekening."
    return f"{start} in het plan is het vertrekpunt: begroting plus bestuursrapportage, en geen jaarrekening."


def _year_in_words(scenario: Scenario, row: RealisedYear) -> str:
    decimals = scenario.plan.decimals
    beside = [_beside("hier berekend", row.above_computed_mln_eur, decimals), *_beside_target(scenario, row)]
    return f"In {row.year} waren de kosten volgens uw opgave {million(row.cost_mln_eur, decimals)}: {listed(beside)}."


def _beside(what: str, above_mln_eur: float, decimals: int) -> str:
    if not shown(above_mln_eur, decimals):
        return f"even hoog als {what}, afgerond" if above_mln_eur else f"even hoog als {what}"
    return f"{distance(above_mln_eur, decimals)} {'hoger' if above_mln_eur > 0 else 'lager'} dan {what}"


def _beside_target(scenario: Scenario, row: RealisedYear) -> Iterable[str]:
    """Where the amount lies from the target; the path begins at what it starts from, which is no target yet."""
    above, decimals = row.above_target_mln_eur, scenario.plan.decimals
    if above is None:
        return
    is_start = scenario.target is TargetKind.PATH and row.year == scenario.plan.years[0]
    what = "het vertrekpunt" if is_start else target_name(scenario)
    if not shown(above, decimals):
        yield f"gelijk aan {what}{', afgerond' if above else ''}"
    else:
        yield f"{distance(above, decimals)} {'boven' if above > 0 else 'onder'} {what}"
