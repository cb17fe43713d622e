"""The storylines that ship with the app, from their two tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd

from model.stage.storyline import Step, Storyline

_NAME = re.compile(r"\{([^{}]*)\}")


class UnknownNameError(Exception):
    """A sentence of a storyline names a figure that its view does not have; the message says which, and what it has."""


def shipped_storylines(table: Callable[[str], pd.DataFrame]) -> tuple[Storyline, ...]:
    """Storylines of the app itself, in their order; `table` gives a table of the dataset by its name.

    Titles and sentences hold the names of figures as they were written: `filled` puts the figures there.
    """
    steps = table("storyline_steps").sort_values(["storyline", "step_order"])
    return tuple(
        Storyline(
            str(row.storyline),
            str(row.storyline_title),
            str(row.storyline_about),
            tuple(_step(of_step) for of_step in steps[steps["storyline"] == row.storyline].to_dict("records")),
        )
        for row in table("storylines").sort_values("storyline_order").itertuples()
    )


def names_in(text: str) -> tuple[str, ...]:
    """Names of figures in a title or sentence.

    >>> names_in("{regio} koos {aantal} keer lokaal")
    ('regio', 'aantal')
    """
    return tuple(_NAME.findall(text))


def filled(text: str, words: Mapping[str, str]) -> str:
    """A title or sentence with its figures: `words` by name. Raises UnknownNameError for a name that it lacks.

    >>> filled("{aantal} regio's kozen lokaal", {"aantal": "12"})
    "12 regio's kozen lokaal"
    """
    unknown = [name for name in names_in(text) if name not in words]
    if unknown:
        raise UnknownNameError(f"{text!r} names {unknown}; the view has {sorted(words)}")
    return _NAME.sub(lambda found: words[found[1]], text)


def filled_step(step: Step, words: Mapping[str, str]) -> Step:
    """A step of a shipped storyline with its figures. Raises UnknownNameError for a name that its view lacks."""
    return replace(step, title=filled(step.title, words), sentence=filled(step.sentence, words))


def _step(row: Mapping[str, object]) -> Step:
    page, query, title, sentence, note = (
        "" if row[field] is None else str(row[field])
        for field in ("step_page", "step_query", "step_title", "step_sentence", "step_note")
    )
    return Step(page, query, title, sentence, note)
