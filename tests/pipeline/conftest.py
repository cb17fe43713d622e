"""Property tests of the pipeline run without a time limit per example, so that a slow machine fails nothing."""

from hypothesis import settings

settings.register_profile("no_deadline", deadline=None)
settings.load_profile("no_deadline")
