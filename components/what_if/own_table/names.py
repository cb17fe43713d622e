"""What a visitor's file and table are called, in signs that a name has, whatever the browser reports."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST_NAME = 60
_LONGEST_FILE_NAME = 120
PASTED_RANGE = "geplakt bereik"
PASTED_TABLE = "geplakte tabel"
FILLED_IN_HERE = "ingevuld op deze pagina"
_ENDING = re.compile(r"\.(xlsx|xlsm|ods|csv|txt|tsv)$", re.IGNORECASE)
_OURS = re.compile(r"^(?:schaalwijzer-)?doorrekening-eigen-tabel-(.+)-\d{4}-\d\d-\d\d$")
"""What a table of ours is called as a file, and in it the name of the table."""
_SIGNS = " -_.,'&+()%€;!?"
_FILE_SIGNS = " -_.,'&+()"


def safe_name(name: object) -> str:
    """Name of a file; empty where there is none."""
    if not isinstance(name, str):
        return ""
    return "".join(char for char in name[:_LONGEST_FILE_NAME] if char.isalnum() or char in _FILE_SIGNS)


def table_name(name: object) -> str:
    """Name that a visitor gives a table; empty where there is none. What no name has becomes a space."""
    if not isinstance(name, str):
        return ""
    kept = "".join(char if char.isalnum() or char in _SIGNS else " " for char in name[: 2 * LONGEST_NAME])
    return " ".join(kept.split())[:LONGEST_NAME].strip()


def called(name: str) -> str:
    """What a table with this name is called in a sentence."""
    return f"eigen tabel “{name}”"


def proposed_name(names: Sequence[str]) -> str:
    """Name for a table out of these files and pasted ranges: what the files are called, without their ending.

    A file of which the name no longer fits is not named: half a name would stand in the title and in every download.

    >>> proposed_name(["Ombuigingen 2026.xlsx", PASTED_RANGE]), proposed_name([PASTED_RANGE, PASTED_RANGE])
    ('Ombuigingen 2026', 'geplakte tabel')
    """
    stems = (_ENDING.sub("", name) for name in names if name != PASTED_RANGE)
    files = (table_name(_OURS.sub(r"\1", stem)) for stem in stems)
    proposed = ""
    for name in dict.fromkeys(name for name in files if name):
        longer = f"{proposed} en {name}" if proposed else name
        if len(longer) <= LONGEST_NAME:
            proposed = longer
    return proposed or PASTED_TABLE


def told_apart(names: Sequence[str]) -> list[str]:
    """The same names, numbered where one comes more than once.

    >>> told_apart(["geplakt bereik", "a.csv", "geplakt bereik"])
    ['geplakt bereik 1', 'a.csv', 'geplakt bereik 2']
    """
    return [
        name if names.count(name) == 1 else f"{name} {names[: place + 1].count(name)}"
        for place, name in enumerate(names)
    ]
