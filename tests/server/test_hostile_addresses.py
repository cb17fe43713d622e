"""Every key of every address with bad values: Dutch, no fault, and no link or markup out of what the address says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from components.what_if.session import source_plan
from model.site.site_map import PAGES, REGION
from model.what_if import LINK_KEYS
from tests.load.running import run
from tests.load.visitor import FaultError
from tests.server.hostile import BAD_TEXTS, MARK, Place, Stranger, acts, places
from tests.server.test_hostile_reports import WIDE
from tests.serving import served_app

PLACES = {place.name: place for place in places()}
ENGLISH = re.compile(
    r"\b(the|is not|must|error|failed|invalid|expected|unexpected|not found|traceback)\b", re.IGNORECASE
)
MORE = {
    "twice": f"a&{{key}}=www.{MARK}",
    "the wrong way around": "%00%ff%fe",
    "sum with a name": quote(f"1000_0_2~www.{MARK}_5000_1~b_5000_1"),
    "list of values": quote(f"1_www.{MARK}~2_NaN"),
}
"""Values in the form of a link of the product, and a key that is there twice."""
VALUES = {what: quote(text, safe="%") for what, text in BAD_TEXTS.items()} | MORE
GOOD_START = {"doorrekening": f"v=1&t={source_plan().fingerprint}"}
"""Without these two no other key of a scenario is read."""


@pytest.fixture(scope="module")
def logged() -> Iterator[tuple[str, Path]]:
    """Address of a server that takes as many messages as come, and its log."""
    with served_app(**WIDE) as address:
        yield address, Path("test-results") / f"server-{address.rpartition(':')[2]}.log"


def test_every_key_of_the_site_map_is_tried() -> None:
    assert {place.page for place in places()} == {page.address for page in PAGES}
    assert set(LINK_KEYS) <= set(PLACES["doorrekening"].own_keys)
    assert all(REGION in place.own_keys for place in places())


@pytest.mark.parametrize("name", PLACES)
def test_all_keys_of_a_view_with_bad_values(logged: tuple[str, Path], name: str) -> None:
    place, at = PLACES[name], list(PLACES).index(name)
    # Each value is tried in an eighth of the views, and one that could make a link in each.
    said = {what: value for number, (what, value) in enumerate(VALUES.items()) if not (number + at) % 8}
    said["bare name"] = VALUES["bare name"]
    check(logged, place, [_query(place, place.own_keys, value) for value in said.values()])


def test_every_key_of_a_scenario_by_itself(logged: tuple[str, Path]) -> None:
    place = PLACES["doorrekening"]
    check(logged, place, [_query(place, (key,), VALUES["bare name"]) for key in LINK_KEYS])


@pytest.mark.deep
@pytest.mark.parametrize("name", PLACES)
def test_each_key_by_itself_with_each_bad_value(logged: tuple[str, Path], name: str) -> None:
    place = PLACES[name]
    check(logged, place, [_query(place, (key,), value) for key in place.own_keys for value in VALUES.values()])


def test_what_acts_is_seen() -> None:
    assert acts(f"zie www.{MARK}/x")
    assert acts(f"`a` [b](https://{MARK}) `c`")
    assert not acts(f"zie `www.{MARK}/x` en ``` `https://{MARK} ```")
    assert not acts(rf"\`\` \` `www.{MARK}` \`\`\`")
    assert acts(rf"\` www.{MARK} \`")
    assert acts(rf"`a\` www.{MARK} `b`")


def _query(place: Place, keys: tuple[str, ...], value: str) -> str:
    start = [GOOD_START[place.page]] if place.page in GOOD_START and len(keys) == 1 else []
    fixed = [f"{key}={known}" for key, known in place.query]
    return "&".join([*start, *fixed, *(f"{key}={value.replace('{key}', key)}" for key in keys)])


def check(logged: tuple[str, Path], place: Place, queries: list[str]) -> None:
    """Opens a view with each of these addresses, and then as it should be."""
    address, log = logged
    before = len(log.read_bytes())
    assert run(_amiss(address, place, queries)) == {}
    assert "Traceback" not in log.read_bytes()[before:].decode()


async def _amiss(address: str, place: Place, queries: list[str]) -> dict[str, object]:
    amiss: dict[str, object] = {}
    good = "&".join(f"{key}={value}" for key, value in place.query)
    visitor = Stranger(address, place.page, good)
    await visitor.arrive()
    for query in queries:
        try:
            await visitor.go_to(place.page, query)
        except FaultError as fault:
            amiss[query[:200]] = str(fault)
            continue
        found = [*visitor.texts_that_act(), *(text for text in visitor.alerts() if ENGLISH.search(text))]
        if found:
            amiss[query[:200]] = found
    try:
        await visitor.come_back()
    except FaultError as fault:
        amiss["as it should be"] = str(fault)
    await visitor.leave()
    return amiss
