"""The way of the Tab key through a page, and what one sees of it: pixels with and without the focus."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import CDPSession, Page

from tests.browser.views import END_OF_PAGE

Picture = NDArray[np.float64]
MARGIN_PX = 8
"""How far around an element a ring may stand."""

RING_PX, ENOUGH, SHARE_OF_RING = 2, 3.0, 0.7
"""Width of a ring, its contrast with what was there before (WCAG 2.4.13), and how much of it has to be there: corners
are round, and a neighbour may hide a side.
"""

MOST_COVERED = 4
"""Of nine points of a stop, how many may lie under something else."""

MOST_STOPS = 3000

_FROM_THE_TOP = """() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    window.focusedStop = window.seenStops = undefined;
}"""

UNDER_A_POINT = r"""
    const around = (node) => node?.parentElement ?? node?.getRootNode().host ?? null;
    const holds = (outer, inner) => {
        for (let at = inner; at; at = around(at)) if (at === outer) return true;
        return false;
    };
    const topmost = (x, y) => {
        let found = document.elementFromPoint(x, y);
        while (found?.shadowRoot) {
            const inside = found.shadowRoot.elementFromPoint(x, y);
            if (!inside || inside === found) break;
            found = inside;
        }
        return found;
    };
"""
"""Script: `topmost` is what lies on top at a point, `holds` whether a node is within another; through shadow roots."""

_WHERE = (
    r"""() => {
    let stop = document.activeElement;
    while (stop?.shadowRoot?.activeElement) stop = stop.shadowRoot.activeElement;
    if (!stop || stop === document.body) return null;
    window.seenStops ??= new WeakSet();
    const isSame = window.focusedStop === stop, isNew = !window.seenStops.has(stop);
    window.seenStops.add(stop);
    window.focusedStop = stop;

    // What one sees of a stop: the whole field or table, itself, or its label where it is itself invisible.
    const label = stop.closest('label') ?? stop.labels?.[0];
    const isSeen = (node) => node.checkVisibility({ opacityProperty: true }) && node.getBoundingClientRect().width > 2;
    const whole = stop.matches('input, canvas, .dvn-scroller') && stop.closest(
        '.stDataFrame, [data-testid=stTextInputRootElement], .react-aria-ComboBox, '
        + '.stSlider [data-orientation] [data-orientation] > [data-rac]');
    const shown = whole || (isSeen(stop) || !label ? stop : label);
    const box = shown.getBoundingClientRect();
    const left = Math.max(0, box.left), right = Math.min(window.innerWidth, box.right);
    const top = Math.max(0, box.top), bottom = Math.min(window.innerHeight, box.bottom);

    const across = (box.top >= 0) + (box.bottom <= window.innerHeight);
    const down = (box.left >= 0) + (box.right <= window.innerWidth);
    const edgesPx = across * (right - left) + down * (bottom - top);

"""
    + UNDER_A_POINT
    + r"""    let covered = 0;
    for (const across of [.1, .5, .9]) {
        for (const down of [.1, .5, .9]) {
            const at = topmost(left + across * (right - left), top + down * (bottom - top));
            if (!holds(shown, at) && !holds(at, shown) && !(label && holds(label, at))) covered += 1;
        }
    }

    const path = [], made = /^(st-emotion|e[0-9a-z]{6,}|st-[a-z0-9]{2,3}$)/;
    for (let at = stop; at && path.length < 4; at = around(at)) {
        const named = at.dataset?.testid || [...at.classList].filter((name) => !made.test(name)).join('.');
        path.push([at.tagName.toLowerCase(), named].filter(Boolean).join('.'));
    }
    const states = ['aria-pressed', 'aria-checked', 'aria-current', 'type', 'role'];
    const state = states.map((name) => stop.getAttribute(name));
    const words = stop.getAttribute('aria-label') ?? (stop.innerText || stop.value || stop.placeholder || '');
    return {
        kind: `${path.join(' < ')} ${state.filter(Boolean).join(' ')}`, words: String(words).trim(), covered,
        isSame, isNew, edges_px: edgesPx, left, top, right, bottom,
    };
}"""
)
"""Where the focus is, of what kind that stop is, and its part within the window."""


@dataclass(frozen=True)
class Stop:
    """One stop of the Tab key: its kind, the words on it, how many of nine points are covered, its edges within the
    window, and its box there.
    """

    kind: str
    words: str
    covered: int
    edges_px: float
    left: float
    top: float
    right: float
    bottom: float

    def __str__(self) -> str:
        return f"{self.words[:40]!r} ({self.kind})"


ALMOST = 0.99
"""Part of the ring that counts as all of it: where its corners are round, a few pixels less change."""


def unseen_stops(page: Page, known: set[str] | None = None) -> list[str]:
    """Stops of the page of which one cannot see that they have the focus.

    With `known`, the kinds that are in it are only looked at for what covers them, and kinds that can be seen are
    added: looking is slow, and a link in the menu is the same on every page.
    """
    found, last = [], ""
    lens = page.context.new_cdp_session(page)
    for stop in stops(page):
        last = stop.words
        if stop.covered > MOST_COVERED:
            found.append(f"covered: {stop}")
        if known is not None and stop.kind in known:
            continue
        changed, needed = ring(page, lens, stop)
        if changed < ALMOST * needed:
            found.append(f"{changed} of {needed} pixels change: {stop}")
        elif known is not None:
            known.add(stop.kind)
    lens.detach()
    if not last.endswith(END_OF_PAGE):
        found.append(f"the way ends at {last!r}")
    return found


def stops(page: Page) -> Iterator[Stop]:
    """Every stop from the top of the page, each while it has the focus."""
    page.evaluate(_FROM_THE_TOP)
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        found: dict[str, Any] | None = page.evaluate(_WHERE)
        if found is None:
            return
        if found.pop("isSame"):
            continue  # A table that moves the focus from cell to cell.
        if not found.pop("isNew"):
            return
        yield Stop(**found)
    raise AssertionError(f"more than {MOST_STOPS} stops")


def ring(page: Page, lens: CDPSession, stop: Stop) -> tuple[int, int]:
    """How many pixels around a stop the focus changes enough to be seen, and how many have to."""
    with_focus = _picture(lens, stop)
    page.evaluate("() => window.focusedStop.blur()")
    without = _picture(lens, stop)
    page.evaluate("() => window.focusedStop.focus({ preventScroll: true })")
    changed = int((contrast(with_focus, without) >= ENOUGH).sum())
    return changed, round(SHARE_OF_RING * RING_PX * stop.edges_px)


def contrast(one: Picture, other: Picture) -> Picture:
    """Contrast of each pixel of two pictures, as WCAG 2 defines it."""
    first, second = _luminance(one), _luminance(other)
    ratio: Picture = (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)
    return ratio


def _luminance(picture: Picture) -> Picture:
    linear = np.where(picture <= 0.04045, picture / 12.92, ((picture + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _picture(lens: CDPSession, stop: Stop) -> Picture:
    left, top = max(0.0, stop.left - MARGIN_PX), max(0.0, stop.top - MARGIN_PX)
    width, height = stop.right - left + MARGIN_PX, stop.bottom - top + MARGIN_PX
    return picture_of(lens, left, top, width, height)


def picture_of(lens: CDPSession, left: float, top: float, width: float, height: float) -> Picture:
    """Pixels of a part of the window, each as red, green and blue from 0 to 1."""
    clip = {"x": left, "y": top, "width": width, "height": height, "scale": 1}
    shot = lens.send("Page.captureScreenshot", {"clip": clip, "optimizeForSpeed": True})
    image = Image.open(io.BytesIO(base64.b64decode(shot["data"]))).convert("RGB")
    return np.asarray(image, dtype=np.float64) / 255
