"""Browser and server for the tests that only a browser can make."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.partners.opening import SOFTWARE_WEBGL, started, visitor
from tests.serving import CHROMIUM_ARGUMENTS, chromium_path, served_app


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Address of one server for all tests that do not need a cold start."""
    with served_app() as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A visitor at a desk; any error thrown in the page fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    visitor = context.new_page()
    errors: list[str] = []
    visitor.on("pageerror", lambda error: errors.append(str(error)))
    yield visitor
    context.close()
    assert not errors, errors


@pytest.fixture(scope="module")
def webgl(browser: Browser) -> Iterator[Browser]:
    """Chromium that draws WebGL in software."""
    chromium = started(browser, *SOFTWARE_WEBGL)
    yield chromium
    chromium.close()


@pytest.fixture(scope="module")
def no_webgl(browser: Browser) -> Iterator[Browser]:
    """Chromium in which WebGL is blocked."""
    chromium = started(browser, "--disable-gpu", "--disable-3d-apis")
    yield chromium
    chromium.close()


@pytest.fixture
def tilting(webgl: Browser) -> Iterator[Page]:
    """A visitor whose browser draws the tilting map."""
    with visitor(webgl) as page:
        yield page


@pytest.fixture
def flat(no_webgl: Browser) -> Iterator[Page]:
    """A visitor whose browser has no WebGL."""
    with visitor(no_webgl) as page:
        yield page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A visitor with a phone."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="nl-NL"
    )
    yield context.new_page()
    context.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On a busy machine a server or browser can miss its time; such a test gets one more chance, counted in the summary."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))
