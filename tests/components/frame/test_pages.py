"""Each page opened as the first visit: with nothing, with "uw regio", and with a link that does not fit."""

import re

import pytest

from components.look.about_file import VERSION
from model.site.site_map import PAGES
from tests.components.opening import (
    ALL_PAGES,
    START,
    address_of,
    component_data,
    opened,
    prepared,
    said,
    said_on_demand,
)
from tests.data.shipped import CSV, csv_rows, shipped

REGIONS = sorted(shipped("regions")["region_code"])
TASKS = shipped("tasks").sort_values("task_order")["task_code"].tolist()
KAART, REGIO = "pages/kaart.py", "pages/regio.py"
HOSTILE = "<script>alert(1)</script> [klik](http://x.example) ![](http://x.example/p.png) `a` **b** $c$ :red[d]"


def cells() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["region_code"], row["task_code"]): row for row in csv_rows(CSV / "scale_choices.csv")}


def test_the_menu_lists_every_page_on_disk() -> None:
    assert sorted(page.file for page in PAGES) == sorted(ALL_PAGES)
    assert PAGES[0].file == START


@pytest.mark.parametrize("file", ALL_PAGES)
def test_page_opens(file: str) -> None:
    app = opened(file)
    assert not app.exception
    assert not app.error
    assert not app.warning
    assert len(app.title) == 1
    assert component_data(app, "finder")[0]["bar"]["pages"] == [[page.address, page.name] for page in PAGES]
    assert f"Schaalwijzer Jeugd {VERSION} · " in app.caption[-1].value
    assert "© CBS/Kadaster, CC BY 4.0" in app.caption[-1].value


@pytest.mark.parametrize("file", ALL_PAGES)
def test_page_opens_twice_the_same(file: str) -> None:
    app = opened(file, regio="JZ31")
    first, address = said(app), address_of(app)
    app.run()
    assert not app.exception
    assert said(app) == first
    assert address_of(app) == address


@pytest.mark.parametrize("file", ALL_PAGES)
def test_my_region_goes_along_in_every_link_of_the_menu(file: str) -> None:
    app = opened(file, regio="JZ31")
    assert not app.exception
    assert not app.warning
    bar = component_data(app, "finder")[0]["bar"]
    assert bar["mine"] == {"code": "JZ31", "name": "Zuid-Holland Zuid"}
    assert bar["carried"] == ["regio", "taak"]
    assert address_of(app)["regio"] == "JZ31"


@pytest.mark.parametrize(
    ("file", "code"),
    [
        *[(file, HOSTILE) for file in ALL_PAGES],
        *[(START, code) for code in ("JZ99", "jz31", "", "Zuid-Holland Zuid", "x" * 5000)],
    ],
)
def test_unknown_region_is_said_and_the_page_works(file: str, code: str) -> None:
    app = opened(file, regio=code)
    assert not app.exception
    assert not app.error
    (warning,) = [item.value for item in app.warning]
    assert warning.startswith("De link noemt een regio die niet bestaat: `")
    assert "de rest van de pagina werkt" in warning
    assert warning.count("`") == 2, "all of it is code, nothing in it acts"
    assert len(warning) < 200
    assert component_data(app, "finder")[0]["bar"]["mine"] is None
    assert len(app.title) == 1
    assert VERSION in app.caption[-1].value


# Start


def test_start_tells_the_three_findings() -> None:
    app = opened(START)
    text = said(app)
    chance = "de kans dat twee regio's, door het lot gekozen, niet hetzelfde niveau kozen, is "
    assert f"**Organisatie eerste lijn**: {chance}**22%**. Het vaakst gekozen: alleen lokaal, door 37 van de 42" in text
    assert f"**Ambulante hulp**: {chance}**68%**. Het vaakst gekozen: alleen lokaal, door 22 van de 42 regio's." in text
    assert "Van de 462 keuzes was **19%** een gedeelde afspraak (88). 365 keuzes waren een intentie" in text
    assert "bij 9 had de regio nog geen opvatting" in text
    assert not app.get("vega_lite_chart"), "Vega would be most of what the page weighs"


