"""Registry of the tables behind the pages Achtergrond and Bronnen: what the other documents hold, row by row.

Part of the registry of `model.fields`, which joins both and is the one to import.
"""

from __future__ import annotations

from model.dataset.kinds import LEVELS, SOURCE_LINES, Field, Table, field

ROLES = ("uitvoering", "inkoop", "beleid", "voorwaardenstellend_beleid")
COLUMN_BASES = ("zeker", "afgeleid", "onbekend")
SIDES = ("left", "right", "condition", "remark")
POLES = ("left", "right")
QUARTERS = ("2019-Q2", "2019-Q3", "2019-Q4", "2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4")
SHELLS = ("1", "2", "3")
AGENDAS = ("lokaal", "gemeenschappelijk")
FORMS = ("geen", "werkatelier", "werkgroep", "tussenvorm", "conform_ikw")
WORKING_GROUPS = ("signalering_diagnose_toeleiding", "sturing_financiering", "jeugdbescherming_jeugdreclassering")
CRITERION_GROUPS = ("client", "gemeentelijke_organisatie", "sturing", "andere_organisaties")
DIRECTIONS = ("up", "down", "either")
CERTAINTIES = ("werkelijk", "schatting", "norm", "verwachting", "besluit", "onbekend")
CRITERIA_TAGS = ("wettelijk_verplicht", "kosten", "omvang_vraag", "expertise", "nabijheid", "massa", "eigen_accent")
DATE_PRECISIONS = ("dag", "maand", "kwartaal", "halfjaar", "jaar", "geen")
EVENT_KINDS = ("besluit", "product", "bijeenkomst", "start", "fase", "termijn", "overgang")
FAULT_KINDS = ("tegenspraak", "verloren", "ontbreekt", "drukfout", "onduidelijk")
BUDGET_SIDES = ("kosten", "dekking", "rekenregel")

