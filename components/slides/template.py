"""The empty deck: 16:9, one master with two layouts, all in Dutch and made here, so that nothing of a foreign template
is left in it.

Letters are Arial: every office has it, and what opens the file elsewhere has letters of exactly the same width, so that
texts measured here (look/letter_widths.py) fit there.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from components.look.about_file import PRODUCT
from components.look.palette import BAR, LEVEL_COLOURS, TEXT

FONT, LANGUAGE = "Arial", "nl-NL"
WIDTH, HEIGHT = 960, 540
"""Of a slide in points: 16:9, the size that PowerPoint itself takes."""
MARGIN = 40
SENTENCE, SOURCE = 10, 11
"""Numbers of the placeholders for the sentence and the source, beside the title."""

_SHADES = {
    "dk1": TEXT.light, "lt1": "#ffffff", "dk2": "#33475b", "lt2": "#eef2f5", "accent1": BAR, "accent2": "#c2410c",
    "accent3": LEVEL_COLOURS["bovenregionaal"], "accent4": "#2f9e77", "accent5": "#7a4fa3", "accent6": "#767b87",
    "hlink": "#1a5f7a", "folHlink": "#5b4a8a",
}  # fmt: skip
"""Colours of the theme by their place in it."""


class Place(NamedTuple):
    """A rectangle on a slide, in points."""

    left: float
    top: float
    width: float
    height: float


class _Holder(NamedTuple):
    """A placeholder of a layout: its kind and number, its name, what it says while it is empty, place and size."""

    kind: str
    number: int | None
    name: str
    prompt: str
    place: Place
    size: float
    is_bold: bool = False
    anchor: str = "t"


_TITLE = _Holder("title", None, "Titel", "Titel", Place(MARGIN, 26, WIDTH - 2 * MARGIN, 72), 28, True, "b")
_WIDE = WIDTH - 2 * MARGIN
_VIEW = (
    _TITLE,
    _Holder("body", SENTENCE, "Toelichting", "Toelichting", Place(MARGIN, 104, _WIDE, 46), 18),
    _Holder("body", SOURCE, "Bron", "Bron", Place(MARGIN, 500, _WIDE - 60, 28), 11, False, "b"),
)
_OPENING = (
    _TITLE._replace(place=Place(MARGIN, 150, _WIDE, 110), size=40),
    _Holder("body", SENTENCE, "Toelichting", "Toelichting", Place(MARGIN, 272, _WIDE, 110), 20),
    _Holder("body", SOURCE, "Bron", "Bron", Place(MARGIN, 480, _WIDE, 40), 14, False, "b"),
)
VIEW, OPENING = "Weergave", "Titelblad"
"""Names of the layouts."""

_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{PRODUCT}</Application></Properties>"
)


def empty_deck() -> Deck:
    """A presentation without slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for layout in list(deck.slide_layouts)[2:]:
        deck.slide_layouts.remove(layout)
    for layout, name, holders in zip(deck.slide_layouts, (VIEW, OPENING), (_VIEW, _OPENING), strict=True):
        layout._element.attrib.pop("type", None)
        layout._element.cSld.set("name", name)
        _fill(layout.shapes._spTree, holders)
        layout.shapes._spTree.insert(2, parse_xml(_STRIP))
        if name == VIEW:
            layout.shapes._spTree.append(parse_xml(_SLIDE_NUMBER))
    master = deck.slide_master
    _fill(master.shapes._spTree, (_TITLE, _VIEW[1]._replace(number=1)))
    _replace(master._element, "p:txStyles", _TEXT_STYLES)
    _theme(master.part.part_related_by(RT.THEME))
    _notes(deck)
    _without_foreign_parts(deck)
    return deck


def in_dutch(element: Any) -> None:
    """Every text in an element, also one that somebody may yet type there, is Dutch."""
    for tag in ("a:rPr", "a:endParaRPr", "a:defRPr"):
        for found in element.iter(qn(tag)):
            found.set("lang", LANGUAGE)


def _fill(tree: Any, holders: tuple[_Holder, ...]) -> None:
    """Placeholders instead of what the tree of shapes holds; the first two children are the tree itself."""
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for at, holder in enumerate(holders):
        tree.append(parse_xml(_holder_xml(holder, at + 2)))


