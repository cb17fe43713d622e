"""Forms of words in the search: what one types in the one form is found in the other, and after what is as typed."""

from __future__ import annotations

from functools import cache

import pytest

from model.dataset.reading import read_table
from model.site.search_entries import search_entries
from model.site.search_index import EXACT_VARIANT, SearchEntry, SearchIndex
from model.site.site_map import AppLink
from model.site.word_forms import OTHER_WORDS, form_keys, parts_of_compound
from tests.model.site.test_search_index import entry


@cache
def index() -> SearchIndex:
    return SearchIndex.of(search_entries(cache(read_table)))


def titles(text: str) -> list[str]:
    return [hit.entry.title for group in index().find(text).groups for hit in group.hits]


def made(*entries: SearchEntry) -> SearchIndex:
    return SearchIndex.of([SearchEntry(e.kind, e.title, e.text, (AppLink("Kaart", "kaart"),)) for e in entries])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("wachttijden", "wachttijd"), ("tarieven", "tarief"), ("gezinshuizen", "gezinshuis"), ("scholen", "school"),
        ("pleeggezinnen", "pleeggezin"), ("adviezen", "advies"), ("processen", "proces"), ("premies", "premie"),
        ("taken", "taak"), ("wetten", "wet"), ("regionale", "regionaal"), ("prognoses", "prognose"),
        ("wethouders", "wethouder"), ("bezuinigingen", "bezuinigen"), ("aanbesteden", "aanbesteding"),
        ("contractering", "contracteren"), ("verwijzer", "verwijzing"), ("evalueren", "evaluatie"),
        ("inkopen", "inkoop"), ("leningen", "lening"),
    ],
)  # fmt: skip
def test_forms_of_one_word_share_a_key(one: str, other: str) -> None:
    assert form_keys(one) & form_keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kans", "kan"),
        ("regeling", "regel"),
        ("tekort", "korting"),
        ("een", "e"),
        ("geen", "ge"),
        ("inkomen", "inkoop"),
    ],
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert not form_keys(one) & form_keys(other)


def test_the_word_as_typed_goes_before_its_forms_and_those_before_other_words() -> None:
    of = made(entry("besparing"), entry("een bezuiniging"), entry("hoe wij bezuinigen"))
    (group,) = of.find("bezuinigen").groups
    assert [hit.entry.title for hit in group.hits] == ["hoe wij bezuinigen", "een bezuiniging", "besparing"]
    assert all(hit.rank > EXACT_VARIANT for hit in group.hits[1:]), "none of them is chosen at once"


def test_a_form_begins_and_ends_a_longer_word() -> None:
    of = made(entry("tariefkorting"), entry("begrotingstekort"), entry("samenstelling"))
    assert [hit.entry.title for group in of.find("tarieven").groups for hit in group.hits] == ["tariefkorting"]
    assert [hit.entry.title for group in of.find("tekorten").groups for hit in group.hits] == ["begrotingstekort"]
    assert of.find("mensen").count == 0


def test_parts_of_a_compound_count_only_close_together() -> None:
    near, far = entry("signalering en vroege hulp"), entry("vroege hulp aan ouders met een kind na signalering")
    assert [hit.entry.title for group in made(near, far).find("vroegsignalering").groups for hit in group.hits] == [
        near.title
    ]
    assert made(entry("een centrum", "voor elke gemeente")).find("centrumgemeente").count == 0
    assert not list(parts_of_compound("regio"))


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("spoedhulp", "Crisisopvang"),
        ("spoedhulp", "Spoedeisende zorg (crisis)"),
        ("daghulp", "Dagbehandeling"),
        ("wachttijd", "Inzetbaarheid en beschikbaarheid van de benodigde zorg"),
        ("wachttijden", "Inzetbaarheid en beschikbaarheid van de benodigde zorg"),
        ("aanbesteding", "Nieuw inkoopmodel"),
        ("aanbesteden", "Scenario's voor zorginkoop ontwikkelen"),
        ("bezuiniging", "Doorrekening"),
        ("overschrijdingen", "Middelen naar de voorkant: jeugdhulp als algemene voorziening"),
        ("bezuinigen", "In het nieuwe stelsel is al een landelijke bezuiniging van € 300 mln verwerkt."),
    ],
)
def test_what_the_documents_call_otherwise_is_found(typed: str, title: str) -> None:
    assert title in titles(typed)


def test_every_other_word_finds_something_that_the_word_itself_does_not() -> None:
    for typed, others in OTHER_WORDS.items():
        for other in others:
            assert set(titles(other)) & set(titles(typed)), (typed, other)
