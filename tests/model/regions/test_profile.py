"""One region: its choice, its neighbours' choices, its notes."""

import pandas as pd
import pytest

from model.choices.classes import with_classes
from model.dataset.reading import read_table
from model.regions.profile import Choice, choice_of, neighbour_choices, notes_of

CHOICES = pd.DataFrame(
    [
        ("JZ01", "a", "lokaal", "Lokaal", "intentie", None, "bron.txt", 1, 2),
        ("JZ01", "b", "regionaal", "Regionaal*", "intentie", "Sterretje.", "bron.txt", 3, 3),
        ("JZ02", "a", "regionaal", "Regionaal", "intentie", None, "bron.txt", 11, 12),
        ("JZ02", "b", "geen_niveau", None, "geen_opvatting", None, "bron.txt", 13, 13),
        ("JZ03", "a", "lokaal", "Lokaal", "intentie", None, "bron.txt", 21, 22),
        ("JZ03", "b", "lokaal", "Lokaal", "intentie", None, "bron.txt", 23, 23),
    ],
    columns=["region_code", "task_code", "leading_class", "level_text", "status", "remark", "source_file", "line_from",
             "line_to"],
    dtype=object,
)  # fmt: skip
NEIGHBOURS = pd.DataFrame(
    [("JZ01", "JZ02", 3.5), ("JZ01", "JZ03", 20.0), ("JZ02", "JZ01", 3.5), ("JZ03", "JZ01", 20.0)],
    columns=["region_code", "neighbour_region_code", "border_km"],
)


def test_choice_of_a_region_for_a_task() -> None:
    expected = Choice("JZ01", "b", "regionaal", "Regionaal*", "intentie", "Sterretje.", "bron.txt", 3, 3)
    assert choice_of(CHOICES, "JZ01", "b") == expected


def test_choice_without_a_level_keeps_its_gap() -> None:
    choice = choice_of(CHOICES, "JZ02", "b")
    assert choice.level_text is None
    assert choice.remark is None
    assert choice.leading_class == "geen_niveau"


@pytest.mark.parametrize(("region", "task"), [("JZ99", "a"), ("JZ01", "z"), ("jz01", "a")])
def test_choice_that_is_not_in_the_data(region: str, task: str) -> None:
    with pytest.raises(KeyError, match=region):
        choice_of(CHOICES, region, task)


def test_neighbours_by_length_of_the_border() -> None:
    around = neighbour_choices(CHOICES, NEIGHBOURS, "JZ01", "a")
    assert around["region_code"].tolist() == ["JZ03", "JZ02"]
    assert around["leading_class"].tolist() == ["lokaal", "regionaal"]
    assert set(CHOICES.columns) <= set(around.columns)


def test_region_without_neighbours() -> None:
    assert neighbour_choices(CHOICES, NEIGHBOURS, "JZ09", "a").empty


def test_notes_of_one_kind_in_source_order() -> None:
    notes = pd.DataFrame(
        [
            ("JZ01", "other", "later", 9, 9),
            ("JZ01", "other", "eerder", 2, 3),
            ("JZ01", "table_remark", "anders", 1, 1),
            ("JZ02", "other", "elders", 1, 1),
        ],
        columns=["region_code", "kind", "note", "line_from", "line_to"],
    )
    assert notes_of(notes, "JZ01", "other")["note"].tolist() == ["eerder", "later"]
    assert notes_of(notes, "JZ02", "table_remark").empty


def test_every_shipped_cell_has_a_choice_and_its_neighbours() -> None:
    choices, neighbours = with_classes(read_table("scale_choices")), read_table("neighbours")
    counts = neighbours.groupby("region_code").size()
    for region_code, task_code in choices[["region_code", "task_code"]].itertuples(index=False):
        choice = choice_of(choices, region_code, task_code)
        assert 1 <= choice.line_from <= choice.line_to
        assert choice.level_text is None or isinstance(choice.level_text, str)
    for region_code in counts.index:
        around = neighbour_choices(choices, neighbours, region_code, "pleegzorg")
        assert len(around) == counts[region_code]
        assert around["leading_class"].notna().all()
        assert region_code not in set(around["region_code"])
