"""Vergelijking opened by links; its figures as sent to the browser and as written to files, against the CSV."""

import io
import json
from collections import Counter
from itertools import combinations

import openpyxl
import pytest

from components.look.cell_face import class_letters
from components.look.palette import LEVEL_COLOURS, class_colours
from components.look.table import csv_bytes
from components.matrix.export import STATUS_SIGNS, consensus_table, matrix_table, matrix_xlsx
from components.matrix.payload import COLUMN_ORDER_WORDS, ROW_ORDER_WORDS
from components.matrix.side_by_side import comparison_table, lay_beside
from components.matrix.tables import source_lines
from components.matrix.view import MatrixView, shown_bands, shown_tasks
from model.choices.classes import with_classes
from model.dataset.reading import read_table
from tests.components.opening import address_of, component_data, opened, prepared, said
from tests.data.shipped import CSV, csv_rows

PAGE = "pages/vergelijking.py"
REGIONS = {row["region_code"]: row["name"] for row in csv_rows(CSV / "regions.csv")}
TASKS = {row["task_code"]: row["name"] for row in csv_rows(CSV / "tasks.csv")}
CELLS = {(row["region_code"], row["task_code"]): row for row in csv_rows(CSV / "scale_choices.csv")}
STATUS = {"intentie": "intentie", "gedeelde_afspraak": "gedeelde afspraak", "geen_opvatting": "nog geen opvatting"}
HOSTILE = "<script>alert(1)</script> [klik](http://x.example) ![](http://x.example/p.png) `a` **b** $c$ :red[d]"


def words(cell: dict[str, str]) -> str:
    """Leading levels in words, as the screen has them."""
    return cell["leading_levels"].replace(";", " en ") or "geen niveau genoemd"


def leading(code: str, task: str) -> set[str]:
    return set(filter(None, CELLS[code, task]["leading_levels"].split(";")))


def counts_by_hand(one: str, other: str) -> tuple[int, int, int]:
    """Equal choices, partly equal ones, and tasks for which both name a level."""
    both = [(leading(one, task), leading(other, task)) for task in TASKS if leading(one, task) and leading(other, task)]
    return sum(a == b for a, b in both), sum(a != b and bool(a & b) for a, b in both), len(both)


def likeness_by_hand(one: str, other: str) -> float:
    equal, partly, compared = counts_by_hand(one, other)
    return (equal + partly / 2) / compared


def words_by_hand(one: str, other: str) -> str:
    equal, partly, compared = counts_by_hand(one, other)
    deels = f", {partly} deels" if partly else ""
    return f"{100 * likeness_by_hand(one, other):.0f}%: {equal} van {compared} gelijk{deels}"


def matrix(**query: str) -> dict:
    (data,) = component_data(opened(PAGE, **query), "choice_matrix")
    return data


# The page and its links


def test_page_starts_from_north_to_south_and_keeps_the_address_clean() -> None:
    app = opened(PAGE)
    assert not app.exception
    assert address_of(app) == {}
    (data,) = component_data(app, "choice_matrix")
    assert data["mine"] is None
    assert {**data["start"], "revision": 0} == {
        "rows": "noord-zuid", "columns": "bron", "show": "taak", "task": None, "region": None, "revision": 0,
    }  # fmt: skip
    assert "Kies boven aan de pagina uw gemeente of regio" in said(app)
    assert component_data(app, "comparison")[0]["rows"] == []


