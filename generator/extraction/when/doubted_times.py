"""Why the time of a figure may be wrong: it is expected and names none, or lies far ahead, or its results are still to come."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.had_expected_zh import had_been_expected
from generator.extraction.figure import PRICES, Basis
from generator.extraction.marks.verbs import MOVED, PROBABLY_DID, TOOK
from generator.extraction.when.aims_zh import tells_how_it_went
from generator.extraction.when.anothers_time_en import is_of_anothers_time
from generator.extraction.when.awaiting import HAD_EXPECTED
from generator.extraction.when.before_awaited_en import is_before_the_awaited
from generator.extraction.when.due import due_said
from generator.extraction.when.expected_time import LONG_SINCE, names_its_time
from generator.extraction.when.is_to_be_en import is_to_be_beside
from generator.extraction.when.now_expects_en import is_of_what_it_now_expects
from generator.extraction.when.raised_aims_zh import year_of_moved_aim
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

UNNAMED = "no period is named for what is expected"

_PRELIMINARY = re.compile(r"\bpreliminary\b|\bflash\b|初步|预告|快报", re.I)
# `That compares with the company's own guidance of RMB 21.81 billion`: of what came
_CAME_BESIDE = re.compile(
    r"\s*(?:That|This|It|The (?:figure|number|result|total|reading))(?: was| is| came in| were)? (?:compare[sd]? (?:with|to)|beat|beats|topped|exceed(?:s|ed)|surpass(?:es|ed)|miss(?:es|ed)|fell (?:short of|within|below)|below|above|within|(?:in|at) (?:line with|the [a-z]+ end of)|lagged|trailed|short of|shy of|ahead of|better than|worse than)\b"
)
# `near the upper end of its guidance range of 23,500`, `above the guidance of 51.5 billion yuan`: of what it is set beside
OWN_BESIDE = re.compile(
    r"\b(?:compared (?:with|to)|versus|against|(?:short|shy|ahead) of|(?:better|worse|higher|lower) than|above|below|within|in line with|(?:upper|lower|top|bottom|high|low|midpoint|middle)(?: end| half)? of|beat\w*|topp\w+|exceed\w*|surpass\w*|miss(?:es|ed|ing)?|trail\w*|lag\w*|meet|reach|hit|achieve|fulfil)"
    r" (?:(?:the|its|their|(?:the (?:company|group|firm|bank|broker|brokerage|house)|management)['’]s) )?(?:(?!consensus\b|market\b|analysts?\b)[a-z]+ ){0,2}?(?:guidance|forecast|outlook|estimate)s?(?: range)? (?:for |of )?(?:between |about |around |from |an? (?:[a-z]+ )?)?$"
)
# `JD.com's new businesses had a loss of`, `Alibaba reported growth to`
_TOLD = re.compile(
    r"\b(?:had|was|were|made|lost|came|totall?ed|brought|saw|rose|fell|grew|shrank|sank|(?:report|post|book|record|earn|generat|deliver|turn|announc|publish)ed)\b"
)

# `sales probably reached 66 trillion won`, in an outlook on a quarter that is over
_PROBABLY = re.compile(PROBABLY_DID)
_CAME = sought(rf"\b(?:was|were|had|{MOVED}|{TOOK}|said|sold|shipped|reached|totall?ed|came|[a-z]{{3,}}ed)\b")


def doubt_of_expected(
    around: Surroundings, metric: str, amount: Amount, period: Period | None, basis: Basis
) -> str | None:
    """Return why the period of a level may be wrong, where it is expected and names none, or lies far ahead."""
    published = around.calendar.published
    before = around.scan.text[around.scan.sentence.start : around.scan.first_of_range(amount).start]
    had = basis in ("forecast", "target") and _CAME_BESIDE.match(before) is not None
    had = had or (
        basis == "forecast"
        and bool(
            HAD_EXPECTED.search(before)
            or _PROBABLY.search(before)
            or had_been_expected(before)
            or OWN_BESIDE.search(before)
        )
    )  # of what was reported
    if basis == "target" and period and period.kind == "year" and tells_how_it_went(around.scan):
        had = True
    had = had or (
        basis == "target" and period is not None and period == year_of_moved_aim(around, amount, around.ground.period)
    )
    if basis in ("forecast", "target") and metric not in PRICES and not had and _is_past_ground(around, amount, period):
        return UNNAMED
    if basis == "forecast" and period and not awaits_results(around, amount) and is_to_be_beside(around.scan, amount):
        # `was 26 percent in the third quarter and is seen at 27 percent`
        foretold = around.ground.expects and around.ground.expected == period
        return UNNAMED if around.calendar.is_over(period) and not foretold else None
    expected = basis in ("forecast", "target") and metric not in PRICES
    if expected and (is_of_what_it_now_expects(around, amount, period) or is_of_anothers_time(around, amount, period)):
        return UNNAMED
    if metric == "market_cap" and _names_what_is_ahead(around, amount):
        return "a period that lies ahead"  # 到2027年市值可能达到3兆美元
    if period and published and basis == "actual" and period.end.year > published.year + 1:
        return "a period that lies ahead"
    awaited = (around.awaited or around.foreseen) and not _is_out_for_another(around, amount)
    if basis == "actual" and awaited and _is_to_come(around, metric, period):
        return "of results that are still to come"
    if basis == "actual" and metric not in PRICES and _is_still_expected(around, period):
        return "of results that are still to come"
    return None


def _is_still_expected(around: Surroundings, period: Period | None) -> bool:
    """Whether an English sentence says of nothing that it came, behind one whose company or house expects something of the same time: `It expects profit of 10 billion for Q3. On gross margin it is less bold: 22.7%`."""
    awaited, scan = around.ground.awaited, around.scan
    if scan.chinese or period is None or awaited is None or (awaited.period, awaited.basis) != (period, "forecast"):
        return False
    return _CAME.search(scan.text, scan.sentence.start, scan.sentence.end) is None


def _names_what_is_ahead(around: Surroundings, amount: Amount) -> bool:
    """Whether a clause names a period before an amount that has not begun."""
    start, day = around.scan.clause(amount.start)[0], around.calendar.published
    return any(start <= m.start < amount.start and day is not None and p.year > day.year for m, p in around.resolved)


def _is_out_for_another(around: Surroundings, amount: Amount) -> bool:
    """Whether English tells in the past of another company than the one that a text looks ahead to: `JD.com's new businesses had a loss of`."""
    spoken = around.subject_before(amount.start)
    entity = (
        spoken.entity if spoken else around.ground.entity
    )  # `Intel posted better results. Quarterly revenue was $12.8 billion`
    if around.scan.chinese or around.home is None or entity in (None, around.home):
        return False
    start = spoken.end if spoken else around.scan.sentence.start
    return _TOLD.search(around.scan.text, start, amount.start) is not None


def _is_to_come(around: Surroundings, metric: str, period: Period | None) -> bool:
    """Whether a figure would be among the results that a document awaits; what was sold is told before them."""
    catalogue, scan, own = around.names.catalogue, around.scan, around.calendar.own_quarter()
    if period is None or own is None or metric in PRICES or catalogue.metrics[metric].unit == "count":
        return False
    told = _PRELIMINARY.search(scan.text, scan.sentence.start, scan.sentence.end) or is_before_the_awaited(
        around, period
    )
    if period.kind == "quarter" and around.calendar.days_since(period) > LONG_SINCE:
        return False
    return not told and catalogue.named(period, around.home) == catalogue.named(own, around.home)


def awaits_results(around: Surroundings, amount: Amount) -> bool:
    """Whether a text, or the words before an amount, await results: those of a quarter that is over are expected."""
    return bool(around.awaited or around.foreseen or due_said(around.scan, amount.start))


def _is_past_ground(around: Surroundings, amount: Amount, period: Period | None) -> bool:
    foretold = around.ground.foretold
    if awaits_results(around, amount) or (foretold and period == foretold.period):
        return False  # in a preview, the quarter reported is the one that is expected
    named = names_its_time(around, amount, period) or (around.ground.expects and around.ground.expected is not None)
    day = around.calendar.published or around.calendar.until
    if named or period is None or day is None:
        return False
    return around.calendar.is_over(period) if period.fiscal or day == around.calendar.until else period.end < day
