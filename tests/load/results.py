"""What a run of the load test found: gates, and tables that a person can read, in Dutch."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from components.look.words import number
from tests.load.crowd import Outcome, quantile
from tests.load.memory import Memory
from tests.load.slow_reader import Beside

MOST_READY_MS = 500
MOST_PROCESSOR_MS = 16
MOST_SKIPPED_SHARE = 0.01
MOST_PROCESSOR_TO_BARE = 5
"""A step on Doorrekening computes 6 ms and a bare slider nothing, so their waits cannot be alike in a full hall."""
MOST_WAIT_TO_BARE = 2
"""On Kaart, where a step computes next to nothing."""
MOST_MB_PER_SESSION = 0.6
MOST_GROWTH = 1.1
MOST_RATIO_BESIDE = 2

FULL_HALL = 100
"""People at once for whom the gates hold."""


@dataclass(frozen=True)
class Gate:
    """One demand: a quantity and the most that it may be."""

    what: str
    value: float
    limit: float
    unit: str = ""

    @property
    def holds(self) -> bool:
        """Whether the demand is met; what could not be measured is not."""
        return not math.isnan(self.value) and self.value <= self.limit


@dataclass
class Findings:
    """All that a run measured; what it left out is empty."""

    on_doorrekening: list[Outcome]
    on_kaart: list[Outcome]
    ours: Outcome | None = None
    map: Outcome | None = None
    bare: Outcome | None = None
    """These three in turn: Doorrekening, Kaart, and the least that Streamlit can do."""
    day: Outcome | None = None
    memory: Memory | None = None
    beside: Beside | None = None

    @property
    def outcomes(self) -> list[Outcome]:
        """Every crowd."""
        extra = [outcome for outcome in (self.ours, self.map, self.bare, self.day) if outcome]
        return [*self.on_doorrekening, *self.on_kaart, *extra]

    def gates(self) -> list[Gate]:
        """Demands on what was measured."""
        found = []
        for outcome in self.on_doorrekening:
            if outcome.people == FULL_HALL:
                found += _gates_of_the_hall(outcome)
        faults = sum(outcome.faults.total() for outcome in self.outcomes)
        found.append(Gate("fouten, bij alle drukte samen", faults, 0))
        if self.ours and self.map and self.bare:
            people = f"{self.bare.people} mensen"
            ratio = self.ours.processor_ms / self.bare.processor_ms
            words = f"{people} op Doorrekening: processortijd per stap, gedeeld door die van een kale schuif"
            found.append(Gate(words, ratio, MOST_PROCESSOR_TO_BARE, "×"))
            ratio = self.map.ready_ms(0.95) / self.bare.ready_ms(0.95)
            words = f"{people} op Kaart: wachttijd (P95), gedeeld door die van een kale schuif"
            found.append(Gate(words, ratio, MOST_WAIT_TO_BARE, "×"))
        if self.memory:
            found += [
                Gate("geheugen per open sessie", self.memory.per_session, MOST_MB_PER_SESSION, "MB"),
                Gate(
                    f"geheugen na {self.memory.visits} bezoeken, gedeeld door ervoor", self.memory.growth, MOST_GROWTH
                ),
                Gate("fouten bij die bezoeken", self.memory.faults.total(), 0),
            ]
        if self.beside:
            words = "wachttijd (P95) naast iemand die niets leest, gedeeld door naast iemand die leest"
            found.append(Gate(words, self.beside.slow_reader_ratio, MOST_RATIO_BESIDE, "×"))
            words = "wachttijd (P95) naast iemand met duizend vragen tegelijk, gedeeld door alleen"
            found.append(Gate(words, self.beside.flood_ratio, MOST_RATIO_BESIDE, "×"))
        return found


def _gates_of_the_hall(outcome: Outcome) -> list[Gate]:
    made = len(outcome.steps) + outcome.skipped
    words = f"{outcome.people} mensen op Doorrekening"
    return [
        Gate(f"{words}: klaar voor de volgende stap (P95)", outcome.ready_ms(0.95), MOST_READY_MS, "ms"),
        Gate(f"{words}: processortijd per stap", outcome.processor_ms, MOST_PROCESSOR_MS, "ms"),
        Gate(
            f"{words}: stappen die moesten wachten tot een volgende seconde",
            100 * outcome.skipped / made if made else math.nan,
            100 * MOST_SKIPPED_SHARE,
            "%",
        ),
    ]


def crowds_table(outcomes: Sequence[Outcome]) -> str:
    """One line per crowd, in Markdown."""
    head = (
        "wat",
        "mensen",
        "processen",
        "pagina open (P95), ms",
        "stappen/s",
        "overgeslagen",
        "fouten",
        "resultaat P50 / P95, ms",
        "klaar P50 / P95, ms",
        "processor per stap, ms",
        "kB per stap",
        "processor van de meting zelf",
    )
    return _table(head, [_line(outcome) for outcome in outcomes])


def report(findings: Findings) -> list[str]:
    """Paragraphs on all that was measured, the demands first."""
    parts = ["### Eisen", gates_table(findings.gates())]
    crowds = findings.outcomes
    if crowds:
        parts += ["### Drukte", crowds_table(crowds)]
    faults = sorted({fault for outcome in crowds for fault in outcome.faults})
    if faults:
        parts += ["Fouten die voorkwamen: " + "; ".join(faults) + "."]
    if findings.beside:
        parts += ["### Naast een ander", beside_table(findings.beside)]
    if findings.memory:
        parts += ["### Geheugen", memory_table(findings.memory)]
    return parts


def gates_table(gates: Sequence[Gate]) -> str:
    """One line per gate, in Markdown."""
    rows = [
        (
            gate.what,
            _figure(gate.value, gate.unit),
            f"≤ {_figure(gate.limit, gate.unit)}",
            "ja" if gate.holds else "**nee**",
        )
        for gate in gates
    ]
    return _table(("eis", "gemeten", "grens", "gehaald"), rows)


def beside_table(beside: Beside) -> str:
    """How long a step of one visitor on Doorrekening takes beside another, in Markdown."""
    rows = [
        ("alleen op de server", beside.alone_s),
        ("naast iemand die even vaak een stap zet", beside.beside_reader_s),
        ("naast iemand die dat doet en niets leest van wat hij krijgt", beside.beside_slow_reader_s),
        ("naast iemand die duizend keer tegelijk om de pagina vraagt", beside.beside_flood_s),
    ]
    shares = (0.5, 0.95, 1.0)
    lines = [(words, *(_figure(1000 * quantile(seconds, share)) for share in shares)) for words, seconds in rows]
    return _table(("een stap, ms", "P50", "P95", "langste"), lines)


def memory_table(memory: Memory) -> str:
    """What was measured of memory, in Markdown."""
    rows = [
        ("pas gestart, niemand verbonden", memory.fresh),
        (f"{memory.idle_sessions} mensen die na één stap niets meer doen", memory.opened),
        ("warm, weer niemand verbonden", memory.before),
        (f"hoogste stand terwijl {memory.visits} bezoeken komen en gaan", memory.highest),
        ("daarna, weer niemand verbonden", memory.after),
    ]
    return _table(("moment", "geheugen van het proces, MB"), [(words, number(value, 1)) for words, value in rows])


def _line(outcome: Outcome) -> tuple[str, ...]:
    opened = sorted(outcome.opened_s)
    open_ms = 1000 * opened[max(0, math.ceil(0.95 * len(opened)) - 1)] if opened else math.nan
    per_step = outcome.kilobytes / len(outcome.steps) if outcome.steps else math.nan
    share = 100 * outcome.generator_s / outcome.seconds if outcome.seconds else math.nan
    return (
        outcome.name,
        str(outcome.people),
        str(outcome.workers),
        _figure(open_ms),
        number(outcome.served_per_s, 1),
        str(outcome.skipped),
        str(outcome.faults.total()),
        f"{_figure(outcome.results_ms(0.5))} / {_figure(outcome.results_ms(0.95))}",
        f"{_figure(outcome.ready_ms(0.5))} / {_figure(outcome.ready_ms(0.95))}",
        _figure(outcome.processor_ms),
        _figure(per_step),
        f"{_figure(share)}% van een kern",
    )


def _figure(value: float, unit: str = "") -> str:
    if math.isnan(value):
        return "niet gemeten"
    decimals = 0 if value == int(value) or value >= 100 else 1 if value >= 10 else 2
    return f"{number(value, decimals)}{'' if unit in ('', '%', '×') else ' '}{unit}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
