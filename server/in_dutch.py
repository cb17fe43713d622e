"""Answers to what cannot be answered, where the libraries below the app would say it in English."""

from __future__ import annotations

from typing import Any

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.elements import exception
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Response

UNREADABLE = "Dit verzoek is niet te lezen."
_WORDS = {
    400: UNREADABLE,
    404: "Dit bestand is er niet meer. Vraag het op de pagina opnieuw op.",
    416: "Dit deel van het bestand is er niet.",
}
_OTHERWISE = "Dit verzoek is niet te beantwoorden."


_FAULT_ON_A_PAGE = (
    "Hier ging iets mis. Ververs de pagina; gebeurt het opnieuw, meld het dan aan de beheerder. "
    "Wat er misging, staat in het logboek van de server."
)


def say_faults_in_dutch() -> None:
    """From now on a page says a fault of the product in Dutch."""
    exception._GENERIC_UNCAUGHT_EXCEPTION_TEXT = _FAULT_ON_A_PAGE  # type: ignore[misc]


class FaultsInDutch:
    """Gives the refusals of an app Dutch words in the place of its own; all else passes as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""
        refused: int | None = None

        async def send_in_dutch(message: Message) -> None:
            nonlocal refused
            if message["type"] == "http.response.start" and message["status"] >= 400:
                refused = message["status"]
                answer = PlainTextResponse(_WORDS.get(refused, _OTHERWISE), refused)
                await answer(scope, receive, send)
            elif refused is None:
                await send(message)

        await self._app(scope, receive, send_in_dutch)


class DutchHttp(H11Protocol):
    """Reads requests as uvicorn does; what is no request it says in Dutch."""

    def send_400_response(self, msg: str) -> None:
        """Answers to what cannot be read, and closes."""
        super().send_400_response(UNREADABLE)


class DutchSockets(WebSocketsSansIOProtocol):
    """Opens websockets as uvicorn does; what does not open one it says in Dutch."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        reject = self.conn.reject

        def reject_in_dutch(status: int, text: str) -> Response:
            return reject(status, text and _WORDS.get(status, _OTHERWISE))

        self.conn.reject = reject_in_dutch  # type: ignore[method-assign]
