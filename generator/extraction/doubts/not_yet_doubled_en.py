"""What English only aims at, or is near to, where it says so by a gerund: `committed to doubling R&D`, `on the way to tripling sales`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_GERUND = re.compile(r"(?:doubl|tripl|trebl|quadrupl|quintupl|sextupl|halv)ing\b", re.I)
_AIM = r"(?:goal|aim|target|ambition|objective|hope|plan|prospect|chance|idea|possibility|promise|pledge|dream|intention|vision|talk)s?"
_ONLY_MEANT = re.compile(
    r"\b(?:(?:way|track|course|path|road|route|journey|committed|commits?|commitment|close|closer|near|nearer|key|step|steps) to"
    rf"|towards?|{_AIM} (?:of|for)|aim(?:s|ed|ing)? (?:at|for)|(?:plan|count|bank|bet)(?:s|ned|ted|ed|ning|ting|ing)? on"
    r"|short of|shy of|instead of|rather than|capable of|without|consider(?:s|ed|ing)?|target(?:s|ed|ing)?|envisag(?:es|ed|ing)|not|never) (?:[a-z]+ly |at least )?$"
)
_LED_TO = re.compile(
    r"[^,;.\d]{0,60} to (?:about |around |nearly |over )?[\d$€£¥]"
)  # `a target of nearly doubling sales to 790,000`
_LEAD = 40  # characters before a gerund, within which it is said to be meant


def is_only_meant(scan: Scan, amount: Amount) -> bool:
    """Whether an English gerund that says how many times something grew is only what is meant, and tells of no growth."""
    if scan.chinese or not _GERUND.match(scan.text, amount.start) or _LED_TO.match(scan.text, amount.end):
        return False
    return _ONLY_MEANT.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start) is not None
