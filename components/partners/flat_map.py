"""The same map drawn flat by Vega, for browsers without WebGL and for whoever prefers it."""

from __future__ import annotations

import math

import altair as alt
import pandas as pd

from components.partners.drawing import (
    BORDERS_URL,
    CASING,
    FILLS,
    LINE,
    PartnerLine,
    edges,
    fill_of,
    group_labels,
    outlines,
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

_ARROW_AT = 0.8
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
        _fills(shapes, groups),
        *(_outline(shapes, code, colour, 1) for code, colour in edges(groups).items()),
        *(
            _outline(shapes, code, stroke, width_px)
            for code, colour in outlines(mine, chosen).items()
            for stroke, width_px in ((CASING, 6), (colour, 3))
        ),
        *_lines(pd.DataFrame(lines)),
        _numbers(groups, regions),
    ]
    # By its type alt.layer may also give a chart in facets, which this one never is.
    chart: alt.LayerChart = alt.LayerChart(layer=layers).project("mercator").properties(height=height_px)
    return chart


def _fills(shapes: alt.Chart, groups: TaskGroups) -> alt.Chart:
    colours = pd.DataFrame({"code": list(groups.classes), "fill": [fill_of(groups, c).colour for c in groups.classes]})
    fills: alt.Chart = (
        shapes.transform_calculate(choice=f"datum.properties.{groups.task_code}")
        .transform_calculate(words="datum.name + ': ' + datum.choice")
        .transform_lookup("code", alt.LookupData(colours, "code", ["fill"]))
        .mark_geoshape(stroke=CASING, strokeWidth=1, cursor="pointer")
        .encode(
            fill=alt.Fill("fill:N", scale=None),
            description="words:N",
            tooltip=[alt.Tooltip("name:N", title="Regio"), alt.Tooltip("choice:N", title="Keuze")],
        )
        .add_params(alt.selection_point(CLICK, fields=["code"], on="click", clear=False, toggle="false"))
    )
    return fills


def _outline(shapes: alt.Chart, region_code: str, colour: str, width_px: int) -> alt.Chart:
    # A fill of None takes no clicks; that of filled=False is transparent and does.
    outline: alt.Chart = shapes.transform_filter(f"datum.properties.code == '{region_code}'").mark_geoshape(
        fill=None, stroke=colour, strokeWidth=width_px, strokeOpacity=1, aria=False
    )
    return outline


def _lines(lines: pd.DataFrame) -> list[alt.Chart]:
    """Mutual lines solid and wide; one-sided ones dashed, with an arrowhead towards the region that is named."""
    if lines.empty:
        return []
    flat = lines.assign(
        lon=lines["source"].str[0], lat=lines["source"].str[1], lon2=lines["target"].str[0], lat2=lines["target"].str[1]
    ).drop(columns=["source", "target"])
    heads = flat[~flat["mutual"]]
    heads = heads.assign(
        head_lon=heads["lon"] + _ARROW_AT * (heads["lon2"] - heads["lon"]),
        head_lat=heads["lat"] + _ARROW_AT * (heads["lat2"] - heads["lat"]),
        angle=[_bearing(row.lon, row.lat, row.lon2, row.lat2) for row in heads.itertuples()],
    )
    rules = alt.Chart(flat).encode(
        description="words:N",
        longitude="lon:Q",
        latitude="lat:Q",
        longitude2="lon2:Q",
        latitude2="lat2:Q",
        opacity=alt.condition("datum.near", alt.value(1), alt.value(0.2)),
        strokeDash=alt.condition("datum.mutual", alt.value([1, 0]), alt.value([5, 3])),
        tooltip=[alt.Tooltip("words:N", title="Partners"), alt.Tooltip("mentions:N", title="Hoe vaak")],
    )
    arrows = (
        alt.Chart(heads)
        .mark_point(shape="triangle", filled=True, size=90, color=LINE, stroke=CASING, strokeWidth=0.8, aria=False)
        .encode(
            longitude="head_lon:Q",
            latitude="head_lat:Q",
            angle=alt.Angle("angle:Q", scale=None),
            opacity=alt.condition("datum.near", alt.value(1), alt.value(0.2)),
        )
    )
    wide = alt.condition("datum.mutual", alt.value(7), alt.value(4))
    narrow = alt.condition("datum.mutual", alt.value(4), alt.value(2))
    return [
        rules.mark_rule(stroke=CASING, aria=False).encode(strokeWidth=wide),
        rules.mark_rule(stroke=LINE).encode(strokeWidth=narrow),
        arrows,
    ]


def _numbers(groups: TaskGroups, regions: pd.DataFrame) -> alt.Chart:
    labels = [
        {"label": item["label"], "lon": item["point"][0], "lat": item["point"][1]}
        for item in group_labels(groups, regions)
    ]
    numbers: alt.Chart = (
        alt.Chart(pd.DataFrame(labels, columns=["label", "lon", "lat"]))
        .mark_text(color=FILLS["none"].colour, fontWeight="bold", fontSize=12)
        .encode(longitude="lon:Q", latitude="lat:Q", text="label:N")
    )
    return numbers


def _bearing(lon: float, lat: float, lon2: float, lat2: float) -> float:
    """Direction on the map in degrees clockwise from north, by the same projection as the map."""

    def northing(degrees: float) -> float:
        return math.degrees(math.asinh(math.tan(math.radians(degrees))))

    return math.degrees(math.atan2(lon2 - lon, northing(lat2) - northing(lat)))
