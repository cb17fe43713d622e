"""The 47 assignments of the Rotterdam plan: which fit a filter, and how many stand under each theme.

Source: programme plan of the Stadsregio Rotterdam (000_6e1cbb5f6f5d01bb.txt), table of section 5.1, lines 1136-2762.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from model.dataset.document_tables import AGENDAS, FORMS, SHELLS, WORKING_GROUPS
from model.faults import Fault, InputError

NOT_SAID = "niet_genoemd"
"""Value of a dimension where the source names none."""

DIMENSIONS: dict[str, tuple[str, ...]] = {
    "shells": (*SHELLS, NOT_SAID),
    "agenda": AGENDAS,
    "form": FORMS,
    "working_group": (*WORKING_GROUPS, NOT_SAID),
}
"""Columns that the matrix can show, with their values in order."""

LONGEST_SEARCH = 60
_SEARCHED = ("assignment_code", "name", "subtopics", "shell_text", "reason", "theme")


@dataclass(frozen=True)
class AssignmentFilter:
    """What a visitor wants to see; None or an empty text leaves a column free.

    Raises InputError where a value does not exist or the search text is too long. Themes are not checked here: they
    are in the data, and one that is not there finds nothing.
    """

    theme: str | None = None
    shells: str | None = None
    agenda: str | None = None
    form: str | None = None
    working_group: str | None = None
    text: str = ""

    def __post_init__(self) -> None:
        faults = [
            Fault(f"filter op {name}", f"“{value}”", f"een van {', '.join(allowed)}")
            for name, allowed in DIMENSIONS.items()
            if (value := getattr(self, name)) is not None and value not in allowed
        ]
        if len(self.text) > LONGEST_SEARCH:
            faults.append(Fault("zoekterm", f"{len(self.text)} tekens", f"ten hoogste {LONGEST_SEARCH} tekens"))
        if faults:
            raise InputError(faults)


def values_of(cell: object) -> tuple[str, ...]:
    """Values of one cell of a dimension: several for a list, NOT_SAID where there is none.

    >>> values_of(["1", "3"]), values_of(None), values_of("lokaal")
    (('1', '3'), ('niet_genoemd',), ('lokaal',))
    """
    if cell is None:
        return (NOT_SAID,)
    if isinstance(cell, str):
        return (cell,)
    return tuple(str(value) for value in cell) or (NOT_SAID,)  # type: ignore[attr-defined]


def filtered(assignments: pd.DataFrame, wanted: AssignmentFilter) -> pd.DataFrame:
    """Rows of `assignments` that fit every part of the filter, in source order.

    An assignment with several shells fits each of them. The text is sought, in small letters, in code, name, subtopics,
    shells in words, reason and theme; every word of it must be there.
    """
    kept = pd.Series(True, index=assignments.index)
    if wanted.theme is not None:
        kept &= assignments["theme"] == wanted.theme
    for name in DIMENSIONS:
        value = getattr(wanted, name)
        if value is not None:
            kept &= assignments[name].map(lambda cell, value=value: value in values_of(cell)).astype(bool)
    words = wanted.text.lower().split()
    if words:
        kept &= pd.Series([all(word in text for word in words) for text in _texts(assignments)], assignments.index)
    return assignments[kept]


def themes_of(assignments: pd.DataFrame) -> list[str]:
    """Themes in source order."""
    return list(dict.fromkeys(assignments.sort_values("assignment_order")["theme"]))


def counts_per_theme(assignments: pd.DataFrame, themes: Iterable[str], dimension: str) -> pd.DataFrame:
    """Assignments per theme (rows, in the order of `themes`) and value of `dimension` (columns, all of them).

    An assignment with several shells counts in each of their columns, so a row of shells can add up to more than the
    assignments of the theme.
    """
    values = DIMENSIONS[dimension]
    counts = pd.DataFrame(0, index=list(themes), columns=list(values))
    for theme, cell in zip(assignments["theme"], assignments[dimension], strict=True):
        for value in values_of(cell):
            counts.loc[theme, value] += 1
    return counts


def _texts(assignments: pd.DataFrame) -> list[str]:
    rows = assignments[list(_SEARCHED)].itertuples(index=False)
    return [" ".join(" ".join(values_of(cell)) for cell in row if cell is not None).lower() for row in rows]
