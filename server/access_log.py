"""A line per answer: what was asked, how it went, and how long it took; never by whom or with which choices."""

from __future__ import annotations

import logging
import re
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_MOST_CHARACTERS = 200
_log = logging.getLogger("schaalwijzer.access")


class AccessLog:
    """Logs the requests to an app: method, path without what follows the question mark, status, bytes, milliseconds.

    Of a websocket there is a line when it ends; its status is 101 where there was a visit.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        started, status, sent = time.perf_counter(), 0, 0

        async def counting_send(message: Message) -> None:
            nonlocal status, sent
            kind = message["type"]
            if kind.endswith("http.response.start"):
                status = message["status"]
            elif kind == "websocket.accept":
                status = 101
            elif kind == "websocket.close" and not status:
                status = 403
            sent += len(message.get("body") or message.get("bytes") or b"")
            await send(message)

        try:
            await self._app(scope, receive, counting_send)
        finally:
            duration_ms = (time.perf_counter() - started) * 1000
            method = scope.get("method", "WEBSOCKET")
            _log.info("%s %s %d %d %.1f", method, readable_path(scope), status, sent, duration_ms)


def readable_path(scope: Scope) -> str:
    """Path of a request as it was asked for: on one line, whatever someone puts into it, and not endless."""
    path: bytes = scope.get("raw_path") or scope["path"].encode("utf8", "replace")
    text = re.sub(r"[^\x21-\x7e]", "?", path.decode("latin-1").partition("?")[0])
    return text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}..."
