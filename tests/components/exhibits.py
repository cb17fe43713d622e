"""What every exhibit keeps to, whatever its page: texts as everywhere, and a drawing that is whole in itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from components.look.exhibit import BarsDrawing, Exhibit, GridDrawing, MapDrawing, TableDrawing
from components.look.exhibit_drawing import drawing_payload
from tests.components.dutch_rules import broken, english_in, too_long_in

REGION_COUNT, TASK_COUNT = 42, 11


def check(exhibit: Exhibit) -> None:
    """Raises AssertionError where the exhibit breaks a rule of all exhibits."""
    texts = [exhibit.title, exhibit.sentence, exhibit.source, exhibit.alt, *exhibit.words.values()]
    texts += [text for figure in exhibit.figures for text in (figure.value, figure.label)]
    faults = [fault for text in texts for rule in (broken, english_in, too_long_in) for fault in rule(text)]
    assert not faults, faults
    assert not [fault for text in drawn_texts(exhibit) for fault in broken(text)]
    assert exhibit.title
    assert not exhibit.title.endswith((".", ":")), "a title is a line, not a sentence"
    assert exhibit.sentence.endswith(".")
    assert exhibit.alt.endswith(".")
    assert not re.search(r"\bnan\b|None|[{}]", " ".join(texts)), texts
    assert 1 <= len(exhibit.figures) <= 3
    assert all(name.replace("_", "").isalpha() and name.islower() for name in exhibit.words)
    _check_drawing(exhibit)


def drawn_texts(exhibit: Exhibit) -> list[str]:
    """Texts that a hall reads in the drawing."""
    if exhibit.drawing is None or isinstance(exhibit.drawing, MapDrawing):
        return []
    return [*_texts_in(drawing_payload(exhibit.drawing, exhibit.alt))]


def _texts_in(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        yield from _texts_in(list(part.values()))
    elif isinstance(part, Sequence):
        for each in part:
            yield from _texts_in(each)


def _check_drawing(exhibit: Exhibit) -> None:
    drawing = exhibit.drawing
    match drawing:
        case MapDrawing():
            assert len(drawing.class_of_region) == REGION_COUNT
            assert set(drawing.class_of_region.values()) == set(range(len(drawing.classes))), "each class occurs"
        case GridDrawing():
            assert len(drawing.rows) == len(drawing.cells) == TASK_COUNT
            assert len(set(drawing.columns)) == REGION_COUNT
            assert {len(row) for row in drawing.cells} == {REGION_COUNT}
            assert {cell for row in drawing.cells for cell in row} == set(range(len(drawing.classes)))
            assert not drawing.bands or sum(count for _, count in drawing.bands) == REGION_COUNT
        case TableDrawing():
            assert {len(row) for row in drawing.rows} <= {len(drawing.columns)}
            assert len(drawing.rows) <= 12, "more rows cannot be read in a hall"
        case BarsDrawing():
            assert 1 <= len(drawing.bars) <= 12
        case _:
            raise AssertionError(f"nothing drawn: {drawing}")
