"""What only tells what something is, between commas or dashes: `current backlog, an indicator of future revenue, grew 28%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, TOOK

_DESCRIBES = (
    ", which ",
    ", defined as ",
    ", calculated as ",
    ", measured as ",
    ", a measure of ",
    ", contributing ",
    ", accounting for ",
    ", representing ",
    ", making up ",
    ", comprising ",
)
# Where a gloss opens, and the words by which it comes to a metric: one that is not what it says the thing is.
_OPENS = re.compile(
    r"(?:, |\s?- |(?<=[a-z])-(?=(?:an?|the|which|business|contracts|orders|work|deals) )|\()(?:or |namely |meaning )?(?:i\.e\.,? |that is,? )?(?P<said>(?:an?|the|business|contracts|orders|work|deals|everything|one|its|their|which|that|money|sales|contracted|what|how|seen|regarded|considered|viewed|often|once|long|already|traditionally|historically|usually|almost|nearly|virtually|mostly|largely|all|half|most|pure)\b[^;()]{0,160}?)$"
)
_LEADS = re.compile(
    r"\b(?:of|for|to|on|in|from|beside|besides|behind|than|that|which|who|as|how|foretells?|signals?|predicts?|drives?|underpins?|tracks?|reflects?|gauges?|measures?|includes?|excludes?|counts?|strips? out|(?:be|is|are|was) [a-z]+|i\.e\.)\b|^contracted |\b(?:pure|all|sheer|entirely)\b"
)
_CLOSES = re.compile(
    rf"(?:[^,;()\d]|\d(?!\d*%)){{0,80}}?(?:, |\s?-\s?|\) )(?:(?:also|then|again|still|[a-z]+ly|more than|nearly|almost) )*(?:{MOVED}|{TOOK}|was|were|is|are|came|stood|stands|reached|reaches|hit|totall?ed|amounted|fetched|earned|made|doubled|tripled|went|has|have|had|swung|turned|narrowed|widened|set)\b"
)
_WITHIN = 170  # characters before a mention, within which the gloss opens that it stands in


def in_gloss(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether an English metric only stands in what tells what something else is, and the amount is told of that."""
    before = any(m.end <= mention.start for m in scan.metrics)
    return (before and _in_relative(scan, mention, amount)) or _in_apposition(scan, mention, amount)


def _in_relative(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether a mention only describes: `Free cash flow, which excludes operating cash flow of others, was 33 billion`.

    So does one in a definition: `Free cash flow, defined as operating cash flow less capital expenditures, was $1.1 billion`.
    """
    start = max(scan.text.rfind(said, scan.sentence.start, mention.start) for said in _DESCRIBES)
    if start < 0 or "," in scan.text[start + 2 : mention.start]:
        return False
    end = scan.text.find(",", mention.end, amount.start)
    return end > 0 and not any(start < a.start < end for a in scan.amounts)


def _in_apposition(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether a mention stands in an apposition behind which a verb says what its head did: `backlog, a sign of coming revenue, rose`."""
    closed = _CLOSES.match(scan.text, mention.end, amount.start)
    if closed is None:
        return False
    low = max(scan.sentence.start, mention.start - _WITHIN)
    opened = _OPENS.search(scan.text, low, mention.start)
    if opened is None or any(opened.start() < a.start < closed.end() for a in scan.amounts):
        return False
    return _LEADS.search(opened["said"]) is not None
