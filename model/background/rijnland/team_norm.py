"""How many jeugd- en gezinsteams a number of inhabitants asks for, by the norm of Holland Rijnland.

The norm is read from the table facts: one team per 20.000 inhabitants (003_e02f042df02c65ea.txt, lines 859-861), 8 to
12 workers a team (line 1212). The document gives no rule for parts of a team. Ours, an assumption: rounded up, for
whoever lives above the last whole team needs one too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import cast

import pandas as pd

from model.faults import TOLERANCE, number_fault, present, raise_if_any

FEWEST_INHABITANTS, MOST_INHABITANTS = 1, 20_000_000
_NORM, _SIZE, _CHECK_INHABITANTS, _CHECK_TEAMS = "H_team_norm", "H_team_grootte", "H_inwoners", "H_team_aantal"


@dataclass(frozen=True)
class TeamNorm:
    """The norm: inhabitants per team, and the least and most workers a team. Raises InputError (Dutch)."""

    inhabitants_per_team: float
    fewest_workers: float
    most_workers: float

    def __post_init__(self) -> None:
        raise_if_any(
            present(
                number_fault(self.inhabitants_per_team, "inwoners per team", 1, MOST_INHABITANTS),
                number_fault(self.fewest_workers, "minste hulpverleners per team", 1, 1000),
                number_fault(self.most_workers, "meeste hulpverleners per team", self.fewest_workers, 1000),
            )
        )

    @classmethod
    def from_facts(cls, facts: pd.DataFrame) -> TeamNorm:
        """Norm as the table facts has it."""
        rows = facts.set_index("fact_code")
        size = rows.loc[_SIZE]
        return cls(float(rows.loc[_NORM, "value"]), float(size["value"]), float(size["value_high"]))


@dataclass(frozen=True)
class TeamNeed:
    """Teams and workers for a number of inhabitants; `exact_teams` is before rounding up."""

    inhabitants: int
    exact_teams: float
    teams: int
    fewest_workers: float
    most_workers: float


def team_need(inhabitants: int, norm: TeamNorm) -> TeamNeed:
    """Teams, rounded up, and workers. Raises InputError where the number of inhabitants cannot be.

    >>> team_need(41_000, TeamNorm(20_000, 8, 12)).teams
    3
    """
    raise_if_any(
        present(number_fault(inhabitants, "aantal inwoners", FEWEST_INHABITANTS, MOST_INHABITANTS, whole=True))
    )
    exact = inhabitants / norm.inhabitants_per_team
    teams = math.ceil(exact - TOLERANCE)
    return TeamNeed(inhabitants, exact, teams, teams * norm.fewest_workers, teams * norm.most_workers)


def check_of_document(facts: pd.DataFrame) -> tuple[int, int]:
    """Inhabitants and teams that the document itself puts beside each other (lines 513-515 and 861-863)."""
    rows = facts.set_index("fact_code")["value"]
    return int(cast(float, rows[_CHECK_INHABITANTS])), int(cast(float, rows[_CHECK_TEAMS]))
