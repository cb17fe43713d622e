"""Columns weighed by what stands in them: a saving at the end beside years, two columns of names, years of a start."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Mapping

from model.own_table.amounts import Sort, Unit, amount_of
from model.own_table.competing import Proposal
from model.own_table.tables_found import Found
from model.own_table.tables_found import Heading as TableHeading
from model.own_table.title_words import says_start
from model.own_table.words import UNUSED, Heading, bare, measure_heading, plain, says_effect
from model.own_table.workbook import Content, SheetCell
from model.own_table.years_written import begin_of, year_of

_CLOSE = 0.006
_CODE = re.compile(r"[A-Za-z]{0,3}[-. ]?[0-9]{1,3}(?:[.-]?[0-9a-z]{1,2})?", re.ASCII)
_GAIN = re.compile(r"\bbaten\b|voordeel|voordelen|inkomsten")
_WHEN = re.compile(r"jaar|datum|ingang|start")
_UNTIL = re.compile(r"(?:tot|t/m|tot en met)(?: wanneer| jaar| datum)?")
_MAY_BEGIN = ("", UNUSED, "eind", "naam", "categorie")
_LOSS = re.compile(r"\blasten\b|nadeel|nadelen|uitgaven")


def settle_ends(found: Found, proposals: dict[int, Proposal], said: Mapping[int, Heading]) -> None:
    """A column of savings at the end that says something else than the last year: the visitor knows which holds."""
    years = [it.year for it in said.values() if it.role == "effect" and it.year is not None]
    last = [at for at, it in said.items() if it.role == "effect" and it.year == max(years, default=0)]
    for column, it in said.items():
        is_share = it.unit is Unit.PERCENT and all(said[at].unit is not Unit.PERCENT for at in last)
        if it.role != "eind" or not last or proposals[column].role != UNUSED or is_share:
            continue
        numbers = _numbers(found, column)
        is_amounts = sum(number is not None for number in numbers) * 2 > len(numbers)
        if is_amounts and not any(_same(numbers, _numbers(found, at)) for at in last):
            reason = f"de bedragen zijn anders dan die van {max(years)}"
            proposals[column] = Proposal(None, reason, False)


def settle_opposites(proposals: dict[int, Proposal], said: Mapping[int, Heading], names: Mapping[int, str]) -> None:
    """Baten beside lasten of one year, and voordeel beside nadeel: neither alone is what a measure saves."""
    pairs = [
        (one, other)
        for one, other in itertools.permutations([at for at, it in said.items() if it.role == "effect"], 2)
        if said[one].year == said[other].year and _GAIN.search(plain(names[one])) and _LOSS.search(plain(names[other]))
    ]
    for one, other in pairs:
        for at, beside in ((one, other), (other, one)):
            reason = f"“{names[beside][:40]}” hoort bij dezelfde maatregel"
            proposals[at] = Proposal(None, reason, False)


def settle_names(found: Found, proposals: dict[int, Proposal], named: Collection[int]) -> None:
    """The column in which every row has a name, where another heading says name and its cells are empty for groups."""
    filled = {at: sum(not found.sheet.cell(row, at).is_empty for row in found.rows) for at in named}
    first = next((at for at in named if proposals[at].role == "naam"), None)
    best = max(named, key=lambda at: filled[at], default=None)
    if (
        first is not None
        and _are_codes(found, first)
        and (other := next((at for at in named if at != first and not _are_codes(found, at) and filled[at]), None))
    ):
        has_code = any(proposal.role == "nummer" for proposal in proposals.values())
        proposals[other] = Proposal("naam", "hier staan woorden", False)
        proposals[first] = Proposal(UNUSED if has_code else "nummer", "hier staan nummers", False)
        return
    if first is None or best is None or filled[best] == filled[first]:
        return
    has_category = any(proposal.role == "categorie" for proposal in proposals.values())
    proposals[best] = Proposal("naam", "hier heeft elke regel een naam", False)
    proposals[first] = Proposal(UNUSED if has_category else "categorie", "een naam geldt hier voor meer regels", False)


def _are_codes(found: Found, column: int) -> bool:
    texts = [found.cell(row, column).text for row in found.rows]
    return any(texts) and all(_CODE.fullmatch(text) for text in texts if text)


def may_be_years(cells: Collection[SheetCell], said: Collection[Heading]) -> bool:
    """Whether a column holds years and nothing else, in a table whose headings name none."""
    filled = [cell for cell in cells if not cell.is_empty]
    is_years = len(filled) > 1 and all(year_of(cell)[0] is not None for cell in filled)
    return is_years and not any(it.role == "effect" or it.role == "jaar" for it in said)


def begins_in(found: Found, heading: TableHeading) -> bool:
    """Whether a column says when each measure begins: its heading does, and most of what stands there is when."""
    said = measure_heading(heading.text)
    if not says_start(heading.text) or said.year is not None or said.role not in _MAY_BEGIN:
        return False
    cells = [found.cell(row, heading.column) for row in found.rows]
    # Savings from an amount on, in thousands of euros, can look like years.
    is_amounts = says_effect(heading.text) and not _WHEN.search(plain(heading.text))
    return _are_dates(cells) and not (is_amounts and all(it.is_empty or it.content is Content.NUMBER for it in cells))


def ends_in(found: Found, heading: TableHeading) -> bool:
    """Whether a column says until when each measure runs, under a word that could also mean the highest saving."""
    return bool(_UNTIL.fullmatch(bare(heading.text))) and _are_dates(
        [found.cell(row, heading.column) for row in found.rows]
    )


def _are_dates(cells: Collection[SheetCell]) -> bool:
    """Whether most of what stands in a column is a year or a date."""
    filled = [cell for cell in cells if not cell.is_empty]
    return sum(begin_of(cell) is not None for cell in filled) * 2 > len(filled)


def _numbers(found: Found, column: int) -> list[float | None]:
    amounts = [amount_of(found.cell(row, column)) for row in found.rows]
    return [amount.dutch if amount.sort is Sort.NUMBER else None for amount in amounts]


def _same(one: list[float | None], other: list[float | None]) -> bool:
    pairs = zip(one, other, strict=True)
    return all(abs((left or 0.0) - (right or 0.0)) <= abs(left or 0.0) * _CLOSE for left, right in pairs)