def test_deep_link_restores_the_whole_view() -> None:
    asked = {"regio": "JZ31", "rijen": "groepen", "kolommen": "eens", "toon": "regio", "taak": "jggz", "bekijk": "JZ04",
             "naast": "JZ31,JZ24,JZ27,JZ01"}  # fmt: skip
    app = opened(PAGE, **asked)
    assert not app.warning
    assert address_of(app) == asked
    (data,) = component_data(app, "choice_matrix")
    start = data["start"]
    assert data["mine"] == "JZ31"
    assert [start[key] for key in ("rows", "columns", "show", "task", "region")] == [
        "groepen", "eens", "regio", "jggz", "JZ04",
    ]  # fmt: skip
    assert component_data(app, "comparison")[0]["chosen"] == ["JZ31", "JZ24", "JZ27", "JZ01"]


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ("rijen", "een volgorde van regio's"),
        ("kolommen", "een volgorde van taken"),
        ("toon", "een weergave"),
        ("taak", "een taak"),
        ("bekijk", "een regio"),
        ("naast", "een regio"),
    ],
)
@pytest.mark.parametrize("value", ["bestaat-niet", HOSTILE])
def test_unknown_part_of_the_view_is_said_and_the_rest_works(key: str, what: str, value: str) -> None:
    app = opened(PAGE, regio="JZ31", **{key: value})
    assert not app.exception
    (warning,) = [item.value for item in app.warning]
    assert warning.startswith(f"De link noemt {what} die niet bestaat: `")
    assert len(warning) < 200
    assert component_data(app, "choice_matrix")[0]["start"]["rows"] == "noord-zuid"


def test_a_comparison_by_link_keeps_what_exists_once_and_four_at_most() -> None:
    app = opened(PAGE, naast="JZ01,JZ99,JZ01,JZ02,JZ03,JZ04,JZ05")
    assert component_data(app, "comparison")[0]["chosen"] == ["JZ01", "JZ02", "JZ03", "JZ04"]
    assert ["JZ99" in app.warning[0].value, "meer dan 4" in app.warning[1].value] == [True, True]
    assert component_data(opened(PAGE, naast="JZ01"), "comparison")[0]["rows"] == []


def test_order_by_likeness_without_a_region_opens() -> None:
    app = opened(PAGE, rijen="gelijkenis")
    assert not app.exception
    assert not app.warning
    assert address_of(app) == {"rijen": "gelijkenis"}


# What the browser gets


def test_matrix_gets_every_choice_of_the_csv() -> None:
    data = matrix()
    assert len(data["cells"]) == 462
    pairs = [(region[0], task[0]) for region in data["regions"] for task in data["tasks"]]
    for pair, (class_index, status, text, remark, lines) in zip(pairs, data["cells"], strict=True):
        cell = CELLS[pair]
        assert data["classes"][class_index]["name"] == words(cell)
        assert data["statuses"][status]["code"] == cell["status"]
        assert text in ("", cell["level_text"])
        assert remark == cell["remark"]
        first, last = cell["line_from"], cell["line_to"]
        assert lines == (first if first == last else f"{first}-{last}")


def test_words_of_the_source_stand_only_where_they_say_more() -> None:
    said = [text for _, _, text, _, _ in matrix()["cells"]]
    assert said.count("Bovenregionaal (uitvoering: regionaal)") == 20
    assert not {"Regionaal", "Lokaal/subregionaal", "Lokaal + regionaal", "(boven) regionaal"} & set(said)


def test_matrix_gets_the_place_of_every_choice_in_the_document() -> None:
    data = matrix()
    place = dict(zip([region[1] for region in data["regions"]], data["places"], strict=True))
    assert place["Zuid-Holland Zuid"] == "Inventarisatie 2013, profiel 32 Zuid-Holland Zuid, tabel schaalkeuzes"
    assert all(text.endswith(", tabel schaalkeuzes") for text in place.values())
    row = dict(zip([task[1] for task in data["tasks"]], data["printed"], strict=True))
    assert row["Residentiële hulp (niet ggz of verstandelijke beperking)"] == "rij Residentieel (niet GGZ en LVB)"


@pytest.mark.parametrize("mine", ["JZ31", "JZ24", "JZ01"])
def test_matrix_gets_likeness_with_its_reason_in_the_order_of_the_points(mine: str) -> None:
    shown = matrix(regio=mine, rijen="gelijkenis")["alike"]
    assert dict(shown) == {code: words_by_hand(mine, code) for code in REGIONS if code != mine}
    by_hand = [(-likeness_by_hand(mine, code), -counts_by_hand(mine, code)[0], REGIONS[code]) for code, _ in shown]
    assert by_hand == sorted(by_hand), "most points, then most equal choices, then the alphabet"
    assert matrix()["alike"] is None


