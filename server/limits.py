"""What one visit, and one address, may ask of the server, held to before Streamlit sees a message.

A message that comes too soon waits, and with it the reading from that connection: others notice nothing. Who keeps on
sending too much for long is cut off.
"""

from __future__ import annotations

import asyncio
import ipaddress
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from google.protobuf.message import DecodeError
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from server.settings import Settings

ALLOWED_KINDS = frozenset({"rerun_script", "stop_script", "app_heartbeat"})
ALLOWED_OPERATIONS = frozenset({"deferred_file", "dataframe_chunk"})
"""What the pages send. The rest, such as `clear_cache`, is for who develops, or for parts that the product lacks."""

WHOLE_PAGE = 10
"""Messages that a question for a whole page counts as; a step in a part of a page is one."""

LONGEST_SLOWED_S = 30.0
"""Who has sent more than is allowed for so long, without a pause, is cut off."""

UNREADABLE, NO_TEXT, TOO_MUCH = 1002, 1003, 1008
_WHY = {UNREADABLE: "onleesbaar bericht", NO_TEXT: "geen bericht van de app", TOO_MUCH: "te veel berichten"}


@dataclass
class Bucket:
    """Allowance that fills at `rate` a second up to `most`; what is taken too soon has to be waited for."""

    rate: float
    most: float
    left: float = field(init=False)
    at: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.left = self.most

    def take(self, amount: float = 1) -> float:
        """Takes an amount; returns how many seconds it comes too soon."""
        now = time.monotonic()
        self.left = min(self.most, self.left + (now - self.at) * self.rate) - amount
        self.at = now
        return max(0.0, -self.left / self.rate)

    @property
    def is_full(self) -> bool:
        """Whether nothing was taken lately."""
        return self.left + (time.monotonic() - self.at) * self.rate >= self.most


class VisitLimits:
    """Holds the websockets of an app to what the settings allow."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._open: Counter[str] = Counter()
        self._of_address: dict[str, Bucket] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on; a websocket within the limits only."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        client = scope.get("client")
        address = group_of(client[0]) if client else ""
        if self._open.total() >= self._settings.sockets or self._open[address] >= self._settings.sockets_per_address:
            busy = PlainTextResponse("Te veel verbindingen tegelijk.", 503, {"retry-after": "5"})
            await busy(scope, receive, send)
            return
        with self._counted(address):
            visit = Visit(self._settings, self._bucket_of(address), receive, send)
            await self._app(scope, visit.receive, visit.send)

    @contextmanager
    def _counted(self, address: str) -> Iterator[None]:
        self._open[address] += 1
        try:
            yield
        finally:
            self._open[address] -= 1
            if not self._open[address]:
                del self._open[address]
                self._forget_who_left()

    def _bucket_of(self, address: str) -> Bucket:
        if address not in self._of_address:
            rate = self._settings.messages_per_second_per_address
            self._of_address[address] = Bucket(rate, 4 * rate)
        return self._of_address[address]

    def _forget_who_left(self) -> None:
        gone = [address for address, bucket in self._of_address.items() if address not in self._open and bucket.is_full]
        for address in gone:
            del self._of_address[address]


class Visit:
    """One websocket: what it receives is read here first, and what is not allowed goes no further."""

    def __init__(self, settings: Settings, of_address: Bucket, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._of_address = of_address
        self._messages = Bucket(settings.messages_per_second, settings.messages_at_once)
        self._bytes = Bucket(settings.bytes_per_second, 2 * settings.message_bytes)
        self._slowed_since: float | None = None
        self._is_closed = False

    async def receive(self) -> Message:
        """Next message that Streamlit may see."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            data = message.get("bytes")
            if data is None:
                return await self._cut_off(NO_TEXT)
            try:
                asked = BackMsg.FromString(data)
            except DecodeError:
                return await self._cut_off(UNREADABLE)
            wait = max(self._messages.take(cost_of(asked)), self._bytes.take(len(data)))
            if self._is_too_much(wait):
                return await self._cut_off(TOO_MUCH)
            if wait := max(wait, self._of_address.take()):
                await asyncio.sleep(wait)
            if may_pass(asked):
                return message

    def _is_too_much(self, wait: float) -> bool:
        """Whether this visit, that has to wait so long now, has had to wait all the time."""
        now = time.monotonic()
        if not wait:
            self._slowed_since = None
        elif self._slowed_since is None:
            self._slowed_since = now
        return self._slowed_since is not None and now - self._slowed_since > LONGEST_SLOWED_S

    async def send(self, message: Message) -> None:
        """Sends a message, as long as the visit was not cut off."""
        if self._is_closed:
            return
        try:
            await self._send(message)
        except RuntimeError:
            # After a message that is too large uvicorn has closed the connection by itself, and `receive` is about to
            # hear so.
            self._is_closed = True

    async def _cut_off(self, code: int) -> Message:
        await self.send({"type": "websocket.close", "code": code, "reason": _WHY[code]})
        self._is_closed = True
        return {"type": "websocket.disconnect", "code": code}


def cost_of(message: BackMsg) -> int:
    """As how many messages one counts: for a whole page the server works as long as for several steps."""
    is_of_page = message.WhichOneof("type") == "rerun_script" and not message.rerun_script.fragment_id
    return WHOLE_PAGE if is_of_page else 1


def may_pass(message: BackMsg) -> bool:
    """Whether a visitor has any business with a message of this kind."""
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        return message.backend_operation_request.WhichOneof("payload") in ALLOWED_OPERATIONS
    return kind in ALLOWED_KINDS


def group_of(address: str) -> str:
    """Address that limits count by: with IPv6 the network, for one machine has as many addresses there as it likes."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    return str(parsed.ipv4_mapped or ipaddress.ip_network((parsed, 64), strict=False))
