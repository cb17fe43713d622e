"""Names that should find a region: the 408 of 2013, the 342 of today, and what people type."""

import json

import pytest

from model.dataset.reading import read_table
from model.regions.name_search import PlaceIndex, fold
from tests.data.shipped import STATIC, region_of_profile, shipped

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

EXAMPLES = {
    "den haag": {"29"},
    "Den Haag": {"29"},
    "'s-Gravenhage": {"29"},
    "’s-Gravenhage": {"29"},
    "Den Bosch": {"33"},
    "'s-Hertogenbosch": {"33"},
    "súdwest": {"2"},
    "sudwest fryslan": {"2"},
    "SÚDWEST-FRYSLÂN": {"2"},
    "Leeuwarden": {"2"},
    "Ljouwert": {"2"},
    "Alphen aan den Rijn": {"30", "31"},
    "alphen a/d rijn": {"30"},
    "Vijfheerenlanden": {"15", "32"},
    "Bergen": {"19", "38"},
    "Bergen (NH.)": {"19"},
    "bergen limburg": {"38"},
    "Boskoop": {"31"},
    "Haarlemmerliede en Spaarnwoude": {"25"},
    "Zuid-Holland Zuid": {"32"},
    "zuid holland zuid": {"32"},
    "Rijk van Nijmegen": {"11"},
    "IJmond (Midden Kennemerland)": {"26"},
    "JZ31": {"32"},
    "jz31": {"32"},
    "Hoeksche Waard": {"32"},
    "Utrecht": {"16"},
    "Goeree-Overflakkee": {"28"},
}


@pytest.fixture(scope="module")
def index() -> PlaceIndex:
    return PlaceIndex.from_tables(read_table("municipality_names"), read_table("regions"))


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


def test_every_name_finds_its_region(index: PlaceIndex) -> None:
    missed = {
        (row.search_name, row.region_code)
        for row in shipped("municipality_names").itertuples()
        if row.region_code not in index.find(row.search_name).region_codes
    }
    assert missed == set()


def test_haarlemmermeer_of_today_leads_to_both_its_regions(index: PlaceIndex) -> None:
    assert set(index.find("Haarlemmermeer").region_codes) == regions(OF_SEVERAL_REGIONS["Haarlemmermeer"])


@pytest.mark.parametrize("typed", EXAMPLES)
def test_what_people_type(index: PlaceIndex, typed: str) -> None:
    assert set(index.find(typed).region_codes) == regions(EXAMPLES[typed])


def test_every_region_is_found_by_its_names_and_code(index: PlaceIndex) -> None:
    for row in shipped("regions").itertuples():
        for name in (row.name, row.name_cbs, row.region_code):
            assert index.find(name).region_codes[0] == row.region_code, name
            # Only the municipality Haarlemmermeer has parts in a region that does not bear its name.
            assert len(index.find(name).region_codes) == (2 if name == "Haarlemmermeer" else 1), name


def test_names_that_the_search_field_offers_all_find_something(index: PlaceIndex) -> None:
    offered = json.loads((STATIC / "place_names.json").read_text(encoding="utf8"))
    assert set(offered) == set(shipped("municipality_names")["search_name"]) | set(shipped("regions")["name"])
    assert len(offered) == len(set(offered)) > 700
    assert offered == sorted(offered, key=str.casefold)
    for name in offered:
        assert index.find(name).region_codes, name


def test_names_that_fold_alike_lead_to_the_same_municipalities() -> None:
    """Two spellings of one name may not lead to different regions, or a visitor lands in the wrong one."""
    names = shipped("municipality_names")
    spellings = names.assign(folded=names["search_name"].map(fold)).groupby(["folded", "search_name"])["region_code"]
    regions_of_spelling = spellings.agg(lambda codes: tuple(sorted(set(codes)))).reset_index()
    several = regions_of_spelling.groupby("folded")["region_code"].nunique()
    assert several[several > 1].index.tolist() == []
