"""What a Chinese list tells of what the market expects: 市场共识是营收728亿美元,年增4.5%,每股盈余1.34美元; 优于市场预期(营收1778亿美元、每股盈余1.58美元)."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.market import MARKET_ZH
from generator.extraction.expected.only_met_zh import is_only_met
from generator.extraction.marks.scanning import Scan

_VIEW = r"(?:共识|预期|预估|预测|预计|估计|估算)(?:值|均值|中值|中位数|数字|数据)?"
# 分析师的共识是:, 华尔街则预估: who expects it, before the first thing that is expected
_OPENS = re.compile(
    rf"{MARKET_ZH}(?:的|则|对|平均|一致|普遍|综合|目前|最新|仍|也|都|均|[^,;。\d]{{0,14}}的){{0,4}}{_VIEW}(?:则|就|分别)?(?:[是为]|如下)?:?"
)
# 双双打败彭博汇整的市场预期(…, with nothing but what was expected in them
_BEFORE_BRACKETS = re.compile(
    rf"(?<!公司)(?<!自身)(?<!自己)(?:{MARKET_ZH}|一致|平均|普遍|[高低优好]于|不及|打败|超[过出越]?|击败|胜过|逊于)[^,;。()\d]{{0,8}}(?:预期|预估|预测|共识)(?:值|均值)?$"
)
_CAME = re.compile(r"实际|结果|公布|去年|上年|前一?年|同期|公司|指引|财测|上[季月]|[一二三四1-4]季度?(?:为|则|是)")
# 每股盈余1.34美元, 年增4.5%, 达422亿美元: the next of the list, without its metric
_NEXT = re.compile(
    r"[元倍辆台部人个]?\s*(?:[,;、及和与]|以及){1,2}(?:其中|同样|分别|各)?(?:[年按同环季月][比增减]?|同比|环比|按年|按季|料|预计|将会?|可|会|应|年增率|增幅|升幅|降幅|跌幅|成长率?|增长|增加?|上升|升|减少?|下[降滑]|衰退|跌|降|亏损|亏|至|到|为|是|约|达到?|近|逾|各|同|的|则|也)*\s*"
)
_JOINS = re.compile(r"[元倍辆台部人个]?\s*(?:、|及|和|与|以及)(?:同样|同|各|分别|约|为|是|达|则|也)*\s*")


def is_of_their_list(scan: Scan, amount: Amount, stated: bool) -> bool:
    """Whether an amount is one of those that a Chinese sentence says the market expects."""
    if not scan.chinese:
        return False
    return _in_brackets(scan, amount) or _goes_on(scan, amount, stated)


def _in_brackets(scan: Scan, amount: Amount) -> bool:
    """Whether an amount stands in brackets that hold what was expected, right behind words that say so."""
    around = scan.brackets_around(amount.start)
    if around is None or _CAME.search(scan.text, around.start, amount.start):
        return False
    low = max(scan.sentence.start, around.start - 24)
    said = _BEFORE_BRACKETS.search(scan.text, low, around.start)
    return said is not None and any(around.start < m.start < amount.start for m in scan.metrics)


def _goes_on(scan: Scan, amount: Amount, stated: bool) -> bool:
    """Whether an amount goes on with a list that opens with who expects it, and names what; beside what is told already only an item joined to the first."""
    for opens in _OPENS.finditer(scan.text, scan.sentence.start, amount.start):
        listed = [
            a for a in scan.amounts if opens.end() <= a.start <= amount.start and not scan.brackets_around(a.start)
        ]
        if is_only_met(scan.text, opens.start(), opens.end()):
            continue
        if amount not in listed or not any(opens.end() <= m.start < listed[0].start for m in scan.metrics):
            continue
        before = scan.amount_before(opens.start()) > scan.sentence.start
        form = _JOINS if stated and before else _NEXT
        gaps = pairwise(listed)
        if not _CAME.search(scan.text, opens.end(), listed[0].start) and all(
            form.fullmatch(_without_metrics(scan, a.end, b.start)) for a, b in gaps
        ):
            return listed[0] is not amount or scan.text[opens.end() - 1] in ":是"
    return False


def _without_metrics(scan: Scan, start: int, end: int) -> str:
    """Return a stretch without the metrics that it names, and without its brackets."""
    gone = [(m.start, m.end) for m in (*scan.metrics, *scan.segments) if start <= m.start and m.end <= end]
    gone += [(b.start, b.end) for b in scan.brackets if start <= b.start and b.end <= end]
    return "".join(c for i, c in enumerate(scan.text[start:end], start) if not any(lo <= i < hi for lo, hi in gone))