def test_matrix_gets_consensus_and_usual_counts_as_recomputed() -> None:
    data = matrix()
    columns = {task: [CELLS[code, task]["leading_levels"] for code in REGIONS] for task in TASKS}
    for (task, *_), shown in zip(data["tasks"], data["agreement"], strict=True):
        counts = Counter(filter(None, columns[task]))
        top, count = counts.most_common(1)[0]
        pairs = list(combinations(filter(None, columns[task]), 2))
        assert data["classes"][shown["class"]]["code"] == top.replace(";", "+")
        assert (shown["count"], shown["share"]) == (count, f"{100 * count / 42:.0f}%")
        assert shown["spread"] == f"{100 * sum(a != b for a, b in pairs) / len(pairs):.0f}%"
    for (code, *_), usual, agreed in zip(data["regions"], data["usual"], data["agreements"], strict=True):
        own = {task: CELLS[code, task]["leading_levels"] for task in TASKS}
        tops = {task: max(Counter(filter(None, column)).values()) for task, column in columns.items()}
        assert usual == sum(bool(own[task]) and columns[task].count(own[task]) == tops[task] for task in TASKS)
        assert agreed == sum(CELLS[code, task]["status"] == "gedeelde_afspraak" for task in TASKS)


def test_every_order_has_a_name_and_holds_all_regions_and_tasks() -> None:
    data = matrix()
    assert [order["code"] for order in data["rowOrders"]] == list(ROW_ORDER_WORDS)
    assert [order["code"] for order in data["columnOrders"]] == list(COLUMN_ORDER_WORDS)
    for order in data["rowOrders"]:
        placed = [region for band in order["bands"] for region in band["regions"]]
        assert sorted(placed) == ([] if order["code"] == "gelijkenis" else list(range(42)))
    for order in data["columnOrders"]:
        assert sorted(order["tasks"]) == list(range(11))
    assert "Groep 1: 22 regio's, vooral regionaal (67% van hun keuzes)" in json.dumps(data, ensure_ascii=False)


def test_data_of_the_matrix_is_the_same_for_every_visitor_but_for_the_view() -> None:
    one, other = matrix(regio="JZ31", rijen="groepen"), matrix(regio="JZ01", taak="vb")
    for data in (one, other):
        del data["mine"], data["start"], data["alike"]
    assert one == other


def test_most_alike_regions_are_named_with_number_and_reason_under_what_the_order_goes_by() -> None:
    text = said(opened(PAGE, regio="JZ31"))
    assert "Bij gelijke stand gaat de regio met de meeste gelijke keuzes voor, daarna het alfabet." in text
    order = sorted(
        (code for code in REGIONS if code != "JZ31"),
        key=lambda code: (-likeness_by_hand("JZ31", code), -counts_by_hand("JZ31", code)[0], REGIONS[code]),
    )
    for place, code in enumerate(order[:5], 1):
        assert f"{place}. {REGIONS[code]}: {words_by_hand('JZ31', code)}" in text
    assert f"Het minst lijkt {REGIONS[order[-1]]}: {words_by_hand('JZ31', order[-1])}." in text
    equal = [code for code in order[5:] if counts_by_hand("JZ31", code) == counts_by_hand("JZ31", order[4])]
    assert equal
    assert "Evenveel als de laatste lijken " in text
    assert all(REGIONS[code] in text.split("Evenveel als de laatste")[1].split(". ")[0] for code in equal)


# Side by side


def test_comparison_of_four_has_the_choices_of_the_csv() -> None:
    codes = ["JZ31", "JZ24", "JZ27", "JZ01"]
    data = component_data(opened(PAGE, naast=",".join(codes)), "comparison")[0]
    assert [row["task"] for row in data["rows"]] == list(TASKS.values())
    for task, row in zip(TASKS, data["rows"], strict=True):
        assert [cell["name"].lower() for cell in row["cells"]] == [words(CELLS[code, task]) for code in codes]
        assert [cell["status"] for cell in row["cells"]] == [CELLS[code, task]["status"] for code in codes]
        assert row["sentence"].endswith(".")
        silent = not all(leading(code, task) for code in codes)
        assert (row["relation"] == "onbekend") == silent, "as a pair with the one that names nothing"
    table = comparison_table(codes).set_index("Taak")["Gelijk of verschillend"]
    assert [table[row["task"]] for row in data["rows"]] == [row["relation"] for row in data["rows"]]
    values = {pair: likeness_by_hand(*pair) for pair in combinations(codes, 2)}
    most = max(values, key=values.__getitem__)
    assert (
        f"Het meest op elkaar lijken {REGIONS[most[0]]} en {REGIONS[most[1]]} ({words_by_hand(*most)})"
        in data["summary"]
    )


