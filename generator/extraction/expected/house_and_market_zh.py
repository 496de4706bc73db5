"""What a house and the market had expected, one behind the other: 高于该行及市场预期的18.5%及18.9% is the house's, and then the market's."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.whose.context import Surroundings

_MARKET = r"(?:市场|彭博|路孚特|分析师|外界|华尔街)(?:一致|普遍|平均|综合)?"
_EXPECTED = r"(?:分别)?(?:预期|预测|预估|预计|估计)的?[^,;。\d]{0,4}$"
_HOUSE_FIRST = re.compile(
    rf"(?P<house>该行|我们|本行|[一-鿿]{{2,4}})(?:及|和|与|以及)(?:其[他它])?{_MARKET}{_EXPECTED}"
)
_MARKET_FIRST = re.compile(rf"{_MARKET}(?:及|和|与|以及)(?P<house>该行|我们|本行|[一-鿿]{{2,4}}){_EXPECTED}")
# 低于该行原先预期的12.5万辆
_ITS_OWN = re.compile(
    r"(?:该行|我们)(?:原先|此前|早前|先前|原本|之前|自身|原来)?的?(?:预期|预测|预估|预计|估计)的?[^,;。\d]{0,4}(?:[\d.]+[万亿%]*(?:至|-|~))?$"
)
_AND = re.compile(r"[元辆台部]?(?:及|和|与|、|以及)[^,;。\d]{0,4}")
_OWN = ("该行", "我们", "本行")
_LEAD = 24  # characters before the first of the two, within which it is said whose they are


def is_the_houses(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount is what a house itself had expected, alone or as one of two, beside the market's."""
    scan = around.scan
    if not scan.chinese:
        return False
    low = max(scan.clause(amount.start)[0], scan.amount_before(scan.first_of_range(amount).start))
    if _ITS_OWN.search(scan.text, low, amount.start):
        return True
    after, before = scan.following(amount), scan.preceding(amount)
    if after is not None and _AND.fullmatch(scan.text, amount.end, after.start):
        return _named(around, _HOUSE_FIRST, amount)
    if before is not None and _AND.fullmatch(scan.text, before.end, amount.start):
        return _named(around, _MARKET_FIRST, before)
    return False


def _named(around: Surroundings, form: re.Pattern[str], first: Amount) -> bool:
    """Whether words before the first of two amounts name a house beside the market, in that order."""
    scan = around.scan
    low = max(scan.sentence.start, scan.amount_before(first.start), first.start - _LEAD)
    found = form.search(scan.text, low, first.start)
    if found is None:
        return False
    kind = around.names.catalogue.company_kind
    brokers = (e for e in scan.entities if kind(e.entity) == "broker")
    return found["house"].endswith(_OWN) or any(e.end == found.end("house") for e in brokers)
