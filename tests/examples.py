"""How many examples a property test tries, in proportion to how long one takes; HYPOTHESIS_PROFILE scales them all."""

from __future__ import annotations

from hypothesis import settings

USUAL = 100
"""What the number of a test is a share of: a profile with so many examples tries exactly the number that it names."""


def examples(usual: int) -> settings:
    """Settings of a test that tries `usual` examples where another tries `USUAL`: half of it in an ordinary run, a
    fifth in a quick one, ten times as many in a deep one.
    """
    profile = settings.get_current_profile_name()
    return settings(max_examples=max(1, usual * settings.get_profile(profile).max_examples // USUAL))
