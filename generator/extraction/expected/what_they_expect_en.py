"""What English says behind an amount that it is what the market expects: `Revenue of 19 billion yuan was what analysts had been looking for`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.market import MARKET
from generator.extraction.whose.context import Surroundings

_EXPECT = r"(?:expect(?:s|ed|ing)?|(?:looking|looked|look|hoping|hoped|hope) for|forecast(?:ed|ing)?|predict(?:s|ed|ing)?|project(?:s|ed|ing)?|estimat(?:es|ed|ing|e)|anticipat(?:es|ed|ing|e)|pencill(?:ed|ing) in|bargain(?:ed|ing) for|count(?:ed|ing) on)"
_OPENS = re.compile(r"\s*(?:(?:But|And|Yet|An?) )?(?:(?:[Aa]n? )?(?:quarterly|total|net|gross|operating|adjusted) )*")
# `Deliveries of 80,000 cars and revenue of 20 billion yuan were what analysts had expected`
_IS_WHAT = re.compile(
    rf"(?:(?! what\b)[^,;.\d]){{0,24}}(?: and (?:(?:an? )?[a-z ]{{3,30}} of )?(?:about |around )?[A-Z]{{0,3}}[$€£¥]?\d[\d.,]*[^,;.\d]{{0,24}}?)?"
    rf" (?:was|were|is|are|had been|would be) what (?:the |most |many |some )?(?:{MARKET})\b[^,;.\d]{{0,40}}? {_EXPECT}\b"
)


def is_what_they_expect(around: Surroundings, amount: Amount) -> bool:
    """Whether an English sentence says of nothing but an amount that analysts or the market expect it, behind what the company does, or what came.

    `Nvidia's first-quarter revenue of $44 billion was what analysts had expected` came.
    """
    scan, ground = around.scan, around.ground
    first = next(iter(scan.metrics), None)
    if (
        scan.chinese
        or first is None
        or scan.periods
        or not _OPENS.fullmatch(scan.text, scan.sentence.start, first.start)
    ):
        return False
    told = ground.level is not None and ground.level.metric in first.metrics
    return (ground.expects or told) and _IS_WHAT.match(scan.text, amount.end, scan.sentence.end) is not None
