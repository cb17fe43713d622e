"""Names that should find a region: the 408 of 2013, the 342 of today, all places, and what people type."""

import random
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dataset.reading import read_table
from model.regions.name_keys import joined, key_of, words_of
from model.regions.name_search import KINDS, MAX_SUGGESTIONS, NameMatch, PlaceIndex, fold
from tests.data.shipped import csv_rows, region_of_profile, shipped
from tests.data.typing_errors import HELD_OUT, HELD_OUT_RULES, TUNED, TUNED_RULES, names_of_places

KIND_BOTH, KIND_2013, KIND_NOW = "gemeente van 2013 en nu", "gemeente van 2013", "gemeente van nu"

OF_SEVERAL_REGIONS = {
    "Alphen aan den Rijn": {"30", "31"},  # with Boskoop, of Midden-Holland
    "Amsterdam": {"21", "24"},  # with Weesp, of Gooi en Vechtstreek
    "Haarlemmermeer": {"20", "25"},  # with Haarlemmerliede en Spaarnwoude, of Zuid-Kennemerland
    "Oisterwijk": {"33", "36"},  # with a part of Haaren, of Noordoost-Brabant
    "Tilburg": {"33", "36"},  # with a part of Haaren
    "Vijfheerenlanden": {"15", "32"},  # Vianen, of Lekstroom; Leerdam and Zederik, of Zuid-Holland Zuid
}
"""Present-day municipalities made from municipalities of more than one region of 2013, by profile."""

TAKEN = {
    # What people call a region, its parts, its organisations.
    "ZHZ": "32", "Drechtsteden": "32", "Alblasserwaard": "32", "Hoeksche Waard": "32", "Zuid-Holland Zuid": "32",
    "Serviceorganisatie Jeugd": "32", "SOJ": "32", "zuid holland zuid": "32", "JZ31": "32", "jz31": "32", "jz 31": "32",
    "Foodvalley": "12", "Hart van Brabant": "36", "H10": "29", "Haagse regio": "29", "Haaglanden": "29",
    "Parkstad": "41", "Westelijke Mijnstreek": "41", "Maastricht-Heuvelland": "41",
    "Walcheren": "37", "Oosterschelderegio": "37", "Zeeuws-Vlaanderen": "37", "de Bevelanden": "37",
    "'t Gooi": "24", "’t Gooi": "24", "het Gooi": "24", "Gooi": "24", "Gooi & Vechtstreek": "24",
    "Voorne-Putten": "28", "Goeree-Overflakkee": "28", "GRJR": "28", "BAR-gemeenten": "28",
    "Kempen": "35", "Dommelvallei+": "35", "A-2 gemeenten": "35", "SRE": "35",
    "West-Brabant-West": "34 West", "WBW": "34 West", "West-Brabant-Oost": "34 Oost", "WBO": "34 Oost",
    "Noord Midden": "3", "Langstraat": "36", "IJmond": "26", "IJmond (Midden Kennemerland)": "26",
    "Rijk van Nijmegen": "11", "Bollenstreek": "30", "Salland": "5",
    "Noordkop": "23", "Meierij": "33", "Baronie": "34 Oost", "RIGG": "1", "Samen14": "4",
    # Nicknames, quarters, old names.
    "Dordt": "32", "Gorkum": "32", "R'dam": "28", "Rdam": "28", "A'dam": "21", "Mokum": "21", "Amsterdam-Noord": "21",
    "Bijlmer": "21", "Leidsche Rijn": "16", "Domstad": "16", "Den Haag": "29", "den haag": "29", "Hofstad": "29",
    "'s-Gravenhage": "29", "’s-Gravenhage": "29", "Den Bosch": "33", "DenBosch": "33", "'s-Hertogenbosch": "33",
    "shertogenbosch": "33", "’s-Hertogenbosch": "33", "Ljouwert": "2", "Grunn": "1", "BoZ": "34 West",
    # Places that were not found, or taken for another.
    "Puttershoek": "32", "Kinderdijk": "32", "Meerkerk": "32", "Arkel": "32", "Tricht": "8", "Driel": "10", "Erp": "33",
    "Herpen": "33", "Heerle": "34 West", "Esbeek": "36", "Dalen": "3", "Boskoop": "31", "Leeuwarden": "2",
    "sudwest fryslan": "2", "SÚDWEST-FRYSLÂN": "2", "alphen a/d rijn": "30", "Bergen (NH.)": "19",
    "bergen limburg": "38", "Haarlemmerliede en Spaarnwoude": "25",
    # Words around a name.
    "regio Twente": "4", "gemeente Dordrecht": "32", "stad Groningen": "1", "provincie Drenthe": "3",
    "regio Alkmaar": "19", "Dordrecht e.o.": "32", "gemeente Rijswijk": "29", "regio Zeeland": "37",
    # The spellings of the source.
    "Noord-Oost Brabant": "33", "Zuid-Oost Utrecht": "17", "Noord-Oostpolder": "6", "Hollandse Kroon": "23",
    "IJsseltein": "15", "Mill en St. Hubert": "33", "St. Oedenrode": "33", "Zuid-Holland-Zuid": "32",
    # Told apart.
    "Rijswijk (Altena)": "34 Oost", "Rijswijk ZH": "29", "Laren (Lochem)": "13", "Laren Gld": "13",
    "Hengelo (Bronckhorst)": "9", "Hengelo (Gld.)": "9", "Hengelo Overijssel": "4", "Oosterhout (Overbetuwe)": "10",
    "Valkenburg (Katwijk)": "30", "Loenen (Apeldoorn)": "13", "Elst (Utrecht)": "12", "Utrecht": "16",
}  # fmt: skip
"""Texts that are the exact name of one place, by the profile of its region."""