BACKGROUND_FIELDS: dict[str, Field] = dict(
    [
        field("framework_task_code", "text", "Korte code van de taak in het sturingskader."),
        field("framework_task_order", "integer", "Volgorde van de taken in het sturingskader."),
        field("cell_order", "integer", "Plaats van de cel in haar rij, van links naar rechts, lege cellen niet "
        "meegeteld."),
        field("scale", "text", "Schaal waarop de cel slaat; leeg als de kolom niet is te herleiden.", nullable=True,
              allowed=LEVELS),
        field("column_basis", "text", "Of de kolom in de tekst zeker, afgeleid of onbekend is.", allowed=COLUMN_BASES),
        field("column_reason", "text", "Waarop die kolom berust, in eigen woorden."),
        field("roles", "text_list", "Wat er op die schaal ligt.", allowed=ROLES),
        field("role_text", "text", "De cel zoals gedrukt: U, I, B, VB."),
        field("escape", "text", "Voorwaarde waaronder naar deze schaal mag worden uitgeweken.", nullable=True),
        field("inventory_task_codes", "text_list", "Taken van de inventarisatie die hierbij horen; eigen koppeling."),
        field("dilemma_code", "text", "Nummer van het dilemma in het stoplichtenmodel."),
        field("dilemma_group", "text", "Groep waarin het dilemma valt; leeg als de tekst dat niet zeker laat zien.",
              nullable=True),
        field("pole_left", "text", "De ene kant van de afweging, in eigen woorden."),
        field("pole_right", "text", "De andere kant van de afweging, in eigen woorden."),
        field("chosen_pole", "text", "De kant die de 17 wethouders kozen.", allowed=POLES),
        field("chosen_direction", "text", "Waarmee is ingestemd, in eigen woorden."),
        field("argument_order", "integer", "Volgorde van de argumenten bij dit dilemma."),
        field("side", "text", "Voor welke kant het argument pleit, of dat het een voorwaarde of opmerking is.",
              allowed=SIDES),
        field("argument", "text", "Het argument in eigen woorden."),
        field("activity_code", "text", "Code van de activiteit in het tijdschema."),
        field("party", "text", "Partij die aan zet is.", nullable=True),
        field("activity", "text", "De activiteit in eigen woorden."),
        field("quarters", "text_list", "Kwartalen met een kruis.", allowed=QUARTERS),
        field("body", "text", "Orgaan of partij."),
        field("tier", "text", "Bestuurlijk niveau.", allowed=("regio", "gemeente", "uitvoering")),
        field("duty", "text", "Wat het orgaan doet, in eigen woorden."),
        field("fact_code", "text", "Korte code van het feit."),
        field("topic", "text", "Onderwerp."),
        field("fact", "text", "Het feit in een eigen zin."),
        field("value", "number", "De waarde, als het feit een getal is; bij een bandbreedte de "
        "onderkant.", nullable=True),
        field("value_high", "number", "De bovenkant van een bandbreedte.", nullable=True),
        field("unit", "text", "Eenheid van de waarde.", nullable=True),
        field("period", "text", "Jaar of periode waarop het feit slaat.", nullable=True),
        field("certainty", "text", "Of de bron een gemeten waarde, schatting, norm, verwachting of besluit geeft.",
              allowed=CERTAINTIES),
        field("assignment_code", "text", "Code van de opgave: O01 tot en met O47."),
        field("assignment_order", "integer", "Volgorde van de opgaven in de bron."),
        field("theme", "text", "Thema waaronder de bron het plaatst."),
        field("subtopics", "text_list", "Onderwerpen die de bron eronder noemt, kort."),
        field("shells", "text_list", "Schillen waarop de opgave betrekking heeft.", allowed=SHELLS),
        field("shell_text", "text", "Wat de bron over de schillen zegt, in eigen woorden.", nullable=True),
        field("agenda", "text", "Lokaal of gemeenschappelijk verdiepen.", allowed=AGENDAS),
        field("form", "text", "Vorm van het gezamenlijk verdiepen.", allowed=FORMS),
        field("working_group", "text", "Thematische werkgroep.", nullable=True, allowed=WORKING_GROUPS),
        field("reason", "text", "Waarom, in eigen woorden.", nullable=True),
        field("criterion_code", "text", "Code van het criterium, bijvoorbeeld B1."),
        field("criterion_order", "integer", "Volgorde van de criteria in de bron."),
        field("criterion_group", "text", "Groep van het criterium.", allowed=CRITERION_GROUPS),
        field("direction", "text", "Kant die het document bij dit criterium beargumenteert: grotere schaal, kleinere "
        "of "
              "beide.", allowed=DIRECTIONS),
        field("argument_up", "text", "Argument voor een grotere schaal, in eigen woorden.", nullable=True),
        field("argument_down", "text", "Argument voor een kleinere schaal, in eigen woorden.", nullable=True),
        field("explained", "yes_no", "Of de bron het criterium toelicht."),
        field("budget_code", "text", "Korte code van de regel."),
        field("budget_order", "integer", "Volgorde van de regels in de bron."),
        field("frame", "text", "Kader of stelsel waaruit het geld komt.", nullable=True),
        field("domain", "text", "Soort hulp of taak."),
        field("trajectory_count", "integer", "Aantal trajecten.", unit="trajecten", nullable=True),
        field("trajectory_text", "text", "Aantal zoals gedrukt, en waarop het slaat.", nullable=True),
        field("amount_mln_eur", "number", "Bedrag van deze regel; leeg als de bron het met andere regels samen geeft.",
              unit="mln €", nullable=True),
        field("shared_with", "text", "Code van de regel waaronder het bedrag samen staat.", nullable=True),
        field("is_total", "yes_no", "Of de regel een gedrukt totaal is."),
        field("budget_side", "text", "Kosten, dekking of rekenregel.", allowed=BUDGET_SIDES),
        field("item", "text", "Post in eigen woorden."),
        field("hours", "number", "Uren.", unit="uur", nullable=True),
        field("fte", "number", "Formatie.", unit="fte", nullable=True),
        field("rate_eur_per_hour", "number", "Uurtarief.", unit="€ per uur", nullable=True),
        field("amount_eur", "number", "Gedrukt bedrag.", unit="€", nullable=True),
        field("computed_eur", "number", "Bedrag dat uit uren, formatie en tarief volgt; eigen berekening.", unit="€",
              nullable=True),
        field("arithmetic", "text", "De berekening in een formule, of waarom die ontbreekt.", nullable=True),
        field("pilot_code", "text", "Code van de proeftuin of pilot."),
        field("where_text", "text", "Waar en door wie, in eigen woorden."),
        field("event_code", "text", "Code van de gebeurtenis."),
        field("event", "text", "De gebeurtenis of termijn in eigen woorden."),
        field("event_kind", "text", "Soort gebeurtenis.", allowed=EVENT_KINDS),
        field("date_from", "text", "Begindatum, JJJJ-MM-DD; leeg als de bron geen datum geeft.", nullable=True),
        field("date_to", "text", "Einddatum, JJJJ-MM-DD.", nullable=True),
        field("date_text", "text", "Datum zoals de bron die geeft.", nullable=True),
        field("date_precision", "text", "Hoe precies de bron de datum geeft.", allowed=DATE_PRECISIONS),
        field("volume_code", "text", "Code van het aantal."),
        field("table_number", "text", "Nummer van de tabel in de bron."),
        field("care_type", "text", "Soort hulp."),
        field("counted", "text", "Wat er geteld is."),
        field("count", "integer", "Het aantal.", unit="aantal"),
        field("client_age", "text", "Leeftijd van wie er geteld zijn; leeg als de bron die niet noemt.", nullable=True),
        field("population", "integer", "Inwoners die de tabel noemt.", unit="inwoners", nullable=True),
        field("population_age", "text", "Leeftijd van die inwoners.", nullable=True),
        field("producer_text", "text", "Bron en bewerking die onder de tabel staan."),
        field("steering_levels", "text_list", "Schaal waarop wordt gestuurd; leeg is onbekend.", allowed=LEVELS),
        field("execution_levels", "text_list", "Schaal waarop wordt uitgevoerd; leeg is onbekend.", allowed=LEVELS),
        field("steering_gist", "text", "Wie stuurt en hoe, in eigen woorden.", nullable=True),
        field("execution_gist", "text", "Wie uitvoert en waar, in eigen woorden.", nullable=True),
        field("criteria_tags", "text_list", "Gronden die het document voor de schaal noemt.", allowed=CRITERIA_TAGS),
        field("steering_code", "text", "Code van het onderdeel van de jeugdhulp."),
        field("steering_order", "integer", "Volgorde van de onderdelen."),
        field("method_code", "text", "Code van de verdeelwijze."),
        field("how_paid", "text", "Hoe een gemeente betaalt, in eigen woorden."),
        field("intention_code", "text", "Code van het voornemen."),
        field("chapter", "text", "Hoofdstuk of paragraaf van de bron."),
        field("intention", "text", "Het voornemen of open besluit in eigen woorden."),
        field("is_open", "yes_no", "Of er nog iets te besluiten of uit te werken is."),
        field("due_text", "text", "Termijn zoals de bron die geeft.", nullable=True),
        field("due_date", "text", "Laatste dag van de termijn, JJJJ-MM-DD.", nullable=True),
        field("fault_code", "text", "Code van de fout of leemte."),
        field("fault_kind", "text", "Soort fout of leemte.", allowed=FAULT_KINDS),
        field("what", "text", "Wat er aan de hand is, in eigen woorden."),
        field("treatment", "text", "Hoe de app ermee omgaat."),
        field("term", "text", "Woord of afkorting."),
        field("variants", "text_list", "Andere schrijfwijzen en afkortingen."),
        field("section", "text", "Onderdeel van het document, in eigen woorden."),
        field("app_place", "text", "Waar in de app het onderdeel is te vinden.", nullable=True),
        field("left_out_reason", "text", "Waarom het onderdeel niet in de app staat.", nullable=True),
    ]
)  # fmt: skip

