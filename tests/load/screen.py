"""What stands on the page of one visitor, as far as the load test looks: elements at their places, faults, address."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.load.wire import MessageCache, MissingMessageError, fragments_of

Place = tuple[int, ...]


@dataclass(frozen=True)
class Shown:
    """An element, the part of the page that it belongs to, and the run that sent it last."""

    element: Element
    fragment: str
    run: str

    @property
    def identity(self) -> str:
        """Name that Streamlit gave it; empty for what is no widget."""
        kind = self.element.WhichOneof("type")
        return str(getattr(getattr(self.element, kind), "id", "")) if kind else ""

    @property
    def key(self) -> str:
        """Key that the app gave it, which ends the name; empty for what is no widget."""
        return key_in(self.identity)

    @cached_property
    def raw(self) -> str:
        """Data of a component as it was sent: JSON."""
        component = self.element.bidi_component
        return component.mixed.json if component.WhichOneof("data") == "mixed" else component.json

    @cached_property
    def data(self) -> Any:
        """Data of a component. Reading it takes long beside everything else here; a step looks at `raw` instead."""
        return json.loads(self.raw)


@dataclass
class Screen:
    """The page of one visitor, after the messages that came in so far."""

    cache: MessageCache = field(default_factory=MessageCache)
    shown: dict[Place, Shown] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    """What a visitor would see as a fault: exceptions, messages in red, a page that does not exist."""
    query: str = ""
    """Address after the question mark."""
    session: str = ""
    page: str = ""
    """Name that Streamlit gave the script of the page."""
    pages: dict[str, str] = field(default_factory=dict)
    """Script by address of the page; the start page has none."""
    pages_ended: int = 0
    """Runs of a whole page that came to their end."""
    runs_ended: int = 0
    """Runs of a page or of a part of it that came to their end."""
    boxes: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Boxes that open on demand, by key: the name that Streamlit gave it, and the part of the page it belongs to."""
    _keyed: dict[str, Shown] = field(default_factory=dict)
    _run: str = ""
    _fragments: tuple[str, ...] = ()

    def take(self, message: ForwardMsg) -> None:
        """Adopts one message of the server."""
        try:
            message = self.cache.whole(_without_scripts(message))
        except MissingMessageError as error:
            self.faults.append(f"refers to an unknown message {error}")
            return
        match message.WhichOneof("type"):
            case "new_session":
                self._begin(message)
            case "delta":
                self._draw(message)
            case "script_finished":
                self._end(message)
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "navigation":
                self._take_pages(message.navigation.app_pages)
            case "page_not_found":
                self.faults.append("page not found")
            case "session_event" if message.session_event.HasField("script_compilation_exception"):
                self.faults.append(message.session_event.script_compilation_exception.message)

    def widget(self, key: str) -> Shown | None:
        """Component or widget by the key that the app gave it; None while it is not there."""
        return self._keyed.get(key)

    def texts(self) -> list[str]:
        """Texts in Markdown."""
        return [shown.element.markdown.body for shown in self.shown.values() if shown.element.HasField("markdown")]

    def _begin(self, message: ForwardMsg) -> None:
        new = message.new_session
        self._run = message.metadata.run.script_run_id
        self._fragments = tuple(fragments_of(message))
        self.session = new.initialize.session_id
        self.page = new.page_script_hash
        if new.app_pages:
            self._take_pages(new.app_pages)

    def _take_pages(self, pages: Any) -> None:
        self.pages = {"" if page.is_default else page.url_pathname: page.page_script_hash for page in pages}

    def _draw(self, message: ForwardMsg) -> None:
        place, delta = tuple(message.metadata.delta_path), message.delta
        if delta.WhichOneof("type") != "new_element":
            box = delta.add_block.expandable.id
            if box:
                self.boxes[key_in(box)] = (box, delta.fragment_id)
            return
        element = delta.new_element
        shown = self.shown[place] = Shown(element, delta.fragment_id, self._run)
        if shown.key:
            self._keyed[shown.key] = shown
        if element.HasField("exception") and not element.exception.is_warning:
            self.faults.append(f"{element.exception.type}: {element.exception.message}")
        elif element.HasField("alert") and element.alert.format == Alert.ERROR:
            self.faults.append(element.alert.body)

    def _end(self, message: ForwardMsg) -> None:
        if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return
        self.pages_ended += not self._fragments
        self.runs_ended += 1
        self.shown = {place: shown for place, shown in self.shown.items() if not self._is_left_over(shown)}
        self._keyed = {key: shown for key, shown in self._keyed.items() if not self._is_left_over(shown)}
        self.cache.end_run(self._fragments)

    def _is_left_over(self, shown: Shown) -> bool:
        """Whether the run that ended had this element to send and did not."""
        return shown.run != self._run and (not self._fragments or shown.fragment in self._fragments)


def key_in(identity: str) -> str:
    """Key that ends a name given by Streamlit."""
    return identity.removeprefix("$$ID-").partition("-")[2]


def _without_scripts(message: ForwardMsg) -> ForwardMsg:
    """The message without what only a browser can use, so that hundreds of visitors fit in one process."""
    if message.WhichOneof("type") == "delta" and message.delta.new_element.HasField("bidi_component"):
        component = message.delta.new_element.bidi_component
        for content in ("js_content", "html_content", "css_content"):
            component.ClearField(content)
    return message
