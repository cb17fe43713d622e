"""What a view of any page says, from its page and its address."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import components.map.exhibit as on_map
import components.matrix.exhibit as on_matrix
import components.partners.exhibit as on_partners
import components.region.exhibit as on_region
import components.start.exhibit as on_start
from components.look.about_file import PRODUCT
from components.look.exhibit import Exhibit
from model.site.site_map import page_at
from model.what_if.plan import SavingsPlan

_EXHIBITS: Mapping[str, Callable[[Mapping[str, str]], Exhibit]] = {
    "": on_start.exhibit_of,
    "kaart": on_map.exhibit_of,
    "vergelijking": on_matrix.exhibit_of,
    "regio": on_region.exhibit_of,
    "samenwerking": on_partners.exhibit_of,
}


def exhibit_of(page: str, query: Mapping[str, str], plan: SavingsPlan | None = None) -> Exhibit:
    """What the page at this address says. `plan` is an own table, for a scenario that is of one.

    Raises KeyError for an unknown page.
    """
    found = page_at(page)
    if page in _EXHIBITS:
        return _EXHIBITS[page](query)
    return Exhibit(found.name, found.about, f"Bron: {PRODUCT}.", found.about)
