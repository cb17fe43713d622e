"""The region page: every figure on it counted again from the CSV files."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from components.region.print import SIZES_PX, print_size_px
from model.regions.governance import ANSWER_WORDS, QUESTION_WORDS
from tests.components.opening import address_of, component_data, opened, said, said_on_demand
from tests.data.shipped import CSV, csv_rows

REGIO = "pages/regio.py"
NAMES = {row["region_code"]: row["name"] for row in csv_rows(CSV / "regions.csv")}
CELLS = {(row["region_code"], row["task_code"]): row for row in csv_rows(CSV / "scale_choices.csv")}
TASKS = [row["task_code"] for row in sorted(csv_rows(CSV / "tasks.csv"), key=lambda row: int(row["task_order"]))]
SHOWN = ["JZ01", "JZ18", "JZ24", "JZ27", "JZ30", "JZ31"]


@cache
def page_of(region_code: str) -> AppTest:
    return opened(REGIO, regio=region_code)


def leading(region_code: str, task_code: str) -> str:
    return CELLS[region_code, task_code]["leading_levels"].replace(";", "+")


def alike(one: str, other: str) -> tuple[float, str]:
    """Likeness, and the words for it: equal choices, half of the partly equal ones, of the tasks that both name."""
    both = [(leading(one, task).split("+"), leading(other, task).split("+")) for task in TASKS]
    both = [(set(a), set(b)) for a, b in both if a != [""] and b != [""]]
    equal, partly = sum(a == b for a, b in both), sum(a != b and bool(a & b) for a, b in both)
    share = (equal + partly / 2) / len(both)
    deels = f", {partly} deels" if partly else ""
    return share, f"{100 * share:.0f}%: {equal} van {len(both)} gelijk{deels}"


def rows_under(app: AppTest, heading_start: str) -> list[dict]:
    groups = component_data(app, "region_strips")[0]["groups"]
    (found,) = (group["rows"] for group in groups if group["heading"].startswith(heading_start))
    return found


@pytest.mark.parametrize("region_code", SHOWN)
def test_the_eleven_choices(region_code: str) -> None:
    rows = component_data(page_of(region_code), "region_choices")[0]["rows"]
    assert len(rows) == 11
    for row, task_code in zip(rows, TASKS, strict=True):
        cell = CELLS[region_code, task_code]
        same = sum(leading(code, task_code) == leading(region_code, task_code) for code in NAMES)
        assert row["choice"].lower() == (leading(region_code, task_code).replace("+", " en ") or "geen niveau genoemd")
        assert row["status"] == cell["status"]
        assert (row["sameCount"], row["regionCount"]) == (same, 42)
        assert cell["remark"] in row["more"]


def test_the_choices_are_cited_by_profile_and_table() -> None:
    app = page_of("JZ31")
    assert "Bron: Inventarisatie 2013, profiel 32 Zuid-Holland Zuid, tabel schaalkeuzes. Elke taak" in said(app)
    first, last = CELLS["JZ31", "eerste_lijn"]["line_from"], CELLS["JZ31", "jeugdzorgplus"]["line_to"]
    assert f"Regels {first}-{last} van de teksteditie" in said_on_demand(app)


@pytest.mark.parametrize("region_code", SHOWN)
def test_five_most_similar_regions(region_code: str) -> None:
    rows = rows_under(page_of(region_code), "De 5 regio's die er het meest op lijken")
    known = {code: alike(region_code, code)[0] for code in NAMES if code != region_code}
    shown = [known[row["code"]] for row in rows]
    assert len(rows) == 5
    assert shown == pytest.approx(sorted(known.values(), reverse=True)[:5])
    for row in rows:
        assert row["sum"] == alike(region_code, row["code"])[1], "the number and its reason side by side"


@pytest.mark.parametrize("region_code", SHOWN)
def test_neighbours_and_where_they_choose_otherwise(region_code: str) -> None:
    app = page_of(region_code)
    classes = component_data(app, "region_strips")[0]["classes"]
    rows = rows_under(app, f"De {neighbour_count(app)} buurregio's")
    for row in rows:
        for task_code, index, relation in zip(TASKS, row["classes"], row["relations"], strict=True):
            own, other = leading(region_code, task_code), leading(row["code"], task_code)
            assert classes[index]["name"] == (other.replace("+", " en ") or "geen niveau genoemd")
            assert (relation == "gelijk") == (own == other != "")
            assert (relation == "onbekend") == (not own or not other)
    choices = component_data(app, "region_choices")[0]["rows"]
    for task_code, row in zip(TASKS, choices, strict=True):
        same = sum(leading(item["code"], task_code) == leading(region_code, task_code) != "" for item in rows)
        named = leading(region_code, task_code) != ""
        assert row["neighbourWords"] == (f"{same} van {len(rows)}" if named else "onbekend")


def neighbour_count(app: AppTest) -> int:
    return len(component_data(app, "locator")[0]["neighbours"])


def test_neighbours_are_those_of_the_locator() -> None:
    app = page_of("JZ31")
    rows = rows_under(app, "De 6 buurregio's")
    sent = component_data(app, "locator")[0]
    assert [row["code"] for row in rows] == sent["neighbours"]
    assert sent["region"] == "JZ31"
    assert all(NAMES[code] in sent["label"] for code in ["JZ31", *sent["neighbours"]])


def test_summary_counts_the_usual_and_names_the_unusual() -> None:
    text = said(page_of("JZ31"))
    usual = 0
    for task_code in TASKS:
        counts = Counter(leading(code, task_code) for code in NAMES)
        usual += counts[leading("JZ31", task_code)] == max(counts.values())
    assert f"Bij **{usual} van de 11 taken**" in text
    assert "pleegzorg (subregionaal, 3 van 42)" in text
    assert "Status in juni 2013: intentie bij alle 11 taken." in text
    assert "Geen van haar keuzes is ongewoon." in said(page_of("JZ18"))


@pytest.mark.parametrize("region_code", SHOWN)
def test_answers_stand_side_by_side_with_gist_and_place(region_code: str) -> None:
    sent = component_data(page_of(region_code), "governance_dots")[0]
    main, rest = sent["groups"]
    assert len(main["items"]) == 6
    items = {item["question"]: item for item in [*main["items"], *rest["items"]]}
    answers = [row for row in csv_rows(CSV / "governance.csv") if row["region_code"] == region_code]
    assert len(items) == len(answers) == 13
    for row in answers:
        item = items[QUESTION_WORDS[row["question"]]]
        assert (item["code"], item["answer"], item["gist"]) == (row["code"], ANSWER_WORDS[row["code"]], row["gist"])
        assert item["lines"].startswith(row["line_from"])
        assert re.match(r"onderdeel [12], vraag \d[a-d]?", item["place"])
        assert row["confidence"] in item["more"]
        assert item["meaning"] in {rule["meaning"] for rule in csv_rows(CSV / "governance_codes.csv")}
    assert "zelf, in het voorjaar van 2013" in said(page_of(region_code))


def test_municipalities_with_what_became_of_them() -> None:
    text = said(page_of("JZ27"))
    assert "Boskoop (sinds 2014 Alphen aan den Rijn)" in text
    assert "**Boskoop**, van Midden-Holland naar Holland Rijnland (2014): Boskoop ging op 1 januari 2014" in text
    assert "Strijen (sinds 2019 Hoeksche Waard)" in said(page_of("JZ31"))
    assert "Grens veranderd" not in said(page_of("JZ01"))


def test_partners_in_both_directions() -> None:
    text = said(page_of("JZ18"))
    assert "**Zuid-Holland Zuid** (over en weer genoemd)" in text
    assert "**Partners die deze regio noemt**" in text
    nobody = next(
        code for code in NAMES if all(code != row["partner_region_code"] for row in csv_rows(CSV / "partners.csv"))
    )
    assert "Geen ander profiel noemt deze regio als partner." in said(opened(REGIO, regio=nobody))


def test_what_a_region_calls_regional() -> None:
    explained = {row["region_code"] for row in csv_rows(CSV / "region_notes.csv") if row["kind"] == "regional_means"}
    silent = next(code for code in NAMES if code not in explained)
    assert "**onbekend**, het profiel zegt het niet." in said(opened(REGIO, regio=silent))
    assert "Wat deze regio “regionaal” noemt:** Subregionaal: Alblasserwaard/Vijfheerenlanden" in said(
        page_of("JZ31")
    ).replace("\\", "")


def test_another_region_can_be_looked_at_and_made_mine() -> None:
    app = opened(REGIO, regio="JZ18", bekijk="JZ31")
    assert app.title[0].value == "Zuid-Holland Zuid"
    assert [row["code"] for row in rows_under(app, "Uw regio")] == ["JZ18"]
    next(button for button in app.button if button.label == "Maak dit uw regio").click().run()
    assert app.title[0].value == "Zuid-Holland Zuid"
    assert address_of(app) == {"regio": "JZ31"}


def test_back_to_my_own_region() -> None:
    app = opened(REGIO, regio="JZ18", bekijk="JZ31")
    next(button for button in app.button if button.label == "Terug naar Holland Rijnland").click().run()
    assert app.title[0].value == "Holland Rijnland"
    assert address_of(app) == {"regio": "JZ18"}


def test_a_new_own_region_replaces_the_one_looked_at() -> None:
    app = opened(REGIO, regio="JZ18", bekijk="JZ31")
    app.session_state["finder_typed"] = "Drenthe"
    app.run()
    taken = component_data(app, "finder")[0]["offers"]["taken"]
    app = opened(REGIO, **dict(parse_qsl(taken.removeprefix("?"))))
    assert app.title[0].value == "Drenthe"
    assert address_of(app) == {"regio": "JZ04"}


def test_a_link_to_the_region_seen_before_still_leads_to_it() -> None:
    """Another own region may have been chosen on another page meanwhile."""
    app = opened(REGIO, regio="JZ18", bekijk="JZ31")
    app.query_params["regio"] = "JZ04"
    app.run()
    assert app.title[0].value == "Zuid-Holland Zuid"
    assert address_of(app) == {"regio": "JZ04", "bekijk": "JZ31"}


@pytest.mark.parametrize("own", [{}, {"regio": "JZ18"}])
def test_unknown_region_to_look_at_is_said(own: dict[str, str]) -> None:
    app = opened(REGIO, **own, bekijk="JZ99")
    (warning,) = (item.value for item in app.warning)
    assert "een regio die niet bestaat" in warning
    assert "JZ99" in warning
    assert app.title[0].value == ("Holland Rijnland" if own else "Kies een regio")


def test_links_to_other_regions_keep_my_own() -> None:
    (row, *_) = rows_under(page_of("JZ18"), "De 7 buurregio's")
    assert row["link"] == f"?regio=JZ18&bekijk={row['code']}"
    (row, *_) = rows_under(opened(REGIO, bekijk="JZ18"), "De 7 buurregio's")
    assert row["link"] == f"?regio={row['code']}"


def test_sources_name_document_and_lines_of_the_profile() -> None:
    row = next(row for row in csv_rows(CSV / "regions.csv") if row["region_code"] == "JZ31")
    text = said(page_of("JZ31"))
    assert "20 juni 2013), profiel 32 Zuid-Holland Zuid. " in text
    assert f"Regels {row['line_from']}-{row['line_to']} van de teksteditie" in said_on_demand(page_of("JZ31"))
    assert "© CBS/Kadaster, CC BY 4.0" in text


def test_longer_profiles_print_smaller() -> None:
    limits = [limit for limit, _ in SIZES_PX]
    assert limits == sorted(limits)
    sizes = [print_size_px(characters) for limit in limits for characters in (limit, limit + 1)]
    assert sizes == sorted(sizes, reverse=True)
    assert all(within > beyond for within, beyond in zip(sizes[::2], sizes[1::2], strict=True))
    assert print_size_px(0) == sizes[0]
    assert print_size_px(100_000) == sizes[-1]
