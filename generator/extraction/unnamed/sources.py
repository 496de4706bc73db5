"""Where money came from, said behind it: `Of that, RMB 17 billion came from selling cars`, `$46 billion stems from the iPhone`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, TOOK
from generator.extraction.metrics.part_of import is_part
from generator.extraction.unnamed.earning import is_no_revenue, spoken_of

_CAME_FROM = re.compile(
    r"(?: (?:at|for) (?:the )?[A-Z][\w.&-]*)?(?: to be (?:precise|exact))?(?: \([^()]{1,24}\)| or [A-Z]{0,3}[$€£¥]?[\d.,]+ (?:[mb]illion|trillion)(?: \w+)?)?(?: of (?:that|it|this|which|the total|the sum|the money))?,?"
    r" (?:(?:(?:came|comes?|coming|stem(?:s|med|ming)?|originat(?:ed|es|ing)|flow(?:ed|s)|resulted|arose|(?:(?:was|were|is|are|being) )?(?:earned|generated|derived|made|taken|brought|contributed|taken in|brought in|provided|supplied))"
    r" (?:directly |mainly |mostly |largely )?(?:from|by|in|with|through|at|on))|(?:was|were|is|are) (?:due|attributable|down|owed) to|fell to)"
    r" (?:(?:the sale of|sales of|selling|the) )?(?:the |its |their |our )?(?:(?:main|core|actual|traditional|own) )?[\"“]?"
)

# `sales of $167bn came from advertising, cloud and online stores`: what all of them took in is no revenue of the first
_AND_OTHERS = re.compile(
    r"(?: (?:segments?|business(?:es)?|divisions?|units?|arms?))?(?:,| and|, and|,? as well as) (?:the |its |other )?(?:[a-z-]+ ){0,2}"
)
# `came from AWS, and advertising added $14.3 billion`: another clause begins with the next
_DOES = re.compile(rf"(?: [a-z]+)? (?:{TOOK}|{MOVED}|added|accounted|made up|was|were|is|are|came|has|have|did)\b")
_OF_MONEY = re.compile(
    r"\b(?:money|takings|sales|revenues?|turnover|business)\b", re.I
)  # `Most of the money, $46 billion, came from`
_WHOSE_SALES = re.compile(
    r"(?: (?:segment|business|division|unit|group|arm))?, whose (?:sales|revenues?|takings|turnover)\b"
)

# `and 6.7 billion yuan from iQiyi`, behind what came from another
_FROM = re.compile(
    r"(?: \([^()]{1,24}\))?(?: more)? (?:from|with|through|by) (?:the |its |their )?(?:sales of |selling |the sale of )?[\"“]?"
)
# `Tencent took in 59 billion yuan from games`; what it earned or made from them may be a profit
_TOOK_IN = re.compile(
    rf"\b(?:t(?:ook|akes?)|br(?:ought|ings?)|rak(?:ed?|es)|pull(?:ed|s)?|haul(?:ed|s)?) in {ABOUT}$|\b(?:generate[ds]?|gross(?:ed|es)|collect(?:ed|s)|turned over) {ABOUT}$"
    rf"|\b[Ii]ncluded in (?:that|this|the) (?:figure|total|sum|number|amount)? ?(?:was|were|is) (?:an? (?:record )?)?{ABOUT}$"
)
# `sold regulatory credits worth $439 million`
_SOLD = re.compile(r"\b(?:[Ss]old|[Ss]ells|[Ss]elling|[Ss]ales? of) (?:its |[A-Z]\w+ )?$")
# `while BMW bought credits worth $90 million`
_BOUGHT = sought(r"\b(?:bought|buys?|buying|paid|pays?|spent|spends?)\b")
_WORTH = re.compile(rf" worth (?:an? (?:record )?)?{ABOUT}")
_VERB = 40  # characters before an amount, within which it is told what was done


def from_next(scan: Scan, before: Amount, amount: Amount) -> Mention | None:
    """Return the next line of business that money came from, where the verb stands behind the amount before."""
    if (
        amount.kind != "money"
        or not amount.scaled
        or not any(before.end < m.start < amount.start for m in scan.segments)
    ):
        return None
    return next(
        (m for m in scan.segments if m.start > amount.end and _FROM.fullmatch(scan.text, amount.end, m.start)), None
    )


def came_from(scan: Scan, amount: Amount, told: str | None) -> Mention | None:
    """Return the revenue of the line of business that money is said to have come from, as a mention right before it."""
    if amount.kind != "money" or not amount.scaled:
        return None
    took = _TOOK_IN.search(scan.text, max(scan.clause(amount.start)[0], amount.start - _VERB), amount.start)
    forms = (_CAME_FROM, _FROM) if took or is_part(scan, amount) else (_CAME_FROM,)
    behind = (m for m in scan.segments if m.start > amount.end)
    part = next((m for m in behind if any(form.fullmatch(scan.text, amount.end, m.start) for form in forms)), None)
    if part is None or any(m.start < part.end and part.start < m.end for m in scan.metrics):
        return None
    others = [m for m in scan.segments if m.segment != part.segment]
    if any(_AND_OTHERS.fullmatch(scan.text, part.end, m.start) and not _DOES.match(scan.text, m.end) for m in others):
        return None
    low = max(scan.sentence.start, scan.amount_before(amount.start))
    if any(
        max(low, scan.clause(amount.start)[0]) <= m.start < amount.start and "revenue" not in m.metrics
        for m in scan.metrics
    ):
        return None  # `an operating profit of 4 billion came from the cloud`
    of_takings = _OF_MONEY.search(scan.text, low, amount.start) or _WHOSE_SALES.match(scan.text, part.end)
    if is_no_revenue(spoken_of(scan, amount.start, told)) and not of_takings:
        return None
    return Mention(amount.start - 1, amount.start, ("revenue",), part=part.segment)


def sold_for(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue of the line of business whose things were sold, and are said to be worth an amount."""
    bought = _BOUGHT.search(scan.text, scan.sentence.start, scan.sentence.end)
    if amount.kind != "money" or not amount.scaled or bought:
        return None
    worth = (m for m in scan.segments if _WORTH.fullmatch(scan.text, m.end, amount.start))
    part = next((m for m in worth if _SOLD.search(scan.text, max(scan.sentence.start, m.start - 24), m.start)), None)
    return Mention(part.start, part.end, ("revenue",), part=part.segment) if part else None
