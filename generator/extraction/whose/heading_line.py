"""The line of business that is the subject of its sentence: a division, group or unit that did something."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.verbs import TOOK
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.frame_of_own import opens_the_frame_of
from generator.extraction.whose.framed import ASIDE, FRAME, FRAMED
from generator.extraction.whose.topics_zh import cars_of, item_start, topic_line
from generator.extraction.whose.whole_company import tells_of_the_whole

_DIVISIONS = ("segment", "division", "unit", "business", "businesses", "group", "arm")
_DIVISION = re.compile(
    rf"(?:['’]s)?[”\"]?\s*(?:\([^)]*\)\s*)?(?:(?:taken )?(?:together|combined|collectively|as a whole) )?(?:segment|division|unit|business(?:es)?|group|arm|operations?|sector|category|franchise|(?:sub-?)?brand|marque|range|series|line-?up|family|(?:has |have )?(?:{TOOK}|showed|shown|seen|brought))\b",
    re.I,
)
# `The local business segment, which is Meituan's main source of revenue, generated`
_DESCRIBED = re.compile(
    r"(?: (?:segment|division|unit|business|group|arm))?, (?:which|that|whose|consisting of|including) [^,;]{3,80},"
)
# `Passenger cars led the portfolio, with sales reaching 4.25 million`
_WITH = re.compile(r"\s*with (?:total |its )?$")
# `The data center segment, which remains AMD's most crucial area, generated $3.5 billion in revenue`
_APPOSITION = re.compile(
    r"(?: (?:segment|division|unit|business|group|arm))*,? (?:which|where|that|[A-Z][\w.&]*['’]s|the company['’]s|its|an?|the)\b",
    re.I,
)
# `In the battery-electric segment, BYD sold 170,150 units`: whose segment it is, is said behind it
_FRAMES = re.compile(rf"\s*(?:(?:And|Now|Next|So|Finally|Lastly|OK|Okay),? )*{FRAME}", re.I)
_FRAMED = re.compile(rf"{FRAMED}{ASIDE}")
# `Cloud revenue was 5 billion; capital expenditure totalled 2 billion`
_BESIDE = re.compile(
    r"\s*(?:(?:while|whereas|but|although|though|as) |(?:and )?(?:total |quarterly |net |adjusted )*\Z)"
)
_OF_COMPANIES = (
    "net_profit",
    "adjusted_net_profit",
    "net_margin",
    "capex",
    "rd_expense",
    "selling_expense",
    "administrative_expense",
    "free_cash_flow",
    "operating_cash_flow",
)
_OPENING = 70  # characters from a sentence's start, within which a division is its subject


def _turns_to_the_whole(around: Surroundings, mention: Mention) -> bool:
    """Whether a clause set beside that on a line tells what lines don't: `The cloud grew, while net profit fell`."""
    low = around.scan.clause(mention.start)[0]
    beside = low > around.scan.sentence.start and _BESIDE.match(around.scan.text[low : mention.start])
    return bool(beside) and any(metric in _OF_COMPANIES for metric in mention.metrics)


def heading_line(around: Surroundings, mention: Mention, businesses: list[Mention]) -> str | None:
    """Return the segment that is the sentence's subject: its division, group or unit `reported a revenue increase of 15.9%`."""
    text, start = around.scan.text, item_start(around.scan, mention)
    first = next((m for m in businesses if 0 <= m.start - start <= _OPENING and m.end <= mention.start), None)
    if first is None:
        return cars_of(around, mention)
    if any(start <= a.start < first.start for a in around.scan.amounts):
        return None
    if not text[first.end - 1].isascii() or not text[mention.start].isascii():
        return topic_line(around, mention, first, start)
    described = _DESCRIBED.match(text, first.end)
    said = described or _DIVISION.match(text, first.end)
    with_it = text[start : first.start].strip() in ("", "The") and _WITH.fullmatch(
        text, around.scan.clause(mention.start)[0], mention.start
    )
    framed = _FRAMES.fullmatch(text, start, first.start) and _FRAMED.match(text, first.end)
    if not (said or with_it or framed or text[first.start : first.end].lower().endswith(_DIVISIONS)):
        return None
    of_companies = any(metric in _OF_COMPANIES for metric in mention.metrics)
    if framed and not of_companies and opens_the_frame_of(around, first, mention):
        return first.segment
    if tells_of_the_whole(around, mention) or _turns_to_the_whole(around, mention):
        return None  # `Cloud sales were 4 billion euros, while the company had net income of 2 billion`
    fresh = around.subject_before(mention.start)
    aside = fresh is not None and fresh.entity == around.home and _APPOSITION.match(text, first.end, mention.start)
    since = described.end() if described else first.end
    return None if fresh is not None and fresh.start > since and not (aside or framed) else first.segment
