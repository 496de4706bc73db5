"""The division that a sentence without an amount is of, which `its revenue` of the next one may be of: `Then there is the cloud unit. It had revenue of`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.figure import Figure
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED
from generator.extraction.unnamed.topic import topic_of
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.its_line import NAMED, line_that_acts
from generator.extraction.whose.line_as_topic_zh import line_as_topic
from generator.extraction.whose.reasons_en import is_a_reason
from generator.settings.catalogue import Catalogue

_REACH = 90  # characters before a division, within which it is said to be a reason
_DIVISIONS = ("segment", "division", "unit", "business", "group", "arm")
# `core local commerce, the division that houses food delivery`, too
_IS_ONE = re.compile(
    rf"(?:['’]s)?(?: (?:{'|'.join(_DIVISIONS)})\b(?! of\b)|, (?:the|its|an?) (?:[a-z-]+ ){{0,3}}(?:segment|division|unit|business|arm)\b)"
)
# `Azure saw continued growth`: what only a line of business does, whoever else the sentence names
_DID = re.compile(
    rf"(?: (?:{'|'.join(_DIVISIONS)}))?(?: \([A-Z]+\))?(?:['’]s (?:profitability|profits?|margins?|earnings|loss(?:es)?|results|performance))? (?:saw|continued|had|posted|reported|delivered|did|also|remained|sold|shipped|swung|turned|struggled|{MOVED})\b"
)
# Whoever else may be meant by the next `it`: `It invests in the cloud unit`, `The group has sold the games business`
_ANOTHER = sought(
    r"\b(?:it|they|he|she|we|i|you|who|the (?:[\w-]+ ){0,2}(?:company|group|firm|[a-z]*maker|giant|retailer|market|economy|government|rivals?|industry))\b(?!['’]s)",
    re.I,
)
# `the division that has long been Meituan's cash cow`
_IS_ITS = re.compile(r"\b(?:is|are|was|were|been|remains?|remained|as|makes up|made up) (?:still |also )?$")
# `It was a strong quarter for the cloud division`: nobody is meant by that `it`
_IT_WAS = re.compile(r"[\s•*-]*(?:(?:And|But|Yet|Still),? )?It (?:was|is|has been|had been|turned out to be|proved) ")
_IS_PART_OF = re.compile(
    r"\b(?:part of|belong(?:s|ed)? to|fall(?:s|en)? (?:under|within)|fell under|sits? (?:in|within)|(?:counted|included|reported|booked|housed|placed|put|bundled|grouped) (?:in|under|into|within|towards?)|(?:moved|folded|merged) (?:in)?to)"
    r" (?:the |its |an? |[A-Z]\w+['’]s )?(?:[a-z]+ )?(?P<called>(?:segment|division|unit|business|group)(?: that is)?,? (?:named|called|known as|labell?ed|dubbed|by the name of|titled) )?[\"“]?$"
)
_TOLD_ITS_RESULTS = re.compile(
    "(?:业务|集团|分部|板块|部门|事业群)*(?:(?:同时|今日|当天|随后)?(?:首次|第一次|首度|头一回|也|亦|则|还|已|被|又|单独|独立|另外)*)?"
    "(?:(?:披露|公布|发布|公开|公告|交出|交|晒出|亮出|报告|汇报|给出|拿出|呈报)了?[一-鿿]{0,8}(?:数据|数字|业绩|财报|成绩|成绩单|答卷|情况|表现|结果)"
    "|(?:单独|独立|分开)(?:披露|列示|列出|列报|公布|报告|核算)|(?:列出|列示|列报|披露|公布)(?:。|$))"
)


def division_spoken_of(around: Surroundings) -> str | None:
    """Return the division that a sentence without an amount is of: `The Data Center Group saw continued growth`, 新业务集团首次披露了财务数据."""
    scan = around.scan
    if scan.amounts or not scan.segments:
        return None
    named = scan.segments[-1]
    if len({m.segment for m in scan.segments}) == 1 and _TOLD_ITS_RESULTS.match(scan.text, named.end):
        return named.segment
    if topic := line_as_topic(around):
        return topic
    if holds := holder_of_lines(scan):
        return holds.segment
    first = scan.segments[0]
    if _is_division(scan, first) and line_that_acts(scan, around.names, scan.sentence.end) == first.segment:
        return first.segment  # `The infrastructure division wires up data centres`
    if not scan.entities and (topic := topic_of(scan, around.names)):
        return topic  # `The slowest part was IoT`
    if len(scan.segments) != 1 or not _is_division(scan, named) or is_a_reason(scan, named):
        return None
    return named.segment if _DID.match(scan.text, named.end) or _is_alone(scan, named) else None


def holder_of_lines(scan: Scan) -> Mention | None:
    """Return the division that an English sentence says another line of business belongs to: `Games are part of the value-added services division`."""
    for line in scan.segments:
        low = max(scan.sentence.start, line.start - _REACH)
        part = None if scan.chinese else _IS_PART_OF.search(scan.text, low, line.start)
        if part and (part["called"] or _is_division(scan, line)) and any(m.end <= part.start() for m in scan.segments):
            return line
    return None


def line_of_all_told(around: Surroundings, told: list[Figure]) -> str | None:
    """Return the line that all figures of an English sentence are of, which speaks of nobody else: `its margin` of the next is that line's.

    Whoever `it` is in that sentence is the line, too: `In the third quarter it had revenue of 9 billion`.
    """
    scan, catalogue = around.scan, around.names.catalogue
    of = {_line_of(f, catalogue) for f in told if f.metric}
    line = of.pop() if len(of) == 1 else None
    others = (e for e in scan.entities if not scan.text.startswith(("'s", "’s"), e.end))
    if line is None or scan.chinese or next(others, None):
        return None
    another = _ANOTHER.search(scan.text[scan.sentence.start : scan.sentence.end])
    return line if another is None or another[0].lower() == "it" else None


def lines_of(told: list[Figure], catalogue: Catalogue) -> frozenset[str]:
    """Return the lines of business that figures are of."""
    return frozenset(line for f in told if f.metric and (line := _line_of(f, catalogue)))


def _line_of(figure: Figure, catalogue: Catalogue) -> str | None:
    entry = catalogue.metrics[figure.metric or ""]
    line = entry.segment if entry.base else figure.segment
    return line if line and catalogue.segments[line].kind == "business" else None


def _is_division(scan: Scan, named: Mention) -> bool:
    """Whether English calls a line of business a division, by its name or behind it, or opens with one that has a name of its own."""
    own = scan.text[named.start : named.end].lower().endswith(_DIVISIONS)
    if own or _IS_ONE.match(scan.text, named.end):
        return True
    # `Google Cloud grew quickly`
    return bool(NAMED.fullmatch(scan.text, named.start, named.end)) and named.start - scan.sentence.start <= 1


def _is_alone(scan: Scan, named: Mention) -> bool:
    """Whether a sentence names nobody but whose the division is: `Tencent's biggest worry is the games business`."""
    owning = (e for e in scan.entities if scan.text.startswith(("'s", "’s"), e.end))
    whose = [e for e in owning if e.end <= named.start or _IS_ITS.search(scan.text, named.end, e.start)]
    others = (e for e in scan.entities if e not in whose)
    if scan.chinese or next(others, None):
        return False
    opens = _IT_WAS.match(scan.text, scan.sentence.start, named.start)
    start = opens.end() if opens else scan.sentence.start
    said = scan.text[start : named.start] + "…" + scan.text[named.end : scan.sentence.end]
    return _ANOTHER.search(said) is None
