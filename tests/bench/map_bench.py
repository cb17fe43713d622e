"""The map page beside the same map in Dash: change of task, cold first visit, bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from model.choices.classes import with_classes
from model.dataset.reading import read_table
from tests.bench.choosing import choose_in_dash_dropdown, choose_in_select
from tests.bench.dash_serving import served_dash
from tests.bench.results import Measure
from tests.bench.traffic import Traffic, counted_traffic
from tests.bench.turns import in_turn
from tests.serving import served_app

SWITCH_RATIO = 0.5
COLD_RATIO = 1.0
SWITCH_WEBSOCKET_KB = 10

SETTLED_MS = 600
"""Pause after a step, in which a server may still be busy with it."""
SERVER_STARTS = 3
REGION = "Drenthe"

_PROBE = Path(__file__).with_name("map_probe.js").read_text(encoding="utf8")


@dataclass(frozen=True)
class MapApp:
    """One of the two apps: its page, its regions, and the keys that choose the next (+1) or previous (-1) task."""

    address: str
    regions: str
    control: str
    choose: Callable[[Page, int], None]


def run(browser: Browser, rounds: int) -> list[Measure]:
    """All measures of the map page; the two apps take turns in every round."""
    first_ours, first_dash = _first_visits(browser)
    with ExitStack() as stack:
        ours = _our_app(stack.enter_context(served_app()))
        dash = _dash_app(stack.enter_context(served_dash("tests.bench.dash_map")))
        cold_bytes = [_cold_bytes(browser, app) for app in (ours, dash)]
        cold = in_turn(rounds, [partial(_cold_visit, browser, app) for app in (ours, dash)])
        pages = [stack.enter_context(_SwitchingPage(browser, app)) for app in (ours, dash)]
        switch = in_turn(rounds, [page.timed_switch for page in pages])
        traffic_ours, traffic_dash = (page.switch_traffic() for page in pages)
    return [
        Measure("andere taak, tot het beeld er staat", "ms", switch[0], switch[1], ratio_limit=SWITCH_RATIO),
        Measure("eerste bezoek, tot de kaart er staat", "ms", cold[0], cold[1], ratio_limit=COLD_RATIO),
        Measure(
            "andere taak, over de WebSocket",
            "kB",
            [item.websocket_kb for item in traffic_ours],
            limit=SWITCH_WEBSOCKET_KB,
        ),
        Measure(
            "andere taak, alle verkeer",
            "kB",
            [item.total_kb for item in traffic_ours],
            [item.total_kb for item in traffic_dash],
        ),
        Measure("eerste bezoek, alle verkeer", "kB", [cold_bytes[0]], [cold_bytes[1]]),
        Measure("eerste bezoek na de start van de server", "ms", first_ours, first_dash),
    ]


def _our_app(address: str) -> MapApp:
    return MapApp(f"{address}/kaart", ".country .regions path", "select[data-control=task]", choose_in_select)


def _dash_app(address: str) -> MapApp:
    return MapApp(address, ".choroplethlayer path", "#task", choose_in_dash_dropdown)


def _patterns() -> list[str]:
    """Per task and in the order of the regions: which regions share a class, as map_probe.js reads it from the
    fills.
    """
    choices = with_classes(read_table("scale_choices")).set_index(["task_code", "region_code"])["leading_class"]
    regions = read_table("regions")["region_code"]
    patterns = []
    for task_code in read_table("tasks")["task_code"]:
        classes = list(choices.loc[task_code].loc[regions])
        patterns.append(" ".join(str(classes.index(item)) for item in classes))
    return patterns


def _fresh_context(browser: Browser) -> BrowserContext:
    """A visitor who was never here: nothing cached, probe in place."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    context.add_init_script(f"{_PROBE}\nmapProbe.firstPainted = mapProbe.opened({json.dumps(_patterns()[0])});")
    return context


def _open(page: Page, app: MapApp) -> float:
    page.goto(app.address, wait_until="commit")
    return float(page.evaluate("mapProbe.firstPainted"))


def _cold_visit(browser: Browser, app: MapApp) -> float:
    with _fresh_context(browser) as context:
        page = context.new_page()
        duration = _open(page, app)
        page.wait_for_timeout(SETTLED_MS)
    return duration


def _cold_bytes(browser: Browser, app: MapApp) -> float:
    """Kilobytes of a cold visit; it also warms the server for the timed ones."""
    with _fresh_context(browser) as context:
        page = context.new_page()
        with counted_traffic(page) as traffic:
            _open(page, app)
            page.wait_for_timeout(2 * SETTLED_MS)
    return traffic.total_kb


def _first_visits(browser: Browser) -> tuple[list[float], list[float]]:
    """First visit of a server that nobody visited before, per app."""
    ours, dash = [], []
    for _ in range(SERVER_STARTS):
        with served_app() as address:
            ours.append(_cold_visit(browser, _our_app(address)))
        with served_dash("tests.bench.dash_map") as address:
            dash.append(_cold_visit(browser, _dash_app(address)))
    return ours, dash


class _SwitchingPage:
    """A page with a chosen region on which the task goes up and down the list."""

    def __init__(self, browser: Browser, app: MapApp) -> None:
        self._app = app
        self._context = _fresh_context(browser)
        self._patterns = _patterns()
        self._task = 0
        self._step = -1

    def __enter__(self) -> _SwitchingPage:
        self._page = self._context.new_page()
        _open(self._page, self._app)
        region = list(read_table("regions")["name"]).index(REGION)
        shape = self._page.locator(self._app.regions).nth(region)
        # Plotly listens on a sheet over its regions and needs a moment of hovering before a click counts.
        shape.hover(force=True)
        self._page.wait_for_timeout(SETTLED_MS)
        shape.click(force=True)
        self._page.get_by_role("heading", name=REGION).wait_for()
        # The first switches compile code; they are not counted.
        for _ in range(2):
            self.timed_switch()
        return self

    def __exit__(self, *_: object) -> None:
        self._context.close()

    def timed_switch(self) -> float:
        """Milliseconds from the key that chooses another task to the frame that shows it."""
        page = self._page
        page.bring_to_front()
        if not 0 <= self._task + self._step < len(self._patterns):
            self._step = -self._step
        self._task += self._step
        page.locator(self._app.control).focus()
        page.evaluate("(expected) => { mapProbe.result = mapProbe.switched(expected); }", self._patterns[self._task])
        self._app.choose(page, self._step)
        duration = float(page.evaluate("mapProbe.result"))
        page.wait_for_timeout(SETTLED_MS)
        return duration

    def switch_traffic(self) -> list[Traffic]:
        """Traffic of each switch, once through the list."""
        samples = []
        for _ in self._patterns:
            with counted_traffic(self._page) as traffic:
                self.timed_switch()
            samples.append(traffic)
        return samples
