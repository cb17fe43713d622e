"""Three sentences about one region: what it chose, how that differs, and with whom it works."""

from __future__ import annotations

from collections.abc import Mapping

from components.look.words import listed, out_of, plain
from model.choices.classes import NO_LEVEL, class_words
from model.regions.in_short import InShort

_MOST_NAMES = 4
"""Tasks or regions that a sentence names; of more it gives the number."""


def chosen(item: InShort, name: str) -> str:
    """What the region chose, and how firm that was."""
    task_count = item.task_count
    parts = [
        f"voor {count}{'' if at else f' van de {task_count} taken'} {class_words(code)}"
        for at, (code, count) in enumerate(item.classes)
        if code != NO_LEVEL
    ]
    silent = dict(item.classes).get(NO_LEVEL, 0)
    agreed = item.statuses["gedeelde_afspraak"]
    said = f"**{plain(name)}** koos {listed(parts)}" if parts else f"**{plain(name)}**"
    unsaid = f"{', en' if parts else ''} noemde voor {silent} geen niveau" if silent else ""
    firm = (
        "geen enkele keuze was al een gedeelde afspraak"
        if not agreed
        else "elke keuze was een gedeelde afspraak"
        if agreed == task_count
        else f"{agreed} van de {task_count} keuzes {'was' if agreed == 1 else 'waren'} een gedeelde afspraak"
    )
    return f"{said}{unsaid}; {firm}."


def different(item: InShort, names: Mapping[str, str], tasks: Mapping[str, str]) -> str:
    """How the region differs from most regions, and which neighbour chose most alike; `tasks` go by code."""
    usual = f"Bij {_counted(item)} taken koos zij het niveau dat het vaakst is gekozen"
    if item.unusual_tasks:
        few = len(item.unusual_tasks) <= _MOST_NAMES
        which = f" ({listed([tasks[code] for code in item.unusual_tasks])})" if few else ""
        usual += f", bij {len(item.unusual_tasks)} een ander{which}"
    return f"{usual}. {_neighbours(item, names)}"


def _counted(item: InShort) -> str:
    is_all = item.usual_count == item.task_count
    return f"alle {item.task_count}" if is_all else out_of(item.usual_count, item.task_count)


def together(item: InShort, names: Mapping[str, str]) -> str:
    """Whom the region names as a partner, and who names it."""
    if not (item.mutual or item.named or item.naming):
        group = " Zij noemt wel een groter verband." if item.names_groups else ""
        return f"Zij noemt geen andere jeugdregio als partner, en geen andere regio noemt haar.{group}"
    parts = []
    if item.mutual:
        parts.append(f"Zij en {_listed(item.mutual, names)} noemen elkaar als partner")
    if item.named:
        parts.append(f"zij noemt {'ook ' if item.mutual else ''}{_listed(item.named, names)}")
    if item.naming:
        verb = "noemt" if len(item.naming) == 1 else "noemen"
        parts.append(f"{_listed(item.naming, names)} {verb} haar")
    said = "; ".join(parts)
    return f"{said[0].upper()}{said[1:]}{'' if item.mutual else ' als partner'}."


def _neighbours(item: InShort, names: Mapping[str, str]) -> str:
    if not item.nearest:
        return f"Geen van haar {item.neighbour_count} buren koos bij een taak hetzelfde."
    if item.neighbour_count == 1:
        return f"Haar enige buur, {plain(names[item.nearest[0]])}, koos bij {item.same_count} taken hetzelfde."
    verb = "koos" if len(item.nearest) == 1 else "kozen"
    return (
        f"Van haar {item.neighbour_count} buren {verb} {_listed(item.nearest, names)} het vaakst hetzelfde: "
        f"bij {item.same_count} van de {item.task_count} taken."
    )


def _listed(codes: tuple[str, ...], names: Mapping[str, str]) -> str:
    return listed([plain(names[code]) for code in codes])
