"""Many people at once: `python -m tests.load [steps peer day memory burden] [--people 10 100] [--seconds 10]`.

Prints what it found; exit code 1 where a demand is not met. Only a run of everything writes `docs/bewijs.md`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence

import uvloop

from tests.load import map_protocol, what_if_protocol
from tests.load.crowd import Outcome, crowd
from tests.load.memory import collecting_server, memory_of_sessions
from tests.load.mixed_day import mixed_day
from tests.load.people import OnBareSlider, OnDoorrekening, OnKaart, Person
from tests.load.results import FULL_HALL, Findings, report
from tests.load.slow_reader import steps_beside
from tests.proof import write_proof
from tests.serving import APP, Server, started_server

PARTS = ("steps", "peer", "day", "memory", "burden")
PEOPLE = (1, 10, 25, 50, 100, 200)
PAGES: dict[str, Callable[[str, int], Person]] = {
    what_if_protocol.PAGE: OnDoorrekening,
    map_protocol.PAGE: OnKaart,
}
BARE = ("-m", "streamlit", "run", "tests/load/bare_app.py")
SECONDS = 10.0
DAY_SECONDS = 40.0
IDLE_SESSIONS = 60
VISITS = 1000
PART_WITHIN_S = 1200.0
"""Whatever happens, no part takes longer."""


@contextlib.contextmanager
def servers(arguments: Sequence[str], workers: int) -> Iterator[list[Server]]:
    """So many freshly started processes. Each has an address of its own; the people are dealt out over them."""
    with contextlib.ExitStack() as stack:
        yield [stack.enter_context(started_server(*arguments)) for _ in range(workers)]


async def all_parts(arguments: argparse.Namespace) -> Findings:
    """What was asked for, one part after another."""
    findings = Findings([], [])
    lists = {what_if_protocol.PAGE: findings.on_doorrekening, map_protocol.PAGE: findings.on_kaart}
    for part in arguments.parts or PARTS:
        async with asyncio.timeout(PART_WITHIN_S):
            match part:
                case "steps":
                    for page in arguments.page:
                        for people in arguments.people:
                            lists[page].append(await _stepping(page, people, arguments))
                case "peer":
                    findings.ours, findings.map, findings.bare = await _beside_bare(_hall(arguments), arguments)
                case "day":
                    with servers(APP, arguments.workers) as started:
                        findings.day = await mixed_day(started, _hall(arguments), DAY_SECONDS)
                case "memory":
                    with collecting_server() as server:
                        findings.memory = await memory_of_sessions(server, IDLE_SESSIONS, VISITS)
                case "burden":
                    with servers(APP, 1) as (server,):
                        findings.beside = await steps_beside(server)
    return findings


async def _stepping(page: str, people: int, arguments: argparse.Namespace) -> Outcome:
    with servers(APP, arguments.workers) as started:
        return _told(await crowd(page, started, PAGES[page], people, arguments.seconds))


async def _beside_bare(people: int, arguments: argparse.Namespace) -> tuple[Outcome, ...]:
    """Doorrekening, Kaart and a bare slider, in turn and twice, so that a busy moment hits all."""
    kinds: dict[str, tuple[Sequence[str], Callable[[str, int], Person]]] = {
        "doorrekening, om en om": (APP, OnDoorrekening),
        "kaart, om en om": (APP, OnKaart),
        "kale schuif, om en om": (BARE, OnBareSlider),
    }
    found: dict[str, Outcome] = {}
    for _ in range(2):
        for name, (command, kind) in kinds.items():
            with servers(command, arguments.workers) as started:
                outcome = _told(await crowd(name, started, kind, people, arguments.seconds))
            found[name] = found[name].added(outcome) if name in found else outcome
    return tuple(found.values())


def _hall(arguments: argparse.Namespace) -> int:
    """People for what is done at one size only: a full hall, or the most that were asked for."""
    people: list[int] = arguments.people
    return min(FULL_HALL, max(people))


def _told(outcome: Outcome) -> Outcome:
    """Says on stderr how far the run is."""
    print(
        f"{outcome.name}, {outcome.people}: {outcome.served_per_s:.1f} steps/s, ready p95 "
        f"{outcome.ready_ms(0.95):.0f} ms, {outcome.processor_ms:.1f} ms of processor, {outcome.skipped} skipped, "
        f"{outcome.faults.total()} faults",
        file=sys.stderr,
    )
    return outcome


def main() -> int:
    """Runs what is asked for."""
    parser = argparse.ArgumentParser(prog="tests.load", description="The app under many people, on this machine only.")
    parser.add_argument("parts", nargs="*", help=f"which of {', '.join(PARTS)}; all where none is named")
    parser.add_argument("--people", type=int, nargs="+", default=list(PEOPLE), help="how many at once, one or more")
    parser.add_argument("--seconds", type=float, default=SECONDS, help=f"that they step (default {SECONDS:g})")
    parser.add_argument("--page", nargs="+", choices=list(PAGES), default=list(PAGES), help="where they step")
    parser.add_argument("--workers", type=int, default=2, help="server processes (default 2)")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    findings = uvloop.run(all_parts(arguments))
    print("\n\n".join(report(findings)))
    if len(sys.argv) == 1:
        write_proof("make load", report(findings))
    return 0 if all(gate.holds for gate in findings.gates()) else 1


if __name__ == "__main__":
    sys.exit(main())
