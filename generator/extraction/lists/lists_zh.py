"""Lists that Chinese sets side by side: `云、广告收入分别为334亿元和358亿元,同比增长26%和19%`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import change_of
from generator.extraction.changes.in_both_zh import GREW_ZH
from generator.extraction.changes.two_times_zh import told_of_two_times
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.alike import in_pairs, is_like, led_to
from generator.extraction.lists.in_years_zh import of_years_before
from generator.extraction.lists.of_one import of_one
from generator.extraction.lists.of_the_same_zh import (
    JOINS_THE_NEXT,
    both_told,
    named_before_list,
    of_the_list_before,
    of_the_same,
    of_those_years,
    starts_of,
)
from generator.extraction.lists.parts_listed_en import parts_that_grew
from generator.extraction.lists.ranges_in_lists import to_the_upper
from generator.extraction.lists.times_before_zh import of_two_times
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_UNPAIRED = "a list of another length than the list of what it is of"
_PAIRS = re.compile("分别")
_AND_PERIOD = re.compile("(?:、|和|及|与|以及)")
_UNTIL_RUN = re.compile(r"[^,;。\d]{1,16}")
_PAUSE = re.compile(r"[,;。]")
_BASES = re.compile(
    rf"(?:同比?|环比?|按年|按季|{GREW_ZH})(?:和|及|与|以及|、|/ ?|,)?(?:同比|环比|按年|按季|{GREW_ZH})[一-鿿]{{0,4}}$"
)
_AND_ANOTHER = re.compile(r"(?:和|及|与|、)[一-鿿]{2,10}")
_OF = re.compile("[台部辆]?的")

_TURNED = re.compile(
    r"(?:和|及|与|以及|、)(?:同比|按年)?(?:实现)?(?:扭亏|转[亏盈]|由[亏盈]|[亏盈]转|减亏|持平|基本持平)"
)


def lists_in_chinese(scan: Scan, linker: Linker, years: tuple[PeriodMention, ...] = ()) -> dict[int, Link]:
    """Return, by the amounts' starts, the links that 分别 gives; a doubt where nothing pairs a list with what it is of."""
    links: dict[int, Link] = {}
    last: list[Link] = []
    said = [c for c in scan.cues if c.kind == "each" and not scan.text[c.start].isascii()]
    for cue in said or _of_two_periods(scan):
        run = _run(scan, cue)
        links |= _beside_a_turn(scan, linker, run)
        if len(run) < 2 or _BASES.search(scan.text, max(scan.sentence.start, cue.start - 16), cue.start):
            continue
        if told_of_two_times(scan.text, scan.sentence.start, cue.start, cue.end):
            continue  # 同比和环比分别增长5%和3%: two bases of one change
        paired = _paired(scan, linker, cue, run, last) or of_those_years(scan, linker, cue, run, years)
        led = led_to(scan, run)
        if paired:
            last = [paired[a.start] for a in run]
            paired |= dict(zip(starts_of(led), of_the_list_before(linker, last, led), strict=False))
        elif _is_list(scan, cue, run):
            paired = _known_of_two(scan, linker, cue, run) or {a.start: Link(doubt=_UNPAIRED) for a in (*run, *led)}
        links |= paired
    return to_the_upper(scan, links) or of_years_before(scan, linker, years, JOINS_THE_NEXT)


def _beside_a_turn(scan: Scan, linker: Linker, run: list[Amount]) -> dict[int, Link]:
    """Return the link of the only change of two, of which the second is told in words: 收入294亿元,净利润44亿元,分别同比增长16.6%和扭亏为盈."""
    levels = [a for a in scan.amounts if run and a.end <= run[0].start]
    named = [m for m in scan.metrics if run and m.end <= run[0].start and not m.nothing]
    two = len(run) == 1 and len(levels) == len(named) == 2 and _TURNED.match(scan.text, run[0].end)
    return in_pairs(scan, linker, run, named[:1]) if two and change_of(scan, run[0]) is not None else {}


def _of_two_periods(scan: Scan) -> list[Cue]:
    """Return where two amounts begin that two periods side by side share between them without a word for it: 7月、8月再交付20498辆及20176辆."""
    found = []
    for first, then in pairwise(scan.periods):
        run = [a for a in scan.amounts if a.start >= then.end][:3]
        joined = len(run) > 1 and _AND_PERIOD.fullmatch(scan.text, first.end, then.start)
        if not joined or not _UNTIL_RUN.fullmatch(scan.text, then.end, run[0].start) or not is_like(*run[:2]):
            continue
        more = run[2:] and JOINS_THE_NEXT.fullmatch(scan.text, run[1].end, run[2].start)
        if (
            JOINS_THE_NEXT.fullmatch(scan.text, run[0].end, run[1].start)
            and not more
            and change_of(scan, run[0]) is None
        ):
            found.append(Cue(run[0].start, run[0].start, "each"))
    return found


