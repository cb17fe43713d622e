"""State in the address: read with care, written sparingly."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.frame.links import from_link, write_link
from tests.components.conftest import Address

REGIONS = {"JZ01": "Groningen", "JZ31": "Zuid-Holland Zuid"}


def test_known_value(address: dict[str, str], warnings: list[str]) -> None:
    address["regio"] = "JZ31"
    assert from_link("regio", REGIONS, "een regio") == "JZ31"
    assert warnings == []


def test_a_neuter_word_is_said_right(address: dict[str, str], warnings: list[str]) -> None:
    address["deel"] = "weg"
    assert from_link("deel", (), "een onderdeel") is None
    assert warnings[0].startswith("De link noemt een onderdeel dat niet bestaat: `weg`.")


def test_absent_value(address: dict[str, str], warnings: list[str]) -> None:
    assert from_link("regio", REGIONS, "een regio") is None
    assert warnings == []


@pytest.mark.parametrize("value", ["jz31", "JZ99", "", " JZ31", "Zuid-Holland Zuid"])
def test_unknown_value_is_said_in_dutch(value: str, address: dict[str, str], warnings: list[str]) -> None:
    address["regio"] = value
    assert from_link("regio", REGIONS, "een regio") is None
    (warning,) = warnings
    assert warning.startswith(f"De link noemt een regio die niet bestaat: `{value.strip() or '(leeg)'}`.")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text(max_size=200))
def test_unknown_value_is_shown_short_and_without_markup(
    value: str, address: dict[str, str], warnings: list[str]
) -> None:
    warnings.clear()
    address["taak"] = value
    assert from_link("taak", (), "een taak") is None
    before, shown, after = warnings[0].split("`")
    assert (before, after[:2]) == ("De link noemt een taak die niet bestaat: ", ". "), "all of it is code, nothing acts"
    assert 0 < len(shown) <= 40
    assert not set(shown) & set("\r\n\t\x00")


@pytest.mark.parametrize("value", ["kijk op www.kwaad.example", "_schuin_"])
def test_unknown_value_can_neither_link_nor_style(value: str, address: dict[str, str], warnings: list[str]) -> None:
    """Seen in the browser: ?taak=kijk+op+www.kwaad.example gives <a href="http://www.kwaad.example">."""
    address["taak"] = value
    from_link("taak", (), "een taak")
    assert f"`{value}`" in warnings[0], "as code, where nothing in it acts"


def test_writing_sets_changes_and_removes_in_one_step_of_the_history(address: Address) -> None:
    address.update({"regio": "JZ01", "taak": "vb", "kleur": "status"})
    write_link({"regio": "JZ31", "taak": "vb", "kleur": None, "alle": None, "bekijk": "JZ04"})
    assert address == {"regio": "JZ31", "taak": "vb", "bekijk": "JZ04"}
    assert address.writings == 1


def test_writing_what_is_there_touches_nothing(address: Address) -> None:
    address["regio"] = "JZ31"
    write_link({"regio": "JZ31", "taak": None})
    assert address == {"regio": "JZ31"}
    assert address.writings == 0
