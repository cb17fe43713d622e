"""The finding of each answer, one or a few sentences that follow every step: computed, and cheap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from components.look.words import chance_in_words, chance_range_in_words, listed, million
from components.what_if.panel.plan_words import BORROWED_OVERLAP
from components.what_if.realised import realised_finding
from components.what_if.results import MOST_SCENARIOS_KEPT, Results
from components.what_if.session import is_of_source
from components.what_if.targets import distance_in_words, target_in_words
from model.faults import TOLERANCE
from model.notation import HARDLY_TENTHS, NEARLY_TENTHS, adds_up, chance_tenths, shown, thousandths
from model.what_if import InvestmentCount, MeasurePriority, Scenario, TargetKind

QUICK_MONTHS = 6
"""Preparation up to here counts as short in the finding of "Wat eerst"."""
ROUNDED = "De bedragen zijn afgerond en tellen daardoor niet precies op."
UNTIMED = "De voorbereiding is onbekend; wat eerst kan, is daaraan dus niet te zien."
_MOST_NAMED = 4
_MOST_FIRST = 3
_NOTHING_ON = "Er staat geen maatregel aan die in {year} iets bespaart."


@lru_cache(maxsize=MOST_SCENARIOS_KEPT)
def findings(results: Results) -> Mapping[str, str]:
    """Finding of every answer by its key; shared, so read-only."""
    return {key: say(results) for key, say in FINDINGS.items()}


def over_the_years(results: Results) -> str:
    """Costs, saving and distance to the target of all years together, when it is reached, and what waiting costs.

    After these what the costs really were, where the visitor says so.
    """
    years, together = results.scenario.plan.years, results.together
    when = f"in {years[0]}-{years[-1]} samen" if len(years) > 1 else f"in {years[0]}"
    decimals = results.decimals
    saving = shown(together.net_effect_mln_eur, decimals)
    saved = f"na {million(saving, decimals)} besparing" if saving else "zonder besparing"
    costs = (
        f"Zoals de schuiven staan, zijn de jaarkosten {when} {million(together.yearly_cost_mln_eur, decimals)}, "
        f"{saved}{_counted_investments(results)}; "
        f"{_where(results)}."
    )
    said = [costs, _first_year(results), *_a_year_later(results), realised_finding(results.scenario)]
    return " ".join(filter(None, said))


def who_does_what(results: Results) -> str:
    """Which leading parties the saving of the target year comes from; per category where no party is named."""
    scenario, at = results.scenario, results.scenario.plan.trajectory.target_index
    year, saving = scenario.plan.years[at], float(results.figures.net_effect_mln_eur[at])
    if saving <= TOLERANCE:
        return _NOTHING_ON.format(year=year)
    led = any(group.name for group in results.by_lead)
    groups = sorted(results.by_lead if led else results.by_category, key=lambda group: -group.contribution_mln_eur[at])
    groups = [group for group in groups if group.contribution_mln_eur[at] > TOLERANCE]
    if not any(group.name for group in groups):
        return _of_measures(results, saving)
    decimals = results.decimals
    begin, kind = f"De besparing van {million(saving, decimals)} in {year}", "trekker" if led else "categorie"
    if len(groups) == 1:
        return f"{begin} komt geheel van maatregelen met {groups[0].name} als {kind}."
    amounts = [(f"{group.name or f'zonder {kind}'} ", group.contribution_mln_eur[at]) for group in groups]
    rest = amounts[_MOST_NAMED:]
    amounts = amounts[:_MOST_NAMED] + ([(f"{len(rest)} andere samen ", sum(a for _, a in rest))] if rest else [])
    parts = listed(f"{name}{million(amount, decimals)}" for name, amount in amounts)
    rounded = rounding_note([amount for _, amount in amounts], saving, decimals)
    return f"{begin} bestaat per {kind} uit deze bijdragen: {parts}.{rounded}"


def what_first(results: Results) -> str:
    """How much of the saving comes soon, which measures give most of that, and what is known of the investments."""
    scenario, at = results.scenario, results.scenario.plan.trajectory.target_index
    year, saving = scenario.plan.years[at], float(results.figures.net_effect_mln_eur[at])
    if saving <= TOLERANCE:
        return _NOTHING_ON.format(year=year)
    waits = {
        "van maatregelen die al lopen": lambda row: row.running,
        f"van maatregelen met ten hoogste {QUICK_MONTHS} maanden voorbereiding": _is_quick,
        "van maatregelen die langer nodig kunnen hebben": _is_slow,
        "van maatregelen waarvan de voorbereiding onbekend is": preparation_unknown,
    }
    rows, decimals = [row for row in results.priorities if row.on], results.decimals
    saving_rows = [row for row in rows if row.contribution_mln_eur > TOLERANCE]
    if all(preparation_unknown(row) for row in saving_rows):
        begin = f"Aan de besparing van {million(saving, decimals)} in {year}"
        return f"{UNTIMED} {_most_of(begin, saving_rows, decimals)} {investments_in_words(results)}"
    found = [(words, [row.contribution_mln_eur for row in rows if fits(row)]) for words, fits in waits.items()]
    amounts = [(words, sum(each)) for words, each in found if each]
    parts = listed(
        f"{million(amount, decimals) if shown(amount, decimals) else 'niets'} {words}" for words, amount in amounts
    )
    rounded = rounding_note([amount for _, amount in amounts], saving, decimals)
    begin = f"Van de besparing van {million(saving, decimals)} in {year} komt"
    return f"{begin} {parts}.{rounded} {_soonest(rows, decimals)} {investments_in_words(results)}"


def _soonest(rows: Iterable[MeasurePriority], decimals: int) -> str:
    """The measures that contribute most among those that are ready soonest; no score, and no choice between equals."""
    kinds: tuple[tuple[str, Callable[[MeasurePriority], bool]], ...] = (
        (f"Van wat ten hoogste {QUICK_MONTHS} maanden voorbereiding vraagt,", _is_quick),
        ("Van wat nog voorbereiding vraagt,", _is_slow),
        ("De voorbereiding is onbekend; van deze maatregelen", preparation_unknown),
        ("Van wat al loopt,", lambda row: row.running),
    )
    saving = [row for row in rows if row.contribution_mln_eur > TOLERANCE]
    words, of_kind = next((words, found) for words, fits in kinds if (found := [row for row in saving if fits(row)]))
    return _most_of(words, of_kind, decimals)


def _most_of(words: str, rows: Iterable[MeasurePriority], decimals: int) -> str:
    """After these words the measures that contribute most, no more than tell them from the others on the screen."""
    ordered = sorted(rows, key=lambda row: -row.contribution_mln_eur)
    amounts = [million(row.contribution_mln_eur, decimals) for row in ordered]
    # Where the next one contributes as much on the screen, the last ones named would be a choice between equals.
    count = next(
        (n for n in range(_MOST_FIRST, 0, -1) if n >= len(amounts) or amounts[n] != amounts[n - 1]), _MOST_FIRST
    )
    named = ordered[:count]
    verb = "draagt het meest bij:" if len(named) == 1 else "dragen het meest bij:"
    as_much = count < len(amounts) and amounts[count] == amounts[count - 1]
    parts = [f"{row.measure_code} {row.name} ({amount})" for row, amount in zip(named, amounts, strict=False)]
    return f"{words} {verb} {listed(parts)}{', en andere evenveel' if as_much else ''}."


def how_sure(results: Results) -> str:
    """The chance, how far it moves with the overlap, and what was agreed and not found."""
    target, share = target_in_words(results.scenario), results.fan.chance_share
    said = f"De kans dat {target} wordt gehaald, is {chance_in_words(share)}"
    if chance_tenths(share) in (HARDLY_TENTHS, NEARLY_TENTHS):
        said = f"Dat {target} wordt gehaald, is {chance_in_words(share)}"
    around, overlap = chance_range_in_words(*results.chance_range), "met 5 procentpunt meer of minder overlap"
    is_same = around == chance_in_words(share)
    moved = f", ook {overlap}" if is_same else f"; {overlap} is dat {around}"
    return f"{said}{moved}. {agreed_in_words(results)}".rstrip()


def agreed_in_words(results: Results) -> str:
    """What the start owes to a choice, where the target is what that was made for, or whose overlap another table has.

    Empty with another overlap. As `overlapInWords` in panel/headline.js.
    """
    scenario = results.scenario
    path = replace(scenario, target=TargetKind.PATH)
    if scenario.overlap_share != Scenario.default(scenario.plan).overlap_share:
        return ""
    if not is_of_source(scenario.plan):
        return BORROWED_OVERLAP
    if thousandths([path.target_cost_mln_eur]) != thousandths([scenario.target_cost_mln_eur]):
        return ""
    return "De overlap is zo gekozen dat de beginstand het pad van het plan haalt: een afspraak, geen uitkomst."


def investments_in_words(results: Results) -> str:
    """Total of the known investments, and of how many measures the amount is unknown: never 0."""
    found = results.investments
    unknown = len(found.unknown_codes)
    left_open = f"van {unknown} {_measures(unknown)} is de investering onbekend"
    if not found.known_codes:
        return f"V{left_open[1:]}." if unknown else "Geen van deze maatregelen vraagt een investering van de regio."
    known = f"Aan investeringen is {million(found.known_mln_eur, results.decimals)} bekend"
    return f"{known}; {left_open}." if unknown else f"{known}; van geen maatregel ontbreekt het bedrag."


def rounding_note(parts_mln_eur: Iterable[float], total_mln_eur: float, decimals: int) -> str:
    """Warning, after a space, where the amounts as shown do not add up to the total as shown."""
    return "" if adds_up(parts_mln_eur, total_mln_eur, decimals) else f" {ROUNDED}"


def preparation_unknown(row: MeasurePriority) -> bool:
    """Whether nobody says how long a measure takes to prepare; one that already runs needs nothing."""
    return not row.running and row.preparation_months_high is None


FINDINGS: Mapping[str, Callable[[Results], str]] = {
    "over_the_years": over_the_years,
    "who_does_what": who_does_what,
    "what_first": what_first,
    "how_sure": how_sure,
}


def _counted_investments(results: Results) -> str:
    if results.scenario.investments_counted is InvestmentCount.NO:
        return ""
    unknown = len(results.investments.unknown_codes)
    left_out = f", zonder die van {unknown} {_measures(unknown)}, die onbekend zijn" if unknown else ""
    invested = million(float(results.figures.investment_mln_eur.sum()), results.decimals)
    return f" en met {invested} aan investeringen{left_out}"


def _where(results: Results) -> str:
    """Where the costs lie from the target, in the years for which it gives an amount."""
    scenario, together = results.scenario, results.together
    named = together.gap_years
    when = "daarmee" if named == scenario.plan.years else f"in {listed(str(year) for year in named)}"
    return f"{when} {distance_in_words(scenario, together.gap_mln_eur, is_sum=len(named) > 1)}"


def _first_year(results: Results) -> str:
    scenario, first = results.scenario, results.together.first_year_at_goal
    amount = million(scenario.target_cost_mln_eur, results.decimals)
    goal = f"{amount}, het doel van {scenario.plan.trajectory.target_year},"
    return f"Op of onder {goal} komen ze {f'voor het eerst in {first}' if first else 'in geen van deze jaren'}."


def _a_year_later(results: Results) -> list[str]:
    """What the last of the later starts does; nothing where nothing changes."""
    now, *_, later = results.later
    decimals = results.decimals
    more = shown(later.more_than_now_mln_eur, decimals)
    if not more:
        return []
    plan, cost = results.scenario.plan, later.target_year_cost_mln_eur
    begin, year = (
        f"Begint alles {'nog ' if is_delayed(results) else ''}een jaar later, dan",
        plan.trajectory.target_year,
    )
    if len(plan.years) == 1:
        return [f"{begin} worden de jaarkosten in {year} {million(cost, decimals)}."]
    same = shown(now.target_year_cost_mln_eur, decimals) == shown(cost, decimals)
    then = "blijven even hoog" if same else f"worden {million(cost, decimals)}"
    return [
        f"{begin} worden de jaarkosten van deze jaren samen {million(abs(more), decimals)} "
        f"{'hoger' if more > 0 else 'lager'} dan nu; die van {year} {then}."
    ]


def is_delayed(results: Results) -> bool:
    """Whether something that is on was set to start later already."""
    scenario = results.scenario
    return any(on and months > 0 for on, months in zip(scenario.on, scenario.delay_months, strict=True))


def _of_measures(results: Results, saving: float) -> str:
    """For a table that names neither leading parties nor categories."""
    rows = [row for row in results.priorities if row.contribution_mln_eur > TOLERANCE]
    largest = max(rows, key=lambda row: row.contribution_mln_eur)
    year, count = results.scenario.plan.trajectory.target_year, len(rows)
    saved, most = (million(each, results.decimals) for each in (saving, largest.contribution_mln_eur))
    return (
        f"De besparing van {saved} in {year} komt van {count} {_measures(count)}; de grootste bijdrage is "
        f"{most}, van maatregel {largest.measure_code} {largest.name}. "
        "Uw tabel noemt geen trekkers en geen categorieën."
    )


def _is_quick(row: MeasurePriority) -> bool:
    high = row.preparation_months_high
    return not row.running and high is not None and high <= QUICK_MONTHS


def _is_slow(row: MeasurePriority) -> bool:
    high = row.preparation_months_high
    return not row.running and high is not None and high > QUICK_MONTHS


def _measures(count: int) -> str:
    return "maatregel" if count == 1 else "maatregelen"
