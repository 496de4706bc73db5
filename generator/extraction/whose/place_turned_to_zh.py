"""The place that a Chinese sentence turns to at its head, and those after it go on with, in a report on how makers stand: 放眼全球,出货3.3亿台。苹果出货8130万台."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import is_tracked
from generator.extraction.whose.context import Surroundings

WORLD = ""  # no region: all the world
_FAR = 24  # characters from a sentence's start, within which a place stands that it turns to
_JOINS = "而|但|不过|再|又|若|如果|如|同时|与此同时|此外|另外|其中|至于|反观|相比之下"
# 把目光投向全球, 分地区看,欧洲, 具体到中国市场, 跳出中国,从全球看
_LEAD = re.compile(
    rf"[\s•*-]*(?:{_JOINS}|从|在|就|按|以|对|把|将|单|仅|只|光|细|论|具体|落|看|来|回|转|说|谈|提|讲|放|放眼|聚焦|着眼|环顾|纵观|综观|遍观|扩大|扩展|延伸|拉|拉长|拉回|视角|视线|目光|视野|镜头|焦点|投向|转向|望向|看向|移至|到|至|向|于|回到"
    "|跳出(?:中国|国内|单一市场)?|(?:分|按|从|以)?(?:不同|各)?(?:地区|区域|市场|地域)(?:层面|维度)?(?:划分|来?看|而言|来说|方面)?|整体|整个|大|的|了|,|、)*"
)
_TAIL = re.compile(
    "(?:市场|地区|区域|区|范围|层面|维度|口径|角度|视角|整体|总体|大盘|这边|那边|一侧|部分|业务|表现|情况|智能|手机|平板|电脑|个人|PC|可穿戴设备|方面|上|内|里|中|下|来看|看|而言|来说|来讲|论|计|的|则)*(?P<ends>[,:])"
)
# 分区域看,内地智能手机出货6800万台
_COUNTS = re.compile(
    "(?:市场|地区|区域)?(?:第?[一二三四]季度?|[上下]半年|全年|当季|单季|期内)?(?:的)?(?:智能|折叠屏)?(?:手机|平板|电脑|PC)?(?:市场)?(?:总|整体)?(?:出货|销量)"
)
_WORLD = re.compile("全球|全世界|世界范围|(?<=放眼)世界")
_OF_MAKERS = re.compile(r"[^,;。\d]{0,12}(?:出货|销量|销售|售出|发货)(?!均价)")


def place_here(around: Surroundings) -> str | None:
    """Return the region that a sentence turns to at its head, WORLD where it turns to all; None where it turns to none."""
    scan = around.scan
    start = scan.sentence.start
    if not scan.chinese:
        return None
    world = _WORLD.search(scan.text, start, min(start + _FAR, scan.sentence.end))
    if world and _turns(scan, start, world.start(), world.end()):
        return WORLD
    kinds = around.names.catalogue.segments
    regions = (m for m in scan.segments if kinds[m.segment or ""].kind == "region")
    first = next((m for m in regions if m.start - start <= _FAR), None)
    return first.segment if first and _turns(scan, start, first.start, first.end) else None


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


def counts_all_there(around: Surroundings, mention: Mention, at: int) -> bool:
    """Whether a report's sentence turns to a place and counts right behind that what was shipped there, by nobody that is named: of all makers.

    In the middle of a paragraph on a maker that may be its own.
    """
    scan = around.scan
    if not (around.tracked and scan.chinese and any(is_tracked(name) for name in mention.metrics)):
        return False
    if place_here(around) is None or around.subject_before(at) is not None:
        return False
    return not any(a.end <= mention.start for a in scan.amounts)


def _turns(scan: Scan, start: int, low: int, high: int) -> bool:
    """Whether nothing stands before a place but what turns to it, and nothing behind it but a comma, or what is counted there."""
    if any(e.start < high for e in scan.entities) or not _LEAD.fullmatch(scan.text, start, low):
        return False
    return bool(_TAIL.match(scan.text, high, scan.sentence.end) or _COUNTS.match(scan.text, high, scan.sentence.end))
