"""Headers of every kind of answer."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest

from server.headers import SecurityHeaders, content_security_policy
from server.settings import Settings
from tests.server.asking import ask
from tests.server.test_compression import A_FONT, A_MAP, A_SCRIPT

ANSWERS = {
    "/": ("GET", 200),
    "/kaart?regio=JZ22": ("GET", 200),
    "/Kaart": ("GET", 307),
    "/nergens": ("GET", 404),
    "/gezond": ("GET", 200),
    "/versie": ("GET", 200),
    "/_stcore/health": ("GET", 200),
    "/_stcore/host-config": ("GET", 200),
    "/_stcore/metrics": ("POST", 404),
    "/media/weg.csv": ("GET", 404),
    "/bronnen": ("POST", 405),
    A_SCRIPT: ("GET", 200),
    A_FONT: ("HEAD", 200),
    A_MAP: ("GET", 200),
}


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_says_what_a_page_may_do(site: str, path: str) -> None:
    method, status = ANSWERS[path]
    answer = ask(site, path, method, accept_encoding="br")
    assert answer.status == status
    policy = answer.headers["content-security-policy"]
    if answer.headers.get("content-type", "").startswith("text/html"):
        assert "default-src 'self';" in policy
        assert policy.endswith("frame-ancestors 'self'")
        assert not re.search(r"https?:|\*|(?<!wasm-)unsafe-eval|script-src[^;]*unsafe-inline", policy)
    else:
        assert policy == "default-src 'none'; frame-ancestors 'none'"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert "camera=()" in answer.headers["permissions-policy"]
    assert "cache-control" in answer.headers
    assert not {"server", "set-cookie", "access-control-allow-origin", "strict-transport-security"} & set(
        answer.headers
    )


@pytest.mark.parametrize("headers", [{"host": "evil.example"}, {"origin": "https://evil.example"}])
def test_a_refusal_has_them_too(site: str, headers: dict[str, str]) -> None:
    answer = ask(site, "/", **headers)
    assert answer.status in (403, 421)
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("path", ["/kaart", A_SCRIPT, A_FONT])
def test_what_the_browser_has_keeps_the_policy_that_it_came_with(site: str, path: str) -> None:
    first = ask(site, path, accept_encoding="br")
    again = ask(site, path, accept_encoding="br", if_none_match=first.headers["etag"])
    assert again.status == 304
    assert again.headers["content-security-policy"] == first.headers["content-security-policy"]


def test_the_script_in_the_page_is_the_one_that_the_policy_allows(site: str) -> None:
    answer = ask(site, "/kaart")
    (script,) = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in answer.headers["content-security-policy"]


def test_an_intranet_may_be_allowed_to_frame_the_app() -> None:
    assert content_security_policy([], "https://intranet.voorbeeld.nl").endswith(
        "frame-ancestors https://intranet.voorbeeld.nl"
    )


@pytest.mark.parametrize(
    ("public", "told"), [("https://jeugd.voorbeeld.nl", True), ("http://jeugd", False), ("", False)]
)
def test_https_is_asked_for_only_where_it_stands_in_front(public: str, told: bool) -> None:
    headers = SecurityHeaders(lambda *_: None, Settings(public_url=public), [])._headers  # type: ignore[arg-type, return-value]
    assert ("strict-transport-security" in headers) is told


def test_no_other_site_is_trusted_by_the_page(site: str) -> None:
    config = json.loads(ask(site, "/_stcore/host-config").body)
    assert config["allowedOrigins"] == []
    assert config["metricsUrl"] == ""
    assert config["enableCustomParentMessages"] is False
