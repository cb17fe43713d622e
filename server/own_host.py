"""Refuses requests under a name that is not ours, and those that another website makes.

Streamlit would compare a foreign Origin with the machine's address on the internet, for which it asks a server outside.
So it never sees an Origin: what is foreign ends here, and of what is our own the header is taken off.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Set
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from server.settings import Settings, name_of

_DEFAULT_PORTS = (":80", ":443")
_UNKNOWN_NAME = (
    "De app is onder deze naam niet bereikbaar. "
    f"De beheerder kan de naam opnemen in {name_of('public_url')} of {name_of('hosts')}."
)
_FOREIGN_ORIGIN = "Dit verzoek komt van een andere website en wordt daarom niet beantwoord."


class OwnHost:
    """Lets through what is asked of the app itself, by its own pages or by no page at all."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._names = settings.host_names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on without its Origin, or refuses it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host, origins = headers.get("host", ""), headers.getlist("origin")
        fault = None
        if not is_own_host(host, self._names):
            fault = PlainTextResponse(_UNKNOWN_NAME, 421)
        elif not all(is_own_origin(origin, host, self._names) for origin in origins):
            fault = PlainTextResponse(_FOREIGN_ORIGIN, 403)
        if fault:
            await (fault if scope["type"] == "http" else WebSocketClose(1008))(scope, receive, send)
            return
        rest = [(name, value) for name, value in scope["headers"] if name.lower() != b"origin"]
        await self._app({**scope, "headers": rest}, receive, send)


def is_own_host(host: str, names: Set[str]) -> bool:
    """Whether a Host header is one of `names`, this machine itself, or an address.

    Only a name can be made to lead here by someone else, so only names have to be known.
    """
    host = _plain(host)
    hostname = _hostname(host)
    return host in names or hostname == "localhost" or _is_address(hostname)


def is_own_origin(origin: str, host: str, names: Set[str]) -> bool:
    """Whether a page of `origin` is a page of this app."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    own = {_plain(host), *names}
    return parts.scheme in ("http", "https") and _plain(parts.netloc) in own


def _plain(host: str) -> str:
    """Host in small letters, without a port that goes without saying."""
    host = host.lower()
    return next((host.removesuffix(port) for port in _DEFAULT_PORTS if host.endswith(port)), host)


def _hostname(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_address(hostname: str) -> bool:
    try:
        ipaddress.ip_address(hostname)
    except ValueError:
        return False
    return True
