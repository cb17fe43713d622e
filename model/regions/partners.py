"""Regions that name each other as a partner, in both directions or in one, and partners that are no single region."""

from __future__ import annotations

import pandas as pd

from model.dataset.registry import CONFIDENCES


def partnerships(partners: pd.DataFrame) -> pd.DataFrame:
    """One row per pair of regions of which at least one names the other; mutual pairs first, then by code.

    Columns: `region_code` (names the other), `partner_region_code`, `mutual` (the other names it as well),
    `mention_count` (rows of `partners`, both ways), `confidence` (the highest among them). Of a mutual pair the lower
    code comes first. Rows without `partner_region_code` are left out: see `collectives`.
    """
    named = partners.dropna(subset="partner_region_code")
    pairs: dict[tuple[str, str], list[str]] = {}
    for row in named.itertuples():
        pairs.setdefault((str(row.region_code), str(row.partner_region_code)), []).append(str(row.confidence))
    rows = []
    for (region_code, partner_code), confidences in pairs.items():
        back = pairs.get((partner_code, region_code), [])
        if back and partner_code < region_code:
            continue
        both = [*confidences, *back]
        rows.append((region_code, partner_code, bool(back), len(both), min(both, key=CONFIDENCES.index)))
    columns = ["region_code", "partner_region_code", "mutual", "mention_count", "confidence"]
    table = pd.DataFrame(rows, columns=columns).astype({"mutual": bool, "mention_count": int})
    return table.sort_values(
        ["mutual", "region_code", "partner_region_code"], ascending=[False, True, True], ignore_index=True
    )


def partners_of(pairs: pd.DataFrame, region_code: str) -> dict[str, str]:
    """Code of each region that shares a pair of `partnerships` with this one, to 'mutual', 'names' or 'named_by'."""
    found: dict[str, str] = {}
    for row in pairs.itertuples():
        if region_code == row.region_code:
            found[str(row.partner_region_code)] = "mutual" if row.mutual else "names"
        elif region_code == row.partner_region_code:
            found[str(row.region_code)] = "mutual" if row.mutual else "named_by"
    return found


def mentions(partners: pd.DataFrame) -> pd.DataFrame:
    """Rows of `partners` that name one region, in the order of the source."""
    return partners.dropna(subset="partner_region_code").sort_values("line_from", kind="stable", ignore_index=True)


def collectives(partners: pd.DataFrame) -> pd.DataFrame:
    """Rows of `partners` that name a group, a province or a region that cannot be told: they lead to no one region."""
    unnamed = partners[partners["partner_region_code"].isna()]
    return unnamed.sort_values("line_from", kind="stable", ignore_index=True)
