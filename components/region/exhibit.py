"""What the sheet of one region says at an address, for hall, slide and note.

Words for the sentences of a storyline: `regio`, `aantal_taken`, `aantal_meest` (tasks for which it chose what is chosen
most), `aantal_afspraak`, `aantal_intentie` and `aantal_open` (its tasks by status), `buren`, `aantal_regios`, and
`eigen_zin`, the title.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.frame import links, loading
from components.frame.exhibit_parts import KEPT_EXHIBITS, NO_REGION, SELF_REPORTED
from components.frame.linked_view import mine_in
from components.look.citation import INVENTORY_CREDIT
from components.look.exhibit import Exhibit, KeyFigure, TableDrawing
from components.look.words import capitalised, listed, out_of
from components.region.choices import neighbours_alike, usual_table
from model.choices.classes import STATUS_WORDS, class_words, status_counts
from model.regions.profile import neighbours_of

_UNKNOWN = "onbekend"


def exhibit_of(query: Mapping[str, str]) -> Exhibit:
    """The region that the address asks to look at, else "uw regio"; without either, which regions there are."""
    asked = query.get(links.CHOSEN)
    region_code = asked if asked in loading.region_names() else mine_in(query)
    return _every_region() if region_code is None else _of_region(region_code)


@st.cache_resource(show_spinner=False, max_entries=KEPT_EXHIBITS)
def _of_region(region_code: str) -> Exhibit:
    name = loading.region_names()[region_code]
    order = loading.table("tasks").sort_values("task_order")["task_code"]
    own = usual_table().query("region_code == @region_code").set_index("task_code").loc[order]
    most, statuses = int((own["how_usual"] == "most").sum()), status_counts(own)
    around = neighbours_of(loading.table("neighbours"), region_code)
    drawing = _table(own, neighbours_alike(region_code))
    title = f"{name} koos bij {out_of(most, len(own))} taken wat het vaakst is gekozen"
    return Exhibit(
        title,
        f"{_status_words(statuses, len(own))} {SELF_REPORTED}",
        INVENTORY_CREDIT,
        f"De {len(own)} keuzes van {name}: {'; '.join(f'{row[0]} {row[1].lower()}' for row in drawing.rows)}.",
        (
            KeyFigure(f"{most} van {len(own)}", "vaakst gekozen niveau"),
            KeyFigure(f"{statuses['gedeelde_afspraak']} van {len(own)}", "gedeelde afspraak"),
            KeyFigure(str(len(around)), "buurregio" if len(around) == 1 else "buurregio's"),
        ),
        drawing,
        {
            "regio": name,
            "aantal_taken": str(len(own)),
            "aantal_meest": str(most),
            "aantal_afspraak": str(statuses["gedeelde_afspraak"]),
            "aantal_intentie": str(statuses["intentie"]),
            "aantal_open": str(statuses["geen_opvatting"]),
            "buren": str(len(around)),
            "aantal_regios": str(len(loading.region_names())),
            "eigen_zin": title,
        },
    )


def _table(own: pd.DataFrame, alike: Mapping[str, str]) -> TableDrawing:
    """A row per task: the choice, its status, how many regions chose the same, how many neighbours."""
    names = loading.table("tasks").set_index("task_code")["short_name"]
    rows = own[["leading_class", "status", "same_count", "region_count", "how_usual"]].itertuples()
    return TableDrawing(
        ("Taak", "Keuze", "Status", "In het land", "Buren gelijk"),
        tuple(
            (
                str(names[row.Index]),
                capitalised(class_words(row.leading_class)),
                STATUS_WORDS[row.status],
                _UNKNOWN if row.how_usual == "silent" else f"{row.same_count} van {row.region_count}",
                alike[row.Index],
            )
            for row in rows
        ),
    )


def _status_words(statuses: Mapping[str, int], total: int) -> str:
    """How firm the choices were, in one sentence."""
    present = {status: count for status, count in statuses.items() if count}
    if len(present) == 1:
        return f"Status: bij alle {total} taken {STATUS_WORDS[next(iter(present))]}."
    return f"Status: {listed([f'bij {count} {STATUS_WORDS[status]}' for status, count in present.items()])}."


def _every_region() -> Exhibit:
    """Which regions there are, per province: what the page shows before a region is chosen."""
    regions = loading.table("regions").sort_values("name")
    rows = tuple(
        (str(province), str(len(names)), listed(list(names))) for province, names in regions.groupby("province")["name"]
    )
    counts = regions["province"].value_counts()
    largest = sorted(counts.index[counts == counts.max()])
    title = f"{len(regions)} jeugdregio's in {len(rows)} provincies, de meeste in {listed(largest)}"
    tasks = len(loading.task_names())
    return Exhibit(
        title,
        f"Elke regio gaf voor {tasks} taken op, op welke schaal zij die wilde regelen.",
        INVENTORY_CREDIT,
        f"Jeugdregio's per provincie: {'; '.join(f'{row[0]} {row[1]}' for row in rows)}.",
        (KeyFigure(str(len(regions)), "jeugdregio's"), KeyFigure(str(int(counts.max())), f"in {listed(largest)}")),
        TableDrawing(("Provincie", "Aantal", "Jeugdregio's"), rows),
        {
            "regio": NO_REGION,
            "aantal_taken": str(tasks),
            **dict.fromkeys(("aantal_meest", "aantal_afspraak", "aantal_intentie", "aantal_open", "buren"), _UNKNOWN),
            "aantal_regios": str(len(regions)),
            "eigen_zin": title,
        },
    )
