"""QR codes, drawn from their path and read by another reader than the maker."""

from __future__ import annotations

import re

import numpy as np
import pytest
import zxingcpp

from components.frame.qr_code import LONGEST, QrCode, qr_code

PIXELS = 4
"""Pixels per module of the picture that is read."""


def read(code: QrCode) -> str:
    """Text of a code, from the picture that its path draws."""
    dark = np.zeros((code.size, code.size), dtype=bool)
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code.path):
        dark[int(y), int(x) : int(x) + int(length)] = True
    picture = np.where(np.kron(dark, np.ones((PIXELS, PIXELS))), 0, 255).astype(np.uint8)
    found = zxingcpp.read_barcodes(picture)
    assert len(found) == 1
    return found[0].text


@pytest.mark.parametrize(
    "address",
    [
        "https://jeugd.voorbeeld.nl/",
        "http://localhost:8501/kaart?regio=JZ31&taak=jeugd_ggz",
        "https://jeugd.voorbeeld.nl/pad/bronnen?zoek=co%C3%B6rdinatie+é&deel=zoeken",
        "https://jeugd.voorbeeld.nl/doorrekening?v=1&" + "n=" + "0123456789" * 114,
    ],
    ids=["short", "a view", "signs that are not ASCII", "long"],
)
def test_a_code_is_read_back_as_the_address(address: str) -> None:
    code = qr_code(address)
    assert code is not None
    assert read(code) == address


def test_around_a_code_four_modules_stay_empty() -> None:
    code = qr_code("https://jeugd.voorbeeld.nl/kaart")
    assert code is not None
    runs = [tuple(map(int, run)) for run in re.findall(r"M(\d+) (\d+)h(\d+)", code.path)]
    assert min(x for x, _, _ in runs) == min(y for _, y, _ in runs) == 4
    assert max(x + length for x, _, length in runs) == max(y + 1 for _, y, _ in runs) == code.size - 4


@pytest.mark.parametrize("text", ["", "https://jeugd.voorbeeld.nl/" + "a" * LONGEST], ids=["empty", "too long"])
def test_no_code_of_what_a_telephone_cannot_read(text: str) -> None:
    assert qr_code(text) is None
