"""Lines of business that words point back to: the segment, Its, 该业务, 至于."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.despite_logging_en import unit_that_did
from generator.extraction.metrics.profits import THAT_LINE, THAT_PART, THAT_ZH, its_of_the_unit
from generator.extraction.metrics.whole_again import lines_of_metrics
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.reasons_en import is_a_reason

_THAT_SEGMENT = sought(
    rf"(?:{THAT_ZH}|本)(?:分部|业务|板块|业务板块|分部的)|\b(?:(?:the|this|that|its) (?:segment|business|division|unit(?! (?:sales|volumes?|shipments|prices|costs|economics|growth|deliveries)\b))|(?:this|that) group|these (?:products|devices|services|businesses))(?:'s)?\b",
    re.I,
)
# `the segment comprising EVs and AI`: a line that is described there is not the one before
_WHICH_ONE = re.compile(
    r" (?:that|which|comprising|containing|consisting of|composed of|made up of|including|with|around|for|housing|selling|making|covering|spanning|home to) "
)
# `In the overseas segment, revenue rose 40%`: what is called a segment, and is a region
_A_REGION_SO = re.compile(
    r"\b(?:[Oo]verseas|[Ii]nternational|[Dd]omestic|[Ff]oreign|[A-Z][a-z]+(?:n|an|ese)?) (?P<called>segment|division|unit|business)\b"
)
_SENTENCE_BEFORE = 200  # characters before a sentence, within which the one before calls a region so
_BEHIND = 24  # characters behind a metric, within which the line that it is of may be pointed at
_IN_SHORT = re.compile(r" ?\([^()]{1,24}\)")
_THAT_LINE_AT = re.compile(f"{THAT_ZH}(?:分部|业务|板块)")
_THERE = re.compile(r" there\b")  # `Gross margin there widened`, of a line where no region was named
_ON_IT = re.compile(
    r" (?:on|from|of|for) (?:it|them)\b"
)  # `Cars brought in 9.8 billion yuan, and the gross margin on them was 17%`
_SEGMENTS_OWN = ("in segment ", "of segment ")  # `storage brought $3.4 billion in segment revenue`
_AND_METRIC = re.compile(
    r",? ?(?:and|while|with) (?:its |the |an? )?(?:(?:Q[1-4](?: 20\d\d)?|[1-4]Q\d{0,4}|20\d\d|[a-z]+-(?:quarter|half|year)|quarterly|annual) )?"
)
_THE_SEGMENT = re.compile(r"\s*(?:The|This|That) (?:segment|business|division|unit)\b(?! (?:of|that|which)\b)")
_THE_SEGMENTS = re.compile(r"\s*(?:The|This|That) (?:segment|business|division|unit)(?:['’]s)? ")
_IT_RAN = re.compile(
    r"(?:,? (?:though|although|while|but|and|even though)|;) it (?:still |also |again |itself )?(?:ran(?: up)?|posted|made|had|reported|incurred|recorded|booked|suffered|earned) (?:an? )?$"
)
_ITS = re.compile(r"\s*(?:Its|The (?:segment|business|unit)'s) ")
# `对于受市场关注的即时零售,上季收入229亿元`: a clause names a business, and the next one states its figures.
_TURNS_TO = re.compile(r"\s*(?:至于|对于|就|单计|单看|单论|论及|说到|在)")
_BUSINESS = re.compile(
    r"[」”』\"]?(?:业务|板块|分部|方面|部门|集团|而言|来说|来看|当中|中)*"
    # 资料中心依旧是主要成长来源,营收512亿美元
    r"(?:(?:依旧|依然|仍然?|还|继续|持续|更|也|再度)*(?:是|为|作为|成为?)(?:公司|集团|其)?(?:的)?(?:最大|最主要|主要|核心|最强|重要|首要|关键)的?"
    r"(?:营收|收入|业绩|获利|盈利)?(?:成长|增长)?的?(?:来源|动能|动力|引擎|支柱|亮点|主力|推手))?,"
)
_OWN = ("", "的", "总", "其", "分部", "季度", "单季")
_RECORDED = ("录", "录得", "实现", "达", "达到", "有", "取得", "获得", "贡献", "带来")
# (二)核心的「增值服务」,营业额达827亿元: a clause that only names it
_ALONE = re.compile(
    r"\s*(?:\(?[一二三四五六七八九十\d]{1,2}[).、])?(?:其中|当中)?(?:核心|主要|旗下|传统)?的?[「“『\"]?"
)


def that_segment(around: Surroundings, mention: Mention) -> str | None:
    """Return the line of business spoken of before, where `the segment` or 该业务 points back to it."""
    if around.scan.text.endswith(_SEGMENTS_OWN, 0, mention.start):
        kinds, named = around.names.catalogue.segments, [m for m in around.scan.segments if m.end <= mention.start]
        lines = {m.segment for m in named if kinds[m.segment or ""].kind == "business"}
        if len(lines) == 1:
            return lines.pop()
    told = around.ground.told
    if told and around.scan.text.endswith("上述", 0, mention.start) and told[0] in mention.metrics:
        return told[1]  # 手机游戏收入下跌2%。…上述收入环比增长11%
    low, ground = around.scan.clause(mention.start)[0], around.ground
    short = _IN_SHORT.match(
        around.scan.text, mention.end
    )  # `Earnings before interest and taxes ( EBIT ) of the segment`
    back = _THAT_SEGMENT.search(around.scan.text, low, (short.end() if short else mention.end) + _BEHIND)
    back = None if back and _WHICH_ONE.match(around.scan.text, back.end()) else back
    if back is None and _and_its(around, mention):
        start = around.scan.sentence.start
        back = THAT_PART.search(around.scan.text, start, mention.start) or _THE_SEGMENT.match(around.scan.text, start)
    back = (
        back
        or _it_ran(around, mention)
        or its_of_the_unit(around.scan, mention)
        or _in_that_line(around, mention)
        or _there(around, mention)
        or _on_it(around, mention)
        or unit_that_did(around.scan, mention)
    )
    if back is None:
        return None
    if region := _region_called_so(around, back):
        return region
    last = _told_before_it(around, mention) or _told_here(around, back.start())
    last = last or (ground.line if back[0].lower().startswith("these") else None)
    line = last or ground.heading_segment or _only_named(around, back.start())
    line = line or ground.segment or ground.line or line_told(around, mention)
    # `It delivered 27,307 SU7s. The unit's loss`: a model is no unit, the line that makes it is
    model = line is not None and not around.scan.chinese and around.names.catalogue.segments[line].product_of
    return model or line


# `With food delivery subsidies at their height, the segment's revenue fell`: of the line that the sentence before told of
_IN_PASSING = re.compile(
    r"\s*(?:(?:But|And|Meanwhile|Still|Yet),? )?(?:With|As|Unlike|Like|Despite|While|Although|Though|Amid|Given|Because|After|Since|Besides|Alongside|In contrast|Compared|Against|Thanks to|Due to)\b"
)
_OPENS = re.compile(r"\s*(?:(?:But|And|Meanwhile),? )?(?:(?:The|Its|Their|[A-Z]\w+['’]s) )?")


def _region_called_so(around: Surroundings, back: re.Match[str]) -> str | None:
    """Return the region whose figures were told before as those of a segment: `In the overseas segment, revenue rose 40%. The segment's loss`."""
    scan, told = around.scan, around.ground.told
    if scan.chinese or told is None or told[1] is None or scan.segments:
        return None
    region = around.names.catalogue.segments[told[1]]
    low = max(scan.text.rfind("\n", 0, scan.sentence.start), scan.sentence.start - _SENTENCE_BEFORE)
    called = _A_REGION_SO.search(scan.text, low, scan.sentence.start)
    pointed = called is not None and called["called"] in back[0].lower()
    return told[1] if region.kind == "region" and pointed else None


def line_told(around: Surroundings, mention: Mention) -> str | None:
    """Return the line of business of the figure told last before an English metric: `Smartphone shipments were 40 million. Gross margin of the segment was 12%`."""
    entries, kinds = around.names.catalogue.metrics, around.names.catalogue.segments
    here = [m.metrics[0] for m in around.scan.metrics if m.end <= mention.start and m.metrics[0] in entries]
    # `smartphone sales dropped as shipments slid; the margin of the segment`
    of_lines = [name for name in here if entries[name].base]
    told = ((of_lines or here)[-1], None) if here else around.ground.told
    if told is None or told[0] not in entries or not around.scan.text[mention.start].isascii():
        return None
    line = entries[told[0]].segment if entries[told[0]].base else told[1]
    return line if line and kinds[line].kind == "business" else None


def _told_before_it(around: Surroundings, mention: Mention) -> str | None:
    """Return the line whose figure stands right before a Chinese 该分部: 汽车分部收入290亿元,该分部经营收益7亿元."""
    scan, kinds = around.scan, around.names.catalogue.segments
    back = _THAT_LINE_AT.search(scan.text, scan.clause(mention.start)[0], mention.start)
    before = [m for m in scan.segments if back and m.end <= back.start()]
    return before[-1].segment if before and kinds[before[-1].segment or ""].kind == "business" else None


def _it_ran(around: Surroundings, mention: Mention) -> re.Match[str] | None:
    """Return `The segment's` that an English sentence opens with, where its next clause says what it earned: `though it still ran an operating loss`."""
    scan = around.scan
    ran = None if scan.chinese else _IT_RAN.search(scan.text, scan.sentence.start, mention.start)
    others = any(e.end <= mention.start for e in scan.entities) or any(m.end <= mention.start for m in scan.segments)
    return _THE_SEGMENTS.match(scan.text, scan.sentence.start) if ran and not others else None


def _there(around: Surroundings, mention: Mention) -> re.Match[str] | None:
    """Return the `there` behind an English metric that points back to a line: no place was named, nor a line in its sentence."""
    named = around.ground.region or any(m.end <= mention.start for m in around.scan.segments)
    return None if named else _THERE.match(around.scan.text, mention.end)


def _on_it(around: Surroundings, mention: Mention) -> re.Match[str] | None:
    """Return the `on it` behind an English metric that points back to the line whose figure its sentence told before."""
    back = _ON_IT.match(around.scan.text, mention.end)
    return back if back and _told_here(around, mention.start) else None


def _told_here(around: Surroundings, at: int) -> str | None:
    """Return the line whose figure an English sentence told last before `the unit`: `Games brought in 60 billion yuan; the unit's margin was 40%`."""
    scan, kinds = around.scan, around.names.catalogue.segments
    own = lines_of_metrics(scan, around.names.catalogue)
    lines = [m for m in (*scan.segments, *own) if m.end <= at and kinds[m.segment or ""].kind == "business"]
    lines = [m for m in lines if not is_a_reason(scan, m)] or lines
    of = {
        kinds[m.segment or ""].counts_as or m.segment for m in lines
    }  # `cars brought in 9.8 billion yuan, on 39,860 SU7s`
    last = max((m for m in lines if kinds[m.segment or ""].product_of not in of), key=lambda m: m.start, default=None)
    told = last is not None and any(last.end <= a.start and a.end <= at for a in scan.amounts)
    # `New initiatives continued to bleed money: the segment's loss was`
    opens = last is not None and _OPENS.fullmatch(scan.text, scan.sentence.start, last.start)
    told = told or (bool(opens) and len({m.segment for m in lines}) == 1)
    return last.segment if last and told and not scan.chinese else None


def _only_named(around: Surroundings, at: int) -> str | None:
    """Return the only line of business that an English sentence names before `the segment`: `Spending on new initiatives eased, and the segment's loss narrowed`."""
    scan, kinds, ground = around.scan, around.names.catalogue.segments, around.ground
    if (ground.segment or ground.line) and _IN_PASSING.match(scan.text, scan.sentence.start, at):
        return None
    named = {m.segment for m in scan.segments if m.end <= at and kinds[m.segment or ""].kind == "business"}
    return named.pop() if len(named) == 1 and not scan.chinese else None


def speaks_on(scan: Scan) -> bool:
    """Whether an English sentence goes on with the line of business that the one before spoke of: `Losses from the segment narrowed`."""
    return not scan.segments and bool(THAT_PART.search(scan.text, scan.sentence.start, scan.sentence.end))


def _in_that_line(around: Surroundings, mention: Mention) -> re.Match[str] | None:
    """Return the 该业务 that a Chinese sentence opens with and goes on with: 该业务仍处于投入阶段,亏损18亿元."""
    back = THAT_LINE.match(around.scan.text, around.scan.sentence.start, mention.start)
    starts = [m.start for m in around.scan.segments] + [e.start for e in around.scan.entities]
    return None if back is None or any(back.end() <= start < mention.start for start in starts) else back


def _and_its(around: Surroundings, mention: Mention) -> bool:
    """Whether an English clause opens with a metric and names no company: `Revenue in the unit rose 19%, and profit grew 26%`."""
    start = around.scan.clause(mention.start)[0]
    return bool(
        _AND_METRIC.fullmatch(around.scan.text, max(start, around.scan.amount_before(mention.start)), mention.start)
    )


def pointed_at(around: Surroundings, mention: Mention) -> str | None:
    """Return the segment that `Its` before a metric stands for."""
    told = around.ground.told
    if told is None or not _ITS.fullmatch(around.scan.text, around.scan.sentence.start, mention.start):
        return None
    entry = around.names.catalogue.metrics[told[0]]
    segment = entry.segment if entry.base else told[1]
    business = segment and around.names.catalogue.segments[segment].kind == "business"
    return segment if business and around.names.special(mention.metrics[0], segment or "") else None


def turned_to(around: Surroundings, mention: Mention, businesses: list[Mention]) -> str | None:
    """Return the segment that the clause before a Chinese metric's turns to, where only a period stands between."""
    scan, at = around.scan, mention.start
    told = next((a for a in scan.amounts if a.end == at), None)  # 至于增值服务,上季录得958亿元收入
    at = told.start if told else at
    low = max(scan.clause(at)[0], scan.amount_before(at))
    period = next((p for p in scan.periods if p.start == low and p.end <= at), None)
    if scan.text[at].isascii() or scan.text[period.end if period else low : at] not in (_RECORDED if told else _OWN):
        return None
    before = [m for m in businesses if m.end < low and _BUSINESS.fullmatch(scan.text, m.end, low)]
    its = scan.text[at - 1] == "其"  # 由个人电脑组成的智能设备业务集团,其收入…
    start = scan.clause(before[-1].start)[0] if before else at
    turns = bool(before) and (
        its or _TURNS_TO.match(scan.text, start, at) or _ALONE.fullmatch(scan.text, start, before[-1].start)
    )
    return before[-1].segment if turns else None
