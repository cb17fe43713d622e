"""Where a row of the dataset stands, as someone with the document in hand would look it up.

Document, year, profile or chapter, heading or table, and the row where a table has one. All of it follows from the
data: the documents and their years, the sections of each document, and the headings within those sections.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from model.dataset.registry import TABLES
from model.notation import listed
from model.site.site_map import SOURCE_DOCUMENTS

_PRINTED_NAMES = {"task_code": ("tasks", "name_source")}
"""Codes that a document does not print, with the table and the column of what it does print."""

_LINES_IN_TEXT = re.compile(
    r"\b(?:(\d{3}), )?(op )?regels? (\d+(?:-\d+)?(?:(?:, | en )\d+(?:-\d+)?)*)(?![-\d])(?! van de teksteditie)"
)
"""Lines in a text of the data: number of the document where it stands there, and the lines."""

_FORMS: tuple[tuple[str, str, str], ...] = (
    (r"(Profiel \d+)(?: West| Oost)?: ([A-Z].+)", "{}", " "),
    (r"((?:Profiel|Hoofdstuk|Bijlage|Dilemma) \d+): (.+)", "{}", ", "),
    (r"(\d+(?:\.\d+)+(?: en \d+(?:\.\d+)+)?) (.+)", "paragraaf {}", " "),
    (r"(\d+)\.? (.+)", "hoofdstuk {}", " "),
    (r"(\d+[a-z](?: [ivx]+)?)\. (.+)", "paragraaf {}", " "),
)
"""How the sections of the documents are numbered: pattern, words for the number, and what joins it to the name."""


@dataclass(frozen=True)
class Citation:
    """One place in a document.

    `section` and `heading` lead from large to small; `mark` is the shortest name that finds the place in the document.
    `heading` and `row` may be empty. `also` are other places on which the same rests.
    """

    document: str
    section: str
    heading: str
    row: str
    mark: str
    line_from: int
    line_to: int
    also: tuple[Citation, ...] = ()

    @property
    def place(self) -> str:
        """Place within the document: "profiel 32 Zuid-Holland Zuid, tabel schaalkeuzes, rij Pleegzorg"."""
        elsewhere = dict.fromkeys(item.mark for item in self.also if item.mark != self.mark)
        beside = f"; ook {listed(elsewhere)}" if elsewhere else ""
        return ", ".join(part for part in (self.section, self.heading, self.row) if part) + beside

    @property
    def within_section(self) -> str:
        """Place for who knows the section: "onderdeel 2, vraag 1c"; the section where there is nothing smaller."""
        return ", ".join(part for part in (self.heading, self.row) if part) or self.section

    @property
    def text(self) -> str:
        """Document and place: "Inventarisatie 2013, profiel 32 Zuid-Holland Zuid, onderdeel 2, vraag 1c"."""
        return f"{self.document}, {self.place}"

    @property
    def in_full(self) -> str:
        """Document, place and lines, for a tooltip."""
        return f"{self.text} ({self.edition})"

    @property
    def lines(self) -> str:
        """Lines of the text edition: "6282-6287", or "20, 30-32 en 40" where the same rests on more."""
        return listed([line_range(item.line_from, item.line_to) for item in (self, *self.also)])

    @property
    def edition(self) -> str:
        """Lines of the text edition in words: "regels 6282-6287 van de teksteditie"."""
        return edition_words(self.lines)


@dataclass(frozen=True)
class _Stretch:
    """Lines of a document under one name."""

    line_from: int
    line_to: int
    mark: str
    words: str


class Citations:
    """Finds the place of every row that names its lines. Raises KeyError for a file that is no document."""

    def __init__(self, tables: Callable[[str], pd.DataFrame]) -> None:
        dates = tables("sources").set_index("source_file")["date"]
        self._documents = {item.file: with_year(item.name, str(dates[item.file])) for item in SOURCE_DOCUMENTS}
        self._sections = _by_file(tables("document_sections"), "section", section_words)
        self._headings = _by_file(tables("document_headings"), "heading", lambda text: (text, text))
        self._printed = {
            code: tables(table).set_index(code)[column].to_dict() for code, (table, column) in _PRINTED_NAMES.items()
        }

    def of(
        self, source_file: str, line_from: int, line_to: int, row: str = "", more: Iterable[str] | None = None
    ) -> Citation:
        """Place of lines; lines in more than one section are named from the first to the last.

        `more` are other lines of the document on which the same rests, such as "30-32".
        """
        line_from, line_to = int(line_from), int(line_to)
        sections = _around(self._sections[source_file], line_from, line_to)
        headings = _around(self._headings.get(source_file, []), line_from, line_to) if len(sections) == 1 else []
        named = headings if headings and headings[0].line_from <= line_from else []
        section, mark = _from_to([item.words for item in sections]), _from_to([item.mark for item in sections])
        heading = _from_to([item.words for item in named])
        mark = f"{mark}, {heading}" if heading else mark
        ends = [lines.partition("-") for lines in (() if more is None else more)]
        also = tuple(self.of(source_file, int(first), int(last or first)) for first, _, last in ends)
        return Citation(self._documents[source_file], section, heading, row, mark, line_from, line_to, also)

    def of_row(self, table: str, row: Any) -> Citation:
        """Place of a row of a table, as `itertuples`, `iloc` or `to_dict` gives it."""
        values = row if isinstance(row, Mapping | pd.Series) else _Attributes(row)
        more = values["more_lines"] if "more_lines" in TABLES[table].fields else None
        words = self._row_words(table, values)
        return self.of(values["source_file"], values["line_from"], values["line_to"], words, more)

    def of_rows(self, table: str, rows: pd.DataFrame) -> list[Citation]:
        """Place of each row of a table, in order."""
        return [self.of_row(table, row) for row in rows.itertuples(index=False)]

    def of_all(self, rows: pd.DataFrame) -> Citation:
        """Place from the first line of any row to the last, for a statement that rests on all of them."""
        (file,) = set(rows["source_file"])
        return self.of(file, int(rows["line_from"].min()), int(rows["line_to"].max()))

    def document(self, source_file: str) -> str:
        """Name of a document with its year: "Inventarisatie 2013"."""
        return self._documents[source_file]

    def in_words(self, text: str, source_file: str | None = None) -> str:
        """Text about a document with places for the lines that it names; "003, regels 3-4" names the document too."""

        def place(found: re.Match[str]) -> str:
            number, on, lines = found.groups()
            file = next((name for name in self._documents if name.startswith(f"{number}_")), source_file)
            if file is None:
                return found[0]
            ends = [part.partition("-") for part in re.split(", | en ", lines)]
            marks = dict.fromkeys(self.of(file, int(first), int(last or first)).mark for first, _, last in ends)
            return f"{f'{self._documents[file]}, ' if number else ''}{'in ' if on else ''}{listed(marks)}"

        return _LINES_IN_TEXT.sub(place, text)

    def _row_words(self, table: str, values: Any) -> str:
        kind, column = TABLES[table].printed_row
        if not column:
            return ""
        value = values[column]
        return f"{kind} {self._printed[column][value] if column in self._printed else value}"


class _Attributes:
    """A row with attributes, read by name of the column."""

    def __init__(self, row: Any) -> None:
        self._row = row

    def __getitem__(self, name: str) -> Any:
        return getattr(self._row, name)


def line_range(line_from: int, line_to: int) -> str:
    """Lines as numbers.

    >>> line_range(20, 20), line_range(20, 23)
    ('20', '20-23')
    """
    return f"{line_from}" if line_from == line_to else f"{line_from}-{line_to}"


def edition_words(lines: str) -> str:
    """Lines of the text edition in words.

    >>> edition_words("20"), edition_words("20-23")
    ('regel 20 van de teksteditie', 'regels 20-23 van de teksteditie')
    """
    return f"{'regel' if lines.isdigit() else 'regels'} {lines} van de teksteditie"


def with_year(name: str, date: str) -> str:
    """Name of a document with the year of its date.

    >>> with_year("beleidsplan Holland Rijnland", "na 17-10-2013"), with_year("inventarisatie 2013", "20-06-2013")
    ('Beleidsplan Holland Rijnland 2013', 'Inventarisatie 2013')
    """
    found = re.search(r"\b\d{4}\b", date)
    year = found[0] if found and not name.endswith(found[0]) else ""
    return f"{name[:1].upper()}{name[1:]} {year}".rstrip()


def section_words(section: str) -> tuple[str, str]:
    """Shortest name of a section, and its name in full, both for the middle of a sentence.

    >>> section_words("Profiel 34 Oost: West-Brabant-Oost")
    ('profiel 34', 'profiel 34 West-Brabant-Oost')
    >>> section_words("5.4 Pijler 4: specialistische jeugdhulp")
    ('paragraaf 5.4', 'paragraaf 5.4 Pijler 4: specialistische jeugdhulp')
    >>> section_words("Toelichting bij de schaaltabel")
    ('toelichting bij de schaaltabel', 'toelichting bij de schaaltabel')
    """
    # What stands after a semicolon says what the app does with the section.
    section = section.partition(";")[0]
    for pattern, number, joined in _FORMS:
        found = re.fullmatch(pattern, section)
        if found:
            mark = _lower_first(number.format(found[1]))
            return mark, f"{mark}{joined}{found[2]}"
    words = _lower_first(section)
    return words, words


def _lower_first(text: str) -> str:
    """Text for the middle of a sentence; an abbreviation such as "SOJ" stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _by_file(table: pd.DataFrame, column: str, words: Callable[[str], tuple[str, str]]) -> dict[str, list[_Stretch]]:
    found: dict[str, list[_Stretch]] = {}
    for row in table.sort_values(["source_file", "line_from"]).itertuples(index=False):
        stretch = _Stretch(int(row.line_from), int(row.line_to), *words(str(getattr(row, column))))
        found.setdefault(str(row.source_file), []).append(stretch)
    return found


def _around(stretches: list[_Stretch], line_from: int, line_to: int) -> list[_Stretch]:
    """Stretches that share a line with these lines; neither they nor the documents' own overlap."""
    first = max(0, bisect_right(stretches, line_from, key=lambda item: item.line_from) - 1)
    last = bisect_right(stretches, line_to, key=lambda item: item.line_from)
    return [item for item in stretches[first:last] if item.line_to >= line_from]


def _from_to(names: list[str]) -> str:
    """One name, or the first and the last; what both begin with stands there once.

    >>> _from_to(["onderdeel 2, vraag 1", "onderdeel 2, vraag 1a"])
    'onderdeel 2, vraag 1 tot en met vraag 1a'
    """
    if not names or names[0] == names[-1]:
        return names[0] if names else ""
    first, last = names[0], names[-1]
    shared, _, rest = last.rpartition(", ")
    return f"{first} tot en met {rest if shared and first.startswith(f'{shared}, ') else last}"
