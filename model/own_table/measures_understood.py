"""A found table of measures to measures with their savings per year, each value with the cell it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from model.own_table.amounts import Amount, Sort, amount_of, band_of_text
from model.own_table.amounts_understood import (
    Written,
)
from model.own_table.asking import Asking, First, at
from model.own_table.beginnings import begins_of
from model.own_table.cells import Cell
from model.own_table.cells_understood import (
    ask_about_formulas,
)
from model.own_table.effects import END_YEAR, CostPath, Effects, End, Lines
from model.own_table.effects_grown import Begins, grown
from model.own_table.effects_understood import understand_effects
from model.own_table.headings import HIGH, INVESTMENT_KINDS, LOW, effect_field
from model.own_table.investments_understood import add_investments, investments_written
from model.own_table.letters_understood import mend_letters
from model.own_table.measures import Measures, Value
from model.own_table.proposing import BOTH, TEXT_ROLES, Column, measure_columns
from model.own_table.rows_seen import code_of
from model.own_table.rows_understood import Rows, measure_rows
from model.own_table.tables_found import Found
from model.own_table.workbook import Content, Place, SheetCell
from model.own_table.years_written import year_of
from model.what_if.measures import MOST_MEASURES

_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,7}", re.ASCII)
_YES = frozenset({"ja", "j", "waar", "x", "true", "yes", "1", "v", "✓"})
_NO = frozenset({"nee", "n", "onwaar", "false", "no", "0", "-", ""})
_MONTHS = re.compile(r"maanden|maand|mnd\.?|mnden", re.IGNORECASE)
_FIELDS = {
    "naam": "name",
    "categorie": "category",
    "trekker": "lead",
    "betrokken": "involved",
    "voorwaarde": "condition",
    "risico": "risk",
}


def understand_measures(found: Found, path: CostPath, asking: Asking) -> Measures:
    """Measures of a found table.

    Parameters
    ----------
    found : Found
    path : CostPath
        Costs per year, empty where they are missing or open.
    asking : Asking
    """
    columns = measure_columns(found, asking)
    measures = Measures(found, columns)
    if not _has_what_it_needs(found, columns, asking):
        measures.is_open = True
        return measures
    columns = _without_hidden(found, columns, asking)
    rows = measure_rows(found, columns, asking)
    if not rows.measures:
        asking.fault(
            "geen-maatregelen",
            f"In de tabel op “{found.sheet.name}” telt geen enkele regel mee als maatregel.",
            [found.place(found.last)],
            First.ROW,
        )
        measures.is_open = True
        return measures
    _about_cells(found, columns, rows, asking)
    lines = _lines(found, columns, rows.measures, asking)
    if len(lines.leads) > MOST_MEASURES:
        asking.fault(
            "te-veel",
            f"Op “{found.sheet.name}” staan {len(lines.leads)} maatregelen; hooguit {MOST_MEASURES} "
            "kunnen mee. Voeg kleine maatregelen samen.",
            [found.place(found.last)],
            First.ROW,
        )
        measures.is_open = True
        return measures
    effects = understand_effects(found, columns, lines, path, investments_written(found, columns, lines), asking)
    begins = begins_of(found, columns, effects, path.years, asking)
    measures.is_open = effects.is_open
    kept = [row for row in lines.leads if row not in effects.left_out]
    measures.rows = {row: _texts(found, columns, row, rows) for row in kept}
    _add_codes(found, columns, measures.rows, rows.coded, asking)
    add_investments(found, columns, measures, lines, effects, path.start, asking)
    _add_preparation(found, columns, measures.rows, asking)
    mend_letters(measures.rows, asking)
    if effects.is_open:
        measures.years = tuple(sorted({year for _, year, _ in effects.ends if year != END_YEAR}))
        _lay_out_effects(measures, effects)
    else:
        _add_effects(measures, effects, path.years, begins, asking)
    return measures


def _lines(found: Found, columns: Sequence[Column], rows: tuple[int, ...], asking: Asking) -> Lines:
    """Rows of the same measure together, where each year of it has its own row."""
    at_year = next((column.index for column in columns if column.role == "jaar"), None)
    if at_year is None:
        return Lines(rows)
    name = next(column.index for column in columns if column.role == "naam")
    years, first, lead = dict[int, int](), dict[str, int](), dict[int, int]()
    seen: set[tuple[int, int]] = set()
    for row in rows:
        year = year_of(found.cell(row, at_year))[0]
        place = found.place(row, at_year)
        lead[row] = first.setdefault(found.cell(row, name).text.casefold(), row)
        if year is None or (lead[row], year) in seen:
            what = "staat geen jaar" if year is None else f"staat {year} nog eens voor dezelfde maatregel"
            asking.fault(
                "jaar:maatregelen",
                f"In {at([place])} {what}. Elke regel is één jaar van één maatregel.",
                [place],
                First.ROW,
            )
            continue
        seen.add((lead[row], year))
        years[row] = year
    asking.note(
        "lange-vorm",
        f"Elke regel is één jaar van een maatregel: {len(rows)} regels zijn {len(first)} maatregelen.",
        [found.place(found.last, at_year)],
        First.TABLE,
    )
    return Lines(rows, lead, years)


def _has_what_it_needs(found: Found, columns: Sequence[Column], asking: Asking) -> bool:
    roles = {column.parts[0] for column in columns}
    lacking = ["de namen van de maatregelen"] * ("naam" not in roles)
    lacking += ["besparingen"] * (not roles & {"effect", "eind"})
    is_open = any(question.is_open and question.key.startswith("kolom:maatregelen") for question in asking.questions)
    if lacking and not is_open:
        asking.fault(
            "maatregelen-kolom",
            f"In de tabel op “{found.sheet.name}” is geen kolom gekozen met "
            f"{' en '.join(lacking)}. Kies hierboven welke kolom dat is.",
            [found.place(found.last)],
            First.COLUMN,
        )
    return not lacking


def _without_hidden(found: Found, columns: tuple[Column, ...], asking: Asking) -> tuple[Column, ...]:
    hidden = [column for column in columns if column.index in found.sheet.hidden_columns]
    if not hidden:
        return columns
    places = [found.place(found.last, column.index) for column in hidden]
    names = ", ".join(f"“{column.heading[:40]}”" for column in hidden)
    value = asking.ask(
        "verborgen-kolom:maatregelen",
        f"Het rekenblad verbergt kolommen die meetellen: {names}. Lezen?",
        [("mee", "ja, lees ze mee"), ("niet", "nee, alleen wat het rekenblad laat zien")],
        "mee",
        "zonder deze kolommen is de tabel niet compleet",
        places[0],
    )
    told = "zijn gelezen" if value == "mee" else "zijn niet gelezen"
    asking.note("verborgen-kolom", f"Verborgen kolommen {told}: {names}.", places, First.COLUMN)
    return columns if value == "mee" else tuple(column for column in columns if column not in hidden)


def _about_cells(found: Found, columns: Sequence[Column], rows: Rows, asking: Asking) -> None:
    written = [
        Written(Amount(Sort.EMPTY), found.cell(row, column.index), found.place(row, column.index), column.index)
        for row in rows.measures
        for column in columns
    ]
    ask_about_formulas(written, "maatregelen", asking)
    filled = [
        it
        for it in written
        if it.place.row is not None
        and found.grid.is_filled_in(found.row_at(it.place), it.column)
        and not it.cell.is_empty
    ]
    amounts = {column.index for column in columns if column.parts[0] in ("effect", "eind", "investering")}
    texts = [it.place for it in filled if it.column not in amounts]
    numbers = [it.place for it in filled if it.column in amounts]
    if texts:
        asking.note(
            "samengevoegd",
            f"Wat in samengevoegde cellen staat, geldt voor elke regel ervan: {at(texts)}.",
            texts,
            First.CELL,
        )
    if numbers:
        asking.fault(
            "samengevoegd",
            "Een bedrag staat in samengevoegde cellen en geldt voor meer dan één cel: "
            f"{at(numbers)}. Splits de cellen in het rekenblad en verdeel het bedrag.",
            numbers,
            First.CELL,
        )


def _texts(found: Found, columns: Sequence[Column], row: int, rows: Rows) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for column in columns:
        cell, place = found.cell(row, column.index), found.place(row, column.index)
        if column.role in TEXT_ROLES - {"soort"}:
            values[_FIELDS[column.role]] = Value(cell.text or None, cell, place)
        elif column.role == "looptal":
            values["running"] = Value(_yes_no(cell), cell, place)
        elif column.role == "soort":
            values["investment_kind"] = Value(_investment_kind(cell), cell, place)
    if row in rows.names:
        values["name"] = replace(values["name"], value=rows.names[row])
    category = rows.categories.get(row)
    if category and not (values.get("category") and values["category"].value):
        values["category"] = Value(category)
    return values


def _yes_no(cell: SheetCell) -> Cell:
    if isinstance(cell.value, bool):
        return cell.value
    word = cell.text.casefold()
    return True if word in _YES else False if word in _NO else cell.text


def _investment_kind(cell: SheetCell) -> Cell:
    word = cell.text.casefold().removeprefix("uit het ").replace("_", " ")
    if not word:
        return None
    if amount_of(cell).sort is Sort.UNKNOWN and word not in INVESTMENT_KINDS:
        return "nog op te geven" if word == "op te geven" else "onbekend"
    return word if word in INVESTMENT_KINDS else cell.text


def _add_codes(
    found: Found,
    columns: Sequence[Column],
    rows: dict[int, dict[str, Value]],
    coded: Mapping[int, int],
    asking: Asking,
) -> None:
    index = next((column.index for column in columns if column.role == "nummer"), None)
    taken: set[str] = set()
    made: list[Place] = []
    wanted: dict[int, tuple[str, SheetCell | None]] = {}
    for row in rows:
        cell = None if index is None else found.cell(coded.get(row, row), index)
        code = "" if cell is None or cell.content is Content.DATE else code_of(cell.text)
        if not _CODE.fullmatch(code) or code.casefold() in taken:
            code = ""
        taken.add(code.casefold())
        wanted[row] = (code, cell)
    free = (str(number) for number in range(1, 10_000) if str(number) not in taken)
    for row, (code, cell) in wanted.items():
        place = found.place(row, index) if index is not None else found.place(row)
        if not code:
            code = next(free)
            made.append(place)
        rows[row]["measure_code"] = Value(code, cell, place)
    if made:
        why = "er is geen kolom met nummers" if index is None else "het nummer ontbreekt, is dubbel of past niet"
        asking.note("nummers", f"Nummers zijn gemaakt, want {why}: {at(made)}.", made)


def _add_preparation(
    found: Found, columns: Sequence[Column], rows: Mapping[int, dict[str, Value]], asking: Asking
) -> None:
    wrong: list[Place] = []
    for column in columns:
        if column.parts[0] != "voorbereiding":
            continue
        for row, values in rows.items():
            cell, place = found.cell(row, column.index), found.place(row, column.index)
            ends = _months(cell)
            if ends is None:
                wrong.append(place)
                continue
            for end, number in zip((LOW, HIGH), ends, strict=True):
                if column.parts[1] in (end, BOTH):
                    values[f"preparation_months_{'low' if end == LOW else 'high'}"] = Value(number, cell, place)
    if wrong:
        asking.note("voorbereiding", f"De voorbereiding is niet gelezen, want geen aantal maanden: {at(wrong)}.", wrong)


def _months(cell: SheetCell) -> tuple[float | None, float | None] | None:
    amount = amount_of(cell)
    if amount.sort in (Sort.EMPTY, Sort.UNKNOWN, Sort.DASH):
        return None, None
    if amount.sort is Sort.NUMBER and amount.unit is None and not amount.says_either:
        number = amount.dutch if amount.dutch is not None else amount.english
        return number, number
    text = _MONTHS.sub(" ", cell.text)
    if text != cell.text:
        return _months(SheetCell(text.strip(), text.strip(), Content.TEXT))
    band = band_of_text(cell.text) if cell.content is Content.TEXT else None
    return (band[0].dutch, band[1].dutch) if band else None


def _add_effects(
    measures: Measures, effects: Effects, years: Sequence[int], begins: Begins | None, asking: Asking
) -> None:
    only_end = all(year == 0 for _, year, _ in effects.ends)
    if only_end and not years:
        measures.is_open = True
        return
    measures.years = grown(effects, years, begins, asking)
    _lay_out_effects(measures, effects)


def _lay_out_effects(measures: Measures, effects: Effects) -> None:
    for row, values in measures.rows.items():
        for year in measures.years:
            for side in (LOW, HIGH):
                end: End | None = effects.ends.get((row, year, side))
                if end is not None:
                    is_open = effects.is_open and (end.number is None or end.number < 0)
                    values[effect_field(year, side).name] = Value(end.number, end.cell, end.place, is_open)
