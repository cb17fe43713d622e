"""Search for a region by any name: region, code, municipality of 2013 or of today, or a common variant."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

import pandas as pd

MAX_SUGGESTIONS = 8


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
