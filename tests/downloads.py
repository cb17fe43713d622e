"""Downloaded files as whoever opens them sees their table."""

from __future__ import annotations

import csv
from pathlib import Path


def rows_of_csv(path: Path) -> list[dict[str, str]]:
    """Rows of a downloaded CSV by heading, up to the empty line below which it says what it is."""
    lines = list(csv.reader(path.read_text("utf-8-sig").splitlines(keepends=True), delimiter=";"))
    end = next((at for at, line in enumerate(lines) if not any(line)), len(lines))
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:end]]
