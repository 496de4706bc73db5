"""Revenue that English leaves unsaid, of a part and what it took: `wearables brought in $9 billion`, `Services rose from $19.2bn to $22.3bn`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED
from generator.extraction.metrics.part_that_grew import ALONE, IS_SHARE, LED_ON, part_that_grew
from generator.extraction.metrics.recorded import IN_MONEY, is_beside_earned, recorded
from generator.extraction.metrics.takings_zh import took_in
from generator.extraction.metrics.unknown_takers import is_an_unknowns

_MOVED = re.compile(
    rf"(?:, [^,;:\d]{{3,60}},)?(?:: |(?: business| segment| division| unit)?(?:,? which)? (?:also )?)(?:{MOVED}|reached|hit|came in at|was up|was down|(?:is |are |was |were )?(?:expected|seen|projected|forecast|estimated|pegged) (?:at|to be|to reach|to come in at))\b| at $",
    re.I,
)
_AT_A_PRICE = (*IN_MONEY, "iphone")
_AT_ONCE = re.compile(r" (?:of )?")  # `Services $28.8B (+15%), Mac $8.7B`, as digests list them
# `Professional visualization was $236 million, down 27%`
_WAS = re.compile(
    r"(?: (?:segment|business|division|unit))? (?:was|were|totall?ed|stood at|came to|came in at) (?:a record |about |around |approximately |over |nearly |just )?"
)
# `International markets accounted for 43.9 percent, or 28.5 billion yuan, of total revenue`
_SHARE_OR = re.compile(
    rf"\b{IS_SHARE} [^,;]{{0,16}}?[\d.]+ ?(?:%|per ?cent|pct),? or (?:about |around |nearly |over )?$"
)
_OF_REVENUE = re.compile(r",? of (?:its |the |(?:total|overall|group|net|company) )*(?:revenues?|sales|turnover)\b")
_FAR = 60  # characters before an amount, within which a part is said to be a share
_TOOK_IN = sought(
    r"\b(?:(?:br(?:ought|inging|ings)|rak(?:ed?|es|ing)|pull(?:ed|s|ing)?|t(?:ook|akes?|aken|aking)|haul(?:ed|s|ing)?) in|generat(?:es?|ed|ing)|contribut(?:es?|ed|ing)|turned over)\s+(?:about |around |approximately |over |more than |nearly |some |a record )?$",
    re.I,
)
# `used $1.2 billion of cash in the quarter after generating $0.3 billion`
_OF_CASH = re.compile(r"\b(?:of|in) (?:its )?cash\b(?! flow)[^;.]{0,50}$")
_BACK = 80  # characters before a verb, within which it is said that cash is meant
# `generated $2 billion in cash` speaks of cash; `in the fourth quarter` only says when.
_NOT_TAKINGS = re.compile(
    r"\s+(?:from the (?:sale|ipo|offering|disposal)|to (?:charit|a fund|the fund)|of (?:the |its |their )(?:group |total |operating |net |overall |company['’]s )*(?:profits?|loss(?:es)?|earnings|income|ebitd?a|costs?|expenses|cash)\b|(?:in|of) (?!the\b|its\b|fiscal|first|second|third|fourth|Q\d|\d|[A-Z]))"
)
# 联发科7月业绩432.2亿元: by the month, Taiwan's companies tell nothing but revenue
_OF_THE_MONTH_ZH = re.compile(
    r"\d月(?:份)?(?:的|自结|合并|单月)*(?P<told>业绩)(?:为|达到?|仅|来到|写下|录得|增至|减至|升至|降至|约|近|逾|新台币)*$"
)
# `earnings of $10.7 billion, or $1.85 a share, on $49.6 billion a year ago`
_ON_SALES = re.compile(r"(?:per|a) share,? on (?:about |around )?$")


def takings(scan: Scan, amount: Amount) -> tuple[str, Mention] | None:
    """Return revenue for `wearables brought in $9 billion`: what a part of the business takes is its revenue."""
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    verb = _TOOK_IN.search(scan.text, floor, amount.start)
    if told := _OF_THE_MONTH_ZH.search(scan.text, floor, amount.start):
        return ("revenue", Mention(*told.span("told"), ("revenue",))) if amount.scaled else None
    if on := _ON_SALES.search(scan.text, floor, amount.start):
        return ("revenue", Mention(on.start(), on.end(), ("revenue",))) if amount.scaled else None
    if amount.kind == "money" and amount.scaled and (part := _share_in_money(scan, amount)):
        return "revenue", part
    if (
        (moved := _moved(scan, amount) or recorded(scan, amount) or _grew_to(scan, amount) or took_in(scan, amount))
        and amount.scaled
        and (amount.kind == "money" or _goes_on_in_money(scan, amount))
    ):
        return "revenue", moved
    if verb is None or amount.kind != "money" or not amount.scaled or _NOT_TAKINGS.match(scan.text, amount.end):
        return None
    if is_an_unknowns(scan, floor, verb.start()) or _OF_CASH.search(
        scan.text, max(scan.sentence.start, verb.start() - _BACK), verb.start()
    ):
        return None
    return "revenue", Mention(verb.start(), verb.end(), ("revenue",))


def _goes_on_in_money(scan: Scan, amount: Amount) -> bool:
    """Whether a number leaves its currency to the amount before it: `services brought in $24.2 billion, the Mac 7.0 billion`."""
    before = scan.preceding(amount)
    bare = before is not None and amount.kind == "bare" and scan.clause(amount.start)[0] <= before.end + 1
    return bare and before is not None and before.scaled and before.kind in ("money", "bare")


def _share_in_money(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue of a part that is told as a share of it all and as money: `accounted for 16.7 percent, or 10.8 billion yuan, of total revenue`."""
    low = scan.clause(amount.start)[0]
    share = _SHARE_OR.search(scan.text, max(scan.sentence.start, amount.start - _FAR), amount.start)
    if share is None or not _OF_REVENUE.match(scan.text, amount.end):
        return None
    parts = [
        m
        for m in scan.segments
        if m.end <= share.start() and (m.start >= low or scan.text.find(",", m.end, share.start()) < 0)
    ]
    return Mention(share.start(), share.end(), ("revenue",), part=parts[-1].segment) if parts else None


def _moved(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue of a part that a clause without a metric says rose or fell: `Services rose from $19.2bn to $22.3bn`."""
    start, _ = scan.clause(amount.start)
    if any(start <= m.start < amount.start for m in scan.metrics):
        return None
    for part in reversed(scan.segments):
        verb = _MOVED.match(scan.text, part.end, amount.start) or _WAS.fullmatch(scan.text, part.end, amount.start)
        low = max(start, scan.amount_before(part.start))
        listed = part.segment in _AT_A_PRICE and not is_beside_earned(scan, part)
        verb = verb or (_AT_ONCE.fullmatch(scan.text, part.end, amount.start) if listed else None)
        if verb and start <= part.start and ALONE.fullmatch(scan.text, low, part.start):
            return Mention(verb.start(), verb.end(), ("revenue",), part=part.segment)
    return None


def _grew_to(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue of a part that grew by a percentage to an amount: `Advertising was a driver, increasing 18% to $17.3bn`."""
    before = scan.preceding(amount)
    led = before is not None and before.kind == "percent" and LED_ON.fullmatch(scan.text, before.end, amount.start)
    return part_that_grew(scan, before) if led and before else None
