"""docs/what-if-model.md names what exists: modules, tests, files, link keys, and the sizes that follow from the
table.
"""

from __future__ import annotations

import re
from dataclasses import replace

from components.look.words import amount
from components.what_if.results import Results
from model.faults import TOLERANCE
from model.notation import thousandths
from model.what_if import (
    LINK_KEYS,
    InvestmentCount,
    TargetKind,
    controls_of,
    goal_seek,
    later_starts,
    measure_effects,
    priorities,
    response_table,
    scenario_figures,
    scenario_from_query,
    scenario_to_query,
    with_values,
    years_together,
)
from model.what_if.costs import RESULT_DECIMALS
from model.what_if.draws import DRAWS, MOST_DRAWS, PERT_WEIGHT, SEED, pert_quantile_table, slices
from model.what_if.link import LINK_VERSION
from tests.data.shipped import ROOT
from tests.docs.doorrekening_figures import DEFAULT, PLAN
from tests.docs.marked import MarkedDocument, value

DOCUMENT = MarkedDocument.read(ROOT / "docs" / "what-if-model.md")
PARTS = dict(
    zip(
        re.findall(r"^## (.+)$", DOCUMENT.text, re.MULTILINE),
        re.split(r"^## .+$", DOCUMENT.text, flags=re.M)[1:],
        strict=True,
    )
)


def test_every_module_is_named_once() -> None:
    named = re.findall(r"^\| `(\w+\.py)` \|", PARTS["Modules"], re.MULTILINE)
    assert sorted(named) == sorted(path.name for path in (ROOT / "model" / "what_if").glob("[!_]*.py"))


def test_every_test_it_names_exists() -> None:
    sources = "\n".join(path.read_text(encoding="utf8") for path in (ROOT / "tests").rglob("test_*.py"))
    named = set(re.findall(r"`(test_\w+)`", DOCUMENT.text))
    assert {name for name in named if f"def {name}(" not in sources} == set()
    properties = (ROOT / "tests" / "model" / "what_if" / "test_properties.py").read_text(encoding="utf8")
    assert set(re.findall(r"^def (test_\w+)", properties, re.MULTILINE)) <= named


def test_every_path_it_names_exists() -> None:
    paths = re.findall(r"`((?:model|components|tests|docs)/[\w/.-]*)`", DOCUMENT.text)
    assert len(paths) > 10
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_name_in_the_code_it_names_exists() -> None:
    code = "\n".join(
        path.read_text(encoding="utf8")
        for folder in ("model", "components", "tests")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".js"}
    )
    named = {
        name.rpartition(".")[2]
        for name in re.findall(r"`([A-Za-z_.]+_[A-Za-z_.]+|[A-Z]\w+)(?:\(\))?`", DOCUMENT.text)
        if not name.endswith((".py", ".md"))
    }
    assert len(named) > 30
    assert {name for name in named if not re.search(rf"\b{name}\b", code)} == set()


def test_link_keys_are_those_of_the_model() -> None:
    rows = {row[0].strip("`"): row for row in DOCUMENT.table("keys")}
    assert tuple(rows) == LINK_KEYS
    assert rows["v"][1].endswith(f"now {LINK_VERSION}")
    assert rows["t"][1].endswith(f"now `{PLAN.fingerprint}`")
    assert re.findall(r"`(\w+)`", rows["i"][2]) == [str(way) for way in InvestmentCount]
    assert re.findall(r"`([a-z0-9]+)[\w.]*`", rows["w"][2]) == [str(kind) for kind in TargetKind]
    for key in set(rows) - {"v", "t"}:
        for text in re.findall(r"`(\S+)`", rows[key][2]):
            query = f"v={LINK_VERSION}&t={PLAN.fingerprint}&{key}={text}"
            assert scenario_to_query(scenario_from_query(query, PLAN)) in (query, query.rpartition("&")[0])


def test_sizes_and_constants_are_those_of_the_model() -> None:
    responses, results = response_table(DEFAULT), Results(DEFAULT)
    rows = sum(len(response.control.values) for response in responses.values())
    assert f"{len(responses)} controls, {rows:,} rows" in DOCUMENT.text
    computed = sum(len(response.at) for response in responses.values())
    assert f"for the shipped plan {computed} rows where" in DOCUMENT.text
    assert f"once: {len(controls_of(PLAN))} for the shipped plan" in DOCUMENT.text
    chances = sum(len(values) for values in results.chances.values())
    assert f"do for {chances:,} values of {len(results.chances)} controls" in DOCUMENT.text
    assert f"{DRAWS:,} draws, or {MOST_DRAWS:,}" in DOCUMENT.text
    assert f"Seed {SEED}" in DOCUMENT.text
    assert f"{len(slices(DRAWS)) - 2} measures at most" in DOCUMENT.text
    assert f"λ = {PERT_WEIGHT:g}" in DOCUMENT.text
    assert f"{len(pert_quantile_table(DRAWS))} modes" in DOCUMENT.text
    assert f"`RESULT_DECIMALS` = {RESULT_DECIMALS}" in DOCUMENT.text
    assert f"`TOLERANCE` = {TOLERANCE:.0e} mln €".replace("e-09", "e-9") in DOCUMENT.text


def test_the_scenario_by_hand_is_what_the_model_gives() -> None:
    figures, together, at = scenario_figures(DEFAULT), years_together(DEFAULT), PLAN.trajectory.target_index
    late = scenario_figures(with_values(DEFAULT, {"delay_months": 7}))
    ceiling = replace(DEFAULT, target=TargetKind.CEILING_1)
    seven = priorities(DEFAULT)[PLAN.codes.index("7")]
    lost = measure_effects(DEFAULT)[PLAN.codes.index("7")].loss_without_mln_eur
    expected = {
        "E in 2022": figures.net_effect_mln_eur[at],
        "cost 2022": figures.yearly_cost_mln_eur[at],
        "contribution of 7 in 2022": seven.contribution_mln_eur,
        "lost without 7 in 2022": lost,
        "E 2020, all seven months later": late.net_effect_mln_eur[PLAN.years.index(2020)],
        "cost 2019-2022": together.yearly_cost_mln_eur,
        "more when a year later": later_starts(DEFAULT)[-1].more_than_now_mln_eur,
        "gap 2022, ceiling 1": figures.yearly_cost_mln_eur[at] - ceiling.target_cost_mln_eur,
        "common position for ceiling 1": goal_seek(ceiling).share,
        "years to earn back 7": seven.payback_years,
    }
    (sizes, *rows) = DOCUMENT.table("by-hand")
    gross, largest = float(figures.gross_effect_mln_eur[at]), float(figures.largest_effect_mln_eur[at])
    assert sizes == ["S and M in 2022", "", f"{gross:g} and {largest:g}"]
    assert [name for name, _, _ in rows] == list(expected)
    for name, by_hand, result in rows:
        decimals = len(result.partition(".")[2])
        assert f"{expected[name]:.{decimals}f}" == result, name
        summed = float(value(by_hand.replace(".", ",").replace("·", "×")))
        assert f"{summed:.{decimals}f}" == result, name


def test_kinds_of_target_are_those_of_the_model() -> None:
    assert set(re.findall(r"`(\w+)`", " ".join(row[0] for row in DOCUMENT.table("targets")))) == set(TargetKind)


def test_examples_of_rounding_hold() -> None:
    assert thousandths([108.85, -2.05]) == [108850, -2050]
    shown = [amount(figure).replace(",", ".").replace("-", "−") for figure in (108.85, -2.05)]
    assert f"108.85 shows as {shown[0]}, −2.05 as {shown[1]}" in DOCUMENT.text
