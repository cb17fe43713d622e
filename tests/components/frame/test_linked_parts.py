"""Parts of a page: those of the site map, each with what shows it."""

from __future__ import annotations

import pytest

from components.frame.linked_parts import drawn
from components.frame.page import Visit
from model.site.site_map import Part

PARTS = (Part("geld", "Geld"), Part("feiten", "Feiten", ("onderwerp",)))


def show(visit: Visit) -> None:
    """Shows nothing."""


def test_each_part_has_its_name_its_keys_and_what_shows_it() -> None:
    parts = drawn(PARTS, {"feiten": show, "geld": show})
    assert [(key, part.name, part.parameters) for key, part in parts.items()] == [
        ("geld", "Geld", ()),
        ("feiten", "Feiten", ("onderwerp",)),
    ]
    assert parts["geld"].show is show


@pytest.mark.parametrize("keys", [[], ["geld"], ["geld", "feiten", "planning"], ["geld", "planning"]])
def test_a_missing_part_or_one_too_many_is_refused(keys: list[str]) -> None:
    with pytest.raises(KeyError, match="the site map has geld, feiten"):
        drawn(PARTS, dict.fromkeys(keys, show))
