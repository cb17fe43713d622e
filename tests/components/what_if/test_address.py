"""Address of the what-if: it may lag behind the sliders, and a link of the visitor is still taken over."""

from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from components.look.words import NO_BREAK
from components.what_if.session import source_plan
from model.what_if import Scenario, preset_scenario, scenario_from_query, scenario_to_query, with_values
from tests.components.opening import address_of, component_data, opened, prepared, said, scenario_sent

PAGE = "pages/doorrekening.py"
PLAN = source_plan()
HIGH, LOW, NOTHING = (preset_scenario(PLAN, name) for name in ("hoog", "laag", "niets"))


def link(scenario: Scenario) -> dict[str, str]:
    return dict(parse_qsl(scenario_to_query(scenario)))


def test_a_link_opens_its_scenario_and_stays_in_the_address() -> None:
    app = opened(PAGE, **link(HIGH))
    assert app.session_state["what_if_session"].scenario == HIGH
    assert link(HIGH).items() <= address_of(app).items()
    # Also after a reload: what stood there before is not known, so there is nothing to undo.
    (panel,) = component_data(app, "what_if_panel")
    assert (panel["canUndo"], panel["changed"]) == (False, "Geopend zoals de link het zegt; daarna nog niets.")


def test_an_address_that_lags_behind_does_not_turn_a_step_back() -> None:
    app = opened(PAGE, **link(HIGH))
    session = app.session_state["what_if_session"]
    # The panel has shown this step; the address still holds the one before.
    session.step_to(LOW)
    app.run()
    assert not app.exception
    assert session.scenario == LOW
    assert link(LOW).items() <= address_of(app).items()


def test_another_link_is_taken_over() -> None:
    app = opened(PAGE, **link(HIGH))
    for key, value in link(NOTHING).items():
        app.query_params[key] = value
    for key in set(link(HIGH)) - set(link(NOTHING)):
        del app.query_params[key]
    app.run()
    assert app.session_state["what_if_session"].scenario == NOTHING


def test_the_panel_is_told_of_the_plan_that_its_scenario_is_of() -> None:
    app = opened(PAGE)
    (panel,), (plan,) = component_data(app, "what_if_panel"), component_data(app, "what_if_plan")
    assert panel["plan"] == plan["id"]
    assert set(scenario_sent(app)["now"]) == set(plan["values"])


def test_what_stands_below_the_panel_follows_only_where_a_step_changes_it() -> None:
    app = opened(PAGE)
    assert component_data(app, "what_if_panel")[0]["follows"] is False
    app.session_state["what_if_answer_what_first"] = True
    app.run()
    assert not app.exception
    assert component_data(app, "what_if_panel")[0]["follows"] is True


@pytest.mark.parametrize(
    ("query", "preset"),
    [({}, "midden"), (link(LOW), "laag"), (link(HIGH), "hoog"), (link(with_values(HIGH, {"overlap_share": 0.65})), "")],
)
def test_the_field_names_a_preset_only_where_the_scenario_equals_it(query: dict[str, str], preset: str) -> None:
    (panel,) = component_data(opened(PAGE, **query), "what_if_panel")
    assert panel["preset"] == preset


@pytest.mark.parametrize(("stage", "shown"), [({}, HIGH), ({"presentatie": "1"}, Scenario.default(PLAN))])
def test_a_step_without_a_scenario_is_the_start_whatever_was_shown_before(
    stage: dict[str, str], shown: Scenario
) -> None:
    app = opened(PAGE, **link(HIGH))
    app.switch_page("pages/kaart.py").run()
    app.query_params.clear()
    for key, value in stage.items():
        app.query_params[key] = value
    app.switch_page(PAGE).run()
    assert not app.exception
    assert app.session_state["what_if_session"].scenario == shown


def test_the_way_back_to_the_plain_start_sets_the_sliders_back() -> None:
    """An address that were written anew would hold the visitor on the page, however often he goes back."""
    app = opened(PAGE, **link(HIGH))
    for key in link(HIGH):
        del app.query_params[key]
    app.run()
    session = app.session_state["what_if_session"]
    assert session.scenario == Scenario.default(PLAN)
    assert not link(HIGH).keys() & address_of(app).keys()
    session.undo()
    assert session.scenario == HIGH


def test_a_link_from_another_page_that_names_no_scenario_leaves_the_sliders() -> None:
    app = opened(PAGE, **link(HIGH))
    app.switch_page("pages/kaart.py").run()
    for key in link(HIGH).keys() & address_of(app).keys():
        del app.query_params[key]
    app.switch_page(PAGE).run()
    assert app.session_state["what_if_session"].scenario == HIGH


def test_the_menu_leads_back_to_the_scenario_of_the_visit() -> None:
    app = opened(PAGE, **link(HIGH))
    app.switch_page("pages/kaart.py").run()
    kept = component_data(app, "finder")[0]["bar"]["kept"]
    there = kept["doorrekening"]
    assert link(HIGH).items() <= there.items()
    assert set(kept) == {"doorrekening"}


