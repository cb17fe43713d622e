"""Numbers of starts: of this visit, of another, or of none."""

from __future__ import annotations

from typing import Any

import pytest

from components.frame.revisions import first_revision, is_of_another_visit


@pytest.mark.parametrize(
    ("revision", "expected"),
    [(9, True), (10, False), (12, False), (13, True), (0, False), (-3, False), ("9", False), (9.0, False),
     (None, False), (True, False)],
)  # fmt: skip
def test_only_a_whole_number_outside_this_visit_is_of_another(revision: Any, expected: bool) -> None:
    assert is_of_another_visit(revision, 10, 12) is expected


def test_visits_count_from_numbers_of_their_own_that_a_browser_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    firsts = {first_revision() for _ in range(100)}
    assert len(firsts) == 100
    assert all(0 < first < 2**53 for first in firsts)
