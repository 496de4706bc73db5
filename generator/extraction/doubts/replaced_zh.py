"""What a Chinese text says had been expected or guided: it is replaced, or stands beside what came."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.revised import REPLACED
from generator.extraction.marks.scanning import Scan

_ONCE = re.compile(
    r"(?:[一两三四五六]|数|多)年前[^。;\d]{0,20}(?:预计|预期|预测|预估)[^。;\d]*$"
)  # 两年前,分析师还预计交付量将超过300万辆
# `超19%-21%的指引上限`: what had been guided is set beside what came
_GUIDED = re.compile(
    r"(?:的|之)?(?:业绩|公司|此前|原先|收入|毛利率)?(?:指引|指导|预期|预测|目标)(?:(?:区间|范围)?(?:的)?(?:上限|下限|上端|下端|高端|低端|中值|上沿|下沿)|(?:区间|范围)?(?:之?内|中)|(?:区间|范围)(?=[,;。]|$))"
)
_ABOVE = re.compile(
    r"(?:超|高于|低于|好于|优于|超过|超出|接近|逼近|落在|处于|位于|达到)(?:了|公司|此前|此前的|前期|原先)?$"
)
# `高于市场预期的293.8亿美元和公司285.4亿美元的指引`
_ITS_GUIDANCE = re.compile(r"的(?:业绩|收入|营收)?指引")
_AND_ITS = re.compile(r"(?:高于|低于|好于|优于|超过|超出|不及|逊于)[^;。]*(?:和|及|与|以及)公司(?:此前|先前|自身)?的?$")
# `下调至9亿元、16亿元(原预测为50亿元、95亿元)`
_REPLACED = re.compile(
    r"(?:[\d/ -]+年)?(?:原(?:先|来|本)?(?:预测值?|预期值?|预计|目标|值|目标价)?|前值|旧值|(?:此前|先前|之前|上一?季度?)(?:的)?(?:预测|预期|预计|预估|指引|目标)值?|(?:前次|上次|调整前)(?:的)?(?:预测|预期|预估|目标)?值?)(?:分别)?(?:大?约|则|在)?(?:为|是|:)"
)
_REPLACED_IN = re.compile(
    r"(?:[Vv][Ss]\.?|对比|相比|相较|较)?\s?(?:(?:(?:我们|公司|该行)?(?:此前|先前|之前|原先?|早前|前次|上次|调整前)的?(?:预测|预期|预计|预估|指引|目标)?|[前旧原])值?(?:区间|范围)?(?:分别)?(?:约|在|为|:)?(?:人民币|RMB ?|US\$|HK\$|\$)?(?=[\d-])"
    r"|(?:此前|先前|之前|原先?|早前|前次|上次)的?(?:预测|预期|预计|预估)[一-鿿A-Za-z-]{1,12}(?=\d))"
)  # (此前指引660亿~720亿), (前值412.0/497.3/570.1亿元)
# 资本支出收敛至400亿至420亿美元,原估380亿至420亿美元
_ONCE_PUT = re.compile(
    r"原(?:先|本|来)?(?:估|料|订|预估|预期|预计|预测)(?:约|为|值|是|在|达)*(?=[\d一二三四五六七八九])"
)
# 远高于公司7月时预计的300亿美元
_OWN_EXPECTED = re.compile(
    r"(?:[高低优好差逊]于|超[过出乎]?|不及|接近|符合|达到)了?(?:公司|管理层|(?:[一-鿿]{2,5}|[A-Z][A-Za-z]+)?(?:自己|自身)|其|此前|先前)[^,;。\d]{0,6}(?:\d{1,2}月份?[^,;。\d]{0,4})?(?:预计|预期|预测|预告|指引|给出|设定|估计)的?(?:约|近)?(?:\d[\d.]*%?[-~至到])?$"
)
# 较原先规划的400亿元上修一成
_PLANNED = re.compile(
    r"(?:原先|原本|原来|先前|此前|早前|之前|年初)(?:所)?(?:规划|计划|设定|预定|编列)的?(?:约|近)?$|(?:高于|低于|多于|少于|超过|较|比)(?:该行|我们|公司|其)?(?:原先|原本|原来|早前|年初)(?:所)?(?:估计|预估|估算|预测)的?(?:约|近)?$"
)
_AN_AIM = re.compile(r"[台辆部元]?的?(?:年度|全年|年|销量|交付|销售|出货){0,3}目标(?!价)")
_MOVED = re.compile(r"[上下][调修]|调[高低升降]|削减|缩减|提高|降低")
_EXPECTED = re.compile(
    r"(?:指引|指引预期)(?:值|区间|上限|下限|中值)?\((?:[^()\d]{0,6}|[^()]{0,12}[-~至])$"
)  # 远低于指引预期(62.4%,正负0.5%)


def once_expected(scan: Scan, amount: Amount, start: int) -> str | None:
    """Return why an amount is no figure, where it was expected or guided before; `start` is where its clause begins."""
    bracketed = scan.text[start - 1] == "(" and _REPLACED_IN.match(scan.text, start)
    if (
        bracketed
        or _is_planned(scan, amount)
        or _REPLACED.match(scan.text, start)
        or _ONCE_PUT.match(scan.text, start)
        or _ONCE.search(scan.text, scan.sentence.start, amount.start)
    ):
        return REPLACED
    if _ITS_GUIDANCE.match(scan.text, amount.end) and _AND_ITS.search(scan.text, scan.sentence.start, amount.start):
        return "what had been guided, set beside what came"
    beside = _EXPECTED.search(scan.text, max(scan.sentence.start, amount.start - 10), amount.start)
    beside = beside or _OWN_EXPECTED.search(scan.text, max(scan.sentence.start, amount.start - 32), amount.start)
    return "what had been guided, set beside what came" if beside or _is_guided(scan, amount) else None


def _is_planned(scan: Scan, amount: Amount) -> bool:
    """Whether an amount was planned before, and no aim is held against it that stands: 对比年初设定的38万辆年度目标,达成率113%."""
    if not _PLANNED.search(scan.text, max(scan.sentence.start, amount.start - 12), amount.start):
        return False
    stands = _AN_AIM.match(scan.text, amount.end)
    return not stands or bool(_MOVED.search(scan.text, scan.sentence.start, scan.sentence.end))


def _is_guided(scan: Scan, amount: Amount) -> bool:
    """Whether an amount, or the range that it begins or ends, is what a guidance was."""
    upper = next((a for a in scan.amounts if a.start >= amount.end and a.range_end), None)
    end = upper.end if upper is not None and upper.start - amount.end <= 2 else amount.end
    start = scan.first_of_range(amount).start
    lead = scan.text[max(scan.sentence.start, start - 8) : start]
    return bool(_GUIDED.match(scan.text, end)) and bool(_ABOVE.search(lead))