def test_my_region_stands_beside_the_one_most_like_it() -> None:
    chosen = component_data(opened(PAGE, regio="JZ31"), "comparison")[0]["chosen"]
    values = {code: likeness_by_hand("JZ31", code) for code in REGIONS if code != "JZ31"}
    assert chosen[0] == "JZ31"
    assert values[chosen[1]] == max(values.values())


def test_a_fifth_region_replaces_the_last(address: dict[str, str]) -> None:
    lay_beside("JZ05", None)
    assert address["naast"] == "JZ05"
    for code in ("JZ04", "JZ03", "JZ02", "JZ01", "JZ03"):
        lay_beside(code, None)
    assert address["naast"] == "JZ05,JZ04,JZ01,JZ03"


def test_comparison_as_a_table() -> None:
    table = comparison_table(("JZ24", "JZ27"))
    assert list(table.columns) == ["Taak", "Haaglanden", "Midden-Holland", "Gelijk of verschillend", "In één zin"]
    for task, row in zip(TASKS, table.itertuples(index=False), strict=True):
        assert row[1] == f"{words(CELLS['JZ24', task])} ({STATUS[CELLS['JZ24', task]['status']]})"


# As a table and as files


@pytest.mark.parametrize("order", ROW_ORDER_WORDS)
def test_my_region_stands_on_top_whatever_the_order(order: str) -> None:
    bands = shown_bands(MatrixView(rows=order), "JZ31")
    assert bands[0] == ("", ("JZ31",))
    codes = [code for _, band in bands for code in band]
    assert sorted(codes) == sorted(REGIONS)
    assert all(band for _, band in bands)


@pytest.mark.parametrize("order", ROW_ORDER_WORDS)
def test_browser_and_files_have_the_same_order(order: str) -> None:
    data = matrix(regio="JZ31")
    codes = [region[0] for region in data["regions"]]
    mine = codes.index("JZ31")
    if order == "gelijkenis":
        data = matrix(regio="JZ31", rijen=order)
        in_browser = [("", [codes.index(code) for code, _ in data["alike"]])]
    else:
        (found,) = [item for item in data["rowOrders"] if item["code"] == order]
        in_browser = [(band["heading"], band["regions"]) for band in found["bands"]]
    # A heading that counts or names my own region says that it stands elsewhere: "Groep 1: 22 regio's" lists 21.
    on_top = "; uw regio staat bovenaan"
    rest = [
        (heading + (on_top if heading and mine in regions else ""), tuple(codes[i] for i in regions if i != mine))
        for heading, regions in in_browser
    ]
    assert shown_bands(MatrixView(rows=order), "JZ31")[1:] == [band for band in rest if band[1]]


def test_table_on_the_page_has_every_choice() -> None:
    app = prepared(PAGE, regio="JZ31", kolommen="zwaarte")
    app.session_state["matrix_as_table"] = True
    app.run()
    assert not app.exception
    choices, consensus = component_data(app, "table")
    headings = [column["name"] for column in choices["columns"]]
    codes = {name: code for code, name in REGIONS.items()}
    task_codes = {name: code for code, name in TASKS.items()}
    assert len(choices["rows"]) == 42
    assert choices["rows"][0][0] == "Zuid-Holland Zuid"
    for row in choices["rows"]:
        shown = dict(zip(headings, row, strict=True))
        for name, task in task_codes.items():
            cell = CELLS[codes[shown["Regio"]], task]
            assert shown[name] == f"{words(cell)} ({STATUS[cell['status']]})"
    assert len(consensus["rows"]) == 11
    labels = [item.proto.label for item in app.get("download_button")]
    assert labels[:2] == ["Download CSV", "Download XLSX in kleur"]


