"""Quarters and halves that open a Chinese sentence without a figure, in a text on another one, and only say when something happened: 二季度末淘宝跟进,美团只能应战."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# What is done at one time; how a company fared in a quarter, of which the next sentence may tell more, is none of it.
_DID = re.compile(
    r"(?:[初底末中里内]|期间|以来)?(?![一-鿿]{0,4}(?:业绩|财报|成绩|数据|报告))[一-鿿A-Za-z、]{0,7}?(?:又|也|就|便|才|曾|则|已|还|再度?|刚刚?|正式|陆续|相继|全面|率先|首次|突然|开始|重新|再次|大举|宣布|决定){0,3}"
    r"(?:推出|上市|发布|上线|开售|成立|创立|收购|并购|入局|进场|入场|跟进|加入|杀入|杀进|切入|进军|启动|发起|开启|打响|签署|签约|重启|提价|涨价|降价|加码|投产|开业|关闭|关停|退出|出售|处置|分拆|剥离|换帅|换代|改款|任命|停产|停售|停止|召回|获批|联手|牵手|结盟|合并|应战|参战|宣战|取消|下架)"
)


def only_happened(around: Surroundings, mention: PeriodMention, period: Period, entity: str | None) -> bool:
    """Whether a time before the one that a text reports on, and speaks of, is only when something was done, or somebody else did it.

    `entity` is the company that the sentence leaves to the next.
    """
    scan, on = around.scan, around.ground.period
    if not scan.chinese or scan.amounts or mention.scope not in REPORTED or on is None or on != around.reported:
        return False
    start, end = scan.clause(mention.start)
    if period == on or period.end > on.end or any(start <= m.start < end for m in scan.metrics):
        return False
    acting = _acting(around, mention.end)
    at = acting[-1].end if acting else mention.end
    return _is_back_on(around, acting, end, entity) or _DID.match(scan.text, at) is not None


def _acting(around: Surroundings, at: int) -> list[EntityMention]:
    """Return the companies that stand right behind a time, one or a list of them: 上半年理想、蔚来相继降价."""
    acting: list[EntityMention] = []
    for company in around.scan.entities:
        if 0 <= company.start - at <= 1 and around.scan.text[at : company.start] in (
            "",
            "、",
            "和",
            "与",
            "末",
            "底",
            "初",
        ):
            acting.append(company)
            at = company.end
    return acting


def _is_back_on(around: Surroundings, acting: list[EntityMention], end: int, entity: str | None) -> bool:
    """Whether others act in a clause than the company that its sentence is on, which comes later in it."""
    back = any(e.entity == entity and e.start >= end for e in around.scan.entities)
    return back and bool(acting) and all(e.entity != entity for e in acting)
