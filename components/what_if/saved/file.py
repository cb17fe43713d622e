"""Saved scenarios: what a name and a link must be, and the file that people can read, send and upload again.

The file is JSON with `soort`, `versie`, `uitleg` (for the reader, ignored here) and `scenarios`: a list of `naam`,
`link` and, where there is one, `notitie`; the link is what `model.what_if.scenario_to_query` writes. A file is taken
over as a whole or not at all.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from components.look.words import number
from model.notation import FORMULA_STARTS
from model.what_if import LinkError, SavingsPlan, scenario_from_query
from model.what_if.link import LINK_VERSION

MOST_SCENARIOS = 6
LONGEST_NAME = 60
LONGEST_NOTE = 500
MOST_FILE_BYTES = 1_000_000
FILE_VERSION = 1
TARGET_NAME = "Gekozen doel"
"""Name of the printed path in chart and table; no scenario can be called that."""

_KIND = "Schaalwijzer Jeugd: bewaarde scenario's"
_EXPLANATION = (
    "Open dit bestand op de pagina Doorrekening, onder Bewaarde scenario's. Elke link noemt alleen wat afwijkt van de "
    "beginstand, met de versie (v) en de tabel (t) waar de bedragen bij horen."
)
_FILE_KEYS = ("soort", "versie", "uitleg", "scenarios")
_NEEDED_KEYS = ("soort", "versie", "scenarios")
_ENTRY_KEYS = ("naam", "link", "notitie")
_NEEDED_ENTRY_KEYS = ("naam", "link")
_LONGEST_SHOWN = 40
_KINDS_SHOWN: dict[type, str] = {list: "een lijst", dict: "een blok", type(None): "leeg"}
_LONGEST_LINK = 4_000
_SHAPE = re.compile(r"v=(\d{1,4})&t=([0-9a-f]{6})((?:&[a-z]=[\w.~-]+)*)", re.ASCII)


@dataclass(frozen=True)
class SavedScenario:
    """One saved scenario: name and note of the visitor, its link, and its line in the chart where it has one."""

    name: str
    query: str
    style: int | None = field(default=None, compare=False)
    note: str = ""


class SavedScenarioError(ValueError):
    """What is wrong with a file or a name, one Dutch sentence per fault."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__("\n".join(self.sentences))


