"""Reasoned advice on the scale of one task, from the 20 criteria of the Rotterdam plan and a visitor's own weights.

An aid of the app, not an outcome of the document. Source of the criteria: 000_6e1cbb5f6f5d01bb.txt, lines 993-1048,
explained in lines 4956-5068. Assumptions of the app: "gemeenschappelijk" is read as a larger scale and "lokaal" as a
smaller one; weights may be added up; a difference below a fifth of all weight is a toss-up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

from model.choices.classes import NO_LEVEL
from model.dataset.document_tables import DIRECTIONS, SHELLS
from model.faults import Fault, InputError, shown_value

Outcome = Literal["larger", "smaller", "toss_up", "none"]
MOST_WEIGHT = 3
EVEN_PART = 5
"""Assumption of the app: a difference smaller than a fifth of all weight given is no difference to build on."""
CLEAR_PARTS = (2, 3)
"""Assumption of the app: an advice is clear where at least two thirds of all weight stands on its side."""
LONGEST_TASK = 60
_FORMULA_STARTS = ("=", "+", "-", "@")


@dataclass(frozen=True)
class Criterion:
    """One criterion as the document has it. `direction`: the side that it argues for; 'either' is both, or none."""

    code: str
    group: str
    name: str
    direction: str
    argument_up: str | None
    argument_down: str | None
    explained: bool
    line_from: int
    line_to: int

    @property
    def side_is_open(self) -> bool:
        """Whether a visitor may say which way it cuts: the document argues both ways, or does not explain it."""
        return self.direction == "either" or not self.explained

    def argument(self, side: str) -> str | None:
        """What the document says for a side; None where it says nothing."""
        return self.argument_up if side == "up" else self.argument_down


@dataclass(frozen=True)
class Weighing:
    """A task with a weight (0 to MOST_WEIGHT) and a side ('up', 'down' or 'either') per criterion.

    Raises InputError, in Dutch, for a weight or side that does not exist, a side that the document has already chosen,
    a shell other than 1, 2 or 3, or a name of a task that is too long or looks like a formula.
    """

    criteria: tuple[Criterion, ...]
    weights: tuple[int, ...]
    sides: tuple[str, ...]
    task: str
    shell: str | None = None

    def __post_init__(self) -> None:
        faults = [*task_faults(self.task)]
        if not len(self.criteria) == len(self.weights) == len(self.sides):
            counts = f"{len(self.weights)} gewichten en {len(self.sides)} kanten"
            raise InputError([Fault("aantal gewichten en kanten", counts, f"{len(self.criteria)} van elk")])
        for criterion, weight, side in zip(self.criteria, self.weights, self.sides, strict=True):
            if type(weight) is not int or not 0 <= weight <= MOST_WEIGHT:
                allowed = f"een heel getal van 0 tot en met {MOST_WEIGHT}"
                faults.append(Fault(f"gewicht van {criterion.code}", shown_value(weight), allowed))
            if side not in DIRECTIONS:
                faults.append(Fault(f"kant van {criterion.code}", shown_value(side), "groter, kleiner of open"))
            elif side != criterion.direction and not criterion.side_is_open:
                allowed = "de kant die het document beargumenteert"
                faults.append(Fault(f"kant van {criterion.code}", shown_value(side), allowed))
        if self.shell is not None and self.shell not in SHELLS:
            faults.append(Fault("schil", shown_value(self.shell), f"een van {', '.join(SHELLS)}, of geen"))
        if faults:
            raise InputError(faults)

    @classmethod
    def unweighed(cls, criteria: Iterable[Criterion], task: str) -> Weighing:
        """The start: no weights, and every side as the document has it."""
        known = tuple(criteria)
        return cls(known, (0,) * len(known), tuple(item.direction for item in known), task)

    def with_weight(self, code: str, weight: int) -> Weighing:
        """The same with another weight of one criterion."""
        at = self._at(code)
        return replace(self, weights=(*self.weights[:at], weight, *self.weights[at + 1 :]))

    def with_side(self, code: str, side: str) -> Weighing:
        """The same with one criterion cutting another way."""
        at = self._at(code)
        return replace(self, sides=(*self.sides[:at], side, *self.sides[at + 1 :]))

    def _at(self, code: str) -> int:
        codes = [item.code for item in self.criteria]
        if code not in codes:
            raise InputError([Fault("criterium", shown_value(code), f"een van {', '.join(codes)}")])
        return codes.index(code)


@dataclass(frozen=True)
class Argument:
    """One criterion that counts, with its weight and side and what the document says for it.

    `text` is None where the document gives no argument for the side; for side 'either' it holds both arguments.
    """

    criterion: Criterion
    weight: int
    side: str

    @property
    def texts(self) -> tuple[str, ...]:
        """What the document says for the side; empty where it says nothing."""
        sides = ("up", "down") if self.side == "either" else (self.side,)
        return tuple(text for side in sides if (text := self.criterion.argument(side)))


@dataclass(frozen=True)
class Advice:
    """What a weighing comes to.

    Attributes
    ----------
    outcome : 'larger', 'smaller', 'toss_up' or 'none'
        'none' where nothing has weight.
    clear : bool
        Whether at least CLEAR_PARTS of all weight stands on the side of the outcome.
    left_open : bool
        For a toss-up: whether it is one because criteria left open could turn it.
    larger, smaller, either : tuple of Argument
        Heaviest first; of equal weight in source order.
    tipping : tuple of str
        Codes of criteria without which the outcome would be another one.
    turning : tuple of str
        Codes of criteria that cut both ways or are not explained, and that turn the outcome when cutting the other way.
    repeated : tuple of tuples of str
        Codes of criteria with weight that rest on one and the same explanation: a double count.
    """

    outcome: Outcome
    clear: bool
    left_open: bool
    larger: tuple[Argument, ...]
    smaller: tuple[Argument, ...]
    either: tuple[Argument, ...]
    tipping: tuple[str, ...]
    turning: tuple[str, ...]
    repeated: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ChosenSizes:
    """What the regions chose for a task, by the leading levels: only lokaal, lokaal with more, larger, or no level."""

    only_local: int
    partly_local: int
    larger: int
    no_level: int

    @property
    def all(self) -> int:
        """Number of regions."""
        return self.only_local + self.partly_local + self.larger + self.no_level


def read_criteria(table: pd.DataFrame) -> tuple[Criterion, ...]:
    """Criteria of the table `scale_criteria`, in source order."""
    return tuple(
        Criterion(
            row.criterion_code, row.criterion_group, row.name, row.direction, row.argument_up or None,
            row.argument_down or None, bool(row.explained), int(row.line_from), int(row.line_to),
        )
        for row in table.sort_values("criterion_order").itertuples(index=False)
    )  # fmt: skip


def task_faults(task: object) -> list[Fault]:
    """What is wrong with the name of a task; nothing for a usable one."""
    allowed = f"1 tot en met {LONGEST_TASK} tekens zonder regeleinde, en niet beginnend met {' '.join(_FORMULA_STARTS)}"
    if isinstance(task, str) and task.strip() == task and 0 < len(task) <= LONGEST_TASK and task.isprintable():
        return [Fault("naam van de taak", shown_value(task), allowed)] if task.startswith(_FORMULA_STARTS) else []
    return [Fault("naam van de taak", shown_value(task), allowed)]


def weight_of(arguments: Iterable[Argument]) -> int:
    """Sum of the weights."""
    return sum(argument.weight for argument in arguments)


def outcome_of(up: int, down: int, either: int) -> Outcome:
    """Outcome of three sums of weights.

    A side wins where it leads by at least one EVEN_PARTth of all weight, and by more than what is left open.

    >>> outcome_of(6, 4, 0), outcome_of(5, 4, 0), outcome_of(6, 2, 4), outcome_of(0, 0, 0)
    ('larger', 'toss_up', 'toss_up', 'none')
    """
    total, lead = up + down + either, abs(up - down)
    if total == 0:
        return "none"
    if lead <= either or lead * EVEN_PART < total:
        return "toss_up"
    return "larger" if up > down else "smaller"


def advice_on(weighing: Weighing) -> Advice:
    """Advice that follows from a weighing, with its arguments by weight."""
    counted = [
        Argument(criterion, weight, side)
        for criterion, weight, side in zip(weighing.criteria, weighing.weights, weighing.sides, strict=True)
        if weight
    ]
    ordered = sorted(counted, key=lambda item: -item.weight)
    sides = {side: tuple(item for item in ordered if item.side == side) for side in DIRECTIONS}
    up, down, either = (weight_of(sides[side]) for side in DIRECTIONS)
    outcome = outcome_of(up, down, either)
    total = up + down + either
    return Advice(
        outcome=outcome,
        clear=outcome in ("larger", "smaller") and max(up, down) * CLEAR_PARTS[1] >= total * CLEAR_PARTS[0],
        left_open=outcome == "toss_up" and 0 < either >= abs(up - down),
        larger=sides["up"],
        smaller=sides["down"],
        either=sides["either"],
        tipping=tuple(item.criterion.code for item in ordered if _without(item, up, down, either) != outcome),
        turning=tuple(
            item.criterion.code
            for item in ordered
            if item.criterion.side_is_open and item.side != "either" and _turned(item, up, down, either) != outcome
        ),
        repeated=_repeated(counted),
    )


def chosen_sizes(classes: Iterable[str]) -> ChosenSizes:
    """Sizes that the regions chose, from the leading classes of one task (model.scale.level_class)."""
    counts = {"only_local": 0, "partly_local": 0, "larger": 0, "no_level": 0}
    for class_code in classes:
        levels = class_code.split("+")
        if class_code == NO_LEVEL:
            counts["no_level"] += 1
        elif "lokaal" not in levels:
            counts["larger"] += 1
        else:
            counts["only_local" if len(levels) == 1 else "partly_local"] += 1
    return ChosenSizes(**counts)


def _without(argument: Argument, up: int, down: int, either: int) -> Outcome:
    sums = {"up": up, "down": down, "either": either}
    sums[argument.side] -= argument.weight
    return outcome_of(sums["up"], sums["down"], sums["either"])


def _turned(argument: Argument, up: int, down: int, either: int) -> Outcome:
    moved = argument.weight if argument.side == "down" else -argument.weight
    return outcome_of(up + moved, down - moved, either)


def _repeated(counted: Iterable[Argument]) -> tuple[tuple[str, ...], ...]:
    by_place: dict[tuple[int, int], list[str]] = {}
    for item in counted:
        by_place.setdefault((item.criterion.line_from, item.criterion.line_to), []).append(item.criterion.code)
    return tuple(tuple(codes) for codes in by_place.values() if len(codes) > 1)
