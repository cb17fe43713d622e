"""Effects of measures by year: delayed, added up, and net of overlap; for any batch shape.

Explained in docs/doorrekening.md, section 3, steps 2 to 4.
"""

from __future__ import annotations

import numpy as np

from model.what_if.plan import FloatArray

_MONTHS_PER_YEAR = 12.0


def delayed(effect_mln_eur: FloatArray, delay_months: FloatArray) -> FloatArray:
    """Effect when measures start later, shape (…, m, y), mln €.

    With d/12 = k + f, k whole years and 0 ≤ f < 1: e'(y) = (1−f)·e(y−k) + f·e(y−k−1), and 0 before the first year.

    Parameters
    ----------
    effect_mln_eur : array, shape (m, y)
        Effect as the source times it.
    delay_months : array, shape (…, m)
        Months later, 0 or more; fractions count.
    """
    late = np.nonzero(delay_months)
    if not late[0].size:
        return effect_mln_eur
    # In a batch of a thousand starts there are often no more than twenty late ones.
    years_late = delay_months[late] / _MONTHS_PER_YEAR
    whole = np.floor(years_late).astype(np.int64)
    fraction = (years_late - whole)[:, None]
    measure_count, year_count = effect_mln_eur.shape
    longest = int(whole.max()) + 1
    padded = np.concatenate([np.zeros((measure_count, longest)), effect_mln_eur], axis=1)
    column = longest + np.arange(year_count) - whole[:, None]
    measure = late[-1][:, None]
    result = np.empty((*delay_months.shape, year_count))
    result[...] = effect_mln_eur
    result[late] = (1.0 - fraction) * padded[measure, column] + fraction * padded[measure, column - 1]
    return result


def net_of_overlap(gross_mln_eur: FloatArray, largest_mln_eur: FloatArray, overlap_share: FloatArray) -> FloatArray:
    """Net effect M + (1−ω)·(S − M), mln €, in the shape that the arguments broadcast to."""
    result: FloatArray = largest_mln_eur + (1.0 - overlap_share) * (gross_mln_eur - largest_mln_eur)
    return result
