"""Camera of the tilting map: as text in the address, as the browser reports it, and as deck.gl is given it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.partners.camera import (
    DECIMALS,
    RANGES,
    Camera,
    Viewpoint,
    camera_from_link,
    camera_of,
    camera_payload,
    map_height,
    view_state,
)
from components.partners.view import BROWSER, VIEWPOINT, Browser
from tests.components.opening import address_of, component_data, prepared

PAGE = "pages/samenwerking.py"
ABOVE_UTRECHT = Camera(52.1, 5.3, 7.2, 45, -10.5)
TEXT = "52.1,5.3,7.2,45,-10.5"
RUBBISH = [
    "",
    "1",
    "52.1,5.3,7.2,45",
    "52.1,5.3,7.2,45,0,0",
    "52.1;5.3;7.2;45;0",
    "52,1,5,3,7,2,45,0",
    "nan,nan,nan,nan,nan",
    "52.1,5.3,inf,45,0",
    "52.1,5.3,7e0,45,0",
    " 52.1,5.3,7.2,45,0",
    "52.1,5.3,7.2,45,0\n",
    "٥٢,5.3,7.2,45,0",
    "52.1,5.3,7.2,45,<b>",
    "9" * 5000,
]
OUT_OF_RANGE = [
    "5.3,52.1,7.2,45,0",
    "47.9,5.3,7.2,45,0",
    "52.1,-0.1,7.2,45,0",
    "52.1,5.3,4.9,45,0",
    "52.1,5.3,11.1,45,0",
    "52.1,5.3,7.2,60.1,0",
    "52.1,5.3,7.2,-1,0",
    "52.1,5.3,7.2,45,180.1",
]

cameras = st.builds(Camera, **{name: st.floats(low, high) for name, (low, high) in RANGES.items()})


# As text


def test_text_and_camera() -> None:
    assert camera_of(TEXT) == ABOVE_UTRECHT
    assert ABOVE_UTRECHT.in_link() == TEXT
    assert camera_of("52.10001,5.300001,7.2004,45.00,-10.5") == ABOVE_UTRECHT, "what the link is rewritten to"


@pytest.mark.parametrize("text", [*RUBBISH, *OUT_OF_RANGE, None, 5, ["52.1", "5.3"]])
def test_text_that_is_no_camera(text: object) -> None:
    assert camera_of(text) is None


@given(cameras)
def test_every_camera_comes_back_rounded_from_a_short_text(camera: Camera) -> None:
    text = camera.in_link()
    back = camera_of(text)
    assert back is not None
    assert len(text) <= len("52.1234,10.1234,10.12,59.1,-179.1")
    assert "-0," not in f"{text},"
    for name, decimals in DECIMALS.items():
        assert getattr(back, name) == pytest.approx(getattr(camera, name), abs=0.51 * 10**-decimals)
    assert back.in_link() == text, "read and written again it stays as it is"


@pytest.mark.parametrize("name", RANGES)
@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1000.0, 1000.0])
def test_camera_outside_its_range_is_refused(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=name):
        Camera(**{"latitude": 52.0, "longitude": 5.0, "zoom": 7.0, "pitch": 30.0, "bearing": 0.0, name: value})


# In the address


def test_link_without_a_camera(address: dict[str, str], warnings: list[str]) -> None:
    assert camera_from_link() is None
    assert warnings == []


def test_link_with_a_camera(address: dict[str, str], warnings: list[str]) -> None:
    address["beeld"] = TEXT
    assert camera_from_link() == ABOVE_UTRECHT
    assert warnings == []


@pytest.mark.parametrize("text", [*RUBBISH, *OUT_OF_RANGE])
def test_link_with_a_camera_that_cannot_be(text: str, address: dict[str, str], warnings: list[str]) -> None:
    address["beeld"] = text
    assert camera_from_link() is None
    (warning,) = warnings
    assert warning.startswith("De link noemt een stand van de kaart die niet bestaat: `")


# As the browser reports it


def test_report_changes_what_is_seen_and_not_what_the_map_was_told() -> None:
    heard = Viewpoint().heard({"text": TEXT, "reset": False, "moves": 0})
    assert heard == Viewpoint(seen=ABOVE_UTRECHT, told=None, moves=0)
    assert view_state(heard, 780) == view_state(Viewpoint(), 780), "the map that was moved stays where it is"
    assert heard.drawn_anew().told == ABOVE_UTRECHT


def test_reset_moves_the_map_to_the_whole_country() -> None:
    reset = Viewpoint(ABOVE_UTRECHT, ABOVE_UTRECHT, 3).heard({"text": None, "reset": True, "moves": 3})
    assert reset == Viewpoint(None, None, 4)


def test_report_from_before_the_last_move_does_not_count() -> None:
    late = Viewpoint(None, None, 4)
    assert late.heard({"text": TEXT, "reset": False, "moves": 3}) == late
    assert late.heard({"text": None, "reset": True, "moves": 3}) == late


@pytest.mark.parametrize("reported", [None, {}, {"moves": "0"}, {"text": TEXT}])
def test_report_that_says_nothing(reported: dict[str, Any] | None) -> None:
    before = Viewpoint(ABOVE_UTRECHT, None, 0)
    assert before.heard(reported) == before


@pytest.mark.parametrize("text", [None, "", *RUBBISH, *OUT_OF_RANGE])
def test_camera_that_the_link_leaves_out(text: str | None) -> None:
    assert Viewpoint(ABOVE_UTRECHT, None, 0).heard({"text": text, "moves": 0}).seen is None


def test_browser_writes_the_same_numbers_as_python() -> None:
    payload = camera_payload(Viewpoint(moves=2))
    assert [name for name, *_ in payload["fields"]] == list(DECIMALS) == list(RANGES)
    assert payload["key"] == "beeld"
    assert payload["moves"] == 2


# As deck.gl is given it


def test_every_move_changes_every_number_by_a_hair() -> None:
    """Streamlit only takes over values that differ from those of the last time."""
    states = [view_state(Viewpoint(ABOVE_UTRECHT, ABOVE_UTRECHT, moves), 780) for moves in range(4)]
    for name in DECIMALS:
        assert len({state[name] for state in states}) == len(states)
        assert states[-1][name] == pytest.approx(getattr(ABOVE_UTRECHT, name), abs=1e-5)


def test_whole_country_fits_a_phone_and_a_camera_from_the_link_stays_as_it_is() -> None:
    assert view_state(Viewpoint(), 780)["zoom"] > view_state(Viewpoint(), 360)["zoom"]
    told = Viewpoint(ABOVE_UTRECHT, ABOVE_UTRECHT)
    assert view_state(told, 780) == view_state(told, 360)
    assert map_height(360) < map_height(780)


def initial_view_state(**query: str) -> dict[str, float]:
    app = prepared(PAGE, **query).run()
    app.session_state[BROWSER] = Browser("fast")
    (element,) = app.run().get("deck_gl_json_chart")
    found: dict[str, float] = json.loads(element.proto.json)["initialViewState"]
    return found


def test_page_starts_where_the_link_says() -> None:
    state = initial_view_state(beeld=TEXT)
    assert [state[name] for name in DECIMALS] == [float(part) for part in TEXT.split(",")]
    assert initial_view_state()["zoom"] != state["zoom"]


def test_link_opened_in_the_same_session_moves_the_map() -> None:
    app = prepared(PAGE, beeld=TEXT).run()
    assert component_data(app, "partner_controls")[0]["camera"]["moves"] == 0
    app.query_params["beeld"] = "52,5,8,10,0"
    app.run()
    assert component_data(app, "partner_controls")[0]["camera"]["moves"] == 1
    assert app.session_state[VIEWPOINT].told == Camera(52, 5, 8, 10, 0)
    assert address_of(app)["beeld"] == "52,5,8,10,0"


def test_camera_that_cannot_be_leaves_the_link() -> None:
    app = prepared(PAGE, beeld="1,2,3").run()
    assert any("`1,2,3`" in warning.value for warning in app.warning)
    assert "beeld" not in address_of(app)
