"""The target of a scenario in words: every sentence that measures against it names it."""

from __future__ import annotations

from collections.abc import Iterator

from components.look.words import distance, million
from components.what_if.session import is_of_source
from model.notation import HARDLY_TENTHS, NEARLY_TENTHS, chance_tenths, shown
from model.what_if import Scenario, TargetKind
from model.what_if.parameters import CEILING_KINDS


def target_name(scenario: Scenario) -> str:
    """The target without its amount, as it stands in the middle of a sentence."""
    plan = scenario.plan
    if scenario.target is TargetKind.PATH:
        return f"het pad van {'het plan' if is_of_source(plan) else 'uw tabel'}"
    if scenario.target is TargetKind.OWN:
        return "uw eigen doel"
    return f"het plafond van {plan.ceilings[CEILING_KINDS.index(scenario.target)].name}"


def other_ceilings(scenario: Scenario) -> Iterator[tuple[str, float]]:
    """Ceilings of the plan that are not the target: as the panel names them, with their yearly cost in mln €."""
    for kind, ceiling in zip(CEILING_KINDS, scenario.plan.ceilings, strict=False):
        if kind is not scenario.target:
            yield f"plafond {ceiling.name}", ceiling.cost_mln_eur


def target_in_words(scenario: Scenario) -> str:
    """The target with its amount; a ceiling holds in every year."""
    goal, year = million(scenario.target_cost_mln_eur, scenario.plan.decimals), scenario.plan.trajectory.target_year
    when = "" if scenario.target in CEILING_KINDS else f" in {year}"
    return f"{target_name(scenario)} ({goal}{when})"


def chance_subject(share: float) -> str:
    """What the words for a chance are said of: of the chance, or of the target where they are "vrijwel uitgesloten"."""
    return "het doel halen" if chance_tenths(share) in (HARDLY_TENTHS, NEARLY_TENTHS) else "de kans"


def distance_in_words(scenario: Scenario, gap_mln_eur: float, *, is_sum: bool) -> str:
    """How far costs lie from the target of the same years, after the word that says when: "liggen ze … boven …"."""
    target, decimals = target_name(scenario), scenario.plan.decimals
    apart = distance(gap_mln_eur, decimals)
    together = " samen" if is_sum else ""
    if not shown(gap_mln_eur, decimals):
        return f"zijn ze{together} gelijk aan {target}{', afgerond' if gap_mln_eur else ''}"
    return f"liggen ze{together} {apart} {'boven' if gap_mln_eur > 0 else 'onder'} {target}"
