"""What is wrong with an own table, with where it stands, in Dutch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

FILE = "Bestand"
"""Location of a fault that is about the whole file."""


@dataclass(frozen=True)
class TableFault:
    """One refused value and its location.

    Attributes
    ----------
    sheet : str
        Name of the sheet, or "Bestand".
    value, allowed : str
        What stands there, and the end of the sentence "toegestaan is …".
    row : int or None
        Row number as the visitor sees it.
    column : str or None
        Dutch heading.
    address : str
        Address in a spreadsheet, such as C4, where there is one.
    about : str
        What the row is about, such as "maatregel 3a".
    """

    sheet: str
    value: str
    allowed: str
    row: int | None = None
    column: str | None = None
    address: str = ""
    about: str = ""

    @property
    def location(self) -> str:
        """Where it stands, such as 'Maatregelen, rij 4 (cel C4), kolom “Effect 2020 laag”, maatregel 3a'."""
        row = "" if self.row is None else f"rij {self.row}{f' (cel {self.address})' if self.address else ''}"
        column = f"kolom “{self.column}”" if self.column else ""
        return ", ".join(part for part in (self.sheet, row, column, self.about) if part)

    @property
    def text(self) -> str:
        """One Dutch sentence."""
        return f"{self.location}: {self.value} kan niet; toegestaan is {self.allowed}."


class OwnTableError(ValueError):
    """A refused own table; the message has one Dutch sentence a line.

    Parameters
    ----------
    faults : sequence of TableFault
        At least one.
    """

    def __init__(self, faults: Sequence[TableFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(fault.text for fault in self.faults))

    def __reduce__(self) -> tuple[type[OwnTableError], tuple[tuple[TableFault, ...]]]:
        # ValueError would be rebuilt from its message, which is not what the constructor takes.
        return type(self), (self.faults,)
