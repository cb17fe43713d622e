"""Where a row of the two documents of Zuid-Holland Zuid stands, in words."""

from __future__ import annotations

from typing import Any

from components.look.citation import lines_of

FRAMEWORK = "002_c88637e19d10946d.txt"
PLAN = "004_8c4e7f4e4fb86d9c.txt"
INVENTORY = "001_5833ac47ade829ca.txt"

PAPERS = {
    FRAMEWORK: "sturingskader Zuid-Holland Zuid, juli 2013",
    PLAN: "plan van aanpak Zuid-Holland Zuid, 25 juni 2019",
    INVENTORY: "inventarisatie, 20 juni 2013",
}
"""File of each source and its name on the screen."""

FRAMEWORK_CREDIT = f"Bron: {PAPERS[FRAMEWORK]}; samengevat in eigen woorden."
PLAN_CREDIT = f"Bron: {PAPERS[PLAN]}; samengevat in eigen woorden."


def source_lines_of(row: Any) -> str:
    """Source and lines of a row, short: "sturingskader Zuid-Holland Zuid, juli 2013, regels 63-69"."""
    return f"{PAPERS.get(row.source_file, row.source_file)}, {lines_of(row)}"
