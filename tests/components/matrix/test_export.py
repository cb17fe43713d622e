"""Downloads: a spreadsheet reads back what the screen shows."""

import csv
import io
import math

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.frame.choice_tables import all_choices, choices_for_task, choices_of_region
from components.frame.loading import citations
from components.look.table import csv_bytes, xlsx_bytes
from model.notation import of_cell_text
from tests.data.shipped import CSV, csv_rows, shipped

TABLE = pd.DataFrame(
    {
        "Regio": ["Súdwest-Fryslân", "'s-Gravenhage; Den Haag", 'met "aanhaling"'],
        "Bedrag": [1234.5, -0.25, 100.0],
        "Regel": [20, 5923, 1],
        "Opmerking": ["", "twee\nregels", "€ 101,3 mln, vanaf 2019"],
    }
)
texts = st.text(st.characters(codec="utf8", exclude_categories=["C"]), max_size=20)


def read_xlsx(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def rows_of(sheet: openpyxl.worksheet.worksheet.Worksheet) -> list[list[object]]:
    """Values of a sheet; an empty cell is an empty text."""
    return [["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)]


def test_csv_is_what_dutch_excel_opens() -> None:
    content = csv_bytes(TABLE)
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    assert head == ["Regio", "Bedrag", "Regel", "Opmerking"]
    assert rows == [
        ["Súdwest-Fryslân", "1234,5", "20", ""],
        ["'s-Gravenhage; Den Haag", "-0,25", "5923", "twee\nregels"],
        ['met "aanhaling"', "100,0", "1", "€ 101,3 mln, vanaf 2019"],
    ]


@given(
    st.lists(
        st.tuples(texts, st.floats(allow_nan=False, allow_infinity=False), st.integers(-(10**15), 10**15)), min_size=1
    )
)
def test_csv_gives_back_any_value(rows: list[tuple[str, float, int]]) -> None:
    content = csv_bytes(pd.DataFrame(rows, columns=["tekst", "getal", "geheel"])).decode("utf-8-sig")
    _, *read = csv.reader(io.StringIO(content, newline=""), delimiter=";")
    assert [of_cell_text(row[0]) for row in read] == [text.replace("\r", " ") for text, _, _ in rows]
    for row, (_, number, whole) in zip(read, rows, strict=True):
        assert math.isclose(float(row[1].replace(",", ".")), number, rel_tol=1e-12)
        assert int(row[2]) == whole


def test_xlsx_has_the_table_and_its_source() -> None:
    book = read_xlsx(xlsx_bytes(TABLE, "Bron: inventarisatie, 20 juni 2013. © CBS"))
    assert book.sheetnames == ["Gegevens", "Over dit bestand"]
    assert rows_of(book["Gegevens"]) == [list(TABLE.columns), *TABLE.to_numpy(dtype=object).tolist()]
    assert rows_of(book["Over dit bestand"])[0] == ["Bron", "Inventarisatie, 20 juni 2013. © CBS"]
    assert book["Gegevens"].freeze_panes == "B2"


@pytest.mark.parametrize(
    "make_table",
    [
        pytest.param(all_choices, id="all"),
        pytest.param(lambda: choices_for_task("jggz"), id="task"),
        pytest.param(lambda: choices_of_region("JZ39"), id="region"),
    ],
)
def test_shipped_choices_read_back(make_table) -> None:
    table = make_table()
    expected = [list(table.columns), *table.to_numpy(dtype=object).tolist()]
    assert rows_of(read_xlsx(xlsx_bytes(table, "bron"))["Gegevens"]) == expected
    as_csv = list(csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert as_csv == [[str(value) for value in row] for row in expected]


def test_no_cell_reads_as_a_formula() -> None:
    for row in all_choices().to_numpy(dtype=object):
        for value in row:
            assert not str(value).startswith(("=", "+", "-", "@", "\t")), value


def test_all_choices_are_those_of_the_csv() -> None:
    regions = dict(zip(shipped("regions")["region_code"], shipped("regions")["name"], strict=True))
    tasks = dict(zip(shipped("tasks")["task_code"], shipped("tasks")["name"], strict=True))
    words = {
        "intentie": "intentie",
        "gedeelde_afspraak": "gedeelde afspraak",
        "geen_opvatting": "nog geen opvatting",
    }
    expected = sorted(
        (
            regions[row["region_code"]],
            tasks[row["task_code"]],
            (row["leading_levels"].replace(";", " en ") or "geen niveau genoemd").capitalize(),
            row["level_text"],
            words[row["status"]],
            row["remark"],
            citations().of_row("scale_choices", row).text,
            int(row["line_from"]),
            int(row["line_to"]),
        )
        for row in csv_rows(CSV / "scale_choices.csv")
    )
    assert sorted(all_choices().itertuples(index=False, name=None)) == expected
    assert list(all_choices().columns) == [
        "Regio",
        "Taak",
        "Niveau",
        "Zoals in de bron",
        "Status",
        "Opmerking",
        "Vindplaats",
        "Regel van",
        "Regel tot",
    ]


def test_all_choices_stand_by_region_and_in_source_order() -> None:
    table = all_choices()
    tasks = shipped("tasks").sort_values("task_order")["name"].tolist()
    assert table["Regio"].tolist() == [name for name in sorted(shipped("regions")["name"]) for _ in tasks]
    assert table["Taak"].tolist() == tasks * 42


def test_choices_of_a_region_stand_in_source_order() -> None:
    table = choices_of_region("JZ31")
    assert table["Taak"].tolist() == shipped("tasks").sort_values("task_order")["name"].tolist()
    assert table["Regel van"].is_monotonic_increasing
    assert "Regio" not in table


def test_choices_for_a_task_stand_by_name_of_the_region() -> None:
    table = choices_for_task("pleegzorg")
    assert table["Regio"].tolist() == sorted(shipped("regions")["name"])
    assert "Taak" not in table