def test_findings_lead_to_the_map_of_their_task_with_my_region() -> None:
    links = [element.proto.query_string for element in opened(START, regio="JZ04").get("page_link")]
    assert "regio=JZ04&taak=eerste_lijn" in links
    assert "regio=JZ04&taak=ambulant" in links
    assert "regio=JZ04&kleur=status&alle=1" in links, "all 462 choices, as the tile counts them"


def test_overview_as_a_table_adds_up() -> None:
    app = prepared(START)
    app.session_state["overview_table"] = True
    (table,) = component_data(app.run(), "table")
    assert len(table["rows"]) == 11
    assert [sum(row[1:]) for row in table["rows"]] == [42] * 11
    assert [column["number"] for column in table["columns"]] == [False] + [True] * (len(table["columns"]) - 1)


# Kaart


def test_map_starts_with_the_first_task_and_keeps_the_address_clean() -> None:
    app = opened(KAART)
    assert address_of(app) == {}
    assert "klik op de kaart" in app.info[0].value
    start = component_data(app, "region_map")[0]["start"]
    assert (start["task"], start["layer"], start["region"], start["all"]) == ("eerste_lijn", "niveau", None, False)


def test_deep_link_restores_the_whole_view() -> None:
    asked = {"regio": "JZ31", "taak": "jggz", "kleur": "status", "bekijk": "JZ04", "alle": "1"}
    app = opened(KAART, **asked)
    assert not app.warning
    assert address_of(app) == asked
    sent = component_data(app, "region_map")[0]
    assert sent["mine"] == "JZ31"
    start = sent["start"]
    assert (start["task"], start["layer"], start["region"], start["all"]) == ("jggz", "status", "JZ04", True)
    assert "## Drenthe" in said(app)


@pytest.mark.parametrize(
    ("key", "what"),
    [("taak", "een taak"), ("kleur", "een kleuring"), ("bekijk", "een regio"), ("alle", "een weergave")],
)
@pytest.mark.parametrize("value", ["bestaat-niet", HOSTILE])
def test_unknown_part_of_the_view_is_said_and_the_map_works(key: str, what: str, value: str) -> None:
    app = opened(KAART, regio="JZ31", **{key: value})
    assert not app.exception
    (warning,) = [item.value for item in app.warning]
    assert warning.startswith(f"De link noemt {what} die niet bestaat: `")
    assert warning.count("`") == 2, "all of it is code, nothing in it acts"
    assert component_data(app, "region_map")[0]["start"]["task"] == "eerste_lijn"
    assert "## Zuid-Holland Zuid" in said(app)
    assert "Bestaat" not in address_of(app).get(key, "")


@pytest.mark.parametrize("task", TASKS)
def test_panel_tells_the_choice_and_its_place_in_the_source(task: str) -> None:
    cell = cells()["JZ24", task]
    app = opened(KAART, regio="JZ24", taak=task)
    panel = next(item.value for item in app.markdown if item.value.startswith("## "))
    assert panel.startswith("## Haaglanden")
    level = cell["leading_levels"].replace(";", " en ") or "geen niveau genoemd"
    assert re.search(rf"^{re.escape(level)} · status: ", panel.lower(), re.MULTILINE)
    status = {"intentie": "intentie", "gedeelde_afspraak": "gedeelde afspraak", "geen_opvatting": "nog geen opvatting"}
    assert f"· status: {status[cell['status']]}" in panel
    assert "Bron: Inventarisatie 2013, profiel 29 Haaglanden, tabel schaalkeuzes, rij " in said(app)
    first, last = cell["line_from"], cell["line_to"]
    lines = f"Regel {first}" if first == last else f"Regels {first}-{last}"
    assert f"{lines} van de teksteditie" in said_on_demand(app)
    neighbours = shipped("neighbours").query("region_code == 'JZ24'")
    unknown = "of zij hetzelfde kiezen is onbekend"
    assert (f"van {len(neighbours)} kiezen hetzelfde" if cell["leading_levels"] else unknown) in panel


def test_panel_of_a_cell_without_a_level() -> None:
    text = said(opened(KAART, regio="JZ27", taak="jeugdzorgplus"))
    assert "Geen niveau genoemd · status: nog geen opvatting" in text


