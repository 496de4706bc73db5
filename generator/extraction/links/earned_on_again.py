"""A profit and the revenue that it was made on, named once and told again: `compared with $3.4 billion, or 71 cents, on $14.8 billion a year earlier`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.extraction.amounts.amount import Amount
from generator.extraction.links.link import Link
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_PROFITS = ("net_profit", "adjusted_net_profit", "operating_profit", "adjusted_operating_profit")
_BY_SHARES = ("eps", "adjusted_eps")
_EARNED = (*_PROFITS, *_BY_SHARES)
_SET_BESIDE = re.compile(
    r"\b(?:compared (?:with|to)|compares? (?:with|to)|versus|vs\.?|against|up from|down from|from) (?:about |around |just |only |a profit of |a loss of |a net profit of |net income of )?$"
)
_BY_SHARE = r"(?: \([^()]{1,30}\))?(?:,? or (?:about |just )?[$€£¥]?\d[\d.]{0,6}(?: (?:cents|yen|euros|pence))?(?: (?:a|per) (?:diluted )?share)?,?)?"
_THEN_ON = re.compile(
    rf"{_BY_SHARE} on (?:(?:net |total )?(?:revenues?|sales|turnover) of )?(?:about |around |nearly |just )?$"
)
_ON = re.compile(
    r"(?: (?:a|per) (?:diluted )?share)?(?: \([^()]{1,30}\))?,? on (?:about |around |nearly |just |over |more than )?"
)
# `on $500 million of investments`, `on $2 billion in charges`, `on a $2 billion gain`
_OF_ELSE = re.compile(
    r" (?:of|in|worth|for|from) (?!(?:the|its|a|an|all|last|fiscal|same|prior|previous|Q\d|20\d\d|[a-z]+-)\b)|[ -](?!(?:a|an|in|for|the|last|one|three|during|over|from|and|but|while|as|after|versus|against|compared|according|at|that|which|this)\b)[a-z]"
)


def earned_on_again(scan: Scan, amount: Amount, told: Iterable[Link]) -> Link | None:
    """Return the link of an amount that repeats a profit told before, of which the next is the revenue, or that is this revenue."""
    if scan.chinese or amount.kind != "money":
        return None
    links = [link for link in told if link.metric]
    before = scan.preceding(amount)
    earned = bool(links) and links[-1].metric in _EARNED
    if (
        amount.scaled
        and earned
        and before
        and _ON.fullmatch(scan.text, before.end, amount.start)
        and _is_no_other(scan, amount)
    ):
        last = next((link for link in reversed(links) if link.metric == "revenue"), None)
        start = scan.text.rfind("on", before.end, amount.start)
        return last or Link("revenue", Mention(start, start + 2, ("revenue",)))
    kinds = _PROFITS if amount.scaled else _BY_SHARES
    profit = next((link for link in reversed(links) if link.metric in kinds), None)
    beside = profit and _SET_BESIDE.search(scan.text, max(scan.sentence.start, amount.start - 40), amount.start)
    return profit if beside and _leads_on(scan, amount) else None


def _is_no_other(scan: Scan, amount: Amount) -> bool:
    """Whether nothing behind an amount says what it is."""
    return not (_OF_ELSE.match(scan.text, amount.end) or any(0 < m.start - amount.end < 3 for m in scan.metrics))


def _leads_on(scan: Scan, amount: Amount) -> bool:
    """Whether more money stands behind an amount that it was made on: `$1.0 billion on $35.9 billion`."""
    behind = [a for a in scan.amounts if a.start > amount.end][:2]
    return any(
        a.scaled and a.kind == "money" and a.value > amount.value and _is_no_other(scan, a)
        and _THEN_ON.fullmatch(scan.text, amount.end, a.start) is not None
        for a in behind
    )  # fmt: skip
