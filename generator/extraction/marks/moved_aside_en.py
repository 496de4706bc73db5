"""Things that no metric names and that a clause of their own says moved: `helped by a subscription base that rose 33% to 62 million`."""

from __future__ import annotations

import re

from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.terms import NO_METRIC
from generator.extraction.marks.verbs import MOVED

_THAT = re.compile(
    rf"(?: (?:that|which)(?: (?:has|have|had|also))?|, which(?: (?:has|have|had))?) {MOVED}(?: [a-z]+ly)?(?: by)? {ABOUT}$"
)
_NAME = re.compile(r"\b(?P<name>[a-z][a-z'’-]*(?: [a-z][a-z'’-]*){0,3})$")
# what stands for the figure told: `a net profit of 3 billion yuan, a figure that fell 33%`
_STANDS_FOR = re.compile(
    r"\b(?:figures?|numbers?|totals?|tall(?:y|ies)|results?|amounts?|sums?|counts?|levels?|pace|rates?|one|ones|those|all|half|halves|quarters?|months?|years?|periods?|growth|it|they|companies|compan(?:y|ies)|groups?|firms?|makers?|brands?|business(?:es)?|units?|segments?|divisions?|lines?|arms?|operations?|values?|prices?|stock|shares?|something|metric|measure|performance|increase|decrease|rise|gain|fall|drop|decline|improvement|surge|jump)$"
)
_LINE = re.compile(r"\b(?:business|unit|division|segment|arm|operation)(?:es|s)?$")
_SO_MANY = re.compile(r"(?: [a-z-]+){1,3}")  # `200,000 battery cars that rose 20%` are counted
_BACK = 70  # characters before an amount, within which it is said what moved


def with_moved_aside(scan: Scan) -> Scan:
    """Return a sentence's marks with what moved so as the name of no metric, unless it holds a name of the catalogue."""
    if scan.chinese:
        return scan
    found: list[Mention] = []
    for before, amount in zip([None, *scan.amounts], scan.amounts, strict=False):
        low = max(scan.sentence.start, amount.start - _BACK)
        that = _THAT.search(scan.text, low, amount.start) if amount.kind in ("percent", "times") else None
        named = _NAME.search(scan.text, low, that.start()) if that else None
        if that is None or named is None:
            continue
        if line := next((m for m in scan.segments if m.end == that.start()), None):
            if _LINE.search(scan.text, line.start, line.end):
                found.append(Mention(line.end, line.end + 1, ("revenue",), part=line.segment))
            continue
        counted = (
            before is not None
            and low < before.end <= that.start()
            and _SO_MANY.fullmatch(scan.text, before.end, that.start())
        )
        if _STANDS_FOR.search(named["name"]) or counted:
            continue
        start = named.end("name") - len(named["name"].rsplit(" ", 1)[-1])  # its last word, which is what moved
        if not scan.is_marked(*named.span("name"), scan.metrics):
            found.append(Mention(start, named.end("name"), (NO_METRIC,)))
    return scan.with_metrics(found)
