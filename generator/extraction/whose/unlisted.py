"""Companies that a document is about and the catalogue does not list: found by their shape, then marked wherever they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field
from operator import attrgetter

from generator.extraction.frozen import frozen
from generator.extraction.marks.mention import STRANGER, EntityMention
from generator.extraction.marks.names import Names
from generator.extraction.marks.ordinary_words import as_a_name
from generator.extraction.reading import Reading
from generator.extraction.whose.car_ventures import car_ventures
from generator.extraction.whose.short_names import short_names
from generator.extraction.whose.unlisted_acting_en import acting
from generator.extraction.whose.unlisted_acting_zh import acting_zh
from generator.extraction.whose.unlisted_en import introduced, titled
from generator.extraction.whose.unlisted_once_en import named_once
from generator.extraction.whose.unlisted_once_zh import named_once_zh
from generator.extraction.whose.unlisted_reporting_zh import reporting_zh
from generator.extraction.whose.unlisted_zh import introduced_zh, titled_zh

_TOO_SHORT = 2  # Chinese characters of a name that may be a word as well: it counts where a clause begins
_HAN = re.compile("[一-鿿]")
_BEGINS = re.compile(r"(?:^|[\s,。;:、!?\"“「(《|]|[股厂商]|累计|根据|其中|反观|而)\Z")


@frozen
class Unlisted:
    """The companies that a document is about by names which the catalogue does not know, or only as ordinary words.

    `mentions` are where they stand in its text, in order; `titled` where in its title, each with the company; `counts` is how often
    each is named, of all that the catalogue does not list the one named most.
    """

    mentions: tuple[EntityMention, ...] = ()
    titled: tuple[tuple[int, str], ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


def unlisted(reading: Reading, names: Names) -> Unlisted:
    """Return the companies that a document is about and the catalogue does not list, or lists by another name: 世界先进."""
    companies = names.catalogue.companies
    known = any(companies[e.entity].kind == "company" for e in names.entities(reading.title))
    rules = [introduced(reading, names), titled(reading, names), acting(reading, names), named_once(reading, names)]
    if _HAN.search(reading.text) or _HAN.search(reading.title):
        rules += [introduced_zh(reading, names), titled_zh(reading, names, known), acting_zh(reading, names)]
        rules += [reporting_zh(reading, names), named_once_zh(reading, names)]
    short = short_names(reading, names)
    found = dict.fromkeys((*short, *(form for rule in rules for form in rule)))
    ventures = list(car_ventures(reading.text))
    if not (found or ventures):
        return Unlisted()
    pattern, whose = _pattern(found), {**names.ordinary, **short}
    listed = names.entities_in(reading, 0, len(reading.text))
    spans = [
        (start, end) for start, end in _whole(pattern, reading.text)
        if (reading.text[start:end] not in names.ordinary or as_a_name(reading.text, start, end))
        and not any(_stands_at(listed, at) for at in (start, end - 1))
    ]  # fmt: skip
    spans = sorted([*ventures, *(span for span in spans if not any(a <= span[0] < b for a, b in ventures))])
    said = Counter(reading.text[start:end] for start, end in spans)
    counts: dict[str, int] = {}
    for form, count in said.items():
        entity = whose.get(form, STRANGER)
        counts[entity] = max(counts.get(entity, 0), count)
    return Unlisted(
        tuple(EntityMention(low, high, whose.get(reading.text[low:high], STRANGER)) for low, high in spans),
        tuple((low, whose.get(reading.title[low:high], STRANGER)) for low, high in _whole(pattern, reading.title)),
        counts,
    )


def _stands_at(listed: Sequence[EntityMention], at: int) -> bool:
    """Whether one of some companies, in order and none inside another, stands at an offset."""
    i = bisect_right(listed, at, key=attrgetter("start"))
    return i > 0 and at < listed[i - 1].end


def _pattern(forms: Collection[str]) -> re.Pattern[str]:
    """Return the pattern of names, the longest first; Latin ones are whole words, 双鸿Q3 is of 双鸿."""
    if not forms:
        return re.compile(r"(?!)")
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(
        "|".join(rf"\b{re.escape(form)}\b" if form.isascii() else re.escape(form) for form in longest_first)
    )


def _whole(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield where names stand; a short Chinese one only where a clause begins with it."""
    for found in pattern.finditer(text):
        short = len(found[0]) <= _TOO_SHORT and not found[0].isascii()
        if not short or _BEGINS.search(text, max(0, found.start() - 2), found.start()):
            yield found.span()
