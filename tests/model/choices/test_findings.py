"""The findings on the start page, counted again from the CSV file with plain Python."""

import csv
import math
from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd
import pytest

from model.choices.classes import with_classes
from model.choices.findings import Findings, find
from model.choices.orders import task_orders
from model.dataset.reading import read_table

CSV = Path(__file__).parent.parent.parent.parent / "data" / "csv" / "scale_choices.csv"


@pytest.fixture(scope="module")
def found() -> Findings:
    return find(with_classes(read_table("scale_choices")))


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with CSV.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def counted(rows: list[dict[str, str]]) -> dict[str, Counter[str]]:
    """Number of regions per task and per set of leading levels, as the CSV writes it."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        counts[row["task_code"]][row["leading_levels"]] += 1
    return counts


def differ(counts: Counter[str]) -> float:
    """Chance in percents that two regions that name a level choose another, counted in pairs."""
    named = [count for levels, count in counts.items() if levels]
    return 100 - 100 * sum(math.comb(count, 2) for count in named) / math.comb(sum(named), 2)


@pytest.mark.parametrize(("which", "most"), [("most_agreed", False), ("least_agreed", True)])
def test_where_regions_differ_least_and_most(
    found: Findings, counted: dict[str, Counter[str]], which: str, most: bool
) -> None:
    agreement = getattr(found, which)
    chances = {task: differ(counts) for task, counts in counted.items()}
    assert agreement.task_code == (max if most else min)(chances, key=lambda code: chances[code])
    assert agreement.spread_pct == pytest.approx(chances[agreement.task_code])
    assert (agreement.leading_class, agreement.count) == counted[agreement.task_code].most_common(1)[0]
    assert agreement.class_count == len(counted[agreement.task_code])
    assert agreement.total == 42


def test_start_and_comparison_name_the_same_task_as_the_one_that_differs_most(found: Findings) -> None:
    order = task_orders(read_table("tasks"), with_classes(read_table("scale_choices")))["eens"]
    assert (order[0], order[-1]) == (found.most_agreed.task_code, found.least_agreed.task_code)


def test_how_firm_the_choices_were(found: Findings, rows: list[dict[str, str]]) -> None:
    statuses = Counter(row["status"] for row in rows)
    assert found.cells == len(rows) == 462
    assert found.agreed_cells == statuses["gedeelde_afspraak"]
    assert found.intended_cells == statuses["intentie"]
    assert found.open_cells == statuses["geen_opvatting"]
    assert found.agreed_cells + found.intended_cells + found.open_cells == found.cells


def test_findings_as_they_stand_today(found: Findings) -> None:
    """Whoever changes these changes what someone may have printed: say so in the change list."""
    assert (found.most_agreed.task_code, found.most_agreed.leading_class, found.most_agreed.count) == (
        "eerste_lijn",
        "lokaal",
        37,
    )
    assert (found.least_agreed.task_code, found.least_agreed.leading_class, found.least_agreed.count) == (
        "ambulant",
        "lokaal",
        22,
    )
    assert (found.agreed_cells, found.intended_cells, found.open_cells) == (88, 365, 9)


def test_findings_of_a_small_table() -> None:
    choices = pd.DataFrame(
        [
            ("JZ01", "a", "lokaal", "intentie"),
            ("JZ02", "a", "lokaal", "gedeelde_afspraak"),
            ("JZ03", "a", "lokaal", "intentie"),
            ("JZ01", "b", "lokaal", "intentie"),
            ("JZ02", "b", "regionaal", "geen_opvatting"),
            ("JZ03", "b", "bovenregionaal", "intentie"),
        ],
        columns=["region_code", "task_code", "leading_class", "status"],
    )
    result = find(choices)
    assert (result.most_agreed.task_code, result.most_agreed.count, result.most_agreed.class_count) == ("a", 3, 1)
    assert (result.least_agreed.task_code, result.least_agreed.count, result.least_agreed.class_count) == ("b", 1, 3)
    assert result.least_agreed.leading_class == "lokaal"
    assert (result.cells, result.agreed_cells, result.intended_cells, result.open_cells) == (6, 1, 4, 1)
    assert result.most_agreed.total == 3
    assert (result.most_agreed.spread_pct, result.least_agreed.spread_pct) == (0, 100)
