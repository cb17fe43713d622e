"""List of things with links into the app: filtered in the browser, each link also an address of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.frame.region_links import address_keys, href
from components.look import component_files
from model.site.site_map import AppLink

_entries = component_files.component("entries", __file__, "entry_list")


@dataclass(frozen=True)
class Entry:
    """One thing: name, what is said of it, a mark before the name, small print, links, and words for the filter.

    `lines` of the text edition show for who opens the last of the small print.
    """

    title: str
    said: str = ""
    mark: str = ""
    small: tuple[str, ...] = ()
    links: tuple[AppLink, ...] = ()
    key: str = ""
    keywords: str = ""
    lines: str = ""


@dataclass(frozen=True)
class EntryGroup:
    """Things under one heading; `limit` is how many stand there before someone asks for all (0: all), and `found` how
    many there are where `entries` holds only the first of them (0: these are all).
    """

    heading: str
    entries: tuple[Entry, ...]
    limit: int = 0
    found: int = 0


@dataclass(frozen=True)
class Look:
    """How a list looks: label of its filter, what its things are called, letters, titles as links, class of style."""

    filter: str | None = None
    noun: str = "regels"
    letters: bool = False
    titles: str = "texts"
    layout: str = ""


def show_entries(groups: Sequence[EntryGroup], look: Look, *, key: str, mine: str | None, asked: str = "") -> None:
    """The list; a click on a link leads to its view. `asked` is the key of the thing to show first and mark."""
    _entries(
        key=key,
        data={
            "filter": look.filter,
            "noun": look.noun,
            "letters": look.letters,
            "titles": look.titles,
            "layout": look.layout,
            "asked": asked,
            "groups": [
                {
                    "heading": group.heading,
                    "limit": group.limit,
                    "found": group.found,
                    "entries": [_sent(entry, mine) for entry in group.entries],
                }
                for group in groups
            ],
        },
    )


def _sent(entry: Entry, mine: str | None) -> dict[str, object]:
    sent: dict[str, object] = {
        "title": entry.title,
        "said": entry.said,
        "mark": entry.mark,
        "small": list(entry.small),
        "id": entry.key,
        "keywords": entry.keywords,
        "lines": entry.lines,
        "links": [{"label": link.label, "href": href(link.page, address_keys(link, mine))} for link in entry.links],
    }
    return {key: value for key, value in sent.items() if value or key == "title"}
