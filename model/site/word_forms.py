"""Which Dutch words are forms of one another: singular and plural, with and without -e, verb and noun; and compounds.

No more than spelling: the rules know no word, so that words which only look alike may count as forms too. A search puts
what was found by them after what has the word as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SHORTEST_PART = 4
"""Letters of the shortest part of a compound."""

OTHER_WORDS = {
    "aanbesteding": ("inkoop",),
    "bezuiniging": ("doorrekening", "besparing"),
    "daghulp": ("dagbehandeling",),
    "spoedhulp": ("crisisopvang", "crisisdienst", "spoedeisende"),
    "wachttijd": ("wachtlijst", "hulp moeten wachten"),
}
"""Words that one types, and what the documents say on it: 000 lines 401-403, 2122 and 4968, 004 lines 99-100."""

_SHORTEST, _SHORTEST_BEFORE_S, _SHORTEST_VERB = 3, 5, 4
_VERB = (("v", ("ingen", "ing", "en", "ers", "er")), ("a", ("eren", "ering", "aties", "atie")))
"""Endings that verb and noun have instead of each other, per kind: bezuinigen, bezuiniging; evalueren, evaluatie."""


def form_keys(word: str) -> frozenset[str]:
    """Keys of a folded word; forms of one word share at least one.

    >>> bool(form_keys("wachttijden") & form_keys("wachttijd")), bool(form_keys("tarieven") & form_keys("tarief"))
    (True, True)
    >>> bool(form_keys("verwijzers") & form_keys("verwijzing")), bool(form_keys("indexatie") & form_keys("indexeren"))
    (True, True)
    >>> bool(form_keys("kans") & form_keys("kan")), bool(form_keys("regeling") & form_keys("regel"))
    (False, False)
    """
    verbs = (
        f"{kind}:{_stem(word.removesuffix(ending))}"
        for kind, endings in _VERB
        for ending in endings
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_VERB
    )
    return frozenset([*noun_keys(word), *verbs])


def noun_keys(word: str) -> tuple[str, ...]:
    """Keys that singular, plural and the form with -e share.

    >>> noun_keys("taken"), noun_keys("taak")
    (('taken', 'tak'), ('tak',))
    """
    whole = [word, *([word[:-1]] if word.endswith("s") and len(word) > _SHORTEST_BEFORE_S else [])]
    shorter = [
        each.removesuffix(ending)
        for each in whole
        for ending in ("en", "e")
        if each.endswith(ending) and not each.endswith("een") and len(each) - len(ending) >= _SHORTEST
    ]
    return tuple(dict.fromkeys(_stem(each) for each in [*whole, *shorter]))


def parts_of_compound(word: str) -> Iterator[tuple[str, str]]:
    """Every way to read a word as two, without the sound between them.

    >>> ("opvoed", "ondersteuning") in parts_of_compound("opvoedondersteuning")
    True
    >>> ("gezin", "kosten") in parts_of_compound("gezinskosten")
    True
    """
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        first, second = word[:cut], word[cut:]
        yield first, second
        if first.endswith("s") and cut > SHORTEST_PART:
            yield first[:-1], second


def other_words(word: str) -> tuple[str, ...]:
    """What the documents say for a word that they do not have.

    >>> other_words("wachttijden"), other_words("pleegzorg")
    (('wachtlijst', 'hulp moeten wachten'), ())
    """
    keys = form_keys(word)
    return next((others for asked, others in OTHER_WORDS.items() if form_keys(asked) & keys), ())


def _stem(word: str) -> str:
    """Spelling of a word without the changes that an ending makes: huiz- is huis, gezinn- gezin, and taak tak-."""
    stem = re.sub(r"([bdfgklmnprst])\1$", r"\1", word)
    stem = re.sub(r"v$", "f", re.sub(r"z$", "s", stem))
    return re.sub(r"(a|e|o|u)\1([^aeiou])$", r"\1\2", stem)
