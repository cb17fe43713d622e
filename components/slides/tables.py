"""Tables on a slide: a small one as it is read, and a grid of classes with letters on their colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from components.look.cell_face import STATUS_SIGNS, ink_on
from components.look.exhibit import ClassFace, GridDrawing, TableDrawing
from components.look.letter_widths import LINE_HEIGHT, in_lines, shortened, size_that_fits, text_width
from components.look.words import NO_BREAK
from components.slides.template import FONT, LANGUAGE, Place
from components.slides.texts import INK, box, line_break_free, write
from model.choices.classes import STATUS_WORDS

MOST_WORD_COLUMNS = 6
"""Columns of a grid in whose cells there is room for words."""
_HEAD, _ROWS, _EDGE, _MARKED = "#dfe6ec", ("#f6f8fa", "#ffffff"), "#aab3bd", "#c2410c"
_PADDING = 6
_LONGEST_LEFT_OUT = (0, 1, 2)
"""How many of the longest texts of a column may not count for its width."""
_SIZES = (16, 15, 14, 13, 12, 11, 10)
_KEY_HEIGHT = 46
_UNMARKED = "intentie"
"""Status of most choices: where cells are narrow it has no sign, so that the letters have the room."""
_MARK_SHARE = 0.9
"""Share of a narrow cell that its letters take: an office breaks what just fits."""
_HEAD_SIZES, _MOST_HEAD = (11.0, 7.0), 0.52
"""Letters of headings that are read from below, and the share of the height that these may take."""


@dataclass(frozen=True)
class _Cell:
    """A cell: its text of a size in points, and its look; more colours are stripes, none is dots."""

    text: str
    size: float
    is_bold: bool = False
    colour: str = INK
    fill: Sequence[str] = ("#ffffff",)
    is_centred: bool = False
    is_turned: bool = False


def add_table(slide: Any, drawing: TableDrawing, place: Place) -> Any:
    """The table at the largest letters at which all of it fits; what does not fit even at the smallest is counted."""
    texts = _texts(drawing)
    fitting = table_letters(drawing, place)
    size = fitting or _SIZES[-1]
    widths = _column_widths(texts, place.width, size)
    heights = _heights(texts, widths, size)
    if not fitting:
        texts = _cut(texts, heights, place.height - size * LINE_HEIGHT - _PADDING)
        heights = _heights(texts, widths, size)
    cells = [
        [
            _Cell(text, size, is_bold=at == 0 or column == 0, fill=(_HEAD if at == 0 else _ROWS[at % 2],))
            for column, text in enumerate(row)
        ]
        for at, row in enumerate(texts)
    ]
    return _add(slide, cells, place, widths, heights)


def table_letters(drawing: TableDrawing, place: Place) -> float:
    """Largest letters in points at which the whole table fits its place; 0 where none of those do that can be read."""
    texts = _texts(drawing)
    return next(
        (
            size
            for size in _SIZES
            if sum(_heights(texts, _column_widths(texts, place.width, size), size)) <= place.height
        ),
        0,
    )


def _texts(drawing: TableDrawing) -> list[list[str]]:
    return [line_break_free(drawing.columns), *[line_break_free(row) for row in drawing.rows]]


def _cut(cells: list[list[str]], heights: list[float], room: float) -> list[list[str]]:
    """As many rows as there is room for, and a last one that says how many more there are."""
    used, kept = 0.0, 0
    for height in heights:
        used += height
        if used > room:
            break
        kept += 1
    left = len(cells) - max(kept, 2)
    more = "En nog 1 rij; zie de weergave." if left == 1 else f"En nog {left} rijen; zie de weergave."
    return [*cells[: max(kept, 2)], [more, *[""] * (len(cells[0]) - 1)]]


def _column_widths(cells: Sequence[Sequence[str]], width: float, size: float) -> list[float]:
    """Widths of columns at letters of `size` with which the table is least high."""
    tried = (_widths_by_content(cells, width, size, left_out) for left_out in _LONGEST_LEFT_OUT)
    return min(tried, key=lambda widths: sum(_heights(cells, widths, size)))


def _widths_by_content(cells: Sequence[Sequence[str]], width: float, size: float, left_out: int) -> list[float]:
    """Room for the longest word of each column, the rest by its longest text but so many `left_out`."""
    words, texts = [], []
    for column in range(len(cells[0])):
        found = [row[column] for row in cells]
        word = max(text_width(part, size, bold=True) for text in found for part in text.split(" "))
        longest = sorted(text_width(text, size, bold=True) for text in found)[-1 - min(left_out, len(found) - 1)]
        words.append(word + 2 * _PADDING + 1)
        texts.append(max(0.0, min(longest - word, 0.6 * longest if not left_out else longest)))
    left = width - sum(words)
    if left < 0:
        return [word * width / sum(words) for word in words]
    total = sum(texts)
    return [word + left * (text / total if total else 1 / len(texts)) for word, text in zip(words, texts, strict=True)]


def _heights(cells: Sequence[Sequence[str]], widths: Sequence[float], size: float) -> list[float]:
    """Heights of the rows at letters of `size`."""
    return [
        max(
            len(in_lines(text, size, width - 2 * _PADDING, bold=at == 0 or column == 0)) * size * LINE_HEIGHT
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        + _PADDING
        for at, row in enumerate(cells)
    ]


def add_grid(slide: Any, drawing: GridDrawing, place: Place) -> Any:
    """Cells in the colours of their classes, with the class in words, or in letters that the key below explains."""
    in_words, marks = len(drawing.columns) <= MOST_WORD_COLUMNS, class_marks(drawing.classes)
    room = place._replace(height=place.height - _KEY_HEIGHT)
    rows, columns = line_break_free(drawing.rows), line_break_free(drawing.columns)
    row_letters = 12 if in_words else 10
    first = min(max(text_width(name, row_letters, bold=True) for name in rows) + 2 * _PADDING + 1, room.width * 0.3)
    width = (room.width - first) / len(columns)
    longest = max(text_width(name, 1, bold=True) for name in columns)
    largest, smallest = _HEAD_SIZES
    fitting = min(largest, width / LINE_HEIGHT - 1, (room.height * _MOST_HEAD - 8) / longest)
    head_size = 12.0 if in_words else max(smallest, fitting)
    head = 34.0 if in_words else min(longest * head_size + 8, room.height * _MOST_HEAD)
    height = min((room.height - head) / len(rows), 30.0)
    row_room = (first - 2 * _PADDING, height)
    row_size = min(size_that_fits(name, row_room, (row_letters, 7), bold=True) for name in rows)
    word_size = min(size_that_fits(face.words, (width - 6, height), (14, 7)) for face in drawing.classes)
    cells = [[_Cell("", 7), *_headings(columns, drawing.marked, head_size, (head, width), turned=not in_words)]]
    for row, (name, found) in enumerate(zip(rows, drawing.cells, strict=True)):
        cells.append([_Cell(shortened(name, row_size, row_room, bold=True), row_size, is_bold=True)])
        for column, index in enumerate(found):
            face = drawing.classes[index]
            status = drawing.status[row][column] if drawing.status else _UNMARKED
            text = face.words if in_words else marks[index]
            text = text if status == _UNMARKED else f"{STATUS_SIGNS[status]}{' ' if in_words else ''}{text}"
            size = word_size if in_words else _mark_size(text, (width, height))
            ink = ink_on(face.colours[-1:])
            cells[-1].append(_Cell(text, size, not in_words, ink, face.colours, is_centred=True))
    widths, heights = [first, *[width] * len(columns)], [head, *[height] * len(rows)]
    frame = _add(slide, cells, room, widths, heights, is_tight=True)
    below = place._replace(top=place.top + sum(heights) + 8, height=_KEY_HEIGHT - 8)
    key = [] if in_words else [f"{mark} = {face.words}" for mark, face in zip(marks, drawing.classes, strict=True)]
    _add_key(slide, [*key, *_status_key(drawing)], below)
    return frame


def _mark_size(text: str, room: tuple[float, float]) -> float:
    """Points of the letters on one line of a cell of `room` (width, height, points): two would make the row higher."""
    return min(12.0, room[1] / LINE_HEIGHT - 1, _MARK_SHARE * (room[0] - 2) / text_width(text, 1, bold=True))


def _status_key(drawing: GridDrawing) -> list[str]:
    """What the signs in the cells say, with how often each stands there."""
    counts = Counter(status for row in drawing.status for status in row)
    return [
        f"{f'{sign} =' if status != _UNMARKED else 'zonder teken ='} {STATUS_WORDS[status]}: {counts[status]}"
        for status, sign in STATUS_SIGNS.items()
        if counts[status]
    ]


def _headings(
    names: Sequence[str], marked: int | None, size: float, room: tuple[float, float], *, turned: bool
) -> list[_Cell]:
    """Heads of columns, `turned` where they are read from below; `room` is the height and width of one."""
    length, across = (room[0] - 6, room[1]) if turned else (room[1] - 2 * _PADDING, room[0])
    return [
        _Cell(
            shortened(name, size, (length, across), bold=True),
            size,
            is_bold=at == marked or not turned,
            colour=_MARKED if at == marked else INK,
            is_turned=turned,
        )
        for at, name in enumerate(names)
    ]


def class_marks(classes: Sequence[ClassFace]) -> list[str]:
    """Letters of the classes, no two the same: the first of each level; a number where that fails.

    >>> class_marks([ClassFace("lokaal", ("#fff",)), ClassFace("lokaal en regionaal", ("#fff", "#000"))])
    ['L', 'L+R']
    """
    marks = [
        "+".join(word[0].upper() for word in face.words.split(" en ")) if face.colours else "?" for face in classes
    ]
    return marks if len(set(marks)) == len(marks) else [str(at + 1) for at in range(len(classes))]


def _add_key(slide: Any, entries: Sequence[str], place: Place) -> None:
    """Key below a grid: what its letters and signs say."""
    if entries:
        words = [entry.replace(" ", NO_BREAK) for entry in entries]
        write(box(slide, place, "Legenda"), "   ".join(words), (12, 7))


def _add(
    slide: Any,
    cells: Sequence[Sequence[_Cell]],
    place: Place,
    widths: Sequence[float],
    heights: Sequence[float],
    *,
    is_tight: bool = False,
) -> Any:
    """A table of these cells. Its parts are written as one text: cell by cell, a large one takes over a second."""
    frame = slide.shapes.add_table(1, 1, *(Pt(each) for each in (*place[:2], sum(widths), sum(heights))))
    columns = "".join(f'<a:gridCol w="{Pt(width)}"/>' for width in widths)
    rows = "".join(
        f'<a:tr h="{Pt(height)}">{"".join(_cell_xml(cell, is_tight=is_tight) for cell in row)}</a:tr>'
        for row, height in zip(cells, heights, strict=True)
    )
    table = parse_xml(
        f'<a:tbl {nsdecls("a")}><a:tblPr firstRow="1" firstCol="1"/><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>'
    )
    old = frame._element.graphic.graphicData.tbl
    old.getparent().replace(old, table)
    return frame


def _cell_xml(cell: _Cell, *, is_tight: bool) -> str:
    across, down = (Pt(1), 0) if is_tight and (cell.is_centred or cell.is_turned) else (Pt(_PADDING), Pt(_PADDING / 2))
    bold, turned = ' b="1"' if cell.is_bold else "", ' vert="vert270"' if cell.is_turned else ""
    run = (
        f'<a:r><a:rPr lang="{LANGUAGE}" sz="{cell.size * 100:.0f}"{bold}><a:solidFill><a:srgbClr '
        f'val="{cell.colour[1:]}"/></a:solidFill><a:latin typeface="{FONT}"/></a:rPr><a:t>{escape(cell.text)}</a:t>'
        "</a:r>"
    )
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{"ctr" if cell.is_centred else "l"}"/>'
        f'{run if cell.text else f"""<a:endParaRPr lang="{LANGUAGE}" sz="{cell.size * 100:.0f}"/>"""}</a:p></a:txBody>'
        f'<a:tcPr marL="{across}" marR="{across}" marT="{0 if is_tight else down}" marB="{0 if is_tight else down}" '
        f'anchor="{"ctr" if is_tight else "t"}"{turned}>{_EDGES}{_fill_xml(cell.fill)}</a:tcPr></a:tc>'
    )


_EDGES = "".join(
    f'<a:{side} w="6350"><a:solidFill><a:srgbClr val="{_EDGE[1:]}"/></a:solidFill></a:{side}>'
    for side in ("lnL", "lnR", "lnT", "lnB")
)


def _fill_xml(colours: Sequence[str]) -> str:
    """Colour of a cell: more colours are stripes, none is dots."""
    if len(colours) == 1:
        return f'<a:solidFill><a:srgbClr val="{colours[0][1:]}"/></a:solidFill>'
    # The last colour covers most of a striped cell: letters are read on that one.
    preset, front, ground = ("wdDnDiag", colours[0], colours[-1]) if colours else ("dotDmnd", "#5f6470", "#ffffff")
    return (
        f'<a:pattFill prst="{preset}"><a:fgClr><a:srgbClr val="{front[1:]}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{ground[1:]}"/></a:bgClr></a:pattFill>'
    )
