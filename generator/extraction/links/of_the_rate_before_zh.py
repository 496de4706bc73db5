"""Growth in percent that a Chinese text tells right behind a margin or a share: that is what moved, and by how much nobody can tell."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import Change
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker

# 毛利率14.0%,同比增长12.5%; 经营利润率4.6%(按年跌2.2%); 毛利率14.5%,创近三年新高,较上季度提升4.2%
_RIGHT_BEHIND = re.compile(
    "(?:,(?:达到?|[再也均又并]?创|刷新|处于|为)[^,;。]{2,16}(?:水平|新[高低]|[高低]位|[高低]点|[纪记]录|最[高低]))?"
    "[,、(](?:但|而|并|且|则|亦|也|较|比|去年|上年|同期|上季度?|[一-鿿]比|按[年季月]|[年季月]){0,4}[一-鿿]{1,4}"
)
# a share improves, a quantity grows: 市占率13.8%,环比提升1.2%
_IMPROVED = re.compile(r"提[升高](?:了|约|近)*$")


def of_the_rate_before(linker: Linker, amount: Amount, change: Change) -> Link | None:
    """Return the link of growth to the percentage right before it, where that is a margin or what was told before it has grown already.

    收入520亿元,毛利率14.0%,同比提升2.5%; 出货量维持第三,份额13.8%,环比增长1.2%; not 出货量4480万台,市场份额12.7%,同比增长38%.
    """
    scan = linker.scan
    before = scan.preceding(amount) if scan.chinese and not change.points else None
    told = linker.told.get(before.end) if before else None
    if before is None or told is None or not _is_rate(linker, before):
        return None
    margin = (told.metric or "").endswith("margin")
    if not (margin or _IMPROVED.search(scan.text, before.end, amount.start) or _has_grown(linker, before)):
        return None
    named = [m.start for m in (*scan.metrics, *scan.segments)] + [e.start for e in scan.entities]
    if any(before.end <= at < amount.start for at in named):
        return None
    return told if _RIGHT_BEHIND.fullmatch(scan.text, before.end, amount.start) else None


def _is_rate(linker: Linker, amount: Amount) -> bool:
    """Whether a percentage is a level of what is measured so, or how that moved."""
    told = linker.told.get(amount.end)
    metric = linker.meanings.catalogue.metrics.get(told.metric or "") if told else None
    return amount.kind == "percent" and metric is not None and metric.unit == "percent"


def _has_grown(linker: Linker, rate: Amount) -> bool:
    """Whether a percentage before a rate says how far a count moved, or none is told that may move."""
    counts = [a for a in linker.scan.amounts if a.end <= rate.start and _is_of_a_count(linker, a)]
    return not counts or any(a.kind == "percent" for a in counts)


def _is_of_a_count(linker: Linker, amount: Amount) -> bool:
    """Whether an amount is told of what is counted: how many there were, or how far that moved."""
    told = linker.told.get(amount.end)
    metric = linker.meanings.catalogue.metrics.get(told.metric or "") if told else None
    return metric is not None and metric.unit == "count"
