"""Which amounts are lost: losses, and cash that flowed out, as in `free cash flow showed a net outflow of 21.8 billion yuan`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.figure import LOSABLE
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

FLOWS = ("free_cash_flow", "operating_cash_flow")
_WAY = re.compile(
    r"\b(?:(?P<out>outflow|cash burn)|inflow)s? (?:(?:of|at|was|totall?ed|reached|totall?ing) )?(?:about |around |nearly |over )?$",
    re.I,
)
# `a 3.8 billion yuan outflow`, `from 11 billion in inflow`
_WAY_BEHIND = re.compile(
    r"(?: (?:in|of))?(?: (?:net|free|cash|operating)){0,2} (?:(?P<out>outflow|burn|deficit)|inflow|surplus)s?\b"
)
_BURNS = re.compile(
    rf"\bburn(?:s|ed|t|ing)? (?:through )?(?:an? )?{ABOUT}$"
)  # `burned free cash flow of $715 million`, `burned $715 million in`
# `turned negative at 8.9 billion yuan`, `went deep into the red at $4.3 billion`
_BELOW_NOTHING = re.compile(
    rf"\b(?:(?:turned|was|were|is|being|been|remained|stayed|went|became|fell|swung|slipped|dropped|slid) (?:[a-z]+ )?(?:negative|(?:back )?in(?:to)? (?:the red|negative territory)))(?:,|:)? (?:(?:at|by|with|to the tune of|totall?ing) )?{ABOUT}$"
)
_NEGATIVE = ("negative ", "Negative ")
# 上年同期亏12.4亿元, 自由现金流为净流出218亿元
_LOST_ZH = re.compile(r"(?:净?亏损?|净?蚀|净?流出)(?:了|约|近|逾|超过?|额|为|达|人民币|港币|\s)*$")
_USED_ZH = ("经营活动所用", "经营所用")  # 经营活动所用的现金净额
_AT_ONCE = re.compile(r" (?:of|at|was|totall?ing|came to) (?:about |around |nearly |over )?")
# `a loss from operations of 1.1 billion yuan, compared with income of 12 billion yuan`
_EARNED = re.compile(
    r"\b(?:with|to|from|against|versus|vs\.?) (?:an? )?(?:(?:net|operating|quarterly|adjusted) )?(?:income|profits?|earnings|gains?|surplus)(?: from operations)? of (?:about |around |nearly )?$"
    rf"|\b(?:it|they|(?:the )?[A-Za-z]+) (?:had |has )?(?:made|earned|netted) {ABOUT}$"  # `had lost 10.9 million, and in Q4 it had made 265 million`
)
# `net profit of (RMB1.2 billion)`, `net profit/(loss): ($539.4 million)`, `EPS of ($0.19)`
_IN_BRACKETS = re.compile(
    r"(?:\b(?:of|was|were|is|at|to|from|against|versus|vs\.?|than)|:|/ ?\(?loss(?:es)?\)?:?|\(loss(?:es)?\):?) ?\($",
    re.I,
)
# `Ford's net income fell to $1.8 billion while GM lost $3 billion`
_LOST_EN = re.compile(
    rf"\b(?:[A-Z][\w.&]*|it|they|who|which|company|group|firm|[a-z]*maker|having) (?:had |has |also |only )?lost {ABOUT}$"
)
# `a forecast of 15.2 billion yuan for the adjusted net loss`
_A_LOSS = re.compile(
    r"(?: for (?:the|its|their|[A-Z][\w.&]*['’]s?))? (?:net |operating |quarterly |adjusted |pre-tax )*(?:loss|deficit)\b",
    re.I,
)
# `against an expectation of a 4-cent gain`: what was earned stands beside what was lost
_A_PROFIT = re.compile(
    r" (?:net |operating |quarterly |per-share )*(?:profit|gain|surplus)\b(?! (?:in|on|from)\b)", re.I
)

# `net profits of 1.8 billion yuan and 0.6 billion yuan in Q3 2024 and Q2 2025, respectively`
_AND_NEXT = re.compile(rf",? and {ABOUT}|, {ABOUT}")
_OF = re.compile(rf" of {ABOUT}")
_LEAD = 40  # characters before an amount, within which its verb stands


def is_loss(scan: Scan, amount: Amount, metric: str, mention: Mention) -> bool:
    """Whether what a metric's amount tells was lost, or flowed out."""
    mention = _listed_behind(scan, amount, mention)
    if metric in FLOWS:
        lost = _flowed_out(scan, amount, mention)
    else:
        # a mention right before its amount stands for what is understood: `It had earned 13.7 billion yuan`, behind a loss
        low = mention.end if mention.end < amount.start else max(scan.sentence.start, amount.start - _LEAD)
        earned = mention.end <= amount.start and _EARNED.search(scan.text, low, amount.start)
        behind = metric in LOSABLE and _A_LOSS.match(scan.text, amount.end)
        earned = earned or _A_PROFIT.match(scan.text, amount.end)
        lost = bool((mention.loss and not earned) or behind)
    gone = metric in LOSABLE and mention.end <= amount.start and amount.kind == "money"
    gone = gone and _LOST_EN.search(scan.text, max(mention.end, amount.start - 60), amount.start) is not None
    return lost or gone or _is_negative(scan, amount, mention) or _is_bracketed(scan, amount, metric)


