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
_TASK = "Taak"
_PLACES = {"Regio", "Gemeente of plaats"}
"""Kinds of entries that stand among the places already."""
_BETWEEN = {"in", "bij", "voor", "van", "te", "en", "rond", "regio", "gemeente"}
"""Words that say nothing of a subject that is typed with a place."""


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
        region, about, taken = self._here.get(links.REGION), "Onderwerpen", self._taken(subjects)
        if not subjects and not places_only and not self._named():
            place, result = self._place_and_subject(result)
            if place:
                subjects, places, region = _subjects(result), (place,), place.region_codes[0]
                # Two things at once are for the visitor to choose from.
                about, taken = f"Onderwerpen, met {self._names[region]} als uw regio", ""
        groups = [
            _group("Plaatsen en regio's: wordt uw regio", [self._place(place) for place in places]),
            _group(about, [self._subject(hit, region) for hit in subjects]),
        ]
        if subjects and not self._may_mean(places):
            groups.reverse()
        groups.append(_group("Alles", [self._all(result)] if result.count else []))
        if not subjects and not places_only and not self._may_mean(places):
            groups.append(_group("Lijkt op wat u typt", _alike(result, places)))
        shown = [group for group in groups if group["offers"]]
        return {"text": self._text, "note": self._note(bool(shown)), "taken": taken,
                "chosen": self._chosen(), "groups": shown}  # fmt: skip

    def _named(self) -> bool:
        """Whether the text is the exact name of a place, or of several."""
        return bool(self._match.taken or self._match.asked)

    def _may_mean(self, places: tuple[Candidate, ...]) -> bool:
        """Whether the text may well mean a place: it names one, or each of its words begins one of it."""
        typed = fold(self._text).split()
        return self._named() or any(
            all(any(word.startswith(part) for word in fold(place.name).split()) for part in typed) for place in places
        )

    def _place_and_subject(self, result: SearchResult) -> tuple[Candidate | None, SearchResult]:
        """What is found for the one half of the text where the other names a place: "pleegzorg in Dordrecht"."""
        words = self._text.split()
        for cut in range(1, len(words)):
            for name, rest in ((words[cut:], words[:cut]), (words[:cut], words[cut:])):
                place = loading.place_index().taken(" ".join(name))
                found = loading.search_index().find(" ".join(word for word in rest if fold(word) not in _BETWEEN))
                if place and found.count:
                    return place, found
        return None, result

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
        """Where the whole name of one thing leads to; a place goes before a subject, and a task before others."""
        if self._match.taken:
            return self._of_region(self._match.taken.region_codes[0])
        exact = [] if self._match.asked else [hit for hit in subjects if hit.rank <= EXACT_VARIANT]
        exact = [hit for hit in exact if hit.entry.kind == _TASK] or exact
        return self._subject(exact[0], self._here.get(links.REGION))["href"] if len(exact) == 1 else ""

    def _chosen(self) -> str:
        taken, also = self._match.taken, self._match.also
        if not taken or not also:
            return ""
        return f"“{self._text}” is gekozen als {self._names[taken.region_codes[0]]}. Ook bij die naam hoort:"

    def _subject(self, hit: Hit, region: str | None) -> Offer:
        link = hit.entry.links[0]
        what = hit.entry.kind if link.label == hit.entry.kind else f"{hit.entry.kind} · {link.label}"
        return {
            "label": hit.entry.title,
            "what": what,
            "href": href(link.page, address_keys(link, region)),
        }

    def _all(self, result: SearchResult) -> Offer:
        query = {**links.going_along(self._here), SEARCH: result.text}
        label = "Toon het enige resultaat" if result.count == 1 else f"Toon alle {result.count} resultaten"
        return {"label": label, "what": "op de pagina Bronnen", "href": href(page_at("bronnen").address, query)}

    def _of_region(self, code: str) -> str:
        return "?" + urlencode(links.with_region(self._here, code, gives_way=self._gives_way))


def _group(name: str, offers: list[Offer]) -> OfferGroup:
    return {"name": name, "offers": offers}


def _alike(result: SearchResult, places: tuple[Candidate, ...]) -> list[Offer]:
    """Other texts that find something; none that stands among the places already."""
    names = {fold(place.name) for place in places}
    return [{"label": text, "what": "zoek hierop", "ask": text} for text in result.suggestions if text not in names]


def _subjects(result: SearchResult) -> list[Hit]:
    """The best hits of all kinds but places."""
    hits = [hit for group in result.groups if group.kind not in _PLACES for hit in group.hits]
    return sorted(hits, key=_by_rank)[:MOST_SUBJECTS]


def _by_rank(hit: Hit) -> tuple[bool, bool, int]:
    """Whole names before all else, and of those the name of a task, which is what the app is about."""
    partly = hit.rank > EXACT_VARIANT
    return partly, not partly and hit.entry.kind != _TASK, hit.rank
