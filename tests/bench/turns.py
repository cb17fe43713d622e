"""Measurements taken in turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Sample = TypeVar("Sample")


def in_turn(rounds: int, measurements: Sequence[Callable[[], Sample]]) -> list[list[Sample]]:
    """Samples per measurement, taken A B A B …, so that noise of the machine hits all alike."""
    samples: list[list[Sample]] = [[] for _ in measurements]
    for _ in range(rounds):
        for kept, measure in zip(samples, measurements, strict=True):
            kept.append(measure())
    return samples
