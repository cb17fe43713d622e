"""The what-if page beside the same sliders in Dash: first number of a drag, charts after the release, server time."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.bench.dash_serving import served_dash
from tests.bench.results import Measure
from tests.bench.turns import in_turn
from tests.serving import ROOT, served_app

DRAG_RATIO = 0.25
RELEASE_RATIO = 2.0
STEP_MS = 25
BAND_MS = 5
FEWEST_STEPS = 30

SETTLED_MS = 600
"""Pause after a step, in which a server may still be busy with it."""
SIDES = (0.3, 0.7)
"""Shares of the slider between which every drag goes, in one move."""
THUMB_PX = 16

_PROBE = Path(__file__).with_name("step_probe.js").read_text(encoding="utf8")


@dataclass(frozen=True)
class WhatIfApp:
    """One of the two apps: its address, the slider of measure 1, and for step_probe.js where the drag shows.

    `settling` is the event after which the charts follow: our server hears of the release, Dash's of every move.
    """

    address: str
    ready: str
    slider: str
    thumb_px: float
    number: tuple[str, ...]
    settling: str
    settled: tuple[str, ...]


@dataclass(frozen=True)
class Drag:
    """Milliseconds of one drag: to the first changed number, and from the settling event to all charts."""

    number: float
    charts: float


def run(browser: Browser, rounds: int) -> list[Measure]:
    """All measures of the what-if page; the two apps take turns in every round."""
    steps = _step_times()
    with ExitStack() as stack:
        apps = (
            _our_app(stack.enter_context(served_app())),
            _dash_app(stack.enter_context(served_dash("tests.bench.dash_what_if"))),
        )
        pages = [stack.enter_context(_DraggedPage(browser, app)) for app in apps]
        ours, dash = in_turn(rounds, [page.timed_drag for page in pages])
    return [
        Measure(
            "eerste beweging, tot het getal verandert",
            "ms",
            [drag.number for drag in ours],
            [drag.number for drag in dash],
            ratio_limit=DRAG_RATIO,
        ),
        Measure(
            "loslaten (Dash: bewegen), tot de grafieken stilstaan",
            "ms",
            [drag.charts for drag in ours],
            [drag.charts for drag in dash],
            ratio_limit=RELEASE_RATIO,
        ),
        Measure("tijd van de server per stap", "ms", steps["wall"], limit=STEP_MS),
        Measure("tijd van de server per stap, eigen processortijd", "ms", steps["processor"]),
        Measure("trekkingen van de band", "ms", steps["band"], limit=BAND_MS),
    ]


def _our_app(address: str) -> WhatIfApp:
    return WhatIfApp(
        f"{address}/doorrekening",
        ".paneel[data-settled]",
        '[type="range"][data-control="saving_mln_eur:1"]',
        THUMB_PX,
        ("text", '[data-out="cost"]'),
        "pointerup",
        ("mark", ".paneel", "data-settled", "moving"),
    )


def _dash_app(address: str) -> WhatIfApp:
    return WhatIfApp(
        address,
        ".scatterlayer path.js-line",
        "#saving-1 .dash-slider-root",
        0,
        ("text", "#metric"),
        "pointermove",
        ("plot", "#chart"),
    )


def _step_times() -> dict[str, list[float]]:
    command = [sys.executable, "-m", "tests.bench.what_if_steps"]
    # Streamlit says on stderr that nothing is served here.
    answer = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    times: dict[str, list[float]] = json.loads(answer.stdout)
    if len(times["wall"]) < FEWEST_STEPS:
        raise RuntimeError(f"only {len(times['wall'])} different scenarios")
    return times


class _DraggedPage:
    """A page on which the slider of measure 1 goes back and forth."""

    def __init__(self, browser: Browser, app: WhatIfApp) -> None:
        self._app = app
        self._context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
        self._context.add_init_script(_PROBE)
        self._from, self._to = SIDES

    def __enter__(self) -> _DraggedPage:
        self._page = self._context.new_page()
        self._page.goto(self._app.address)
        self._page.locator(self._app.ready).first.wait_for()
        self._page.locator(self._app.slider).scroll_into_view_if_needed()
        self._page.wait_for_timeout(SETTLED_MS)
        # The first drags compile code; they are not counted.
        for _ in range(2):
            self.timed_drag()
        return self

    def __exit__(self, *_: object) -> None:
        self._context.close()

    def timed_drag(self) -> Drag:
        """One drag to the other side, in one move."""
        page, app = self._page, self._app
        page.bring_to_front()
        page.mouse.move(*self._place(self._from))
        page.mouse.down()
        page.wait_for_timeout(SETTLED_MS)
        self._expect("number", "pointermove", app.number)
        self._expect("charts", app.settling, app.settled)
        page.mouse.move(*self._place(self._to))
        number = _milliseconds(page, "number")
        page.mouse.up()
        charts = _milliseconds(page, "charts")
        self._from, self._to = self._to, self._from
        page.wait_for_timeout(SETTLED_MS)
        return Drag(number, charts)

    def _place(self, share: float) -> tuple[float, float]:
        box = self._page.locator(self._app.slider).bounding_box()
        if box is None:
            raise RuntimeError("the slider is not on the page")
        thumb = self._app.thumb_px
        return box["x"] + thumb / 2 + share * (box["width"] - thumb), box["y"] + box["height"] / 2

    def _expect(self, name: str, start: str, end: tuple[str, ...]) -> None:
        self._page.evaluate(
            "([name, start, end]) => { stepProbe[name] = stepProbe.until(start, end); }", [name, start, list(end)]
        )


def _milliseconds(page: Page, name: str) -> float:
    return float(page.evaluate(f"stepProbe.{name}"))
