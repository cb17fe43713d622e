"""What one presses: is it large enough for a mouse, and for a finger?"""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.focus import UNDER_A_POINT

MOUSE_PX, FINGER_PX = 24, 44

_TOO_SMALL = (
    r"""(least) => {
    const PRESSED = 'a[href], button, input, select, textarea, summary, [role=button], [role=radio], [role=switch], '
        + '[role=slider], [data-testid=stTooltipIcon] [aria-describedby], [data-testid=stTooltipHoverTarget]';
    const targets = [];
    const look = (root) => {
        for (const node of root.querySelectorAll('*')) {
            if (node.shadowRoot) look(node.shadowRoot);
            if (node.matches(PRESSED)) targets.push(node);
        }
    };
    look(document);
"""
    + UNDER_A_POINT
    + r"""    // A link among the words of a sentence is as high as its line.
    const isInText = (node) => {
        const block = node.closest('p, li, td, th, dd, figcaption, .said, .small');
        return node.matches('a') && ['inline', 'inline-block'].includes(getComputedStyle(node).display)
            && block && block.textContent.trim().length > node.textContent.trim().length + 3;
    };
    const ELSEWHERE = '[aria-hidden=true], .stDataFrame, .spoken, svg, [data-testid=stSkipToContent]:not(:focus)';
    const isPressable = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.disabled
        && getComputedStyle(node).pointerEvents !== 'none' && node.type !== 'hidden' && !node.closest(ELSEWHERE);
    const FIELD = '.stSlider [data-orientation] [data-orientation], [data-testid=stTextInputRootElement]';
    const labelOf = (node) => node.closest(FIELD)
        ?? node.closest('label') ?? node.labels?.[0]
        ?? (node.getAttribute('role') === 'radio' || node.matches('input') ? node.closest('button') : null);
    const boxOf = (node) => {
        const own = node.getBoundingClientRect(), label = labelOf(node)?.getBoundingClientRect();
        return !label || label.width < own.width || label.height < own.height ? own : label;
    };
    // More than the box of a target may react, or less: what counts is where a press arrives.
    const reaches = (node) => {
        node.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = boxOf(node);
        const x = box.left + box.width / 2, y = box.top + box.height / 2, half = least / 2 - 1;
        const label = labelOf(node);
        const hits = (px, py) => {
            const hit = topmost(px, py);
            return hit && (holds(node, hit) || (label && holds(label, hit)));
        };
        const isWide = box.width >= least - .6 || (hits(x - half, y) && hits(x + half, y));
        const isHigh = box.height >= least - .6 || (hits(x, y - half) && hits(x, y + half));
        return isWide && isHigh;
    };
    const found = new Set();
    for (const node of targets) {
        if (!isPressable(node) || isInText(node)) continue;
        const box = boxOf(node), isLarge = box.width >= least - .6 && box.height >= least - .6;
        if (box.width < 1 || box.height < 1 || isLarge || reaches(node)) continue;
        const path = [], made = /^(st-emotion|e[0-9a-z]{6,}|st-[a-z0-9]{2,3}$)/;
        for (let at = node; at && path.length < 4; at = around(at)) {
            const named = at.dataset?.testid || [...at.classList].filter((name) => !made.test(name)).join('.');
            path.push([at.tagName.toLowerCase(), named].filter(Boolean).join('.'));
        }
        found.add(`${Math.round(box.width)}x${Math.round(box.height)} ${path.join(' < ')}`);
    }
    scrollTo(0, 0);
    return [...found].slice(0, 40);
}"""
)


def too_small(page: Page, least_px: int) -> list[str]:
    """Targets on which a press `least_px` wide and high does not arrive: size, and where they stand."""
    found: list[str] = page.evaluate(_TOO_SMALL, least_px)
    return found
