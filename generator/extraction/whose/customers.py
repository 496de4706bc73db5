"""Takings from some customers alone: `CATL's sales to Tesla nearly doubled`, `sales to cloud providers`."""

from __future__ import annotations

import re

from generator.corpus.months import MONTHS
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_WHOM = (
    r"(?:makers|manufacturers|providers|companies|firms|clients|carmakers|automakers|operators|consumers|retailers|businesses|governments|users|banks|brands|hyperscalers|enterprises|developers"
    r"|dealers|dealerships|buyers|fleets|partners|households|schools|resellers|distributors|affiliates|parties)"
)
# `sales to customers` are all of them, `sales to business customers` are not
_TO = re.compile(
    rf"(?: of [a-z -]{{2,40}})? to (?:(?:the |its |other |third-party |external )?(?:[\w-]+ ){{0,3}}{_WHOM}\b|(?:(?:the|its|other|external) )?(?!(?:its|the|all|our|more|new) )[\w-]+ customers\b|(?P<name>[A-Z][\w&.-]+))"
)
_NOBODY = re.compile(rf"(?:Q[1-4]|US|USD|RMB|CNY|HK|NT|EUR|FY|CN|{MONTHS})\b")


def is_to_customers(scan: Scan, mention: Mention) -> bool:
    """Whether takings are those from one customer or a kind of them; what is sold to a region is that region's."""
    found = _TO.match(scan.text, mention.end, scan.sentence.end) if "revenue" in mention.metrics else None
    if found is None or found["name"] is None:
        return found is not None and not _is_a_lines_own(scan, found)
    if any(e.start == found.start("name") for e in scan.entities):
        return True
    return not (scan.sentence.title or _NOBODY.match(found["name"]) or scan.is_marked(*found.span("name"), scan.cues))


def _is_a_lines_own(scan: Scan, found: re.Match[str]) -> bool:
    """Whether those others are all who a line of the catalogue sells to: `Sales of regulatory credits to other carmakers`."""
    named = any(found.start() < m.start < found.end() for m in scan.segments)
    return named and " to other " in found[0]
