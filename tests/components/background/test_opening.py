"""On which document Achtergrond opens, that of "uw regio" where the address names none, and what a step writes."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from components.background.documents import DOCUMENTS
from tests.components.opening import address_of, opened

PAGE = "pages/achtergrond.py"
ABOUTS = {drawn.about: document for document, drawn in DOCUMENTS.items()}


def shown(app: AppTest) -> str:
    """Document that the page shows."""
    assert not app.exception
    (document,) = [ABOUTS[element.value] for element in app.markdown if element.value in ABOUTS]
    return document


def choose(app: AppTest, key: str, value: str) -> AppTest:
    """The page after a press on a button of the rows that choose document and part."""
    (buttons,) = [group for group in app.button_group if (group.key or "").startswith(f"background_{key}_")]
    return buttons.set_value(value).run()


@pytest.mark.parametrize(
    ("region", "document"), [("", "zhz"), ("JZ04", "zhz"), ("JZ31", "zhz"), ("JZ29", "rotterdam"), ("JZ18", "rijnland")]
)
def test_it_opens_on_the_document_of_mijn_regio_and_writes_nothing(region: str, document: str) -> None:
    query = {"regio": region} if region else {}
    app = opened(PAGE, **query)
    assert shown(app) == document
    assert address_of(app) == query


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_in_the_address_goes_before_mijn_regio(document: str) -> None:
    assert shown(opened(PAGE, regio="JZ29", document=document)) == document


def test_a_document_that_does_not_exist_is_said_and_that_of_mijn_regio_shown() -> None:
    app = opened(PAGE, regio="JZ18", document="mars")
    assert shown(app) == "rijnland"
    assert "een document dat niet bestaat" in app.warning[0].value


def test_a_part_is_written_with_its_document_so_that_the_link_means_the_same_for_anyone() -> None:
    app = choose(opened(PAGE, regio="JZ29"), "deel", "geld")
    assert address_of(app) == {"regio": "JZ29", "deel": "geld", "document": "rotterdam"}
    assert shown(opened(PAGE, regio="JZ18", document="rotterdam", deel="geld")) == "rotterdam"


def test_another_document_is_written_and_the_way_back_shows_that_of_mijn_regio() -> None:
    app = choose(opened(PAGE, regio="JZ29"), "document", "zhz")
    assert (shown(app), address_of(app)) == ("zhz", {"regio": "JZ29", "document": "zhz"})
    del app.query_params["document"]
    assert shown(app.run()) == "rotterdam"


def test_mijn_regio_of_another_document_brings_that_document_unless_something_was_chosen() -> None:
    app = opened(PAGE, regio="JZ29")
    app.query_params["regio"] = "JZ18"
    assert shown(app.run()) == "rijnland"
    app = opened(PAGE, regio="JZ29", agenda="lokaal")
    assert address_of(app) == {"regio": "JZ29", "agenda": "lokaal"}
    app.query_params["regio"] = "JZ18"
    assert shown(app.run()) == "rotterdam"
    assert address_of(app)["document"] == "rotterdam", "it stays when the filter goes"


def test_a_link_from_before_keeps_its_view() -> None:
    assert shown(opened(PAGE, regio="JZ29", deel="planning")) == "zhz"
    assert shown(opened(PAGE, regio="JZ29", rij="residentieel")) == "zhz"
