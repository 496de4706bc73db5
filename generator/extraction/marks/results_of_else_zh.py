"""Profits and losses of something else in Chinese: 投资收益由盈利70亿元转为亏损12亿元 tells of no profit of the company's."""

from __future__ import annotations

from dataclasses import replace

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.terms import NO_METRIC

# what was earned on what is held, and by those whom a company owns a part of
_ELSE = (
    r"(?:(?:投资|其[他它]|公允价值|汇兑|外汇|处置|减值|资产|金融资产|权益性?投资|一次性|非经常性?|营业外|业外)[^,;。:\d]{0,10}?(?:收益|损益|收入|损失|净额|变动|收支)"
    r"|(?:分[占享]|应占|享有|按权益法)[^,;。:\d]{0,6}(?:联营|合营|合资|被投资)[^,;。:\d]{0,8}?(?:盈利|溢利|利润|收益|亏损|损益|业绩|净额)"
    r"|(?:联营|合营|合资)(?:及(?:联营|合营|合资))?(?:公司|企业)[^,;。:\d]{0,4}?(?:盈利|溢利|利润|收益|亏损|损益|业绩|净额)?)"
)
_TURNED = sought(
    rf"{_ELSE}(?:净额)?(?:则|也|亦|更|已|大幅|按年|同比)*(?:由|从|自)[^;。]{{0,36}}?(?:转为|转至|变为|变成|转成|转|降至|跌至|扩大至|收窄至)(?:净?(?:亏损|盈利|收益|损失|溢利))?"
)


def without_results_of_else(mentions: list[Mention], text: str, start: int, end: int) -> list[Mention]:
    """Return the mentions of a stretch, the plain profits and losses that only something else turned from, and into, as of no metric."""
    turned = [found.span() for found in _TURNED.finditer(text, start, end)]
    if not turned:
        return mentions
    return [
        replace(m, metrics=(NO_METRIC,)) if m.any_profit and any(a <= m.start and m.end <= b for a, b in turned) else m
        for m in mentions
    ]
