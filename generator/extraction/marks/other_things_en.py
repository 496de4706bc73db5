"""Names of metrics that only begin the name of something else, in English: `sales commissions`, `a profit warning`, `cash compensation`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.terms import NO_METRIC

_PEOPLE = "teams?|force|staff|personnel|people|agents?|representatives|executives|managers|workforce"
# what each name begins the name of; `sales forecasts`, `delivery volumes` and the like are the metric's own
_THINGS = {
    "sales": rf"commissions?|incentives?|rebates?|discounts?|returns|allowances|leads|points|channels?|networks?|pipelines?|tax(?:es)?|calls|offices?|promotions?|events?|{_PEOPLE}",
    "revenue": r"retention|concentration|recognition|synerg(?:y|ies)|shortfalls?|multiples?|sharing|share payments",
    "profit": r"warnings?|alerts?|taking|sharing|pools?|motives?|multiples?",
    "profits": r"warnings?|tax(?:es)?",
    "earnings": r"multiples?|yields?|quality",
    "cash": r"bonus(?:es)?|compensation|collateral|back|subsid(?:y|ies)|runway|costs?|interest|tax(?:es)?|incentives?|rebates?|grants?|prizes?|cows?|conversion|crunch|machines?|awards?",
    "order": r"prices?|deposits?|fees?|forms?",
    "orders": r"prices?",
    "dividend": r"yields?|tax(?:es)?|cover|policy|withholding",
    "delivery": r"costs?|fees?|times?|riders?|drivers?|workers?|centers?|centres?|orders?|services?",
    "shipping": r"costs?|fees?|charges?|times?",
    "turnover": r"rates?|ratios?",
    "r&d": rf"tax credits?|cent(?:er|re)s?|subsid(?:y|ies)|grants?|hubs?|campus(?:es)?|facilit(?:y|ies)|labs?|{_PEOPLE}",
    **dict.fromkeys(("capex", "capital expenditure", "capital expenditures"), r"commitments?"),
}
_MULTIPLES = ("earnings", "sales", "revenue", "revenues", "profit", "profits")
_FOLLOWED = {name: re.compile(rf"[ -](?:{things})\b", re.I) for name, things in _THINGS.items()}
_LEAD = 40  # characters before a name
# `merchants' sales`, `its creators' income`: what others take in
_THEIRS = ("' ", "’ ")
_OTHERS = re.compile(
    r"\b(?:customers|clients|merchants|sellers|dealers|retailers|partners|suppliers|creators|developers|drivers|riders|rivals|competitors|peers|owners|households|workers|tenants)['’] (?:[a-z]+ )?$",
    re.I,
)
# `trades at 29 times forward earnings`
_MULTIPLE_OF = re.compile(r"\d (?:times|x) (?:its |their )?(?:[a-z0-9-]+ ){0,3}$")
# `average daily turnover`: of shares that change hands
_OF_TRADING = re.compile(r"\b[Dd]aily (?:average |trading )?$")


def as_other_thing(mention: Mention, text: str) -> Mention:
    """Return a mention as one of nothing where it only begins, or ends, the name of something that no metric is, itself otherwise."""
    if not mention.metrics:
        return mention
    said = text[mention.start : mention.end].lower()
    followed = _FOLLOWED.get(said)
    other = followed is not None and followed.match(text, mention.end) is not None
    other = other or _is_others_or_a_multiple(said, text, max(0, mention.start - _LEAD), mention.start)
    return replace(mention, metrics=(NO_METRIC,)) if other else mention


def _is_others_or_a_multiple(said: str, text: str, low: int, start: int) -> bool:
    """Whether words before a name make it what others take in, a multiple of it, or shares that change hands."""
    if any(text.find(mark, low, start) >= 0 for mark in _THEIRS) and _OTHERS.search(text, low, start):
        return True
    if said in _MULTIPLES and _MULTIPLE_OF.search(text, low, start):
        return True
    return said == "turnover" and _OF_TRADING.search(text, max(low, start - 24), start) is not None
