"""What each figure of a table of costs is: yearly costs, the path to reach, a part of them, or something beside."""

from __future__ import annotations

import re
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.own_table.amounts import Sort, Unit, amount_of
from model.own_table.amounts_understood import PER_UNIT
from model.own_table.asking import Asking, First, slug
from model.own_table.competing import Proposal, settle
from model.own_table.cost_words import (
    is_currency,
    says_after_measures,
    says_other_task,
    says_without_measures,
    says_youth,
)
from model.own_table.headings import TableKind, field_of_heading
from model.own_table.proposing import Column, asked_columns, reason_of
from model.own_table.tables_found import Found
from model.own_table.words import (
    UNUSED,
    YEAR_ROLES,
    cost_likeness,
    favour_of,
    is_total,
    plain,
    unit_in,
    year_heading,
)
from model.own_table.workbook import Content, SheetCell

PART = "deel"
_AS_COSTS = 0.5
"""Part of the costs from which an amount beside them is as large as costs, and no saving on them."""
_SAME = 0.005
_BESIDE = re.compile(
    r"verschil|tekort|overschot|afwijking|mutatie|toelichting|opmerking|index|aantal|percentage|%|\bper (?:jeugdige|"
    r"cli[eë]nt|inwoner|kind|traject)|reserve|resultaat|\bbaten\b|opbrengst|dekking|eigen bijdrage|bijdrage gemeente"
)
_ROW_ROLES = tuple((role, label) for role, label in YEAR_ROLES.items() if role not in ("jaar", "eenheid"))


@dataclass(frozen=True)
class Line:
    """One column or row of figures: what it is called, and its amounts by where they stand along it."""

    name: str
    amounts: Mapping[int, float]
    is_filled: bool = True
    is_template: bool = False

    @property
    def unit(self) -> Unit | None:
        """Unit that its name says."""
        return unit_in(self.name)


def year_columns(found: Found, asking: Asking) -> tuple[Column, ...]:
    """Columns of a table with a year on each row."""
    lines = {
        heading.column: line_of(heading.text, {row: found.cell(row, heading.column) for row in found.rows})
        for heading in found.headings
        if heading.column != found.year_column
    }
    proposals = proposed_figures(lines)
    for column in (found.year_column,) if found.year_column is not None else ():
        text = next(heading.text for heading in found.headings if heading.column == column)
        proposals[column] = Proposal("jaar", reason_of(text, "jaar"), True)
    cells = {at: [found.cell(row, at) for row in found.rows] for at in lines}
    proposals |= {at: _MARK for at in lines if _says_favour(cells[at]) and proposals[at].role == UNUSED}
    proposals |= parts_for_costs(lines, proposals, "kolommen", found, asking)
    options = [*YEAR_ROLES.items(), (UNUSED, "niet gebruiken")]
    return asked_columns(found, TableKind.YEARS, proposals, options, asking)


def year_rows(found: Found, asking: Asking) -> dict[int, str]:
    """Role of each row of a table with the years beside each other."""
    lines: dict[int, Line] = {}
    for row in found.rows:
        cells = [found.cell(row, heading.column) for heading in found.headings]
        label = next((cell.text for cell in cells if cell.content is Content.TEXT and not is_currency(cell.text)), "")
        line = line_of(label, {column: found.cell(row, column) for column in found.years_across})
        if line.is_filled:
            lines[row] = line
    proposals = proposed_figures(lines)
    proposals |= parts_for_costs(lines, proposals, "regels", found, asking)
    return asked_rows(found, lines, proposals, asking)


def year_pairs(found: Found, asking: Asking) -> dict[str, str]:
    """Role of each name in a table of pairs."""
    names = {pair.name: pair.row for pair in reversed(found.pairs)}
    lines = {
        row: line_of(name, {pair.year: pair.cell for pair in found.pairs if pair.name == name})
        for name, row in reversed(names.items())
    }
    proposals = proposed_figures(lines)
    proposals |= parts_for_costs(lines, proposals, "regels", found, asking)
    roles = asked_rows(found, lines, proposals, asking)
    return {lines[row].name: role for row, role in roles.items()}


