"""Search over everything: each thing finds itself, whatever the case, accents or order of the words."""

from __future__ import annotations

import random
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dataset.reading import read_table
from model.regions.name_search import fold
from model.site.citation import Citations
from model.site.search_entries import search_entries, slug
from model.site.search_index import EXACT, WHERE, SearchEntry, SearchIndex, SearchResult
from model.site.site_map import AppLink
from model.site.word_forms import form_keys, noun_keys, other_words, parts_of_compound
from tests.data.shipped import shipped

table = cache(read_table)
WORDS = ["tekorten", "taken", "kostenstijging", "bezuinigingen", "spoedhulp", "verwijzers", "scholen", "contractering"]
"""Words that are found by another form, by their parts, or by what the documents say instead."""


@cache
def index() -> SearchIndex:
    return SearchIndex.of(search_entries(table))


def found(text: str, kind: str) -> list[SearchEntry]:
    return [hit.entry for group in index().find(text).groups if group.kind == kind for hit in group.hits]


def entry(title: str, text: str = "", *, kind: str = "Feit", variants: tuple[str, ...] = ()) -> SearchEntry:
    return SearchEntry(kind, title, text, (AppLink("Ergens", "kaart"),), variants)


@pytest.mark.parametrize("row", list(shipped("regions").itertuples()), ids=lambda row: row.region_code)
def test_every_region_is_the_first_of_its_kind(row) -> None:
    for text in (row.name, row.name_cbs, row.region_code, row.name.upper()):
        first = found(text, "Regio")[0]
        assert first.title == row.name
        assert first.links[0].region_code == row.region_code


def test_every_municipality_name_leads_to_its_region() -> None:
    names = shipped("municipality_names")
    for row in names.drop_duplicates(["search_name", "region_code"]).itertuples():
        hits = found(row.search_name, "Gemeente of plaats")
        own = [hit for hit in hits if hit.title == row.search_name and hit.links[0].region_code == row.region_code]
        assert len(own) == 1, row.search_name
        assert hits.index(own[0]) < 4


@pytest.mark.parametrize("row", list(shipped("tasks").itertuples()), ids=lambda row: row.task_code)
def test_every_task_leads_to_the_map_with_that_task(row) -> None:
    for text in (row.name, row.short_name, row.task_code):
        (first, *_) = found(text, "Taak")
        assert first.title == row.name
        assert first.links[0] == AppLink("Kaart", "kaart", (("taak", row.task_code),))


def test_every_measure_leads_to_the_what_if() -> None:
    for row in shipped("measures").itertuples():
        for text in (row.name, f"maatregel {row.measure_code}"):
            first = found(text, "Maatregel")[0]
            assert (first.title, first.links[0].page) == (row.name, "doorrekening")


def test_every_term_and_other_name_finds_its_explanation() -> None:
    for row in shipped("glossary").itertuples():
        assert found(row.term, "Begrip")[0].title == row.term
        for variant in row.variants:
            assert row.term in [hit.title for hit in found(variant, "Begrip")[:4]], variant
        assert dict(found(row.term, "Begrip")[0].links[0].query)["begrip"] == slug(row.term)


@pytest.mark.parametrize(
    ("name", "column", "kind"),
    [
        ("assignments", "name", "Opgave"),
        ("dilemmas", "name", "Dilemma"),
        ("scale_criteria", "name", "Criterium"),
        ("facts", "fact", "Feit"),
        ("intentions", "intention", "Voornemen"),
        ("document_sections", "section", "Onderdeel van een document"),
        ("source_faults", "what", "Fout of leemte"),
        ("events", "event", "Planning en termijnen"),
        ("activities", "activity", "Planning en termijnen"),
        ("pilots", "theme", "Proeftuin"),
        ("statements", "statement", "Regel uit een lijst"),
    ],
)
def test_every_row_of_a_document_finds_itself(name: str, column: str, kind: str) -> None:
    citations = Citations(shipped)
    for row in shipped(name).to_dict("records"):
        title = citations.in_words(row[column], row["source_file"])
        # Longer names are cut to as many words as the search reads.
        assert title in [hit.title for hit in found(title, kind)], title


