"""What a file is called that a visitor takes along: the app, the page, what it shows and of whom, and the day.

One pattern for all, so that no two files of a meeting overwrite each other, and each says what it holds. Pictures that
the browser makes are called the same by file_name.js.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from urllib.parse import urlsplit

import streamlit as st

_LONGEST_PART, _LONGEST = 60, 130


def file_stem(*parts: str, day: date | None = None) -> str:
    """Name of a file without its ending, whatever a visitor called his table, scenario or storyline.

    >>> file_stem("kaart", "Jeugd-GGZ", "Één regio", "", day=date(2026, 3, 2))
    'schaalwijzer-kaart-jeugd-ggz-een-regio-2026-03-02'
    """
    return f"schaalwijzer-{joined(*parts)}-{(day or date.today()).isoformat()}"


def joined(*parts: str) -> str:
    """The part of the name between the app and the day, in plain letters and digits; what is empty is left out."""
    return "-".join(filter(None, map(_plain, parts)))[:_LONGEST].strip("-")


def page_here() -> str:
    """Name of the page that is shown, as a part of a file's name; empty where it is unknown."""
    address = st.context.url
    return (urlsplit(address).path.strip("/").rpartition("/")[2] or "start") if address else ""


def _plain(part: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:_LONGEST_PART].strip("-")
