"""Enumerations in Dutch; rounding is tested against the screen in tests/docs and by the examples in the docstrings."""

import pytest

from model.notation import listed


@pytest.mark.parametrize(("parts", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A en B"), ("ABC", "A, B en C")])
def test_enumeration(parts: list[str], text: str) -> None:
    assert listed(parts) == text
    assert listed(iter(parts)) == text
