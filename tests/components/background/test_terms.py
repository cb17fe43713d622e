"""Begrippen on Achtergrond: what a reader may not know is explained where it is first met, in words of the glossary."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.background.documents import DOCUMENTS
from components.frame import glossary_help
from components.look.words import plain
from tests.components.opening import opened
from tests.data.shipped import CSV, csv_rows

PAGE = "pages/achtergrond.py"
EXPLANATIONS = {plain(row["explanation"]): row["term"] for row in csv_rows(CSV / "glossary.csv")}
PARTS = [(document, part) for document, drawn in DOCUMENTS.items() for part in drawn.parts]


def explained(app: AppTest, *kinds: str) -> list[str]:
    """Terms that the question marks beside elements of these kinds explain."""
    helps = [element.proto.help for kind in kinds for element in app.get(kind)]
    return [term for said in helps for explanation, term in EXPLANATIONS.items() if explanation in said]


@pytest.mark.parametrize(("document", "part"), PARTS)
def test_every_part_explains_terms_beside_what_uses_them(document: str, part: str) -> None:
    app = opened(PAGE, document=document, deel=part)
    assert not app.exception
    of_document = [
        term for said, term in EXPLANATIONS.items() if said in (glossary_help.meaning(*DOCUMENTS[document].terms) or "")
    ]
    terms = explained(app, "header", "markdown", "selectbox")
    assert sorted(of_document) == sorted(term for term in terms if term in of_document), "beside the sentence, once"
    assert set(terms) - set(of_document)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_sentence_on_a_document_explains_its_own_words(document: str) -> None:
    terms = DOCUMENTS[document].terms
    assert terms
    for term in terms:
        assert glossary_help.meaning(term), term


def test_an_abbreviation_is_written_out() -> None:
    assert (glossary_help.meaning("SOJ") or "").startswith("**SOJ (Serviceorganisatie Jeugd)**: ")
    assert (glossary_help.meaning("DBC") or "").startswith("**DBC**: "), "a term of its own"
    assert (glossary_help.meaning("proeftuinen") or "").startswith("**Proeftuinen**: ")


def test_without_the_glossary_every_part_still_works(own_data: Path) -> None:
    (own_data / "glossary.parquet").unlink()
    for document in DOCUMENTS:
        app = opened(PAGE, document=document)
        assert not app.exception
        assert not app.error
