"""What everyday Chinese says for up and down: 多卖了三成, 少赚15%, 比去年同期低1.2个百分点."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.cues import BASES
from generator.extraction.marks.scanning import Scan, once

# What a company does with what is counted: 多卖, 少交付; 多亏 is worse, and no rise.
DONE = "(?:卖|亏|赔|销|售|赚|挣|花|投|烧|砸|收|招|雇|开|建|派|产|造|拿|装|出货|出口|销售|交付|投入|生产|回购|支出|进账|入账|贡献)"
_ABOUT = "(?:大约|大概|将近|接近|差不多|足足|整整|约|近|逾|超过?|达|了)*"
_MORE = re.compile(rf"(?<![最许更不至众太诸好差])多{DONE}?(?:出|掉)?了?{_ABOUT}$")
_SAID = re.compile("[多少高低]")
_LESS = re.compile(rf"(?<![减最不至缺])少{DONE}?(?:出|掉)?了?{_ABOUT}$")
_HIGHER = re.compile(rf"(?<![最更新走创提升])(?P<word>高|低)(?:出|了)*{_ABOUT}$")
# `比特斯拉多卖20%`: another's, and no time before; 比去年, 比三季度 are
_THAN = re.compile(r"(?<![同环占相])[比较](?!亚迪)(?=[^,;。\d]{2,14}$)")
_TIMES = re.compile(
    r"(?:一年|[去上前]一?[年个季月]|[去今]年|上半年|同期|同季|往年|年初|此前|之前|以[前往]|原来|过去|[\d一二三四]{1,4}[年季月])"
)
_LEAD = 24  # characters before an amount, within which a word for more or less says what it is set beside
_BASES = (*BASES, "prior", "quarter_before", "other_base")


@once
def more_or_less(scan: Scan, amount: Amount) -> int:
    """Return 1 where a word right before an amount says more, -1 where it says less, 0 where none does."""
    low = max(scan.sentence.start, amount.start - _LEAD)
    if not _SAID.search(scan.text, low, amount.start):
        return 0
    if _MORE.search(scan.text, low, amount.start):
        return 1
    if _LESS.search(scan.text, low, amount.start):
        return -1
    higher = _HIGHER.search(scan.text, low, amount.start)
    if higher is None or not _is_beside_a_time(scan, amount):
        return 0
    return 1 if higher["word"] == "高" else -1


def told_as_more(scan: Scan, amount: Amount) -> bool:
    """Whether a word for more or less says how far something moved, and not by how much two differ: 去年同期150亿元,少了3.6%."""
    return more_or_less(scan, amount) != 0 and not is_more_than_anothers(scan, amount)


def is_more_than_anothers(scan: Scan, amount: Amount) -> bool:
    """Whether a word for more or less sets an amount beside another's: 比特斯拉多卖了20%."""
    low = max(scan.clause(amount.start)[0], amount.start - _LEAD)
    than = _THAN.search(scan.text, low, amount.start)
    if than is None or not more_or_less(scan, amount):
        return False
    return not (_TIMES.match(scan.text, than.end()) or any(p.start == than.end() for p in scan.periods))


def _is_beside_a_time(scan: Scan, amount: Amount) -> bool:
    """Whether a clause sets its amount beside a time before: 比去年同期的21.9%低4.3个百分点."""
    start = scan.clause(amount.start)[0]
    named = any(start < p.start < amount.start and scan.text[p.start - 1] in "比较与跟和" for p in scan.periods)
    return named or bool(scan.cues_between(start, amount.start, *_BASES))
