"""The texts of Streamlit's frontend are handed out in Dutch, in every encoding."""

from __future__ import annotations

import gzip

import brotli
import pytest
from streamlit.elements import exception

from server.files import frontend_files, version_part
from server.frontend_words import REPLACED, content_of
from server.in_dutch import say_faults_in_dutch
from tests.server.asking import ask

READERS = {"": bytes, "br": brotli.decompress, "gzip": gzip.decompress}
FILES = {
    name: path
    for name, path in frontend_files().items()
    if path.suffix == ".js" and path.name.partition(".")[0] in REPLACED
}


@pytest.mark.parametrize("stem", REPLACED)
def test_every_english_text_is_in_the_frontend_and_in_dutch_thereafter(stem: str) -> None:
    """After an update of Streamlit this names what has to be looked up anew."""
    paths = [path for path in FILES.values() if path.name.startswith(f"{stem}.")]
    before = "".join(path.read_text("utf8") for path in paths)
    after = "".join(content_of(path).decode() for path in paths)
    assert [english for english in REPLACED[stem] if english not in before] == []
    assert [english for english in REPLACED[stem] if english in after] == []
    assert [dutch for dutch in REPLACED[stem].values() if dutch not in after] == []


@pytest.mark.parametrize("encoding", READERS)
def test_files_are_handed_out_with_the_dutch_words(site: str, encoding: str) -> None:
    name, path = next((name, path) for name, path in FILES.items() if path.name.startswith("Selectbox."))
    answer = ask(site, f"/static/{version_part()}/{name}", accept_encoding=encoding)
    assert answer.status == 200
    assert answer.headers.get("content-encoding", "") == encoding
    assert READERS[encoding](answer.body) == content_of(path)
    assert "Lijst openen" in content_of(path).decode()


def test_a_fault_of_the_product_is_said_in_dutch() -> None:
    say_faults_in_dutch()
    assert exception._GENERIC_UNCAUGHT_EXCEPTION_TEXT.startswith("Hier ging iets mis.")
    assert "app" not in exception._GENERIC_UNCAUGHT_EXCEPTION_TEXT
