"""Buttons that save or copy a chart as a picture with title, source and day, and charts that have them."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.look import component_files
from components.look.file_names import joined, page_here

ALTAIR = ("svg.marks",)
"""Where Vega draws, within a chart."""

_offer = component_files.component("picture_offer", __file__)


def offer_picture(
    of: str,
    title: str,
    source: str,
    *,
    drawn: Sequence[str],
    name: str,
    marks: Sequence[str] = (),
    what: str = "",
    notes: Sequence[str] = (),
    headings: Sequence[str] = (),
    label: str = "Bewaar als afbeelding:",
    key: str = "",
) -> None:
    """Buttons for what stands under the key `of` on this page and matches the selectors `drawn`, as on the screen.

    `title` and `notes` stand above it in the picture and `source` below it; the file is called after the page, `name`,
    `marks` (what else tells it apart) and the day. Texts of the drawing itself can be among the notes, or be the title
    where `title` is empty: `headings` selects them. `what` names the chart for who hears the buttons; without it the
    title does. `label` stands before the buttons, and `key` tells apart what stands under the same `of`.
    """
    data = {
        "of": of,
        "drawn": list(drawn),
        "what": what or title,
        "label": label,
        "title": title,
        "notes": list(notes),
        "headings": list(headings),
        "source": source,
        "name": joined(page_here(), name, *marks),
    }
    _offer(key=f"picture_{key or of}", data=data)


def box_of(key: str) -> str:
    """Key under which the page has the chart `key`: only one that answers to clicks bears its own."""
    return f"{key}_box"


def boxed(key: str) -> DeltaGenerator:
    """Place for the chart `key` that its buttons find."""
    return st.container(key=box_of(key))


def show_chart(
    chart: alt.LayerChart, title: str, source: str, *, key: str, alt: str, name: str, notes: Sequence[str] = ()
) -> None:
    """Chart with a description for who does not see it, and with its picture to save or copy; see `offer_picture`."""
    box = boxed(key)
    # The axes that Streamlit draws follow the page's letters: on stage, where a chart is enlarged, they grew twice.
    sized = chart.configure_axis(labelFontSize=12, titleFontSize=13, labelPadding=12, titlePadding=12)
    box.altair_chart(sized, key=key, alt=alt)
    offer_picture(box_of(key), title, source, drawn=ALTAIR, name=name, notes=notes)
