"""Search for a region by name, over a small made-up country."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.regions.name_keys import fold, key_of
from model.regions.name_search import KINDS, MAX_SUGGESTIONS, Candidate, NameMatch, PlaceIndex


def frame(columns: str, *rows: tuple[str | None, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=columns.split())


TABLES = {
    "regions": frame(
        "region_code name name_cbs",
        ("JZ01", "Noord", "Noord (streek)"),
        ("JZ02", "Zuid-Oost", "Zuid Oost"),
        ("JZ03", "Meer", "Meer"),
    ),
    "municipalities": frame(
        "municipality name_source region_code",
        ("Ademdorp", "Adem-dorp", "JZ01"),
        ("Súdwest-Dorp", "Súdwest-Dorp", "JZ01"),
        ("'s-Gravenbos", "Gravenbosch", "JZ02"),
        ("Bergen (N.)", "Bergen", "JZ01"),
        ("Bergen (Z.)", "Bergen", "JZ02"),
        ("Oudstad", "Oudstad", "JZ02"),
        ("Oudburg", "Oudburg", "JZ02"),
        ("Verdorp", "Verdorp", "JZ03"),
        ("Grootstad", "Grootstad", "JZ01"),
        ("Buurstad", "Buurstad", "JZ03"),
    ),
    "municipality_names": frame(
        "search_name municipality region_code kind",
        ("Ademdorp", "Ademdorp", "JZ01", "gemeente van 2013 en nu"),
        ("Súdwest-Dorp", "Súdwest-Dorp", "JZ01", "gemeente van 2013 en nu"),
        ("'s-Gravenbos", "'s-Gravenbos", "JZ02", "gemeente van 2013 en nu"),
        ("Bergen (N.)", "Bergen (N.)", "JZ01", "gemeente van 2013 en nu"),
        ("Bergen (Z.)", "Bergen (Z.)", "JZ02", "gemeente van 2013 en nu"),
        ("Bergen", "Bergen (N.)", "JZ01", "korte naam"),
        ("Bergen", "Bergen (Z.)", "JZ02", "korte naam"),
        ("Oudstad", "Oudstad", "JZ02", "gemeente van 2013"),
        ("Oudburg", "Oudburg", "JZ02", "gemeente van 2013"),
        ("Verdorp", "Verdorp", "JZ03", "gemeente van 2013"),
        ("Samenstad", "Oudstad", "JZ02", "gemeente van nu"),
        ("Samenstad", "Oudburg", "JZ02", "gemeente van nu"),
        ("Samenstad", "Verdorp", "JZ03", "gemeente van nu"),
        ("Grootstad", "Grootstad", "JZ01", "gemeente van 2013 en nu"),
        ("Grootstad", "Buurstad", "JZ03", "gemeente van nu"),
        ("Buurstad", "Buurstad", "JZ03", "gemeente van 2013"),
    ),
    "places": frame(
        "municipality place",
        ("Oudstad", "Ademdorp"),
        ("Oudstad", "Sint Pietersveld"),
        ("Verdorp", "Marktveld aan de Ader"),
        *[("Verdorp", f"Veldhuizen {letter}") for letter in "abcdefghijkl"],
        ("Verdorp", "Aan het Veld"),
    ),
    "name_variants": frame(
        "search_name through_municipality region_code kind",
        ("Oostland", None, "JZ02", "provincie"),
        ("Oostland", None, "JZ03", "provincie"),
        ("Grootstad", None, "JZ01", "provincie"),
        ("Grootstad", None, "JZ02", "provincie"),
        ("Mokerland", None, "JZ03", "subregio"),
        ("Bosje", "'s-Gravenbos", "JZ02", "bijnaam"),
        ("AB & C", None, "JZ01", "samenwerking"),
        ("AB & C", None, "JZ03", "samenwerking"),
    ),
}


@pytest.fixture(scope="module")
def index() -> PlaceIndex:
    return PlaceIndex.from_tables(TABLES.__getitem__)


def taken(match: NameMatch) -> Candidate:
    assert match.taken is not None
    assert match.asked == match.suggestions == ()
    return match.taken


def codes(candidates: tuple[Candidate, ...]) -> list[str]:
    return [code for candidate in candidates for code in candidate.region_codes]


@pytest.mark.parametrize("typed", ["Súdwest-Dorp", "sudwest dorp", "  SUDWESTDORP ", "Súd-West Dorp"])
def test_an_exact_name_is_taken_in_any_spelling(index: PlaceIndex, typed: str) -> None:
    match = index.find(typed)
    assert match.text == typed
    found = taken(match)
    assert (found.region_codes, found.kind, found.municipality) == (("JZ01",), "gemeente", "Súdwest-Dorp")


@pytest.mark.parametrize("typed", ["'s-Gravenbos", "’s-Gravenbos", "s gravenbos", "'S GRAVENBOS", "sgravenbos"])
def test_an_apostrophe_of_any_kind(index: PlaceIndex, typed: str) -> None:
    assert taken(index.find(typed)).region_codes == ("JZ02",)


@pytest.mark.parametrize(
    ("typed", "code"), [("Noord", "JZ01"), ("zuid oost", "JZ02"), ("jz03", "JZ03"), ("JZ 3", "JZ03")]
)
def test_a_region_by_name_other_name_or_code(index: PlaceIndex, typed: str, code: str) -> None:
    found = taken(index.find(typed))
    assert (found.region_codes, found.kind) == ((code,), "regio")


@pytest.mark.parametrize(
    ("typed", "code", "kind"),
    [("Gravenbosch", "JZ02", "spelling"), ("bosje", "JZ02", "bijnaam"), ("Mokerland", "JZ03", "subregio")],
)
def test_what_the_source_writes_a_nickname_and_a_part_of_a_region_are_names(
    index: PlaceIndex, typed: str, code: str, kind: str
) -> None:
    found = taken(index.find(typed))
    assert (found.region_codes, found.kind) == ((code,), kind)


def test_a_place_says_through_which_municipality_of_2013_and_what_that_is_now(index: PlaceIndex) -> None:
    found = taken(index.find("st. pietersveld"))
    assert (found.name, found.kind, found.municipality, found.municipality_now) == (
        "Sint Pietersveld",
        "plaats",
        "Oudstad",
        "Samenstad",
    )


def test_a_name_of_two_places_is_asked_the_municipality_of_that_name_first(index: PlaceIndex) -> None:
    match = index.find("ademdorp")
    assert match.taken is None
    assert [(each.kind, each.municipality, each.region_codes) for each in match.asked] == [
        ("gemeente", "Ademdorp", ("JZ01",)),
        ("plaats", "Oudstad", ("JZ02",)),
    ]
    assert match.suggestions == ()


def test_a_name_of_two_municipalities_is_asked(index: PlaceIndex) -> None:
    assert codes(index.find("bergen").asked) == ["JZ01", "JZ02"]


def test_a_municipality_of_today_made_from_those_of_several_regions_is_asked(index: PlaceIndex) -> None:
    assert codes(index.find("Samenstad").asked) == ["JZ02", "JZ03"]


def test_a_municipality_that_kept_its_name_is_taken_and_what_joined_it_is_said(index: PlaceIndex) -> None:
    match = index.find("gemeente Grootstad")
    assert taken(match).region_codes == ("JZ01",)
    assert [(each.municipality, each.region_codes) for each in match.also] == [("Buurstad", ("JZ03",))]


def test_a_city_goes_before_the_province_of_that_name(index: PlaceIndex) -> None:
    match = index.find("Grootstad")
    assert taken(match).kind == "gemeente"
    assert ("provincie", ("JZ02",)) in [(each.kind, each.region_codes) for each in match.also]
    assert codes(index.find("provincie Grootstad").asked) == ["JZ01", "JZ02"]


def test_a_province_and_a_cooperation_are_asked_among_their_regions(index: PlaceIndex) -> None:
    assert codes(index.find("oostland").asked) == ["JZ02", "JZ03"]
    assert codes(index.find("AB en C").asked) == ["JZ01", "JZ03"]


@pytest.mark.parametrize(
    "typed", ["gemeente Oudstad", "gem. oudstad", "Oudstad e.o.", "Oudstad en omgeving", "regio oudstad"]
)
def test_words_before_and_behind_a_name_do_not_hide_it(index: PlaceIndex, typed: str) -> None:
    assert taken(index.find(typed)).municipality == "Oudstad"


@pytest.mark.parametrize(
    "typed", ["Ademdorp (Oudstad)", "Ademdorp bij Oudstad", "ademdorp Samenstad", "Ademdorp, Zuid-Oost"]
)
def test_what_stands_behind_a_name_tells_its_places_apart(index: PlaceIndex, typed: str) -> None:
    found = taken(index.find(typed))
    assert (found.kind, found.region_codes) == ("plaats", ("JZ02",))


@pytest.mark.parametrize("typed", ["sudwest", "ademdor", "s-graven", "mokerlan", "oudst", "Ademdorp x"])
def test_part_of_a_name_chooses_nothing_even_where_it_is_part_of_one_only(index: PlaceIndex, typed: str) -> None:
    match = index.find(typed)
    assert match.taken is None
    assert match.asked == ()
    assert match.suggestions


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("sudwset dorp", "Súdwest-Dorp"), ("oudsatd", "Oudstad"), ("vedrorp", "Verdorp"), ("mokkerland", "Mokerland")],
)
def test_a_typing_error_suggests_the_name_first(index: PlaceIndex, typed: str, meant: str) -> None:
    assert index.find(typed).suggestions[0].name == meant


def test_what_begins_so_comes_before_what_holds_it_as_a_word(index: PlaceIndex) -> None:
    names = [each.name for each in index.find("veld").suggestions]
    assert len(names) == MAX_SUGGESTIONS
    assert all(name.startswith("Veldhuizen") for name in names)
    assert index.find("aan het v").suggestions[0].name == "Aan het Veld"


def test_a_suggestion_that_spans_regions_holds_them_all_and_asks_on(index: PlaceIndex) -> None:
    (found,) = [each for each in index.find("oostlan").suggestions if each.kind == "provincie"]
    assert found.region_codes == ("JZ02", "JZ03")
    assert codes(index.find(found.exact).asked) == ["JZ02", "JZ03"]


def test_what_is_suggested_while_typing_begins_with_the_exact_name(index: PlaceIndex) -> None:
    assert [each.municipality for each in index.suggest("ademdorp")][:2] == ["Ademdorp", "Oudstad"]
    assert index.suggest("noord")[0].name == "Noord"
    assert index.suggest("") == ()


def test_each_name_that_is_offered_leads_to_what_it_says(index: PlaceIndex) -> None:
    offered = index.names()
    assert len({each.exact for each in offered}) == len(offered)
    for each in offered:
        match = index.find(each.exact)
        found = (match.taken,) if match.taken else match.asked
        assert sorted(codes(tuple(one for one in found if one))) == sorted(each.region_codes), each


@pytest.mark.parametrize("typed", ["", "   ", "!?", "---", "北京", "gemeente", "regio", "& &"])
def test_nothing_said_finds_nothing(index: PlaceIndex, typed: str) -> None:
    assert index.find(typed) == NameMatch(typed)


@pytest.mark.parametrize("between", [" " * 100, " " * 2000, "x" * 200, " x" * 100])
def test_a_long_text_that_begins_with_a_name_is_not_that_name(index: PlaceIndex, between: str) -> None:
    assert index.find(f"Oudstad{between}en meer").taken is None


def test_an_unknown_name_finds_nothing_and_keeps_the_text(index: PlaceIndex) -> None:
    assert index.find("Atlantis [x](http://y)") == NameMatch("Atlantis [x](http://y)")


@given(typed=st.text(max_size=120) | st.text("abcdegnorstuv -'", max_size=30))
def test_any_text_is_answered_and_only_a_name_is_taken(index: PlaceIndex, typed: str) -> None:
    match = index.find(typed)
    assert sum(map(bool, (match.taken, match.asked, match.suggestions))) <= 1
    assert len(match.suggestions) <= MAX_SUGGESTIONS
    assert len(set(match.suggestions)) == len(match.suggestions)
    assert len(set(codes(match.asked))) == len(match.asked)
    for each in (*match.asked, *match.suggestions, *match.also):
        assert each.kind in KINDS
        assert set(each.region_codes) <= set(index.region_names)
    if match.taken:
        assert key_of(match.taken.name) in key_of(typed)


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Noord-Oost Brabant", "Noordoost-Brabant"),
        ("Gooi & Vechtstreek", "Gooi en Vechtstreek"),
        ("Mill en St. Hubert", "Mill en Sint Hubert"),
        ("Capelle a/d IJssel", "Capelle aan den IJssel"),
        ("het Gooi", "'t Gooi"),
        ("jz 1", "JZ01"),
    ],
)
def test_ways_to_write_one_name_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_names_that_differ_by_a_letter_or_an_article_have_different_keys() -> None:
    assert len({key_of(name) for name in ("Ysselsteyn", "IJsselstein", "De Wijk", "Wijk", "Beek", "Beek en Donk")}) == 6