def _listed_behind(scan: Scan, amount: Amount, mention: Mention) -> Mention:
    """Return the profit or loss that an amount is of by the list that it goes on with: `a loss of 0.4 billion, against net profits of 1.8 billion and 0.6 billion`."""
    if amount.kind != "money":
        return mention
    for own in scan.metrics:  # `a net loss of $3 million and net income of $9 million for Q1 and Q2, respectively`
        behind = mention.end <= own.start and own.end <= amount.start and own.metrics == mention.metrics
        if behind and _OF.fullmatch(scan.text, own.end, amount.start):
            return own
    first, before = amount, scan.preceding(amount)
    while before is not None and before.kind == "money" and _AND_NEXT.fullmatch(scan.text, before.end, first.start):
        first, before = before, scan.preceding(before)
    if first is amount:
        return mention
    named = [m for m in scan.metrics if mention.end <= m.start and m.end <= first.start]
    last = named[-1] if named and _OF.fullmatch(scan.text, named[-1].end, first.start) else None
    return last if last and (last.any_profit or last.metrics[0] in LOSABLE) else mention


def _is_bracketed(scan: Scan, amount: Amount, metric: str) -> bool:
    """Whether brackets around an amount make it a loss: `net profit of (RMB1.2 billion)`."""
    if metric not in (*LOSABLE, *FLOWS) or not scan.text.startswith(")", amount.end):
        return False
    return _IN_BRACKETS.search(scan.text, max(scan.sentence.start, amount.start - 12), amount.start) is not None


def _flowed_out(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether an amount of a cash flow left the company: the words right before it say so, or the metric's own."""
    if way := _WAY_BEHIND.match(scan.text, amount.end) or _WAY.search(scan.text, scan.sentence.start, amount.start):
        return way["out"] is not None
    burnt = any(_BURNS.search(scan.text, max(scan.sentence.start, m.start - 40), m.start) for m in (mention, amount))
    return mention.loss or bool(burnt) or scan.text.startswith(_USED_ZH, mention.start, mention.end)


def _is_negative(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether a metric's own words, or those right before an amount, make it negative: `negative EBITDA of 156 million yuan`, 亏12.4亿元."""
    can_be = mention.any_profit or mention.metrics[0] in (*LOSABLE, *FLOWS)
    if can_be and _LOST_ZH.search(scan.text, max(scan.sentence.start, amount.start - 12), amount.start):
        return True
    margin = mention.metrics[0].endswith("margin")
    if (can_be or margin) and _BELOW_NOTHING.search(
        scan.text, max(scan.sentence.start, amount.start - 60), amount.start
    ):
        return True
    behind = scan.text.endswith(_NEGATIVE, 0, mention.start)
    return behind and bool(_AT_ONCE.fullmatch(scan.text, mention.end, amount.start))
