"""Whatever a visitor can read is written in one way: on every view, in the browser's own texts, and in the data."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pandas as pd
import pyarrow as pa
import pytest
from google.protobuf.message import Message

from model.dataset.registry import SHIPPED_TABLES
from tests.browser.views import STAGE_VIEWS, VIEWS
from tests.components.dutch_rules import broken, english_in, too_long_in
from tests.components.opening import START, opened
from tests.data.shipped import ROOT, shipped

QUOTED_AS_PRINTED = {
    ("scale_choices", "level_text"),
    ("partners", "partner_text"),
    ("framework_scales", "role_text"),
    ("national_budget", "trajectory_text"),
    ("municipalities", "name_source"),
}
"""Columns that hold a cell of the document as it stands there."""

NAMES_AS_TYPED = {"name_variants", "municipality_names", "places"}
"""Tables with spellings that a visitor may type."""

_SPOKEN = r"(?:\bin |^)miljoen euro(?=[.,:]|$)"
WRITTEN_OTHERWISE = {
    **dict.fromkeys(("amounts.js", "cost_view.js", "comparison.py", "money.py"), _SPOKEN),
    "achtergrond, rotterdam, geld": _SPOKEN,
    "lines.py": r"^python -m model\.what_if .*",
    "bronnen, documenten": r"Teksteditie `00\d_\w+\.txt`",
}
"""What a place may say against a rule: "mln" cannot be said by a screen reader; the page that explains the text
editions names them; a line for a terminal has its own quotation marks.
"""
NAME_OF_A_STORYLINE = "Terug naar 100 miljoen"
"""Said as a title, as people say it, wherever it stands."""
NAMES_OF_COLUMNS = "bronnen, datawoordenboek"
"""The view that shows the English names of tables and columns."""

TAGS_OF_TABLES = re.compile(r"(?:</?(?:table|caption|thead|tbody|tr|th|td)\b[^>]*>)+")
"""Markup of a table that only paper shows."""

NO_VISITOR = {"settings.py", "run.py", "__main__.py", "health.py", "headers.py", "frontend_words.py"}
"""For who runs the server, for the browser, and code of Streamlit's frontend that is replaced."""

NOT_RUNNING_TEXT = {"id", "key", "element_id", "form_id", "user_key", "spec", "component_name", "js_content"}
"""Fields of an element, and charts as such, that nobody reads; what a chart shows comes from its data."""


def test_every_view_is_written_in_one_way() -> None:
    views = [*((name, view.path) for name, view in VIEWS.items()), *STAGE_VIEWS.items()]
    said = [(name, text) for name, path in views for text in sorted(_texts_of_view(path))]
    assert len(said) > 5_000
    assert _faults(said, english=True) == []


def test_what_only_the_browser_says_is_written_in_one_way() -> None:
    files = [*ROOT.glob("components/**/*.js"), *ROOT.glob("server/*.js")]
    said = [(path.name, text) for path in files for text in _texts_of_script(path)]
    said += [(path.name, text) for path in ROOT.glob("components/**/*.html") for text in _texts_of_markup(path)]
    said += [(path.name, text) for path in ROOT.glob("components/**/*.css") for text in _texts_of_style(path)]
    assert len(said) > 250
    assert _faults(said, english=True) == []


def test_what_python_may_say_is_written_in_one_way() -> None:
    folders = ("pages", "components", "model", "server")
    files = [ROOT / START, *(path for folder in folders for path in (ROOT / folder).rglob("*.py"))]
    said = [(path.name, text) for path in files if path.name not in NO_VISITOR for text in _texts_of_module(path)]
    assert len(said) > 1_500
    assert _faults(said, long=True) == []


@pytest.mark.parametrize("name", sorted(set(SHIPPED_TABLES) - NAMES_AS_TYPED))
def test_every_text_of_the_data_is_written_in_one_way(name: str) -> None:
    table = shipped(name)
    said = [
        (f"{name}.{column}, row {row}", text)
        for column in table.columns
        if column != "source_file" and (name, column) not in QUOTED_AS_PRINTED
        for row, text in enumerate(table[column])
        if isinstance(text, str) and not _ISO_DATE.fullmatch(text)
    ]
    assert _faults(said, english=True, long=True) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Dat kost 3 mln euro.", "€ 1,2 mln"),
        ("Dat kost 3 mln € per jaar.", "€ 1,2 mln"),
        ("Het plan van 20-06-2013 zegt dat.", "20 juni 2013"),
        ("De kans is 88 % in 2022.", "88%"),
        ("Het verschil is € -3,1 mln.", "minus"),
        ("-36,5", "minus"),
        ("Zeer eens (88%).. Kans op verschil", "one point"),
        ("Hij koos Lokaal/subregionaal dus.", "“en”"),
        ("Zij koos in 2013 dus , en later", "follows a word"),
        ("Zie 001_5833ac47ade829ca.txt, regel 3", "not its file"),
        ("De raad zei 'ja, mits' op de vraag", "quotation marks"),
        ("Wat je kiest, staat er", "addressed with u"),
        ("Maak dit mijn regio", "says uw"),
        ("Hulp bij verst. beperking", "written out"),
        ("99,9 excl. rijksbijdrage", "written out"),
    ],
)
def test_each_rule_finds_what_it_forbids(text: str, rule: str) -> None:
    assert any(rule in fault for fault in broken(text))