def _run(scan: Scan, cue: Cue) -> list[Amount]:
    """Return the amounts that 分别 speaks of: those behind it that stand in one list."""
    run: list[Amount] = []
    for amount in (a for a in scan.amounts if a.start >= cue.end and not (run and a.range_end)):
        end = max(_past_brackets(scan, run[-1]), scan.end_of_range(run[-1])) if run else 0
        if amount.end <= end:
            continue  # 分别为4304亿元(YOY+9%)、5007亿元(YOY+16%)
        if run and not (_is_like(amount, run[0]) and JOINS_THE_NEXT.fullmatch(scan.text, end, amount.start)):
            break
        run.append(amount)
    return run


def _is_like(one: Amount, other: Amount) -> bool:
    """Whether two amounts may stand in one list: growth may be told in percent and in multiples, 分别增长11%及1.8倍."""
    return is_like(one, other) or {one.kind, other.kind} == {"percent", "times"}


def _past_brackets(scan: Scan, amount: Amount) -> int:
    """Return where an amount ends, with the brackets right behind it."""
    return next((b.end for b in scan.brackets if b.start == amount.end), amount.end)


def _paired(scan: Scan, linker: Linker, cue: Cue, run: list[Amount], last: list[Link]) -> dict[int, Link]:
    """Return the links of a list of as many amounts as metrics, or as parts, periods or companies of one metric."""
    named = named_before_list(scan, linker, cue, run) or both_told(scan, cue, run)
    if len(named) >= len(run):
        return in_pairs(scan, linker, run, named[-len(run) :])
    if not named and (grown := parts_that_grew(scan, linker, run) or _of_levels(scan, linker, run)):
        return grown
    spoken = named or [m for m in scan.metrics if m.end <= run[0].start and not m.nothing][-1:] or _behind(scan, run)
    if len(spoken) == 1 and (links := of_two_times(scan, linker, cue, run, spoken[0])):
        return links
    if len(spoken) == 1 and (links := of_one(scan, linker, cue, run, spoken[0])):
        return links
    on = (
        of_the_same(scan, linker, last, run, named[0])
        if len(named) == 1
        else []
        if named
        else of_the_list_before(linker, last, run)
    )
    return dict(zip(starts_of(run), on, strict=False))


def _behind(scan: Scan, run: list[Amount]) -> list[Mention]:
    """Return the metric right behind a list: 分别以900万、800万及610万的出货量进入前五."""
    return [m for m in scan.metrics if _OF.fullmatch(scan.text, run[-1].end, m.start) and not m.nothing][:1]


def _of_levels(scan: Scan, linker: Linker, run: list[Amount]) -> dict[int, Link]:
    """Return the links of changes of as many levels, each told before with its metric: 收入55亿元,净利润9亿元,分别同比增长6%和5%."""
    levels = [a for a in scan.amounts if a.end <= run[0].start]
    named = [m for m in scan.metrics if m.end <= run[0].start and not m.nothing]
    told = len(levels) == len(named) == len(run) and change_of(scan, run[0]) is not None
    pairs = all(m.end <= a.start for m, a in zip(named, levels, strict=False))
    links = in_pairs(scan, linker, run, named) if told and pairs else {}
    when = [_period_of(scan, level) for level in levels] if links else []
    if None in when or len({p.start for p in when if p}) < len(links):
        return links
    return {at: replace(link, when=own) for (at, link), own in zip(links.items(), when, strict=True)}


def _period_of(scan: Scan, level: Amount) -> PeriodMention | None:
    """Return the period that stands between a level and the amount before it: 第四季度收入176亿元,全年收入452亿元."""
    before = scan.amount_before(level.start)
    return next((p for p in reversed(scan.periods) if before <= p.start and p.end <= level.start), None)


def _known_of_two(scan: Scan, linker: Linker, cue: Cue, run: list[Amount]) -> dict[int, Link]:
    """Return the link of the first of two things, of which the second is no metric: `现金和短期投资分别为251亿元和1085亿元`."""
    named = named_before_list(scan, linker, cue, run)
    if len(run) != 2 or len(named) != 1 or not _AND_ANOTHER.fullmatch(scan.text, named[0].end, cue.start):
        return {}
    metric = linker.meanings.metric(named[0], run[0])
    return {run[0].start: Link(metric, named[0]), run[1].start: Link(doubt=_UNPAIRED)} if metric else {}


def _is_list(scan: Scan, cue: Cue, run: list[Amount]) -> bool:
    """Whether 分别 speaks of the amounts behind it."""
    said = _PAIRS.search(scan.text, cue.start, cue.end)
    return said is not None and not _PAUSE.search(scan.text, cue.end, run[0].start)
