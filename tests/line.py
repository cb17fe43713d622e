"""The line between browser and server, which a test can cut, silence, or close for websockets only.

Playwright's `set_offline` leaves open websockets alone, so the line is a proxy of bytes.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

STREAM = b"/_stcore/stream"


@dataclass
class Line:
    """A proxy to the server at `server`, which may be another one after a while.

    `is_silent`: nothing goes through, nothing is closed. `stream_answer`: what a wish for a websocket gets instead of
    one; empty bytes are no answer at all.
    """

    server: str
    port: int = 0
    is_silent: bool = False
    stream_answer: bytes | None = None
    _listener: socket.socket | None = None
    _open: set[socket.socket] = field(default_factory=set)

    @property
    def address(self) -> str:
        """Address for the browser."""
        return f"http://127.0.0.1:{self.port}"

    def mend(self) -> None:
        """Lets connections through, under the same port as before."""
        self.is_silent = False
        if self._listener is None:
            self._listener = socket.create_server(("127.0.0.1", self.port))
            self.port = int(self._listener.getsockname()[1])
            threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def cut(self) -> None:
        """Ends every connection, and refuses new ones."""
        if self._listener is not None:
            listener, self._listener = self._listener, None
            with contextlib.suppress(OSError):
                # Wakes who waits in accept().
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        for one in list(self._open):
            _end(one)

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                browser, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(browser,), daemon=True).start()

    def _serve(self, browser: socket.socket) -> None:
        self._open.add(browser)
        try:
            first = browser.recv(65536)
            if self.stream_answer is not None and STREAM in first.split(b"\r\n", 1)[0]:
                if self.stream_answer:
                    browser.sendall(self.stream_answer)
                else:
                    browser.recv(1)
                return
            target = urlsplit(self.server)
            with socket.create_connection((target.hostname or "", target.port or 80)) as server:
                self._open.add(server)
                server.sendall(first)
                back = threading.Thread(target=self._pump, args=(server, browser), daemon=True)
                back.start()
                self._pump(browser, server)
                back.join()
                self._open.discard(server)
        except OSError:
            return
        finally:
            _end(browser)
            self._open.discard(browser)

    def _pump(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if not self.is_silent:
                    target.sendall(data)
        _end(target)


def _end(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()


@contextlib.contextmanager
def line_to(server: str) -> Iterator[Line]:
    """An open line to a server; cut afterwards."""
    line = Line(server)
    line.mend()
    try:
        yield line
    finally:
        line.cut()
