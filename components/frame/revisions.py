"""Numbers of what Python tells the browser to start from, and whose start a report of the browser belongs to.

Each visit counts from a number of its own. So a report on a start that this visit never made comes from a page that
outlived its visit, as after a restart of the server: what the visitor did there meanwhile still counts.
"""

from __future__ import annotations

import secrets

_MOST = 2**40
"""The browser holds whole numbers up to 2 ** 53."""


def first_revision() -> int:
    """Number to count from in a new visit."""
    return secrets.randbelow(_MOST) + 1


def is_of_another_visit(revision: object, first: int, newest: int) -> bool:
    """Whether a reported number belongs to none of the starts `first` to `newest` of this visit."""
    return type(revision) is int and revision > 0 and not first <= revision <= newest
