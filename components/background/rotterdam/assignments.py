"""De 47 opgaven: filters and matrix with counts, the assignments that fit with their details, and what joint means."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components.background.rotterdam.citation import CREDIT, mark, place, rows_of_plan
from components.background.rotterdam.words import AGENDA_NAMES, DIMENSION_NAMES, HEADINGS, VALUE_NAMES
from components.frame import links, loading
from components.frame.glossary_help import meaning
from components.frame.linked_choice import linked_filter
from components.frame.page import Visit, guarded_fragment
from components.frame.reports import reported_by, text_reported_by
from components.look import component_files
from components.look.citation import PLACE, place_columns, show_place
from components.look.table import show_downloads, show_table
from components.look.words import as_typed, capitalised
from model.background.rotterdam.assignments import (
    LONGEST_SEARCH,
    AssignmentFilter,
    counts_per_theme,
    filtered,
    themes_of,
    values_of,
)
from model.site.site_map import background_part

KEYS = THEME, *_FILTERS, SEARCH, COLUMNS, OPENED = background_part("rotterdam", "opgaven").parameters
FILTER_KEYS = dict(zip(("shells", "agenda", "form", "working_group"), _FILTERS, strict=True))
"""Per column of the matrix the key of its filter in the address."""

_KEY, _SEARCH_FIELD, _COLUMN_LIST = "rotterdam_assignments", "rotterdam_search", "rotterdam_columns"
_assignments = component_files.component("assignments", __file__)


@guarded_fragment
def show_assignments(visit: Visit) -> None:
    """The part of the page."""
    assignments = rows_of_plan("assignments")
    _say_what_joint_means(assignments)
    wanted, dimension = _show_filters(assignments)
    shown = filtered(assignments, wanted)
    _show_matrix(assignments, shown, wanted, dimension)
    if shown.empty:
        st.info("Geen opgave past bij deze keuze. Maak een filter ruimer.")
    table = st.expander("Dezelfde opgaven als tabel, en downloads", key="rotterdam_assignment_table", on_change="rerun")
    if table.open:
        with table:
            show_table(assignment_table(shown), "Opgaven die passen", key="rotterdam_assignment_rows")
            show_downloads(lambda: assignment_table(shown), "opgaven-rotterdam", CREDIT)


def assignment_table(assignments: pd.DataFrame) -> pd.DataFrame:
    """Assignments in Dutch headings, one row each, with their places."""
    return pd.DataFrame(
        {
            "Opgave": assignments["assignment_code"] + " " + assignments["name"],
            "Thema": assignments["theme"],
            "Agenda": assignments["agenda"],
            **{
                capitalised(DIMENSION_NAMES[name]): [_value_words(name, cell) for cell in assignments[name]]
                for name in ("shells", "form", "working_group")
            },
            "Onderwerpen": ["; ".join(topics) for topics in assignments["subtopics"]],
            "Waarom": assignments["reason"].fillna("onbekend"),
            **place_columns(loading.citations().of_rows("assignments", assignments)),
        }
    ).reset_index(drop=True)


def _say_what_joint_means(assignments: pd.DataFrame) -> None:
    joint, local = ((assignments["agenda"] == agenda).sum() for agenda in ("gemeenschappelijk", "lokaal"))
    st.markdown(
        f"Van de **{len(assignments)} opgaven** pakken de gemeenten er **{joint} gemeenschappelijk** op en **{local} "
        "lokaal**. "
        "Gemeenschappelijk betekent hier: **samen verdiepen en ontwikkelen. Niet: samen inkopen.**",
        help=meaning("opgave", "schil", "werkatelier", "IKW"),
    )
    with st.expander("Wat betekent “gemeenschappelijk” hier?", key="rotterdam_joint"):
        st.markdown(
            f"""
* **Lokaal verdiepen** betekent ook lokaal uitvoeren ({mark(925, 926)}).
* **Gemeenschappelijk verdiepen** laat nog open wie het uitvoert. Dat wordt pas tijdens het ontwikkelen gekozen
  ({mark(926, 929)}).
