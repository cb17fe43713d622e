"""Words that hold for one table and not for another."""

from __future__ import annotations

from components.what_if.panel.plan_words import about_in_words
from components.what_if.session import source_plan
from model.what_if import controls_of
from tests.components.what_if.own_table.tables import own_plan


def test_another_table_is_told_whose_overlap_it_begins_with() -> None:
    own, source = own_plan(3, 2), source_plan()
    said = about_in_words(own, controls_of(own)["overlap_share"])
    assert "is die van Zuid-Holland Zuid" in said
    assert "doel van de bron" not in said
    assert "doel van de bron" in about_in_words(source, controls_of(source)["overlap_share"])
