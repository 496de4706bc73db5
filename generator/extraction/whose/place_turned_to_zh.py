"""The place that a Chinese sentence turns to at its head, and those after it go on with, in a report on how makers stand: 放眼全球,出货3.3亿台。苹果出货8130万台."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import WORLD, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import is_tracked
from generator.extraction.whose.context import Surroundings

PART = "part"  # a kind of what is sold, a channel or a tier of prices
WHOLE = "whole"  # back to all that the report is on
_FAR = 24  # characters from a sentence's start, within which a place stands that it turns to
_JOINS = "而|但|不过|再|又|若|如果|如|同时|与此同时|此外|另外|其中|至于|反观|相比之下"
# 把目光投向全球, 分地区看,欧洲, 具体到中国市场, 跳出中国,从全球看
_LEAD = re.compile(
    rf"[\s•*-]*(?:{_JOINS}|从|在|就|按|以|对|把|将|单|仅|只|光|细|论|具体|落|看|来|回|转|说|谈|提|讲|放|放眼|聚焦|着眼|环顾|纵观|综观|遍观|扩大|扩展|延伸|拉|拉长|拉回|视角|视线|目光|视野|镜头|焦点|投向|转向|望向|看向|移至|到|至|向|于|回到"
    "|跳出(?:中国|国内|单一市场)?|(?:分|按|从|以)?(?:不同|各)?(?:地区|区域|市场|地域)(?:层面|维度)?(?:划分|来?看|而言|来说|方面)?|分(?:价格段?|价位段?|渠道|档位|品类|产品|机型|系统)(?:来?看|而言)?|整体|整个|大|的|了|,|、)*"
)
_TAIL = re.compile(
    "(?:内地|大陆|市场|地区|区域|区|范围|层面|维度|口径|角度|视角|整体|总体|大盘|这边|那边|一侧|部分|业务|表现|情况|智能|手机|平板|电脑|个人|PC|可穿戴设备|方面|上|内|里|中|下|来看|看|而言|来说|来讲|论|计|的|则)*(?P<ends>[,:])"
)
# 分区域看,内地智能手机出货6800万台
_COUNTS = re.compile(
    "(?:市场|地区|区域)?(?:第?[一二三四]季度?|[上下]半年|全年|当季|单季|期内)?(?:的)?(?:智能|折叠屏)?(?:手机|平板|电脑|PC)?(?:市场)?(?:总|整体)?(?:出货|销量)"
)
# 折叠屏方面, 600美元以上高端市场, 线上渠道: what is counted there is not all
_A_PART = re.compile(
    r"(?:\d[\d,.]*(?:[-~至到]\d[\d,.]*)?(?:美元|欧元|港元|元)?(?:人民币)?(?:及|或)?(?:以上|以下|价位段?|价格段|档位?)?的?)?(?:(?:超|中)?高端|中低端|[中低]端|入门级?|旗舰|千元机?|(?:三|可)?折叠屏?|生成式|AI|[45]G|二手|翻新|线[上下]|电商|运营商|公开|游戏|儿童|学生|教育|商用|消费级?|电竞|轻薄本|政企|(?:出货|销售|交易)?(?:金额|价值)|出货额|销售额|\d[\d,.]*(?:美元|元)(?:及)?以[上下])的?"
    "(?:渠道|价位段?|价格段?|机型|产品|细分|本)*"
)
_ALL_AGAIN = re.compile("(?:整体|总体|大盘|整个)")
_WORLD = re.compile("全球|全世界|世界范围|(?<=放眼)世界")
_EARNED = re.compile("收入|营收|毛利|利润")


def place_here(around: Surroundings) -> str | None:
    """Return the region that a report's sentence turns to at its head, WORLD where it turns to all; None where it turns to none."""
    scan = around.scan
    start = scan.sentence.start
    if not (scan.chinese and around.tracked):
        return None
    world = _WORLD.search(scan.text, start, min(start + _FAR, scan.sentence.end))
    if world and _turns(scan, start, world.start(), world.end()):
        return WORLD
    kinds = around.names.catalogue.segments
    regions = [m for m in scan.segments if kinds[m.segment or ""].kind == "region" and m.start - start <= _FAR]
    there: str | None = None
    for region in regions:  # 海外方面,印度市场第三季出货4840万台
        if behind := _turns(scan, start, region.start, region.end):
            there, start = region.segment, behind
    return there or _part_or_whole(scan, start)


def place_now(around: Surroundings) -> str | None:
    """Return the place that a sentence, or one before it in its paragraph, turned to."""
    here = place_here(around)
    return around.ground.place if here is None else here


def place_goes_on(around: Surroundings, metric: str, mention: Mention) -> str | None:
    """Return the place of what a report on how makers stand counts and says no place of: WORLD is everywhere."""
    scan = around.scan
    if not (scan.chinese and around.tracked and is_tracked(metric)):
        return None
    start = scan.clause(mention.start)[0]
    return WORLD if _WORLD.search(scan.text, start, mention.end) else place_now(around)


def of_place(around: Surroundings, mention: Mention) -> str | None:
    """Return a doubt where a report turned to a part of what it counts, or to a region of what has a line of its own.

    折叠屏方面,华为份额71.8%; 中国市场方面,小米出货140万台, in a report on tablets.
    """
    place = place_goes_on(around, mention.metrics[0], mention)
    if place == PART:
        return "of a part of the market, not of all"
    there = place not in (None, WORLD, WHOLE) and around.tracked != "smartphones"
    return "of some things, and of a region" if there else None


def counts_all_there(around: Surroundings, mention: Mention, at: int) -> bool:
    """Whether a report's sentence turns to a place and counts right behind that what was shipped there, by nobody that is named: of all makers.

    In the middle of a paragraph on a maker that may be its own.
    """
    scan = around.scan
    if not (around.tracked and scan.chinese and any(is_tracked(name) for name in mention.metrics)):
        return False
    if place_here(around) is None or around.subject_before(at) is not None or _tells_of_money(scan):
        return False
    return not any(a.end <= mention.start for a in scan.amounts)


def _tells_of_money(scan: Scan) -> bool:
    """Whether a paragraph has told what a company took in, which no count of a market does: 智能手机收入为475亿元。全球智能手机出货量为4310万台."""
    start = scan.sentence.start
    return _EARNED.search(scan.text, scan.text.rfind("\n", 0, start) + 1, start) is not None


def _part_or_whole(scan: Scan, start: int) -> str | None:
    """Return PART or WHOLE, where a sentence turns to a kind of what is counted, or back to all of it."""
    lead = _LEAD.match(scan.text, start, scan.sentence.end)
    at = lead.end() if lead else start
    for what, form in ((PART, _A_PART), (WHOLE, _ALL_AGAIN)):
        for low in (at, start):
            said = form.match(scan.text, low, scan.sentence.end)
            if said and _TAIL.match(scan.text, said.end(), scan.sentence.end):
                return what
    return None


def _turns(scan: Scan, start: int, low: int, high: int) -> int:
    """Return where the words end that turn to a place, 0 where something else stands before it, or behind it no comma, nor what is counted there."""
    if any(e.start < high for e in scan.entities) or not _LEAD.fullmatch(scan.text, start, low):
        return 0
    tail = _TAIL.match(scan.text, high, scan.sentence.end)
    return tail.end() if tail else high if _COUNTS.match(scan.text, high, scan.sentence.end) else 0
