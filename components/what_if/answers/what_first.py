"""Wat eerst: contribution against preparation, with investment, payback and risk. No score: the reader weighs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from components.look import component_files
from components.look.axis import Axis
from components.look.words import listed, million, number, unbroken
from components.what_if.answers.amounts import rounded
from components.what_if.answers.evidence import Evidence
from components.what_if.answers.findings import investments_in_words, preparation_unknown
from components.what_if.panel.controls import given, words_of_investment
from components.what_if.panel.plan_words import table_name
from components.what_if.results import Results
from model.what_if import InvestmentKind, MeasurePriority

_places = component_files.component("what_if_places", __file__, "places")

RUNS, UNKNOWN_TIME = "loopt al", "onbekend"
NOT_OF_THE_REGION = "geen investering van de regio"
MARKS = {
    "amount": "investering bekend",
    "none": NOT_OF_THE_REGION,
    "unknown": "investering onbekend",
}
"""Marks of the drawing and their meaning; the mark of an unknown amount is one of its own."""
_TIME = "voorbereiding "
_ALWAYS, _LONGEST = 0.0, 1e9


def show_what_first(evidence: Evidence) -> None:
    """Marks of the measures by contribution and preparation, what is known of the investments, and a table."""
    results = evidence.results
    year = results.scenario.plan.trajectory.target_year
    title = f"Bijdrage in {year} (mln €), naar de tijd die een maatregel aan voorbereiding vraagt"
    st.markdown(f"**{title}**")
    _places(key="what_if_places", data=places_data(results))
    evidence.picture("what_if_places", title, "wat-eerst", drawn=(".places", ".legend", ".off"))
    evidence.table(
        priorities_table,
        f"Wat er per maatregel te wegen valt; bijdrage in {year} (mln €)",
        "wat-eerst",
        on_screen=partial(priorities_on_screen, results),
        note=priorities_note(results),
    )


def places_data(results: Results) -> dict[str, Any]:
    """A row per time of preparation, quickest first, with the measures that are on; unknown in a row of its own."""
    rows = [row for row in results.priorities if row.on]
    decimals = results.decimals
    axis = Axis.around([row.contribution_mln_eur for row in rows], decimals, from_zero=True)
    by_time: dict[tuple[float, float], list[MeasurePriority]] = {}
    for row in rows:
        by_time.setdefault(_time(row), []).append(row)
    ordered = sorted(by_time.items(), key=lambda item: (sum(item[0]), item[0]))
    off = [row.measure_code for row in results.priorities if not row.on]
    return {
        "words": places_in_words(results),
        "rows": [
            {
                "name": preparation_in_words(of_time[0]),
                "isApart": preparation_unknown(of_time[0]),
                "marks": [
                    {"label": row.measure_code, "at": axis.at(row.contribution_mln_eur), "kind": mark_of(row),
                     "words": mark_in_words(row, decimals)}
                    for row in sorted(of_time, key=lambda row: -row.contribution_mln_eur)
                ],
            }
            for _, of_time in ordered
        ],
        "ticks": axis.ticks,
        "key": [[kind, words] for kind, words in MARKS.items()],
        "off": f"Staat uit en is niet getekend: {listed(off)}." if off else "",
    }  # fmt: skip


def places_in_words(results: Results) -> str:
    """What the drawing shows, for who cannot see it."""
    rows = sorted((row for row in results.priorities if row.on), key=lambda row: -row.contribution_mln_eur)
    said = listed(
        f"{row.measure_code} {million(row.contribution_mln_eur, results.decimals)}, {preparation_in_words(row)}, "
        f"{MARKS[mark_of(row)]}"
        for row in rows
    )
    return f"Maatregelen naar bijdrage en voorbereiding: {said}." if rows else "Er staat geen maatregel aan."


def mark_of(row: MeasurePriority) -> str:
    """Which mark a measure has: an amount that nobody has stated is not 0."""
    if row.investment_mln_eur is None:
        return "unknown"
    return "amount" if row.investment_mln_eur > 0 else "none"


def mark_in_words(row: MeasurePriority, decimals: int) -> str:
    """Everything that the mark of a measure stands for."""
    invested = investment_in_words(row, decimals)
    return (
        f"{row.measure_code} {row.name}: bijdrage {million(row.contribution_mln_eur, decimals)}, "
        f"{_TIME}{preparation_in_words(row).removeprefix(_TIME)}, investering {invested}"
    )


def preparation_in_words(row: MeasurePriority) -> str:
    """How long a measure takes to prepare."""
    if row.running:
        return RUNS
    low, high = row.preparation_months_low, row.preparation_months_high
    if low is None or high is None:
        return f"{_TIME}{UNKNOWN_TIME}"
    return f"{number(low)} maanden" if low == high else f"{number(low)} tot {number(high)} maanden"


def investment_in_words(row: MeasurePriority, decimals: int) -> str:
    """What is known of an investment; an amount of the reader's own is called so."""
    if row.investment_kind is InvestmentKind.TO_BE_STATED and row.investment_mln_eur is not None:
        amount = f"€ {given(row.investment_mln_eur, decimals)} mln" if row.investment_mln_eur else "geen"
        return unbroken(f"{amount}, eigen invoer")
    if row.investment_kind is InvestmentKind.BLANK:
        return UNKNOWN_TIME
    shown = "" if row.investment_mln_eur is None else given(row.investment_mln_eur, decimals)
    return words_of_investment(row.investment_kind, row.investment_mln_eur, shown)


