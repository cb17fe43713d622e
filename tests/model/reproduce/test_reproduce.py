"""A result computed again outside the app: the six lines in a fresh interpreter, and the command line."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from components.look.words import amount, chance_in_words, chance_range_in_words
from components.what_if.results import Results, results_of
from components.what_if.session import source_plan as plan_of_page
from model.notation import NO_BREAK
from model.own_table import tables_of_plan, xlsx_file
from model.reproduce import command_of, lines_of, own_plan, source_plan
from model.reproduce.command import REFUSED, USAGE, main
from model.what_if import SavingsPlan, Scenario, gap_by_year, scenario_to_query
from tests.components.what_if.workbook.any_region import any_plan, any_scenario
from tests.data.shipped import ROOT

SCENARIOS = 50
OWN_TABLES = 5
TOLD = """
import json
told.append({
    "years": list(figures.years), "cost": figures.yearly_cost_mln_eur.tolist(), "gap": gap_by_year(scenario).tolist(),
    "chance": band.chance_share, "p10": band.p10_mln_eur.tolist(), "p90": band.p90_mln_eur.tolist(),
    "codes": list(parts.measure_codes), "contribution": parts.contribution_mln_eur.tolist(),
})
"""
"""What the lines left behind, to be compared digit by digit: what they print is rounded by NumPy."""


def of_page(scenario: Scenario) -> dict[str, Any]:
    """The same of what the page computes."""
    results = results_of(scenario)
    return {
        "years": list(results.figures.years),
        "cost": results.figures.yearly_cost_mln_eur.tolist(),
        "gap": gap_by_year(scenario).tolist(),
        "chance": results.fan.chance_share,
        "p10": results.fan.p10_mln_eur.tolist(),
        "p90": results.fan.p90_mln_eur.tolist(),
        "codes": list(results.contributions.measure_codes),
        "contribution": results.contributions.contribution_mln_eur.tolist(),
    }


def told_by(texts: list[str]) -> list[dict[str, Any]]:
    """What each text, run by itself in a fresh interpreter, leaves behind."""
    program = "\n".join(
        ["import json, sys", "told = []", *(f"exec({text + TOLD!r}, {{'told': told}})" for text in texts)]
    )
    answer = subprocess.run(
        [sys.executable, "-c", program + "\nprint(json.dumps(told), file=sys.stderr)"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    found: list[dict[str, Any]] = json.loads(answer.stderr)
    return found


def same(value: Any, other: Any) -> bool:
    """Equal in every digit; what is unknown equals what is unknown."""
    if isinstance(value, list):
        return len(value) == len(other) and all(map(same, value, other))
    if isinstance(value, float) and math.isnan(value):
        return other is None or math.isnan(other)
    return bool(value == other)


@pytest.fixture(scope="module")
def scenarios() -> list[Scenario]:
    random, plan = Random(20), plan_of_page()
    return [Scenario.default(plan), *(any_scenario(random, plan) for _ in range(SCENARIOS - 1))]


@pytest.fixture(scope="module")
def own_tables(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, SavingsPlan]]:
    """Own tables as the app saves them, each with the plan that the app reads from it."""
    random, folder = Random(21), tmp_path_factory.mktemp("own tables")
    saved = []
    for place in range(OWN_TABLES):
        file = folder / f"eigen tabel's {place}.xlsx"
        file.write_bytes(xlsx_file(tables_of_plan(any_plan(random, 1 + 3 * place, 2 + place)), ()))
        saved.append((file, own_plan(file)))
    return saved


def test_the_plan_outside_the_app_is_that_of_the_page() -> None:
    assert source_plan() == plan_of_page()


def test_there_are_six_lines_that_one_can_read(scenarios: list[Scenario]) -> None:
    for scenario in scenarios:
        lines = lines_of(scenario).splitlines()
        assert len(lines) == 6
        assert all(len(line) <= 120 for line in lines if "scenario_from_query(" not in line)


def test_the_lines_give_the_figures_of_the_page(scenarios: list[Scenario]) -> None:
    for told, scenario in zip(told_by([lines_of(scenario) for scenario in scenarios]), scenarios, strict=True):
        wanted = of_page(scenario)
        assert [key for key in wanted if not same(wanted[key], told[key])] == [], scenario_to_query(scenario)


def test_the_lines_give_those_of_an_own_table(own_tables: list[tuple[Path, SavingsPlan]]) -> None:
    random = Random(22)
    scenarios = [any_scenario(random, plan) for _, plan in own_tables]
    texts = [lines_of(scenario, str(file)) for scenario, (file, _) in zip(scenarios, own_tables, strict=True)]
    for told, scenario in zip(told_by(texts), scenarios, strict=True):
        wanted = of_page(scenario)
        assert [key for key in wanted if not same(wanted[key], told[key])] == []


def test_the_command_gives_the_figures_of_the_page(
    scenarios: list[Scenario], capsys: pytest.CaptureFixture[str]
) -> None:
    for scenario in scenarios:
        assert main([scenario_to_query(scenario), "--json"]) == 0
        told, results = json.loads(capsys.readouterr().out), results_of(scenario)
        wanted = of_page(scenario)
        assert told["query"] == scenario_to_query(scenario)
        assert same(wanted["cost"], told["yearly_cost_mln_eur"])
        assert same(wanted["gap"], told["gap_mln_eur"])
        assert same(wanted["p10"], told["p10_mln_eur"])
        assert same(wanted["p90"], told["p90_mln_eur"])
        assert told["chance_share"] == wanted["chance"]
        assert told["chance_range_share"] == list(results.chance_range)
        assert same(wanted["contribution"], list(told["contribution_mln_eur"].values()))
        assert same(results.figures.regional_cost_mln_eur.tolist(), told["regional_cost_mln_eur"])


def shown(values: Any, results: Results, absent: str = "onbekend") -> list[str]:
    """Amounts as the page shows them."""
    return [absent if math.isnan(value) else amount(float(value), results.decimals) for value in values]


def test_the_table_shows_what_the_page_shows(scenarios: list[Scenario], capsys: pytest.CaptureFixture[str]) -> None:
    for scenario in scenarios:
        assert main([scenario_to_query(scenario)]) == 0
        text, results = capsys.readouterr().out, results_of(scenario)
        years = len(results.figures.years)
        lines = [line.split() for line in text.splitlines()]
        rows = {" ".join(cells[:-years]): cells[-years:] for cells in lines if len(cells) > years}
        assert rows["Jaarkosten"] == shown(results.figures.yearly_cost_mln_eur, results)
        assert rows["Doel"] == shown(scenario.target_path_mln_eur, results, "geen")
        assert rows["Verschil met het doel"] == shown(gap_by_year(scenario), results, "geen")
        assert rows["Band, laag (P10)"] == shown(results.fan.p10_mln_eur, results)
        assert rows["Kosten voor de regio, na bijdrage Rijk"] == shown(results.figures.regional_cost_mln_eur, results)
        for place, measure in enumerate(scenario.plan.measures):
            contributed = results.contributions.contribution_mln_eur[place]
            assert rows[f"{measure.code} {measure.name}"] == shown(contributed, results)
        chance, around = chance_in_words(results.fan.chance_share), chance_range_in_words(*results.chance_range)
        words = f"{chance}; met 5 procentpunt meer of minder overlap {around}".replace(NO_BREAK, " ")
        assert f"Kans op het doel in {results.fan.target_year}: {words}\n" in text


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "model.what_if", *words], cwd=ROOT, capture_output=True, text=True)


def test_a_terminal_takes_the_line_as_it_is_shown(
    scenarios: list[Scenario], own_tables: list[tuple[Path, SavingsPlan]]
) -> None:
    file, plan = own_tables[2]
    for command in (command_of(scenarios[1]), command_of(Scenario.default(plan), str(file))):
        assert command.startswith("python -m model.what_if ")
        answer = subprocess.run(
            ["sh", "-c", command.replace("python", sys.executable, 1)], cwd=ROOT, capture_output=True, text=True
        )
        assert (answer.returncode, answer.stderr) == (0, "")
        assert answer.stdout.startswith("mln €, niet geïndexeerd")


def test_a_whole_address_will_do(scenarios: list[Scenario], capsys: pytest.CaptureFixture[str]) -> None:
    query = scenario_to_query(scenarios[3])
    main([query])
    wanted = capsys.readouterr().out
    assert main([f"https://jeugd.voorbeeld.nl/doorrekening?regio=JZ31&{query}&taak=vb"]) == 0
    assert capsys.readouterr().out == wanted


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["v=1"], "De link is niet volledig"),
        (["https://jeugd.voorbeeld.nl/kaart?taak=ambulant"], "Dit is geen link van Doorrekening"),
        (["v=1&t=abcdef"], "De link hoort bij andere cijfers"),
        (["v=9&t=524a60"], "De link"),
        (["v=1&t=524a60&o=abc"], "Overlap: “abc” kan niet"),
        ([], "Geef één link, tussen aanhalingstekens; dit zijn er 0."),
        (["v=1&t=524a60", "o=0"], "dit zijn er 2."),
        (["v=1&t=524a60", "--plan"], "Achter --plan ontbreekt het bestand."),
        (["v=1&t=524a60", "--plan", "nergens.xlsx"], "Het bestand nergens.xlsx is niet te lezen"),
        (["v=1&t=524a60", "--plan", "README.md"], "een bestand"),
        (["v=1&t=524a60", "--snel"], "--snel is geen optie."),
    ],
)
def test_what_cannot_be_used_is_said_in_dutch(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == REFUSED
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert "Traceback" not in told.err


def test_what_is_not_taken_literally_is_said_beside_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["v=1&t=524a60&o=50"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("mln €")
    assert "50" in told.err


def test_the_program_ends_with_that_code() -> None:
    answer = run("v=1")
    assert (answer.returncode, answer.stdout) == (REFUSED, "")
    assert run("--help").stdout.strip() == USAGE
