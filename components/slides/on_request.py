"""PowerPoint files that a visitor asks for: of the view at an address, of a storyline. Nothing is made before that.

What makes them is imported then too: a server that nobody asks for slides does without.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from components.frame import loading
from components.frame.links import REGION
from components.frame.own_address import home_from, public_url
from components.look.file_names import file_stem
from components.look.made_file import MadeFile, MadeFileError
from components.look.typeset import TypesetError
from components.look.words import plain
from components.what_if.sections import marks_of_visit
from components.what_if.table_in_use import TableInUse, table_of_visit
from model.site.site_map import STORYLINES
from model.stage.shipped import UnknownNameError
from model.stage.storyline import Storyline

LABEL = "PowerPoint (PPTX)"
MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_NOT_MADE = "De PowerPoint kon niet worden gemaakt. Probeer het opnieuw; blijft het mislukken, meld het dan."
_WHAT_IF = "doorrekening"
_log = logging.getLogger(__name__)


def view_slides(page: str, query: Mapping[str, str], address: str) -> MadeFile:
    """The view of a page at `address`, with the keys `query` of it, as a file of one slide. Raises MadeFileError."""
    from components.slides.exhibits import exhibit_of
    from components.slides.storyline_deck import page_file

    today, own = date.today(), table_of_visit()
    task = exhibit_of(page, query, own).words.get("taak", "")
    region = loading.region_names().get(query.get(REGION, ""), "")
    scenario = marks_of_visit() if page == _WHAT_IF else ()
    stem = file_stem(page or "start", task, region, *scenario, day=today)
    return _made(stem, lambda: page_file(page, query, home_of(address, page), today=today, own=own))


def storyline_slides(storyline: Storyline, region: str | None, tables: Mapping[str, TableInUse]) -> MadeFile:
    """A storyline as a file, for a visitor with this "uw regio"; `tables` as `storyline_file`. Raises MadeFileError."""
    from components.slides.storyline_deck import storyline_file

    today, home = date.today(), home_of(st.context.url or "", STORYLINES)
    return _made(
        file_stem(STORYLINES, storyline.title, day=today),
        lambda: storyline_file(storyline, region, home, today=today, tables=tables),
    )


def show_shipped_slides(storyline: Storyline, region: str | None) -> None:
    """Button that makes the file of a storyline of the app when it is pressed; it turns while that lasts."""
    home = home_of(st.context.url or "", STORYLINES)

    def make() -> bytes:
        from components.slides.storyline_deck import storyline_file

        return storyline_file(storyline, region, home, today=date.today())

    st.download_button(
        f"{LABEL}: {plain(storyline.title)}",
        make,
        f"{file_stem(STORYLINES, storyline.title)}.pptx",
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


def _made(stem: str, make: Callable[[], bytes]) -> MadeFile:
    try:
        return MadeFile(f"{stem}.pptx", MIME, make())
    except (TypesetError, UnknownNameError) as fault:
        _log.exception("slides")
        raise MadeFileError(_NOT_MADE) from fault
