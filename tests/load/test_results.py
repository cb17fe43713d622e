"""Demands, tables, and the page that holds them."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import pytest

from tests.load.crowd import Outcome
from tests.load.memory import Memory
from tests.load.people import Step
from tests.load.results import FULL_HALL, Findings, Gate, crowds_table, report
from tests.load.slow_reader import Beside
from tests.proof import PAGE, with_section, write_proof


def hall(ready_s: float, **differs: float) -> Outcome:
    steps = [Step(ready_s / 2, ready_s)] * 1000
    outcome = Outcome("doorrekening", FULL_HALL, 2, steps=steps, opened_s=[0.2], seconds=10.0, server_s=10.0)
    for name, value in differs.items():
        setattr(outcome, name, value)
    return outcome


def failing(findings: Findings) -> list[str]:
    return [gate.what for gate in findings.gates() if not gate.holds]


def good() -> Findings:
    return Findings(
        [hall(0.1)],
        [],
        ours=hall(0.1),
        map=hall(0.1),
        bare=hall(0.1),
        memory=Memory(fresh=300, opened=330, before=300, after=310, highest=400, idle_sessions=60, visits=1000),
        beside=Beside([0.1], [0.1], [0.15], [0.15]),
    )


def test_all_demands_hold_for_a_good_run() -> None:
    assert failing(good()) == []
    assert len(good().gates()) == 11


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda found: found.on_doorrekening.append(hall(0.6)), "klaar voor de volgende stap"),
        (lambda found: found.on_doorrekening.append(hall(0.1, server_s=17.0)), "processortijd"),
        (lambda found: found.on_doorrekening.append(hall(0.1, skipped=20)), "moesten wachten"),
        (lambda found: found.on_kaart.append(Outcome("kaart", 1, 2, faults=Counter(["connection lost"]))), "fouten"),
        (
            lambda found: setattr(found, "bare", hall(0.1, server_s=1.9)),
            "Doorrekening: processortijd per stap, gedeeld",
        ),
        (lambda found: setattr(found, "bare", hall(0.04)), "Kaart: wachttijd"),
        (lambda found: setattr(found.memory, "opened", 340), "per open sessie"),
        (lambda found: setattr(found.memory, "after", 331), "bezoeken, gedeeld"),
        (lambda found: setattr(found.memory, "faults", Counter(["no page"])), "fouten bij die bezoeken"),
        (lambda found: setattr(found.beside, "beside_slow_reader_s", [0.21]), "niets leest"),
        (lambda found: setattr(found.beside, "beside_flood_s", [0.21]), "duizend vragen"),
    ],
)
def test_each_demand_can_fail_and_only_that_one(change: object, told: str) -> None:
    findings = good()
    assert callable(change)
    change(findings)
    (failed,) = failing(findings)
    assert told in failed


def test_what_could_not_be_measured_is_not_met() -> None:
    assert not Gate("wachttijd", math.nan, 500).holds
    assert Gate("wachttijd", 500, 500).holds


def test_table_has_a_line_per_crowd_in_dutch_notation() -> None:
    lines = crowds_table([hall(1.2345), Outcome("kaart", 1, 2)]).splitlines()
    assert len(lines) == 4
    assert "| 1.235 / 1.235 |" in lines[2] or "| 1.234 / 1.234 |" in lines[2]
    assert "niet gemeten" in lines[3]
    assert len({line.count("|") for line in lines}) == 1


def test_page_keeps_a_place_for_both_commands(tmp_path: Path) -> None:
    page = tmp_path / "bewijs.md"
    kept = PAGE.read_text(encoding="utf8")
    page.write_text(with_section(kept, "make bench", "Tweemaal zo snel."), encoding="utf8")
    for _ in range(2):
        write_proof("make load", report(good()), page)
    written = page.read_text(encoding="utf8")
    assert "Tweemaal zo snel." in written
    assert written.count("### Eisen") == 1
    assert written.partition("<!--")[0] == kept.partition("<!--")[0]
    with pytest.raises(ValueError, match="no place"):
        with_section(kept, "make coffee", "")
