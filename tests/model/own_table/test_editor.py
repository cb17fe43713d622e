"""Own tables in the editor."""

from __future__ import annotations

from model.own_table import (
    blank_tables,
    canonical,
    cell_text,
    effect_years,
    path_years,
    tables_of_file,
    with_effect_years,
)
from model.own_table.headings import fields_of
from tests.model.own_table.example_files import MEASURES, TABLES, YEARS


def test_blank_tables_have_the_years_and_nothing_else() -> None:
    tables = blank_tables(range(2026, 2030))
    assert effect_years(tables[MEASURES]) == (2026, 2027, 2028, 2029)
    assert [cell_text(row[0]) for row in tables[YEARS].rows] == ["2026", "2027", "2028", "2029"]
    filled = [
        cell
        for kind, table in tables.items()
        for row in table.rows
        for cell in row[kind is YEARS :]
        if cell is not None
    ]
    assert filled == []


def test_other_effect_years_keep_the_columns_that_stay() -> None:
    wider = with_effect_years(TABLES[MEASURES], range(2020, 2023))
    assert effect_years(wider) == (2020, 2021, 2022)
    read = {field.name: place for place, field in enumerate(fields_of(MEASURES, (2020, 2021, 2022)))}
    assert [cell_text(row[read["effect_2020_high_mln_eur"]]) for row in wider.rows[:3]] == ["8", "8", "4"]
    assert {row[read["effect_2022_high_mln_eur"]] for row in wider.rows} == {None}


def test_years_of_the_path_are_those_that_can_be_read() -> None:
    table = tables_of_file(b"Jaar;Jaarkosten\n2024;1\nooit;1\n2022;1\n1066;1\n2023,5;1\n=2;1\n")[YEARS]
    assert path_years(table) == (2022, 2024)
    assert path_years(tables_of_file(b"Jaarkosten;Begroting\n1;1\n")[YEARS]) == ()


def test_the_editor_shows_what_could_not_be_read() -> None:
    data = "Nummer;Maatregel;Effect 2020;Notitie\n1;=1+1;veel;weg\n2;Twee;1-8;weg\n"
    table = canonical(tables_of_file(data.encode())[MEASURES])
    assert table.headings[:4] == ("Nummer", "Maatregel", "Effect 2020 laag (mln €)", "Effect 2020 hoog (mln €)")
    assert [[cell_text(cell) for cell in row[:4]] for row in table.rows] == [
        ["1", "=1+1", "veel", ""],
        ["2", "Twee", "1", "8"],
    ]