def asked_rows(
    found: Found, lines: Mapping[int, Line], proposals: Mapping[int, Proposal], asking: Asking
) -> dict[int, str]:
    """Role of each row as it holds now; rows that are not used are left out."""
    roles: dict[int, str] = {}
    seen: list[str] = []
    for row, proposal in proposals.items():
        name = lines[row].name
        nth = f":{seen.count(name) + 1}" if name in seen else ""
        seen.append(name)
        chosen = asking.ask(
            f"regel:kosten:{slug(name) or row}{nth}",
            f"Wat staat er in de regel “{name[:60]}”?" if name else f"Wat staat er in rij {row + 1}, zonder naam?",
            [*_ROW_ROLES, (UNUSED, "niet gebruiken")],
            proposal.role,
            proposal.reason,
            found.place(row),
            certain=proposal.certain,
        )
        if chosen and chosen != UNUSED:
            roles[row] = chosen
    for role in {role for role in roles.values() if role != PART}:
        same = [row for row, other in roles.items() if other == role]
        if len(same) > 1:
            names = " en ".join(f"“{lines[row].name[:40]}” (rij {row + 1})" for row in same[:4])
            asking.fault(
                f"dubbel:{role}",
                f"Twee regels hebben dezelfde betekenis: {names}. Kies er één, en zet de andere op “niet gebruiken”.",
                [found.place(row) for row in same],
                First.COLUMN,
            )
    return roles


def proposed_figures(lines: Mapping[int, Line]) -> dict[int, Proposal]:
    """Proposal for each line by its name, and by its size beside the others."""
    proposals: dict[int, Proposal] = {}
    taken: set[str] = set()
    for at, line in lines.items():
        role = year_heading(line.name).role
        role = "" if role == "jaar" else role
        if role and role in taken and role not in ("kosten", "doel"):
            proposals[at] = Proposal(UNUSED, f"er is al een regel of kolom voor {YEAR_ROLES[role]}", False)
        else:
            proposals[at] = Proposal(role or UNUSED, _reason(line, role), bool(role))
            taken.add(role)
    _total_for_costs(proposals, lines)
    _budget_for_costs(proposals)
    _path_beside_forecast(proposals, lines)
    names = {at: line.name for at, line in lines.items()}
    has_goal = any(it.role == "doel" for it in proposals.values())
    likeness = {
        at: 2 if has_goal and says_without_measures(names[at]) else cost_likeness(names[at])
        for at, it in proposals.items()
        if it.role == "kosten"
    }
    settle(proposals, likeness, names)
    settle(proposals, {at: 1 for at, it in proposals.items() if it.role == "doel"}, names)
    _by_size(proposals, lines)
    _budget_beside_costs(proposals, lines)
    _youth_beside_others(proposals, lines)
    return proposals


def _youth_beside_others(proposals: dict[int, Proposal], lines: Mapping[int, Line]) -> None:
    """Youth care as the costs where a total also holds the costs of other tasks, such as the Wmo."""
    others = [line.name for line in lines.values() if line.amounts and says_other_task(line.name)]
    wide = [at for at, it in proposals.items() if it.role == "kosten" and not says_youth(lines[at].name)]
    if not others or not wide:
        return
    youth = [
        at for at, line in lines.items() if line.amounts and says_youth(line.name) and proposals[at].role == UNUSED
    ]
    beside = f"hier staat ook “{others[0][:40]}”"
    for at in wide:
        proposals[at] = Proposal(UNUSED if len(youth) == 1 else None, f"{beside}: dit is meer dan jeugd", False)
    for at in youth:
        proposals[at] = Proposal("kosten" if len(youth) == 1 else None, f"{beside}, en dit is de jeugd", False)


def line_of(name: str, cells: Mapping[int, SheetCell]) -> Line:
    """Line of these cells."""
    amounts = {at: amount_of(cell) for at, cell in cells.items()}
    numbers = {at: it.dutch if it.dutch is not None else it.english for at, it in amounts.items()
               if it.sort is Sort.NUMBER}  # fmt: skip
    filled = any(it.sort is not Sort.EMPTY for it in amounts.values())
    field = field_of_heading(TableKind.YEARS, name) if name else None
    known = {at: number for at, number in numbers.items() if number is not None}
    return Line(name, known, filled, field is not None and field.is_called(name))


