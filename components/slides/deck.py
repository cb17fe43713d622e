"""A storyline or one view as a PowerPoint file: per slide the finding, what is behind it, key figures, drawing, source.

The title of a slide is its title placeholder, so that the outline and a screen reader have it; shapes stand in the file
in the order in which they are read. Notes hold what to tell, the source and the link.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from components.look.about_file import PRODUCT, VERSION
from components.look.exhibit import Exhibit
from components.look.words import date_words
from components.slides.drawings import add_drawing, needs_width
from components.slides.figures import IN_LINE_HEIGHT, add_figures, add_figures_in_line
from components.slides.template import (
    HEIGHT,
    LANGUAGE,
    MARGIN,
    SENTENCE,
    SOURCE,
    WIDTH,
    Place,
    empty_deck,
    in_dutch,
)
from components.slides.texts import shown_text, write

_TITLE_SIZES, _SENTENCE_SIZES, _SOURCE_SIZES = (28, 18), (18, 13), (11, 8)
_FIGURES_WIDTH, _FIGURES_HEIGHT, _GAP = 210, 62, 24
_BODY_BEGINS = 116
"""Where the body of a slide without a sentence begins, in points."""
_BODY_END = HEIGHT - MARGIN - 10


@dataclass(frozen=True)
class SlideContent:
    """One slide: what the view says, what to tell, the view in words and its full address ("" where it is unknown)."""

    exhibit: Exhibit
    note: str
    view: str
    link: str


@dataclass(frozen=True)
class Opening:
    """The first slide of a storyline."""

    title: str
    about: str
    link: str


def deck_file(title: str, slides: Sequence[SlideContent], *, today: date, opening: Opening | None = None) -> bytes:
    """The file. Raises TypesetError where a map cannot be drawn."""
    deck = empty_deck()
    properties = deck.core_properties
    properties.title, properties.language = shown_text(title)[:255], LANGUAGE
    properties.author = properties.last_modified_by = properties.keywords = ""
    properties.subject, properties.comments = PRODUCT, f"Gemaakt met {PRODUCT} {VERSION}, {date_words(today)}"
    properties.created = properties.modified = datetime(today.year, today.month, today.day, tzinfo=UTC)
    if opening is not None:
        _add_opening(deck, opening, today)
    for content in slides:
        _add_slide(deck, content, today)
    for slide in deck.slides:
        in_dutch(slide._element)
        in_dutch(slide.notes_slide._element)
        for shape in slide.shapes:
            if shape.has_chart:
                in_dutch(shape.chart._chartSpace)
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def _add_opening(deck: Deck, opening: Opening, today: date) -> None:
    slide, holders = _new_slide(deck, 1)
    write(holders[0], opening.title, (40, 26), bold=True)
    _write_or_drop(holders.get(SENTENCE), opening.about, (20, 14))
    made = f"{PRODUCT} {VERSION}, {date_words(today)}"
    write(holders[SOURCE], made, (14, 11))
    slide.notes_slide.notes_text_frame.text = "\n".join(filter(None, [made, opening.link]))


def _add_slide(deck: Deck, content: SlideContent, today: date) -> None:
    exhibit = content.exhibit
    slide, holders = _new_slide(deck, 0)
    title, sentence, source = holders[0], holders[SENTENCE], holders[SOURCE]
    write(title, exhibit.title, _TITLE_SIZES, bold=True)
    used = _write_or_drop(sentence, exhibit.sentence, _SENTENCE_SIZES)
    top = sentence.top.pt + used + 14 if used else _BODY_BEGINS
    body = Place(MARGIN, top, WIDTH - 2 * MARGIN, _BODY_END - top)
    if exhibit.figures:
        body = _with_figures(slide, exhibit, body)
    if exhibit.drawing is not None:
        add_drawing(slide, exhibit.drawing, body, exhibit.alt)
    write(source, " ".join(filter(None, (exhibit.source, exhibit.no_link))), _SOURCE_SIZES)
    _link(source, content.link)
    tree = slide.shapes._spTree
    tree.remove(source._element)
    tree.append(source._element)
    slide.notes_slide.notes_text_frame.text = _notes(content, today)


def _with_figures(slide: Any, exhibit: Exhibit, body: Place) -> Place:
    """Adds the key figures, in a column at the left or in a row; gives the place that is left for the drawing."""
    figures, drawing = exhibit.figures, exhibit.drawing
    if drawing is None:
        add_figures(slide, figures, body._replace(height=_FIGURES_HEIGHT), across=True)
        return body
    aside, above = _FIGURES_WIDTH + _GAP, IN_LINE_HEIGHT + 6
    beside = body._replace(left=body.left + aside, width=body.width - aside)
    below = body._replace(top=body.top + above, height=body.height - above)
    if needs_width(drawing, beside, below):
        add_figures_in_line(slide, figures, body._replace(height=IN_LINE_HEIGHT))
        return below
    add_figures(slide, figures, body._replace(width=_FIGURES_WIDTH), across=False)
    return beside


def _new_slide(deck: Deck, layout: int) -> tuple[Any, dict[int, Any]]:
    """A slide and its placeholders by number, the title under 0, named as in the layout."""
    found = deck.slide_layouts[layout]
    slide = deck.slides.add_slide(found)
    for shape, own in zip(slide.placeholders, found.placeholders, strict=True):
        shape.name = own.name
    return slide, {shape.placeholder_format.idx: shape for shape in slide.placeholders}


def _write_or_drop(holder: Any, text: str, sizes: tuple[float, float]) -> float:
    """Height of a text that was written; without a text the placeholder goes, since it would ask for one."""
    if text.strip():
        return write(holder, text, sizes)
    holder._element.getparent().remove(holder._element)
    return 0.0


def _link(source: Any, link: str) -> None:
    """The way back to the view, behind the source."""
    if not link:
        return
    paragraph = source.text_frame.paragraphs[-1]
    size = paragraph.runs[0].font.size if paragraph.runs else Pt(_SOURCE_SIZES[0])
    between, run = paragraph.add_run(), paragraph.add_run()
    between.text, run.text = "  ", "Bekijk deze weergave"
    for each in (between, run):
        each.font.size = size
    run.hyperlink.address = link


def _notes(content: SlideContent, today: date) -> str:
    """What stands below the slide for who tells it."""
    exhibit = content.exhibit
    made = f"{PRODUCT} {VERSION}, {date_words(today)}."
    parts = [content.note, exhibit.source, f"Weergave: {content.view}", content.link or exhibit.no_link, made]
    return "\n\n".join(shown_text(part) for part in parts if part)
