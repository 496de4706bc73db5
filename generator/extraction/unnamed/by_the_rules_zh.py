"""Amounts of which Chinese says no more than by which rules they are told: 毛利率方面,GAAP口径为73.4%,非GAAP口径为73.6%."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.being_zh import IS
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.measured_in import is_measured_in

_RULES = re.compile(
    r"(?:而|但|其中|若)?(?:按照?|以|依照?|在)?"
    r"(?P<said>(?P<other>非|[Nn]on ?-? ?)?(?:GAAP|IFRS|HKFRS|(?:(?:美国|国际|香港)?(?:公认|通用)会计|(?:国际|香港)财务报告)[准原]则)|(?P<adjusted>经调整|调整后))"
    rf"(?:[准原]则|口径|基准|标准|计量|计算|之?下)*的?(?:数字|数据|结果|金额)?(?P<pause>,(?:则|即|便|就)?)?{IS}"
)
# 经调整每股收益看到0.45美元,而一年前,同一口径下公司每股赚了0.73美元
_SAME_RULES = re.compile(r"(?:同一|同样|相同|同)的?口径(?:下|计算|来看|比较|之下)?,?[^,;。\d]{0,6}$")
_ADJUSTED = "adjusted_"
_BY_RULES = ("net_profit", "operating_profit", "eps")  # what the sentence before may have told by other rules


def told_by_rules(marks: Scan, names: Names, before: tuple[str, str | None] | None = None) -> Scan:
    """Return a Chinese sentence's marks with the rules that stand alone before an amount as a mention of the metric told before them.

    `before` is what the sentence before told last: 净利润242亿元;若按非美国通用会计准则计算,则为352亿元
    """
    if not marks.chinese or len(marks.amounts) == 0:
        return marks
    marks = _by_the_same(marks, names)
    found = [said for amount in marks.amounts if (said := _by_rules(marks, names, amount, before))]
    return marks.with_metrics(found)


def _by_the_same(marks: Scan, names: Names) -> Scan:
    """Return the marks with a metric told by the same rules as an adjusted one before it."""
    for before, mention in zip(marks.metrics, marks.metrics[1:], strict=False):
        low = max(before.end, mention.start - 16)
        adjusted = any(name.startswith(_ADJUSTED) for name in before.metrics)
        if adjusted and _SAME_RULES.search(marks.text, low, mention.start):
            other = replace(mention, metrics=names.adjusted(mention.metrics))
            marks = replace(marks, metrics=[other if m is mention else m for m in marks.metrics])
    return marks


def _by_rules(marks: Scan, names: Names, amount: Amount, before: tuple[str, str | None] | None) -> Mention | None:
    low = max(marks.clause(amount.start)[0], marks.amount_before(amount.start))
    said = _RULES.fullmatch(marks.text, low, amount.start)
    if said is None and low > marks.sentence.start:  # 若按非美国通用会计准则计算,则为352亿元
        low = max(marks.clause(low - 1)[0], marks.amount_before(amount.start))
        said = _RULES.fullmatch(marks.text, low, amount.start)
    told = next((m for m in reversed(marks.metrics) if m.end <= low and not m.nothing), None)
    if told is None and before and before[1] is None and before[0].removeprefix(_ADJUSTED) in _BY_RULES and said:
        told = Mention(said.start("said"), said.end("said"), (before[0],))
    if said is None or told is None:
        return None
    reported = tuple(name.removeprefix(_ADJUSTED) for name in told.metrics)
    metrics = names.adjusted(reported) if said["other"] or said["adjusted"] else reported
    fits = len(metrics) == 1 and is_measured_in(names.catalogue, metrics[0], amount)
    return replace(told, start=said.start("said"), end=said.end("said"), metrics=metrics) if fits else None
