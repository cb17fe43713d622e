"""The least that Streamlit can be asked for: one part of a page with one slider. The load test measures beside it."""

import streamlit as st

SLIDER = "position"
HIGHEST = 100


def words(value: int) -> str:
    """What stands below the slider."""
    return f"De schuif staat op {value}."


@st.fragment
def slide() -> None:
    """The slider, and what it is set to."""
    st.markdown(words(st.slider("Schuif", 0, HIGHEST, key=SLIDER)))


if __name__ == "__main__":
    slide()
