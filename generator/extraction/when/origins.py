"""The period that stands right before an amount, and of which that amount is: 由2024年第三季度的1102元, `up from Q2's 433,956`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.joined_origins_zh import joins_an_origin
from generator.settings.period import Period

_OF_ITS = re.compile(
    r"['’]s (?:about |around |nearly |over |record |then-record |(?:(?:previous|prior) )?(?:record|best|high|peak|low|total|tally|level|figure|mark) of )?"
)
# A period right before its amount: 较2024财年的3910亿, 由2024年第三季度的每部1102元, 较上季度的4.8亿.
# 第二季度创纪录的46.6万辆, 一季度创下的历史新高9.2万辆, 去年四季度强劲的15.9万辆: what it was like, not what it was of
_RECORD = "(?:所?(?:[再又曾刚]?[创破刷]下?了?|创出|打破|刷新|写下|缔造|录得|取得|实现|达到)的?)?(?:公司|品牌|历史|有史以来|历来|史上|同期|单季度?|单月|季度|月度|年度|当时|近年来?|全年)*的?(?:[纪记]录|[新最次]高|[新最次]低|高[位点峰]|低[位点谷]|峰值|(?:巅峰|高峰|顶峰|鼎盛)(?:时期?|期)?)"
_LIKE = "(?:异常|相对|较为?|十分|非常)?(?:强劲|疲[弱软]|亮眼|惊人|低迷|火[爆热]|偏[高低]|[高低]迷|可观|出色|惨淡)的"
_DIRECTLY = re.compile(
    rf"(?>(?:(?:同期)?(?:[ 的之总]|预[测期计估]值?(?=的)|每[部台辆股件]|约|近|逾|超过?|为|仅|是|只|才|尚|还|有|录?得|人民币|港币|达|高达|{_RECORD}|{_LIKE}))+)|"
)
_AT_THE_TIME = re.compile(r"[一-鿿]{2,11}时的(?:约|近)?")  # 较2012年方洪波接任时的1027亿元
# `a 9.8% drop from July deliveries, when the company delivered 15,560 units`
_WHEN_IT = re.compile(
    r"(?:['’]s)?(?: [a-z]+){0,2}, when (?:it|they|the (?:company|group|firm|[a-z]+maker|start-?up|brand)|[A-Z]\w+(?: [A-Z]\w+)?)(?: had)? [a-z]+ (?:about |around |only |just |nearly |over |a record )?"
)
_WORLD = "全球"
_NEAR = 16  # characters between such a period and its amount
_ORIGIN = re.compile(
    r"(?:较之?|[同环]?比|由|从|自|与|和|相比于?|相对于?|对比|高于|低于|优于|好于|差于|逊于|[慢快强弱少多]于|高过|低过|超越|超过?了?|超出|接近|逼近|追平|打破|刷新|不及|不如|(?:扭转|逆转|摆脱|告别|一改|走出)了?)$"
)  # 摆脱去年第四季2520万美元的亏损


def named_origin(around: Surroundings, amount: Amount) -> Period | None:
    """Return the period that stands right before an amount and that another is compared with."""
    for mention, period in around.resolved:
        if _WHEN_IT.fullmatch(around.scan.text, mention.end, amount.start):
            return period
        if _OF_ITS.fullmatch(around.scan.text, mention.end, amount.start):
            if mention.shift == -1 and mention.scope == "year":
                return None  # `below last year's 17.1%` is of the same quarter
            return period  # `up from Q2's 433,956`
        if _is_right_before(around, mention, amount):
            period = _same_span(around, mention) or period
            origin = _ORIGIN.search(around.scan.text, max(0, mention.start - 3), mention.start)
            return period if origin or joins_an_origin(around.scan, mention) else None
    return None


def _same_span(around: Surroundings, mention: PeriodMention) -> Period | None:
    """Return the span of last year that 由去年的36% means, where less than a year is spoken of: 前三季…从去年的4.93元掉到3.42元."""
    whole = around.scan.text.startswith("全年", mention.end - 2) or around.scan.text.startswith("总", mention.end)
    if mention.scope != "year" or mention.shift != -1 or whole:
        return None
    own = [p for m, p in around.resolved if m.end <= mention.start and p.kind in (*REPORTED, "year")]
    span = own[-1] if own else around.ground.period
    told_again = span is not None and span.kind == "year" and (mention, span) in around.resolved
    later = span is not None and any(p.end > span.end for _, p in around.resolved)
    same = span is not None and (
        span.kind in REPORTED or (told_again and not later)
    )  # 2024年, told in 2025, …由去年的31%升至36%
    return span.years_before() if span is not None and same else None


def _is_right_before(around: Surroundings, mention: PeriodMention, amount: Amount) -> bool:
    """Whether nothing but a metric's name stands between a period and its amount: 2022年第四季度的净利润2.65亿元."""
    if not 0 <= amount.start - mention.end <= _NEAR:
        return False
    if mention.scope == "year" and _AT_THE_TIME.fullmatch(around.scan.text, mention.end, amount.start):
        return True
    named = next((m for m in around.scan.metrics if mention.end <= m.start and m.end <= amount.start), None)
    low, high = (_from_its_part(around, named.start), named.end) if named else (amount.start, amount.start)
    text = around.scan.text
    return bool(_DIRECTLY.fullmatch(text, mention.end, low) and _DIRECTLY.fullmatch(text, high, amount.start))


def _from_its_part(around: Surroundings, metric: int) -> int:
    """Return where a metric begins that starts at an offset, with the part and the place right before it: 2019年(智能电视全球)出货量."""
    text = around.scan.text
    world = metric - len(_WORLD) if text.endswith(_WORLD, 0, metric) else metric
    return next((m.start for m in around.scan.segments if m.end == world), world)


def is_origin(around: Surroundings, mention: PeriodMention) -> bool:
    """Whether a period is the one that an amount before a change is of: 由2024年第三季度的1102元下降3.6%."""
    if not _ORIGIN.search(around.scan.text, max(0, mention.start - 3), mention.start):
        return False
    return any(_is_right_before(around, mention, a) for a in around.scan.amounts)
