"""What the label of a row says besides a name: a target or a remainder, a dropped measure, a variant, a part."""

from __future__ import annotations

import re

_NO_MEASURE = re.compile(
    r"(?:(?:rest(?:erende )?)?(?:opgave|taakstelling)|rest(?:ant|eert|erend|erende)?|nog (?:in te vullen|te (?:vinden|"
    r"dekken|bezuinigen|realiseren)|op te lossen)|niet ingevuld|verschil|tekort|overschot|(?:af|bij):|"
    r"(?:correctie |aftrek )?overlap|afronding|(?:in |als )?(?:%|procent|percentage))"
    r"(?= |$|[:(=,.])|(?:af|bij):"
)
_NO_MEASURE_BELOW = re.compile(
    r"(?:netto|bruto|af|bij|correctie|dekking|stelpost|begroting|budget|lasten|baten|doel(?:stelling)?|ruimte|"
    r"(?:uitvoerings|invoerings|frictie|project|implementatie|aanloop|transitie|plan)kosten|kosten|investering(?:en)?)"
    r"(?= |$|[:(=,.])"
)
_DROPPED = re.compile(
    r"(?:vervallen|vervalt|geschrapt|ingetrokken|afgewezen|afgevallen|verworpen|gaat niet door|niet akkoord|"
    r"niet overgenomen|niet haalbaar|gestopt)"
)
_DROPPED_LABEL = re.compile(rf"^{_DROPPED.pattern}\b\W|[(\[–:-] ?{_DROPPED.pattern}\W*$")
_VARIANT = re.compile(r"(?:variant|optie|alternatief|keuze|scenario) ?[0-9a-z]{1,3}\b")
_BULLET = re.compile(r"[-•·–—▪\u25e6○*] ?[^\W\d]|o [^\W\d]")
_CODE_IN_NAME = re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,2})*[a-z]?)[.)]?\s+[^\W\d]")
_ONLY_ORDER = re.compile(r"[(]?([0-9]{1,2})[).]?")


def says_no_measure(label: str, *, below: bool) -> bool:
    """Whether a label names what stands under measures without being one, such as a target or what is left of it.

    `below` says that the row stands below a total, where a word such as kosten begins no name of a measure.

    >>> says_no_measure("Nog in te vullen", below=False), says_no_measure("Kosten vervoer beperken", below=False)
    (True, False)
    """
    words = _plain(label)
    return bool(_NO_MEASURE.match(words) or (below and _NO_MEASURE_BELOW.match(words)))


def says_dropped(label: str) -> bool:
    """Whether the name of a measure says that it is dropped."""
    return bool(_DROPPED_LABEL.search(_plain(label)))


def is_dropped(text: str) -> bool:
    """Whether a cell, such as one with a status, says no more than that the measure is dropped."""
    return bool(_DROPPED.fullmatch(_plain(text).strip(" .()")))


def says_variant(label: str) -> bool:
    """Whether a label says that the measure is one of several variants."""
    return bool(_VARIANT.match(_plain(label)))


def has_bullet(label: str) -> bool:
    """Whether a label begins as a line of a list does."""
    return bool(_BULLET.match(label.strip()))


def goes_on(label: str) -> bool:
    """Whether a label can only be the rest of a sentence, for it begins with a small letter."""
    return label[:1].islower() and not has_bullet(label)


def code_in_name(label: str) -> str:
    """Number in front of a name, such as 1.1 in "1.1 Toegang"; empty where there is none."""
    match = _CODE_IN_NAME.match(label.strip())
    return match[1] if match else ""


def order_in(text: str) -> int | None:
    """Number that a cell with only a number of order holds, such as (3); None for any other."""
    match = _ONLY_ORDER.fullmatch(text.strip())
    return int(match[1]) if match else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" -•=")
