"""Places in the inventory where a reader goes wrong; named by the number of the profile."""

import pandas as pd
import pytest

from tests.data.shipped import cell, municipalities_of_profile, region_of_profile, shipped

TASKS = ("eerste_lijn", "ambulant", "pleegzorg", "residentieel", "crisisopvang", "vb", "jggz", "jeugdbescherming",
         "jeugdreclassering", "meldpunten", "jeugdzorgplus")  # fmt: skip
UTRECHT_PROFILES = ("12", "14", "15", "16", "17", "18")


def notes(profile: str, kind: str = "table_remark") -> list[str]:
    rows = shipped("region_notes")
    return rows.loc[(rows["region_code"] == region_of_profile(profile)) & (rows["kind"] == kind), "note"].tolist()


def test_tasks_stand_in_the_order_of_the_source() -> None:
    assert tuple(shipped("tasks").sort_values("task_order")["task_code"]) == TASKS


def test_31_jeugdzorgplus_has_no_level() -> None:
    found = cell("31", "jeugdzorgplus")
    assert list(found["levels"]) == list(found["leading_levels"]) == []
    assert pd.isna(found["level_text"])
    assert found["status"] == "geen_opvatting"
    assert found["line_from"] == found["line_to"] == 5923


def test_29_meldpunten_says_twice_that_there_is_no_view() -> None:
    found = cell("29", "meldpunten")
    assert list(found["levels"]) == list(found["leading_levels"]) == []
    assert found["level_text"] == "Nog geen opvatting"
    assert found["status"] == "geen_opvatting"


def test_13_idem_repeats_the_missing_view_of_pleegzorg() -> None:
    by_status = {status: [task for task in TASKS if cell("13", task)["status"] == status] for status in (
        "geen_opvatting", "intentie", "gedeelde_afspraak")}  # fmt: skip
    assert by_status["geen_opvatting"] == ["pleegzorg", "residentieel", "crisisopvang", "vb", "jggz"]
    assert by_status["gedeelde_afspraak"] == ["eerste_lijn"]
    for task in ("residentieel", "crisisopvang", "vb", "jggz"):
        assert "idem" in cell("13", task)["remark"]
    assert "idem" not in cell("13", "pleegzorg")["remark"]


def test_22_afspraak_counts_as_a_shared_agreement() -> None:
    agreed = [task for task in TASKS if cell("22", task)["status"] == "gedeelde_afspraak"]
    assert agreed == ["eerste_lijn", "ambulant", "jeugdbescherming", "jeugdreclassering", "meldpunten"]
    for task in agreed:
        assert "Afspraak" in cell("22", task)["remark"]


def test_8_jeugdzorgplus_is_lokaal_as_printed() -> None:
    found = cell("8", "jeugdzorgplus")
    assert found["level_text"] == "Lokaal"
    assert list(found["levels"]) == ["lokaal"]
    assert found["status"] == "intentie"


def test_8_meldpunten_is_the_other_cell_without_a_view() -> None:
    assert cell("8", "meldpunten")["status"] == "geen_opvatting"
    assert list(cell("8", "meldpunten")["levels"]) == ["bovenregionaal"]


@pytest.mark.parametrize("task", ["vb", "jggz", "meldpunten"])
def test_7_level_in_brackets_means_both_levels(task: str) -> None:
    found = cell("7", task)
    assert found["level_text"] == "(Boven)regionaal"
    assert list(found["levels"]) == list(found["leading_levels"]) == ["regionaal", "bovenregionaal"]


@pytest.mark.parametrize("profile", ["39", "40"])
def test_39_and_40_lead_with_the_level_before_the_brackets(profile: str) -> None:
    for task in TASKS[1:]:
        found = cell(profile, task)
        assert found["level_text"] == "Bovenregionaal (uitvoering: regionaal)"
        assert list(found["levels"]) == ["regionaal", "bovenregionaal"]
        assert list(found["leading_levels"]) == ["bovenregionaal"]


@pytest.mark.parametrize("task", ["eerste_lijn", "ambulant", "pleegzorg"])
def test_10_lokaal_leads_where_only_buying_is_regional(task: str) -> None:
    found = cell("10", task)
    assert found["level_text"] == "Lokaal (inkoop: regionaal)"
    assert list(found["levels"]) == ["lokaal", "regionaal"]
    assert list(found["leading_levels"]) == ["lokaal"]


def test_10_remark_for_the_whole_status_column_is_kept() -> None:
    assert "alle taken" in cell("10", "eerste_lijn")["remark"]
    assert "eind mei" in cell("10", "eerste_lijn")["remark"]
    assert {cell("10", task)["status"] for task in TASKS} == {"intentie"}