def workbook(view: MatrixView, mine: str | None) -> openpyxl.Workbook:
    bands, tasks = shown_bands(view, mine), shown_tasks(view)
    choices = with_classes(read_table("scale_choices"))
    content = matrix_xlsx(bands, tasks, read_table("regions"), read_table("tasks"), choices, source_lines())
    return openpyxl.load_workbook(io.BytesIO(content))


def test_xlsx_looks_like_the_matrix_and_holds_the_same_values() -> None:
    view = MatrixView(rows="groepen", columns="eens")
    book = workbook(view, "JZ31")
    assert book.sheetnames == ["Matrix", "Legenda", "Bronnen"]
    sheet = book["Matrix"]
    assert sheet.freeze_panes == "B4"
    tasks = shown_tasks(view)
    assert [cell.value for cell in sheet[1]][1:-1] == [TASKS[code] for code in tasks]
    codes = {name: code for code, name in REGIONS.items()}
    lines = [row for row in sheet.iter_rows(min_row=4) if row[0].value in codes]
    order = [code for _, band in shown_bands(view, "JZ31") for code in band]
    assert [codes[row[0].value] for row in lines] == order
    for row in lines:
        for task, shown in zip(tasks, row[1:-1], strict=True):
            cell = CELLS[codes[row[0].value], task]
            sign, text = shown.value.split(" ", 1)
            assert text == words(cell)
            assert sign == STATUS_SIGNS[cell["status"]]
            colours = class_colours(cell["leading_levels"].replace(";", "+") or "geen_niveau")
            if len(colours) == 1:
                assert shown.fill.patternType == "solid"
                assert shown.fill.fgColor.rgb == f"FF{colours[0][1:].upper()}"
            else:
                assert shown.fill.patternType == ("darkUp" if colours else "gray0625")
            if cell["remark"]:
                assert cell["remark"] in shown.comment.text
    bands = [row[0].value for row in sheet.iter_rows(min_row=4) if row[0].value not in codes]
    assert bands == [heading for heading, _ in shown_bands(view, "JZ31") if heading]
    usual = {row[0].value: row[-1].value for row in lines}
    assert usual == {
        REGIONS[code]: count for (code, *_), count in zip(matrix()["regions"], matrix()["usual"], strict=True)
    }


def test_xlsx_tells_colours_signs_and_sources() -> None:
    book = workbook(MatrixView(), None)
    legend = [[cell.value for cell in row] for row in book["Legenda"].iter_rows()]
    for level, colour in LEVEL_COLOURS.items():
        (row,) = [row for row in book["Legenda"].iter_rows() if row[1].value == level.capitalize()]
        assert row[0].fill.fgColor.rgb == f"FF{colour[1:].upper()}"
    assert {sign for sign, _ in legend} >= set(STATUS_SIGNS.values())
    sources = " ".join(str(row[0].value) for row in book["Bronnen"].iter_rows())
    assert "Inventarisatie regionale samenwerking jeugdzorg" in sources
    assert ".txt" not in sources
    assert "Bewerking" in sources


def test_csv_of_the_matrix_reads_back() -> None:
    view = MatrixView(columns="zwaarte")
    choices = with_classes(read_table("scale_choices"))
    table = matrix_table(
        shown_bands(view, None), shown_tasks(view), read_table("regions"), read_table("tasks"), choices
    )
    lines = csv_bytes(table).decode("utf-8-sig").splitlines()
    assert len(lines) == 43
    assert lines[0].split(";")[1:-1] == [TASKS[code] for code in shown_tasks(view)]
    assert lines[1].startswith("Groningen;")


def test_consensus_as_a_table() -> None:
    choices = with_classes(read_table("scale_choices"))
    table = consensus_table(list(TASKS), read_table("tasks"), choices)
    row = dict(zip(table.columns, table.iloc[0], strict=True))
    assert row["Taak"] == "Organisatie eerste lijn"
    assert (row["Vaakst gekozen niveau"], row["Aantal regio's"], row["Aandeel in %"]) == ("lokaal", 37, 88)


def test_classes_have_letters_of_their_own() -> None:
    codes = {cell["leading_levels"].replace(";", "+") or "geen_niveau" for cell in CELLS.values()}
    assert len({class_letters(code) for code in codes}) == len(codes) == 9
