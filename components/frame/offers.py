"""What the search field offers for a text: places first, each leading to its region, then subjects and where they are.

Only the whole name of one thing is taken at once; all else is for the visitor to choose.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict
from urllib.parse import urlencode

from components.frame import links, loading
from components.frame.region_links import address_keys, href
from model.dataset.reading import DataError
from model.regions.name_search import Candidate, fold
from model.site.search_index import EXACT_VARIANT, Hit, SearchResult
from model.site.site_map import SEARCH, page_at

MOST_CHARACTERS = 80
MOST_SUBJECTS = 6
_PLACES = {"Regio", "Gemeente of plaats"}
"""Kinds of entries that stand among the places already."""


class Offer(TypedDict, total=False):
    """One thing to choose: its name, what it is, and the address it leads to, or a name to ask on for."""

    label: str
    what: str
    href: str
    ask: str


class OfferGroup(TypedDict):
    """Offers under a heading."""

    name: str
    offers: list[Offer]


class Offers(TypedDict):
    """All that is offered for a text. `taken` is where Enter leads to, empty where that is not one thing; `chosen` says
    after that what else bears the name.
    """

    text: str
    note: str
    taken: str
    chosen: str
    groups: list[OfferGroup]


def offers_for(text: str, here: Mapping[str, str], *, gives_way: bool, places_only: bool = False) -> Offers:
    """Offers for what was typed by someone at the address `here`; `gives_way` as for `links.with_region`."""
    try:
        return _Offering(text, here, gives_way).offers(places_only)
    except DataError as error:
        return {"text": text, "note": str(error), "taken": "", "chosen": "", "groups": []}


def words_of_place(place: Candidate) -> str:
    """What bears a name, through which municipality, and the regions that it leads to."""
    names = loading.region_names()
    through = "in 2013" if place.kind.startswith("gemeente") else "gemeente"
    within = f", {through} {place.municipality}" if place.municipality not in ("", place.name) else ""
    now = f" (nu {place.municipality_now})" if place.municipality_now else ""
    regions = " of ".join(names[code] for code in place.region_codes)
    where = "" if place.kind == "regio" and place.name == regions else f" · {regions}"
    return f"{place.kind}{within}{now}{where}"


class _Offering:
    def __init__(self, text: str, here: Mapping[str, str], gives_way: bool) -> None:
        self._text, self._here, self._gives_way = text, here, gives_way
        self._names = loading.region_names()
        self._match = loading.place_index().find(text)

    def offers(self, places_only: bool) -> Offers:
        result = SearchResult(self._text, ()) if places_only else loading.search_index().find(self._text)
        subjects = _subjects(result)
        places = self._places(subjects)
        groups = [
            _group("Plaatsen en regio's: wordt mijn regio", [self._place(place) for place in places]),
            _group("Onderwerpen", [self._subject(hit) for hit in subjects]),
            _group("Alles", [self._all(result.count)] if result.count else []),
        ]
        if not subjects and not places and not places_only:
            alike: list[Offer] = [{"label": text, "what": "zoek hierop", "ask": text} for text in result.suggestions]
            groups.append(_group("Lijkt op wat u typt", alike))
        shown = [group for group in groups if group["offers"]]
        return {"text": self._text, "note": self._note(bool(shown)), "taken": self._taken(subjects),
                "chosen": self._chosen(), "groups": shown}  # fmt: skip

    def _places(self, subjects: list[Hit]) -> tuple[Candidate, ...]:
        """Places to offer; what only resembles a name of a place stands back for the exact name of a subject."""
        if self._match.asked:
            return self._match.asked
        if not self._match.taken and any(hit.rank <= EXACT_VARIANT for hit in subjects):
            start = fold(self._text)
            return tuple(place for place in self._match.suggestions if fold(place.name).startswith(start))
        return loading.place_index().suggest(self._text)

    def _place(self, place: Candidate) -> Offer:
        offer: Offer = {"label": place.name, "what": words_of_place(place)}
        if len(place.region_codes) > 1:
            return {**offer, "ask": place.exact}
        return {**offer, "href": self._of_region(place.region_codes[0])}

    def _note(self, has_offers: bool) -> str:
        if self._match.asked:
            return f"“{self._text}” hoort bij meer dan één regio. Welke bedoelt u?"
        if has_offers:
            return ""
        return (
            f"Niets gevonden voor “{self._text}”. Typ een plaats, gemeente of regio, of een ander woord, zoals een "
            "taak of een begrip."
        )

    def _taken(self, subjects: list[Hit]) -> str:
        """Where the whole name of one thing leads to; a place goes before a subject."""
        if self._match.taken:
            return self._of_region(self._match.taken.region_codes[0])
        exact = [] if self._match.asked else [hit for hit in subjects if hit.rank <= EXACT_VARIANT]
        return self._subject(exact[0])["href"] if len(exact) == 1 else ""

    def _chosen(self) -> str:
        taken, also = self._match.taken, self._match.also
        if not taken or not also:
            return ""
        return f"“{self._text}” is gekozen als {self._names[taken.region_codes[0]]}. Ook bij die naam hoort:"

    def _subject(self, hit: Hit) -> Offer:
        link = hit.entry.links[0]
        what = hit.entry.kind if link.label == hit.entry.kind else f"{hit.entry.kind} · {link.label}"
        return {
            "label": hit.entry.title,
            "what": what,
            "href": href(link.page, address_keys(link, self._here.get(links.REGION))),
        }

    def _all(self, count: int) -> Offer:
        query = {**links.going_along(self._here), SEARCH: self._text}
        label = "Toon het enige resultaat" if count == 1 else f"Toon alle {count} resultaten"
        return {"label": label, "what": "op de pagina Bronnen", "href": href(page_at("bronnen").address, query)}

    def _of_region(self, code: str) -> str:
        return "?" + urlencode(links.with_region(self._here, code, gives_way=self._gives_way))


def _group(name: str, offers: list[Offer]) -> OfferGroup:
    return {"name": name, "offers": offers}


def _subjects(result: SearchResult) -> list[Hit]:
    """The best hits of all kinds but places."""
    hits = [hit for group in result.groups if group.kind not in _PLACES for hit in group.hits]
    return sorted(hits, key=lambda hit: hit.rank)[:MOST_SUBJECTS]
