"""The programme plan of the Stadsregio Rotterdam (2012) on the page Achtergrond."""

from __future__ import annotations

from components.background.rotterdam import assignments, facts, money, pilots, timeline
from components.background.rotterdam.advice import section
from components.frame.linked_parts import Document, Part

DOCUMENT = Document(
    name="Stadsregio Rotterdam",
    about=(
        "Het **Programmaplan Decentralisatie Jeugdzorg** van februari 2012, gemaakt door de stadsregio Rotterdam met de "
        "samenwerkende gemeenten. Het is een plan vooraf: het zegt niet wat er later is besloten of uitgevoerd."
    ),
    parts={
        "opgaven": Part("Opgaven", assignments.show_assignments, assignments.KEYS),
        "schaalafweging": Part("Schaalafweging", section.show_scale_advice, section.KEYS),
        "geld": Part("Geld", money.show_money),
        "proeftuinen": Part("Proeftuinen", pilots.show_pilots, pilots.KEYS),
        "tijdlijn": Part("Tijdlijn", timeline.show_timeline, timeline.KEYS),
        "feiten": Part("Feiten", facts.show_facts, facts.KEYS),
    },
)
