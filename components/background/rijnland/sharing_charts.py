"""Charts of the cost-sharing calculator: who pays what per way, and the bill of one municipality through the years."""

from __future__ import annotations

import altair as alt
import pandas as pd

from components.background.rijnland.sharing_tables import MEASURE_WORDS, METHOD_WORDS, measure_eur
from components.words import number
from model.background.cost_sharing import Bills, Method, SharingCase

STYLES = {
    Method.INSURANCE: ("#2f7fb8", "square", [8, 3]),
    Method.FLAT_LEVY: ("#1b8a5a", "triangle-up", [2, 3]),
    Method.BY_USE: ("#c2410c", "circle", [1, 0]),
}
"""Colour, shape and dash per way; each stands out from a white and from a dark page, and in grey print by its shape."""

_EUROS = "replace(format(datum.value, ',.0f'), /,/g, '.')"
_ROW_PX = 44


def build_measure_chart(
    case: SharingCase, all_bills: dict[Method, Bills], measure: str, *, dark: bool
) -> alt.LayerChart:
    """A row per municipality with a mark per way; the name stands above its marks, so that it fits a phone."""
    rows = pd.DataFrame(
        [
            {"order": place, "name": name, "way": METHOD_WORDS[method], "thousand": float(value) / 1000,
             "shown": f"€ {number(float(value))}"}
            for method, bills in all_bills.items()
            for place, (name, value) in enumerate(zip(case.names, measure_eur(bills, measure), strict=True))
        ]
    )  # fmt: skip
    ink = _ink(dark)
    y = alt.Y("order:O", axis=None)
    x = alt.X(
        "thousand:Q",
        title=f"{MEASURE_WORDS[measure]}, in duizenden euro's",
        scale=alt.Scale(zero=True, nice=True),
        axis=alt.Axis(labelExpr=_EUROS, tickCount=4, labelColor=ink, titleColor=ink),
    )
    spans = (
        alt.Chart(rows)
        .mark_rule(strokeWidth=2, opacity=0.4, color=ink)
        .encode(y=y, x=alt.X("min(thousand):Q"), x2="max(thousand):Q")
    )
    marks = (
        alt.Chart(rows)
        .mark_point(filled=True, size=130, opacity=0.9)
        .encode(
            y=y,
            x=x,
            color=_way_colour(ink),
            shape=_way_shape(),
            tooltip=[
                alt.Tooltip("name:N", title="Gemeente"),
                alt.Tooltip("way:N", title="Manier"),
                alt.Tooltip("shown:N", title=MEASURE_WORDS[measure]),
            ],
        )
    )
    names = (
        alt.Chart(rows.drop_duplicates("order"))
        .mark_text(align="left", dy=-14, color=ink, fontSize=13)
        .encode(y=y, x=alt.value(2), text="name:N")
    )
    return alt.layer(spans, marks, names).properties(height=_ROW_PX * len(case.names) + 20)


def build_yearly_chart(case: SharingCase, all_bills: dict[Method, Bills], place: int, *, dark: bool) -> alt.LayerChart:
    """Bill of one municipality per year, a line per way."""
    rows = pd.DataFrame(
        [
            {"year": heading, "order": year, "way": METHOD_WORDS[method], "thousand": float(bills.yearly_eur[place, year]) / 1000,
             "shown": f"€ {number(float(bills.yearly_eur[place, year]))}"}
            for method, bills in all_bills.items()
            for year, heading in enumerate(case.billed_years)
        ]
    )  # fmt: skip
    ink = _ink(dark)
    base = alt.Chart(rows).encode(
        x=alt.X("year:O", sort=list(case.billed_years), title=None, axis=alt.Axis(labelAngle=0, labelColor=ink)),
        y=alt.Y(
            "thousand:Q",
            title="duizenden euro's",
            axis=alt.Axis(labelExpr=_EUROS, tickCount=5, labelColor=ink, titleColor=ink),
        ),
        color=_way_colour(ink),
        tooltip=[
            alt.Tooltip("way:N", title="Manier"),
            alt.Tooltip("year:O", title="Jaar"),
            alt.Tooltip("shown:N", title="Rekening"),
        ],
    )
    ways = list(METHOD_WORDS.values())
    dashes = alt.Scale(domain=ways, range=[STYLES[method][2] for method in METHOD_WORDS])
    lines = base.mark_line(strokeWidth=2.5).encode(strokeDash=alt.StrokeDash("way:N", scale=dashes, legend=None))
    points = base.mark_point(filled=True, size=110, opacity=1).encode(shape=_way_shape())
    return alt.layer(lines, points).properties(height=320)


def measure_in_words(case: SharingCase, all_bills: dict[Method, Bills], measure: str) -> str:
    """What the chart of one measure shows, for who cannot see it."""
    said = [
        f"{METHOD_WORDS[method]}: "
        + ", ".join(
            f"{name} € {number(float(value))}"
            for name, value in zip(case.names, measure_eur(bills, measure), strict=True)
        )
        for method, bills in all_bills.items()
    ]
    return f"{MEASURE_WORDS[measure]} per gemeente. {'. '.join(said)}."


def yearly_in_words(case: SharingCase, all_bills: dict[Method, Bills], place: int) -> str:
    """What the chart of one municipality shows, for who cannot see it."""
    said = [
        f"{METHOD_WORDS[method]} van € {number(float(bills.yearly_eur[place].min()))} tot "
        f"€ {number(float(bills.yearly_eur[place].max()))}"
        for method, bills in all_bills.items()
    ]
    return f"Rekening per jaar van {case.names[place]}: {'; '.join(said)}."


def _ink(dark: bool) -> str:
    return "#f0f2f5" if dark else "#1c1f26"


def _way_colour(ink: str) -> alt.Color:
    ways = list(METHOD_WORDS.values())
    return alt.Color(
        "way:N",
        sort=ways,
        scale=alt.Scale(domain=ways, range=[STYLES[method][0] for method in METHOD_WORDS]),
        legend=alt.Legend(orient="bottom", title=None, labelColor=ink, labelFontSize=13, symbolSize=110),
    )


def _way_shape() -> alt.Shape:
    ways = list(METHOD_WORDS.values())
    return alt.Shape(
        "way:N", sort=ways, scale=alt.Scale(domain=ways, range=[STYLES[method][1] for method in METHOD_WORDS])
    )
