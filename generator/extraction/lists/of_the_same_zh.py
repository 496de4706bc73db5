"""Chinese lists that go on with what another was of: `营收和净利润分别为755亿元和65亿元,同比增长27%和101%`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import change_of
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.accounts import both_accounts
from generator.extraction.lists.in_years_zh import in_those_years
from generator.extraction.lists.ranges_in_lists import runs_of_ranges, to_the_upper
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

# 此二数上年, 去年同期两者
_BOTH = re.compile(
    "(?:[两二三][者数]|[两二三]项|[这此]?[两二三][个项](?:数字|数据|指标)|上述(?:数据|数字|指标))(?:(?:[去上]年|上季)(?:同期)?)?(?:则|也|亦)?$"
)
JOINS_THE_NEXT = re.compile(
    r"[辆台部家元]?\s?(?:和|及|与|以及|、|/)\s?(?:同比|环比|按年|按季)?(?:(?:大幅|微|小幅)?(?:增长|增加|下降|下滑|减少|提升|上升|增|降|升|跌))?(?:了|约|近|超|逾|超过)?(?:至|到)?负?"
)


def lists_that_go_on(scan: Scan, linker: Linker, links: dict[int, Link]) -> dict[int, Link]:
    """Return the links of lists that go on with the one before: `营收和净利润分别为755亿元和65亿元,同比增长27%和101%`.

    So does one of another metric of what that was of: 2026至2028年收入预测分别上调至5040亿、6170亿及7320亿元,净利润则为420亿、560亿及680亿元
    """
    found: dict[int, Link] = {}
    last: list[Amount] = []
    if not links:
        return found
    for run in runs_of_ranges(scan, JOINS_THE_NEXT):
        told = [a for a in run if a.start in links and links[a.start].metric]
        if told or not last:
            last = run if len(told) == len(run) else []
            continue
        named = [m for m in scan.metrics if last[-1].end <= m.start < run[0].start]
        if len(run) == len(last) and len(named) < 2:
            before = [(links | found)[a.start] for a in last]
            changed = change_of(scan, run[0]) is not None
            on = (
                of_the_same(scan, linker, before, run, named[0])
                if named
                else of_the_list_before(linker, before, run, changed)
            )
            found |= dict(zip(starts_of(run), on, strict=False))
            last = run if on else []
    return to_the_upper(scan, found)


def starts_of(run: list[Amount]) -> Iterator[int]:
    """Return where the amounts of a list start."""
    return (a.start for a in run)


def of_the_list_before(linker: Linker, last: Sequence[Link], run: list[Amount], changed: bool = True) -> list[Link]:
    """Return the links of a list of what another, as long, was of; none where it cannot be of the same."""
    if len(last) != len(run) or any(link.metric is None or link.mention is None for link in last):
        return []
    units = linker.meanings.catalogue.metrics
    if not changed and not all(linker.meanings.fits(link.metric or "", a) for link, a in zip(last, run, strict=True)):
        return []
    if changed and len({units[link.metric or ""].unit == "percent" for link in last}) > 1:
        return []
    return list(last)


def both_told(scan: Scan, cue: Cue, run: list[Amount]) -> list[Mention]:
    """Return the metrics told before that 两者 stands for: 营收284亿元,净利润86亿元,去年同期两者分别为262亿元和65亿元."""
    both = _BOTH.search(scan.text, scan.clause(cue.start)[0], cue.start)
    told = [m for m in scan.metrics if both and m.end <= both.start() and not m.nothing]
    levels = [a for a in scan.amounts if told and told[0].end <= a.start < cue.start and a.kind != "percent"]
    return told if len(told) == len(levels) == len(run) else []


def of_those_years(
    scan: Scan, linker: Linker, cue: Cue, run: list[Amount], years: tuple[PeriodMention, ...]
) -> dict[int, Link]:
    """Return the links of one metric's amounts in the years of the list before: `2025-2027年收入分别为…;净利润分别为…`."""
    named = named_before_list(scan, linker, cue, run)
    if len(named) != 1 or len(years) != len(run) or scan.periods:
        return {}
    return in_those_years(scan, linker, run, named[0], years, cue.start)


def of_the_same(scan: Scan, linker: Linker, last: list[Link], run: list[Amount], named: Mention) -> list[Link]:
    """Return the links of another metric of what a list was of: `A、B收入分别为465亿元和204亿元,毛利率分别为14.8%和19.9%`."""
    told_apart = all(link.when or link.company or (link.mention and link.mention.part) for link in last)
    metrics = [linker.meanings.metric(named, amount) for amount in run]
    floor = scan.amount_before(run[0].start)
    starts = [p.start for p in scan.periods] + [e.start for e in scan.entities]
    fresh = any(floor <= start < run[0].start for start in starts)
    if len(last) != len(run) or not told_apart or None in metrics or fresh:
        return []
    return [
        replace(old, metric=metric, mention=replace(named, part=old.mention.part if old.mention else None))
        for old, metric in zip(last, metrics, strict=True)
    ]


def named_before_list(scan: Scan, linker: Linker, cue: Cue, run: list[Amount]) -> list[Mention]:
    """Return the metrics that are named before a list, since the amount before it, in its own clause if there are any."""
    named = [m for m in scan.metrics if m.end <= run[0].start and m.start >= scan.amount_before(run[0].start)]
    low = max(scan.clause(cue.start)[0], scan.text.rfind(":", scan.sentence.start, cue.start) + 1)
    named = [m for m in named if m.start >= low] or named
    return both_accounts(scan, linker, named, run) or named
