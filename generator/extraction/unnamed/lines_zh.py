"""Lines of business and regions that a Chinese clause opens with and tells of without a metric: 印度市场则回落44%; 金融科技及企业服务:贡献520亿元,升16%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Figure
from generator.extraction.marks.line_moved_zh import GREW, OF, opens_with_line
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.ground import Ground
from generator.settings.catalogue import Metric

_AT_ONCE = re.compile(r",(?:当季|单季|季内|期内|其|录得|实现)*")
_BROUGHT = re.compile(
    rf"{OF}(?:则|亦|也|更|,|:)*(?P<gave>贡献|带来|创造)?(?:了|为|达到?|约|近|逾|超过?|录得|实现)*(?:人民币)?"
)
# 美洲区更由低基数飙升至22.6亿元
_LED = re.compile(
    rf"{OF}(?:则|亦|也|更|,)*(?:[由从]低?[一-鿿]{{1,6}}?)?(?:同比|按年|大幅|小幅|[急大飙爆劲狂跃骤猛微]|强劲|逆势|快速)*[增升跌降攀跃减][长升加增]?[至到](?:约|近|逾|超过?)?(?:人民币)?"
)
# no 贡献32亿元利润, 占集团收入三成
_ENDS = re.compile(r"(?:人民币|左右|上下)?(?:\([^()]{1,20}\))?(?:的?(?:营收|收入))?(?:[,。;、!)]|\s|$)")


def with_lines_told(marks: Scan, ground: Ground, whole: Figure | None, names: Names) -> Scan:
    """Return a Chinese sentence's marks with each line that a clause opens with as a mention of the revenue that the text tells."""
    if not (marks.chinese and marks.segments and marks.amounts):
        return marks
    found = [told for line in marks.segments if (told := _told(marks, line, ground, whole, names))]
    return marks.with_metrics(found)


def _told(marks: Scan, line: Mention, ground: Ground, whole: Figure | None, names: Names) -> Mention | None:
    """Return a line as a mention of revenue, where its clause opens with it and names no metric before an amount."""
    first = next((a for a in marks.amounts if a.start >= line.end), None)
    if first is None or not opens_with_line(marks, line):
        return None
    starts = [*(m.start for m in marks.metrics), *(e.start for e in marks.entities)]
    if any(line.start <= at < first.start for at in starts):
        return None
    if any(line.end <= m.start < first.start for m in marks.segments):
        return None
    before = next((m.metrics for m in reversed(marks.metrics) if m.end <= line.start and m.metrics), None)
    told = before[0] if before else ground.told[0] if ground.told else ""
    base = names.catalogue.metrics[told].base or told if told in names.catalogue.metrics else ""
    on_revenue = base == "revenue" or _goes_on(marks, first)
    told_of = _tells(marks, line, first, on_revenue, whole) or _follows(marks, line, first, ground, names)
    if not told_of or not _is_alike(marks, line, ground, names):
        return None
    return Mention(line.start, line.end, ("revenue",), part=line.segment)


def _goes_on(marks: Scan, grew: Amount) -> bool:
    """Whether the next clause opens with the revenue of what only grew: 游戏业务增长49%,收入42.9亿美元."""
    after = next((m for m in marks.metrics if m.start >= grew.end), None)
    return (
        after is not None and "revenue" in after.metrics and bool(_AT_ONCE.fullmatch(marks.text, grew.end, after.start))
    )


def _tells(marks: Scan, line: Mention, amount: Amount, on_revenue: bool, whole: Figure | None) -> bool:
    """Whether a clause says how far its line grew, or how much of a revenue it brought."""
    if amount.kind == "percent":
        return on_revenue and GREW.fullmatch(marks.text, line.end, amount.start) is not None
    if amount.kind != "money" or amount.range_end or not _ENDS.match(marks.text, amount.end):
        return False
    brought = _BROUGHT.fullmatch(marks.text, line.end, amount.start)
    less = (
        whole is not None and whole.metric == "revenue" and amount.value < whole.value and amount.currency == whole.unit
    )
    here = any(a.end <= line.start and a.currency == amount.currency and a.value > amount.value for a in marks.amounts)
    led = on_revenue and (less or here) and _LED.fullmatch(marks.text, line.end, amount.start) is not None
    return led or (brought is not None and (brought["gave"] is not None or (on_revenue and less)))


def _follows(marks: Scan, line: Mention, amount: Amount, ground: Ground, names: Names) -> bool:
    """Whether the sentence before told the revenue of another line, and of nothing else: 手机收入460亿元,降3%。互联网服务94亿元,增11%."""
    if amount.kind != "money" or amount.range_end or not _ENDS.match(marks.text, amount.end):
        return False
    entries, kinds = names.catalogue.metrics, names.catalogue.segments
    taken = [f for f in ground.levels if f.metric in entries and _is_taken(entries[f.metric])]
    lines = {f.segment or entries[f.metric or ""].segment for f in taken}
    alike = all((entries[f.metric or ""].base or f.metric) == "revenue" for f in taken)
    own = all(f.unit == amount.currency and f.basis == "actual" for f in taken)
    of_lines = bool(lines) and all(part in kinds and kinds[part].kind == "business" for part in lines)
    if not (alike and own and of_lines and line.segment not in lines):
        return False
    return kinds[line.segment or ""].kind == "business" and bool(_BROUGHT.fullmatch(marks.text, line.end, amount.start))


def _is_taken(metric: Metric) -> bool:
    """Whether a metric is a sum of money, and no price of one thing."""
    return metric.unit == "money" and metric.base != "asp"


def _is_alike(marks: Scan, line: Mention, ground: Ground, names: Names) -> bool:
    """Whether a region is not told of behind a line of business: that would be the line's there."""
    kinds = names.catalogue.segments
    last = ground.told[1] if ground.told else None
    by_regions = last is not None and kinds[last].kind == "region" and ground.segment is None
    by_regions = by_regions and not any(kinds[line].kind == "business" for line in ground.lines_told if line in kinds)
    told = {last, ground.segment, None if by_regions else ground.line}  # 大中华区收入160亿元。美洲区则增长8.2%
    told |= {m.segment for m in marks.segments if m.end <= line.start}
    region = kinds[line.segment or ""].kind == "region"
    return not (region and any(part and kinds[part].kind == "business" for part in told))
