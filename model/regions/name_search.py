"""Search for a region by any name: region, code, municipality of 2013 or of today, or a common variant."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

import pandas as pd

MAX_SUGGESTIONS = 8
KINDS = (
    "regio", "gemeente", "gemeente van 2013", "gemeente tussen 2013 en nu", "plaats", "stadsdeel", "subregio",
    "samenwerking", "provincie", "vroegere gemeente", "bijnaam", "spelling",
)  # fmt: skip
"""What a name is the name of, in the words of the screen; most sought first, which also settles ties in the order."""



@dataclass(frozen=True)
class PlaceIndex:
    """Names to regions. `names` has `search_name`, `folded`, `region_code`, `municipality`, `kind`."""

    names: pd.DataFrame
    region_names: dict[str, str]

    @classmethod
    def from_tables(cls, municipality_names: pd.DataFrame, regions: pd.DataFrame) -> PlaceIndex:
        """Index over municipality names, region names and region codes."""
        region_rows = pd.concat(
            [
                pd.DataFrame(
                    {"search_name": regions[column], "region_code": regions["region_code"], "municipality": ""}
                )
                for column in ("name", "name_cbs", "region_code")
            ]
        ).assign(kind="regio")
        names = pd.concat(
            [municipality_names[["search_name", "region_code", "municipality", "kind"]], region_rows], ignore_index=True
        )
        names["folded"] = names["search_name"].map(fold)
        return cls(
            names.drop_duplicates(["folded", "region_code", "municipality"], ignore_index=True),
            dict(zip(regions["region_code"], regions["name"], strict=True)),
        )

    def find(self, text: str) -> PlaceMatch:
        """What `text` leads to: the regions of an exact name, else names that look like it."""
        wanted = fold(text)
        if not wanted:
            return PlaceMatch(text, (), ())
        exact = self.names[self.names["folded"] == wanted]
        if len(exact):
            return _match(text, exact)
        alike = self.names[self.names["folded"].str.contains(wanted, regex=False)].copy()
        alike["starts"] = ~alike["folded"].str.startswith(wanted)
        alike = alike.sort_values(["starts", "folded"])
        found = alike["search_name"].drop_duplicates().head(MAX_SUGGESTIONS)
        if len(found) == 1:
            return replace(_match(text, alike), suggestions=tuple(found))
        return PlaceMatch(text, (), tuple(found))


@dataclass(frozen=True)
class PlaceMatch:
    """Outcome of a search: no region, one, or several; and names to suggest where none fits exactly."""

    text: str
    region_codes: tuple[str, ...]
    suggestions: tuple[str, ...]
    through: tuple[str, ...] = ()
    """Municipalities of 2013 by which the name leads to each region; empty texts for the name of a region."""


@dataclass(frozen=True)
class Candidate:
    """One thing that bears a name, and the regions of 2013 that it leads to.

    `kind` is a word of KINDS, as the screen shows it. `municipality` is the municipality of 2013 through which a name
    leads to its region, empty for names of regions, provinces and cooperations; `municipality_now` is the one of today
    that it is part of, where that bears another name, else empty. `region_codes` holds one code, or, only among
    suggestions, each region of a name that spans several (a province, a cooperation, a municipality of today).
    """

    name: str
    kind: str
    region_codes: tuple[str, ...]
    municipality: str = ""
    municipality_now: str = ""


@dataclass(frozen=True)
class NameMatch:
    """Outcome of a search: exactly one of `taken`, `asked` and `suggestions` is filled, or none.

    * `taken`: the text is the exact name of one place, so its region (`taken.region_codes[0]`) may be chosen at once.
      `also` then holds what bears that name too but is only a small part of it, in another region: Amsterdam is taken
      as Amsterdam-Amstelland, and Weesp, of Gooi en Vechtstreek, stands in `also`; to be said, not to be chosen.
    * `asked`: the text is an exact name of several places in several regions; one candidate a region, a municipality
      of that very name first. Municipality, municipality of today and region tell them apart.
    * `suggestions`: the text is no exact name; what looks like it, best first, at most MAX_SUGGESTIONS. Never to be
      chosen without the visitor picking one. Picking one whose `region_codes` holds several asks on with `find(name)`.
    """

    text: str
    taken: Candidate | None = None
    also: tuple[Candidate, ...] = ()
    asked: tuple[Candidate, ...] = ()
    suggestions: tuple[Candidate, ...] = ()


def _match(text: str, rows: pd.DataFrame) -> PlaceMatch:
    by_name_first = rows.sort_values("kind", key=lambda kinds: kinds != "regio", kind="stable")
    through = by_name_first.groupby("region_code", sort=False)["municipality"].agg(
        lambda names: ", ".join(dict.fromkeys(name for name in names if name))
    )
    return PlaceMatch(text, tuple(through.index), (), tuple(through))


def fold(text: str) -> str:
    """Name without case, accents, apostrophes, hyphens and points, so that 'sudwest fryslan' finds Súdwest-Fryslân.

    >>> fold("'s-Gravenhage")
    's gravenhage'
    """
    spaced = "".join(char if char.isalnum() else " " for char in unicodedata.normalize("NFC", text))
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode().lower()
    return " ".join(plain.split())
