"""What an English sentence opens with before it names it: `With an increase of 22% to 105 billion yuan, gross profit outpaced both`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_OPENS = re.compile(
    r"[^\w\n]{0,4}(?P<with>With|After|Following|Up|Down|Thanks to|At) (?:an? )?(?:[a-z-]+ ){0,2}?(?:(?:increase|rise|jump|gain|surge|leap|growth|decline|drop|fall|decrease|slump|plus|minus) of )?(?:about |nearly |over |more than )?[\d.]+ ?(?:%|per ?cent|pct)(?! (?!(?:increase|rise|jump|gain|surge|leap|growth|decline|drop|fall|decrease|slump|in|to|from|on|over|for|of|year|quarter|more|less|fewer|higher|lower|up|down|at|[a-z]+ly)\b)[a-z])[^;]{0,90}?, (?:(?:the|its|their|total|group|quarterly|[A-Z][\w.]*['’]s) ){0,2}$"
)
# `At 21.7%, Xiaomi's gross margin was ahead of Apple's`
_AT, _THEN = (
    re.compile(rf"[^\w\n]{{0,4}}(?P<with>At|With) {ABOUT}"),
    re.compile(
        r",? (?:(?:units|vehicles|cars|yuan),? )?(?:(?:the|its|their|total|group|quarterly|[A-Z][\w.]*(?: [A-Z][\w.]*)?['’]s) ){0,2}"
    ),
)


def led_by(scan: Scan) -> Mention | None:
    """Return the metric that stands right behind a sentence's opening phrase of how far it moved, as a mention where that begins."""
    first = next(iter(scan.metrics), None)
    if first is None or first.nothing or not scan.amounts or scan.amounts[0].start > first.start:
        return None
    opens = _OPENS.match(scan.text, scan.sentence.start, first.start) or _at(scan, first)
    if opens is None or scan.is_marked(scan.sentence.start, scan.amounts[0].start):
        return None
    return replace(first, start=opens.start("with"), end=opens.end("with"))


def _at(scan: Scan, first: Mention) -> re.Match[str] | None:
    """Return what leads to the amount that a sentence opens with, where its metric stands right behind."""
    amount = scan.amounts[0]
    opens = _AT.fullmatch(scan.text, scan.sentence.start, amount.start)
    return opens if opens and _THEN.fullmatch(scan.text, amount.end, first.start) else None
