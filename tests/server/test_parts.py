"""Modules of the components are fetched by address, once per version."""

from __future__ import annotations

import re

import brotli
import pytest

from components.look.component_files import ADDRESS, MODULES, module
from components.what_if.panel import panel  # noqa: F401  Its component is registered.
from tests.server.asking import ask
from tests.serving import ROOT

PANEL = next(name for name in MODULES if name.startswith("what_if_panel."))


def test_a_module_is_what_lies_beside_the_python_and_may_be_kept(site: str) -> None:
    content = module(ROOT / "components/what_if/panel/panel.js")
    assert content == MODULES[PANEL]
    answer = ask(site, f"/{ADDRESS}/{PANEL}", accept_encoding="br")
    assert (answer.status, answer.headers["content-encoding"]) == (200, "br")
    assert brotli.decompress(answer.body).decode() == content
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/javascript")
    again = ask(site, f"/{ADDRESS}/{PANEL}", accept_encoding="br", if_none_match=answer.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert ask(site, f"/{ADDRESS}/{PANEL}").text == content


def test_a_tab_from_before_an_update_gets_the_module_of_now_and_does_not_keep_it(site: str) -> None:
    answer = ask(site, f"/{ADDRESS}/what_if_panel.0123456789ab.js")
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-cache")
    assert answer.text == MODULES[PANEL]


@pytest.mark.parametrize("name", ["absent.0123456789ab.js", "..%2fapp.py", "what_if"])
def test_what_is_no_module_is_not_there(site: str, name: str) -> None:
    assert ask(site, f"/{ADDRESS}/{name}").status == 404


def test_modules_of_all_components_are_there_from_the_start(site: str) -> None:
    python = "\n".join(path.read_text(encoding="utf8") for path in (ROOT / "components").rglob("*.py"))
    names = set(re.findall(r'component_files\.component\(\s*"(\w+)"', python)) | {"visit"}
    assert len(names) > 15
    missing = [name for name in names if ask(site, f"/{ADDRESS}/{name}.0.js").status != 200]
    assert missing == []
