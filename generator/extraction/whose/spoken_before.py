"""The line of business that the sentence before spoke of, where a sentence goes on with it."""

from __future__ import annotations

import re

from generator.extraction.expected.market import MARKET
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.tallies import TRACKED
from generator.extraction.whose.beside import is_beside
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.line_as_topic_zh import goes_on_with_topic
from generator.extraction.whose.lines_rate import follows_a_lines_rate
from generator.extraction.whose.of_all_zh import (
    is_before_a_parts,
    is_beside_the_companys,
    line_of_its_margin,
)

# What companies report by segment, though no metric of the catalogue is that of one segment.
ALSO_BY_SEGMENT = (
    "operating_margin", "adjusted_operating_margin", "adjusted_operating_profit", "adjusted_gross_margin", "gross_profit", "ebitda", "order_intake",
)  # fmt: skip
_COMPANY = re.compile(
    "(?:公司|集团)(?!的?[该其])(?![则亦也又还]?(?:明言|表示|坦言|直言|解释|强调|指出|透露|提到|补充|认为|称|指|说)[称道]?,)|我们的"
)  # 公司明言,受竞争影响,经营溢利… may go on with the part spoken of; 我们的毛利率 is that of all
_OWN = re.compile(r"(?:['’]s|['’]) (?:overall |total |quarterly )?|的?(?:总|整体)?")
# 小鹏在第四季度实现营收130亿元
_IN, _OWN_ZH = ("在", "于"), re.compile(r"的?(?:则|也|共|单季)?(?:(?:实现|录得|取得|完成)了?)?(?:总|整体|合并)?")
_NET = ("net_profit", "adjusted_net_profit", "eps", "adjusted_eps")
# `while the group's net profit rose`: what stands before it may still be the part's
_COMPANYS_OWN = re.compile(
    r"\b(?:company|group|firm|[a-z]*maker|giant|overall|total|parent|[A-Z][\w.-]+)(?:['’]s)? (?:[a-z]+ ){0,2}$"
)
_ITS = re.compile(
    r"\s*(?:(?:(?:Its|Their) |The (?:segment|unit|division|business|group)'s )(?:total |overall |quarterly )?)?"
)  # before the metric that a sentence opens with

_UNIT_AND_ITS = re.compile(
    r"\s*(?:The|This|That) (?:[a-z]+ )?(?:segment|unit|division|business|arm) [^;]{3,140}?,? (?:and|but|while|though|although|yet|as|whereas) its (?:own |quarterly )?"
)

_OPENING = 8  # characters from a sentence's start, within which a region is what it is on
_ALONE = re.compile(r"[\s•*-]*(?:(?:The|Overall|Total|Quarterly|Reported) )?")
ITS_OWN = re.compile(r"\s*(?:Its|Their) (?:total |overall |quarterly )?")
# `The cloud division is losing steam. Analysts estimate its revenue at 6.1 billion yuan`
_THINK_ITS = re.compile(
    rf"\s*(?:{MARKET}|[Cc]onsensus)(?: [a-z]+){{0,3}}? (?:estimate|expect|see|put|forecast|predict|project|peg|reckon|think)(?:e?s|e?d|ing)?(?: that)? (?:its|their) (?:total |overall |quarterly )?"
)
# `Amazon's cloud business is growing again. It had revenue of $31 billion`: behind a sentence on a division, without an amount
IT_HAD = re.compile(
    r"\s*(?:(?:In|For|During) (?:the )?[^,;.]{3,36}? )?[Ii]t (?:had|has|posted|reported|generated|made|recorded|booked|achieved|turned in) (?:an? )?(?:(?:total|overall|quarterly|record) )*"
)


def _opens_with_region(around: Surroundings, mention: Mention) -> bool:
    """Whether a Chinese sentence opens with what a region took in: 海外收入13亿元,经营亏损1.53亿元, behind one on advertising."""
    kinds, scan = around.names.catalogue.segments, around.scan
    first = next((m for m in scan.metrics if not m.nothing), None)
    if first is None or first.end > mention.start or first.start == mention.start:
        return False
    regions = (m for m in scan.segments if kinds[m.segment or ""].kind == "region" and m.end <= first.start)
    return any(m.start - scan.sentence.start <= _OPENING for m in regions)


