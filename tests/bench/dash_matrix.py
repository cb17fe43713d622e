"""The matrix of regions and tasks as a Dash app: a heatmap that a dropdown puts in another order.

Less than our matrix shows (no letters, status marks, figures or headings of bands), which spares Plotly work. A change
sends only values, names and hover texts (Patch). The dropdown `rows-in-browser` is the fastest way there is in Dash:
all orders are in the page and a function in the browser makes the new figure, without a message to the server.

Run as `python -m tests.bench.dash_matrix PORT`.
"""

from __future__ import annotations

import sys

import plotly.graph_objects as go
from dash import ClientsideFunction, Dash, Input, Output, Patch, State, callback, clientside_callback, dcc, html

from model.choices.classes import STATUS_WORDS, class_order, class_words, with_classes
from model.choices.orders import region_bands, task_orders
from model.dataset.reading import read_table
from tests.bench.dash_colours import stepped_scale

EVERY_TASK = "alle"
COMPARED_ROW_ORDERS = ("noord-zuid", "provincie", "alfabet", "afspraken")
"""The first orders of our list, which need no "uw regio"."""

REGIONS = read_table("regions").set_index("region_code")
TASKS = read_table("tasks").set_index("task_code")
_CHOICES = with_classes(read_table("scale_choices"))
CLASSES = sorted(set(_CHOICES["leading_class"]), key=class_order)
CELLS = _CHOICES.set_index(["region_code", "task_code"]).sort_index()
VALUES = {place: CLASSES.index(code) for place, code in CELLS["leading_class"].items()}
WORDS = {
    (region, task): f"{REGIONS['name'][region]}, {TASKS['name'][task]}<br>{class_words(code)}<br>{STATUS_WORDS[status]}"
    for (region, task), code, status in zip(CELLS.index, CELLS["leading_class"], CELLS["status"], strict=True)
}
_BANDS = region_bands(REGIONS.reset_index(), _CHOICES, ())
ROW_ORDERS = {order: [code for band in _BANDS[order] for code in band.region_codes] for order in COMPARED_ROW_ORDERS}
COLUMN_ORDERS = task_orders(TASKS.reset_index(), _CHOICES)

REORDER = """
window.dash_clientside = Object.assign({}, window.dash_clientside, {matrix: {reorder: (order, figure, orders) => {
  const rows = orders[order];
  const trace = {...figure.data[0], z: rows.map((row) => row.values), text: rows.map((row) => row.words)};
  const yaxis = {...figure.layout.yaxis, ticktext: rows.map((row) => row.name)};
  return {...figure, data: [trace], layout: {...figure.layout, yaxis}};
}}});
"""


def shown_tasks(columns: str, task: str) -> list[str]:
    """Tasks of the heatmap: all in an order, or the one that was chosen."""
    return list(COLUMN_ORDERS[columns]) if task == EVERY_TASK else [task]


def values(rows: str, tasks: list[str]) -> list[list[int]]:
    """Position of each class in CLASSES, row by row."""
    return [[VALUES[region, task] for task in tasks] for region in ROW_ORDERS[rows]]


def words(rows: str, tasks: list[str]) -> list[list[str]]:
    """Hover texts, row by row."""
    return [[WORDS[region, task] for task in tasks] for region in ROW_ORDERS[rows]]


def row_names(rows: str) -> list[str]:
    """Names of the regions from top to bottom."""
    return [REGIONS["name"][region] for region in ROW_ORDERS[rows]]


def matrix_figure(rows: str, tasks: list[str]) -> go.Figure:
    """Heatmap with a name for each row and column and a stepped colour bar."""
    count = len(CLASSES)
    trace = go.Heatmap(
        z=values(rows, tasks),
        zmin=-0.5,
        zmax=count - 0.5,
        xgap=1,
        ygap=1,
        colorscale=stepped_scale(CLASSES),
        colorbar={"tickvals": list(range(count)), "ticktext": [class_words(code) for code in CLASSES]},
        text=words(rows, tasks),
        hoverinfo="text",
    )
    figure = go.Figure(trace)
    short_names = [TASKS["short_name"][task] for task in tasks]
    figure.update_xaxes(tickvals=list(range(len(tasks))), ticktext=short_names, side="top", showgrid=False)
    figure.update_yaxes(tickvals=list(range(len(REGIONS))), ticktext=row_names(rows), autorange="reversed")
    figure.update_yaxes(showgrid=False)
    figure.update_layout(height=1150, margin={"l": 10, "r": 10, "t": 10, "b": 10}, dragmode=False)
    return figure


@callback(
    Output("matrix", "figure"),
    Input("rows", "value"),
    Input("columns", "value"),
    Input("task", "value"),
    prevent_initial_call=True,
)
def reorder(rows: str, columns: str, task: str) -> Patch:
    """New values, hover texts and names; colours and the rest of the layout stay."""
    tasks = shown_tasks(columns, task)
    change = Patch()
    change["data"][0]["z"] = values(rows, tasks)
    change["data"][0]["text"] = words(rows, tasks)
    change["layout"]["xaxis"]["tickvals"] = list(range(len(tasks)))
    change["layout"]["xaxis"]["ticktext"] = [TASKS["short_name"][code] for code in tasks]
    change["layout"]["yaxis"]["ticktext"] = row_names(rows)
    return change


clientside_callback(
    ClientsideFunction("matrix", "reorder"),
    Output("matrix", "figure", allow_duplicate=True),
    Input("rows-in-browser", "value"),
    State("matrix", "figure"),
    State("orders", "data"),
    prevent_initial_call=True,
)


def orders_for_browser() -> dict[str, list[dict[str, object]]]:
    """Every order of the rows, with tasks as in the source."""
    tasks = shown_tasks("bron", EVERY_TASK)
    return {
        order: [
            {"name": name, "values": row, "words": texts}
            for name, row, texts in zip(row_names(order), values(order, tasks), words(order, tasks), strict=True)
        ]
        for order in ROW_ORDERS
    }


def dropdown(name: str, options: list[str]) -> dcc.Dropdown:
    """List of options, the first one chosen."""
    return dcc.Dropdown(id=name, options=options, value=options[0], clearable=False, searchable=False)


def matrix_app() -> Dash:
    """The page: choices, matrix."""
    app = Dash(__name__, title="Vergelijking", update_title="")
    app.index_string = app.index_string.replace("{%app_entry%}", f"<script>{REORDER}</script>{{%app_entry%}}")
    figure = matrix_figure("noord-zuid", shown_tasks("bron", EVERY_TASK))
    app.layout = html.Div(
        [
            html.H1("Hoe verschillen de regio's?"),
            dcc.Store(id="orders", data=orders_for_browser()),
            dropdown("rows", list(ROW_ORDERS)),
            dropdown("columns", list(COLUMN_ORDERS)),
            dropdown("task", [EVERY_TASK, *TASKS.index]),
            dropdown("rows-in-browser", list(ROW_ORDERS)),
            dcc.Graph(id="matrix", figure=figure, config={"displayModeBar": False}),
        ]
    )
    return app


if __name__ == "__main__":
    matrix_app().run(port=sys.argv[1], debug=False, threaded=True)
