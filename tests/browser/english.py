"""English on the page: whatever a visitor can see, hear or point at, by words that are frequent in English and not Dutch."""

from __future__ import annotations

import re

from playwright.sync_api import Page

WORDS = frozenset(
    """
    about accept account add after again all allowed also and any apply are as ask available axis back be because before below
    between both button by cancel cannot change characters chart chat check choose clear click close closed collapse color
    column columns connect connecting connection content contents copied copy could create date day delete disabled discrete
    display do does done drag drop each edit either empty enter error exceed exceeded exists expand fail failed false
    field file files find first for found from full fullscreen further get go had has have heading help here hidden hide
    how if image information input into invalid item items its keyboard label last less limit list load loading login make map
    may maximum menu message minimum missing month more most must need never new next no none nor not nothing now number off
    on once only option options or other our page paste pin please press previous process read refresh remove reset
    result results retry row rows run running save saved scale search see select selected selection settings should show
    since size slider some something sort source spec statistics stop submit table text than that the their them then
    there these this those through time title to toggle too true try type undo unpin until unknown update upload use using
    value values view warning was were what when where which while who will with without would wrong year yes you your zoom
    """.split()  # noqa: SIM905
) - frozenset(
    """
    all also as back be check date display do get go had last list map menu message of on pin reset slider spec stop
    text toggle type had item items process scale date see find need fail page
    """.split()  # noqa: SIM905
)
"""The second list takes back what Dutch has too, in a sentence or as a loan, or what is part of a name."""

LATIN_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")

SHOWN = r"""() => {
    const texts = new Set(), attributes = ['title', 'aria-label', 'placeholder', 'alt', 'aria-description', 'aria-roledescription', 'aria-valuetext'];
    const look = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node instanceof Text) {
                const inside = node.parentElement;
                if (inside?.closest('script, style, code, [data-testid=stIconMaterial], [lang=en]')) continue;
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
    return any(word in WORDS for word in LATIN_WORD.findall(text.lower()))
