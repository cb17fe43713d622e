"""The fonts that go over the line hold what the pages show, and no more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from scripts.make_fonts import ICONS, TEXT_FONTS, frontend_font, icon_font, icon_names, icons_of, text_font
from server.files import FONTS, frontend_files
from tests.serving import ROOT

MOST_KB = {ICONS: 20, "SourceSansVF-Upright": 70, "SourceSansVF-Italic": 60, "SourceCodeVF-Upright": 60}
TEXTS = [
    ROOT / "app.py",
    ROOT / "CHANGELOG.md",
    *(
        path
        for folder in ("components", "model", "pages", "server", "data/csv")
        for path in (ROOT / folder).rglob("*.*")
    ),
]


def ours(name: str) -> TTFont:
    """Font as the server hands it out."""
    return TTFont(FONTS / f"{name}.woff2")


@pytest.mark.parametrize("name", [ICONS, *TEXT_FONTS])
def test_a_font_is_small_and_takes_the_place_of_streamlits(name: str) -> None:
    path = FONTS / f"{name}.woff2"
    assert path.stat().st_size < MOST_KB[name] * 1000
    assert path in frontend_files().values()


def test_every_icon_that_a_page_can_show_is_in_the_icon_font() -> None:
    """Who names another icon runs `make assets`."""
    known = icons_of(frontend_font(ICONS)).keys()
    named = icon_names()
    assert {"arrow_forward", "keyboard_arrow_down", "edit", "info"} <= named
    assert sorted(named & known - icons_of(ours(ICONS)).keys()) == []


def test_icons_are_named_where_they_can_be_found() -> None:
    made_at_run_time = re.compile(r":material/(?!\w+:)")
    sources = [path for folder in ("components", "pages") for path in (ROOT / folder).rglob("*.py")]
    assert [path.name for path in sources if made_at_run_time.search(path.read_text("utf8"))] == []


@pytest.mark.parametrize("name", TEXT_FONTS)
def test_every_sign_in_our_texts_that_the_font_had_is_kept(name: str) -> None:
    had, kept = set(frontend_font(name).getBestCmap()), set(ours(name).getBestCmap())
    written = {ord(sign) for path in TEXTS if is_text(path) for sign in path.read_text("utf8")}
    assert ord("€") in written
    assert [chr(code) for code in sorted(written & had - kept)] == []


def is_text(path: Path) -> bool:
    return path.suffix in {".py", ".js", ".css", ".html", ".csv", ".md"}


@pytest.mark.parametrize("name", [ICONS, "SourceSansVF-Upright"])
def test_the_fonts_can_be_made_again(name: str, tmp_path: Path) -> None:
    font = icon_font(icon_names()) if name == ICONS else text_font(name)
    font.flavor = "woff2"
    font.save(tmp_path / "again.woff2")
    again = TTFont(tmp_path / "again.woff2")
    assert again.getGlyphOrder() == ours(name).getGlyphOrder()
    assert again.getBestCmap() == ours(name).getBestCmap()
