"""Holland Rijnland, end of 2013: the parts of its plan for youth care that a visitor can work with."""

from __future__ import annotations

from components.background.rijnland.decisions import CHAPTER, DATED, KIND, show_decisions
from components.background.rijnland.facts import KEYS, show_facts
from components.background.rijnland.sharing.section import MEASURE, show_solidarity
from components.background.rijnland.sharing.state import BAD_YEAR, SUM
from components.background.rijnland.steering import CHOSEN_PART, GROUND, show_steering
from components.background.rijnland.team_norm import INHABITANTS, show_team_norm
from components.background.rijnland.volumes import TABLE, show_volumes
from components.frame.linked_parts import Document, Part

DOCUMENT = Document(
    name="Holland Rijnland",
    about=(
        "Het regionale beleidsplan jeugdhulp van de gemeenten in Holland Rijnland, van eind 2013 (na 17 oktober; de "
        "datum zelf ontbreekt). "
        "Het is een plan vooraf: het zegt niet wat er daarna is besloten of gebeurd."
    ),
    parts={
        "aantallen": Part("Aantallen", show_volumes, (TABLE,)),
        "sturing": Part("Sturing en uitvoering", show_steering, (CHOSEN_PART, GROUND)),
        "solidariteit": Part("Solidariteit", show_solidarity, (SUM, BAD_YEAR, MEASURE)),
        "teamnorm": Part("Teamnorm", show_team_norm, (INHABITANTS,)),
        "besluiten": Part("Besluiten en termijnen", show_decisions, (CHAPTER, KIND, DATED)),
        "feiten": Part("Feiten", show_facts, KEYS),
    },
)
