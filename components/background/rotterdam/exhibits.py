"""What the parts of the plan of Rotterdam say at an address, for hall, slide and note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd

from components.background.exhibit_parts import facts_exhibit, lists_exhibit
from components.background.rotterdam.advice import weighing as state
from components.background.rotterdam.advice.chart import balance_rows
from components.background.rotterdam.advice.files import criteria_table
from components.background.rotterdam.advice.sentences import AID, reasons, verdict
from components.background.rotterdam.assignments import FILTER_KEYS, SEARCH, THEME, assignment_table, theme_codes
from components.background.rotterdam.citation import CREDIT, FILE, fact, rows_of_plan
from components.background.rotterdam.money import domains_words
from components.background.rotterdam.pilots import KIND as PILOT_KIND
from components.background.rotterdam.pilots import pilot_table
from components.background.rotterdam.timeline import KIND as EVENT_KIND
from components.background.rotterdam.timeline import event_table
from components.background.rotterdam.words import AGENDA_NAMES, KIND_NAMES, PILOT_KINDS
from components.frame import loading
from components.look.exhibit import Bar, BarsDrawing, Exhibit, KeyFigure, TableDrawing
from components.look.table_drawings import bars_in_words, table_drawing, table_in_words
from components.look.words import capitalised, number, unbroken
from model.background.event_spans import dated, undated
from model.background.rotterdam.assignments import (
    DIMENSIONS,
    LONGEST_SEARCH,
    AssignmentFilter,
    counts_per_theme,
    filtered,
)
from model.background.rotterdam.budget_checks import amounts_with_all_domains, national_total
from model.background.rotterdam.scale_advice import LONGEST_TASK, Weighing, advice_on, task_faults
from model.background.rotterdam.scale_advice_link import weighing_from_link

Query = Mapping[str, str]


def _assignments(query: Query) -> Exhibit:
    assignments = rows_of_plan("assignments")
    shown = filtered(assignments, _filter(query, assignments))
    joint, local = (int((assignments["agenda"] == agenda).sum()) for agenda in ("gemeenschappelijk", "lokaal"))
    title = f"Van de {len(assignments)} opgaven pakken de gemeenten er {joint} gemeenschappelijk op en {local} lokaal"
    sentence = "Gemeenschappelijk betekent hier: samen verdiepen en ontwikkelen. Niet: samen inkopen."
    if len(shown) < len(assignments):
        drawing = table_drawing(assignment_table(shown), ("Opgave", "Thema", "Agenda"))
        sentence = f"{len(shown)} opgaven passen bij de gekozen filters. {sentence}"
    else:
        counts = counts_per_theme(assignments, theme_codes(assignments), "agenda")
        drawing = TableDrawing(
            ("Thema", *(capitalised(AGENDA_NAMES[str(agenda)]) for agenda in counts.columns)),
            tuple((str(theme), *map(str, row)) for theme, row in zip(counts.index, counts.to_numpy(), strict=True)),
        )
    figures = (KeyFigure(str(joint), "gemeenschappelijk"), KeyFigure(str(local), "lokaal"))
    return Exhibit(title, sentence, CREDIT, table_in_words(drawing), figures, drawing)


def _filter(query: Query, assignments: pd.DataFrame) -> AssignmentFilter:
    """Filter of the address; what it cannot mean filters nothing."""
    themes = {code: theme for theme, code in theme_codes(assignments).items()}
    asked = {name: value for name, key in FILTER_KEYS.items() if (value := query.get(key)) in DIMENSIONS[name]}
    text = " ".join(query.get(SEARCH, "").split())[:LONGEST_SEARCH]
    return AssignmentFilter(theme=themes.get(query.get(THEME, "")), text=text, **asked)


def _advice(query: Query) -> Exhibit:
    tasks, criteria = loading.task_names(), state.criteria()
    asked = query.get(state.TASK)
    own = " ".join(query.get(state.OWN, "")[:LONGEST_TASK].split())
    own_task = "uw eigen taak" if task_faults(own) else own
    task = own_task if asked == state.OWN_TASK else tasks.get(asked or "", next(iter(tasks.values())))
    weighing = weighing_from_link(query.get(state.WEIGHTS), Weighing.unweighed(criteria, task)).weighing
    advice = advice_on(weighing)
    if advice.outcome == "none":
        drawing = table_drawing(criteria_table(criteria), ("Criterium", "Groep", "Pleit voor"))
        title = f"{len(criteria)} criteria om een grotere of kleinere schaal mee af te wegen"
        return Exhibit(title, AID, CREDIT, table_in_words(drawing), drawing=drawing)
    rows = balance_rows(advice)
    rows = rows.assign(Criterium=rows["code"] + " " + rows["name"], Gewicht=rows["weight_words"], Kant=rows["side"])
    drawing = table_drawing(rows, ("Criterium", "Kant", "Gewicht"))
    sentence = reasons(advice)[0]
    return Exhibit(
        verdict(advice, task).removesuffix("."), sentence, f"{CREDIT} {AID}", table_in_words(drawing), drawing=drawing
    )


def _money(query: Query) -> Exhibit:
    budget = rows_of_plan("national_budget")
    total = national_total(budget)
    amounts = amounts_with_all_domains(budget).sort_values("amount_mln_eur", ascending=False, kind="stable")
    bars = BarsDrawing(
        "mln €, 2008",
        tuple(
            Bar(
                domains_words(row.domains),
                float(row.amount_mln_eur),
                unbroken(f"€ {number(row.amount_mln_eur)} mln"),
            )
            for row in amounts.itertuples()
        ),
    )
    printed, added = (unbroken(f"€ {number(value)} mln") for value in (total.printed, total.added_up))
    title = (
        f"Landelijk budget voor de jeugd in 2008: {printed}"
        if total.agrees
        else f"Landelijk budget voor de jeugd in 2008: gedrukt {printed}, de regels tellen op tot {added}"
    )
    largest = bars.bars[0]
    sentence = f"Het grootste bedrag is dat voor {largest.label[:1].lower()}{largest.label[1:]}: {largest.words}."
    return Exhibit(title, sentence, CREDIT, bars_in_words(bars), drawing=bars)


def _pilots(query: Query) -> Exhibit:
    pilots = rows_of_plan("pilots")
    kind = query.get(PILOT_KIND)
    shown = pilots[pilots["kind"] == kind] if kind in PILOT_KINDS else pilots
    themes = int((pilots["kind"] == "programmagestuurd").sum())
    most, city, rest = (fact(code)["value"] for code in ("R_PROEF_AANTAL", "R_PROEF_ROTTERDAM", "R_PROEF_SUBREGIO"))
    drawing = table_drawing(pilot_table(shown), ("Thema", "Soort", "Waar"))
    return Exhibit(
        f"Ten hoogste {number(most)} programmagestuurde proeftuinen over {themes} thema's",
        f"{number(city)} in Rotterdam en {number(rest)} in de andere subregio's. "
        "Welke subregio welk thema doet, is onbekend.",
        CREDIT,
        table_in_words(drawing),
        drawing=drawing,
    )


def _timeline(query: Query) -> Exhibit:
    events = rows_of_plan("events")
    kind = query.get(EVENT_KIND)
    shown = events[events["event_kind"] == kind] if kind in set(events["event_kind"]) else events
    spans, rest = dated(shown), undated(shown)
    drawing = table_drawing(event_table(pd.concat([spans, rest])), ("Datum volgens de bron", "Gebeurtenis", "Soort"))
    what = "gebeurtenissen" if len(shown) == len(events) else f"gebeurtenissen van de soort {KIND_NAMES[str(kind)]}"
    return Exhibit(
        f"{len(spans)} {what} met een datum, en {len(rest)} zonder",
        "Wat na februari 2012 ligt, was toen een plan of een verwachting.",
        CREDIT,
        table_in_words(drawing),
        drawing=drawing,
    )


EXHIBITS: Mapping[str, Callable[[Query], Exhibit]] = {
    "opgaven": _assignments,
    "schaalafweging": _advice,
    "geld": _money,
    "proeftuinen": _pilots,
    "tijdlijn": _timeline,
    "lijsten": partial(lists_exhibit, file=FILE, document="programmaplan", source=CREDIT),
    "feiten": partial(
        facts_exhibit,
        papers={"programmaplan": (FILE, "programmaplan Rotterdam")},
        document="het programmaplan van Rotterdam",
        source=CREDIT,
    ),
}
"""What each part of the site map says."""
