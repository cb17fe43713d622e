"""What a hall needs of a view on stage: all text and every key figure large enough, and nothing that scrolls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.clipping import SETTLING_STEPS
from tests.browser.views import SLOW_MS

HALLS: tuple[ViewportSize, ...] = ({"width": 1280, "height": 720}, {"width": 1920, "height": 1080})
"""Screens of a hall."""
NARROW_HALL: ViewportSize = {"width": 1024, "height": 768}
"""Screen that is narrow for its height."""
PHONES: tuple[ViewportSize, ...] = ({"width": 844, "height": 390}, {"width": 390, "height": 844})
"""Telephone that follows, on its side and upright."""
OF_ALL_TEXT, OF_KEY_FIGURES = 40, 20
"""Parts of the height of the window: text is at least a fortieth of it, a key figure a twentieth."""
ROUNDING_PX = 0.1

SMALL = """([least, leastFigure]) => {
  const found = [];
  const walk = (root) => {
    for (const node of root.querySelectorAll('*')) {
      if (node.shadowRoot) walk(node.shadowRoot);
      const texts = [...node.childNodes].filter((child) => child.nodeType === 3 && child.data.trim());
      if (!texts.length || node.matches('style, script, title, desc, noscript, option')) continue;
      if (!node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const isSpoken = [...around(node)].some((one) => getComputedStyle(one).clipPath.startsWith('inset(50%'));
      if (isSpoken || !box.width || !box.height || box.bottom <= 0 || box.top >= innerHeight) continue;
      const style = getComputedStyle(node), size = parseFloat(style.fontSize) * scale(node);
      const wanted = node.matches('dd') && node.closest('.figures') ? leastFigure : least;
      const words = texts[0].data.trim().slice(0, 40);
      if (size < wanted) found.push(`${words}: ${size.toFixed(1)} px, needs ${wanted.toFixed(1)}`);
    }
  };
  function* around(node) {
    for (let at = node; at; at = at.parentElement ?? at.getRootNode().host ?? null) yield at;
  }
  // A drawing is scaled by its own view box and by whatever stands around it.
  function scale(node) {
    const matrix = node instanceof SVGGraphicsElement ? node.getScreenCTM() : null;
    if (matrix) return Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
    const laid = node.offsetHeight, seen = node.getBoundingClientRect().height;
    // The height that is laid out comes in whole pixels.
    return laid && Math.abs(seen - laid) >= 1 && getComputedStyle(node).display !== 'inline' ? seen / laid : 1;
  }
  walk(document);
  return [...new Set(found)];
}"""
"""Words of each visible text that is smaller than asked for, out of components too, with its real size."""

SCROLLS = """() => {
  const found = [];
  const walk = (root) => {
    for (const node of root.querySelectorAll('*')) {
      if (node.shadowRoot) walk(node.shadowRoot);
      if (!node.checkVisibility() || !node.clientHeight || !node.clientWidth) continue;
      const style = getComputedStyle(node), isPage = node.matches('html, .stMain');
      const down = node.scrollHeight - node.clientHeight, right = node.scrollWidth - node.clientWidth;
      const can = (how) => isPage || how === 'auto' || how === 'scroll';
      const name = `${node.tagName}.${node.classList} scrolls`;
      if (down > 1 && can(style.overflowY)) found.push(`${name} ${down} px down`);
      if (right > 1 && can(style.overflowX)) found.push(`${name} ${right} px to the right`);
    }
  };
  walk(document);
  return found;
}"""


def at_rest(page: Page) -> None:
    """Waits until a view on stage stands there whole."""
    expect(page.locator(".st-key-stage_words h1")).not_to_be_empty(timeout=SLOW_MS)
    expect(page.locator(".stApp[data-test-script-state='notRunning']")).to_be_visible(timeout=SLOW_MS)
    expect(page.locator("[data-stale='true']")).to_have_count(0, timeout=SLOW_MS)


def small_texts(page: Page) -> list[str]:
    """Texts that the last row of the hall cannot read, each with its height."""
    height = _height(page)
    least = [height / OF_ALL_TEXT - ROUNDING_PX, height / OF_KEY_FIGURES - ROUNDING_PX]
    return [str(found) for found in page.evaluate(SMALL, least)]


def what_scrolls(page: Page) -> list[str]:
    """Parts of the page of which something stands out of sight."""
    return [str(found) for found in page.evaluate(SCROLLS)]


def faults_on_stage(page: Page, *, may_scroll: bool = False) -> dict[str, Any]:
    """What a hall would miss of the view that is open, at each size of its screen; empty where there is nothing."""
    found: dict[str, Any] = {}
    for size in HALLS:
        page.set_viewport_size(size)
        at_rest(page)
        name = f"{size['width']}×{size['height']}"
        found[f"too small at {name}"] = _at_last(page, small_texts)
        found[f"scrolls at {name}"] = [] if may_scroll else _at_last(page, what_scrolls)
    return {what: fault for what, fault in found.items() if fault}


def _at_last(page: Page, look: Callable[[Page], list[str]]) -> list[str]:
    """What is still wrong once the drawings have followed the size of the window."""
    found = look(page)
    for _ in range(SETTLING_STEPS):
        if not found:
            break
        page.wait_for_timeout(100)
        found = look(page)
    return found


def _height(page: Page) -> int:
    assert page.viewport_size
    return page.viewport_size["height"]
