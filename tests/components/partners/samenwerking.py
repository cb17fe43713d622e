"""The page Samenwerking as its tests see it: opening it, and what the CSV says."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from components.partners.view import BROWSER, Browser
from tests.components.opening import prepared
from tests.data.shipped import CSV, csv_rows

PAGE = "pages/samenwerking.py"
PARTNERS = csv_rows(CSV / "partners.csv")
CELLS = csv_rows(CSV / "scale_choices.csv")
NAMES = {row["region_code"]: row["name"] for row in csv_rows(CSV / "regions.csv")}
TASKS = {row["task_code"]: row["name"] for row in csv_rows(CSV / "tasks.csv")}
IN_SENTENCE = {row["task_code"]: row["name_in_sentence"] for row in csv_rows(CSV / "tasks.csv")}
NAMED = {(row["region_code"], row["partner_region_code"]) for row in PARTNERS if row["partner_region_code"]}


def page_in(browser: Browser, **query: str) -> AppTest:
    """The page after the browser has said what it can do."""
    app = prepared(PAGE, **query).run()
    app.session_state[BROWSER] = browser
    return app.run()
