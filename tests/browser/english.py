"""English on the page, in whatever a visitor can see, hear or point at: words frequent in English and not Dutch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from model.dataset.registry import FIELDS, TABLES

if TYPE_CHECKING:
    from playwright.sync_api import Page

WORDS = frozenset(
    """
    about accept account add after again allowed and any apply are ask available axis because before below between
    both button cancel cannot change characters chart chat choose clear click close closed collapse color column
    columns connect connecting connection contents copied copy could create day delete disabled discrete
    does done drag drop each edit either empty error exceed exceeded exists expand failed false field file
    files first for found from full fullscreen further has have heading help here hidden hide how if image
    information input into invalid its keyboard label less limit load loading login make may missing
    month more most must never new next no none nor not nothing now number off once only option options or other our
    please press previous read refresh remove result results retry row rows run running save saved search
    select selected selection settings should show since size some something sort source statistics submit table
    than that the their them then there these this those through time title to too true try undo unknown unpin until
    update upload use using value values view warning were what when where which while who will with without
    would wrong year yes you your zoom
    """.split()  # noqa: SIM905
)
"""Without what Dutch has too, in a sentence or as a loan."""

NAMES_OF_DATA = {*FIELDS, *TABLES}
"""Names of columns and tables, as a download has them: the data dictionary explains them in Dutch."""

LATIN_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")

SHOWN = r"""() => {
    const texts = new Set();
    const attributes = ['title', 'aria-label', 'placeholder', 'alt', 'aria-description', 'aria-roledescription',
        'aria-valuetext'];
    const look = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node instanceof Text) {
                const inside = node.parentElement;
                if (inside?.closest('script, style, code, [translate=no], [lang=en]')) continue;
                texts.add(node.data.trim());
            } else {
                for (const name of attributes) if (node.hasAttribute(name)) texts.add(node.getAttribute(name).trim());
                if (node.shadowRoot) look(node.shadowRoot);
            }
        }
    };
    look(document.body);
    return [...texts].filter(Boolean);
}"""


def english(page: Page) -> list[str]:
    """Texts on the page, also those that show only under the mouse or are only spoken, that hold an English word."""
    return sorted(text[:160] for text in page.evaluate(SHOWN) if is_english(text))


def is_english(text: str) -> bool:
    """Whether a text holds a word that is English and not Dutch."""
    if all(word in NAMES_OF_DATA for word in text.split(", ")):
        return False
    return any(word in WORDS for word in LATIN_WORD.findall(text.lower().replace("what-if", "")))
