"""The way back from paper: the address under which visitors come, in words, as link and as code."""

from __future__ import annotations

import pytest

from components.note.sheet import MOST_IN_WORDS, WayBack, way_from


@pytest.mark.parametrize(
    ("here", "public", "page", "query", "address"),
    [
        ("https://a.nl/regio?regio=JZ01", "", "regio", {"regio": "JZ31"}, "https://a.nl/regio?regio=JZ31"),
        ("https://a.nl/jeugd/regio", "", "regio", {"regio": "JZ31"}, "https://a.nl/jeugd/regio?regio=JZ31"),
        ("http://10.0.0.5:8501/regio", "https://a.nl/", "regio", {}, "https://a.nl/regio"),
        ("http://10.0.0.5/x/doorrekening", "https://a.nl", "doorrekening", "v=1&t=5", "https://a.nl/x/doorrekening?v=1&t=5"),
        ("https://a.nl/", "", "regio", {"regio": "JZ31"}, "https://a.nl/regio?regio=JZ31"),
        ("", "https://a.nl", "regio", {"regio": "JZ31"}, "https://a.nl/regio?regio=JZ31"),
    ],
)  # fmt: skip
def test_the_address_is_that_of_the_visitors(
    here: str, public: str, page: str, query: dict[str, str] | str, address: str
) -> None:
    assert way_from(here, public, page, query) == WayBack(address)


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501"])
def test_an_address_of_this_computer_is_said_to_be_one(host: str) -> None:
    assert "alleen op de computer" in way_from(f"http://{host}/regio", "", "regio", {}).said


def test_an_unknown_address_is_said_to_be_unknown() -> None:
    assert way_from("", "", "regio", {}).data() == {
        "link": "",
        "words": "",
        "code": "",
        "said": "Het adres van deze weergave is onbekend.",
    }


@pytest.mark.parametrize(
    "here", ["javascript:alert(1)", "https://a.nl/\N{GRINNING FACE}", "ftp://a.nl/x", "geen adres"]
)
def test_what_is_no_address_is_not_printed_as_one(here: str) -> None:
    assert way_from(here, "", "regio", {}).data()["link"] == ""


def test_an_address_too_long_to_type_is_whole_in_link_and_code() -> None:
    address = f"https://a.nl/doorrekening?v=1&x={'9' * MOST_IN_WORDS}"
    data = WayBack(address).data()
    assert data["link"] == address
    assert data["words"].replace("\N{ZERO WIDTH SPACE}", "") == "a.nl/doorrekening"
    assert "QR-code" in data["said"]
