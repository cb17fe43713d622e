"""One thing to show to a hall, on a slide or in a note: what it says, its key figures, and what to draw.

Each page makes its exhibit from its address alone (`exhibit.py` of its room), so that the screen of a hall, a slide and
a note say the same, and a step of a storyline is no more than an address. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from components.look.axis import Axis


@dataclass(frozen=True)
class KeyFigure:
    """A figure as it is read, with its unit, and what it is."""

    value: str
    label: str


@dataclass(frozen=True)
class ClassFace:
    """A class in words, with its colours: one fills it, more are its stripes, none means dots (look/palette.py)."""

    words: str
    colours: tuple[str, ...]


@dataclass(frozen=True)
class MapDrawing:
    """The 42 regions by class: per region code the position of its class in `classes`.

    `mine` is outlined; the regions `named` have their names on the map. `status_of_region` holds how firm each choice
    was (`STATUSES`), which the map shows as a sign; empty where what it shows has no status.
    """

    classes: tuple[ClassFace, ...]
    class_of_region: Mapping[str, int]
    mine: str | None = None
    named: tuple[str, ...] = ()
    status_of_region: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Bar:
    """One bar: NaN is a value that is unknown. `words` is the value as it is read, `marked` sets it apart."""

    label: str
    value: float
    words: str
    marked: bool = False


@dataclass(frozen=True)
class BarsDrawing:
    """Bars below each other, from nought; `unit` is what their values are in."""

    unit: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class GridDrawing:
    """Cells by class: `cells[row][column]` is a position in `classes`. `marked` is the column that is set apart.

    `bands` names columns that stand together, each with their number, from left to right; empty where none do.
    `status[row][column]` is how firm a choice was (`STATUSES`), empty where the classes say it or there is none.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]
    classes: tuple[ClassFace, ...]
    marked: int | None = None
    bands: tuple[tuple[str, int], ...] = ()
    status: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class PathDrawing:
    """Costs per year in millions of euros; None where a line, band or target is not known or not asked for.

    `target_name` is what the page calls the target, `ceilings` are names and yearly costs of those that are not it.
    """

    years: tuple[int, ...]
    cost_mln_eur: tuple[float, ...]
    without_measures_mln_eur: tuple[float, ...]
    target_mln_eur: tuple[float | None, ...]
    p10_mln_eur: tuple[float, ...] = ()
    p90_mln_eur: tuple[float, ...] = ()
    decimals: int = 1
    target_name: str = "doel"
    ceilings: tuple[tuple[str, float], ...] = ()

    @property
    def axis(self) -> Axis:
        """Where slide and paper draw it."""
        lines = (
            self.cost_mln_eur,
            self.without_measures_mln_eur,
            self.target_mln_eur,
            self.p10_mln_eur,
            self.p90_mln_eur,
        )
        amounts = [amount for line in lines for amount in line if amount is not None]
        amounts += [cost for _, cost in self.ceilings]
        return Axis.around(amounts, self.decimals, with_room=True)


@dataclass(frozen=True)
class Fall:
    """One step of a waterfall, from `start_mln_eur` to `end_mln_eur`; of a total only `end_mln_eur` is drawn."""

    label: str
    start_mln_eur: float
    end_mln_eur: float
    is_total: bool = False


@dataclass(frozen=True)
class WaterfallDrawing:
    """How one amount becomes another, step by step; a total stands on the ground of the axis."""

    steps: tuple[Fall, ...]
    axis: Axis
    decimals: int = 1

    def ends(self, step: Fall) -> tuple[float, float]:
        """Lowest and highest amount of the bar of a step."""
        start = self.axis.ground if step.is_total else step.start_mln_eur
        return min(start, step.end_mln_eur), max(start, step.end_mln_eur)


@dataclass(frozen=True)
class TableDrawing:
    """A small table, each cell as it is read; the first column heads the rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Drawing: TypeAlias = MapDrawing | BarsDrawing | GridDrawing | PathDrawing | WaterfallDrawing | TableDrawing


@dataclass(frozen=True)
class Exhibit:
    """What one view says. `title` is the finding in a line, `sentence` what is behind it, `alt` the drawing in words.

    `words` are the figures in it by name, for the sentences of a storyline; `source` is the line below it, `no_link` a
    sentence on why no link leads to it, empty where one does.
    """

    title: str
    sentence: str
    source: str
    alt: str
    figures: tuple[KeyFigure, ...] = ()
    drawing: Drawing | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    no_link: str = ""
