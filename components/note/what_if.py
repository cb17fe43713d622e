"""Note on one scenario: result against target, costs per year, who does what, assumptions, and what is unknown."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import Any

from components.look.exhibit import PathDrawing, WaterfallDrawing
from components.look.words import amount, capitalised, listed, million
from components.note.charts import path_places, waterfall_places
from components.note.sheet import WayBack, note_pdf, show_note_button, way_back
from components.what_if.about import UNIT, AboutScenario, inputs_in_words
from components.what_if.answers.findings import (
    agreed_in_words,
    how_sure,
    investments_in_words,
    over_the_years,
    who_does_what,
)
from components.what_if.answers.over_the_years import NO_GOAL
from components.what_if.answers.what_first import investment_in_words, preparation_in_words
from components.what_if.exhibit import contributions_exhibit, exhibit_for
from components.what_if.panel.changes_in_words import change_in_words, one_for_all
from components.what_if.panel.plan_words import plan_words, table_name
from components.what_if.results import Results, results_of
from components.what_if.session import NOT_IN_A_LINK
from model.notation import chance_tenths, shown
from model.what_if import MeasurePriority, Scenario, gap_by_year, realised_years, scenario_changes, scenario_to_query
from model.what_if.parameters import Scope

_TEMPLATE = "what_if.typ"
_MOST_MEASURES = 18
_HALF = 5
"""In tenths, as every chance here."""
_LONGEST_NAME, _LONGEST_LEAD = 90, 40
_NO_LINK = f"{capitalised(NOT_IN_A_LINK)}: bewaar het bestand van de tabel bij deze notitie."


def show_what_if_note(about: AboutScenario, source: str, is_own_table: bool) -> None:
    """Button with the note on a scenario; the way back is its link, which an own table does not have."""
    query = scenario_to_query(about.scenario)
    way = WayBack(said=_NO_LINK) if is_own_table else way_back("doorrekening", query)
    show_note_button(
        "Download notitie (PDF)",
        lambda: what_if_pdf(about.scenario, about.whose, about.name, source, way, date.today()),
        about.file_name("notitie"),
        "what_if_note_file",
    )


def what_if_pdf(scenario: Scenario, whose: str, name: str, source: str, way: WayBack, today: date) -> bytes:
    """The note as PDF. Raises TypesetError."""
    return note_pdf(_TEMPLATE, what_if_data(scenario, whose, name, source), way, today)


def what_if_data(scenario: Scenario, whose: str, name: str, source: str) -> dict[str, Any]:
    """All texts and places of the note.

    Parameters
    ----------
    scenario : Scenario
    whose, name : str
        Region or own table, and the scenario, as the page calls them; a visitor may have typed either.
    source : str
        Where the figures come from.
    """
    results = results_of(scenario)
    path = exhibit_for(scenario, whose=whose, source=source)
    falls = contributions_exhibit(scenario, whose=whose, source=source)
    assert isinstance(path.drawing, PathDrawing)
    assert isinstance(falls.drawing, WaterfallDrawing)
    year, decimals = scenario.plan.trajectory.target_year, results.decimals
    at = scenario.plan.trajectory.target_index
    low, high = (million(float(band[at]), decimals) for band in (results.fan.p10_mln_eur, results.fan.p90_mln_eur))
    sure = f"In 8 van de 10 doorrekeningen vallen de jaarkosten van {year} tussen {low} en {high}. {how_sure(results)}"
    return {
        "title": path.title,
        "subject": f"Doorrekening {short(whose)}, {short(name)}",
        "lead": f"Doorrekening van {short(whose)}, scenario “{short(name)}”. Bedragen in {UNIT}.",
        "summary": [
            # What was agreed is said with the chance.
            path.sentence.removeprefix(f"{capitalised(whose)}. ").removesuffix(agreed_in_words(results)).rstrip(),
            sure,
            who_does_what(results),
        ],
        "figures": [{"value": figure.value, "label": figure.label} for figure in path.figures],
        "path_words": " ".join(filter(None, (over_the_years(results), _beside_band(results)))),
        "path_alt": path.alt,
        "path": path_places(path.drawing),
        "year_rows": _year_rows(results),
        "falls_title": falls.title,
        "falls_words": falls.sentence.removeprefix(f"{capitalised(whose)}. "),
        "falls_alt": falls.alt,
        "falls": waterfall_places(falls.drawing),
        "target_year": str(year),
        "measures": _measure_rows(results),
        "measures_note": _measures_note(results),
        "assumptions": _assumption_rows(scenario),
        "changes": _changes(scenario),
        "warnings": _warnings(scenario),
        "unknown": _unknown(results),
        "sources": [capitalised(source.removeprefix("Bron: "))],
    }


def short(text: str, most: int = _LONGEST_NAME) -> str:
    """A name of a visitor as it stands in the midst of a sentence or in a table.

    >>> short("x" * 200) == "x" * 89 + "…"
    True
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _year_rows(results: Results) -> list[list[str]]:
    """Per year, mln €: without measures, with them, the band, the target, and the distance to it."""
    scenario, figures, fan, decimals = results.scenario, results.figures, results.fan, results.decimals
    columns = (
        figures.cost_without_measures_mln_eur,
        figures.yearly_cost_mln_eur,
        fan.p10_mln_eur,
        fan.p90_mln_eur,
        scenario.target_path_mln_eur,
        gap_by_year(scenario),
    )
    return [
        [str(year), *(_or_none(float(column[at]), decimals) for column in columns)]
        for at, year in enumerate(scenario.plan.years)
    ]


