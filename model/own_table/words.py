"""What headings, titles and row labels say: which field, which end of a band, which unit, whether a row is a total."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from model.own_table.amount_words import SUPERSCRIPT
from model.own_table.amounts import Unit
from model.own_table.headings import HIGH, LOW
from model.own_table.years_written import year_of_text

_MARKS = re.compile(rf"[*†‡{SUPERSCRIPT}]+|(?<=[a-z]) \(?[0-9a-z]\)(?= |$)")

UNUSED = "niet"
"""Role of a column that means nothing for the plan."""

MEASURE_ROLES = {
    "nummer": "nummer van de maatregel",
    "naam": "naam van de maatregel",
    "categorie": "categorie",
    "trekker": "trekker",
    "betrokken": "ook betrokken",
    "soort": "soort investering",
    "investering": "investering (bedrag)",
    "voorbereiding:laag": "voorbereiding, kortste (maanden)",
    "voorbereiding:hoog": "voorbereiding, langste (maanden)",
    "voorbereiding:beide": "voorbereiding (maanden)",
    "looptal": "loopt al (ja of nee)",
    "voorwaarde": "voorwaarde",
    "risico": "risico",
    "jaar": "jaar van het effect",
    "begin": "eerste jaar van de besparing",
    "eenheid": "eenheid van de bedragen op de regel",
    "teken": "V of N: voordelig of nadelig",
}
"""Roles that a column of measures can have besides effects, and their Dutch words."""
YEAR_ROLES = {
    "jaar": "jaar",
    "kosten": "jaarkosten (zonder doel ook het pad dat u wilt volgen)",
    "doel": "doel: wat de jaarkosten moeten worden",
    "deel": "deel van de jaarkosten, om op te tellen",
    "bijdrage": "bijdrage van het Rijk",
    "begroting": "begroting",
    "burap": "bestuursrapportage",
    "taakstelling": "taakstelling: wat er bespaard moet worden",
    "regio": "kosten voor de regio",
    "eenheid": "eenheid van de bedragen op de regel",
    "teken": "V of N: voordelig of nadelig",
}
"""Roles that a figure of the costs per year can have, and their Dutch words."""

_MEASURE_WORDS = tuple(
    (role, re.compile(words))
    for role, words in (
        ("eenheid", r"^eenhe(?:id|den)\b"),
        ("soort", r"soort investering|investeringssoort|dekking"),
        ("voorbereiding", r"voorbereiding|doorlooptijd|invoeringstijd|implementatietijd|aanlooptijd"),
        ("investering", r"invester|incidente(?:el|le)|eenmalig|invoeringskosten|frictiekosten|projectkosten|"
                        r"implementatiekosten|aanloopkosten"),
        ("looptal", r"\bloopt al|reeds gestart|al gestart|\bin uitvoering|\blopend"),
        ("voorwaarde", r"voorwaarde|afhankelijk"),
        ("risico", r"risico"),
        ("betrokken", r"betrokken|partners|partijen|stakeholder"),
        ("trekker", r"trekker|portefeuillehouder|verantwoordelijk|eigenaar|uitvoerder|opdrachtnemer|actiehouder|"
                    r"^wie$|\blead\b"),
        ("nummer", r"\bnummer\b|\bnr\b|^no$|\bcode\b|^id$|volgnr|volgnummer|^#$|maatregelnummer"),
        ("naam", r"maatregel|omschrijving|\bnaam\b|ombuiging|voorstel|bezuiniging|interventie|\btitel\b|\bactie\b|"
                 r"\bproject\b|activiteit|besparingsidee|initiatief"),
        ("categorie", r"categorie|thema|cluster|domein|pijler|\bspoor\b|programma|rubriek|\bgroep\b|onderdeel"),
        ("jaar", r"^(?:jaar|jaartal)$"),
        (UNUSED, r"toelichting|opmerking|controle|\bcheck\b|status|\bbron\b|paraaf|taakveld|kostenplaats|boekjaar|"
                 r"gemeente|\bregio\b|grootboek|zekerheid|zacht|kolom"),
    )
)  # fmt: skip
_YEAR_WORDS = tuple(
    (role, re.compile(words))
    for role, words in (
        ("eenheid", r"^eenhe(?:id|den)\b"),
        ("jaar", r"^(?:jaar|jaartal|boekjaar|begrotingsjaar|kalenderjaar|jaren|datum|peildatum|periode|dienstjaar)$"),
        ("bijdrage", r"rijksbijdrage|bijdrage (?:van het )?rijk|\brijk\b|algemene uitkering|rijksmiddelen|"
                     r"gemeentefonds|rijksvergoeding"),
        ("regio", r"kosten (?:voor de )?regio|regiokosten|eigen lasten|netto|saldo"),
        ("burap", r"bestuursrapportage|burap|bijstelling"),
        ("doel", r"\bdoel(?:stelling|bedrag|waarde|lasten|kosten|budget|niveau)?\b|\btarget|streef|"
                 r"\bnorm(?:bedrag|budget|kosten|lasten|uitgaven)?\b|te bereiken|beoogd|gewenst|plafond|taakstellend"),
        ("taakstelling", r"taakstelling|opgave"),
        ("kosten", r"kosten|lasten|uitgaven|\bpad\b"),
        ("begroting", r"begroting|begroot|raming|\bmjr\b|\bbegr\b|budget"),
        ("kosten", r"realisatie|\brek\b|jaarrekening|prognose"),
    )
)  # fmt: skip
_EFFECT = re.compile(r"effect|besparing|opbrengst|bezuiniging|ombuiging|bate|voordeel|resultaat|bandbreedte|reductie|"
                     r"vermindering|vermeden|\b(?:lagere|minder)\b")  # fmt: skip
_NO_SAVING = re.compile(
    r"kosten|lasten|uitgaven|budget|aantal|jeugdigen|cli[eë]nt|kinderen|trajecten|\bfte|volume|prijs|tarief|opgave|"
    r"taakstelling|onzekerheid|realisatie|gerealiseerd|inzet|intensiver|begroting|begroot|subsidie|middelen|\bindex|"
    r"\b(?:uren|dagen|plaatsen|bedden|punten|scores?|indicaties|beschikkingen|meldingen|gezinnen|huishoudens|"
    r"medewerkers|inwoners|leerlingen|formatie|kans|percentage)\b"
)
_NET = re.compile(r"\bnetto\b|saldo")
_PER_ONE = re.compile(
    r"\bper (?:jeugdige|cli[eë]nt|inwoner|kind|traject|plaats|gezin|persoon|uur|dag|etmaal|beschikking)\b"
)
_EARLIER = re.compile(r"\b(?:oude?|vorige?|eerdere?|oorspronkelijke?)\b")
_NO_YEARLY_COST = re.compile(
    r"autono|zonder maatregel|ongewijzigd|\bper (?:jeugdige|cli[eë]nt|inwoner|kind|traject)|apparaat|uitvoering|"
    r"overhead|verhoging|groei|toename|stijging|mutatie"
)
_YEARLY_COST = re.compile(
    r"totaal|totale|\bpad\b|doelpad|jaarkosten|\b(?:met|na) (?:de )?(?:maatregel|ombuiging|besparing)"
)
_END = re.compile(r"structureel|eindbeeld|eindeffect|eindsituatie|volledig effect|jaarlijks(?:e)? effect|uiteindelijk")
_LOW = re.compile(r"\b(?:laag|lage|low|min|minimum|minimaal|minimale|ondergrens|onderkant|ondermarge|behoudend|"
                  r"voorzichtig|pessimistisch|conservatief|van|vanaf)\b")  # fmt: skip
_HIGH = re.compile(r"\b(?:hoog|hoge|high|max|maximum|maximaal|maximale|bovengrens|bovenkant|bovenmarge|optimistisch|"
                   r"ambitieus|tot)\b")  # fmt: skip
_MIDDLE = re.compile(r"\b(?:verwacht|verwachte|gemiddeld|gemiddelde|midden|realistisch|raming)\b")
_SUM_OVER_YEARS = re.compile(r"\b(?:totaal|cumulatief|som|opgeteld|gem|gemiddeld)\b|t/m|20[0-9]{2} ?- ?20[0-9]{2}")
_SUM_IN_YEAR = re.compile(r"\b(?:totaal|som|gem|gemiddeld)\b")
_COMPARED = re.compile(
    r"\b(?:t ?o ?v|ten opzichte van|vergeleken met|in vergelijking met|(?:prijs)?peil(?:jaar)?|prijzen|basisjaar)"
    r"(?: (?:van|het|jaar|begroting|stand))* 20[0-9]{2}\b"
)
_FROM_OR_TO_YEAR = re.compile(r"\b(?:van|vanaf|tot en met|tot|t/m)(?: het jaar| jaar)? (?=20[0-9]{2}\b)")
_TO_YEAR = re.compile(r"(?<!20[0-9]{2} )(?:\btot en met|\btot|t/m)(?: het jaar| jaar)? 20[0-9]{2}\b")
_TOTAL = re.compile(r"(?:sub ?-?totaal|totaal|totalen|eindtotaal|som|saldo|total|per saldo|optelling|sub totaal|"
                    r"(?:te )?transport(?:eren)?|tezamen|alles (?:samen|bij elkaar)|bij elkaar|"
                    r"(?:netto|bruto|generaal|algemeen|overall|grand) tota(?:al|l))\b")  # fmt: skip
_CHANGE = re.compile(
    r"cumulati|\bcum\b|opgeteld|mutatie|"
    r"(?:t\.? ?o\.? ?v\.?|ten opzichte van|vergeleken met) (?:het )?(?:vorig|voorgaand|jaar ervoor)|"
    r"(?:groei|toename|erbij|nieuw) per jaar|(?:per|elk) jaar (?:erbij|extra|nieuw)|"
    r"jaarlijkse? (?:groei|toename|oploop|stijging|extra)|increment"
)
_ADDED = re.compile(r"\b(?:extra|nieuwe?|groei|toename|oploop|aanvullende?|erbij|bijkomende?)\b")
_PART = re.compile(r"(?:waarvan|w\.? ?v\.?|w\.? ?o\.?|deels|onderdeel van|deel van)(?![a-z])")
_NOTE = re.compile(r"(?:[*†‡¹²³]|\(?[0-9a-z]\)|bron\b|noot\b|toelichting|opmerking|let op|n\.?b\.?\b|prijspeil|"
                   r"peildatum|versie|vastgesteld|bedragen|stand\b|legenda|concept\b)")  # fmt: skip

_UNIT_WORDS = (
    (Unit.PERCENT, re.compile(r"%|procent|\bpct\b")),
    (Unit.THOUSANDS, re.compile(
        r"(?:[x×*€(]|\beur|\bmaal|\bper|\bin|\bbedragen|^)\s?€?\s?(?<![0-9.,])1[., ]?000(?![0-9.,]*[0-9])(?!\s?000)"
        r"(?=\s*(?:$|[^\sa-z]|€|euro|eur\b|tenzij))|(?<![0-9.,])1[., ]?000\s?(?:€|euro)|"
        r"\b(?:in )?duizend(?:en|tallen)?\b|\b[kt] ?€|€ ?[kt]\b|\b[kt]eur\b|\bdzd\b|\btsd\b")),
    (Unit.MLN, re.compile(
        r"\bmln\b|miljoen|\bmio\b|\bm ?€|€ ?m\b|\bmeur\b|(?:[x×*]|maal)\s?€?\s?1(?:[., ]?000){2}")),
)  # fmt: skip
_EURO = re.compile(r"€|\beuro\b|euro['’]s|\beur\b")
_AMOUNT = re.compile(
    r"(?:€ ?)?(?<![0-9.,])(?!1(?:[., ]?000){0,2}(?![0-9.,]*[0-9]))[0-9][0-9.,]*\s?"
    r"(?:mln|miljoen|mio|%|procent|pct|euro|eur\b|duizend|k\b)"
)
_ABOUT_AMOUNTS = re.compile(
    r"bedrag|alle cijfers|eenheid|[x×*] ?(?:€ ?)?1|"
    r"\bin (?:hele )?(?:€|euro|eur\b|mln|miljoen|duizend|[ktm] ?€|[ktm]eur|procent|%)"
)
_MULTIPLE = re.compile(r"[x×*] ?€? ?(1[0-9.]*(?: 0{3})*)(?! ?(?:mln|miljoen))|\b(?:in ton|tonnen)\b")
_MINUS, _PLUS = r"(?:-|\bmin|\bminus|minteken|negatief)", r"(?:\+|\bplus|positief)"
_MEANS = r"\s*(?:=|is|zijn|betekent)\s*(?:een\s*)?"
_GOOD = r"(?:voordeel|voordelig|besparing|bate|lagere (?:lasten|kosten))"
_BAD = r"(?:nadeel|nadelig|hogere (?:lasten|kosten)|extra (?:lasten|kosten)|kosten|last)"
_BENEFIT_IS_MINUS = re.compile(f"{_MINUS}{_MEANS}{_GOOD}|{_PLUS}{_MEANS}{_BAD}")
_BENEFIT_IS_PLUS = re.compile(f"{_PLUS}{_MEANS}{_GOOD}|{_MINUS}{_MEANS}{_BAD}")
_FAVOUR = {
    word: sign
    for sign, words in (("v", ("v", "voordelig", "voordeel", "+")), ("n", ("n", "nadelig", "nadeel", "-")))
    for word in words
}
_LONGEST = 200


def plain(text: str) -> str:
    """Text in small letters on one line, without footnote marks, with signs of one kind."""
    text = text[:_LONGEST].casefold().replace("\u00a0", " ").replace("–", "-").replace("−", "-")
    # Superscripts are marks of footnotes; NFKC would make digits of them.
    text = unicodedata.normalize("NFKC", _MARKS.sub(" ", text))
    return " ".join(text.split())


def bare(text: str) -> str:
    """Words of a heading without what stands between brackets and without signs around them."""
    words = re.sub(r"\(.*?\)|\[.*?\]", " ", plain(text))
    return " ".join(re.findall(r"[^\s.,:;_]+", words)).strip(" -")


@dataclass(frozen=True)
class Heading:
    """What one heading says.

    `role` is one of the roles, "effect" or "eind" (with `end` laag, hoog or ""), or "" where it says nothing known.
    """

    role: str
    year: int | None = None
    end: str = ""
    unit: Unit | None = None
    is_middle: bool = False


def measure_heading(text: str) -> Heading:
    """What a heading above a column of measures says.

    >>> measure_heading("Effect 2027 laag (mln €)")
    Heading(role='effect', year=2027, end='laag', unit=<Unit.MLN: 'mln'>, is_middle=False)
    """
    words, unit = _COMPARED.sub(" ", bare(text)), unit_in(text)
    year, _ = year_of_text(words)
    end, middle = end_in(words if year is None else _FROM_OR_TO_YEAR.sub(" ", words)), bool(_MIDDLE.search(words))
    named = _first(_MEASURE_WORDS, words)
    if named == "investering" and "invester" not in words and _EFFECT.search(words):
        named = ""
    if year is not None and named in ("", "naam", UNUSED, "jaar", "categorie") and not _SUM_IN_YEAR.search(words):
        return Heading("effect", year, end, unit, middle)
    if year is None and _END.search(words) and named in ("", "naam"):
        return Heading("eind", None, end, unit, middle)
    if named == "voorbereiding":
        return Heading(f"voorbereiding:{end or 'beide'}")
    if year is None and not named and (end or middle or _EFFECT.search(words)):
        return Heading(UNUSED if _SUM_OVER_YEARS.search(words) else "eind", None, end, unit, middle)
    if year is None and named == "naam" and end and not re.search(r"^(?:maatregel|omschrijving|naam)", words):
        return Heading("eind", None, end, unit, middle)
    if named == "investering":
        return Heading(named, year, end, unit)
    if _SUM_OVER_YEARS.search(words) and named in ("", "naam"):
        return Heading(UNUSED)
    return Heading(named, year, end, unit)


def year_heading(text: str) -> Heading:
    """What a heading or label of a figure per year says."""
    words = bare(text)
    return Heading(_first(_YEAR_WORDS, words), year_of_text(_COMPARED.sub(" ", words))[0], "", unit_in(text))


def end_in(words: str) -> str:
    """End of a band that words name; empty for none or both."""
    low, high = _LOW.search(words), _HIGH.search(words)
    return "" if bool(low) == bool(high) else LOW if low else HIGH


def effect_likeness(text: str) -> int:
    """How likely a heading with a year means savings: 0 where it names something else, such as costs or children."""
    words = bare(text)
    is_saving = bool(_EFFECT.search(words) or _NET.search(words))
    if _PER_ONE.search(words) or (not is_saving and _NO_SAVING.search(words)):
        return 0
    return 1 if says_change_in_heading(text) or _EARLIER.search(plain(text)) else 3 if is_saving else 2


def cost_likeness(text: str) -> int:
    """How likely a heading of costs means the yearly costs of the plan: 0 where it names a part or another course."""
    words = bare(text)
    if _NO_YEARLY_COST.search(words):
        return 0
    return 3 if _YEARLY_COST.search(words) else 1 if says_past(words) else 2


def says_effect(text: str) -> bool:
    """Whether a text is about savings."""
    return bool(_EFFECT.search(plain(text)))


def says_end(text: str) -> bool:
    """Whether a heading names the saving that is reached at the end."""
    return bool(_END.search(plain(text)))


def says_past(text: str) -> bool:
    """Whether a heading says that its amounts are realised already."""
    return bool(re.search(r"realisatie|jaarrekening|gerealiseerd|\brek\b", plain(text)))


def is_only_about_columns(text: str) -> bool:
    """Whether a text can only be part of a heading: a year, an end of a band, a unit or the word effect."""
    words = plain(text)
    if not words or len(words) > 40:
        return False
    year = year_of_text(words)[0]
    left = _EFFECT.sub(" ", _MIDDLE.sub(" ", _HIGH.sub(" ", _LOW.sub(" ", words))))
    left = re.sub(r"20[0-9]{2}|jaar|€|euro|mln|miljoen|scenario|variant|raming|begroting|rek|begr|mjr", " ", left)
    left = re.sub(r"[x×*]? ?€? ?1[. ]?000", " ", left)
    return (year is not None or left != words) and not re.search(r"[a-z]{3}|[0-9]", left)


def unit_in(text: str) -> Unit | None:
    """Unit that a heading names, None where it names none.

    >>> unit_in("Effect 2027 laag (x € 1.000)"), unit_in("Jaarkosten (mln €)"), unit_in("Besparing in €")
    (<Unit.THOUSANDS: 'dzd'>, <Unit.MLN: 'mln'>, <Unit.EURO: 'euro'>)
    """
    words = plain(text)
    found = [unit for unit, pattern in _UNIT_WORDS if pattern.search(words)]
    if len(found) > 1:
        return found[0] if Unit.PERCENT not in found and Unit.MLN not in found else None
    if found:
        return found[0]
    return Unit.EURO if _EURO.search(words) else None


def unit_stated(text: str) -> Unit | None:
    """Unit that a title or note states for the amounts of a sheet, None where it says nothing about that.

    >>> unit_stated("Bedragen x € 1.000"), unit_stated("€ 3 mln minder in 2029"), unit_stated("voor 1.000 kinderen")
    (<Unit.THOUSANDS: 'dzd'>, None, None)
    """
    words = _AMOUNT.sub(" ", plain(text))
    return unit_in(words) if _ABOUT_AMOUNTS.search(words) or not re.search(r"[a-z]{3}", _left(words)) else None


def odd_unit(text: str) -> str:
    """Unit that a text states and that cannot be read, such as x € 100.000; empty where it states none."""
    words = plain(text)
    found = _MULTIPLE.search(words)
    digits = re.sub(r"[^0-9]", "", found[1] or "") if found else "1"
    return found[0].strip() if found and digits not in ("1", "1000", "1000000") else ""


def _left(words: str) -> str:
    for _, pattern in _UNIT_WORDS:
        words = pattern.sub(" ", words)
    return _EURO.sub(" ", words)


def sign_stated(text: str) -> str:
    """What a title or note says about signs: "min" where a minus is a saving, "plus" where a plus is; else empty."""
    words = plain(text)
    if _BENEFIT_IS_MINUS.search(words):
        return "min"
    return "plus" if _BENEFIT_IS_PLUS.search(words) else ""


def says_favour(text: str) -> bool:
    """Whether a heading is about what is favourable and what is not, as V/N is."""
    return bool(re.search(r"\bv ?/ ?n\b|voorde(?:el|lig).*nade(?:el|lig)|\+ ?/ ?-", plain(text)))


def favour_of(text: str) -> str:
    """What a cell that says no more than that says: "v" for favourable, "n" for not, empty for anything else."""
    return _FAVOUR.get(plain(text).strip(" ()."), "")


def is_total(text: str) -> bool:
    """Whether the label of a row says that it is a total."""
    return bool(_TOTAL.match(plain(text).strip(" -:;=")))


def says_change_in_title(text: str) -> bool:
    """Whether a title says that amounts are added up over the years, or are what changes from year to year."""
    return bool(_CHANGE.search(plain(text)))


def says_change_in_heading(text: str) -> bool:
    """Whether the heading of a year says so."""
    words = plain(text)
    return bool(_CHANGE.search(words) or _ADDED.search(words) or _TO_YEAR.search(words))


def says_part(text: str) -> bool:
    """Whether the label of a row says that it is a part of the row above."""
    return bool(_PART.match(plain(text).strip(" -:;=•")))


def is_note(text: str) -> bool:
    """Whether a row with one text looks like a footnote or an explanation."""
    return bool(_NOTE.match(plain_with_marks(text)))


def plain_with_marks(text: str) -> str:
    """Text in small letters on one line, footnote marks included."""
    return " ".join(text[:_LONGEST].casefold().split())


def _first(words: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str:
    return next((role for role, pattern in words if pattern.search(text)), "")
