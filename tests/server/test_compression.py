"""Texts go over the line compressed, the work done once, and a browser fetches nothing twice."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import brotli
import pytest

from server import compression
from server.compression import Compressor, is_text, preferred
from server.files import app_files, frontend_files, version_part
from server.frontend_words import content_of
from tests.server.asking import ask

ORIGINALS = {
    **{f"/static/{version_part()}/{name}": path for name, path in frontend_files().items()},
    **{f"/app/static/{name}": path for name, path in app_files().items()},
}
A_SCRIPT = next(path for path in ORIGINALS if re.search(r"/js/index\.\w+\.js$", path))
A_FONT = next(path for path in ORIGINALS if "/MaterialSymbols" in path)
A_MAP = "/app/static/regions.topo.json"
PARTS = [A_SCRIPT, A_MAP, *sorted(path for path in ORIGINALS if path.endswith((".css", ".svg")))]


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("gzip;q=1.0, br;q=0.5", "br"),
        ("br;q=0, gzip", "gzip"),
        ("BR", "br"),
        ("identity", None),
        ("", None),
        ("br;q=0.0, gzip; q=0", None),
    ],
)
def test_the_best_encoding_that_a_browser_takes_is_chosen(accepted: str, encoding: str | None) -> None:
    assert preferred(accepted) == encoding


def test_a_text_is_compressed_once_also_over_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = b"taak " * 1000
    first = Compressor(tmp_path / "cache").compressed(content, "br")
    assert brotli.decompress(first) == content
    monkeypatch.setattr(compression, "_COMPRESSED", {})
    assert Compressor(tmp_path / "cache").compressed(content, "br") == first
    with pytest.raises(KeyError):
        Compressor(tmp_path / "cache").compressed(b"another text", "br")


def test_without_a_folder_to_write_in_it_works_as_well(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    for folder in (in_the_way, None):
        assert gzip.decompress(Compressor(folder).compressed(b"taak", "gzip")) == b"taak"


@pytest.mark.parametrize("path", PARTS)
@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_files_arrive_compressed_and_whole(site: str, path: str, encoding: str) -> None:
    answer = ask(site, path, accept_encoding=encoding)
    assert answer.headers["content-encoding"] == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    content = content_of(ORIGINALS[path])
    assert (brotli.decompress if encoding == "br" else gzip.decompress)(answer.body) == content
    assert len(answer.body) < len(content)
    plain = ask(site, path)
    assert plain.body == content
    assert "content-encoding" not in plain.headers


def test_a_font_goes_as_it_is(site: str) -> None:
    answer = ask(site, A_FONT, accept_encoding="br, gzip")
    assert answer.body == ORIGINALS[A_FONT].read_bytes()
    assert "content-encoding" not in answer.headers
    assert answer.headers["content-type"] == "font/woff2"


def test_what_has_a_hash_in_its_name_is_kept_for_a_year(site: str) -> None:
    for path in (A_SCRIPT, A_FONT):
        assert ask(site, path).headers["cache-control"] == "public, max-age=31536000, immutable"
    of_another_version = A_SCRIPT.replace(version_part(), "0000000000")
    assert ask(site, of_another_version).headers["cache-control"] == "no-cache"
    assert ask(site, A_MAP).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/kaart", A_SCRIPT, A_FONT, A_MAP])
@pytest.mark.parametrize("accepted", ["br", "gzip", "identity"])
def test_what_a_browser_has_is_not_sent_again(site: str, path: str, accepted: str) -> None:
    first = ask(site, path, accept_encoding=accepted)
    again = ask(site, path, accept_encoding=accepted, if_none_match=f'"other", W/{first.headers["etag"]}')
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert ask(site, path, accept_encoding=accepted, if_none_match='"other"').status == 200


@pytest.mark.parametrize("path", ["/", "/kaart", A_SCRIPT, A_FONT, A_MAP])
def test_the_head_of_an_answer_can_be_asked_for_alone(site: str, path: str) -> None:
    whole = ask(site, path, accept_encoding="br")
    head = ask(site, path, "HEAD", accept_encoding="br")
    assert (head.status, head.body) == (200, b"")
    assert {name: head.headers[name] for name in ("etag", "content-length", "content-type")} == {
        name: whole.headers[name] for name in ("etag", "content-length", "content-type")
    }


def test_a_part_of_a_file_can_be_asked_for(site: str) -> None:
    answer = ask(site, A_MAP, accept_encoding="br", range="bytes=10-19")
    assert answer.status == 206
    assert answer.body == ORIGINALS[A_MAP].read_bytes()[10:20]
    assert "content-encoding" not in answer.headers


def test_fonts_of_the_frontend_are_no_texts_and_scripts_are() -> None:
    assert is_text(ORIGINALS[A_SCRIPT])
    assert not is_text(ORIGINALS[A_FONT])
    assert len(ORIGINALS) > 300
