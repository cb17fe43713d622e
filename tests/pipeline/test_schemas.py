"""Schemas refuse what does not fit, each fault by name."""

from collections.abc import Callable

import pandas as pd
import pytest
from pandera.errors import SchemaErrors

from model.dataset.reading import PARQUET_DIR
from model.dataset.registry import SHIPPED_TABLES
from pipeline.schemas import check_dataset, check_table


@pytest.fixture
def tables() -> dict[str, pd.DataFrame]:
    """The shipped tables, to be spoiled; the geometry as plain bytes."""
    return {name: pd.read_parquet(PARQUET_DIR / f"{name}.parquet") for name in SHIPPED_TABLES}


def refused(table: pd.DataFrame, name: str) -> str:
    with pytest.raises(SchemaErrors) as caught:
        check_table(table, name)
    return str(caught.value)


def put(table: pd.DataFrame, column: str, value: object, row: int = 0) -> pd.DataFrame:
    """The table with one value changed."""
    values = table[column].astype(object).tolist()
    values[row] = value
    return table.assign(**{column: values})


def test_the_shipped_tables_pass(tables: dict[str, pd.DataFrame]) -> None:
    for name, table in tables.items():
        assert len(check_table(table, name)) == len(table)
    check_dataset(tables)


@pytest.mark.parametrize(
    ("name", "column", "value", "says"),
    [
        ("scale_choices", "levels", ["regionaal", "lokaal"], "not levels from small to large"),
        ("scale_choices", "levels", ["lokaal", "lokaal"], "not levels from small to large"),
        ("scale_choices", "leading_levels", ["landelijk"], "not levels from small to large"),
        ("scale_choices", "status", "afspraak", "isin"),
        ("scale_choices", "status", None, "not_nullable"),
        ("scale_choices", "task_code", "", "str_length"),
        ("scale_choices", "line_from", 99_999, "line_from after line_to"),
        ("scale_choices", "line_from", 0, "greater_than_or_equal_to"),
        ("scale_choices", "line_to", "twaalf", "coerce_dtype"),
        ("governance", "code", "misschien", "isin"),
        ("governance", "question", "1e", "isin"),
        ("governance", "confidence", "zeker", "isin"),
        ("measures", "saving_low_mln_eur", -1.0, "greater_than_or_equal_to"),
        ("measures", "saving_low_mln_eur", None, "not_nullable"),
        ("measures", "category", "Anders", "isin"),
        ("measures", "investment_kind", "onbekend", "isin"),
        ("trajectory", "year", 2019.5, "coerce_dtype"),
        ("municipalities", "municipality", None, "not_nullable"),
    ],
)
def test_a_wrong_value_is_refused(
    tables: dict[str, pd.DataFrame], name: str, column: str, value: object, says: str
) -> None:
    message = refused(put(tables[name], column, value), name)
    assert says in message
    assert column in message


@pytest.mark.parametrize(
    ("name", "column"),
    [("scale_choices", "remark"), ("measures", "risk"), ("trajectory", "national_contribution_mln_eur")],
)
def test_a_gap_is_allowed_where_the_registry_says_so(tables: dict[str, pd.DataFrame], name: str, column: str) -> None:
    assert check_table(put(tables[name], column, None), name)[column].isna().any()


@pytest.mark.parametrize("name", SHIPPED_TABLES)
def test_a_double_key_is_refused(tables: dict[str, pd.DataFrame], name: str) -> None:
    table = tables[name]
    twice = pd.concat([table.iloc[:-1], table.iloc[[0]]], ignore_index=True)
    assert len(twice) == len(table)
    message = refused(twice, name)
    assert "duplicate" in message.lower() or "not unique" in message.lower() or "multiple_fields_uniqueness" in message


@pytest.mark.parametrize("name", [name for name, table in SHIPPED_TABLES.items() if table.rows])
def test_a_missing_row_is_refused(tables: dict[str, pd.DataFrame], name: str) -> None:
    assert f"must have {SHIPPED_TABLES[name].rows} rows" in refused(tables[name].iloc[1:], name)


