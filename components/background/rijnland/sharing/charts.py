"""Charts of the cost-sharing calculator: who pays what per way, and the bill of one municipality through the years."""

from __future__ import annotations

import altair as alt
import pandas as pd

from components.background.rijnland.sharing.tables import MEASURE_WORDS, METHOD_WORDS, measure_eur
from components.look.fitting import legend
from components.look.layers import layered
from components.look.palette import INK
from components.look.words import euros
from model.background.rijnland.cost_sharing import Bills, Method, SharingCase

STYLES = {
    Method.INSURANCE: ("#2f7fb8", "square", [8, 3]),
    Method.FLAT_LEVY: ("#1b8a5a", "triangle-up", [2, 3]),
    Method.BY_USE: ("#c2410c", "circle", [1, 0]),
}
"""Colour, shape and dash per way; each stands out from a white and from a dark page, and in grey print by its shape."""

_EUROS = "replace(format(datum.value, ',.0f'), /,/g, '.')"
_ROW_PX, _AROUND_PX = 48, 90


def build_measure_chart(case: SharingCase, all_bills: dict[Method, Bills], measure: str) -> alt.LayerChart:
    """A row per municipality with a mark per way; the name stands above its marks, so that it fits a phone."""
    rows = pd.DataFrame(
        [
            {
                "y": position * _ROW_PX + 32,
                "name": name,
                "way": METHOD_WORDS[method],
                "thousand": float(value) / 1000,
                "shown": euros(float(value)),
            }
            for method, bills in all_bills.items()
            for position, (name, value) in enumerate(zip(case.names, measure_eur(bills, measure), strict=True))
        ]
    )
    height = _ROW_PX * len(case.names) + 4
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], reverse=True, nice=False))
    x = alt.X(
        "thousand:Q",
        title=f"{MEASURE_WORDS[measure]}, in duizenden euro's",
        scale=alt.Scale(zero=True, nice=True),
        axis=alt.Axis(labelExpr=_EUROS, tickCount=4, labelColor=INK, titleColor=INK),
    )
    spans = (
        alt.Chart(rows)
        .mark_rule(strokeWidth=2, opacity=0.4, color=INK)
        .encode(y=y, x=alt.X("min(thousand):Q"), x2="max(thousand):Q")
    )
    marks = (
        alt.Chart(rows)
        .mark_point(filled=True, size=130, opacity=0.9)
        .encode(
            y=y,
            x=x,
            color=_way_colour(),
            shape=_way_shape(),
            tooltip=[
                alt.Tooltip("name:N", title="Gemeente"),
                alt.Tooltip("way:N", title="Manier"),
                alt.Tooltip("shown:N", title=MEASURE_WORDS[measure]),
            ],
        )
    )
    names = (
        alt.Chart(rows.drop_duplicates("name").assign(y=lambda table: table["y"] - 20))
        .mark_text(align="left", baseline="middle", color=INK, fontSize=13)
        .encode(y=y, x=alt.value(2), text="name:N")
    )
    return layered(spans, marks, names, height=height + _AROUND_PX)


def build_yearly_chart(case: SharingCase, all_bills: dict[Method, Bills], position: int) -> alt.LayerChart:
    """Bill of one municipality per year, a line per way."""
    rows = pd.DataFrame(
        [
            {
                "year": heading,
                "way": METHOD_WORDS[method],
                "thousand": float(value) / 1000,
                "shown": euros(float(value)),
            }
            for method, bills in all_bills.items()
            for heading, value in zip(case.billed_years, bills.yearly_eur[position], strict=True)
        ]
    )
    base = alt.Chart(rows).encode(
        x=alt.X("year:O", sort=list(case.billed_years), title=None, axis=alt.Axis(labelAngle=0, labelColor=INK)),
        y=alt.Y(
            "thousand:Q",
            title="duizenden euro's",
            axis=alt.Axis(labelExpr=_EUROS, tickCount=5, labelColor=INK, titleColor=INK),
        ),
        color=_way_colour(),
        tooltip=[
            alt.Tooltip("way:N", title="Manier"),
            alt.Tooltip("year:O", title="Jaar"),
            alt.Tooltip("shown:N", title="Rekening"),
        ],
    )
    ways = list(METHOD_WORDS.values())
    dashes = alt.Scale(domain=ways, range=[STYLES[method][2] for method in METHOD_WORDS])
    lines = base.mark_line(strokeWidth=2.5).encode(
        strokeDash=alt.StrokeDash("way:N", sort=ways, scale=dashes, legend=_legend())
    )
    points = base.mark_point(filled=True, size=110, opacity=1).encode(shape=_way_shape())
    return layered(lines, points, height=380)


def measure_in_words(case: SharingCase, all_bills: dict[Method, Bills], measure: str) -> str:
    """What the chart of one measure shows, for who cannot see it."""
    said = [
        f"{METHOD_WORDS[method]}: "
        + ", ".join(
            f"{name} {euros(float(value))}" for name, value in zip(case.names, measure_eur(bills, measure), strict=True)
        )
        for method, bills in all_bills.items()
    ]
    return f"{MEASURE_WORDS[measure]} per gemeente. {'. '.join(said)}."


def yearly_in_words(case: SharingCase, all_bills: dict[Method, Bills], position: int) -> str:
    """What the chart of one municipality shows, for who cannot see it."""
    said = [
        f"{METHOD_WORDS[method]} van {euros(float(bills.yearly_eur[position].min()))} tot "
        f"{euros(float(bills.yearly_eur[position].max()))}"
        for method, bills in all_bills.items()
    ]
    return f"Rekening per jaar van {case.names[position]}: {'; '.join(said)}."


def _legend() -> alt.Legend:
    return legend(120, beside_px=80, symbolSize=110, symbolStrokeWidth=0)


def _way_colour() -> alt.Color:
    ways = list(METHOD_WORDS.values())
    colours = alt.Scale(domain=ways, range=[STYLES[method][0] for method in METHOD_WORDS])
    return alt.Color("way:N", sort=ways, scale=colours, legend=_legend())


def _way_shape() -> alt.Shape:
    ways = list(METHOD_WORDS.values())
    shapes = alt.Scale(domain=ways, range=[STYLES[method][1] for method in METHOD_WORDS])
    return alt.Shape("way:N", sort=ways, scale=shapes, legend=_legend())
