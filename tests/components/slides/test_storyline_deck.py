"""A storyline and a page as a file: a slide per view, with the words of the step and the figures of the view."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl

import pytest

from components.frame import loading
from components.slides.exhibits import HAS_SLIDES, exhibit_of
from components.slides.storyline_deck import page_file, storyline_file
from components.what_if.table_in_use import TableInUse
from model.dataset.reading import read_table
from model.site.site_map import PAGES
from model.stage.shipped import filled_step, shipped_storylines
from model.stage.storyline import Step, Storyline
from model.what_if import Scenario, scenario_to_query
from tests.components.slides.reading import opened, texts
from tests.components.what_if.own_table.tables import own_plan

TODAY = date(2026, 3, 2)
HOME = "https://voorbeeld.nl/app/"
SHIPPED = shipped_storylines(read_table)
OWN = Storyline(
    "eigen-1",
    "Mijn verhaal",
    "",
    (
        Step("kaart", "taak=pleegzorg", "Pleegzorg {regio}", "", "Eerst dit."),
        Step("samenwerking", "taak=crisisopvang"),
    ),
)


@pytest.mark.parametrize("region", [None, "JZ31"])
@pytest.mark.parametrize("storyline", SHIPPED, ids=lambda storyline: storyline.key)
def test_every_step_has_a_slide_with_its_title_and_sentence(storyline: Storyline, region: str | None) -> None:
    opening, *slides = opened(storyline_file(storyline, region, HOME, today=TODAY)).slides
    assert texts(opening)[0] == storyline.title
    assert len(slides) == len(storyline.steps)
    for slide, step in zip(slides, storyline.steps, strict=True):
        exhibit = exhibit_of(step.page, dict(parse_qsl(step.query)) | ({"regio": region} if region else {}))
        said = filled_step(step, exhibit.words)
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text == (said.title or exhibit.title)
        notes = slide.notes_slide.notes_text_frame
        assert notes is not None
        assert step.note in notes.text
        assert exhibit.source in notes.text


def test_own_storyline_says_what_was_typed_and_else_what_the_view_says() -> None:
    _, first, second = opened(storyline_file(OWN, "JZ29", HOME, today=TODAY)).slides
    assert texts(first)[0] == "Pleegzorg {regio}"
    assert texts(first)[1] == exhibit_of("kaart", {"taak": "pleegzorg", "regio": "JZ29"}).sentence
    assert texts(second)[0] == exhibit_of("samenwerking", {"taak": "crisisopvang", "regio": "JZ29"}).title


def test_slides_lead_to_their_views_for_the_same_region() -> None:
    _, first, _ = opened(storyline_file(OWN, "JZ29", HOME, today=TODAY)).slides
    notes = first.notes_slide.notes_text_frame
    assert notes is not None
    assert f"{HOME}kaart?taak=pleegzorg&regio=JZ29" in notes.text
    assert f"Kaart, met {loading.region_names()['JZ29']} als eigen regio" in notes.text


def test_without_an_address_no_slide_has_a_link() -> None:
    _, first, _ = opened(storyline_file(OWN, None, "", today=TODAY)).slides
    assert texts(first)[-1] == exhibit_of("kaart", {"taak": "pleegzorg"}).source
    notes = first.notes_slide.notes_text_frame
    assert notes is not None
    assert "http" not in notes.text


def test_a_slide_of_an_own_table_names_it_and_says_that_no_link_leads_back() -> None:
    plan = own_plan(3, 4)
    own = TableInUse(plan, "eigen tabel “Proef”", "Bron: eigen tabel “Proef” van de gebruiker.")
    query = dict(parse_qsl(scenario_to_query(Scenario.default(plan))))
    alone = opened(page_file("doorrekening", query, HOME, today=TODAY, own=own))
    step = replace(OWN, steps=(Step("doorrekening", scenario_to_query(Scenario.default(plan))),))
    told = opened(storyline_file(step, None, HOME, today=TODAY, tables={plan.fingerprint: own}))
    for slide in (alone.slides[0], told.slides[1]):
        assert texts(slide)[1].startswith("Eigen tabel “Proef”. ")
        assert texts(slide)[-1] == f"{own.source} Een eigen tabel gaat niet mee in een link."
        notes = slide.notes_slide.notes_text_frame
        assert notes is not None
        assert "Een eigen tabel gaat niet mee in een link." in notes.text
        assert "http" not in notes.text


@pytest.mark.parametrize("page", sorted(HAS_SLIDES))
def test_every_page_gives_a_file_of_one_slide(page: str) -> None:
    (slide,) = opened(page_file(page, {"regio": "JZ18"}, HOME, today=TODAY)).slides
    assert slide.shapes.title is not None
    assert slide.shapes.title.text_frame.text == exhibit_of(page, {"regio": "JZ18"}).title


def test_every_page_that_a_step_may_name_has_slides() -> None:
    assert {page.address for page in PAGES} - {"presenteren"} == HAS_SLIDES


def test_unknown_page_is_refused() -> None:
    with pytest.raises(KeyError):
        page_file("elders", {}, HOME, today=TODAY)
