"""PowerPoint files that a visitor asks for: of the view at an address, of a storyline. Nothing is made before that.

What makes them is imported then too: a server that nobody asks for slides does without.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from components.frame.own_address import home_from, public_url
from components.look.made_file import MadeFile, MadeFileError
from components.look.typeset import TypesetError
from components.look.words import plain
from components.what_if.table_in_use import table_of_visit
from model.site.site_map import STORYLINES, page_at
from model.stage.shipped import UnknownNameError
from model.stage.storyline import Storyline

LABEL = "PowerPoint (PPTX)"
MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_NOT_MADE = "De PowerPoint kon niet worden gemaakt. Probeer het opnieuw; blijft het mislukken, meld het dan."
_LONGEST_NAME = 50
_log = logging.getLogger(__name__)


def view_slides(page: str, query: Mapping[str, str], address: str) -> MadeFile:
    """The view of a page at `address`, with the keys `query` of it, as a file of one slide. Raises MadeFileError."""
    from components.slides.storyline_deck import page_file

    today, own = date.today(), table_of_visit()
    name = page_at(page).name
    return _made(name, today, lambda: page_file(page, query, home_of(address, page), today=today, own=own))


def storyline_slides(storyline: Storyline, region: str | None) -> MadeFile:
    """A storyline as a file, for a visitor with this "mijn regio". Raises MadeFileError."""
    from components.slides.storyline_deck import storyline_file

    today, own = date.today(), table_of_visit()
    home = home_of(st.context.url or "", STORYLINES)
    return _made(storyline.title, today, lambda: storyline_file(storyline, region, home, today=today, own=own))


def show_shipped_slides(storyline: Storyline, region: str | None) -> None:
    """Button that makes the file of a storyline of the app when it is pressed; it turns while that lasts."""
    home = home_of(st.context.url or "", STORYLINES)

    def make() -> bytes:
        from components.slides.storyline_deck import storyline_file

        return storyline_file(storyline, region, home, today=date.today())

    st.download_button(
        f"{LABEL}: {plain(storyline.title)}",
        make,
        file_name(storyline.title, date.today()),
        MIME,
        on_click="ignore",
        key=f"slides_{storyline.key}",
    )


def home_of(address: str, page: str) -> str:
    """Address of the start page, ending in a slash, from that of a page; "" where it is unknown.

    The one under which the administrator says that visitors come goes before that of the browser.

    >>> home_of("https://jeugd.nl/pad/kaart?taak=x", "kaart"), home_of("", "kaart")
    ('https://jeugd.nl/pad/', '')
    """
    return home_from(address, public_url(), page)


def file_name(title: str, today: date) -> str:
    """What and when.

    >>> file_name("Wie koos wat?", date(2026, 3, 2))
    'wie-koos-wat-2026-03-02.pptx'
    """
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:_LONGEST_NAME].strip("-")
    return f"{words or 'presentatie'}-{today.isoformat()}.pptx"


def _made(title: str, today: date, make: Callable[[], bytes]) -> MadeFile:
    try:
        return MadeFile(file_name(title, today), MIME, make())
    except (TypesetError, UnknownNameError) as fault:
        _log.exception("slides of %s", title)
        raise MadeFileError(_NOT_MADE) from fault
