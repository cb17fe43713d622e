"""Search for a region by any name: regions, municipalities of 2013 and of today, places, cooperations, nicknames.

Only the exact name of one place chooses a region; `model.regions.name_keys` says what counts as the same name. All
else is asked or suggested.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from model.regions.name_keys import (
    AND_AROUND,
    LINKING_WORDS,
    NARROWING_WORDS,
    PROVINCE_SHORT,
    QUARTERS,
    joined,
    key_of,
    words_of,
)
from model.regions.name_keys import fold as fold
from model.regions.name_likeness import Likeness

MAX_SUGGESTIONS = 8
_BEFORE_WITHIN, _SHORTEST_WITHIN = 2, 4
"""A name that is typed in full amid other words comes third, so that "Bergen op Zomm" is first what it looks like."""

KINDS = (
    "regio", "gemeente", "gemeente van 2013", "plaats", "stadsdeel", "vroegere gemeente", "subregio", "streek",
    "samenwerking", "provincie", "bijnaam", "spelling",
)  # fmt: skip
"""What a name is the name of, in the words of the screen; most sought first, which also settles ties in the order."""

_MERGED, _NOW = "gemeente van nu", ("gemeente van 2013 en nu", "gemeente van nu")
_KIND_OF_ROW = {
    "gemeente van 2013 en nu": "gemeente",
    "gemeente van 2013": "gemeente van 2013",
    "gemeente tussen 2013 en nu": "vroegere gemeente",
    "gemeente van nu": "gemeente",
    "korte naam": "gemeente",
    "vroegere naam": "vroegere gemeente",
    "woonplaats": "plaats",
    "streekeigen naam": "bijnaam",
}
"""Kinds of the table municipality_names in the words of KINDS; the other kinds of that table are spellings."""

_SPANNING = frozenset({"provincie", "streek", "samenwerking"})
_IN_ORDER = {kind: rank for rank, kind in enumerate(KINDS)}

Tables = Callable[[str], pd.DataFrame]
"""Gives a table of the dataset by its name."""


@dataclass(frozen=True)
class Candidate:
    """One thing that bears a name, and the regions of 2013 that it leads to.

    `kind` is a word of KINDS, as the screen shows it. `municipality` is the municipality of 2013 through which a name
    leads to its region, empty for names of regions, provinces and cooperations; `municipality_now` is the one of today
    that it went into, where that bears another name ("A of B" where it was split), else empty. `region_codes` holds
    one code, or, only among suggestions, each region of a name that spans several (a province, a cooperation, a
    municipality of today). `exact` is a text that `PlaceIndex.find` answers with this candidate alone, or, where it
    spans several regions, with the question which one.
    """

    name: str
    kind: str
    region_codes: tuple[str, ...]
    municipality: str = ""
    municipality_now: str = ""
    exact: str = ""


@dataclass(frozen=True)
class NameMatch:
    """Outcome of a search: exactly one of `taken`, `asked` and `suggestions` is filled, or none.

    * `taken`: the text is the exact name of one place, so its region (`taken.region_codes[0]`) may be chosen at once.
      `also` then holds what bears that name too but less so, in other regions: Amsterdam is taken as
      Amsterdam-Amstelland, and Weesp, of Gooi en Vechtstreek, stands in `also`; Utrecht is taken as the city, and the
      other regions of the province stand in `also`. To be said, not to be chosen.
    * `asked`: the text is an exact name of several places in several regions; one candidate a region, a municipality
      of that very name first. Municipality, municipality of today and region tell them apart.
    * `suggestions`: the text is no exact name; what looks like it, best first, at most MAX_SUGGESTIONS. Never to be
      chosen without the visitor picking one. Picking one whose `region_codes` holds several asks on with
      `find(candidate.exact)`.
    """

    text: str
    taken: Candidate | None = None
    also: tuple[Candidate, ...] = ()
    asked: tuple[Candidate, ...] = ()
    suggestions: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class _Entry:
    """One row of one of the tables: a name, what bears it, and its one region."""

    key: str
    candidate: Candidate
    merged: bool
    """Whether this is a municipality that only later became a part of one of this name."""

    @property
    def region_code(self) -> str:
        return self.candidate.region_codes[0]

    @property
    def order(self) -> tuple[int, bool, str]:
        """Sorts a municipality of that very name before all that bears its name in part."""
        kind, own = self.candidate.kind, key_of(self.candidate.municipality) == self.key
        return (_IN_ORDER[kind], not own, self.candidate.municipality)


@dataclass(frozen=True)
class PlaceIndex:
    """All names by their key, and the names of the regions by their code."""

    region_names: dict[str, str]
    _entries: dict[str, tuple[_Entry, ...]]
    _qualifiers: dict[str, frozenset[str]]
    _likeness: Likeness
    _offers: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)

    @classmethod
    def from_tables(cls, tables: Tables) -> PlaceIndex:
        """Index over regions, municipalities, municipality_names, places and name_variants."""
        entries: dict[str, list[_Entry]] = defaultdict(list)
        for entry in _all_entries(tables):
            if entry not in entries[entry.key]:
                entries[entry.key].append(entry)
        by_key = {key: tuple(sorted(group, key=lambda entry: entry.order)) for key, group in entries.items()}
        spoken = {key: group[0].candidate.name for key, group in by_key.items()}
        regions = tables("regions")
        index = cls(
            dict(zip(regions["region_code"], regions["name"], strict=True)),
            by_key,
            _qualifiers_of_regions(tables),
            Likeness.over(
                {key: (words_of(spoken[key]), _IN_ORDER[group[0].candidate.kind]) for key, group in by_key.items()}
            ),
        )
        index._offers.update({key: tuple(index._offers_of(group)) for key, group in by_key.items()})
        return index

    def find(self, text: str) -> NameMatch:
        """What `text` leads to. Any text is answered; only an exact name of one place is taken."""
        words = words_of(text)
        exact = self._exact(words)
        return self._decide(text, exact) if exact else NameMatch(text, suggestions=self._alike(words, ()))

    def taken(self, text: str) -> Candidate | None:
        """What bears exactly the name `text`, where that is one place."""
        return self._decide(text, self._exact(words_of(text))).taken

    def suggest(self, text: str) -> tuple[Candidate, ...]:
        """What to offer while `text` is being typed: what bears exactly that name, then what looks like it."""
        words = words_of(text)
        exact = self._decide(text, self._exact(words))
        first = (*((exact.taken,) if exact.taken else ()), *exact.also, *exact.asked)
        return self._alike(words, first)

    def names(self) -> list[Candidate]:
        """Everything that can be offered while someone types, each name once for each of its bearers, by name."""
        every = {candidate.exact: candidate for offers in self._offers.values() for candidate in offers}
        return sorted(every.values(), key=lambda candidate: (fold(candidate.name), candidate.exact))

    def _exact(self, words: list[str]) -> tuple[_Entry, ...]:
        found = self._entries.get(joined(words), ())
        return found or self._qualified(words) or self._narrowed(words)

    def _narrowed(self, words: list[str]) -> tuple[_Entry, ...]:
        """Entries of a name with a word such as "gemeente" before or after it, or with "e.o." behind it."""
        for behind in AND_AROUND:
            if len(words) > len(behind) and tuple(words[-len(behind) :]) == behind:
                return self._exact(words[: -len(behind)])
        if len(words) < 2:
            return ()
        for word, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
            if word in NARROWING_WORDS:
                found = self._entries.get(key_of(" ".join(rest)), ()) or self._qualified(rest)
                narrow = tuple(entry for entry in found if entry.candidate.kind in NARROWING_WORDS[word])
                if found:
                    return narrow or found
        return ()

    def _qualified(self, words: list[str]) -> tuple[_Entry, ...]:
        """Entries of a name that is followed by its municipality, region or province: "Laren Lochem"."""
        told: list[tuple[_Entry, ...]] = []
        for cut in range(len(words) - 1, 0, -1):
            behind = words[cut:]
            while len(behind) > 1 and behind[0] in LINKING_WORDS:
                behind = behind[1:]
            qualifier, found = joined(behind), self._entries.get(joined(words[:cut]), ())
            told.append(tuple(entry for entry in found if qualifier in self._qualifiers_of(entry)))
        # The cut that leaves the fewest regions: "Limburg, Noord-Limburg" is no "Limburg-Noord, Limburg".
        return min(filter(None, told), key=lambda entries: len(_by_region(entries)), default=())

    def _qualifiers_of(self, entry: _Entry) -> frozenset[str]:
        candidate = entry.candidate
        if candidate.kind == "provincie":
            return frozenset({key_of(self.region_names[entry.region_code])})
        now = candidate.municipality_now.split(" of ") if candidate.municipality_now else []
        own = {key_of(name) for name in (candidate.municipality, *now) if name}
        return self._qualifiers[entry.region_code] | own

    def _decide(self, text: str, entries: tuple[_Entry, ...]) -> NameMatch:
        by_region = _by_region(entries)
        main = _main_regions(entries)
        if len(main) == 1:
            taken = by_region.pop(main[0])
            others = tuple(self._shown(entry) for entry in by_region.values())
            return NameMatch(text, taken=self._shown(taken), also=others)
        return NameMatch(text, asked=tuple(self._shown(entry) for entry in by_region.values()))

    def _shown(self, entry: _Entry) -> Candidate:
        """The candidate with a text that leads to it alone."""
        candidate = entry.candidate
        if _main_regions(self._entries[entry.key]) == [entry.region_code]:
            return replace(candidate, exact=candidate.name)
        return replace(candidate, exact=f"{candidate.name} ({self.region_names[entry.region_code]})")

    def _offers_of(self, entries: tuple[_Entry, ...]) -> Iterator[Candidate]:
        """What a name is offered as: each region that is its own, and each thing that spans several as one."""
        main = _main_regions(entries)
        apart = [entry for entry in entries if not entry.merged and entry.candidate.kind not in _SPANNING]
        for entry in _by_region(apart).values():
            yield self._shown(entry)
        kinds = {entry.candidate.kind: entry for entry in reversed(entries) if entry not in apart}
        for kind, entry in kinds.items():
            codes = tuple(dict.fromkeys(each.region_code for each in entries if each.candidate.kind == kind))
            if kind == "provincie" and set(codes) <= set(main) and apart:
                continue
            if kind == "provincie":
                exact = f"{entry.candidate.name} (provincie)"
                yield replace(entry.candidate, region_codes=codes, exact=exact)
            elif not apart or not set(codes) & set(main):
                yield replace(
                    entry.candidate,
                    region_codes=codes,
                    municipality=entry.candidate.municipality if len(codes) == 1 else "",
                    municipality_now="",
                    exact=entry.candidate.name,
                )

    def _alike(self, words: list[str], first: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """`first`, then candidates whose names look like `words`, as many as are shown."""
        readings = [words, words[1:]] if words[:1] and words[0] in NARROWING_WORDS else [words]
        if len(words) > 1 and words[-1] in QUARTERS:
            readings.append([words[-1], *words[:-1]])
        # A word such as "gemeente" alone says nothing yet.
        readings = [each for each in readings if each and not set(each) <= set(NARROWING_WORDS)]
        chosen = list(first)
        shown = {(each.municipality, each.region_codes) for each in first}
        for key in self._likeness.best(readings, 4 * MAX_SUGGESTIONS):
            for candidate in self._offers[key]:
                # Ways to write one municipality would otherwise fill the whole list.
                bearer = (candidate.municipality, candidate.region_codes)
                if candidate in chosen or (candidate.kind == "spelling" and bearer in shown):
                    continue
                shown.add(bearer)
                chosen.append(candidate)
        if not first:
            within = [candidate for candidate in self._within(words) if candidate not in chosen[:_BEFORE_WITHIN]]
            chosen[_BEFORE_WITHIN:_BEFORE_WITHIN] = within
        return tuple(dict.fromkeys(chosen))[:MAX_SUGGESTIONS]

    def _within(self, words: list[str]) -> tuple[Candidate, ...]:
        """What bears the longest name that is typed in full amid other words: "wethouder Dordrecht"."""
        for size in range(len(words) - 1, 0, -1):
            for start in range(len(words) - size + 1):
                key = joined(words[start : start + size])
                if len(key) >= _SHORTEST_WITHIN and key in self._entries:
                    return self._offers[key]
        return ()


def _by_region(entries: Iterable[_Entry]) -> dict[str, _Entry]:
    """First entry of each region, in the order of the entries."""
    first: dict[str, _Entry] = {}
    for entry in entries:
        first.setdefault(entry.region_code, entry)
    return first


def _main_regions(entries: Iterable[_Entry]) -> list[str]:
    """Regions that a name is really the name of.

    A municipality of today that kept the name of one of 2013 lies for its larger part where that one lay: what later
    joined it counts only where nothing else bears the name. Likewise a place or region comes before a province.
    """
    group = tuple(entries)
    for lesser in (
        [entry for entry in group if not entry.merged and entry.candidate.kind != "provincie"],
        [entry for entry in group if not entry.merged],
        group,
    ):
        if lesser:
            return list(_by_region(lesser))
    return []


def _all_entries(tables: Tables) -> Iterator[_Entry]:
    for row in tables("regions").itertuples():
        for name in dict.fromkeys((str(row.name), str(row.name_cbs), str(row.region_code))):
            yield _entry(name, "regio", str(row.region_code))
    municipalities = tables("municipalities")
    region_of = dict(zip(municipalities["municipality"], municipalities["region_code"], strict=True))
    now = _names_now(tables("municipality_names"))
    for row in tables("municipality_names").itertuples():
        name, municipality, kind = str(row.search_name), str(row.municipality), str(row.kind)
        shown = _KIND_OF_ROW.get(kind, "spelling")
        later = "" if kind in _NOW else now[municipality]
        yield _entry(name, shown, str(row.region_code), municipality, later, merged=kind == _MERGED)
    for row in municipalities.itertuples():
        municipality = str(row.municipality)
        yield _entry(str(row.name_source), "spelling", str(row.region_code), municipality, now[municipality])
    for row in tables("places").itertuples():
        municipality = str(row.municipality)
        yield _entry(str(row.place), "plaats", region_of[municipality], municipality, now[municipality])
    variants = tables("name_variants")
    for row in variants.assign(through_municipality=variants["through_municipality"].fillna("")).itertuples():
        municipality = str(row.through_municipality)
        later = now[municipality] if municipality else ""
        yield _entry(str(row.search_name), str(row.kind), str(row.region_code), municipality, later)


def _entry(
    name: str, kind: str, region_code: str, municipality: str = "", now: str = "", *, merged: bool = False
) -> _Entry:
    return _Entry(key_of(name), Candidate(name, kind, (region_code,), municipality, now), merged)


def _names_now(municipality_names: pd.DataFrame) -> Mapping[str, str]:
    """Municipality of 2013 to the one of today that it went into, empty where that bears the same name."""
    today = municipality_names[municipality_names["kind"].isin(_NOW)]
    names = today.groupby("municipality")["search_name"].agg(list)
    return {
        str(municipality): "" if municipality in found else " of ".join(sorted(found))
        for municipality, found in names.items()
    }


def _qualifiers_of_regions(tables: Tables) -> dict[str, frozenset[str]]:
    """Region code to the keys of what may stand behind the name of a place in it: the region, its provinces."""
    variants = tables("name_variants")
    provinces = variants[variants["kind"] == "provincie"]
    qualifiers: dict[str, frozenset[str]] = {}
    for row in tables("regions").itertuples():
        within = set(provinces.loc[provinces["region_code"] == row.region_code, "search_name"])
        short = {word for province in within for word in PROVINCE_SHORT.get(province, ())}
        names = (str(row.name), str(row.name_cbs), str(row.region_code), *within)
        qualifiers[str(row.region_code)] = frozenset({key_of(name) for name in names} | short)
    return qualifiers
