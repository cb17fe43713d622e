"""Server time of committed steps of the what-if: what components/what_if does per step, each with another scenario.

Run as `python -m tests.bench.what_if_steps`, a process of its own: prints milliseconds per step as JSON.
"""

from __future__ import annotations

import json
import sys
import time

from components.what_if.panel.changes_in_words import last_step_in_words
from components.what_if.panel.payload import scenario_json
from components.what_if.results import Results
from components.what_if.session import WhatIfSession, link_of, with_changes
from model.dataset.reading import read_table
from model.what_if import ZHZ_PROPOSED_CODES, Scenario, controls_of, fan, read_plan
from model.what_if.parameters import Kind

STRIDE = 7
"""Steps between the values tried of one slider; prime, so that short and long sliders all end up somewhere else."""


def step_times() -> dict[str, list[float]]:
    """Milliseconds per step: `wall` as a visitor waits, `processor` without what other programs took of the machine,
    and
    `band` for its draws alone."""
    plan = read_plan(read_table("measures"), read_table("trajectory"), ZHZ_PROPOSED_CODES)
    start = Scenario.default(plan)
    session = WhatIfSession(start, start)
    times: dict[str, list[float]] = {"wall": [], "processor": [], "band": []}
    changes: dict[str, int] = {}
    sliders = [control for control in controls_of(plan).values() if control.kind is not Kind.SWITCH]
    for number, control in enumerate(sliders, start=1):
        changes[control.key] = number * STRIDE % len(control.values)
        if with_changes(session.base, changes) == session.scenario:
            continue
        wall, processor = time.perf_counter(), time.process_time()
        session.step_to(with_changes(session.base, changes))
        results = Results(session.scenario)
        payload = {
            "changed": last_step_in_words(session),
            "scenario": scenario_json(results),
        }
        link_of(session)
        json.dumps(payload)
        times["wall"].append(1000 * (time.perf_counter() - wall))
        times["processor"].append(1000 * (time.process_time() - processor))
        started = time.perf_counter()
        fan(session.scenario)
        times["band"].append(1000 * (time.perf_counter() - started))
    return times


if __name__ == "__main__":
    json.dump(step_times(), sys.stdout)
