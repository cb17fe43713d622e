"""What is typeset: only our fonts, only our templates, and texts of others that can do nothing."""

from __future__ import annotations

import io
import struct
from datetime import date
from pathlib import Path

import pypdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from components.look import typeset
from components.look.typeset import FAMILY, MOST_CHARACTERS, PRINT_FONTS, TypesetError, pdf_of, png_of, printable
from scripts.make_fonts import PRINT_WEIGHTS, frontend_font, print_font, ranges
from tests.server.test_fonts import TEXTS, is_text

TODAY = date(2026, 3, 9)
TEMPLATE = """#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: sys.inputs.family, lang: "nl", region: "nl")
= #data.title
#data.body
"""
PIECES_OF_CODE = [
    '#eval("1+1")',
    "] #panic() [",
    "$x^2$",
    "\\",
    "*vet* _schuin_",
    "`code` // /* */",
    "@naam <naam>",
    '"}',
]
RED_BOX = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20" fill="#f00"/>'
    f'<text x="1" y="9" font-family="{FAMILY}" font-size="8">Één</text></svg>'
)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "note.typ"
    path.write_text(TEMPLATE, encoding="utf8")
    return path


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def font(style: str) -> TTFont:
    return TTFont(PRINT_FONTS / f"SchaalwijzerSans-{style}.ttf")


@pytest.mark.parametrize("typed", PIECES_OF_CODE)
def test_code_that_someone_typed_stands_there_as_text(template: Path, typed: str) -> None:
    assert typed in text_of(pdf_of(template, {"title": "Notitie", "body": typed}, TODAY))


@given(st.text(st.characters(exclude_categories=[]), max_size=300))
def test_any_text_can_be_printed(tmp_path_factory: pytest.TempPathFactory, typed: str) -> None:
    path = tmp_path_factory.mktemp("any") / "note.typ"
    path.write_text(TEMPLATE, encoding="utf8")
    assert pdf_of(path, {"title": "Notitie", "body": typed}, TODAY).startswith(b"%PDF-1.7")


def test_a_sign_without_a_letter_of_ours_is_seen_to_be_missing(template: Path) -> None:
    said = text_of(pdf_of(template, {"title": "Notitie", "body": "Zoë \N{GRINNING FACE} שלום"}, TODAY))
    assert "Zoë □ □□□□" in said


def test_signs_that_turn_the_direction_or_cannot_be_seen_are_left_out() -> None:
    assert printable("a\u202eb\u200fc\u0007d\ufeff") == "abcd"
    assert printable(" een\n\n twee\tdrie ") == "een twee drie"
    assert printable("\ud800") == "□"


def test_a_long_text_ends_in_an_ellipsis_and_a_long_word_can_be_broken() -> None:
    long = printable("woord " * 2_000)
    assert len(long) <= MOST_CHARACTERS
    assert long.endswith("woord…")
    assert "\N{ZERO WIDTH SPACE}" in printable("y" * 100)
    assert printable("gemeenschappelijke regeling") == "gemeenschappelijke regeling"


def test_a_word_of_ten_thousand_letters_stays_on_the_paper(template: Path) -> None:
    pdf = pypdf.PdfReader(io.BytesIO(pdf_of(template, {"title": "Notitie", "body": "y" * 10_000}, TODAY)))
    assert len(pdf.pages) == 1
    assert max(line.count("y") for line in pdf.pages[0].extract_text().splitlines()) < 100


def test_more_data_than_a_document_holds_are_refused(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "MOST_DATA", 100)
    with pytest.raises(TypesetError, match="characters of data"):
        pdf_of(template, {"title": "Notitie", "body": "y" * 90}, TODAY)


def test_the_same_data_and_day_give_the_same_file(template: Path) -> None:
    data = {"title": "Notitie", "body": "Tekst"}
    assert pdf_of(template, data, TODAY) == pdf_of(template, data, TODAY)
    assert pdf_of(template, data, TODAY) != pdf_of(template, data, date(2026, 3, 10))


@pytest.mark.parametrize(
    "source",
    [
        '#read("/etc/hostname")',
        '#read("../secret.txt")',
        '#import "@preview/cetz:0.3.0"',
        '#image("https://a.nl/b.png")',
    ],
)
def test_a_template_reads_nothing_outside_its_folder(tmp_path: Path, source: str) -> None:
    (tmp_path / "secret.txt").write_text("geheim", encoding="utf8")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "note.typ").write_text(f'#set document(title: "x")\n{source}', encoding="utf8")
    with pytest.raises(TypesetError):
        pdf_of(folder / "note.typ", {}, TODAY)


def test_a_drawing_becomes_a_picture_of_the_width_that_is_asked_for() -> None:
    picture = png_of(RED_BOX, 600)
    assert struct.unpack(">II", picture[16:24]) == (600, 400)
    assert picture != png_of(RED_BOX.replace("Één", "Twee"), 600)


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(TypesetError):
        png_of("<p>geen tekening</p>", 100)


@pytest.mark.parametrize("style", PRINT_WEIGHTS)
def test_the_fonts_for_paper_have_their_licence_and_a_name_of_their_own(style: str) -> None:
    names = {item.nameID: str(item) for item in font(style)["name"].names}
    assert names[1] == FAMILY
    assert "Source" not in names[4]
    assert "SIL Open Font License" in names[13]
    assert "Reserved Font Name 'Source'" in (PRINT_FONTS / "OFL.txt").read_text(encoding="utf8")
    assert font(style)["OS/2"].fsType == 0, "may be embedded"


@pytest.mark.parametrize("style", PRINT_WEIGHTS)
def test_the_fonts_for_paper_can_be_made_again(style: str, tmp_path: Path) -> None:
    print_font(style).save(tmp_path / "again.ttf")
    again = TTFont(tmp_path / "again.ttf")
    assert again.getGlyphOrder() == font(style).getGlyphOrder()
    assert again.getBestCmap() == font(style).getBestCmap()
    assert {code for first, last in ranges(again) for code in range(first, last + 1)} == set(typeset._signs())


@pytest.mark.parametrize("style", PRINT_WEIGHTS)
def test_every_sign_in_our_texts_that_the_font_had_can_be_printed(style: str) -> None:
    had, kept = set(frontend_font("SourceSansVF-Upright").getBestCmap()), set(font(style).getBestCmap())
    written = {ord(sign) for path in TEXTS if is_text(path) for sign in path.read_text("utf8")}
    assert [chr(code) for code in sorted(written & had - kept)] == []
