"""The basis that what is said before an amount's own words carries on to it: `expects revenue of 90 billion yuan and a margin of 20%`."""

from __future__ import annotations

import re

from generator.extraction.expected.beaten import is_met, was_of_the_one_before
from generator.extraction.expected.consensus import EXPECTATIONS, EXPECTED_ALONE
from generator.extraction.expected.had_expected_zh import is_beside_what_came
from generator.extraction.expected.recorded_zh import expects_to_record
from generator.extraction.figure import Basis
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.reason_words_en import BY
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_OWN_VERB = re.compile(
    r"[^;;]{0,80}?\b(?:was|were|is|are|rose|fell|grew|reported|came|reached|increased|decreased|declined|climbed|posted|stood|had|has|delivered|sold|shipped|exported|handed over|earned|missed|beat)\b"
)
_IN_THE_PAST = re.compile(
    r"(?:而|但|且|其中)?(?:过去|此前)[一二三四五六七八九十\d]*个?[季年月]"
)  # 预计将有波动,而过去四季资本开支约1200亿元
_BESIDE_IT = 8  # characters behind an amount, within which what was expected of it is told
_ITS_AMOUNT = 16  # characters between `estimates of` and the amount that was expected
_NEXT_ITEM = re.compile(r" [A-Z][A-Za-z -]{2,40}: ")  # `vs. 75 cents expected Revenue: $35.08 billion`
# `Games, which it wants to expand, brought in 60 billion yuan`: what is wanted there is of no figure
_RELATIVE = re.compile(r"\s*(?:(?:in|of|for|to|from|with|on) )?(?:which|who|whose|whom)\b")
_BESIDE = re.compile(
    r"\s*(?:against|versus|vs\.?|compared (?:with|to)|(?:well |just )?(?:above|below)) (?:its|their|the [a-z]+['’]s|a|an own) "
)
_BREAKDOWN = re.compile(r"\s*(?:(?:\w+ ){0,3}breakdown:|其中|当中)", re.I)  # of what the sentence before expected
SUBORDINATE = re.compile(
    rf"\s*(?:{BY}|following|in which|as|after|although|despite|because|since|while|whereas|but|even as)\b",
    re.I,
)


def carried(around: Surroundings, start: int, floor: int, chinese: bool, ranged: bool, period: Period | None) -> Basis:
    """Return the basis that the words before an amount's own carry on to it; a range goes on with what was expected.

    `公司预计交付8万辆。收入总额为216亿元至231亿元`: no company tells what came as a range. What a list opens with that is
    over ends it: 预计全年毛利率31%;截至6月30日止三个月,汽车业务收入157亿元.
    """
    scan, text, sentence = around.scan, around.scan.text, around.scan.sentence
    breaks = max(
        (i for i in scan.separators if i < start and (_parts(text, i, chinese) or SUBORDINATE.match(text, i))),
        default=sentence.start,
    )
    if chinese and _IN_THE_PAST.match(text, start):
        return "actual"
    cues = scan.cues_between(sentence.start, floor, *EXPECTATIONS)
    earlier = [
        c
        for c in cues
        if c.start >= breaks
        and not (_is_spent(around, c) or is_bracketed(scan, c, floor) or _only_describes(scan, c, floor))
        and not was_of_the_one_before(scan, c, start)
        and not (not chinese and _is_set_beside(scan, c, floor))
        and not (chinese and c.kind == "actual" and expects_to_record(around, scan.clause(c.start)[0], [c]))
    ]
    listed = ranged or around.ground.joined or around.ground.listing or _BREAKDOWN.match(text, sentence.start)
    if not earlier and listed and around.ground.expects:
        over = period is not None and period != around.ground.expected and around.calendar.is_over(period)
        return "actual" if chinese and over and not ranged else "forecast"
    if earlier and not chinese and scan.cues_between(earlier[-1].end, floor, "actual"):
        return "actual"  # `This outlook follows a quarter in which it recorded EPS of $0.92 on revenue of $6.8 billion`
    if earlier and earlier[-1].kind == "consensus":
        return "forecast"
    return earlier[-1].kind if earlier else "actual"  # type: ignore[return-value]


def is_bracketed(scan: Scan, cue: Cue, at: int) -> bool:
    """Whether a cue stands in brackets that end before an offset: what it says is of what stands in them."""
    return any(b.start < cue.start < b.end <= at for b in scan.brackets)


def _only_describes(scan: Scan, cue: Cue, at: int) -> bool:
    """Whether a cue stands in a relative clause that ends before an offset, without an amount or before a verb of what came.

    `XPeng, whose goal stands at 380,000, delivered 41,581 cars in September, and 313,196 since January`
    """
    low, high = scan.clause(cue.start)
    stated = any(low <= a.start < high for a in scan.amounts)
    stated = stated and not _OWN_VERB.match(scan.text, high, at)
    return not scan.chinese and high < at and not stated and bool(_RELATIVE.match(scan.text, low))


def _is_set_beside(scan: Scan, cue: Cue, at: int) -> bool:
    """Whether a cue is of what is only set beside, in a clause that ends before an offset: `expects 415,000, against the company's target of 350,000, and next year 650,000`."""
    low, high = scan.clause(cue.start)
    return high < at and _BESIDE.match(scan.text, low) is not None


def _parts(text: str, at: int, chinese: bool) -> bool:
    """Whether a semicolon parts what was said: one in an English list, without a verb behind it, does not."""
    return text[at] in ";;" and (chinese or bool(_OWN_VERB.match(text, at + 1)))


def _is_spent(around: Surroundings, cue: Cue) -> bool:
    """Whether an expectation is that of one amount beside it alone: `$0.72 vs. $0.60 expected, on sales of`, 0.5美元,预测为0.54美元.

    `raised its estimates of Xiaomi` goes on to all that follows.
    """
    scan, before = around.scan, around.scan.amount_before(cue.start)
    if is_met(scan, cue) or is_beside_what_came(scan, cue):
        return True
    if cue.kind == "consensus":
        of_whom = scan.text[cue.start : cue.end].lower().startswith(("estimates", "forecasts"))
        return not of_whom or scan.amount_after(cue.end) - cue.end < _ITS_AMOUNT
    if before == scan.sentence.start or cue.start - before > _BESIDE_IT:
        return False
    alone = scan.chinese and EXPECTED_ALONE.fullmatch(scan.text, before + 1, scan.amount_after(cue.end))
    ends = scan.text[cue.end : cue.end + 1] in ",;)" or _NEXT_ITEM.match(scan.text, cue.end)
    return bool(alone) or (cue.start - before <= 2 and bool(ends))
