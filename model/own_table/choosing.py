"""Which of the tables in the sheets are the measures and the costs per year."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from model.own_table.amounts import Unit
from model.own_table.asking import Asking, First, at, slug
from model.own_table.assumptions import ASSUMPTIONS_SHEET
from model.own_table.cells_seen import is_amount
from model.own_table.headings import TableKind, field_of_heading
from model.own_table.tables_found import Found
from model.own_table.tables_joined import joinable, joined, name_of_joined
from model.own_table.words import unit_in
from model.own_table.workbook import Place, Workbook

_NONE, _TOGETHER = "geen", "samen"
_THOUSANDS = 3
"""Digits behind a sign between thousands."""
_OF_OURS = ("Uitleg", ASSUMPTIONS_SHEET)
"""Sheets of our own files that hold no table."""
_NOUNS = {TableKind.MEASURES: "maatregelen", TableKind.YEARS: "kosten"}
_PHRASES = {TableKind.MEASURES: "de maatregelen", TableKind.YEARS: "de kosten per jaar"}


@dataclass(frozen=True)
class Chosen:
    """The tables that are used; None where there is none."""

    measures_table: Found | None = None
    years_table: Found | None = None
    pending: frozenset[TableKind] = frozenset()
    """Kinds for which a table may fit, as the visitor must still say."""

    def lacks(self, kind: TableKind) -> bool:
        """Whether there is no table of this kind."""
        table = self.measures_table if kind is TableKind.MEASURES else self.years_table
        return table is None and kind not in self.pending

    @property
    def years(self) -> tuple[int, ...]:
        """Years that the headings of the measures name."""
        return tuple(sorted(set(self.measures_table.years_across.values()))) if self.measures_table else ()

    @property
    def is_template(self) -> bool:
        """Whether both tables stand where the template has them, under its headings."""
        return all(
            table is not None and _is_template(kind, table)
            for kind, table in ((TableKind.MEASURES, self.measures_table), (TableKind.YEARS, self.years_table))
        )


def choose_tables(found: Sequence[Found], books: Sequence[Workbook], asking: Asking) -> Chosen:
    """The table of measures and that of the costs, asked about where more than one fits or one fits badly."""
    kinds: dict[Found, TableKind | None] = {}
    for table in found:
        kind = _kind_of(table, asking)
        kinds[table if kind in (None, table.kind) else replace(table, meant=kind)] = kind
    found = tuple(kinds)
    chosen = {}
    for kind in TableKind:
        chosen[kind] = _chosen(kind, [table for table in found if kinds[table] is kind], asking)
    _note_the_rest(found, kinds, books, asking)
    used = [part for table in chosen.values() if table is not None for part in table.parts]
    _refuse_split_amounts(used, books, asking)
    _ask_about_split_costs(chosen[TableKind.YEARS], books, asking)
    _note_amounts_outside(used, asking)
    is_open = {question.key.partition(":")[0] if question.key.startswith("soort:") else question.key
               for question in asking.questions if question.is_open}  # fmt: skip
    pending = {kind for kind, noun in _NOUNS.items() if f"tabel:{noun}" in is_open}
    if "soort" in is_open:
        pending |= {kind for kind in TableKind if chosen[kind] is None}
    return Chosen(chosen[TableKind.MEASURES], chosen[TableKind.YEARS], frozenset(pending))


def _note_amounts_outside(tables: Sequence[Found], asking: Asking) -> None:
    """Amounts on the same sheets that belong to none of the tables."""
    sheets = {(table.book, table.sheet.name): table.grid for table in tables}
    for (book, name), grid in sheets.items():
        mine = [table for table in tables if (table.book, table.sheet.name) == (book, name)]
        outside = [
            Place(name, row, column, grid.sheet.has_addresses)
            for row, cells in enumerate(grid.sheet.rows)
            for column, cell in enumerate(cells)
            if is_amount(cell) and not any(table.covers(row, column) for table in mine)
        ]
        if outside:
            asking.note(
                f"buiten:{book}:{name}",
                f"Getallen buiten de tabellen zijn niet gelezen: {at(outside)}.",
                outside,
                First.TABLE,
            )


def _refuse_split_amounts(tables: Iterable[Found], books: Sequence[Workbook], asking: Asking) -> None:
    """Fault where commas separate columns and also stand in amounts, so that one amount fills two columns."""
    by_name = {book.name: book for book in books}
    for table in tables:
        if by_name[table.book].separator != ",":
            continue
        bare = [heading.column for heading in table.headings if not heading.text]
        split = [
            table.place(row, column)
            for row in table.rows
            for column in bare
            if table.cell(row, column).text.strip().isdecimal()
        ]
        if split:
            _refuse_commas(table, split, asking)


def _ask_about_split_costs(table: Found | None, books: Sequence[Workbook], asking: Asking) -> None:
    """Question where commas separate columns and no amount has decimals, so that 41,25 may fill two of them."""
    if table is None or next(book for book in books if book.name == table.book).separator != ",":
        return
    amounts = [heading for heading in table.headings if heading.column != table.year_column]
    cells = {heading.column: [table.cell(row, heading.column).text for row in table.rows] for heading in amounts}
    if not all(text.isdecimal() for texts in cells.values() for text in texts if text):
        return
    for left, right in itertools.pairwise(amounts):
        pairs = [(row, one, other) for row, one, other in zip(table.rows, cells[left.column], cells[right.column],
                                                              strict=True) if one and other]  # fmt: skip
        whole = unit_in(left.text) in (Unit.THOUSANDS, Unit.EURO)
        if not pairs or (whole and not all(len(other) == _THOUSANDS for _, _, other in pairs)):
            continue
        row, one, other = pairs[0]
        value = asking.ask(
            f"komma:{table.book}", f"In {table.book} scheidt de komma de kolommen. Staat er {one} en {other}, of is "
            f"{one},{other} bedoeld?",
            [("twee", f"twee bedragen: {one} en {other}"), ("een", f"één bedrag: {one},{other}")], None,
            "geen bedrag heeft decimalen", table.place(row, left.column),
        )  # fmt: skip
        if value == "een":
            _refuse_commas(table, [table.place(row, left.column) for row, _, _ in pairs], asking)
        return


def _refuse_commas(table: Found, places: Sequence[Place], asking: Asking) -> None:
    asking.fault(
        f"komma:{table.book}", f"In {table.book} scheidt de komma de kolommen, en staan er ook komma's in bedragen: "
        f"{at(places)}. Bewaar het bestand met puntkomma's, of zet bedragen tussen aanhalingstekens.", places,
        First.FILE,
    )  # fmt: skip


def _kind_of(table: Found, asking: Asking) -> TableKind | None:
    if not table.is_doubtful:
        return table.kind
    value = asking.ask(
        f"soort:{_key(table)}",
        f"Wat staat er in {_name(table)}?",
        [
            (_NOUNS[TableKind.MEASURES], "maatregelen, met wat zij per jaar besparen"),
            (_NOUNS[TableKind.YEARS], "kosten per jaar, of delen daarvan"),
            (_NONE, "iets anders: niet gebruiken"),
        ],
        None,
        "nergens staat dat het om besparingen gaat",
        table.place(table.first),
    )
    return next((kind for kind, noun in _NOUNS.items() if noun == value), None)


def _chosen(kind: TableKind, fitting: Sequence[Found], asking: Asking) -> Found | None:
    if not fitting:
        return None
    if len(fitting) == 1 and _is_template(kind, fitting[0]):
        return fitting[0]
    by_key = {_key(table): table for table in fitting}
    seen = [table for table in fitting if not table.sheet.hidden]
    exact = [table for table in seen if table.sheet.name == kind]
    named = [table for table in seen if table.names_costs] if kind is TableKind.YEARS else []
    likely = exact or named or seen
    proposal = _key(likely[0]) if len(likely) == 1 else None
    reason = (
        "dit is de enige tabel die daarop lijkt"
        if len(fitting) == 1
        else (
            f"het blad heet precies “{kind}”"
            if len(exact) == 1
            else "de andere staan op verborgen bladen"
            if len(seen) == 1
            else "de andere noemen geen kosten, begroting of doel"
            if len(likely) == 1
            else "er zijn er meer die passen"
        )
    )
    group = joinable(fitting) if kind is TableKind.MEASURES else ()
    together = [(_TOGETHER, name_of_joined(group))] if group else []
    value = asking.ask(
        f"tabel:{_NOUNS[kind]}",
        f"Welke tabel bevat {_PHRASES[kind]}?",
        [*together, *((key, _name(table)) for key, table in by_key.items()), (_NONE, "geen van deze")],
        proposal,
        reason,
        likely[0].place(likely[0].first) if likely else None,
        certain=len(fitting) == 1 and bool(seen),
    )
    table = joined(group) if value == _TOGETHER else by_key.get(value or "")
    if len(fitting) > 1 and table is not None:
        others = ", ".join(_name(other) for other in fitting if other not in table.parts)
        read = name_of_joined(group) if value == _TOGETHER else _name(table)
        asking.note(
            f"tabel:{_NOUNS[kind]}",
            f"Voor {_PHRASES[kind]} is gelezen: {read}{f'; niet {others}' if others else ''}.",
            [table.place(table.first)],
            First.TABLE,
            # Measures that are left out make the result another one, wherever it is used.
            stays=bool(others) and kind is TableKind.MEASURES,
        )
    if table is not None and table.sheet.hidden:
        asking.note(
            f"verborgen-blad:{kind}",
            f"Het blad “{table.sheet.name}” is verborgen in het rekenblad.",
            [table.place()],
            First.TABLE,
        )
    if table is not None and table.sheet.cut:
        asking.note(
            f"afgekapt:{kind}",
            f"Van “{table.sheet.name}” zijn niet alle rijen en kolommen gelezen.",
            [table.place()],
            First.TABLE,
        )
    return table


def _note_the_rest(
    found: Sequence[Found], kinds: dict[Found, TableKind | None], books: Sequence[Workbook], asking: Asking
) -> None:
    used = {(table.book, table.sheet.name) for table in found if kinds[table]}
    rest = [
        sheet.name
        for book in books
        for sheet in book.sheets
        if (book.name, sheet.name) not in used and sheet.rows and sheet.name not in _OF_OURS
    ]
    if rest and used:
        names = ", ".join(f"“{name[:40]}”" for name in rest[:6])
        asking.note("bladen", f"Niet gelezen, want zonder tabel die hier past: {names}.")
    if found:
        return
    names = ", ".join(f"“{sheet.name[:40]}”" for book in books for sheet in book.sheets) or "geen bladen"
    asking.fault(
        "geen-tabel",
        f"Geen tabel gevonden in {names}. Er moet een rij met koppen zijn, zoals “Maatregel” en “2027”, "
        "met bedragen eronder; of begin met het voorbeeld.",
        (),
        First.FILE,
    )


def _is_template(kind: TableKind, table: Found) -> bool:
    named = not table.sheet.has_addresses or table.sheet.name == kind
    fields = [(heading.text, field_of_heading(kind, heading.text)) for heading in table.headings]
    exact = all(field is not None and field.is_called(text) for text, field in fields)
    return named and exact and table.first == table.last == 0 and not table.sheet.hidden and not table.sheet.cut


def _key(table: Found) -> str:
    return f"{slug(table.book)}:{slug(table.sheet.name)}:{table.first}:{table.headings[0].column}"


def _name(table: Found) -> str:
    names = [pair.label.text for pair in table.pairs] or [heading.text for heading in table.headings]
    headings = ", ".join(name[:24] for name in names[:3] if name)
    hidden = ", verborgen blad" if table.sheet.hidden else ""
    title = f"{table.above[-1][:40]}: " if table.above else ""
    return f"“{table.sheet.name}” vanaf rij {table.first + 1} ({title}{headings}){hidden}"
