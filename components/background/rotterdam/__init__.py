"""The programme plan of the Stadsregio Rotterdam (2012) on the page Achtergrond."""

from __future__ import annotations

from components.background.rotterdam.advice.section import show_scale_advice
from components.background.rotterdam.assignments import show_assignments
from components.background.rotterdam.facts import show_facts
from components.background.rotterdam.lists import show_lists
from components.background.rotterdam.money import show_money
from components.background.rotterdam.pilots import show_pilots
from components.background.rotterdam.timeline import show_timeline
from components.frame.linked_parts import Show

ABOUT = (
    "Het **Programmaplan Decentralisatie Jeugdzorg** van februari 2012, gemaakt door de stadsregio Rotterdam met de "
    "samenwerkende gemeenten. Het is een plan vooraf: het zegt niet wat er later is besloten of uitgevoerd."
)
TERMS = ("decentralisatie", "stadsregio")
"""Words for `ABOUT` that the glossary explains."""

SHOWN: dict[str, Show] = {
    "opgaven": show_assignments,
    "schaalafweging": show_scale_advice,
    "geld": show_money,
    "proeftuinen": show_pilots,
    "tijdlijn": show_timeline,
    "lijsten": show_lists,
    "feiten": show_facts,
}
"""What shows each part of the site map."""