def test_all_words_in_any_order_are_enough() -> None:
    shuffle = random.Random(1)
    for row in shipped("measures").itertuples():
        words = [word for word in fold(row.name).split() if len(word) > 2]
        shuffle.shuffle(words)
        assert row.name in [hit.title for hit in found(" ".join(words), "Maatregel")]


@given(st.sampled_from(sorted(shipped("glossary")["term"])), st.integers(3, 12))
def test_the_beginning_of_a_term_finds_it(term: str, length: int) -> None:
    beginning = fold(term)[:length].strip()
    assert term in [hit.title for hit in found(beginning, "Begrip")]


def is_form(word: str, whole: str) -> bool:
    """Whether a text has a form of a word, its parts, or what the documents say instead."""
    said = whole.split()
    if any(all(part in whole or is_form(part, whole) for part in other.split()) for other in other_words(word)):
        return True
    if any(form_keys(word) & form_keys(other) for other in said):
        return True
    forms = [form for form in noun_keys(word) if form != word]
    if any(key.startswith(form) or key.endswith(form) for form in forms for other in said for key in form_keys(other)):
        return True
    keys = {key for other in said for key in form_keys(other)}
    keys |= {key.removeprefix("v:") for key in keys}
    return any(all(form_keys(part) & keys for part in parts) for parts in parts_of_compound(word))


@given(st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join))
def test_any_text_gives_an_answer_with_all_its_words(text: str) -> None:
    result = index().find(text)
    words = fold(text).split()[:12]
    assert isinstance(result, SearchResult)
    assert not (result.groups and result.suggestions)
    for group in result.groups:
        ranks = [hit.rank for hit in group.hits]
        assert ranks == sorted(ranks)
        assert max(ranks) <= WHERE
        for hit in group.hits:
            whole = fold(
                " ".join(
                    [
                        hit.entry.kind,
                        hit.entry.title,
                        hit.entry.text,
                        hit.entry.citation.text if hit.entry.citation else "",
                        *hit.entry.variants,
                        *(f"{link.label} {dict(link.query)}" for link in hit.entry.links),
                    ]
                )
            )
            assert all(word in whole or word in whole.replace(" ", "") or is_form(word, whole) for word in words)


@given(st.text(max_size=40))
def test_suggestions_find_something(text: str) -> None:
    for suggestion in index().find(text).suggestions:
        assert index().find(suggestion).count


def test_groups_stand_by_their_best_hit() -> None:
    made = SearchIndex.of([entry("over zorg"), entry("zorg", kind="Begrip"), entry("zorgen", kind="Taak")])
    assert [group.kind for group in made.find("zorg").groups] == ["Begrip", "Taak", "Feit"]
    assert made.find("zorg").groups[0].hits[0].rank == EXACT


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("jggz", ["J-GGZ voor kinderen"]),
        ("GGZ", ["J-GGZ voor kinderen"]),
        ("kind", ["J-GGZ voor kinderen"]),
        ("zorg", ["Jeugdzorg", "Zórg en thuis"]),
        ("org", []),
        ("thuis zorg", ["Zórg en thuis"]),
        ("", []),
        ("  - ", []),
        ("kaart", []),
        ("kaart thuis", ["Zórg en thuis"]),
    ],
)
def test_what_counts_as_a_hit(text: str, titles: list[str]) -> None:
    entries = [entry("J-GGZ voor kinderen", variants=("J-GGZ",)), entry("Jeugdzorg"), entry("Zórg en thuis")]
    made = SearchIndex.of(
        [SearchEntry(e.kind, e.title, e.text, (AppLink("Kaart", "kaart"),), e.variants) for e in entries]
    )
    hits = [hit.entry.title for group in made.find(text).groups for hit in group.hits]
    assert sorted(hits) == sorted(titles)


def test_a_typing_error_gets_a_suggestion() -> None:
    result = index().find("jeugdzrog")
    assert result.groups == ()
    assert result.unknown_words == ("jeugdzrog",)
    assert "jeugdzorg" in result.suggestions


def test_words_that_never_stand_together_are_offered_one_by_one() -> None:
    result = index().find("burap Boskoop")
    assert result.groups == ()
    assert result.unknown_words == ()
    assert set(result.suggestions) == {"burap", "boskoop"}
