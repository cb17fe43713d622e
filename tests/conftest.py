"""What holds for every run: how many examples property tests try, and how many browser tests may need a second
chance.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.examples import USUAL

TESTS_PER_SECOND_CHANCE = 1000
"""One browser test in so many may fail at first and pass when it runs again."""

OTHERS_PER_LONG = 4
"""So many other browser tests take as long as one that draws WebGL, or one that is marked as long."""

# No time limit per example: on a busy machine a slow example is no fault. The same examples in every run, so that a
# change fails for its own fault only; a deep run looks for new ones.
settings.register_profile(
    "quick",
    deadline=None,
    derandomize=True,
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("default", settings.get_profile("quick"), max_examples=USUAL // 2)
settings.register_profile("deep", settings.get_profile("quick"), max_examples=1000, derandomize=False, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Each worker gets a part of the list, and takes over from others when it is done: each part starts with browser
    tests, the longest first, and ends with the shortest tests, which fit any gap. Those that draw WebGL in software
    keep a core busy; they stand in the first part, and the other long ones in the other parts.
    """
    by_kind: dict[str, list[pytest.Item]] = {"webgl": [], "long": [], "browser": [], "other": []}
    for item in items:
        by_kind[_kind(item)].append(item)
    webgl, long, browser, other = by_kind.values()
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    length, share = len(items) // workers, (len(browser) + OTHERS_PER_LONG * len(webgl + long)) // workers
    first_of_parts = (
        [webgl, *(long[place :: workers - 1] for place in range(workers - 1))] if workers > 1 else [webgl + long]
    )
    ordered: list[pytest.Item] = []
    for first in first_of_parts:
        part = [*first, *_first(browser, share - OTHERS_PER_LONG * len(first))]
        ordered += [*part, *_first(other, length - len(part))]
    items[:] = [*ordered, *browser, *other]


def _first(items: list[pytest.Item], count: int) -> list[pytest.Item]:
    """Takes the first so many from the list."""
    taken = items[: max(0, count)]
    del items[: max(0, count)]
    return taken


def _kind(item: pytest.Item) -> str:
    if item.get_closest_marker("browser") is None:
        return "other"
    if "tilting" in getattr(item, "fixturenames", ()):
        return "webgl"
    return "browser" if item.get_closest_marker("long") is None else "long"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fails the run when more tests needed a second chance than may."""
    if second_chances_too_many(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    sentence = second_chances_too_many(config)
    if sentence:
        terminalreporter.section("Second chances", red=True)
        terminalreporter.line(sentence)


def second_chances_too_many(config: pytest.Config) -> str | None:
    """Sentence that says which tests ran twice, where those are more than one in a thousand; one is always allowed."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(config, "workerinput"):
        # The process that hands out the tests hears of them all.
        return None
    ran = sum(len(reporter.stats.get(outcome, ())) for outcome in ("passed", "failed", "xfailed", "xpassed"))
    twice = sorted({report.nodeid for report in reporter.stats.get("rerun", ())})
    allowed = max(1, ran // TESTS_PER_SECOND_CHANCE)
    if len(twice) <= allowed:
        return None
    return (
        f"{len(twice)} tests failed at first and ran again; of {ran} tests at most {allowed} may. "
        f"Find out what each of them did not wait for: {', '.join(twice)}"
    )
