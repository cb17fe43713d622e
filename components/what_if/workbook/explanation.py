"""Sheets in words: what the workbook is and how to use it, and the figures in it that do not compute along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from components.look.words import date_words, number
from components.what_if.workbook.inputs import InputCells
from components.what_if.workbook.writing import Look, Sheet, Shown
from model.what_if import Scenario, chance_range, fan

NAME, CHANCE_NAME = "Uitleg", "Kans en band"
WIDTHS, CHANCE_WIDTHS = (46, 105), (44, 16, 16, 16)
_SHEETS = (
    ("Resultaat", "De uitkomst: jaarkosten, verschil met het doel, per jaar en over de jaren."),
    ("Invoer", "Wat u kunt instellen: doel, overlap, groei, investeringen, bijdrage van het Rijk en elke maatregel."),
    ("Maatregelen", "De bandbreedte van elke maatregel per jaar, trekker en categorie. Ook te veranderen."),
    ("Pad", "Het pad waarmee is gerekend en de andere doelen. Ook te veranderen."),
    ("Berekening", "Alle stappen als formules, van bandbreedte tot jaarkosten."),
    ("Waterval", "Van de beginkosten naar het resultaat."),
    ("Bijdragen", "Wat elke maatregel, trekker en categorie bijdraagt; telt op tot het effect na overlap."),
    ("Kans en band", "Kans en bandbreedte van de dag van downloaden. Deze rekenen niet mee."),
)
_RULES = (
    "Gekleurde cellen met een rand zijn invoer. Alle andere getallen zijn formules. Niets is beveiligd en er zijn "
    "geen macro's.",
    "Onbekend is geen 0: waar niemand een bedrag kent, staat “onbekend”, en zo'n bedrag telt nergens mee.",
    "Besparingen zijn jaarlijkse niveaus ten opzichte van niets doen, geen bedragen die er elk jaar bij komen.",
    "Optellen mag niet: maatregelen raken dezelfde kosten. De grootste telt helemaal mee en van de andere samen het "
    "deel dat na overlap overblijft. Hoe groot de overlap is, is een aanname.",
    "Bedragen staan in mln € en zijn niet geïndexeerd. Getoond worden afgeronde bedragen; gerekend wordt met alle "
    "cijfers. Wie de getoonde bedragen optelt, kan daardoor op het laatste cijfer iets anders vinden.",
)
_FIXED = (
    "De cijfers op dit blad rekenen niet mee. Ze komen uit duizenden trekkingen van bandbreedtes en overlap, en dat "
    "kan een rekenblad niet met gewone formules. Ze horen bij de invoer op de dag van downloaden."
)
_UNCHANGED = "Op het blad Invoer staat alles nog zoals bij het downloaden."


def write_explanation(
    sheet: Sheet, title: str, meanings: Sequence[tuple[str, str]], about: Iterable[tuple[str, str]]
) -> None:
    """What the workbook is, its sheets, its rules, and what the download was of."""
    sheet.text(0, 0, title, Look.TITLE)
    sheet.text(1, 0, "Een rekenblad met formules: verander de invoer en alles rekent mee, ook zonder de app.")
    parts = (
        (("Blad", "Wat er staat"), _SHEETS),
        (("Regels", ""), [("", rule) for rule in _RULES]),
        (("Aannames", "Wat zij betekenen"), meanings),
        (("Over dit bestand", "Bij het downloaden"), about),
    )
    row = 3
    for headings, rows in parts:
        sheet.texts(row, 0, headings, Look.HEADING)
        for texts in rows:
            row += 1
            sheet.texts(row, 0, texts, Look.WRAPPED)
        row += 2


def write_chances(sheet: Sheet, scenario: Scenario, given: InputCells, today: date) -> None:
    """Band and chance as values, with what they hold for."""
    found, trajectory = fan(scenario), scenario.plan.trajectory
    day, draws = date_words(today), number(found.draws)
    sheet.text(0, 0, f"Kans en band op {day}: rekenen niet mee", Look.TITLE)
    sheet.text(1, 0, _FIXED)
    sheet.text(2, 0, "Voor kans en band bij andere invoer: gebruik de app.")
    differs = (
        f'IF({given.differences}=0,"{_UNCHANGED}","Let op: op het blad Invoer zijn "&({given.differences})&'
        '" cellen veranderd. Kans en band hieronder horen bij de oude invoer.")'
    )
    sheet.formula(3, 0, differs, _UNCHANGED, Shown.TEXT, Look.BOLD)
    sheet.text(5, 0, f"Kans op het doel in {trajectory.target_year}")
    sheet.number(5, 1, found.chance_share, Shown.PERCENT, Look.FIXED)
    sheet.text(6, 0, f"Uit {draws} doorrekeningen; 0% en 100% kunnen voor bijna nooit en bijna altijd staan.")
    more, less = chance_range(scenario)
    fixed = (
        ("Kans met 5 punten meer overlap", more, Shown.PERCENT),
        ("Kans met 5 punten minder overlap", less, Shown.PERCENT),
        ("Onzekerheid van de overlap (plus of min)", scenario.overlap_margin_share, Shown.SHARE),
        ("Samenhang van de maatregelen", scenario.dependence_share, Shown.SHARE),
    )
    for row, (label, share, shown) in enumerate(fixed, start=7):
        sheet.text(row, 0, label)
        sheet.number(row, 1, share, shown, Look.FIXED)
    sheet.text(12, 0, "Jaar", Look.HEADING)
    sheet.texts(12, 1, ("Laag (P10)", "Midden (P50)", "Hoog (P90)"), Look.FIGURE_HEADING)
    bands = np.stack([found.p10_mln_eur, found.p50_mln_eur, found.p90_mln_eur], axis=1)
    for row, (year, band) in enumerate(zip(found.years, bands, strict=True), start=13):
        sheet.number(row, 0, year, Shown.WHOLE, Look.LABEL)
        for column, value in enumerate(band, start=1):
            sheet.number(row, column, float(value), look=Look.FIXED)
    sheet.text(
        13 + len(bands), 0, "Jaarkosten in mln €: in 80 van de 100 doorrekeningen liggen ze tussen laag en hoog."
    )
