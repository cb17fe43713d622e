"""Holland Rijnland, end of 2013: the parts of its plan for youth care that a visitor can work with."""

from __future__ import annotations

from components.background.rijnland.decisions import show_decisions
from components.background.rijnland.facts import show_facts
from components.background.rijnland.lists import show_lists
from components.background.rijnland.sharing.section import show_solidarity
from components.background.rijnland.steering import show_steering
from components.background.rijnland.team_norm import show_team_norm
from components.background.rijnland.volumes import show_volumes
from components.frame.linked_parts import Show

ABOUT = (
    "Het regionale beleidsplan jeugdhulp van de gemeenten in Holland Rijnland, van eind 2013 (na 17 oktober; de "
    "datum zelf ontbreekt). "
    "Het is een plan vooraf: het zegt niet wat er daarna is besloten of gebeurd."
)
TERMS = ("jeugdregio",)
"""Words for `ABOUT` that the glossary explains."""

SHOWN: dict[str, Show] = {
    "aantallen": show_volumes,
    "sturing": show_steering,
    "solidariteit": show_solidarity,
    "teamnorm": show_team_norm,
    "besluiten": show_decisions,
    "lijsten": show_lists,
    "feiten": show_facts,
}
"""What shows each part of the site map."""
