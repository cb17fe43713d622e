"""Saved scenarios beside each other and beside the target: the figures, the chart, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from components.look.about_file import About
from components.look.fitting import legend
from components.look.palette import INK
from components.look.words import amount, chance_in_words, million
from components.what_if.about import UNIT, exact_in_words, link_in_words
from components.what_if.answers.amounts import chance_in_file, chance_on_screen, rounding_in_words
from components.what_if.saved.file import TARGET_NAME, SavedScenario
from components.what_if.session import WhatIfSession
from components.what_if.targets import chance_subject, target_name
from model.notation import shown, thousandths
from model.what_if import (
    SavingsPlan,
    Scenario,
    TargetKind,
    controls_of,
    fan,
    scenario_figures,
    scenario_from_query,
    years_together,
)
from model.what_if.parameters import TARGET


@dataclass(frozen=True)
class LineStyle:
    """How one line is drawn. Dash and symbol tell the lines apart where colour does not; the symbol is an SVG path."""

    colour: str
    dash: tuple[float, ...]
    symbol: str


SCENARIO_STYLES = (
    LineStyle("#2f7fb8", (1, 0), "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z"),
    LineStyle("#1b8a5a", (10, 4), "M0,-1.2L1.2,.9L-1.2,.9Z"),
    LineStyle("#8e5fc4", (2, 3), "M0,-1.3L1.3,0L0,1.3L-1.3,0Z"),
    LineStyle("#b8487c", (10, 3, 2, 3), "M-.4,-1.2H.4V-.4H1.2V.4H.4V1.2H-.4V.4H-1.2V-.4H-.4Z"),
    LineStyle("#857a1c", (5, 5), "M-1.2,-.9L1.2,-.9L0,1.2Z"),
    LineStyle("#66768a", (16, 4, 2, 4, 2, 4), "M0,-1.4L.4,-.4H1.4L.6,.3L.9,1.3L0,.7L-.9,1.3L-.6,.3L-1.4,-.4H-.4Z"),
)  # fmt: skip
"""One style per saved scenario, in order; each colour stands out from a white and from a dark page."""

PATH_STYLE = LineStyle("#c2410c", (6, 4), "M-1,-1H1V1H-1ZM-.5,-.5V.5H.5V-.5Z")
"""The target looks as in the panel: orange, dashed, with open squares."""

REALISED_STYLE = LineStyle("currentColor", (), "M0,-1.9L1.9,0L0,1.9L-1.9,0ZM0,-1L-1,0L0,1L1,0Z")
"""What the costs really were: marks without a line, as in the panel, for nothing is known of what lies between."""

_PLOT_HEIGHT_PX, _LEGEND_ROW_PX, _NAME_PX, _LETTER_PX = 340, 20, 17, 7
_NAME_GAP_PX, _MARGIN_YEARS = 12, 0.25
_IS_ROOM = "{names_px} <= 0.3 * width"
"""Whether the names of the lines can stand at their ends, without taking the room that the lines need."""
_COST_TITLE = "Jaarkosten in mln €"


DISTANCE, CHANCE = "Verschil met het doel", "Kans (%)"


@dataclass(frozen=True)
class ComparedLine:
    """One scenario or the target, in the digits of the screen; None where there is no figure."""

    name: str
    style: LineStyle
    years: tuple[int, ...]
    yearly_cost_mln_eur: tuple[float | None, ...]
    together_mln_eur: float | None
    distance_mln_eur: float
    chance_share: float | None


def target_line(now: Scenario) -> ComparedLine:
    """The target that the scenario as it stands is measured against; no sum where it gives no amount for a year."""
    decimals = now.plan.decimals
    costs = tuple(None if np.isnan(cost) else shown(float(cost), decimals) for cost in now.target_path_mln_eur)
    together = None if None in costs else shown(float(now.target_path_mln_eur.sum()), decimals)
    return ComparedLine(TARGET_NAME, PATH_STYLE, now.plan.years, costs, together, 0.0, None)


def scenario_line(entry: SavedScenario, index: int, now: Scenario) -> ComparedLine:
    """A saved scenario at an index of the list, measured against the target of the scenario as it stands: one for all.

    Raises LinkError where its link does not open.
    """
    costs, together, distance, chance = _figures(entry.query, now.plan, now.target, now.own_target_mln_eur)
    return ComparedLine(entry.name, SCENARIO_STYLES[index], now.plan.years, costs, together, distance, chance)


def line_in_words(line: ComparedLine, now: Scenario) -> str:
    """What a scenario comes to, beside the target by name, and over the years together where there are several."""
    plan = now.plan
    cost, year = line.yearly_cost_mln_eur[plan.trajectory.target_index], plan.trajectory.target_year
    # A scenario has them all; only a target can lack them.
    assert cost is not None
    assert line.together_mln_eur is not None
    assert line.chance_share is not None
    side = "boven" if line.distance_mln_eur > 0 else "onder" if line.distance_mln_eur < 0 else "precies op"
    distance = f"{million(abs(line.distance_mln_eur), plan.decimals)} {side}" if line.distance_mln_eur else side
    target = f"{target_name(now)} ({million(now.target_cost_mln_eur, plan.decimals)})"
    chance = f"{chance_subject(line.chance_share).removeprefix('de ')}: {chance_in_words(line.chance_share)}"
    said = f"{year}: {million(cost, plan.decimals)}, {distance} {target}, {chance}"
    years = years_in_words(plan)
    return f"{said}. {years} samen: {million(line.together_mln_eur, plan.decimals)}" if years else said


def years_in_words(plan: SavingsPlan) -> str:
    """First and last year of a plan; empty where there is one, which needs no sum."""
    first, *others = plan.years
    return f"{first}-{others[-1]}" if others else ""


def comparison_table(lines: Sequence[ComparedLine], plan: SavingsPlan) -> pd.DataFrame:
    """One row per line: yearly cost per year, and of all of them where there are several, and distance to the target
    in mln €, and the chance to reach it.
    """
    years = years_in_words(plan)
    return pd.DataFrame(
        {
            "Scenario": [line.name for line in lines],
            **{str(year): [line.yearly_cost_mln_eur[at] for line in lines] for at, year in enumerate(plan.years)},
            **({f"{years} samen": [line.together_mln_eur for line in lines]} if years else {}),
            DISTANCE: [line.distance_mln_eur for line in lines],
            CHANCE: pd.Series(
                [None if line.chance_share is None else chance_in_file(line.chance_share) for line in lines],
                dtype=object,
            ),
        }
    )


def comparison_on_screen(lines: Sequence[ComparedLine], plan: SavingsPlan) -> pd.DataFrame:
    """The same with a short chance, by which the column sorts."""
    chances = ["" if line.chance_share is None else chance_on_screen(line.chance_share) for line in lines]
    return comparison_table(lines, plan).assign(**{CHANCE: pd.Series(chances, dtype=object)})


def comparison_rounding(lines: Sequence[ComparedLine], now: Scenario) -> str:
    """Of which scenarios the rounded distance is not what cost and target leave."""
    goal, at = now.target_cost_mln_eur, now.plan.trajectory.target_index
    costs = ((line, line.yearly_cost_mln_eur[at]) for line in lines)
    sums = [
        (line.name, (goal, line.distance_mln_eur), cost)
        for line, cost in costs
        if cost is not None and line.chance_share is not None
    ]
    return rounding_in_words(sums, now.plan.decimals)


def comparison_export(lines: Sequence[ComparedLine], now: Scenario) -> pd.DataFrame:
    """The same table with headings that explain themselves without the page."""
    plan = now.plan
    goal, year = amount(now.target_cost_mln_eur, plan.decimals), plan.trajectory.target_year
    headings = {str(of): f"Jaarkosten {of} (mln €)" for of in plan.years}
    headings |= {f"{years_in_words(plan)} samen": f"Jaarkosten {years_in_words(plan)} samen (mln €)"}
    headings |= {DISTANCE: f"Verschil met {goal} in {year} (mln €)", CHANCE: f"Kans op {goal} in {year} (%)"}
    return comparison_table(lines, plan).rename(columns=headings)


def about_comparison(entries: Sequence[SavedScenario], session: WhatIfSession, rounding: str) -> About:
    """What its file says: whose figures, which target, which `rounding`, and the way back to each scenario."""
    now, target = session.scenario, controls_of(session.plan)[TARGET.key]
    links = [(f"Scenario {entry.name}", link_in_words(session, entry.query)) for entry in entries]
    notes = [(f"Notitie bij {entry.name}", entry.note) for entry in entries if entry.note]
    return (
        ("Eenheid", UNIT),
        ("Regio of tabel", session.whose),
        ("Doel voor alle scenario's", exact_in_words(target, now.target, now.plan)),
        *((("Afronding", rounding),) if rounding else ()),
        *links,
        *notes,
    )


def comparison_in_words(lines: Sequence[ComparedLine], plan: SavingsPlan) -> str:
    """What the chart shows, for who cannot see it."""
    at, year = plan.trajectory.target_index, plan.trajectory.target_year
    results = [
        f"{line.name} {amount(cost, plan.decimals)}"
        for line in lines
        if (cost := line.yearly_cost_mln_eur[at]) is not None
    ]
    return f"Lijnen van de jaarkosten per jaar in miljoen euro. In {year}: {'; '.join(results)}."


def build_comparison_chart(lines: Sequence[ComparedLine], decimals: int) -> alt.LayerChart:
    """Yearly costs per line; colour, dash and symbol all tell which."""
    names = [line.name for line in lines]
    # What is drawn last lies on top: the target, then the first scenario.
    rows = [
        {"Scenario": line.name, "Jaar": year, "Jaarkosten": cost, "Bedrag": million(cost, decimals)}
        for line in reversed(lines)
        for year, cost in zip(line.years, line.yearly_cost_mln_eur, strict=True)
        if cost is not None
    ]
    names_of_lines = legend(
        260,
        beside_px=60,
        most_columns=1,
        direction="vertical",
        symbolSize=80,
        symbolStrokeWidth=0,
        symbolOffset=-4,
        rowPadding=2,
    )
    ink: dict[str, Any] = {"labelColor": INK, "titleColor": INK, "labelFontSize": 13, "titleFontSize": 13}
    # Altair would move InlineData out of the chart, and its Data bears no types.
    data: Any = alt.Data(values=rows)  # type: ignore[no-untyped-call]
    base = alt.Chart(data).encode(
        x=_years_and_names(lines).axis(
            title=None, labelAngle=0, grid=False, format="d", values=list(lines[0].years), **ink
        ),
        y=alt.Y(
            "Jaarkosten:Q",
            title=_COST_TITLE,
            scale=alt.Scale(zero=False, nice=True),
            axis=alt.Axis(labelExpr="replace(format(datum.value, '.3~f'), '.', ',')", tickCount=6, **ink),
        ),
        color=alt.Color(
            "Scenario:N",
            sort=None,
            legend=names_of_lines,
            scale=alt.Scale(domain=names, range=[line.style.colour for line in lines]),
        ),
        tooltip=[alt.Tooltip("Scenario:N"), alt.Tooltip("Jaar:N"), alt.Tooltip("Bedrag:N", title="Jaarkosten")],
    )
    dashes = alt.Scale(domain=names, range=[list(line.style.dash) for line in lines])
    symbols = alt.Scale(domain=names, range=[line.style.symbol for line in lines])
    drawn = base.mark_line(strokeWidth=2.5).encode(
        strokeDash=alt.StrokeDash("Scenario:N", sort=None, scale=dashes, legend=None)
    )
    marked = base.mark_point(size=110, filled=True, opacity=1).encode(
        shape=alt.Shape("Scenario:N", sort=None, scale=symbols, legend=names_of_lines)
    )
    return alt.LayerChart(layer=[drawn, marked, _names_at_the_ends(lines)]).properties(
        height=_PLOT_HEIGHT_PX + _LEGEND_ROW_PX * len(lines)
    )


def _names_px(lines: Sequence[ComparedLine]) -> int:
    return _LETTER_PX * max(len(line.name) for line in lines) + _NAME_GAP_PX


def _years_and_names(lines: Sequence[ComparedLine]) -> alt.X:
    """The years, and after the last one as much room as the names of the lines take, where they stand there at all."""
    first, last, names_px = lines[0].years[0], lines[0].years[-1], _names_px(lines)
    span = last - first + 2 * _MARGIN_YEARS
    is_room, beyond = _IS_ROOM.format(names_px=names_px), f"{names_px} * {span} / (width - {names_px})"
    domain: Any = [first - _MARGIN_YEARS, alt.ExprRef(f"{last} + if({is_room}, {beyond}, {_MARGIN_YEARS})")]
    return alt.X("Jaar:Q", scale=alt.Scale(domain=domain, nice=False, zero=False))


def _names_at_the_ends(lines: Sequence[ComparedLine]) -> alt.Chart:
    """Name of each line where it ends, if there is room for all of them; the key has them in any case."""
    data: Any = alt.Data(values=ends_of(lines))  # type: ignore[no-untyped-call]
    named: alt.Chart = (
        alt.Chart(data)
        .transform_filter(_IS_ROOM.format(names_px=_names_px(lines)))
        .mark_text(align="left", baseline="middle", dx=10, fontSize=12)
        .encode(
            x=_years_and_names(lines),
            y=alt.Y("Plaats:Q", title=_COST_TITLE, scale=alt.Scale(zero=False, nice=True)),
            text=alt.Text("Scenario:N"),
            color=alt.value(INK),
            tooltip=alt.Tooltip("Scenario:N"),
        )
    )
    return named


def ends_of(lines: Sequence[ComparedLine]) -> list[dict[str, Any]]:
    """Where the name of each line stands: at its last amount, and so far below the one above that both can be read."""
    costs = [cost for line in lines for cost in line.yearly_cost_mln_eur if cost is not None]
    # The axis runs on to whole steps beyond the amounts, by up to half of them.
    apart = 1.5 * _NAME_PX * max(max(costs) - min(costs), 0.1) / _PLOT_HEIGHT_PX
    last = [
        (max(at for at, cost in enumerate(line.yearly_cost_mln_eur) if cost is not None), line)
        for line in lines
        if any(cost is not None for cost in line.yearly_cost_mln_eur)
    ]
    ends: list[dict[str, Any]] = []
    place = float("inf")
    for at, line in sorted(last, key=lambda end: -(end[1].yearly_cost_mln_eur[end[0]] or 0.0)):
        place = min(line.yearly_cost_mln_eur[at] or 0.0, place - apart)
        ends.append({"Scenario": line.name, "Jaar": line.years[at], "Plaats": round(place, 3)})
    return ends


@lru_cache(maxsize=256)
def _figures(
    query: str, plan: SavingsPlan, target: TargetKind, own_target_mln_eur: float
) -> tuple[tuple[float, ...], float, float, float]:
    """Yearly costs, these together, distance to the target and chance of a link, rounded as on the screen."""
    scenario = replace(scenario_from_query(query, plan), target=target, own_target_mln_eur=own_target_mln_eur)
    costs = scenario_figures(scenario).yearly_cost_mln_eur
    # The panel takes the distance between whole thousandths, too.
    cost, goal = thousandths([costs[plan.trajectory.target_index], scenario.target_cost_mln_eur])
    distance = shown((cost - goal) / 1000, plan.decimals)
    together = shown(years_together(scenario).yearly_cost_mln_eur, plan.decimals)
    shown_costs = tuple(shown(float(cost), plan.decimals) for cost in costs)
    return shown_costs, together, distance, fan(scenario).chance_share
