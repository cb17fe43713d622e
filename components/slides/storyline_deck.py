"""Which slides a storyline or a page gives: the exhibit of each view, with the title and sentence of the step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from urllib.parse import parse_qsl, urlencode

from components.frame import loading
from components.look.exhibit import Exhibit
from components.slides.deck import Opening, SlideContent, deck_file
from components.slides.exhibits import exhibit_of
from components.what_if.table_in_use import TableInUse
from model.site.site_map import OWN_STORYLINE, REGION, STAGE, page_at
from model.stage.shipped import filled_step
from model.stage.steps import table_of_step
from model.stage.storyline import Step, Storyline

_MOVES = ("kaart", "doorrekening")
"""Pages of which the notes say what to press or move: that holds for the app."""
NO_TABLES: Mapping[str, TableInUse] = MappingProxyType({})
_IN_THE_APP = "Toetsen, schuiven en aantikken: dat kan in de app, niet op deze dia."


def storyline_file(
    storyline: Storyline, region: str | None, home: str, *, today: date, tables: Mapping[str, TableInUse] = NO_TABLES
) -> bytes:
    """A storyline as a PowerPoint file, for a visitor with this "uw regio".

    `home` is the address of the start page, ending in a slash, or "" where it is unknown: then no slide has a link.
    `tables` are own tables by their mark, for steps that name one; a step that names none is of the source's.
    Raises TypesetError where a map cannot be drawn, and
    UnknownNameError where a shipped storyline names a figure that its view does not have.
    """
    slides = [_slide(storyline, step, region, home, tables) for step in storyline.steps]
    is_shipped = not storyline.key.startswith(OWN_STORYLINE)
    along = {REGION: region} if region else {}
    link = f"{home}?{urlencode({**along, STAGE: storyline.key})}" if home and is_shipped else home
    opening = Opening(storyline.title, storyline.about, link)
    return deck_file(storyline.title, slides, today=today, opening=opening)


def page_file(page: str, query: Mapping[str, str], home: str, *, today: date, own: TableInUse | None = None) -> bytes:
    """One view as a PowerPoint file of one slide; the rest as `storyline_file`."""
    exhibit = exhibit_of(page, query, own)
    slide = SlideContent(exhibit, "", _view_words(page, query), _link(home, page, query, exhibit))
    return deck_file(exhibit.title, [slide], today=today)


def _slide(
    storyline: Storyline, step: Step, region: str | None, home: str, tables: Mapping[str, TableInUse]
) -> SlideContent:
    query = dict(parse_qsl(step.query)) | ({REGION: region} if region else {})
    exhibit = exhibit_of(step.page, query, tables.get(table_of_step(step) or ""))
    # What a visitor wrote is plain text: its braces are no names of figures.
    is_own = storyline.key.startswith(OWN_STORYLINE)
    said = step if is_own else filled_step(step, exhibit.words)
    note = step.note if is_own or step.page not in _MOVES else f"{step.note}\n\n{_IN_THE_APP}"
    return SlideContent(
        _said(exhibit, said), note, _view_words(step.page, query), _link(home, step.page, query, exhibit)
    )


def _said(exhibit: Exhibit, step: Step) -> Exhibit:
    """The exhibit with the title and sentence of a step, as far as that has them."""
    return replace(exhibit, title=step.title or exhibit.title, sentence=step.sentence or exhibit.sentence)


def _link(home: str, page: str, query: Mapping[str, str], exhibit: Exhibit) -> str:
    return f"{home}{page}{'?' if query else ''}{urlencode(query)}" if home and not exhibit.no_link else ""


def _view_words(page: str, query: Mapping[str, str]) -> str:
    region = loading.region_names().get(query.get(REGION, ""))
    name = page_at(page).name
    return f"{name}, met {region} als eigen regio" if region else name
