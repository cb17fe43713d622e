"""Codes of the Rotterdam plan in Dutch words."""

from __future__ import annotations

from model.background.rotterdam.assignments import NOT_SAID

SHELL_NAMES = {
    "1": "schil 1: de eigen omgeving",
    "2": "schil 2: zwaardere hulp in de eigen omgeving",
    "3": "schil 3: hulp buiten de eigen omgeving",
}
AGENDA_NAMES = {"lokaal": "lokaal", "gemeenschappelijk": "gemeenschappelijk"}
FORM_NAMES = {
    "geen": "geen (lokaal)",
    "werkatelier": "werkatelier",
    "werkgroep": "thematische werkgroep",
    "tussenvorm": "tussenvorm",
    "conform_ikw": "volgens afspraken IKW",
}
WORKING_GROUP_NAMES = {
    "signalering_diagnose_toeleiding": "signalering, diagnose en toeleiding",
    "sturing_financiering": "sturing en financiering",
    "jeugdbescherming_jeugdreclassering": "jeugdbescherming en jeugdreclassering",
}
VALUE_NAMES: dict[str, dict[str, str]] = {
    "shells": {**SHELL_NAMES, NOT_SAID: "welke schil staat er niet"},
    "agenda": AGENDA_NAMES,
    "form": FORM_NAMES,
    "working_group": {**WORKING_GROUP_NAMES, NOT_SAID: "geen thematische werkgroep"},
}
"""Per column of the matrix of assignments: value to name."""

HEADINGS: dict[str, dict[str, str]] = {
    "shells": {"1": "schil 1", "2": "schil 2", "3": "schil 3", NOT_SAID: "niet genoemd"},
    "agenda": AGENDA_NAMES,
    "form": {**FORM_NAMES, "geen": "geen", "werkgroep": "werkgroep", "conform_ikw": "volgens IKW"},
    "working_group": {
        "signalering_diagnose_toeleiding": "signalering, toeleiding",
        "sturing_financiering": "sturing, geld",
        "jeugdbescherming_jeugdreclassering": "bescherming, reclassering",
        NOT_SAID: "geen",
    },
}
"""The same, short enough for the head of a narrow column."""

DIMENSION_NAMES = {"shells": "schil", "agenda": "agenda", "form": "vorm", "working_group": "werkgroep"}
GROUP_NAMES = {
    "client": "A. De cliënt",
    "gemeentelijke_organisatie": "B. De gemeentelijke organisatie",
    "sturing": "C. De sturing",
    "andere_organisaties": "D. Andere organisaties",
}
SIDE_NAMES = {"up": "groter", "down": "kleiner", "either": "beide kanten"}
WEIGHT_NAMES = ("telt niet", "licht", "gewoon", "zwaar")
KIND_NAMES = {
    "besluit": "besluit",
    "product": "stuk",
    "bijeenkomst": "bijeenkomst",
    "start": "start",
    "fase": "periode",
    "termijn": "termijn",
    "overgang": "overgang van taken",
}
PRECISION_NAMES = {
    "dag": "op de dag",
    "maand": "op de maand",
    "kwartaal": "op het kwartaal",
    "halfjaar": "op het halfjaar",
    "jaar": "op het jaar",
    "geen": "geen datum",
}
PILOT_KINDS = {
    "programmagestuurd": "programmagestuurde proeftuin",
    "simulatie": "simulatie",
    "praktijkgericht": "praktijkgerichte pilot",
}
