"""Ordinary words that are a company's name where they stand as one: 蔚来、理想; 理想第三季度营收; 高于理想的16.3%."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from generator.extraction.marks.acting_zh import ACTS
from generator.extraction.marks.called_zh import is_label, stands_behind_epithet, stands_behind_which
from generator.extraction.phrases import Sightings

# What stands around an ordinary word that is a company's name there.
_NAME_AFTER = re.compile(
    r"(?:^|[\s,;。:、(“「/]|\d\)|和|与|及|于|比|较|超过?|是|而|但|被|对|由|中|看|以|新势力|车企|归属|归属于|预[计测期]|估计|认为|[,告行][指称料]|(?:依次|分别|依序)[为是]|(?:\d|[本上当])月份?|[季年]度|[今去全整]年|\d年|半年|个月|[一二三四末首]季|累计|合计)\Z"
)
_NAME_BEFORE = re.compile(
    r"(?:的|在)?(?:第?[一二三四1-4]季|Q[1-4]|20\d\d|\d|[今去前]年|前三季|[上下]半年|当季|单季|本季|上季|[今次首末]季|季内|期内|年内|同期|本期|报告期|截至|于期内|全年|[LiI]\d|ONE|MEGA"
    r"|年?(?:总?营收|总?收入)|毛利|净[利亏]|归母|经调整|(?:[仅只共已也还总合]|目前){0,2}(?:交付|售出|卖出)|全国[已共现累]?[计]?(?:有|拥有|开|设|布局)|销量|销售|单车|车辆|研发|现金|累计|同比|环比|股价|市值|宣布|发布|公布|给出|预计|表示|[为达]\d|CEO|CFO|总裁|总经理|执行长|财务长|董事长|今[日天]|创始人|方面|来[说讲看]|而言|为例|。|分别|报\d|收[报于]?\d|仍?以\d|[亏赚]|这边|股东|则|亦|均|、|和|与|及|,|。|\)|\(\d|:(?:第?[一二三四1-4]季|Q[1-4]|20\d\d|\d{1,2}月|\d[\d,.]*万?[辆台]|交付|销量|总?营收|收入|净[利亏]))"
)
# `世界先进11月营收39亿元`, `群联第三季毛利率32.4%`: at a sentence's head, with a time and a figure of companies behind it
_HEAD_BEFORE = re.compile(r"(?:^|[\n\x1f。!?;])\s*\Z")
# 瑞银发表报告,指理想第三季亏损6.24亿元
_SAYS_OF = re.compile(r"(?:[,,]|报告|该行|研报)(?:指|称|料|指出|预[期计料测]|表示|认为|估计):?\Z")
_HEAD_BEHIND = re.compile(
    r"(?:的|在|公司)?(?:(?:今年|去年|20\d\d年?)?的?(?:第?[一二三四1-4]季度?|Q[1-4]|\d{1,2}月份?|前三季度?|[上下]半年|全年|年度|当季|单季|本季|上季|[今次首末]季|季内|期内|年内|本期|报告期内?)|[今去]年|20\d\d年)的?"
    r"(?:单月|单季|合并|总|累计|自结|税后|归母|整体|净)*(?:营业?收|收入|净?利[润益]?|毛利|获利|盈利|亏损|每股|EPS|交付|交车|销量|销售|售出|卖出|出货|营业利益)"
)
# 小鹏累计交付42.9万辆,理想累计交付40.6万辆; 理想:11月交付3.32万辆: at a clause's head, in a text on several companies
_CLAUSE_HEAD = re.compile(
    r"(?:^|[\n\x1f。!?;,:]|\d\)|(?:依次|分别|依序)[为是])\s*(?:(?:\d{1,2}月份?|20\d\d年|[今去]年|[全整]年|[上下]半年|第?[一二三四]季度?|[前首][三九六]个?[季月]度?)(?:累计|合计)?)?\Z"
)
_CLAUSE_BEHIND = re.compile(
    r"(?::\s?)?(?:(?:今年|去年|20\d\d年?)?的?(?:第?[一二三四1-4]季度?|Q[1-4]|\d{1,2}月份?|前三季度?|[上下]半年|全年|当月|当季|单季))?(?:的|累计|共|则|总|新车|实现|历史|指引|预计|计划|料)*(?:交付|交车|销量|销售|售出|卖出|营收|净利|净亏|为?\(?\d[\d,.]*万?辆)"
)
# 理想交付33181辆: with so many cars right behind it, the word is no other, whatever else the text names
_HANDED_OVER = re.compile(
    r"(?:\d{1,2}月份?)?(?:累计|共|则|[仅只](?!有))*(?:交付|交车|售出|卖出)(?:了|新车|量|为|达)*\d[\d,.]*万?[辆台]"
)
# 理想的压力在财报里更直接, 几家之中,理想最先公布财报: what a clause is on, in a text that names the company otherwise; no 理想的状态是…
_TOPIC_BEHIND = re.compile(
    r"(?:的(?:压力|财报|业绩|答卷|成绩|日子|处境|困境|下滑|增长|增速|变化|转型|策略|打法|优势|短板|问题|新车|产品|车型|账面|资金|盈利|亏损|股价|管理层|情况(?=正在|也|类似|更|要|最|有所|稍|略)|表现(?=[也更要最则]))"
    rf"|也(?!是)|[仍还正](?=[在未有是])|同样|{ACTS})"
)
# 理想站稳2万, 理想跌破3万辆: how far it went
_TO_A_MARK = re.compile(rf"{ACTS}[一-鿿]{{0,3}}\d[\d.,]*[万辆%]")
_HEAD = 10  # characters before a word, in which a clause begins, and may say when
_BESIDE = tuple("、和与及/")  # between the names of a list: 蔚来、理想
_OFTEN, _OTHERS = (
    2,
    2,
)  # times that an ordinary word stands as a name in a text on two other companies, or more, to be one


@lru_cache(maxsize=1)  # every sentence of a document asks
def surely_named(seen: Sightings[str], ordinary: frozenset[str]) -> frozenset[tuple[str, ...]]:
    """Return the companies that a text names by more than an ordinary word, or by one in a list with others or that opens a sentence on its figures."""
    found = seen.whole()
    others = [f for f in found if seen.text[f.start : f.end] not in ordinary]
    ends, starts = {f.end for f in others}, {f.start for f in others}
    often = Counter(
        f.meaning for f in found if seen.text[f.start : f.end] in ordinary and as_a_name(seen.text, f.start, f.end)
    )
    several = len({f.meaning for f in others}) >= _OTHERS
    beside = (meaning for meaning, count in often.items() if several and count >= _OFTEN)
    listed = (
        f.meaning for f in found
        if seen.text[f.start : f.end] in ordinary
        and (opens_on_figures(seen.text, f.start, f.end) or ((several or _HANDED_OVER.match(seen.text, f.end)) and _opens_a_clause(seen.text, f.start, f.end)) or (seen.text[f.start - 1] in _BESIDE and f.start - 1 in ends) or (seen.text[f.end : f.end + 1] in _BESIDE and f.end + 1 in starts))
    )  # fmt: skip
    called = (
        f.meaning for f in found
        if seen.text[f.start : f.end] in ordinary
        and (_is_called(seen.text, f.start, f.end) or (several and is_label(seen.text, f.start, f.end)))
    )  # fmt: skip
    return frozenset(f.meaning for f in others) | frozenset(listed) | frozenset(beside) | frozenset(called)


def opens_on_figures(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word opens a sentence that goes on with a time and a figure that companies have."""
    head = _HEAD_BEFORE.search(text, max(0, start - 3), start) or _SAYS_OF.search(text, max(0, start - 5), start)
    return bool(head and _HEAD_BEHIND.match(text, end))


def _opens_a_clause(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word opens a clause that tells one of a company's figures: 小鹏交付3.6万辆,理想累计交付40.6万辆."""
    return bool(
        (_CLAUSE_BEHIND.match(text, end) or _TO_A_MARK.match(text, end))
        and _CLAUSE_HEAD.search(text, max(0, start - _HEAD), start)
    )


def as_a_name(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word stands where a company's name does: 蔚来、理想; 理想第三季度营收; 高于理想的16.3%."""
    if _TOPIC_BEHIND.match(text, end) and _CLAUSE_HEAD.search(text, max(0, start - _HEAD), start):
        return True
    if _is_called(text, start, end) or is_label(text, start, end):
        return True
    return bool(_NAME_AFTER.search(text, max(0, start - 4), start) and _NAME_BEFORE.match(text, end))


def _is_called(text: str, start: int, end: int) -> bool:
    """Whether what a company is stands before an ordinary word: 昔日一哥理想则继续掉队, 掉到第四的理想交付3.1万辆."""
    if stands_behind_epithet(text, start):
        return _NAME_BEFORE.match(text, end) is not None
    return stands_behind_which(text, start) and _HANDED_OVER.match(text, end) is not None
