"""The data dictionary lists every table and column."""

import pandas as pd
import pytest

from model.dataset.registry import FIELDS, SCHEMA_VERSION, TABLES
from pipeline.dictionary import write_dictionary


@pytest.fixture(scope="module")
def sections(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Lines of the dictionary per table; the introduction under an empty name."""
    path = tmp_path_factory.mktemp("docs") / "datawoordenboek.md"
    write_dictionary({name: pd.DataFrame(index=range(i)) for i, name in enumerate(TABLES)}, path)
    parts: dict[str, list[str]] = {"": []}
    name = ""
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("## "):
            name = line.removeprefix("## ")
            parts[name] = []
        else:
            parts[name].append(line)
    return parts


def test_tables_stand_in_registry_order(sections: dict[str, list[str]]) -> None:
    assert list(sections) == ["", *TABLES]
    assert sections[""][0] == "# Datawoordenboek"
    assert any(f"versie van het schema: {SCHEMA_VERSION}." in line for line in sections[""])


@pytest.mark.parametrize("name", TABLES)
def test_columns_of_a_table(sections: dict[str, list[str]], name: str) -> None:
    rows = [[part.strip() for part in line.strip("|").split("|")] for line in sections[name] if line.startswith("| `")]
    assert [row[0] for row in rows] == [f"`{field}`" for field in TABLES[name].fields]
    for row, field in zip(rows, TABLES[name].fields, strict=True):
        assert row[2:] == [FIELDS[field].unit, FIELDS[field].description, ", ".join(FIELDS[field].allowed)]
        assert row[1].endswith("(mag leeg zijn)") == FIELDS[field].nullable


@pytest.mark.parametrize("name", TABLES)
def test_meaning_row_count_and_key(sections: dict[str, list[str]], name: str) -> None:
    rows = list(TABLES).index(name)
    assert f"{TABLES[name].description} {rows} rijen; sleutel: {', '.join(TABLES[name].key)}." in sections[name]
