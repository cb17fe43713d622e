"""Columns or rows that could be the same figure: the likeliest is proposed, and equals are left to the visitor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from model.notation import listed
from model.own_table.words import UNUSED

UNLIKELY = 0
"""Likeness of what is taken for a figure only if the visitor says so."""


@dataclass(frozen=True)
class Proposal:
    """Role of a column or row that is proposed, why, and whether it follows from the sheet beyond doubt.

    `role` is None where only the visitor can say.
    """

    role: str | None
    reason: str
    certain: bool


def settle(proposals: dict[int, Proposal], likeness: Mapping[int, int], names: Mapping[int, str]) -> None:
    """One proposal for each figure, of those that have a likeness; `names` are their headings."""
    groups: dict[str, list[int]] = {}
    for at in likeness:
        if (role := proposals[at].role) and role != UNUSED:
            groups.setdefault(role, []).append(at)
    for group in groups.values():
        best = max(likeness[at] for at in group)
        top = [at for at in group if likeness[at] == best]
        for at in group:
            proposals[at] = _settled(at, proposals[at], group, top if best > UNLIKELY else group, names, best)


def _settled(
    at: int, proposal: Proposal, group: list[int], top: list[int], names: Mapping[int, str], best: int
) -> Proposal:
    others = listed([f"“{names[other][:40]}”" for other in (top if at not in top else group) if other != at][:3])
    if at not in top:
        return Proposal(UNUSED, f"{others} past hier beter", False)
    if len(top) > 1:
        return Proposal(None, f"ook {others} kan dit zijn", False)
    if best == UNLIKELY:
        return Proposal(None, f"“{names[at][:40]}” zegt dat niet", False)
    return proposal if len(group) == 1 else Proposal(proposal.role, f"dit past beter dan {others}", False)
