"""Own tables of any bytes, cells and edits give a plan or faults, never anything else."""

from __future__ import annotations

import io
import random
import zipfile
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from model.own_table import (
    CellTable,
    OwnTableError,
    TableFault,
    TableKind,
    canonical,
    cell_of_text,
    read_own_table,
    tables_of_file,
    tables_of_plan,
    xlsx_file,
)
from model.what_if import SavingsPlan, Scenario, fan, scenario_figures
from tests.examples import examples
from tests.model.own_table.example_files import EXAMPLE, MEASURES, TABLES, YEARS, example_with_part, read_files


def plan_or_faults(tables: dict[TableKind, CellTable]) -> tuple[SavingsPlan | None, tuple[TableFault, ...]]:
    try:
        return read_own_table(tables).plan, ()
    except OwnTableError as error:
        return None, error.faults


def read_anything(data: bytes) -> None:
    """Bytes to a plan that can be computed, or to faults with a text; anything else fails the test."""
    try:
        tables = tables_of_file(data)
    except OwnTableError as error:
        tables, faults, plan = {}, error.faults, None
    else:
        assert all(canonical(table).kind is kind for kind, table in tables.items())
        plan, faults = plan_or_faults({**TABLES, **tables})
    assert bool(faults) == (plan is None)
    assert all(fault.text.encode() for fault in faults)
    if plan is not None:
        scenario = Scenario.default(plan)
        assert len(scenario_figures(scenario).yearly_cost_mln_eur) == len(plan.years)
        assert 0 <= fan(scenario).chance_pct <= 100
        assert read_files(xlsx_file(tables_of_plan(plan))).fingerprint == plan.fingerprint


@examples(150)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_plan_or_faults(data: bytes) -> None:
    read_anything(data)
    read_anything(b"PK\x03\x04" + data)


@examples(80)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 30))
def test_a_damaged_workbook_gives_a_plan_or_faults(seed: int, count: int) -> None:
    damaged, chance = bytearray(EXAMPLE), random.Random(seed)
    for _ in range(count):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    read_anything(bytes(damaged))


PARTS = [name for name in zipfile.ZipFile(io.BytesIO(EXAMPLE)).namelist() if name.startswith(("xl/", "[C"))]


@examples(120)
@given(part=st.sampled_from(PARTS), seed=st.integers(0, 2**32), count=st.integers(1, 12))
def test_a_workbook_with_a_damaged_part_gives_a_plan_or_faults(part: str, seed: int, count: int) -> None:
    def damage(xml: bytes) -> bytes:
        changed, chance = bytearray(xml), random.Random(seed)
        for _ in range(count):
            changed[chance.randrange(len(changed))] = chance.choice(b"<>/\"'&;=0123456789 abcAX\xff")
        return bytes(changed)

    read_anything(example_with_part(part, damage))


headings = st.sampled_from(
    [*TABLES[MEASURES].headings, *TABLES[YEARS].headings, "Effect 2020", "Opmerking", "", "jaar", "Effect 2021"]
)
cells = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "1",
            "2",
            "3a",
            "1-8",
            "0",
            "1,5",
            "=1+1",
            "ja",
            "bedrag",
            "2019",
            "2020",
            "-1",
            "",
            "1e9",
            "onbekend",
            "\ud800",
        ]
    ),
    st.integers(-5, 3000).map(str),
)


@examples(250)
@given(first=st.lists(headings, min_size=1, max_size=8), rows=st.lists(st.lists(cells, max_size=10), max_size=8))
def test_any_csv_gives_a_plan_or_faults(first: list[str], rows: list[list[str]]) -> None:
    text = "\n".join(";".join(row) for row in [first, *rows])
    read_anything(text.encode("utf-8", "replace"))


@examples(250)
@given(
    kind=st.sampled_from(TableKind),
    changes=st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), cells), max_size=4),
    renamed=st.none() | st.tuples(st.integers(0, 99), headings),
)
def test_any_change_in_the_editor_gives_a_plan_or_faults(
    kind: TableKind, changes: list[tuple[int, int, str]], renamed: tuple[int, str] | None
) -> None:
    whole = canonical(TABLES[kind])
    names, rows = list(whole.headings), [list(row) for row in whole.rows]
    for row, column, text in changes:
        rows[row % len(rows)][column % len(names)] = cell_of_text(text)
    if renamed:
        names[renamed[0] % len(names)] = renamed[1]
    table = replace(whole, headings=tuple(names), rows=tuple(map(tuple, rows)), has_addresses=False)
    plan, faults = plan_or_faults({**TABLES, kind: table})
    assert bool(faults) == (plan is None)
    assert all(fault.text and not fault.address for fault in faults if fault.sheet == kind)
    assert plan is None or 0 <= fan(Scenario.default(plan)).chance_pct <= 100
