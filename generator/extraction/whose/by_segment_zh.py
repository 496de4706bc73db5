"""Chinese lists that go by parts of the business, and those that begin with the whole: 分部来看,游戏收入514亿元;经营利润35亿元 is that of games."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

# What a paragraph opens with that goes from one part of the business to the next.
_BY_PARTS = re.compile(
    r"[\s•·*-]*(?:(?:分|按|从)(?:各)?(?:业务|部门|分部|板块|事业群|产品线)?(?:部)?(?:来看|看|划分|而言|计|方面|业绩|表现|统计)|(?:各|主要|[两二三四五]大)?(?:业务|分部|板块|部门)+(?:分部|板块)?(?:业绩|表现)?(?:方面|来看|中|看))[,:]"
)
_ON = 400  # characters of a paragraph, within which its first words still hold
# 首季集团总收入, no 国际数字商业集团收入
_WHOLE = re.compile(r"(?:(?:(?<=[季度年期月内])|(?<![一-鿿]))(?:集团|公司|整体)(?:营业)?|总)(?:收入|营收)")
_OF_ALL = re.compile("公司|集团|整体|综合|总")
_EARNED = (
    "operating_profit",
    "operating_margin",
    "adjusted_operating_profit",
    "gross_profit",
    "gross_margin",
    "ebitda",
)
_ONLY_WHOLE = ("net_profit", "adjusted_net_profit", "net_margin", "eps", "adjusted_eps")


def part_in_turn(around: Surroundings, metric: str, mention: Mention) -> str | None:
    """Return the part whose profit or margin a sentence goes on with, in a paragraph that goes by parts."""
    scan, told = around.scan, around.ground.told
    if metric not in _EARNED or told is None or told[1] is None or not _opens_alone(around, mention):
        return None
    start = scan.text.rfind("\n", max(0, scan.sentence.start - _ON), scan.sentence.start) + 1
    goes_on = start > 0 and _BY_PARTS.match(scan.text, start, scan.sentence.start)
    return told[1] if goes_on else None


def turns_to_whole(around: Surroundings, metric: str, mention: Mention) -> bool:
    """Whether a list that semicolons join began with the whole company's revenue, and tells what was earned without saying of what."""
    scan, ground = around.scan, around.ground
    if metric not in _EARNED or not ground.joined or not _opens_alone(around, mention):
        return False
    start = max(scan.text.rfind("\n", 0, scan.sentence.start), scan.text.rfind("。", 0, scan.sentence.start)) + 1
    return _WHOLE.search(scan.text, max(start, scan.sentence.start - _ON), scan.sentence.start) is not None


def _opens_alone(around: Surroundings, mention: Mention) -> bool:
    """Whether a Chinese sentence names nothing but this before it, and nothing behind it that only a whole company has."""
    scan = around.scan
    if scan.text[mention.start].isascii():
        return False
    starts = [*(m.start for m in scan.segments), *(e.start for e in scan.entities)]
    named = [start for start in starts if start < mention.start]
    if named or _OF_ALL.search(scan.text, scan.sentence.start, mention.end):
        return False
    return not any(m.metrics[:1] and m.metrics[0] in _ONLY_WHOLE for m in scan.metrics)
