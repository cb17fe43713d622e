"""A view as it comes out of the printer: the pages of its PDF, how dark they are, and which words stand where."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium
from playwright.sync_api import Page, expect

DARK, BLOCK_MM = 70, 12
"""Grey value (0 is black) below which paper is dark, darker than any class, and the side of a square that
no letter fills.
"""
LEAST_FILLED = 0.3
"""Part of a page down to which something stands, of all but the last one."""
PIXELS_PER_POINT = 0.5
FOOT_PT, SAME_LINE_PT = 32, 3
"""Height of the margin below, which holds the number of the page, and how far the signs of one line stand apart."""
HEADINGS = """() => {
    const found = [];
    const look = (root) => {
        for (const node of root.querySelectorAll('*')) {
            if (node.shadowRoot) look(node.shadowRoot);
            const isHeading = node.matches('h1, h2, h3, h4, caption, legend');
            if (isHeading && node.checkVisibility()) found.push(node.innerText.trim());
        }
    };
    look(document);
    return found.filter(Boolean);
}"""


@dataclass(frozen=True)
class Sheet:
    """One page: its lines from the top, how far down anything stands, and how many squares are dark all over."""

    lines: tuple[str, ...]
    filled: float
    dark_blocks: int


def printed(page: Page) -> list[Sheet]:
    """The view as its visitor would print it."""
    document = pdfium.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    return [_sheet(document[number]) for number in range(len(document))]


def headings(page: Page) -> list[str]:
    """Headings, captions of tables and names of groups that paper shows."""
    page.emulate_media(media="print")
    found: list[str] = page.evaluate(HEADINGS)
    page.emulate_media(media="null")
    return found


def faults_on_paper(page: Page) -> list[str]:
    """What is wrong with the view on paper; the page is left as on a screen."""
    expect(page.locator(".paper-head")).to_have_count(1)
    words = headings(page)
    sheets = printed(page)
    found = [f"heading alone at the end of a page: {text}" for text in left_behind(sheets, words)]
    for number, sheet in enumerate(sheets, 1):
        if sheet.dark_blocks:
            found.append(f"page {number}: {sheet.dark_blocks} dark squares")
        if number < len(sheets) and sheet.filled < LEAST_FILLED:
            found.append(f"page {number}: nothing below {sheet.filled:.0%}")
    if not sheets[0].lines[0].startswith("Schaalwijzer Jeugd ·"):
        found.append(f"no head: {sheets[0].lines[0]}")
    return found


def left_behind(sheets: list[Sheet], words: list[str]) -> list[str]:
    """Headings that are the last thing on a page, though another one follows."""
    wanted = {_plain(text) for text in words}
    lasts = [sheet.lines[-1:] for sheet in sheets[:-1]]
    return [text for last in lasts for text in last if _plain(text) in wanted]


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _sheet(page: pdfium.PdfPage) -> Sheet:
    height, text = page.get_height(), page.get_textpage()
    rects = [text.get_rect(number) for number in range(text.count_rects())]
    bands: list[tuple[float, float]] = []
    for _, bottom, _, top in sorted(rects, key=lambda rect: -(rect[1] + rect[3])):
        if bottom < FOOT_PT:
            continue
        if bands and sum(bands[-1]) - (bottom + top) < 2 * SAME_LINE_PT:
            bands[-1] = (min(bands[-1][0], bottom), max(bands[-1][1], top))
        else:
            bands.append((bottom, top))
    listed = tuple(_plain(text.get_text_bounded(bottom=bottom, top=top)) for bottom, top in bands)
    pixels = np.asarray(page.render(scale=PIXELS_PER_POINT, grayscale=True).to_pil().convert("L"))
    inked = np.nonzero((pixels < 250).any(axis=1)[: round((height - FOOT_PT) * PIXELS_PER_POINT)])[0]
    side = round(BLOCK_MM / 25.4 * 72 * PIXELS_PER_POINT)
    rows, columns = (length // side for length in pixels.shape)
    blocks = pixels[: rows * side, : columns * side].reshape(rows, side, columns, side).max(axis=(1, 3))
    return Sheet(listed, float(inked.max(initial=0)) / PIXELS_PER_POINT / height, int((blocks < DARK).sum()))