ASKED = {
    "Rijswijk": ("29", "34 Oost"), "Laren": ("24", "13"), "Hengelo": ("4", "9"), "Oosterhout": ("34 Oost", "10"),
    "Valkenburg": ("41", "30"), "Loenen": ("13", "18"), "Bergen": ("38", "19"), "Beek": ("41", "35"),
    "Vijfheerenlanden": ("32", "15"), "Zeeland": ("37", "33"), "Alphen": ("30", "34 Oost"), "Haren": ("1", "33"),
    "Vianen": ("15", "33"), "Stein": ("41", "31"), "Buren": ("8", "2"), "Winsum": ("1", "2"), "Elst": ("10", "12"),
    "BUCH": ("19", "26"), "West-Brabant": ("34 Oost", "34 West"), "Kennemerland": ("19", "25"), "MRDH": ("28", "29"),
    "Overijssel": ("5", "4"), "Zuid-Holland": ("32", "28"), "Noord-Brabant": ("33", "36"), "Brabant": ("33", "36"),
    "Limburg": ("38", "41"), "Gelderland": ("8", "12"), "Peel": ("35", "38"), "de Peel": ("35", "38"),
    "Stedendriehoek": ("13", "5"), "Liemers": ("10", "9"), "Kromme Rijn": ("17", "15"),
    "provincie Utrecht": ("16", "12"), "Noord-Holland": ("21", "19"),
}  # fmt: skip
"""Texts that are the exact name of several, by the profiles of some of the regions to choose from."""

SUGGESTED = {
    "Dordrecth": "Dordrecht", "dordrect": "Dordrecht", "papendrect": "Papendrecht", "Arnem": "Arnhem",
    "Maastrict": "Maastricht", "rijnm": "Rijnmond", "súdwest": "Súdwest-Fryslân", "hoeksche w": "Hoeksche Waard",
    "gemeente Dordrect": "Dordrecht", "Overbetuw": "Overbetuwe", "Haag": "Den Haag",
    "Brabant Midden": "Midden-Brabant", "Veluwe Noord": "Noord-Veluwe", "wethouder Dordrecht": "Dordrecht",
    "omgeving Gouda": "Gouda", "Dordrecht, Nederland": "Dordrecht", "Jeugdzorgregio Twent": "Twente",
    "Bergen op Zomm": "Bergen op Zoom",
    "sGravenhag": "'s-Gravenhage", "Den Bos": "Den Bosch", "Amsteram": "Amsterdam", "Utrech": "Utrecht",
}  # fmt: skip
"""Texts that are no exact name, and what must stand among the first three suggestions."""

