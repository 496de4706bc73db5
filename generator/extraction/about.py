"""What a document is about: its company, the period it reports on, the currency of amounts that name none."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.currencies import Currencies, currencies_of
from generator.extraction.frozen import frozen
from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.names import Names
from generator.extraction.periods.begun import calls_by_beginning
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import REPORTED
from generator.extraction.reading import Reading
from generator.extraction.when.called_fiscal import named_once
from generator.extraction.when.months import titled_month
from generator.extraction.when.previews import awaits_results, awaits_this_quarter, foresees_results, is_previewed
from generator.extraction.when.reporting import labels_fiscal, reported_period
from generator.extraction.when.told_throughout import quarter_told
from generator.extraction.whose.banks import bank_titled
from generator.extraction.whose.counts_cars import is_of_a_car_maker, tells_of_cars
from generator.extraction.whose.devices_tracked import RESULTS, devices_tracked, region_titled
from generator.extraction.whose.market_led_with import region_led_with
from generator.extraction.whose.on_several import on_several
from generator.extraction.whose.told_most_of import tells_of_two, times_named, titled_companies, told_most_of
from generator.extraction.whose.told_of_others import told_of_others
from generator.extraction.whose.trackers import by_researchers
from generator.extraction.whose.unlisted import unlisted
from generator.settings.period import Period

# titles of notes on many companies
_OF_MANY = re.compile("晨会|晨报|早报|日报(?!告)|晚报|周报(?!告)|早参|早餐|精粹|要闻(?:精选|汇总|速览)")


@frozen
class About:
    """The company that a document is about, its calendar, the period it reports on, its currency.

    `awaited` says that the results of that period are still to come and the market expects them, `previewed` that a broker does, `foreseen` that a Chinese title says so, `cars` that what it counts are cars, `tracked` is the
    segment of the devices in whose market it tells how makers stand, `region` in which region's, where its title says so,
    `several` that its title names more than one company, or none, and the text more than one
    about as often, `counts` that it tells how many cars were sold, and of no money earned,
    `to_come` that 当季 is the quarter awaited and 上季 the one before (what Hong Kong and Taiwan call 上季 is the one awaited), `month` the month of whose sales its title tells; `strangers` are where it names companies that it is about and the catalogue does not list.
    """

    home: str | None
    calendar: Calendar
    reported: Period | None
    awaited: bool
    previewed: bool
    foreseen: bool
    currencies: Currencies
    cars: bool
    tracked: str | None
    region: str | None = None
    several: bool = False
    counts: bool = False
    month: Period | None = None
    to_come: bool = False
    strangers: tuple[EntityMention, ...] = ()


def about(reading: Reading, names: Names) -> About:
    """Return what a document is about."""
    strangers = unlisted(reading, names)
    titled = titled_companies(reading, names, strangers)
    counts = times_named(reading, names, strangers, titled)
    many = not titled and bool(_OF_MANY.search(reading.title))
    others = told_of_others(reading, names, titled)
    tracked = devices_tracked(reading, others)
    home = None if many or (tracked and not titled) else told_most_of(counts, titled)
    home = bank_titled(reading, names) or home if not titled else home
    day = reading.document.published
    counted = by_researchers(reading, names)
    year_end = names.catalogue.companies[home].fiscal_year_end if home and not counted else 12
    alike = home is not None and names.catalogue.companies[home].fiscal_year_end == 12
    calendar = Calendar(day.date() if day else None, year_end, years_alike=alike)
    calendar = replace(
        calendar,
        labels_fiscal=labels_fiscal(reading, calendar, others),
        begun=calls_by_beginning(reading.text, calendar),
    )
    awaited, previewed, foreseen = awaits_results(reading, calendar), is_previewed(reading), foresees_results(reading)
    to_come = awaited or previewed or (foreseen and awaits_this_quarter(reading))
    several = on_several(reading, names, titled, strangers.mentions) or many or (not titled and tells_of_two(counts))
    month = titled_month(reading, calendar)
    reported = reported_period(reading, calendar, others)
    reported = reported or (None if several or month else quarter_told(reading, calendar))
    reported = named_once(reading, calendar, reported, several, others)
    if day is None and reported is not None and reported.kind in REPORTED:
        calendar = replace(calendar, until=calendar.ended(reported))
    return About(
        home, calendar, reported, awaited, previewed, foreseen, currencies_of(reading, home, titled, names), tells_of_cars(reading) or is_of_a_car_maker(reading, names, home),
        tracked, (region_titled(reading, names) or region_led_with(reading, names)) if tracked else None, several, tells_of_cars(reading) and not RESULTS.search(reading.text),
        month, to_come, strangers.mentions,
    )  # fmt: skip
