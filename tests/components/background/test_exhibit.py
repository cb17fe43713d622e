"""What the parts of Achtergrond say for hall, slide and note: a finding with figures that the part shows too."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.background.exhibit import exhibit_of
from components.look.exhibit import BarsDrawing, Exhibit, TableDrawing
from model.dataset.reading import read_table
from model.site.site_map import BACKGROUND, own_keys

PARTS = [(document.key, part.key) for document in BACKGROUND for part in document.parts]
KEYS = sorted(own_keys("achtergrond"))


def said(document: str, part: str, **query: str) -> Exhibit:
    return exhibit_of({"document": document, "deel": part, **query})


def bars(exhibit: Exhibit) -> dict[str, float]:
    assert isinstance(exhibit.drawing, BarsDrawing)
    return {bar.label: bar.value for bar in exhibit.drawing.bars}


def rows(exhibit: Exhibit) -> tuple[tuple[str, ...], ...]:
    assert isinstance(exhibit.drawing, TableDrawing)
    return exhibit.drawing.rows


@pytest.mark.parametrize(("document", "part"), PARTS)
def test_every_part_has_a_finding_a_source_and_a_drawing_in_words(document: str, part: str) -> None:
    exhibit = said(document, part)
    assert exhibit.title
    assert not exhibit.title.endswith(".")
    assert exhibit.sentence.endswith(".")
    assert exhibit.source.startswith("Bron: ")
    assert exhibit.alt
    if isinstance(exhibit.drawing, TableDrawing):
        assert exhibit.drawing.rows
        assert {len(row) for row in exhibit.drawing.rows} == {len(exhibit.drawing.columns)}
    else:
        assert isinstance(exhibit.drawing, BarsDrawing)
        assert exhibit.drawing.bars


VALUES = st.text(max_size=30) | st.sampled_from(["2019", "alle", "1-1-1", "v1~", "0"])


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(PARTS),
    st.dictionaries(
        st.sampled_from(KEYS), st.text(max_size=30) | st.sampled_from(["2019", "alle", "1-1-1", "v1~", "0"])
    ),
)
def test_no_address_is_too_odd(part: tuple[str, str], query: dict[str, str]) -> None:
    assert said(*part, **{key: value for key, value in query.items() if key not in ("document", "deel")}).title


def test_unknown_part_stands_for_the_first_of_its_document() -> None:
    assert said("rotterdam", "bestaat-niet") == said("rotterdam", "opgaven")
    assert said("rotterdam", "opgaven").words == {"onderdeel": "Opgaven", "document": "Rotterdam"}


def test_ceilings_stand_beside_the_expected_costs() -> None:
    ceilings, expected = read_table("ceilings"), read_table("trajectory").iloc[0]
    found = bars(said("zhz", "scenarios"))
    assert sorted(found.values()) == sorted([*ceilings["ceiling_mln_eur"], expected["yearly_cost_mln_eur"]])


def test_planning_counts_per_quarter_or_lists_those_of_a_party() -> None:
    activities = read_table("activities")
    whole = bars(said("zhz", "planning"))
    own = activities["party"].notna()
    assert sum(whole.values()) == sum(map(len, activities["quarters"][own]))
    party = str(activities["party"].dropna().iloc[0])
    listed = said("zhz", "planning", partij=party.lower().replace(" ", "-"))
    assert len(rows(listed)) == (activities["party"] == party).sum()


def test_own_positions_of_the_address_stand_beside_the_choice() -> None:
    assert "Uw kant" not in said("zhz", "dilemmas").drawing.columns  # type: ignore[union-attr]
    assert "Uw standpunt" not in said("zhz", "dilemmas", s="onzin").sentence


def test_joint_and_local_assignments_add_up() -> None:
    exhibit = said("rotterdam", "opgaven")
    assignments = read_table("assignments")
    assert [int(figure.value) for figure in exhibit.figures] == [
        (assignments["agenda"] == "gemeenschappelijk").sum(),
        (assignments["agenda"] == "lokaal").sum(),
    ]
    joint = said("rotterdam", "opgaven", agenda="gemeenschappelijk")
    assert len(rows(joint)) == (assignments["agenda"] == "gemeenschappelijk").sum()


def test_amounts_of_the_national_budget_are_those_printed() -> None:
    budget = read_table("national_budget")
    printed = budget.loc[~budget["is_total"].astype(bool), "amount_mln_eur"].dropna()
    assert sum(bars(said("rotterdam", "geld")).values()) == pytest.approx(printed.sum())


def test_list_of_the_address_is_shown_line_by_line() -> None:
    statements = read_table("statements")
    code = str(statements["list_code"].iloc[0])
    file = statements["source_file"].iloc[0]
    document = {"000_6e1cbb5f6f5d01bb.txt": "rotterdam", "003_e02f042df02c65ea.txt": "rijnland"}.get(file, "zhz")
    assert len(rows(said(document, "lijsten", lijst=code))) == (statements["list_code"] == code).sum()
    whole = said(document, "lijsten")
    assert sum(bars(whole).values()) == (statements["source_file"] == file).sum()


def test_facts_are_narrowed_by_what_the_address_says() -> None:
    facts = read_table("facts")
    plan = facts[facts["source_file"] == "004_8c4e7f4e4fb86d9c.txt"]
    assert len(rows(said("zhz", "feiten", stuk="2019"))) == len(plan)
    sure = plan["certainty"] == "werkelijk"
    assert len(rows(said("zhz", "feiten", stuk="2019", zekerheid="werkelijk"))) == sure.sum()


def test_counts_of_a_table_of_the_plan_are_those_printed() -> None:
    volumes = read_table("care_volumes")
    own = volumes[volumes["table_number"] == "1.2"]
    assert sorted(bars(said("rijnland", "aantallen", tabel="1.2")).values()) == sorted(map(float, own["count"]))


def test_number_of_inhabitants_of_the_address_gives_its_teams() -> None:
    exhibit = said("rijnland", "teamnorm", inwoners="60000")
    norm = read_table("facts").set_index("fact_code")["value"]["H_team_norm"]
    assert exhibit.figures[0].value == str(math.ceil(60000 / norm))
    assert exhibit.title.startswith("Bij 60.000 inwoners")
    assert said("rijnland", "teamnorm", inwoners="geen getal") == said("rijnland", "teamnorm")


def test_bad_year_of_the_address_is_paid_as_the_calculator_says() -> None:
    (example,) = {said("rijnland", "solidariteit").title, said("rijnland", "solidariteit", klap="onzin").title}
    assert "100% bij verrekening" in example
    assert said("rijnland", "solidariteit", klap="1-1-0").title.startswith("Drie manieren")
    assert "verzonnen voorbeeld" in said("rijnland", "solidariteit").source
