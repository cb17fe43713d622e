"""Bad input, and where it can be put: keys of the address, and what a component says to Python.

Both lists of places come from the product itself, so that a new key or component is in the tests by itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState

from model.site.site_map import BACKGROUND, DOCUMENT, PAGES, PART, REGION, SOURCE_PARTS
from tests.load.visitor import Visitor
from tests.serving import ROOT

ANSWER_WITHIN_S = 10.0
MARK = "evil.example"
"""Stands in every text that must not become a link."""

BAD_TEXTS = {
    "empty": "",
    "space": "   ",
    "long": "x" * 10_000,
    "control signs": "a\x00b\x01\x1b[31m\x7f",
    "line breaks": f"a\n\n# b\n\n- c\n\n![](https://{MARK}/p.png)",
    "bidi override": f"\u202egnp.{MARK}\u2066",
    "html": f"<script src=//{MARK}></script><img src=x onerror=alert(1)>",
    "link": f"[klik](https://{MARK}/) ![](https://{MARK}/p.png) <https://{MARK}>",
    "bare name": f"www.{MARK}/inloggen",
    "bare address": f"https://{MARK}/inloggen",
    "bare address in another case": f"HTTP://WWW.{MARK.upper()}/",
    "mail": f"beheer@{MARK}",
    "reference": f"[a]: https://{MARK} 'b'",
    "code": f"`` ` www.{MARK} ```",
    "formatting": "**b** *i* ~~s~~ $c$ :red[d] :material/home: :smile: :streamlit: # h",
    "out of range": "99999999999999999999",
    "negative": "-1",
    "fraction": "1.5",
    "not a number": "NaN",
    "endless": "1e999",
    "unicode digits": "١٢٣",
    "full width": "ＪＺ３１",
    "half a pair": "%ED%A0%80",
    "other separators": "1,2;3~4_5-6|7",
    "path": "../../etc/passwd",
    "formula": '=HYPERLINK("https://evil.example")',
    "true": "true",
    "null": "null",
    "json": '{"a": [1]}',
}
"""Values for a key of the address."""

DEEP = 5_000
BAD_VALUES = {
    "null": "null",
    "true": "true",
    "zero": "0",
    "negative": "-1",
    "fraction": "1.5",
    "not a number": "NaN",
    "endless": "Infinity",
    "1e999": "1e999",
    "huge number": "9" * 400,
    "too long a number": "9" * 6_000,
    "empty text": '""',
    "text": json.dumps(f"www.{MARK} `[a](https://{MARK})`"),
    "control signs": json.dumps("\x00\x01\u202e"),
    "half a pair": '"\\ud800"',
    "huge text": json.dumps("x" * 80_000),
    "empty list": "[]",
    "list of anything": '[null, true, 1.5, NaN, "JZ31", [], {}, [[]], {"a": {}}]',
    "huge list": json.dumps([1] * 20_000),
    "list of lists": "[" * 200 + "]" * 200,
    "bottomless list": "[" * DEEP + "]" * DEEP,
    "bottomless block": '{"a":' * DEEP + "1" + "}" * DEEP,
    "empty block": "{}",
    "strange keys": '{"": 1, "__class__": {}, "constructor": [], "\\u0000": 2, "$$ID": 3}',
    "not json": "{'a': undefined",
    "nothing at all": "",
}
"""What a browser may say, as JSON, or as what should be it."""

FIELDS = (
    "all", "changes", "code", "columns", "content", "entries", "flat", "heard", "kind", "layer", "moves", "name",
    "number", "query", "region", "reset", "revision", "rows", "show", "task", "text", "theme", "value", "webgl",
    "width",
)  # fmt: skip
"""Names inside what components say."""

QUESTIONS = ("save", "upload", "open", "preset", "reset", "beside")
_SHORT = {what: value for what, value in BAD_VALUES.items() if len(value) < 1_000}


def said_wrongly() -> dict[str, str]:
    """What a browser may say: bad in itself, or of the right form with something bad in each of its places."""
    found = dict(BAD_VALUES)
    for what, value in _SHORT.items():
        bad = dict.fromkeys(FIELDS, value)
        found[f"{what} inside what is new"] = _block({**bad, "revision": "1", "moves": "0", "number": "1"})
    return found


def said_more_wrongly() -> dict[str, str]:
    """The same, and with something bad in the places of a few messages that are made of parts themselves."""
    found = said_wrongly()
    for what, value in _SHORT.items():
        bad = dict.fromkeys(FIELDS, value)
        found[f"{what} inside a list"] = f"[{value}, {_block(bad)}]"
        found[f"{what} as an entry"] = _block({"entries": f"[{_block({'name': value, 'query': value})}]"})
        changes = _block({"overlap_share": value, "on:1": value})
        found[f"{what} as a step"] = _block({"revision": "1", "number": "1", "changes": changes})
        for name in QUESTIONS:
            asked = {"name": f'"{name}"', "kind": f'"{name}"', "value": value, "code": value}
            found[f"{what} to {name}"] = _block(asked)
    return found


def _block(values: Mapping[str, str]) -> str:
    return "{" + ", ".join(f'"{name}": {value}' for name, value in values.items()) + "}"


@dataclass(frozen=True)
class Place:
    """A view of the app: address of the page, and what it needs behind the question mark."""

    page: str
    query: tuple[tuple[str, str], ...]
    own_keys: tuple[str, ...]

    @property
    def name(self) -> str:
        """The view in a few words."""
        return "-".join([self.page or "start", *(value for key, value in self.query)])


def places() -> list[Place]:
    """Every page, and every part of the pages that have parts, with the keys of the address that it reads."""
    found = [Place(page.address, (), (REGION, *page.parameters)) for page in PAGES]
    for document in BACKGROUND:
        for part in document.parts:
            query = ((DOCUMENT, document.key), (PART, part.key))
            found.append(Place("achtergrond", query, (REGION, *part.parameters)))
    return [
        *found,
        *(Place("bronnen", ((PART, part.key),), (REGION, *part.parameters)) for part in SOURCE_PARTS),
    ]


@cache
def components_of_the_product() -> dict[str, set[str]]:
    """All components that have a part in the browser, with the names under which their room hears something of them."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "components").rglob("*.py")):
        text = path.read_text(encoding="utf8")
        heard = set(re.findall(r"\bon_(\w+)_change=", text))
        for literal, constant in re.findall(r"component_files\.component\((?:\"(\w+)\"|(\w+))", text):
            room = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
            found[literal or getattr(room, constant)] = heard
    return found


