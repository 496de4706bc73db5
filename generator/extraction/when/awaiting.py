"""The periods that are still to come: those a sentence names, and those that what is expected is of."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.compared_back_en import markets_on_outlook
from generator.extraction.expected.had_expected_zh import had_been_expected
from generator.extraction.expected.headed_aims_zh import aim_headed
from generator.extraction.expected.what_they_expect_en import is_what_they_expect
from generator.extraction.figure import PRICES, Basis
from generator.extraction.marks.verbs import DID, MOVED, TOOK
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.aims_zh import tells_how_it_went, year_beside_the_last
from generator.extraction.when.anothers_time_en import is_of_anothers_time
from generator.extraction.when.due import due_said, year_due
from generator.extraction.when.is_to_be_en import is_to_be_beside, period_to_be
from generator.extraction.when.long_run_zh import is_in_the_long_run
from generator.extraction.when.nearest import is_of_origin
from generator.extraction.when.of_the_next import is_of_the_next
from generator.extraction.when.raised_aims_zh import year_of_moved_aim
from generator.extraction.when.shared_behind_en import shared_behind
from generator.extraction.when.told import Told
from generator.extraction.when.usable import in_nameless_span
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# `is expected to be $14 billion, compared with $15.3 billion in first quarter 2024`
_COMPARED = re.compile(
    r"[^;]{0,70}?\bcompared (?:with|to) (?:[^\s;]+ ){0,2}?(?:[a-z]+ ){0,4}?(?:in |for |of )?(?:the )?", re.I
)
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
    r"\b(?:had|was|were|made|lost|came|brought|saw|rose|fell|grew|shrank|sank|(?:report|post|book|record|earn|generat|deliver|turn|announc|publish)ed)\b"
)
_HAD = re.compile(
    r"\bhad (?:\w+ ){0,2}?(?:forecast|guided|projected|expected|predicted|anticipated|estimated)\b",
    re.I,
)

# `the same as in the fourth quarter`, `unchanged from the second quarter`, `in line with the third quarter`
# `sales probably reached 66 trillion won`, in an outlook on a quarter that is over
_PROBABLY = re.compile(rf"\b(?:probably|likely|presumably) (?:{DID}|{MOVED}|reached|came|amounted|stood|were|was)\b")
_AS_IN = re.compile(
    r"\b(?:the same (?:level |rate |pace )?as|(?:little )?(?:un)?changed from|(?:flat|level|in line|on a par|on par|even) (?:with|on|from)|similar to|as (?:high|much|many|strong|low) as|like|as) (?:in |at |that (?:of|in) |what it was in )?(?:the )?$"
)
_CAME = sought(rf"\b(?:was|were|had|{MOVED}|{TOOK}|said|sold|shipped|reached|totall?ed|came|[a-z]{{3,}}ed)\b")
_LONG_SINCE = 75  # days after a quarter, from which on nobody foretells its results: they are out


def names_the_whole(around: Surroundings, period: Period | None) -> bool:
    """Whether a sentence speaks of all of a year, which has not ended: 全年营收约8.3兆元."""
    text, published = around.scan.text, around.calendar.published
    if published is None or period is None or period.fiscal or period.end <= published:
        return False
    return any(p == period and text[m.start : m.end].endswith(("全年", "整年")) for m, p in around.resolved)


def year_after(around: Surroundings, amount: Amount) -> Period | None:
    """Return the period a year after the quarter that an expectation is compared with, where it is later than what was spoken of."""
    text, spoken = around.scan.text, around.ground.period
    for mention, period in around.resolved:
        if mention.start >= amount.end and mention.year and period.kind == "quarter":
            later = period.years_before(-1)
            ahead = spoken is not None and spoken.kind == "quarter" and later > spoken
            return later if ahead and _COMPARED.fullmatch(text, amount.end, mention.start) else None
    return None


def awaited_by(around: Surroundings, amount: Amount) -> Period | None:
    """Return the only period that a sentence names, behind an amount, where it lies ahead."""
    later = {p for m, p in around.resolved if p.kind != "instant"}
    behind = [m for m, _ in around.resolved if m.start >= amount.end]
    only = next(iter(later)) if len(later) == 1 and behind else shared_behind(around, amount)
    if only is None or around.calendar.published is None or is_of_the_next(around, amount, only):
        return None
    if around.scan.chinese and _begins_another(around, behind[0].end):
        return None
    ahead = not around.calendar.is_over(only) if only.fiscal else only.end > around.calendar.published
    return only if ahead else None


def _begins_another(around: Surroundings, end: int) -> bool:
    """Whether a Chinese period has an amount of its own behind it: 预计收入537亿元,毛利率15%,全年交付40万辆."""
    return around.scan.amount_after(end) < around.scan.clause(end)[1]


def of_the_level_before(around: Surroundings, metric: str, amount: Amount, basis: Basis) -> Period | None:
    """Return the period of the level that the sentence before told last, where this one names none and says what had been expected of it.

    `It delivered 53,709 cars, bringing its third-quarter total to 152,831. It had guided for 145,000`
    """
    level, on = around.ground.level, around.ground.period
    if level is None or level.metric != metric or level.basis != "actual" or level.period is None:
        return None
    if around.scan.chinese or around.scan.periods or (on is not None and level.period.end < on.end):
        return None
    had = _HAD.search(around.scan.text, around.scan.sentence.start, amount.start)
    return level.period if had and basis in ("forecast", "consensus") and not around.ground.expects else None


def expected_in(
    around: Surroundings, told: Told, period: Period | None, basis: Basis, amount: Amount, metric: str
) -> Period | None:
    """Return the period of an expectation that names none: that of the one in the sentence before, or one that lies ahead."""
    spoken = around.ground
    outlook = markets_on_outlook(around, basis, told.came)
    if outlook or is_in_the_long_run(around.scan, amount):
        return outlook
    unnamed = (period is None and basis == "forecast") or is_what_they_expect(around, amount)
    if unnamed and spoken.expects and not around.scan.periods:
        return spoken.expected  # 10月交付40397辆。大摩预计四季度交付12.1万辆。毛利率可能升至17%
    headed = aim_headed(around, metric) if basis == "target" else None
    moved = headed or (year_of_moved_aim(around, amount, period) if basis == "target" else None)
    if moved or period != spoken.period or _is_named(around, amount, period):
        return moved or period
    if period is None and not around.scan.chinese and in_nameless_span(around, amount):
        return None  # `$77 billion over five years from 2026`
    awaits = basis in ("forecast", "target") or (basis == "consensus" and not told.came)
    if awaits and (later := awaited_by(around, amount) or year_after(around, amount)):
        return later  # `more than 36 billion euros in revenue and more than 11.5 billion in operating profit by 2025`
    if awaits and (year := _year_meant(around, amount)):
        return year
    if awaits and around.awaited and (own := _own_quarter_after(around, period)):
        return own
    if period is None and awaits and not around.scan.periods:
        return spoken.expected  # `The automaker hiked its sales forecast to 43 trillion yen`, below that of its profit
    to_be = period_to_be(around, told, amount, period) if basis == "forecast" else None
    if awaits and basis != "target" and (coming := _quarter_to_come(around, period) or to_be):
        return coming
    awaits = awaits and not (basis == "target" and period is None)
    goes_on = awaits and spoken.expects and spoken.expected and not told.came
    return spoken.expected if goes_on else period


def _is_named(around: Surroundings, amount: Amount, period: Period | None) -> bool:
    """Whether a sentence names the period of what is expected; not only for what that is set beside: `is seen at 75%, compared with 75.7% in the second quarter`."""
    said = (m for m, p in around.resolved if p == period)
    said = (m for m in said if around.scan.chinese or m.start < amount.end or not _is_only_beside(around, m))
    return any(said) and not is_of_the_next(around, amount, period)


def _is_only_beside(around: Surroundings, mention: PeriodMention) -> bool:
    """Whether a period is that of something which what is expected is set beside: `about 54%, the same as in the fourth quarter`."""
    low = max(around.scan.sentence.start, mention.start - 40)
    return is_of_origin(around, mention) or bool(_AS_IN.search(around.scan.text, low, mention.start))


def _year_meant(around: Surroundings, amount: Amount) -> Period | None:
    """Return the year of an expectation that names none: one whose results are due, or the one that runs, with the last set behind it."""
    due = year_due(around.scan, amount.start, around.calendar)
    return due or year_beside_the_last(around.scan, amount, around.calendar)


def _quarter_to_come(around: Surroundings, period: Period | None) -> Period | None:
    """Return the quarter after one that is long over, of which a Chinese sentence without a period expects something.

    今年首季则交付33.67万辆。高盛料交付36.5万辆, at the end of June
    """
    if period is None or period.kind != "quarter" or around.scan.periods or not around.scan.chinese:
        return None
    return period.quarter_after() if around.calendar.days_since(period) > _LONG_SINCE else None


def _own_quarter_after(around: Surroundings, period: Period | None) -> Period | None:
    """Return the quarter whose results a preview awaits, where a sentence without a period goes on from an earlier one.

    `In the third quarter its revenue was $57 billion. Revenue is expected to come in at $66 billion.`
    """
    own, scan = around.calendar.own_quarter(), around.scan
    if own is None or period is None or scan.periods or scan.chinese or period.kind != "quarter":
        return None
    return own if period.fiscal == own.fiscal and period < own else None


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
            _HAD.search(before) or _PROBABLY.search(before) or had_been_expected(before) or OWN_BESIDE.search(before)
        )
    )  # of what was reported
    if basis == "target" and period and period.kind == "year" and tells_how_it_went(around.scan):
        had = True
    had = had or (
        basis == "target" and period is not None and period == year_of_moved_aim(around, amount, around.ground.period)
    )
    if basis in ("forecast", "target") and metric not in PRICES and not had and _is_past_ground(around, amount, period):
        return "no period is named for what is expected"
    if basis == "forecast" and period and not awaits_results(around, amount) and is_to_be_beside(around.scan, amount):
        # `was 26 percent in the third quarter and is seen at 27 percent`
        foretold = around.ground.expects and around.ground.expected == period
        return "no period is named for what is expected" if around.calendar.is_over(period) and not foretold else None
    if basis in ("forecast", "target") and metric not in PRICES and is_of_anothers_time(around, amount, period):
        return "no period is named for what is expected"
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
    if around.scan.chinese or around.home is None or spoken is None or spoken.entity == around.home:
        return False
    return _TOLD.search(around.scan.text, spoken.end, amount.start) is not None


def _is_to_come(around: Surroundings, metric: str, period: Period | None) -> bool:
    """Whether a figure would be among the results that a document awaits; what was sold is told before them."""
    catalogue, scan, own = around.names.catalogue, around.scan, around.calendar.own_quarter()
    if period is None or own is None or metric in PRICES or catalogue.metrics[metric].unit == "count":
        return False
    told = _PRELIMINARY.search(scan.text, scan.sentence.start, scan.sentence.end)
    if scan.chinese and period.kind == "quarter" and around.calendar.days_since(period) > _LONG_SINCE:
        return False
    return not told and catalogue.named(period, around.home) == catalogue.named(own, around.home)


def awaits_results(around: Surroundings, amount: Amount) -> bool:
    """Whether a text, or the words before an amount, await results: those of a quarter that is over are expected."""
    return bool(around.awaited or around.foreseen or due_said(around.scan, amount.start))


def _is_past_ground(around: Surroundings, amount: Amount, period: Period | None) -> bool:
    foretold = around.ground.foretold
    if awaits_results(around, amount) or (foretold and period == foretold.period):
        return False  # in a preview, the quarter reported is the one that is expected
    named = _is_named(around, amount, period) or (around.ground.expects and around.ground.expected is not None)
    day = around.calendar.published or around.calendar.until
    if named or period is None or day is None:
        return False
    return around.calendar.is_over(period) if period.fiscal or day == around.calendar.until else period.end < day
