"""The app as `make dev` serves it: every page follows restarts."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from starlette.routing import Route

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from scripts.following_restarts import ADDRESS, SCRIPT_ADDRESS, FollowsRestarts, script, started  # noqa: E402 - see above
from server.app import build  # noqa: E402
from server.run import run  # noqa: E402
from server.settings import Settings  # noqa: E402

if __name__ == "__main__":
    settings = Settings.from_environment(os.environ)
    app = build(settings, [Route(ADDRESS, started), Route(SCRIPT_ADDRESS, script)])
    sys.exit(run(FollowsRestarts(app), settings))
