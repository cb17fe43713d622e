"""Registry of every table and field of the dataset: description, unit and allowed values, stated once.

The pipeline writes these texts into the Parquet schemas and the data dictionary and checks the values against them;
the app shows them as column headings. The same field name always means the same quantity.
"""

from __future__ import annotations

from model.dataset.document_tables import BACKGROUND_FIELDS, BACKGROUND_TABLES
from model.dataset.kinds import LEVELS as LEVELS
from model.dataset.kinds import SOURCE_LINES as _SOURCE_LINES
from model.dataset.kinds import Field as Field
from model.dataset.kinds import Table as Table
from model.dataset.kinds import field as _field
from model.dataset.stage_tables import STAGE_FIELDS, STAGE_TABLES

SCHEMA_VERSION = "1"

STATUSES = ("geen_opvatting", "intentie", "gedeelde_afspraak")
"""Status of a scale choice, from open to settled."""

ANSWERS = ("ja", "deels", "nee", "geen_antwoord", "niet_genoemd")
QUESTIONS = (
    "1a_visie", "1a_planning", "1a_financieel", "1a_personeel", "1b", "1c", "1d",
    "continuity", "adjacent", "insurers", "social_partners", "innovation", "expertise",
)  # fmt: skip
CONFIDENCES = ("hoog", "midden", "laag")
INVESTMENT_KINDS = ("bedrag", "geen", "op_te_geven", "transformatiefonds", "leeg")
CATEGORIES = ("Budgetmaatregelen", "Inkoop", "Normaliseren", "Toegang", "Overige")

_EFFECT_FIELDS = [
    _field(
        f"effect_{year}_{end}_mln_eur",
        "number",
        f"{side} van het jaarlijkse effect in {period}, ten opzichte van geen maatregelen.",
        unit="mln €",
    )
    for year, period in ((2019, "2019"), (2020, "2020"), (2021, "2021 en later"))
    for end, side in (("low", "Onderkant"), ("high", "Bovenkant"))
]

