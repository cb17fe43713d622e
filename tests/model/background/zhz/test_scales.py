"""Scale table beside the inventory: every reading tried by hand, and the readings of made-up rows."""

from __future__ import annotations

from itertools import pairwise, product

import pandas as pd
import pytest

from model.background.zhz.scales import CANNOT_SAY, DIFFERENT, SAME, UNSURE, compare, with_possible_scales
from model.dataset.reading import read_table
from model.dataset.registry import LEVELS
from tests.data.shipped import CSV, csv_rows

CELLS = csv_rows(CSV / "framework_scales.csv")
CHOICES = {row["task_code"]: row for row in csv_rows(CSV / "scale_choices.csv") if row["region_code"] == "JZ31"}


def shipped_choices() -> pd.DataFrame:
    choices = read_table("scale_choices")
    return choices[choices["region_code"] == "JZ31"]


def columns_by_hand(row: list[dict[str, str]]) -> list[tuple[int, ...]]:
    """All ways to place the cells of a row, one by one through all columns; what the inventory helped with is free."""
    helped = ["inventarisatie" in cell["column_reason"] or not cell["scale"] for cell in row]

    def allowed(fixed: list[bool]) -> list[tuple[int, ...]]:
        return [
            places
            for places in product(range(4), repeat=len(row))
            if all(a < b for a, b in pairwise(places))
            and all(
                not fix or LEVELS[place] == cell["scale"] for fix, place, cell in zip(fixed, places, row, strict=True)
            )
        ]

    first = allowed([not help_ for help_ in helped])
    settled = [len({places[i] for places in first}) == 1 for i in range(len(row))]
    for i in range(len(row)):
        # Right of a free cell, a column was found by counting on from it.
        settled[i] = settled[i] and all(settled[:i])
    return allowed(settled)


def outcome_by_hand(task: str) -> str:
    rows: dict[str, list[dict[str, str]]] = {}
    for cell in CELLS:
        if task in cell["inventory_task_codes"].split(";"):
            rows.setdefault(cell["framework_task_code"], []).append(cell)
    if not rows:
        return CANNOT_SAY
    choice = CHOICES[task]
    levels, leading = set(choice["levels"].split(";")), set(choice["leading_levels"].split(";"))
    inventory = (leading, levels - leading)
    equal = set()
    for reading in product(*map(columns_by_hand, rows.values())):
        plain: set[str] = set()
        escapes: set[str] = set()
        for row, places in zip(rows.values(), reading, strict=True):
            for cell, place in zip(row, places, strict=True):
                if cell["roles"] != "uitvoering":
                    (escapes if cell["escape"] else plain).add(LEVELS[place])
        equal.add((plain, escapes - plain) == inventory)
    return {(True,): SAME, (False,): DIFFERENT}.get(tuple(sorted(equal)), CANNOT_SAY)


def test_outcomes_are_those_of_all_readings_tried_by_hand() -> None:
    found = {item.task_code: item.outcome for item in compare(read_table("framework_scales"), shipped_choices())}
    assert found == {task: outcome_by_hand(task) for task in CHOICES}
    assert set(found.values()) == {SAME, DIFFERENT, CANNOT_SAY}, "a comparison that can only say one thing says nothing"


def test_a_column_from_the_inventory_never_proves_agreement() -> None:
    cells = with_possible_scales(read_table("framework_scales"))
    # Whether such a column is filled in with the help of the inventory or left open must make no difference.
    table = read_table("framework_scales")
    filled = table.assign(
        scale=[scale or "regionaal" for scale in table["scale"]],
        column_reason=[
            reason if scale else "Profiel 32 van de inventarisatie zegt het."
            for scale, reason in zip(table["scale"], table["column_reason"], strict=True)
        ],
        column_basis=["afgeleid" if basis == "onbekend" else basis for basis in table["column_basis"]],
    )
    assert with_possible_scales(filled)["leans_on_inventory"].any()
    found, left_open = compare(filled, shipped_choices()), compare(table, shipped_choices())
    assert [item.outcome for item in found] == [item.outcome for item in left_open]
    for item in found:
        open_rows = set(cells.loc[cells["possible_scales"].map(len) > 1, "framework_task_code"])
        if open_rows & set(item.framework_task_codes):
            assert item.outcome != SAME, item.task_code


