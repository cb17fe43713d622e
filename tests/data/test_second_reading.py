"""Cells and municipalities read again, by someone who did not see the first reading; see docs/besluiten/0007."""

from collections import Counter

from tests.data.shipped import SECOND_READING, csv_rows, shipped

COLUMNS = ("levels", "leading_levels", "status", "line_from", "line_to")

ADJUDICATED = {
    # The cell names an organisational model (lokaal, subregionaal) and a functional model (regionaal). In every other
    # cell of this region the organisation leads and the rest qualifies; so regionaal is named, but does not lead.
    ("JZ39", "eerste_lijn", "leading_levels"): ("lokaal;subregionaal", "lokaal;subregionaal;regionaal"),
}
"""Where the shipped data departs from the second reading: (shipped, second reading)."""


def test_all_cells_equal_the_second_reading() -> None:
    shown = {
        (row.region_code, row.task_code): {
            "levels": ";".join(row.levels),
            "leading_levels": ";".join(row.leading_levels),
            "status": row.status,
            "line_from": str(row.line_from),
            "line_to": str(row.line_to),
        }
        for row in shipped("scale_choices").itertuples()
    }
    second = {(row["region_code"], row["task_code"]): row for row in csv_rows(SECOND_READING / "scale_choices.csv")}
    assert len(second) == 462
    assert set(shown) == set(second)
    differences = {
        (*key, column): (shown[key][column], second[key][column])
        for key in second
        for column in COLUMNS
        if shown[key][column] != second[key][column]
    }
    assert differences == ADJUDICATED


def test_all_municipalities_equal_the_second_reading() -> None:
    shown = Counter(
        (row.name_source, row.region_code, str(row.line_from), str(row.line_to))
        for row in shipped("municipalities").itertuples()
    )
    second = Counter(
        (row["name_source"], row["region_code"], row["line_from"], row["line_to"])
        for row in csv_rows(SECOND_READING / "municipalities.csv")
    )
    assert second.total() == 408
    assert shown == second
