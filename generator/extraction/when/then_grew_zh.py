"""The growth of a time before that a Chinese text sets beside: 同比减1.18%,上年同期增9.23%; 减幅比上年同期的22.1%小."""

from __future__ import annotations

import re
from typing import Literal

from generator.extraction.amounts.amount import Amount
from generator.extraction.frozen import frozen
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_BEFORE = r"(?:(?P<year>(?:去年|上年|前一年|上一年|一年前)(?:的?同期|同季|同月)?)|(?P<quarter>[上前]一?个?季度?)|(?P<month>上个?月))"
_RATE = r"(?:增速|增幅|升幅|涨幅|跌幅|降幅|减幅|(?:增长|成长)率?)"
_NOUN = r"(?:增速|增幅|升幅|涨幅|跌幅|降幅|减幅|增长率|成长率)"
_MOVED = r"(?:增长|增加|减少|成长|衰退|上升|下[降跌滑]|增|减|升|跌|降)"
_ABOUT = r"(?:约|近|逾|超过?)?"
# ,上年同期增; (去年同期为下降; 而上季增速为; 此二数上年分别增
_OWN = re.compile(
    rf"(?:[,;(、]|而|但|惟|则)\s?(?:而|但|惟|且)?(?:(?:对比|相比|比较)(?=[^,;。\d]{{2,12}}?{_NOUN}))?(?:此?[二两][数项者])?{_BEFORE}(?:[二两][项者])?的?"
    rf"(?:(?:同比|环比|按年|按季)(?={_RATE}))?{_RATE}?"
    rf"(?:[则仅只也亦为是曾还]|分别|录得|同比|按年|大幅|小幅){{0,4}}{_MOVED}?{_ABOUT}$"
)
# 比上年同期的22.1%小, 较上年同期增速14.4%提高, 比上年同期所减11.08%多减; no 较去年同期增长, which is what this time grew by
_BESIDE = re.compile(rf"[较比于过由从自]{_BEFORE}(?:的(?:同比|按年)?{_NOUN}?|所{_MOVED}|(?P<noun>{_NOUN})){_ABOUT}$")
# 较上年同期增速14.4%提高; no 较去年同期增幅14.4%, which is what this time grew by
_MOVED_ON = re.compile(
    r"(?:有所|明显|大幅|小幅|进一步|显著|略|又|再)*(?:提[高升速]|加快|回[落升]|放[缓慢]|收窄|扩大|下[降滑]|上升|[高低快慢大小多少])"
)
# 高于去年同期11.4%的增速
_AT_ONCE = re.compile(rf"[较比由从自于过及]{_BEFORE}的?{_ABOUT}$")
_RATE_BEHIND = re.compile(rf"的?(?:同比|环比|按年|按季)?{_RATE}(?![至到])")
# 与三季度11.4%的增幅相比有所放缓, 和去年同期23%的同比增速相当
_WITH = re.compile(rf"[与和跟同]{_BEFORE}的?{_ABOUT}$")
_COMPARED = re.compile(
    rf"的?(?:同比|环比|按年|按季)?{_RATE}(?:有?所?相[比较当若近]|比较|对比|比(?:起来)?|一致|持平|接近)"
)
_NAMED_BESIDE = re.compile(rf"的{_NOUN}?{_ABOUT}")
_AND = re.compile(rf"(?:和|及|与|、|/)(?:同比)?{_MOVED}?{_ABOUT}")
_GREW = re.compile(_RATE)
_LEAD = 30  # characters before an amount, within which the time before is named


@frozen
class Then:
    """When a growth was that is set beside another: a year, a quarter, a month before that one, or at a time that is named."""

    before: Literal["year", "quarter", "month", "named"]
    named: PeriodMention | None = None


def grew_then(scan: Scan, amount: Amount, told: bool) -> Then | None:
    """Return when a percentage of growth was of, which is set beside another; `told` says that a growth was told before it in the sentence."""
    if amount.kind != "percent" or not scan.chinese:
        return None
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    own = _OWN.search(scan.text, low, amount.start) if told else None
    if own is None and not (told or _GREW.search(scan.text, scan.clause(amount.start)[0], amount.start)):
        return None
    if not told and (then := _named(scan, amount, low)):
        return then
    said = own or _BESIDE.search(scan.text, low, amount.start)
    if said is not None and said is not own and said["noun"] and not _MOVED_ON.match(scan.text, amount.end):
        return None
    if said is None and _RATE_BEHIND.match(scan.text, amount.end):
        with_it = _COMPARED.match(scan.text, amount.end) and _WITH.search(scan.text, low, amount.start)
        said = with_it or _AT_ONCE.search(scan.text, low, amount.start)
    if said is not None:
        return Then("year" if said["year"] else "quarter" if said["quarter"] else "month")
    return _named(scan, amount, low)


def joins_the_last(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage goes on with the one before: 上年同期分别增长30.7%和419.9%."""
    before = scan.preceding(amount)
    return before is not None and bool(_AND.fullmatch(scan.text, before.end, amount.start))


def _named(scan: Scan, amount: Amount, low: int) -> Then | None:
    """Return the time that a text names right before a growth which is set beside: 较第二季的30.5%明显回落."""
    for mention in scan.periods:
        beside = low < mention.start and scan.text[mention.start - 1] in "较比于过由从自"
        with_it = low < mention.start and scan.text[mention.start - 1] in "与和跟同"
        beside = beside or (with_it and _COMPARED.match(scan.text, amount.end) is not None)
        if not beside or mention.end > amount.start:
            continue
        at_once = mention.end == amount.start and _RATE_BEHIND.match(scan.text, amount.end)
        if at_once or _NAMED_BESIDE.fullmatch(scan.text, mention.end, amount.start):
            return Then("named", mention)
    return None
