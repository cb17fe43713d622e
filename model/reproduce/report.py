"""The figures of one scenario, as the app computes them: as a table in Dutch, and as JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import TypeAlias

import numpy as np

from model.notation import NO_BREAK, chance_in_words, chance_range_in_words, in_dutch, shown
from model.what_if import (
    Scenario,
    chance_range,
    contributions,
    fan,
    gap_by_year,
    scenario_figures,
    scenario_to_query,
)
from model.what_if.plan import FloatArray
from model.what_if.uncertainty import RANGE_SHARE

_UNKNOWN, _NO_TARGET = "onbekend", "geen"
Row: TypeAlias = tuple[str, ...]


def report_json(scenario: Scenario) -> str:
    """Figures of a scenario as computed, amounts in mln €, one per year; null where unknown or where no target is."""
    figures, band, parts = scenario_figures(scenario), fan(scenario), contributions(scenario)
    return json.dumps(
        {
            "query": scenario_to_query(scenario),
            "years": list(figures.years),
            "yearly_cost_mln_eur": _numbers(figures.yearly_cost_mln_eur),
            "regional_cost_mln_eur": _numbers(figures.regional_cost_mln_eur),
            "target_mln_eur": _numbers(scenario.target_path_mln_eur),
            "gap_mln_eur": _numbers(gap_by_year(scenario)),
            "p10_mln_eur": _numbers(band.p10_mln_eur),
            "p50_mln_eur": _numbers(band.p50_mln_eur),
            "p90_mln_eur": _numbers(band.p90_mln_eur),
            "target_year": band.target_year,
            "chance_share": band.chance_share,
            "chance_range_share": list(chance_range(scenario)),
            "contribution_mln_eur": {
                code: _numbers(values)
                for code, values in zip(parts.measure_codes, parts.contribution_mln_eur, strict=True)
            },
        },
        ensure_ascii=False,
        indent=2,
    )


def report_table(scenario: Scenario) -> str:
    """Figures of a scenario as the app shows them, as a table for a terminal."""
    figures, band, parts = scenario_figures(scenario), fan(scenario), contributions(scenario)
    decimals = scenario.plan.decimals

    def row(name: str, values: Iterable[float], absent: str = _UNKNOWN) -> Row:
        return (name, *(absent if math.isnan(value) else _amount(value, decimals) for value in values))

    head: Row = ("mln €, niet geïndexeerd", *map(str, figures.years))
    costs = [
        row("Jaarkosten", figures.yearly_cost_mln_eur),
        row("Doel", scenario.target_path_mln_eur, _NO_TARGET),
        row("Verschil met het doel", gap_by_year(scenario), _NO_TARGET),
        row("Band, laag (P10)", band.p10_mln_eur),
        row("Band, hoog (P90)", band.p90_mln_eur),
        row("Kosten voor de regio, na bijdrage Rijk", figures.regional_cost_mln_eur),
    ]
    names = {measure.code: measure.name for measure in scenario.plan.measures}
    contributed = [
        row(f"{code} {names[code]}", values)
        for code, values in zip(parts.measure_codes, parts.contribution_mln_eur, strict=True)
    ]
    total = row("Samen, na overlap", figures.net_effect_mln_eur)
    first, second = _laid_out([head, *costs], [("Bijdrage per maatregel", *head[1:]), *contributed, total])
    return "\n\n".join((first, _chance(scenario), second))


def _chance(scenario: Scenario) -> str:
    """The chance, and what it is with a little more or less overlap, as the app says the two."""
    band = fan(scenario)
    chance, around = chance_in_words(band.chance_share), chance_range_in_words(*chance_range(scenario))
    margin = f"met {round(100 * RANGE_SHARE)} procentpunt meer of minder overlap"
    said = f"Kans op het doel in {band.target_year}: {chance}; {margin} {around}"
    return said.replace(NO_BREAK, " ")


def _amount(value_mln_eur: float, decimals: int) -> str:
    return in_dutch(f"{shown(value_mln_eur, decimals):,.{decimals}f}")


def _laid_out(*tables: list[Row]) -> tuple[str, ...]:
    """Tables as text, with columns of the same width in all of them: names to the left, figures to the right."""
    rows = [row for table in tables for row in table]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return tuple(
        "\n".join(
            "  ".join(
                cell.ljust(width) if column == 0 else cell.rjust(width)
                for column, (cell, width) in enumerate(zip(row, widths, strict=True))
            )
            for row in table
        )
        for table in tables
    )


def _numbers(values: FloatArray) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in values]