def test_the_usual_ways_of_writing_pass() -> None:
    right = (
        "Op 20 juni 2013 koos 's-Hertogenbosch lokaal en subregionaal (88%): € 1,2 mln, zoals “Kosten (mln €)” zegt … "
        "De regio's in 't Gooi deden dat ook."
    )
    assert [*broken(right), *english_in(right), *too_long_in(right)] == []


def _faults(said: list[tuple[str, str]], *, english: bool = False, long: bool = False) -> list[str]:
    found = {}
    for place, text in said:
        if text not in found:
            seen = re.sub(WRITTEN_OTHERWISE[place], "…", text) if place in WRITTEN_OTHERWISE else text
            seen = seen.replace(NAME_OF_A_STORYLINE, "…")
            seen = TAGS_OF_TABLES.sub(" ", seen).strip() if seen.startswith("<table") else seen
            faults = [
                *broken(seen),
                *(english_in(seen) if english and " " in text and place != NAMES_OF_COLUMNS else ()),
                *(too_long_in(seen) if long else ()),
            ]
            found[text] = [f"{place}: {fault}" for fault in faults]
    return [fault for faults in found.values() for fault in faults]


_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


# Views


def _texts_of_view(path: str) -> set[str]:
    parts = urlsplit(path)
    page = parts.path.strip("/")
    app = opened(f"pages/{page}.py" if page else START, **dict(parse_qsl(parts.query)))
    assert not app.exception
    texts = {text for element in _elements(app._tree) for text in _texts_of_message(element)}
    return {_without_quotes(text) for text in texts if " " in text and "<style" not in text}


def _elements(block: Any) -> Iterator[Message]:
    proto = getattr(block, "proto", None)
    if isinstance(proto, Message):
        yield proto
    for child in getattr(block, "children", {}).values():
        yield from _elements(child)


def _texts_of_message(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        if field.name in NOT_RUNNING_TEXT:
            continue
        for item in [value] if isinstance(value, str | bytes | Message) else value if hasattr(value, "append") else []:
            if isinstance(item, Message):
                yield from _texts_of_message(item)
            elif isinstance(item, str):
                yield from _texts_of_json(item)
            elif isinstance(item, bytes):
                yield from _texts_of_arrow(item)


def _texts_of_json(value: Any) -> Iterator[str]:
    """Texts in a value, also where JSON lies in JSON."""
    if isinstance(value, str):
        try:
            held = json.loads(value) if value[:1] in ("{", "[") else None
        except ValueError:
            held = None
        yield from [value] if held is None else _texts_of_json(held)
    elif isinstance(value, list):
        for item in value:
            yield from _texts_of_json(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts_of_json(item)


def _texts_of_arrow(content: bytes) -> Iterator[str]:
    try:
        table = pa.ipc.open_stream(content).read_all().to_pandas()
    except pa.ArrowInvalid:
        return
    for column in table.columns:
        yield str(column)
        yield from (text for text in table[column] if isinstance(text, str))


@cache
def _printed_otherwise() -> list[str]:
    """Cells of the documents that break a rule, the longest first."""
    columns = [shipped(name)[column] for name, column in QUOTED_AS_PRINTED]
    texts = pd.concat(columns).dropna().unique()
    return sorted((text for text in texts if any(broken(text))), key=len, reverse=True)


def _without_quotes(text: str) -> str:
    for printed in _printed_otherwise():
        text = text.replace(printed, "…")
    return text


# Code


def _texts_of_module(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        text = _literal(node)
        if text and id(node) not in docs | parts and _is_running_text(text):
            yield text


def _literal(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_literal(part) or "X" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


_COMMENT = re.compile(r"/\*.*?\*/|(?m:^\s*//[^\n]*$)", re.S)
_ERROR = re.compile(r"new \w*Error\([^\n]*")
_SCRIPT_TEXT = re.compile(r"'((?:[^'\\\n]|\\.)*)'|`([^`]*)`")


def _texts_of_script(path: Path) -> Iterator[str]:
    if path.name.endswith(".test.js"):
        return
    code = _ERROR.sub("", _COMMENT.sub("", path.read_text("utf8")))
    for single, template in _SCRIPT_TEXT.findall(code):
        text = re.sub(r"\$\{[^{}]*\}", "X", single or template).replace("\\'", "'")
        if _is_running_text(text):
            yield text


def _texts_of_style(path: Path) -> list[str]:
    return re.findall(r'content: "([^"]+)"', path.read_text("utf8"))


def _is_running_text(text: str) -> bool:
    """Whether a literal is for people: words with spaces, and no markup, style or expression."""
    return bool(re.search(r"[a-z]{2,}.* ", text)) and not re.search(
        r"[<>{}=|\\^]|;$|\bdatum\.|px\b|\[\w+\]|, \.\w|no-repeat|\(\(|^[.#*]", text
    )


class _Read(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts += [value or "" for name, value in attrs if name in ("aria-label", "title", "placeholder", "alt")]

    def handle_data(self, data: str) -> None:
        self.texts.append(data.strip())


def _texts_of_markup(path: Path) -> list[str]:
    reader = _Read()
    reader.feed(path.read_text("utf8"))
    return [text for text in reader.texts if text]
