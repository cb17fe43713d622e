"""A page opened as a visitor would, and what it says."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from components.look.words import NO_BREAK
from tests.data.shipped import ROOT

START = "app.py"
ALL_PAGES = [START, *sorted(f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py"))]


def opened(page: str, **query: str) -> AppTest:
    """The page after its first run, as opened by a link."""
    return prepared(page, **query).run()


def prepared(page: str, **query: str) -> AppTest:
    """The page before its first run."""
    app = AppTest.from_file(str(ROOT / START), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    return app if page == START else app.switch_page(page)


def address_of(app: AppTest) -> dict[str, str]:
    """What stands in the address behind the question mark."""
    return {key: value[-1] if isinstance(value, list) else value for key, value in app.query_params.items()}


def component_data(app: AppTest, name: str) -> list[dict[str, Any]]:
    """What Python sent to each component of this name."""
    return [
        json.loads(element.proto.json) for element in app.get("bidi_component") if element.proto.component_name == name
    ]


def scenario_sent(app: AppTest) -> dict[str, Any]:
    """Scenario that the panel of the what-if was sent."""
    (panel,) = component_data(app, "what_if_panel")
    sent: dict[str, Any] = json.loads(panel["scenario"])
    return sent


def said(app: AppTest) -> str:
    """All text of the page as one reads it, with what its components were sent."""
    texts = [
        str(element.value)
        for kind in ("title", "header", "subheader", "markdown", "caption", "info", "success", "warning", "error")
        for element in app.get(kind)
    ]
    sent = [element.proto.json for element in app.get("bidi_component")]
    shown = "\n".join([*texts, *(json.dumps(json.loads(text), ensure_ascii=False) for text in sent if text)])
    return shown.replace(NO_BREAK, " ")


def said_on_demand(app: AppTest) -> str:
    """Text behind the question marks of the page."""
    return "\n".join(element.proto.help for kind in ("markdown", "caption") for element in app.get(kind))


def menu(app: AppTest) -> dict[str, str]:
    """Links of the menu: label to page and address parameters; the menu stands first on the page."""
    links: dict[str, str] = {}
    for element in app.get("page_link"):
        links.setdefault(element.proto.label, f"{element.proto.page}?{element.proto.query_string}")
    return links
