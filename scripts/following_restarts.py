"""A page that loads itself anew once the server was started again.

Streamlit's own browser part connects again by itself, but keeps showing what it had until the visitor does something.
"""

from __future__ import annotations

import time

from starlette.datastructures import MutableHeaders
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

ADDRESS, SCRIPT_ADDRESS = "/_dev/started", "/_dev/follow.js"
STARTED = str(time.time_ns())
# A file and not in the page: no script may run there that the server does not know of.
SCRIPT = f'<script src="{SCRIPT_ADDRESS}"></script></head>'.encode()
FOLLOW = """
  let started;
  setInterval(async () => {
    const answer = await fetch('ADDRESS').catch(() => undefined);
    if (!answer?.ok) return;
    const now = await answer.text();
    if (started && started !== now) location.reload();
    started = now;
  }, 400);
""".replace("ADDRESS", ADDRESS)


class FollowsRestarts(BaseHTTPMiddleware):
    """Adds the script to every page of an app."""

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        """Answer to `request`, with the script in it if that answer is a page."""
        if "text/html" not in request.headers.get("accept", ""):
            return await call_next(request)
        asked = MutableHeaders(scope=request.scope)
        # The page must arrive whole and readable: neither compressed nor "not modified" since a run without the script.
        for name in ("accept-encoding", "if-none-match", "if-modified-since"):
            del asked[name]
        answer = await call_next(request)
        if not answer.headers.get("content-type", "").startswith("text/html"):
            return answer
        page = b"".join([part async for part in answer.body_iterator])  # type: ignore[attr-defined]
        headers = {name: value for name, value in answer.headers.items() if name not in {"content-length", "etag"}}
        return Response(page.replace(b"</head>", SCRIPT, 1), answer.status_code, headers)


def started(_: Request) -> Response:
    """Moment this server started, another one after each restart."""
    return PlainTextResponse(STARTED, headers={"cache-control": "no-store"})


def script(_: Request) -> Response:
    """Script that looks whether the server was started again."""
    return Response(FOLLOW, media_type="text/javascript", headers={"cache-control": "no-store"})
