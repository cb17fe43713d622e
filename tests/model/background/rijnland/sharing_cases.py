"""Cost-sharing cases as hypothesis draws them."""

from __future__ import annotations

from hypothesis import strategies as st

from model.background.rijnland.cost_sharing import Municipality, Settlement, SharingCase

places = st.integers(0, 80).map(lambda quarters: quarters / 4)
names = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12).filter(
    lambda name: name == " ".join(name.split()) and name.isprintable() and not name.startswith(("=", "+", "-", "@"))
)


@st.composite
def cases(draw: st.DrawFn) -> SharingCase:
    """Any case with everything that may vary."""
    history = draw(st.integers(1, 4))
    years = draw(st.integers(history + 2, min(10, history + 4)))
    chosen = draw(st.lists(names, min_size=2, max_size=4, unique_by=str.casefold))
    return SharingCase(
        municipalities=tuple(
            Municipality(
                name,
                draw(st.integers(1, 500_000)),
                tuple(draw(st.lists(places, min_size=years, max_size=years))),
            )
            for name in chosen
        ),
        price_eur=draw(st.integers(1, 1_000_000).map(float)),
        history_years=history,
        capacity_places=draw(st.none() | places),
        settlement=draw(st.sampled_from(Settlement)),
    )
