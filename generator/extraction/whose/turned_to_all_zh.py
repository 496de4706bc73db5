"""Chinese sentences that turn from a line of business to the whole company: `新业务亏损扩大,集团整体经营亏损11亿元,去年同期为经营利润120亿元`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.reduced import reduced
from generator.extraction.whose.context import Surroundings

# no 云智能集团整体收入, whose group is a line itself, and no 占集团整体收入三成
_ALL = re.compile(r"(?<=[,;:。])(?:但|而|且|令|使得?|致|期内|季内|上季|当季)*(?:本?集团|本?公司)的?(?:整体|总体|合并)")
_OF_ITSELF = re.compile(r"(?:集团|公司)?的?(?:整体|总体)")
# 小米2025年和2026年的收入: whose it is, and of when. E is a company, T a time
_OWNS = re.compile(r"(?:\([^()]*\)|T|[和与及、至到,的在于全年内期单季当度])*")


def turned_to_all(around: Surroundings, at: int) -> bool:
    """Whether a sentence turned to the whole company, and names no line of business from there to the end of a metric, or its own."""
    scan, kinds = around.scan, around.names.catalogue.segments
    if not scan.chinese:
        return False
    ends = [m.end() for m in _ALL.finditer(scan.text, scan.sentence.start, at)]
    own = [e for e in scan.entities if e.end <= at and e.entity in (around.home, around.ground.entity)]
    ends += [m.end() for e in own if (m := _OF_ITSELF.match(scan.text, e.end, at))]
    if not ends:
        return False
    lines = (m for m in scan.segments if kinds[m.segment or ""].kind == "business")
    return not any(max(ends) <= m.start < at for m in lines)


def is_the_owners(around: Surroundings, mention: Mention) -> bool:
    """Whether a Chinese sentence gives a metric to the company itself, below the heading of a line: 研报预计,小米2025年和2026年收入分别为…."""
    scan = around.scan
    if not scan.chinese or mention.metrics[:1] != ("revenue",):
        return False
    own = [e for e in scan.entities if e.end <= mention.start and e.entity in (around.home, around.ground.entity)]
    if not own or scan.text[own[-1].start : own[-1].end].endswith("汽车"):
        return False
    return _OWNS.fullmatch(reduced(scan, own[-1].end, mention.start, around.names).replace(" ", "")) is not None
