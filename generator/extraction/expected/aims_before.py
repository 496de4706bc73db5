"""What an aim or a forecast had been before it was moved, told in a sentence of its own: `cut its goal to 175 million phones. In March it had been 180 million`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

AIM = r"(?:targets?|goals?|aims?|ambitions?|objectives?|forecasts?|guidance|estimates?|outlook|projections?|expectations?|plans?|budgets?|views?)"
_MOVING = r"(?:rais|lift|hik|boost|cut|lower|reduc|trim|slash|revis|adjust|bump|nudg|tweak|narrow|tighten|increas|chang|upp|par|scal|dial|mov|(?:took|taken|takes?|taking|brought|brings?|bringing|went|came|set|put)(?= [^,;.]{0,60}\b(?:up|down|higher|lower)\b))\w*"
# `trimmed its 2025 goal`, `took the aim for this year down`, `The target was brought down`, `The forecast is 9 million now`
_MOVED = re.compile(
    rf"\b{_MOVING} [^,;.]{{0,60}}?\b{AIM}\b|\b{AIM}\b[^,;.]{{0,60}}\b(?:{_MOVING}|now|new)\b|\b(?:new|fresh) {AIM}\b|\bhas set (?:itself|themselves) [^,;.]{{0,30}}\b{AIM}\b"
)
_THEN = r"(?:still|originally|initially|first|at first|until then)"
_IT = r"(?:[Ii]t|[Tt]hat|[Tt]hey|[Ww]hich|[Tt]he (?:figure|number|old one|previous one|target|goal|aim|forecast))"
# `In the first quarter it had been`, `In January it was still`, `, which had been`; but `in the same quarter of last year it had been` tells what came
_IT_WAS = re.compile(
    rf"\s*(?:(?:But|And|Still|Yet|after|where|though|but|and|while),? )?(?:(?!{_IT} )(?![^,;]*(?:last year|year (?:ago|earlier|before)|[Ss]ame ))[A-Za-z\d' -]{{2,40}}?,? )?{_IT}(?:, though,)?"
    rf" (?:{_THEN} )?(?:(?:had|has) (?:{_THEN} )?(?:been|stood|read|called for)|(?:was|were|stood|read) (?:at )?{_THEN})(?: (?:set|put))?(?: (?:at|for))? {ABOUT}(?:between |from )?"
)
_JOINT = re.compile(r"[;,] (?=(?:which|after it|where it|it|in|until|at|at first it)\b)|; ")
_REACH = 200  # characters before a sentence, within which the one before moved an aim


def was_aimed_at(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what an aim had been that the sentence before moved."""
    if scan.chinese:
        return False
    first = scan.preceding(amount) if amount.range_end else amount
    if first is None:
        return False
    joints = [m.end() - 1 for m in _JOINT.finditer(scan.text, scan.sentence.start, first.start)]
    start = next(
        (at for at in (*joints[::-1], scan.sentence.start) if _IT_WAS.fullmatch(scan.text, at, first.start)), -1
    )
    before = re.split(r"[.!?]\s|\n", scan.text[max(0, start - _REACH) : max(0, start)].rstrip(" .,;"))[-1]
    return start >= 0 and _MOVED.search(before) is not None
