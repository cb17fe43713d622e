"""Page Presenteren: the storylines that ship, and what the browser must know to read a step."""

from __future__ import annotations

import pytest

from components.stage.view import site_of_steps
from components.what_if.session import source_plan
from model.dataset.reading import read_table
from model.site.site_map import PAGES, own_keys
from model.stage.shipped import shipped_storylines
from tests.components.opening import component_data, opened, said

PAGE = "pages/presenteren.py"
SHIPPED = shipped_storylines(read_table)


@pytest.mark.parametrize("query", [{}, {"regio": "JZ31"}, {"verhaal": "1<script>"}, {"verhaal": "x" * 6000}])
def test_both_storylines_stand_there_with_all_their_steps(query: dict[str, str]) -> None:
    app = opened(PAGE, **query)
    assert not app.exception
    assert not app.error
    sent = component_data(app, "shipped_storyline")
    assert [(line["key"], line["title"]) for line in sent] == [(line.key, line.title) for line in SHIPPED]
    for data, line in zip(sent, SHIPPED, strict=True):
        assert [(step["page"], step["query"]) for step in data["steps"]] == [
            (step.page, step.query) for step in line.steps
        ]
        assert line.about in said(app)


def test_no_step_of_the_list_shows_the_name_of_a_figure_instead_of_the_figure() -> None:
    for data in component_data(opened(PAGE, regio="JZ31"), "shipped_storyline"):
        assert not any("{" in step["title"] for step in data["steps"])


def test_the_browser_knows_the_pages_their_keys_and_the_table_of_the_source() -> None:
    site = site_of_steps()
    assert set(site["pages"]) == {page.address for page in PAGES} - {"presenteren"}
    for address, page in site["pages"].items():
        assert {"regio", "presentatie", "stap", "zaal", "embed"}.isdisjoint(page["keys"])
        assert own_keys(address) <= set(page["keys"])
    assert site["source"] == source_plan().fingerprint
    assert site["names"]["bekijk"]["JZ31"] == "Zuid-Holland Zuid"


def test_on_stage_the_page_offers_the_storylines() -> None:
    app = opened(PAGE, presentatie="1")
    assert not app.exception
    assert "Kies een verhaallijn" in said(app)
    assert len(component_data(app, "shipped_storyline")) == len(SHIPPED)
    assert component_data(app, "own_storylines") == []
