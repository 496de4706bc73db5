"""A percentage that is told as a rate of growth, without a word of growth right before it: 增速由13%加快至15.4%."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.growth_word import growth_before
from generator.extraction.marks.being_zh import IS
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import A_MOVE, PACED

_EXPECTED_GROWTH = re.compile(r"(?:预期|预估|预测)(?:值)?的约?$")
# 收入增速由13%加快至15.4%, 经营利润增长较去年同期小幅改善至19%: what the rate was before, and how far it moved
_THAN_BEFORE = r"[虽则已仍也亦将会]?(?:[较比从由自](?:去年同期|上年同期|去年同季|去年|上年|[上前]一?个?财?季度?|第?[一二三四1-4]季度?)?的?(?:约?[\d.]+%)?)?(?:进一步|小幅|大幅|明显|显著|略微?|轻微|逐步)?"
_RATE_BEFORE = sought(
    rf"(?:(?:增速|增长|增长率|成长率|增幅){_THAN_BEFORE}(?:放缓|减慢|回落|下滑|加快|加速|收窄|扩大|提升|提高|提速|改善|回升|升|降)[至到]"
    r"|(?:增速|增长率|成长率|增幅)[虽则已仍也亦将会]?[从由自][^,;。\d]{0,10}[\d.]+%[一-鿿]{1,5}?[至到上](?:了|约|近)*$"  # 增速由上季的26%提至34%
    r"|(?:同比|环比|按年|按季)(?:增长|增加|上升|提升|增)(?:率|速度)?(?:分别|[约已也亦则更均])*(?:为|是|达到|高达)"
    rf"|(?:(?:增速|增长率|成长率|增幅|涨幅|升幅|年增率)|(?:增长|成长|上升|上涨|提升|增加)幅度){IS}$|growth rate\s*$)|\bgrowth rate (?:to be|will be|is (?:expected|seen|projected) (?:to be|at)|of|at) (?:between |about |around |from )?$",
    re.I,
)
_SO_MANY_TIMES = re.compile(rf"(?:[升增涨]幅|增长率|成长率|增速)(?!$){IS}$")  # 升幅为1.06倍
# 将今年营收成长率由接近30%上修至34%至36%
_RATE_REVISED = re.compile(
    r"(?:增速|增长率|成长率|年增率|增幅|成长幅度|增长幅度)[^;。]{0,30}?(?:上修|上调|下修|下调|调高|调低|调升|调降)[至到为](?:约|近|接近)*$"
)
# 成长率超乎公司自己预期的10%至12%: the growth that was expected
_RATE_BEYOND = re.compile(
    r"(?:增速|增长率|成长率|增幅|年增率)(?:超乎|超[出过]|[高优好低快逊慢]于|不及)[^,;。\d]{0,12}(?:预期|预估|预测)(?:值)?的约?$"
)
_BASE_ALONE = re.compile(r"(?:同比|环比)[约近超逾]?$")  # 收入163亿元,同比29.4%: what has no sign has grown
# `同比降幅为3.6%`
_FALL_BEFORE = re.compile(
    rf"(?:降幅|跌幅|减幅|(?:下降|下滑|下跌|减少|衰退|萎缩|下挫)幅度|(?:同比|环比|按年|按季)(?:下降|下滑|减少|下跌))(?!$){IS}$"
)
# `sales growth slowed to 2.7%` states the growth itself.
_GROWTH_LED_TO = re.compile(
    r"\bgrowth\b.{0,50}\b(?:slow\w*|accelerat\w*|cool\w*|eas\w*|moderat\w*|pick\w* up|improv\w*|quicken\w*|decelerat\w*) to (?:about |around |just |only )?$"
    r"|\bgrowth (?:outlook|forecast|guidance|target|estimate|projection)s?\b.{0,70}\bto (?:about |around )?$",
    re.I,
)
_PACED = re.compile(rf"\b{PACED} (?:about |around |just |only |an? )?$")
# `Revenue growth for Azure, its cloud business, came in at 48%, above estimates of 47.5%`
_GROWTH_CAME = re.compile(
    r"[\s\"“•-]*(?:[A-Z][\w'’-]* ){0,4}[Gg]rowth (?:rate )?(?:for|at|in|of|sped up|slowed|accelerated|picked up|eased|cooled|improved) [^;\d]{2,110}(?:came in at|coming in at|was|reached|stood at|hit) (?:about |around )?"
    r"(?:[\d.]+ ?(?:%|per ?cent|pct)[^;\d]{0,60}\b(?:estimates?|expectations?|consensus|forecasts?)(?: of| for)? (?:an? )?)?"
)
# `climbed 20.2%, topping the 18.1% analysts had projected`: the growth that was expected
_TOPPING = re.compile(
    r"\b(?:topp(?:ed|ing)|beat(?:ing)?|exceed(?:ed|ing)|surpass(?:ed|ing)|miss(?:ed|ing)|above|below|ahead of|short of|shy of|better than|more than|less than|versus|against|compared (?:with|to)) (?:the |an? )?(?:average |consensus |median )?$"
)
_EXPECTED_BEHIND = re.compile(
    rf"(?: {A_MOVE})?(?: that| which)? (?:(?:analysts|Wall Street|the Street|the market|economists|investors)(?: (?:had |were )?[a-z]+)?|expected|forecast|projected|estimated|anticipated|consensus|estimate|expectation)\b"
)


def as_a_rate(scan: Scan, amount: Amount) -> int:
    """Return the direction of a percentage that is told as a rate of growth, 0 where it is none."""
    lead = scan.text[max(scan.sentence.start, amount.start - 48) : amount.start]
    if amount.kind != "percent":
        fell = amount.kind == "points" and _FALL_BEFORE.search(lead)
        return -1 if fell else 1 if _SO_MANY_TIMES.search(lead) else 0
    if _GROWTH_LED_TO.search(_lead_of(scan, amount)) or _PACED.search(lead):
        return 1
    if _GROWTH_CAME.fullmatch(scan.text, scan.sentence.start, amount.start):
        return 1
    if _FALL_BEFORE.search(lead):
        return -1
    if _RATE_REVISED.search(scan.text, max(scan.sentence.start, amount.start - 60), amount.start):
        return 1
    if _TOPPING.search(lead) and _EXPECTED_BEHIND.match(scan.text, amount.end):
        before = _grew_before(scan, amount)
        return 0 if before is None else -1 if before.kind == "down" else 1
    expected = _EXPECTED_GROWTH.search(lead) and _follows_growth(scan, amount)
    return 1 if expected or _RATE_BEFORE.search(lead) or _RATE_BEYOND.search(lead) or _BASE_ALONE.search(lead) else 0


def _follows_growth(scan: Scan, amount: Amount) -> bool:
    """Whether the amount before says how far something grew: 同比增长14.9%,超出预期的13.1%."""
    return _grew_before(scan, amount) is not None


def _grew_before(scan: Scan, amount: Amount) -> Cue | None:
    """Return the word of growth of the percentage before an amount."""
    before = scan.preceding(amount)
    return growth_before(scan, before) if before is not None and before.kind == "percent" else None


def _lead_of(scan: Scan, amount: Amount) -> str:
    """Return what stands before an amount in its clause."""
    return scan.text[max(scan.clause(amount.start)[0], scan.amount_before(amount.start)) : amount.start]