_MARK = Proposal("teken", "hier staat V (voordelig) of N (nadelig)", False)


def _says_favour(cells: Sequence[SheetCell]) -> bool:
    texts = [cell.text for cell in cells if not cell.is_empty]
    return bool(texts) and all(favour_of(text) for text in texts)


def _reason(line: Line, role: str) -> str:
    if role or not line.name:
        return reason_of(line.name, role) if role else "hier staat geen kop of naam bij"
    if _BESIDE.search(plain(line.name)):
        return "dit zijn geen jaarkosten, en geen doel of bijdrage"
    return "aan de kop is niet te zien of dit meetelt"


def _total_for_costs(proposals: dict[int, Proposal], lines: Mapping[int, Line]) -> None:
    """The total of parts as the costs, where nothing else says that it is."""
    if any(it.role == "kosten" for it in proposals.values()):
        return
    totals = [at for at, it in proposals.items() if it.role in (UNUSED, "regio") and _is_total(lines[at].name)
              and "saldo" not in plain(lines[at].name) and lines[at].amounts]  # fmt: skip
    parts = [at for at, it in proposals.items() if it.role == UNUSED and at not in totals and lines[at].amounts]
    if not totals:
        return
    whole = [at for at in totals if _adds_up(lines[at], [lines[part] for part in parts])]
    for at in totals:
        if len(whole) == 1:
            is_whole = at in whole
            reason = "de bedragen ernaast tellen hierop op" if is_whole else "dit is een deel van het totaal"
            proposals[at] = Proposal("kosten" if is_whole else UNUSED, reason, False)
        elif len(totals) == 1 and not parts:
            proposals[at] = Proposal("kosten", reason_of(lines[at].name, "kosten"), False)
        else:
            proposals[at] = Proposal(None, "wat ernaast staat, telt hier niet op", False)
    if len(whole) == 1:
        name = lines[whole[0]].name
        for at in parts:
            proposals[at] = Proposal(UNUSED, f"dit is een deel van “{name[:40]}”", False)


def _is_total(name: str) -> bool:
    return is_total(name) or bool(re.search(r"\btotaal$|\bsamen$", plain(name)))


def _adds_up(total: Line, parts: Sequence[Line]) -> bool:
    if len(parts) < 2 and not (parts and parts[0].amounts == total.amounts):
        return False
    sums = {at: sum(part.amounts.get(at, 0.0) for part in parts) for at in total.amounts}
    return all(abs(sums[at] - number) <= max(abs(number) * _SAME, 1e-6) for at, number in total.amounts.items())


def _budget_for_costs(proposals: dict[int, Proposal]) -> None:
    roles = {proposal.role: at for at, proposal in reversed(proposals.items())}
    if "kosten" in roles:
        return
    if "begroting" in roles:
        reason = "er is geen regel of kolom met kosten; de begroting komt daar het dichtst bij"
        proposals[roles["begroting"]] = Proposal("kosten", reason, False)
    elif "regio" in roles and "doel" not in roles and None not in roles:
        reason = "er zijn geen kosten zonder aftrek van bijdragen; deze zijn al lager"
        proposals[roles["regio"]] = Proposal(None, reason, False)


def _path_beside_forecast(proposals: dict[int, Proposal], lines: Mapping[int, Line]) -> None:
    """Costs with measures as the path, where costs of the same size without them stand beside."""
    costs = [at for at, it in proposals.items() if it.role == "kosten"]
    without = [at for at in costs if says_without_measures(lines[at].name)]
    after = [at for at in costs if says_after_measures(lines[at].name)]
    others = [at for at in costs if at not in without and cost_likeness(lines[at].name)]
    if len(without) != 1 or any(it.role == "doel" for it in proposals.values()):
        return
    if len(after) == 1 or len(others) == 1:
        path = after[0] if len(after) == 1 else others[0]
        if not _AS_COSTS <= (_ratio(lines[path], lines[without[0]]) or 0.0) <= 1 + _SAME:
            return
        forecast = f"“{lines[without[0]].name[:40]}”"
        proposals[path] = Proposal("doel", f"ernaast staat {forecast}", bool(after))
        proposals[without[0]] = Proposal("kosten", f"“{lines[path].name[:40]}” is dan het doel", bool(after))
        for at in costs:
            if at not in (path, without[0]):
                proposals[at] = Proposal(UNUSED, f"{forecast} past hier beter", False)