def test_the_page_names_its_region_and_says_when_mine_is_another() -> None:
    assert "**Zuid-Holland Zuid, 2019-2022**: alle bedragen" in said(opened(PAGE))
    app = opened(PAGE, regio="JZ29")
    assert "Uw regio is **Rijnmond**; daarover zegt deze pagina niets" in said(app)
    assert component_data(app, "what_if_panel")[0]["whose"] == "Zuid-Holland Zuid"
    assert "Uw regio is" not in said(opened(PAGE, regio="JZ31"))


def infos(app: AppTest) -> str:
    return "\n".join(str(element.value) for element in app.info).replace(NO_BREAK, " ")


def test_a_link_with_faults_is_used_as_far_as_it_can_be_and_every_fault_is_told() -> None:
    app = opened(PAGE, v="1", t=PLAN.fingerprint, b="1_7,3~2_99", w="plafond1_95.8", g="veel", o="0,65")
    assert not app.exception
    assert app.session_state["what_if_session"].scenario == with_values(
        Scenario.default(PLAN), {"saving_mln_eur:1": 7.3, "overlap_share": 0.65}
    )
    lead, *reasons = infos(app).split("\n")
    assert lead.startswith("Van de link is een deel niet gebruikt; daarvoor geldt de beginstand.")
    assert len(reasons) == 3
    told = infos(app).replace("\\", "")
    assert "- Besparing van maatregel 2: € 99 mln kan niet; toegestaan is € 1 mln tot en met € 10 mln." in told
    assert "- Doel: het plafond van scenario 1 is in de link € 95,8 mln en in de tabel van nu € 95,7 mln." in told
    assert "- Autonome groei: “veel” kan niet; toegestaan is −2 tot en met 10% per jaar." in told
    assert "veel" not in address_of(app).values()


def test_a_link_of_which_nothing_can_be_used_leaves_what_stood_there() -> None:
    app = opened(PAGE, **link(HIGH))
    for key in link(HIGH):
        del app.query_params[key]
    for key, value in {"v": "1", "t": PLAN.fingerprint, "o": "**1** [x](http://x.nl)"}.items():
        app.query_params[key] = value
    app.run()
    assert app.session_state["what_if_session"].scenario == HIGH
    assert "Van de link is niets te gebruiken; wat er stond, staat er nog." in infos(app)
    # A link in what was typed stands there as code, which does nothing.
    assert "\\*\\*1\\*\\* `[x](http://x.nl)”`" in infos(app)


def test_what_is_not_taken_literally_is_used_and_told() -> None:
    app = opened(PAGE, v="1", t=PLAN.fingerprint, o="65", w="eigen", e="97500000")
    meant = scenario_from_query(f"v=1&t={PLAN.fingerprint}&o=0.65&w=eigen&e=97.5", PLAN)
    assert app.session_state["what_if_session"].scenario == meant
    lead, *told = infos(app).replace("\\", "").split("\n")
    assert lead == "De link is gebruikt; een deel is anders gelezen dan het er staat. Kijk of dat is wat u bedoelt."
    assert told == ["- Eigen doel: gelezen is “97500000” als € 97,5 mln.", "- Overlap: gelezen is “65” als 65%."]
    assert link(meant).items() <= address_of(app).items()


def test_a_start_that_was_not_taken_literally_is_not_called_unused() -> None:
    app = opened(PAGE, v="1", t=PLAN.fingerprint, o="70", g="veel")
    assert "Van de link is een deel niet gebruikt" in infos(app)
    assert "Overlap: gelezen is “70” als 70%." in infos(app).replace("\\", "")


def test_a_part_that_stands_twice_in_an_address_is_told_and_not_used() -> None:
    app = prepared(PAGE, v="1", t=PLAN.fingerprint, g="1.5")
    app.query_params["o"] = ["0.5", "0.6"]
    app.run()
    assert app.session_state["what_if_session"].scenario == with_values(Scenario.default(PLAN), {"growth_pct": 1.5})
    assert "Overlap" in infos(app)
    assert "meer dan één keer in de link" in infos(app)


def test_many_faults_of_a_link_are_told_up_to_a_number() -> None:
    codes = PLAN.codes[:8]
    savings = "~".join(f"{code}_{90 + at}" for at, code in enumerate(codes))
    wrong = {
        "b": savings,
        "d": "1_99",
        "g": "99",
        "m": "99",
        "s": "999",
        "e": "9",
        "r": "2022_99",
        "n": "1_99",
        "o": "999",
    }
    app = opened(PAGE, v="1", t=PLAN.fingerprint, i="eenmalig", **wrong)
    lines = infos(app).split("\n")
    assert len(lines) == 10
    assert "En nog " in lines[-1]


@pytest.mark.parametrize("value", ["", "%", "~", "_", "1_", "'; drop", "<script>", "9" * 4_100, "\x00"])
@pytest.mark.parametrize("key", ["v", "t", "a", "b", "d", "o", "w", "regio"])
def test_no_text_in_the_address_breaks_the_page(key: str, value: str) -> None:
    app = opened(PAGE, **{"v": "1", "t": PLAN.fingerprint, key: value})
    assert not app.exception
    assert "Traceback" not in said(app)
    assert infos(app) or app.warning or key == "regio"
