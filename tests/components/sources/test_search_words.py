"""Words around what a search finds."""

import pytest

from tests.components.opening import component_data, opened, said

BRONNEN = "pages/bronnen.py"
CLOSED_CARE = "Gesloten jeugdzorg"


def groups(text: str) -> list[dict]:
    (found,) = [data for data in component_data(opened(BRONNEN, zoek=text), "entries") if data.get("titles") == "links"]
    return found["groups"]


def entries(text: str) -> list[dict]:
    return [entry for group in groups(text) for entry in group["entries"]]


def leads_to(entry: dict) -> str:
    return entry["links"][0]["href"]


@pytest.mark.parametrize("name", ["Dordt", "ZHZ", "Drechtsteden", "gemeente Dordrecht", "jz 31"])
def test_any_name_of_a_place_leads_to_its_region_before_all_else(name: str) -> None:
    assert leads_to(entries(name)[0]) == "regio?regio=JZ31"


def test_a_place_that_is_found_anyway_stands_there_once() -> None:
    assert [leads_to(entry) for entry in entries("Dordrecht")] == ["regio?regio=JZ31"]


def test_places_of_one_name_stand_below_each_other_with_what_tells_them_apart() -> None:
    of_that_name = [entry for entry in entries("Rijswijk") if entry["title"] == "Rijswijk"]
    assert {leads_to(entry) for entry in of_that_name} == {f"regio?regio={code}" for code in ("JZ24", "JZ30", "JZ34")}
    assert len({entry["said"] for entry in of_that_name}) == 3


def test_a_typing_error_is_offered_the_places_that_look_like_it() -> None:
    assert "Niets gevonden" in said(opened(BRONNEN, zoek="Papendrect"))
    assert groups("Papendrect")[0]["heading"] == "Plaatsen en regio's die erop lijken"
    assert leads_to(entries("Papendrect")[0]) == "regio?regio=JZ31"


def test_a_province_is_searched_on_and_leads_to_no_region_by_itself() -> None:
    assert leads_to(entries("Overijsel")[0]) == "bronnen?zoek=Overijssel+%28provincie%29"
    assert {leads_to(entry) for entry in entries("Overijssel (provincie)")} == {"regio?regio=JZ07", "regio?regio=JZ14"}


def test_one_result_is_counted_as_one_and_a_bare_number_has_its_unit() -> None:
    assert "**1 resultaat** voor `3.225`." in said(opened(BRONNEN, zoek="3.225"))
    (hit,) = [entry for entry in entries("gesloten jeugdzorg") if entry["title"] == CLOSED_CARE]
    assert hit["said"] == "3.225 trajecten"
    plus = [entry["said"] for entry in entries("jeugdzorgplus")]
    assert "Plaatsingen in dat jaar · tabel 1.6" in plus


def test_an_unknown_document_is_called_a_document() -> None:
    (warning,) = opened("pages/achtergrond.py", document="mars").warning
    assert warning.value.startswith("De link noemt een document dat niet bestaat")
