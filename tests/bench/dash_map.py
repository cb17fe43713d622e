"""The map page as a Dash app: same regions, tasks and classes, built the way a Dash developer would for speed.

One choropleth trace without basemap, its geometry fetched by URL and cached; a change of task sends only the new values
(Patch), never the geometry. The other ways tried (geometry inside the figure, eager loading) were not faster.

Run as `python -m tests.bench.dash_map PORT`.
"""

from __future__ import annotations

import sys
from typing import Any

import geopandas as gpd
import pandas as pd
import plotly.graph_objects as go
import shapely
from dash import Dash, Input, Output, Patch, callback, dcc, html
from flask import Response

from model.choices.classes import STATUS_WORDS, class_order, class_words, with_classes
from model.dataset.reading import PARQUET_DIR, read_table
from tests.bench.dash_colours import stepped_scale

GEOMETRY_URL = "/regions.geojson"

NO_WORLD_MAP = 'window.PlotlyGeoAssets = {topojson: {world_110m: {type: "Topology", arcs: [], objects: {}}}};'
"""Plotly fetches a world map from its CDN before it draws any region, even when no base layer is shown; this spares
it.
"""

REGIONS = read_table("regions").set_index("region_code")
TASKS = read_table("tasks")
CHOICES = with_classes(read_table("scale_choices")).set_index(["task_code", "region_code"])
CLASSES = sorted(set(CHOICES["leading_class"]), key=class_order)


def region_features() -> str:
    """GeoJSON of the regions: coordinates rounded to some ten metres, rings in the direction that Plotly expects."""
    regions = gpd.read_parquet(PARQUET_DIR / "regions.parquet", columns=["region_code", "geometry"])
    shapes = shapely.orient_polygons(shapely.set_precision(regions.geometry.to_numpy(), 0.0001), exterior_cw=True)
    features = gpd.GeoDataFrame(regions[["region_code"]], geometry=shapes, crs=4326).set_index("region_code")
    return str(features.to_json(separators=(",", ":")))


def cells_of(task_code: str) -> pd.DataFrame:
    """Choices of all regions for one task, in the order of the regions."""
    return CHOICES.loc[task_code].loc[REGIONS.index]


def values_of(task_code: str) -> list[int]:
    """Position of each region's class in CLASSES."""
    return [CLASSES.index(code) for code in cells_of(task_code)["leading_class"]]


def hover_texts(task_code: str) -> list[str]:
    """Name, choice and status of each region."""
    cells = cells_of(task_code)
    return [
        f"{REGIONS['name'][code]}<br>{class_words(cell)}<br>{STATUS_WORDS[status]}"
        for code, cell, status in zip(cells.index, cells["leading_class"], cells["status"], strict=True)
    ]


def map_figure(task_code: str) -> go.Figure:
    """Choropleth of one task with the classes as a stepped colour bar."""
    count = len(CLASSES)
    trace = go.Choropleth(
        geojson=GEOMETRY_URL,
        locations=list(REGIONS.index),
        z=values_of(task_code),
        zmin=-0.5,
        zmax=count - 0.5,
        colorscale=stepped_scale(CLASSES),
        colorbar={"tickvals": list(range(count)), "ticktext": [class_words(code) for code in CLASSES]},
        text=hover_texts(task_code),
        hoverinfo="text",
        marker={"line": {"color": "white", "width": 1}},
    )
    figure = go.Figure(trace)
    figure.update_geos(visible=False, fitbounds="locations", projection_type="mercator")
    figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, height=700, dragmode=False)
    return figure


@callback(Output("map", "figure"), Input("task", "value"), prevent_initial_call=True)
def recolour(task_code: str) -> Patch:
    """New values and hover texts of the regions; geometry and layout stay."""
    change = Patch()
    change["data"][0]["z"] = values_of(task_code)
    change["data"][0]["text"] = hover_texts(task_code)
    return change


@callback(Output("detail", "children"), Input("map", "clickData"), Input("task", "value"), prevent_initial_call=True)
def describe(click: dict[str, Any] | None, task_code: str) -> list[Any]:
    """Detail of the clicked region for the shown task."""
    if not click:
        return [html.P("Klik op een regio voor de keuze, de status en de plaats in de bron.")]
    region_code = click["points"][0]["location"]
    cell = cells_of(task_code).loc[region_code]
    return [
        html.H3(REGIONS["name"][region_code]),
        html.P(f"{cell['level_text'] or class_words(cell['leading_class'])} · status: {STATUS_WORDS[cell['status']]}"),
        html.P(cell["remark"] or ""),
        html.P(f"Bron: {cell['source_file']}, regels {cell['line_from']}-{cell['line_to']}"),
    ]


def map_app() -> Dash:
    """The page: choice of task, map, detail."""
    first = TASKS["task_code"].iloc[0]
    app = Dash(__name__, title="Kaart", update_title="")
    app.index_string = app.index_string.replace("{%app_entry%}", f"<script>{NO_WORLD_MAP}</script>{{%app_entry%}}")
    geometry = Response(region_features(), mimetype="application/json", headers={"Cache-Control": "max-age=3600"})
    app.server.add_url_rule(GEOMETRY_URL, view_func=lambda: geometry)
    app.layout = html.Div(
        [
            html.H1("Op welke schaal organiseert elke regio haar jeugdhulp?"),
            dcc.Dropdown(
                id="task",
                options=[{"value": row.task_code, "label": row.name} for row in TASKS.itertuples(index=False)],
                value=first,
                clearable=False,
                searchable=False,
            ),
            html.Div(
                [
                    dcc.Graph(
                        id="map", figure=map_figure(first), config={"displayModeBar": False}, style={"flex": "5"}
                    ),
                    html.Div(id="detail", style={"flex": "3"}),
                ],
                style={"display": "flex"},
            ),
        ]
    )
    return app


if __name__ == "__main__":
    map_app().run(port=sys.argv[1], debug=False, threaded=True)