def test_25_remarks_for_the_whole_column_are_kept() -> None:
    assert "alle taken" in cell("25", "eerste_lijn")["remark"]
    for task in TASKS[2:]:
        assert "zo lokaal als kan" in cell("25", task)["remark"], task
        assert list(cell("25", task)["leading_levels"]) == ["bovenregionaal"], task


def test_33_remark_in_the_heading_of_the_status_column_is_kept() -> None:
    assert [note for note in notes("33") if "statuskolom" in note and "zomer van 2013" in note]
    assert {cell("33", task)["status"] for task in TASKS} == {"intentie"}


def test_35_organisation_leads_before_buying() -> None:
    found = cell("35", "pleegzorg")
    assert list(found["levels"]) == ["subregionaal", "regionaal"]
    assert list(found["leading_levels"]) == ["regionaal"]


def test_34_has_two_tables() -> None:
    west, east = region_of_profile("34 West"), region_of_profile("34 Oost")
    names = shipped("regions").set_index("region_code")["name_cbs"]
    assert (names[west], names[east]) == ("West Brabant West", "West Brabant Oost")
    assert municipalities_of_profile("34 West")[0] == "Bergen op Zoom"
    assert municipalities_of_profile("34 Oost")[0] == "Aalburg"
    assert len(municipalities_of_profile("34 West")) == len(municipalities_of_profile("34 Oost")) == 9


@pytest.mark.parametrize(
    ("profile", "name_cbs"),
    [
        ("26", "IJmond (Midden Kennemerland)"),
        ("19", "Alkmaar (Noord-Kennemerland)"),
        ("11", "Nijmegen"),
        ("2", "Friesland (Fryslân)"),
        ("37", "Zeeland"),
    ],
)
def test_profiles_that_the_map_names_differently(profile: str, name_cbs: str) -> None:
    regions = shipped("regions").set_index("region_code")
    assert regions.loc[region_of_profile(profile), "name_cbs"] == name_cbs


def test_lines_2502_to_2538_belong_to_six_utrecht_regions_and_to_no_profile() -> None:
    rows = shipped("region_notes")
    about = rows[(rows["line_from"] == 2502) & (rows["line_to"] == 2538)]
    assert set(about["region_code"]) == {region_of_profile(profile) for profile in UTRECHT_PROFILES}
    for name in ("scale_choices", "governance", "municipalities"):
        lines = shipped(name)
        assert not ((lines["line_to"] >= 2502) & (lines["line_from"] <= 2538)).any(), name


def test_18_and_26_lack_commas_between_municipalities() -> None:
    assert municipalities_of_profile("18") == ["De Ronde Venen", "Montfoort", "Oudewater", "Stichtse Vecht", "Woerden"]
    assert municipalities_of_profile("26") == ["Beverwijk", "Heemskerk", "Uitgeest", "Velsen"]


def test_the_two_bergens_are_two_municipalities() -> None:
    rows = shipped("municipalities")
    both = rows[rows["name_source"] == "Bergen"].set_index("municipality")["region_code"].to_dict()
    assert both == {"Bergen (NH.)": region_of_profile("19"), "Bergen (L.)": region_of_profile("38")}


@pytest.mark.parametrize(
    ("printed", "official"),
    [
        ("Achtkaspelen", "Achtkarspelen"),
        ("Littensaradiel", "Littenseradiel"),
        ("Skasterlân", "Skarsterlân"),
        ("IJsseltein", "IJsselstein"),
        ("Hollandse Kroon", "Hollands Kroon"),
        ("Noord-Oostpolder", "Noordoostpolder"),
        ("Den Haag", "'s-Gravenhage"),
        ("Nuenen c.a.", "Nuenen, Gerwen en Nederwetten"),
        ("Millingen ad Rijn", "Millingen aan de Rijn"),
    ],
)
def test_misspelt_municipalities_keep_both_spellings(printed: str, official: str) -> None:
    rows = shipped("municipalities")
    assert rows.loc[rows["name_source"] == printed, "municipality"].tolist() == [official]


def test_municipality_split_over_two_lines_is_one() -> None:
    rows = shipped("municipalities").set_index("municipality")
    assert (rows.loc["Pijnacker-Nootdorp", "line_from"], rows.loc["Pijnacker-Nootdorp", "line_to"]) == (5455, 5456)
    assert (rows.loc["Stede Broec", "line_from"], rows.loc["Stede Broec", "line_to"]) == (5034, 5035)
