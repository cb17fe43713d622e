"""Charts on top of each other, on the ground of the page."""

from __future__ import annotations

import altair as alt


def layered(*layers: alt.Chart, height: float) -> alt.LayerChart:
    """One chart of several that share a frame, the first at the bottom; `height` in pixels.

    `alt.layer` does the same, but by its type it may also give a chart in facets, which these never are.
    """
    chart: alt.LayerChart = alt.LayerChart(layer=list(layers), height=height, background="transparent")
    return chart
