"""The note on a region: on two sheets for every region, tagged, and with the figures of the model."""

from __future__ import annotations

import re
from datetime import date

import numpy as np
import pypdfium2
import pytest
import zxingcpp

from components.frame import loading
from components.note.region import file_name, region_data, region_pdf
from components.note.sheet import WayBack, way_from
from model.choices.classes import NO_LEVEL, STATUS_WORDS, class_words
from model.choices.similarity import likeness, most_alike
from model.regions.profile import beside, neighbours_of, notes_of
from tests.components.note.pdf_structure import TaggedPdf

TODAY = date(2026, 3, 9)
SOME = ["JZ31", "JZ01", "JZ11", "JZ42"]
"""The one with most remarks, one of few, and two whose notes are long."""
REGIONS = [code if code in SOME else pytest.param(code, marks=pytest.mark.deep) for code in loading.region_names()]


def way(code: str) -> WayBack:
    return way_from("http://10.0.0.5/regio", "https://jeugd.voorbeeld.nl", "regio", {"regio": code})


def made(code: str) -> TaggedPdf:
    return TaggedPdf(region_pdf(code, way(code), TODAY))


@pytest.mark.parametrize("code", REGIONS)
def test_a_note_has_two_pages_and_every_text_of_it(code: str) -> None:
    note = made(code)
    count = len(note.texts)
    assert 1 <= count <= 2
    assert [re.findall(r"Pagina (\d+) van (\d+)", text) for text in note.texts] == [
        [(str(at + 1), str(count))] for at in range(count)
    ]
    texts = texts_of({key: value for key, value in region_data(code).items() if not key.startswith("map")})
    wanted = [text for text in texts if not re.fullmatch(r"#[0-9a-f]{6}", text)]
    assert len(wanted) > 60
    said = squeezed(note.text)
    assert [text for text in wanted if squeezed(text) not in said] == []


def texts_of(data: object) -> list[str]:
    if isinstance(data, str):
        return [data]
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list | tuple) else ()
    return [text for part in parts for text in texts_of(part)]


def squeezed(text: str) -> str:
    """A text without what a line end makes of it."""
    return re.sub(r"[\s\N{ZERO WIDTH SPACE}]+", "", text)


@pytest.mark.parametrize("code", SOME)
def test_a_note_is_tagged_as_pdf_ua_asks(code: str) -> None:
    note = made(code)
    assert note.faults() == []
    assert len(note.of_kind("Table")) >= 4
    assert [str(figure.entry["/Alt"]).split(" ")[0] for figure in note.of_kind("Figure")] == ["Kaartje", "QR-code"]


@pytest.mark.parametrize("code", REGIONS)
def test_choices_are_those_of_the_data(code: str) -> None:
    choices = loading.scale_choices()
    own = choices[choices["region_code"] == code].set_index("task_code")
    around = neighbours_of(loading.table("neighbours"), code)
    rows = region_data(code)["tasks"]
    for (task_code, name), row in zip(loading.task_names().items(), rows, strict=True):
        cell = own.loc[task_code]
        assert row["task"] == name
        assert row["status"] == STATUS_WORDS[cell["status"]]
        if cell["leading_class"] == NO_LEVEL:
            assert "onbekend" in row["choice"]
            assert row["same"] == row["neighbours"] == "onbekend"
            continue
        assert row["choice"].lower() == class_words(cell["leading_class"])
        same = choices[(choices["task_code"] == task_code) & (choices["leading_class"] == cell["leading_class"])]
        assert row["same"] == f"{len(same)} van 42"
        equal = int(same["region_code"].isin(around).sum())
        assert re.search(r"(\d+) gelijk", row["neighbours"] + ", 0 gelijk")[1] == str(equal)  # type: ignore[index]
        assert sum(map(int, re.findall(r"\d+", row["neighbours"]))) == len(around)


@pytest.mark.parametrize("code", REGIONS)
def test_neighbours_and_who_is_alike_are_those_of_the_model(code: str) -> None:
    names, data = loading.region_names(), region_data(code)
    around = neighbours_of(loading.table("neighbours"), code)
    assert [row[0] for row in data["neighbours"]] == [names[other] for other in around]
    compared = beside(loading.scale_choices(), code, around)
    for other, row in zip(around, data["neighbours"], strict=True):
        counts = compared.loc[compared["region_code"] == other, "relation"].value_counts()
        assert [int(cell) for cell in row[1:]] == [
            int(counts.get(kind, 0)) for kind in ("gelijk", "deels", "verschillend", "onbekend")
        ]
    by_name = likeness(loading.scale_choices()).ordered(sorted(names, key=names.__getitem__))
    expected = most_alike(by_name, code).head(5)
    assert [row[0] for row in data["alike"]] == [names[str(other)] for other in expected.index]
    assert [row[1].split(":")[0] for row in data["alike"]] == [f"{100 * share:.0f}%" for share in expected["share"]]


@pytest.mark.parametrize("code", REGIONS)
def test_what_nobody_answered_is_said_to_be_unknown(code: str) -> None:
    answers = loading.table("governance").query("region_code == @code")
    is_open = answers["code"].isin(["geen_antwoord", "niet_genoemd"]).any()
    unknown = " ".join(region_data(code)["unknown"])
    assert ("Geen antwoord" in unknown) == bool(is_open)
    assert ("noemt, het profiel" in unknown.replace(":", ",")) == bool(
        notes_of(loading.table("region_notes"), code, "regional_means").empty
    )


def test_the_code_on_the_paper_leads_back_to_the_view() -> None:
    pdf = pypdfium2.PdfDocument(region_pdf("JZ31", way("JZ31"), TODAY))
    picture = np.asarray(pdf[len(pdf) - 1].render(scale=2).to_pil().convert("L"))
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == ["https://jeugd.voorbeeld.nl/regio?regio=JZ31"]


def test_the_address_is_a_link_and_stands_there_in_words() -> None:
    note = made("JZ31")
    (annotation,) = [item.get_object() for page in note.reader.pages for item in page.get("/Annots", [])]
    assert annotation["/A"]["/URI"] == "https://jeugd.voorbeeld.nl/regio?regio=JZ31"
    assert "jeugd.voorbeeld.nl/regio?regio=JZ31" in note.text


def test_a_file_says_what_and_when() -> None:
    assert file_name("JZ31") == f"schaalwijzer-regio-notitie-zuid-holland-zuid-{date.today().isoformat()}"


def test_a_region_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        region_data("JZ99")
