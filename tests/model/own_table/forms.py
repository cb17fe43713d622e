"""Plans in random forms: the same amounts as any controller could have written them, and what is true about each."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from model.own_table import Workbook
from tests.model.own_table.written import Page, opened

NAMES = (
    "Coördinatie door jeugdteams", "Eén toets op verlengingen", "Cliënten sneller naar de wijk", "Contracten nalopen",
    "Tarief voor vervoer herzien", "Praktijkondersteuner bij de huisarts", "Groepsaanbod", "Kortere trajecten",
    "Minder uitval", "Inkoop samen", "Gezinshuizen in plaats van groepen", "Toegang strakker",
)  # fmt: skip
CATEGORIES, LEADS = ("Toegang", "Uitstroom", "Stelsel"), ("Gemeenten", "Servicebureau", "Wijkteam")
ACCOUNTING = '_ € * #,##0.00_ ;_ € * -#,##0.00_ ;_ € * "-"??_ ;_ @_ '
PER_MLN = {"mln": 1, "dzd": 1000, "euro": 1_000_000}


@dataclass(frozen=True)
class Truth:
    """A plan in whole thousands of euros, so that every unit can write it exactly."""

    years: tuple[int, ...]
    costs: tuple[int, ...]
    contributions: tuple[int | None, ...]
    effect_years: tuple[int, ...]
    codes: tuple[str, ...]
    names: tuple[str, ...]
    lows: tuple[tuple[int, ...], ...]
    highs: tuple[tuple[int, ...], ...]
    categories: tuple[str, ...]
    leads: tuple[str, ...]
    investments: tuple[int | None, ...]


@dataclass(frozen=True)
class Form:
    """How a plan is written."""

    kind: str
    coding: str
    separator: str
    unit: str
    unit_in: str
    decimals: str
    sign: str
    points: bool
    headings: str
    costs: str
    together: bool
    order: int
    titles: int
    notes: bool
    total: bool
    codes: bool
    extra: bool
    unknown: str
    euro: bool
    look: str
    beside: bool


def random_truth(chance: random.Random) -> Truth:
    count, first = chance.randint(2, 9), chance.randint(2024, 2031)
    years = tuple(range(first, first + chance.randint(3, 6)))
    effect_years = years[chance.randint(0, 1) : chance.randint(2, len(years))] or years[1:]
    start = chance.randint(9_000, 180_000)
    largest = start // (2 * count)
    lows, highs = [], []
    for _ in range(count):
        low = sorted(chance.randint(0, largest // 2) for _ in effect_years)
        lows.append(tuple(low))
        highs.append(tuple(it + chance.randint(1, largest // 2) for it in low))
    return Truth(
        years, tuple(start - step * start // 60 for step in range(len(years))),
        tuple(None if chance.random() < 0.2 else chance.randint(500, start // 9) for _ in years),
        effect_years, tuple(chance.choice([str(n + 1), f"{n + 1}a"]) for n in range(count)),
        tuple(chance.sample(NAMES, count)), tuple(lows), tuple(highs),
        tuple(chance.choice(CATEGORIES) for _ in range(count)), tuple(chance.choice(LEADS) for _ in range(count)),
        tuple(None if chance.random() < 0.3 else chance.randint(10, 900) for _ in range(count)),
    )  # fmt: skip


def random_form(chance: random.Random) -> Form:
    kind = chance.choice(["xlsx", "ods", "csv", "geplakt"])
    pick = chance.choice
    return Form(
        kind, pick(["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"]), pick([";", "\t", "|", ","]),
        pick(["mln", "dzd", "euro"]), pick(["kop", "titel", "nergens"]), pick(["komma", "komma", "punt"]),
        pick(["plus", "plus", "min", "achter", "haakjes"]), chance.random() < 0.4,
        pick(["sjabloon", "kort", "twee rijen", "één cel"]), pick(["omlaag", "opzij"]), chance.random() < 0.3,
        chance.randint(0, 2**20), pick([0, 0, 1, 3]), chance.random() < 0.3, chance.random() < 0.4,
        chance.random() < 0.7, chance.random() < 0.3, pick(["", "PM", "n.t.b.", "?"]), chance.random() < 0.2,
        pick(["", "", "#,##0.0##", ACCOUNTING, "0.00"]), chance.random() < 0.5,
    )  # fmt: skip


UNIT_IN_WORDS = {"mln": "mln €", "dzd": "x € 1.000", "euro": "€"}
TITLE_IN_WORDS = {"mln": "Bedragen in mln €", "dzd": "Bedragen x € 1.000", "euro": "Alle bedragen in euro’s"}


class Writer:
    """One plan in one form."""

    def __init__(self, truth: Truth, form: Form) -> None:
        self.truth, self.form, self.chance = truth, form, random.Random(form.order)
        self.is_text = form.kind in ("csv", "geplakt")

    def amount(self, thousands: int | None, *, saving: bool = False, as_text: bool = False) -> Any:
        if thousands is None:
            return self.form.unknown or None
        number = thousands * PER_MLN[self.form.unit] / 1000
        negative = saving and self.form.sign != "plus" and thousands > 0
        if not self.is_text and not as_text:
            return -number if negative else number
        digits = f"{number:,.3f}" if self.form.unit == "mln" else f"{number:,.0f}"
        if self.form.unit == "mln" and not (self.form.decimals == "punt" and self.form.points):
            digits = digits.rstrip("0").rstrip(".")
        if not self.form.points:
            digits = digits.replace(",", "")
        if self.form.decimals == "komma":
            digits = digits.translate(str.maketrans(",.", ".,"))
        if negative:
            digits = {"min": f"-{digits}", "achter": f"{digits}-", "haakjes": f"({digits})"}[self.form.sign]
        return f"€ {digits}" if self.form.euro else digits

    def heading(self, words: str) -> str:
        return f"{words} ({UNIT_IN_WORDS[self.form.unit]})" if self.form.unit_in == "kop" else words

    def band(self, row: int, place: int) -> list[Any]:
        whole = self.form.headings == "één cel"
        ends = [
            self.amount(side[row][place], saving=True, as_text=whole) for side in (self.truth.lows, self.truth.highs)
        ]
        return [self.chance.choice([" tot ", " - ", " t/m "]).join(ends)] if whole else ends

    def measures(self) -> Page:
        truth, form = self.truth, self.form
        columns: list[tuple[list[str], list[Any]]] = []
        rows = range(len(truth.names))
        if form.codes:
            columns.append((["Nr."], [truth.codes[row] for row in rows]))
        columns.append((["Maatregel" if form.order % 2 else "Omschrijving voorstel"], list(truth.names)))
        for place, year in enumerate(truth.effect_years):
            cells = [self.band(row, place) for row in rows]
            if form.headings == "één cel":
                columns.append(([self.heading(f"Besparing {year}")], [cell[0] for cell in cells]))
                continue
            for end, word in enumerate(("laag", "hoog") if form.headings == "sjabloon" else ("min.", "max.")):
                first = f"Effect {year}" if form.headings != "kort" else str(year)
                words = (
                    [self.heading(first), word] if form.headings == "twee rijen" else [self.heading(f"{first} {word}")]
                )
                columns.append((words, [cell[end] for cell in cells]))
        more = [(["Thema"], list(truth.categories)), (["Trekker"], list(truth.leads)),
                ([self.heading("Investering")], [self.amount(it) for it in truth.investments])]  # fmt: skip
        if form.extra:
            more.append((["Opmerking"], ["nog bespreken" if row % 2 else None for row in rows]))
        self.chance.shuffle(more)
        columns += more
        height = 2 if form.headings == "twee rijen" else 1
        table = [[words[at] if at < len(words) else None for words, _ in columns] for at in range(height)]
        merged = []
        if height == 2 and form.kind in ("xlsx", "ods"):
            merged = [(0, at, 0, at + 1) for at, (words, _) in enumerate(columns) if words[-1] == "min."]
        for at, (words, _) in enumerate(columns):
            if height == 2 and words[-1] == "max.":
                table[0][at] = None
        table += [[cells[row] for _, cells in columns] for row in rows]
        if form.total and form.headings != "één cel":
            table.append(self.total([words for words, _ in columns]))
        if form.notes:
            table += [[None], ["* prijspeil van dit jaar"], ["Bron: concept"]]
        return self.with_titles(Page("Maatregelen" if form.order % 3 else "Blad1", table, merged))

    def total(self, headings: list[list[str]]) -> list[Any]:
        sums = iter([sum(side[row][place] for row in range(len(self.truth.names)))
                     for place in range(len(self.truth.effect_years))
                     for side in (self.truth.lows, self.truth.highs)])  # fmt: skip
        cells: list[Any] = []
        for words in headings:
            if words[0] in ("Maatregel", "Omschrijving voorstel"):
                cells.append("Totaal")
            elif any(str(year) in words[0] for year in self.truth.effect_years):
                cells.append(self.amount(next(sums), saving=True))
            else:
                cells.append(None)
        return cells

    def costs(self) -> Page:
        truth, form = self.truth, self.form
        costs, contributions = [self.amount(it) for it in truth.costs], [self.amount(it) for it in truth.contributions]
        years: list[Any] = [str(year) if self.is_text else float(year) for year in truth.years]
        if form.costs == "omlaag":
            table = [["Jaar", self.heading("Jaarkosten"), self.heading("Rijksbijdrage")]]
            table += [list(row) for row in zip(years, costs, contributions, strict=True)]
        else:
            table = [[self.heading("Bedragen") if form.unit_in == "kop" else None, *years],
                     ["Lasten jeugdhulp", *costs], ["Bijdrage van het rijk", *contributions]]  # fmt: skip
        return self.with_titles(Page("Kosten per jaar" if form.order % 3 else "Blad2", table))

    def with_titles(self, page: Page) -> Page:
        above: list[list[Any]] = [[["Bijlage bij de begroting"], ["Concept, versie 3"], []][at]
                                  for at in range(self.form.titles)]  # fmt: skip
        if self.form.unit_in == "titel":
            above.append([TITLE_IN_WORDS[self.form.unit]])
        width = max(map(len, page.rows))
        rows = [[*row, *[None] * (width - len(row))] for row in [*above, *page.rows]]
        down = len(above)
        return Page(
            page.name, rows, [(top + down, left, bottom + down, right) for top, left, bottom, right in page.merged]
        )

    def workbooks(self) -> list[Workbook]:
        pages = [self.measures(), self.costs()]
        if self.form.together:
            pages = [_beside(*pages) if self.form.beside else _below(*pages)]
        for page in pages:
            page.formats = {
                (row, at): self.form.look
                for row, cells in enumerate(page.rows)
                for at, value in enumerate(cells)
                if isinstance(value, float) and value not in self.truth.years and self.form.look
            }
        return opened(self.form.kind, pages, self.form.coding, self.form.separator)


def _below(first: Page, second: Page) -> Page:
    width = max(len(first.rows[0]), len(second.rows[0]))
    rows = [[*row, *[None] * (width - len(row))] for row in [*first.rows, [], [], *second.rows]]
    return Page("Doorrekening", rows, first.merged)


def _beside(first: Page, second: Page) -> Page:
    width, height = len(first.rows[0]), max(len(first.rows), len(second.rows))
    empty: list[Any] = [None] * width
    rows = [
        [
            *(first.rows[at] if at < len(first.rows) else empty),
            None,
            *(second.rows[at] if at < len(second.rows) else []),
        ]
        for at in range(height)
    ]
    wide = max(map(len, rows))
    return Page("Doorrekening", [[*row, *[None] * (wide - len(row))] for row in rows], first.merged)


def true_answer(key: str, options: list[str], form: Form, truth: Truth) -> str:
    """Answer to an open question of somebody who knows how the sheet was made."""
    known = {
        "decimaal": form.decimals, "eenheid": form.unit, "teken": "min", "onbekend": "nul", "streepje": "onbekend",
        "soort": "maatregelen", "kale-regel": "mee", "te-groot": "ja", "codering": form.coding,
        "beginjaar": str(truth.years[0]),
    }  # fmt: skip
    first = key.partition(":")[0]
    assert first in known, key
    assert known[first] in options, (key, options)
    return known[first]