TYPED_LISTS = {path.stem: csv_rows(path) for path in (TUNED, HELD_OUT)}


@pytest.fixture(scope="module")
def index() -> PlaceIndex:
    return PlaceIndex.from_tables(read_table)


def regions(profiles: set[str]) -> set[str]:
    return {region_of_profile(profile) for profile in profiles}


def test_every_municipality_of_2013_is_a_name_of_its_own_region() -> None:
    names = shipped("municipality_names")
    of_2013 = names[names["kind"].isin([KIND_BOTH, KIND_2013])]
    assert len(of_2013) == 408
    assert (of_2013["search_name"] == of_2013["municipality"]).all()
    assert dict(zip(of_2013["municipality"], of_2013["region_code"], strict=True)) == dict(
        zip(shipped("municipalities")["municipality"], shipped("municipalities")["region_code"], strict=True)
    )


def test_there_are_342_present_day_municipalities() -> None:
    names = shipped("municipality_names")
    assert names.loc[names["kind"].isin([KIND_BOTH, KIND_NOW]), "search_name"].nunique() == 342


def test_every_municipality_of_2013_still_exists_or_went_into_one_of_today() -> None:
    names = shipped("municipality_names")
    assert set(names.loc[names["kind"].isin([KIND_BOTH, KIND_NOW]), "municipality"]) == set(
        shipped("municipalities")["municipality"]
    )


def test_present_day_municipalities_of_several_regions() -> None:
    names = shipped("municipality_names")
    today = names[names["kind"].isin([KIND_BOTH, KIND_NOW])].groupby("search_name")["region_code"].agg(set)
    found = {name: codes for name, codes in today.items() if len(codes) > 1}
    assert found == {name: regions(profiles) for name, profiles in OF_SEVERAL_REGIONS.items()}


def test_mergers_have_a_year_after_the_inventory() -> None:
    names = shipped("municipality_names")
    years = names.loc[names["kind"] == KIND_NOW, "since_year"]
    assert years.notna().all()
    assert years.between(2014, 2026).all()
    assert names.loc[names["kind"].isin([KIND_BOTH, KIND_2013]), "since_year"].isna().all()


def test_names_lead_to_the_region_of_their_municipality() -> None:
    region = shipped("municipalities").set_index("municipality")["region_code"]
    names = shipped("municipality_names")
    assert (names["municipality"].map(region) == names["region_code"]).all()


def test_every_row_says_how_it_was_checked() -> None:
    assert (shipped("municipality_names")["origin"].str.len() > 20).all()


def right(match: NameMatch, region_code: str, first: int = MAX_SUGGESTIONS) -> bool:
    """Whether the region is taken (or said beside it), among those asked, or among the first suggestions."""
    found = (match.taken, *match.also, *match.asked, *match.suggestions[:first])
    return any(each is not None and region_code in each.region_codes for each in found)


def meant(match: NameMatch, row: Mapping[str, str]) -> bool:
    """Whether what the row means is taken, asked or among the first three suggestions, by its own name."""
    if match.taken or match.asked:
        return right(match, row["region_code"])
    key = key_of(row["meant"])
    return any(
        row["region_code"] in each.region_codes
        and (key in map(key_of, (each.name, each.municipality, each.municipality_now)) or each.kind == "spelling")
        for each in match.suggestions[:3]
    )


def test_every_name_finds_its_region(index: PlaceIndex) -> None:
    for table in ("municipality_names", "name_variants"):
        for row in shipped(table).itertuples():
            match = index.find(row.search_name)
            assert match.suggestions == (), row
            assert right(match, row.region_code), row


