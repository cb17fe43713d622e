"""Streamlit's protocol as a browser speaks it: protobuf messages over one WebSocket."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin, Subprotocol

STREAM = "/_stcore/stream"
OPEN_WITHIN_S = 20.0
RUNS_KEPT = 2
"""Runs of the page that a browser keeps a message for without meeting it again; `global.maxCachedMessageAge`."""

_NO_TOKEN = "PLACEHOLDER_AUTH_TOKEN"
"""What a browser without a token sends in its place, for the session comes third."""


@dataclass
class _Kept:
    message: ForwardMsg
    fragment: str
    met_in_run: int


class MissingMessageError(Exception):
    """The server refers to a message that the browser does not have; a browser shows an error instead of the page."""


class MessageCache:
    """Messages that the server may refer to instead of sending them again, kept as long as a browser keeps them."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}
        self._runs = 0

    @property
    def hashes(self) -> Iterable[str]:
        """Messages that the browser has, as it reports them with every question."""
        return self._kept.keys()

    def whole(self, message: ForwardMsg) -> ForwardMsg:
        """The message that `message` stands for, which is itself unless it is a reference.

        Raises
        ------
        MissingMessageError
            If it refers to a message that is not kept.
        """
        if message.WhichOneof("type") != "ref_hash":
            if message.metadata.cacheable:
                self._keep(message)
            return message
        kept = self._kept.get(message.ref_hash)
        if kept is None:
            raise MissingMessageError(message.ref_hash)
        kept.met_in_run = self._runs
        whole = ForwardMsg()
        whole.CopyFrom(kept.message)
        whole.metadata.CopyFrom(message.metadata)
        return whole

    def end_run(self, fragments: Iterable[str]) -> None:
        """A run of the whole page, or of these parts of it, has ended: drops what no recent run needed."""
        self._runs += 1
        ran = set(fragments)
        for key, kept in list(self._kept.items()):
            if (not ran or kept.fragment in ran) and self._runs - kept.met_in_run > RUNS_KEPT:
                del self._kept[key]

    def _keep(self, message: ForwardMsg) -> None:
        known = self._kept.get(message.hash)
        if known:
            known.met_in_run = self._runs
        else:
            self._kept[message.hash] = _Kept(message, message.delta.fragment_id, self._runs)


class Connection:
    """One WebSocket to the app."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self.bytes_in = 0

    @classmethod
    async def open(cls, address: str, session: str | None = None) -> Connection:
        """New connection to the app at an address such as http://127.0.0.1:8501; with a session, back to that one.

        Raises
        ------
        OSError, TimeoutError, websockets.exceptions.InvalidHandshake
            If the server does not take it.
        """
        protocols = ["streamlit", _NO_TOKEN, *([session] if session else [])]
        socket = await connect(
            address.replace("http", "ws", 1) + STREAM,
            origin=Origin(address),
            subprotocols=[Subprotocol(protocol) for protocol in protocols],
            # Loopback only, whatever proxy the machine has.
            proxy=None,
            open_timeout=OPEN_WITHIN_S,
            close_timeout=1,
            # A browser only answers.
            ping_interval=None,
            max_size=None,
        )
        return cls(socket)

    async def send(self, message: BackMsg) -> None:
        """Sends one message.

        Raises
        ------
        websockets.exceptions.ConnectionClosed
            If the connection is gone.
        """
        await self._socket.send(message.SerializeToString())

    async def messages(self) -> AsyncIterator[ForwardMsg]:
        """Messages as they come in, until the connection is closed by either side. Whoever does not iterate reads
        nothing from the socket, once the few messages that fit a buffer are in.
        """
        with contextlib.suppress(ConnectionClosed):
            while True:
                received = await self._socket.recv(decode=False)
                self.bytes_in += len(received)
                message = ForwardMsg()
                message.ParseFromString(received)
                yield message

    async def close(self) -> None:
        """Closes as a tab does that is closed."""
        await self._socket.close()

    def cut(self) -> None:
        """Breaks off without a word, as a network does."""
        self._socket.transport.abort()


def fragments_of(message: ForwardMsg) -> Iterator[str]:
    """Parts of the page that the run of a first or last message is about; none for the page as a whole."""
    yield from message.metadata.run.fragment_ids
