"""Browser and server for the tests that only a browser can make: one of each per worker, kept warm between the tests.

pytest-playwright brings `browser`, `new_context` (a visitor with a browser of his own), `context` and `page`. The last
two are overridden here: a browser that already has the scripts of the app, compiled, opens a page with two thirds of
the work, and a tab that had a page of the app before opens the next one with two thirds of what is then left. A test
marked `own_tab` gets a new tab: it leaves in it what cannot be taken away.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, BrowserType, Page, WebError, expect
from shapely.geometry import mapping, shape

from tests.browser.rules import DESK, PHONE
from tests.data.shipped import STATIC
from tests.line import Line, line_to
from tests.serving import CHROMIUM_ARGUMENTS, chromium_path, served_app

PATIENCE_MS = 20_000
"""How long an expectation is waited for; one that holds takes no time, and a busy machine should fail nothing."""

LOCALE = "nl-NL"
WITHOUT_WEBGL = ["--disable-gpu", "--disable-3d-apis"]
WEBGL_IN_SOFTWARE = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
expect.set_options(timeout=PATIENCE_MS)
TRACING_ASKED_FOR = pytest.StashKey[str]()

_kept_tabs: dict[BrowserContext, Page] = {}
"""The tab of each warm browser in which one test after another opens its page."""


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Address of one server for all tests of this worker that do not need a cold start."""
    with served_app() as url:
        yield url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Our Chromium, without WebGL: the map of partners is then flat, and drawn in a tenth of the time."""
    arguments = [argument for argument in CHROMIUM_ARGUMENTS if argument not in WITHOUT_WEBGL]
    return {**browser_type_launch_args, "executable_path": chromium_path(), "args": [*arguments, *WITHOUT_WEBGL]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "viewport": DESK, "locale": LOCALE}


Warm = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def warm(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    browser_context_args: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Warm]:
    """Opens a browser that stays warm: only one with a profile on disk keeps the scripts that it compiled."""
    contexts = []

    def open_browser(*arguments: str, **options: Any) -> BrowserContext:
        args = arguments or browser_type_launch_args["args"]
        launch = {**browser_type_launch_args, **browser_context_args, **options, "args": list(args)}
        contexts.append(browser_type.launch_persistent_context(tmp_path_factory.mktemp("profile"), **launch))
        return contexts[-1]

    yield open_browser
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def desk(warm: Warm) -> BrowserContext:
    """Warm browser at a desk."""
    return warm()


@pytest.fixture(scope="session")
def mobile(warm: Warm) -> BrowserContext:
    """Warm browser on a phone."""
    return warm(viewport=PHONE, has_touch=True, is_mobile=True)


@pytest.fixture(scope="session")
def tilting_desk(warm: Warm, browser_type_launch_args: dict[str, Any]) -> BrowserContext:
    """Warm browser that draws WebGL in software, slow, so only for tests that need the tilting map itself; a quarter of
    the pixels of a screen.
    """
    arguments = [argument for argument in browser_type_launch_args["args"] if argument not in WITHOUT_WEBGL]
    return warm(*arguments, *WEBGL_IN_SOFTWARE, viewport={"width": 1024, "height": 800}, device_scale_factor=0.5)


@pytest.fixture
def context(
    desk: BrowserContext, address: str, _artifacts_recorder: Any, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    """Visitor at a desk, of whom the browser keeps nothing but the scripts of the app."""
    with visit(desk, address, _artifacts_recorder, request):
        yield desk


@pytest.fixture
def page(context: BrowserContext, request: pytest.FixtureRequest) -> Page:
    """Tab of a visitor at a desk."""
    return tab(context, request)


@pytest.fixture
def phone(
    mobile: BrowserContext, address: str, _artifacts_recorder: Any, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """Visitor with a phone."""
    with visit(mobile, address, _artifacts_recorder, request):
        yield tab(mobile, request)


@pytest.fixture
def flat(page: Page) -> Page:
    """Visitor at a small screen whose browser has no WebGL, as that of all tests but those of the tilting map."""
    page.set_viewport_size({"width": 1024, "height": 800})
    return page


@pytest.fixture(scope="session")
def rough_borders() -> str:
    """Borders of the regions with a fifth of the points: each point is drawn in software, and no test looks at one."""
    regions = json.loads((STATIC / "regions.geo.json").read_text("utf8"))
    for region in regions["features"]:
        region["geometry"] = mapping(shape(region["geometry"]).simplify(0.02))
    return json.dumps(regions)


@pytest.fixture
def tilting(
    tilting_desk: BrowserContext,
    address: str,
    rough_borders: str,
    _artifacts_recorder: Any,
    request: pytest.FixtureRequest,
) -> Iterator[Page]:
    """Visitor whose browser draws the tilting map."""
    with visit(tilting_desk, address, _artifacts_recorder, request):
        tilting_desk.route(
            "**/regions.geo.json", lambda route: route.fulfill(body=rough_borders, content_type="application/json")
        )
        yield tilting_desk.new_page()


@contextmanager
def visit(context: BrowserContext, address: str, recorder: Any, request: pytest.FixtureRequest) -> Iterator[None]:
    """One visit in a warm browser; an error thrown in any of its pages fails the test.

    `recorder` is what pytest-playwright keeps screenshots and traces of a failing test with.
    """
    errors: list[str] = []

    def note(error: WebError) -> None:
        errors.append(str(error.error))

    context.on("weberror", note)
    recorder.on_did_create_browser_context(context)
    yield
    went_well = not errors and hasattr(request.node, "rep_call") and request.node.rep_call.passed
    if not went_well or request.config.option.tracing != "off":
        # Only now: it makes a picture of every page, of which those of a passing test are thrown away.
        recorder.on_will_close_browser_context(context)
    kept = _kept_tabs.get(context)
    for page in context.pages:
        if page.url.startswith(address):
            page.evaluate("localStorage.clear()")
        if page is kept and went_well:
            wipe(page, address)
        else:
            page.close()
    if not went_well:
        _kept_tabs.pop(context, None)
    context.clear_cookies()
    context.remove_listener("weberror", note)
    assert not errors, errors


def tab(context: BrowserContext, request: pytest.FixtureRequest) -> Page:
    """The kept tab of this browser, empty as a new one; a new one for a test marked `own_tab`."""
    if request.node.get_closest_marker("own_tab"):
        return context.new_page()
    kept = _kept_tabs.get(context)
    if kept is None or kept.is_closed():
        kept = _kept_tabs[context] = context.new_page()
    return kept


def wipe(page: Page, address: str) -> None:
    """Takes from a tab what a visitor left in it: page, storage, steps back, size, colours, and where the mouse was."""
    if page.url.startswith(address):
        page.evaluate("sessionStorage.clear()")
    page.unroute_all()
    page.goto("about:blank")
    page.emulate_media(media="null", color_scheme="light", reduced_motion="no-preference", forced_colors="none")
    page.set_viewport_size(PHONE if page.evaluate("navigator.maxTouchPoints") else DESK)
    page.mouse.move(0, 0)
    lens = page.context.new_cdp_session(page)
    lens.send("Page.resetNavigationHistory")
    lens.detach()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Traces only the second chance of a test: a trace makes a page open half as fast."""
    options = item.config.option
    asked = item.config.stash.setdefault(TRACING_ASKED_FOR, options.tracing)
    options.tracing = "retain-on-failure" if asked == "off" and second_chance(item) else asked


def second_chance(item: pytest.Item) -> bool:
    """Whether this test has failed once."""
    return getattr(item, "execution_count", 1) > 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On a busy machine a server or browser can miss its time; such a test gets one more chance, counted in the
    summary.
    """
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture
def line(address: str) -> Iterator[Line]:
    """Line to the server of this worker."""
    with line_to(address) as made:
        yield made


@pytest.fixture
def page_on_line(
    desk: BrowserContext, line: Line, _artifacts_recorder: Any, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """Visitor at the other end of that line."""
    with visit(desk, line.address, _artifacts_recorder, request):
        yield desk.new_page()
