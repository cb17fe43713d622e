"""What the region page knows: municipalities and what became of them, borders, other regions beside it, partners."""

from itertools import product

import pandas as pd
import pytest

from model.choices.classes import NO_LEVEL, level_class, with_classes
from model.choices.comparison import compare
from model.dataset.reading import read_table
from model.dataset.registry import LEVELS
from model.regions.profile import (
    BoundaryChange,
    Municipality,
    Successor,
    beside,
    boundary_changes_of,
    municipalities_of,
    neighbours_of,
    partners_named,
    partners_naming,
    relation,
    text_length,
)
from tests.data.shipped import CSV, csv_rows, shipped

REGIONS = sorted(row["region_code"] for row in csv_rows(CSV / "regions.csv"))


@pytest.fixture(scope="module")
def choices() -> pd.DataFrame:
    return with_classes(read_table("scale_choices"))


def municipalities(region_code: str) -> dict[str, Municipality]:
    found = municipalities_of(read_table("municipalities"), read_table("municipality_names"), region_code)
    return {item.name: item for item in found}


def test_every_municipality_of_2013_is_there_with_all_its_successors() -> None:
    later: dict[str, set[tuple[str, int]]] = {}
    for row in csv_rows(CSV / "municipality_names.csv"):
        if row["kind"] == "gemeente van nu":
            later.setdefault(row["municipality"], set()).add((row["search_name"], int(row["since_year"])))
    names = []
    for region_code in REGIONS:
        for name, item in municipalities(region_code).items():
            names.append(name)
            assert {(part.name, part.since_year) for part in item.successors} == later.get(name, set()), name
    assert sorted(names) == sorted(row["municipality"] for row in csv_rows(CSV / "municipalities.csv"))
    assert len(names) == 408


@pytest.mark.parametrize(
    ("region_code", "name", "successors"),
    [
        ("JZ27", "Boskoop", (Successor("Alphen aan den Rijn", 2014),)),
        ("JZ31", "Strijen", (Successor("Hoeksche Waard", 2019),)),
        ("JZ31", "Dordrecht", ()),
        ("JZ33", "Haaren", tuple(Successor(n, 2021) for n in ("Boxtel", "Oisterwijk", "Tilburg", "Vught"))),
    ],
)
def test_what_became_of_a_municipality(region_code: str, name: str, successors: tuple[Successor, ...]) -> None:
    assert municipalities(region_code)[name].successors == successors


def test_municipality_of_which_nothing_is_known_is_refused() -> None:
    names = read_table("municipality_names")
    with pytest.raises(KeyError, match="Strijen"):
        municipalities_of(read_table("municipalities"), names[names["municipality"] != "Strijen"], "JZ31")


def test_boundary_change_stands_with_both_regions_once() -> None:
    changes = read_table("boundary_changes")
    everywhere = [change for code in REGIONS for change in boundary_changes_of(changes, code)]
    rows = {(row["municipality"], row["polygon_region_code"]) for row in csv_rows(CSV / "boundary_changes.csv")}
    assert len(everywhere) == 2 * len(rows)
    assert boundary_changes_of(changes, "JZ27") == [
        BoundaryChange(
            "Boskoop",
            "JZ27",
            "JZ18",
            2014,
            "Boskoop ging op 1 januari 2014 met Rijnwoude op in Alphen aan den Rijn en hoort daardoor in 2017 bij "
            "Holland Rijnland.",
        )
    ]
    assert [change.year for change in boundary_changes_of(changes, "JZ28")] == [None]
    assert boundary_changes_of(changes, "JZ01") == []


def test_neighbours_with_the_longest_border_first() -> None:
    borders = shipped("neighbours")
    for region_code in REGIONS:
        lengths = dict(
            borders[borders["region_code"] == region_code][["neighbour_region_code", "border_km"]].to_numpy()
        )
        around = neighbours_of(read_table("neighbours"), region_code)
        assert set(around) == set(lengths)
        assert [lengths[code] for code in around] == sorted(lengths.values(), reverse=True)


def test_relation_is_what_the_comparison_of_two_regions_says(choices: pd.DataFrame) -> None:
    for region_code in ("JZ27", "JZ24", "JZ31"):
        others = [code for code in REGIONS if code != region_code]
        table = beside(choices, region_code, others).set_index(["region_code", "task_code"])
        for other in others:
            for item in compare(choices, [region_code, other]):
                assert table.loc[(other, item.task_code), "relation"] == item.relation


def test_relation_is_symmetric_and_only_itself_is_the_same() -> None:
    classes = [
        NO_LEVEL,
        *LEVELS,
        *(level_class(pair) for pair in (("lokaal", "regionaal"), ("regionaal", "bovenregionaal"))),
    ]
    for one, other in product(classes, classes):
        assert relation(one, other) == relation(other, one)
        assert (relation(one, other) == "gelijk") == (one == other != NO_LEVEL)
    assert relation("lokaal+regionaal", "regionaal") == "deels"
    assert relation("lokaal", "regionaal") == "verschillend"
    assert relation("lokaal", NO_LEVEL) == "onbekend"


def test_other_regions_beside_one_in_the_order_asked_for(choices: pd.DataFrame) -> None:
    table = beside(choices, "JZ31", ["JZ18", "JZ01"])
    assert table["region_code"].tolist() == ["JZ18"] * 11 + ["JZ01"] * 11
    own = {row["task_code"]: row for row in csv_rows(CSV / "scale_choices.csv") if row["region_code"] == "JZ31"}
    assert table["own_class"].tolist() == [own[task]["leading_levels"].replace(";", "+") for task in table["task_code"]]
    assert beside(choices, "JZ31", []).empty


@pytest.mark.parametrize(("region_code", "others"), [("JZ99", ["JZ01"]), ("JZ01", ["JZ99"])])
def test_region_that_is_not_in_the_data_is_refused(choices: pd.DataFrame, region_code: str, others: list[str]) -> None:
    with pytest.raises(KeyError, match="JZ99"):
        beside(choices, region_code, others)


def test_every_mention_of_a_partner_is_shown_with_both_regions() -> None:
    partners = read_table("partners")
    rows = csv_rows(CSV / "partners.csv")
    assert sum(len(partners_named(partners, code)) for code in REGIONS) == len(rows)
    assert sum(len(partners_naming(partners, code)) for code in REGIONS) == sum(
        bool(row["partner_region_code"]) for row in rows
    )
    assert set(partners_named(partners, "JZ31")["region_code"]) == {"JZ31"}
    assert set(partners_naming(partners, "JZ31")["partner_region_code"]) == {"JZ31"}
    assert partners_named(partners, "JZ17")["line_from"].is_monotonic_increasing


def test_length_of_the_texts_on_a_region() -> None:
    tables = [read_table(name) for name in ("scale_choices", "region_notes", "governance", "partners")]
    expected = 0
    for file, columns in (
        ("scale_choices", ("level_text", "remark")),
        ("region_notes", ("note",)),
        ("governance", ("gist",)),
    ):
        for row in csv_rows(CSV / f"{file}.csv"):
            if row["region_code"] == "JZ31":
                expected += sum(len(row[column]) for column in columns)
    for row in csv_rows(CSV / "partners.csv"):
        if "JZ31" in (row["region_code"], row["partner_region_code"]):
            expected += len(row["role"])
    assert text_length("JZ31", *tables) == expected > 2000
