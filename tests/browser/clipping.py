"""Texts of charts and keys that cannot be read whole: cut off at an edge, shortened, or under another text."""

from __future__ import annotations

from playwright.sync_api import Page

_CUT = """() => {
    const cut = [], charts = [], keys = [];
    const look = (root) => {
        for (const node of root.querySelectorAll('*')) {
            if (node.shadowRoot) look(node.shadowRoot);
            if (node.matches('svg:not(svg svg)') && node.querySelector('text')) charts.push(node);
            if (node.matches('.legend > *, .status-legend > *, .chart-legend > *, .legends *, .keys > *, .caption, .sample')) keys.push(node);
        }
    };
    look(document);
    const isShown = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const words = (node) => node.textContent.trim();
    const clips = (node) => getComputedStyle(node).overflowX !== 'visible';
    const around = (node) => node.parentElement ?? node.getRootNode().host ?? null;
    // The part of the page in which a node can be seen, without scrolling sideways.
    const room = (node) => {
        let left = 0, right = innerWidth;
        for (let at = around(node); at; at = around(at)) {
            if (!clips(at)) continue;
            const box = at.getBoundingClientRect();
            if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth + 1) return { left: -1e9, right: 1e9 };
            left = Math.max(left, box.left);
            right = Math.min(right, box.right);
        }
        return { left, right };
    };
    const SLACK = 1.5;
    for (const chart of charts.filter(isShown)) {
        const box = chart.getBoundingClientRect(), hides = getComputedStyle(chart).overflow === 'hidden', sides = room(chart);
        const texts = [...chart.querySelectorAll('text')].filter((text) => isShown(text) && words(text) && text.getAttribute('opacity') !== '0');
        const boxes = texts.map((text) => text.getBoundingClientRect());
        texts.forEach((text, index) => {
            const at = boxes[index];
            if (words(text).endsWith('…')) cut.push(`shortened: ${words(text)}`);
            if (hides && (at.left < box.left - SLACK || at.right > box.right + SLACK || at.top < box.top - 4 || at.bottom > box.bottom + 4)
                || at.left < sides.left - SLACK || at.right > sides.right + SLACK) cut.push(`cut off: ${words(text)}`);
            for (let other = 0; other < index; other += 1) {
                const wide = Math.min(at.right, boxes[other].right) - Math.max(at.left, boxes[other].left);
                const high = Math.min(at.bottom, boxes[other].bottom) - Math.max(at.top, boxes[other].top);
                if (wide > 2 && high > 5) cut.push(`on each other: ${words(texts[other])} / ${words(text)}`);
            }
        });
    }
    for (const key of keys.filter((node) => isShown(node) && words(node))) {
        const at = key.getBoundingClientRect(), sides = room(key);
        const isCut = clips(key) && key.scrollWidth > key.clientWidth + 1;
        if (isCut || at.left < sides.left - SLACK || at.right > sides.right + SLACK) cut.push(`key cut off: ${words(key)}`);
    }
    return cut;
}"""

_CHARTS_FIT = """() => [...document.querySelectorAll('[data-testid=stVegaLiteChart]')].every((chart) => {
    const drawn = chart.querySelector('svg.marks');
    return !chart.checkVisibility() || (drawn && Math.abs(drawn.getBoundingClientRect().width - chart.getBoundingClientRect().width) < 2);
})"""


def cut_texts(page: Page) -> list[str]:
    """What is wrong with a text of a chart or key, and its words; waits until the charts are as wide as their place."""
    page.wait_for_function(_CHARTS_FIT)
    found: list[str] = page.evaluate(_CUT)
    return found
