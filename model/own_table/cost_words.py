"""What titles, headings and labels say about costs: with or without measures, and whether they are costs at all."""

from __future__ import annotations

import re

from model.own_table.words import bare, plain

_WITHOUT_MEASURES = re.compile(r"autonoom|autonome (?:lasten|kosten|uitgaven)|zonder (?:de )?(?:maatregel|ombuiging|"
                               r"besparing)|ongewijzigd")  # fmt: skip
_AFTER_MEASURES = re.compile(r"\b(?:met|na|incl\.?|inclusief) (?:de )?(?:maatregel|ombuiging|besparing|taakstelling)")
_FORECAST = re.compile(
    r"(?<!bij de )\b(?:\w*begroting(?:en)?|\w*raming(?:en)?|\w*prognoses?|geraamde?|verwachte?|verwachting(?:en)?)\b"
)
_ABOUT_COSTS = re.compile(
    r"\b(?:jaar)?(?:lasten|kosten|uitgaven)\b|begroting|meerjarenraming|\bbudget\b|jeugdhulp|jeugdzorg|"
    r"\bprogramma [0-9]"
)
_OTHER_TASK = re.compile(
    r"\bwmo\b|participatie|bijstand|minima|schuldhulp|huishoudelijke|re-?integratie|sociaal domein|onderwijs|welzijn|"
    r"volksgezondheid|maatschappelijke opvang|beschermd wonen"
)
_COSTS_BY_NAME = re.compile(
    r"(?:(?:totale?|totaal|bruto|verwachte|geraamde|som) )*(?:jaar)?(?:lasten|kosten|uitgaven)\b(?: \w+){0,2}$"
)


def is_about_costs(text: str) -> bool:
    """Whether a title or the name of a sheet is about what youth care costs."""
    return bool(_ABOUT_COSTS.search(plain(text)))


def says_yearly_costs(text: str) -> bool:
    """Whether the label of a row is no more than costs, so that no measure has that name."""
    return bool(_COSTS_BY_NAME.match(bare(text)))


def is_currency(text: str) -> bool:
    """Whether a text is no more than the sign of a currency."""
    return plain(text).strip(" .") in ("€", "eur", "euro")


def says_without_measures(text: str) -> bool:
    """Whether costs are those that come if nothing is done."""
    return bool(_WITHOUT_MEASURES.search(plain(text)))


def says_after_measures(text: str) -> bool:
    """Whether costs are those that are left once measures save."""
    return bool(_AFTER_MEASURES.search(plain(text)))


def says_forecast(text: str) -> bool:
    """Whether costs are called what is expected or budgeted, which is a target only if measures are in it already."""
    says = bool(_FORECAST.search(plain(text))) or says_without_measures(text)
    return says and not says_after_measures(text)


def says_other_task(text: str) -> bool:
    """Whether costs are of another task than youth care, or of several."""
    return bool(_OTHER_TASK.search(plain(text)))


def says_youth(text: str) -> bool:
    """Whether costs are named as those of youth care."""
    return "jeugd" in plain(text)
