"""What the search field offers for a text: places first, each leading to its region, then subjects and where they are.

Only the whole name of one thing is taken at once; all else is for the visitor to choose.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict
from urllib.parse import urlencode

from components.frame import links, loading
from components.frame.region_links import address_keys, href
from components.look.words import capitalised
from model.dataset.reading import DataError
from model.regions.name_search import PlaceMatch
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
    """All that is offered for a text; `taken` is where Enter leads to, empty where that is not one thing."""

    text: str
    note: str
    taken: str
    groups: list[OfferGroup]


def offers_for(text: str, here: Mapping[str, str], *, gives_way: bool, places_only: bool = False) -> Offers:
    """Offers for what was typed by someone at the address `here`; `gives_way` as for `links.with_region`."""
    try:
        return _Offering(text, here, gives_way).offers(places_only)
    except DataError as error:
        return {"text": text, "note": str(error), "taken": "", "groups": []}


class _Offering:
    def __init__(self, text: str, here: Mapping[str, str], gives_way: bool) -> None:
        self._text, self._here, self._gives_way = text, here, gives_way
        self._names = loading.region_names()
        self._match = loading.place_index().find(text)

    def offers(self, places_only: bool) -> Offers:
        places = self._places()
        result = SearchResult(self._text, ()) if places_only else loading.search_index().find(self._text)
        subjects = _subjects(result)
        groups: list[OfferGroup] = []
        if places:
            groups.append({"name": "Plaatsen en regio's: wordt mijn regio", "offers": places})
        if subjects:
            groups.append({"name": "Onderwerpen", "offers": [self._subject(hit) for hit in subjects]})
        if result.count:
            groups.append({"name": "Alles", "offers": [self._all(result.count)]})
        if not groups and not places_only:
            groups = self._alike(result)
        return {"text": self._text, "note": self._note(bool(places), bool(groups)), "taken": self._taken(subjects),
                "groups": groups}  # fmt: skip

    def _places(self) -> list[Offer]:
        match: PlaceMatch = self._match
        if match.region_codes and not match.suggestions:
            return [
                {"label": capitalised(self._text) if through else self._names[code],
                 "what": f"gemeente {through} in 2013 · regio {self._names[code]}" if through else "regio",
                 "href": self._of_region(code)}
                for code, through in zip(match.region_codes, match.through, strict=True)
            ]  # fmt: skip
        return [{"label": name, "what": "plaats, gemeente of regio", "ask": name} for name in match.suggestions]

    def _note(self, has_places: bool, has_offers: bool) -> str:
        if len(self._match.region_codes) > 1 and not self._match.suggestions:
            return f"“{self._text}” hoort bij meer dan één regio. Welke bedoelt u?"
        if not has_offers:
            return (
                f"Niets gevonden voor “{self._text}”. Typ een plaats, gemeente of regio, of een ander woord, "
                "zoals een taak of een begrip."
            )
        return "" if has_places or self._is_found else f"“{self._text}” is niet gevonden. Bedoelt u een van deze?"

    def _taken(self, subjects: list[Hit]) -> str:
        """Where the whole name of one thing leads to; a place goes before a subject."""
        match = self._match
        if match.region_codes and not match.suggestions:
            return self._of_region(match.region_codes[0]) if len(match.region_codes) == 1 else ""
        exact = [hit for hit in subjects if hit.rank <= EXACT_VARIANT]
        return self._subject(exact[0])["href"] if len(exact) == 1 else ""

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
        label = "Toon de enige vindplaats" if count == 1 else f"Toon alle {count} vindplaatsen"
        return {"label": label, "what": "op de pagina Bronnen", "href": href(page_at("bronnen").address, query)}

    def _alike(self, result: SearchResult) -> list[OfferGroup]:
        """Texts that do find something."""
        alike: list[Offer] = [{"label": text, "what": "zoek hierop", "ask": text} for text in result.suggestions]
        self._is_found = not alike
        return [{"name": "Lijkt erop", "offers": alike}] if alike else []

    _is_found = True

    def _of_region(self, code: str) -> str:
        return "?" + urlencode(links.with_region(self._here, code, gives_way=self._gives_way))


def _subjects(result: SearchResult) -> list[Hit]:
    """The best hits of all kinds but places."""
    hits = [hit for group in result.groups if group.kind not in _PLACES for hit in group.hits]
    return sorted(hits, key=lambda hit: hit.rank)[:MOST_SUBJECTS]
