"""What the page on cooperation says at an address, for hall, slide and note: with whom, for the task.

Who chose a level is counted as on the page: also beside another level, and then it says of how many that holds.

Words for the sentences of a storyline: `taak`, `regio`, `niveau` (level that counts), `eigen` (choice of the region),
`aantal_niveau` (regions with that level) and `aantal_naast` (those of them that chose another beside it),
`aantal_regios`, `aantal_groepen`, `grootste_groep`, `aantal_alleen`,
`aantal_partners` (regions in the list), `buren` and `aantal_buren` (neighbours, and those with the level),
`aantal_genoemd` (regions in the list that name the region or are named by it), `partners` (the first names of the
list) and `eigen_zin`.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from components.frame import loading
from components.frame.exhibit_parts import KEPT_EXHIBITS, NO_REGION
from components.look.citation import INVENTORY_CREDIT
from components.look.exhibit import Exhibit, KeyFigure, TableDrawing
from components.look.words import capitalised, listed, out_of
from components.partners.view import VIEW, PartnerView, groups_shown
from components.partners.with_whom import NAMING_WORDS, ranked, status_words
from model.choices.classes import NO_LEVEL, class_words
from model.choices.neighbour_groups import TaskGroups
from model.regions.profile import neighbours_of
from model.regions.with_whom import ELSEWHERE, GROUP, MUTUAL, NEXT_DOOR, ONE_SIDED, Partner

_ROWS = 9
"""Rows that a hall can read; the last of them counts the partners for which there is no room."""
_NAMES = 3
_OF_A_REGION = ("eigen", "aantal_partners", "buren", "aantal_buren", "aantal_genoemd", "partners")
"""Words that are unknown as long as no region is looked at."""


def exhibit_of(query: Mapping[str, str]) -> Exhibit:
    """With whom a region can work on the task, or without one where neighbours choose the same level."""
    return _exhibit(VIEW.of(query))


@st.cache_resource(show_spinner=False, max_entries=KEPT_EXHIBITS)
def _exhibit(view: PartnerView) -> Exhibit:
    groups = groups_shown(view)
    return _groups(view, groups) if view.region is None else _partners(view, view.region, groups)


def _partners(view: PartnerView, region_code: str, groups: TaskGroups) -> Exhibit:
    name, task = loading.region_names()[region_code], loading.task_names()[view.task]
    found = ranked(region_code, view.task)
    own = groups.classes[region_code]
    around = len(neighbours_of(loading.table("neighbours"), region_code))
    same = None if own == NO_LEVEL else sum(item.tier == NEXT_DOOR for item in found)
    named = sum(item.naming is not None for item in found)
    first = _names([item for item in found if item.tier != ELSEWHERE][:_NAMES] or found[:_NAMES])
    alike = _around_words(groups.level, same, around, of=name)
    beside = _beside_words(sum(item.tier == NEXT_DOOR and groups.mixed(item.region_code) for item in found))
    chose = _choice_words(name, own, groups)
    return Exhibit(
        f"{task}: {alike}",
        " ".join(filter(None, [chose, beside, _order_words(found)])),
        INVENTORY_CREDIT,
        f"{task}, met wie {name} kan optrekken: {first}. In totaal {_regions(len(found))}.",
        (
            KeyFigure("onbekend", "buren: hetzelfde")
            if same is None
            else KeyFigure(f"{same} van {around}", f"buren: ook {groups.level}"),
            KeyFigure(str(named), "genoemde partner" if named == 1 else "genoemde partners"),
        ),
        _table(found, view.task),
        {
            **_words(view, groups),
            "regio": name,
            "eigen": "onbekend" if same is None else class_words(own),
            "aantal_partners": str(len(found)),
            "buren": str(around),
            "aantal_buren": "onbekend" if same is None else str(same),
            "aantal_genoemd": str(named),
            "partners": first,
            "eigen_zin": " ".join(
                filter(None, [chose, f"{capitalised(_around_words(groups.level, same, around))}.", beside])
            ),
        },
    )


def _choice_words(name: str, own: str, groups: TaskGroups) -> str:
    """What the region chose, and which level of it counts where it chose more than one."""
    if own == NO_LEVEL:
        return f"{name} noemde geen niveau."
    counts = "" if own == groups.level else f" Hier telt het ruimste daarvan: {groups.level}."
    return f"{name} koos {class_words(own)}.{counts}"


def _beside_words(mixed: int) -> str:
    """How many of the neighbours that are counted chose another level too; empty where none did."""
    return f"Van de buren met dat niveau {'koos' if mixed == 1 else 'kozen'} er {mixed} ook een ander." if mixed else ""


def _around_words(level: str, same: int | None, around: int, *, of: str = "") -> str:
    """How many neighbours of a region chose the level that counts for it; without its name where that was just said."""
    whose = f" van {of}" if of else ""
    if same is None:
        return f"met welke buren {of or 'zij'} hetzelfde koos is onbekend"
    if around == 1:
        return f"de enige buur{whose} koos {'ook' if same else 'niet'} {level}"
    if not same:
        return f"geen van de {around} buren{whose} koos {level}"
    if same == around:
        return f"{'beide' if around == 2 else f'alle {around}'} buren{whose} kozen ook {level}"
    return f"van de {around} buren{whose} {'koos' if same == 1 else 'kozen'} er {same} ook {level}"


def _names(partners: list[Partner]) -> str:
    names = loading.region_names()
    return listed([names[item.region_code] for item in partners]) if partners else "geen andere regio"


def _order_words(found: list[Partner]) -> str:
    """Which regions stand in the list, those on top first."""
    if not found:
        return "Geen andere regio koos hetzelfde niveau, en geen noemt deze regio of is door haar genoemd."
    tiers = {item.tier for item in found}
    reasons = {
        "buren met hetzelfde niveau": {NEXT_DOOR},
        "genoemde partners": {MUTUAL, ONE_SIDED},
        "andere regio's met hetzelfde niveau": {GROUP, ELSEWHERE},
    }
    first, *others = (words for words, of in reasons.items() if tiers & of)
    order = f"{'Bovenaan staan' if others else 'In de lijst staan alleen'} {', dan '.join([first, *others])}."
    return f"{order} Partners zijn niet per taak genoemd." if tiers & {MUTUAL, ONE_SIDED} else order


def _table(found: list[Partner], task_code: str) -> TableDrawing:
    names = loading.region_names()
    shown = found if len(found) <= _ROWS else found[: _ROWS - 1]
    more = len(found) - len(shown)
    return TableDrawing(
        ("Regio", "Keuze", "Status", "Buurregio", "Genoemd als partner"),
        (
            *(
                (
                    names[item.region_code],
                    capitalised(class_words(item.leading_class)),
                    status_words(item.region_code, task_code),
                    "ja" if item.neighbour else "nee",
                    NAMING_WORDS[item.naming] or "nee",
                )
                for item in shown
            ),
            *([(f"En nog {_regions(more)}", "", "", "", "")] if more else []),
        ),
    )


def _groups(view: PartnerView, groups: TaskGroups) -> Exhibit:
    """Groups of neighbours that choose the level of the task, largest first, and who stands alone."""
    task = loading.task_names()[view.task]
    total, members = len(loading.region_names()), len(groups.members)
    drawing = _groups_table(groups)
    mixed = sum(groups.mixed(code) for code in groups.members)
    also = f", {mixed} daarvan naast een ander niveau" if mixed else ""
    counted = f"{out_of(members, total)} regio's {'koos' if members <= 1 else 'kozen'} {groups.level}{also}"
    together = _together_words(members - len(groups.alone), members, len(groups.groups))
    return Exhibit(
        f"{task}: {counted}",
        f"{together} In een groep grenst elke regio aan ten minste één andere.",
        INVENTORY_CREDIT,
        f"{task}, groepen van buren die {groups.level} kozen: "
        f"{'; '.join(f'{said}: {regions}' for said, regions in drawing.rows)}.",
        (
            KeyFigure(f"{members} van {total}", f"regio's: {groups.level}"),
            KeyFigure(str(max(map(len, groups.groups), default=0)), "regio's in de grootste groep"),
            KeyFigure(str(len(groups.alone)), "zonder zo'n buur"),
        ),
        drawing,
        {
            **_words(view, groups),
            "regio": NO_REGION,
            **dict.fromkeys(_OF_A_REGION, "onbekend"),
            "eigen_zin": f"{capitalised(counted)}. {together}",
        },
    )


def _together_words(grouped: int, members: int, count: int) -> str:
    """How many of the regions with the level stand in a group of neighbours."""
    if not count:
        return "Geen twee daarvan zijn buren."
    who = "Zij" if grouped == members else f"{grouped} daarvan"
    return f"{who} staan in {count} {'groep' if count == 1 else 'groepen'} van buren."


def _groups_table(groups: TaskGroups) -> TableDrawing:
    """Every region with the level by name: a group of neighbours a row, and those that stand alone in the last."""
    names = loading.region_names()
    rows = [(f"Groep van {len(group)}", group) for group in groups.groups]
    if groups.alone:
        rows.append((f"Zonder zo'n buur: {len(groups.alone)}", groups.alone))
    return TableDrawing(
        ("Buren", "Regio's"), tuple((said, ", ".join(sorted(names[code] for code in codes))) for said, codes in rows)
    )


def _regions(count: int) -> str:
    return "1 regio" if count == 1 else f"{count} regio's"


def _words(view: PartnerView, groups: TaskGroups) -> dict[str, str]:
    return {
        "taak": loading.tasks_in_sentence()[view.task],
        "niveau": groups.level,
        "aantal_niveau": str(len(groups.members)),
        "aantal_naast": str(sum(groups.mixed(code) for code in groups.members)),
        "aantal_regios": str(len(loading.region_names())),
        "aantal_groepen": str(len(groups.groups)),
        "grootste_groep": str(max(map(len, groups.groups), default=0)),
        "aantal_alleen": str(len(groups.alone)),
    }
