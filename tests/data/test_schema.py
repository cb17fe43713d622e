"""Every shipped table fits its schema, says what its columns mean, and names no one."""

import re

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest

from model.dataset.document_tables import BACKGROUND_TABLES
from model.dataset.reading import CHECKSUMS
from model.dataset.registry import FIELDS, SCHEMA_VERSION, SHIPPED_TABLES
from pipeline.schemas import check_dataset, check_table
from tests.data.shipped import CSV, DOCS, PARQUET, ROOT, STATIC, shipped

PHONE_NUMBER = re.compile(r"(?<![\d.,-])0\d{1,3}[ -]?\d{6,8}(?!\d)")
MAIL_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w")


@pytest.mark.parametrize("name", SHIPPED_TABLES)
def test_table_fits_its_schema(name: str) -> None:
    checked = check_table(shipped(name), name)
    assert list(checked.columns) == list(SHIPPED_TABLES[name].fields)
    assert len(checked) == len(shipped(name)) > 0


def test_tables_fit_each_other() -> None:
    check_dataset({name: shipped(name) for name in SHIPPED_TABLES})


def test_there_is_a_file_for_each_table_and_for_nothing_else() -> None:
    assert {path.name for path in PARQUET.iterdir()} == {CHECKSUMS, *(f"{name}.parquet" for name in SHIPPED_TABLES)}
    computed = {"neighbours"}
    assert {path.stem for path in CSV.iterdir()} == set(SHIPPED_TABLES) - computed


@pytest.mark.parametrize("name", SHIPPED_TABLES)
def test_columns_carry_description_and_unit(name: str) -> None:
    schema = pq.read_schema(PARQUET / f"{name}.parquet")
    assert schema.names == list(SHIPPED_TABLES[name].fields)
    for column in schema:
        assert column.metadata[b"description"].decode() == FIELDS[column.name].description
        assert column.metadata[b"unit"].decode() == FIELDS[column.name].unit
    assert schema.metadata[b"description"].decode() == SHIPPED_TABLES[name].description
    assert schema.metadata[b"schaalwijzer_schema"].decode() == SCHEMA_VERSION


def test_descriptions_are_sentences_and_amounts_have_a_unit() -> None:
    for field in FIELDS.values():
        assert field.description[0].isupper(), field.name
        assert field.description.endswith("."), field.name
        if field.name.endswith("_mln_eur"):
            assert field.unit == "mln €", field.name
        if "_months_" in field.name:
            assert field.unit == "maanden", field.name


def test_every_field_of_the_registry_is_used() -> None:
    assert set(FIELDS) == {field for table in SHIPPED_TABLES.values() for field in table.fields}


@pytest.mark.parametrize("name", [name for name, table in SHIPPED_TABLES.items() if "source_file" in table.fields])
def test_source_files_are_listed(name: str) -> None:
    used = set(shipped(name)["source_file"])
    assert used <= set(shipped("sources")["source_file"])


@pytest.mark.parametrize("name", SHIPPED_TABLES)
def test_no_text_has_loose_spaces_or_page_footers(name: str) -> None:
    for column in shipped(name).columns:
        for text in _texts(shipped(name)[column]):
            assert text == text.strip(), (column, text)
            assert "  " not in text, (column, text)
            if column != "date":
                assert "20-06-2013" not in text, (column, text)


@pytest.mark.parametrize("name", SHIPPED_TABLES)
def test_no_personal_data_in_the_tables(name: str) -> None:
    texts = [text for column in shipped(name).columns for text in _texts(shipped(name)[column])]
    assert texts
    for text in texts:
        assert "@" not in text
        assert not PHONE_NUMBER.search(text), text
        # The inventory names a contact person per region; in the other documents it is a role at schools.
        if name not in BACKGROUND_TABLES:
            assert "contactpersoon" not in text.lower()


def test_no_personal_data_in_other_files() -> None:
    files = [
        path
        for folder in (CSV, STATIC, ROOT / "data" / "geometry", ROOT / "tests" / "data" / "second_reading")
        for path in folder.iterdir()
        # The one picture shows the map and the name of the product.
        if path.name != "link_picture.png"
    ]
    assert len(files) > len(SHIPPED_TABLES)
    for path in files:
        text = path.read_text(encoding="utf8")
        assert "@" not in text, path
        if path.suffix == ".csv":
            assert not PHONE_NUMBER.search(text), path


def test_no_mail_address_in_the_documents() -> None:
    documents = [path for path in DOCS.rglob("*") if path.suffix in {".md", ".txt", ".csv", ".svg", ".html"}]
    assert DOCS / "datawoordenboek.md" in documents
    for path in documents:
        assert not MAIL_ADDRESS.search(path.read_text(encoding="utf8")), path


def test_the_patterns_for_personal_data_find_some() -> None:
    assert PHONE_NUMBER.search("bel 070-1234567 vandaag")
    assert PHONE_NUMBER.search("0612345678")
    assert not PHONE_NUMBER.search("20-06-2013, regels 2502-2538, 0.123456789")
    assert MAIL_ADDRESS.search("schrijf naam@gemeente.nl")
    assert not MAIL_ADDRESS.search("`@st.fragment`")


def _texts(column: pd.Series) -> list[str]:
    texts: list[str] = []
    for value in column:
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, np.ndarray):
            texts += list(value)
    return texts