@pytest.mark.parametrize("name", [name for name, table in SHIPPED_TABLES.items() if not table.rows])
def test_a_table_without_a_fixed_number_may_grow_or_shrink(tables: dict[str, pd.DataFrame], name: str) -> None:
    assert len(check_table(tables[name].iloc[1:], name)) == len(tables[name]) - 1


def test_a_missing_and_an_unknown_column_are_refused_together(tables: dict[str, pd.DataFrame]) -> None:
    message = refused(tables["tasks"].rename(columns={"explanation": "uitleg"}), "tasks")
    assert "explanation" in message
    assert "uitleg" in message


def test_every_fault_is_told_at_once(tables: dict[str, pd.DataFrame]) -> None:
    spoiled = put(put(tables["governance"], "code", "misschien"), "confidence", "zeker", row=5)
    message = refused(spoiled, "governance")
    assert "misschien" in message
    assert "zeker" in message


def _without(name: str, region: str) -> Callable[[dict[str, pd.DataFrame]], None]:
    def spoil(tables: dict[str, pd.DataFrame]) -> None:
        tables[name] = tables[name][tables[name]["region_code"] != region]

    return spoil


def _changed(name: str, column: str, value: object) -> Callable[[dict[str, pd.DataFrame]], None]:
    def spoil(tables: dict[str, pd.DataFrame]) -> None:
        tables[name] = put(tables[name], column, value)

    return spoil


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_without("scale_choices", "JZ31"), r"regions with scale choices: differ in \['JZ31'\]"),
        (_without("governance", "JZ08"), r"regions with governance answers: differ in \['JZ08'\]"),
        (_without("municipalities", "JZ15"), r"regions with municipalities: differ in \['JZ15'\]"),
        (_changed("regions", "municipality_count", 99), "municipality_count does not match"),
        (_changed("municipality_names", "region_code", "JZ40"), r"municipality_names.region_code: unknown \['JZ40'\]"),
        (_changed("partners", "partner_region_code", "JZ99"), r"partners.partner_region_code: unknown \['JZ99'\]"),
        (_changed("region_notes", "region_code", "JZ99"), r"region_notes.region_code: unknown"),
        (_changed("neighbours", "neighbour_region_code", "JZ99"), r"neighbours.neighbour_region_code: unknown"),
        (_changed("boundary_changes", "polygon_region_code", "JZ99"), r"boundary_changes.polygon_region_code: unknown"),
        (_changed("municipalities", "municipality", "Atlantis"), "municipalities that can be searched: differ in"),
        (
            _changed("scale_choices", "leading_levels", ["bovenregionaal"]),
            "leading levels of JZ01 eerste_lijn: unknown",
        ),
        (_changed("governance", "gist", "woord " * 21), r"gist of more than 20 words: \[\('JZ01', '1a_visie'\)\]"),
    ],
)
def test_tables_that_do_not_fit_each_other_are_refused(
    tables: dict[str, pd.DataFrame], spoil: Callable[[dict[str, pd.DataFrame]], None], says: str
) -> None:
    spoil(tables)
    with pytest.raises(ValueError, match=says):
        check_dataset(tables)


def test_a_gist_of_exactly_20_words_is_fine(tables: dict[str, pd.DataFrame]) -> None:
    tables["governance"] = put(tables["governance"], "gist", " ".join(["woord"] * 20))
    check_dataset(tables)


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("step_page", "elders", "page of"),
        ("step_query", "regio=JZ31", "no address of its page"),
        ("step_order", 9, "are numbered"),
        ("storyline", "derde", "storylines with steps"),
    ],
)
def test_a_storyline_with_a_step_that_is_no_view_is_refused(
    tables: dict[str, pd.DataFrame], column: str, value: object, says: str
) -> None:
    tables["storyline_steps"] = put(tables["storyline_steps"], column, value)
    with pytest.raises(ValueError, match=says):
        check_dataset(tables)
