"""Parts that a Chinese sentence tells of and the catalogue does not name: what is theirs is not the whole's."""

from __future__ import annotations

import re

from generator.extraction.doubts.narrower_zh import is_of_narrower_zh
from generator.extraction.doubts.no_line_zh import NO_LINE, names_no_line
from generator.extraction.marks.cues import OF_WHICH
from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

NAMELESS = "a part that the catalogue does not name"
# 分部经营亏损3亿元, 业务毛利率为23%: of a division that the sentence before or a heading named, or none did
_DIVISION = re.compile("(?:分部|板块|部门|(?<![一-鿿A-Za-z)])业务)(?:的|还|仍|则|也|依然|依旧|继续|要|须|本身|自身)*$")
# 东欧市场占集团出口约五成,但销量跌四成: the clause before is on a region that no list of them names
_OF_A_MARKET = re.compile(
    r"(?<!全球)(?<!整体)(?<!整个)(?:市场|地区|区域)(?:则|亦|也|仍|仅|约)*(?:占(?![有比率据领])|贡献)[^,;。]{2,24},(?:但|而|且|并|其|不过|惟)?(?:当地)?的?$"
    # 港澳及其他市场受惠于访港旅客回升,营业额增幅超过三成
    r"|(?<![一-鿿])(?!全球|整体|整个)[一-鿿]{1,6}(?:及其他|等)?(?:市场|地区|区域)(?:则|亦|也|仍)?(?:受[惠益累]|受|得益|因|随|凭|表现)[^,;。\d]{2,24},(?:其|当地)?的?$"
)
# AI加速器去年带来的营收: whatever brought it in is no whole
_BROUGHT_BY = re.compile(r"[一-鿿A-Za-z](?:带来|贡献|创造|产生|挹注)的(?:合并|总)?$")
_NEAR = 14  # characters before a metric, within which it is said what brought it in
_LEAD = 48  # characters before a metric, within which that clause stands
# 仓储收入, 票务营收, 带动视频号收入: a noun, behind a comma, a reason, a time or a company, is a line; what may stand there else is told here
_LINE = re.compile(
    r"(?<![一-鿿])(?:(?:主要)?(?:由于|因为?|得益于|受益于|受惠于)|(?:进而|从而|并|也|亦)?(?:带动|推动|拉动|推升|提振|刺激|驱动|促进|助推|促使))?(?P<noun>[一-鿿]{2,5})$"
)
_BEHIND_PART = re.compile(
    r"(?:市场|地区|区域)?的?(?P<noun>(?!市场|地区|区域|业务|板块|部[分门]|分部|方面|产品|服务|业绩|出货|事业|智能|智慧|表现|收益)[一-鿿]{2})"
)
_OF_WHICH_NOUN = re.compile("(?:其中|当中),?(?P<noun>[一-鿿A-Za-z]{3,10}?)的?(?=$|[一-鿿\\d])")
_OF_THE_WORLD = re.compile(",?(?:全球|整体|总体|合计)")  # 全球及中国大陆的月活跃用户数创新高。其中,全球…5.64亿
_TAKINGS = ("收入", "营收", "毛利")
# 动力电池收入2530亿元;电池材料及回收收入287亿元: the next item of a list of parts
_NEXT_ITEM = re.compile(r"(?:而|另外|此外|,)*(?P<noun>[一-鿿A-Za-z]{3,12}?)的?")