* Samen verdiepen levert per opgave twee dingen op: een minimum aan richtlijnen waar de wethouders zich aan houden
  ({mark(1057, 1066)}), en scenario's om uit te kiezen ({mark(1068, 1071)}).
* Daarna kiezen de wethouders: lokaal, samen, of een tussenvorm waaraan een deel van de gemeenten meedoet
  ({mark(1071, 1076)}).
* Colleges en raden beslissen zelf. Er blijft dus ruimte voor een eigen afweging ({mark(1082, 1084)}).
* Lokaal kan ook de subregio zijn; gezamenlijk zijn 19 gemeenten ({mark(2764, 2766)}).

Of de gemeenten samen inkopen, is zelf een van de opgaven: zie O29, O30 en O31.
"""
        )
        show_place(place(920, 929), place(1051, 1084), place(2764, 2766))


def _show_filters(assignments: pd.DataFrame) -> tuple[AssignmentFilter, str]:
    """Filters in the address, and the column that the matrix counts."""
    themes = theme_codes(assignments)
    chosen: dict[str, str | None] = {}
    for column, at in zip(st.columns([3, 3, 3, 3, 4]), (THEME, *FILTER_KEYS), strict=True):
        with column:
            if at == THEME:
                code = linked_filter(
                    THEME,
                    {code: name for name, code in themes.items()},
                    "Thema",
                    "een thema",
                    every="alles",
                    as_list=True,
                )
            else:
                present = {value for cell in assignments[at] for value in values_of(cell)}
                names = {value: name for value, name in VALUE_NAMES[at].items() if value in present}
                label = DIMENSION_NAMES[at]
                chosen[at] = linked_filter(
                    FILTER_KEYS[at], names, capitalised(label), f"een {label}", every="alles", as_list=True
                )
    theme = next((name for name, own in themes.items() if own == code), None)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        text = _search_text()
        dimension = _chosen_columns()
        st.button("Wis alle filters", on_click=links.write_link, args=({**dict.fromkeys(KEYS)},))
    return AssignmentFilter(theme=theme, text=text, **chosen), dimension


def _search_text() -> str:
    """What is sought: from the address, cut where it is too long."""
    asked = " ".join(st.query_params.get(SEARCH, "").split())
    text = asked[:LONGEST_SEARCH]
    if st.session_state.get(_SEARCH_FIELD) != text:
        st.session_state[_SEARCH_FIELD] = text
    st.text_input(
        "Zoek in de opgaven",
        key=_SEARCH_FIELD,
        max_chars=LONGEST_SEARCH,
        placeholder="bijvoorbeeld: diagnose",
        on_change=lambda: links.write_link({SEARCH: st.session_state[_SEARCH_FIELD].strip() or None}),
        width=360,
    )
    if len(asked) > LONGEST_SEARCH:
        st.warning(f"De zoekterm in de link is te lang. Er is gezocht naar {as_typed(text)}.")
    return text


def _chosen_columns() -> str:
    """Column of the matrix that the visitor chose; the agenda at the start."""
    names = {key: DIMENSION_NAMES[name] for name, key in FILTER_KEYS.items()}
    shown = links.from_link(COLUMNS, names, "een kolom") or FILTER_KEYS["agenda"]
    if st.session_state.get(_COLUMN_LIST) != shown:
        st.session_state[_COLUMN_LIST] = shown
    st.segmented_control(
        "Tel per thema naar",
        list(names),
        format_func=names.__getitem__,
        key=_COLUMN_LIST,
        required=True,
        on_change=lambda: links.write_link({COLUMNS: st.session_state[_COLUMN_LIST]}),
    )
    return next(name for name, key in FILTER_KEYS.items() if key == shown)


def _show_matrix(assignments: pd.DataFrame, shown: pd.DataFrame, wanted: AssignmentFilter, dimension: str) -> None:
    """Counts of the assignments that fit the other filters; a press on a count filters, a second press undoes it."""
    themes = theme_codes(assignments)
    # The matrix keeps its own two filters out, so that what is not chosen can still be chosen.
    others = {name: getattr(wanted, name) for name in (*FILTER_KEYS, "text") if name != dimension}
    counted = filtered(assignments, AssignmentFilter(**others))
    counts = counts_per_theme(counted, themes, dimension)
    counts = counts.loc[:, counts.any() | (counts.columns == getattr(wanted, dimension))]
    all_per_theme = counted["theme"].value_counts()
    opened = links.from_link(OPENED, set(assignments["assignment_code"]), "een opgave")
    if opened and opened not in set(shown["assignment_code"]):
        st.info(f"Opgave {opened} past niet bij de filters en staat daarom niet in de lijst.")
    note = " Een opgave met meer schillen telt in elke kolom mee." if dimension == "shells" else ""
    data: dict[str, Any] = {
        "caption": f"Aantal opgaven per thema en {DIMENSION_NAMES[dimension]}. Druk op een getal om te filteren.{note}",
        "columns": [
            {"code": code, "heading": HEADINGS[dimension][code], "name": VALUE_NAMES[dimension][code]}
            for code in counts.columns
        ],
        "rows": [
            {"code": themes[theme], "theme": theme, "counts": row, "all": int(all_per_theme.get(theme, 0))}
            for theme, row in zip(counts.index, counts.to_numpy().tolist(), strict=True)
        ],
        "most": max(1, int(counts.to_numpy().max(initial=1))),
        "chosen": {"theme": themes.get(wanted.theme or ""), "value": getattr(wanted, dimension)},
        "count": _count_words(shown, assignments),
        "entries": [_entry(row) for row in shown.itertuples(index=False)],
        "opened": opened,
    }
    _assignments(
        key=_KEY, data=data, on_chosen_change=lambda: _on_chosen(dimension, set(themes.values())),
        on_opened_change=_on_opened,
    )  # fmt: skip
    show_place(loading.citations().of_all(assignments), after="Per opgave staat de vindplaats bij de uitleg.")


def _on_chosen(dimension: str, themes: set[str]) -> None:
    chosen = reported_by(_KEY, "chosen")
    if not isinstance(chosen, dict):
        return
    theme, value = chosen.get("theme"), chosen.get("value")
    links.write_link(
        {
            THEME: theme if isinstance(theme, str) and theme in themes else None,
            FILTER_KEYS[dimension]: value if isinstance(value, str) and value in VALUE_NAMES[dimension] else None,
        }
    )


def _on_opened() -> None:
    code = text_reported_by(_KEY, "opened")
    known = set(rows_of_plan("assignments")["assignment_code"])
    links.write_link({OPENED: code if code in known else None})


def _count_words(shown: pd.DataFrame, assignments: pd.DataFrame) -> str:
    joint = int((shown["agenda"] == "gemeenschappelijk").sum())
    return (
        f"{len(shown)} van de {len(assignments)} opgaven: {joint} gemeenschappelijk, {len(shown) - joint} lokaal. "
        "Open een opgave voor de uitleg."
    )


def _entry(row: Any) -> dict[str, Any]:
    details = [
        ("Thema", row.theme),
        ("Onderwerpen", "; ".join(row.subtopics)),
        ("Schil", row.shell_text or "onbekend: de bron noemt geen schil"),
        ("Vorm", _value_words("form", row.form)),
        ("Werkgroep", _value_words("working_group", row.working_group)),
        ("Waarom", row.reason or "onbekend"),
        (PLACE, loading.citations().of_row("assignments", row).in_full),
    ]
    return {
        "code": row.assignment_code,
        "name": row.name,
        "agenda": AGENDA_NAMES[row.agenda],
        "joint": row.agenda == "gemeenschappelijk",
        "lines": [(term, text) for term, text in details if text],
    }


def _value_words(dimension: str, cell: object) -> str:
    return "; ".join(VALUE_NAMES[dimension][value] for value in values_of(cell))


def theme_codes(assignments: pd.DataFrame) -> dict[str, str]:
    """Theme to its code in the address, such as 'versterken-cjg'."""
    return {theme: theme.lower().replace(" ", "-").replace("ö", "o") for theme in themes_of(assignments)}
