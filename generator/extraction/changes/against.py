"""What a change is measured against: the year or the quarter before, or something else."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.bases_of_others import (
    is_a_pace_beside,
    is_anothers_base,
    is_of_another_move,
    opens_the_next,
)
from generator.extraction.changes.compared import compared
from generator.extraction.changes.gapped import gap_of
from generator.extraction.changes.only_when import only_says_when
from generator.extraction.changes.too_zh import taken_over
from generator.extraction.marks.cues import BASES, Against, Cue
from generator.extraction.marks.scanning import Scan

AGAINST: dict[str, Against] = {"yoy": "yoy", "prior": "yoy", "qoq": "qoq", "quarter_before": "qoq", "mom": "mom"}
_BASES = (*BASES, "other_base", "prior", "quarter_before")
_PHRASE = re.compile(r"(?:(?!,|;|\band\b|\bwhile\b|\bbut\b)[\x00-\x7f])*")
_HAN_BEFORE = re.compile(r"[一-鿿][^A-Za-z]{0,6}$")
_NEAR = 30  # characters between an amount and the base that stands after it in its own phrase
_OPENING, _COMMA = re.compile(r"[\s•*-]*(?:On an? )?", re.I), re.compile(r"(?: basis)?, ")
_OPENS = re.compile(r"(?: (?:units|vehicles|cars|devices|phones))? ?\(")


def in_brackets(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage with its sign stands alone in brackets behind an amount: `$1.34B (+27%)`, `(+27%; +25% cc)`."""
    before = scan.amount_before(amount.start)
    closes = (")", ";") if amount.signed else (")",)
    alone = scan.text[amount.end : amount.end + 1] in closes and before > scan.sentence.start
    return alone and bool(_OPENS.fullmatch(scan.text, before, amount.start))


def against_of(scan: Scan, amount: Amount) -> tuple[Against, str | None]:
    """Return what the change is measured against: the nearest such word of its clause, else of the sentence."""
    if in_brackets(scan, amount) and amount.signed:
        return "yoy", None
    if touching := next((c for c in scan.cues if c.end == amount.start and c.kind in BASES), None):
        return AGAINST[touching.kind], None  # (yoy+15% qoq+2%)
    if beside := compared(scan, amount):
        return beside.than.against, None
    if (gap := gap_of(scan, amount)) and not scan.cues_between(amount.end, _next(scan, amount), *_BASES):
        return against_of(scan, gap.verb)  # `Nio's deliveries rose 45% from a month earlier, Li Auto's 41%`
    start, end = scan.clause(amount.start)
    floor = max(start, scan.amount_before(amount.start))
    ends = amount.end in scan.separators  # 利润降29% 盘后挫3%: a headline's next phrase
    at_once = re.compile(r"[\s(]*").match(scan.text, amount.end)
    assert at_once is not None
    stretches: tuple[tuple[int, int], ...] = (
        (amount.end, min(at_once.end() + 40, scan.amount_after(amount.end)))
        if _is_cue(scan, at_once.end()) and not (ends or _has_own_base_zh(scan, floor, amount))
        else (0, 0),
        (floor, amount.start),
        _opening(scan, amount),
        (amount.end, min(end, scan.amount_after(amount.end))),
        (start, amount.start),
        (amount.end, scan.amount_after(amount.end)),
        (scan.sentence.start, amount.start),
        (amount.end, scan.sentence.end),
    )
    if (own := _own_base(scan, amount, floor)) is not None:
        stretches = ((own.start, own.end), *stretches)
    elif _HAN_BEFORE.search(scan.text, max(start, amount.start - 8), amount.start):
        # 收入升34%至398亿元,按季亦增19%: what a later amount is measured against is its own
        stretches = (*stretches[:-3], stretches[-2])
    for low, high in stretches:
        cues = [
            c
            for c in scan.cues_between(low, high, *_BASES)
            if not (
                only_says_when(scan, c)
                or opens_the_next(scan, c, amount)
                or is_anothers_base(scan, c, amount)
                or is_a_pace_beside(scan, c, amount)
                or is_of_another_move(scan, c, amount)
            )
        ]
        if cues:
            cue = cues[-1] if high == amount.start else cues[0]
            if cue.kind == "other_base":
                return "yoy", "measured against something other than the period a quarter or a year before"
            told_with = "yoy" if _is_the_second_base(scan, cues, amount) else AGAINST[cue.kind]
            return told_with, None
    return taken_over(scan, amount)


def _next(scan: Scan, amount: Amount) -> int:
    """Return where the words behind an amount end: at the next one, or with its clause."""
    return min(scan.clause(amount.end)[1], scan.amount_after(amount.end))


def _is_the_second_base(scan: Scan, cues: list[Cue], amount: Amount) -> bool:
    """Whether a Chinese quarter or month before is one of two bases that another metric was told against, to which a bare change adds none.

    收入274亿元,按年减36.2%,按季减9.5%,其中车辆收入259亿元,跌37.4%
    """
    last = cues[-1]
    if not scan.chinese or last.end > amount.start or AGAINST.get(last.kind) == "yoy":
        return False
    both = any(AGAINST.get(c.kind) == "yoy" for c in cues)
    return both and any(last.end < m.start < amount.start for m in scan.metrics)


def _opening(scan: Scan, amount: Amount) -> tuple[int, int]:
    """Return where the base stands that an English sentence opens with, until it names another: `Year over year, it rose 5%, and quarter over quarter`."""
    first = next((c for c in scan.cues if c.kind in BASES), None)
    opens = first and _OPENING.fullmatch(scan.text, scan.sentence.start, first.start)
    if first is None or not opens or not _COMMA.match(scan.text, first.end) or first.end > amount.start:
        return 0, 0
    return (0, 0) if scan.cues_between(first.end, amount.start, *BASES) else (first.start, first.end)


def _own_base(scan: Scan, amount: Amount, floor: int) -> Cue | None:
    """Return the base that stands in the amount's own phrase, after it or before: `a 29% increase from the previous quarter`."""
    after = scan.cues_between(amount.end, scan.amount_after(amount.end), *_BASES)
    slashed = bool(after) and scan.text[amount.end] == "/"  # 环比提高0.1个百分点/同比增长3.3个百分点
    if (
        after
        and not (slashed or _has_own_base_zh(scan, floor, amount))
        and amount.end not in scan.separators
        and after[0].start - amount.end <= _NEAR
        and _PHRASE.fullmatch(scan.text, amount.end, after[0].start)
    ):
        return after[0]
    before = scan.cues_between(floor, amount.start, *_BASES)
    return before[-1] if before and _PHRASE.fullmatch(scan.text, before[-1].end, amount.start) else None


def _has_own_base_zh(scan: Scan, floor: int, amount: Amount) -> bool:
    """Whether a Chinese base stands before an amount: 同比增长16.2% 环比下降1.7%, of which the second is the next one's."""
    return any(not scan.text[c.start].isascii() for c in scan.cues_between(floor, amount.start, *BASES))


def _is_cue(scan: Scan, at: int) -> bool:
    return any(cue.start == at and cue.kind in (*BASES, "other_base") for cue in scan.cues)