def test_every_place_is_right_or_asked_and_never_taken_for_another(index: PlaceIndex) -> None:
    region = shipped("municipalities").set_index("municipality")["region_code"]
    taken = asked = 0
    for row in shipped("places").itertuples():
        match = index.find(row.place)
        if match.taken:
            assert match.taken.region_codes == (region[row.municipality],), row
            taken += 1
        else:
            assert region[row.municipality] in [each.region_codes[0] for each in match.asked], row
            asked += 1
    assert taken + asked == len(shipped("places")) == 1437
    assert asked <= 70


@pytest.mark.parametrize("typed", TAKEN)
def test_an_exact_name_of_one_place_is_taken(index: PlaceIndex, typed: str) -> None:
    match = index.find(typed)
    assert match.taken is not None, match
    assert match.taken.region_codes == (region_of_profile(TAKEN[typed]),)


@pytest.mark.parametrize("typed", ASKED)
def test_a_name_of_several_is_asked_and_told_apart(index: PlaceIndex, typed: str) -> None:
    match = index.find(typed)
    assert match.taken is None
    found = [each.region_codes for each in match.asked]
    assert {(region_of_profile(profile),) for profile in ASKED[typed]} <= set(found)
    assert len(set(found)) == len(found)
    assert all(index.find(each.exact).taken for each in match.asked)


@pytest.mark.parametrize(
    "typed", ["Rijswijk", "Laren", "Hengelo", "Oosterhout", "Valkenburg", "Beek", "Haren", "Stein"]
)
def test_a_municipality_of_that_very_name_is_asked_first(index: PlaceIndex, typed: str) -> None:
    first, *others = index.find(typed).asked
    assert first.kind.startswith("gemeente")
    assert "plaats" in [each.kind for each in others]
    assert all(each.municipality for each in (first, *others))


@pytest.mark.parametrize("typed", SUGGESTED)
def test_what_is_no_exact_name_is_suggested_and_never_taken(index: PlaceIndex, typed: str) -> None:
    match = index.find(typed)
    assert match.taken is None
    assert match.asked == ()
    assert key_of(SUGGESTED[typed]) in [key_of(each.name) for each in match.suggestions[:3]]


def test_a_place_is_named_with_the_municipality_of_2013_and_of_today(index: PlaceIndex) -> None:
    (village,) = [each for each in index.find("Rijswijk").asked if each.municipality == "Woudrichem"]
    assert (village.kind, village.municipality_now) == ("plaats", "Altena")


@pytest.mark.parametrize("name", sorted(set(OF_SEVERAL_REGIONS) - {"Vijfheerenlanden"}))
def test_a_municipality_with_a_part_of_elsewhere_is_taken_where_most_of_it_lies(index: PlaceIndex, name: str) -> None:
    match = index.find(name)
    region = shipped("municipalities").set_index("municipality")["region_code"]
    assert match.taken is not None
    assert match.taken.region_codes == (region[name],)
    others = [each.region_codes[0] for each in match.also]
    assert {*others, region[name]} == regions(OF_SEVERAL_REGIONS[name])
    assert all(each.municipality != name for each in match.also)


def test_the_city_of_utrecht_is_taken_and_the_rest_of_the_province_said(index: PlaceIndex) -> None:
    match = index.find("Utrecht")
    assert {each.kind for each in match.also} == {"provincie"}
    assert {each.region_codes[0] for each in match.also} == regions({"12", "14", "15", "17", "18"})


def test_every_region_is_found_by_its_names_and_code(index: PlaceIndex) -> None:
    for row in shipped("regions").itertuples():
        for name in (row.name, row.name_cbs, row.region_code):
            match = index.find(name)
            # A village in Noord-Brabant bears the name Zeeland too.
            found = match.asked[0] if name == "Zeeland" else match.taken
            assert found is not None, name
            assert (found.region_codes, found.kind) == ((row.region_code,), "regio"), name


def test_every_subregion_and_spelling_of_the_source_is_a_name(index: PlaceIndex) -> None:
    for row in shipped("municipalities").itertuples():
        assert right(index.find(row.name_source), row.region_code), row
        if isinstance(row.subregion, str):
            match = index.find(row.subregion)
            assert match.suggestions == (), row
            assert right(match, row.region_code), row


