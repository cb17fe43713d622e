"""The page Vergelijking as its browser tests see it: opening it, its cells and rows, and what the CSV says of them."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.data.shipped import CSV, csv_rows

REGIONS = {row["region_code"]: row for row in csv_rows(CSV / "regions.csv")}
TASKS = {row["task_code"]: row for row in csv_rows(CSV / "tasks.csv")}
CELLS = {(row["region_code"], row["task_code"]): row for row in csv_rows(CSV / "scale_choices.csv")}
CODES = sorted(REGIONS)
TASK_CODES = sorted(TASKS, key=lambda code: int(TASKS[code]["task_order"]))
FIND = """(wanted) => { const find = (root) => { for (const node of root.querySelectorAll('*')) {
    if (node.matches(wanted)) return node;
    const inside = node.shadowRoot && find(node.shadowRoot); if (inside) return inside; } return null; };
    return find(document); }"""


def name(code: str) -> str:
    return REGIONS[code]["name"]


def words(code: str, task: str) -> str:
    return CELLS[code, task]["leading_levels"].replace(";", " en ") or "geen niveau genoemd"


def open_matrix(page: Page, address: str, query: str = "") -> Locator:
    page.goto(f"{address}/vergelijking{query}")
    root = page.locator(".matrix")
    expect(root).to_have_attribute("data-painted", re.compile(r"\w"))
    return root


def cell(page: Page, code: str, task: str) -> Locator:
    return page.locator(f'td[data-region="{CODES.index(code)}"][data-task="{TASK_CODES.index(task)}"]')


def rows_shown(page: Page) -> list[str]:
    return [text or "" for text in page.locator(".matrix tbody a").all_text_contents()]


def tasks_shown(page: Page) -> list[str]:
    found = page.locator(".matrix .heads a").evaluate_all("(links) => links.map((link) => link.dataset.code)")
    return list(found)


def in_address(page: Page, key: str, value: str | None) -> None:
    """Waits until the address has this value; None where the key must be gone."""
    wanted = re.compile(rf"[?&]{key}={re.escape(value)}(&|$)") if value else re.compile(rf"^(?!.*[?&]{key}=)")
    expect(page).to_have_url(wanted)
