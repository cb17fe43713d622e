"""One visitor: a tab of a browser that is open on a page of the app, without anything to draw on."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.load.screen import Screen, Shown
from tests.load.wire import Connection

ANSWER_WITHIN_S = 20.0
"""What has not been answered by then counts as not answered."""


class FaultError(Exception):
    """Something that a visitor would notice: the message says what, in the words by which faults are counted."""


class Visitor:
    """A tab that is open on the app."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.screen = Screen()
        self._connection: Connection | None = None
        self._reading: asyncio.Task[None] | None = None
        self._states: dict[str, WidgetState] = {}
        self._waiting: list[tuple[Callable[[Screen], bool], asyncio.Future[float]]] = []

    @property
    def bytes_in(self) -> int:
        """Bytes received over the connection as it is now."""
        return self._connection.bytes_in if self._connection else 0

    async def connect(self, *, resume: bool = False) -> None:
        """Connects: as a new session, or back to the one that the last connection had.

        Raises
        ------
        FaultError
            If the server does not take the connection.
        """
        try:
            self._connection = await Connection.open(self.address, self.screen.session if resume else None)
        except (OSError, TimeoutError, InvalidHandshake) as error:
            raise FaultError(f"no connection: {type(error).__name__}") from error
        self._reading = asyncio.create_task(self._read(self._connection))

    async def open(self, page: str = "", query: str = "") -> float:
        """Opens a page in a new tab, by its address without the slash, and waits until the run of it has ended.

        Returns the seconds that took. Raises FaultError where it does not come, or not as it should.
        """
        started = time.perf_counter()
        await self.connect()
        self.screen.query = query
        page_ends = _page_ends_after(self.screen)
        await self.ask(page_name=page)
        return await self.until(page_ends, "page") - started

    async def go_to(self, page: str, query: str = "") -> float:
        """Follows a link to another page within the tab; returns the seconds until its run has ended."""
        if page not in self.screen.pages:
            raise FaultError(f"no page {page}")
        self.screen.query = query
        self._states.clear()
        started = time.perf_counter()
        page_ends = _page_ends_after(self.screen)
        await self.ask(page_hash=self.screen.pages[page])
        return await self.until(page_ends, "page") - started

    async def set_state(self, component: str, state: Mapping[str, Any]) -> None:
        """A component reports state, by name; Streamlit runs the part of the page that it stands in."""
        shown = self.widget(component)
        kept = self._states.get(shown.identity)
        states = {**(json.loads(kept.json_value) if kept else {}), **state}
        self._states[shown.identity] = WidgetState(id=shown.identity, json_value=json.dumps(states))
        await self.ask(fragment=shown.fragment)

    async def set_slider(self, key: str, value: float) -> None:
        """Moves a slider of Streamlit itself."""
        shown = self.widget(key)
        state = WidgetState(id=shown.identity)
        state.double_array_value.data.append(value)
        self._states[shown.identity] = state
        await self.ask(fragment=shown.fragment)

    def widget(self, key: str) -> Shown:
        """Component or widget with this key. Raises FaultError where it is not on the page."""
        found = self.screen.widget(key)
        if found is None:
            raise FaultError(f"no {key} on the page")
        return found

    async def until(self, holds: Callable[[Screen], bool], what: str, within_s: float = ANSWER_WITHIN_S) -> float:
        """Moment (time.perf_counter) of the message after which something holds of the screen.

        Raises
        ------
        FaultError
            If it does not within the time, if the connection is lost, or if the screen shows a fault.
        """
        self._raise_faults()
        if holds(self.screen):
            return time.perf_counter()
        if self._reading is None or self._reading.done():
            raise FaultError("connection lost")
        moment: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._waiting.append((holds, moment))
        try:
            async with asyncio.timeout(within_s):
                return await moment
        except TimeoutError as error:
            raise FaultError(f"no {what} within {within_s:g} s") from error
        finally:
            self._waiting = [waiting for waiting in self._waiting if waiting[1] is not moment]
            self._raise_faults()

    async def leave(self) -> None:
        """Closes the tab."""
        if self._connection:
            await self._connection.close()
        await self.stop_reading()

    def break_off(self) -> None:
        """Loses the connection without a word; the tab stays open."""
        if self._connection:
            self._connection.cut()

    async def stop_reading(self) -> None:
        """From now on reads nothing that comes in."""
        if self._reading:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)
            self._reading = None

    async def ask(self, *, fragment: str = "", page_name: str = "", page_hash: str = "") -> None:
        """Asks for a run of the page or of a part of it, with all that a browser sends along. Raises FaultError where
        there is no connection.
        """
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string = self.screen.query
        rerun.page_name = page_name
        rerun.page_script_hash = page_hash or self.screen.page
        rerun.fragment_id = fragment
        rerun.widget_states.widgets.extend(self._states.values())
        rerun.cached_message_hashes.extend(self.screen.cache.hashes)
        rerun.context_info.timezone = "Europe/Amsterdam"
        rerun.context_info.locale = "nl-NL"
        rerun.context_info.url = f"{self.address}/{page_name}"
        rerun.context_info.color_scheme = "light"
        if self._connection is None:
            raise FaultError("not connected")
        try:
            await self._connection.send(message)
        except ConnectionClosed as error:
            raise FaultError("connection lost") from error

    async def _read(self, connection: Connection) -> None:
        async for message in connection.messages():
            self.screen.take(message)
            self._wake(time.perf_counter())
        for _, moment in self._waiting:
            if not moment.done():
                moment.set_exception(FaultError("connection lost"))

    def _wake(self, now: float) -> None:
        for holds, moment in self._waiting:
            if not moment.done() and (self.screen.faults or holds(self.screen)):
                moment.set_result(now)

    def _raise_faults(self) -> None:
        if self.screen.faults:
            faults, self.screen.faults = self.screen.faults, []
            raise FaultError(f"on the page: {'; '.join(faults)}")


def _page_ends_after(screen: Screen) -> Callable[[Screen], bool]:
    before = screen.pages_ended
    return lambda now: now.pages_ended > before
