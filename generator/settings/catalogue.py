"""The catalogue: metrics, companies and their people, publishers; how both languages name them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.settings.fiscal import as_reported, in_calendar
from generator.settings.model import Aliases, Id, Setting, Text
from generator.settings.period import Period

UnitKind = Literal["money", "money_per_share", "percent", "count", "speed", "years", "times"]


class Metric(Setting):
    """A quantity that reports name.

    `base` and `segment` say that this metric is another one seen in one segment: a text that speaks of the
    segment and then of its gross margin states this metric. `period_type` is XBRL's: a duration or an instant.
    `counted` are the nouns a count may carry (台, vehicles); empty means any.
    """

    name: Text
    plain: Text | None = Field(None, description="the name in plain words, for readers outside the trade")
    unit: UnitKind
    period_type: Literal["duration", "instant"] = "duration"
    better: Literal["higher", "lower"] | None = "higher"
    aliases: Aliases = Aliases()
    base: Id | None = None
    segment: Id | None = None
    counted: Aliases = Aliases()
    basis: Literal["actual", "target", "forecast"] = "actual"
    currency: str | None = Field(None, description="ISO 4217 code assumed where a text names none")
    entity: Id | None = Field(None, description="the one company this metric belongs to")
    formula: str | None = Field(None, description="for derived metrics: an expression over other metrics' ids")
    definition: Text | None = None


class Segment(Setting):
    """A line of business whose figures texts tell apart from the whole.

    `counts_as` names the segment whose metrics stand in where this one has none of its own; `product_of` names the
    line of business whose metrics a product is measured in. A region goes with any metric, beside the line of business.
    `revenue_only` says that a company tells what such a line took in, and no profit of it: SAP's cloud and software.
    `at_home` are names that mean it in texts about its company alone: 零售 is JD Retail in those about JD.
    """

    name: Text
    kind: Literal["business", "region"] = "business"
    aliases: Aliases = Aliases()
    at_home: Aliases = Aliases()
    entity: Id | None = None
    counts_as: Id | None = None
    product_of: Id | None = None
    revenue_only: bool = False


class Person(Setting):
    """Someone who speaks for a company."""

    name: Text
    aliases: Aliases = Aliases()
    role: Text | None = None


class Company(Setting):
    """A company, broker or institution that texts name."""

    name: Text
    short: Text | None = None
    kind: Literal["company", "broker", "institution", "researcher", "media"] = "company"
    aliases: Aliases = Aliases()
    ordinary: tuple[str, ...] = Field(
        (),
        description="Chinese names that are ordinary words too: they count in a text that has another alias",
    )
    tickers: tuple[str, ...] = ()
    currency: str | None = None
    fiscal_year_end: int = Field(12, ge=1, le=12, description="the month in which the fiscal year ends")
    combustion: bool = Field(
        False, description="a car maker that sells cars with engines too: new-energy vehicles are a part of its sales"
    )
    makes_cars: bool = Field(
        False, description="a car maker: what it counts as sold are cars, whatever words a text has for them"
    )
    supplies_cars: bool = Field(
        False, description="sells chips, batteries or parts to car makers: its automotive revenue is no sale of cars"
    )
    seat: tuple[str, ...] = Field(
        (), description="where it sits, by the words that English texts tell it with: `the Cupertino company`"
    )
    lines: dict[Id, Aliases] = Field(
        default_factory=dict,
        description="its own words for its lines of business, by segment: they count in texts about it, beside figures",
    )
    people: dict[Id, Person] = Field(default_factory=dict)

    @property
    def is_car_maker(self) -> bool:
        """Whether it makes cars, with engines or without."""
        return self.makes_cars or self.combustion


class Publisher(Setting):
    """An outlet; `aliases` hold its spellings in sources, pinyin included."""

    name: Text
    aliases: tuple[str, ...] = ()


class Catalogue(Setting):
    """Everything under config/catalogue/, each mapping keyed by id."""

    metrics: dict[Id, Metric] = Field(default_factory=dict)
    segments: dict[Id, Segment] = Field(default_factory=dict)
    companies: dict[Id, Company] = Field(default_factory=dict)
    publishers: dict[Id, Publisher] = Field(default_factory=dict)

    def year_end(self, company: str | None) -> int | None:
        """Return the month in which a company's fiscal year ends; None for one that is not listed."""
        return self.companies[company].fiscal_year_end if company in self.companies else None

    def company_kind(self, company: str | None) -> str | None:
        """Return what kind of company one is; None for one that is not listed."""
        return self.companies[company].kind if company in self.companies else None

    def named(self, period: Period, company: str | None, of: str | None = None) -> Period:
        """Return a period by the name that a company gives it; `of` is the company whose fiscal period it may be."""
        ends, whose = self.year_end(company), self.year_end(of or company)
        if ends == whose:
            return as_reported(period, ends)
        common = in_calendar(period, whose)
        return period if common.fiscal else as_reported(common, ends)
