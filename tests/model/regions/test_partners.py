"""Who names whom: pairs, mutual and one-sided, against the CSV read without the app's own code."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dataset.reading import read_table
from model.regions.partners import collectives, mentions, partners_of, partnerships
from tests.data.shipped import CSV, csv_rows

ROWS = csv_rows(CSV / "partners.csv")
NAMED = {(row["region_code"], row["partner_region_code"]) for row in ROWS if row["partner_region_code"]}


def table(*rows: tuple[str, str | None, str]) -> pd.DataFrame:
    """Partners table from (region, partner, confidence)."""
    return pd.DataFrame(
        [
            (region, partner, "naam", "rol", confidence, "bron.txt", line, line)
            for line, (region, partner, confidence) in enumerate(rows, 1)
        ],
        columns=[
            "region_code", "partner_region_code", "partner_text", "role", "confidence", "source_file", "line_from",
            "line_to",
        ],
    )  # fmt: skip


def test_pairs_of_the_dataset_by_hand() -> None:
    found = partnerships(read_table("partners"))
    mutual = {frozenset(pair) for pair in NAMED if pair[::-1] in NAMED}
    one_sided = {pair for pair in NAMED if pair[::-1] not in NAMED}
    rows = list(found.itertuples(index=False))
    assert {frozenset((row.region_code, row.partner_region_code)) for row in rows if row.mutual} == mutual
    assert {(row.region_code, row.partner_region_code) for row in rows if not row.mutual} == one_sided
    assert len(rows) == len(mutual) + len(one_sided)
    assert found["mutual"].is_monotonic_decreasing, "mutual pairs come first"


def test_known_pairs_of_the_source() -> None:
    found = partnerships(read_table("partners")).set_index(["region_code", "partner_region_code"])["mutual"]
    assert found["JZ42", "JZ43"], "Midden-Limburg-Oost and -West name each other"
    assert found["JZ34", "JZ36"], "both parts of West-Brabant name each other"
    assert not found["JZ28", "JZ14"], "Arnhem names Enschede, Twente does not name Arnhem"
    assert ("JZ14", "JZ28") not in found.index


def test_mentions_are_counted_both_ways_with_the_highest_confidence() -> None:
    found = partnerships(table(("B", "A", "laag"), ("A", "B", "midden"), ("A", "B", "laag"), ("C", "A", "laag")))
    assert found.to_dict("records") == [
        {"region_code": "A", "partner_region_code": "B", "mutual": True, "mention_count": 3, "confidence": "midden"},
        {"region_code": "C", "partner_region_code": "A", "mutual": False, "mention_count": 1, "confidence": "laag"},
    ]


def test_every_mention_of_the_dataset_is_in_one_pair() -> None:
    partners = read_table("partners")
    assert partnerships(partners)["mention_count"].sum() == len(mentions(partners))
    assert len(mentions(partners)) + len(collectives(partners)) == len(ROWS)


def test_groups_and_provinces_are_no_pair() -> None:
    texts = collectives(read_table("partners"))["partner_text"].tolist()
    assert len(texts) == sum(not row["partner_region_code"] for row in ROWS)
    assert {"Noord Nederland", "Stadsregio Amsterdam"} <= set(texts)
    assert partnerships(table(("A", None, "hoog"))).empty


def test_without_mentions_there_are_no_pairs() -> None:
    assert partnerships(table()).empty
    assert partners_of(partnerships(table()), "A") == {}


@pytest.mark.parametrize(
    ("region_code", "around"),
    [("A", {"B": "mutual", "C": "named_by"}), ("B", {"A": "mutual"}), ("C", {"A": "names"}), ("D", {})],
)
def test_partners_of_one_region(region_code: str, around: dict[str, str]) -> None:
    pairs = partnerships(table(("A", "B", "hoog"), ("B", "A", "hoog"), ("C", "A", "hoog")))
    assert partners_of(pairs, region_code) == around


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("ABCDE")).filter(lambda pair: pair[0] != pair[1])))
def test_any_list_of_mentions(named: list[tuple[str, str]]) -> None:
    found = partnerships(table(*((region, partner, "hoog") for region, partner in named)))
    rows = list(found.itertuples(index=False))
    pairs = [frozenset((row.region_code, row.partner_region_code)) for row in rows]
    assert len(pairs) == len(set(pairs)), "each pair once"
    assert set(pairs) == {frozenset(pair) for pair in named}
    for row in rows:
        pair = (row.region_code, row.partner_region_code)
        assert pair in named, "the first of the two names the other"
        assert row.mutual == (pair[::-1] in named)
        assert row.mention_count == named.count(pair) + named.count(pair[::-1])
        back = {"mutual": "mutual", "names": "named_by"}
        assert partners_of(found, pair[1])[pair[0]] == back[partners_of(found, pair[0])[pair[1]]]
