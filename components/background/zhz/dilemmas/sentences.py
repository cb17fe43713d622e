"""Dilemmas in words: sides, departures from the choice, and the table of all eight."""

from __future__ import annotations

import pandas as pd

from components.frame import loading
from components.look.citation import place_columns
from model.background.zhz.positions import (
    ASIDE,
    BETWEEN,
    LEFT,
    OPEN,
    OPPOSITE,
    RIGHT,
    SAME,
    Positions,
    departure,
    zone_of,
)

ZONE_WORDS = {LEFT: "links", BETWEEN: "in het midden", RIGHT: "rechts"}
DEPARTURE_WORDS = {
    SAME: "gelijk aan de keuze",
    ASIDE: "een stap naast de keuze",
    OPPOSITE: "tegenover de keuze",
    OPEN: "nog geen standpunt",
}
DEPARTURE_SIGNS = {SAME: "=", ASIDE: "±", OPPOSITE: "≠", OPEN: "○"}
SIDE_WORDS = {
    "left": "Voor links",
    "right": "Voor rechts",
    "condition": "Voorwaarden bij de keuze",
    "remark": "Verder gezegd",
}


def positions_table(dilemmas: pd.DataFrame, positions: Positions) -> pd.DataFrame:
    """One row per dilemma: the poles, own position, the choice, and how far they are apart."""
    pairs = list(zip(dilemmas.itertuples(index=False), positions.values, strict=True))
    departures = [departure(value, row.chosen_pole) for row, value in pairs]
    return pd.DataFrame(
        {
            "Dilemma": [f"{row.dilemma_code}. {row.name}" for row, _ in pairs],
            "Uw standpunt (0-100)": ["geen standpunt" if value is None else str(value) for _, value in pairs],
            "Uw kant": ["geen standpunt" if value is None else ZONE_WORDS[zone_of(value)] for _, value in pairs],
            "Gekozen kant": [ZONE_WORDS[row.chosen_pole] for row, _ in pairs],
            "Verschil": [f"{DEPARTURE_SIGNS[code]} {DEPARTURE_WORDS[code]}" for code in departures],
            "Links (0)": dilemmas["pole_left"],
            "Rechts (100)": dilemmas["pole_right"],
            "Gekozen richting": dilemmas["chosen_direction"],
            **place_columns(loading.citations().of_rows("dilemmas", dilemmas)),
        }
    )


def arguments_table(dilemmas: pd.DataFrame, arguments: pd.DataFrame) -> pd.DataFrame:
    """Every argument, condition and remark with Dutch headings, for download."""
    names = dict(zip(dilemmas["dilemma_code"], dilemmas["name"], strict=True))
    return pd.DataFrame(
        {
            "Dilemma": [f"{code}. {names[code]}" for code in arguments["dilemma_code"]],
            "Soort": arguments["side"].map(SIDE_WORDS),
            "In eigen woorden": arguments["argument"],
            **place_columns(loading.citations().of_rows("dilemma_arguments", arguments)),
        }
    )
