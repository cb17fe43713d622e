"""The accessibility statement has every part of the Dutch model, claims no more than is known, and is easy to find."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from components.sources.accessibility import DEVIATIONS, NOT_FILLED
from model.site.publisher import PREFIX, STATUSES, Publisher
from tests.components.opening import ALL_PAGES, opened, said

FILLED = {
    "ORGANISATION": "Gemeente Voorbeeldstad",
    "ACCESSIBILITY_CONTACT": "toegankelijk@voorbeeld.nl",
    "STATEMENT_SIGNED_ON": "2026-03-02",
    "STATEMENT_SIGNED_BY": "gemeentesecretaris",
}


def statement(monkeypatch: pytest.MonkeyPatch, **filled: str) -> AppTest:
    for item in fields(Publisher):
        monkeypatch.delenv(PREFIX + item.name.upper(), raising=False)
    for name, value in filled.items():
        monkeypatch.setenv(PREFIX + name, value)
    return opened("pages/bronnen.py", deel="toegankelijkheid")


def test_every_part_of_the_model_stands_there(monkeypatch: pytest.MonkeyPatch) -> None:
    app = statement(monkeypatch)
    assert not app.exception
    assert [item.value for item in app.subheader] == [
        "Opstelling van deze verklaring",
        "Onderzoek",
        "Een drempel melden",
        "Klacht en handhaving",
        "Afwijkingen",
    ]
    text = said(app)
    for part in ("Besluit digitale toegankelijkheid overheid", "EN 301 549", "WCAG 2.1", "WCAG 2.2", "WCAG-EM"):
        assert part in text
    assert "Nationale ombudsman" in text
    for word in ("Oorzaak", "Gevolg", "Alternatief", "Maatregel", "Planning"):
        assert text.count(f"- {word}: ") == len(DEVIATIONS) > 0
    for code, name in STATUSES.items():
        assert f'["{code}", "{name}"' in text


def test_what_nobody_filled_in_is_said_and_then_there_is_no_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    app = statement(monkeypatch)
    text = said(app)
    assert "**Status E: geen toegankelijkheidsverklaring.**" in text
    assert text.count(NOT_FILLED) == 4
    assert "Nog geen organisatie heeft deze verklaring ingevuld en ondertekend." in app.info[0].value


def test_a_signed_statement_without_an_investigation_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    app = statement(monkeypatch, **FILLED)
    text = said(app).replace("\\", "")
    assert "**Status D: voldoet niet.**" in text
    assert NOT_FILLED not in text
    assert not app.info
    for shown in ("Gemeente Voorbeeldstad", "2 maart 2026", "gemeentesecretaris", "mailto:toegankelijk@voorbeeld.nl"):
        assert shown in text
    assert "dien dan een klacht in bij Gemeente Voorbeeldstad" in text


def test_a_planned_investigation_counts_until_its_day_and_within_half_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    today = date.today()
    signed = {**FILLED, "STATEMENT_SIGNED_ON": (today - timedelta(days=30)).isoformat()}
    for days, code in ((60, "C"), (-1, "D"), (200, "D")):
        planned = (today + timedelta(days=days)).isoformat()
        text = said(statement(monkeypatch, **signed, AUDIT_PLANNED_ON=planned))
        assert f"**Status {code}: {STATUSES[code]}.**" in text


def test_the_statement_in_the_register_goes_before_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    address = "https://www.toegankelijkheidsverklaring.nl/register/1"
    assert f"<{address}>" in said(statement(monkeypatch, **FILLED, STATEMENT_URL=address))
    assert "landelijke register" not in said(statement(monkeypatch, **FILLED))


def test_a_contact_with_markup_stays_text(monkeypatch: pytest.MonkeyPatch) -> None:
    text = said(statement(monkeypatch, ACCESSIBILITY_CONTACT="14 0123 *of* [hier](http://x)"))
    assert "\\*of\\*" in text


@pytest.mark.parametrize("page", ALL_PAGES)
def test_every_page_links_to_the_statement(page: str) -> None:
    app = opened(page, regio="JZ31")
    (link,) = [item.proto for item in app.get("page_link") if item.proto.label == "Toegankelijkheid"]
    assert link.page == "bronnen"
    assert set(link.query_string.split("&")) == {"regio=JZ31", "deel=toegankelijkheid"}
