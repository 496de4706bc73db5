"""Figures of several years side by side: 2025-2027年净利润90.9/127.2/171.2亿元, 下调2026及2027年销量预测至65万和93万辆."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.amounts.slashes import runs
from generator.extraction.changes.in_both_zh import in_both
from generator.extraction.expected.revised import REPLACED
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.alike import in_pairs, is_like, same_years, side_by_side
from generator.extraction.lists.paired import years_named
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.spans import spanned

_AND_ZH = re.compile("[辆台部家元]?(?:、?(?:和|与|以?及)|、)")
_AND_EN = re.compile(rf"(?:,? and |, ){ABOUT}")
_HAN = re.compile("[一-鿿]")
_FORECAST_TO = re.compile(
    r"年?(?:的)?(?:盈利)?(?:预测|预期|预估)(?:分别)?(?:调整)?至"
)  # 上调25年净利润预测,下调26-27年预测至30亿元和41亿元
_ROW = 3  # amounts of one metric that are of as many years, where no word says so
_OPENING = 3  # characters before the metric that a sentence opens with
# 净利润由49.6/96.3/138.5亿元下修至12.1/40.2/86.9亿元
_REVISED = re.compile(
    "(?:分别)?(?:大幅|小幅|显著|略)?(?:[上下]调|[上下]修|调[升降高低整]|修正|[升降减增改]|提[高升])[至到为]"
)
_SLASH = re.compile(r"[辆台部家]?/\s?")


def yearly_links(
    scan: Scan, linker: Linker, listed: dict[int, Link], told: tuple[PeriodMention, ...] = ()
) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of lists of years beside those that `listed` has; doubts where no years are told.

    `told` are the years of the list that the sentence before ended with.
    """
    links = dict(listed)
    for run in runs(scan.amounts, scan.text, _AND_ZH):
        if not any(a.start in links for a in run):
            links |= _led_by_years(scan, linker, run) or _in_the_same_years(scan, linker, run, links)
    for run in runs(scan.amounts, scan.text, _AND_EN):
        if not any(a.start in links for a in run):
            links |= _in_english(scan, linker, run, told)
    for run in runs(scan.amounts, scan.text, _SLASH):
        known = any(a.start in links for a in run) or in_both(scan, run[0])
        if _HAN.search(scan.text, scan.sentence.start, run[-1].end) and not known:
            links |= _of_years(scan, linker, run, told)
    return links


def _led_by_years(scan: Scan, linker: Linker, run: list[Amount]) -> dict[int, Link]:
    """Return the links of a run whose clause lists as many years before its metric: 下调2026及2027年销量预测至65万和93万辆."""
    low, before = scan.clause(run[0].start)[0], run[0].start
    named = [m for m in scan.metrics if low <= m.start and m.end <= before]
    years = spanned(scan.periods, scan.text, before, len(run)) or _row(scan, before, len(run))
    if not named and years and _FORECAST_TO.fullmatch(scan.text, years[-1].end, before):
        named = [m for m in scan.metrics if m.end <= low][-1:]
    between = [a for a in scan.amounts if years and years[0].end <= a.start < before]
    raised = len(between) == len(run) and all(
        a.kind == "percent" for a in between
    )  # 2025-2027年EPS上调2%、13%、1%,各达…
    if len(named) != 1 or not years or not (raised or scan.amount_before(before) <= years[0].start):
        return {}
    if years[0].start < low and scan.text[years[-1].end : low] != ",":
        return {}  # 24Q3-25Q1,毛利率为…
    links = in_pairs(scan, linker, run, named * len(run))
    return {at: replace(link, when=year) for (at, link), year in zip(links.items(), years, strict=True)}


def _in_the_same_years(scan: Scan, linker: Linker, run: list[Amount], links: dict[int, Link]) -> dict[int, Link]:
    """Return the links of a run that goes on with the years of the one before: 2025-2026年营收预测为54亿、56亿,净利预测为10亿、11亿."""
    low = scan.clause(run[0].start)[0]
    before = sorted(at for at in links if at < low)[-len(run) :]
    years = [links[at].when for at in before]
    named = [m for m in scan.metrics if low <= m.start and m.end <= run[0].start]
    apart = len(before) == len(run) and scan.amount_before(low) >= before[-1]
    fresh = any(before[-1] < p.start < run[0].start for p in scan.periods) if before else True
    if len(named) != 1 or not apart or fresh or any(y is None or y.scope != "year" for y in years):
        return {}
    pairs = in_pairs(scan, linker, run, named * len(run))
    return {at: replace(link, when=year) for (at, link), year in zip(pairs.items(), years, strict=True)}


