"""Headings of an own table and the fields of the model they stand for: where Dutch and code meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from model.what_if.measures import LONGEST_PREPARATION_MONTHS, MOST_MEASURES
from model.what_if.trajectory import MOST_YEARS


class TableKind(StrEnum):
    """The two tables; the values are the names of their sheets."""

    MEASURES = "Maatregelen"
    YEARS = "Kosten per jaar"


class CellKind(StrEnum):
    """What a cell of a field holds."""

    CODE = "nummer"
    TEXT = "tekst"
    PARTIES = "namen"
    NUMBER = "getal"
    YEAR = "jaar"
    YES_NO = "ja of nee"
    INVESTMENT = "soort investering"


MOST_ROWS = {TableKind.MEASURES: MOST_MEASURES, TableKind.YEARS: MOST_YEARS}
ROW_NOUNS = {TableKind.MEASURES: "maatregelen", TableKind.YEARS: "jaren"}
LOW, HIGH = "laag", "hoog"
EFFECT_YEARS = (1990, 2100)
"""First and last year that an effect column can be for."""
MLN, MONTHS = "mln €", "maanden"


@dataclass(frozen=True)
class Field:
    """One column: its name in the model's table, its Dutch heading, and what it means.

    A column that is half of a band has `end` "laag" or "hoog"; its `stem` is the heading of the two together.
    """

    name: str
    stem: str
    kind: CellKind
    about: str
    unit: str = ""
    required: bool = False
    end: str = ""

    @property
    def heading(self) -> str:
        """Heading as templates, editor and messages show it."""
        words = f"{self.stem} {self.end}" if self.end else self.stem
        return f"{words} ({self.unit})" if self.unit else words

    def is_called(self, text: str) -> bool:
        """Whether a text is the heading of the template; earlier templates had other capitals."""
        return text.casefold() in (self.heading.casefold(), f"{self.stem} ({self.unit})".casefold())

    @property
    def holds_band(self) -> bool:
        """Whether both ends of a band stand in this one column."""
        return not self.end and "_low" in self.name


_CODE = Field(
    "measure_code", "Nummer", CellKind.CODE, "Kort nummer zoals 1 of 3a, hooguit 8 tekens, elk één keer.", required=True
)
_NAME = Field(
    "name", "Maatregel", CellKind.TEXT, "Naam van de maatregel, hooguit 200 tekens, elke naam één keer.", required=True
)
_PREPARATION_ABOUT = (
    f"Kortste of langste voorbereiding, 0 tot en met {LONGEST_PREPARATION_MONTHS:.0f} maanden. Alleen om te laten "
    "zien: "
    "in het effect per jaar telt de voorbereiding al mee."
)
_AFTER_EFFECTS = (
    Field("category", "Categorie", CellKind.TEXT, "Groep waaronder de maatregel op de pagina staat."),
    Field("lead", "Trekker", CellKind.TEXT, "Wie de maatregel uitvoert."),
    Field("involved", "Ook betrokken", CellKind.PARTIES, "Andere partijen, gescheiden door komma's."),
    Field("investment_kind", "Soort investering", CellKind.INVESTMENT,
          "bedrag, geen, nog op te geven, transformatiefonds of onbekend. Leeg betekent: bedrag als er een bedrag "
          "staat, "
          "en anders onbekend."),
    Field("investment_mln_eur", "Investering", CellKind.NUMBER,
          "Bedrag in mln €. Leeg laten als de soort geen bedrag is.", MLN),
    Field("preparation_months_low", "Voorbereiding", CellKind.NUMBER, _PREPARATION_ABOUT, MONTHS, end=LOW),
    Field("preparation_months_high", "Voorbereiding", CellKind.NUMBER, _PREPARATION_ABOUT, MONTHS, end=HIGH),
    Field("running", "Loopt al", CellKind.YES_NO, "ja of nee. Leeg betekent nee."),
    Field("condition", "Voorwaarde", CellKind.TEXT, "Wat er eerst nodig is, hooguit 500 tekens."),
    Field("risk", "Risico", CellKind.TEXT, "Wat er mis kan gaan, hooguit 500 tekens."),
)  # fmt: skip
_EFFECT_ABOUT = (
    "Besparing in dat jaar vergeleken met niets doen, in mln €: de onderkant (laag) en de bovenkant "
    "(hoog). Het "
    "is een niveau, geen groei. Het laatste jaar geldt ook voor latere jaren. Geen besparing is 0, niet leeg."
)
YEAR_FIELDS = (
    Field("year", "Jaar", CellKind.YEAR, f"Opeenvolgende jaren, 1 tot en met {MOST_YEARS}.", required=True),
    Field("yearly_cost_mln_eur", "Jaarkosten", CellKind.NUMBER,
          "Het pad dat de regio wil volgen. Het eerste jaar is het begin en moet bekend zijn; het laatste bekende "
          "jaar is "
          "het doel.", MLN, required=True),
    Field("national_contribution_mln_eur", "Bijdrage van het Rijk", CellKind.NUMBER, "Leeg betekent onbekend, niet 0.",
          MLN),
    Field("budget_mln_eur", "Begroting", CellKind.NUMBER, "Alleen om de jaarkosten na te rekenen.", MLN),
    Field("interim_report_mln_eur", "Bestuursrapportage", CellKind.NUMBER,
          "Bijstelling tijdens het jaar, bij de begroting opgeteld. Alleen om na te rekenen.", MLN),
    Field("target_mln_eur", "Taakstelling", CellKind.NUMBER,
          "Wat er bespaard moet worden, van de begroting afgetrokken. Alleen om na te rekenen.", MLN),
    Field("regional_cost_mln_eur", "Kosten voor de regio", CellKind.NUMBER,
          "Jaarkosten min de bijdrage van het Rijk. Alleen om na te rekenen.", MLN),
)  # fmt: skip

INVESTMENT_KINDS = {
    "bedrag": "bedrag",
    "geen": "geen",
    "nog op te geven": "op_te_geven",
    "transformatiefonds": "transformatiefonds",
    "onbekend": "leeg",
}
"""Dutch word for each kind of investment, and its value in the model."""

_OTHER_WORDS = {
    "nr": "nummer", "code": "nummer", "naam": "maatregel", "burap": "bestuursrapportage",
    "bijdrage rijk": "bijdrage van het rijk", "rijksbijdrage": "bijdrage van het rijk",
    "kosten regio": "kosten voor de regio",
}  # fmt: skip
_EFFECT = re.compile(r"effect ([0-9]{4})(?: (?:en later|e v))?(?: (laag|hoog))?")


def effect_field(year: int, end: str) -> Field:
    """Field of one end of the effect in a year."""
    side = "low" if end == LOW else "high"
    return Field(f"effect_{year}_{side}_mln_eur", f"Effect {year}", CellKind.NUMBER, _EFFECT_ABOUT, MLN, True, end)


def fields_of(kind: TableKind, effect_years: Iterable[int] = ()) -> tuple[Field, ...]:
    """Fields of a table in the order of its columns."""
    if kind is TableKind.YEARS:
        return YEAR_FIELDS
    effects = (effect_field(year, end) for year in effect_years for end in (LOW, HIGH))
    return (_CODE, _NAME, *effects, *_AFTER_EFFECTS)


def field_of_heading(kind: TableKind, heading: str) -> Field | None:
    """Field that a heading stands for, or None; a band in one column gives the field without an `end`.

    Capitals, spaces, signs, and anything between brackets do not matter.
    """
    words = _words(heading)
    words = _OTHER_WORDS.get(words, words)
    if kind is TableKind.MEASURES and (match := _EFFECT.fullmatch(words)):
        if not EFFECT_YEARS[0] <= int(match[1]) <= EFFECT_YEARS[1]:
            return None
        field = effect_field(int(match[1]), match[2] or LOW)
        return field if match[2] else replace(field, end="")
    for field in fields_of(kind):
        if words == _words(field.heading):
            return field
        if field.end == LOW and words == _words(field.stem):
            return replace(field, end="")
    return None


def band_ends(band: Field) -> tuple[Field, Field]:
    """The two fields of a band that stands in one column."""
    low = replace(band, end=LOW)
    return low, replace(band, name=band.name.replace("_low", "_high"), end=HIGH)


def effect_year(field: Field) -> int | None:
    """Year of an effect column, None for any other."""
    match = _EFFECT.fullmatch(_words(field.heading))
    return int(match[1]) if match else None


def effect_years_of(fields: Sequence[Field | None]) -> tuple[int, ...]:
    """Years for which there is an effect column, in rising order."""
    years = {effect_year(field) for field in fields if field is not None}
    return tuple(sorted(year for year in years if year is not None))


def same_words(text: str, other: str) -> bool:
    """Whether two names are the same but for capitals, spaces and signs."""
    return _words(text) == _words(other)


def _words(heading: str) -> str:
    # Years are compared as digits of one script only; NFKC also turns no-break spaces into plain ones.
    plain = unicodedata.normalize("NFKC", re.sub(r"\(.*?\)", " ", heading)).casefold()
    return " ".join(re.findall(r"[^\W_]+", plain))
