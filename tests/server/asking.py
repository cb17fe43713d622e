"""Asks a server as a browser, or something worse, does: plain HTTP, and the websocket with Streamlit's messages."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

PATIENCE_S = 20


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers by their small name, and body as it came over the line."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf8")


def ask(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """Answer of the server at `address` to a request for exactly this path; `accept_encoding` is a header's name."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE_S)
    connection.putrequest(method, path, skip_host="host" in headers, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    with connection.getresponse() as response:
        found = {name.lower(): value for name, value in response.getheaders()}
        body = response.read()
    connection.close()
    return Answer(response.status, found, body)


@contextmanager
def visit(address: str, **headers: str) -> Iterator[ClientConnection]:
    """An open websocket to the app at `address`."""
    socket_address = address.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(
        socket_address,
        subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],  # type: ignore[list-item]
        additional_headers=headers,
        max_size=None,
        open_timeout=PATIENCE_S,
    ) as socket:
        yield socket


def rerun(query: str = "", page: str = "") -> bytes:
    """Message with which a browser asks for a page."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_name = page
    return message.SerializeToString()


def message(kind: str) -> bytes:
    """Message of a kind that is no more than a yes."""
    return BackMsg(**{kind: True}).SerializeToString()


def until_finished(socket: ClientConnection) -> list[ForwardMsg]:
    """What the server sends until the page is complete."""
    found = []
    while True:
        data = socket.recv(timeout=PATIENCE_S)
        assert isinstance(data, bytes)
        found.append(ForwardMsg.FromString(data))
        if found[-1].WhichOneof("type") == "script_finished":
            return found


def made_download(socket: ClientConnection, query: str, page: str) -> str:
    """Path of the first download of a page, which the server makes when someone asks for it."""
    socket.send(rerun(query, page))
    messages = until_finished(socket)
    elements = [found.delta.new_element for found in messages if found.WhichOneof("type") == "delta"]
    wish = BackMsg()
    operation = wish.backend_operation_request
    operation.request_id = "1"
    operation.session_id = next(
        found.new_session.initialize.session_id for found in messages if found.HasField("new_session")
    )
    operation.deferred_file.file_id = next(
        element.download_button.deferred_file_id for element in elements if element.HasField("download_button")
    )
    socket.send(wish.SerializeToString())
    while True:
        data = socket.recv(timeout=PATIENCE_S)
        assert isinstance(data, bytes)
        answer = ForwardMsg.FromString(data)
        if answer.WhichOneof("type") == "backend_operation_response":
            return answer.backend_operation_response.deferred_file.url


def close_code(socket: ClientConnection) -> int | None:
    """With which code the server ends the visit, read to its end."""
    try:
        while True:
            socket.recv(timeout=PATIENCE_S)
    except ConnectionClosed as end:
        return end.rcvd.code if end.rcvd else None
