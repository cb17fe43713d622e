"""Sections and steps of our documents that the code cites exist."""

from __future__ import annotations

import re

import pytest

from tests.data.shipped import ROOT

CITATION = re.compile(r"\b(docs/[\w-]+\.md), section (\d+)(?:, steps? (\d+)(?: to (\d+))?)?")
SOURCES = [path for folder in ("components", "model", "pages", "pipeline") for path in (ROOT / folder).rglob("*.py")]
CITED = [
    (str(path.relative_to(ROOT)), *found.groups())
    for path in sorted(SOURCES)
    for found in CITATION.finditer(" ".join(path.read_text(encoding="utf8").split()))
]


def test_citations_are_found() -> None:
    assert {document for _, document, *_ in CITED} >= {"docs/doorrekening.md"}
    assert CITATION.search("Explained in docs/x-y.md, section 3, steps 2 to 4.").groups() == (
        "docs/x-y.md",
        "3",
        "2",
        "4",
    )  # type: ignore[union-attr]


@pytest.mark.parametrize(("path", "document", "section", "first", "last"), CITED)
def test_a_cited_section_exists(path: str, document: str, section: str, first: str | None, last: str | None) -> None:
    text = (ROOT / document).read_text(encoding="utf8")
    parts = dict(
        zip(re.findall(r"^## (\d+)\. ", text, re.M), re.split(r"^## \d+\. ", text, flags=re.M)[1:], strict=True)
    )
    assert section in parts, path
    steps = {int(number) for number in re.findall(r"^(\d+)\. ", parts[section], re.MULTILINE)}
    if first:
        assert set(range(int(first), int(last or first) + 1)) <= steps, path


def test_no_source_cites_a_document_that_is_not_there() -> None:
    for path in SOURCES:
        for document in re.findall(r"\bdocs/[\w/-]+\.md", path.read_text(encoding="utf8")):
            assert (ROOT / document).exists(), path