def state(identity: str, json_text: str) -> WidgetState:
    """What a component keeps, as it says so."""
    return WidgetState(id=identity, json_value=json_text)


def trigger(identity: str, json_text: str) -> WidgetState:
    """What a component says once."""
    return WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{identity}__events", json_trigger_value=json_text)


class Stranger(Visitor):
    """A visitor on one page who says what no page of the product says."""

    refusals = (
        "is niet gebruikt",
        "Dit aantal inwoners kan niet",
        "kan niet; toegestaan is",
        "Wat u typte, staat er nog",
    )
    """What a page says in red of what it cannot use: no fault, but the right answer."""

    def __init__(self, address: str, page: str, query: str = "") -> None:
        super().__init__(address)
        self._page, self._query = page, query

    async def arrive(self) -> None:
        """Opens the page in a new tab."""
        await self.open(self._page, self._query)

    async def come_back(self) -> None:
        """Follows a link to the page, as it was at the start."""
        await self.go_to(self._page, self._query)

    async def says(self, fragment: str, *states: WidgetState) -> None:
        """Reports something, and waits until the server has answered. Raises FaultError where it does not, or where
        the answer is no page of the product.
        """
        self._states = {state.id: state for state in states}
        before = self.screen.runs_ended
        try:
            await self.ask(fragment=fragment, page_hash=self.screen.pages[self._page])
            await self.until(lambda now: now.runs_ended > before, "answer", ANSWER_WITHIN_S)
        finally:
            self._states = {}

    def _raise_faults(self) -> None:
        self.screen.faults = [
            fault for fault in self.screen.faults if not any(refusal in fault for refusal in self.refusals)
        ]
        super()._raise_faults()

    def alerts(self) -> list[str]:
        """What stands on the page in a coloured box."""
        return [shown.element.alert.body for shown in self.screen.shown.values() if shown.element.HasField("alert")]

    def texts_that_act(self) -> list[str]:
        """Texts on the page that are read as Markdown and hold a link of the stranger's, or signs that act."""
        return [text for shown in self.screen.shown.values() for text in _markdown_of(shown.element) if acts(text)]


def acts(text: str) -> bool:
    """Whether a text holds, outside what is shown as code, something by which a browser would show a link."""
    outside = _CODE.sub(lambda found: "" if found["ticks"] else found[0], text)
    return _LINKED.search(outside.casefold()) is not None


_CODE = re.compile(r"\\.|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
"""What is escaped, which opens no code, or code."""
_LINKED = re.compile(rf"(?:www\.|://|@|\]\()\S*{re.escape(MARK)}")
_NO_MARKDOWN = (
    "code",
    "id",
    "key",
    "query_string",
    "page",
    "form_id",
    "url",
    "deferred_file_id",
    "default",
    "value",
    "options",
)


def _markdown_of(message: Any) -> Iterator[str]:
    """Texts in an element that a browser reads as Markdown. Components show text as it is."""
    for field, value in message.ListFields():
        if field.name in _NO_MARKDOWN or field.name == "bidi_component":
            continue
        for item in value if field.is_repeated else (value,):
            if field.type == field.TYPE_STRING:
                yield item
            elif field.type == field.TYPE_MESSAGE and not isinstance(item, (str, bytes)):
                yield from _markdown_of(item)