def test_a_list_of_typing_errors_nicknames_and_old_spellings_is_found_in_three(index: PlaceIndex) -> None:
    rows = TYPED_LISTS["tuned"]
    missed = [row for row in rows if not meant(index.find(row["typed"]), row)]
    assert len(rows) >= 400
    assert len(missed) <= 0.01 * len(rows), missed


def test_a_second_list_on_which_nothing_was_set_is_found_in_three_too(index: PlaceIndex) -> None:
    rows = TYPED_LISTS["held_out"]
    missed = [row for row in rows if not meant(index.find(row["typed"]), row)]
    assert len(rows) >= 600
    assert len({row["rule"] for row in rows}) > len({row["rule"] for row in TYPED_LISTS["tuned"]})
    assert len(missed) <= 0.02 * len(rows), missed


@pytest.mark.parametrize("name", TYPED_LISTS)
def test_a_typing_error_never_takes_a_region(index: PlaceIndex, name: str) -> None:
    errors = set(TUNED_RULES) | set(HELD_OUT_RULES)
    for row in TYPED_LISTS[name]:
        match = index.find(row["typed"])
        assert match.taken is None or right(match, row["region_code"]) or row["rule"] not in errors, row


@given(text=st.text(max_size=60), name=st.sampled_from(names_of_places()), seed=st.integers(0, 999),
       rule=st.sampled_from(sorted(HELD_OUT_RULES)))  # fmt: skip
def test_only_an_exact_name_takes_a_region(
    index: PlaceIndex, text: str, name: tuple[str, str], seed: int, rule: str
) -> None:
    known = {key_of(each.name) for each in index.names()} | {key_of(code) for code in index.region_names}
    chance = random.Random(seed)
    half = name[0][: chance.randrange(len(name[0]))]
    for typed in (text, HELD_OUT_RULES[rule][0](name[0], chance), half, f"{half}{text}"):
        match = index.find(typed)
        if match.taken is None:
            continue
        words = words_of(typed)
        # Nothing but words around the name, or what tells it apart, stands beside the name itself.
        spans = [joined(words[start:end]) for start in range(3) for end in range(start + 1, len(words) + 1)]
        assert known & set(spans), (typed, match.taken)


def test_variants_say_where_they_come_from_and_name_nothing_twice() -> None:
    variants = shipped("name_variants")
    assert (variants["origin"].str.startswith(("inventarisatie, ", "algemeen bekend"))).all()
    assert set(variants["kind"]) <= set(KINDS)
    assert variants.loc[variants["kind"].isin(["plaats", "stadsdeel", "bijnaam"]), "through_municipality"].notna().all()
    keys = variants.assign(key=variants["search_name"].map(key_of), province=variants["kind"] == "provincie")
    assert not keys.duplicated(["key", "region_code", "province"]).any()
    region = shipped("municipalities").set_index("municipality")["region_code"]
    through = variants.dropna(subset="through_municipality")
    assert (through["through_municipality"].map(region) == through["region_code"]).all()


@pytest.mark.parametrize("code", [f"JZ{number:02}" for number in range(1, 44) if number != 40])
def test_every_region_has_other_names_of_its_own(code: str) -> None:
    variants = shipped("name_variants")
    of_region = variants[(variants["region_code"] == code) & variants["through_municipality"].isna()]
    assert len(of_region[of_region["kind"] != "provincie"]) >= 5


def test_names_that_fold_alike_lead_to_the_same_municipalities() -> None:
    """Two spellings of one name may not lead to different regions, or a visitor lands in the wrong one."""
    names = shipped("municipality_names")
    spellings = names.assign(folded=names["search_name"].map(fold)).groupby(["folded", "search_name"])["region_code"]
    regions_of_spelling = spellings.agg(lambda codes: tuple(sorted(set(codes)))).reset_index()
    several = regions_of_spelling.groupby("folded")["region_code"].nunique()
    assert several[several > 1].index.tolist() == []
