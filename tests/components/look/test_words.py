"""Dutch notation, and text that cannot act as markup."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.look.words import amount, capitalised, euros, million, number, percent, plain, unbroken


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (0, 0, "0"),
        (1234.5, 1, "1.234,5"),
        (1234567.891, 2, "1.234.567,89"),
        (-1234.5, 1, "−1.234,5"),
        (999, 0, "999"),
        (100, 1, "100,0"),
        (0.05, 2, "0,05"),
    ],
)
def test_number(value: float, decimals: int, shown: str) -> None:
    assert number(value, decimals) == shown


@given(st.floats(min_value=-1e6, max_value=1e6), st.integers(0, 6))
def test_number_reads_back(value: float, decimals: int) -> None:
    shown = number(value, decimals)
    assert re.fullmatch(r"−?\d{1,3}(\.\d{3})*" + (rf",\d{{{decimals}}}" if decimals else ""), shown)
    read = float(shown.replace(".", "").replace(",", ".").replace("−", "-"))
    assert read == pytest.approx(value, abs=0.51 * 10**-decimals, rel=0)


@pytest.mark.parametrize(("value", "shown"), [(0, "0%"), (85.7, "86%"), (19.05, "19%"), (100, "100%")])
def test_percent(value: float, shown: str) -> None:
    assert percent(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(101.3, "101,3"), (0, "0,0"), (100.05, "100,1"), (1234.56, "1.234,6"), (-0.04, "0,0"), (114.7 - 19, "95,7")],
)
def test_amount(value: float, shown: str) -> None:
    assert amount(value) == shown


@pytest.mark.parametrize(
    ("text", "shown"), [("", ""), ("lokaal", "Lokaal"), ("Lokaal en X", "Lokaal en X"), ("één", "Één"), ("1b", "1b")]
)
def test_capitalised(text: str, shown: str) -> None:
    assert capitalised(text) == shown


@given(st.text().filter(lambda text: not re.search(r"www\.|://|@|:(material/|streamlit:)|[<>~]=|-", text, re.I)))
def test_plain_loses_nothing_and_leaves_no_sign_that_markdown_reads(text: str) -> None:
    escaped = plain(text)
    assert re.sub(r"\\([\\`*_\[\]<>#$~|:])", r"\1", escaped) == text
    assert not re.search(r"[`*_\[\]<>#$~|:]", re.sub(r"\\.", "", escaped, flags=re.DOTALL))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Regionaal*", r"Regionaal\*"),
        ("Subregionaal: [x](y)", r"Subregionaal\: \[x\](y)"),
        ("zie [x](http://y) of www.y.nl", "zie `[x](http://y)` of `www.y.nl`"),
        ("mail a@b.nl, HTTP://WWW.Y", "mail `a@b.nl,` `HTTP://WWW.Y`"),
        ("a@b -- c :material/home: d->e", r"`a@b` `--` c `:material/home:` d-\>e"),
        ("gewoon, 's-Gravenhage (NH.)", "gewoon, 's-Gravenhage (NH.)"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_no_line_ends_inside_an_amount_of_money() -> None:
    assert million(-1.25) == "€\u00a0−1,2\u00a0mln"
    assert euros(120_000) == "€\u00a0120.000"
    assert unbroken("van € 1.234,5 mln in 2022, in mln € per jaar") == (
        "van €\u00a01.234,5\u00a0mln in 2022, in mln € per jaar"
    )
    assert "€\u00a02\u00a0mln" in plain("structureel € 2 mln hoger")