def test_a_column_called_certain_stays_where_it_is_and_an_unknown_one_stays_open() -> None:
    cells = with_possible_scales(read_table("framework_scales"))
    for cell in cells.itertuples():
        if cell.column_basis == "zeker":
            assert cell.possible_scales == (cell.scale,)
        if cell.column_basis == "onbekend":
            assert len(cell.possible_scales) > 1
            assert not cell.leans_on_inventory
        if cell.scale:
            assert cell.scale in cell.possible_scales, "what is shown is one of the columns that can be"


def made_up(*cells: tuple[str | None, str, str, str | None], task: str = "taak") -> pd.DataFrame:
    """Rows of one framework task: column, reason, roles, escape."""
    table = pd.DataFrame(
        {
            "framework_task_code": task,
            "cell_order": range(1, len(cells) + 1),
            "scale": [cell[0] for cell in cells],
            "column_basis": ["afgeleid" if cell[0] else "onbekend" for cell in cells],
            "column_reason": [cell[1] for cell in cells],
            "roles": [cell[2].split() for cell in cells],
            "escape": [cell[3] for cell in cells],
            "inventory_task_codes": [["x"]] * len(cells),
        }
    )
    # As read_table gives it: an empty text is None.
    for column in ("scale", "escape"):
        table[column] = table[column].astype(object).where(table[column].notna(), None)
    return table


def asked(levels: str, leading: str) -> pd.DataFrame:
    return pd.DataFrame({"task_code": ["x"], "levels": [levels.split()], "leading_levels": [leading.split()]})


LOCAL = ("lokaal", "legenda", "uitvoering", None)


@pytest.mark.parametrize(
    ("cells", "levels", "leading", "outcome"),
    [
        ([LOCAL, ("regionaal", "vast", "inkoop", None)], "regionaal", "regionaal", SAME),
        ([LOCAL, ("regionaal", "vast", "inkoop", None)], "subregionaal", "subregionaal", DIFFERENT),
        ([LOCAL, ("regionaal", "vast", "inkoop", "bij risico")], "regionaal", "regionaal", DIFFERENT),
        ([LOCAL, ("regionaal", "profiel in de inventarisatie", "inkoop", None)], "regionaal", "regionaal", CANNOT_SAY),
        ([LOCAL, (None, "onbekend", "inkoop", None)], "regionaal", "regionaal", CANNOT_SAY),
        # In no reading can an open cell right of lokaal stand in lokaal.
        ([LOCAL, (None, "onbekend", "inkoop", None)], "lokaal", "lokaal", DIFFERENT),
        # Between two fixed cells one column is left, whatever the inventory says.
        (
            [LOCAL, ("subregionaal", "ook de inventarisatie", "inkoop", None),
             ("regionaal", "vast", "inkoop", "risico")],
            "subregionaal regionaal",
            "subregionaal",
            SAME,
        ),
        # Local execution is a principle for all tasks and does not count.
        ([LOCAL], "lokaal", "lokaal", DIFFERENT),
    ],
)  # fmt: skip
def test_outcomes_of_made_up_rows(cells: list, levels: str, leading: str, outcome: str) -> None:
    (item,) = compare(made_up(*cells), asked(levels, leading))
    assert item.outcome == outcome


def test_a_task_without_a_row_is_never_equal_or_different() -> None:
    cells = made_up(LOCAL).assign(inventory_task_codes=[["y"]])
    (item,) = compare(cells, asked("lokaal", "lokaal"))
    assert (item.outcome, item.framework_task_codes) == (CANNOT_SAY, ())
    assert {scale.framework for scale in item.scales} == {UNSURE}


def test_a_cell_right_of_an_open_one_is_open_too() -> None:
    cells = with_possible_scales(
        made_up(
            LOCAL,
            ("regionaal", "de inventarisatie", "inkoop", None),
            ("bovenregionaal", "rechts ervan", "inkoop", None),
        )
    )
    assert list(cells["possible_scales"]) == [
        ("lokaal",),
        ("subregionaal", "regionaal"),
        ("regionaal", "bovenregionaal"),
    ]
    assert list(cells["leans_on_inventory"]) == [False, True, True]
