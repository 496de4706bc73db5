"""Margins named by no more than the word, behind the profit that they are of: `operating profit rose 19% to €2.57bn, taking the margin to 28.3%`.

So is `Its margin` that opens a sentence, where the one before ended with a profit.
"""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

OF_PROFIT = {
    "operating_profit": "operating_margin",
    "adjusted_operating_profit": "adjusted_operating_margin",
    "gross_profit": "gross_margin",
    "net_profit": "net_margin",
    "adjusted_net_profit": "net_margin",
}
# `for a margin of`, `or 8.3% margin`, `(margin: 8.3%)`; `vehicle margin` and `profit margin` are named in full
_MARGIN = re.compile(
    r"(?:(?<=[(,;:] )|(?<=\()|(?<=% )|\b(?:percent|the|an?|its|with|and|on|at|of|that|this|implying|implied|corresponding|resulting|segment|divisional|unit|group|record|higher|lower|better|quarterly)(?: segment| quarterly| group)? )margins?\b(?! (?:of (?:error|safety)|calls?|trading|financing|loans?|expansion|pressure|dilution))"
    r"(?! (?:in|of|at|for) (?:its|the) (?:[a-z-]+ ){1,3}(?:business|unit|division|segment|arm|operations)\b)",
    re.I,
)
_ITS_MARGIN = re.compile(
    r"[\s\"“•-]*(?:(?:And|But|Still|However|Meanwhile|Yet),? )?(?:[Ii]ts|[Tt]he|[Tt]heir|[Tt]hat|[Tt]his) (?:(?:quarterly|overall|resulting|corresponding) )?(?P<margin>margins?)\b"
    r"(?! (?:of (?:error|safety)|calls?|trading|financing|loans?|pressure|in|at|for))"
)
_IN_PROFIT = re.compile(r" (?:in|of) (?:[a-z-]+ ){0,2}")  # `$1.07 billion of gross profit, for a margin of 31.4%`
_NOT_FAR = 120  # characters between a profit and its margin


def is_bare_margin(scan: Scan, mention: Mention) -> bool:
    """Whether a mention is a margin that only the word names, or not even that: `3.1 billion, or 5.8% of sales`."""
    unsaid = scan.text[mention.start : mention.end] == " " and mention.metrics[0] in OF_PROFIT.values()
    return (unsaid and mention.part is None) or scan.text[mention.start : mention.end].lower() in ("margin", "margins")


def with_bare_margins(scan: Scan, told: tuple[str, str | None] | None) -> Scan:
    """Return the scan with the margins that only the word names, where the metric named last before them is a profit.

    `told` is the metric, and its segment, that the sentence before stated last.
    """
    text, low, high = scan.text, scan.sentence.start, scan.sentence.end
    if text.find("argin", low, high) < 0:
        return scan
    found = [
        _margin_at(scan, said.end() - (said[0][-1:] in "sS") - len("margin"), said.end())
        for said in _MARGIN.finditer(text, low, high)
    ]
    named = [m for m in (*found, _opening(scan, told)) if m is not None]
    return scan.with_metrics(named)


def _opening(scan: Scan, told: tuple[str, str | None] | None) -> Mention | None:
    """Return the margin that an English sentence opens with, of the profit that the one before stated last."""
    said = _ITS_MARGIN.match(scan.text, scan.sentence.start, scan.sentence.end)
    margin = OF_PROFIT.get(told[0]) if said and told else None
    if said is None or told is None or margin is None or any(m.start < said.end() for m in scan.metrics):
        return None
    return Mention(*said.span("margin"), (margin,), part=told[1])


def _margin_at(scan: Scan, start: int, end: int) -> Mention | None:
    """Return the margin of the profit named last before the word, if no metric's name holds the word."""
    if any(m.start < end and start < m.end for m in (*scan.metrics, *scan.segments)):
        return None
    before = next((m for m in reversed(scan.metrics) if m.end <= start), None)
    told = (
        before is not None
        and start - before.end < _NOT_FAR
        and any(
            before.end <= a.start < start or _IN_PROFIT.fullmatch(scan.text, a.end, before.start) for a in scan.amounts
        )
    )
    margin = OF_PROFIT.get(before.metrics[0]) if before is not None and told else None
    return Mention(start, end, (margin,)) if margin else None
