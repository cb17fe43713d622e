"""The matrix in the browser, and what Python keeps of it: both orders, and the region and task that are looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from components.frame import links, loading
from components.frame.likeness import ORDER_WORDS, alike_words, region_likeness
from components.frame.linked_view import Field, LinkedView, codes, task_field
from components.frame.reports import reported_by
from components.look import component_files
from components.matrix.payload import COLUMN_ORDER_WORDS, ROW_ORDER_WORDS, MatrixContent, band_words, matrix_payload
from model.choices.orders import Band, region_bands, task_orders
from model.choices.similarity import Group, groups, most_alike
from model.site.site_map import page_at

CREDIT = "Bron: inventarisatie regionale samenwerking jeugdzorg, 20 juni 2013; gelijkenis en groepen: eigen bewerking."
_ROWS, _COLUMNS, _SHOW, *_, BESIDE = page_at("vergelijking").parameters
_MATRIX = "choice_matrix"

_matrix = component_files.component(_MATRIX, __file__, "matrix")


@dataclass(frozen=True)
class MatrixView:
    """What the visitor looks at. `show` holds on a phone: one task for all regions, or one region for all tasks."""

    rows: str = "noord-zuid"
    columns: str = "bron"
    show: str = "taak"
    task: str | None = None
    region: str | None = None


VIEW = LinkedView(
    "matrix_view",
    MatrixView,
    rows=Field(_ROWS, "een volgorde van regio's", codes(lambda: ROW_ORDER_WORDS), lambda mine: MatrixView.rows),
    columns=Field(
        _COLUMNS, "een volgorde van taken", codes(lambda: COLUMN_ORDER_WORDS), lambda mine: MatrixView.columns
    ),
    show=Field(_SHOW, "een weergave", codes(lambda: ("taak", "regio")), lambda mine: MatrixView.show),
    task=task_field(lambda mine: MatrixView.task),
    region=Field(links.CHOSEN, "een regio", codes(loading.region_names), lambda mine: MatrixView.region),
)


@st.cache_resource(show_spinner=False)
def region_groups() -> list[Group]:
    """Groups of regions that choose alike; computed once."""
    return groups(region_likeness(), loading.scale_choices())


@st.cache_resource(show_spinner=False)
def _payload() -> MatrixContent:
    return matrix_payload(
        loading.table("regions"),
        loading.table("tasks"),
        loading.scale_choices(),
        region_groups(),
        loading.citations(),
    )


def show_matrix(mine: str | None, on_beside: Callable[[str, str | None], None]) -> MatrixView:
    """The matrix; returns the view after what the visitor did.

    `on_beside` hears which region to lay beside "uw regio".
    """
    result = _matrix(
        key=_MATRIX,
        data={
            **_payload(),
            "credit": CREDIT,
            "mine": mine,
            "alike": alike_to(mine) if mine else None,
            "alikeOrder": ORDER_WORDS,
            "start": VIEW.start(),
        },
        on_view_change=lambda: VIEW.hear(reported_by(_MATRIX, "view"), mine),
        # What was asked for is answered below.
        on_asked_change=lambda: None,
    )
    _answer(result.asked, mine, on_beside)
    return VIEW.view


def shown_bands(view: MatrixView, mine: str | None) -> list[tuple[str, tuple[str, ...]]]:
    """Regions in the order of the view, with headings; "uw regio" on top. As the browser shows them."""
    if view.rows == "gelijkenis" and mine:
        bands = [Band("", (mine, *most_alike(region_likeness(), mine).index))]
    else:
        every = region_bands(loading.table("regions"), loading.scale_choices(), region_groups())
        bands = every["noord-zuid" if view.rows == "gelijkenis" else view.rows]
    rest = [
        (
            _heading(band_words(view.rows, band, region_groups()), with_mine=mine in band.region_codes),
            tuple(code for code in band.region_codes if code != mine),
        )
        for band in bands
    ]
    return [*([("", (mine,))] if mine else []), *(band for band in rest if band[1])]


def alike_to(mine: str) -> list[tuple[str, str]]:
    """Code of every other region with its likeness to "uw regio" in words, most alike first."""
    others = most_alike(region_likeness(), mine)
    return [(str(code), alike_words(**row)) for code, row in others.to_dict("index").items()]


def shown_tasks(view: MatrixView) -> tuple[str, ...]:
    """Tasks in the order of the view."""
    return task_orders(loading.table("tasks"), loading.scale_choices())[view.columns]


def _heading(words: str, *, with_mine: bool) -> str:
    """Heading of a band; one that counts or names "uw regio" says where that stands. As the browser says it."""
    return f"{words}; uw regio staat bovenaan" if words and with_mine else words


def _answer(asked: object, mine: str | None, on_beside: Callable[[str, str | None], None]) -> None:
    """Does what the visitor asked for in the matrix, if it names something that exists."""
    kind, code = (asked.get("kind"), asked.get("code")) if isinstance(asked, dict) else (None, None)
    if kind == "beside" and isinstance(code, str) and code in loading.region_names():
        on_beside(code, mine)
