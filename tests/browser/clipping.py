"""Texts of charts and keys that cannot be read whole: cut off at an edge, shortened, or under another text."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

SETTLING_STEPS = 30

_KEYS = ".stPageLink a *, .legend > *, .status-legend > *, .chart-legend > *, .legends *, .keys > *, .caption, .sample"

_CUT = r"""(keysAre) => {
    const cut = [], charts = [], keys = [], buttons = [];
    const look = (root) => {
        for (const node of root.querySelectorAll('*')) {
            if (node.shadowRoot) look(node.shadowRoot);
            if (node.matches('svg:not(svg svg)') && node.querySelector('text')) charts.push(node);
            if (node.matches(keysAre)) keys.push(node);
            if (node.matches('button')) buttons.push(node);
        }
    };
    look(document);
    const isShown = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const words = (node) => node.textContent.trim();
    const clips = (node) => getComputedStyle(node).overflowX !== 'visible';
    const around = (node) => node.parentElement ?? node.getRootNode().host ?? null;
    const scrolls = (node) => ['auto', 'scroll'].includes(getComputedStyle(node).overflowX)
        && node.scrollWidth > node.clientWidth + 1;
    // Between which sides a node can be seen; wherever one likes in what scrolls sideways.
    const sidesOf = (node) => {
        let left = 0, right = innerWidth;
        for (let at = around(node); at; at = around(at)) {
            if (!clips(at)) continue;
            if (scrolls(at)) return { left: -Infinity, right: Infinity };
            const box = at.getBoundingClientRect();
            left = Math.max(left, box.left);
            right = Math.min(right, box.right);
        }
        return { left, right };
    };
    const isBeyond = (at, sides, slack) => at.left < sides.left - slack || at.right > sides.right + slack;
    // The box of a text is higher than its letters, or wider where it stands upright.
    const SLACK = 1.5, LOOSE = 4, BELOW_A_CHART = 20;
    for (const chart of charts.filter(isShown)) {
        const box = chart.getBoundingClientRect(), sides = sidesOf(chart);
        const isCutting = getComputedStyle(chart).overflow === 'hidden';
        // An enlarged chart has larger letters, and boxes that reach further beyond them.
        const scale = Math.max(1, box.width / (parseFloat(chart.getAttribute('width')) || box.width));
        const texts = [...chart.querySelectorAll('text')]
            .filter((text) => isShown(text) && words(text) && text.getAttribute('opacity') !== '0');
        const boxes = texts.map((text) => text.getBoundingClientRect());
        texts.forEach((text, index) => {
            const at = boxes[index], isUpright = /rotate\(-?90/.test(text.getAttribute('transform') ?? '');
            const across = scale * (isUpright ? LOOSE : SLACK);
            const down = scale * (isCutting ? (isUpright ? SLACK : LOOSE) : BELOW_A_CHART);
            if (words(text).endsWith('…')) cut.push(`shortened: ${words(text)}`);
            if (isBeyond(at, sides, across) || (isCutting && isBeyond(at, box, across))
                || at.top < box.top - down || at.bottom > box.bottom + down) cut.push(`cut off: ${words(text)}`);
            for (let other = 0; other < index; other += 1) {
                const wide = Math.min(at.right, boxes[other].right) - Math.max(at.left, boxes[other].left);
                const high = Math.min(at.bottom, boxes[other].bottom) - Math.max(at.top, boxes[other].top);
                if (wide > 2 && high > 5) cut.push(`on each other: ${words(texts[other])} / ${words(text)}`);
            }
        });
    }
    for (const key of keys.filter((node) => isShown(node) && words(node))) {
        const isCut = clips(key) && key.scrollWidth > key.clientWidth + 1;
        if (isCut || isBeyond(key.getBoundingClientRect(), sidesOf(key), SLACK)) cut.push(`key: ${words(key)}`);
    }
    for (const button of buttons.filter((node) => isShown(node) && words(node))) {
        if (button.scrollWidth > button.clientWidth + 1) cut.push(`button: ${words(button)}`);
    }
    return cut;
}"""

_CHARTS_FIT = """() => [...document.querySelectorAll('[data-testid=stVegaLiteChart]')].every((chart) => {
    const drawn = chart.querySelector('svg.marks'), width = (node) => node.getBoundingClientRect().width;
    // On stage a chart is enlarged, of which a browser counts the drawing as larger than the place that it fills.
    const widths = drawn ? [width(drawn), parseFloat(drawn.getAttribute('width'))] : [];
    return !chart.checkVisibility() || widths.some((drawing) => Math.abs(drawing - width(chart)) < 2);
})"""


def cut_texts(page: Page) -> list[str]:
    """What is wrong with a text of a chart or key, and its words."""
    page.wait_for_function(_CHARTS_FIT)
    return settled(page, _CUT, _KEYS) or []


def settled(page: Page, faults: str, argument: object = None) -> Any:
    """What a script finds wrong, or nothing as soon as it finds nothing: a chart follows its place in a few steps."""
    found = page.evaluate(faults, argument)
    for _ in range(SETTLING_STEPS):
        if not found:
            return found
        page.wait_for_timeout(100)
        found = page.evaluate(faults, argument)
    return found


_BROKEN = r"""() => {
    const found = new Set();
    const look = (text) => {
        for (const word of text.data.matchAll(/(\u00ad?)([\p{L}\p{N}'’]{4,})/gu)) {
            const range = document.createRange(), end = word.index + word[0].length;
            // The box of a hyphen counts as one of the letter after it.
            range.setStart(text, word[1] ? word.index + 2 : word.index);
            range.setEnd(text, end);
            const lines = [...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top));
            if (new Set(lines).size > 1) found.add(word[2]);
        }
    };
    const walk = (root) => {
        for (const node of root.childNodes) {
            if (node.nodeType === Node.TEXT_NODE) look(node);
            if (node.nodeType !== Node.ELEMENT_NODE || node.matches('script, style, svg, code, pre')) continue;
            const isShown = node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
            if (!isShown && getComputedStyle(node).display !== 'contents') continue;
            if (node.shadowRoot) walk(node.shadowRoot);
            walk(node);
        }
    };
    walk(document.body);
    return [...found];
}"""


def broken_words(page: Page) -> list[str]:
    """Words that go on on a next line without a hyphen; the browser of the tests knows no Dutch hyphenation."""
    return settled(page, _BROKEN) or []
