"""What the what-if says to a hall, on a slide or in a note: one exhibit per picture, from a scenario."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from components.frame import loading
from components.look.exhibit import Exhibit
from components.look.words import capitalised
from components.what_if.exhibit_words import words_of
from components.what_if.pictures import PATH, PICTURES
from components.what_if.results import MOST_SCENARIOS_KEPT, results_of
from components.what_if.session import NOT_IN_A_LINK, SOURCE_REGION, is_of_source, source_plan
from components.what_if.table_in_use import SOURCE, TableInUse
from model.site.site_map import PICTURE
from model.what_if import LINK_KEYS, InputError, SavingsPlan, Scenario, read_link

OWN_SOURCE = "Bron: eigen tabel van de gebruiker; doorrekening met eigen aannames."
OWN_TABLE = "Eigen tabel"


def exhibit_of(query: Mapping[str, str], own: TableInUse | None = None) -> Exhibit:
    """What an address of the page Doorrekening says.

    Parameters
    ----------
    query : mapping of str to str
        Keys of the address. A link that cannot be used, and a picture that does not exist, stand as if left out.
    own : TableInUse, optional
        Own table of the visit; a link that belongs to it is read with it. Without one, or for a link of the source's
        table, the source's own.
    """
    scenario, picture = _scenario(query, own.plan if own else source_plan()), query.get(PICTURE, PATH)
    if own is None or scenario.plan != own.plan:
        return exhibit_for(scenario, picture)
    return exhibit_for(scenario, picture, whose=own.whose, source=own.source)


def exhibit_for(scenario: Scenario, picture: str = PATH, *, whose: str = "", source: str = "") -> Exhibit:
    """What a scenario says with one of `PICTURES`; with an unknown one as with the path.

    `whose` is the region or table as a sentence names it, and `source` the line below; where they are left out, those
    of the plan hold.
    """
    of_source = is_of_source(scenario.plan)
    if not whose:
        whose = loading.region_names()[SOURCE_REGION] if of_source else OWN_TABLE
    picture = picture if picture in PICTURES else PATH
    return _exhibit(scenario, picture, whose, source or (SOURCE if of_source else OWN_SOURCE))


def contributions_exhibit(scenario: Scenario, *, whose: str = "", source: str = "") -> Exhibit:
    """The waterfall of a scenario; see `exhibit_for`."""
    return exhibit_for(scenario, "bijdragen", whose=whose, source=source)


@lru_cache(maxsize=MOST_SCENARIOS_KEPT)
def _exhibit(scenario: Scenario, picture: str, whose: str, source: str) -> Exhibit:
    results = results_of(scenario)
    said = PICTURES[picture](results)
    return Exhibit(
        title=said.title,
        sentence=f"{capitalised(whose)}. {said.sentence}".rstrip(),
        source=source,
        alt=said.alt,
        figures=said.figures,
        drawing=said.drawing,
        words=words_of(results),
        no_link="" if is_of_source(scenario.plan) else f"{capitalised(NOT_IN_A_LINK)}.",
    )


def _scenario(query: Mapping[str, str], plan: SavingsPlan) -> Scenario:
    """Scenario of the keys that are a link, read with the plan that the link belongs to."""
    link = {key: query[key] for key in LINK_KEYS if key in query}
    if not link:
        return Scenario.default(plan)
    for known in dict.fromkeys((plan, source_plan())):
        try:
            return read_link(link, known).scenario
        except InputError:
            # Of another table, or no link at all: the next plan may be the one that it is of.
            continue
    return Scenario.default(plan)
