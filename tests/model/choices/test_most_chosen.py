"""How usual choices are, counted from the CSV."""

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.choices.classes import NO_LEVEL, with_classes
from model.choices.most_chosen import UNUSUAL_BELOW_PCT, USUAL_WORDS, usual_choices
from model.dataset.reading import read_table
from tests.data.shipped import CSV, csv_rows


def test_every_cell_agrees_with_the_csv() -> None:
    rows = csv_rows(CSV / "scale_choices.csv")
    counts = Counter((row["task_code"], row["leading_levels"]) for row in rows)
    top = {task: max(n for (t, _), n in counts.items() if t == task) for task, _ in counts}
    table = usual_choices(with_classes(read_table("scale_choices"))).set_index(["region_code", "task_code"])
    assert len(table) == len(rows) == 462
    for row in rows:
        cell = table.loc[(row["region_code"], row["task_code"])]
        same = counts[row["task_code"], row["leading_levels"]]
        assert (cell["same_count"], cell["region_count"]) == (same, 42)
        assert cell["share_pct"] == pytest.approx(100 * same / 42)
        if not row["leading_levels"]:
            expected = "silent"
        elif same == top[row["task_code"]]:
            expected = "most"
        else:
            expected = "unusual" if same < 4.2 else "less"
        assert cell["how_usual"] == expected, row


def test_three_regions_choose_pleegzorg_subregional_and_that_is_unusual() -> None:
    table = usual_choices(with_classes(read_table("scale_choices")))
    cell = table.query("region_code == 'JZ31' and task_code == 'pleegzorg'").iloc[0]
    assert (cell["leading_class"], cell["same_count"], cell["how_usual"]) == ("subregionaal", 3, "unusual")


@given(st.lists(st.sampled_from(["lokaal", "regionaal", "bovenregionaal", NO_LEVEL]), min_size=1, max_size=40))
def test_one_task(classes: list[str]) -> None:
    choices = pd.DataFrame(
        {"region_code": [f"JZ{i}" for i in range(len(classes))], "task_code": "a", "leading_class": classes}
    )
    table = usual_choices(choices)
    assert table["leading_class"].tolist() == classes
    assert set(table["how_usual"]) <= set(USUAL_WORDS)
    assert (table["how_usual"].eq("silent") == table["leading_class"].eq(NO_LEVEL)).all()
    named = table[table["how_usual"] != "silent"]
    if len(named):
        most = named["how_usual"].eq("most")
        assert most.any()
        assert (named.loc[most, "same_count"] == named["same_count"].max()).all()
        unusual = named["how_usual"].eq("unusual")
        assert (named.loc[unusual, "share_pct"] < UNUSUAL_BELOW_PCT).all()
        assert (named.loc[named["how_usual"].eq("less"), "share_pct"] >= UNUSUAL_BELOW_PCT).all()
