"""The part of a maker's cars that a Chinese clause goes on to count for another time: 插混销量22.4万辆;全年销量228.9万辆."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.whose.context import Surroundings

_LEAD = re.compile(r"\s*(?:但是?|而|且|并且?|不过|然而|同时)?,?(?:其|这部分|该类车)?的?")
_ON = re.compile("(?:的|也|则|亦|却|仅|更|还|就|共|合计|累计|单月|当月|汽车|新车)*")
_OF = re.compile(
    r"(?:汽车|车型|乘用车|车|品牌|系列|的|市场|地区|累计|单月|全年|第?[一二三四1-4]季度?|[上下]半年|\d{1,2}月份?)*"
)
_NEV = re.compile("新能源(?:汽车|乘用车|车型?)?的?$")
_NOT_ALL = ("总", "公司", "集团", "整体", "合计")


def same_part_later(around: Surroundings, metric: str, mention: Mention) -> str | None:
    """Return the part whose cars are counted for another time, where a clause names no more than that time and what is counted."""
    scan = around.scan
    if metric not in OF_CARS or scan.text[mention.start].isascii() or scan.text.startswith(_NOT_ALL, mention.start):
        return None
    low = scan.clause(mention.start)[0]
    lead = _LEAD.match(scan.text, low, mention.start)
    when = next((p for p in scan.periods if lead and p.start == lead.end()), None)
    if when is None or not _ON.fullmatch(scan.text, when.end, mention.start):
        return None
    before = [m for m in scan.metrics if metric in m.metrics and m.end <= low]
    if before:
        parts = {_part_of(scan, m) for m in before}
        return parts.pop() if len(parts) == 1 else None  # 销量42万辆,其中纯电19万辆,全年销量460万辆
    told = around.ground.told
    goes_on = around.ground.joined and told is not None and told[0] == metric and told[1] == around.ground.segment
    return told[1] if goes_on and told else None


def _part_of(scan: Scan, mention: Mention) -> str | None:
    """Return the part that stands right before a metric."""
    if mention.part:
        return mention.part
    low = scan.clause(mention.start)[0]
    parts = [m for m in scan.segments if low <= m.start and m.end <= mention.start]
    if _NEV.search(scan.text, max(low, mention.start - 8), mention.start):
        return "nev"
    return parts[-1].segment if parts and _OF.fullmatch(scan.text, parts[-1].end, mention.start) else None
