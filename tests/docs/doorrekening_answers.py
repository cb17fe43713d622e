"""What the model gives for the marked places of sections 8 to 12 and 17 of docs/doorrekening.md: chance, contribution,
target, years together, what to do first, and what the costs really were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from components.look.words import amount, number
from components.what_if.panel.controls import INVESTMENT_WORDS
from model.notation import shown
from model.what_if import (
    CERTAINTIES,
    InvestmentKind,
    MeasurePriority,
    Scenario,
    TargetKind,
    certainty_seek,
    contributions,
    contributions_by_lead,
    fan,
    goal_seek,
    investment_overview,
    later_starts,
    preset_scenario,
    priorities,
    realised_years,
    scenario_figures,
    with_values,
    years_together,
)
from model.what_if.parameters import TARGET
from model.what_if.uncertainty import chance_range
from tests.docs.doorrekening_figures import AT, DEFAULT, PLAN, Figures, cost

THREE = ("1", "3a", "7")
LATE = with_values(replace(DEFAULT, on=tuple(code in THREE for code in PLAN.codes)), {"delay_months:7": 7})
LATE_YEAR = PLAN.years.index(2021)
CEILING = replace(DEFAULT, target=TargetKind.CEILING_1)
OWN_TARGETS = {TargetKind.OWN: 97.5}


def of_measure(column: np.ndarray, code: str, year: int = LATE_YEAR) -> float:
    return float(column[PLAN.codes.index(code), year])


def lost_without(scenario: Scenario, code: str, year: int) -> float:
    without = with_values(scenario, {f"on:{code}": False})
    figures = scenario_figures(scenario), scenario_figures(without)
    return float(figures[0].net_effect_mln_eur[year] - figures[1].net_effect_mln_eur[year])


def dependence_rows() -> list[list[str]]:
    rows = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        scenario = replace(DEFAULT, dependence_share=share)
        band = fan(scenario)
        ends = [amount(ends[AT]) for ends in (band.p10_mln_eur, band.p50_mln_eur, band.p90_mln_eur)]
        rows.append([f"{number(100 * share)}%", amount(cost(scenario)), *ends, f"{band.chance_pct}%"])
    return rows


def overlap_rows() -> list[list[str]]:
    rows = []
    for share in (0.65, 0.70, 0.75):
        scenario = replace(DEFAULT, overlap_share=share)
        chances = [f"{fan(replace(scenario, dependence_share=other)).chance_pct}%" for other in (0.0, 0.5)]
        rows.append([f"{number(100 * share)}%", amount(cost(scenario)), *chances])
    return rows


def chance_in_tenths() -> set[str]:
    share = fan(DEFAULT).chance_share
    assert chance_range(DEFAULT) == tuple(
        fan(replace(DEFAULT, overlap_share=overlap)).chance_share for overlap in (0.75, 0.65)
    )
    low, high = (_in_tenths(end) for end in chance_range(DEFAULT))
    return {_in_tenths(share), "10", low, high}


def _in_tenths(share: float) -> str:
    return number(np.floor(10.0 * share + 0.5))


def contribution_sums() -> Figures:
    effects, figures = contributions(LATE), scenario_figures(LATE)
    gross, contributed = effects.gross_effect_mln_eur, effects.contribution_mln_eur
    lost, alone = effects.lost_to_overlap_mln_eur, contributions(with_values(LATE, {"delay_months:7": 0}))
    parties = {group.name: group.contribution_mln_eur[LATE_YEAR] for group in contributions_by_lead(LATE)}
    total, net = float(figures.gross_effect_mln_eur[LATE_YEAR]), float(figures.net_effect_mln_eur[LATE_YEAR])
    column = alone.gross_effect_mln_eur
    return {
        "maatregel 1": of_measure(gross, "1"),
        "maatregel 3a": of_measure(gross, "3a"),
        "maatregel 7, kolom 2021": of_measure(column, "7"),
        "maatregel 7, kolom 2020": of_measure(column, "7", PLAN.years.index(2020)),
        "maatregel 7, zeven maanden later": of_measure(gross, "7"),
        "som": total,
        "grootste": float(figures.largest_effect_mln_eur[LATE_YEAR]),
        "na overlap": net,
        "jaarkosten": cost(LATE, 2021),
        "blijft over van elke euro": net / total,
        **{f"bijdrage {code}": of_measure(contributed, code) for code in THREE},
        "bijdragen samen": float(contributed[:, LATE_YEAR].sum()),
        "Jeugdteams (1)": parties["Jeugdteams"],
        "Gemeenten (3a en 7)": parties["Gemeenten"],
        "partijen samen": sum(parties.values()),
        **{f"kwijt aan overlap, {code}": of_measure(lost, code) for code in THREE},
        "kwijt samen": float(lost[:, LATE_YEAR].sum()),
    }


def contribution_rows() -> list[list[str]]:
    effects = contributions(LATE)
    columns = [effects.gross_effect_mln_eur, effects.contribution_mln_eur, effects.lost_to_overlap_mln_eur]
    rows = []
    for code in THREE:
        shown = [amount(of_measure(column, code)) for column in columns]
        rows.append([f"Maatregel {code}", *shown, amount(lost_without(LATE, code, LATE_YEAR))])
    return [*rows, ["Samen", *(amount(float(column[:, LATE_YEAR].sum())) for column in columns), "telt niet op"]]


def rounded_sums() -> set[str]:
    found = set()
    for scenario, year in ((LATE, LATE_YEAR), (DEFAULT, AT)):
        column = contributions(scenario).contribution_mln_eur[:, year]
        found |= {amount(sum(shown(float(own)) for own in column)), amount(float(column.sum()))}
    return found | {"2022"}


def party_rows() -> list[list[str]]:
    groups = contributions_by_lead(DEFAULT)
    rows = [
        [of.name, ", ".join(of.measure_codes), amount(of.contribution_mln_eur[AT]), amount(of.total_mln_eur)]
        for of in groups
    ]
    together = [sum(of.contribution_mln_eur[AT] for of in groups), sum(of.total_mln_eur for of in groups)]
    return [*rows, ["Samen", "", *map(amount, together)]]


def target_rows() -> list[list[str]]:
    rows = []
    for kind, words in zip(TargetKind, TARGET.words, strict=True):
        scenario = replace(DEFAULT, target=kind, own_target_mln_eur=OWN_TARGETS.get(kind, 100.0))
        target, share = scenario.target_cost_mln_eur, goal_seek(scenario).share
        assert share is not None
        gap = amount(cost(scenario) - target)
        rows.append([words, amount(target), gap, f"{fan(scenario).chance_pct}%", number(share, 3)])
    return rows


def certainty_rows() -> list[list[str]]:
    rows = []
    for wished in CERTAINTIES:
        cells = []
        for scenario in (DEFAULT, CEILING):
            found = certainty_seek(scenario, wished)
            if found.share is None:
                cells += ["niet te halen", f"ten hoogste {number(100 * found.chance_share)}%"]
            else:
                cells += [number(found.share, 3), amount(cost(found.scenario))]
        rows.append([f"{number(100 * wished)}%", *cells])
    return rows


def seek_sums() -> Figures:
    low, high = (preset_scenario(PLAN, name) for name in ("laag", "hoog"))
    at_low, at_high = (scenario_figures(scenario) for scenario in (low, high))
    needed = PLAN.trajectory.start_cost_mln_eur - CEILING.target_cost_mln_eur
    net, found = float(at_low.net_effect_mln_eur[AT]), goal_seek(CEILING)
    assert found.share is not None
    return {
        "nodig": needed,
        "som van de onderkanten": float(at_low.gross_effect_mln_eur[AT]),
        "som van de breedtes": float(at_high.gross_effect_mln_eur[AT] - at_low.gross_effect_mln_eur[AT]),
        "na overlap op plaats 0": net,
        "erbij van plaats 0 naar 1": float(at_high.net_effect_mln_eur[AT]) - net,
        "nog nodig boven plaats 0": needed - net,
        "nodige plaats": found.share,
        "maatregel 1 op die plaats": float(PLAN.band_low_mln_eur[0])
        + found.share * float(PLAN.band_high_mln_eur[0] - PLAN.band_low_mln_eur[0]),
    }


def on_the_slider() -> set[str]:
    found, path = goal_seek(CEILING), goal_seek(DEFAULT)
    beyond = goal_seek(replace(DEFAULT, target=TargetKind.OWN, own_target_mln_eur=85.0))
    rise = seek_sums()["erbij van plaats 0 naar 1"]
    assert path.share is not None
    assert beyond.share is None
    shown = [found.scenario.saving_mln_eur[0], found.yearly_cost_mln_eur, CEILING.target_cost_mln_eur]
    shown += [DEFAULT.target_cost_mln_eur, beyond.yearly_cost_mln_eur, 85.0, beyond.shortfall_mln_eur]
    by_hand = {number(path.share * rise), number(rise, 1)}
    return {amount(figure) for figure in shown} | by_hand | {"1", number(PLAN.slider_step_mln_eur[0], 1)}


def together_sums() -> Figures:
    together, path = years_together(DEFAULT), PLAN.target_path_mln_eur
    return {
        "jaarkosten samen": together.yearly_cost_mln_eur,
        "bespaard samen": together.net_effect_mln_eur,
        "het pad samen": float(path.sum()),
        "verschil met het pad": together.gap_mln_eur,
        "boven het plafond van scenario 1": years_together(CEILING).gap_mln_eur,
    }


def first_year() -> set[str]:
    together = years_together(DEFAULT)
    own = years_together(replace(DEFAULT, target=TargetKind.OWN))
    nothing = years_together(preset_scenario(PLAN, "niets"))
    assert own.gap_years == (PLAN.trajectory.target_year,)
    assert nothing.years_on_target == (2019,)
    assert nothing.first_year_at_goal is None
    years = {str(together.first_year_at_goal), str(together.years_on_target[0]), str(own.gap_years[0])}
    return years | {amount(DEFAULT.target_cost_mln_eur)}


def later_rows() -> list[list[str]]:
    rows = []
    for row in later_starts(DEFAULT):
        amounts = (row.target_year_cost_mln_eur, row.total_cost_mln_eur, row.more_than_now_mln_eur)
        rows.append([f"{row.months_later} maanden", *map(amount, amounts), str(row.first_year_at_goal)])
    return rows


def a_year_later() -> set[str]:
    later = with_values(DEFAULT, {"delay_months": 12})
    extra = {year: cost(later, year) - cost(DEFAULT, year) for year in PLAN.years}
    assert extra[2022] == 0.0
    years = [*map(str, PLAN.years), *(amount(extra[year]) for year in PLAN.years if extra[year])]
    return {amount(sum(extra.values())), *years}


def months_in_words(row: MeasurePriority) -> str:
    low, high = row.preparation_months_low, row.preparation_months_high
    if row.running:
        return "loopt al"
    assert low is not None
    assert high is not None
    return number(low) if low == high else f"{number(low)} – {number(high)}"


def payback_in_words(row: MeasurePriority) -> str:
    if row.payback_years is not None:
        return number(row.payback_years, 1)
    return "–" if row.investment_mln_eur == 0.0 else "onbekend"


def first_rows() -> list[list[str]]:
    rows = []
    for row in priorities(DEFAULT):
        invested = "" if row.investment_kind is not InvestmentKind.AMOUNT else amount(row.investment_mln_eur or 0.0)
        words = INVESTMENT_WORDS[row.investment_kind].format(amount=invested).removeprefix("€ ").removesuffix(" mln")
        about = [amount(row.contribution_mln_eur), months_in_words(row), words, payback_in_words(row)]
        rows.append([row.measure_code, *about, "ja" if row.risk else "nee"])
    return rows


def payback_sums() -> Figures:
    rows, figures = {row.measure_code: row for row in priorities(DEFAULT)}, scenario_figures(DEFAULT)
    years = {f"terugverdiend, {code}": rows[code].payback_years or 0.0 for code in ("7", "3a", "5")}
    return {
        "blijft over van elke euro": float(figures.net_effect_mln_eur[AT] / figures.gross_effect_mln_eur[AT]),
        "bijdrage van 7": rows["7"].contribution_mln_eur,
        **years,
        "bekend samen": investment_overview(DEFAULT).known_mln_eur,
    }


def unknown_investments() -> set[str]:
    overview = investment_overview(DEFAULT)
    assert len(overview.known_codes) == 4
    assert len(overview.unknown_codes) == 9
    codes: Sequence[str] = (*overview.unknown_codes, *overview.without_codes, *overview.fund_codes)
    return {amount(overview.known_mln_eur), *codes}


def realised_sums() -> Figures:
    (row,) = realised_years(with_values(DEFAULT, {"realised_cost_mln_eur:2020": 113.4}))
    above_target = row.above_target_mln_eur
    assert above_target is not None
    return {
        "jaarkosten volgens de doorrekening": cost(DEFAULT, row.year),
        "hoger dan berekend": row.above_computed_mln_eur,
        "boven het pad": above_target,
    }
