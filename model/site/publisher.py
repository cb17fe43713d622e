"""The organisation that offers the app to visitors, and the status that its accessibility statement may claim.

The statuses and what they ask for are those of digitoegankelijk.nl: an investigation by WCAG-EM of all fifty demands,
no older than three years, for A and B; one planned within six months of the statement for C; a statement for D.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta

PREFIX = "SCHAALWIJZER_"
"""Begin of the name of every environment variable of the app."""
STATUSES = {
    "A": "voldoet volledig",
    "B": "voldoet gedeeltelijk",
    "C": "eerste maatregelen genomen",
    "D": "voldoet niet",
    "E": "geen toegankelijkheidsverklaring",
}
_HALF_YEAR = timedelta(days=183)


@dataclass(frozen=True)
class Publisher:
    """What the administrator filled in of the organisation; each may be empty. Dates are YYYY-MM-DD.

    Raises ValueError for a date that is none.
    """

    organisation: str = ""
    accessibility_contact: str = ""
    statement_signed_on: str = ""
    statement_signed_by: str = ""
    statement_url: str = ""
    audit_planned_on: str = ""

    def __post_init__(self) -> None:
        self.signed_on, self.audit_on  # noqa: B018 (a date that is none is told at once)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Publisher:
        """The publisher as the environment names it."""
        return cls(**{item.name: environment.get(PREFIX + item.name.upper(), "").strip() for item in fields(cls)})

    @property
    def signed_on(self) -> date | None:
        """Day on which someone with authority agreed to the statement."""
        return date.fromisoformat(self.statement_signed_on) if self.statement_signed_on else None

    @property
    def audit_on(self) -> date | None:
        """Day of the planned investigation."""
        return date.fromisoformat(self.audit_planned_on) if self.audit_planned_on else None

    @property
    def has_statement(self) -> bool:
        """Whether an organisation made the statement its own: who, where to report, and who agreed when."""
        return bool(self.organisation and self.accessibility_contact and self.signed_on and self.statement_signed_by)

    def status(self, today: date) -> str:
        """Status that the statement may claim today; A and B need an investigation, of which the app knows nothing.

        >>> Publisher().status(date(2026, 1, 1))
        'E'
        >>> own = Publisher("Gemeente", "a@b.nl", "2026-01-01", "directeur", audit_planned_on="2026-05-01")
        >>> own.status(date(2026, 2, 1)), own.status(date(2026, 6, 1))
        ('C', 'D')
        """
        if not self.has_statement or self.signed_on is None:
            return "E"
        planned = self.audit_on
        in_time = planned is not None and self.signed_on <= planned <= self.signed_on + _HALF_YEAR
        return "C" if in_time and planned is not None and today <= planned else "D"
