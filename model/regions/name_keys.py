"""How a name is compared: one key for all ways to write it, and the words that go before or after a name."""

from __future__ import annotations

import re
import unicodedata

_LONGEST_NAME, _LONGEST_TEXT = 120, 1000
"""A longer text, folded and as typed, is no name: it is not cut, for its beginning may be one."""

_REGION_KINDS = frozenset({"regio", "subregio", "samenwerking", "streek"})
_MUNICIPALITY_KINDS = frozenset({"gemeente", "gemeente van 2013", "vroegere gemeente"})
_PLACE_KINDS = frozenset({"plaats", "stadsdeel"}) | _MUNICIPALITY_KINDS
NARROWING_WORDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("regio", "jeugdregio", "jeugdhulpregio", "jeugdzorgregio", "zorgregio", "subregio", "streek"), _REGION_KINDS
    ),
    **dict.fromkeys(("gemeente", "gem"), _MUNICIPALITY_KINDS),
    **dict.fromkeys(("stad", "dorp", "plaats", "woonplaats"), _PLACE_KINDS),
    **dict.fromkeys(("provincie", "prov"), frozenset({"provincie"})),
}
"""Words before or after a name, and the kinds of names that they ask for."""

AND_AROUND = (("e", "o"), ("eo",), ("en", "omgeving"), ("en", "omstreken"))
"""Words behind a name that say "and around": they lead where the name leads."""

LINKING_WORDS = frozenset({"in", "bij", "te", "gem", "gemeente", "regio", "provincie", "prov"})
"""Words between a name and what tells it apart: "Laren bij Lochem"."""

QUARTERS = frozenset({"noord", "oost", "zuid", "west", "midden", "noordoost", "noordwest", "zuidoost", "zuidwest"})
"""Words that go before the name of a region and are typed behind it: "Brabant Midden"."""

PROVINCE_SHORT: dict[str, tuple[str, ...]] = {
    "Groningen": ("gn", "gr"),
    "Friesland": ("fr", "frl", "fryslan"),
    "Drenthe": ("dr",),
    "Overijssel": ("ov",),
    "Flevoland": ("fl",),
    "Gelderland": ("gld", "gl"),
    "Utrecht": ("ut",),
    "Noord-Holland": ("nh",),
    "Zuid-Holland": ("zh",),
    "Zeeland": ("zld", "zl"),
    "Noord-Brabant": ("nb", "nbr", "brabant"),
    "Limburg": ("lb",),
}
"""How provinces are shortened behind the name of a place: "Rijswijk (ZH)"; one letter alone says too little."""

_ON_THE = re.compile(r"\b(?:aan (?:de|den|het|t)|a d|a h|ad)\b")


def fold(text: str) -> str:
    """Name without case, accents, apostrophes, hyphens and points, so that 'sudwest fryslan' finds Súdwest-Fryslân.

    >>> fold("'s-Gravenhage")
    's gravenhage'
    """
    spaced = "".join(char if char.isalnum() else " " for char in unicodedata.normalize("NFC", text))
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode().lower()
    return " ".join(plain.split())


def words_of(text: str) -> list[str]:
    """Words of a name as they are compared: folded, & as en, St. as sint, and one way to write "aan de".

    None where the text is longer than any name.

    >>> words_of("Mill & St. Hubert"), words_of("Alphen a/d Rijn"), words_of("Alphen aan den Rijn")
    (['mill', 'en', 'sint', 'hubert'], ['alphen', 'ad', 'rijn'], ['alphen', 'ad', 'rijn'])
    """
    folded = fold(text.replace("&", " en ")) if len(text) <= _LONGEST_TEXT else ""
    if len(folded) > _LONGEST_NAME:
        return []
    words = _ON_THE.sub("ad", folded).split()
    words = ["sint" if word == "st" else word for word in words]
    return ["t", *words[1:]] if words[:1] == ["het"] and len(words) > 1 else words


def joined(words: list[str]) -> str:
    """Key of a name: its words without the spaces between them, a region code with two digits.

    >>> joined(words_of("Noord-Oost Brabant")) == joined(words_of("Noordoost-Brabant"))
    True
    >>> joined(words_of("jz 1"))
    'jz01'
    """
    key = "".join(words)
    return re.sub(r"^jz(\d)$", r"jz0\1", key)


def key_of(name: str) -> str:
    """Key under which a name is looked up."""
    return joined(words_of(name))
