"""The devices, and the region, in whose market a text tells how makers stand: `第三季度中国智能手机市场:华为占据42%`."""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.corpus.beginnings import sought
from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading
from generator.extraction.whose.counts_cars import CARS, CARS_ZH, PHONES, PHONES_ZH, times_said

_DEVICES = {
    "smartphones": (PHONES, PHONES_ZH),
    "pcs": (("pc", "pcs", "notebook", "notebooks", "laptop", "laptops"), ("个人电脑", "笔记本")),
    "tablets": (("tablet", "tablets"), ("平板",)),
}
_TITLED = {
    "手机": "smartphones",
    "平板": "tablets",
    "电脑": "pcs",
    "PC": "pcs",
}  # 第三季度中国PC市场, which tells of 平板 too
_OTHER_DEVICES = re.compile(
    r"\b(?:tablets?|PCs?|notebooks?|laptops?|wearables?|smartwatch(?:es)?|TVs?|televisions?|appliances?|air conditioners?|refrigerators?|headsets?)\b",
    re.I,
)
RESULTS = re.compile(r"\b(?:revenues?|profits?|margins?)\b", re.I)
_PARAGRAPHS = 2  # of a text whose last one may tell of something else than its title does
_OWN_RESULTS = re.compile(r"\b(?:[Rr]esults|[Rr]evenues?|[Pp]rofits?|[Ee]arnings|[Ll]oss(?:es)?)\b")
_WORLD = re.compile(r"\b(?:global(?:ly)?|world(?:wide|'s|’s)?)\b|全球", re.I)
_TRACKED = sought(
    r"(?<![A-Za-z])(?:IDC|Canalys|Counterpoint|Omdia|Strategy Analytics|TrendForce|TechInsights|Gartner|Cybermedia)(?![A-Za-z])"
)
# `第三季度中国智能手机市场:华为占据42%`
_MARKET_TITLED = re.compile(
    r"(?:手机|平板|平板电脑|电脑|PC)市场|(?:手机|平板|电脑|PC)[^,。]{0,6}出货|\b(?:[Ss]martphone|[Hh]andset|[Pp]hone|PC|[Tt]ablet) (?:[Mm]arket|[Ss]hipments)\b|\b(?:[Gg]lobal|[Ww]orldwide|[Ii]ndia(?:'s|n)?|[Cc]hin(?:a's|ese)|[Ee]urope(?:an)?) (?:[Ss]martphone|[Pp]hone|PC|[Tt]ablet) [Ss]ales\b"
)


def devices_tracked(reading: Reading, others: Collection[int]) -> str | None:
    """Return the devices of which a text reports what a tracker of markets counted: its shipments and shares are of them."""
    titled = _MARKET_TITLED.search(reading.title)
    if not (titled or _TRACKED.search(reading.text)):
        return None
    last = _last_paragraph(reading) if titled or _TRACKED.search(reading.title) else None
    if _results_told(reading, others, last) > 1:
        return None
    if not titled and _OWN_RESULTS.search(reading.title):
        return None  # `Smartphone shipments were 32 million units`, in a report of a company's results
    counts = {name: times_said(reading, *words) for name, words in _DEVICES.items()}
    named = next((name for word, name in _TITLED.items() if titled and word in titled[0]), None)
    most = named or max(counts, key=lambda name: counts[name])
    beside = len(_OTHER_DEVICES.findall(reading.text)) + counts["smartphones"] + times_said(reading, CARS, CARS_ZH)
    return most if named or (counts[most] > (not titled) and counts[most] > beside - counts[most]) else None


def _results_told(reading: Reading, others: Collection[int], last: int | None) -> int:
    """Return how often a text names results, but for the sentences that start where it speaks of `others`, and its last paragraph."""
    told = (s for s in reading.sentences if s.start not in others and s.paragraph != last)
    return sum(len(RESULTS.findall(reading.text, s.start, s.end)) for s in told)


def _last_paragraph(reading: Reading) -> int | None:
    """Return the last of a text's paragraphs, where it has several: `Apple is due to report on May 2. Analysts expect revenue of $90 billion`."""
    last = reading.sentences[-1].paragraph if reading.sentences else 0
    return last if last > _PARAGRAPHS else None


def region_titled(reading: Reading, names: Names) -> str | None:
    """Return the only region that a document's title names."""
    title, kinds = reading.title, names.catalogue.segments
    homes = {e.start - len("'s ") for e in names.entities(title)}  # China's Xiaomi leads in India
    named = {
        m.segment
        for m in names.mentions(title)
        if m.segment and kinds[m.segment].kind == "region" and m.end not in homes
    }
    return next(iter(named)) if len(named) == 1 and not _WORLD.search(title) else None
