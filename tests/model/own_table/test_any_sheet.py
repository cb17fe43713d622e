"""Sheets of any bytes, cells and answers are understood, asked about or refused in words, never anything else."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from model.own_table import OwnTableError, Understanding, Workbook, sheets_of_file, sheets_of_text, understand
from model.what_if import Scenario, fan
from tests.examples import examples
from tests.model.own_table.base import costs, measures, xlsx_of
from tests.model.own_table.forms import Writer, random_form, random_truth
from tests.model.own_table.test_kinds_files import changed
from tests.model.own_table.written import Page, ods, xlsx

MOST_ROUNDS = 6


def opened(data: bytes) -> list[Workbook]:
    try:
        return [sheets_of_file("bestand", data)]
    except OwnTableError as error:
        said = [fault.text.encode("utf-8", "strict") for fault in error.faults]
        return [] if all(said) else [Workbook("niets gezegd", ())]


def looked_at(understanding: Understanding) -> None:
    """A plan that can be computed, or a question, a fault or a missing table that says why there is none."""
    assert understanding.own or understanding.open_questions or understanding.faults
    assert not (understanding.own and (understanding.open_questions or understanding.faults))
    for finding in (*understanding.notes, *understanding.faults):
        assert finding.text.encode("utf-8", "strict")
    for question in understanding.questions:
        values = [option.value for option in question.options]
        assert len(values) == len(set(values)) > 0
        assert question.proposal is None or question.proposal in values
        assert question.text.encode()
        assert question.reason.encode()
    keys = [question.key for question in understanding.questions]
    assert len(keys) == len(set(keys))
    for table in understanding.shown:
        assert len(table.headings) == len(table.shown_headings)
        assert all(len(row.cells) == len(table.headings) for row in table.rows)
    if understanding.own:
        assert 0 <= fan(Scenario.default(understanding.own.plan)).chance_pct <= 100


def answered(books: Sequence[Workbook], chance: random.Random) -> Understanding:
    """What is understood after some rounds of whatever answers."""
    answers: dict[str, str] = {}
    for _ in range(MOST_ROUNDS):
        understanding = understand(books, answers)
        looked_at(understanding)
        asked = understanding.open_questions or understanding.questions
        if not asked:
            break
        for question in chance.sample(asked, min(3, len(asked))):
            answers[question.key] = chance.choice(question.options).value
    return understanding


@examples(100)
@given(data=st.binary(max_size=300), seed=st.integers(0, 2**20))
def test_any_bytes(data: bytes, seed: int) -> None:
    for given_data in (data, b"PK\x03\x04" + data, b"Maatregel;2027;2028\n" + data, b"Jaar;Jaarkosten\n2026;" + data):
        if books := opened(given_data):
            answered(books, random.Random(seed))


WORDS = [
    "Maatregel",
    "Jaar",
    "2027",
    "2028",
    "laag",
    "hoog",
    "min.",
    "Effect 2027",
    "Jaarkosten",
    "(mln €)",
    "x € 1.000",
    "Totaal",
    "1-8",
    "0,6",
    "0.600",
    "9.800",
    "-0,5",
    "(0,5)",
    "PM",
    "-",
    "€ -",
    "6%",
    "=A1",
    "2026",
    "",
    "",
    "",
    "Toegang",
    "ja",
    "Bron: x",
    "'29",
    "Kosten",
    "Rijksbijdrage",
    "Categorie",
    "1,5 mln",
    "12",
    "3a",
    "1e9",
    "\ud800",
    "Investering",
    "Loopt al",
    "Voorbereiding",
    "t/m",
    "99999999999999999999",
    "Subtotaal",
    "Structureel",
]
cells = st.sampled_from(WORDS) | st.text(max_size=8)
grids = st.lists(st.lists(cells, min_size=1, max_size=7), min_size=1, max_size=9)


@examples(300)
@given(grid=grids, seed=st.integers(0, 2**20), separator=st.sampled_from("\t;,|"))
def test_any_text(grid: list[list[str]], seed: int, separator: str) -> None:
    pasted = "\n".join(separator.join(row) for row in grid)
    try:
        books = [sheets_of_text(pasted)]
    except OwnTableError:
        return
    answered(books, random.Random(seed))


values = st.one_of(
    cells.map(lambda text: text.encode("utf-8", "replace").decode().replace("\x00", "")),
    st.none(),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.integers(1990, 2100).map(float),
    st.integers(-9, 99).map(float),
)
FORMATS = [
    "0%",
    "#,##0,",
    "yyyy",
    "dd-mm-yyyy",
    '_ € * #,##0.00_ ;_ € * "-"??_ ',
    "[>9]0;;;",
    ";;;",
    '"x',
    "\\",
    "0/0",
    "e+",
]


@examples(150)
@given(
    grid=st.lists(st.lists(values, min_size=1, max_size=7), min_size=1, max_size=9),
    seed=st.integers(0, 2**20),
    formats=st.dictionaries(st.tuples(st.integers(0, 8), st.integers(0, 6)), st.sampled_from(FORMATS), max_size=6),
    hidden=st.lists(st.integers(0, 8), max_size=2),
)
def test_any_workbook(grid: list[list[Any]], seed: int, formats: dict[tuple[int, int], str], hidden: list[int]) -> None:
    clean = [[_writable(value) for value in row] for row in grid]
    width = max(map(len, clean))
    rows = [[*row, *[None] * (width - len(row))] for row in clean]
    page = Page(
        "Blad1",
        [*measures().rows[:3], [], *rows],
        formats={(row + 4, at): it for (row, at), it in formats.items()},
        hidden_rows=[row + 4 for row in hidden],
    )
    for data in (xlsx(page), xlsx(Page("Blad2", rows, formats=formats), costs()), ods(page)):
        if books := opened(data):
            answered(books, random.Random(seed))


def _writable(value: Any) -> Any:
    return "".join(sign for sign in value if sign.isprintable()) if isinstance(value, str) else value


@examples(100)
@given(seed=st.integers(0, 2**32))
def test_any_answers_to_a_plan_in_any_form(seed: int) -> None:
    chance = random.Random(seed)
    books = Writer(random_truth(chance), random_form(chance)).workbooks()
    answered(books, chance)


EXAMPLES = (xlsx(measures(), costs()), ods(measures(), costs()))


@examples(150)
@given(which=st.sampled_from(EXAMPLES), seed=st.integers(0, 2**32), count=st.integers(1, 12))
def test_a_file_with_damaged_parts(which: bytes, seed: int, count: int) -> None:
    chance = random.Random(seed)
    parts = [name for name in zipfile.ZipFile(io.BytesIO(which)).namelist() if not name.startswith("docProps")]
    spoiled = chance.choice(parts)

    def spoil(name: str, content: bytes) -> bytes:
        if name != spoiled or not content:
            return content
        damaged = bytearray(content)
        for _ in range(count):
            damaged[chance.randrange(len(damaged))] = chance.choice(b"<>/\"'&;=0123456789 abcAX\xff")
        return bytes(damaged)

    if books := opened(changed(which, spoil)):
        answered(books, chance)


def test_answers_that_fit_no_question_change_nothing() -> None:
    book = xlsx_of(measures(), costs())
    assert understand([book], {"onzin": "ja", "eenheid:kosten": "dzd"}) == understand([book], {})
