"""How much regions differ for a task, in the same words on every page."""

from __future__ import annotations

import math

import streamlit as st

from components.frame import loading
from components.look.words import percent
from model.choices.classes import exact_words
from model.choices.findings import Agreement, Findings, find


@st.cache_resource(show_spinner=False)
def findings() -> Findings:
    """What stands out over all regions and tasks, computed once."""
    return find(loading.scale_choices())


def counted_level(task_code: str, class_code: str) -> str:
    """Choice for a task in words, beside the number of regions that made just that choice."""
    choices = loading.scale_choices()
    return exact_words(class_code, choices.loc[choices["task_code"] == task_code, "leading_class"].unique())


def chance_to_differ(item: Agreement) -> str:
    """The chance that two regions differ, by which tasks are compared; then what most of them chose."""
    chance = "onbekend" if math.isnan(item.spread_pct) else f"**{percent(item.spread_pct)}**"
    return (
        f"de kans dat twee regio's, door het lot gekozen, niet hetzelfde niveau kozen, is {chance}. "
        f"Het vaakst gekozen: {counted_level(item.task_code, item.leading_class)}, "
        f"door {item.count} van de {item.total} regio's."
    )


def most_different() -> str:
    """Where regions differ most and least, in two sentences."""
    found, tasks = findings(), loading.tasks_in_sentence()
    return (
        f"Het meest lopen de regio's uiteen bij **{tasks[found.least_agreed.task_code]}**: "
        f"{chance_to_differ(found.least_agreed)} Het minst bij **{tasks[found.most_agreed.task_code]}** "
        f"({percent(found.most_agreed.spread_pct)})."
    )
