"""The view that address, Python and browser share: whatever happens in whatever order, the three agree afterwards."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import pytest
import streamlit
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from components.frame import links
from components.frame.linked_view import Field, LinkedView, codes
from components.map.view import VIEW as MAP
from components.matrix.view import VIEW as MATRIX
from components.partners.view import VIEW as PARTNERS
from model.site.site_map import page_at
from tests.components.conftest import Address

REGIONS = ("JZ01", "JZ02", "JZ03")
ORDERS = ("noord-zuid", "afspraken", "gelijkenis")
PAGES = {"kaart": MAP, "vergelijking": MATRIX, "samenwerking": PARTNERS}


@dataclass(frozen=True)
class Looked:
    order: str
    region: str | None
    flat: bool | None


def linked_view() -> LinkedView[Looked]:
    return LinkedView(
        "looked",
        Looked,
        order=Field("rijen", "een volgorde", codes(lambda: ORDERS), lambda mine: ORDERS[0]),
        region=Field(
            "bekijk", "een regio", lambda: {**codes(lambda: REGIONS)(), links.NOBODY: None}, lambda mine: mine
        ),
        flat=Field("kaart", "een soort kaart", lambda: {"plat": True, "kantelbaar": False}, lambda mine: None),
    )


@pytest.fixture
def view(address: Address, warnings: list[str], monkeypatch: pytest.MonkeyPatch) -> LinkedView[Looked]:
    monkeypatch.setattr(streamlit, "session_state", {})
    return linked_view()


def test_a_first_visit_writes_nothing(view: LinkedView[Looked], address: Address) -> None:
    """A writing at the first run is a step of the history that nobody made: two presses to go back."""
    view.open("JZ01")
    assert view.view == Looked("noord-zuid", "JZ01", None)
    assert (address, address.writings) == ({}, 0)


def test_a_link_that_says_the_usual_stays_as_it_is(view: LinkedView[Looked], address: Address) -> None:
    address.update({"rijen": "noord-zuid", "kaart": "plat"})
    view.open(None)
    assert view.view == Looked("noord-zuid", None, True)
    assert (address, address.writings) == ({"rijen": "noord-zuid", "kaart": "plat"}, 0)


def test_a_link_does_not_hold_on_to_my_region(view: LinkedView[Looked], address: Address) -> None:
    address["bekijk"] = "JZ01"
    view.open("JZ01")
    assert address == {}
    view.open("JZ02")
    assert view.view.region == "JZ02", "who chooses another region sees that one"


def test_what_a_link_gets_wrong_is_said_and_mended(
    view: LinkedView[Looked], address: Address, warnings: list[str]
) -> None:
    address.update({"rijen": "scheef", "bekijk": "JZ02"})
    view.open(None)
    assert [warning.split(":")[0] for warning in warnings] == ["De link noemt een volgorde die niet bestaat"]
    assert address == {"bekijk": "JZ02"}


def test_a_step_in_the_browser_is_one_step_of_the_history(view: LinkedView[Looked], address: Address) -> None:
    address.update({"bekijk": "JZ02", "kaart": "plat"})
    view.open(None)
    view.hear({"order": "afspraken", "region": None, "flat": None, "revision": 1}, None)
    assert (address, address.writings) == ({"rijen": "afspraken"}, 1)


def test_who_comes_back_starts_from_what_the_address_says(view: LinkedView[Looked], address: Address) -> None:
    """Back to a reordered matrix: the address said one order, the picture and its list another."""
    view.open(None)
    view.hear({"order": "gelijkenis", "revision": 1}, None)
    assert view.start()["order"] == "noord-zuid", "the picture that made the step is not told to start again"
    view.open(None)
    assert view.start() == {"order": "gelijkenis", "region": None, "flat": None, "revision": 2}
    address.clear()
    view.open(None)
    assert view.start() == {"order": "noord-zuid", "region": None, "flat": None, "revision": 3}


def test_a_run_that_changes_nothing_starts_nothing(view: LinkedView[Looked]) -> None:
    view.open(None)
    view.open(None)
    assert view.revision == 1


def test_no_region_can_be_linked_to_where_my_region_is_usual(view: LinkedView[Looked], address: Address) -> None:
    view.open("JZ01")
    view.hear({"region": None, "revision": 1}, "JZ01")
    assert address == {"bekijk": "geen"}
    view.open("JZ01")
    assert view.view.region is None


def test_a_step_on_a_page_that_outlived_its_visit_counts_and_the_browser_starts_from_it(
    view: LinkedView[Looked], address: Address
) -> None:
    address["bekijk"] = "JZ02"
    view.open(None)
    view.hear({"order": "afspraken", "region": "JZ03", "flat": None, "revision": 77}, None)
    assert view.start() == {"order": "afspraken", "region": "JZ03", "flat": None, "revision": 2}
    assert address == {"bekijk": "JZ03", "rijen": "afspraken"}


@pytest.mark.parametrize(
    "reported",
    [None, 1, "x", [], {}, {"revision": 1}, {"revision": 1, "order": "scheef", "region": "JZ99", "flat": 1},
     {"revision": 1, "order": [], "region": {}, "flat": "plat"}, {"revision": 0, "order": "afspraken"},
     {"revision": "1", "order": "afspraken"}],
)  # fmt: skip
def test_a_report_that_cannot_be_changes_nothing(view: LinkedView[Looked], address: Address, reported: object) -> None:
    address["bekijk"] = "JZ02"
    view.open(None)
    view.hear(reported, None)
    assert view.view == Looked("noord-zuid", "JZ02", None)
    assert address == {"bekijk": "JZ02"}


def test_a_field_that_is_missing_from_the_link_is_refused() -> None:
    order = Field("rijen", "een volgorde", codes(lambda: ORDERS), lambda mine: ORDERS[0])
    with pytest.raises(TypeError, match="Looked has other fields than order"):
        LinkedView("looked", Looked, order=order)


@pytest.mark.parametrize("page", PAGES)
def test_the_site_map_knows_every_key_of_a_view(page: str) -> None:
    assert set(PAGES[page].parameters) <= set(page_at(page).parameters)


@pytest.mark.parametrize("mine", [None, "JZ31"])
@pytest.mark.parametrize("page", PAGES)
def test_every_value_on_a_page_leads_back_to_itself(
    page: str, mine: str | None, address: Address, warnings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streamlit, "session_state", {})
    shared = PAGES[page]
    for name, field in shared._fields.items():
        for value in [field.usual(mine), *field.values().values()]:
            address.clear()
            shared.open(mine)
            shared.change(mine, **{name: value})
            assert getattr(shared.view, name) == value
            shared.open(mine)
            assert getattr(shared.view, name) == value
    assert warnings == []


class ThreeSides(RuleBasedStateMachine):
    """A visitor, the browser part of one page and its Python, in any order of steps."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.address, self.session = Address(), dict[str, Any]()
        self.patch.setattr(streamlit, "query_params", self.address)
        self.patch.setattr(streamlit, "session_state", self.session)
        self.patch.setattr(streamlit, "warning", lambda text: None)
        self.linked = linked_view()
        self.painted: dict[str, Any] | None = None
        self.sent: list[dict[str, Any]] = []

    def teardown(self) -> None:
        self.patch.undo()

    @property
    def mine(self) -> str | None:
        return self.address.get("regio")

    def paint(self) -> None:
        """As the browser parts do it: they take over a start with a number that they have not seen."""
        start = self.linked.start()
        if self.painted is None or self.painted["revision"] != start["revision"]:
            self.painted = start

    @initialize()
    def first_visit(self) -> None:
        self.run_page()

    @rule()
    def run_page(self) -> None:
        self.linked.open(self.mine)
        self.paint()
        assert self.linked.view == Looked(**{name: self.linked.start()[name] for name in asdict(self.linked.view)})

    @rule(
        order=st.sampled_from([None, "scheef", *ORDERS]),
        region=st.sampled_from([None, "JZ99", links.NOBODY, *REGIONS]),
        flat=st.sampled_from([None, "", "plat", "kantelbaar"]),
        mine=st.sampled_from([None, *REGIONS]),
    )
    def follow_a_link_or_go_back(
        self, order: str | None, region: str | None, flat: str | None, mine: str | None
    ) -> None:
        asked = {"rijen": order, "bekijk": region, "kaart": flat, "regio": mine}
        self.address.clear()
        self.address.update({key: value for key, value in asked.items() if value is not None})
        self.run_page()

    @rule()
    def go_to_another_page(self) -> None:
        """Its parts are gone from the page; what Python keeps of the visit stays."""
        self.painted = None

    @precondition(lambda self: self.painted is not None)
    @rule(data=st.data())
    def take_a_step_in_the_browser(self, data: st.DataObject) -> None:
        name, values = data.draw(
            st.sampled_from([("order", ORDERS), ("region", (None, *REGIONS)), ("flat", (None, True, False))])
        )
        assert self.painted is not None
        self.painted = {**self.painted, name: data.draw(st.sampled_from(values))}
        self.sent.append(self.painted)
        before = self.address.writings
        self.linked.hear(self.painted, self.mine)
        assert self.address.writings <= before + 1
        self.paint()

    @precondition(lambda self: self.painted is not None and self.sent)
    @rule(data=st.data())
    def hear_a_report_that_came_late(self, data: st.DataObject) -> None:
        late = data.draw(st.sampled_from(self.sent))
        if late["revision"] != self.linked.revision:
            before = self.linked.view
            self.linked.hear(late, self.mine)
            assert self.linked.view == before

    @precondition(lambda self: self.painted is not None)
    @rule(region=st.sampled_from([None, *REGIONS]))
    def click_on_a_map_that_python_draws(self, region: str | None) -> None:
        self.linked.change(self.mine, region=region)
        self.paint()

    @precondition(lambda self: self.painted is not None)
    @rule(mine=st.sampled_from([None, *REGIONS]))
    def choose_my_region(self, mine: str | None) -> None:
        links.write_link({"regio": mine})
        self.run_page()

    @precondition(lambda self: self.painted is not None)
    @invariant()
    def address_view_and_picture_agree(self) -> None:
        view = asdict(self.linked.view)
        assert self.painted == {**view, "revision": self.linked.revision}
        elsewhere: dict[str, Any] = {}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(streamlit, "session_state", elsewhere)
            writings = self.address.writings
            other = linked_view()
            other.open(self.mine)
            assert asdict(other.view) == view, "the link shows someone else the same"
            assert self.address.writings == writings, "and has nothing to mend"


TestThreeSides = ThreeSides.TestCase
TestThreeSides.settings = settings(max_examples=150, stateful_step_count=25, deadline=None)