def _by_size(proposals: dict[int, Proposal], lines: Mapping[int, Line]) -> None:
    """A target as large as the costs is a path, and a much smaller one is what must be saved."""
    cost = next((at for at, it in proposals.items() if it.role == "kosten"), None)
    if cost is None:
        return
    has_goal = any(it.role == "doel" for it in proposals.values())
    for at, it in list(proposals.items()):
        ratio = _ratio(lines[at], lines[cost])
        if ratio is None:
            continue
        if it.role == "doel" and ratio < _AS_COSTS:
            reason = "de bedragen zijn veel lager dan de kosten: dit lijkt wat er bespaard moet worden"
            proposals[at] = Proposal("taakstelling", reason, False)
        elif it.role == "taakstelling" and ratio >= _AS_COSTS and not has_goal:
            proposals[at] = Proposal("doel", "de bedragen zijn zo groot als de kosten zelf", False)


def _budget_beside_costs(proposals: dict[int, Proposal], lines: Mapping[int, Line]) -> None:
    """A budget beside other costs could be what they must become: only the visitor can say."""
    roles = {it.role: at for at, it in proposals.items()}
    at, cost = roles.get("begroting"), roles.get("kosten")
    if at is None or cost is None or set(roles) & {"doel", "burap", "taakstelling"}:
        return
    if lines[at].is_template and lines[cost].is_template:
        return
    later = list(lines[cost].amounts)[1:]
    scale = _scale(lines[at], lines[cost])
    differs = [
        place for place in later
        if place in lines[at].amounts
        and abs(lines[at].amounts[place] * scale - lines[cost].amounts[place]) > abs(lines[cost].amounts[place]) * _SAME
    ]  # fmt: skip
    if differs:
        reason = f"naast “{lines[cost].name[:40]}” kan dit het doel zijn, of alleen om na te rekenen"
        proposals[at] = Proposal(None, reason, False)


def _ratio(line: Line, cost: Line) -> float | None:
    """How large amounts are beside the costs, in the middle of the years that have both."""
    scale = _scale(line, cost)
    both = [abs(number * scale / cost.amounts[at]) for at, number in line.amounts.items()
            if number and cost.amounts.get(at)]  # fmt: skip
    return statistics.median(both) if both else None


def _scale(line: Line, cost: Line) -> float:
    if line.unit in PER_UNIT and cost.unit in PER_UNIT:
        return PER_UNIT[cost.unit] / PER_UNIT[line.unit]
    return 1.0


def parts_for_costs(
    lines: Mapping[int, Line], proposals: Mapping[int, Proposal], noun: str, found: Found, asking: Asking
) -> dict[int, Proposal]:
    """Lines that together could be the costs, as the visitor says, where nothing is the costs by itself."""
    if any(it.role in ("kosten", "doel", PART, None) for it in proposals.values()):
        return {}
    parts = [at for at, it in proposals.items()
             if it.role == UNUSED and lines[at].amounts and not _BESIDE.search(plain(lines[at].name))]  # fmt: skip
    if len(parts) < 2:
        return {at: Proposal(None, "er is niets anders dat de jaarkosten kan zijn", False) for at in parts}
    names = ", ".join(f"“{lines[at].name[:40]}”" for at in parts[:4])
    more = f" en nog {len(parts) - 4}" if len(parts) > 4 else ""
    value = asking.ask(
        "som:kosten",
        f"Er is geen totaal. Zijn deze {noun} samen de jaarkosten: {names}{more}?",
        [("som", "ja, tel ze op"), ("kies", f"nee, ik kies bij de {noun} zelf")],
        None,
        "nergens staat dat het alle kosten zijn",
        found.place(found.last),
    )
    reason = "samen met de andere de jaarkosten" if value == "som" else "er is geen totaal"
    return {at: Proposal(PART if value == "som" else None, reason, False) for at in parts} if value else {}