def normal_name(name: str) -> str:
    """Name without superfluous spaces, so that two names that look the same are the same."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def normal_note(note: str) -> str:
    """Note with single spaces and without what cannot be seen; its lines stay."""
    lines = ("".join(char for char in " ".join(line.split()) if char.isprintable()) for line in note.splitlines())
    return unicodedata.normalize("NFC", "\n".join(lines).strip())


def name_key(name: str) -> str:
    """What two names are compared by: capitals make no difference."""
    return normal_name(name).casefold()


def name_fault(name: str) -> str | None:
    """What is wrong with a name, as a sentence; None for a good one."""
    if not normal_name(name):
        return "Een scenario heeft een naam nodig."
    if len(normal_name(name)) > LONGEST_NAME:
        return f"De naam {_shown(name)} is te lang: ten hoogste {LONGEST_NAME} tekens."
    if not normal_name(name).isprintable():
        return f"De naam {_shown(name)} heeft tekens die niet te zien zijn."
    if normal_name(name).startswith(FORMULA_STARTS):
        starts = " ".join(FORMULA_STARTS)
        return f"De naam {_shown(name)} kan niet beginnen met {starts}: een rekenblad leest dat als formule."
    if name_key(name) == name_key(TARGET_NAME):
        return f"De naam {_shown(name)} is al die van het doel waarmee u vergelijkt."
    return None


def why_closed(query: str, plan: SavingsPlan) -> str | None:
    """Why a saved link does not open with this plan, as a sentence; None where it opens."""
    if not query.isprintable():
        return "De link heeft tekens die er niet in horen."
    try:
        scenario_from_query(query, plan)
    except LinkError as error:
        version, table = _marks(query)
        if version is not None and version != LINK_VERSION:
            return (
                f"Het is bewaard met een andere versie van deze app: versie {version}, en hier is het {LINK_VERSION}."
            )
        if table is not None and table != plan.fingerprint:
            return "Het hoort bij een andere tabel met maatregelen dan er nu openstaat."
        return str(error)
    return None


def write_scenario_file(entries: Sequence[SavedScenario]) -> str:
    """Text of the file with these scenarios."""
    scenarios = [
        {"naam": entry.name, "link": entry.query} | ({"notitie": entry.note} if entry.note else {}) for entry in entries
    ]
    content = {"soort": _KIND, "versie": FILE_VERSION, "uitleg": _EXPLANATION, "scenarios": scenarios}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def read_scenario_file(content: bytes, plan: SavingsPlan) -> tuple[SavedScenario, ...]:
    """Scenarios of an uploaded file. A link of another table or version is kept as it is; it only cannot be opened.

    Raises
    ------
    SavedScenarioError
        With every fault of the file.
    """
    listed = _scenarios_of(_parsed(content))
    faults: list[str] = []
    entries: list[SavedScenario] = []
    for number_in_file, item in enumerate(listed, start=1):
        found = list(_entry_faults(item, number_in_file, plan))
        faults += found
        if not found:
            note = normal_note(item.get("notitie", ""))
            entries.append(SavedScenario(normal_name(item["naam"]), item["link"], note=note))
    keys = [name_key(entry.name) for entry in entries]
    doubles = {name_key(entry.name): entry.name for entry in entries if keys.count(name_key(entry.name)) > 1}
    faults += [f"De naam {_shown(name)} komt meer dan één keer voor in het bestand." for name in doubles.values()]
    if faults:
        raise SavedScenarioError(faults)
    return tuple(entries)


def added_entries(saved: Sequence[SavedScenario], uploaded: Sequence[SavedScenario]) -> tuple[SavedScenario, ...]:
    """What an upload adds to the saved scenarios; one that is already among them under its name adds nothing.

    Raises
    ------
    SavedScenarioError
        If a name stands for another saved scenario, or if there is no room for all.
    """
    standing = {name_key(entry.name): entry for entry in saved}
    new: list[SavedScenario] = []
    faults: list[str] = []
    for entry in uploaded:
        there = standing.get(name_key(entry.name))
        if there is None:
            new.append(entry)
        elif (there.query, there.note) != (entry.query, entry.note) and (there.query != entry.query or entry.note):
            what = "een ander scenario" if there.query != entry.query else "een andere notitie"
            faults.append(f"De naam {_shown(entry.name)} staat al in de lijst, met {what}. Hernoem dat eerst.")
    room, coming = MOST_SCENARIOS - len(saved), len(new) + len(faults)
    if coming > room:
        faults.append(
            f"Het bestand brengt {coming} nieuwe scenario's mee en er is plaats voor {max(room, 0)}; "
            f"in de lijst passen er {MOST_SCENARIOS}. Verwijder er eerst {coming - max(room, 0)}."
        )
    if faults:
        raise SavedScenarioError(faults)
    return tuple(new)


def _parsed(content: bytes) -> Any:
    if len(content) > MOST_FILE_BYTES:
        size, most = number(len(content)), number(MOST_FILE_BYTES)
        raise SavedScenarioError([f"Het bestand is te groot: {size} bytes, ten hoogste {most} bytes mag."])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SavedScenarioError(["Het bestand is geen leesbare tekst (UTF-8)."]) from error
    if not text.strip():
        raise SavedScenarioError(["Het bestand is leeg."])
    try:
        return json.loads(text, object_pairs_hook=_without_doubles)
    except json.JSONDecodeError as error:
        where = f"regel {error.lineno}, teken {error.colno}"
        raise SavedScenarioError([f"Het bestand is geen goede JSON: op {where} gaat het mis."]) from error
    except SavedScenarioError:
        raise
    except (ValueError, RecursionError) as error:
        raise SavedScenarioError(
            ["Het bestand is geen goede JSON: het is te diep genest of heeft een te groot getal."]
        ) from error


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for name, value in pairs:
        if name in seen:
            raise SavedScenarioError(
                [f"Het veld {_shown(name)} staat twee keer in hetzelfde blok; welk geldt, is niet te zeggen."]
            )
        seen[name] = value
    return seen


def _scenarios_of(content: Any) -> list[Any]:
    if not isinstance(content, dict) or content.get("soort") != _KIND:
        raise SavedScenarioError(
            [f"Dit is geen bestand met bewaarde scenario's van deze app: er staat geen soort {_shown(_KIND)}."]
        )
    version = content.get("versie")
    if type(version) is not int or version != FILE_VERSION:
        said = "geen versie" if version is None else f"versie {_shown(version)}"
        raise SavedScenarioError(
            [f"Het bestand is van een andere versie: het noemt {said}, deze app leest versie {FILE_VERSION}."]
        )
    faults = list(_key_faults(content, _FILE_KEYS, _NEEDED_KEYS, "Het bestand"))
    listed = content.get("scenarios")
    if "scenarios" in content and not isinstance(listed, list):
        faults.append("Onder scenarios hoort een lijst te staan.")
    elif listed == []:
        faults.append("Er staan geen scenario's in het bestand.")
    elif isinstance(listed, list) and len(listed) > MOST_SCENARIOS:
        faults.append(
            f"Er staan {len(listed)} scenario's in het bestand; ten hoogste {MOST_SCENARIOS} passen in de lijst."
        )
    if faults:
        raise SavedScenarioError(faults)
    return list(listed)  # type: ignore[arg-type]


def _entry_faults(item: Any, number_in_file: int, plan: SavingsPlan) -> Iterator[str]:
    which = f"Scenario {number_in_file}"
    if not isinstance(item, dict):
        yield f"{which} is geen blok met naam en link."
        return
    yield from _key_faults(item, _ENTRY_KEYS, _NEEDED_ENTRY_KEYS, which)
    name, link = item.get("naam"), item.get("link")
    if isinstance(name, str):
        fault = name_fault(name)
        if fault:
            yield f"{which}: {fault[:1].lower()}{fault[1:]}"
    elif "naam" in item:
        yield f"{which}: de naam {_shown(name)} is geen tekst."
    if isinstance(link, str):
        fault = why_closed(link, plan)
        if fault and not _belongs_elsewhere(link, plan):
            yield f"{which}: de link is niet te lezen. {fault}"
    elif "link" in item:
        yield f"{which}: de link {_shown(link)} is geen tekst."
    note = item.get("notitie", "")
    if not isinstance(note, str):
        yield f"{which}: de notitie {_shown(note)} is geen tekst."
    elif len(normal_note(note)) > LONGEST_NOTE:
        yield f"{which}: de notitie is te lang: ten hoogste {LONGEST_NOTE} tekens."


def _key_faults(item: dict[str, Any], allowed: Sequence[str], needed: Sequence[str], which: str) -> Iterator[str]:
    unknown = [key for key in item if key not in allowed]
    if unknown:
        shown = ", ".join(_shown(key) for key in unknown[:5]) + (" en meer" if len(unknown) > 5 else "")
        yield f"{which} heeft een onbekend veld: {shown}. Bekend zijn {', '.join(allowed)}."
    for key in needed:
        if key not in item:
            yield f"{which} mist het veld {key}."


def _marks(query: str) -> tuple[int | None, str | None]:
    """Version and table that a link names, as far as it is a link of this app at all."""
    found = _SHAPE.fullmatch(query)
    return (int(found[1]), found[2]) if found else (None, None)


def _belongs_elsewhere(query: str, plan: SavingsPlan) -> bool:
    """Whether a link is a well-formed one of another table or version, which this page cannot check further."""
    found = _SHAPE.fullmatch(query) if len(query) <= _LONGEST_LINK else None
    if found is None:
        return False
    keys = re.findall(r"&([a-z])=", found[3])
    ours = int(found[1]) == LINK_VERSION and found[2] == plan.fingerprint
    return not ours and len(set(keys)) == len(keys) and not {"v", "t"} & set(keys)


def _shown(value: object) -> str:
    """A value between quotes, shortened, with what cannot be shown or sent replaced."""
    text = value if isinstance(value, str) else _KINDS_SHOWN.get(type(value), str(value))
    safe = "".join(char if char.isprintable() else "·" for char in text[:_LONGEST_SHOWN])
    return f"“{safe}{'…' if len(text) > _LONGEST_SHOWN else ''}”"
