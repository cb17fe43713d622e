"""Two processes behind nginx, as visitors use them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.views import SLOW_MS
from tests.browser.what_if.test_own_table import chooser, file, open_section, own_file, section, years_shown
from tests.server.cluster import COOKIE, Cluster, served_cluster

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two processes behind nginx."""
    with served_cluster(tmp_path_factory.mktemp("cluster") / "said") as running:
        yield running


def own_table_at(context: BrowserContext, cluster: Cluster, place: str) -> Page:
    """Page of a visitor of that process who uses a table of his own."""
    context.add_cookies([{"name": COOKIE, "value": place, "url": cluster.address}])
    page = context.new_page()
    open_section(page, cluster.address)
    chooser(page).set_input_files(file("mijn regio.xlsx", own_file(3, 2)))
    expect(years_shown(page)).to_have_text("Jaarkosten 2026")
    return page


def test_an_own_table_and_its_download_work_at_each_process(browser: Browser, cluster: Cluster) -> None:
    places = cluster.place_at_each()
    assert set(places) == {cluster.port + 1, cluster.port + 2}
    for place in places.values():
        with browser.new_context(locale="nl-NL") as context:
            page = own_table_at(context, cluster, place)
            with page.expect_download() as download:
                section(page).get_by_test_id("stDownloadButton").get_by_role("button").first.click()
            assert Path(download.value.path()).read_bytes().startswith(b"PK")


@pytest.mark.deep
def test_an_own_table_comes_back_at_another_process_when_its_own_is_killed(browser: Browser, cluster: Cluster) -> None:
    port, place = next(iter(cluster.place_at_each().items()))
    with browser.new_context(locale="nl-NL") as context:
        page = own_table_at(context, cluster, place)
        slider = page.locator('[data-typed="saving_mln_eur:2"]')
        slider.fill("4")
        slider.press("Enter")
        cost = page.locator('[data-out="cost"]')
        expect(cost).to_have_text("€ 494,2 mln")
        with page.expect_websocket(timeout=SLOW_MS):
            os.kill(cluster.workers()[port], signal.SIGKILL)
        restored = page.locator(".kept .said")
        expect(restored).to_contain_text("Uw eigen tabel en uw schuiven staan in deze browser")
        expect(years_shown(page)).to_have_text("Jaarkosten 2026")
        expect(slider).to_have_value("4,0")
        expect(cost).to_have_text("€ 494,2 mln")
        slider.fill("5")
        slider.press("Enter")
        expect(cost).to_have_text("€ 493,2 mln")
        expect(page.locator(".late")).to_be_hidden()
