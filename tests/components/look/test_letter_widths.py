"""Texts measured without a browser: widths, lines, sizes that fit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from components.look.letter_widths import BOLD, LINE_HEIGHT, REGULAR, in_lines, shortened, size_that_fits, text_width

TEXTS = st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=200)


def test_no_sign_has_two_widths() -> None:
    for widths in (REGULAR, BOLD):
        signs = "".join(widths.values())
        assert len(signs) == len(set(signs))


def test_width_goes_with_size_and_weight() -> None:
    assert text_width("Regio Rijnmond", 20) == 2 * text_width("Regio Rijnmond", 10)
    assert text_width("Regio Rijnmond", 10, bold=True) > text_width("Regio Rijnmond", 10)


def test_unknown_sign_counts_as_the_widest() -> None:
    assert text_width("\u4e2d", 10) == 10


@given(TEXTS, st.floats(20, 300))
def test_every_line_fits_and_no_letter_is_lost(text: str, room: float) -> None:
    lines = in_lines(text, 10, room)
    assert all(text_width(line, 10) <= room + 1e-9 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(TEXTS, st.floats(60, 300), st.floats(15, 100))
def test_what_is_shortened_fits(text: str, width: float, height: float) -> None:
    size = size_that_fits(text, (width, height), (24, 12))
    kept = shortened(text, size, (width, height))
    assert len(in_lines(kept, size, width)) <= max(1, int(height / (size * LINE_HEIGHT)))
    assert kept == text or kept.endswith("…")
