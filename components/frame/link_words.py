"""What a link holds, in words: page, task, regions, and what else was chosen."""

from __future__ import annotations

from collections.abc import Mapping

from components.frame import links, loading
from components.look.about_file import PRODUCT
from components.look.words import listed
from model.site.site_map import (
    DOCUMENT,
    EMBED,
    FIND,
    PAGES,
    PART,
    SOURCE_PARTS,
    STAGE,
    STEP,
    STORYLINES,
    Page,
    background_opened,
    page_at,
)
from model.what_if.link import LINK_KEYS

_WHAT_IF = page_at("doorrekening")
_OWN_TABLE_NOT_SENT = (
    "De afzender werkte met een eigen tabel. Die staat niet in de link: u ziet de tabel van de bron. Vraag de afzender "
    "om de tabel als bestand."
)
_TYPED = {
    "s": "uw standpunten",
    "weeg": "uw weging",
    "eigen": "uw eigen taak",
    "som": "uw som met de bedragen",
    "inwoners": "het aantal inwoners dat u intikte",
}
"""Keys of the address that hold what a visitor typed or set, and what that is."""


def words_of_link(page: Page, query: Mapping[str, str]) -> str:
    """Sentence on what opens under an address; what the address gets wrong is not in it."""
    tasks, regions = loading.task_names(), loading.region_names()
    chosen, mine = query.get(links.CHOSEN, ""), query.get(links.REGION, "")
    said = [
        *_part(page, query),
        f"de taak {tasks[query[links.TASK]]}" if query.get(links.TASK) in tasks else "",
        f"de regio {regions[chosen]}" if chosen in regions else "",
        f"het zoekwoord “{query[links.SEARCH][:60]}”" if query.get(links.SEARCH) else "",
        "uw scenario met alle schuiven" if any(key in query for key in LINK_KEYS) and page is _WHAT_IF else "",
        *(words for key, words in _TYPED.items() if query.get(key) and page is not _WHAT_IF),
        f"{regions[mine]} als eigen regio" if mine in regions else "",
    ]
    shown = {links.REGION, links.TASK, links.CHOSEN, links.SEARCH, DOCUMENT, PART, FIND, STAGE, STEP, EMBED}
    named = {*shown, *(LINK_KEYS if page is _WHAT_IF else _TYPED)}
    rest = ["de weergave die u koos"] if query.keys() - named else []
    shows = listed([*filter(None, said), *rest])
    return f"Deze link opent de pagina {page.name}{f', met {shows}' if shows else ''}."


def title_of_link(page: Page, query: Mapping[str, str]) -> str:
    """What opens under an address as a title: the product, the page, its document, task and region."""
    tasks, regions = loading.task_names(), loading.region_names()
    region = query.get(links.CHOSEN) or query.get(links.REGION, "")
    document = background_opened(query).name if DOCUMENT in page.parameters else ""
    said = [page.name, document, tasks.get(query.get(links.TASK, ""), ""), regions.get(region, "")]
    return f"{PRODUCT}: {', '.join(dict.fromkeys(filter(None, said)))}"


def left_out_of_link(page: Page) -> list[str]:
    """What a visitor may see or keep on a page that no link to it holds, each as an item of a list."""
    left_out = links.left_out(page.address)
    if page is _WHAT_IF:
        left_out.append("uw bewaarde scenario's: die kent alleen deze browser. Elk heeft in de lijst een eigen link.")
    if page.address == STORYLINES:
        left_out.append("uw eigen verhaallijnen: die kent alleen deze browser. Elk heeft in de lijst een eigen link.")
    return left_out


def told_to_receiver(page: Page) -> str:
    """What whoever gets a link to a page has to know of what it cannot hold; empty where that is nothing."""
    return _OWN_TABLE_NOT_SENT if page is _WHAT_IF and links.left_out(page.address) else ""


def _part(page: Page, query: Mapping[str, str]) -> list[str]:
    document = background_opened(query) if DOCUMENT in page.parameters else None
    parts = document.parts if document else SOURCE_PARTS
    part = next((known for known in parts if known.key == query.get(PART)), None)
    return [*([f"het document {document.name}"] if document else []), *([f"het onderdeel {part.name}"] if part else [])]


def page_named(name: str) -> Page:
    """Page with this name in the menu. Raises StopIteration where there is none."""
    return next(page for page in PAGES if page.name == name)
