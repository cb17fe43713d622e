"""What was typed into a table, as paper shows it."""

from __future__ import annotations

import re

from streamlit.testing.v1 import AppTest


def shown(app: AppTest) -> str:
    app.run()
    assert not app.exception
    return "".join(str(element.proto.body) for element in app.main if element.type == "html")


def typed_table() -> None:
    """A script of its own: the test starts it apart."""
    import pandas as pd

    from components.frame.paper import show_on_paper

    rows = [["1", "<b>Zorg</b>", *"abcdefg"], [None, "", *[None] * 7]]
    show_on_paper(pd.DataFrame(rows, columns=["Nr", "Naam", *"ABCDEFG"]), "Ingevuld", repeated=2)


def test_wide_table_goes_on_in_a_next_one_that_names_its_rows_again() -> None:
    app = AppTest.from_function(typed_table)
    heads = [re.findall("<th>(.*?)</th>", table) for table in shown(app).split("</table>")]
    assert heads == [["Nr", "Naam", *"ABCDEF"], ["Nr", "Naam", "G"], []]


def test_only_filled_rows_stand_there_and_as_they_were_typed() -> None:
    said = shown(AppTest.from_function(typed_table))
    assert said.count("<tbody><tr><td>1</td><td>&lt;b&gt;Zorg&lt;/b&gt;</td>") == 2
    assert said.count("</tr></tbody>") == 2
    assert said.count("<tr>") == 4
