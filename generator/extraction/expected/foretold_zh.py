"""Chinese texts that go on with what a house or the market expects, without a word of it: 里昂预期第三季收入1120亿元。手机收入按年减3%.

So they do before the results: where the same text told nothing that came in the period of which something is expected.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.figure import PRICES, Basis, Figure
from generator.extraction.marks.mention import STRANGER
from generator.extraction.marks.tallies import OF_CARS, OF_USERS
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.ground import Foretold
from generator.settings.period import Period

# 交付量9.3万辆,已于10月初公布; 公司表示,…; 据IDC数据,…: told by others than the house, or out already
_OUT = re.compile(
    r"已(?:于|在|经)?[^,;。]{0,10}(?:公布|披露|发布|公告)|已[^,;。\d]{0,10}\d|创下?(?:历史|单季|单月|季度)?新[高低]|刷新|(?:此前|早前|刚刚|昨日|今日)(?:公布|披露|发布|公告)"
)
_OTHERS = re.compile(
    r"\s*(?:而|但|不过|此外|另外|另)?,?(?:公司|集团|管理层|官方|[据根][^,。;]{2,16}(?:数据|统计|资料|显示|公布|披露))"
    r"[^,;。\d]{0,8}(?:表示|称|指出?|透露|显示|公布|披露|数据|统计|宣布|,)"
)
_PUBLISHES = re.compile(r"[^,;。\d]{0,16}(?:公布|披露|公告|发布|(?:财报|业绩|季报|年报)显示)了?[,:]")
_OPENER = 8  # characters of what may open such a sentence: 毛利率方面,
_RESULTS = ("quarter", "half", "nine_months", "year")
_SHORT = ("quarter", "half")


def is_foretold(around: Surroundings, period: Period | None) -> bool:
    """Whether an amount that no word says came is one more of what the text foretells: it is of the same period, and company."""
    scan, ground = around.scan, around.ground
    if not scan.chinese or ground.foretold is None or period != ground.foretold.period:
        return False
    low, high = scan.sentence.start, scan.sentence.end
    if any(name in OF_USERS for m in scan.metrics for name in m.metrics):
        return False  # 日活跃用户4.09亿, which are counted by the day
    first = scan.amount_after(low)
    companies = around.names.catalogue.companies
    named = (
        e for e in scan.entities if companies[e.entity].kind == "company" and (e.start < first or e.entity != STRANGER)
    )
    of_another = (
        ground.foretold.entity != ground.entity
    )  # 市场预估苹果上季营收1022亿美元。特斯拉则不同。特斯拉第3季营收281亿美元
    others = (
        of_another
        or any(e.entity != ground.entity for e in named)
        or (ground.foretold.basis == "consensus" and not _goes_on_with_the_market(around))
    )
    published = around.calendar.published
    over = any(m.dated and p.end < published for m, p in around.resolved if p == period) if published else False
    if over and _PUBLISHES.match(scan.text, low, high):
        return False  # 苹果公布:在截至12月27日的第一财季,营收1437亿美元
    return not (others or _OUT.search(scan.text, low, high) or _OTHERS.match(scan.text, low, high))


def _goes_on_with_the_market(around: Surroundings) -> bool:
    """Whether a sentence says no more than how much, as the next of a list does: no house, no aim, no reason, nothing that 已 is so."""
    scan, companies = around.scan, around.names.catalogue.companies
    low, first = scan.sentence.start, scan.amount_after(scan.sentence.start)
    if scan.clause(first)[0] - low > _OPENER or "已" in scan.text[low:first]:
        return False
    houses = any(companies[e.entity].kind != "company" for e in scan.entities)
    expects = scan.cues_between(scan.sentence.start, scan.sentence.end, "forecast", "target")
    return not (houses or expects)


def foretold_after(around: Surroundings, here: Sequence[Figure], before: Sequence[Figure]) -> Foretold | None:
    """Return what a text foretells, of one period, once it told the figures `here`, and told nothing that came in it."""
    if not around.scan.chinese:
        return None
    told = [f for f in here if _is_told(f)]
    awaits = around.awaited or around.foreseen  # elsewhere, what the market expects stands beside what came
    expected = [f for f in told if f.basis == "forecast" or (f.basis == "consensus" and awaits)]
    expected = [f for f in expected if not _is_beside(f, [*before, *told])]
    if not expected:
        known = around.ground.foretold
        return None if known and _came(told, known.period) else known
    period = expected[0].period
    if period is None or period.kind not in _RESULTS or any(f.period != period for f in expected):
        return None
    by: Basis = "consensus" if all(f.basis == "consensus" for f in expected) else "forecast"
    return None if _came([*before, *told], period) else Foretold(period, by, expected[-1].entity)


def _is_beside(expected: Figure, told: Sequence[Figure]) -> bool:
    """Whether what was expected stands beside what came of the same: 交付40697辆,公司早前的指引为4万辆."""
    own = (expected.metric, expected.segment, expected.entity, expected.period)
    return any(f.basis == "actual" and (f.metric, f.segment, f.entity, f.period) == own for f in told if _is_told(f))


def spoken_of(period: Period | None, foretold: Foretold | None, found: Sequence[Figure]) -> Period | None:
    """Return the period that a text speaks of: the one foretold, where it told nothing at all that came."""
    if foretold is None or foretold.period.kind not in _SHORT or any(f.basis == "actual" for f in found if _is_told(f)):
        return period
    of_month = period is not None and period.kind == "month"  # 10月数据 had come, whatever is foretold of its quarter
    return period if of_month else foretold.period


def _came(told: Sequence[Figure], period: Period | None) -> bool:
    """Whether a text told results of a period that came; how many cars were sold is out before them."""
    counts = (*OF_CARS, *OF_USERS)
    return any(f.basis == "actual" and f.period == period and f.metric not in counts for f in told if _is_told(f))


def _is_told(figure: Figure) -> bool:
    """Whether a figure is told for certain, of a company's results."""
    return figure.metric is not None and figure.doubt is None and figure.metric not in PRICES
