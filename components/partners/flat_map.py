"""The same map drawn flat by Vega, for browsers without WebGL and for whoever prefers it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import altair as alt
import pandas as pd

from components.partners.drawing import (
    BORDERS_URL,
    CASING,
    CHOSEN,
    LINE,
    NUMBER_PX,
    PartnerLine,
    edges,
    fills,
    group_labels,
    northing,
    outlines,
    stroke_of,
)
from model.choices.neighbour_groups import TaskGroups

NOTICES = {
    "none": (
        "Uw browser tekent geen kantelbare kaart, want WebGL ontbreekt of staat uit. "
        "Daarom is de kaart plat. De tabel toont dezelfde gegevens."
    ),
    "slow": (
        "Uw computer zou de kantelbare kaart zonder grafische kaart moeten tekenen, en dat gaat traag. "
        "Daarom is de kaart plat; bij Kaart kunt u toch voor kantelbaar kiezen."
    ),
}
"""What the page says, by what the browser found of WebGL."""

CLICK = "region"
"""Name of the selection that a click makes; it holds the field `code`."""

_ARROW_AT = 0.55
"""Position of the arrowhead along a one-sided line, from the region that names."""


def build_flat_map(
    groups: TaskGroups,
    lines: list[PartnerLine],
    regions: pd.DataFrame,
    *,
    mine: str | None,
    chosen: str | None,
    height_px: int,
) -> alt.LayerChart:
    """Map of the regions coloured for the task of `groups`, with a line for each of `lines` (`partner_lines`).

    The borders come by URL: a GeoDataFrame handed to Streamlit's chart draws an empty map.
    """
    borders = alt.UrlData(url=BORDERS_URL, format=alt.JsonDataFormat(property="features", type="json"))
    shapes = alt.Chart(borders).transform_calculate(code="datum.properties.code", name="datum.properties.name")
    layers = [
        _fills(shapes, groups, chosen),
        *(_outline(shapes, edge.region_codes, edge.colour, edge.width_px) for edge in edges(groups, chosen)),
        *(
            _outline(shapes, (code,), stroke, width_px)
            for code, colour in outlines(mine, chosen).items()
            for stroke, width_px in ((CASING, 6), (colour, 3))
        ),
        *_lines(lines),
        *_numbers(groups, regions, lines),
    ]
    # By its type alt.layer may also give a chart in facets, which this one never is.
    # Without a ground of its own: that of a dark screen would be a black block on paper.
    chart: alt.LayerChart = alt.LayerChart(layer=layers, background="transparent").project("mercator")
    return chart.properties(height=height_px)


def _fills(shapes: alt.Chart, groups: TaskGroups, chosen: str | None) -> alt.Chart:
    colours = pd.DataFrame(fills(groups, chosen).items(), columns=["code", "fill"])
    drawn: alt.Chart = (
        shapes.transform_calculate(choice=f"datum.properties.{groups.task_code}")
        .transform_lookup("code", alt.LookupData(colours, "code", ["fill"]))
        .mark_geoshape(stroke=CASING, strokeWidth=1, cursor="pointer")
        .encode(
            fill=alt.Fill("fill:N", scale=None),
            tooltip=[alt.Tooltip("name:N", title="Regio"), alt.Tooltip("choice:N", title="Keuze")],
        )
        .add_params(alt.selection_point(CLICK, fields=["code"], on="click", clear=False, toggle="false"))
    )
    return drawn


def _outline(shapes: alt.Chart, region_codes: Sequence[str], colour: str, width_px: float) -> alt.Chart:
    # A fill of None takes no clicks; that of filled=False is transparent and does.
    outline: alt.Chart = shapes.transform_filter(alt.FieldOneOfPredicate("code", list(region_codes))).mark_geoshape(
        fill=None, stroke=colour, strokeWidth=width_px, strokeOpacity=1
    )
    return outline


def _lines(lines: list[PartnerLine]) -> list[alt.Chart]:
    """Mutual lines solid and wide; one-sided ones dashed, with an arrowhead towards the region that is named."""
    if not lines:
        return []
    flat, strokes = pd.DataFrame(lines), [stroke_of(line) for line in lines]
    flat = flat.assign(
        lon=flat["source"].str[0], lat=flat["source"].str[1], lon2=flat["target"].str[0], lat2=flat["target"].str[1],
        width=[stroke.width_px for stroke in strokes],
        casing=[stroke.casing_px for stroke in strokes],
        opacity=[stroke.opacity for stroke in strokes],
        head=[20 + 36 * stroke.width_px for stroke in strokes],
    ).drop(columns=["source", "target"])  # fmt: skip
    heads = flat[~flat["mutual"]]
    heads = heads.assign(
        head_lon=heads["lon"] + _ARROW_AT * (heads["lon2"] - heads["lon"]),
        head_lat=heads["lat"] + _ARROW_AT * (heads["lat2"] - heads["lat"]),
        angle=[_bearing(row.lon, row.lat, row.lon2, row.lat2) for row in heads.itertuples()],
    )
    rules = alt.Chart(flat).encode(
        longitude="lon:Q",
        latitude="lat:Q",
        longitude2="lon2:Q",
        latitude2="lat2:Q",
        opacity=alt.Opacity("opacity:Q", scale=None),
        strokeDash=alt.condition("datum.mutual", alt.value([1, 0]), alt.value([5, 3])),
        tooltip=[
            alt.Tooltip("words:N", title="Partners"),
            alt.Tooltip("choices:N", title="Niveau"),
            alt.Tooltip("mentions:N", title="Hoe vaak"),
        ],
    )
    arrows = (
        alt.Chart(heads)
        .mark_point(shape="triangle", filled=True, color=LINE, stroke=CASING, strokeWidth=0.8)
        .encode(
            longitude="head_lon:Q",
            latitude="head_lat:Q",
            angle=alt.Angle("angle:Q", scale=None),
            opacity=alt.Opacity("opacity:Q", scale=None),
            size=alt.Size("head:Q", scale=None),
        )
    )
    return [
        rules.mark_rule(stroke=CASING).encode(strokeWidth=alt.StrokeWidth("casing:Q", scale=None)),
        rules.mark_rule(stroke=LINE).encode(strokeWidth=alt.StrokeWidth("width:Q", scale=None)),
        arrows,
    ]


def _numbers(groups: TaskGroups, regions: pd.DataFrame, lines: list[PartnerLine]) -> list[alt.Chart]:
    labels = [
        {"label": item["label"], "lon": item["point"][0], "lat": item["point"][1]}
        for item in group_labels(groups, regions, lines)
    ]
    at = alt.Chart(pd.DataFrame(labels, columns=["label", "lon", "lat"])).encode(longitude="lon:Q", latitude="lat:Q")
    return [
        at.mark_circle(size=math.pi * NUMBER_PX**2, color=CASING, stroke=CHOSEN, strokeWidth=1, opacity=1),
        at.mark_text(fontWeight="bold", fontSize=12, color=CHOSEN, dy=0.5).encode(text="label:N"),
    ]


def _bearing(lon: float, lat: float, lon2: float, lat2: float) -> float:
    """Direction on the map in degrees clockwise from north, by the same projection as the map."""
    return math.degrees(math.atan2(lon2 - lon, northing(lat2) - northing(lat)))
