"""A tab that one test after another uses is as a new one, and what cannot be taken out of a tab is left in no such."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Set
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.conftest import wipe
from tests.browser.rules import PHONE

HERE = Path(__file__).parent
FOR_GOOD = {"on", "once", "add_init_script", "expose_function", "expose_binding", "install"}
"""Calls on a page, or its clock, of which something stays."""
INTO_A_TAB = {"add_init_script", "expose_function", "expose_binding"}
"""Those of them by which a helper leaves something; what it has listen it can take away."""
OF_A_NEW_TAB = {"own_tab", "page_on_line", "tilting", "new_context", "new_page"}
"""One of these names in a test, its marks or its module's: its tab is its own."""
HELPERS = {"rules.py", "conftest.py"}
"""Modules that take away themselves what they have listen."""

PROBE = """() => [
    location.href, history.length, innerWidth, innerHeight, document.hasFocus(), window.opener, window.left ?? null,
    ...['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-reduced-motion: reduce)', 'print']
        .map((asked) => matchMedia(asked).matches),
]"""


@pytest.mark.browser
def test_a_wiped_tab_is_as_a_new_one(context: BrowserContext, address: str) -> None:
    used, new = context.new_page(), context.new_page()
    used.route("**/kaart", lambda route: route.fulfill(body="<p id=held>", content_type="text/html"))
    for path in ("/schaalwijzer", "/kaart"):
        used.goto(address + path)
    used.evaluate("() => { sessionStorage.kept = 1; window.left = 1; }")
    used.set_viewport_size(PHONE)
    used.emulate_media(media="print", color_scheme="dark", forced_colors="active", reduced_motion="reduce")
    assert used.locator("#held").count() == 1
    as_new = new.evaluate(PROBE)
    assert used.evaluate(PROBE) != as_new
    wipe(used, address)
    assert used.evaluate(PROBE) == as_new
    used.goto(f"{address}/kaart")
    assert used.evaluate("sessionStorage.length") == 0
    assert used.locator("#held").count() == 0


def helpers_that_leave_something(sources: Iterable[str]) -> set[str]:
    """Names of helpers, of any module, that leave something in the tab that they are given, or call one that does."""
    helpers = {
        node.name: _names(node)
        for source in sources
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("test_") and not OF_A_NEW_TAB & _names(node)
    }
    found = {name for name, used in helpers.items() if used & INTO_A_TAB}
    while more := {name for name, used in helpers.items() if used & found} - found:
        found |= more
    return found


def leaves_something(source: str, helpers: Set[str] = frozenset()) -> list[str]:
    """Functions of a module that leave something in a tab that others use after them, by themselves or by a helper."""
    module = ast.parse(source)
    of_module = {name for node in module.body if isinstance(node, ast.Assign) for name in _names(node)}
    replaced = {
        name
        for node in module.body
        if isinstance(node, ast.FunctionDef) and node.name == "page"
        for name in _names(node)
    }
    return [
        node.name
        for node in module.body
        if isinstance(node, ast.FunctionDef)
        and any(
            isinstance(call, ast.Call)
            and (
                (isinstance(call.func, ast.Attribute) and call.func.attr in FOR_GOOD)
                or (isinstance(call.func, ast.Name) and call.func.id in helpers)
            )
            for call in ast.walk(node)
        )
        and not OF_A_NEW_TAB & (of_module | replaced | _names(node))
    ]


def _names(node: ast.AST) -> set[str]:
    return {
        name
        for part in ast.walk(node)
        for name in (getattr(part, "attr", None), getattr(part, "id", None), getattr(part, "arg", None))
        if isinstance(name, str)
    }


PATHS = [path for path in sorted(HERE.rglob("*.py")) if path.name not in HELPERS]


@pytest.fixture(scope="module")
def helpers() -> set[str]:
    found = helpers_that_leave_something(path.read_text("utf8") for path in PATHS)
    assert "open_saved" in found
    return found


@pytest.mark.parametrize("path", PATHS, ids=lambda path: str(path.relative_to(HERE)))
def test_what_stays_in_a_tab_stays_in_no_tab_of_others(path: Path, helpers: set[str]) -> None:
    assert leaves_something(path.read_text("utf8"), helpers) == []


def test_a_helper_of_another_module_is_found() -> None:
    helpers = helpers_that_leave_something(
        [
            "def keep(page):\n    page.add_init_script('')\n",
            "def begin(page):\n    keep(page)\ndef look(page):\n    pass\n",
        ]
    )
    assert helpers == {"keep", "begin"}
    source = "def test_a(page):\n    begin(page)\ndef test_b(page):\n    look(page)\n"
    assert leaves_something(source, helpers) == ["test_a"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def test_a(page):\n    page.on('request', print)\n", ["test_a"]),
        ("def test_a(page):\n    page.add_init_script('')\ndef test_b(page):\n    page.goto('')\n", ["test_a"]),
        ("@pytest.mark.own_tab\ndef test_a(page):\n    page.on('request', print)\n", []),
        ("pytestmark = [pytest.mark.own_tab]\ndef test_a(page):\n    page.clock.install()\n", []),
        ("def page(page_on_line):\n    return page_on_line\ndef test_a(page):\n    page.clock.install()\n", []),
    ],
    ids=["listener", "script, of one", "own tab", "own tabs of a module", "own page of a module"],
)
def test_what_stays_in_a_tab_is_found(source: str, found: list[str]) -> None:
    assert leaves_something(source) == found
