"""Outcome of a bench: samples of both apps, gates, a table to read and a file to keep."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from components.look.words import number
from tests.serving import ROOT

RESULTS = ROOT / "test-results"
COMPARED = ("streamlit", "dash", "plotly")


@dataclass(frozen=True)
class Measure:
    """One quantity, sampled for our app and, where it has a counterpart, for the Dash app in the same run.

    `ratio_limit` is the most that our median may be of Dash's; `limit` the most that our median may be on its own.
    A measure without either is information.
    """

    name: str
    unit: str
    ours: Sequence[float]
    dash: Sequence[float] = ()
    ratio_limit: float | None = None
    limit: float | None = None

    @property
    def ratio(self) -> float | None:
        """Our median as a share of Dash's."""
        return median(self.ours) / median(self.dash) if self.dash else None

    @property
    def passed(self) -> bool:
        """Whether every gate holds."""
        ratio_holds = self.ratio_limit is None or (self.ratio is not None and self.ratio <= self.ratio_limit)
        return ratio_holds and (self.limit is None or median(self.ours) <= self.limit)

    @property
    def gate(self) -> str:
        """The gate in words, empty where there is none."""
        ratio = [] if self.ratio_limit is None else [f"verhouding ≤ {number(self.ratio_limit, 2)}"]
        own = [] if self.limit is None else [f"≤ {number(self.limit)} {self.unit}"]
        return ", ".join(ratio + own)

    def as_record(self) -> dict[str, Any]:
        """Everything about the measure, raw samples included."""
        return {
            "name": self.name,
            "unit": self.unit,
            "ours": {"median": median(self.ours), "samples": list(self.ours)},
            "dash": {"median": median(self.dash), "samples": list(self.dash)} if self.dash else None,
            "ratio": self.ratio,
            "gate": self.gate,
            "passed": self.passed,
        }


def table(measures: Sequence[Measure]) -> str:
    """Measures as a table: medians with range, ratio, gate and whether it holds."""
    head = ("meting", "deze app: mediaan (minste-meeste)", "Dash", "verhouding", "grens", "gehaald")
    rows = [head, ("---",) * len(head)]
    for item in measures:
        ratio = "" if item.ratio is None else number(item.ratio, 2)
        outcome = "" if not item.gate else "ja" if item.passed else "**nee**"
        rows.append((f"{item.name}, {item.unit}", _range(item.ours), _range(item.dash), ratio, item.gate, outcome))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def write(name: str, measures: Sequence[Measure]) -> Path:
    """File `bench-<name>.json` with all samples, the machine and the versions compared."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"bench-{name}.json"
    record = {
        "machine": {"processors": os.cpu_count(), "load": os.getloadavg(), "system": platform.platform()},
        "versions": {package: version(package) for package in COMPARED},
        "measures": [item.as_record() for item in measures],
    }
    path.write_text(json.dumps(record, indent=2), encoding="utf8")
    return path


def _range(samples: Sequence[float]) -> str:
    if not samples:
        return ""
    middle, least, most = (number(amount, 1) for amount in (median(samples), min(samples), max(samples)))
    return middle if len(samples) == 1 else f"{middle} ({least}-{most}), {len(samples)} keer"
