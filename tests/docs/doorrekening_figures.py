"""What the model gives for the marked places of sections 1 to 7 and 13 to 16 of docs/doorrekening.md."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from components.look.words import amount, number
from components.what_if.panel.controls import INVESTMENT_WORDS
from components.what_if.session import source_plan
from model.dataset.reading import read_table
from model.faults import dutch_number
from model.own_table import read_own_table, tables_of_file
from model.what_if import (
    PARAMETERS,
    ZHZ_PROPOSED_CODES,
    InvestmentCount,
    Parameter,
    SavingsPlan,
    Scenario,
    TargetKind,
    fan,
    goal_seek,
    preset_scenario,
    scenario_figures,
    scenario_to_query,
    with_values,
)
from model.what_if.parameters import Kind
from model.what_if.scenario import position_shares
from model.what_if.uncertainty import target_draws
from tests.data.shipped import ROOT
from tests.docs.marked import MarkedDocument, value
from tests.model.what_if.calibration import calibrated_overlap_share

DOCUMENT = MarkedDocument.read(ROOT / "docs" / "doorrekening.md")
PLAN = source_plan()
DEFAULT = Scenario.default(PLAN)
AT = PLAN.trajectory.target_index
EXAMPLE = preset_scenario(PLAN, "besluiten")
LATER = with_values(EXAMPLE, {"delay_months": 6})
RUNNING = [measure.code for measure in PLAN.measures if measure.running]

Figures = dict[str, float]


def cost(scenario: Scenario, year: int = 2022) -> float:
    return float(scenario_figures(scenario).yearly_cost_mln_eur[PLAN.years.index(year)])


def costs(scenario: Scenario) -> list[str]:
    return [amount(figure) for figure in scenario_figures(scenario).yearly_cost_mln_eur]


def effect_of(scenario: Scenario, code: str, year: int) -> float:
    """Effect of one measure before overlap."""
    alone = replace(scenario, on=tuple(other == code for other in PLAN.codes))
    return float(scenario_figures(alone).net_effect_mln_eur[PLAN.years.index(year)])


def worked(scenario: Scenario) -> Figures:
    """Every figure of a worked example, by its label."""
    figures, found = scenario_figures(scenario), Figures()
    for place, year in enumerate(PLAN.years):
        for code, on in zip(PLAN.codes, scenario.on, strict=True):
            if on:
                found[f"maatregel {code}, {year}"] = effect_of(scenario, code, year)
        found[f"som {year}"] = float(figures.gross_effect_mln_eur[place])
        found[f"grootste {year}"] = float(figures.largest_effect_mln_eur[place])
        found[f"na overlap {year}"] = float(figures.net_effect_mln_eur[place])
        found[f"jaarkosten {year}"] = float(figures.yearly_cost_mln_eur[place])
        if not np.isnan(figures.regional_cost_mln_eur[place]):
            found[f"regio {year}"] = float(figures.regional_cost_mln_eur[place])
    return found | {"afstand 2022": float(figures.yearly_cost_mln_eur[AT] - PLAN.target_path_mln_eur[AT])}


def example_sums() -> Figures:
    positions = position_shares(EXAMPLE)
    return {f"plaats maatregel {code}": positions[PLAN.codes.index(code)] for code in ZHZ_PROPOSED_CODES} | worked(
        EXAMPLE
    )


def later_sums() -> Figures:
    return {"deel van een jaar": LATER.delay_months[0] / 12} | worked(LATER)


def price_of_delay() -> Figures:
    extra = {f"extra {year}": cost(LATER, year) - cost(EXAMPLE, year) for year in PLAN.years}
    return extra | {"extra samen": sum(extra.values())}


def calibration() -> Figures:
    figures, overlap = scenario_figures(DEFAULT), calibrated_overlap_share(PLAN)
    assert overlap is not None
    gross, largest = float(figures.gross_effect_mln_eur[AT]), float(figures.largest_effect_mln_eur[AT])
    needed = PLAN.trajectory.start_cost_mln_eur - PLAN.trajectory.target_cost_mln_eur
    found = {
        "nodig": sum(target or 0.0 for target in PLAN.trajectory.target_mln_eur),
        "nodig volgens het pad": needed,
        "som van alle middens": gross,
        "grootste": largest,
        "de andere samen": gross - largest,
        "overlap die precies past": overlap,
    }
    for share in ("0,70", "0,703", "0,71"):
        other = scenario_figures(replace(DEFAULT, overlap_share=float(value(share))))
        found[f"na overlap bij {share}"] = float(other.net_effect_mln_eur[AT])
        found[f"jaarkosten bij {share}"] = float(other.yearly_cost_mln_eur[AT])
    return found


def mean_positions() -> Figures:
    labels = {"schuif onderaan": "laag", "schuif in het midden": "midden", "schuif bovenaan": "hoog"}
    drawn = {label: target_draws(preset_scenario(PLAN, preset)).position_share for label, preset in labels.items()}
    return {label: float(position.mean()) for label, position in drawn.items()}


def own_plan() -> SavingsPlan:
    """Plan of the two example files, read as the page reads them."""
    files = (DOCUMENT.block("csv", name) for name in DOCUMENT.block_names("csv"))
    own = read_own_table({kind: table for file in files for kind, table in tables_of_file(file.encode()).items()})
    assert own.remarks == ()
    return own.plan


def own_table_sums() -> Figures:
    plan = own_plan()
    scenario, overlap, at = Scenario.default(plan), calibrated_overlap_share(plan), plan.trajectory.target_index
    assert overlap is not None
    figures = scenario_figures(scenario)
    found = {
        "nodig": plan.trajectory.start_cost_mln_eur - plan.trajectory.target_cost_mln_eur,
        "som van alle middens": float(figures.gross_effect_mln_eur[at]),
        "grootste": float(figures.largest_effect_mln_eur[at]),
        "overlap die precies past": overlap,
    }
    for share in ("0,70", "0,60"):
        other = scenario_figures(replace(scenario, overlap_share=float(value(share))))
        found[f"jaarkosten bij {share}"] = float(other.yearly_cost_mln_eur[at])
    return found


def in_words(parameter: Parameter, level: float | None, *, unit: bool = True) -> str:
    if level is None:
        return "onbekend"
    match parameter.kind:
        case Kind.PERCENT:
            return f"{number(100 * level)}%"
        case Kind.GROWTH:
            return f"{number(level, 1)}%{' per jaar' if unit else ''}"
        case Kind.MONTHS:
            return f"{number(level)}{' maanden' if unit else ''}"
        case _:
            return amount(level)


def input_rows() -> list[list[str]]:
    rows = []
    for general in PARAMETERS:
        parameter = PLAN.assumption(general)
        assert isinstance(parameter, Parameter)
        low = in_words(parameter, parameter.low, unit=parameter.kind is Kind.GROWTH).removesuffix(" per jaar")
        span = f"{low} tot en met {in_words(parameter, parameter.high)}"
        step = in_words(parameter, parameter.step, unit=False)
        if parameter.is_typed:
            step = dutch_number(parameter.step)
        rows.append(
            [
                parameter.label,
                in_words(parameter, parameter.default),
                f"onbekend, of {span}" if parameter.default is None else span,
                f"{step} maand" if parameter.kind is Kind.MONTHS else step,
                str(parameter.origin),
            ]
        )
    return rows


def path_rows() -> list[list[str]]:
    path = PLAN.trajectory
    contributions = ["onbekend" if known is None else amount(known) for known in path.national_contribution_mln_eur]
    printed = [amount(known) for known in path.yearly_cost_mln_eur if known is not None]
    return [list(row) for row in zip(map(str, path.years), printed, contributions, strict=True)]


def measure_rows() -> list[list[str]]:
    rows = []
    for m in PLAN.measures:
        bands = [
            number(low) if low == high else f"{number(low)} – {number(high)}"
            for low, high in zip(m.effect_low_mln_eur, m.effect_high_mln_eur, strict=True)
        ]
        invested = "" if m.investment_mln_eur is None else amount(m.investment_mln_eur)
        words = INVESTMENT_WORDS[m.investment_kind].format(amount=invested).removeprefix("€ ").removesuffix(" mln")
        rows.append([m.code, m.name, *bands, words])
    return rows


def example_rows() -> list[list[str]]:
    regional = scenario_figures(EXAMPLE).regional_cost_mln_eur
    return [
        ["Jaarkosten", *costs(EXAMPLE)],
        ["Pad van de bron", *(amount(known) for known in PLAN.target_path_mln_eur)],
        ["Voor de regio", *("onbekend" if np.isnan(figure) else amount(figure) for figure in regional)],
    ]


def delay_rows() -> list[list[str]]:
    rows = []
    for months in (0, 6, 12, 13, 18, 24):
        scenario = with_values(DEFAULT, {"delay_months": months})
        rows.append([f"{months} maanden", *costs(scenario), f"{fan(scenario).chance_pct}%"])
    return rows


def ahead_rows() -> list[list[str]]:
    gaps = scenario_figures(DEFAULT).yearly_cost_mln_eur - PLAN.target_path_mln_eur
    return [
        ["Jaarkosten in de beginstand", *costs(DEFAULT)],
        ["Pad van de bron", *(amount(known) for known in PLAN.target_path_mln_eur)],
        ["Verschil met het pad", *(amount(gap) for gap in gaps)],
    ]


def band_rows() -> list[list[str]]:
    names = {"laag": "Alles laag", "midden": "Alles midden (beginstand)", "hoog": "Alles hoog"}
    rows = []
    for preset, name in names.items():
        scenario = preset_scenario(PLAN, preset)
        band = fan(scenario)
        ends = [amount(ends[AT]) for ends in (band.p10_mln_eur, band.p50_mln_eur, band.p90_mln_eur)]
        rows.append([name, amount(cost(scenario)), *ends, f"{band.chance_pct}%"])
    return rows


def linked_scenarios() -> list[Scenario]:
    high = replace(preset_scenario(PLAN, "hoog"), overlap_share=0.71, investments_counted=InvestmentCount.YEARLY)
    ceiling = replace(DEFAULT, target=TargetKind.CEILING_1, dependence_share=0.25)
    own_target = replace(DEFAULT, target=TargetKind.OWN, own_target_mln_eur=97.5)
    own = with_values(
        DEFAULT, {"saving_mln_eur:3a": 2.5, "delay_months:14": 12, "national_contribution_mln_eur:2022": 8.0}
    )
    realised = with_values(DEFAULT, {"realised_cost_mln_eur:2020": 113.4})
    return [EXAMPLE, LATER, high, ceiling, own_target, realised, own]


def link_rows() -> list[list[str]]:
    links = ["geen", *(f"`{scenario_to_query(scenario)}`" for scenario in linked_scenarios())]
    return [[row[0], link] for row, link in zip(DOCUMENT.table("links"), links, strict=True)]


def fixed_amounts() -> set[str]:
    ceilings = read_table("ceilings")
    known = ceilings[ceilings["excess_mln_eur"].notna()]
    start, target = PLAN.trajectory.start_cost_mln_eur, PLAN.trajectory.target_cost_mln_eur
    below = {number(excess) for excess in known["excess_mln_eur"]}
    return {amount(start), amount(target), "2019", "2022"} | below | {amount(top) for top in known["ceiling_mln_eur"]}


def after_the_example() -> set[str]:
    found = goal_seek(EXAMPLE, only_active=True)
    highest = float(PLAN.band_high_mln_eur[PLAN.codes.index("1")])
    effect = PLAN.trajectory.start_cost_mln_eur - found.yearly_cost_mln_eur
    assert found.share is None
    kept = number(100 * (1 - EXAMPLE.overlap_share))
    needed = PLAN.trajectory.start_cost_mln_eur - PLAN.trajectory.target_cost_mln_eur
    return {"2022", amount(cost(EXAMPLE) - 100.0), number(highest), kept, amount(effect), amount(needed)}


def rounded_overlap() -> set[str]:
    shown = {amount(cost(replace(DEFAULT, overlap_share=share))) for share in (0.70, 0.703, 0.71)}
    exact = number(cost(replace(DEFAULT, overlap_share=0.703)), 3)
    off = amount(100.0 - cost(DEFAULT))
    return shown | {exact, off, "1", number(100 * DEFAULT.overlap_share), number(70.3, 1), "71"}


def sliders_at_an_end() -> set[str]:
    low, high = preset_scenario(PLAN, "laag"), preset_scenario(PLAN, "hoog")
    assert cost(low) > fan(low).p90_mln_eur[AT]
    sums = [float(scenario_figures(scenario).gross_effect_mln_eur[AT]) for scenario in (low, high)]
    means = [float(target_draws(scenario).gross_mln_eur.mean()) for scenario in (low, high)]
    lines = [cost(low), float(fan(low).p90_mln_eur[AT]), cost(high), float(fan(high).p10_mln_eur[AT])]
    return {amount(figure) for figure in (*sums, *means, *lines)}


def largest_in_the_middle() -> set[str]:
    drawn, figures, band = target_draws(DEFAULT), scenario_figures(DEFAULT), fan(DEFAULT)
    ends = sorted(PLAN.band_high_mln_eur)[-2:]
    assert ends[0] == ends[1] > sorted(PLAN.band_high_mln_eur)[-3]
    amounts = [figures.largest_effect_mln_eur[AT], drawn.largest_mln_eur.mean(), drawn.gross_mln_eur.mean()]
    amounts += [band.p50_mln_eur[AT], cost(DEFAULT)]
    return {amount(float(figure)) for figure in amounts} | {number(ends[0]), str(band.chance_pct)}


def counted_investments() -> set[str]:
    once = replace(DEFAULT, investments_counted=InvestmentCount.ONCE)
    yearly = replace(DEFAULT, investments_counted=InvestmentCount.YEARLY)
    falls = scenario_figures(once).investment_mln_eur
    assert falls[2:].tolist() == [0.0, 0.0]
    moved = scenario_figures(with_values(once, {"delay_months:7": 14, "delay_months:3a": 5})).investment_mln_eur
    assert moved.tolist() == [falls[0], 0.0, falls[1], 0.0]
    own = {amount(m.investment_mln_eur) for m in PLAN.measures if m.investment_mln_eur is not None}
    extra = float(scenario_figures(yearly).investment_mln_eur[AT])
    shown = {amount(falls[0]), amount(falls[1]), amount(cost(once)), amount(extra), amount(cost(yearly))}
    return own | shown | {"2019", "2020", "2021", "2022", "5", "7", str(fan(yearly).chance_pct)}


def already_running() -> set[str]:
    all_later = with_values(DEFAULT, {"delay_months": 6})
    apart = all_later
    for code in RUNNING:
        apart = with_values(apart, {f"delay_months:{code}": 0})
    assert cost(apart) == cost(all_later)
    return {"2019", "2022", amount(cost(all_later, 2019)), amount(cost(apart, 2019))}


def measure_14() -> set[str]:
    without, late = with_values(DEFAULT, {"on:14": False}), with_values(DEFAULT, {"delay_months:14": 12})
    gained = cost(without, 2021) - cost(DEFAULT, 2021)
    assert cost(late) == cost(DEFAULT)
    shown = {amount(effect_of(DEFAULT, "14", 2021)), amount(gained), amount(cost(DEFAULT)), amount(cost(late, 2021))}
    return shown | {"14", "2021", "2022"}
