"""Which column of a found table is what: a role for each, by its heading and by what stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from model.own_table.amounts import Sort, Unit, amount_of, amount_of_text, band_of_text
from model.own_table.asking import Asking, First, slug
from model.own_table.cells import column_letters
from model.own_table.columns_weighed import (
    begins_in,
    ends_in,
    may_be_years,
    settle_ends,
    settle_names,
    settle_opposites,
)
from model.own_table.competing import Proposal, settle
from model.own_table.headings import HIGH, LOW, TableKind, field_of_heading
from model.own_table.tables_found import Found
from model.own_table.title_words import says_begin
from model.own_table.words import (
    MEASURE_ROLES,
    UNUSED,
    effect_likeness,
    favour_of,
    measure_heading,
    says_favour,
    unit_in,
    unit_stated,
)
from model.own_table.words import Heading as SaidHeading
from model.own_table.workbook import Content, Place, SheetCell
from model.own_table.years_written import begin_of, year_of_text

BOTH = "beide"
_UNTIL = "tot"
"""Stands for a column that says until when a measure runs, which is no role."""
ONE_EACH = frozenset(
    {
        "nummer",
        "naam",
        "categorie",
        "trekker",
        "betrokken",
        "soort",
        "investering",
        "looptal",
        "voorwaarde",
        "risico",
        "jaar",
        "begin",
        "eenheid",
    }
)
_MANY = frozenset({"teken", "investering", "deel"})
"""Roles that several columns can have at once."""
TEXT_ROLES = frozenset({"naam", "categorie", "trekker", "betrokken", "soort", "voorwaarde", "risico"})
_OF_EFFECTS = ("effect", "eind")
_ENDS = {LOW: "laag", HIGH: "hoog", BOTH: "één bedrag, of laag en hoog in één cel"}


@dataclass(frozen=True)
class Column:
    """One column with its role, such as "naam" or "effect:2027:laag".

    `is_template` says that the heading is exactly the one of the template; `unit` is what the heading says.
    """

    index: int
    heading: str
    role: str
    unit: Unit | None
    is_template: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """Parts of the role."""
        return tuple(self.role.split(":"))


def measure_columns(found: Found, asking: Asking) -> tuple[Column, ...]:
    """Columns of a table of measures with the roles that hold now; what is not used is left out."""
    proposals = _measure_proposals(found)
    options = _measure_options(found, proposals.values())
    return asked_columns(found, TableKind.MEASURES, proposals, options, asking)


def _measure_proposals(found: Found) -> dict[int, Proposal]:
    said = {heading.column: measure_heading(heading.text) for heading in found.headings}
    said |= {heading.column: SaidHeading("begin") for heading in found.headings if begins_in(found, heading)}
    said |= {heading.column: SaidHeading(_UNTIL) for heading in found.headings if ends_in(found, heading)}
    proposals: dict[int, Proposal] = {}
    taken: set[str] = set()
    for heading in found.headings:
        it = said[heading.column]
        cells = [found.cell(row, heading.column) for row in found.rows]
        proposal = (
            _proposed_effect(it, heading.text, cells, said.values())
            if it.role in _OF_EFFECTS and _mark_of_rows(it.role, heading.text, cells) != "teken"
            else _proposed_other(it, heading.text, cells, said.values())
        )
        if proposal.role in taken and proposal.role in ONE_EACH and not (it.role == "investering" and it.year):
            proposal = Proposal(UNUSED, "er is al een kolom die dit is", False)
        taken.add(proposal.role or "")
        proposals[heading.column] = proposal
    names = {heading.column: heading.text for heading in found.headings}
    effects = [at for at, it in proposals.items() if (it.role or "").startswith(("effect:", "eind:"))]
    settle(proposals, {at: _effect_likeness(found, at, names[at]) for at in effects}, names)
    settle_ends(found, proposals, said)
    settle_opposites(proposals, said, names)
    if "naam" not in taken:
        _propose_name(found, proposals)
    settle_names(found, proposals, [at for at, it in said.items() if it.role == "naam"])
    return proposals


def _proposed_effect(it: SaidHeading, text: str, cells: list[SheetCell], said: Collection[SaidHeading]) -> Proposal:
    if it.role == "eind" and any(other.role == "effect" for other in said):
        return Proposal(UNUSED, "er staan al bedragen per jaar; het laatste jaar geldt ook daarna", False)
    if not it.end and any(other.end and other.year == it.year for other in said if other.role in ("effect", "eind")):
        return Proposal(UNUSED, "voor dit jaar staan laag en hoog er al", True)
    if not _holds_amounts(cells):
        other = next(cell.text for cell in cells if amount_of(cell).sort is Sort.OTHER and not _is_band(cell))
        reason = f"in deze kolom staan geen bedragen, maar bijvoorbeeld “{other[:30]}”"
        return Proposal(None if it.year is not None else UNUSED, reason, False)
    name = f"effect:{it.year}:{it.end or BOTH}" if it.role == "effect" else f"eind:{it.end or BOTH}"
    return Proposal(name, reason_of(text, name), True)


def _proposed_other(it: SaidHeading, text: str, cells: list[SheetCell], said: Collection[SaidHeading]) -> Proposal:
    role = _mark_of_rows(it.role, text, cells)
    if role in ("eenheid", "teken"):
        return _proposed_mark(role, said, cells)
    if role == _UNTIL:
        return Proposal(None, "hier staan jaren of datums: een besparing die ophoudt, kent de pagina niet", False)
    if role == "begin":
        return _proposed_begin(text, cells, said)
    if role in ("", UNUSED) and says_begin(text) and may_be_years(cells, said):
        return Proposal(None, "hier staan jaren: dat kan het jaar van de besparing zijn", False)
    if not role:
        reason = "de kop zegt niet wat hier staat" if text else "deze kolom heeft geen kop"
        return Proposal(UNUSED, reason, all(cell.is_empty for cell in cells))
    if role == "jaar" and not any(amount_of(cell).sort is Sort.NUMBER for cell in cells):
        role = UNUSED
    if role == "investering" and it.year is not None:
        if any(other.role == role and other.year is None for other in said):
            return Proposal(UNUSED, "er is ook een kolom met de hele investering", False)
        return Proposal(role, "de kop noemt een investering in een jaar", False)
    return Proposal(role, reason_of(text, role), True)


def _proposed_begin(text: str, cells: list[SheetCell], said: Collection[SaidHeading]) -> Proposal:
    years = {it.year for it in said if it.role == "effect"}
    if len(years) == 1 and not any(it.role == "jaar" for it in said):
        reason = (
            f"er staat alleen een besparing voor {years.pop()}; geldt die vanaf het begin, kies daar dan “besparing "
            "aan het eind” en hier het eerste jaar"
        )
        return Proposal(None, reason, False)
    if years or any(it.role == "jaar" for it in said):
        reason = "de besparingen staan er al per jaar, en daaruit blijkt wanneer zij beginnen"
        return Proposal(UNUSED, reason, False)
    odd = next((cell.text for cell in cells if not cell.is_empty and begin_of(cell) is None), "")
    if odd:
        return Proposal(None, f"hier staan jaren of datums, maar ook “{odd[:30]}”", False)
    return Proposal("begin", f"de kop is “{text[:60]}” en hier staan jaren of datums", False)


def _mark_of_rows(role: str, heading: str, cells: list[SheetCell]) -> str:
    """Role of a column whose cells say the unit or the sign of the amounts beside them, else the role it had."""
    if role not in ("", UNUSED, "eenheid", *_OF_EFFECTS):
        return role
    texts = [cell.text for cell in cells if not cell.is_empty]
    says_unit = unit_in if role == "eenheid" else unit_stated
    units = sum(says_unit(text) is not None and amount_of_text(text).sort is Sort.OTHER for text in texts)
    # Cells of amounts can hold their units themselves: 1,2 mln is no unit.
    if texts and role not in _OF_EFFECTS and (units == len(texts) or (role == "eenheid" and units)):
        return "eenheid"
    favours = {favour_of(text) for text in texts}
    if "" not in favours and set(texts) != {"-"} and ("n" in favours or (favours and says_favour(heading))):
        return "teken"
    return "" if role == "eenheid" else role


def _effect_likeness(found: Found, column: int, heading: str) -> int:
    """How likely a column means savings, by its heading, or by V and N in its cells."""
    favours = any(amount_of(found.cell(row, column)).benefit for row in found.rows)
    return max(effect_likeness(heading), 2 if favours else 0)


def _proposed_mark(role: str, said: Collection[SaidHeading], cells: list[SheetCell]) -> Proposal:
    """Proposal for such a column: none for units that the headings of the amounts speak against."""
    if role == "teken":
        return Proposal(role, "hier staat V (voordelig) of N (nadelig), of een teken", False)
    in_cells = {unit_in(cell.text) for cell in cells if not cell.is_empty}
    in_headings = {it.unit for it in said if it.role in ("effect", "eind") and it.unit}
    if in_headings and in_headings != in_cells:
        return Proposal(None, "de koppen van de bedragen noemen een andere eenheid", False)
    return Proposal(role, "hier staan eenheden", False)


def _propose_name(found: Found, proposals: dict[int, Proposal]) -> None:
    """The column with the most different words as names, where no heading says which one it is."""
    free = [at for at, proposal in proposals.items() if proposal.role in (UNUSED, "categorie")]
    counts = {at: len({cell.text for row in found.rows if _is_name(cell := found.cell(row, at))}) for at in free}
    best = max(counts, key=lambda at: counts[at], default=None)
    if best is not None and counts[best]:
        proposals[best] = Proposal("naam", "hier staan de meeste verschillende namen", False)


def _is_name(cell: SheetCell) -> bool:
    return cell.content is Content.TEXT and amount_of(cell).sort is Sort.OTHER


def _holds_amounts(cells: list[SheetCell]) -> bool:
    sorts = Counter(amount_of(cell).sort for cell in cells)
    return sorts[Sort.OTHER] - sum(map(_is_band, cells)) <= len(cells) / 2


def _is_band(cell: SheetCell) -> bool:
    return cell.content is Content.TEXT and band_of_text(cell.text) is not None


def _measure_options(found: Found, proposals: Iterable[Proposal]) -> list[tuple[str, str]]:
    named = {year for heading in found.headings if (year := year_of_text(heading.text)[0]) is not None}
    years = sorted(named | set(found.years_across.values()))
    known = {f"effect:{year}:{end}": f"besparing in {year}: {label}" for year in years for end, label in _ENDS.items()}
    known |= {f"eind:{end}": f"besparing aan het eind: {label}" for end, label in _ENDS.items()}
    known |= MEASURE_ROLES
    return [*known.items(), (UNUSED, "niet gebruiken")]


def asked_columns(
    found: Found, kind: TableKind, proposals: dict[int, Proposal], options: list[tuple[str, str]], asking: Asking
) -> tuple[Column, ...]:
    """Columns with the roles that hold now, each asked about; what is not used is left out."""
    columns: list[Column] = []
    unused: list[Place] = []
    names: list[str] = []
    for heading in found.headings:
        proposal = proposals[heading.column]
        cells = [found.cell(row, heading.column) for row in found.rows]
        if not heading.text and all(cell.is_empty for cell in cells):
            continue
        field = field_of_heading(kind, heading.text) if heading.text else None
        is_template = field is not None and field.is_called(heading.text)
        role = proposal.role
        if not is_template or not proposal.certain:
            letters = column_letters(heading.column)
            role = asking.ask(
                f"kolom:{'maatregelen' if kind is TableKind.MEASURES else 'kosten'}:{letters}:{slug(heading.text)}",
                f"Wat staat er in kolom {letters}{f', “{heading.text[:60]}”' if heading.text else ', zonder kop'}?",
                options,
                role,
                proposal.reason,
                found.place(found.last, heading.column),
                certain=proposal.certain,
            )
        if role and role != UNUSED:
            columns.append(Column(heading.column, heading.text, role, unit_in(heading.text), is_template))
        elif role is not None and any(not cell.is_empty for cell in cells):
            unused.append(found.place(found.last, heading.column))
            names.append(f"{column_letters(heading.column)}{f' (“{heading.text[:40]}”)' if heading.text else ''}")
    if unused:
        asking.note(f"kolommen:{kind}", f"Niet gelezen in “{found.sheet.name}”: kolom {', '.join(names)}.", unused)
    _refuse_doubles(found, columns, asking)
    return tuple(columns)


def _refuse_doubles(found: Found, columns: list[Column], asking: Asking) -> None:
    by_meaning: dict[str, list[Column]] = {}
    for column in columns:
        for meaning in () if column.role in _MANY else _meanings(column.role):
            by_meaning.setdefault(meaning, []).append(column)
    for same in by_meaning.values():
        if len(same) > 1:
            names = " en ".join(f"{column_letters(it.index)} (“{it.heading[:40]}”)" for it in same)
            asking.fault(
                f"dubbel:{same[0].role}",
                f"Twee kolommen hebben dezelfde betekenis: {names}. Kies er één, en zet de andere op “niet gebruiken”.",
                [found.place(found.last, it.index) for it in same],
                First.COLUMN,
            )


def _meanings(role: str) -> tuple[str, ...]:
    """What a column holds; one for both ends of a band holds each of them."""
    stem, _, end = role.rpartition(":")
    return (f"{stem}:{LOW}", f"{stem}:{HIGH}") if end == BOTH else (role,)


def reason_of(text: str, role: str) -> str:
    """Why a heading gives a role, or gives none."""
    return f"de kop is “{text[:60]}”" if role else "de kop zegt niet wat hier staat"
