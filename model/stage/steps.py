"""What a step of a storyline may hold: a page of the app and keys of its address, never another site."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from model.site.site_map import EMBED, FIND, HALL, PAGES, REGION, STAGE, STEP, STORYLINES, TASK, own_keys
from model.stage.storyline import Step

LONGEST_TITLE, LONGEST_SENTENCE, LONGEST_NOTE, LONGEST_QUERY = 160, 400, 2_000, 4_000
"""Characters of a step's texts, and of its part of the address."""
MOST_STEPS = 60
_OF_THE_VISIT = {REGION, STAGE, STEP, HALL, EMBED}
"""Keys that no step holds: the region is the visitor's own, and the others say how a view is shown."""

STEP_PAGES = {page.address: page.name for page in PAGES if page.address != STORYLINES}
"""Pages that a step may show: address and name."""


def keys_of_step(page: str) -> set[str]:
    """Keys of the address that a step on this page may hold. Raises KeyError for an unknown page."""
    return (own_keys(page) | {TASK, FIND}) - _OF_THE_VISIT


def table_of_step(step: Step) -> str | None:
    """Mark of the table that a step is computed with; None on a page without one, and where the step names none.

    >>> table_of_step(Step("doorrekening", "v=1&t=524a60")), table_of_step(Step("kaart", "t=524a60"))
    ('524a60', None)
    """
    return dict(parse_qsl(step.query)).get("t") if step.page == "doorrekening" else None


def as_step_query(page: str, query: str) -> str:
    """The query string with what a step on this page may hold, in its order; the rest is left out.

    Raises KeyError for an unknown page.

    >>> as_step_query("kaart", "?taak=vrijwillig&regio=JZ31&presentatie=1&kwaad=javascript:")
    'taak=vrijwillig'
    """
    allowed = keys_of_step(page)
    pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=False)
    return urlencode([(key, value) for key, value in pairs if key in allowed])
