"""How many examples a property test tries, in proportion to how long one takes; HYPOTHESIS_PROFILE scales them all."""

from __future__ import annotations

from hypothesis import settings

USUAL = 100
"""Examples of a property test that says nothing of its number, in the profile "default"."""


def examples(usual: int) -> settings:
    """Settings of a test that tries `usual` examples in an ordinary run, fewer in a quick one and more in a deep
    one.
    """
    profile = settings.get_current_profile_name()
    return settings(max_examples=max(1, usual * settings.get_profile(profile).max_examples // USUAL))
