"""Words that hold for one table and not for another."""

from __future__ import annotations

from components.what_if.panel.plan_words import BORROWED_OVERLAP, about_in_words, plan_words
from components.what_if.session import source_plan
from model.what_if import controls_of
from tests.components.what_if.own_table.tables import own_plan


def test_another_table_is_told_whose_overlap_it_begins_with() -> None:
    own, source = own_plan(3, 2), source_plan()
    said = about_in_words(own, controls_of(own)["overlap_share"])
    assert "is die van Zuid-Holland Zuid" in said
    assert "doel van de bron" not in said
    assert "doel van de bron" in about_in_words(source, controls_of(source)["overlap_share"])


def test_the_headline_of_another_table_says_whose_overlap_it_begins_with_and_that_of_the_source_does_not() -> None:
    own, source = plan_words(own_plan(3, 2)), plan_words(source_plan())
    assert own["borrowed"].startswith(BORROWED_OVERLAP)
    assert not own["agreed"]
    assert source["agreed"]
    assert not source["borrowed"]


def test_the_path_in_the_list_of_targets_is_that_of_the_table() -> None:
    own, source = (controls_of(plan)["target"] for plan in (own_plan(3, 2), source_plan()))
    assert own.words[0] == "het pad van uw tabel"
    assert source.words[0] == "het pad van het plan"
