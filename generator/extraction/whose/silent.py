"""Sentences that only tell of a company that it tells nothing: `Oppo declined to comment`, 华为尚未公布业绩. What follows is not of it."""

from __future__ import annotations

import re

from generator.extraction.whose.context import Surroundings

_TELL = r"(?:report|publish|release|disclose|announce|comment|respond|reply|issue|post)"
_CALLS = r"return (?:[a-z]+ ){0,4}?(?:calls?|messages?|requests?|e-?mails?|inquir\w+|quer\w+)"  # `did not return to growth` is no silence
_NOT_ZH, _ABOUT_ZH = "(?:未|不|没有?|拒绝|暂不|尚未|并未|不愿|未有|无)", "予|就此|对此|作出?|做出?|进行|立即|即时"
_ANSWER_ZH = "置评|评论|回应|回复|答复|表态"
_GAVE_NO_COMMENT = (
    rf"\b(?:declin\w+ (?:to (?:comment|say|discuss|elaborate|respond)|comment)|(?:did|do|does)(?: not|n't) (?:immediately )?(?:respond|reply|comment|{_CALLS}|answer)|could not (?:immediately )?be reached|(?:was|were) not (?:immediately )?(?:available (?:for|to) (?:comment|an? interview)|reachable)|refused to comment|had no (?:immediate )?comment)\b"
    rf"|{_NOT_ZH}(?:{_ABOUT_ZH})*(?:{_ANSWER_ZH})"
)
_NO_COMMENT = re.compile(_GAVE_NO_COMMENT)
# or no figures: `has yet to report`, 尚未公布业绩
_SILENT = re.compile(
    rf"{_GAVE_NO_COMMENT}|\b(?:declin\w+ to (?:give|disclose)|(?:did|do|does|has|have|had)(?: not|n't) (?:immediately |yet |so far )?(?:{_TELL}|answer|{_CALLS})|(?:has|have|had) yet to {_TELL}"
    r"|(?:was|were|is|are) not (?:immediately )?(?:available|reached|reachable)|no (?:immediate )?(?:comment|response|reply)|without comment\w*|refus\w+ to comment|wouldn't comment|would not comment)\b"
    rf"|{_NOT_ZH}(?:{_ABOUT_ZH}|就有关消息|更多)*(?:{_ANSWER_ZH}|透露更多)|(?:尚未|还没有?|暂未|仍未|均未|都未|未)(?:对外)?(?:公布|发布|披露|公告|交出)"
)


def is_silent(around: Surroundings) -> bool:
    """Whether a sentence without an amount only says that others than the company spoken of tell nothing."""
    scan, spoken = around.scan, around.ground.entity
    others = [e for e in scan.entities if e.entity not in (spoken, around.home)]
    own = len(others) < len(scan.entities)
    return bool(others) and not own and bool(_SILENT.search(scan.text, scan.sentence.start, scan.sentence.end))


def tells_nothing(text: str, start: int, end: int) -> bool:
    """Whether a stretch says that somebody gave no comment."""
    return bool(_NO_COMMENT.search(text, start, end))