BACKGROUND_TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("framework_scales", "Schaaltabel van het sturingskader van Zuid-Holland Zuid, 2013: per taak de cellen.",
              ("framework_task_code", "cell_order"),
              ("framework_task_code", "framework_task_order", "name", "cell_order", "scale", "column_basis",
               "column_reason", "roles", "role_text", "escape", "inventory_task_codes", *SOURCE_LINES)),
        Table("dilemmas", "De acht dilemma's van het stoplichtenmodel van Zuid-Holland Zuid, 2013.", ("dilemma_code",),
              ("dilemma_code", "name", "dilemma_group", "pole_left", "pole_right", "chosen_pole", "chosen_direction",
               *SOURCE_LINES), 8),
        Table("dilemma_arguments", "Argumenten, voorwaarden en opmerkingen bij de acht dilemma's.",
              ("dilemma_code", "argument_order"),
              ("dilemma_code", "argument_order", "side", "argument", *SOURCE_LINES)),
        Table("activities", "Tijdschema 2019-2020 van Zuid-Holland Zuid.", ("activity_code",),
              ("activity_code", "party", "activity", "quarters", *SOURCE_LINES)),
        Table("governance_bodies", "Wie wat doet in het plan van Zuid-Holland Zuid, 2019.", ("body",),
              ("body", "tier", "duty", *SOURCE_LINES)),
        Table("facts", "Losse feiten en kengetallen uit de documenten.", ("fact_code",),
              ("fact_code", "topic", "fact", "value", "value_high", "unit", "period", "certainty", *SOURCE_LINES)),
        Table("assignments", "De 47 opgaven van de stadsregio Rotterdam, 2012.", ("assignment_code",),
              ("assignment_code", "assignment_order", "theme", "name", "subtopics", "shells", "shell_text", "agenda",
               "form", "working_group", "reason", *SOURCE_LINES), 47),
        Table("scale_criteria", "De 20 criteria voor de keuze van een schaal, stadsregio Rotterdam, 2012.",
              ("criterion_code",),
              ("criterion_code", "criterion_order", "criterion_group", "name", "direction", "argument_up",
               "argument_down", "explained", *SOURCE_LINES), 20),
        Table("national_budget", "Landelijk budget jeugd 2008 dat naar gemeenten gaat, zoals gedrukt in 2012.",
              ("budget_code",),
              ("budget_code", "budget_order", "frame", "domain", "trajectory_count", "trajectory_text",
               "amount_mln_eur", "shared_with", "is_total", *SOURCE_LINES)),
        Table("programme_budget", "Begroting 2012 van het programma in de stadsregio Rotterdam.", ("budget_code",),
              ("budget_code", "budget_order", "budget_side", "item", "hours", "fte", "rate_eur_per_hour", "amount_eur",
               "computed_eur", "arithmetic", "is_total", *SOURCE_LINES)),
        Table("pilots", "Proeftuinen, pilots en simulaties van de stadsregio Rotterdam, 2012.", ("pilot_code",),
              ("pilot_code", "kind", "theme", "subtopics", "where_text", *SOURCE_LINES)),
        Table("events", "Tijdlijn van gebeurtenissen en termijnen in de documenten.", ("event_code",),
              ("event_code", "event", "event_kind", "party", "date_from", "date_to", "date_text", "date_precision",
               *SOURCE_LINES)),
        Table("care_volumes", "Aantallen per soort hulp in Holland Rijnland.", ("volume_code",),
              ("volume_code", "table_number", "care_type", "counted", "count", "client_age", "population",
               "population_age", "year", "certainty", "is_total", "producer_text", *SOURCE_LINES)),
        Table("steering_scales", "Wie stuurt en wie uitvoert, per onderdeel van de jeugdhulp in Holland Rijnland, "
        "2013.",
              ("steering_code",),
              ("steering_code", "steering_order", "name", "steering_levels", "execution_levels", "steering_gist",
               "execution_gist", "criteria_tags", "inventory_task_codes", "confidence", *SOURCE_LINES)),
        Table("cost_sharing", "Drie manieren om de kosten van zeldzame, dure hulp te delen, Holland Rijnland.",
              ("method_code",), ("method_code", "name", "meaning", "how_paid", *SOURCE_LINES), 3),
        Table("intentions", "Voornemens en open besluiten van Holland Rijnland.", ("intention_code",),
              ("intention_code", "chapter", "intention", "is_open", "due_text", "due_date", *SOURCE_LINES)),
        Table("source_faults", "Bekende fouten en leemten van de documenten.", ("fault_code",),
              ("fault_code", "fault_kind", "what", "treatment", *SOURCE_LINES)),
        Table("glossary", "Begrippen in gewone woorden.", ("term",), ("term", "variants", "explanation", "origin")),
        Table("document_sections", "Elk onderdeel van elk document, met de plaats in de app.",
              ("source_file", "line_from"),
              (*SOURCE_LINES, "section", "app_place", "left_out_reason")),
    )
}  # fmt: skip