def of_nameless_part(
    around: Surroundings, mention: Mention, place: tuple[str, str | None], told: tuple[str, str | None] | None
) -> str | None:
    """Return why a metric is of a part without a name: behind 其中 it is of the same as the whole that was `told`.

    `游戏收入187亿元,其中手游收入174亿元`: mobile games are neither all games nor the company.
    """
    scan, (metric, segment) = around.scan, place
    metrics = around.names.catalogue.metrics
    whole = segment is None and not (metrics[metric].base and metrics[metric].segment)
    if whole and _BROUGHT_BY.search(scan.text, max(scan.sentence.start, mention.start - _NEAR), mention.start):
        return NAMELESS
    if whole and _DIVISION.search(scan.text, max(scan.sentence.start, mention.start - 6), mention.start):
        return NAMELESS
    if (
        whole
        and metric in ("revenue", "gross_margin")
        and (_is_line(around, mention) or _is_next_item(around, mention))
    ):
        return NAMELESS
    if _is_line_of_part(around, mention) or is_of_narrower_zh(around, metric, whole, mention, told):
        return NAMELESS
    if whole and _OF_A_MARKET.search(scan.text, max(scan.sentence.start, mention.start - _LEAD), mention.start):
        return NAMELESS
    start = scan.clause(mention.start)[0]
    if OF_WHICH.fullmatch(scan.text, scan.sentence.start, start):
        start = scan.sentence.start  # 其中,手游收入增长10%
    which = OF_WHICH.match(scan.text, start, mention.start)
    if which is None or _OF_THE_WORLD.match(scan.text, which.end(), mention.start):
        return None
    if _names_a_part(around, start, mention):
        return NAMELESS
    before = around.ground.told if start == scan.sentence.start and whole else None
    told = told or before
    starts = [p.start for p in scan.periods] + [e.start for e in scan.entities]
    if told is None or any(start <= at < mention.start for at in starts):
        return None
    same = place == told or (whole and metric == (metrics[told[0]].base or told[0]))
    return NAMELESS if same else None


def _names_a_part(around: Surroundings, start: int, mention: Mention) -> bool:
    """Whether a noun that names nothing known stands behind 其中 and before a word for revenue, whenever that was: 其中网路卡第四季销售额."""
    scan = around.scan
    when = next((p.start for p in scan.periods if start <= p.start and p.end == mention.start), mention.start)
    part = _OF_WHICH_NOUN.match(scan.text, start, when)
    if part is None or part.end() != when or not scan.text.startswith((*_TAKINGS, "销售额", "业绩"), mention.start):
        return False
    return not (scan.is_marked(*part.span("noun")) or NO_LINE.search(part["noun"]))


def _is_line_of_part(around: Surroundings, mention: Mention) -> bool:
    """Whether a noun that names nothing known stands between a part and a word for revenue: the 点播 of 国内市场点播收入."""
    scan = around.scan
    if not scan.text.startswith(_TAKINGS, mention.start):
        return False
    before = max((m.end for m in scan.segments if m.end <= mention.start), default=-1)
    found = _BEHIND_PART.fullmatch(scan.text, before, mention.start) if before >= 0 else None
    return found is not None and not NO_LINE.search(found["noun"]) and not scan.is_marked(*found.span("noun"))


def _is_next_item(around: Surroundings, mention: Mention) -> bool:
    """Whether nothing but a noun that names nothing known stands before a word for revenue, behind revenue and a semicolon."""
    scan, told = around.scan, around.ground.told[0] if around.ground.told else ""
    entry = around.names.catalogue.metrics.get(told)
    listed = around.ground.joined and entry is not None and "revenue" in (told, entry.base)
    if not (listed and scan.text.startswith(_TAKINGS, mention.start)):
        return False
    item = _NEXT_ITEM.fullmatch(scan.text, scan.sentence.start, mention.start)
    known = item is None or scan.is_marked(*item.span("noun"), scan.metrics)
    return item is not None and not known and not NO_LINE.search(item["noun"])


def _is_line(around: Surroundings, mention: Mention) -> bool:
    """Whether a noun that names nothing known stands right before a word for revenue: `主要由于仓储收入上升13%`."""
    scan = around.scan
    if not scan.text.startswith(_TAKINGS, mention.start):
        return False
    ends = [m.end for m in (*scan.segments, *scan.metrics)]
    ends += [e.end for e in scan.entities] + [p.end for p in scan.periods]
    low = max(end for end in (scan.sentence.start, *ends) if end <= mention.start)
    if low == mention.start:
        return False
    said = scan.text[low : mention.start]
    found = _LINE.search(said[-14:])
    noun = found["noun"] if found else ""
    return bool(noun) and not names_no_line(noun)
