"""Tilting map of regions and who names whom, drawn by deck.gl in the browser: no base map, no other server."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pydeck as pdk

from components.partners.drawing import (
    BORDERS_URL,
    CASING,
    CHOSEN,
    LINE,
    PartnerLine,
    edges,
    fills,
    group_labels,
    outlines,
    stroke_of,
)
from model.choices.neighbour_groups import TaskGroups

_FADED = 0.45
"""What is left of a one-sided arc at the region that is named; its casing stays."""


def build_partner_map(
    groups: TaskGroups,
    lines: list[PartnerLine],
    regions: pd.DataFrame,
    *,
    mine: str | None,
    chosen: str | None,
    clicks: int,
    camera: Mapping[str, float],
) -> pdk.Deck:
    """Deck with the regions coloured for the task of `groups`, and an arc for each of `lines` (`partner_lines`).

    `camera` is where it is looked at from at first (`view_state`); unchanged, it leaves a map that was moved alone.
    `clicks` is a number that differs after each click. It is part of the layers that can be clicked: Streamlit lets go
    of a selection in a layer that no longer exists, and Python cannot otherwise take a selection back.
    """
    marked = outlines(mine, chosen)
    in_file = [str(code) for code in regions["region_code"]]
    # No map_style: Streamlit takes None for "the base map of the theme", which comes from another server.
    return pdk.Deck(
        layers=[
            _fills(groups, chosen),
            *(
                layer
                for edge in edges(groups, chosen)
                for layer in _outlines("edges", dict.fromkeys(edge.region_codes, edge.colour), edge.width_px, in_file)
            ),
            *_outlines("casing", dict.fromkeys(marked, CASING), 7, in_file),
            *_outlines("outlines", marked, 3, in_file),
            _clickable(clicks),
            *_arcs(lines, groups.task_code, clicks),
            _numbers(groups, regions, lines),
        ],
        views=[pdk.View(type="MapView", controller=True)],
        initial_view_state=pdk.ViewState(**camera),
        map_provider=None,
        tooltip={
            "html": f"<b>{{name}}</b><br>{{{groups.task_code}}}",
            "style": {"maxWidth": "18rem", "color": "#ffffff", "backgroundColor": "#14171c"},
        },
    )


def _fills(groups: TaskGroups, chosen: str | None) -> pdk.Layer:
    colours = _by_region(fills(groups, chosen))
    return pdk.Layer(
        "GeoJsonLayer",
        BORDERS_URL,
        id="fills",
        pickable=False,
        get_line_color=_rgb(CASING),
        line_width_units="'pixels'",
        get_line_width=1,
        # At the layer itself Streamlit fades every colour while something is selected; its parts it leaves alone.
        _subLayerProps={
            "polygons-fill": {
                "getFillColor": f"@@={colours}",
                "updateTriggers": {"getFillColor": [colours]},
            }
        },
    )


def _outlines(layer_id: str, colours: Mapping[str, str], width_px: float, in_file: list[str]) -> list[pdk.Layer]:
    """Outlines of some regions, if any; `in_file` are the codes of all regions in the order of the borders file.

    Only these go to deck.gl: an outline of no width costs as much as any where a map is drawn without a graphics card.
    """
    if not colours:
        return []
    marked = ", ".join(f"features[{in_file.index(code)}]" for code in colours)
    return [
        pdk.Layer(
            "GeoJsonLayer",
            BORDERS_URL,
            id=f"{layer_id}:{','.join(f'{code}{colour}' for code, colour in colours.items())}",
            pickable=False,
            filled=False,
            data_transform=f"[{marked}]",
            line_width_units="'pixels'",
            get_line_width=width_px,
            get_line_color=_by_region(colours),
        )
    ]


def _clickable(clicks: int) -> pdk.Layer:
    """Invisible area of all regions that takes the clicks, and lights up under the mouse."""
    return pdk.Layer(
        "GeoJsonLayer",
        BORDERS_URL,
        id=f"regions-{clicks}",
        stroked=False,
        pickable=True,
        auto_highlight=True,
        highlight_color=[255, 255, 255, 70],
        _subLayerProps={"polygons-fill": {"getFillColor": [0, 0, 0, 0]}},
    )


def _arcs(lines: list[PartnerLine], task_code: str, clicks: int) -> list[pdk.Layer]:
    """Casing and arc: mutual ones wide and even, one-sided ones narrow and paler towards the region that is named."""
    rows = []
    for line in lines:
        stroke = stroke_of(line)
        opacity = round(255 * stroke.opacity)
        rows.append(
            {
                **{key: line[key] for key in ("region_code", "partner_region_code", "source", "target")},
                "name": line["words"],
                task_code: f"{line['choices']}, {line['mentions']}",
                "width": stroke.width_px,
                "cased_width": stroke.casing_px,
                "casing": [*_rgb(CASING), opacity],
                "start": [*_rgb(LINE), opacity],
                "end": [*_rgb(LINE), opacity if line["mutual"] else round(_FADED * opacity)],
            }
        )
    shared = {"get_source_position": "source", "get_target_position": "target", "get_height": 0.6}
    return [
        pdk.Layer(
            "ArcLayer",
            rows,
            id="arc-casing",
            pickable=False,
            get_width="cased_width",
            get_source_color="casing",
            get_target_color="casing",
            **shared,
        ),
        pdk.Layer(
            "ArcLayer",
            rows,
            id=f"arcs-{clicks}",
            pickable=True,
            auto_highlight=True,
            get_width="width",
            get_source_color="start",
            get_target_color="end",
            **shared,
        ),
    ]


def _numbers(groups: TaskGroups, regions: pd.DataFrame, lines: list[PartnerLine]) -> pdk.Layer:
    """Number of each group of neighbours, on a light ground of its own."""
    return pdk.Layer(
        "TextLayer",
        group_labels(groups, regions, lines),
        id="numbers",
        pickable=False,
        get_position="point",
        get_text="label",
        get_size=13,
        get_color=_rgb(CHOSEN),
        background=True,
        get_background_color=_rgb(CASING),
        get_border_color=_rgb(CHOSEN),
        get_border_width=1,
        background_padding=[5, 2],
        font_family="'sans-serif'",
        font_weight=700,
        parameters={"depthCompare": "always"},
    )


def _by_region(colours: Mapping[str, str]) -> str:
    """Expression of deck.gl that gives each region its colour; regions that share a colour share a branch."""
    branches: dict[str, list[str]] = {}
    for code, colour in colours.items():
        branches.setdefault(colour, []).append(f"properties.code == '{code}'")
    *others, last = branches
    chain = "".join(f"({' || '.join(branches[colour])}) ? {_rgb(colour)} : " for colour in others)
    return f"{chain}{_rgb(last)}"


def _rgb(colour: str) -> list[int]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