def spoken_of(around: Surroundings, metric: str, mention: Mention, fresh: EntityMention | None) -> str | None:
    """Return the segment that the sentence before spoke of, where this one goes on with it."""
    start, in_english = around.scan.sentence.start, around.scan.text[mention.start].isascii()
    if metric in ALSO_BY_SEGMENT and not around.ground.joined:
        return _line_of_its_own(around, metric, mention)
    of_market = not in_english and metric.endswith(TRACKED)  # 苹果所占份额 is of the market spoken of
    if _is_the_companys(around, fresh, mention) or (not of_market and _opens_with_owner(around, fresh, mention)):
        return None
    # but 笔电出货265万台;预估第四季出货量将季减10%, 手机:收入455亿元。公司将全年出货指引下调至1.75亿台
    of_things = of_market and (around.ground.joined or metric != "market_share")
    if not of_things and _in_another_period(around, fresh, mention):
        return None
    another = fresh is not None and fresh.start >= start and fresh.entity != around.ground.entity
    if another and not metric.endswith(TRACKED):
        return None  # what was spoken of before was another company's
    if _is_beside_net(around, mention):
        return None
    beside_part = any(_is_of_part(around, m, metric) for m in around.scan.metrics if m.start > mention.end)
    if not in_english and (beside_part or is_before_a_parts(around, metric, mention)):
        return None  # 毛利率20.5%,车辆毛利率19.8%: the first is that of all
    company = None if in_english else _COMPANY.search(around.scan.text, start, mention.start)
    of_company = company is not None or is_beside_the_companys(around, metric, mention)
    if of_company and not metric.endswith(TRACKED):
        return None  # 公司披露毛利率为72.4%: whatever part was spoken of before
    if not in_english and (_has_turned_to_all(around, mention) or _opens_with_region(around, mention)):
        return None
    if metric == "revenue" and (in_english or follows_a_lines_rate(around)):
        return _line_of_revenue(around, mention)
    after_several = in_english and _is_after_several(around, mention)
    return None if after_several else around.ground.segment or _its_line(around, mention) or _topic(around, mention)


def _topic(around: Surroundings, mention: Mention) -> str | None:
    """Return the line that a Chinese sentence without figures was on, where this one opens with revenue: 游戏业务增长迅速。第三季度收入551亿元."""
    goes_on = "revenue" in mention.metrics and goes_on_with_topic(around.scan, mention)
    return around.ground.division if goes_on else None


def _line_of_revenue(around: Surroundings, mention: Mention) -> str | None:
    """Return the line that revenue goes on with; behind a line's margin it is the company's: `Vehicle margin was 19.8%. Revenue was 42.2 billion`."""
    start = around.scan.sentence.start
    if follows_a_lines_rate(around) and not ITS_OWN.match(around.scan.text, start):
        return None
    goes_on = (form.fullmatch(around.scan.text, start, mention.start) for form in (_ITS, IT_HAD, _THINK_ITS))
    return around.ground.division or _line_without_its_revenue(around) if any(goes_on) else None


def _line_of_its_own(around: Surroundings, metric: str, mention: Mention) -> str | None:
    """Return the line that a metric is of which lines of business have as well as the whole, where words point back to it."""
    if not around.scan.text[mention.start].isascii():
        return line_of_its_margin(around, metric, mention)
    if _goes_on_with_the_unit(around, mention):
        return around.ground.segment or around.ground.division or around.ground.on_line
    start = around.scan.sentence.start
    opens = any(form.fullmatch(around.scan.text, start, mention.start) for form in (_ITS, _THINK_ITS))
    return _its_line(around, mention) or around.ground.division if opens else None


def _goes_on_with_the_unit(around: Surroundings, mention: Mention) -> bool:
    """Whether a clause says `its` of the unit that its sentence opens with: `The division earned 1.1 trillion won, but its operating margin fell`."""
    scan, start = around.scan, around.scan.sentence.start
    goes_on = _UNIT_AND_ITS.fullmatch(scan.text, start, mention.start) is not None
    starts = [e.start for e in scan.entities] + [m.start for m in scan.segments]
    return goes_on and not any(start <= at < mention.start for at in starts)


def _is_after_several(around: Surroundings, mention: Mention) -> bool:
    """Whether an English sentence opens with a metric alone behind several lines of business: `Games rose 3%. Advertising rose 26%. Gross margin was 53%`."""
    opens = _ALONE.fullmatch(around.scan.text, around.scan.sentence.start, mention.start)
    return bool(opens) and len(around.ground.lines_told) > 1


def _its_line(around: Surroundings, mention: Mention) -> str | None:
    """Return the line that an English `Its` before a metric stands for, which the sentence before spoke of and of nobody else."""
    own = ITS_OWN.fullmatch(around.scan.text, around.scan.sentence.start, mention.start)
    return around.ground.division or around.ground.on_line if own else None