def _or_none(amount_mln_eur: float, decimals: int) -> str:
    return NO_GOAL if math.isnan(amount_mln_eur) else amount(amount_mln_eur, decimals)


def _by_contribution(results: Results) -> list[MeasurePriority]:
    return sorted((row for row in results.priorities if row.on), key=lambda row: -row.contribution_mln_eur)


def _measure_rows(results: Results) -> list[list[str]]:
    """The measures that are on, those that contribute most first."""
    return [
        [
            short(f"{row.measure_code} {row.name}"),
            short(row.lead, _LONGEST_LEAD) or "niet genoemd",
            amount(row.contribution_mln_eur, results.decimals),
            preparation_in_words(row).removeprefix("voorbereiding "),
            investment_in_words(row, results.decimals),
        ]
        for row in _by_contribution(results)[:_MOST_MEASURES]
    ]


def _measures_note(results: Results) -> list[str]:
    said = []
    rest = _by_contribution(results)[_MOST_MEASURES:]
    if rest:
        together = million(sum(row.contribution_mln_eur for row in rest), results.decimals)
        said.append(f"Nog {len(rest)} andere maatregelen staan aan; zij dragen samen {together} bij.")
    off = [row.measure_code for row in results.priorities if not row.on]
    if off:
        said.append(f"Staat uit en telt niet mee: maatregel {listed(off)}.")
    return said


def _assumption_rows(scenario: Scenario) -> list[list[Any]]:
    """Each assumption with its value, the one that every scenario begins with, and whether it was changed."""
    first = dict(inputs_in_words(Scenario.default(scenario.plan)))
    measures = len(scenario.plan.measures)
    rows = list(inputs_in_words(scenario))[:-measures]
    return [
        [label, value, first.get(label, "onbekend"), value != first.get(label, "onbekend")] for label, value in rows
    ]


def _changes(scenario: Scenario) -> list[str]:
    """All that was set otherwise of the measures, from the start position: who reads it on paper has no other place."""
    start = Scenario.default(scenario.plan)
    changes = [change for change in scenario_changes(start, scenario) if change.control.scope is Scope.MEASURE]
    return [change_in_words(change, scenario.plan) for change in one_for_all(start, scenario, changes)]


def _beside_band(results: Results) -> str:
    """Why the costs of the target year say otherwise than the chance, or lie outside their band; empty where neither.

    Of the band as in panel/cost_view.js.
    """
    at, decimals = results.scenario.plan.trajectory.target_index, results.decimals
    series = (results.figures.yearly_cost_mln_eur, results.fan.p10_mln_eur, results.fan.p90_mln_eur)
    cost, low, high = (shown(float(values[at]), decimals) for values in series)
    if low <= cost <= high:
        return _against_the_chance(results)
    side, end, falls = ("onder", "bovenaan", "tegenvallen") if cost < low else ("boven", "onderaan", "meevallen")
    return (
        f"De doorrekening ligt {side} haar eigen band. Dat klopt: een maatregel die {end} zijn bandbreedte staat, kan "
        f"alleen {falls}. Bijna alle uitkomsten liggen dus {'hoger' if cost < low else 'lager'} dan de lijn."
    )


def _against_the_chance(results: Results) -> str:
    at, target = results.scenario.plan.trajectory.target_index, results.scenario.target_cost_mln_eur
    cost, middle = (float(of[at]) for of in (results.figures.yearly_cost_mln_eur, results.fan.p50_mln_eur))
    is_reached, tenths = shown(cost - target, results.decimals) <= 0, chance_tenths(results.fan.chance_share)
    if is_reached and tenths < _HALF and cost < middle:
        side, chance, how, falls, where = "onder", "kleiner", "hoger", "tegenvallen", "hoog"
    elif not is_reached and tenths > _HALF and cost > middle:
        side, chance, how, falls, where = "boven", "groter", "lager", "meevallen", "laag"
    else:
        return ""
    return (
        f"De lijn komt {side} het doel uit, en toch is de kans op het doel {chance} dan de helft. Dat klopt: meer dan "
        f"de helft van de uitkomsten ligt {how} dan de lijn. Een maatregel die {where} in zijn bandbreedte staat, kan "
        f"vooral {falls}."
    )


def _warnings(scenario: Scenario) -> list[str]:
    words = plan_words(scenario.plan)
    said = [words["warning"], words["agreed"], words["borrowed"], words["start"]]
    return [*filter(None, said), "De kans en de band rusten op aannames over overlap en samenhang; zie hierboven."]


def _unknown(results: Results) -> list[str]:
    """What the table leaves open; none of it was put at nought."""
    scenario, found = results.scenario, results.investments
    source = table_name(scenario.plan)
    said = [investments_in_words(results)]
    if found.unknown_codes:
        said.append(f"De investering van {_measures(found.unknown_codes)} is onbekend en telt niet mee als 0.")
    waiting = [
        row.measure_code for row in results.priorities if row.on and preparation_in_words(row).endswith("onbekend")
    ]
    if waiting:
        said.append(f"De voorbereidingstijd van {_measures(waiting)} is onbekend.")
    national = results.fan.national_contribution_mln_eur.tolist()
    open_years = [str(year) for year, known in zip(scenario.plan.years, national, strict=True) if math.isnan(known)]
    if open_years:
        said.append(f"De bijdrage van het Rijk voor {listed(open_years)} is onbekend: {source} noemt geen bedrag.")
    if not realised_years(scenario):
        said.append("Wat de kosten werkelijk waren, is niet opgegeven.")
    return said


def _measures(codes: Sequence[str]) -> str:
    return f"maatregel {listed(codes)}" if len(codes) == 1 else f"maatregelen {listed(codes)}"