def _in_english(scan: Scan, linker: Linker, run: list[Amount], told: tuple[PeriodMention, ...]) -> dict[int, Link]:
    """Return the links of a run behind as many years: `for 2025-2027, with net profits of 36 billion, 46 billion and 66 billion yuan`."""
    before = run[0].start
    named = [m for m in scan.metrics if m.end <= before and not m.nothing][-1:]
    years = spanned(scan.periods, scan.text, before, len(run)) or years_named(scan, before, run[-1].end, len(run))
    years = years or same_years(scan, len(run), told) or _as_told(scan, run, told)
    unlike = not all(is_like(a, run[-1]) for a in run)
    if unlike or not named or not years or any(y.scope != "year" for y in years) or "target_price" in named[0].metrics:
        return {}  # `HKD 91 and USD 94, corresponding to FY25E/FY26E P/E ratios of`
    links = in_pairs(scan, linker, run, named * len(run))
    return {at: replace(link, when=year) for (at, link), year in zip(links.items(), years, strict=True)}


def _as_told(scan: Scan, run: list[Amount], told: tuple[PeriodMention, ...]) -> Sequence[PeriodMention]:
    """Return the years of the sentence before, where this one forecasts as many of one metric: `EV shipments were raised to 122,000, 250,000 and 400,000`."""
    low = scan.clause(run[0].start)[0]
    several = len({m.metrics for m in scan.metrics if low <= m.start and m.end <= run[0].start}) > 1
    return () if several or len(run) < _ROW else _told_before(scan, run, told)


def _of_years(scan: Scan, linker: Linker, run: list[Amount], told: tuple[PeriodMention, ...]) -> dict[int, Link]:
    """Return the links of amounts of as many years as the text before them lists; doubts where it lists none."""
    before = run[0].start
    if scan.text[before - 1] in "由从自" and _REVISED.match(scan.text, run[-1].end):
        return {a.start: Link(doubt=REPLACED) for a in run}
    if names := _named_alike(scan, before, len(run)):
        return in_pairs(scan, linker, run, names)
    named = [m for m in scan.metrics if m.end <= before][-1:]
    years = (
        spanned(scan.periods, scan.text, before, len(run))
        or _row(scan, before, len(run))
        or _told_before(scan, run, told)
    )
    if named and "target_price" in named[0].metrics and len({a.currency for a in run}) == len(run):
        return in_pairs(scan, linker, run, named * len(run))  # 港股/美股目标价62港元/8.0美元
    if not named or not years:
        return {a.start: Link(doubt="a list whose periods are not told") for a in run}
    links = in_pairs(scan, linker, run, named * len(run))
    return {at: replace(link, when=year) for (at, link), year in zip(links.items(), years, strict=True)}


def _told_before(scan: Scan, run: list[Amount], told: tuple[PeriodMention, ...]) -> list[PeriodMention]:
    """Return the years of the sentence before, where this one goes on with it or expects as much, and names no period.

    预计归母净利润71.91/100.62亿元; behind a semicolon, or as the next item of a list, 归母净利润71.91/100.62亿元.
    """
    at = run[0].start
    opens = bool(scan.metrics) and scan.metrics[0].start - scan.sentence.start <= _OPENING
    on = (
        opens
        or scan.text[scan.sentence.start - 1] in ";;"
        or scan.cues_between(scan.sentence.start, at, "forecast", "consensus")
    )
    goes_on = len(told) == len(run) and not scan.periods and on
    return [replace(year, start=at, end=at) for year in told] if goes_on else []


def _named_alike(scan: Scan, before: int, count: int) -> list[Mention]:
    """Return as many metrics as asked for that slashes join, the last named before an offset: 收入/净利润增长6%/21%."""
    named = [m for m in scan.metrics if m.end <= before][-count:]
    joined = all(scan.text[one.end : other.start] == "/" for one, other in pairwise(named))
    fresh = bool(named) and scan.amount_before(before) <= named[0].start
    return named if len(named) == count and joined and fresh else []


def _row(scan: Scan, before: int, count: int) -> Sequence[PeriodMention]:
    """Return the last row of as many periods side by side as asked for."""
    ends = [p.end for p in scan.periods if p.end <= before]
    return next((row for end in reversed(ends) if (row := side_by_side(scan, scan.periods, end, count))), ())
