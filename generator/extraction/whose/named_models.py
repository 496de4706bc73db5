"""Products by a name with a number, which English counts or takes money from: `Sales of the Mate 60 rose 30%`, `Huawei's Pura 70 sales` tell nothing of all sales."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.corpus.months import MONTHS
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_GRADE = r"(?:Pro|Max|Ultra|Air|Plus|Mini|mini|Lite|Fold|Flip|Edge|FE|SE|GT|RT|EV|L)"
_NO_NAME = rf"(?!(?:RMB|USD|CNY|HKD|NTD?|TWD|EUR|JPY|KRW|INR|US|HK|Rs|Q[1-4]|[1-4]?[HQ]\d|FY\w*|[1-4]Q\w*|9M\w*|CO2|Phase|Level|Tier|Top|No|Type|Day|Group|{MONTHS})\b)"
_NAME = (
    rf"(?P<name>{_NO_NAME}(?:(?:[A-Z][a-zA-Z]+ (?:[A-Z][a-zA-Z]* ){{0,2}}|iPhone |iPad )\d{{1,3}}|(?:[A-Z][a-z]+ ){{0,2}}[A-Z][A-Za-z]{{0,5}}-?\d{{1,3}}[A-Za-z]?)(?![\w%]|[.,]\d)(?: {_GRADE}\b)*"
    rf"|(?:iPhone|iPad)(?: {_GRADE}\b)+|Model [3SXY]\b(?! and|[,/&]))(?: (?:series|models?|line-?up|range|family))?"
)
_OF = re.compile(
    rf" (?:of|from|for) (?:(?:the|its|their|an?|new|older|latest|own|flagship) )*(?:[A-Z]\w+(?:['’]s|['’]) (?:new |latest |flagship )?)?{_NAME}(?! (?:million|billion|trillion|percent|per cent|vehicles|cars|units|yuan|euros|people|stores|countries))"
)
_BEFORE = sought(rf"(?<![\w$.&-]){_NAME} (?:unit |vehicle |global |retail )?$")
# `sales of Nvidia's Blackwell chips`, `its Ryzen processors`
_THINGS = r"(?:chips|processors|GPUs|CPUs|accelerators|consoles|headsets|glasses|earphones|earbuds|watches|tablets|laptops|robots|servers|drugs?)"
_OF_THINGS = re.compile(
    rf" (?:of|from|for) (?:[A-Z]\w+['’]s|its|the|their) (?P<name>[A-Z][\w-]*(?: [A-Z\d][\w-]*){{0,2}}) {_THINGS}\b"
)
# a number makes a name of the catalogue that of one product: `iPhone 17`
_NAME_WITHIN = re.compile(r"\b(?P<name>(?:iPhone|iPad|Galaxy|Pixel|Mate|Redmi|Switch) \d{1,2}\b)")
_LEAD = 36  # characters before a metric, within which such a name begins
_COUNTED = ("revenue", "shipments", "sales", "deliveries", "orders", "production")


def is_of_named_model(scan: Scan, mention: Mention) -> bool:
    """Whether what an English mention counts, or takes in, is of one product that the catalogue does not name in full."""
    if not mention.metrics or not mention.metrics[0].endswith(_COUNTED) or not scan.text[mention.start].isascii():
        return False
    low = max(scan.clause(mention.start)[0], mention.start - _LEAD)
    for found in (
        _OF.match(scan.text, mention.end, scan.sentence.end),
        _OF_THINGS.match(scan.text, mention.end, scan.sentence.end),
        _BEFORE.search(scan.text, low, mention.start),
        _NAME_WITHIN.search(scan.text, mention.start, mention.end),
    ):
        if found is None:
            continue
        one_car = found["name"].startswith("Model ") and "revenue" in mention.metrics  # whose sales are counted
        if one_car or not _is_named(scan, *found.span("name")):
            return True
    return False


def _is_named(scan: Scan, start: int, end: int) -> bool:
    """Whether a stretch is a name of the catalogue in full, whoever makes it (`Xiaomi SU7`), a time, a company's, or how much something is."""
    start = next((e.end + 1 for e in scan.entities if e.start == start and e.end < end), start)
    if any(m.start <= start and end <= m.end for m in (*scan.segments, *scan.metrics)) and not _NAME_WITHIN.match(
        scan.text, start
    ):
        return True
    if any(p.start < end and start < p.end for p in scan.periods) or any(e.end == end for e in scan.entities):
        return True
    measured = (a for a in scan.amounts if a.start < end and start < a.end)
    return any(a.kind not in ("bare", "count") or a.scaled for a in measured)
