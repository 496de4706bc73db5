"""How far English says an aim was moved, behind what it was moved to: `raised its 2025 target to 3 million cars, up 11%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.compared import compared
from generator.extraction.marks.cues import BASES
from generator.extraction.marks.scanning import Scan

_AIM = r"(?:targets?|goals?)\b(?! price)"
_MOVES = r"(?:rais(?:es?|ed|ing)|lift(?:s|ed|ing)?|hik(?:es?|ed|ing)|upp(?:ed|ing)|ups|increas(?:es?|ed|ing)|boost(?:s|ed|ing)?|bump(?:s|ed|ing)?|cut(?:s|ting)?|lower(?:s|ed|ing)?|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|reduc(?:es?|ed|ing)|revis(?:es?|ed|ing))"
_MOVED = re.compile(
    rf"\b{_MOVES} (?:up |down )?(?:(?:its|their|the|his|an?) |[A-Z][\w.&-]*['’]s )[^,;]{{0,70}}\b{_AIM}[^,;]{{0,50}}$"
    rf"|\b(?:new|raised|lifted|lowered|revised|increased|reduced) (?:[\w-]+ ){{0,4}}{_AIM}[^,;]{{0,50}}$"
)
_SO_FAR = re.compile(
    rf"(?: [a-z]+){{0,2}},? (?:(?:or|and|which (?:is|was|means)|representing|meaning|marking|equal to) )?(?:(?:up|down|by|an? (?:increase|rise|raise|cut|reduction|lift) of|an?) )?{ABOUT}"
)
_NEAR = 40  # characters behind how far it was, within which it is said against what


def is_aims_move(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage right behind an aim that was moved says how far it was, as nothing else that it is against is named.

    `set a target for 2026 of 3.45 million cars, up 14%` and `raised its target to 3 million cars, up 38% from 2024` tell growth.
    """
    aim = scan.preceding(amount)
    if scan.chinese or amount.kind != "percent" or aim is None or aim.kind == "percent":
        return False
    if not _SO_FAR.fullmatch(scan.text, aim.end, amount.start):
        return False
    if scan.cues_between(aim.end, amount.end + _NEAR, *BASES, "prior") or compared(scan, amount):
        return False
    return _MOVED.search(scan.text, scan.sentence.start, aim.start) is not None
