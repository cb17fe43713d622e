"""Solidariteit, the calculator of Holland Rijnland: bills, what is typed, links and files."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.background.rijnland.sharing import tables
from components.background.rijnland.sharing.state import SharingDesk, bad_year_of_link, example_case, usual_bad_year
from components.look.table import csv_bytes, xlsx_bytes
from components.look.words import euros
from model.background.rijnland.cost_sharing import MOST_YEARS, Method, Settlement, bills_of
from model.background.rijnland.sharing_link import case_to_link
from model.background.rijnland.sharing_table import typed_case
from model.faults import InputError
from tests.components.background.rijnland.rijnland_parts import PAGE, part, table
from tests.components.opening import address_of, prepared, said

HOSTILE = "<script>alert(1)</script>"


def test_start_is_marked_as_made_up_and_uses_the_price_of_the_plan() -> None:
    app = part("solidariteit")
    assert any("verzonnen voorbeeld" in note.value for note in app.info)
    assert not app.warning
    assert app.text_input[0].value == "120.000"
    assert "Uit het plan: ongeveer € 120.000" in said(app)
    assert all(name.startswith("Voorbeeld") for name in example_case().names)


def test_totals_equal_the_cost_and_each_way_has_its_own_bill() -> None:
    app = part("solidariteit", som="1_100_1_x_j~Aadorp_3000_2-4-0~Beedorp_1000_2-0-2", klap="1-1-2")
    shown = {row["Gemeente"]: row for row in table(app, "Totaal over de jaren per gemeente, in duizenden euro's")}
    # By hand: use after the bad year is A 6 and 0, B 0 and 2, so 8 places of 100.
    assert shown["Samen"] == {**dict.fromkeys(("Verzekering", "Vlaktaks", "Verrekening"), "0,8"), "Gemeente": "Samen"}
    assert shown["Werkelijke kosten"]["Vlaktaks"] == "0,8"
    assert shown["Aadorp"]["Verzekering"] == "0,6"
    # Levy: 600 by 2:2, then 200 by 6:0.
    assert shown["Aadorp"]["Vlaktaks"] == "0,5"
    assert shown["Aadorp"]["Verrekening"] == "0,6"


def test_bad_year_tells_who_pays() -> None:
    app = part("solidariteit", som="1_100_1_x_j~Aadorp_3000_2-4-0~Beedorp_1000_2-0-2", klap="1-1-2")
    assert "2 extra plaatsen in jaar 2 kosten samen **€ 200**" in said(app)
    # Without the bad year A pays 300 + 0 (3:1 of 4 and 2 places: 450), levy 200 + 200, by use 400.
    assert [metric.value for metric in app.metric] == [euros(150), euros(100), euros(200)]


def test_hostile_names_stay_text() -> None:
    app = part("solidariteit", som=f"1_100_1_x_j~{HOSTILE}_3000_2-4-0~**x** $y$_1000_2-0-2")
    assert not app.exception
    headings = [element.value for element in app.markdown if "De rekening van" in element.value]
    assert headings == ["**De rekening van \\<script\\>alert(1)\\</script\\> per jaar** (duizenden euro's)"]


@pytest.mark.parametrize("text", ["2_1", "1_100_1_x_j~A_0_1-1-1~B_1_1-1-1", "x" * 5_000, "1_100_1_x_j~A_1_1-1-1"])
def test_an_unreadable_sum_is_said_and_the_example_shown(text: str) -> None:
    app = part("solidariteit", som=text)
    assert not app.exception
    assert any("De som in de link is niet te lezen" in warning.value for warning in app.warning)
    assert table(app, "Totaal over de jaren per gemeente, in duizenden euro's")[0]["Gemeente"] == "Voorbeeldstad"


def test_a_wrong_price_is_refused_and_stays_and_the_outcomes_too() -> None:
    app = part("solidariteit")
    before = table(app, "Totaal over de jaren per gemeente, in duizenden euro's")
    app.text_input[0].set_value("duur").run()
    assert not app.exception
    assert "één fout" in app.error[0].value
    assert app.text_input[0].value == "duur"
    assert [row["Waarover"] for row in table(app, "Wat er niet klopt")] == ["prijs van een plaats"]
    assert table(app, "Totaal over de jaren per gemeente, in duizenden euro's") == before
    app.text_input[0].set_value("60.000").run()
    assert not app.error
    assert address_of(app)["som"].startswith("1_60000_3_x_j~")


def choose(app: AppTest, label: str, value: object) -> AppTest:
    (box,) = [box for box in app.selectbox if box.label == label]
    return box.set_value(value).run()


def test_years_can_change_and_what_was_typed_comes_back() -> None:
    app = choose(part("solidariteit"), "Jaren met een rekening", 2)
    assert not app.exception
    assert "~Voorbeeldstad_24000_9-7-8-8-9~" in address_of(app)["som"]
    app = choose(app, "Jaren vooraf (alleen om te verwachten)", 5)
    assert not app.exception
    # For years that the example does not fill there is nothing to compute with yet.
    assert not app.error
    assert address_of(app)["som"].startswith("1_120000_5_x_j~Voorbeeldstad_24000_9-7-8-8-9-7-8~")
    app = choose(choose(app, "Jaren vooraf (alleen om te verwachten)", 3), "Jaren met een rekening", 5)
    assert not app.exception
    assert "som" not in address_of(app), "it is the example again"


def test_settlement_afterwards_goes_to_the_address_and_the_table() -> None:
    app = choose(part("solidariteit"), "Tekort of overschot verrekenen", Settlement.AT_END)
    assert "_x_a~" in address_of(app)["som"]
    rows = table(app, "Rekening van Voorbeelddorp, in duizenden euro's")
    assert rows[-1]["Jaar"] == "Na afloop"
    assert rows[-1]["Verrekening"] == "0,0"
    assert rows[-1]["Vlaktaks"] != "0,0"


def test_blank_rows_can_be_put_back() -> None:
    app = part("solidariteit")
    app.button(key="sharing_blank").click().run()
    assert [row["Waarover"] for row in table(app, "Wat er niet klopt")] == ["aantal gemeenten"]
    app.button(key="sharing_put_back").click().run()
    assert not app.error
    assert "som" not in address_of(app)


def test_what_was_typed_stays_when_one_looks_at_another_part() -> None:
    app = part("solidariteit")
    app.text_input[0].set_value("duur").run()
    app.query_params["deel"] = "feiten"
    app.run()
    app.query_params["deel"] = "solidariteit"
    app.run()
    assert app.text_input[0].value == "duur"
    assert app.error


@pytest.fixture
def desk() -> SharingDesk:
    case = example_case()
    fresh = SharingDesk(typed_case(case), len(case.municipalities[0].places), case)
    fresh.put(case)
    return fresh


def test_desk_keeps_typed_rows_that_cannot_be_and_the_last_case(desk: SharingDesk) -> None:
    frame = desk.frame.copy()
    frame.loc[2, "Jaar 1"] = "veel"
    frame.loc[3, "Gemeente"] = "=1+1"
    desk.take_rows(frame)
    desk.compute()
    assert [(fault.row, fault.column) for fault in desk.faults] == [(2, "Jaar 1"), (3, "Gemeente")]
    assert desk.case == example_case()
    assert desk.typed.rows[1][2] == "veel"
    desk.restart_editor()
    assert desk.frame.loc[2, "Jaar 1"] == "veel"


def test_desk_takes_more_rows_than_allowed_and_says_so(desk: SharingDesk) -> None:
    row = dict.fromkeys(desk.frame.columns, "1")
    extra = pd.DataFrame([{**row, "Gemeente": f"Extra {place}"} for place in range(20)])
    desk.take_rows(pd.concat([desk.frame, extra], ignore_index=True))
    desk.compute()
    assert [(fault.row, fault.value) for fault in desk.faults] == [(16, "25")]
    assert len(desk.typed.rows) == 25
    assert all(len(cells) == 2 + MOST_YEARS for cells in desk.typed.rows)


def test_empty_cells_of_the_editor_are_empty_texts(desk: SharingDesk) -> None:
    frame = desk.frame.copy()
    frame.loc[6] = [None] * len(frame.columns)
    desk.take_rows(frame)
    desk.compute()
    assert not desk.faults
    assert desk.case == example_case()


def test_fewer_municipalities_keep_the_bad_year_possible(desk: SharingDesk) -> None:
    assert desk.bad_year == usual_bad_year(desk.case)
    desk.take_rows(desk.frame.iloc[:2])
    desk.compute()
    assert desk.bad_year.position == 0
    assert len(desk.case.names) == 2


@pytest.mark.parametrize("text", ["", "1-1", "0-1-1", "9-1-1", "1-9-1", "1-1-21", "a-1-1", "1-1-²", "1-1--1", "1" * 30])
def test_a_bad_year_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="toegestaan is"):
        bad_year_of_link(text, example_case())


def test_files_hold_every_bill_and_no_formula() -> None:
    case = example_case()
    all_bills = {method: bills_of(case, method) for method in Method}
    whole = tables.full_table(case, all_bills)
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(whole, "bron"))).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = rows[0].index("Rekening (€)")
    # Places of the example after the first three years: 40 + 24 + 10 + 3 + 1.
    for way in ("Verzekering", "Vlaktaks", "Verrekening"):
        assert sum(row[at] for row in rows[1:] if row[1] == way) == pytest.approx(120_000 * 78, abs=1)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    text = csv_bytes(whole).decode("utf-8-sig").splitlines()
    assert len(text) == len(rows)
    assert text[0].startswith("Gemeente;Manier;Jaar")
    # Inhabitants are counted whole.
    assert text[1].endswith(";24000")


def test_example_link_is_not_needed_and_other_cases_have_one(desk: SharingDesk) -> None:
    assert desk.link is None
    other = prepared(PAGE, document="rijnland", deel="solidariteit", som=case_to_link(example_case())).run()
    assert "som" not in address_of(other)
    assert not other.exception


def test_part_with_damaged_data_says_so_and_the_others_work(own_data: Any) -> None:
    (own_data / "cost_sharing.parquet").write_bytes(b"x")
    st.cache_resource.clear()
    app = part("solidariteit")
    assert not app.exception
    assert any("cost_sharing" in error.value for error in app.error)
    assert not part("feiten").error
