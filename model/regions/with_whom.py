"""With whom: the other regions as partners of one region for one task, in an order that can be said in a sentence.

The level that counts for a region is the widest of its leading levels: of "regionaal en bovenregionaal" that is
bovenregionaal. Another region chooses the same level when that level is one of its own leading levels. Who names no
level is unknown: neither the same nor different. What regions say of each other holds for no task in particular: the
inventory did not ask per task with whom.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from model.choices.classes import NO_LEVEL
from model.choices.neighbour_groups import LEVEL, Adjacency, TaskGroups
from model.dataset.registry import LEVELS

NEXT_DOOR, MUTUAL, ONE_SIDED, GROUP, ELSEWHERE = "next_door", "mutual", "one_sided", "group", "elsewhere"
TIERS = {
    NEXT_DOOR: "zelfde niveau, en buurregio",
    MUTUAL: "noemen elkaar als partner",
    ONE_SIDED: "de een noemt de ander als partner",
    GROUP: "zelfde niveau, in dezelfde groep van buren",
    ELSEWHERE: "zelfde niveau, elders in het land",
}
"""Why a region is in the list, from the strongest reason to the weakest; each region stands under its strongest."""

ORDER_WORDS = (
    "Volgorde: buurregio's met hetzelfde niveau; wie elkaar als partner noemen; wie "
    "door één van de twee is genoemd; de rest van de groep van buren met dat niveau; wie elders hetzelfde niveau koos. "
    "Binnen elk deel: eerst wie elkaar noemen, dan wie door één van de twee is genoemd, dan wie hetzelfde niveau koos, "
    "dan het alfabet."
)
"""The order of `partners_for_task` in words, for under the list, whose headings say the most of it."""

_SAME_FIRST = (True, None, False)


@dataclass(frozen=True)
class Partner:
    """Another region beside the one that is looked at, for one task.

    `same_level` is None where one of the two names no level. `naming` is 'mutual', 'names' (the region that is looked
    at names this one), 'named_by', or None, as in `model.regions.partners.partners_of`.
    """

    region_code: str
    tier: str
    leading_class: str
    same_level: bool | None
    neighbour: bool
    naming: str | None


def level_of(leading_class: str) -> str | None:
    """Level that counts for a choice: the widest of its leading levels; None where it names none.

    >>> level_of("regionaal+bovenregionaal"), level_of(NO_LEVEL)
    ('bovenregionaal', None)
    """
    return None if leading_class == NO_LEVEL else max(leading_class.split("+"), key=LEVELS.index)


def level_shown(classes: Mapping[str, str], region_code: str | None) -> str:
    """Level that a map for one task is about: that of the region; else bovenregionaal, or the most chosen level where
    nobody chooses that.

    `classes` holds the leading class of every region for the task. Of equally chosen levels the widest counts.
    """
    own = level_of(classes[region_code]) if region_code else None
    if own:
        return own
    chosen = Counter(level for leading_class in classes.values() for level in leading_class.split("+"))
    return LEVEL if chosen[LEVEL] else max(LEVELS, key=lambda level: (chosen[level], LEVELS.index(level)))


def partners_for_task(
    groups: TaskGroups,
    graph: Adjacency,
    naming: Mapping[str, str],
    names: Mapping[str, str],
    region_code: str,
) -> list[Partner]:
    """Regions that are a partner of one region for one task by any of `TIERS`, in the order that `ORDER_WORDS` says.

    `groups` are those of the task for the level of the region (`level_of`), `naming` is `partners_of` the region, and
    `names` the names of all regions, for the alphabet. Where the region itself names no level, only naming counts.
    """
    level = level_of(groups.classes[region_code])
    own_group = next((group for group in groups.groups if region_code in group), ()) if level else ()
    found = []
    for code, leading_class in groups.classes.items():
        same = _same_level(level, leading_class)
        neighbour, named = code in graph.get(region_code, frozenset()), naming.get(code)
        tier = _tier(same=same is True, neighbour=neighbour, naming=named, in_group=code in own_group)
        if tier and code != region_code:
            found.append(Partner(code, tier, leading_class, same, neighbour, named))
    order = list(TIERS)
    return sorted(
        found,
        key=lambda item: (
            order.index(item.tier),
            _naming_rank(item.naming),
            _SAME_FIRST.index(item.same_level),
            names[item.region_code],
        ),
    )


def _naming_rank(naming: str | None) -> int:
    """In both directions before in one, in one before none."""
    return 2 if naming is None else int(naming != "mutual")


def _same_level(level: str | None, leading_class: str) -> bool | None:
    if level is None or leading_class == NO_LEVEL:
        return None
    return level in leading_class.split("+")


def _tier(*, same: bool, neighbour: bool, naming: str | None, in_group: bool) -> str | None:
    """Strongest reason for which a region is a partner; None where there is none."""
    reasons = {
        NEXT_DOOR: same and neighbour,
        MUTUAL: naming == "mutual",
        ONE_SIDED: naming is not None,
        GROUP: in_group,
        ELSEWHERE: same,
    }
    return next((tier for tier, holds in reasons.items() if holds), None)
