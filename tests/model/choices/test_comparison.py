"""Regions side by side: relation, groups and sentences, against the CSV."""

import random
from itertools import combinations

import pandas as pd
import pytest

from components.matrix.sentences import relation_counts, task_sentence
from model.choices.classes import with_classes
from model.choices.comparison import DIFFERENT, PARTLY, SAME, UNKNOWN, TaskComparison, compare
from model.dataset.reading import read_table
from tests.data.shipped import CSV, csv_rows

NAMES = {"A": "Twente", "B": "Zeeland", "C": "Drenthe", "D": "Eemland"}


def cells_in_csv() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["region_code"], row["task_code"]): row for row in csv_rows(CSV / "scale_choices.csv")}


@pytest.fixture(scope="module")
def choices() -> pd.DataFrame:
    return with_classes(read_table("scale_choices"))


def relation_by_hand(leading: list[str]) -> str:
    named = [set(text.split(";")) for text in leading if text]
    if len(named) < len(leading):
        return UNKNOWN
    if all(levels == named[0] for levels in named):
        return SAME
    return PARTLY if any(a & b for a, b in combinations(named, 2)) else DIFFERENT


@pytest.mark.parametrize("size", [2, 3, 4])
def test_relations_and_groups_agree_with_the_csv(choices: pd.DataFrame, size: int) -> None:
    cells = cells_in_csv()
    codes = sorted({region for region, _ in cells})
    draw = random.Random(size)
    # Haaglanden and Midden-Holland each leave one level open.
    samples = [draw.sample(codes, size) for _ in range(40)] + [["JZ24", "JZ27", "JZ01", "JZ31"][:size]]
    for sample in samples:
        for item in compare(choices, sample):
            own = {code: cells[code, item.task_code] for code in sample}
            assert item.relation == relation_by_hand([row["leading_levels"] for row in own.values()])
            grouped = {code: class_code for class_code, members in item.groups for code in members}
            assert grouped == {
                code: row["leading_levels"].replace(";", "+") for code, row in own.items() if row["leading_levels"]
            }
            assert set(item.silent) == {code for code, row in own.items() if not row["leading_levels"]}
            assert item.statuses == {code: row["status"] for code, row in own.items()}
            assert {code: set(levels) for code, levels in item.also_named.items()} == {
                code: set(row["levels"].split(";")) - set(row["leading_levels"].split(";"))
                for code, row in own.items()
                if row["levels"] != row["leading_levels"]
            }


def test_where_one_of_four_names_no_level_nothing_is_called_equal(choices: pd.DataFrame) -> None:
    """Haaglanden leaves Meldpunten open, Midden-Holland Jeugdzorgplus; alone with one other the answer was unknown."""
    for silent, task_code in (("JZ24", "meldpunten"), ("JZ27", "jeugdzorgplus")):
        cells = choices[choices["task_code"] == task_code].set_index("region_code")["leading_class"]
        equal = [str(code) for code in cells.index[cells == "regionaal"][:3]]
        (compared,) = (one for one in compare(choices, [*equal, silent]) if one.task_code == task_code)
        assert compared.relation == UNKNOWN
        assert compared.silent == (silent,)


@pytest.mark.parametrize(
    "codes", [[], ["JZ01"], ["JZ01", "JZ01"], ["JZ01", "JZ02", "JZ03", "JZ04", "JZ05"], ["JZ01", "JZ99"]]
)
def test_other_than_two_to_four_known_regions_is_refused(choices: pd.DataFrame, codes: list[str]) -> None:
    with pytest.raises(ValueError, match="regions"):
        compare(choices, codes)


def item(relation: str, groups: dict[str, str], silent: str = "", **more: dict) -> TaskComparison:
    codes = [*"".join(groups.values()), *silent]
    return TaskComparison(
        "x",
        relation,
        tuple((class_code, tuple(members)) for class_code, members in groups.items()),
        tuple(silent),
        more.get("also_named", {}),
        more.get("statuses", dict.fromkeys(codes, "intentie")),
    )


@pytest.mark.parametrize(
    ("compared", "sentence"),
    [
        (item(SAME, {"lokaal": "AB"}), "Beide kiezen lokaal."),
        (item(SAME, {"regionaal": "ABCD"}), "Alle vier kiezen regionaal."),
        (item(DIFFERENT, {"lokaal": "A", "regionaal": "B"}), "Twente kiest lokaal, Zeeland regionaal."),
        (
            item(DIFFERENT, {"lokaal": "A", "subregionaal": "B", "regionaal": "C"}),
            "Elk kiest anders: Twente kiest lokaal, Zeeland subregionaal, Drenthe regionaal.",
        ),
        (
            item(PARTLY, {"regionaal": "AB", "regionaal+bovenregionaal": "C"}),
            "Twente en Zeeland kiezen regionaal, Drenthe regionaal en bovenregionaal.",
        ),
        (
            item(UNKNOWN, {"regionaal": "AB"}, silent="C"),
            "Twente en Zeeland kiezen regionaal; Drenthe noemt geen niveau.",
        ),
        (item(UNKNOWN, {}, silent="AB"), "Geen van beide noemt een niveau."),
        (
            item(SAME, {"lokaal": "AB"}, also_named={"A": ("regionaal",), "B": ("regionaal",)}),
            "Beide kiezen lokaal; Twente en Zeeland noemen ook regionaal.",
        ),
        (
            item(SAME, {"lokaal": "AB"}, statuses={"A": "gedeelde_afspraak", "B": "geen_opvatting"}),
            "Beide kiezen lokaal; in Twente is het een gedeelde afspraak; in Zeeland is er nog geen opvatting.",
        ),
    ],
)
def test_sentence(compared: TaskComparison, sentence: str) -> None:
    assert task_sentence(compared, NAMES) == sentence


def test_counts_leave_out_what_does_not_occur() -> None:
    items = [item(SAME, {"lokaal": "AB"}), item(SAME, {"lokaal": "AB"}), item(UNKNOWN, {}, silent="AB")]
    assert relation_counts(items) == "3 taken: bij 2 gelijk en bij 1 onbekend."
