"""Cuts the fonts of Streamlit's frontend down to what the pages show: `make assets`.

The icon font holds thousands of icons; ours those that Streamlit's own parts and our pages name. Of the text fonts the
signs of Western European languages stay, and the weights that are used. What is printed gets fonts of one weight each
from the same letters, with more signs: they never go over the line whole.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from components.look.typeset import FAMILY, PRINT_FONTS, SIGNS_FILE  # noqa: E402 - found in the folder named above
from server.files import FONTS, FRONTEND  # noqa: E402

ICONS = "MaterialSymbols-Rounded"
TEXT_FONTS = {"SourceSansVF-Upright": (400, 700), "SourceSansVF-Italic": (400, 700), "SourceCodeVF-Upright": 400}
"""Weights of each that the pages use: from normal to bold, or one only."""
SIGNS = (
    *((0x20, 0x17F), (0x218, 0x21B), (0x2C6, 0x2DD)),  # Latin with its accents
    *((0x391, 0x3C9), (0x1E9E, 0x1E9E)),  # Greek, for formulas
    *((0x2010, 0x205E), (0x2070, 0x209C), (0x20AC, 0x20AC)),  # dashes and quotes, raised and lowered figures, euro
    *((0x2116, 0x2122), (0x2153, 0x215E), (0x2190, 0x2199), (0x2212, 0x2265), (0x25A0, 0x25CF), (0x2713, 0x2717)),
)
"""First and last sign of each range that the text fonts keep."""
PRINT_SIGNS = (
    *SIGNS,
    *((0x180, 0x24F), (0x300, 0x36F), (0x1E00, 0x1EFF)),  # Latin of all of Europe, and accents that stand by themselves
    *((0x20A0, 0x20BF), (0x200B, 0x200B), (0x2150, 0x2152), (0x2200, 0x2211)),  # other coins, fractions, mathematics
)
"""The same of the fonts for paper, whose texts may hold any name that a visitor types."""
PRINT_WEIGHTS = {"Regular": 400, "Semibold": 600}
"""Weight of each font for paper."""
FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum"]
_ICON_NAME = re.compile(r":material/(\w+):")
_SOURCES = ("app.py", "components", "pages")


def main() -> None:
    """Writes the fonts in server/fonts, and those for paper in components/look/fonts."""
    write(icon_font(icon_names()), ICONS)
    for name in TEXT_FONTS:
        write(text_font(name), name)
    signs = set()
    for style in PRINT_WEIGHTS:
        font = print_font(style)
        signs.add(ranges(font))
        path = PRINT_FONTS / f"{FAMILY.replace(' ', '')}-{style}.ttf"
        font.save(path)
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.1f} kB")
    (of_all,) = signs
    SIGNS_FILE.write_text(json.dumps(of_all) + "\n", encoding="utf8")


def icon_names() -> set[str]:
    """Icons that a page can show: those named in Streamlit's frontend and those in our own sources."""
    scripts = (FRONTEND / "static" / "js").glob("*.js")
    ours = [path for name in _SOURCES for path in [ROOT / name, *(ROOT / name).rglob("*.py")] if path.is_file()]
    return {name for path in (*scripts, *ours) for name in _ICON_NAME.findall(path.read_text(encoding="utf8"))}


def icons_of(font: TTFont) -> dict[str, str]:
    """Glyph of each icon that a font draws instead of a name, by that name."""
    characters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    return {
        "".join(characters[part] for part in [first, *ligature.Component]): ligature.LigGlyph
        for first, ligature in _ligatures(font)
    }


def _ligatures(font: TTFont) -> Iterator[tuple[str, Any]]:
    """First glyph and the rest of each ligature."""
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            # An extension wraps a table that is far from the start of the file.
            inner = table.ExtSubTable if table.LookupType == 7 else table
            for first, ligatures in getattr(inner, "ligatures", {}).items():
                yield from ((first, ligature) for ligature in ligatures)


def icon_font(names: set[str]) -> TTFont:
    """Icon font with only the icons of these names; a name that the font does not know is left out."""
    font = frontend_font(ICONS)
    icons = icons_of(font)
    letters = {ord(letter) for name in names for letter in name}
    options = _options(["liga", "rlig"])
    # Else every icon would be kept whose name can be spelled with the letters.
    options.layout_closure = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters, glyphs=[icons[name] for name in names if name in icons])
    subsetter.subset(font)
    return font


def text_font(name: str) -> TTFont:
    """Text font with the signs and weights that pages use."""
    font = frontend_font(name)
    subsetter = Subsetter(_options(FEATURES))
    subsetter.populate(unicodes=[code for first, last in SIGNS for code in range(first, last + 1)])
    subsetter.subset(font)
    return instantiateVariableFont(font, {"wght": TEXT_FONTS[name]})


def print_font(style: str) -> TTFont:
    """Font of one weight for paper.

    It has a name of its own: the licence keeps the name "Source" for fonts that nobody changed.
    """
    font = frontend_font("SourceSansVF-Upright")
    subsetter = Subsetter(_options(FEATURES))
    subsetter.populate(unicodes=[code for first, last in PRINT_SIGNS for code in range(first, last + 1)])
    subsetter.subset(font)
    font = instantiateVariableFont(font, {"wght": PRINT_WEIGHTS[style]})
    font.flavor = None
    font["OS/2"].usWeightClass = PRINT_WEIGHTS[style]
    names = {1: FAMILY, 2: style, 4: f"{FAMILY} {style}", 6: f"{FAMILY.replace(' ', '')}-{style}"}
    for name_id, text in names.items():
        font["name"].removeNames(nameID=name_id)
        font["name"].setName(text, name_id, 3, 1, 0x409)
    return font


def ranges(font: TTFont) -> tuple[tuple[int, int], ...]:
    """First and last code of each unbroken range of signs in a font."""
    codes = sorted(font.getBestCmap())
    starts = [code for before, code in pairwise([-1, *codes]) if code != before + 1]
    ends = [code for code, after in pairwise([*codes, sys.maxunicode + 2]) if after != code + 1]
    return tuple(zip(starts, ends, strict=True))


def _options(features: list[str]) -> Options:
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]
    return options


def frontend_font(name: str) -> TTFont:
    """Font as Streamlit brings it."""
    (path,) = (FRONTEND / "static" / "media").glob(f"{name}.*woff2")
    # The moment of the run would make every file another one.
    return TTFont(path, recalcTimestamp=False)


def write(font: TTFont, name: str) -> None:
    """Writes a font for browsers."""
    font.flavor = "woff2"
    path = FONTS / f"{name}.woff2"
    font.save(path)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.1f} kB")


if __name__ == "__main__":
    main()