def _line_without_its_revenue(around: Surroundings) -> str | None:
    """Return the line that the sentence before was on, and of whose revenue it told nothing: `Reality Labs lost $4 billion. Its revenue was`."""
    told = around.ground.told
    took = told is not None and told[0].endswith("revenue")
    return None if took else around.ground.on_line


def _is_beside_net(around: Surroundings, mention: Mention) -> bool:
    """Whether a sentence tells what no part has: `EPS at $0.96, gross margin at 65.6%`, `Operating income decreased, while adjusted net income rose`."""
    text = around.scan.text
    if any(m.end <= mention.start and "eps" in m.metrics for m in around.scan.metrics):
        return True
    if not text[mention.start].isascii():
        return False
    nets = (m for m in around.scan.metrics if m.start > mention.end and m.metrics[0] in _NET)
    return any(not _COMPANYS_OWN.search(text, max(mention.end, m.start - 40), m.start) for m in nets)


def is_of_all(around: Surroundings, mention: Mention) -> bool:
    """Whether a mention's own words say that it is of the whole company: 总收入, 营业收入."""
    said = around.scan.text[mention.start : mention.end]
    return mention.metrics[:1] == ("revenue",) and ("总" in said or said == "营业收入")


def _has_turned_to_all(around: Surroundings, mention: Mention) -> bool:
    """Whether a Chinese sentence has turned to the whole company: 总收入408.7亿元,毛利率14.3%; 第一季营收估季增35.9%,毛利率24.1%.

    Revenue of a sentence that names no line of business can only be the company's.
    """
    scan, start = around.scan, around.scan.sentence.start
    if any(is_of_all(around, m) for m in scan.metrics if m.end <= mention.end):
        return True
    told = [m for m in scan.metrics if m.end <= mention.start and m.metrics[:1] == ("revenue",) and not m.part]
    lines = any(m.start < mention.start for m in scan.segments) or around.ground.division
    return bool(told) and told[0].start > start and not lines


def _is_of_part(around: Surroundings, mention: Mention, metric: str) -> bool:
    """Whether a mention names a metric as that of one line of business."""
    entries = around.names.catalogue.metrics
    return any(name in entries and entries[name].base == metric for name in mention.metrics)


def _is_the_companys(around: Surroundings, fresh: EntityMention | None, mention: Mention) -> bool:
    """Whether a company and its region stand right before its metric: `小米海外市场收入为261亿元`."""
    if fresh is None or fresh.start < around.scan.sentence.start or fresh.end > mention.start:
        return False
    kinds = around.names.catalogue.segments
    regions = [m for m in around.scan.segments if kinds[m.segment or ""].kind == "region" and m.start == fresh.end]
    return bool(regions) and around.scan.text[regions[0].end : mention.start] in ("", "的", "总")


def _in_another_period(around: Surroundings, fresh: EntityMention | None, mention: Mention) -> bool:
    """Whether a Chinese metric is of another period than the part spoken of before: 英伟达预计第四季营收将达650亿.

    What came in that period may still be the part's: 服务业务上季销售288亿;全年营收首度突破1000亿.
    """
    if around.scan.text[mention.start].isascii() or around.ground.period is None:
        return False
    low = around.scan.clause(mention.start)[0]
    own = [
        p
        for m, p in around.resolved
        if low <= m.start < mention.start and p.kind != "instant" and not is_beside(around.scan, m)
    ]
    other = bool(own) and own[-1] != around.ground.period
    foreseen = bool(around.scan.cues_between(low, mention.start, "forecast"))  # iPhone收入增23%;预计Q1营收增13%
    return other and (fresh is not None or foreseen or not around.calendar.is_over(own[-1]))


def _opens_with_owner(around: Surroundings, fresh: EntityMention | None, mention: Mention) -> bool:
    """Whether a sentence opens with a company and its metric: `Apple's gross margin` is not that of the part before.

    In Chinese it need not open with it, and when it was may stand between: 元大预估日月光(3711)第一季毛利率28%.
    """
    scan = around.scan
    if fresh is None or not scan.sentence.start <= fresh.start <= mention.start:
        return False
    if scan.text[mention.start].isascii():
        return fresh.start <= scan.sentence.start + 1 and bool(_OWN.fullmatch(scan.text, fresh.end, mention.start))
    end = next((b.end for b in scan.brackets if b.start == fresh.end), fresh.end)
    end += scan.text.startswith(_IN, end)
    when = next((p.end for p in scan.periods if p.start == end), end)
    return bool(_OWN_ZH.fullmatch(scan.text, when, mention.start))