FIELDS: dict[str, Field] = dict(
    [
        _field("region_code", "text", "CBS-code van de jeugdregio, indeling 2017."),
        _field("profile", "text", "Nummer van het profiel in de inventarisatie; profiel 34 telt twee regio's."),
        _field("name", "text", "Naam zoals de app die toont."),
        _field("name_cbs", "text", "Naam in de kaart van het CBS."),
        _field("province", "text", "Provincie waarin de meeste gemeenten van de regio lagen."),
        _field("municipality_count", "integer", "Aantal deelnemende gemeenten volgens de bron.", unit="gemeenten"),
        _field("label_lon", "number", "Lengtegraad van een punt binnen de regio.", unit="graden"),
        _field("label_lat", "number", "Breedtegraad van een punt binnen de regio.", unit="graden"),
        _field("geometry", "geometry", "Grens van de jeugdregio in 2017, vereenvoudigd, in lengte- en breedtegraden."),
        _field("source_file", "text", "Naam van de teksteditie van het brondocument."),
        _field("line_from", "integer", "Eerste regel van de vindplaats in de teksteditie.", unit="regelnummer"),
        _field("line_to", "integer", "Laatste regel van de vindplaats in de teksteditie.", unit="regelnummer"),
        _field("municipality", "text", "Officiële naam van de gemeente op 1 januari 2013."),
        _field("name_source", "text", "Naam zoals de bron die spelt."),
        _field("subregion", "text", "Subregio die de bron noemt.", nullable=True),
        _field("search_name", "text", "Naam waarop een bezoeker kan zoeken."),
        _field("through_municipality", "text",
               "Gemeente van 2013 waardoor de naam bij de regio hoort; leeg bij een naam voor een groter gebied.",
               nullable=True),
        _field("kind", "text", "Soort van de rij."),
        _field("since_year", "integer", "Jaar van de fusie, splitsing of naamswijziging.", unit="jaar", nullable=True),
        _field("origin", "text", "Waar het gegeven vandaan komt en hoe het is gecontroleerd."),
        _field("task_code", "text", "Korte, vaste code van de taak."),
        _field("task_order", "integer", "Volgorde van de taken in de bron."),
        _field("care_weight_order", "integer", "Volgorde van lichte naar zware hulp; eigen indeling."),
        _field("short_name", "text", "Naam voor smalle plekken."),
        _field("name_in_sentence", "text", "Naam midden in een zin, met een lidwoord waar dat hoort."),
        _field("explanation", "text", "Uitleg in gewone woorden."),
        _field("level_text", "text", "Wat er in de cel staat; een hele zin is in eigen woorden ingekort.",
               nullable=True),
        _field("levels", "text_list", "Elk niveau dat de cel noemt, van klein naar groot.", allowed=LEVELS),
        _field("leading_levels", "text_list", "De niveaus zonder die welke alleen nader bepalen.", allowed=LEVELS),
        _field("remark", "text", "Wat de cel verder zegt, in eigen woorden.", nullable=True),
        _field("status", "text", "Hoe vast de keuze lag in juni 2013.", allowed=STATUSES),
        _field("question", "text", "Vraag van de inventarisatie.", allowed=QUESTIONS),
        _field("code", "text", "Antwoord, samengevat volgens het codeboek (`governance_codes`).", allowed=ANSWERS),
        _field("codebook_question", "text", "Vraag waarvoor de regel geldt; algemeen geldt voor alle vragen.",
               allowed=("algemeen", *QUESTIONS)),
        _field("example_1", "text", "Eerste grensgeval, in eigen woorden, en hoe het is gecodeerd."),
        _field("example_2", "text", "Tweede grensgeval, in eigen woorden, en hoe het is gecodeerd."),
        _field("first_code", "text", "Antwoord volgens de eerste lezer.", allowed=ANSWERS),
        _field("second_code", "text", "Antwoord volgens de tweede lezer, die de eerste lezing niet zag.",
               allowed=ANSWERS),
        _field("decision_reason", "text", "Waarom bij verschil het antwoord van `governance` geldt.", nullable=True),
        _field("detail", "text", "Nadere aanduiding van het antwoord; meer waarden gescheiden door ;.", nullable=True),
        _field("gist", "text", "Kern van het antwoord in ten hoogste 20 eigen woorden."),
        _field("confidence", "text", "Hoe zeker de samenvatting is.", allowed=CONFIDENCES),
        _field("partner_region_code", "text", "CBS-code van de genoemde regio.", nullable=True),
        _field("partner_text", "text", "Naam van de partner zoals de bron die noemt."),
        _field("role", "text", "Waarvoor de partner wordt genoemd, in eigen woorden."),
        _field("note", "text", "Opmerking in eigen woorden; waarop zij berust, staat in dezelfde rij."),
        _field("neighbour_region_code", "text", "CBS-code van een regio die aan deze regio grenst."),
        _field("border_km", "number", "Lengte van de gedeelde grens in de kaart van het CBS.", unit="km"),
        _field("measure_code", "text", "Nummer van de maatregel in de bron."),
        _field("condition", "text", "Voorwaarde die de bron noemt.", nullable=True),
        _field("lead", "text", "Eerst genoemde en dus hoofdverantwoordelijke partij."),
        _field("involved", "text_list", "Overige verantwoordelijke partijen."),
        _field("saving_low_mln_eur", "number", "Onderkant van de besparing per jaar.", unit="mln €"),
        _field("saving_high_mln_eur", "number", "Bovenkant van de besparing per jaar.", unit="mln €"),
        *_EFFECT_FIELDS,
        _field("investment_kind", "text", "Wat de bron over de investering zegt.", allowed=INVESTMENT_KINDS),
        _field("investment_mln_eur", "number", "Investering, als de bron een bedrag noemt.", unit="mln €",
               nullable=True),
        _field("investment_stated_by", "text", "Wie het bedrag nog moet opgeven.", nullable=True),
        _field("preparation_months_low", "integer", "Kortste voorbereiding.", unit="maanden", nullable=True),
        _field("preparation_months_high", "integer", "Langste voorbereiding.", unit="maanden", nullable=True),
        _field("running", "yes_no", "Of de maatregel al loopt."),
        _field("risk", "text", "Risico dat de bron noemt, in eigen woorden.", nullable=True),
        _field("category", "text", "Soort maatregel.", allowed=CATEGORIES),
        _field("category_origin", "text", "Of de bron de maatregel zo indeelt of de app."),
        _field("year", "integer", "Kalenderjaar.", unit="jaar"),
        _field("budget_mln_eur", "number", "Begroting.", unit="mln €"),
        _field("interim_report_mln_eur", "number", "Bijstelling in de bestuursrapportage.", unit="mln €",
               nullable=True),
        _field("target_mln_eur", "number", "Taakstelling: afname die in dat jaar gehaald moet worden.", unit="mln €",
               nullable=True),
        _field("yearly_cost_mln_eur", "number", "Jaarkosten.", unit="mln €"),
        _field("national_contribution_mln_eur", "number", "Bijdrage van het Rijk; leeg is onbekend.", unit="mln €",
               nullable=True),
        _field("regional_cost_mln_eur", "number",
               "Kosten voor de regio; waar de rijksbijdrage onbekend is, zonder aftrek daarvan.", unit="mln €"),
        _field("scenario", "text", "Nummer van het scenario in de bron."),
        _field("meaning", "text", "Wat het inhoudt, in eigen woorden."),
        _field("excess_mln_eur", "number", "Hoeveel de uitgaven er volgens de bron grofweg boven liggen.", unit="mln €",
               nullable=True),
        _field("ceiling_mln_eur", "number", "Plafond of eindwaarde van de jaarkosten.", unit="mln €"),
        _field("ceiling_origin", "text", "Hoe het plafond uit de bron volgt."),
        _field("verdict", "text", "Oordeel van het document, in eigen woorden."),
        _field("place", "text", "Woonplaats waarvan de ligging is gebruikt."),
        _field("place_lon", "number", "Lengtegraad van de woonplaats.", unit="graden"),
        _field("place_lat", "number", "Breedtegraad van de woonplaats.", unit="graden"),
        _field("polygon_region_code", "text", "CBS-code van de regio waarin de plaats in 2017 ligt."),
        _field("changed_year", "integer", "Jaar waarin de gemeente van regio veranderde.", unit="jaar", nullable=True),
        _field("title", "text", "Titel van het document."),
        _field("producer", "text", "Wie het document maakte."),
        _field("date", "text", "Datum van het document."),
        _field("licence", "text", "Licentie of status."),
        _field("used_for", "text", "Wat de app eruit gebruikt."),
        *BACKGROUND_FIELDS.items(),
        *STAGE_FIELDS.items(),
    ]
)  # fmt: skip

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("regions", "De 42 jeugdregio's met hun grenzen.", ("region_code",),
              ("region_code", "profile", "name", "name_cbs", "province", "municipality_count", "label_lon",
               "label_lat", *_SOURCE_LINES, "geometry"), 42),
        Table("municipalities", "De 408 gemeenten van 1 januari 2013.", ("municipality",),
              ("municipality", "name_source", "region_code", "subregion", *_SOURCE_LINES), 408),
        Table("municipality_names",
              "Elke naam die een regio vindt; “nu” is november 2026, met 342 gemeenten. Wijdemeren gaat naar "
              "verwachting op 1 januari 2027 op in Hilversum.", ("search_name", "region_code", "municipality"),
              ("search_name", "municipality", "region_code", "kind", "since_year", "origin")),
        Table("places", "Woonplaatsen en hun ligging, met de gemeente van 2013.", ("municipality", "place"),
              ("municipality", "place", "place_lon", "place_lat", "origin")),
        Table("name_variants", "Namen van samenwerkingen, streken, wijken en provincies, bijnamen en spellingen.",
              ("search_name", "region_code", "kind", "through_municipality"),
              ("search_name", "through_municipality", "region_code", "kind", "origin")),
        Table("tasks", "De 11 taken van de inventarisatie.", ("task_code",),
              ("task_code", "task_order", "care_weight_order", "name", "short_name", "name_in_sentence",
               "name_source", "explanation", *_SOURCE_LINES), 11, ("rij", "name_source")),
        Table("scale_choices", "De schaalkeuze per regio en taak.", ("region_code", "task_code"),
              ("region_code", "task_code", "level_text", "levels", "leading_levels", "remark", "status",
               *_SOURCE_LINES), 462, ("rij", "task_code")),
        Table("governance", "Antwoorden op de vragen naast de tabel.", ("region_code", "question"),
              ("region_code", "question", "code", "detail", "gist", "confidence", *_SOURCE_LINES), 546),
        Table("governance_codes", "Codeboek: wat elk antwoord per vraag betekent.", ("codebook_question", "code"),
              ("codebook_question", "code", "meaning", "example_1", "example_2")),
        Table("governance_readings", "Wat twee lezers los van elkaar als antwoord noteerden.",
              ("region_code", "question"),
              ("region_code", "question", "first_code", "second_code", "decision_reason"), 546),
        Table("partners", "Welke regio welke andere regio noemt.",
              ("region_code", "partner_text", "role", "line_from", "partner_region_code"),
              ("region_code", "partner_region_code", "partner_text", "role", "confidence", *_SOURCE_LINES)),
        Table("region_notes", "Opmerkingen bij de tabellen en wat regio's “regionaal” noemen.",
              ("region_code", "kind", "line_from", "note"), ("region_code", "kind", "note", *_SOURCE_LINES)),
        Table("neighbours", "Welke regio's aan elkaar grenzen.", ("region_code", "neighbour_region_code"),
              ("region_code", "neighbour_region_code", "border_km")),
        Table("boundary_changes", "Gemeenten die in 2017 in een andere regio liggen dan in 2013.",
              ("municipality", "polygon_region_code", "place"),
              ("municipality", "region_code", "place", "place_lon", "place_lat", "polygon_region_code", "changed_year",
               "note", "origin")),
        Table("measures", "De 15 maatregelen van Zuid-Holland Zuid.", ("measure_code",),
              ("measure_code", "name", "condition", "lead", "involved", "saving_low_mln_eur", "saving_high_mln_eur",
               *(name for name, _ in _EFFECT_FIELDS), "investment_kind", "investment_mln_eur", "investment_stated_by",
               "preparation_months_low", "preparation_months_high", "running", "risk", "category", "category_origin",
               *_SOURCE_LINES), 15, ("maatregel", "measure_code")),
        Table("trajectory", "De gedrukte reeks 2019-2022 van Zuid-Holland Zuid.", ("year",),
              ("year", "budget_mln_eur", "interim_report_mln_eur", "target_mln_eur", "yearly_cost_mln_eur",
               "national_contribution_mln_eur", "regional_cost_mln_eur", *_SOURCE_LINES), 4,
              ("rij", "year")),
        Table("ceilings", "De drie begrotingsscenario's van Zuid-Holland Zuid.", ("scenario",),
              ("scenario", "name", "meaning", "excess_mln_eur", "ceiling_mln_eur", "ceiling_origin", "verdict",
               *_SOURCE_LINES), 3, ("scenario", "scenario")),
        Table("sources", "De brondocumenten en de kaart.", ("source_file",),
              ("source_file", "title", "producer", "date", "licence", "used_for")),
    )
} | BACKGROUND_TABLES  # fmt: skip
"""Tables of the data: those of the data dictionary, the data package and the downloads."""

SHIPPED_TABLES = TABLES | STAGE_TABLES
"""Every table that `make data` writes and the app reads: the data, and the storylines, which are the app's own."""
