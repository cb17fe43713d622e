"""Search for a region by name."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.regions.name_search import MAX_SUGGESTIONS, PlaceIndex, fold

REGIONS = pd.DataFrame(
    {
        "region_code": ["JZ01", "JZ02", "JZ03"],
        "name": ["Noord", "Zuid-Oost", "Meer"],
        "name_cbs": ["Noord (streek)", "Zuid Oost", "Meer"],
    }
)
NAMES = pd.DataFrame(
    [
        ("Ademdorp", "Ademdorp", "JZ01", "gemeente van 2013 en nu"),
        ("Súdwest-Dorp", "Súdwest-Dorp", "JZ01", "gemeente van 2013 en nu"),
        ("'s-Gravenbos", "'s-Gravenbos", "JZ02", "gemeente van 2013 en nu"),
        ("Bergen", "Bergen (N.)", "JZ01", "korte naam"),
        ("Bergen", "Bergen (Z.)", "JZ02", "korte naam"),
        ("Samenstad", "Oudstad", "JZ02", "gemeente van nu"),
        ("Samenstad", "Oudburg", "JZ02", "gemeente van nu"),
        ("Samenstad", "Verdorp", "JZ03", "gemeente van nu"),
        ("Meer", "Ademdorp", "JZ01", "woonplaats"),
        *[(f"Veldhuizen {letter}", f"Veldhuizen {letter}", "JZ03", "woonplaats") for letter in "abcdefghijkl"],
        ("Aan het Veld", "Aan het Veld", "JZ03", "woonplaats"),
    ],
    columns=["search_name", "municipality", "region_code", "kind"],
)


@pytest.fixture(scope="module")
def index() -> PlaceIndex:
    return PlaceIndex.from_tables(NAMES, REGIONS)


@pytest.mark.parametrize("typed", ["Ademdorp", "ademdorp", "  ADEMDORP ", "Ademdórp"])
def test_exact_name_in_any_spelling(index: PlaceIndex, typed: str) -> None:
    match = index.find(typed)
    assert match.text == typed
    assert match.region_codes == ("JZ01",)
    assert match.suggestions == ()


@pytest.mark.parametrize("typed", ["'s-Gravenbos", "’s-Gravenbos", "s gravenbos", "'S GRAVENBOS"])
def test_apostrophe_of_any_kind(index: PlaceIndex, typed: str) -> None:
    assert index.find(typed).region_codes == ("JZ02",)


@pytest.mark.parametrize(("typed", "code"), [("Noord", "JZ01"), ("zuid oost", "JZ02"), ("jz03", "JZ03")])
def test_region_by_name_other_name_or_code(index: PlaceIndex, typed: str, code: str) -> None:
    assert index.find(typed).region_codes == (code,)


def test_name_of_two_municipalities_leads_to_both(index: PlaceIndex) -> None:
    assert set(index.find("bergen").region_codes) == {"JZ01", "JZ02"}


def test_present_day_name_leads_to_each_region_once(index: PlaceIndex) -> None:
    assert index.find("Samenstad").region_codes == ("JZ02", "JZ03")


def test_half_a_name_of_several_gives_suggestions_that_start_so_first(index: PlaceIndex) -> None:
    match = index.find("veld")
    assert match.region_codes == ()
    assert len(match.suggestions) == MAX_SUGGESTIONS
    assert all(fold(name).startswith("veld") for name in match.suggestions)
    assert len(set(match.suggestions)) == MAX_SUGGESTIONS


def test_suggestions_also_hold_the_text_within_a_name(index: PlaceIndex) -> None:
    assert "Aan het Veld" in index.find("het v").suggestions


def test_half_a_name_of_one_leads_to_its_region(index: PlaceIndex) -> None:
    assert index.find("sudwest").region_codes == ("JZ01",)


@pytest.mark.parametrize("typed", ["", "   ", "!?", "---", "北京"])
def test_nothing_typed_finds_nothing(index: PlaceIndex, typed: str) -> None:
    match = index.find(typed)
    assert match.region_codes == match.suggestions == ()


def test_unknown_name_finds_nothing_and_keeps_the_text(index: PlaceIndex) -> None:
    match = index.find("Atlantis [x](http://y)")
    assert (match.text, match.region_codes, match.suggestions) == ("Atlantis [x](http://y)", (), ())


@given(typed=st.text(max_size=40))
def test_any_text_is_answered(index: PlaceIndex, typed: str) -> None:
    match = index.find(typed)
    assert set(match.region_codes) <= set(REGIONS["region_code"])
    assert len(match.suggestions) <= MAX_SUGGESTIONS
    assert len(set(match.region_codes)) == len(match.region_codes)


def test_region_names_by_code(index: PlaceIndex) -> None:
    assert index.region_names == {"JZ01": "Noord", "JZ02": "Zuid-Oost", "JZ03": "Meer"}


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=40))
def test_folded_text_is_plain(text: str) -> None:
    folded = fold(text)
    assert folded == folded.strip().lower()
    assert folded.isascii()
    assert all(char.isalnum() or char == " " for char in folded)
    assert "  " not in folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("'s-Gravenhage", "s gravenhage"),
        ("Súdwest-Fryslân", "sudwest fryslan"),
        ("Bergen (NH.)", "bergen nh"),
        ("Midden-IJssel/Oost-Veluwe", "midden ijssel oost veluwe"),
        ("Ĳsselstein", "ijsselstein"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("dash", ["–", "—", "‑", "’"])
def test_any_dash_or_quote_separates_words(dash: str) -> None:
    assert fold(f"Noord{dash}Veluwe") == fold("Noord-Veluwe")
