"""What is allowed in an own table but worth knowing, in Dutch sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.faults import dutch_number
from model.notation import listed
from model.own_table.headings import YEAR_FIELDS
from model.what_if import SavingsPlan

_HEADINGS = {field.name: field.stem for field in YEAR_FIELDS}


def remarks_on(plan: SavingsPlan, unused_headings: Sequence[str]) -> tuple[str, ...]:
    """Remarks on a plan and on the columns that were not used for it."""
    return tuple(_remarks(plan, unused_headings))


def _remarks(plan: SavingsPlan, unused_headings: Sequence[str]) -> Iterator[str]:
    if unused_headings:
        yield (
            f"Niet gebruikt, want de kop is onbekend: {', '.join(f'“{heading[:60]}”' for heading in unused_headings)}."
        )
    without = [m.code for m in plan.measures if not any(m.effect_high_mln_eur)]
    if without:
        yield f"Overal effect 0, dus deze schuif verandert niets: maatregel {listed(without)}."
    fixed = [
        code
        for code, low, high in zip(plan.codes, plan.band_low_mln_eur, plan.band_high_mln_eur, strict=True)
        if low == high and code not in without
    ]
    if fixed:
        yield (
            "Laag en hoog zijn in het laatste effectjaar gelijk, dus deze schuif kan niet bewegen: maatregel "
            f"{listed(fixed)}."
        )
    if plan.measures.codes_with_falling_effect:
        codes = listed(plan.measures.codes_with_falling_effect)
        yield f"Het effect daalt in een later jaar, en het laatste jaar geldt ook daarna: maatregel {codes}."
    for breach in plan.trajectory.identity_breaches():
        yield (
            f"{_HEADINGS[breach.figure]} {breach.year}: er staat {dutch_number(breach.printed_mln_eur)}, "
            f"uit de andere kolommen volgt {dutch_number(round(breach.expected_mln_eur, 6))}. Er is gerekend met wat "
            "er staat."
        )
