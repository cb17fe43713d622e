"""How a region compares: the regions most like it, and where its neighbours choose otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.likeness import ORDER_WORDS, alike_words, region_likeness
from components.frame.region_links import looking_at
from components.look import component_files
from components.look.cell_face import cell_face
from components.look.citation import INVENTORY_CREDIT
from components.look.picture import offer_picture
from components.look.table import show_downloads, show_table
from model.choices.classes import class_order, class_words
from model.choices.similarity import most_alike
from model.regions.profile import beside, neighbours_of

ALIKE_SHOWN = 5
MINE, MOST_ALIKE, NEIGHBOUR = "uw regio", "lijkt er het meest op", "buurregio"
"""Why a region is laid beside another."""

_KEPT_PAYLOADS = 100
"""Of the 42 regions, each as seen by someone without a region or from another; 3 to 5 kB each."""

_strips = component_files.component("region_strips", __file__, "peers")


def show_comparison(region_code: str, mine: str | None) -> None:
    """The most similar regions and the neighbours under the region itself, with a mark where they choose otherwise."""
    st.header("Hoe verhoudt dit zich tot andere regio's?", help=meaning("gelijkenis", "buren"))
    st.markdown(
        f"Gelijk en deels gelijk gaan over het leidende niveau van een keuze, zoals de kaart het toont. {ORDER_WORDS}"
    )
    _strips(
        key="region_strips",
        data=_payload(region_code, mine),
    )
    offer_picture(
        "region_strips",
        f"{loading.region_names()[region_code]}: keuzes naast die van andere regio's",
        INVENTORY_CREDIT,
        drawn=(".legend", "table"),
        name="vergelijking",
        marks=[loading.region_names()[region_code]],
    )
    st.caption("Buren delen een stuk grens in de kaart van 2017; wie de langste grens deelt, staat eerst.")
    rows = st.expander("Dezelfde gegevens als tabel", key="compared_as_table", on_change="rerun")
    if rows.open:
        with rows:
            show_table(comparison_table(region_code, mine), "Keuzes van andere regio's ernaast", key="compared_rows")
            show_downloads(
                lambda: comparison_table(region_code, mine),
                "vergelijking",
                INVENTORY_CREDIT,
                marks=[loading.region_names()[region_code]],
                about=[("Regio", loading.region_names()[region_code])],
            )


def compared_regions(region_code: str, mine: str | None) -> dict[str, list[str]]:
    """Codes of the regions to lay beside one, per reason; a neighbour that is also most alike stands under both."""
    groups = {} if mine in (None, region_code) else {MINE: [mine]}
    return {
        **groups,
        MOST_ALIKE: [str(code) for code in by_likeness(region_code).head(ALIKE_SHOWN).index],
        NEIGHBOUR: neighbours_of(loading.table("neighbours"), region_code),
    }


def comparison_table(region_code: str, mine: str | None) -> pd.DataFrame:
    """One row per compared region and task, with the words that the screen shows as colour and mark."""
    names, tasks = loading.region_names(), loading.task_names()
    parts = []
    for reason, codes in compared_regions(region_code, mine).items():
        rows = beside(loading.scale_choices(), region_code, codes)
        parts.append(
            pd.DataFrame(
                {
                    "Regio": rows["region_code"].map(names),
                    "Waarom hier": reason,
                    "Taak": rows["task_code"].map(tasks),
                    f"Keuze van {names[region_code]}": rows["own_class"].map(class_words),
                    "Keuze van de andere regio": rows["leading_class"].map(class_words),
                    "Vergeleken": rows["relation"],
                    "Gelijkenis van de regio's (%)": rows["region_code"].map(_likeness_pct(region_code)),
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


@st.cache_resource(show_spinner=False)
def by_likeness(region_code: str) -> pd.DataFrame:
    """All other regions, most alike first, with what the likeness is made of (model.choices.similarity.most_alike)."""
    return most_alike(region_likeness(), region_code)


def _likeness_pct(region_code: str) -> dict[str, int]:
    return {str(code): round(100 * value) for code, value in by_likeness(region_code)["share"].dropna().items()}


def heading_of(reason: str, codes: Sequence[str], region_code: str) -> str:
    """Heading over the regions that are laid beside one for the same reason."""
    if reason == MINE:
        return "Uw regio"
    if reason == NEIGHBOUR:
        return "De enige buurregio" if len(codes) == 1 else f"De {len(codes)} buurregio's"
    alike = by_likeness(region_code)[["share", "equal"]]
    equal = int((alike.iloc[ALIKE_SHOWN:] == alike.iloc[ALIKE_SHOWN - 1]).all(axis=1).sum())
    return f"De {ALIKE_SHOWN} regio's die er het meest op lijken" + (
        f" (nog {equal} {'lijkt' if equal == 1 else 'lijken'} evenveel als de laatste)" if equal else ""
    )


@st.cache_resource(show_spinner=False, max_entries=_KEPT_PAYLOADS)
def _payload(region_code: str, mine: str | None) -> dict[str, Any]:
    names, compared = loading.region_names(), compared_regions(region_code, mine)
    tasks = loading.table("tasks").sort_values("task_order")
    every = [region_code, *dict.fromkeys(code for codes in compared.values() for code in codes)]
    cells = beside(loading.scale_choices(), region_code, every).set_index(["region_code", "task_code"])
    classes = sorted(set(cells["leading_class"]), key=class_order)
    likeness = by_likeness(region_code).to_dict("index")

    def row(code: str) -> dict[str, Any]:
        own = cells.loc[code].loc[tasks["task_code"]]
        itself = code == region_code
        return {
            "code": code,
            "name": names[code],
            "own": itself,
            "link": f"?{urlencode(looking_at(code, mine))}",
            "classes": [classes.index(item) for item in own["leading_class"]],
            "relations": [None] * len(own) if itself else own["relation"].tolist(),
            "sum": "" if itself else alike_words(**likeness[code]),
        }

    return {
        "caption": f"Elke kolom is een taak. Bovenaan {names[region_code]}; daaronder een kleur waar een regio "
        "anders kiest.",
        "sumHeading": "Gelijkenis",
        "tasks": tasks["short_name"].tolist(),
        "classes": [cell_face(code) for code in classes],
        "own": row(region_code),
        "groups": [
            {"heading": heading_of(reason, codes, region_code), "rows": [row(code) for code in codes]}
            for reason, codes in compared.items()
        ],
    }
