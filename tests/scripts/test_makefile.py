"""`make` by itself says what there is."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_bare_make_lists_every_target_on_a_line_of_its_own() -> None:
    # Not as a part of the make that runs this test, which would say which folder it enters.
    alone = {key: value for key, value in os.environ.items() if key not in ("MAKEFLAGS", "MAKELEVEL")}
    said = subprocess.run(["make"], cwd=ROOT, check=True, capture_output=True, text=True, env=alone).stdout
    listed = re.findall(r"^  make ([a-z-]+) +\S.*$", said, re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text()
    targets = re.findall(r"^([a-z][a-z-]*):(?!=)", makefile, re.MULTILINE)
    assert listed == targets
    assert len(said.splitlines()) == len(targets)
    assert {"help", "run", "dev", "quick", "check", "test", "test-deep", "data", "bench", "lock", "clean"} <= set(
        targets
    )
