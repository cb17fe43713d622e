"""What was understood of sheets: proposals to confirm, what is read otherwise than it looks, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.own_table.cells import CellTable
from model.own_table.headings import TableKind
from model.own_table.reading import OwnTable
from model.own_table.workbook import Place


@dataclass(frozen=True)
class Option:
    """One answer to a question: the value that goes into the answers, and the words on the screen."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """One choice about the sheets.

    Attributes
    ----------
    key : str
        Stays the same for a sheet of the same form; answers are given under it.
    text : str
        The question in Dutch.
    options : tuple of Option
    proposal : str or None
        Value that is taken without an answer; None where only the visitor can say.
    reason : str
        Why this is proposed, or why it cannot be proposed, in Dutch.
    answer : str or None
        The visitor's answer, where it is one of the options.
    place : Place or None
    certain : bool
        Whether the proposal follows from the sheet beyond doubt; such a question can be shown folded.
    """

    key: str
    text: str
    options: tuple[Option, ...]
    proposal: str | None = None
    reason: str = ""
    answer: str | None = None
    place: Place | None = None
    certain: bool = False

    @property
    def value(self) -> str | None:
        """Value that holds now: the answer, else the proposal."""
        return self.answer if self.answer is not None else self.proposal

    @property
    def is_open(self) -> bool:
        """Whether the visitor must answer before anything can be computed."""
        return self.value is None


@dataclass(frozen=True)
class Finding:
    """One sentence for the visitor, about one cause: a note that must be seen, or a fault that must be mended.

    `key` names the cause, `places` are the first places where it was found and `count` in how many cells or rows. An
    assumption goes with the table wherever it is used.
    """

    key: str
    text: str
    places: tuple[Place, ...] = ()
    count: int = 1
    is_assumption: bool = False


TO_CHOOSE = "nog te kiezen"
"""Stands for a value that follows only from a choice of the visitor."""


@dataclass(frozen=True)
class ShownCell:
    """One value of the understood table beside the cell that it comes from.

    `understood` is the value as text, in the unit of the page; `shown` is what the spreadsheet shows; `address` is
    where, empty for a value that stands nowhere, such as a number that was made. `same` is False where the two are not
    the same number or text, so that the screen can point at it.
    """

    understood: str
    shown: str
    address: str = ""
    same: bool = True


@dataclass(frozen=True)
class ShownRow:
    """One row of an understood table, with the place of its row in the sheet; of its column where years run across."""

    cells: tuple[ShownCell, ...]
    place: Place | None = None


@dataclass(frozen=True)
class ShownTable:
    """One understood table under the headings of the page; `headings` and `shown_headings` go together by column."""

    kind: TableKind
    headings: tuple[str, ...]
    shown_headings: tuple[str, ...]
    rows: tuple[ShownRow, ...]
    place: Place | None = None


@dataclass(frozen=True)
class Understanding:
    """All that was understood.

    Attributes
    ----------
    questions : tuple of Question
        In the order in which to ask; a later one can change by the answer to an earlier one.
    notes : tuple of Finding
        What is not read as the spreadsheet shows it, one per cause; first what to look at first.
    faults : tuple of Finding
        What must be mended in the sheet or typed in the editor, one per cause; first what to do first.
    shown : tuple of ShownTable
    tables : mapping of TableKind to CellTable
        What was understood as the editor holds it, also where something is still open or wrong; a table that is
        missing is there with its years filled in and nothing else, for the visitor to type.
    missing : tuple of TableKind
        Tables that the sheets do not have.
    own : OwnTable or None
        The plan, when nothing is open and nothing is wrong.
    form : str
        Signature of the form of the sheets: headings and layout, not amounts or names of measures.
    needs_confirmation : bool
        False only for the template as it is, without anything to say about it.
    """

    questions: tuple[Question, ...] = ()
    notes: tuple[Finding, ...] = ()
    faults: tuple[Finding, ...] = ()
    shown: tuple[ShownTable, ...] = ()
    tables: Mapping[TableKind, CellTable] = field(default_factory=dict)
    missing: tuple[TableKind, ...] = ()
    own: OwnTable | None = None
    form: str = ""
    needs_confirmation: bool = True

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """Questions that only the visitor can answer and has not answered."""
        return tuple(question for question in self.questions if question.is_open)
