"""Every view of the app: its address, and when it is complete."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import FilePayload, Page, expect

from components.background.documents import DOCUMENTS
from components.sources.parts import PARTS
from components.what_if.answers.section import ANSWERS
from components.what_if.pictures import PICTURES
from tests.components.what_if.own_table.sheets import COSTS, SAVINGS

SLOW_MS = 30_000
END_OF_PAGE = "Bronnen, begrippen en verantwoording"


@dataclass(frozen=True)
class View:
    """Where a view is, what must stand on it before it is complete, and what is opened or filled in on it first.

    `other_on_a_phone`: a phone shows other elements, not the same ones below each other.
    """

    path: str
    shows: str = "h1"
    open: Callable[[Page], None] | None = None
    other_on_a_phone: bool = False


def complete(page: Page) -> None:
    """Waits until everything that the server sends stands on the page, and the charts are drawn."""
    expect(page.get_by_role("link", name=END_OF_PAGE)).to_be_visible(timeout=SLOW_MS)
    expect(page.locator(".stApp[data-test-script-state='notRunning']")).to_be_visible(timeout=SLOW_MS)
    expect(page.locator("[data-stale='true'], [data-testid='stSkeleton']")).to_have_count(0, timeout=SLOW_MS)
    undrawn = page.locator("[data-testid='stVegaLiteChart']:visible:not(:has(svg, canvas))")
    expect(undrawn).to_have_count(0, timeout=SLOW_MS)


def show(page: Page, address: str, view: View) -> None:
    """Opens the view and waits until it is complete."""
    page.goto(address + view.path)
    complete(page)
    expect(page.locator(view.shows).first).to_be_visible(timeout=SLOW_MS)
    if view.open:
        view.open(page)


def _open_mentions(page: Page) -> None:
    page.get_by_text("Alle vermeldingen met vindplaats").click()
    expect(page.get_by_role("region", name="Wie noemt wie, waarvoor, en waar staat dat?")).to_be_visible()


def _open_own_table_and_save(page: Page) -> None:
    expect(page.locator(".saved .count")).to_have_text("0 van 6 bewaard", timeout=SLOW_MS)
    page.get_by_label("Naam voor wat nu in het paneel staat").fill(
        "Voorzichtig, alles op de ondergrens van de bandbreedte"
    )
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.locator(".entry .name")).to_have_count(1)
    page.get_by_text("Een eigen tabel: reken met uw eigen regio").click()
    expect(page.locator(".st-key-own_table_box").get_by_test_id("stDataFrame")).to_have_count(2, timeout=SLOW_MS)


def _open_proposal(page: Page) -> None:
    page.get_by_text("Een eigen tabel: reken met uw eigen regio").click()
    box = page.locator(".st-key-own_table_box")
    files = [FilePayload(name=name, mimeType="", buffer=text.encode()) for name, text in
             (("ombuigingen jeugdhulp 2027.csv", SAVINGS), ("meerjarenraming.csv", COSTS))]  # fmt: skip
    box.locator('input[type="file"]').set_input_files(files)
    expect(box.locator(".proposal .question.open")).not_to_have_count(0, timeout=SLOW_MS)
    box.locator(".proposal summary").click()
    expect(box.get_by_test_id("stDataFrame")).to_have_count(2, timeout=SLOW_MS)


def _open_answer(key: str) -> Callable[[Page], None]:
    def open_it(page: Page) -> None:
        page.locator(f".st-key-what_if_answer_{key} summary").click()
        expect(page.locator(f".st-key-what_if_answer_{key}").get_by_role("img").first).to_be_visible(timeout=SLOW_MS)
        complete(page)

    return open_it


_PARTS = {
    ("zhz", "schaaltabel"): ("&rij=residentieel", ".scales .cell"),
    ("zhz", "dilemmas"): ("&d=6", "input[type=range], [role=slider]"),
    ("rotterdam", "opgaven"): ("&kolom=schil&opgave=O15", ".assignments details[open]"),
    ("rotterdam", "schaalafweging"): ("&taak=jggz&schil=1&weeg=1~A1_2g~B6_3~C3_3", ".st-key-weighing_verdict"),
}
"""Parts of Achtergrond that show more with more in their address."""


def _of_background(document: str, part: str) -> View:
    query, shows = _PARTS.get((document, part), ("", ".stHeading h2, .stHeading h3, .stMarkdown p"))
    return View(f"/achtergrond?document={document}&deel={part}{query}", shows)


OWN_STORYLINES = "schaalwijzer-jeugd.verhaallijnen"
"""Where the browser keeps storylines of the visitor's own."""
STEPS = (
    {"page": "kaart", "query": "taak=jggz", "title": "Wie kiest er bovenregionaal?", "sentence": "", "note": "Wacht."},
    {"page": "regio", "query": "bekijk=JZ31", "title": "", "sentence": "", "note": ""},
    {"page": "doorrekening", "query": "v=1&t=abcdef", "title": "", "sentence": "Met een eigen tabel", "note": ""},
)


