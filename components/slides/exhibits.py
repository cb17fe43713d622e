"""What a view of any page says, from its page and its address."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from components.background.exhibit import exhibit_of as on_background
from components.look.exhibit import Exhibit
from components.map.exhibit import exhibit_of as on_map
from components.matrix.exhibit import exhibit_of as on_matrix
from components.partners.exhibit import exhibit_of as on_partners
from components.region.exhibit import exhibit_of as on_region
from components.sources.exhibit import exhibit_of as on_sources
from components.start.exhibit import exhibit_of as on_start
from components.what_if.exhibit import exhibit_of as on_what_if
from components.what_if.session import source_plan
from components.what_if.table_in_use import TableInUse, table_of_visit

_WHAT_IF = "doorrekening"
_TABLE = "t"
"""Key of a link to a scenario: the table that it is of."""
_EXHIBITS: Mapping[str, Callable[[Mapping[str, str]], Exhibit]] = {
    "": on_start,
    "kaart": on_map,
    "vergelijking": on_matrix,
    "regio": on_region,
    "samenwerking": on_partners,
    "achtergrond": on_background,
    "bronnen": on_sources,
    _WHAT_IF: on_what_if,
}
HAS_SLIDES = frozenset(_EXHIBITS)
"""Addresses of the pages that say something of their own."""


def exhibit_of(page: str, query: Mapping[str, str], own: TableInUse | None = None) -> Exhibit:
    """What the page at this address says. `own` is an own table, for a scenario that is of one.

    Raises KeyError for a page outside `HAS_SLIDES`.
    """
    return on_what_if(query, own) if page == _WHAT_IF else _EXHIBITS[page](query)


def exhibit_of_visit(page: str, query: Mapping[str, str]) -> Exhibit | None:
    """What the page at this address says to this visitor; None for a scenario of an own table that is not in use."""
    own, source = table_of_visit(), source_plan().fingerprint
    known = {source, own.plan.fingerprint} if own else {source}
    is_unknown = page == _WHAT_IF and query.get(_TABLE, source) not in known
    return None if is_unknown else exhibit_of(page, query, own)
