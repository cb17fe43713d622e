"""Tables and scenarios of any region, drawn with a fixed seed."""

from __future__ import annotations

from random import Random

from model.what_if import (
    Control,
    ControlValue,
    InvestmentKind,
    Measure,
    MeasureTable,
    SavingsPlan,
    Scenario,
    Trajectory,
    controls_of,
    with_values,
)

_LEADS = ("Gemeenten", "gemeenten", "", ">5", "SOJ*")
_CATEGORIES = ("Inkoop", "", "@Toegang")


def any_plan(random: Random, measures: int, years: int) -> SavingsPlan:
    """A table with so many measures and years, names that a spreadsheet could take for a condition among them."""
    first = random.randint(1995, 2040)
    begins = random.randrange(years)
    span = random.randint(1, years - begins)
    return SavingsPlan(
        MeasureTable(tuple(_measure(random, place, first + begins, span) for place in range(measures))),
        Trajectory(
            years=tuple(range(first, first + years)),
            yearly_cost_mln_eur=(
                random.randint(30, 900) / 1.0,
                *(random.choice((None, float(random.randint(0, 900)))) for _ in range(years - 1)),
            ),
            national_contribution_mln_eur=tuple(
                random.choice((None, random.randint(0, 200) / 10)) for _ in range(years)
            ),
            budget_mln_eur=(None,) * years,
            interim_report_mln_eur=(None,) * years,
            target_mln_eur=(None,) * years,
            regional_cost_mln_eur=(None,) * years,
        ),
    )


def _measure(random: Random, place: int, first: int, years: int) -> Measure:
    low = [random.randint(0, 100) / 10 for _ in range(years)]
    # Some bands without a width, and some years without an effect.
    high = [
        round(end + random.choice((0, 0, random.randint(1, 80))) / 10 + (0.1 if place == 0 else 0.0), 9) for end in low
    ]
    kind = random.choice(tuple(InvestmentKind))
    return Measure(
        code=f"m{place}",
        name=f"Maatregel {place}",
        effect_years=tuple(range(first, first + years)),
        effect_low_mln_eur=tuple(low if place % 3 else [0.0, *low[1:]]),
        effect_high_mln_eur=tuple(high),
        saving_low_mln_eur=low[-1],
        saving_high_mln_eur=high[-1],
        investment_kind=kind,
        investment_mln_eur=random.randint(0, 50) / 10 if kind is InvestmentKind.AMOUNT else None,
        running=random.random() < 0.3,
        lead=random.choice(_LEADS),
        category=random.choice(_CATEGORIES),
    )


def any_scenario(random: Random, plan: SavingsPlan) -> Scenario:
    """A scenario with every control anywhere in its range, also between its steps."""
    controls = [control for control in controls_of(plan).values() if not control.for_all]
    return with_values(Scenario.default(plan), {control.key: _value(random, control) for control in controls})


def _value(random: Random, control: Control) -> ControlValue:
    numbers = [value for value in control.values if type(value) is float]
    if not numbers or random.random() < 0.4:
        return random.choice(control.values)
    return random.uniform(numbers[0], numbers[-1])
