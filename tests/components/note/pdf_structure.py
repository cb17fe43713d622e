"""What PDF/UA-1 asks of a file, as far as a program can see it: looked up in the structure tree and in the pages.

A list of checks of our own, after the Matterhorn protocol; each returns what is wrong, so that an empty list is well.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import pypdf
from pypdf.generic import ContentStream, DictionaryObject

STANDARD = {
    "Document", "Part", "Div", "Sect", "P", "H1", "H2", "H3", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody",
    "TR", "TH", "TD", "Figure", "Link", "Span", "Caption", "NonStruct",
}  # fmt: skip
PAINTING = {
    b"Tj",
    b"TJ",
    b"'",
    b'"',
    b"f",
    b"F",
    b"f*",
    b"B",
    b"B*",
    b"b",
    b"b*",
    b"S",
    b"s",
    b"Do",
    b"sh",
    b"INLINE IMAGE",
}


@dataclass(frozen=True)
class Element:
    """One node of the structure tree with its children and the marks of content that it holds."""

    kind: str
    entry: DictionaryObject
    children: tuple[Element, ...]
    marks: tuple[tuple[int, int], ...]
    """Number of the page and of the mark in it."""
    objects: int
    """Annotations that it holds."""

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def attribute(self, name: str) -> Any:
        """Value of an attribute; None where it has none."""
        found = self.entry.get("/A", [])
        of_all = [item.get_object() for item in (found if isinstance(found, list) else [found])]
        return next((item[name] for item in of_all if name in item), None)


class TaggedPdf:
    """A PDF file with its tags."""

    def __init__(self, pdf: bytes) -> None:
        self.reader = pypdf.PdfReader(io.BytesIO(pdf))
        self.root: DictionaryObject = self.reader.root_object

    @property
    def texts(self) -> list[str]:
        """Text of each page."""
        return [page.extract_text() for page in self.reader.pages]

    @property
    def text(self) -> str:
        """All text, each run of spaces and line ends one space."""
        return re.sub(r"\s+", " ", " ".join(self.texts).replace("\N{ZERO WIDTH SPACE}", ""))

    @cached_property
    def elements(self) -> list[Element]:
        """All elements in reading order."""
        numbers = {page.indirect_reference.idnum: at for at, page in enumerate(self.reader.pages)}  # type: ignore[union-attr]
        top = self.root["/StructTreeRoot"].get_object()["/K"]  # type: ignore[index]
        tops = top if isinstance(top, list) else [top]
        return [each for item in tops for each in _element(item.get_object(), None, numbers).walk()]

    def of_kind(self, *kinds: str) -> list[Element]:
        """Elements of some kinds, in reading order."""
        return [element for element in self.elements if element.kind in kinds]

    def faults(self) -> list[str]:
        """Everything that is wrong."""
        checks = (
            self._about, self._roles, self._content, self._headings,
            self._tables, self._figures, self._links, self._fonts,
        )  # fmt: skip
        return [fault for check in checks for fault in check()]

    def _about(self) -> Iterator[str]:
        xmp = self.root["/Metadata"].get_object().get_data().decode("utf8")  # type: ignore[union-attr]
        if not re.search(r"<pdfuaid:part>1</pdfuaid:part>", xmp):
            yield "no identifier of PDF/UA-1"
        if not re.search(r"<dc:title>.*?<rdf:li[^>]*>[^<]+</rdf:li>", xmp):
            yield "no title in the metadata"
        if not str(self.root.get("/Lang", "")).startswith("nl"):
            yield f"language {self.root.get('/Lang')}"
        if not _is_set(self.root, "/MarkInfo", "/Marked"):
            yield "not marked as tagged"
        if not _is_set(self.root, "/ViewerPreferences", "/DisplayDocTitle"):
            yield "title is not shown"

    def _roles(self) -> Iterator[str]:
        roles = self.root["/StructTreeRoot"].get_object().get("/RoleMap", {})  # type: ignore[union-attr]
        for element in self.elements:
            kind = str(roles.get(f"/{element.kind}", f"/{element.kind}")).removeprefix("/")
            if kind not in STANDARD:
                yield f"element {element.kind} that no reader knows"

    def _content(self) -> Iterator[str]:
        """All content is an artifact or belongs to exactly one element."""
        named = [mark for element in self.elements for mark in element.marks]
        if len(named) != len(set(named)):
            yield "content of two elements"
        for at, page in enumerate(self.reader.pages):
            seen = set()
            stack: list[tuple[bool, int | None]] = []
            contents = page.get_contents()
            for operands, operator in ContentStream(contents, self.reader).operations if contents else ():
                if operator in (b"BDC", b"BMC"):
                    mark = operands[1].get_object().get("/MCID") if operator == b"BDC" and len(operands) > 1 else None
                    stack.append((operands[0] == "/Artifact", mark))
                    seen.add((at, mark)) if mark is not None else None
                elif operator == b"EMC":
                    stack.pop()
                elif operator in PAINTING and not any(artifact or mark is not None for artifact, mark in stack):
                    yield f"page {at + 1}: {operator!r} outside all marks"
            missing = seen - set(named)
            if missing:
                yield f"page {at + 1}: content in no element: {sorted(missing)}"
            if "/Annots" in page and page.get("/Tabs") != "/S":
                yield f"page {at + 1}: tab order is not that of the structure"

    def _headings(self) -> Iterator[str]:
        levels = [int(element.kind[1:]) for element in self.elements if re.fullmatch(r"H\d", element.kind)]
        if levels.count(1) != 1 or levels[:1] != [1]:
            yield f"headings begin with {levels[:3]}"
        for before, after in pairwise(levels):
            if after > before + 1:
                yield f"from heading {before} to {after}"

    def _tables(self) -> Iterator[str]:
        for table in self.of_kind("Table"):
            rows = [row for row in table.walk() if row.kind == "TR"]
            widths = {sum(int(cell.attribute("/ColSpan") or 1) for cell in row.children) for row in rows}
            if len(widths) != 1:
                yield f"table with rows of {sorted(widths)} cells"
            headings = [cell for cell in rows[0].children if cell.kind == "TH"]
            if len(headings) != len(rows[0].children):
                yield "table without headings"
            for heading in headings:
                if heading.attribute("/Scope") not in ("/Column", "/Row", "/Both"):
                    yield "heading of a table without scope"

    def _figures(self) -> Iterator[str]:
        for figure in self.of_kind("Figure"):
            if not str(figure.entry.get("/Alt", "")).strip():
                yield "figure without a text"
            if figure.attribute("/BBox") is None:
                yield "figure without a place"

    def _links(self) -> Iterator[str]:
        for at, page in enumerate(self.reader.pages):
            for item in page.get("/Annots", []):  # type: ignore[attr-defined]
                annotation = item.get_object()
                if annotation.get("/Subtype") == "/Link" and not str(annotation.get("/Contents", "")).strip():
                    yield f"page {at + 1}: link without a description"
                if "/StructParent" not in annotation:
                    yield f"page {at + 1}: link outside the structure"
        if any(not any(below.objects for below in link.walk()) for link in self.of_kind("Link")):
            yield "link element without a link"

    def _fonts(self) -> Iterator[str]:
        for page in self.reader.pages:
            fonts = page["/Resources"].get_object().get("/Font", {}).get_object()  # type: ignore[union-attr]
            for font in (item.get_object() for item in fonts.values()):
                if "/ToUnicode" not in font:
                    yield f"{font['/BaseFont']} without its signs as text"
                inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
                if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object()):
                    yield f"{font['/BaseFont']} is not in the file"


def _is_set(root: DictionaryObject, group: str, name: str) -> bool:
    found = root.get(group, {}).get(name)  # type: ignore[union-attr]
    return bool(found is not None and found.value)


def _element(entry: DictionaryObject, page: int | None, numbers: dict[int, int]) -> Element:
    if "/Pg" in entry:
        page = numbers[entry.raw_get("/Pg").idnum]
    held = entry.get("/K", [])
    children, marks, objects = [], [], 0
    for item in held if isinstance(held, list) else [held]:
        found = item.get_object()
        if isinstance(found, int):
            assert page is not None
            marks.append((page, int(found)))
        elif found.get("/Type") == "/MCR":
            on = numbers[found.raw_get("/Pg").idnum] if "/Pg" in found else page
            assert on is not None
            marks.append((on, int(found["/MCID"])))
        elif found.get("/Type") == "/OBJR":
            objects += 1
        else:
            children.append(_element(found, page, numbers))
    kind = str(entry["/S"]).removeprefix("/")
    return Element(kind, entry, tuple(children), tuple(marks), objects)
