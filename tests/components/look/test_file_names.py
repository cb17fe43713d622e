"""Names of files: one pattern, whatever is in it; file_name.test.js has that of the browser."""

from __future__ import annotations

import re
from datetime import date

import pytest

from components.look.file_names import file_stem, joined

DAY = date(2026, 11, 3)
WHAT = ["kaart-crisisopvang-niveau", "Één “titel”: 100%", "漢", "../../etc/passwd", "a" * 300, "-x-"]


@pytest.mark.parametrize("what", WHAT)
def test_whatever_a_visitor_typed_the_name_is_plain_and_short(what: str) -> None:
    name = file_stem("presenteren", what, "alles midden", day=DAY)
    assert re.fullmatch(r"schaalwijzer-presenteren(-[a-z0-9-]*[a-z0-9])?-alles-midden-2026-11-03", name)
    assert "--" not in name
    assert len(name) < 160


def test_parts_that_are_empty_leave_no_trace() -> None:
    assert joined("regio", "", "漢", "Zuid-Holland Zuid") == "regio-zuid-holland-zuid"
