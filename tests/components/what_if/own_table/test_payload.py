"""What the browser is told of what was read: where something stands is said once."""

from __future__ import annotations

import pytest

from components.what_if.own_table.reading import Reading, Source, payload
from tests.model.own_table.base import COST_HEADINGS, COSTS, costs, measures, xlsx_of


@pytest.mark.parametrize(("heading", "told"), [
    ("Verschil", "Niet gelezen in “Kosten per jaar”: kolom E (“Verschil”)."),
    ("Opmerking", "Niet gelezen in “Kosten per jaar”: kolom E (“Opmerking”)."),
])  # fmt: skip
def test_a_note_that_names_the_place_is_not_followed_by_it(heading: str, told: str) -> None:
    book = xlsx_of(measures(), costs([[*row, 1.0] for row in COSTS], [*COST_HEADINGS, heading]))
    [note] = [it for it in payload(Reading((Source("a", "plan.xlsx", book),)))["notes"] if it["text"] == told]
    assert note["places"] == []


def test_a_note_that_names_no_place_is_followed_by_it() -> None:
    book = xlsx_of(measures(), costs([[it and it * 1000 if at else it for at, it in enumerate(row)] for row in COSTS],
                                     ["Jaar", "Lasten", "Rijksbijdrage", "Verschil"]))  # fmt: skip
    [note] = [it for it in payload(Reading((Source("a", "plan.xlsx", book),)))["notes"] if "omgerekend" in it["text"]]
    assert note["places"] == ["“Kosten per jaar”, rij 1, kolom B"]
