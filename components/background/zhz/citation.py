"""The two documents of Zuid-Holland Zuid as sources: their files, names and credits."""

from __future__ import annotations

FRAMEWORK = "002_c88637e19d10946d.txt"
PLAN = "004_8c4e7f4e4fb86d9c.txt"

PAPERS = {
    FRAMEWORK: "sturingskader Zuid-Holland Zuid, juli 2013",
    PLAN: "plan van aanpak Zuid-Holland Zuid, 25 juni 2019",
}
"""File of each source and its name on the screen."""

FRAMEWORK_CREDIT = f"Bron: {PAPERS[FRAMEWORK]}; samengevat in eigen woorden."
PLAN_CREDIT = f"Bron: {PAPERS[PLAN]}; samengevat in eigen woorden."
CREDIT = f"Bron: {PAPERS[FRAMEWORK]}, en {PAPERS[PLAN]}; samengevat in eigen woorden."
"""Credit of both together."""
