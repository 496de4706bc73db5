"""Revenue left unsaid where a Chinese clause says what a line of business took in: 数据中心贡献512亿美元; 游戏业务43亿美元."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.recorded import IN_MONEY

_UNITS = ("业务", "部门", "分部", "板块")
_UNIT = f"(?:{'|'.join(_UNITS)})"
_ABOUT = r"(?:约|近|将近|接近|逾|超过?|高达|达到?|足足|整整|人民币)*"
# 数据中心仍是绝对主角,贡献512亿美元: how a line fared, and then what it took in
_TOOK_IN = re.compile(
    rf"{_UNIT}?(?:方面|一项|一家)?(?:(?![和与及、等])[^,;。:\d]{{1,14}},)?(?:则|也|亦|更|又|共|总共|合计|单季|当季|本季|季内|期内|独自|就|已经?|给?为?(?:公司|集团)|一共)*"
    rf"(?P<verb>贡献|带来|创造|创收|进账|入账|吸金|揽入|揽收|狂揽|拿下|收获|斩获|录得)(?:了|出)?{_ABOUT}"
)
_ALONE = re.compile(rf"(?P<verb>{_UNIT})(?:则|为|是)?{_ABOUT}")
_AT_ONCE = re.compile(rf"(?P<verb>\s?(?:则|为|是)?{_ABOUT})")  # iPhone 490亿美元, behind revenue told of others
# 服务业务再次刷新纪录,达287.5亿美元
_FARED = re.compile(
    rf"{_UNIT}?(?:方面)?[^,;。:\d]{{1,12}}(?:纪录|记录|新高|第一|亮眼|强劲|不俗|稳健|最快|抢眼),(?P<verb>(?:达到?|为|录得|来到|升至|增至|攀升至|冲到)?){_ABOUT}"
)
_PRODUCTS = ("iphone", "mac", "ipad", "apple_wearables")
_OPENS = re.compile(r"(?:其中|当中|而|但|同时|此外|另外|至于|方面|的|在|则|[,:\s•·*-])*")
# 贡献30亿美元的利润, 拿下20亿元订单: what else it may have been
_OF_ELSE = re.compile(
    r"的?(?:[净毛]?利|亏损|盈利|溢利|订单|合同|融资|投资|贷款|罚|税|现金|增量|GMV|交易|流水|成交|资本|研发|[一-鿿]{0,4}(?:利润|成本|费用|支出|开支|订单))"
)


def took_in(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue of the line of business that a Chinese clause opens with, and only says of what it took in."""
    if not scan.segments or not scan.chinese or amount.kind != "money" or not amount.scaled:
        return None
    low = scan.amount_before(amount.start)
    part = next((m for m in reversed(scan.segments) if low <= m.start and m.end <= amount.start), None)
    if part is None or part.metrics or any(m.part for m in scan.metrics if m.start == part.start):
        return None  # one of a list, which says of what
    if _OF_ELSE.match(scan.text, amount.end):
        return None
    named = scan.text[part.end - 2 : part.end] in _UNITS
    at = part.end - 2 if named else part.end
    told = _told(scan, part, at, amount)
    if told is None or not _opens(scan, part) or _tells_of_else(scan, amount):
        return None
    return Mention(*told.span("verb"), ("revenue",), part=part.segment)


def _told(scan: Scan, part: Mention, at: int, amount: Amount) -> re.Match[str] | None:
    """Return what is said between a line of business and what it took in; `at` is where the word for a line begins."""
    if part.segment in IN_MONEY or part.segment in _PRODUCTS or scan.text.startswith(_UNITS, at):
        unit = at + 2 * scan.text.startswith(_UNITS, at)
        at = next((p.end for p in scan.periods if p.start == unit), at)  # 数据中心业务一季度进账391亿美元
        for form in (_ALONE, _TOOK_IN, _FARED):
            if told := form.fullmatch(scan.text, at, amount.start):
                return told
    before = [m for m in scan.metrics if m.end <= amount.start and not m.nothing]
    of_revenue = bool(before) and "revenue" in before[-1].metrics
    if of_revenue and (told := _TOOK_IN.fullmatch(scan.text, at, amount.start)):
        return told  # 收入203.8亿元里,卖车贡献了180.5亿元
    listed = part.segment in _PRODUCTS or of_revenue
    return _AT_ONCE.fullmatch(scan.text, part.end, amount.start) if listed else None


def _opens(scan: Scan, part: Mention) -> bool:
    """Whether a clause opens with a line of business, but for whose it is and when."""
    start = scan.clause(part.start)[0]
    said = scan.text[start : part.start]
    spans = [(e.start, e.end) for e in scan.entities] + [(p.start, p.end) for p in scan.periods]
    for low, high in spans:
        if start <= low and high <= part.start:
            said = said[: low - start] + " " * (high - low) + said[high - start :]
    return _OPENS.fullmatch(said) is not None


def _tells_of_else(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence speaks of a metric other than revenue before an amount: of profits, it may go on with those."""
    return any(m.end <= amount.start and not m.nothing and "revenue" not in m.metrics for m in scan.metrics)
