"""The period behind the last of several English amounts that are joined: `revenue of 487 billion and a profit of 43.5 billion for 2025, and a profit of 58.1 billion in 2026`."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.nearest import is_its_own
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# what stands between an amount and the next: a metric of its own, and no verb
_JOINED = re.compile(
    r"(?: \([^()]{1,40}\))?(?: (?:units|vehicles|cars|deliveries))?(?: (?:a|per) share)?(?: (?:in|of) [a-z]+(?: [a-z]+)?)?(?:,| and|, and|,? as well as|,? with|,? on|,? plus)"
    r" (?:(?!(?:up|down|from|than|versus|against|was|were|came|had|is|it|after|but|while)\b)[\w&'’-]+ ){0,6}?(?:(?:of|at) )?(?:about |around |roughly )?(?:[A-Z]{2,3}|[A-Z]{0,3}[$€£¥])?"
)
# `€28.3 billion total net sales and €7.6 billion net income in 2024`: what each is of, right behind it
_NAMED = r" (?:(?:total|net|operating|gross|adjusted) ){0,3}(?:sales|revenues?|income|profits?|earnings|free cash flow|orders)"
# nothing but the words of results: `$58.4 billion in revenue and $8.21 in`, `earnings of $8.21 a share on $58.4 billion in revenue`
_PLAINLY = re.compile(
    rf"(?!,? (?:and|with|plus) (?:[A-Z]{{0,3}}[$€£¥])?$)(?: \([^()]{{1,40}}\))?(?: (?:a|per) share)?(?: (?:in|of) [a-z]+(?: [a-z]+){{0,2}}|{_NAMED})?(?:,? and|,? with|,? on|,? plus)"
    r"(?: (?:an?|its|net|operating|gross|adjusted|diluted|earnings|revenues?|sales|profits?|income|EPS|per|share|of|a|at|about|around))* (?:[A-Z]{2,3}|[A-Z]{0,3}[$€£¥])?"
)
# `$8.21 in earnings per share for Meta's December quarter`
_OF_ITS = re.compile(
    r"(?: (?:(?:a|per) share|(?:in|of) [A-Za-z]+(?: [a-z]+){0,3}|[A-Z]{3,6}|earnings|revenue)|"
    + _NAMED
    + r")? (?:for|in|during) (?:the |its |their |(?:the )?[A-Z][\w.&]*(?: [A-Z]\w+)?['’]s? )?(?:(?:full|fiscal|whole) )?"
)
_LED_BY = re.compile(r"(?:in|for|during) ", re.I)
_REACH = 4  # amounts behind one, the last of which has the period


def shared_behind(around: Surroundings, amount: Amount, form: re.Pattern[str] = _JOINED) -> Period | None:
    """Return the period right behind the last of the amounts that one is joined to, where the sentence names none before it."""
    scan = around.scan
    if scan.chinese or any(m.start < amount.start for m in scan.periods):
        return None
    run = [amount, *(a for a in scan.amounts if a.start >= amount.end)][:_REACH]
    for one, other in pairwise(run):
        between = [(m, p) for m, p in around.resolved if one.end <= m.start < other.start]
        if between or not form.fullmatch(scan.text, one.end, other.start):
            return None
        behind = [(m, p) for m, p in around.resolved if m.start >= other.end and _is_its_own(around, other, m)]
        if behind and behind[0][0].start < scan.amount_after(other.end):
            return behind[0][1]
    return None


def plainly_shared(around: Surroundings, amount: Amount) -> Period | None:
    """Return the period behind the last of several amounts that nothing but words of results joins."""
    after = around.scan.following(amount)
    money = amount.kind == "money" and after is not None and after.kind == "money"
    return shared_behind(around, amount, _PLAINLY) if money else None


def _is_its_own(around: Surroundings, amount: Amount, mention: PeriodMention) -> bool:
    """Whether a period stands right behind an amount, or behind what that is of."""
    text = around.scan.text
    led = _LED_BY.match(
        text, mention.start, mention.end
    )  # `net income in 2024`, where the mention holds the preposition
    at = led.end() if led else mention.start
    return is_its_own(text, amount, mention) or _OF_ITS.fullmatch(text, amount.end, at) is not None
