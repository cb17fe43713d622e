"""Settings come from the environment, and a slip of the pen is told."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from server.settings import SettingError, Settings, name_of
from tests.serving import ROOT


def test_without_an_environment_the_app_is_for_this_machine_only() -> None:
    settings = Settings.from_environment({})
    assert (settings.address, settings.port, settings.base_path) == ("127.0.0.1", 8501, "")
    assert settings.host_names == frozenset()
    assert not settings.is_https


def test_every_setting_is_read_from_its_variable() -> None:
    given = {"int": "7", "bool": "0", "str": "/x"}
    urls, days = ("public_url", "statement_url"), ("statement_signed_on", "audit_planned_on")
    given_by_name = {**dict.fromkeys(urls, "http://x"), **dict.fromkeys(days, "2026-01-31")}
    for item in fields(Settings):
        text = given_by_name.get(item.name, given[str(item.type)])
        read = getattr(Settings.from_environment({name_of(item.name): text}), item.name)
        assert read == {"int": 7, "bool": False, "str": text}[str(item.type)]


def test_names_of_the_app_are_its_public_address_and_the_other_hosts() -> None:
    settings = Settings(public_url="https://Jeugd.voorbeeld.nl:8443", hosts="intranet, jeugd ")
    assert settings.host_names == {"jeugd.voorbeeld.nl:8443", "intranet", "jeugd"}
    assert settings.is_https


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("SCHAALWIJZER_PORT", "achtduizend"),
        ("SCHAALWIJZER_PORT", "0"),
        ("SCHAALWIJZER_PORT", "-1"),
        ("SCHAALWIJZER_ACCESS_LOG", "misschien"),
        ("SCHAALWIJZER_BASE_PATH", "jeugd"),
        ("SCHAALWIJZER_BASE_PATH", "/jeugd/"),
        ("SCHAALWIJZER_BASE_PATH", "/../jeugd;"),
        ("SCHAALWIJZER_PUBLIC_URL", "jeugd.voorbeeld.nl"),
        ("SCHAALWIJZER_PUBLIC_URL", "https://jeugd.voorbeeld.nl/pad"),
        ("SCHAALWIJZER_FRAME_ANCESTORS", "'self'; script-src *"),
        ("SCHAALWIJZER_FRAME_ANCESTORS", " "),
        ("SCHAALWIJZER_POORT", "8501"),
        ("SCHAALWIJZER_STATEMENT_SIGNED_ON", "31-01-2026"),
        ("SCHAALWIJZER_AUDIT_PLANNED_ON", "2026-02-30"),
        ("SCHAALWIJZER_STATEMENT_URL", "javascript:alert(1)"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_told_by_its_name(name: str, text: str) -> None:
    with pytest.raises(SettingError, match=name):
        Settings.from_environment({name: text})


def test_the_documentation_lists_every_setting_as_it_is() -> None:
    text = (ROOT / "docs" / "beheer.md").read_text(encoding="utf8")
    rows = re.findall(r"^\| `(SCHAALWIJZER_\w+)` \| (.*?) \| (.*?) \|$", text, re.MULTILINE)
    written = {True: "`1`", False: "`0`", "": "leeg"}
    expected = [
        (name_of(item.name), written.get(item.default, f"`{item.default}`"), item.metadata["about"])
        for item in fields(Settings)
    ]
    assert rows == expected
