"""Page Presenteren: the storylines that ship, and what the browser must know to read a step."""

from __future__ import annotations

import io
from base64 import b64decode
from typing import Any
from urllib.parse import parse_qsl

import pytest
import streamlit as st
from pptx import Presentation

from components.slides.exhibits import exhibit_of
from components.stage import view
from components.stage.view import site_of_steps
from components.what_if.own_table.draft import files_of
from components.what_if.session import source_plan
from components.what_if.table_in_use import own_table_in_use
from model.dataset.reading import read_table
from model.notation import NO_BREAK
from model.own_table import tables_of_plan
from model.site.site_map import PAGES, own_keys
from model.stage.shipped import filled_step, shipped_storylines
from model.stage.storyline import Storyline
from tests.components.opening import component_data, opened, said
from tests.components.what_if.own_table.tables import own_plan
from tests.data.shipped import shipped

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
        assert all(step["title"] and "{" not in step["title"] for step in data["steps"])


@pytest.mark.parametrize("line", SHIPPED, ids=lambda line: line.key)
def test_every_step_has_the_figures_that_it_names_for_every_region_and_for_none(line: Storyline) -> None:
    for region_code in [None, *shipped("regions")["region_code"]]:
        for step in line.steps:
            query = dict(parse_qsl(step.query)) | ({"regio": region_code} if region_code else {})
            filled = filled_step(step, exhibit_of(step.page, query).words)
            assert "{" not in f"{filled.title}{filled.sentence}"


def test_slides_are_made_of_what_the_browser_reports_and_of_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    memory: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", memory)
    monkeypatch.setattr(st, "query_params", {"regio": "JZ31"})

    def answer(storyline: object, tables: object = None) -> Any:
        memory["own_storylines"] = {"slides": {"number": 7, "storyline": storyline, "tables": tables}}
        view._make_slides()
        return memory.pop("own_storylines_made")

    step = {"page": "kaart", "query": "taak=jggz", "title": "{geen naam}", "sentence": "", "note": "n"}
    made = answer({"id": "a", "title": "Raad", "steps": [step]})
    assert (made["number"], made["fault"]) == (7, "")
    slides = Presentation(io.BytesIO(b64decode(made["content"]))).slides
    assert "{geen naam}" in [shape.text_frame.text for shape in slides[1].shapes if shape.has_text_frame]
    assert answer({"id": "a", "title": "Raad", "steps": []})["fault"].startswith("Er is geen PowerPoint gemaakt.")
    plan = own_plan(3, 2)
    own = {**step, "page": "doorrekening", "query": f"v=1&t={plan.fingerprint}", "title": ""}
    line = {"id": "a", "title": "R", "steps": [step, own, {**own, "title": "Weer"}, own]}
    kept = {"name": "Raming <2027>", "files": files_of(tables_of_plan(plan)), "assumptions": ["één"]}
    of_table = answer(line, {plan.fingerprint: kept, "abcdef": "not asked for"})
    assert of_table["fault"] == ""
    slides = Presentation(io.BytesIO(b64decode(of_table["content"]))).slides
    own_table = own_table_in_use(plan, "Raming 2027", 1)
    said_of_table = exhibit_of("doorrekening", {"v": "1", "t": plan.fingerprint}, own_table).title
    texts = [shape.text_frame.text for shape in slides[2].shapes if shape.has_text_frame]
    assert any(text.startswith(own_table.source) for text in texts)
    assert slides[2].shapes.title.text_frame.text.replace(NO_BREAK, " ") == said_of_table.replace(NO_BREAK, " ")
    assert said_of_table != exhibit_of("doorrekening", {}).title
    missing = answer(line)["fault"]
    assert "Stap 2, stap 3 (“Weer”) en stap 4 rekenen met een eigen tabel die deze browser niet heeft." in missing
    assert "Vraag de maker om het bestand" in missing
    other = files_of(tables_of_plan(own_plan(4, 2)))
    for unusable in ({"files": other}, {"files": [{"name": "a.csv", "content": "?"}]}, {"files": 3}, [], None, "kwaad"):
        assert (
            "Stap 2, stap 3 (“Weer”) en stap 4 rekenen met een eigen tabel die niet te lezen is: "
            in (answer(line, {plan.fingerprint: unusable})["fault"])
        )
    for wrong in (None, [], {"number": "7"}, {"number": True}):
        memory["own_storylines"] = {"slides": wrong}
        view._make_slides()
        assert "own_storylines_made" not in memory


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
    assert [line["startOnly"] for line in component_data(app, "shipped_storyline")] == [True] * len(SHIPPED)
    assert component_data(app, "own_storylines") == []
