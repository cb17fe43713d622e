"""The programme plan of the Stadsregio Rotterdam (2012) on the page Achtergrond."""

from __future__ import annotations

from components.background.parts import Document, Part
from components.background.rotterdam import assignments

DOCUMENT = Document(
    name="Stadsregio Rotterdam",
    about=(
        "Het **Programmaplan Decentralisatie Jeugdzorg** van februari 2012, gemaakt door de stadsregio Rotterdam met de "
        "samenwerkende gemeenten. Het is een plan vooraf: het zegt niet wat er later is besloten of uitgevoerd."
    ),
    parts={
        "opgaven": Part("De 47 opgaven", assignments.show_assignments, assignments.KEYS),
    },
)
