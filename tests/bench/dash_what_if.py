"""The what-if page as a Dash app: fifteen sliders that send while they move, one line chart, one figure.

The formulas of the what-if model (source effects, later start, overlap, growth) written out in numpy, on their own, so
that the comparison does not lean on the app's model. One callback; it sends only the new line (Patch) and the figure.

Run as `python -m tests.bench.dash_what_if PORT`.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import plotly.graph_objects as go
from dash import Dash, Input, Output, Patch, callback, dcc, html
from numpy.typing import NDArray

from model.dataset.reading import read_table

Numbers = NDArray[np.float64]

YEARS = (2019, 2020, 2021, 2022)
COLUMN_YEARS = (2019, 2020, 2021, 2021)
"""The last column of the source holds for 2021 and later."""

OVERLAP = 0.70
TARGET_2022 = 100.0

MEASURES = read_table("measures")
TARGET_PATH = list(read_table("trajectory")["yearly_cost_mln_eur"])
LOWS = np.array([MEASURES[f"effect_{year}_low_mln_eur"] for year in COLUMN_YEARS], dtype=float).T
HIGHS = np.array([MEASURES[f"effect_{year}_high_mln_eur"] for year in COLUMN_YEARS], dtype=float).T


def yearly_costs(savings: Numbers, delay_months: int = 0, overlap: float = OVERLAP, growth_pct: float = 0.0) -> Numbers:
    """Yearly costs 2019-2022 (mln €) at these structural savings, one per measure.

    >>> yearly_costs(LOWS[:, -1], overlap=1.0).round(1).tolist()
    [114.7, 113.7, 113.7, 113.7]
    """
    low, high = LOWS[:, -1], HIGHS[:, -1]
    width = high - low
    position = np.where(width > 0, (savings - low) / np.where(width > 0, width, 1.0), 1.0)
    effects = LOWS + position[:, None] * (HIGHS - LOWS)
    whole, part = divmod(delay_months, 12)
    share = part / 12
    padded = np.pad(effects, ((0, 0), (whole + 1, 0)))
    years = len(YEARS)
    delayed = (1 - share) * padded[:, 1 : 1 + years] + share * padded[:, :years]
    largest = delayed.max(axis=0)
    net = largest + (1 - overlap) * (delayed.sum(axis=0) - largest)
    growth = (1 + growth_pct / 100) ** np.arange(years)
    return np.asarray(TARGET_PATH[0] * growth - net)


def cost_words(costs: Numbers) -> str:
    """The figure above the chart."""
    gap = costs[-1] - TARGET_2022
    return f"Jaarkosten 2022: € {costs[-1]:.1f} mln ({gap:+.1f} ten opzichte van 100,0)".replace(".", ",")


def cost_figure(costs: Numbers) -> go.Figure:
    """Computed costs beside the target path."""
    figure = go.Figure(
        [
            go.Scatter(x=YEARS, y=costs, mode="lines+markers", name="berekend"),
            go.Scatter(x=YEARS, y=TARGET_PATH, mode="lines", name="taakstelling", line={"dash": "dot"}),
        ]
    )
    figure.update_layout(height=420, margin={"l": 40, "r": 10, "t": 10, "b": 30}, xaxis={"dtick": 1})
    figure.update_yaxes(range=[60, 120], title="mln €")
    return figure


@callback(
    Output("chart", "figure"),
    Output("metric", "children"),
    [Input(f"saving-{code}", "value") for code in MEASURES["measure_code"]],
    prevent_initial_call=True,
)
def recompute(*savings: float) -> tuple[Patch, str]:
    """New line and figure for the positions of all sliders."""
    costs = yearly_costs(np.array(savings))
    change = Patch()
    change["data"][0]["y"] = costs
    return change, cost_words(costs)


def saving_slider(row: Any) -> html.Div:
    """Name and slider of one measure, over its band, in the middle."""
    low, high = row.effect_2021_low_mln_eur, row.effect_2021_high_mln_eur
    return html.Div(
        [
            html.Label(f"{row.measure_code}. {row.name}"),
            dcc.Slider(
                id=f"saving-{row.measure_code}",
                min=low,
                max=high,
                step=0.1,
                value=(low + high) / 2,
                marks=None,
                updatemode="drag",
                tooltip={"always_visible": False},
            ),
        ]
    )


def what_if_app() -> Dash:
    """The page: figure and chart beside the sliders."""
    start = yearly_costs((LOWS[:, -1] + HIGHS[:, -1]) / 2)
    app = Dash(__name__, title="Doorrekening", update_title="")
    sliders = [saving_slider(row) for row in MEASURES.itertuples(index=False)]
    chart = dcc.Graph(id="chart", figure=cost_figure(start), config={"displayModeBar": False})
    app.layout = html.Div(
        [
            html.H1("Wat doen de maatregelen met de kosten?"),
            html.Div(
                [
                    html.Div(sliders, style={"flex": "1"}),
                    html.Div([html.H2(cost_words(start), id="metric"), chart], style={"flex": "2"}),
                ],
                style={"display": "flex", "gap": "2rem"},
            ),
        ]
    )
    return app


if __name__ == "__main__":
    what_if_app().run(port=sys.argv[1], debug=False, threaded=True)
