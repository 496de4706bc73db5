"""A line of business that a Chinese clause names and says no more of, before the one that tells its takings: 腾讯三季度增值服务,收入827亿元."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.reduced import reduced
from generator.extraction.whose.context import Surroundings

_LINE_ENDS = re.compile(r"(?:业务|板块|分部|部门|集团|事业群)*[」』”\"]?,")
# A clause is reduced: E is a company, T a time, S a line of business. What describes a line ends in 的: 包括小程序等的, 占比最大的
_DESCRIBED = r"(?:(?:包括|包含|涵盖|涵括|作为|身为|占|备受|最|属|规模|向来|一向|素来)[^,;。]{1,40}的)?"
_ALONE = re.compile(
    rf"[\s•·*-]*(?:而|至于|另外|此外|其中|同期|同时|,)*(?:E(?:\([^()]*\))?|T|的|旗下|集团|公司|其|,)*{_DESCRIBED}[「『“\"]?"
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
    reason = _REASON.search(scan.text[max(scan.sentence.start, start - _LONGEST) : start])
    behind = start - len(reason[0]) + 1 if reason else start
    last = next((m for m in reversed(businesses) if _LINE_ENDS.fullmatch(scan.text, m.end, behind)), None)
    if last is None or not _BARE.fullmatch(_grammar(around, start, mention.start)):
        return None
    return last.segment if _ALONE.fullmatch(_grammar(around, scan.sentence.start, last.start)) else None


def _grammar(around: Surroundings, start: int, end: int) -> str:
    return reduced(around.scan, start, end, around.names).replace(" ", "")