def _holder_xml(holder: _Holder, shape_id: int) -> str:
    number = "" if holder.number is None else f' idx="{holder.number}"'
    left, top, width, height = (Pt(each) for each in holder.place)
    bold = ' b="1"' if holder.is_bold else ""
    return f"""<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{shape_id}" name="{holder.name}"/><p:cNvSpPr>
<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{holder.kind}"{number}/></p:nvPr></p:nvSpPr>
<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>
<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{holder.anchor}"><a:noAutofit/></a:bodyPr>
<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="l"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>
<a:defRPr lang="{LANGUAGE}" sz="{holder.size * 100:.0f}"{bold}/></a:lvl1pPr></a:lstStyle>
<a:p><a:r><a:rPr lang="{LANGUAGE}"/><a:t>{holder.prompt}</a:t></a:r></a:p></p:txBody></p:sp>"""


_SLIDE_NUMBER = f"""<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="9" name="Nummer van de dia"/><p:cNvSpPr txBox="1"/>
<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{Pt(WIDTH - MARGIN - 50)}" y="{Pt(500)}"/>
<a:ext cx="{Pt(50)}" cy="{Pt(28)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>
<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/><a:lstStyle/><a:p><a:pPr algn="r"/>
<a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"><a:rPr lang="{LANGUAGE}" sz="1100"/>
<a:t>1</a:t></a:fld></a:p></p:txBody></p:sp>"""

_STRIP = f"""<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="8" name="Streep"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>
</p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{Pt(WIDTH)}" cy="{Pt(8)}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>
<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"""

_LEVEL = f"""<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr lang="{LANGUAGE}" sz="1800" kern="1200">
<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>
<a:cs typeface="+mn-cs"/></a:defRPr>"""
_TEXT_STYLES = f"""<p:txStyles {nsdecls("p", "a")}><p:titleStyle><a:lvl1pPr algn="l">{_LEVEL}</a:lvl1pPr></p:titleStyle>
<p:bodyStyle><a:lvl1pPr marL="0" indent="0" algn="l">{_LEVEL}</a:lvl1pPr></p:bodyStyle>
<p:otherStyle><a:lvl1pPr marL="0" algn="l">{_LEVEL}</a:lvl1pPr></p:otherStyle></p:txStyles>"""


def _replace(parent: Any, tag: str, xml: str) -> None:
    old = parent.find(qn(tag))
    parent.replace(old, parse_xml(xml))


def _theme(part: Any) -> None:
    """Colours and letters of a theme part, which python-pptx keeps as bytes, or as an element where it made it."""
    theme = part._element if isinstance(part, XmlPart) else parse_xml(part.blob)
    theme.set("name", PRODUCT)
    for scheme in (*theme.iter(qn("a:clrScheme")), *theme.iter(qn("a:fontScheme"))):
        scheme.set("name", PRODUCT)
    for name, colour in _SHADES.items():
        (place,) = theme.iter(qn(f"a:{name}"))
        place[:] = [place.makeelement(qn("a:srgbClr"), {"val": colour.removeprefix("#")})]
    for font in (*theme.iter(qn("a:majorFont")), *theme.iter(qn("a:minorFont"))):
        font.find(qn("a:latin")).set("typeface", FONT)
        for other in font.findall(qn("a:font")):
            font.remove(other)
    if not isinstance(part, XmlPart):
        part._blob = serialize_part_xml(theme)


def _notes(deck: Deck) -> None:
    """Pages with notes: the slide, the text and the number, without header, footer and date."""
    master = deck.notes_master
    for shape in list(master.placeholders):
        if shape.placeholder_format.type in _HEADERS:
            shape._element.getparent().remove(shape._element)
        elif shape.placeholder_format.type == PP_PLACEHOLDER.BODY:
            shape.text_frame.text = "Notities"
    for shape, name in zip(master.placeholders, ("Dia", "Notities", "Nummer"), strict=True):
        shape.name = name
    in_dutch(master._element)
    _theme(master.part.part_related_by(RT.THEME))


_HEADERS = (PP_PLACEHOLDER.HEADER, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE)


def _without_foreign_parts(deck: Deck) -> None:
    """No picture of, and no words about, the file that the empty deck began as."""
    package = deck.part.package
    for rels in (package._rels, deck.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype in (RT.THUMBNAIL, RT.PRINTER_SETTINGS)]:
            rels.pop(key)
    package.part_related_by(RT.EXTENDED_PROPERTIES)._blob = _APP.encode()
    in_dutch(deck.part._element)