def keep_storylines(page: Page, *storylines: dict[str, object]) -> None:
    """Storylines as another window of this browser would write them."""
    text = json.dumps({"version": 1, "storylines": storylines})
    page.evaluate(
        "([key, newValue]) => { localStorage.setItem(key, newValue); "
        "dispatchEvent(new StorageEvent('storage', { key, newValue })); }",
        [OWN_STORYLINES, text],
    )


def _open_own_storyline(page: Page) -> None:
    keep_storylines(page, {"id": "raad", "title": "Raadsavond van maart", "changed": 1796000000000, "steps": STEPS})
    page.get_by_role("button", name="Bewerk: Raadsavond van maart").click()
    page.get_by_role("button", name="Teksten van stap 1").click()
    expect(page.locator(".own .step")).to_have_count(3)


VIEWS: dict[str, View] = {
    "start": View("/", ".overview svg text"),
    "start, uw regio": View("/?regio=JZ31", ".overview svg .own"),
    "kaart": View("/kaart?regio=JZ22", "svg.country[data-painted]"),
    "kaart, alle taken": View("/kaart?regio=JZ31&alle=1", ".many button"),
    "vergelijking": View(
        "/vergelijking?regio=JZ31&rijen=groepen&bekijk=JZ04&taak=vb&naast=JZ31,JZ24,JZ27",
        ".comparison tbody tr",
        other_on_a_phone=True,
    ),
    "samenwerking": View(
        "/samenwerking?regio=JZ11&taak=pleegzorg", ".st-key-partner_map svg.marks path", _open_mentions
    ),
    "regio": View("/regio?regio=JZ31", "svg[data-region='JZ31']"),
    "regio, een andere dan de mijne": View(
        "/regio?regio=JZ18&bekijk=JZ31", "svg[data-region='JZ31']", other_on_a_phone=True
    ),
    "doorrekening": View("/doorrekening", ".paneel[data-settled]", _open_own_table_and_save, other_on_a_phone=True),
    "doorrekening, een eigen blad": View(
        "/doorrekening", ".paneel[data-settled]", _open_proposal, other_on_a_phone=True
    ),
    **{
        f"doorrekening, {answer.title.lower()}": View(
            "/doorrekening", ".paneel[data-settled]", _open_answer(answer.key), other_on_a_phone=True
        )
        for answer in ANSWERS
    },
    **{
        f"achtergrond, {document}, {part}": _of_background(document, part)
        for document, of_document in DOCUMENTS.items()
        for part in of_document.parts
    },
    "presenteren": View("/presenteren?regio=JZ31", ".shipped li"),
    "presenteren, een eigen verhaallijn": View("/presenteren", ".own .empty", _open_own_storyline),
    **{f"bronnen, {part}": View(f"/bronnen?deel={part}") for part in PARTS},
    "bronnen, drukfouten": View("/bronnen?deel=fouten&soort=drukfout"),
    "bronnen, zoeken": View("/bronnen?regio=JZ31&zoek=zorg"),
}

STAGE_VIEWS = {
    "start": "/?presentatie=1&regio=JZ31",
    "kaart": "/kaart?presentatie=1&regio=JZ31&taak=jggz",
    "kaart, alle taken": "/kaart?presentatie=1&alle=1&regio=JZ10",
    "vergelijking": "/vergelijking?presentatie=1&regio=JZ31&rijen=groepen",
    "regio": "/regio?presentatie=1&regio=JZ31",
    "samenwerking": "/samenwerking?presentatie=1&regio=JZ11&taak=pleegzorg",
    "doorrekening": "/doorrekening?presentatie=1",
    **{f"doorrekening, {picture}": f"/doorrekening?presentatie=1&beeld={picture}" for picture in PICTURES},
    "presenteren": "/presenteren?presentatie=1&regio=JZ31",
    **{
        f"achtergrond, {document}, {part}": f"/achtergrond?presentatie=1&document={document}&deel={part}"
        for document, of_document in DOCUMENTS.items()
        for part in of_document.parts
    },
    **{f"bronnen, {part}": f"/bronnen?presentatie=1&deel={part}" for part in PARTS},
}
"""Addresses of the views on stage."""