def test_panel_says_what_moved_since_2013() -> None:
    assert "Boskoop ligt op de kaart in Holland Rijnland" in said(opened(KAART, regio="JZ27"))
    assert "Grens veranderd" not in said(opened(KAART, regio="JZ01")).split('"moved"')[0]


def test_panel_says_unknown_where_the_source_is_silent() -> None:
    explained = set(shipped("region_notes").query("kind == 'regional_means'")["region_code"])
    silent = next(code for code in REGIONS if code not in explained)
    assert "noemt: **onbekend**" in said(opened(KAART, bekijk=silent))
    assert "noemt: **onbekend**" not in said(opened(KAART, bekijk="JZ01"))


def test_another_region_can_be_made_mine() -> None:
    app = opened(KAART, regio="JZ31", bekijk="JZ04")
    (button,) = [item for item in app.button if item.label == "Maak dit uw regio"]
    button.click().run()
    assert not app.exception
    assert address_of(app)["regio"] == "JZ04"
    assert component_data(app, "finder")[0]["bar"]["mine"]["name"] == "Drenthe"
    assert not [item for item in app.button if item.label == "Maak dit uw regio"]


def test_table_beside_the_map_has_the_figures_of_the_task() -> None:
    app = prepared(KAART, taak="jggz")
    app.session_state["as_table"] = True
    app.run()
    (table,) = component_data(app, "table")
    names = dict(zip(shipped("regions")["name"], shipped("regions")["region_code"], strict=True))
    assert len(table["rows"]) == 42
    headings = [column["name"] for column in table["columns"]]
    for row in table["rows"]:
        shown = dict(zip(headings, row, strict=True))
        cell = cells()[names[shown["Regio"]], "jggz"]
        assert shown["Niveau"].lower() == (cell["leading_levels"].replace(";", " en ") or "geen niveau genoemd")
        assert shown["Status"].replace(" ", "_").removeprefix("nog_") == cell["status"]
        assert (str(shown["Regel van"]), str(shown["Regel tot"])) == (cell["line_from"], cell["line_to"])
    assert [item.proto.label for item in app.get("download_button")] == ["Download CSV", "Download XLSX"] * 2


# Regio


def test_without_a_region_the_page_offers_all_42() -> None:
    app = opened(REGIO)
    assert app.title[0].value == "Kies een regio"
    assert sorted(button.label for button in app.button) == sorted(shipped("regions")["name"])


def test_a_chosen_region_becomes_mine() -> None:
    app = opened(REGIO)
    next(button for button in app.button if button.label == "Drenthe").click().run()
    assert not app.exception
    assert app.title[0].value == "Drenthe"
    assert address_of(app)["regio"] == "JZ04"


SAMPLE = {
    "JZ02": "the most municipalities",
    "JZ15": "a single municipality",
    "JZ17": "no opinion yet on a task",
    "JZ24": "a task without a level; names no partner and is named by none",
    "JZ25": "a single remark",
    "JZ27": "moved borders",
    "JZ31": "the most remarks",
    "JZ43": "the last",
}
"""Regions whose pages differ most; the others are opened in a deep run."""


@pytest.mark.parametrize("code", SAMPLE)
def test_page_of_a_region(code: str) -> None:
    check_page_of(code)


@pytest.mark.deep
@pytest.mark.parametrize("code", sorted(set(REGIONS) - set(SAMPLE)))
def test_page_of_every_other_region(code: str) -> None:
    check_page_of(code)


def check_page_of(code: str) -> None:
    app = opened(REGIO, regio=code)
    assert not app.exception
    assert not app.error
    assert not app.warning
    (name,) = shipped("regions").loc[shipped("regions")["region_code"] == code, "name"]
    assert app.title[0].value == name
    text = said(app).replace("\\", "")
    own = shipped("municipalities").loc[shipped("municipalities")["region_code"] == code, "municipality"]
    assert [municipality for municipality in own if municipality not in text] == []
    for task in shipped("tasks")["name"]:
        assert task in text, task
    for note in shipped("region_notes").query("region_code == @code")["note"]:
        assert note[1:] in text, note
