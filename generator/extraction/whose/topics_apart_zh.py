"""Chinese headings of two topics: behind a space, a margin is not of the part whose growth the first one tells: 中国业务恢复增长 毛利率跌1.2个百分点."""

from __future__ import annotations

import re

from generator.extraction.frozen import replace
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_MARGINS = ("gross_margin", "operating_margin", "net_margin", "adjusted_gross_margin", "adjusted_net_margin")
# how a part did, without a figure; 快速增长带动 goes on
_DID = re.compile(
    r"[^\s,;:。\d%]{0,16}?(?:增长|成长|升轨|增势|扩张|回暖|复苏|回升|反弹|走[强弱高低]|改善|转正|扭亏|提速|加速|大[增涨升跌减降]|飙升|暴增|激增"
    r"|下滑|衰退|放缓|承压|疲[软弱]|减速|失速|萎缩|下[跌降]|受[压挫]|亮[眼丽]|强劲|稳健|向好)"
)
_CLOSED = "。!?;"  # a heading is no sentence


def with_topics_apart(marks: Scan) -> Scan:
    """Return marks without the parts of a heading's first topic, where the next is a margin of which nothing more is said."""
    text, sentence = marks.text, marks.sentence
    if not (marks.chinese and marks.segments and marks.amounts) or text[sentence.end - 1] in _CLOSED:
        return marks
    margin = next((m for m in marks.metrics if m.metrics and m.metrics[0] in _MARGINS), None)
    if margin is None or not text[margin.start - 1].isspace():
        return marks
    told = [m for m in marks.segments if m.end < margin.start and _is_topic(marks, m, margin)]
    return replace(marks, segments=[m for m in marks.segments if m not in told]) if told else marks


def _is_topic(marks: Scan, part: Mention, margin: Mention) -> bool:
    """Whether a part opens a topic that ends in how it did, right before the space."""
    return _DID.fullmatch(marks.text, part.end, margin.start - 1) is not None
