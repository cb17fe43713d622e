"""Bytes that a page exchanges with its server: HTTP as sent over the line, WebSocket by payload."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page


@dataclass
class Traffic:
    """Bytes of a page since counting began."""

    http: float = 0
    websocket: float = 0

    @property
    def websocket_kb(self) -> float:
        """Kilobytes over the WebSocket, both ways."""
        return self.websocket / 1000

    @property
    def total_kb(self) -> float:
        """All kilobytes, both ways."""
        return (self.http + self.websocket) / 1000


@contextmanager
def counted_traffic(page: Page) -> Iterator[Traffic]:
    """Traffic of the page while the block runs; what is still under way at its end is left out."""
    session = page.context.new_cdp_session(page)
    traffic = Traffic()

    def on_frame(event: dict[str, Any]) -> None:
        payload = event["response"]["payloadData"]
        binary = event["response"]["opcode"] == 2
        traffic.websocket += len(base64.b64decode(payload)) if binary else len(payload.encode())

    def on_finished(event: dict[str, Any]) -> None:
        traffic.http += event["encodedDataLength"]

    def on_request(event: dict[str, Any]) -> None:
        traffic.http += len(event["request"].get("postData", "").encode())

    session.on("Network.webSocketFrameReceived", on_frame)
    session.on("Network.webSocketFrameSent", on_frame)
    session.on("Network.loadingFinished", on_finished)
    session.on("Network.requestWillBeSent", on_request)
    session.send("Network.enable")
    try:
        yield traffic
    finally:
        session.detach()
