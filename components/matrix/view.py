"""The matrix in the browser, and what Python keeps of it: both orders, and the region and task that are looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

import streamlit as st

from components.frame import links, loading
from components.frame.likeness import likeness_table
from components.look import component_files
from components.matrix.payload import COLUMN_ORDER_WORDS, ROW_ORDER_WORDS, band_words, matrix_payload
from model.choices.orders import Band, region_bands, task_orders
from model.choices.similarity import Group, groups, most_alike

ROWS, COLUMNS, SHOW = "rijen", "kolommen", "toon"
CREDIT = "Bron: inventarisatie regionale samenwerking jeugdzorg, 20 juni 2013; gelijkenis en groepen: eigen bewerking."
_KEY = "matrix_view"
_SHOWN = ("taak", "regio")

_matrix = component_files.component("choice_matrix", __file__, "matrix")


@dataclass(frozen=True)
class MatrixView:
    """What the visitor looks at. `show` holds on a phone: one task for all regions, or one region for all tasks."""

    rows: str = "noord-zuid"
    columns: str = "bron"
    show: str = "taak"
    task: str | None = None
    region: str | None = None


@st.cache_resource(show_spinner=False)
def region_groups() -> list[Group]:
    """Groups of regions that choose alike; computed once."""
    return groups(likeness_table(), loading.scale_choices())


@st.cache_resource(show_spinner=False)
def _payload() -> dict[str, Any]:
    return matrix_payload(
        loading.table("regions"),
        loading.table("tasks"),
        loading.scale_choices(),
        likeness_table(),
        region_groups(),
    )


def view_from_link() -> MatrixView:
    """View that the address asks for; what it leaves out gets the default, what is unknown is said on the page."""
    usual = MatrixView()
    return MatrixView(
        rows=links.from_link(ROWS, ROW_ORDER_WORDS, "een volgorde van regio's") or usual.rows,
        columns=links.from_link(COLUMNS, COLUMN_ORDER_WORDS, "een volgorde van taken") or usual.columns,
        show=links.from_link(SHOW, _SHOWN, "een weergave") or usual.show,
        task=links.from_link(links.TASK, loading.task_names(), "een taak"),
        region=links.from_link(links.CHOSEN, loading.region_names(), "een regio"),
    )


def open_view(asked: MatrixView) -> None:
    """Start of a page run: takes over the view of the address, unless it is the one that is already shown."""
    stored = st.session_state.get(_KEY)
    if stored is None or stored["view"] != asked:
        revision = 1 if stored is None else stored["revision"] + 1
        st.session_state[_KEY] = {"view": asked, "start": asked, "revision": revision}


def show_matrix(mine: str | None, on_beside: Callable[[str, str | None], None]) -> MatrixView:
    """The matrix; returns the view after what the visitor did.

    A click on the name of a region or task leads to its page; `on_beside` hears which region to lay beside "mijn regio".
    """
    stored = st.session_state[_KEY]
    result = _matrix(
        key="choice_matrix",
        data={
            **_payload(),
            "credit": CREDIT,
            "mine": mine,
            "start": {**asdict(stored["start"]), "revision": stored["revision"]},
        },
        default={"view": None},
        on_view_change=_heard,
        on_asked_change=_heard,
    )
    reported = result.view
    if reported and reported.get("revision") == stored["revision"]:
        stored["view"] = _known(reported, stored["view"])
    view: MatrixView = stored["view"]
    links.write_link(
        {
            ROWS: None if view.rows == MatrixView.rows else view.rows,
            COLUMNS: None if view.columns == MatrixView.columns else view.columns,
            SHOW: None if view.show == MatrixView.show else view.show,
            links.TASK: view.task,
            links.CHOSEN: view.region,
        }
    )
    _answer(result.asked, mine, on_beside)
    return view


def shown_bands(view: MatrixView, mine: str | None) -> list[tuple[str, tuple[str, ...]]]:
    """Regions in the order of the view, with headings; "mijn regio" on top. As the browser shows them."""
    if view.rows == "gelijkenis" and mine:
        bands = [Band("", (mine, *most_alike(likeness_table(), mine).index))]
    else:
        every = region_bands(loading.table("regions"), loading.scale_choices(), region_groups())
        bands = every["noord-zuid" if view.rows == "gelijkenis" else view.rows]
    rest = [
        (band_words(view.rows, band, region_groups()), tuple(code for code in band.region_codes if code != mine))
        for band in bands
    ]
    return [*([("", (mine,))] if mine else []), *(band for band in rest if band[1])]


def shown_tasks(view: MatrixView) -> tuple[str, ...]:
    """Tasks in the order of the view."""
    return task_orders(loading.table("tasks"), loading.scale_choices())[view.columns]


def _heard() -> None:
    """A callback makes the component report; what it reported is read where the matrix is shown."""


def _known(reported: dict[str, Any], before: MatrixView) -> MatrixView:
    """What the browser reported, as far as it exists in the data."""
    rows, columns, show = reported.get("rows"), reported.get("columns"), reported.get("show")
    task, region = reported.get("task"), reported.get("region")
    return replace(
        before,
        rows=rows if rows in ROW_ORDER_WORDS else before.rows,
        columns=columns if columns in COLUMN_ORDER_WORDS else before.columns,
        show=show if show in _SHOWN else before.show,
        task=task if task is None or task in loading.task_names() else before.task,
        region=region if region is None or region in loading.region_names() else before.region,
    )


def _answer(asked: Any, mine: str | None, on_beside: Callable[[str, str | None], None]) -> None:
    """Does what the visitor asked for in the matrix, if it names something that exists."""
    kind, code = (asked.get("kind"), asked.get("code")) if isinstance(asked, dict) else (None, None)
    own = {links.REGION: mine} if mine else {}
    if kind == "task" and code in loading.task_names():
        st.switch_page("pages/kaart.py", query_params={links.TASK: code, **own})
    if kind == "region" and code in loading.region_names():
        st.switch_page("pages/regio.py", query_params=own if code == mine else {links.CHOSEN: code, **own})
    if kind == "beside" and code in loading.region_names():
        on_beside(code, mine)
