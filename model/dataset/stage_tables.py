"""Registry of the storylines that ship with the app: its own words and views, not data of the documents.

Part of the registry of `model.dataset.registry`, which joins all and is the one to import. These tables stay out of the
data dictionary, the data package and the downloads.
"""

from __future__ import annotations

from model.dataset.kinds import Field, Table, field

STAGE_FIELDS: dict[str, Field] = dict(
    [
        field("storyline", "text", "Korte, vaste naam van de verhaallijn, zoals een adres die noemt."),
        field("storyline_order", "integer", "Volgorde van de verhaallijnen."),
        field("storyline_title", "text", "Titel van de verhaallijn."),
        field("storyline_about", "text", "Waarover de verhaallijn gaat, in een of twee zinnen."),
        field("step_order", "integer", "Volgorde van de stappen, vanaf 1."),
        field("step_page", "text", "Adres van de pagina; leeg is Start.", nullable=True),
        field("step_query", "text", "Sleutels van het adres, zonder vraagteken en zonder uw regio.", nullable=True),
        field("step_title", "text", "Titel; leeg is die van de weergave zelf. Een naam tussen accolades is een cijfer.",
              nullable=True),
        field("step_sentence", "text", "Zin bij de titel; leeg is die van de weergave zelf.", nullable=True),
        field("step_note", "text", "Wat de spreker erbij kan zeggen; de zaal ziet het niet.", nullable=True),
    ]
)  # fmt: skip

STAGE_TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("storylines", "De verhaallijnen van de app zelf.", ("storyline",),
              ("storyline", "storyline_order", "storyline_title", "storyline_about")),
        Table("storyline_steps", "De stappen van de verhaallijnen van de app zelf.", ("storyline", "step_order"),
              ("storyline", "step_order", "step_page", "step_query", "step_title", "step_sentence", "step_note")),
    )
}  # fmt: skip
