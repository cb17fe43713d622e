"""The way of the Tab key through a page, and what one sees of it: pixels with and without the focus."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import CDPSession, Page

MARGIN_PX = 8
"""How far around an element a ring may stand."""

ENOUGH = 3.0
"""Contrast of a ring with what was there before it (WCAG 1.4.11 and 2.4.13)."""

RING_PX = 2
MOST_STOPS = 3000

_WHERE = """() => {
    let stop = document.activeElement;
    while (stop?.shadowRoot?.activeElement) stop = stop.shadowRoot.activeElement;
    if (!stop || stop === document.body) return null;
    // What one sees of a stop: itself, its label where it is itself invisible, or the field around it.
    const label = stop.closest('label') ?? stop.labels?.[0];
    const isSeen = (node) => node.checkVisibility({ opacityProperty: true }) && node.getBoundingClientRect().width > 2;
    const field = stop.matches('input, canvas, .dvn-scroller') && stop.closest('.stDataFrame, [data-testid=stTextInputRootElement], .react-aria-ComboBox, .stSlider [data-orientation] [data-orientation] > [data-rac]');
    const shown = field || (isSeen(stop) || !label ? stop : label);
    const box = shown.getBoundingClientRect(), room = { right: window.innerWidth, bottom: window.innerHeight };
    const left = Math.max(0, box.left), top = Math.max(0, box.top);
    const right = Math.min(room.right, box.right), bottom = Math.min(room.bottom, box.bottom);
    const hit = (x, y) => {
        let found = document.elementFromPoint(x, y);
        while (found?.shadowRoot) {
            const inside = found.shadowRoot.elementFromPoint(x, y);
            if (!inside || inside === found) break;
            found = inside;
        }
        return found;
    };
    const around = (node) => node?.parentElement ?? node?.getRootNode().host ?? null;
    const holds = (outer, inner) => { for (let at = inner; at; at = around(at)) if (at === outer) return true; return false; };
    let covered = 0;
    for (const across of [.1, .5, .9]) {
        for (const down of [.1, .5, .9]) {
            const at = hit(left + across * (right - left), top + down * (bottom - top));
            if (!holds(shown, at) && !holds(at, shown) && !(label && holds(label, at))) covered += 1;
        }
    }
    const path = [];
    for (let at = stop; at && path.length < 4; at = around(at)) {
        const named = at.dataset?.testid || [...at.classList].filter((name) => !/^(st-emotion|e[0-9a-z]{6,}|st-[a-z0-9]{2,3}$)/.test(name)).join('.');
        path.push(at.tagName.toLowerCase() + (named ? '.' + named : ''));
    }
    const state = ['aria-pressed', 'aria-checked', 'aria-current', 'type', 'role'].map((name) => stop.getAttribute(name)).filter(Boolean);
    const words = stop.getAttribute('aria-label') ?? (stop.innerText || stop.value || stop.placeholder || '');
    window.seenStops ??= new WeakSet();
    const isSame = window.focusedStop === stop, isNew = !window.seenStops.has(stop);
    window.seenStops.add(stop);
    window.focusedStop = stop;
    return {
        kind: `${path.join(' < ')} ${state.join(' ')}`, words: String(words).trim().slice(0, 40), isSame, isNew, covered,
        left, top, right, bottom,
    };
}"""
"""Where the focus is, of what kind that stop is, its part within the window, and how many of nine points of it lie
under something else."""


_FROM_THE_TOP = (
    "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex');"
    " window.focusedStop = window.seenStops = undefined; }"
)


@dataclass(frozen=True)
class Stop:
    """One stop of the Tab key: kind, words on it, its box within the window, and how many of nine points are covered."""

    kind: str
    words: str
    covered: int
    left: float
    top: float
    right: float
    bottom: float

    def __str__(self) -> str:
        return f"{self.words!r} ({self.kind})"


def stops(page: Page) -> Iterator[Stop]:
    """Every stop from the top of the page, each while it has the focus."""
    page.evaluate(_FROM_THE_TOP)
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        found: dict[str, Any] | None = page.evaluate(_WHERE)
        if found and found.pop("isSame"):
            continue  # A table that moves the focus from cell to cell.
        if found is None or not found.pop("isNew"):
            return
        yield Stop(**found)
    raise AssertionError(f"more than {MOST_STOPS} stops")


def ring(page: Page, lens: CDPSession, stop: Stop) -> tuple[int, int]:
    """How many pixels around a stop the focus changes enough to be seen, and how many a ring has at least.."""
    with_focus = _picture(lens, stop)
    page.evaluate("() => window.focusedStop.blur()")
    without = _picture(lens, stop)
    page.evaluate("() => window.focusedStop.focus({ preventScroll: true })")
    changed = int((contrast(with_focus, without) >= ENOUGH).sum())
    return changed, round(RING_PX * 2 * (stop.right - stop.left + stop.bottom - stop.top))


def contrast(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """Contrast of each pixel of two pictures, as WCAG 2 defines it."""
    first, second = _luminance(one), _luminance(other)
    ratio: NDArray[np.float64] = (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)
    return ratio


def _luminance(picture: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = np.where(picture <= 0.04045, picture / 12.92, ((picture + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _picture(lens: CDPSession, stop: Stop) -> NDArray[np.float64]:
    left, top = max(0.0, stop.left - MARGIN_PX), max(0.0, stop.top - MARGIN_PX)
    clip = {
        "x": left,
        "y": top,
        "width": stop.right - left + MARGIN_PX,
        "height": stop.bottom - top + MARGIN_PX,
        "scale": 1,
    }
    import base64

    data = lens.send("Page.captureScreenshot", {"clip": clip, "optimizeForSpeed": True})["data"]
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB"), dtype=np.float64) / 255
