"""What an independent reading of the documents found wrong, each with the value that the source decides and its line.

Documents: 000 plan of Rotterdam, 001 inventory, 002 steering framework and 004 plan of Zuid-Holland Zuid, 003 plan of
Holland Rijnland.
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from model.dataset.registry import TABLES
from tests.data.shipped import shipped

Row = dict[str, Any]

VALUES: list[tuple[str, Row, str, Any, str]] = [
    # Table, row, column, value, line that decides.
    ("ceilings", {"scenario": "2"}, "line_to", 117, "004:117 ends with the help that each euro went to"),
    ("dilemmas", {"dilemma_code": "2"}, "chosen_pole", "between", "002:390-394 the team decides on the budget"),
    ("dilemmas", {"dilemma_code": "3"}, "chosen_pole", "between", "002:481-487 risks are shared per subregion"),
    ("measures", {"measure_code": "9"}, "category_origin", "eigen indeling", "004:224-233 names no cut in rates"),
    (
        "measures",
        {"measure_code": "10"},
        "category_origin",
        "eigen indeling",
        "004:224-233 names no contract management",
    ),
    ("events", {"event_code": "R15"}, "date_to", "2012-06-30", "000:776 medio, as 003:2594"),
    ("events", {"event_code": "HR15"}, "date_to", "2014-06-30", "003:2594 medio"),
    ("intentions", {"intention_code": "H53"}, "due_date", "2014-06-30", "003:2594 medio"),
    ("events", {"event_code": "R10"}, "date_from", "2011-07-01", "000:3947 halverwege"),
    ("events", {"event_code": "Z20"}, "date_to", None, "004:219 vanaf"),
    ("facts", {"fact_code": "Z_teams"}, "certainty", "afgeleid", "004:494 per team (20x)"),
    ("facts", {"fact_code": "R_AMBITIES"}, "certainty", "afgeleid", "000:784-851 are counted"),
    ("national_budget", {"budget_code": "N01"}, "amount_mln_eur", None, "000:405 one amount for five rows"),
    ("national_budget", {"budget_code": "N15"}, "amount_mln_eur", 917, "000:405"),
    ("scale_criteria", {"criterion_code": "C2"}, "direction", "either", "000:1032 a name without an argument"),
    ("scale_criteria", {"criterion_code": "B4"}, "direction", "either", "000:5010-5011 argues no side"),
    ("boundary_changes", {"municipality": "Wageningen"}, "changed_year", None, "the year itself is unknown"),
    ("facts", {"fact_code": "H_aanbieders_jaren"}, "certainty", "verwachting", "003:2861 proposes"),
    ("facts", {"fact_code": "Z_grens_jeugdhulp"}, "certainty", "verwachting", "004:558 decisions still to be taken"),
    ("facts", {"fact_code": "Z_lokaal_verschil"}, "certainty", "verwachting", "004:558 decisions still to be taken"),
    ("events", {"event_code": "R21"}, "date_to", None, "000:4622 per 2013, as 004:229 per 2022"),
    ("places", {"place": "Ceresdorp"}, "municipality", "Stadskanaal", "lies 27 km from Leek"),
    ("places", {"municipality": "Oldambt", "place": "Oostwold"}, "place_lon", 7.04583, "the one beside Midwolda"),
    ("places", {"municipality": "Leek", "place": "Oostwold"}, "place_lon", 6.45, "not the one of Oldambt"),
    ("places", {"municipality": "Dongeradeel", "place": "Nes"}, "place_lon", 6.06, "not the one on Ameland"),
]


def the_row(table: str, row: Row) -> pd.Series:
    found = shipped(table)
    for column, value in row.items():
        found = found[found[column] == value]
    assert len(found) == 1, (table, row)
    return found.iloc[0]


@pytest.mark.parametrize(("table", "row", "column", "value", "line"), VALUES)
def test_the_shipped_value_is_that_of_the_source(table: str, row: Row, column: str, value: Any, line: str) -> None:
    found = the_row(table, row)[column]
    assert pd.isna(found) if value is None else found == value, line


def said(code: str, first_line: int, says: str, said_before: str, line: str) -> tuple[str, Row, str, str, str, str]:
    return ("statements", {"list_code": code, "line_from": first_line}, "statement", says, said_before, line)


TEXTS: list[tuple[str, Row, str, str, str, str]] = [
    # Table, row, column, what it says, what it no longer says, line that decides.
    ("ceilings", {"scenario": "1"}, "verdict", "geen oordeel", "juridisch", "004:114, 121-122: general, under Ad 3"),
    ("ceilings", {"scenario": "2"}, "verdict", "geen oordeel", "krap", "004:117-118"),
    ("steering_scales", {"steering_code": "S_pijler4"}, "steering_gist", "Voorgesteld", "Gekozen", "003:2562"),
    ("steering_scales", {"steering_code": "S_jgt"}, "steering_gist", "Voorgesteld", "Gekozen", "003:2566"),
    ("measures", {"measure_code": "1"}, "risk", "ontevreden", "boze", "004:349"),
    ("measures", {"measure_code": "2"}, "risk", "ontevreden", "boze", "004:355"),
    ("measures", {"measure_code": "12"}, "category_origin", "Toegang, regel 274", "eigen", "004:274, 296"),
    ("scale_criteria", {"criterion_code": "C4"}, "argument_up", "sommige problemen", "Op hulp na", "000:5044"),
    ("scale_criteria", {"criterion_code": "C4"}, "argument_up", "stijging of daling", "veel geld kosten", "000:5046"),
    ("cost_sharing", {"method_code": "verzekering"}, "meaning", "bepaalde capaciteit", "vast aantal", "003:2750"),
    ("glossary", {"term": "normaliseren"}, "explanation", "sommige problemen", "vaak", "004:245"),
    ("glossary", {"term": "vlaktaks"}, "explanation", "verwacht", "vast bedrag", "003:2752"),
    ("glossary", {"term": "omdenknotitie"}, "origin", "33", "regels 57-60 en", "004:33, 573"),
    ("glossary", {"term": "AMHK"}, "origin", "algemeen bekend", "onbekend", "003:1550-1562 know no Veilig Thuis"),
    ("source_faults", {"fault_code": "FH25"}, "treatment", "Lijsten", "uit de tekst gehaald.", "003:762-849"),
    ("events", {"event_code": "R15"}, "event", "eind juni", "juni en juli", "000:776"),
    ("intentions", {"intention_code": "H30"}, "intention", "Het jaar is afgeleid", "besloten", "003:1616"),
    ("boundary_changes", {"municipality": "Wageningen"}, "origin", "uiterlijk 2015", "jaar en reden", "no line"),
    ("region_notes", {"region_code": "JZ35", "line_from": 7398}, "note", "zocht", "sloot", "001:7398-7399"),
    ("region_notes", {"region_code": "JZ37", "line_from": 7760}, "note", "geen instemming", "bewust", "001:7760-7763"),
    ("region_notes", {"region_code": "JZ37", "line_from": 7662}, "note", "staat er niet", "open", "001:7662-7681"),
    ("region_notes", {"region_code": "JZ32", "line_from": 2022}, "note", "In het najaar", "vóór", "001:2022-2023"),
    ("region_notes", {"region_code": "JZ18", "line_from": 5884}, "note", "stimuleren", "zorgen", "001:5886"),
    ("region_notes", {"region_code": "JZ38", "line_from": 7528}, "note", "op 23 mei", "ontwerp van", "001:7529-7530"),
    ("region_notes", {"region_code": "JZ08", "line_from": 1160}, "note", "regionaal wat", "alleen wat", "001:1161"),
    ("region_notes", {"region_code": "JZ22", "line_from": 2939}, "note", "Buurtteams", "onderzoek", "001:2939-2941"),
    ("region_notes", {"region_code": "JZ22", "line_from": 2977}, "note", "Onderzoekers", "experiment", "001:2977-2979"),
    ("region_notes", {"region_code": "JZ21", "line_from": 2313}, "note", "nog bekeken", "Gelderland", "001:2314-2315"),
    ("region_notes", {"region_code": "JZ01", "line_from": 52}, "note", "23 gemeenten", "Elders", "001:52-57"),
    ("region_notes", {"region_code": "JZ01", "line_from": 215}, "note", "gestructureerd", "ernstig", "001:217-219"),
    ("governance", {"region_code": "JZ35", "question": "1d"}, "gist", "regeling", "Hart van", "001:7436"),
    ("governance", {"region_code": "JZ42", "question": "1a_visie"}, "gist", "projectplannen", "zomer", "001:7956-7957"),
    ("governance", {"region_code": "JZ01", "question": "1a_visie"}, "gist", "2012", "provincie", "001:139-140"),
    ("source_faults", {"fault_code": "FI31"}, "treatment", "geen antwoord", "niet genoemd", "001:4963-4965"),
    ("source_faults", {"fault_code": "FR51"}, "treatment", "kiest geen", "afgeleid", "000:1032"),
    *(
        ("events", {"event_code": code}, "event", "volgens de voorstellen", "besloten", "004:558, 563-596")
        for code in ("Z18", "Z19", "Z25", "Z26", "Z32", "Z34")
    ),
    ("events", {"event_code": "HR26"}, "event", "Voorstel", "De regio werkt", "003:2861"),
    ("events", {"event_code": "HR04"}, "event", "Voorstel", "Onderwijs en gemeenten", "003:4596"),
    ("intentions", {"intention_code": "H29"}, "intention", "Voorstel", "Wachten", "003:1719"),
    ("intentions", {"intention_code": "H53"}, "intention", "het voorstel is", "aanbieders, als", "003:2594-2596"),
    ("intentions", {"intention_code": "H61"}, "intention", "Voorstel", "Eerst werken", "003:2861"),
    ("intentions", {"intention_code": "H72"}, "intention", "Voorstel", "De gedeelde", "003:4596"),
    ("steering_scales", {"steering_code": "S_jeugdzorgplus"}, "steering_gist", "Voorgesteld", "Zij", "003:1719"),
    ("steering_scales", {"steering_code": "S_contactpersonen_vo"}, "execution_gist", "gedachte", "Elke", "003:2217"),
    said("rotterdam-samenstelling", 3338, "voorgenomen", "nemen de", "000:3341-3343"),
    said("rotterdam-werkwijze", 3291, "Voorstel", "is een deskundige", "000:3291"),
    ("events", {"event_code": "R36"}, "event", "Voorstel", "Gemeenten dragen", "000:3902"),
    ("glossary", {"term": "transitie"}, "origin", "459", "regels 564", "000:459 the year"),
    ("glossary", {"term": "CIZ"}, "origin", "27-41", "regels 39", "003:27-29 the year"),
    ("glossary", {"term": "Bureau Jeugdzorg"}, "origin", "27-41", "regels 57", "003:27-29 the year"),
    ("glossary", {"term": "Jeugdwet"}, "origin", "27-35", "regels 317", "003:27-29 the year"),
    said("zhz-principes", 47, "zwaar", "nooit", "004:47"),
    said("zhz-inkoop", 229, "inkoopsysteem", "in te kopen", "004:229"),
    said("rijnland-waarom", 15, "niet goed genoeg", "te los", "003:15"),
    said("rijnland-wensen", 3409, "steun", "zelfstandig", "003:3415"),
    said("rijnland-opdrachtgever", 2362, "vaak", "zelden", "003:2364"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "row", "column", "says", "said", "line"), TEXTS)
def test_the_text_says_what_the_source_says(table: str, row: Row, column: str, says: str, said: str, line: str) -> None:
    text = the_row(table, row)[column]
    assert says in text, line
    assert said not in text, line


LINES: list[tuple[str, str, str, int]] = [
    # Table, code, what the text rests on, line of it.
    *(
        ("intentions", code, "the term", line)
        for code, line in {
            "H11": 894, "H13": 973, "H17": 859, "H21": 1333, "H26": 1564, "H30": 1616, "H36": 1908, "H38": 1828,
            "H39": 1868, "H41": 2033, "H48": 4616, "H69": 2973,
        }.items()
    ),
    ("intentions", "H12", "who proposes and who judges", 952),
    ("intentions", "H28", "the GGD", 1584),
    ("intentions", "H37", "the agreements", 1824),
    ("intentions", "H03", "Alphen aan den Rijn", 602),
    ("steering_scales", "S_pijler1", "encouraging", 1055),
    ("steering_scales", "S_pijler2", "the services", 772),
    ("steering_scales", "S_pijler2", "product and price", 2580),
    ("steering_scales", "S_jgt", "the areas", 1268),
    *(("steering_scales", "S_pijler4", "buying and paying together", line) for line in (499, 1489, 2594, 2875)),
    ("steering_scales", "S_amhk", "the GGD", 1564),
    ("steering_scales", "S_amhk", "steering", 1584),
    *(("steering_scales", code, "the duty", 1525) for code in ("S_jeugdbescherming", "S_jeugdreclassering")),
    *(("steering_scales", code, "the contract", 2658) for code in ("S_jeugdbescherming", "S_jeugdreclassering")),
    ("steering_scales", "S_jeugdzorgplus", "the duty", 1525),
    ("steering_scales", "S_crisisdienst", "the duty", 1892),
    ("steering_scales", "S_klachten", "who handles them", 948),
    ("programme_budget", "P01", "hours", 3585), ("programme_budget", "P01", "fte", 3577),
    ("programme_budget", "P01", "rate", 3643), ("programme_budget", "P02", "hours", 3694),
    ("programme_budget", "P02", "hours", 3702), ("programme_budget", "P02", "rate", 3724),
    ("programme_budget", "P03", "hours", 3785), ("programme_budget", "P04", "fte", 3803),
    ("programme_budget", "P12", "rate", 3643),
    *(
        ("facts", code, "what dates or names it", line)
        for code, line in {
            "R_GGZ_GROEI": 42, "R_VRAAG_GROEI": 42, "R_ZORGLEERLING": 42, "R_RUGZAKJES": 42, "R_ZMOK_GROEI": 42,
            "R_BOVENLOKAAL": 235, "R_WG_FREQ": 3474, "R_WA_FREQ": 3474, "R_WA_DEELNEMERS": 3676,
            "R_NT_DEELNEMERS": 3743, "R_ICT_DEELNEMERS": 3757, "R_NT_BIJEENKOMSTEN_TABEL": 2496,
            "Z_rijk_onderzoek": 161, "Z_taakstelling": 161, "Z_niet_geindexeerd": 161, "Z_burap_aanname": 149,
            "Z_boven_scenario_1": 113, "Z_boven_scenario_2": 116, "Z_dekking_teams": 495, "Z_waalre_rijksbudget": 9,
            "H_bjz_ambulant": 92, "H_inwoners_0_17": 71, "H_kosten_totaal": 638, "H_team_aantal": 859,
            "H_clientwensen": 3536, "H_hoofdaannemer": 1616,
        }.items()
    ),
    *(
        ("events", code, "the year or the parties", line)
        for code, line in {"R06": 471, "R11": 113, "R29": 222, "Z01": 13, "Z11": 13, "Z17": 600, "HR01": 3357}.items()
    ),
    *(("pilots", f"PT0{number}", "who does what", 3170) for number in (1, 2, 3, 4)),
    ("care_volumes", "V_1_1_ambulant", "the year", 92), ("care_volumes", "V_1_2_eerstelijns", "the year", 144),
    ("care_volumes", "V_1_3_verpleging", "the year", 164), ("care_volumes", "V_1_7_onderzoeken", "the source", 308),
    ("governance_bodies", "Gemeenteraden", "the quarter", 600),
]  # fmt: skip


def cited(row: pd.Series) -> list[range]:
    """Line ranges of a row, the more ones included."""
    spans = [(int(row["line_from"]), int(row["line_to"]))]
    for text in row.get("more_lines", ()):
        first, _, last = text.partition("-")
        spans.append((int(first), int(last or first)))
    return [range(first, last + 1) for first, last in spans]


@pytest.mark.parametrize(("table", "code", "what", "line"), LINES)
def test_the_cited_lines_hold_what_the_row_says(table: str, code: str, what: str, line: int) -> None:
    row = the_row(table, {TABLES[table].key[0]: code})
    assert any(line in lines for lines in cited(row)), f"{what}: {line}"


@pytest.mark.parametrize("table", [name for name, table in TABLES.items() if "more_lines" in table.fields])
def test_more_lines_are_ranges_beside_the_first_one(table: str) -> None:
    for _, row in shipped(table).iterrows():
        assert all(re.fullmatch(r"[1-9]\d*(-[1-9]\d*)?", text) for text in row["more_lines"]), row.iloc[0]
        first, *others = cited(row)
        for lines in others:
            assert lines, row.iloc[0]
            assert not set(lines) & set(first), row.iloc[0]


def test_what_is_counted_or_proposed_is_not_called_measured_or_decided() -> None:
    facts = shipped("facts")
    counted = facts["fact"].str.contains("eigen telling")
    assert counted.sum() >= 18
    assert "werkelijk" not in set(facts.loc[counted, "certainty"])
    proposed = facts["fact"].str.contains("voorstel", case=False)
    assert proposed.sum() >= 4
    assert "besluit" not in set(facts.loc[proposed, "certainty"])


def test_a_place_lies_alone_on_its_spot_and_near_another_of_its_municipality() -> None:
    places = shipped("places")
    assert not places.duplicated(["place_lon", "place_lat"]).any()
    for municipality, own in places.groupby("municipality"):
        if len(own) == 1:
            continue
        for row in own.itertuples():
            others = own[own["place"] != row.place]
            east, north = (others["place_lon"] - row.place_lon) * 68, (others["place_lat"] - row.place_lat) * 111
            assert (east**2 + north**2).min() < 15**2, (municipality, row.place)


def test_no_lines_of_notes_run_through_another_profile() -> None:
    profiles = shipped("regions").set_index("region_code")[["line_from", "line_to"]]
    common = [(2502, 2538), (2504, 2528), (2521, 2528), (2534, 2535), (6549, 6552)]
    for name in ("region_notes", "partners"):
        for row in shipped(name).itertuples():
            first, last = profiles.loc[row.region_code]
            inside = first <= row.line_from and row.line_to <= last
            assert inside or (row.line_from, row.line_to) in common, (name, row.region_code, row.line_from)


def test_where_the_inventory_does_not_explain_regional_it_is_said_for_every_region_but_one() -> None:
    notes = shipped("region_notes")
    told = set(notes.loc[notes["kind"] == "regional_means", "region_code"])
    assert set(shipped("regions")["region_code"]) - told == {"JZ43"}, "profile 40 refers to profile 39 (8205-8210)"


def named_by(region: str, line: int) -> pd.DataFrame:
    partners = shipped("partners")
    return partners[
        (partners["region_code"] == region) & (partners["line_from"] <= line) & (partners["line_to"] >= line)
    ]


@pytest.mark.parametrize(
    ("region", "partner", "line"),
    [
        ("JZ13", "JZ19", 3848),
        ("JZ20", None, 2585),
        ("JZ22", None, 2981),
        ("JZ23", None, 3113),
        ("JZ26", None, 2797),
        ("JZ09", None, 4018),
    ],
)
def test_partners_that_a_profile_names(region: str, partner: str | None, line: int) -> None:
    found = named_by(region, line)
    assert len(found) == 1
    named = found["partner_region_code"].iloc[0]
    assert (named if isinstance(named, str) else None) == partner


def test_a_platform_for_the_labour_market_is_no_partner_in_youth_care() -> None:
    assert not shipped("partners")["partner_text"].str.contains("Arbeidsmarkt").any(), "001:4016-4019"


def test_the_agreement_of_utrecht_makes_partners_of_all_six_regions() -> None:
    six = ("JZ19", "JZ20", "JZ21", "JZ22", "JZ23", "JZ26")
    for region in six:
        found = named_by(region, 2524)
        assert set(found["partner_region_code"]) == set(six) - {region}


def test_every_abbreviation_of_the_list_of_holland_rijnland_is_explained() -> None:
    listed = [
        "AMK", "AMHK", "AWBZ", "BJZ", "3D", "DBC", "CIZ", "CJG", "HKZ", "GGZ", "GGD", "HGW", "IB", "ICT", "JCO",
        "JPP", "JPT", "LWOO", "MBO", "OOGO", "OPP", "OTS", "PO", "SBO", "SGJ", "SHG", "SWV", "TLV", "VB", "VNG",
        "VO", "VOG", "(V)SO", "Wmo",
    ]  # fmt: skip
    assert len(listed) == 34, "003:4724-4790"
    known = {name.casefold() for row in shipped("glossary").itertuples() for name in (row.term, *row.variants)}
    assert [name for name in listed if name.casefold() not in known and f"{name.casefold()} jeugd" not in known] == []
