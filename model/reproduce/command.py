"""The command line of the what-if: a link in, its figures out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from model.dataset.reading import DataError
from model.faults import InputError, raise_if_any
from model.own_table import OwnTableError
from model.reproduce.plans import own_plan, source_plan
from model.reproduce.report import report_json, report_table
from model.what_if import LINK_KEYS, SavingsPlan, read_link

REFUSED = 2
"""Exit code where nothing was computed."""
USAGE = """Gebruik: python -m model.what_if "v=1&..." [--plan bestand.xlsx] [--json]

De link is wat achter het vraagteken staat in het adres van Doorrekening, of dat hele adres.
  --plan bestand.xlsx  een eigen tabel, zoals de app die bewaart; zonder dit rekent het met de tabel van de bron
  --json               alle cijfers zoals berekend, voor een ander programma
  --help               deze uitleg"""


class _CommandError(Exception):
    """What is wrong with the words behind the command, in Dutch."""


@dataclass(frozen=True)
class _Asked:
    link: str
    plan_file: str | None
    as_json: bool


def main(words: Sequence[str]) -> int:
    """Prints the figures of the link in these words and returns 0; what is wrong goes to stderr, in Dutch, with 2.

    What was not taken literally, such as 70 for 70%, is said on stderr too.
    """
    if "--help" in words or "-h" in words:
        print(USAGE)
        return 0
    try:
        asked = _asked(words)
        link = _scenario_part(asked.link)
        if not link:
            raise _CommandError("Dit is geen link van Doorrekening: er staat geen scenario in.")
        read = read_link(link, _plan(asked.plan_file))
        raise_if_any(read.faults)
    except _CommandError as error:
        print(f"{error}\n\n{USAGE}", file=sys.stderr)
        return REFUSED
    except (InputError, OwnTableError, DataError) as error:
        print(error, file=sys.stderr)
        return REFUSED
    for reading in read.readings:
        print(reading, file=sys.stderr)
    print(report_json(read.scenario) if asked.as_json else report_table(read.scenario))
    return 0


def _asked(words: Sequence[str]) -> _Asked:
    links: list[str] = []
    plan_file, as_json, rest = None, False, list(words)
    while rest:
        word = rest.pop(0)
        if word == "--json":
            as_json = True
        elif word == "--plan":
            if not rest:
                raise _CommandError("Achter --plan ontbreekt het bestand.")
            plan_file = rest.pop(0)
        elif word.startswith("--"):
            raise _CommandError(f"{word} is geen optie.")
        else:
            links.append(word)
    if len(links) != 1:
        raise _CommandError(f"Geef één link, tussen aanhalingstekens; dit zijn er {len(links)}.")
    return _Asked(links[0], plan_file, as_json)


def _scenario_part(link: str) -> str:
    """What a link says of the scenario: of a whole address the keys that are its own, else all of it."""
    if "://" not in link:
        return link
    pairs = parse_qsl(urlsplit(link).query, keep_blank_values=True)
    return "&".join(f"{key}={text}" for key, text in pairs if key in LINK_KEYS)


def _plan(file: str | None) -> SavingsPlan:
    if file is None:
        return source_plan()
    try:
        return own_plan(file)
    except OSError as error:
        raise _CommandError(f"Het bestand {file} is niet te lezen: het bestaat niet, of u mag het niet.") from error
