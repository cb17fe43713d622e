"""Pictures of a scenario for a hall, a slide or a note: what each says, and what there is to draw.

Every amount in a text has the decimals of its plan; those of a drawing are the model's own, with the decimals beside
them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from components.look.exhibit import (
    Bar,
    BarsDrawing,
    Drawing,
    Fall,
    KeyFigure,
    PathDrawing,
    TableDrawing,
    WaterfallDrawing,
)
from components.look.words import amount, capitalised, chance_in_words, chance_range_in_words, distance, listed, million
from components.what_if.answers.findings import agreed_in_words, rounding_note
from components.what_if.answers.how_sure import chances
from components.what_if.answers.over_the_years import later_name
from components.what_if.exhibit_words import WAITING_WORDS, from_target, waiting_groups, words_of
from components.what_if.panel.payload import WATERFALL_WORDS, step_amount
from components.what_if.results import Results
from components.what_if.targets import chance_subject, other_ceilings, target_in_words, target_name
from model.faults import TOLERANCE
from model.notation import chance_tenths, shown
from model.what_if import MeasurePriority, WaterfallStep
from model.what_if.plan import FloatArray

PATH = "pad"
"""Key of the picture that is shown where the address asks for none."""
_MOST_BARS = 6
_MOST_YEARS = 6
_OVERLAP = "Overlap"


@dataclass(frozen=True)
class Picture:
    """What one picture says; as in `Exhibit`."""

    title: str
    sentence: str
    alt: str
    drawing: Drawing
    figures: tuple[KeyFigure, ...] = ()


@dataclass(frozen=True)
class _TargetYear:
    """Amounts of the target year of a scenario, mln €, and how they are written."""

    results: Results

    @property
    def year(self) -> int:
        return self.results.scenario.plan.trajectory.target_year

    @property
    def cost(self) -> float:
        return self._of(self.results.figures.yearly_cost_mln_eur)

    @property
    def without(self) -> float:
        return self._of(self.results.figures.cost_without_measures_mln_eur)

    @property
    def gross(self) -> float:
        return self._of(self.results.figures.gross_effect_mln_eur)

    @property
    def saving(self) -> float:
        return self._of(self.results.figures.net_effect_mln_eur)

    @property
    def invested(self) -> float:
        return self._of(self.results.figures.investment_mln_eur)

    @property
    def goal(self) -> float:
        return self.results.scenario.target_cost_mln_eur

    @property
    def band(self) -> tuple[float, float]:
        return self._of(self.results.fan.p10_mln_eur), self._of(self.results.fan.p90_mln_eur)

    @property
    def saves(self) -> bool:
        """Whether the measures save something that the screen shows."""
        return shown(self.saving, self.results.decimals) != 0

    @property
    def nothing_on(self) -> str:
        return f"Er staat geen maatregel aan die in {self.year} iets bespaart"

    def mln(self, amount_mln_eur: float) -> str:
        return million(amount_mln_eur, self.results.decimals)

    def rounding(self, parts: Sequence[float], total: float) -> str:
        return rounding_note(parts, total, self.results.decimals)

    def _of(self, by_year: FloatArray) -> float:
        return float(by_year[self.results.scenario.plan.trajectory.target_index])


def _path(results: Results) -> Picture:
    """Costs per year with their band, beside the target."""
    now, plan, fan, decimals = _TargetYear(results), results.scenario.plan, results.fan, results.decimals
    figures = results.figures
    saved = f"na overlap besparen de maatregelen {now.mln(now.saving)}"
    if not now.saves:
        saved = "er staat geen maatregel aan die dan iets bespaart"
    said = f"Zonder maatregelen zijn de kosten {now.mln(now.without)}; {saved}."
    if shown(now.invested, decimals):
        said += f" Aan investeringen komt daar {now.mln(now.invested)} bij."
    said += now.rounding([now.without, -now.saving, now.invested], now.cost)
    cost = figures.yearly_cost_mln_eur.tolist()
    costs = listed(f"{year} {amount(of, decimals)}" for year, of in zip(plan.years, cost, strict=True))
    low, high = map(now.mln, now.band)
    spread = f"zijn alle uitkomsten {low}" if low == high else f"vallen 8 van de 10 uitkomsten tussen {low} en {high}"
    return Picture(
        title=(
            f"Jaarkosten {now.year}: {now.mln(now.cost)}, {from_target(now.cost - now.goal, decimals)}; "
            f"{words_of(results)['kans_zin']}"
        ),
        sentence=f"{said} {agreed_in_words(results)}".rstrip(),
        alt=(
            f"Lijn van de jaarkosten in mln €: {costs}. In {now.year} {spread}; "
            f"het doel is {target_in_words(results.scenario)}."
        ),
        drawing=PathDrawing(
            years=tuple(plan.years),
            cost_mln_eur=tuple(cost),
            without_measures_mln_eur=tuple(figures.cost_without_measures_mln_eur.tolist()),
            target_mln_eur=tuple(
                None if math.isnan(value) else value for value in results.scenario.target_path_mln_eur.tolist()
            ),
            p10_mln_eur=tuple(fan.p10_mln_eur.tolist()),
            p90_mln_eur=tuple(fan.p90_mln_eur.tolist()),
            decimals=decimals,
            target_name=target_name(results.scenario),
            ceilings=tuple(other_ceilings(results.scenario)),
        ),
        figures=_figures(now),
    )


def _figures(now: _TargetYear) -> tuple[KeyFigure, ...]:
    """Costs, distance to the target, and chance, as the tiles of the page have them."""
    decimals, share = now.results.decimals, now.results.fan.chance_share
    gap = shown(now.cost - now.goal, decimals)
    side = "boven" if gap > 0 else "onder" if gap < 0 else "precies op"
    subject = chance_subject(share)
    return (
        KeyFigure(now.mln(now.cost), f"jaarkosten {now.year}"),
        KeyFigure(distance(gap, decimals), f"{side} het doel van {now.mln(now.goal)}"),
        KeyFigure(chance_in_words(share), "kans om het doel te halen" if subject == "de kans" else subject),
    )


def _contributions(results: Results) -> Picture:
    """From the costs of the first year to those of the target year, with what overlap takes back."""
    now, first, decimals = _TargetYear(results), results.scenario.plan.years[0], results.decimals
    shown_steps = [step for step in results.waterfall if _stands_in_the_hall(step, decimals)]
    falls = [
        Fall(
            WATERFALL_WORDS[step.step].format(first_year=first, target_year=now.year),
            step.from_mln_eur,
            step.to_mln_eur,
            is_total=step.is_level,
        )
        for step in shown_steps
    ]
    lost = now.gross - now.saving
    steps = "; ".join(
        f"{fall.label}: {now.mln(fall.end_mln_eur if fall.is_total else step_amount(step, decimals))}"
        for step, fall in zip(shown_steps, falls, strict=True)
    )
    left = f"van {now.mln(now.gross)} blijft na overlap {now.mln(now.saving)} besparing over"
    return Picture(
        title=f"Optellen mag niet: {left}" if now.saves else now.nothing_on,
        sentence=(
            f"Maatregelen raken dezelfde kosten; door overlap valt {now.mln(lost)} weg. "
            f"Hoeveel zij overlappen, is een aanname: {words_of(results)['overlap']}."
            f"{now.rounding([lost, now.saving], now.gross)}"
        ),
        alt=f"Van de kosten van {first} naar die van {now.year}: {steps}.",
        drawing=WaterfallDrawing(
            (*falls, Fall(f"Doel {now.year}", 0.0, now.goal, is_total=True)), results.waterfall_axis, decimals
        ),
        figures=(
            KeyFigure(now.mln(now.gross), "opgeteld, wat niet mag"),
            KeyFigure(now.mln(lost), "valt weg door overlap"),
            KeyFigure(now.mln(now.saving), f"besparing in {now.year}"),
        ),
    )


def _stands_in_the_hall(step: WaterfallStep, decimals: int) -> bool:
    """Not a step that changes nothing, nor the distance to the target, which lies between the last two bars."""
    return step.is_level or (step.step != "distance_to_target" and shown(step.amount_mln_eur, decimals) != 0)


def _who(results: Results) -> Picture:
    """What the measures of each leading party contribute; per category, or per measure, where no party is named."""
    now = _TargetYear(results)
    kind, named = _groups(results)
    ordered = sorted(named, key=lambda pair: -pair[1])
    kept, rest = ordered[:_MOST_BARS], [value for _, value in ordered[_MOST_BARS:]]
    if rest:
        kept = [*kept, (f"{len(rest)} andere samen", sum(rest))]
    bars = tuple(Bar(name, value, now.mln(value)) for name, value in kept)
    title = f"Zo verdeelt de besparing van {now.mln(now.saving)} in {now.year} zich per {kind}"
    if not now.saves:
        title = now.nothing_on
    elif len(bars) == 1 or bars[0].words != bars[1].words:
        # Of two that are as large, naming one would be a choice between equals.
        title = f"{bars[0].label}: {bars[0].words} van de {now.mln(now.saving)} besparing in {now.year}"
    return Picture(
        title=title,
        sentence=(
            f"Bijdragen per {kind} mag u wel optellen: samen zijn zij de besparing na overlap."
            f"{now.rounding([value for _, value in kept], now.saving)}"
        ),
        alt=f"Staven van de bijdrage per {kind} in {now.year}. {_in_words(bars)}",
        drawing=BarsDrawing("mln €", bars),
        figures=_figures(now),
    )


def _groups(results: Results) -> tuple[str, list[tuple[str, float]]]:
    """What the measures are grouped by, and the contribution of each group in the target year, mln €."""
    at = results.scenario.plan.trajectory.target_index
    for kind, groups in (("trekker", results.by_lead), ("categorie", results.by_category)):
        if any(group.name for group in groups):
            return kind, [(group.name or f"zonder {kind}", group.contribution_mln_eur[at]) for group in groups]
    return "maatregel", [(f"{row.measure_code} {row.name}", row.contribution_mln_eur) for row in results.priorities]


def _what_first(results: Results) -> Picture:
    """The saving of the target year by how long the measures take to prepare."""
    now, decimals = _TargetYear(results), results.decimals
    savings = {
        name: sum(row.contribution_mln_eur for row in members) for name, members in waiting_groups(results).items()
    }
    rows = tuple(
        (name, ", ".join(row.measure_code for row in members), now.mln(savings[name]), _invested(members, decimals))
        for name, members in waiting_groups(results).items()
    )
    title = now.nothing_on
    if now.saves:
        most = max(savings, key=lambda name: savings[name])
        title = (
            f"Van de {now.mln(now.saving)} besparing in {now.year} komt {now.mln(savings[most])} van maatregelen "
            f"{WAITING_WORDS[most]}"
        )
    return Picture(
        title=title,
        sentence=(
            "Wat eerst moet, zegt de doorrekening niet. Voorbereiding, bijdrage en investering staan naast elkaar."
            f"{now.rounding([*savings.values()], now.saving)}"
        ),
        alt=(
            f"Per voorbereidingstijd de bijdrage in {now.year}: {listed(f'{row[0]} {row[2]}' for row in rows)}."
            if rows
            else f"{now.nothing_on}."
        ),
        drawing=TableDrawing(("Voorbereiding", "Maatregelen", f"Bijdrage {now.year}", "Investering"), rows),
        figures=_figures(now),
    )


def _invested(members: Sequence[MeasurePriority], decimals: int) -> str:
    """Known amount of a group of measures, and of how many it is unknown: never 0."""
    known = [row.investment_mln_eur for row in members if row.investment_mln_eur is not None]
    unknown, total = len(members) - len(known), sum(known)
    if not known:
        return "onbekend"
    if not unknown:
        return million(total, decimals) if total else "geen"
    return f"{million(total, decimals)}, {unknown} onbekend" if total else f"{unknown} onbekend, de rest geen"


def _how_sure(results: Results) -> Picture:
    """The chance as it stands, and with one assumption otherwise."""
    share = results.fan.chance_share
    bars = tuple(
        Bar(name, float(chance_tenths(of)), chance_in_words(of), marked=place == 0)
        for place, (name, of) in enumerate(chances(results))
    )
    around, overlap = chance_range_in_words(*results.chance_range), "met iets meer of minder overlap"
    moved = f", ook {overlap}" if around == chance_in_words(share) else f"; {overlap} {around}"
    return Picture(
        title=f"{capitalised(words_of(results)['kans_zin'])}{moved}",
        sentence=f"Het doel is {target_in_words(results.scenario)}. {agreed_in_words(results)}".rstrip(),
        alt=f"Staven van de kans op het doel. {_in_words(bars)}",
        drawing=BarsDrawing("kans, in tienden", bars),
        figures=_figures(_TargetYear(results)),
    )


def _what_weighs(results: Results) -> Picture:
    """What the costs of the target year depend on most."""
    now = _TargetYear(results)
    names = {measure.code: f"{measure.code} {measure.name}" for measure in results.scenario.plan.measures}
    rows = [bar for bar in results.tornado if bar.width_mln_eur > TOLERANCE][:_MOST_BARS]
    bars = tuple(Bar(names.get(bar.control, _OVERLAP), bar.width_mln_eur, now.mln(bar.width_mln_eur)) for bar in rows)
    if not bars:
        return Picture(now.nothing_on, "", f"{now.nothing_on}.", BarsDrawing("mln €", ()), _figures(now))
    return Picture(
        title=f"De jaarkosten van {now.year} hangen het meest af van {_most(bars)}",
        sentence="Elke staaf is het verschil tussen de laagste en de hoogste stand, als al het andere blijft staan.",
        alt=f"Staven van het verschil in jaarkosten {now.year}. {_in_words(bars)}",
        drawing=BarsDrawing("mln €", bars),
        figures=_figures(now),
    )


def _most(bars: Sequence[Bar]) -> str:
    """The first of the bars, or how many are as long as it on the screen."""
    equal = [bar for bar in bars if bar.words == bars[0].words]
    if len(equal) > 1:
        return f"{len(equal)} onderdelen, elk {bars[0].words}"
    return f"{'de overlap' if bars[0].label == _OVERLAP else f'maatregel {bars[0].label}'}: {bars[0].words}"


def _in_words(bars: Sequence[Bar]) -> str:
    """One sentence a bar: they are too many, with names too long, for one."""
    return " ".join(f"{bar.label}: {bar.words}." for bar in bars)


def _later(results: Results) -> Picture:
    """The costs per year where everything starts later; of many years the last ones."""
    now, plan, decimals = _TargetYear(results), results.scenario.plan, results.decimals
    years, together = plan.years[-_MOST_YEARS:], f"{plan.years[0]}-{plan.years[-1]} samen"
    rows = tuple(
        (
            later_name(row, results),
            *(amount(cost, decimals) for cost in row.yearly_cost_mln_eur[-_MOST_YEARS:]),
            amount(row.total_cost_mln_eur, decimals),
        )
        for row in results.later
    )
    more = shown(results.later[-1].more_than_now_mln_eur, decimals)
    more_or_less = f"kost in deze jaren samen {now.mln(abs(more))} {'meer' if more > 0 else 'minder'}"
    return Picture(
        title=f"Alles een jaar later beginnen {more_or_less if more else 'verandert de kosten van deze jaren niet'}",
        sentence="Jaarkosten in mln €, als alle maatregelen later beginnen.",
        alt=f"Jaarkosten {together}, in mln €: {listed(f'{row[0]} {row[-1]}' for row in rows)}.",
        drawing=TableDrawing(("Begin", *map(str, years), together), rows),
        figures=_figures(now),
    )


PICTURES: Mapping[str, Callable[[Results], Picture]] = MappingProxyType(
    {
        PATH: _path,
        "bijdragen": _contributions,
        "wie": _who,
        "eerst": _what_first,
        "zeker": _how_sure,
        "weegt": _what_weighs,
        "later": _later,
    }
)
"""Pictures of the page by their key in the address."""
