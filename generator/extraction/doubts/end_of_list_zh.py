"""A profit behind the last of several lines whose revenue alone is told: 零售收入…,物流收入…,新业务收入156亿元,经营利润10亿元 may be the group's."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.settings.catalogue import Catalogue

OF_LAST_OR_ALL = "of the last line of a list, or of the whole company"
_PROFITS = ("operating_profit", "operating_margin", "ebitda", "gross_profit", "gross_margin")
# 而新业务收入265亿元,分部利润19亿元: set against the others, or said to be the line's
_ITS_OWN = re.compile("(?:分部|该(?:业务|分部|板块|部门)|其)的?$|[;。]")
_SET_AGAINST = re.compile("[,;](?:而|但|至于)的?$")


def may_be_of_all(scan: Scan, mention: Mention, catalogue: Catalogue) -> bool:
    """Whether a bare profit may be the last line's or the whole's: no line before it was given a profit of its own.

    A loss is hardly ever the whole's where each line's revenue is listed: 新业务收入265亿元,经营亏损19亿元.
    """
    if not scan.chinese or mention.loss or not mention.metrics or not mention.metrics[0].endswith(_PROFITS):
        return False
    lines = [m for m in scan.segments if m.end <= mention.start and _is_line(catalogue, m)]
    if not lines or _SET_AGAINST.search(scan.text, scan.sentence.start, lines[-1].start):
        return False
    behind = lines[-1].end
    if not _takes(scan, behind, mention.start) or _ITS_OWN.search(scan.text, behind, mention.start):
        return False
    told = {low.segment for low, high in pairwise(lines) if _takes(scan, low.end, high.start)}
    return bool(told - {lines[-1].segment}) and not _had_profit(scan, lines[0].start, mention.start)


def _is_line(catalogue: Catalogue, mention: Mention) -> bool:
    return catalogue.segments[mention.segment or ""].kind == "business"


def _takes(scan: Scan, start: int, end: int) -> bool:
    """Whether revenue and an amount of it stand in a stretch."""
    named = any(start <= m.start and m.end <= end and m.metrics[:1] == ("revenue",) for m in scan.metrics)
    return named and any(start <= a.start and a.end <= end for a in scan.amounts)


def _had_profit(scan: Scan, start: int, end: int) -> bool:
    return any(
        start <= m.start and m.end <= end and m.metrics and m.metrics[0].endswith((*_PROFITS, "net_profit"))
        for m in scan.metrics
    )
