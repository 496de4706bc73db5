"""The line of business whose things an amount counts: `3,200 electric vehicles`, `26,100 units of the Xiaomi SU7`; a profit beside that is of whoever sold them."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.context import Surroundings

# `29.2 million units of smartphones`, `26,100 units of the Xiaomi SU7`, `26,100 units of its first car, the SU7`
_UNITS_OF = re.compile(
    r"\s*(?:units|sets|pieces)?\s*of (?:(?:its |the |their )?(?:[a-z-]+ ){0,2}|(?:its |the )?(?:[a-z-]+ ){1,3}(?:car|model|sedan|SUV|phone), the )(?:[A-Z][\w-]+(?:['’]s)? )?"
)
_AND_HYBRID = re.compile(r",? (?:and|or) (?:plug-in |hybrid )")
_WITH = re.compile(r", (?:but |and )?with (?:an? )?(?:(?:net|record|quarterly) )?$")
PROFITS = ("operating_profit", "operating_margin", "net_profit", "ebitda")


def line_counted(around: Surroundings, amount: Amount) -> str | None:
    """Return the line of business that an amount counts the things of: `40.4 million iPhones, 9.95 million iPads`."""
    text, kinds = around.scan.text, around.names.catalogue.segments
    businesses = (m for m in around.scan.segments if kinds[m.segment or ""].kind == "business")
    return next((m.segment for m in businesses if counts_things(text, amount, m)), None)


def counts_things(text: str, amount: Amount, business: Mention) -> bool:
    """Whether an amount counts what a line of business names: `3,200 electric vehicles`, 3,200辆电动车."""
    if amount.kind not in ("count", "bare"):
        return False  # 净利润20.3亿元 汽车图像传感器增长30%; 营业利益暴增15倍晶片业务首度获利
    near = amount.end - 2 <= business.start <= amount.end + 40
    at_once = text[amount.end : business.start].strip() in ("", "台", "辆", "部")
    if at_once and text[business.end : business.end + 1] in tuple("与和及、"):
        return False  # 460万辆纯电与插电式混动汽车
    if at_once and _AND_HYBRID.match(text, business.end):
        return False  # `4.27 million pure electric and plug-in hybrid vehicles`
    return near and (at_once or bool(_UNITS_OF.fullmatch(text, amount.end, business.start)))


def earned_with_things(scan: Scan, business: Mention, mention: Mention) -> bool:
    """Whether a profit is told behind a comma and `with` after a count: `delivered 71,525 units of the Model Y in China, with a profit of`."""
    return bool(_WITH.search(scan.text, business.end, mention.start)) and earned_beside(scan, business, mention)


def earned_beside(scan: Scan, business: Mention, mention: Mention) -> bool:
    """Whether a profit stands behind a count of things, and is of whoever sold them: `delivered 26,100 units of the SU7, with a net loss of`."""
    if not (mention.any_profit or mention.metrics[0].endswith(PROFITS)):
        return False
    things = [
        m for m in scan.segments if m.end <= business.end
    ]  # `units of the SU7 and YU7, with an operating profit of`
    return any(counts_things(scan.text, a, m) for a in scan.amounts if a.end <= business.start for m in things)
