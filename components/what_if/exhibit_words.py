"""Figures of a scenario by name, as sentences of a storyline hold them: every one as the page shows it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from components.look.words import chance_in_words, chance_range_in_words, distance, million, number
from components.what_if.answers.findings import QUICK_MONTHS
from components.what_if.results import MOST_SCENARIOS_KEPT, Results, results_of
from components.what_if.targets import chance_subject, target_name
from model.notation import shown
from model.what_if import MeasurePriority, Scenario, goal_seek
from model.what_if.scenario import saving_at_share

NEVER = "geen van deze jaren"


@lru_cache(maxsize=MOST_SCENARIOS_KEPT)
def words_of(results: Results) -> dict[str, str]:
    """Words by name; shared, so read-only. Amounts carry their sign and unit."""
    scenario, plan, figures = results.scenario, results.scenario.plan, results.figures
    at, decimals = plan.trajectory.target_index, results.decimals
    cost, target = float(figures.yearly_cost_mln_eur[at]), scenario.target_cost_mln_eur
    gross, net = float(figures.gross_effect_mln_eur[at]), float(figures.net_effect_mln_eur[at])
    without = float(figures.cost_without_measures_mln_eur[at])
    band = (float(results.fan.p10_mln_eur[at]), float(results.fan.p90_mln_eur[at]))
    together = results.together
    amounts = {
        "kosten": cost,
        "doel": target,
        "begin": plan.trajectory.start_cost_mln_eur,
        "zonder": without,
        "opgave": without - target,
        "opgeteld": gross,
        "som": without - gross,
        "besparing": net,
        "overlapt": gross - net,
        "laagst": band[0],
        "hoogst": band[1],
        "samen": together.yearly_cost_mln_eur,
        "jaar_later_meer": results.later[-1].more_than_now_mln_eur,
    }
    return {
        **{name: million(value, decimals) for name, value in amounts.items()},
        "verschil": distance(cost - target, decimals),
        "afstand": from_target(cost - target, decimals),
        "investering": _investment(results),
        "kans": chance_in_words(results.fan.chance_share),
        "kans_zin": f"{chance_subject(results.fan.chance_share)} is {chance_in_words(results.fan.chance_share)}",
        "kans_bereik": chance_range_in_words(*results.chance_range),
        "overlap": _percent(scenario.overlap_share),
        "begin_overlap": _percent(Scenario.default(plan).overlap_share),
        "samenhang": _percent(scenario.dependence_share),
        "groei": f"{number(scenario.growth_pct, 1)}%",
        "jaar": str(plan.trajectory.target_year),
        "eerste_jaar": str(plan.years[0]),
        "doelnaam": target_name(scenario),
        "aantal": str(len(plan.measures)),
        "gehaald_in": str(together.first_year_at_goal or NEVER),
        "investering_onbekend": str(len(results.investments.unknown_codes)),
        **_by_preparation(results),
        **_at_the_ends(scenario),
    }


def _percent(share: float) -> str:
    return f"{number(100 * share)}%"


def from_target(gap_mln_eur: float, decimals: int) -> str:
    """How far costs lie from the target, and on which side, as the page shows it."""
    gap = shown(gap_mln_eur, decimals)
    if not gap:
        return "precies op het doel"
    return f"{distance(gap_mln_eur, decimals)} {'boven' if gap > 0 else 'onder'} het doel"


def _investment(results: Results) -> str:
    """Total of the known investments; what nobody has stated is not 0."""
    found = results.investments
    if found.known_codes:
        return million(found.known_mln_eur, results.decimals)
    return "onbekend" if found.unknown_codes else "geen"


RUNS, QUICK, SLOW, UNKNOWN = "loopt al", f"ten hoogste {QUICK_MONTHS} maanden", "langer", "onbekend"
WAITING_WORDS = {
    RUNS: "die al lopen",
    QUICK: f"met ten hoogste {QUICK_MONTHS} maanden voorbereiding",
    SLOW: "die langer nodig kunnen hebben",
    UNKNOWN: "waarvan de voorbereiding onbekend is",
}
"""How long measures take to prepare, soonest first, and what is said of such measures."""


def waiting_groups(results: Results) -> dict[str, tuple[MeasurePriority, ...]]:
    """Measures that are on by how long they take to prepare, soonest first; groups without a measure are left out."""
    rows = [row for row in results.priorities if row.on]
    groups = {name: tuple(row for row in rows if _preparation(row) == name) for name in WAITING_WORDS}
    return {name: members for name, members in groups.items() if members}


def _preparation(row: MeasurePriority) -> str:
    high = row.preparation_months_high
    if row.running:
        return RUNS
    if high is None:
        return UNKNOWN
    return QUICK if high <= QUICK_MONTHS else SLOW


def _by_preparation(results: Results) -> dict[str, str]:
    """What the measures of each kind of preparation contribute in the target year."""
    names = {RUNS: "loopt_al", QUICK: "snel", SLOW: "langer", UNKNOWN: "onbekende_tijd"}
    sums = {name: sum(row.contribution_mln_eur for row in members) for name, members in waiting_groups(results).items()}
    return {word: million(sums.get(name, 0.0), results.decimals) for name, word in names.items()}


def _at_the_ends(scenario: Scenario) -> dict[str, str]:
    """The same assumptions with all measures on, at both ends of their bands, and what the target would take."""
    plan, decimals = scenario.plan, scenario.plan.decimals
    everything = replace(scenario, on=(True,) * len(plan.measures))
    words: dict[str, str] = {}
    for name, share in (("laag", 0.0), ("hoog", 1.0)):
        end = results_of(replace(everything, saving_mln_eur=saving_at_share(plan, share)))
        cost = float(end.figures.yearly_cost_mln_eur[plan.trajectory.target_index])
        gap = cost - scenario.target_cost_mln_eur
        words |= {
            f"alles_{name}": million(cost, decimals),
            f"alles_{name}_afstand": from_target(gap, decimals),
        }
    found = goal_seek(scenario)
    needed = "boven hun hele bandbreedte" if found.share is None else f"op {_percent(found.share)} van hun bandbreedte"
    return {**words, "nodig": needed}
