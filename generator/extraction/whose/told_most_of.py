"""The company that a text is about: of those in its title, the one it names most often."""

from __future__ import annotations

from collections import Counter

from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading
from generator.extraction.whose.car_ventures import outside_ventures
from generator.extraction.whose.epithets import named_for_themselves
from generator.extraction.whose.unlisted import Unlisted

_LATE = 500  # characters, from which on a text names in passing whom it names once
_OPENS_TITLE = 2  # mentions that opening the title is worth


def told_most_of(counts: Counter[str], titled: list[str]) -> str | None:
    """Return the company a document is about: of those in its title, the one it names most often, what the title opens with first."""
    candidates = [e for e in titled if e in counts] or list(counts)
    ahead = {titled[0]: _OPENS_TITLE} if titled else {}
    return max(candidates, key=lambda e: counts[e] + ahead.get(e, 0)) if candidates else None


def times_named(reading: Reading, names: Names, strangers: Unlisted, titled: list[str]) -> Counter[str]:
    """Return how often a text names each company; one that no title names and the text only late is not counted."""
    companies = names.catalogue.companies
    told = named_for_themselves(reading.text, names.entities_in(reading, 0, len(reading.text)))
    told = outside_ventures(told, reading.text)
    named = [e for e in told if companies[e.entity].kind == "company"]
    counts = Counter(e.entity for e in named) + Counter(strangers.counts)
    early = {e.entity for e in named if e.start <= _LATE}
    alone = len(counts) == 1  # `The Korean giant earned 2.43 trillion won`, and its name behind that
    passing = (e.entity for e in named if e.entity not in early and not (titled or (alone and counts[e.entity] > 1)))
    return counts - Counter(passing)


def tells_of_two(counts: Counter[str]) -> bool:
    """Whether a text names two companies about as often."""
    most = [count for _, count in counts.most_common(2)]
    return len(most) > 1 and most[1] * 2 > most[0]


def titled_companies(reading: Reading, names: Names, strangers: Unlisted) -> list[str]:
    """Return the companies that a document's title names."""
    companies = names.catalogue.companies
    told = outside_ventures(named_for_themselves(reading.title, names.entities(reading.title)), reading.title)
    named = [(e.start, e.entity) for e in told if companies[e.entity].kind == "company"]
    named += strangers.titled
    if not named:  # 今年前六周iPhone在华销量大降24%
        kinds = names.catalogue.segments
        products = [(m.start, kinds[m.segment].entity) for m in names.mentions(reading.title) if m.segment]
        named = [(start, entity) for start, entity in products if entity]
    return list(dict.fromkeys(entity for _, entity in sorted(named)))
