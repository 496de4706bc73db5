"""The line of business that the clause before only says grew: 游戏业务增长49%,收入42.9亿美元 is what games took in."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.line_moved_zh import GREW, opens_with_line
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_AT_ONCE = re.compile(r"(?:当季|单季|季内|期内|其|录得|实现|单月|当月|,)*")
_ITS_GROWTH = re.compile("[,(](?:同比|按年)(?:增长|上升|增加|下[降滑跌]|减少|[增升涨跌降减])(?:约|近|了)?")
# what may stand between a line and how far its takings grew: no 出货量 and no 经调整EBITA, which grow otherwise
_ITSELF_GREW = re.compile(f"(?:业务|分部|板块|集团|事业群)?(?:的|总)?(?:营业)?(?:收入|营收|销售额)?{GREW.pattern}")
# 餐饮外卖业务交易额按年增43.6%至7021亿元,收入: what goes through a line, before what it took in
_THROUGH_IT = re.compile(
    f"(?:业务|分部|板块)?的?(?:总|商品)?(?:交易总?额|成交总?额|GMV|GTV|单量|订单量|流水){GREW.pattern}"
)
_LED_TO = re.compile("(?:升|增|达|跌|降)?[至到](?:约|近)?")
_WHOLE = re.compile("总|合并|整体|集团|合计")


def line_that_grew(scan: Scan, metric: str, mention: Mention) -> str | None:
    """Return the line of which a clause only says how far it grew, right before one that opens with revenue."""
    if not scan.chinese or metric != "revenue" or mention.part or mention.segment:
        return None
    if _WHOLE.search(scan.text, mention.start, mention.end):
        return None  # 新业务增长20%,总收入918亿元
    if grew_apart(scan, mention):
        return None
    last = next((a for a in reversed(scan.amounts) if a.end < mention.start), None)
    grew = scan.preceding(last) if last and last.kind == "money" else last
    if last is None or grew is None or grew.kind not in ("percent", "times"):
        return None
    end = next((b.end for b in scan.brackets if b.start == last.end), last.end)  # 7021亿元(人民币,下同),收入
    if not scan.text.startswith(",", end) or not _AT_ONCE.fullmatch(scan.text, end, mention.start):
        return None
    line = next((m for m in reversed(scan.segments) if m.end <= grew.start), None)
    low = scan.amount_before(grew.start)
    if line is None or line.start < low or not _only_grew(scan, line, grew, last):
        return None
    return line.segment if opens_with_line(scan, line) else None


def _only_grew(scan: Scan, line: Mention, grew: Amount, last: Amount) -> bool:
    """Whether a clause tells of a line how far it grew, or what goes through it, and to how much."""
    if last is grew and GREW.fullmatch(scan.text, line.end, grew.start):
        return True
    led = last is grew or _LED_TO.fullmatch(scan.text, grew.end, last.start)
    return bool(led) and _THROUGH_IT.fullmatch(scan.text, line.end, grew.start) is not None


def grew_apart(scan: Scan, mention: Mention) -> bool:
    """Whether bare takings grew otherwise on the year than the line in the clause before, and so are no line's: 新业务增长214%,收入2991亿元,同比增长15%."""
    start = scan.clause(mention.start)[0]
    if not scan.chinese or start <= scan.sentence.start or scan.text[start : mention.start].strip():
        return False
    low = scan.clause(start - 1)[0]
    told = [a for a in scan.amounts if low <= a.start < start]
    level = next((a for a in scan.amounts if a.start >= mention.end), None)
    after = scan.following(level) if level is not None else None
    if len(told) != 1 or level is None or after is None or {told[0].kind, after.kind} != {"percent"}:
        return False
    if level.kind != "money" or not _ITS_GROWTH.fullmatch(scan.text, level.end, after.start):
        return False
    line = next((m for m in reversed(scan.segments) if low <= m.start and m.end <= told[0].start), None)
    if line is None or not _ITSELF_GREW.fullmatch(scan.text, line.end, told[0].start):
        return False  # 智能手机出货量增长0.5%,收入460亿元,同比下降3.1%
    return not scan.cues_between(low, start, "qoq", "quarter_before", "mom", "other_base") and _differ(told[0], after)


def _differ(one: Amount, other: Amount) -> bool:
    """Whether two rates are not the same, of which one may be rounded: 零售增长12%,收入2506亿元,同比增长11.6%."""
    return abs(one.value - other.value) >= 1
