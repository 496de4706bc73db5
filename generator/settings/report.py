"""What a report states: sections of blocks, each with the metrics and quotes it asks for."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator, model_validator

from generator.settings import issues
from generator.settings.blocks import AnySection
from generator.settings.issues import Cadence, Window
from generator.settings.model import Id, Setting, Text
from generator.settings.period import Period


class Matrix(Setting):
    """One report for many companies and audiences: a briefing each, in a folder of the company's."""

    entities: tuple[Id, ...] = Field(min_length=1)
    audiences: tuple[Id, ...] = Field((), description="the report's own audiences where none are named")


class Report(Setting):
    """A report: config/reports/<name>.yaml.

    `extends` names a report whose keys this one takes over; sections of the same id are replaced in place, new ones
    go to the end (before method and sources), `without` leaves sections out.
    """

    extends: str | None = None
    title: Text
    subtitle: Text | None = None
    entity: Id
    period: Period | None = None
    cadence: Cadence | None = None
    first_issue: str | None = Field(None, description="2025-W47 or 2025-Q3: the issue that bears number 1")
    window: Window | None = Field(
        None, description="`7 days`, `2 weeks` or `all`: how far back an issue's news goes; what is older is standing"
    )
    quiet: Annotated[
        tuple[Id, ...],
        BeforeValidator(lambda v: (v,) if isinstance(v, str) else v, json_schema_input_type=str | tuple[Id, ...]),
    ] = Field(
        ("scorecard", "conflicts"), description="sections or blocks of an issue without news; `all` for every one"
    )
    audiences: tuple[Id, ...] = Field(("board",), min_length=1)
    sections: tuple[AnySection, ...] = Field(min_length=1)
    without: tuple[Id, ...] = ()
    matrix: Matrix | None = None
    names: dict[str, Any] = Field(default_factory=dict, description="author's own values, for templates")

    @model_validator(mode="before")
    @classmethod
    def _with_an_entity(cls, data: Any) -> Any:
        """A report with a matrix need not name a company beside."""
        if isinstance(data, dict) and "entity" not in data and isinstance(data.get("matrix"), dict):
            first = data["matrix"].get("entities")
            return {**data, "entity": first[0]} if isinstance(first, list) and first else data
        return data

    @field_validator("first_issue")
    @classmethod
    def _of_the_cadence(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None or "cadence" not in info.data:  # a cadence that is none is told by itself
            return value
        return issues.checked_first(value, info.data["cadence"])

    def spread(self, name: str) -> dict[str, Report]:
        """Return the reports that a matrix makes of this one, `<name>-<company>` each; without one, itself."""
        if self.matrix is None:
            return {name: self}
        audiences = self.matrix.audiences or self.audiences
        return {
            f"{name}-{entity}": self.model_copy(update={"entity": entity, "audiences": audiences, "matrix": None})
            for entity in dict.fromkeys(self.matrix.entities)
        }

    def issue(self, day: date) -> str:
        """Return the name of the issue as of a day: its week, the report's period, or the day itself."""
        if self.cadence == "weekly":
            return issues.week_name(day)
        return str(self.period) if self.period else day.isoformat()

    def number(self, issue: str) -> int | None:
        """Return the number of an issue; None where issues are not counted, or before the first."""
        return issues.number(self.first_issue, issue) if self.first_issue else None
