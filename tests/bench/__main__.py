"""All benches, or those named: `python -m tests.bench [map] [--rounds N]`. Exit code 1 where a gate does not hold.

Only a run of everything writes `docs/bewijs.md`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from playwright.sync_api import Browser, sync_playwright

from tests.bench import delivery_bench, map_bench, matrix_bench, what_if_bench
from tests.bench.results import Measure, table, write
from tests.proof import write_proof
from tests.serving import CHROMIUM_ARGUMENTS, chromium_path

BENCHES: dict[str, Callable[[Browser, int], list[Measure]]] = {
    "map": map_bench.run,
    "what-if": what_if_bench.run,
    "matrix": matrix_bench.run,
    "delivery": delivery_bench.run,
}
HEADINGS = {"map": "Kaart", "what-if": "Doorrekening", "matrix": "Matrix", "delivery": "Wat er over de lijn gaat"}
FEWEST_ROUNDS = 15


def main() -> int:
    """Runs the benches, prints one table each and keeps the samples."""
    parser = argparse.ArgumentParser(prog="tests.bench", description="The app beside the same thing in Dash.")
    parser.add_argument("benches", nargs="*", help=f"which of {', '.join(BENCHES)}; all where none is named")
    parser.add_argument(
        "--rounds", type=int, default=21, help=f"samples per app, at least {FEWEST_ROUNDS} (default 21)"
    )
    arguments = parser.parse_args()
    if unknown := set(arguments.benches) - set(BENCHES):
        parser.error(f"no such bench: {', '.join(sorted(unknown))}")
    rounds = max(FEWEST_ROUNDS, arguments.rounds)
    passed = True
    paragraphs = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
        for name in arguments.benches or BENCHES:
            measures = BENCHES[name](browser, rounds)
            path = write(name, measures)
            print(f"\n{name}: {rounds} rounds, the two apps in turn; all samples in {path}\n\n{table(measures)}")
            paragraphs += [f"### {HEADINGS[name]}", table(measures)]
            passed = passed and all(item.passed for item in measures)
        browser.close()
    if len(sys.argv) == 1:
        write_proof("make bench", paragraphs)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
