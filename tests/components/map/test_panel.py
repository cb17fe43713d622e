"""The panel beside the map speaks of what the colour shows, for the region that was chosen last."""

from urllib.parse import parse_qs

import pytest

from model.regions.governance import ANSWER_WORDS, PURPOSE_WORDS
from tests.components.opening import component_data, opened
from tests.data.shipped import CSV, csv_rows, shipped

KAART = "pages/kaart.py"
ANSWERS = {(row["region_code"], row["question"]): row for row in csv_rows(CSV / "governance.csv")}
CELLS = {(row["region_code"], row["task_code"]): row for row in csv_rows(CSV / "scale_choices.csv")}
NAMES = dict(zip(shipped("regions")["region_code"], shipped("regions")["name"], strict=True))


def panel(**query: str) -> list[str]:
    """Paragraphs of the panel."""
    (text,) = [item.value for item in opened(KAART, **query).markdown if item.value.startswith("## ")]
    return text.split("\n\n")


def neighbours_of(region_code: str) -> list[str]:
    rows = shipped("neighbours").query("region_code == @region_code")
    return [str(code) for code in rows["neighbour_region_code"]]


@pytest.mark.parametrize("region", ["JZ31", "JZ04", "JZ24"])
@pytest.mark.parametrize(
    ("layer", "question", "heading"),
    [
        ("raden", "1b", "Stemden de gemeenteraden in?"),
        ("juridisch", "1d", "Is de samenwerking juridisch vastgelegd?"),
    ],
)
def test_a_question_is_answered_first_with_its_gist_and_no_task(
    region: str, layer: str, question: str, heading: str
) -> None:
    name, first, *rest = panel(bekijk=region, kleur=layer, taak="pleegzorg")
    answer = ANSWERS[region, question]
    assert name == f"## {NAMES[region]}"
    assert first.startswith(f"**{heading}**  \n{ANSWER_WORDS[answer['code']].capitalize()}")
    assert first.replace("\\", "").endswith(answer["gist"])
    text = "\n".join([first, *rest])
    assert "leegzorg" not in text
    assert "eerste lijn" not in text
    around = neighbours_of(region)
    same = sum(ANSWERS[code, question]["code"] == answer["code"] for code in around)
    assert f"**Buren: {same} van {len(around)} antwoorden hetzelfde**" in text
    for code in around:
        assert f"| {NAMES[code]} | {ANSWER_WORDS[ANSWERS[code, question]['code']]} |" in text
    (source,) = [item.value for item in opened(KAART, bekijk=region, kleur=layer).caption if "onderdeel" in item.value]
    assert f"vraag {question}" in source


def test_the_purpose_of_cooperation_stands_in_the_words_of_the_legend() -> None:
    for region in ("JZ31", "JZ01", "JZ15"):
        _, first, *_ = panel(bekijk=region, kleur="doel")
        answer = ANSWERS[region, "1c"]
        agreed = answer["detail"] or "onbekend"
        code = (
            agreed
            if answer["code"] in ("ja", "deels")
            else {"nee": "geen_afspraak"}.get(answer["code"], "geen_antwoord")
        )
        assert first.startswith(f"**Waarvoor is de samenwerking?**  \n{PURPOSE_WORDS[code].capitalize()}  \n")


def test_status_and_widest_level_come_first_where_they_are_the_colour() -> None:
    cell = CELLS["JZ04", "pleegzorg"]
    assert cell["status"] == "intentie"
    _, first, *rest = panel(bekijk="JZ04", kleur="status", taak="pleegzorg")
    assert first.startswith("**Pleegzorg**  \nStatus: intentie · niveau: ")
    around = neighbours_of("JZ04")
    same = sum(CELLS[code, "pleegzorg"]["status"] == "intentie" for code in around)
    assert f"**Buren: {same} van {len(around)} hebben dezelfde status**" in "\n".join(rest)
    _, first, *rest = panel(bekijk="JZ04", kleur="breedst", taak="pleegzorg")
    widest = cell["levels"].split(";")[-1]
    assert first.startswith(f"**Pleegzorg**  \nRuimste niveau: {widest} · niveau: ")
    same = sum(CELLS[code, "pleegzorg"]["levels"].split(";")[-1] == widest for code in around)
    assert f"**Buren: {same} van {len(around)} noemen hetzelfde ruimste niveau**" in "\n".join(rest)


def test_words_of_the_source_are_marked_and_stand_where_they_say_more_than_the_level() -> None:
    assert CELLS["JZ31", "eerste_lijn"]["level_text"] == "Lokaal/subregionaal"
    _, first, *_ = panel(bekijk="JZ31", taak="eerste_lijn")
    assert first.splitlines()[1].rstrip() == "Lokaal en subregionaal · status: intentie"
    assert "In de bron" not in first
    assert CELLS["JZ31", "vb"]["level_text"].startswith("Subregionaal; regionaal voor")
    _, first, *_ = panel(bekijk="JZ31", taak="vb")
    assert [line.rstrip() for line in first.splitlines()[1:3]] == [
        "Subregionaal · status: intentie",
        "In de bron: “Subregionaal; regionaal voor financieel risicovolle deeltaken”",
    ]


def test_a_search_replaces_the_region_that_was_looked_at() -> None:
    app = opened(KAART, regio="JZ31", bekijk="JZ04", taak="pleegzorg", kleur="raden")
    app.session_state["finder_typed"] = "Rotterdam"
    offers = component_data(app.run(), "finder")[0]["offers"]
    leads_to = {key: value for key, (value,) in parse_qs(offers["taken"].lstrip("?")).items()}
    assert leads_to == {"regio": "JZ29", "taak": "pleegzorg", "kleur": "raden"}
    followed = opened(KAART, **leads_to)
    assert [item.value.split("\n")[0] for item in followed.markdown if item.value.startswith("## ")] == ["## Rijnmond"]
    assert component_data(followed, "region_map")[0]["start"]["region"] == "JZ29"


def test_neighbours_of_a_region_without_a_level_are_not_counted_as_the_same() -> None:
    assert CELLS["JZ27", "jeugdzorgplus"]["leading_levels"] == ""
    text = "\n".join(panel(bekijk="JZ27", taak="jeugdzorgplus"))
    assert "**Buren: of zij hetzelfde kiezen is onbekend, want deze regio noemt geen niveau**" in text
