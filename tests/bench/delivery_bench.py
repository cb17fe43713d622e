"""What a first visit costs on the line: kilobytes per page, and how soon the map is there over slow wifi."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect

from tests.bench.results import Measure
from tests.bench.traffic import counted_traffic
from tests.browser.conftest import WEBGL_IN_SOFTWARE
from tests.browser.views import SLOW_MS, VIEWS, complete
from tests.serving import CHROMIUM_ARGUMENTS, chromium_path, served_app

MOST_KB = {"kaart": 750, "start": 900, "doorrekening": 900, "samenwerking": 1500}
TILTING, TILTING_MAP = "samenwerking", ".st-key-partner_map canvas"
SETTLED_MS = 1500
"""Pause in which a page may still fetch what it thinks of later."""

SLOW_VISITS = 5
BITS_PER_SECOND, LATENCY_MS = 1_600_000, 150
MAP_MS, FIRST_WORDS_MS = 6000, 1000
# Milliseconds from the start of the navigation to the first moment at which a sentence can be read, and the map seen.
_PROBE = """
window.seen = new Promise((resolve) => {
  let words;
  (function look() {
    if (document.body?.innerText.includes('op de kaart')) words ??= performance.now();
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap((node) => node.shadowRoot ?? [])];
    if (roots.some((root) => root.querySelector('svg.country[data-painted]'))) {
      requestAnimationFrame(() => resolve([words, performance.now()]));
    } else requestAnimationFrame(look);
  })();
});
"""


def run(browser: Browser, _: int) -> list[Measure]:
    """Kilobytes of a first visit to each page, and the map over slow wifi."""
    with served_app() as address, _tilting(browser) as other:
        measures = []
        for name, most in MOST_KB.items():
            weight = _cold_kb(other if name == TILTING else browser, address, name)
            measures.append(Measure(f"eerste bezoek aan {name}", "kB", [weight], limit=most))
        words, painted = zip(*(_slow_visit(browser, address) for _ in range(SLOW_VISITS)), strict=True)
    return [
        *measures,
        Measure("eerste woorden, bij 1,6 Mbit/s en 150 ms", "ms", words, limit=FIRST_WORDS_MS),
        Measure("kaart getekend, bij 1,6 Mbit/s en 150 ms", "ms", painted, limit=MAP_MS),
    ]


@contextmanager
def _tilting(browser: Browser) -> Iterator[Browser]:
    """A browser that draws the tilting map, for its scripts count."""
    other = browser.browser_type.launch(executable_path=chromium_path(), args=[*CHROMIUM_ARGUMENTS, *WEBGL_IN_SOFTWARE])
    yield other
    other.close()


@contextmanager
def _fresh_page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL") as context:
        yield context.new_page()


def _cold_kb(browser: Browser, address: str, name: str) -> float:
    """Kilobytes of all that goes over the line until a page is complete."""
    view = VIEWS[name]
    with _fresh_page(browser) as page, counted_traffic(page) as traffic:
        page.goto(address + view.path)
        complete(page)
        shown = TILTING_MAP if name == TILTING else view.shows
        expect(page.locator(shown).first).to_be_visible(timeout=SLOW_MS)
        page.wait_for_timeout(SETTLED_MS)
    return traffic.total_kb


def _slow_visit(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds to the first words and to the map, for who has never been here."""
    with _fresh_page(browser) as page:
        page.add_init_script(_PROBE)
        session = page.context.new_cdp_session(page)
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": LATENCY_MS,
                "downloadThroughput": BITS_PER_SECOND / 8,
                "uploadThroughput": BITS_PER_SECOND / 8,
            },
        )
        page.goto(f"{address}/kaart", wait_until="commit")
        words, painted = page.evaluate("window.seen")
    return float(words), float(painted)
