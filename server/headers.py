"""Headers of every answer: what a page may load, who may frame it, and what a browser should not guess."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.settings import Settings

_UNUSED_FEATURES = ("camera", "geolocation", "microphone", "payment", "usb")
NOT_A_PAGE = "default-src 'none'; frame-ancestors 'none'"
"""Policy of an answer that is no page, of which there are eighty in a visit: whoever opens it, nothing in it does
anything."""
_TWO_YEARS_S = 2 * 365 * 24 * 60 * 60


def content_security_policy(inline_scripts: Iterable[str], frame_ancestors: str) -> str:
    """Policy under which nothing comes from another host, and no script runs that the server did not send.

    Scripts of components come in a message and are loaded as a blob; styles of components and charts are inline. The
    tilting map has a part in WebAssembly.
    """
    hashes = [f"'sha256-{_digest(script)}'" for script in inline_scripts]
    rules = {
        "default-src": ["'self'"],
        "script-src": ["'self'", "blob:", "'wasm-unsafe-eval'", *hashes],
        "worker-src": ["'self'", "blob:"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'", "data:", "blob:"],
        "object-src": ["'none'"],
        "frame-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": [frame_ancestors],
    }
    return "; ".join(f"{rule} {' '.join(sources)}" for rule, sources in rules.items())


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


class SecurityHeaders:
    """Adds the headers to every answer of an app, also to a refusal or a fault."""

    def __init__(self, app: ASGIApp, settings: Settings, inline_scripts: Iterable[str]) -> None:
        self._app = app
        self._policy_of_pages = content_security_policy(inline_scripts, settings.frame_ancestors)
        self._headers = {
            "permissions-policy": ", ".join(f"{feature}=()" for feature in _UNUSED_FEATURES),
            "referrer-policy": "same-origin",
            "x-content-type-options": "nosniff",
        }
        if settings.is_https:
            self._headers["strict-transport-security"] = f"max-age={_TWO_YEARS_S}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                is_page = headers.get("content-type", "").startswith("text/html")
                headers["content-security-policy"] = self._policy_of_pages if is_page else NOT_A_PAGE
                headers.setdefault("cache-control", "no-cache")
            await send(message)

        await self._app(scope, receive, send_with_headers)
