"""A view as it comes out of the printer: the pages of its PDF, how dark they are, and which words stand where."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium
from playwright.sync_api import Page

DARK, BLOCK_MM = 110, 12
"""Grey value (0 is black) below which paper is dark, and the side of a square that no letter or line fills."""
PIXELS_PER_POINT = 0.5
HEADINGS = """() => {
    const found = [];
    const look = (root) => {
        for (const node of root.querySelectorAll('*')) {
            if (node.shadowRoot) look(node.shadowRoot);
            if (node.matches('h1, h2, h3, h4, caption, legend') && node.checkVisibility()) found.push(node.innerText.trim());
        }
    };
    look(document);
    return found.filter(Boolean);
}"""


@dataclass(frozen=True)
class Sheet:
    """One page: its lines from the top with their height on the page in points, how far down anything stands, and the
    number of squares that are dark all over.
    """

    lines: tuple[tuple[float, str], ...]
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


def left_behind(sheets: list[Sheet], words: list[str]) -> list[str]:
    """Headings that are the last thing on a page, though another one follows."""
    wanted = {_plain(text) for text in words}
    lasts = [[text for _, text in sheet.lines][-1:] for sheet in sheets[:-1]]
    return [text for last in lasts for text in last if _plain(text) in wanted]


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _sheet(page: pdfium.PdfPage) -> Sheet:
    height, text = page.get_height(), page.get_textpage()
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    lines: dict[int, list[tuple[float, str]]] = {}
    for left, bottom, right, top in boxes:
        words = text.get_text_bounded(left, bottom, right, top).strip()
        if words:
            lines.setdefault(round(bottom), []).append((left, words))
    foot = 32
    listed = tuple(
        (height - at, _plain(" ".join(words for _, words in sorted(lines[at]))))
        for at in sorted(lines, reverse=True)
        if at > foot
    )
    pixels = np.asarray(page.render(scale=PIXELS_PER_POINT, grayscale=True).to_numpy())[..., 0]
    inked = np.nonzero((pixels < 250).any(axis=1)[: round((height - foot) * PIXELS_PER_POINT)])[0]
    side = round(BLOCK_MM / 25.4 * 72 * PIXELS_PER_POINT)
    rows, columns = (length // side for length in pixels.shape)
    blocks = pixels[: rows * side, : columns * side].reshape(rows, side, columns, side).max(axis=(1, 3))
    return Sheet(listed, float(inked.max(initial=0)) / PIXELS_PER_POINT / height, int((blocks < DARK).sum()))
