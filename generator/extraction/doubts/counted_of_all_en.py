"""What researchers and houses count of all makers in a text on one of them: `Worldwide smartphone sales will fall 2.9%, Jefferies forecast`."""

from __future__ import annotations

import re

from generator.extraction.doubts.of_all_makers_en import makers_do
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.context import Surroundings

_KIND = r"(?:smart ?phones?|phones?|handsets?|mobile phones?|PCs?|personal computers?|notebooks?|laptops?|tablets?|cars?|auto(?:mobile)?s?|(?:[a-z]+ )?vehicles?|NEVs?|EVs?|BEVs?|PHEVs?|plug-in hybrids?|hybrids?|TVs?|televisions?|wearables?|smart ?watch(?:es)?|chips?|semiconductors?|servers?|game consoles?)"
_COUNT = r"(?:unit )?(?:sales|shipments|deliveries|registrations|volumes?|output|production)"
_NEW = r"(?:(?:new|electric|new energy|new-energy|passenger|plug-in|battery|electrified|light|premium|5G|foldable|total|overall)[ -]){0,3}"
_WORLD = r"(?:global|worldwide|world|nationwide)(?:['’]s)?"
_THERE = r"(?:worldwide|globally|around the (?:world|globe)|across the (?:world|globe|country|industry)|nationwide|world-?wide)"
_IN_A_PLACE = r"(?:in|across) (?:the )?(?:(?-i:[A-Z])[\w.]+|country|world|region|continent|mainland)"
# What begins a sentence or a clause and is of all that make it
_OF_ALL = re.compile(
    rf"(?:{_WORLD} {_NEW}{_KIND} {_COUNT}\b|{_NEW}{_KIND} {_COUNT} {_THERE}\b|{_WORLD} {_COUNT} of {_NEW}{_KIND}\b|{_COUNT} of {_NEW}{_KIND} (?:{_THERE}|{_IN_A_PLACE})\b)",
    re.I,
)
_OF_MANY = re.compile(r"glob|world|nation|across| of ", re.I)  # one of which each of those holds
_LEAD = re.compile(
    r"(?:[,:;]|\b(?:that|as|while|when|since|because|although|though|and|but|expects|sees|forecasts|predicts|reckons|said|says)) (?:the |total |overall |this year['’]s |last year['’]s )?$"
)
_BLANK = re.compile(r"[\s\"“'‘]*(?:(?:[Tt]he|[Tt]otal|[Oo]verall|[Tt]his year['’]s|[Ll]ast year['’]s) )?")
_BY_OTHERS = re.compile(
    r"\b(?:analysts?|researchers?|economists|forecasters|consultanc(?:y|ies)|industry (?:data|body|association|group|figures)|association|trackers?|according to (?!(?:the (?:company|group|firm)|its|their)\b)|data (?:from|by|compiled))\b",
    re.I,
)
_NOT_COMPANIES = ("researcher", "broker", "institution")
_FAR = 60  # characters on either side of a metric, within which the words stand that say of what it is


def is_counted_of_all(around: Surroundings, mention: Mention) -> bool:
    """Whether an English clause begins with what all makers of something sold, where another than a company says so, or only how it moved."""
    scan = around.scan
    if scan.chinese or not any(makers_do(name) for name in mention.metrics):
        return False
    low, high = max(scan.sentence.start, mention.start - _FAR), min(mention.end + _FAR, scan.sentence.end)
    if _OF_MANY.search(scan.text, low, high) is None:
        return False
    named = (m for m in _OF_ALL.finditer(scan.text, low, high) if m.start() < mention.end and mention.start < m.end())
    whole = next(named, None)
    if whole is None or not _begins_a_clause(scan, whole.start()) or around.subject_before(whole.end()) is not None:
        return False
    return bool(around.tracked) or _is_said_by_others(around) or all(a.kind == "percent" for a in scan.amounts)


def _begins_a_clause(scan: Scan, at: int) -> bool:
    """Whether a sentence, or a clause of it, begins at an offset."""
    low = max(scan.sentence.start, at - _FAR)
    lead = _LEAD.search(scan.text, low, at)
    return lead is not None or (low == scan.sentence.start and _BLANK.fullmatch(scan.text, low, at) is not None)


def _is_said_by_others(around: Surroundings) -> bool:
    """Whether a sentence names a researcher, a house or an office, or speaks of what analysts say."""
    scan, kind_of = around.scan, around.names.catalogue.company_kind
    named = any(kind_of(e.entity) in _NOT_COMPANIES for e in scan.entities)
    return named or bool(_BY_OTHERS.search(scan.text, scan.sentence.start, scan.sentence.end))
