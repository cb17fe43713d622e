"""The registry of tables and fields is consistent in itself."""

import pytest

from model.dataset.registry import FIELDS, LEVELS, QUESTIONS, SHIPPED_TABLES, STATUSES, TABLES


@pytest.mark.parametrize("name", SHIPPED_TABLES)
def test_table_names_known_fields_and_its_key(name: str) -> None:
    table = SHIPPED_TABLES[name]
    assert table.name == name
    assert set(table.fields) <= set(FIELDS)
    assert len(set(table.fields)) == len(table.fields)
    assert set(table.key) <= set(table.fields)
    assert table.description.endswith(".")


def test_fields_know_their_own_name() -> None:
    assert all(field.name == name for name, field in FIELDS.items())


def test_only_texts_and_lists_have_allowed_values() -> None:
    for field in FIELDS.values():
        if field.allowed:
            assert field.kind in ("text", "text_list"), field.name
            assert len(set(field.allowed)) == len(field.allowed), field.name


def test_values_are_those_of_the_brief() -> None:
    assert LEVELS == ("lokaal", "subregionaal", "regionaal", "bovenregionaal")
    assert STATUSES == ("geen_opvatting", "intentie", "gedeelde_afspraak")
    assert {"1a_visie", "1b", "1c", "1d", "continuity", "insurers", "adjacent"} <= set(QUESTIONS)


def test_fields_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        FIELDS["region_code"].unit = "x"  # type: ignore[misc]


def test_the_storylines_of_the_app_itself_are_no_data_of_the_documents() -> None:
    assert {name for name in SHIPPED_TABLES if name not in TABLES} == {"storylines", "storyline_steps"}
