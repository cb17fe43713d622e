"""Vergelijking beside a heatmap in Dash: another order of regions or tasks, and another task on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.bench import dash_matrix
from tests.bench.choosing import choose_in_dash_dropdown, choose_in_select
from tests.bench.dash_serving import served_dash
from tests.bench.results import Measure
from tests.bench.turns import in_turn
from tests.serving import served_app

REPAINT_RATIO = 0.5

SETTLED_MS = 600
"""Pause after a step, in which a server may still be busy with it."""
WIDE = {"width": 1440, "height": 1400}
"""A window in which the whole matrix is in view, so that all of it is painted."""
PHONE = {"width": 390, "height": 844}

_PROBE = Path(__file__).with_name("step_probe.js").read_text(encoding="utf8")

# What each app shows after a change, from left to right or from top to bottom, to compare with what it should show.
_OUR_ROWS = "() => [...stepProbe.deep('.matrix').querySelectorAll('tbody tr[data-region] a')].map((a) => a.textContent)"
_OUR_COLUMNS = (
    "() => [...stepProbe.deep('.matrix').querySelectorAll('.heads a')]"
    ".map((a) => a.textContent.replaceAll('\\u00ad', ''))"
)
_OUR_CELLS = (
    "() => [...stepProbe.deep('.matrix').querySelectorAll('.list .swatch')]"
    ".map((swatch) => Number(swatch.className.match(/c(\\d+)/)[1]))"
)
_DASH_TICKS = (
    "() => [...document.querySelectorAll('.{axis}tick text')]"
    ".sort((a, b) => a.getBoundingClientRect().{side} - b.getBoundingClientRect().{side}).map((text) => "
    "text.textContent)"
)
_DASH_ROWS = _DASH_TICKS.format(axis="y", side="y")
_DASH_COLUMNS = _DASH_TICKS.format(axis="x", side="x")
_DASH_CELLS = "() => document.querySelector('.js-plotly-plot').data[0].z.map((row) => row[0])"


@dataclass(frozen=True)
class MatrixApp:
    """One of the two apps: its address, and for step_probe.js where it shows that the matrix is painted."""

    address: str
    ready: str
    painted: tuple[str, ...]
    choose: Callable[[Page, int], None]


@dataclass(frozen=True)
class Switch:
    """A list on the page of which the entries are gone through, and what each entry should show."""

    control: str
    shown: str
    expected: list[list[str] | list[int]]


def run(browser: Browser, rounds: int) -> list[Measure]:
    """All measures of the matrix; the two apps take turns in every round."""
    with ExitStack() as stack:
        ours = _our_app(stack.enter_context(served_app()))
        dash = _dash_app(stack.enter_context(served_dash("tests.bench.dash_matrix")))
        rows, columns, tasks = _rows(), _columns(), _task_cells()
        with (
            _opened(browser, ours, WIDE) as our_page,
            _opened(browser, dash, WIDE) as dash_page,
            _opened(browser, dash, WIDE) as other_page,
        ):
            by_rows = _timed(
                rounds,
                _Switching(our_page, ours, Switch("select[data-control=rows]", _OUR_ROWS, rows)),
                _Switching(dash_page, dash, Switch("#rows", _DASH_ROWS, rows)),
                _Switching(other_page, dash, Switch("#rows-in-browser", _DASH_ROWS, rows)),
            )
            by_columns = _timed(
                rounds,
                _Switching(our_page, ours, Switch("select[data-control=columns]", _OUR_COLUMNS, columns)),
                _Switching(dash_page, dash, Switch("#columns", _DASH_COLUMNS, columns)),
            )
        with _opened(browser, ours, PHONE) as our_page, _opened(browser, dash, PHONE) as dash_page:
            # From all tasks to the first one, as our page begins on a phone.
            dash_page.locator("#task").focus()
            dash.choose(dash_page, +1)
            dash_page.wait_for_timeout(SETTLED_MS)
            by_task = _timed(
                rounds,
                _Switching(our_page, ours, Switch("select[data-control=task]", _OUR_CELLS, tasks)),
                _Switching(dash_page, dash, Switch("#task", _DASH_CELLS, tasks)),
            )
    return [
        Measure("andere volgorde van regio's, getekend", "ms", by_rows[0], by_rows[1], ratio_limit=REPAINT_RATIO),
        Measure("andere volgorde van regio's, Dash zonder zijn server", "ms", by_rows[0], by_rows[2]),
        Measure("andere volgorde van taken, getekend", "ms", by_columns[0], by_columns[1], ratio_limit=REPAINT_RATIO),
        Measure("andere taak op een telefoon, getekend", "ms", by_task[0], by_task[1], ratio_limit=REPAINT_RATIO),
    ]


def _our_app(address: str) -> MatrixApp:
    mark = ("mark", ".matrix", "data-painted", "")
    return MatrixApp(f"{address}/vergelijking", ".matrix[data-painted]", mark, choose_in_select)


def _dash_app(address: str) -> MatrixApp:
    return MatrixApp(address, ".heatmaplayer image", ("plot", "#matrix"), choose_in_dash_dropdown)


def _rows() -> list[list[str] | list[int]]:
    return [list(dash_matrix.row_names(order)) for order in dash_matrix.COMPARED_ROW_ORDERS]


def _columns() -> list[list[str] | list[int]]:
    names = dash_matrix.TASKS["short_name"]
    return [[str(names[task]) for task in order] for order in dash_matrix.COLUMN_ORDERS.values()]


def _task_cells() -> list[list[str] | list[int]]:
    return [[row[0] for row in dash_matrix.values("noord-zuid", [task])] for task in dash_matrix.TASKS.index]


@contextmanager
def _opened(browser: Browser, app: MatrixApp, window: dict[str, int]) -> Iterator[Page]:
    with browser.new_context(viewport=window, locale="nl-NL") as context:  # type: ignore[arg-type]
        context.add_init_script(_PROBE)
        page = context.new_page()
        page.goto(app.address)
        page.locator(app.ready).first.wait_for()
        page.wait_for_timeout(SETTLED_MS)
        yield page


def _timed(rounds: int, *switchings: _Switching) -> list[list[float]]:
    # The first switches compile code; they are not counted.
    in_turn(2, [switching.timed for switching in switchings])
    return in_turn(rounds, [switching.timed for switching in switchings])


class _Switching:
    """A list on an open page, gone through up and down."""

    def __init__(self, page: Page, app: MatrixApp, switch: Switch) -> None:
        self._page, self._app, self._switch = page, app, switch
        self._at, self._step = 0, -1

    def timed(self) -> float:
        """Milliseconds from the key that chooses another entry to the frame that shows it."""
        page, switch = self._page, self._switch
        page.bring_to_front()
        if not 0 <= self._at + self._step < len(switch.expected):
            self._step = -self._step
        self._at += self._step
        page.locator(switch.control).focus()
        page.evaluate("(end) => { stepProbe.switched = stepProbe.until('keydown', end); }", list(self._app.painted))
        self._app.choose(page, self._step)
        duration = float(page.evaluate("stepProbe.switched"))
        if page.evaluate(switch.shown) != switch.expected[self._at]:
            raise RuntimeError(f"{self._app.address}: {switch.control} does not show its entry {self._at}")
        page.wait_for_timeout(SETTLED_MS)
        return duration
