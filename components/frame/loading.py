"""Tables loaded once per process and shared by all visitors; treat them as read-only."""

from __future__ import annotations

import gc

import pandas as pd
import streamlit as st

from model.choices.classes import with_classes
from model.dataset.reading import read_table
from model.regions.name_search import PlaceIndex
from model.site.citation import Citations
from model.site.search_entries import search_entries
from model.site.search_index import SearchIndex


@st.cache_resource(show_spinner=False)
def table(name: str) -> pd.DataFrame:
    """Table `name` of the dataset. Raises DataError; a fault is not cached, so a mended file works after a refresh."""
    loaded = read_table(name)
    # Shared data lives as long as the process: keep it out of every garbage collection.
    gc.freeze()
    return loaded


@st.cache_resource(show_spinner=False)
def scale_choices() -> pd.DataFrame:
    """All 462 scale choices with their classes."""
    return with_classes(table("scale_choices"))


@st.cache_resource(show_spinner=False)
def place_index() -> PlaceIndex:
    """Search index over all names that lead to a region."""
    return PlaceIndex.from_tables(table)


@st.cache_resource(show_spinner=False)
def search_index() -> SearchIndex:
    """Index over everything that can be found; built when someone first searches."""
    return SearchIndex.of(search_entries(table))


@st.cache_resource(show_spinner=False)
def region_names() -> dict[str, str]:
    """Region code to name, in the order of the dataset."""
    regions = table("regions")
    return dict(zip(regions["region_code"], regions["name"], strict=True))


@st.cache_resource(show_spinner=False)
def task_names() -> dict[str, str]:
    """Task code to name, in source order."""
    tasks = table("tasks")
    return dict(zip(tasks["task_code"], tasks["name"], strict=True))


def tasks_in_sentence() -> dict[str, str]:
    """Task code to name in the middle of a sentence, in source order."""
    tasks = table("tasks")
    return dict(zip(tasks["task_code"], tasks["name_in_sentence"], strict=True))


@st.cache_resource(show_spinner=False)
def citations() -> Citations:
    """Finds the place of a row in its document."""
    return Citations(table)
