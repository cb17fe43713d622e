"""Slides read back: numbers of the exhibit, words for who cannot see them, Dutch, and nothing that runs off a slide."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.slide import Slide
from pptx.util import Length, Pt

from components.frame import loading
from components.look.axis import Axis
from components.look.exhibit import (
    Bar,
    BarsDrawing,
    ClassFace,
    Drawing,
    Exhibit,
    Fall,
    GridDrawing,
    KeyFigure,
    MapDrawing,
    PathDrawing,
    TableDrawing,
    WaterfallDrawing,
)
from components.look.letter_widths import text_width
from components.slides.charts import BAND, BELOW_NOUGHT, COST, HIGH, LOW
from components.slides.deck import Opening, SlideContent, deck_file
from components.slides.number_formats import format_of
from tests.components.slides.reading import (
    FOREIGN,
    alt,
    cells,
    charts,
    opened,
    parts,
    runs_without_language,
    texts,
    values,
)

TODAY = date(2026, 3, 2)
LINK = "https://voorbeeld.nl/kaart?taak=pleegzorg&regio=JZ29"
FIGURES = (KeyFigure("€ 101,4 mln", "kosten in 2022"), KeyFigure("4 op 10", "kans op het doel"))
PATH = PathDrawing(
    (2019, 2020, 2021, 2022),
    (109.5, 106.25, 103.25, 101.4),
    (109.5, 113.2, 115.6, 118.2),
    (None, None, None, 100.0),
    (109.5, 104.1, 100.2, 97.9),
    (109.5, 108.3, 106.9, 105.6),
    target_name="het plafond",
    ceilings=(("plafond scenario 2", 95.7),),
)
WATERFALL = WaterfallDrawing(
    (
        Fall("Zonder maatregelen", 0, 118.2, True),
        Fall("Minder instroom", 118.2, 112.1),
        Fall("Overlap", 112.1, 112.4),
        Fall("Doorrekening", 0, 112.4, True),
    ),
    Axis.around([112.1, 118.2], 1, with_room=True),
)
BARS = BarsDrawing(
    "mln €",
    (Bar("Rijk", 1234.5, "€ 1.234,5 mln"), Bar("Provincie", 12, "€ 12,0 mln", True), Bar("Rest", math.nan, "onbekend")),
)
FACES = (
    ClassFace("lokaal", ("#fbe98c",)),
    ClassFace("lokaal en regionaal", ("#fbe98c", "#3c97b5")),
    ClassFace("geen niveau genoemd", ()),
)
REGIONS = tuple(f"Regio {at}" for at in range(42))
GRID = GridDrawing(("Pleegzorg", "Crisisopvang"), REGIONS, ((0, 1, 2) * 14, (2, 1, 0) * 14), FACES, 3)
TABLE = TableDrawing(("Taak", "Niveau"), (("Pleegzorg", "regionaal"), ("Crisisopvang", "onbekend")))
MAP = MapDrawing(FACES, {f"JZ{at:02d}": at % 3 for at in range(1, 43)}, "JZ29")
DRAWINGS: tuple[Drawing, ...] = (PATH, WATERFALL, BARS, GRID, TABLE, MAP)


def exhibit(drawing: Drawing | None, title: str = "Een bevinding", sentence: str = "Wat erachter zit.") -> Exhibit:
    return Exhibit(title, sentence, "Bron: inventarisatie.", "De tekening in woorden.", FIGURES, drawing)


def made(*exhibits: Exhibit, opening: Opening | None = None, note: str = "Vertel dit.") -> bytes:
    contents = [SlideContent(found, note, "Kaart", LINK) for found in exhibits]
    return deck_file("Wie koos wat?", contents, today=TODAY, opening=opening)


def slide_of(drawing: Drawing) -> Slide:
    slides: list[Slide] = list(opened(made(exhibit(drawing))).slides)
    assert len(slides) == 1
    return slides[0]


def test_file_is_wide_dutch_and_says_what_it_is_without_naming_anyone() -> None:
    deck = opened(made(exhibit(None)))
    assert deck.slide_width is not None
    assert deck.slide_height is not None
    assert deck.slide_width * 9 == deck.slide_height * 16
    properties = deck.core_properties
    assert (properties.title, properties.language) == ("Wie koos wat?", "nl-NL")
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert "2 maart 2026" in properties.comments


def test_nothing_is_left_of_a_foreign_template() -> None:
    file = made(*map(exhibit, DRAWINGS), opening=Opening("Titel", "Waarover", LINK))
    assert {name: found for name, text in parts(file).items() if (found := FOREIGN.findall(text))} == {}


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: type(drawing).__name__)
def test_slide_is_read_from_title_to_source(drawing: Drawing) -> None:
    slide = slide_of(drawing)
    assert slide.shapes.title is not None
    assert slide.shapes.title.text_frame.text == "Een bevinding"
    read = texts(slide)
    assert read[:2] == ["Een bevinding", "Wat erachter zit."]
    assert read[-1] == "Bron: inventarisatie.  Bekijk deze weergave"
    said = [" ".join(text.split()) for text in read]
    assert [text for text in said if text.startswith(("€ 101,4 mln", "4 op 10"))] == [
        "€ 101,4 mln kosten in 2022", "4 op 10 kans op het doel",
    ]  # fmt: skip
    assert [shape.name for shape in slide.placeholders] == ["Titel", "Toelichting", "Bron"]
    assert list(runs_without_language(slide)) == []


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: type(drawing).__name__)
def test_drawing_is_described(drawing: Drawing) -> None:
    described = [shape for shape in slide_of(drawing).shapes if alt(shape)]
    assert [alt(shape) for shape in described] == ["De tekening in woorden."]


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: type(drawing).__name__)
def test_nothing_runs_off_the_slide_or_over_the_source(drawing: Drawing) -> None:
    slide = slide_of(drawing)
    source = next(shape for shape in slide.placeholders if shape.name == "Bron")
    for shape in slide.shapes:
        assert shape.left >= 0
        assert shape.top >= 0
        assert shape.left + shape.width <= Pt(960)
        if shape.shape_id != source.shape_id:
            assert shape.top + shape.height <= source.top + Pt(1), shape.name


def test_notes_have_what_to_tell_the_source_and_the_link() -> None:
    (slide,) = opened(made(exhibit(None))).slides
    notes = slide.notes_slide.notes_text_frame
    assert notes is not None
    assert notes.text.split("\n\n")[:4] == ["Vertel dit.", "Bron: inventarisatie.", "Weergave: Kaart", LINK]
    assert "2 maart 2026" in notes.text


def test_source_leads_to_the_view() -> None:
    (slide,) = opened(made(exhibit(None))).slides
    source = next(shape for shape in slide.placeholders if shape.name == "Bron")
    runs = source.text_frame.paragraphs[0].runs
    assert [run.hyperlink.address for run in runs if run.hyperlink.address] == [LINK]


def test_no_placeholder_is_left_empty() -> None:
    deck = opened(made(exhibit(None, sentence=""), opening=Opening("Titel", "", "")))
    assert [shape.name for slide in deck.slides for shape in slide.placeholders if not shape.text_frame.text] == []


def test_lines_have_the_numbers_of_the_path() -> None:
    (shape,) = charts(slide_of(PATH))
    found = values(shape)
    assert found[COST] == list(PATH.cost_mln_eur)
    assert found["het plafond"] == [None, None, None, 100.0]
    assert found["plafond scenario 2"] == [95.7] * len(PATH.years)
    assert found[LOW] == list(PATH.p10_mln_eur)
    assert found[HIGH] == list(PATH.p90_mln_eur)
    assert found[BAND] == pytest.approx(
        [high - low for low, high in zip(PATH.p10_mln_eur, PATH.p90_mln_eur, strict=True)]
    )
    assert list(shape.chart.plots[0].categories) == ["2019", "2020", "2021", "2022"]  # type: ignore[attr-defined]


def test_path_without_band_or_target_has_only_its_lines() -> None:
    plain = PathDrawing((2019, 2020), (10.0, 11.0), (10.0, 12.0), (None, None))
    (shape,) = charts(slide_of(plain))
    assert set(values(shape)) == {COST, "zonder maatregelen"}


def test_columns_have_the_numbers_of_the_waterfall() -> None:
    (shape,) = charts(slide_of(WATERFALL))
    found = values(shape)
    assert found["totaal"] == [118.2, None, None, 112.4]
    assert found["lagere kosten"] == [None, pytest.approx(6.1), None, None]
    assert found["hogere kosten"] == [None, None, pytest.approx(0.3), None]
    assert found["onder de stap"] == [None, 112.1, 112.1, None]


def test_columns_of_a_waterfall_go_through_nought() -> None:
    steps = (
        Fall("Zonder maatregelen", 0, 8.0, True),
        Fall("Minder instroom", 8.0, 2.0),
        Fall("Goedkopere zorg", 2.0, -3.0),
        Fall("Minder duur", -3.0, -4.0),
        Fall("Overlap", -4.0, -3.5),
        Fall("Doorrekening", 0, -3.5, True),
    )
    drawing = WaterfallDrawing(steps, Axis.around([8.0, -4.0], 1, with_room=True))
    (shape,) = charts(slide_of(drawing))
    found = values(shape)
    assert found["totaal"] == [8.0, None, None, None, None, -3.5]
    assert found["onder de stap"] == [None, 2.0, None, -3.0, -3.5, None]
    assert found["lagere kosten"] == [None, 6.0, 2.0, -1.0, None, None]
    assert found["hogere kosten"] == [None, None, None, None, -0.5, None]
    assert found[BELOW_NOUGHT] == [None, None, -3.0, None, None, None]
    assert [drawing.ends(steps[0]), drawing.ends(steps[-1])] == [(0.0, 8.0), (-3.5, 0.0)]


def test_bars_have_their_numbers_and_what_is_unknown_is_a_gap_that_says_so() -> None:
    (shape,) = charts(slide_of(BARS))
    assert values(shape) == {"mln €": [1234.5, 12.0, None]}
    assert list(shape.chart.plots[0].categories) == ["Rijk", "Provincie", "Rest: onbekend"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("bars", "code"),
    [
        ([(12.0, "12 taken"), (-1234.0, "−1.234 taken")], '[$-413]#,##0"\u00a0taken";[$-413]\\−#,##0"\u00a0taken"'),
        ([(2.5, "2,5%"), (10.0, "10,0%")], '[$-413]#,##0.0"%";[$-413]\\−#,##0.0"%"'),
        ([(2.0, "2 van 42: lokaal"), (3.0, "3 van 42: lokaal")], None),
        ([(1.0, "1 regio"), (2.0, "2 regio's")], None),
    ],
)
def test_numbers_are_shown_as_they_are_read(bars: list[tuple[float, str]], code: str | None) -> None:
    assert format_of(bars) == code


def test_cells_of_a_grid_have_letters_that_the_key_explains() -> None:
    slide = slide_of(GRID)
    (shape,) = (shape for shape in slide.shapes if shape.has_table)
    found = cells(shape)
    assert found[1] == ["Pleegzorg", *["L", "L+R", "?"] * 14]
    assert found[2] == ["Crisisopvang", *["?", "L+R", "L"] * 14]
    key = next(text for text in texts(slide) if text.startswith("L\u00a0="))
    assert key.replace("\u00a0", " ") == "L = lokaal   L+R = lokaal en regionaal   ? = geen niveau genoemd"


def test_grid_of_all_regions_has_their_names_whole_and_the_status_of_each_choice() -> None:
    statuses = ("gedeelde_afspraak", "intentie", "geen_opvatting") * 14
    names = tuple(loading.region_names().values())
    drawing = GridDrawing(("Pleegzorg",) * 11, names, ((0, 1, 2) * 14,) * 11, FACES, status=(statuses,) * 11)
    slide = slide_of(drawing)
    (shape,) = (shape for shape in slide.shapes if shape.has_table)
    found = cells(shape)
    assert found[0][1:] == list(names)
    assert found[1] == ["Pleegzorg", *["●L", "L+R", "×?"] * 14]
    key = next(text for text in texts(slide) if text.startswith("L\u00a0=")).replace("\u00a0", " ")
    assert "● = gedeelde afspraak: 154   zonder teken = intentie: 154   × = nog geen opvatting: 154" in key
    for row in list(shape.table.rows)[1:]:
        for column, cell in list(zip(shape.table.columns, row.cells, strict=True))[1:]:
            (run,) = cell.text_frame.paragraphs[0].runs
            taken = text_width(run.text, run.font.size.pt, bold=True)
            room = Length(column.width - cell.margin_left - cell.margin_right).pt
            assert taken < 0.95 * room, f"an office breaks {run.text}, and the rows grow over the key"


def test_table_takes_the_whole_width_where_that_lets_all_of_it_be_read() -> None:
    rows = tuple((f"Taak {at}", "subregionaal; regionaal (alleen soms); bovenregionaal" * 2) for at in range(12))
    (shape,) = (shape for shape in slide_of(TableDrawing(("Taak", "Niveau"), rows)).shapes if shape.has_table)
    assert shape.width.pt == pytest.approx(880, abs=1)
    assert len(cells(shape)) == 13
    (small,) = (shape for shape in slide_of(TABLE).shapes if shape.has_table)
    assert small.width.pt < 700, "beside the key figures, where it has room enough"


def test_narrow_grid_has_its_classes_in_words() -> None:
    narrow = GridDrawing(("Pleegzorg",), ("Nu", "Straks"), ((0, 1),), FACES)
    (shape,) = (shape for shape in slide_of(narrow).shapes if shape.has_table)
    assert cells(shape) == [["", "Nu", "Straks"], ["Pleegzorg", "lokaal", "lokaal en regionaal"]]


def test_table_stands_as_it_is_read() -> None:
    (shape,) = (shape for shape in slide_of(TABLE).shapes if shape.has_table)
    assert cells(shape) == [["Taak", "Niveau"], ["Pleegzorg", "regionaal"], ["Crisisopvang", "onbekend"]]


def test_table_that_is_too_long_says_how_many_rows_are_left() -> None:
    long = TableDrawing(("Nr.", "Wat"), tuple((str(at), "Een regel met woorden erin") for at in range(60)))
    (shape,) = (shape for shape in slide_of(long).shapes if shape.has_table)
    found = cells(shape)
    kept = len(found) - 2
    assert 5 < kept < 60
    assert found[-1][0] == f"En nog {60 - kept} rijen; zie de weergave."


@pytest.mark.parametrize("code", loading.region_names())
def test_map_of_every_region_is_a_sharp_picture(code: str) -> None:
    slide = slide_of(MapDrawing(FACES, MAP.class_of_region, code))
    (picture,) = (shape for shape in slide.shapes if hasattr(shape, "image"))
    assert picture.image.size[0] >= 2 * picture.width.pt * 96 / 72


HOSTILE = st.text(max_size=300) | st.sampled_from(
    ["]]>", "<a:t>", "{regel}", "\x00\x0b", "\u202e", "a" * 400, "\ud83d"]
)


@settings(max_examples=25)
@given(HOSTILE, HOSTILE, st.sampled_from([drawing for drawing in DRAWINGS if not isinstance(drawing, MapDrawing)]))
def test_no_text_breaks_the_file(title: str, other: str, drawing: Drawing) -> None:
    hostile = Exhibit(title, other, other, title, (KeyFigure(other, title),), drawing)
    file = made(hostile, note=other, opening=Opening(title, other, ""))
    assert len(opened(file).slides) == 2


def test_own_words_never_become_markup() -> None:
    words = "<b>x</b> & {aantal} ]]> ${7*7}"
    odd = TableDrawing((words, "a"), ((words, "b"),))
    file = made(exhibit(odd, title=words, sentence=words), note=words)
    (slide,) = opened(file).slides
    assert texts(slide)[:2] == [words, words]
    (shape,) = (shape for shape in slide.shapes if shape.has_table)
    assert cells(shape) == [[words, "a"], [words, "b"]]
