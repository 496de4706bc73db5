"""A line of business that a Chinese clause names and says no more of, before the one that tells its takings: 腾讯三季度增值服务,收入827亿元."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.reduced import reduced
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.line_that_grew_zh import grew_apart

_LINE_ENDS = re.compile(r"(?:业务|板块|分部|部门|集团|事业群)*[」』”\"]?,")
# 增长最快的是国际商业, 表现最好的业务当属云: which of all it is, is said first
_FOREMOST = r"(?:[一-鿿]{0,8}最[一-鿿]{1,3}的(?:业务|板块|部门|分部|部分|一块)?(?:仍然?|依然|依旧|则|要数|当属|就|无疑|还)?(?:是|为|属)?)"
_IS_FOREMOST = re.compile(_FOREMOST)
# A clause is reduced: E is a company, T a time, S a line of business. What describes a line ends in 的: 包括小程序等的, 占比最大的
_DESCRIBED = r"(?:(?:包括|包含|涵盖|涵括|作为|身为|占|备受|最|属|规模|向来|一向|素来)[^,;。]{1,40}的)?"
_ALONE = re.compile(
    rf"[\s•·*-]*(?:而|至于|另外|此外|其中|同期|同时|,)*(?:E(?:\([^()]*\))?|T|的|旗下|集团|公司|其|,)*{_FOREMOST}?{_DESCRIBED}[「『“\"]?"
)
_LONGEST = 30  # characters of a reason
_BARE = re.compile("(?:T|则|其|当季|季内|期内|的|总|也|亦|录得|实现|整体|,)*")
# 营销服务,受视频号带动,收入…: a reason stands between
_REASON = re.compile(r",(?:主要|亦|也)?(?:受|因|由于|随|得益|在|凭|靠|惟受|虽)[^,;。\d]{2,24},\Z")
_TAKINGS = ("revenue", "operating_profit", "gross_margin", "operating_margin", "gross_profit", "net_profit")


def line_alone(around: Surroundings, mention: Mention, businesses: list[Mention]) -> str | None:
    """Return the line of business that all of the clause before a metric's names, where that one says no more of whose it is."""
    scan, start = around.scan, around.scan.clause(mention.start)[0]
    if not scan.chinese or start <= scan.sentence.start or mention.metrics[0] not in _TAKINGS:
        return None
    if grew_apart(scan, mention):
        return None
    if (grew := line_only_grown(around, start)) and _BARE.fullmatch(_grammar(around, start, mention.start)):
        return grew
    reason = _REASON.search(scan.text[max(scan.sentence.start, start - _LONGEST) : start])
    behind = start - len(reason[0]) + 1 if reason else start
    last = next((m for m in reversed(businesses) if _LINE_ENDS.fullmatch(scan.text, m.end, behind)), None)
    if last is None or not _BARE.fullmatch(_grammar(around, start, mention.start)):
        return None
    if _IS_FOREMOST.fullmatch(scan.text, scan.clause(last.start)[0], last.start):
        return last.segment  # 国际商业收入348亿元,增速最快的是云业务,收入398亿元
    return last.segment if _ALONE.fullmatch(_grammar(around, scan.sentence.start, last.start)) else None


def line_only_grown(around: Surroundings, low: int) -> str | None:
    """Return the line of business that the clause before an offset opens with, where it says no more than how that grew: 云智能集团增长3%,收入256亿元."""
    scan, kinds = around.scan, around.names.catalogue.segments
    start = scan.clause(low - 1)[0]
    line = next((m for m in scan.segments if m.start == start and kinds[m.segment or ""].kind == "business"), None)
    told = [a for a in scan.amounts if start <= a.start < low]
    named = any(start <= m.start < low and m.metrics[:1] != ("revenue",) for m in scan.metrics)
    grew = len(told) == 1 and told[0].kind == "percent" and not named
    grew = grew and bool(scan.cues_between(start, low, "up", "down"))  # no iPhone占比46%,收入954亿美元
    return line.segment if line and grew else None


def _grammar(around: Surroundings, start: int, end: int) -> str:
    return reduced(around.scan, start, end, around.names).replace(" ", "")
