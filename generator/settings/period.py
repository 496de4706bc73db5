"""Periods as YAML and figures write them: 2025-Q3, 2025-H1, 2025-9M, 2025, 2025-09, 2023-12-31, FY2025-Q3."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache, total_ordering
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

_FORM = re.compile(
    r"(?P<fiscal>FY)?(?P<year>(?:19|20)\d\d)"
    r"(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<nine>9M)|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?))?"
)


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A span of time, or an instant. Its label is its identity: a fiscal label stays a fiscal label."""

    label: str

    def __post_init__(self) -> None:
        """Raise ValueError for a label of no known form, or a day the calendar lacks."""
        _check(self.label)

    def __str__(self) -> str:
        return self.label

    def __lt__(self, other: Period) -> bool:
        return (self.end, self.months) < (other.end, other.months)

    @property
    def fiscal(self) -> bool:
        """Whether the label counts fiscal years, which need not be the calendar's."""
        return self.label.startswith("FY")

    @property
    def year(self) -> int:
        """The year the label names."""
        return int(self.label.removeprefix("FY")[:4])

    @property
    def kind(self) -> str:
        """One of `instant`, `month`, `quarter`, `half`, `nine_months`, `year`."""
        return _kind(self.label)

    @property
    def months(self) -> int:
        """How many months the period spans; 0 for an instant."""
        return {"instant": 0, "month": 1, "quarter": 3, "half": 6, "nine_months": 9, "year": 12}[self.kind]

    @property
    def end(self) -> date:
        """The last day, fiscal labels counted as if they were calendar ones (enough to put periods in order)."""
        return _last_day(self.label)

    def years_before(self, count: int = 1) -> Period:
        """The same period `count` years earlier: 2025-Q3 gives 2024-Q3."""
        start = 2 if self.fiscal else 0
        label = f"{self.label[:start]}{self.year - count}{self.label[start + 4 :]}"
        if label.endswith("-02-29"):
            label = label[:-2] + "28"
        return Period(label)

    def steps_before(self, count: int) -> Period:
        """The period of the same kind `count` steps earlier: 2025-Q1 gives 2024-Q4, 2025-H2 2025-H1, 2025-9M 2024-9M.

        Raises ValueError for an instant, which has no step.
        """
        parts = {"month": 12, "quarter": 4, "half": 2, "nine_months": 1, "year": 1}
        if self.kind not in parts:
            raise ValueError(f"{self.label} is a day, not a span of time")
        fiscal, part = "FY" if self.fiscal else "", parts[self.kind]
        if part == 1:
            return self.years_before(count)
        form = {"month": "-{:02}", "quarter": "-Q{}", "half": "-H{}"}[self.kind]
        number = int(re.sub(r"\D", "", self.label.removeprefix("FY")[5:]))
        year, rest = divmod(self.year * part + number - 1 - count, part)
        return Period(f"{fiscal}{year}{form.format(rest + 1)}")

    def quarter_before(self) -> Period | None:
        """The quarter before a quarter; None for periods of another kind."""
        return self.steps_before(1) if self.kind == "quarter" else None

    def previous(self) -> Period | None:
        """The quarter before a quarter, the month before a month; None for periods of another kind."""
        return self.steps_before(1) if self.kind in ("quarter", "month") else None

    def quarter_after(self) -> Period:
        """The quarter after a quarter."""
        return self.steps_before(-1)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Validate from the label, or from the bare number that YAML makes of a year."""
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def _validate(cls, value: Any) -> Period:
        return value if isinstance(value, Period) else cls(str(value))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        """A string in one of the forms above, or a bare year."""
        return {
            "anyOf": [
                {"type": "string", "pattern": re.sub(r"\?P<\w+>", "", f"^{_FORM.pattern}$")},
                {"type": "integer"},
            ]
        }


# A corpus speaks of few periods, and asks of each of them thousands of times.
@cache
def _check(label: str) -> None:
    found = _FORM.fullmatch(label)
    if not found or (found["fiscal"] and found["month"]):
        raise ValueError(f"'{label}' is no period: write 2025-Q3, 2025-H1, 2025-9M, 2025, 2025-09 or 2025-09-30")
    if found["day"]:
        date.fromisoformat(label)


@cache
def _kind(label: str) -> str:
    rest = label.removeprefix("FY")[5:]
    if not rest:
        return "year"
    if rest[0] == "Q":
        return "quarter"
    if rest[0] == "H":
        return "half"
    if rest == "9M":
        return "nine_months"
    return "month" if len(rest) == 2 else "instant"


@cache
def _last_day(label: str) -> date:
    kind, year, rest = _kind(label), int(label.removeprefix("FY")[:4]), label.removeprefix("FY")[5:]
    if kind == "instant":
        return date.fromisoformat(label)
    number = int(rest[-1]) if kind in ("quarter", "half") else 0
    month = {"year": 12, "nine_months": 9, "quarter": 3 * number, "half": 6 * number}.get(kind) or int(rest)
    return date(year, month, calendar.monthrange(year, month)[1])