def priorities_table(results: Results) -> pd.DataFrame:
    """One row per measure with all that there is to weigh; amounts in mln €, empty where unknown."""
    rows, decimals = results.priorities, results.decimals
    plan = results.scenario.plan
    return pd.DataFrame(
        {
            "Maatregel": [f"{row.measure_code} {row.name}" for row in rows],
            "Trekker": [row.lead for row in rows],
            "Categorie": [row.category for row in rows],
            "Aan": ["ja" if row.on else "nee" for row in rows],
            "Loopt al": ["ja" if row.running else "nee" for row in rows],
            f"Bijdrage {plan.trajectory.target_year}": rounded([row.contribution_mln_eur for row in rows], decimals),
            f"Bijdrage {plan.years[0]}-{plan.years[-1]} samen": rounded(
                [row.total_contribution_mln_eur for row in rows], decimals
            ),
            "Voorbereiding vanaf (maanden)": _numbers(row.preparation_months_low for row in rows),
            "Voorbereiding tot (maanden)": _numbers(row.preparation_months_high for row in rows),
            "Investering (mln €)": _numbers(row.investment_mln_eur for row in rows),
            "Investering in woorden": [investment_in_words(row, decimals) for row in rows],
            "Terugverdientijd (jaren)": _numbers(row.payback_years for row in rows),
            "Risico": [row.risk or f"{table_name(plan)} noemt er geen" for row in rows],
        }
    )


def priorities_on_screen(results: Results, table: pd.DataFrame) -> pd.DataFrame:
    """The same in fewer columns, with words where no number is; these sort before the least or after the most."""
    rows = results.priorities
    contribution = f"Bijdrage {results.scenario.plan.trajectory.target_year}"
    return pd.DataFrame(
        {
            "Maatregel": table["Maatregel"],
            "Trekker": table["Trekker"],
            contribution: [
                (number(amount, results.decimals) if row.on else "staat uit", amount)
                for row, amount in zip(rows, table[contribution], strict=True)
            ],
            "Voorbereiding": [(preparation_in_words(row).removeprefix(_TIME), _time(row)[1]) for row in rows],
            "Investering": [
                (
                    investment_in_words(row, results.decimals),
                    _LONGEST if row.investment_mln_eur is None else row.investment_mln_eur,
                )
                for row in rows
            ],
            "Verdient terug in": [_payback_cell(row) for row in rows],
            "Risico": table["Risico"],
        }
    )


def priorities_note(results: Results) -> str:
    """What is known of the investments in all, which are not, and how payback is reckoned."""
    found = results.investments
    said = [investments_in_words(results)]
    if found.unknown_codes:
        said.append(f"Onbekend, en dus niet op nul gezet: maatregel {listed(found.unknown_codes)}.")
    if found.fund_codes:
        said.append(f"Uit het transformatiefonds, buiten de kosten van de regio: maatregel {listed(found.fund_codes)}.")
    waiting = [row.measure_code for row in results.priorities if row.on and preparation_unknown(row)]
    if waiting:
        said.append(f"De voorbereiding is onbekend van maatregel {listed(waiting)}.")
    year = results.scenario.plan.trajectory.target_year
    said.append(f"Terugverdientijd: de investering gedeeld door de bijdrage in {year}, zonder rente.")
    return " ".join(said)


def _payback_cell(row: MeasurePriority) -> tuple[str, float]:
    if row.payback_years is not None:
        return f"{number(row.payback_years, 1)} jaar", row.payback_years
    if not row.on:
        return "staat uit", _LONGEST
    if row.investment_mln_eur is None:
        return UNKNOWN_TIME, _LONGEST
    if row.investment_kind is InvestmentKind.TRANSFORMATION_FUND:
        return NOT_OF_THE_REGION, _ALWAYS
    return ("geen investering", _ALWAYS) if not row.investment_mln_eur else ("zonder bijdrage niet", _LONGEST)


def _time(row: MeasurePriority) -> tuple[float, float]:
    """Months to order by: running first, unknown last."""
    if row.running:
        return (_ALWAYS, _ALWAYS)
    low, high = row.preparation_months_low, row.preparation_months_high
    return (_LONGEST, _LONGEST) if low is None or high is None else (low, high)


def _numbers(values: Iterator[float | None]) -> list[float]:
    return [np.nan if value is None else value for value in values]
