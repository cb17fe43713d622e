"""Note on one region: its choices, its neighbours, who is alike, its cooperation, and what is unknown."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components.frame import links, loading
from components.frame.likeness import ORDER_WORDS, alike_words, as_much_alike
from components.look.citation import INVENTORY_CREDIT
from components.look.drawn_regions import map_svg
from components.look.exhibit import ClassFace, MapDrawing
from components.look.file_names import file_stem
from components.look.palette import class_colours
from components.look.typeset import FAMILY, Exact
from components.look.words import capitalised, listed, percent
from components.note.sheet import WayBack, note_pdf, show_note_button, way_back
from components.region.choices import status_words, usual_table
from components.region.cooperation import GROUPS, MAIN_QUESTIONS
from components.region.exhibit import exhibit_of
from components.region.peers import ALIKE_SHOWN, MOST_ALIKE, by_likeness, heading_of
from components.region.sentences import successors_words
from model.choices.classes import NO_LEVEL, STATUS_WORDS, class_words, said_beyond
from model.choices.comparison import DIFFERENT, PARTLY, SAME, UNKNOWN
from model.choices.most_chosen import UNUSUAL_BELOW_PCT
from model.choices.neighbour_groups import adjacency, groups_per_task, standing
from model.regions.governance import ANSWER_WORDS, QUESTION_WORDS
from model.regions.in_short import InShort, in_short
from model.regions.partners import collectives
from model.regions.profile import beside, municipalities_of, neighbours_of, notes_of

_TEMPLATE = "region.typ"
_RELATIONS = {SAME: "gelijk", PARTLY: "deels", DIFFERENT: "anders", UNKNOWN: "onbekend"}
"""How a choice of a neighbour compares, in the order of the columns."""
_NOTE_KINDS = ("regional_means", "table_remark", "other")
_FACES = (
    ClassFace("deze regio", ("#a83a0d",)),
    ClassFace("buurregio's", ("#a9bccd",)),
    ClassFace("andere regio's", ("#f3f4f7",)),
)
_MAP_WIDTH, _MAP_HEIGHT = 270, 320
"""Shape of the small map; it has no names or key of its own."""
_MAP_LETTERS = 7.0
"""Size of letters that its lines go with."""
_COOPERATION = {
    "1b": {
        "ja": "hadden de gemeenteraden ingestemd",
        "deels": "hadden de gemeenteraden deels ingestemd",
        "nee": "hadden de gemeenteraden niet ingestemd",
    },
    "1c": {
        "ja": "waren er afspraken over het doel van de samenwerking",
        "deels": "waren er deels afspraken over het doel van de samenwerking",
        "nee": "waren er geen afspraken over het doel van de samenwerking",
    },
    "1d": {
        "ja": "was de samenwerking juridisch vastgelegd",
        "deels": "was de samenwerking deels juridisch vastgelegd",
        "nee": "was de samenwerking niet juridisch vastgelegd",
    },
}
"""Answers as clauses of one sentence, per question and code; what has none is no answer."""
_NO_ANSWER = ("geen_antwoord", "niet_genoemd")


def show_region_note(region_code: str) -> None:
    """Button with the note on a region."""
    way = way_back("regio", {links.REGION: region_code})
    show_note_button(
        "Bestuurlijke notitie (PDF)",
        lambda: region_pdf(region_code, way, date.today()),
        file_name(region_code),
        "region_note",
    )


def file_name(region_code: str) -> str:
    """Name of the file without its ending: which region, and when."""
    return file_stem("regio", "notitie", loading.region_names()[region_code])


def region_pdf(region_code: str, way: WayBack, today: date) -> bytes:
    """The note as PDF. Raises KeyError for a region that is not in the data, and TypesetError."""
    return note_pdf(_TEMPLATE, region_data(region_code), way, today)


@st.cache_resource(show_spinner=False)
def region_data(region_code: str) -> dict[str, Any]:
    """All texts of the note, shared by all: read only. Raises KeyError for a region that is not in the data."""
    region = loading.table("regions").set_index("region_code").loc[region_code]
    short = in_short(loading.scale_choices(), loading.table("neighbours"), loading.table("partners"), region_code)
    name = str(region["name"])
    return {
        "title": exhibit_of({links.REGION: region_code}).title,
        "subject": f"Jeugdregio {name}",
        "lead": Exact(_lead(region_code, region)),
        "map": Exact(_map(region_code)),
        "map_alt": _map_alt(region_code),
        "summary": [
            _choices_line(region_code, short),
            _others_line(region_code, short),
            _cooperation_line(region_code),
        ],
        "tasks": _task_rows(region_code),
        "neighbours": _neighbour_rows(region_code),
        "alike_heading": heading_of(MOST_ALIKE, [], region_code),
        "alike": _alike_rows(region_code),
        "alike_note": ORDER_WORDS,
        "groups": _group_rows(region_code),
        "answers": _answer_rows(region_code),
        "other_answers": _other_answers(region_code),
        "partners": _partner_lines(region_code, short),
        "remarks": _remarks(region_code),
        "unknown": _unknown(region_code),
        "sources": _sources(region_code, region),
    }


def _lead(region_code: str, region: pd.Series) -> str:
    own = municipalities_of(loading.table("municipalities"), loading.table("municipality_names"), region_code)
    count = int(region["municipality_count"])
    named = ", ".join(sorted(item.name for item in own))
    gemeenten = "1 gemeente" if count == 1 else f"{count} gemeenten"
    begin = f"Jeugdregio {region_code} in {region['province']}, met {gemeenten} in 2013: {named}."
    return f"{begin} {successors_words(own)}".rstrip()


def _map(region_code: str) -> str:
    """Small map of the country with the region and its neighbours, as SVG."""
    names = loading.region_names()
    around = neighbours_of(loading.table("neighbours"), region_code)
    place = {code: 0 if code == region_code else 1 if code in around else 2 for code in names}
    drawing = MapDrawing(_FACES, place)
    size = {"width": _MAP_WIDTH, "height": _MAP_HEIGHT, "letters": _MAP_LETTERS}
    return map_svg(drawing, {}, **size, family=FAMILY, key=False)


def _map_alt(region_code: str) -> str:
    names = loading.region_names()
    around = [names[code] for code in neighbours_of(loading.table("neighbours"), region_code)]
    return f"Kaartje van Nederland met {names[region_code]} (donker). Lichter gekleurd, de buren: {listed(around)}."


def _choices_line(region_code: str, short: InShort) -> str:
    own = usual_table().query("region_code == @region_code")
    chosen = [f"{count} keer {class_words(code)}" for code, count in short.classes if code != NO_LEVEL]
    silent = dict(short.classes).get(NO_LEVEL, 0)
    unnamed = f"; bij {_tasks(silent)} noemt de bron geen niveau" if silent else ""
    unusual = int((own["how_usual"] == "unusual").sum())
    rare = (
        f"{'Eén keuze is' if unusual == 1 else f'{unusual} keuzes zijn'} ongewoon: minder dan "
        f"{percent(UNUSUAL_BELOW_PCT)} van de regio's maakte die. "
        if unusual
        else "Geen van de keuzes is ongewoon. "
    )
    return f"De {short.task_count} taken: {listed(chosen) or 'geen niveau'}{unnamed}. {rare}{status_words(own)}"


def _others_line(region_code: str, short: InShort) -> str:
    names = loading.region_names()
    if short.nearest:
        verb = "koos" if len(short.nearest) == 1 else "kozen"
        near = (
            f"Van de {short.neighbour_count} buurregio's {verb} {listed(names[code] for code in short.nearest)} "
            f"het vaakst hetzelfde: bij {short.same_count} van de {short.task_count} taken."
            if short.neighbour_count > 1
            else f"De enige buurregio, {names[short.nearest[0]]}, koos bij {_tasks(short.same_count)} hetzelfde."
        )
    else:
        near = "Geen buurregio koos bij een taak hetzelfde."
    most = by_likeness(region_code)
    first = str(most.index[0])
    as_much = as_much_alike(most, 0)
    more = "nog één regio lijkt" if as_much == 1 else f"nog {as_much} regio's lijken"
    others = f"; {more} er evenveel op" if as_much else ""
    return f"{near} Het meest lijkt {names[first]} ({_likeness(most.loc[first])}){others}."


def _cooperation_line(region_code: str) -> str:
    answers = loading.table("governance").query("region_code == @region_code").set_index("question")["code"]
    said = [clauses[answers[code]] for code, clauses in _COOPERATION.items() if answers[code] in clauses]
    unsaid = [QUESTION_WORDS[code].lower() for code, clauses in _COOPERATION.items() if answers[code] not in clauses]
    sentences = [f"In het voorjaar van 2013 {listed(said)}, volgens de regio zelf."] if said else []
    return " ".join([*sentences, *[f"Geen antwoord, of niet genoemd: {listed(unsaid)}."] * bool(unsaid)])


def _task_rows(region_code: str) -> list[dict[str, Any]]:
    """One row per task: choice, status, how many regions chose the same, and what the neighbours chose."""
    tasks = loading.table("tasks").set_index("task_code").sort_values("task_order")
    own = usual_table().query("region_code == @region_code").set_index("task_code")
    around = neighbours_of(loading.table("neighbours"), region_code)
    compared = beside(loading.scale_choices(), region_code, around)
    rows = []
    for task_code, task in tasks.iterrows():
        cell = own.loc[task_code]
        silent = cell["leading_class"] == NO_LEVEL
        relations = compared.loc[compared["task_code"] == task_code, "relation"]
        rows.append(
            {
                "task": task["name"],
                "colours": list(class_colours(cell["leading_class"])),
                "choice": "onbekend: geen niveau genoemd"
                if silent
                else capitalised(class_words(cell["leading_class"])),
                "more": cell["remark"] or said_beyond(cell["level_text"], cell["leading_class"]),
                "status": STATUS_WORDS[cell["status"]],
                "same": "onbekend" if silent else f"{cell['same_count']} van {cell['region_count']}",
                "unusual": cell["how_usual"] == "unusual",
                "neighbours": "onbekend" if silent else _relation_words(relations),
            }
        )
    return rows


def _relation_words(relations: pd.Series) -> str:
    counts = relations.value_counts()
    return ", ".join(f"{int(counts[each])} {words}" for each, words in _RELATIONS.items() if counts.get(each, 0))


def _neighbour_rows(region_code: str) -> list[list[str]]:
    """Each neighbour with the number of tasks per relation; who shares the longest border first."""
    names = loading.region_names()
    around = neighbours_of(loading.table("neighbours"), region_code)
    compared = beside(loading.scale_choices(), region_code, around)
    counts = compared.groupby("region_code")["relation"].value_counts().unstack(fill_value=0)
    counts = counts.reindex(columns=list(_RELATIONS), fill_value=0)
    return [[names[code], *(str(int(counts.loc[code, each])) for each in _RELATIONS)] for code in around]


def _alike_rows(region_code: str) -> list[list[str]]:
    names = loading.region_names()
    return [[names[str(code)], _likeness(row)] for code, row in by_likeness(region_code).head(ALIKE_SHOWN).iterrows()]


def _likeness(row: pd.Series) -> str:
    return alike_words(int(row["equal"]), int(row["partly"]), int(row["compared"]), float(row["share"]))


def _group_rows(region_code: str) -> list[list[str]]:
    """Per task for which the region chose bovenregionaal: size of its group of neighbours, and who is next door."""
    names, tasks = loading.region_names(), loading.task_names()
    graph = adjacency(loading.table("neighbours"))
    rows = []
    for task_code, groups in groups_per_task(loading.scale_choices(), loading.table("neighbours")).items():
        found = standing(groups, graph, region_code)
        if found.group_size:
            size = "geen: staat alleen" if found.group_size == 1 else f"{found.group_size} regio's"
            rows.append([tasks[task_code], size, listed(sorted(names[code] for code in found.next_door)) or "geen"])
    return rows


def _answer_rows(region_code: str) -> list[list[str]]:
    answers = loading.table("governance").query("region_code == @region_code").set_index("question")
    return [
        [QUESTION_WORDS[question], ANSWER_WORDS[answers.loc[question, "code"]], str(answers.loc[question, "gist"])]
        for question in MAIN_QUESTIONS
    ]


def _other_answers(region_code: str) -> str:
    answers = loading.table("governance").query("region_code == @region_code").set_index("question")["code"]
    others = [question for questions in GROUPS.values() for question in questions if question not in MAIN_QUESTIONS]
    said = "; ".join(f"{QUESTION_WORDS[question].lower()}: {ANSWER_WORDS[answers[question]]}" for question in others)
    return f"Verder gevraagd: {said}."


def _partner_lines(region_code: str, short: InShort) -> list[str]:
    names, partners = loading.region_names(), loading.table("partners")
    groups = collectives(partners[partners["region_code"] == region_code])["partner_text"]
    of_kind = {
        "Over en weer genoemd": [names[code] for code in short.mutual],
        "Alleen door deze regio genoemd": [names[code] for code in short.named],
        "Alleen door de ander genoemd": [names[code] for code in short.naming],
    }
    lines = [f"{kind}: {listed(named)}." for kind, named in of_kind.items() if named]
    # In the words of the profile, which may overlap: a row of them would read as one sum.
    lines += [f"Ook genoemd, zonder naam van een regio: “{group}”." for group in dict.fromkeys(map(str, groups))]
    return lines or ["Het profiel noemt geen partner buiten de regio, en geen ander profiel noemt deze regio."]


def _remarks(region_code: str) -> list[dict[str, Any]]:
    """Remarks of the source in our words, per place in the profile; what "regionaal" means comes first."""
    table = loading.table("region_notes")
    by_place: dict[str, list[str]] = {}
    for kind in _NOTE_KINDS:
        notes = notes_of(table, region_code, kind)
        begin = "Wat de regio “regionaal” noemt: " if kind == "regional_means" else ""
        for note, place in zip(notes["note"], loading.citations().of_rows("region_notes", notes), strict=True):
            by_place.setdefault(place.within_section, []).append(begin + (note if begin else capitalised(note)))
    return [{"place": capitalised(place), "notes": notes} for place, notes in by_place.items()]


def _unknown(region_code: str) -> list[str]:
    """What the source leaves open of this region; unknown is not no."""
    own = usual_table().query("region_code == @region_code")
    tasks = loading.tasks_in_sentence()
    silent = [tasks[code] for code in own.loc[own["how_usual"] == "silent", "task_code"]]
    answers = loading.table("governance").query("region_code == @region_code").set_index("question")["code"]
    open_questions = [words.lower() for code, words in QUESTION_WORDS.items() if answers[code] in _NO_ANSWER]
    lines = []
    if silent:
        lines.append(f"Het niveau van {listed(silent)}: de bron noemt er geen.")
    if open_questions:
        lines.append(f"Geen antwoord, of in het antwoord niet genoemd: {listed(open_questions)}.")
    if notes_of(loading.table("region_notes"), region_code, "regional_means").empty:
        lines.append("Wat deze regio “regionaal” noemt: het profiel zegt het niet.")
    return [*lines, "Wat er na het voorjaar van 2013 is besloten of veranderd: de inventarisatie gaat niet verder."]


def _sources(region_code: str, region: pd.Series) -> list[str]:
    source = loading.table("sources").set_index("source_file").loc[region["source_file"]]
    place = loading.citations().of_row("regions", region)
    return [
        f"{source['title']} ({source['producer']}, {source['date']}), {place.section}. Samengevat in eigen woorden; "
        "wat een regio over zichzelf opgaf, is niet nagegaan.",
        f"Vergelijking met andere regio's: {INVENTORY_CREDIT.removeprefix('Bron: ')} "
        "Buren delen een stuk grens in de kaart van 2017.",
    ]


def _tasks(count: int) -> str:
    return "1 taak" if count == 1 else f"{count} taken"
